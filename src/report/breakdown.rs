//! The same questions asked of several groups of cases: of each category, unit or deputy how many
//! there are, how far they came, how they ended, what was said of them.
//!
//! Refuses: to rank. A case may stand in several groups; then the groups do not add up to the
//! whole, and their shares are none.

use std::collections::BTreeMap;

use super::outlook::Outlook;
use super::section::{Denominator, Heading, Row, Section};
use super::sheet::{Key, Kind};
use super::table::{Look, Table};
use super::tally::{class_of, style};
use super::units::{class_key, grade_key};
use crate::domain::book::Case;
use crate::domain::deadline::Clock;
use crate::domain::rules::Grade;
use crate::domain::terms::{CaseId, Name};
use crate::words::{Label, Word};

type By<'o> = Box<dyn Fn(&Case) -> Vec<Name> + 'o>;
type Fits<'o> = Box<dyn Fn(&Look, &Name) -> bool + 'o>;

/// A question that is asked of each case, and of the group in which it is asked.
pub(super) enum Question<'o> {
    /// A column of the cases that fit.
    Fits {
        key: &'static str,
        label: String,
        fits: Fits<'o>,
    },
    /// A column for each class: those of the rule set, then those that only replies have.
    Class(Vec<Name>),
}

impl<'o> Question<'o> {
    pub(super) fn new(
        outlook: &Outlook,
        key: &'static str,
        label: Label,
        fits: impl Fn(&Look) -> bool + 'o,
    ) -> Self {
        Self::worded(key, label.word(outlook.lang), fits)
    }

    /// A question whose answer is the group's own: what this unit did, not the next one.
    pub(super) fn of_group(
        outlook: &Outlook,
        key: &'static str,
        label: Label,
        fits: impl Fn(&Look, &Name) -> bool + 'o,
    ) -> Self {
        Self::Fits {
            key,
            label: label.word(outlook.lang).to_owned(),
            fits: Box::new(fits),
        }
    }

    fn worded(
        key: &'static str,
        label: impl Into<String>,
        fits: impl Fn(&Look) -> bool + 'o,
    ) -> Self {
        Self::Fits {
            key,
            label: label.into(),
            fits: Box::new(move |case, _| fits(case)),
        }
    }

    fn classes(outlook: &Outlook) -> Self {
        let rules = outlook.rules().map(|rules| rules.classes.as_slice());
        let known = rules.unwrap_or_default().iter();
        Self::Class(known.map(|class| class.code.clone()).collect())
    }

    /// Has a column for what is said of a case.
    fn hear(&mut self, look: &Look) {
        let Self::Class(known) = self else { return };
        if let Some(step) = class_of(look)
            && !known.contains(&step.class)
        {
            known.push(step.class.clone());
        }
    }

    /// In which column of a group a case stands.
    fn answer(&self, look: &Look, group: &Name) -> Option<Key> {
        match self {
            Self::Fits { key, fits, .. } => fits(look, group).then_some((*key).into()),
            Self::Class(_) => class_of(look).map(|step| class_key(&step.class)),
        }
    }

    fn headings(&self) -> Vec<Heading> {
        let heading = |key, label: &str| Heading {
            key,
            label: label.to_owned(),
            kind: Kind::Number,
        };
        match self {
            Self::Fits { key, label, .. } => vec![heading((*key).into(), label)],
            Self::Class(codes) => {
                let codes = codes.iter();
                let headings = codes.map(|code| heading(class_key(code), code.as_str()));
                headings.collect()
            }
        }
    }
}

/// The cases of a group, and those of each column.
#[derive(Default)]
struct Group {
    cases: Vec<CaseId>,
    columns: BTreeMap<Key, Vec<CaseId>>,
}

/// A section with a row a group and a column a question.
pub(super) struct Breakdown<'o> {
    outlook: &'o Outlook<'o>,
    named: (&'static str, Label),
    /// These stand first; where there are any, each case is in one group, so that shares are told.
    parts: Option<Vec<Name>>,
    by: By<'o>,
    questions: Vec<Question<'o>>,
    whole: usize,
    groups: BTreeMap<Name, Group>,
}

