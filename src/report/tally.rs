//! Small ways of counting that every report shares: groups with shares, rates with their own
//! denominators. A figure is always the cases behind it, counted.

use super::outlook::Outlook;
use super::section::{Denominator, Measure, Row, Section};
use super::sheet::Key;
use crate::domain::book::Case;
use crate::domain::rules::PercentStyle;
use crate::domain::terms::CaseId;
use crate::words::{Label, Word};

/// The office's way of printing a share.
pub(super) fn style(outlook: &Outlook) -> PercentStyle {
    outlook
        .rules()
        .map(|rules| rules.percent)
        .unwrap_or_default()
}

pub(super) fn ids<'a>(cases: impl IntoIterator<Item = &'a &'a Case>) -> Vec<CaseId> {
    cases.into_iter().map(|case| case.id).collect()
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

/// A rate: the cases counted, out of how many.
pub(super) fn rate(
    outlook: &Outlook,
    key: &'static str,
    label: Label,
    counted: Vec<CaseId>,
    out_of: usize,
) -> Row {
    let measure = Measure::Rate {
        numerator: counted.len(),
        denominator: out_of,
        percent: style(outlook).share(counted.len() as u64, out_of as u64),
    };
    Row::new(key, label.word(outlook.lang), measure).with_cases(counted)
}
