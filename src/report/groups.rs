//! The reports by group: units, categories, deputies.
//!
//! Refuses: to rank and to score; who judges units has his own report.

use super::breakdown::{Groups, Question, breakdown, outcome};
use super::document::Document;
use super::figures::Figures;
use super::outlook::Outlook;
use super::scope::Filter;
use super::section::Section;
use super::summary::scope;
use super::tally::select;
use super::units::by_unit;
use crate::domain::book::Case;
use crate::domain::rules::ClockKey;
use crate::domain::terms::Name;
use crate::domain::{deadline, terms};
use crate::words::{Label, Word};

/// The units: what each owes and how it was judged, and how it went about it.
pub fn units(outlook: &Outlook, filter: &Filter) -> Document {
    report(
        outlook,
        filter,
        ("report.units", Label::UnitsReport),
        |cases| vec![by_unit(outlook, cases), conduct(outlook, cases)],
    )
}

/// The categories, in the order of the rule set.
pub fn categories(outlook: &Outlook, filter: &Filter) -> Document {
    let title = ("report.categories", Label::CategoriesReport);
    report(outlook, filter, title, |cases| {
        let rules = outlook.rules();
        let names = rules.map(|r| r.categories.clone()).unwrap_or_default();
        let groups = Groups::Parts(names, |c: &Case| vec![c.category.clone()]);
        let questions = outcome(outlook, cases);
        let section = ("category", Label::Category);
        vec![breakdown(outlook, section, cases, groups, &questions)]
    })
}

/// The deputies: what each raised and co-signed, and what became of it.
pub fn deputies(outlook: &Outlook, filter: &Filter) -> Document {
    let title = ("report.deputies", Label::DeputiesReport);
    report(outlook, filter, title, |cases| {
        let proposers = Groups::Overlapping(|c: &Case| c.proposer().cloned().into_iter().collect());
        let signers = Groups::Overlapping(|c: &Case| c.co_signers.clone());
        let questions = outcome(outlook, cases);
        let raised = ("deputy", Label::Proposed);
        let signed = ("co_signer", Label::CoSigned);
        vec![
            breakdown(outlook, raised, cases, proposers, &questions),
            breakdown(outlook, signed, cases, signers, &[]),
        ]
    })
}

/// How the units went about it: signing, talks, more time, cases given back, being urged.
fn conduct(outlook: &Outlook, cases: &[&Case]) -> Section {
    let as_of: terms::Date = outlook.as_of;
    let late = move |case: &Case, key: ClockKey| {
        let clocks = deadline::clocks(outlook.book, case, as_of);
        let mut clocks = clocks.iter().filter(|clock| clock.key == key);
        clocks.any(|clock| clock.is_overdue(as_of))
    };
    let ask = |key: &'static str, label, fits: fn(&Case) -> bool| {
        Question::new(outlook, key, label, fits)
    };
    let questions = [
        ask("signed", Label::SignedCases, |c| c.signed().is_some()),
        Question::new(outlook, "signed_late", Label::SignedLate, move |c| {
            late(c, ClockKey::Sign)
        }),
        ask("consulted", Label::ConsultedCases, Case::is_consulted),
        ask("leader_present", Label::LeaderPresent, |c| {
            c.current_consultations().any(|talk| talk.leader_present)
        }),
        ask("extended", Label::ExtendedCases, |c| c.extension.is_some()),
        ask("returned", Label::ReturnedCases, |c| {
            c.assignments.iter().any(|a| a.returned.is_some())
        }),
        ask("reminded", Label::Reminded, |c| {
            c.reminders.iter().any(|r| r.unit.is_some())
        }),
        ask("supervised", Label::SupervisedCases, |c| {
            !c.oversight.notices.is_empty()
        }),
        ask("findings", Label::Findings, |c| {
            c.oversight.inspections.iter().any(|i| i.finding.is_some())
        }),
        ask("reworked", Label::ReworkedCases, |c| {
            !c.oversight.reworks.is_empty()
        }),
    ];
    let repliers = |case: &Case| -> Vec<Name> {
        let assignment = case.assignment().into_iter();
        assignment.flat_map(|a| a.to.repliers().cloned()).collect()
    };
    let section = ("conduct", Label::Conduct);
    let groups = Groups::Overlapping(repliers);
    breakdown(outlook, section, cases, groups, &questions)
}

/// A report over the cases of a scope.
pub(super) fn report(
    outlook: &Outlook,
    filter: &Filter,
    (kind, title): (&'static str, Label),
    sections: impl FnOnce(&[&Case]) -> Vec<Section>,
) -> Document {
    let all: Vec<&Case> = outlook.book.cases().collect();
    let cases = select(&all, |case| filter.counts(outlook, case));
    let tracked = select(&all, |case| filter.tracks(outlook, case));
    let figures = Figures {
        month: None,
        scope: scope(outlook, filter, &cases, tracked.len()),
        sections: sections(&cases),
    };
    let title = title.word(outlook.lang);
    Document::of_figures(kind, title, outlook.basis(), figures, &outlook.headings())
        .with_foot(outlook.foot())
}
