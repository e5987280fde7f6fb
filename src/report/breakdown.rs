//! The same questions asked of several groups of cases: of each category, unit or deputy how many
//! there are, how far they came, how they ended, what was said of them.
//!
//! Refuses: to rank. A case may stand in several groups; then the groups do not add up to the
//! whole, and their shares are none.

use std::collections::BTreeMap;

use super::outlook::Outlook;
use super::section::{Denominator, Heading, Row, Section};
use super::sheet::{Key, Kind};
use super::tally::{class_of, of, select, style, waits};
use super::units::{class_key, grade_key};
use crate::domain::book::Case;
use crate::domain::deadline;
use crate::domain::rules::Grade;
use crate::domain::terms::Name;
use crate::words::{Label, Word};

/// A question that is asked of each case.
pub(super) struct Question<'q> {
    key: Key,
    label: String,
    fits: Box<dyn Fn(&Case) -> bool + 'q>,
}

impl<'q> Question<'q> {
    pub(super) fn new(
        outlook: &Outlook,
        key: impl Into<Key>,
        label: Label,
        fits: impl Fn(&Case) -> bool + 'q,
    ) -> Self {
        Self::worded(key, label.word(outlook.lang), fits)
    }

    fn worded(
        key: impl Into<Key>,
        label: impl Into<String>,
        fits: impl Fn(&Case) -> bool + 'q,
    ) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            fits: Box::new(fits),
        }
    }
}

/// How cases are put into groups.
pub(super) enum Groups<F: Fn(&Case) -> Vec<Name>> {
    /// In the order of these names first; each case in one, so that shares are told.
    Parts(Vec<Name>, F),
    /// By name; a case may be in several.
    Overlapping(F),
}

/// A section with a row a group and a column a question.
pub(super) fn breakdown<F: Fn(&Case) -> Vec<Name>>(
    outlook: &Outlook,
    (key, label): (&'static str, Label),
    cases: &[&Case],
    groups: Groups<F>,
    questions: &[Question],
) -> Section {
    let (mut names, by, parts) = match groups {
        Groups::Parts(names, by) => (names, by, true),
        Groups::Overlapping(by) => (Vec::new(), by, false),
    };
    let mut found: BTreeMap<Name, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        for name in by(case) {
            found.entry(name).or_default().push(case);
        }
    }
    let more: Vec<Name> = found
        .keys()
        .filter(|name| !names.contains(name))
        .cloned()
        .collect();
    names.extend(more);
    let rows = names.into_iter().map(|name| {
        let cases = found.remove(&name).unwrap_or_default();
        let row = Row::of_cases(name.to_string(), name.to_string(), of(&cases, |_| true));
        let asked = |row: Row, question: &Question| {
            row.with_counted(question.key.clone(), of(&cases, |c| (question.fits)(c)))
        };
        questions.iter().fold(row, asked)
    });
    let mut rows: Vec<Row> = rows.collect();
    if parts {
        let counts: Vec<u64> = rows.iter().map(|row| row.cases.len() as u64).collect();
        let shares = style(outlook).shares(&counts, cases.len() as u64);
        let shared = rows.into_iter().zip(shares);
        rows = shared.map(|(row, share)| row.with_share(share)).collect();
    }
    let heading = |question: &Question| Heading {
        key: question.key.clone(),
        label: question.label.clone(),
        kind: Kind::Number,
    };
    Section {
        key: key.into(),
        label: label.word(outlook.lang).to_owned(),
        denominator: parts.then(|| Denominator {
            label: Label::InScope.word(outlook.lang).to_owned(),
            value: cases.len(),
        }),
        headings: questions.iter().map(heading).collect(),
        rows,
    }
}

/// How far they came and how they ended: replied in time or late, overdue, closed, each class,
/// each grade, forms that did not come back.
pub(super) fn outcome<'q>(outlook: &'q Outlook, cases: &[&Case]) -> Vec<Question<'q>> {
    let replied = |case: &Case| case.replied().is_some();
    let due = |case: &Case| {
        let clock = deadline::reply_clock(outlook.book, case, outlook.as_of)?;
        Some(clock.due())
    };
    let ask = |key: &'static str, label, fits: fn(&Case) -> bool| {
        Question::new(outlook, key, label, fits)
    };
    let mut questions = vec![
        ask("consulted", Label::ConsultedCases, Case::is_consulted),
        ask("replied", Label::Replied, |c| c.replied().is_some()),
        Question::new(outlook, "late", Label::RepliedLate, move |c| {
            replied(c) && c.replied() > due(c) && due(c).is_some()
        }),
        Question::new(outlook, "overdue", Label::Overdue, move |c| {
            waits(c) && due(c).is_some_and(|due| outlook.as_of > due)
        }),
        ask("closed", Label::ClosedCases, |c| c.closed.is_some()),
    ];
    for code in class_codes(outlook, cases) {
        let key = class_key(&code);
        questions.push(Question::worded(key, code.to_string(), move |c| {
            class_of(c).is_some_and(|step| step.class == code)
        }));
    }
    let grades = [Grade::Satisfied, Grade::Mostly, Grade::Dissatisfied];
    for grade in grades {
        let label = grade.word(outlook.lang);
        questions.push(Question::worded(grade_key(grade), label, move |c| {
            let rating = c.rating().filter(|_| replied(c));
            rating.and_then(|r| outlook.book.grade(r)) == Some(grade)
        }));
    }
    questions.push(ask("not_returned", Label::NotReturned, |c| {
        c.replied().is_some() && c.rating().and_then(|r| r.headline()).is_none()
    }));
    questions
}

/// The classes of the rule set, then those that only replies have.
fn class_codes(outlook: &Outlook, cases: &[&Case]) -> Vec<Name> {
    let rules = outlook.rules().map(|r| r.classes.as_slice());
    let known = rules.unwrap_or_default().iter();
    let mut codes: Vec<Name> = known.map(|class| class.code.clone()).collect();
    let replied = select(cases, |c| c.replied().is_some());
    for step in replied.iter().filter_map(|case| class_of(case)) {
        if !codes.contains(&step.class) {
            codes.push(step.class.clone());
        }
    }
    codes
}
