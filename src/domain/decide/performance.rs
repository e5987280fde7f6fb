//! How deputies do their duty (履职): pledges, entries under the table's items, ratings of a year.
//!
//! Points come from the table: an entry brings its own only where the table leaves them open, and
//! never more than the item or the year can bring.

use super::opinions::not_before;
use super::{Bench, not_found};
use crate::domain::book::Performance;
use crate::domain::event::{
    About, DeedLogged, DeputyVoterRated, Event, PerformanceFact, Subject, Work,
};
use crate::domain::performance_points::worth;
use crate::domain::refusal::{Refusal, Rule, StandingRule, Thing};
use crate::domain::rules::{Deed, PointItem, PointTable};
use crate::domain::secret_votes::is_few;
use crate::domain::terms::{Name, Points, nearest, year_of};

impl Bench<'_> {
    /// The fact that is wished for, on the day of the wish, told as it may be kept.
    pub(super) fn perform(&self, wished: &Event) -> Result<Vec<Event>, Refusal> {
        let is_ours =
            wished.about() == About::Work(Work::Performance) && wished.on() == self.stamp.on;
        if !is_ours {
            return Err(Rule::NothingChanges.into());
        }
        let mut event = wished.clone();
        if let Event::DeedLogged(fact) = &mut event {
            fact.item = self.point_item(&fact.item)?.code.clone();
        }
        if let Event::DeputyVoterRated(fact) = &mut event {
            told_add_up(fact)?;
            if is_few(fact.ballots) {
                (fact.satisfied, fact.mostly, fact.dissatisfied) = (None, None, None);
            }
        }
        let state = self.book.performance_on(self.stamp.on);
        self.allows_performance(&state, &event)?;
        Ok(vec![event])
    }

    /// Whether the rules allow a fact in the state just before it.
    pub(super) fn allows_performance(
        &self,
        state: &Performance,
        event: &Event,
    ) -> Result<(), Refusal> {
        let Some(fact) = PerformanceFact::of(event) else {
            return Ok(());
        };
        match fact {
            PerformanceFact::PledgeMade(fact) => {
                self.serving(&fact.deputy)?;
                fact.due.map_or(Ok(()), |due| not_before(due, fact.on))
            }
            PerformanceFact::PledgeSettled(fact) => match state.pledge(fact.pledge) {
                Some(pledge) if pledge.settled.is_some() => {
                    let name = Subject::Pledge(fact.pledge).into();
                    Err(Rule::Recorded { name }.into())
                }
                Some(_) => Ok(()),
                None => {
                    let word = fact.pledge.to_string();
                    Err(not_found(Thing::Pledge, &word, Vec::new()))
                }
            },
            PerformanceFact::DeedLogged(fact) => {
                self.serving(&fact.deputy)?;
                self.allows_deed(state, fact)
            }
            PerformanceFact::DeputyCommended(fact) => self.serving(&fact.deputy),
            PerformanceFact::DeputySelfRated(fact) => {
                self.rated_year(&fact.deputy, fact.year)?;
                self.point_grade(&fact.grade)
            }
            PerformanceFact::DeputyVoterRated(fact) => {
                self.rated_year(&fact.deputy, fact.year)?;
                let told = [fact.satisfied, fact.mostly, fact.dissatisfied];
                let total = is_few(fact.ballots) || fact.recount.is_some();
                match total {
                    true if told.iter().all(Option::is_none) && fact.ballots > 0 => Ok(()),
                    _ => told_add_up(fact),
                }
            }
        }
    }

    /// Points that the table gives, or, where it leaves them open, no more than there are left.
    fn allows_deed(&self, state: &Performance, fact: &DeedLogged) -> Result<(), Refusal> {
        let table = self.point_table()?;
        let item = self.point_item(&fact.item)?;
        let code = || item.code.clone();
        if item.counts != Deed::Logged {
            return Err(StandingRule::CountsItself { item: code() }.into());
        }
        if let (Some(points), Some(_)) = (item.points, fact.points) {
            let item = code();
            return Err(StandingRule::FixedPoints { item, points }.into());
        }
        let needs = || StandingRule::NeedsPoints { item: code() };
        let asked = worth(Some(item), fact).ok_or_else(needs)?;
        let year = year_of(fact.on);
        let before = |item: &PointItem| {
            let deeds = state.deeds().filter(|deed| {
                let same = (&deed.deputy, &deed.item) == (&fact.deputy, &item.code);
                same && deed.deed != fact.deed && year_of(deed.on) == year
            });
            let worth = deeds.filter_map(|deed| worth(Some(item), deed));
            worth.fold(Points::ZERO, Points::plus)
        };
        let (cap, before) = match (item.cap, table.ceiling) {
            (Some(cap), _) => (cap, before(item)),
            // The ceiling is that of the whole table. What is taken off comes no nearer to it.
            (None, Some(ceiling)) if asked >= Points::ZERO => {
                let capped = |item| PointItem::capped(item, before(item));
                let all = table.items.iter().map(capped);
                (ceiling, all.fold(table.base, Points::plus))
            }
            (None, _) => return Ok(()),
        };
        // What is taken off again comes nearer to nothing, not to the cap.
        let cap = cap.size();
        let left = match asked < Points::ZERO {
            true => before.plus(cap),
            false => cap.minus(before),
        };
        match asked.size() <= left {
            true => Ok(()),
            false => Err(StandingRule::BeyondCap {
                item: code(),
                asked,
                left: left.max(Points::ZERO),
                cap,
                article: self.article("performance"),
            }
            .into()),
        }
    }

    fn point_table(&self) -> Result<&PointTable, Refusal> {
        let table = self.rules.and_then(|rules| rules.performance.as_ref());
        table.ok_or_else(|| StandingRule::NoPointTable.into())
    }

    /// An item of the table in force, by its code or label.
    fn point_item(&self, word: &Name) -> Result<&PointItem, Refusal> {
        let table = self.point_table()?;
        table.item(word.as_str()).ok_or_else(|| {
            let items = table.items.iter();
            let names = items.flat_map(|item| [item.code.as_str(), item.label.as_str()]);
            let near = nearest(word.as_str(), names);
            let near = near.into_iter().map(str::to_owned).collect();
            not_found(Thing::ScoreItem, word.as_str(), near)
        })
    }

    /// A deputy rates himself in the words of the table, where it has any.
    fn point_grade(&self, grade: &Name) -> Result<(), Refusal> {
        let table = self.rules.and_then(|rules| rules.performance.as_ref());
        let grades = table.map(|table| table.grades.as_slice());
        let grades = grades.unwrap_or_default();
        match grades.is_empty() || grades.iter().any(|known| known.grade == *grade) {
            true => Ok(()),
            false => {
                let known = grades.iter().map(|known| known.grade.to_string()).collect();
                Err(not_found(Thing::Grade, grade.as_str(), known))
            }
        }
    }

    /// Somebody on the roster, and a year that has begun.
    fn rated_year(&self, deputy: &Name, year: i32) -> Result<(), Refusal> {
        self.deputy(deputy)?;
        if year > year_of(self.stamp.on) {
            return Err(StandingRule::YearToCome { year }.into());
        }
        let served = self.book.office().deputy(deputy);
        match served.is_none_or(|known| known.serves_in(year)) || self.stamp.lenient {
            true => Ok(()),
            false => Err(StandingRule::NoSeatInYear {
                deputy: deputy.clone(),
                year,
            }
            .into()),
        }
    }
}

/// The words come to the ballots.
fn told_add_up(fact: &DeputyVoterRated) -> Result<(), Refusal> {
    let words = [fact.satisfied, fact.mostly, fact.dissatisfied];
    let told = words.iter().flatten().copied().map(u64::from).sum();
    match told == u64::from(fact.ballots) && told > 0 {
        true => Ok(()),
        false => Err(StandingRule::RatingsAndBallots {
            told,
            ballots: fact.ballots,
        }
        .into()),
    }
}
