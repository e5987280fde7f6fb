//! Small ways of counting that every report shares, and the few questions about a case that all of
//! them must answer alike. A figure is always the cases behind it, counted.
//!
//! Its sections are of groups that a report has gathered: of chosen cases, or of things of which one
//! case has several. Tables that are filled while all cases are walked through stand in `table`.
//!
//! Refuses: to know a report. What is counted, and of what, each report says itself.

use super::outlook::Outlook;
use super::section::{Denominator, Heading, Row, Section};
use super::sheet::{Key, Kind};
use crate::domain::book::{Case, ClassStep};
use crate::domain::colour::colouring;
pub(super) use crate::domain::deadline::owing;
use crate::domain::rules::{Colour, PercentStyle};
use crate::domain::terms::CaseId;
use crate::words::{Label, Word};

/// The office's way of printing a share.
pub(super) fn style(outlook: &Outlook) -> PercentStyle {
    outlook
        .rules()
        .map(|rules| rules.percent)
        .unwrap_or_default()
}

/// One group of a section: its key, its words, its cases.
pub(super) struct Group {
    pub(super) key: Key,
    pub(super) label: String,
    pub(super) cases: Vec<CaseId>,
}

impl Group {
    pub(super) fn new(key: impl Into<Key>, label: impl Into<String>, cases: Vec<CaseId>) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            cases,
        }
    }
}

/// A section whose rows are shares of one denominator.
pub(super) fn shares(
    outlook: &Outlook,
    key: &'static str,
    label: Label,
    of: (Label, usize),
    groups: Vec<Group>,
) -> Section {
    let counts: Vec<u64> = groups.iter().map(|g| g.cases.len() as u64).collect();
    let shares = style(outlook).shares(&counts, of.1 as u64);
    let rows = groups.into_iter().zip(shares);
    Section {
        key: key.into(),
        label: label.word(outlook.lang).to_owned(),
        denominator: Some(Denominator {
            label: of.0.word(outlook.lang).to_owned(),
            value: of.1,
        }),
        headings: Vec::new(),
        rows: rows
            .map(|(g, share)| Row::of_cases(g.key, g.label, g.cases).with_share(share))
            .collect(),
    }
}

/// Cases that stand together by more than one condition, as a slice of the same references.
pub(super) fn select<'a>(cases: &[&'a Case], fits: impl Fn(&Case) -> bool) -> Vec<&'a Case> {
    cases.iter().copied().filter(|case| fits(case)).collect()
}

/// Handed in, still counted, neither replied to nor closed.
pub(super) fn waits(case: &Case) -> bool {
    case.awaits_reply()
}

/// The colour of a case that is still in work: it waits for its reply, or shows a sign.
pub(super) fn in_work(outlook: &Outlook, case: &Case) -> Option<Colour> {
    let colour = colouring(outlook.book, case, outlook.as_of)?.shown();
    (waits(case) || colour != Colour::Green).then_some(colour)
}

/// The class that counts, with its day, of a case that was replied to.
pub(super) fn class_of(case: &Case) -> Option<&ClassStep> {
    case.replied().and(case.classes.last())
}

/// The heading of a named integer.
pub(super) fn heading(outlook: &Outlook, key: impl Into<Key>, label: Label) -> Heading {
    heading_of(outlook, key, label, Kind::Number)
}

/// The heading of a named value.
pub(super) fn heading_of(
    outlook: &Outlook,
    key: impl Into<Key>,
    label: Label,
    kind: Kind,
) -> Heading {
    Heading {
        key: key.into(),
        label: label.word(outlook.lang).to_owned(),
        kind,
    }
}

/// A number of cases as a named integer.
pub(super) fn integer(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
