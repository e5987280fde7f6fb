//! What was done between two days: of each kind of deed how often, and in how many cases; and month
//! by month through the year.
//!
//! Read from the facts, not from where the cases stand; what was taken back did not happen. It
//! judges nothing.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::month::Month;
use super::outlook::Outlook;
use super::section::{Heading, Measure, Row, Section};
use super::sheet::Kind;
use super::table::{Look, Table};
use super::tally::{heading, integer};
use crate::domain::book::Case;
use crate::domain::event::{self, Event};
use crate::domain::terms::{CaseId, Date};
use crate::words::{self, Label, Word};

/// A kind of deed, and which facts are one of it.
type Deed = (&'static str, Label, fn(&Case, &Event) -> bool);

/// Those that are told only where there was any of it.
const SELDOM: [&str; 3] = ["reminded", "supervised", "delivered"];

const DEEDS: [Deed; 20] = [
    ("submitted", Label::Submitted, |_, e| {
        matches!(e, Event::Submitted(_))
    }),
    ("refused", Label::RefusedCases, |_, e| {
        matches!(e, Event::Refused(_) | Event::TurnedToLetter(_))
    }),
    ("withdrawn", Label::WithdrawnCases, |_, e| {
        matches!(e, Event::Withdrawn(_))
    }),
    ("assigned", Label::HandedOver, |_, e| {
        matches!(e, Event::Assigned(_) | Event::Tracked(_))
    }),
    ("returned", Label::ReturnedCases, |_, e| {
        matches!(e, Event::Returned(_))
    }),
    ("reassigned", Label::Reassigned, |_, e| {
        matches!(e, Event::Reassigned(_))
    }),
    ("consulted", Label::Consulted, |_, e| {
        matches!(e, Event::Consulted(_))
    }),
    ("progressed", Label::ProgressNotes, |_, e| {
        matches!(e, Event::Progressed(_))
    }),
    ("extended", Label::ExtendedCases, |_, e| {
        matches!(e, Event::Extended(_))
    }),
    ("replied", Label::FullyReplied, |case, e| {
        matches!(e, Event::Replied(_)) && case.replied() == Some(e.on())
    }),
    ("replied_again", Label::RepliedAgain, |case, e| {
        matches!(e, Event::Replied(_)) && case.replied().is_some_and(|day| e.on() > day)
    }),
    ("rated", Label::RatedCases, |_, e| {
        matches!(e, Event::Rated(_))
    }),
    ("promised", Label::PromisesMade, |_, e| {
        matches!(e, Event::CommitmentMade(_))
    }),
    ("kept", Label::PromisesKept, |_, e| {
        matches!(
            e,
            Event::CommitmentSettled(event::CommitmentSettled { kept: true, .. })
        )
    }),
    ("broken", Label::PromisesBroken, |_, e| {
        matches!(
            e,
            Event::CommitmentSettled(event::CommitmentSettled { kept: false, .. })
        )
    }),
    ("escalated", Label::Escalated, |_, e| {
        matches!(e, Event::Escalated(_))
    }),
    ("reminded", Label::Reminded, |_, e| {
        matches!(e, Event::Reminded(_))
    }),
    ("supervised", Label::SupervisedCases, |_, e| {
        matches!(e, Event::Supervised(_))
    }),
    ("delivered", Label::Deliveries, |_, e| {
        matches!(e, Event::Delivered(_))
    }),
    ("closed", Label::ClosedCases, |_, e| {
        matches!(e, Event::Closed(_))
    }),
];

/// The deeds of some days.
pub(super) struct Deeds<'o> {
    outlook: &'o Outlook<'o>,
    named: (&'static str, Label),
    days: RangeInclusive<Date>,
    /// Of each kind how often, and in which cases.
    done: [(usize, Vec<CaseId>); DEEDS.len()],
}

pub(super) fn deeds<'o>(
    outlook: &'o Outlook<'o>,
    named: (&'static str, Label),
    days: RangeInclusive<Date>,
) -> Deeds<'o> {
    Deeds {
        outlook,
        named,
        days,
        done: Default::default(),
    }
}

