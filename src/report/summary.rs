//! The summary: counts and shares by category, period, class, unit; satisfaction; rates.
//!
//! Formulas and denominators are those of published reports; what an office understands by a rate
//! is read from its rule set. It counts cases as they stand on the day of the view.

use std::collections::{BTreeMap, BTreeSet};

use super::document::Document;
use super::figures::{Figures, Scope};
use super::judgement::{revisit, satisfaction, stars};
use super::list::colour_key;
use super::outlook::Outlook;
use super::rates::rates;
use super::scope::Filter;
use super::section::{Row, Section};
use super::sessions;
use super::tally::{Group, by_word, class_of, counts, in_work, of, select, shares, style};
use super::units::by_unit;
use crate::domain::book::{Case, Ending};
use crate::domain::event::Kind;
use crate::domain::rules::{ClassRule, Colour};
use crate::domain::terms::{CaseId, Level, Name, Period};
use crate::words::{Label, Word};

/// The report.
pub fn summary(outlook: &Outlook, filter: &Filter) -> Document {
    let figures = figures(outlook, filter);
    let title = Label::Summary.word(outlook.lang);
    let headings = outlook.headings();
    Document::of_figures("report.summary", title, outlook.basis(), figures, &headings)
        .with_foot(outlook.foot())
}

/// Its figures.
pub fn figures(outlook: &Outlook, filter: &Filter) -> Figures {
    let all: Vec<&Case> = outlook.book.cases().collect();
    let cases = select(&all, |case| filter.counts(outlook, case));
    let tracked = select(&all, |case| filter.tracks(outlook, case));
    let sections = vec![
        by_period(outlook, &cases),
        by_category(outlook, &cases),
        by_class(outlook, &cases),
        by_kind(outlook, &cases),
        by_level(outlook, &tracked),
        by_unit(outlook, &cases),
        satisfaction(outlook, &cases),
        rates(outlook, &cases),
        colours(outlook, &cases),
        stars(outlook, &cases),
        revisit(outlook, &cases),
        outside(outlook, filter, &all),
    ];
    Figures {
        month: None,
        scope: scope(outlook, filter, &cases, tracked.len()),
        sections,
    }
}

/// What was counted, in words and numbers.
pub(super) fn scope(outlook: &Outlook, filter: &Filter, cases: &[&Case], tracked: usize) -> Scope {
    let assignments = cases.iter().filter_map(|c| c.assignment());
    let units: BTreeSet<&Name> = assignments.flat_map(|a| a.to.repliers()).collect();
    Scope {
        label: label(outlook, filter, cases),
        total: cases.len(),
        tracked,
        units_count: units.len(),
    }
}

/// What is counted, in words; which sessions too, where they are several and none was named.
fn label(outlook: &Outlook, filter: &Filter, cases: &[&Case]) -> String {
    let label = filter.label(outlook);
    match sessions::covered(outlook, cases) {
        Some(sessions) => format!("{label} · {sessions}"),
        None => label,
    }
}

fn by_period(outlook: &Outlook, cases: &[&Case]) -> Section {
    let periods = [
        (Period::InSession, "in_session"),
        (Period::BetweenSessions, "between_sessions"),
    ];
    let group = |(period, key): (Period, &'static str)| {
        let cases = of(cases, |c| c.period == period);
        Group::new(key, period.word(outlook.lang), cases)
    };
    let whole = (Label::InScope, cases.len());
    shares(
        outlook,
        "period",
        Label::Period,
        whole,
        periods.map(group).into(),
    )
}

/// In the order of the rule set, those without a case too; what it does not name follows.
pub(super) fn by_category(outlook: &Outlook, cases: &[&Case]) -> Section {
    let known = outlook.rules().map(|rules| rules.categories.as_slice());
    let groups = by_word(known.unwrap_or_default(), cases, |c| Some(&c.category));
    let group = |(name, cases): (Name, _)| Group::new(name.to_string(), name.to_string(), cases);
    let groups = groups.into_iter().map(group).collect();
    let whole = (Label::InScope, cases.len());
    shares(outlook, "category", Label::Category, whole, groups)
}

