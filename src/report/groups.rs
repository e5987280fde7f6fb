//! The reports by group: units, categories, deputies; and what every report over the cases of a scope
//! has in common.
//!
//! Refuses: to rank and to score; who judges units has his own report.

use std::collections::BTreeSet;

use super::breakdown::{Breakdown, Question, outcome};
use super::document::Document;
use super::figures::{Figures, Scope};
use super::outlook::Outlook;
use super::scope::Filter;
use super::section::Section;
use super::summary::ScopeCount;
use super::table::{Look, Table};
use super::units::by_unit;
use crate::domain::book::Case;
use crate::domain::rules::ClockKey;
use crate::domain::terms::{Date, Name};
use crate::words::{Label, Word};

/// The units: what each owes and how it was judged, and how it went about it.
pub fn units(outlook: &Outlook, filter: &Filter) -> Document {
    let title = ("report.units", Label::UnitsReport);
    let tables: Vec<Box<dyn Table>> = vec![Box::new(by_unit(outlook)), Box::new(conduct(outlook))];
    report(outlook, filter, title, tables)
}

/// The categories, in the order of the rule set.
pub fn categories(outlook: &Outlook, filter: &Filter) -> Document {
    let title = ("report.categories", Label::CategoriesReport);
    let rules = outlook.rules();
    let names = rules.map(|r| r.categories.clone()).unwrap_or_default();
    let named = ("category", Label::Category);
    let by = |case: &Case| case.category.clone();
    let table = Breakdown::parts(outlook, named, names, by, outcome(outlook));
    report(outlook, filter, title, vec![Box::new(table)])
}

/// The deputies: what each raised and co-signed, and what became of it.
pub fn deputies(outlook: &Outlook, filter: &Filter) -> Document {
    let title = ("report.deputies", Label::DeputiesReport);
    let raised = Breakdown::overlapping(
        outlook,
        ("deputy", Label::Proposed),
        |case| case.proposer().cloned().into_iter().collect(),
        outcome(outlook),
    );
    let signed = Breakdown::overlapping(
        outlook,
        ("co_signer", Label::CoSigned),
        |case| case.co_signers.clone(),
        Vec::new(),
    );
    report(
        outlook,
        filter,
        title,
        vec![Box::new(raised), Box::new(signed)],
    )
}

/// How the units went about it: signing, talks, more time, cases given back, being urged. A unit
/// stands here with every case it ever had, and answers for what it did itself.
fn conduct<'o>(outlook: &'o Outlook<'o>) -> Breakdown<'o> {
    let as_of: Date = outlook.as_of;
    let holds = |case: &Case, unit: &Name| {
        let assignment = case.assignment();
        assignment.is_some_and(|a| a.to.repliers().any(|replier| replier == unit))
    };
    let signed_late = move |case: &Look, unit: &Name| {
        let mut clocks = case.clocks().iter();
        holds(case, unit)
            && clocks.any(|clock| clock.key == ClockKey::Sign && clock.is_overdue(as_of))
    };
    type Fits = fn(&Look, &Name) -> bool;
    let own = |key, label, fits: Fits| Question::of_group(outlook, key, label, fits);
    let held = |key, label, fits: fn(&Look) -> bool| {
        Question::of_group(outlook, key, label, move |c, unit| {
            holds(c, unit) && fits(c)
        })
    };
    let questions = vec![
        own("signed", Label::SignedCases, |c, unit| {
            c.assignments.iter().any(|a| a.signed.contains_key(unit))
        }),
        Question::of_group(outlook, "signed_late", Label::SignedLate, signed_late),
        held("consulted", Label::ConsultedCases, |c| c.is_consulted()),
        held("leader_present", Label::LeaderPresent, |c| {
            c.current_consultations().any(|talk| talk.leader_present)
        }),
        held("extended", Label::ExtendedCases, |c| c.extension.is_some()),
        own("returned", Label::ReturnedCases, |c, unit| {
            let mut returns = c.assignments.iter().filter_map(|a| a.returned.as_ref());
            returns.any(|returned| returned.unit == *unit)
        }),
        own("reminded", Label::Reminded, |c, unit| {
            c.reminders.iter().any(|r| r.unit.as_ref() == Some(unit))
        }),
        own("supervised", Label::SupervisedCases, |c, unit| {
            let mut notices = c.oversight.notices.iter();
            notices.any(|n| n.unit.as_ref().is_none_or(|named| named == unit))
        }),
        held("findings", Label::Findings, |c| {
            c.oversight.inspections.iter().any(|i| i.finding.is_some())
        }),
        held("reworked", Label::ReworkedCases, |c| {
            !c.oversight.reworks.is_empty()
        }),
    ];
    let ever = |case: &Case| -> Vec<Name> {
        let units = case.assignments.iter().flat_map(|a| a.to.repliers());
        let units: BTreeSet<&Name> = units.collect();
        units.into_iter().cloned().collect()
    };
    Breakdown::overlapping(outlook, ("conduct", Label::Conduct), ever, questions)
}

/// A report of tables that are shown each case of a scope.
pub(super) fn report<'o>(
    outlook: &'o Outlook<'o>,
    filter: &Filter,
    title: (&'static str, Label),
    mut tables: Vec<Box<dyn Table + 'o>>,
) -> Document {
    let scope = each_in_scope(outlook, filter, |look| {
        tables.iter_mut().for_each(|table| table.take(look));
    });
    let sections = tables.into_iter().map(|table| table.print()).collect();
    document(outlook, title, scope, sections)
}

/// Shows each case of a scope, for one look, and tells what was shown.
pub(super) fn each_in_scope(
    outlook: &Outlook,
    filter: &Filter,
    mut show: impl FnMut(&Look),
) -> Scope {
    let mut scope = ScopeCount::new(outlook, filter);
    for case in outlook.book.walk() {
        let counts = filter.counts(outlook, &case);
        scope.take(&case, counts, filter.tracks(outlook, &case));
        if counts {
            show(&Look::new(outlook, &case));
        }
    }
    scope.print()
}

/// All cases of a scope, for who compares them with each other.
pub(super) fn all_in_scope<'o>(outlook: &Outlook<'o>, filter: &Filter) -> (Scope, Vec<&'o Case>) {
    let mut scope = ScopeCount::new(outlook, filter);
    let mut cases = Vec::new();
    for case in outlook.book.cases() {
        let counts = filter.counts(outlook, case);
        scope.take(case, counts, filter.tracks(outlook, case));
        cases.extend(counts.then_some(case));
    }
    (scope.print(), cases)
}

/// A report of what was counted of a scope.
pub(super) fn document(
    outlook: &Outlook,
    (kind, title): (&'static str, Label),
    scope: Scope,
    sections: Vec<Section>,
) -> Document {
    let figures = Figures {
        month: None,
        scope,
        sections,
    };
    let title = title.word(outlook.lang);
    Document::of_figures(kind, title, outlook.basis(), figures, &outlook.headings())
        .with_foot(outlook.foot())
}
