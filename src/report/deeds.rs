//! What was done between two days: of each kind of deed how often, and in how many cases.
//!
//! Read from the facts, not from where the cases stand; what was taken back did not happen. It
//! judges nothing.

use std::ops::RangeInclusive;

use super::outlook::Outlook;
use super::section::{Heading, Row, Section};
use super::tally::{heading, integer};
use crate::domain::book::Case;
use crate::domain::event::Event;
use crate::domain::terms::{CaseId, Date};
use crate::words::{Label, Word};

/// A kind of deed, and which facts are one of it.
type Deed = (&'static str, Label, fn(&Case, &Event) -> bool);

const DEEDS: [Deed; 17] = [
    ("submitted", Label::Submitted, |_, e| {
        matches!(e, Event::Submitted { .. })
    }),
    ("refused", Label::RefusedCases, |_, e| {
        matches!(e, Event::Refused { .. } | Event::TurnedToLetter { .. })
    }),
    ("withdrawn", Label::WithdrawnCases, |_, e| {
        matches!(e, Event::Withdrawn { .. })
    }),
    ("assigned", Label::HandedOver, |_, e| {
        matches!(e, Event::Assigned { .. } | Event::Tracked { .. })
    }),
    ("returned", Label::ReturnedCases, |_, e| {
        matches!(e, Event::Returned { .. })
    }),
    ("reassigned", Label::Reassigned, |_, e| {
        matches!(e, Event::Reassigned { .. })
    }),
    ("consulted", Label::Consulted, |_, e| {
        matches!(e, Event::Consulted { .. })
    }),
    ("progressed", Label::ProgressNotes, |_, e| {
        matches!(e, Event::Progressed { .. })
    }),
    ("extended", Label::ExtendedCases, |_, e| {
        matches!(e, Event::Extended { .. })
    }),
    ("replied", Label::FullyReplied, |case, e| {
        matches!(e, Event::Replied { .. }) && case.replied() == Some(e.on())
    }),
    ("replied_again", Label::RepliedAgain, |case, e| {
        matches!(e, Event::Replied { .. }) && case.replied().is_some_and(|day| e.on() > day)
    }),
    ("rated", Label::RatedCases, |_, e| {
        matches!(e, Event::Rated { .. })
    }),
    ("promised", Label::PromisesMade, |_, e| {
        matches!(e, Event::CommitmentMade { .. })
    }),
    ("kept", Label::PromisesKept, |_, e| {
        matches!(e, Event::CommitmentSettled { kept: true, .. })
    }),
    ("broken", Label::PromisesBroken, |_, e| {
        matches!(e, Event::CommitmentSettled { kept: false, .. })
    }),
    ("escalated", Label::Escalated, |_, e| {
        matches!(e, Event::Escalated { .. })
    }),
    ("closed", Label::ClosedCases, |_, e| {
        matches!(e, Event::Closed { .. })
    }),
];

/// The deeds of some cases within some days.
pub(super) fn deeds(
    outlook: &Outlook,
    (key, label): (&'static str, Label),
    cases: &[&Case],
    days: &RangeInclusive<Date>,
) -> Section {
    let rows = DEEDS.into_iter().map(|(key, label, fits)| {
        let mut times = 0;
        let mut done: Vec<CaseId> = Vec::new();
        for case in cases {
            let facts = outlook.book.timeline(case.id).map(|fact| fact.event);
            let of = facts.filter(|e| days.contains(&e.on()) && fits(case, e));
            let count = of.count();
            times += count;
            done.extend((count > 0).then_some(case.id));
        }
        Row::of_cases(key, label.word(outlook.lang), done).with_integer("times", integer(times))
    });
    let times: Heading = heading(outlook, "times", Label::Times);
    Section {
        key: key.into(),
        label: label.word(outlook.lang).to_owned(),
        denominator: None,
        headings: vec![times],
        rows: rows.collect(),
    }
}