/// Of those that were replied to; what waits for its reply has no class.
pub(super) fn by_class(outlook: &Outlook, cases: &[&Case]) -> Section {
    let replied = select(cases, |c| c.replied().is_some());
    let told = |class: &ClassRule| format!("{} {}", class.code, class.label);
    let rules = outlook.rules().map(|r| r.classes.as_slice());
    let classes = rules.unwrap_or_default();
    let known: Vec<Name> = classes.iter().map(|class| class.code.clone()).collect();
    let group = |(code, cases): (Name, Vec<CaseId>)| {
        let class = classes.iter().find(|class| class.code == code);
        // A class of an earlier rule set.
        let class = class.or_else(|| {
            let case = outlook.book.case(*cases.first()?)?;
            let then = outlook.book.office().rules_on(class_of(case)?.on)?;
            then.class(code.as_str())
        });
        let label = class.map_or_else(|| code.to_string(), told);
        Group::new(code.to_string(), label, cases)
    };
    let groups = by_word(&known, &replied, |c| Some(&class_of(c)?.class));
    let groups = groups.into_iter().map(group).collect();
    let whole = (Label::RepliedCases, replied.len());
    shares(outlook, "class", Label::Class, whole, groups)
}

/// The kinds, and of all of them those that are key supervised, or were raised to the upper level.
fn by_kind(outlook: &Outlook, cases: &[&Case]) -> Section {
    let kinds = [
        (Kind::Ordinary, "ordinary"),
        (Kind::Key, "key"),
        (Kind::Complex, "complex"),
    ];
    let group = |(kind, key): (Kind, &'static str)| {
        Group::new(key, kind.word(outlook.lang), of(cases, |c| c.kind == kind))
    };
    let groups = kinds.map(group).into();
    let whole = (Label::InScope, cases.len());
    let mut section = shares(outlook, "kind", Label::Kind, whole, groups);
    let supervised = of(cases, |c| c.key_supervised.is_some());
    let escalated = of(cases, |c| c.escalation.is_some());
    for (key, label, cases) in [
        ("key_supervised", Label::KeySupervised, supervised),
        ("escalated", Label::Escalated, escalated),
    ] {
        let share = style(outlook).share(cases.len() as u64, whole.1 as u64);
        let row = Row::of_cases(key, label.word(outlook.lang), cases);
        section.rows.push(row.with_share(share));
    }
    section
}

/// Of all that the store tracks, other levels included.
fn by_level(outlook: &Outlook, tracked: &[&Case]) -> Section {
    let levels = [
        (Level::Town, "town"),
        (Level::District, "district"),
        (Level::City, "city"),
        (Level::Province, "province"),
    ];
    let group = |(level, key): (Level, &'static str)| {
        Group::new(
            key,
            level.word(outlook.lang),
            of(tracked, |c| c.level == level),
        )
    };
    let groups = levels.into_iter().map(group);
    let groups = groups.filter(|g| !g.cases.is_empty()).collect();
    let whole = (Label::TrackedCases, tracked.len());
    shares(outlook, "level", Label::Level, whole, groups)
}

/// The colour of every case that is still in work.
pub(super) fn colours(outlook: &Outlook, cases: &[&Case]) -> Section {
    let coloured: BTreeMap<CaseId, Colour> = cases
        .iter()
        .filter_map(|case| Some((case.id, in_work(outlook, case)?)))
        .collect();
    let kinds = [Colour::Green, Colour::Yellow, Colour::Red];
    let group = |kind: Colour| {
        let cases = of(cases, |c| coloured.get(&c.id) == Some(&kind));
        Group::new(colour_key(kind), kind.word(outlook.lang), cases)
    };
    let whole = (Label::CasesInWork, coloured.len());
    let groups = kinds.map(group).into();
    shares(outlook, "colour", Label::Colour, whole, groups)
}

/// What does not count: withdrawn, refused, turned into letters, not handed over yet, and the
/// cases of other levels than the one that is counted.
fn outside(outlook: &Outlook, filter: &Filter, all: &[&Case]) -> Section {
    let lang = outlook.lang;
    let taken = select(all, |case| filter.takes(outlook, case));
    let ended = |ending: Ending| of(&taken, |c| c.ended.is_some_and(|(_, e)| e == ending));
    // Whoever has them: nobody, so that a unit asked for has none of them.
    let waiting = of(all, |case| {
        let open = case.counts() && case.assignment().is_none();
        open && filter.takes_any_unit(outlook, case)
    });
    let level = filter.level(outlook);
    let others = of(all, |c| filter.tracks(outlook, c) && c.level != level);
    let groups = vec![
        Group::new(
            "withdrawn",
            Ending::Withdrawn.word(lang),
            ended(Ending::Withdrawn),
        ),
        Group::new(
            "refused",
            Ending::Refused.word(lang),
            ended(Ending::Refused),
        ),
        Group::new("letter", Ending::Letter.word(lang), ended(Ending::Letter)),
        Group::new("not_handed_over", Label::NotHandedOver.word(lang), waiting),
        Group::new("upper_level", Label::OtherLevels.word(lang), others),
    ];
    counts(outlook, "outside", Label::Outside, groups)
}
