//! Whose official numbers are whose. They are given in the order in which cases are entered, so that
//! most numbers follow one another as their cases do: what does so is kept as one run.
//!
//! Refuses to judge whether a number may be given.

use std::collections::BTreeMap;
use std::ops::Bound;

use serde::{Deserialize, Serialize};

use crate::domain::terms::{CaseId, Number, Series};

/// All numbers that stand, by the first of each run. No run could be told as part of another.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Register(BTreeMap<Number, Run>);

/// Numbers of one series that follow one another, as their cases do.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Run {
    case: CaseId,
    count: u32,
}

impl Run {
    /// The pair so many places after the first one.
    fn at(self, first: Number, place: u32) -> Option<(Number, CaseId)> {
        let seq = first.seq.checked_add(place)?;
        let case = self.case.0.checked_add(place)?;
        Some((Number { seq, ..first }, CaseId(case)))
    }
}

impl Register {
    /// As runs that were kept.
    pub(super) fn of_runs(runs: Vec<(Number, Run)>) -> Self {
        Self(runs.into_iter().collect())
    }

    pub(super) fn runs(&self) -> Vec<(Number, Run)> {
        self.0.iter().map(|(first, run)| (*first, *run)).collect()
    }

    pub(super) fn get(&self, number: &Number) -> Option<CaseId> {
        let (first, run, place) = self.run_of(number)?;
        run.at(first, place).map(|(_, case)| case)
    }

    /// Gives a number to a case; tells whose it was.
    pub(super) fn insert(&mut self, number: Number, case: CaseId) -> Option<CaseId> {
        let before = self.remove(&number);
        let (mut first, mut run) = (number, Run { case, count: 1 });
        let earlier = self.0.range(..number).next_back();
        let earlier = earlier.map(|(begin, earlier)| (*begin, *earlier));
        if let Some((begin, earlier)) = earlier
            && earlier.at(begin, earlier.count) == Some((number, case))
        {
            first = begin;
            run = Run {
                count: earlier.count + 1,
                ..earlier
            };
        }
        if let Some((next, case)) = run.at(first, run.count)
            && let Some(later) = self.0.get(&next).filter(|later| later.case == case)
        {
            run.count += later.count;
            self.0.remove(&next);
        }
        self.0.insert(first, run);
        before
    }

    /// Takes a number from whose it is.
    pub(super) fn remove(&mut self, number: &Number) -> Option<CaseId> {
        let (first, run, place) = self.run_of(number)?;
        self.0.remove(&first);
        if place > 0 {
            let count = place;
            self.0.insert(first, Run { count, ..run });
        }
        if let Some((next, case)) = run.at(first, place + 1) {
            let count = run.count - place - 1;
            if count > 0 {
                self.0.insert(next, Run { case, count });
            }
        }
        run.at(first, place).map(|(_, case)| case)
    }

    pub(super) fn extend(&mut self, numbers: impl IntoIterator<Item = (Number, CaseId)>) {
        for (number, case) in numbers {
            self.insert(number, case);
        }
    }

    /// The number of a case, the first of several.
    pub(super) fn number_of(&self, case: CaseId) -> Option<Number> {
        self.0.iter().find_map(|(first, run)| {
            let place = case.0.checked_sub(run.case.0)?;
            let (number, _) = run.at(*first, place)?;
            (place < run.count).then_some(number)
        })
    }

    /// Each of them, in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Number, CaseId)> {
        let runs = self.0.iter();
        runs.flat_map(|(first, run)| (0..run.count).filter_map(|place| run.at(*first, place)))
    }

    /// The first one from a bound on.
    pub(super) fn first_from(&self, bound: Bound<Number>) -> Option<Number> {
        let next = match bound {
            Bound::Included(number) => Some(number),
            Bound::Excluded(number) => number
                .seq
                .checked_add(1)
                .map(|seq| Number { seq, ..number }),
            Bound::Unbounded => None,
        };
        let within = next.filter(|number| self.run_of(number).is_some());
        let behind = || Some(*self.0.range((bound, Bound::Unbounded)).next()?.0);
        within.or_else(behind)
    }

    /// The last one of a series.
    pub(super) fn last_of(&self, series: Series) -> Option<Number> {
        let number = |seq| Number { series, seq };
        let (first, run) = self.0.range(number(0)..=number(u32::MAX)).next_back()?;
        run.at(*first, run.count.checked_sub(1)?)
            .map(|(last, _)| last)
    }

    /// The run in which a number stands, and at which place.
    fn run_of(&self, number: &Number) -> Option<(Number, Run, u32)> {
        let (first, run) = self.0.range(..=*number).next_back()?;
        let place = number.seq.checked_sub(first.seq)?;
        let within = first.series == number.series && place < run.count;
        within.then_some((*first, *run, place))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop, prop_assert_eq, proptest};

    use super::*;
    use crate::domain::terms::{Level, Period};

    fn numbers() -> impl Strategy<Value = Number> {
        let period = prop::sample::select(vec![Period::InSession, Period::BetweenSessions]);
        let seq = prop::sample::select(vec![0, 1, 2, 3, 4, 5, u32::MAX - 1, u32::MAX]);
        (period, seq).prop_map(|(period, seq)| Number {
            series: Series {
                level: Level::Town,
                term: 1,
                session: 1,
                period,
            },
            seq,
        })
    }

    proptest! {
        #[test]
        fn it_is_a_list_of_all_numbers(
            steps in prop::collection::vec((numbers(), 0_u32..9, any::<bool>()), 0..60),
            asked in numbers(),
        ) {
            let (mut register, mut plain) = (Register::default(), BTreeMap::new());
            for (number, case, goes) in steps {
                match goes {
                    true => prop_assert_eq!(register.remove(&number), plain.remove(&number)),
                    false => {
                        let case = CaseId(case);
                        prop_assert_eq!(register.insert(number, case), plain.insert(number, case));
                    }
                }
            }
            let told: Vec<_> = plain.iter().map(|(number, case)| (*number, *case)).collect();
            prop_assert_eq!(register.iter().collect::<Vec<_>>(), told.clone());
            prop_assert_eq!(register.get(&asked), plain.get(&asked).copied());
            for case in (0..20).map(CaseId) {
                let given = told.iter().find(|(_, of)| *of == case);
                prop_assert_eq!(register.number_of(case), given.map(|(number, _)| *number));
            }
            for bound in [Bound::Included(asked), Bound::Excluded(asked), Bound::Unbounded] {
                let first = plain.range((bound, Bound::Unbounded)).next();
                prop_assert_eq!(register.first_from(bound), first.map(|(number, _)| *number));
            }
            let series = told.iter().filter(|(number, _)| number.series == asked.series);
            let last = series.map(|(number, _)| *number).next_back();
            prop_assert_eq!(register.last_of(asked.series), last);
            // Whichever way it came to be, the same numbers are the same runs.
            let mut again = Register::default();
            again.extend(told.into_iter().rev());
            prop_assert_eq!(&again, &register);
            prop_assert_eq!(Register::of_runs(register.runs()), again);
        }
    }
}