impl Table for Deeds<'_> {
    fn take(&mut self, look: &Look) {
        for fact in look.within(&self.days) {
            for ((_, _, fits), (times, cases)) in DEEDS.iter().zip(&mut self.done) {
                if fits(look, fact.event) {
                    *times += 1;
                    if cases.last() != Some(&look.id) {
                        cases.push(look.id);
                    }
                }
            }
        }
    }

    fn print(self: Box<Self>) -> Section {
        let (key, label) = self.named;
        let lang = self.outlook.lang;
        let told = |(key, _, _): &Deed, times: usize| times > 0 || !SELDOM.contains(key);
        let rows = DEEDS.iter().zip(self.done);
        let rows = rows.filter(|(deed, (times, _))| told(deed, *times));
        let rows = rows.map(|((key, label, _), (times, cases))| {
            let row = Row::of_cases(*key, label.word(lang), cases);
            row.with_integer("times", integer(times))
        });
        Section {
            key: key.into(),
            label: label.word(lang).to_owned(),
            denominator: None,
            headings: vec![heading(self.outlook, "times", Label::Times)],
            rows: rows.collect(),
        }
    }
}

/// The deeds whose course through the months is told.
const COURSE: [&str; 5] = ["submitted", "assigned", "consulted", "replied", "closed"];

/// The cases of some deeds in each month of a year, from January on.
pub(super) struct ByMonth<'o> {
    outlook: &'o Outlook<'o>,
    months: Vec<Month>,
    days: RangeInclusive<Date>,
    /// Of each deed, the cases of each month.
    done: [Vec<Vec<CaseId>>; COURSE.len()],
}

/// The months of a year until the one that is reported, as far as they are over by the day of the
/// view.
pub(super) fn by_month<'o>(outlook: &'o Outlook<'o>, last: Month) -> ByMonth<'o> {
    let months = std::iter::successors(Some(last.january()), |month| Some(month.next()));
    let months: Vec<Month> = months.take_while(|month| *month <= last).collect();
    ByMonth {
        outlook,
        days: last.january().first()..=outlook.as_of,
        done: COURSE.map(|_| vec![Vec::new(); months.len()]),
        months,
    }
}

/// What a key of [`COURSE`] stands for.
fn deed(key: &str) -> Option<&'static Deed> {
    DEEDS.iter().find(|(known, ..)| *known == key)
}

impl Table for ByMonth<'_> {
    fn take(&mut self, look: &Look) {
        for fact in look.within(&self.days) {
            let month = Month::of(fact.event.on());
            let Some(place) = self.months.iter().position(|known| *known == month) else {
                continue;
            };
            for (key, months) in COURSE.iter().zip(&mut self.done) {
                let fits = deed(key).is_some_and(|(.., fits)| fits(look, fact.event));
                if fits && months[place].last() != Some(&look.id) {
                    months[place].push(look.id);
                }
            }
        }
    }

    fn print(self: Box<Self>) -> Section {
        let lang = self.outlook.lang;
        // One month alone is no course.
        let has_course = self.months.len() > 1;
        let headings = self.months.iter().filter(|_| has_course);
        let headings = headings.map(|month| Heading {
            key: month.code().into(),
            label: words::month_alone(lang, month.number()),
            kind: Kind::Number,
        });
        let rows = COURSE.iter().zip(self.done).filter(|_| has_course);
        let rows = rows.filter_map(|(key, done)| {
            let (key, label, _) = deed(key)?;
            let all: BTreeSet<CaseId> = done.iter().flatten().copied().collect();
            let row = Row::new(*key, label.word(lang), Measure::Integers)
                .with_cases(all.into_iter().collect());
            let months = self.months.iter().zip(done);
            Some(months.fold(row, |row, (month, cases)| {
                row.with_counted(month.code(), cases)
            }))
        });
        Section {
            key: "by_month".into(),
            label: Label::ByMonth.word(lang).to_owned(),
            denominator: None,
            rows: rows.collect(),
            headings: headings.collect(),
        }
    }
}
