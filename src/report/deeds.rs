//! What was done between two days: of each kind of deed how often, and in how many cases.
//!
//! Read from the facts, not from where the cases stand; what was taken back did not happen. It
//! judges nothing.

use std::ops::RangeInclusive;

use super::outlook::Outlook;
use super::section::{Row, Section};
use super::table::{Look, Table};
use super::tally::{heading, integer};
use crate::domain::book::Case;
use crate::domain::event::{self, Event};
use crate::domain::terms::{CaseId, Date};
use crate::words::{Label, Word};

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
