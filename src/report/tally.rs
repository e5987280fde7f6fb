//! Small ways of counting that every report shares, and the few questions about a case that all of
//! them must answer alike. A figure is always the cases behind it, counted.
//!
//! Its sections are of groups that a report has gathered: of chosen cases, or of things of which one
//! case has several. Tables that are filled while all cases are walked through stand in `table`.
//!
//! Refuses: to know a report. What is counted, and of what, each report says itself.

use std::collections::BTreeMap;

use super::outlook::Outlook;
use super::section::{Denominator, Heading, Row, Section};
use super::sheet::{Key, Kind};
use crate::domain::book::{Case, ClassStep};
use crate::domain::colour::colouring;
pub(super) use crate::domain::deadline::owing;
use crate::domain::rules::{Colour, PercentStyle};
use crate::domain::terms::{CaseId, Name};
use crate::words::{Label, Word};

/// The office's way of printing a share.
pub(super) fn style(outlook: &Outlook) -> PercentStyle {
    outlook
        .rules()
        .map(|rules| rules.percent)
        .unwrap_or_default()
}

/// The cases that fit.
pub(super) fn of(cases: &[&Case], fits: impl Fn(&Case) -> bool) -> Vec<CaseId> {
    cases
        .iter()
        .filter(|case| fits(case))
        .map(|case| case.id)
        .collect()
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

/// The cases by what somebody said of them: the words that were expected in their order, those
/// without a case too, then the others as they turn up. What nothing was said of is in no group.
pub(super) fn by_word<'a>(
    expected: &[Name],
    cases: &[&'a Case],
    word: impl Fn(&'a Case) -> Option<&'a Name>,
) -> Vec<(Name, Vec<CaseId>)> {
    let mut groups: Vec<(Name, Vec<CaseId>)> = Vec::new();
    let mut places: BTreeMap<Name, usize> = BTreeMap::new();
    for word in expected {
        places.insert(word.clone(), groups.len());
        groups.push((word.clone(), Vec::new()));
    }
    for case in cases {
        let Some(word) = word(case) else {
            continue;
        };
        let place = places.get(word).copied().unwrap_or_else(|| {
            places.insert(word.clone(), groups.len());
            groups.push((word.clone(), Vec::new()));
            groups.len() - 1
        });
        if let Some((_, group)) = groups.get_mut(place) {
            group.push(case.id);
        }
    }
    groups
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

/// A section of plain counts.
pub(super) fn counts(
    outlook: &Outlook,
    key: &'static str,
    label: Label,
    groups: Vec<Group>,
) -> Section {
    Section {
        key: key.into(),
        label: label.word(outlook.lang).to_owned(),
        denominator: None,
        headings: Vec::new(),
        rows: groups
            .into_iter()
            .map(|g| Row::of_cases(g.key, g.label, g.cases))
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