impl<'o> Breakdown<'o> {
    /// By name; a case may be in several groups.
    pub(super) fn overlapping(
        outlook: &'o Outlook<'o>,
        named: (&'static str, Label),
        by: impl Fn(&Case) -> Vec<Name> + 'o,
        questions: Vec<Question<'o>>,
    ) -> Self {
        Self {
            outlook,
            named,
            parts: None,
            by: Box::new(by),
            questions,
            whole: 0,
            groups: BTreeMap::new(),
        }
    }

    /// In the order of some names first, then by name; each case is in one group.
    pub(super) fn parts(
        outlook: &'o Outlook<'o>,
        named: (&'static str, Label),
        names: Vec<Name>,
        by: impl Fn(&Case) -> Name + 'o,
        questions: Vec<Question<'o>>,
    ) -> Self {
        let by = move |case: &Case| vec![by(case)];
        Self {
            parts: Some(names),
            ..Self::overlapping(outlook, named, by, questions)
        }
    }
}

impl Table for Breakdown<'_> {
    fn take(&mut self, look: &Look) {
        self.whole += 1;
        for question in &mut self.questions {
            question.hear(look);
        }
        for name in (self.by)(look) {
            let answers = self.questions.iter();
            let answers = answers.filter_map(|question| question.answer(look, &name));
            let answers: Vec<Key> = answers.collect();
            let group = self.groups.entry(name).or_default();
            group.cases.push(look.id);
            for key in answers {
                group.columns.entry(key).or_default().push(look.id);
            }
        }
    }

    fn print(mut self: Box<Self>) -> Section {
        let (key, label) = self.named;
        let headings: Vec<Heading> = self.questions.iter().flat_map(Question::headings).collect();
        let has_shares = self.parts.is_some();
        let mut names = self.parts.unwrap_or_default();
        let known = self.groups.keys();
        let more: Vec<Name> = known.filter(|n| !names.contains(n)).cloned().collect();
        names.extend(more);
        let rows = names.into_iter().map(|name| {
            let Group { cases, mut columns } = self.groups.remove(&name).unwrap_or_default();
            let row = Row::of_cases(name.to_string(), name.to_string(), cases);
            headings.iter().fold(row, |row, heading| {
                let cases = columns.remove(&heading.key).unwrap_or_default();
                row.with_counted(heading.key.clone(), cases)
            })
        });
        let mut rows: Vec<Row> = rows.collect();
        if has_shares {
            let counts: Vec<u64> = rows.iter().map(|row| row.cases.len() as u64).collect();
            let shares = style(self.outlook).shares(&counts, self.whole as u64);
            let shared = rows.into_iter().zip(shares);
            rows = shared.map(|(row, share)| row.with_share(share)).collect();
        }
        Section {
            key: key.into(),
            label: label.word(self.outlook.lang).to_owned(),
            denominator: has_shares.then(|| Denominator {
                label: Label::InScope.word(self.outlook.lang).to_owned(),
                value: self.whole,
            }),
            headings,
            rows,
        }
    }
}

/// How far they came and how they ended: replied in time or late, overdue, closed, each class,
/// each grade, forms that did not come back.
pub(super) fn outcome<'o>(outlook: &'o Outlook<'o>) -> Vec<Question<'o>> {
    let due = |case: &Look| case.reply_clock().map(Clock::due);
    let ask = |key: &'static str, label, fits: fn(&Look) -> bool| {
        Question::new(outlook, key, label, fits)
    };
    let mut questions = vec![
        ask("consulted", Label::ConsultedCases, |c| c.is_consulted()),
        ask("replied", Label::Replied, |c| c.replied().is_some()),
        Question::new(outlook, "late", Label::RepliedLate, move |c| {
            c.replied().is_some() && c.replied() > due(c) && due(c).is_some()
        }),
        Question::new(outlook, "overdue", Label::Overdue, move |c| {
            c.waits() && due(c).is_some_and(|due| outlook.as_of > due)
        }),
        ask("closed", Label::ClosedCases, |c| c.closed.is_some()),
        Question::classes(outlook),
    ];
    let grades = [Grade::Satisfied, Grade::Mostly, Grade::Dissatisfied];
    for grade in grades {
        let label = grade.word(outlook.lang);
        questions.push(Question::worded(grade_key(grade), label, move |c| {
            let rating = c.rating().filter(|_| c.replied().is_some());
            rating.and_then(|r| outlook.book.grade(r)) == Some(grade)
        }));
    }
    questions.push(ask("not_returned", Label::NotReturned, |c| {
        c.replied().is_some() && c.rating().and_then(|r| r.headline()).is_none()
    }));
    questions
}
