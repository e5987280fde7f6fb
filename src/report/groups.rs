//! The reports by group: units, categories, deputies.
//!
//! Refuses: to rank and to score; who judges units has his own report.

use std::collections::BTreeSet;

use super::breakdown::{Groups, Question, breakdown, outcome};
use super::document::Document;
use super::figures::Figures;
use super::outlook::Outlook;
use super::scope::Filter;
use super::section::Section;
use super::summary::ScopeCount;
use super::table::counted;
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
        |cases| {
            let load = counted(outlook, by_unit(outlook), cases);
            vec![load, conduct(outlook, cases)]
        },
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

/// How the units went about it: signing, talks, more time, cases given back, being urged. A unit
/// stands here with every case it ever had, and answers for what it did itself.
fn conduct(outlook: &Outlook, cases: &[&Case]) -> Section {
    let as_of: terms::Date = outlook.as_of;
    let holds = |case: &Case, unit: &Name| {
        let assignment = case.assignment();
        assignment.is_some_and(|a| a.to.repliers().any(|replier| replier == unit))
    };
    let signed_late = move |case: &Case, unit: &Name| {
        let clocks = deadline::clocks(outlook.book, case, as_of);
        let mut clocks = clocks.iter().filter(|clock| clock.key == ClockKey::Sign);
        holds(case, unit) && clocks.any(|clock| clock.is_overdue(as_of))
    };
    type Fits = fn(&Case, &Name) -> bool;
    let own = |key, label, fits: Fits| Question::of_group(outlook, key, label, fits);
    let held = |key, label, fits: fn(&Case) -> bool| {
        Question::of_group(outlook, key, label, move |c, unit| {
            holds(c, unit) && fits(c)
        })
    };
    let questions = [
        own("signed", Label::SignedCases, |c, unit| {
            c.assignments.iter().any(|a| a.signed.contains_key(unit))
        }),
        Question::of_group(outlook, "signed_late", Label::SignedLate, signed_late),
        held("consulted", Label::ConsultedCases, Case::is_consulted),
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
    let section = ("conduct", Label::Conduct);
    breakdown(
        outlook,
        section,
        cases,
        Groups::Overlapping(ever),
        &questions,
    )
}

/// A report over the cases of a scope.
pub(super) fn report(
    outlook: &Outlook,
    filter: &Filter,
    (kind, title): (&'static str, Label),
    sections: impl FnOnce(&[&Case]) -> Vec<Section>,
) -> Document {
    let mut scope = ScopeCount::new(outlook, filter);
    let mut cases = Vec::new();
    for case in outlook.book.cases() {
        let counts = filter.counts(outlook, case);
        scope.take(case, counts, filter.tracks(outlook, case));
        cases.extend(counts.then_some(case));
    }
    let figures = Figures {
        month: None,
        scope: scope.print(),
        sections: sections(&cases),
    };
    let title = title.word(outlook.lang);
    Document::of_figures(kind, title, outlook.basis(), figures, &outlook.headings())
        .with_foot(outlook.foot())
}
