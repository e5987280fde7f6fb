//! The summary: counts and shares by category, period, class, unit; satisfaction; rates.
//!
//! Formulas and denominators are those of published reports; what an office understands by a rate
//! is read from its rule set. It counts cases as they stand on the day of the view.

use std::collections::BTreeMap;

use super::document::Document;
use super::figures::{Figures, Scope};
use super::judgement::{revisit, satisfaction, stars};
use super::outlook::Outlook;
use super::rates::rates;
use super::scope::Filter;
use super::section::{Heading, Row, Section};
use super::tally::{Group, counts, ids, of, shares};
use crate::domain::book::{Case, Ending};
use crate::domain::deadline::{self, Clock};
use crate::domain::event::Kind;
use crate::domain::rules::Colour;
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
    let taken: Vec<&Case> = outlook
        .book
        .cases()
        .filter(|c| filter.takes(outlook, c))
        .collect();
    let cases: Vec<&Case> = taken.iter().copied().filter(|case| case.counts()).collect();
    let sections = vec![
        by_period(outlook, &cases),
        by_category(outlook, &cases),
        by_class(outlook, &cases),
        by_kind(outlook, &cases),
        by_level(outlook),
        by_unit(outlook, &cases),
        satisfaction(outlook, &cases),
        rates(outlook, &cases),
        colours(outlook, &cases),
        stars(outlook, &cases),
        revisit(outlook, &cases),
        outside(outlook, &taken),
    ];
    Figures {
        scope: scope(outlook, filter, &cases),
        sections,
    }
}

fn scope(outlook: &Outlook, filter: &Filter, cases: &[&Case]) -> Scope {
    let mut units: Vec<&Name> = cases
        .iter()
        .filter_map(|c| c.assignment())
        .flat_map(|a| a.to.repliers())
        .collect();
    units.sort();
    units.dedup();
    Scope {
        label: filter.label(outlook),
        total: cases.len(),
        tracked: outlook.book.cases().filter(|c| c.counts()).count(),
        units_count: units.len(),
    }
}

fn by_period(outlook: &Outlook, cases: &[&Case]) -> Section {
    let groups = [Period::InSession, Period::BetweenSessions].map(|period| {
        let key = match period {
            Period::InSession => "in_session",
            Period::BetweenSessions => "between_sessions",
        };
        Group::new(
            key,
            period.word(outlook.lang),
            of(cases, |c| c.period == period),
        )
    });
    shares(
        outlook,
        "period",
        Label::Period,
        (Label::InScope, cases.len()),
        groups.into(),
    )
}

/// In the order of the rule set; what it does not name follows.
fn by_category(outlook: &Outlook, cases: &[&Case]) -> Section {
    let mut names: Vec<Name> = outlook
        .rules()
        .map(|r| r.categories.clone())
        .unwrap_or_default();
    for case in cases {
        if !names.contains(&case.category) {
            names.push(case.category.clone());
        }
    }
    let group = |name: Name| {
        let cases = of(cases, |c| c.category == name);
        Group::new(name.to_string(), name.to_string(), cases)
    };
    let groups = names
        .into_iter()
        .map(group)
        .filter(|g| !g.cases.is_empty())
        .collect();
    shares(
        outlook,
        "category",
        Label::Category,
        (Label::InScope, cases.len()),
        groups,
    )
}

/// Of those that were replied to; what waits for its reply has no class.
pub(super) fn by_class(outlook: &Outlook, cases: &[&Case]) -> Section {
    let replied: Vec<&Case> = cases
        .iter()
        .copied()
        .filter(|c| c.replied().is_some())
        .collect();
    let mut codes: Vec<(Name, String)> = outlook
        .rules()
        .map(|r| {
            r.classes
                .iter()
                .map(|c| (c.code.clone(), format!("{} {}", c.code, c.label)))
                .collect()
        })
        .unwrap_or_default();
    for reply in replied.iter().filter_map(|c| c.reply()) {
        if !codes.iter().any(|(code, _)| *code == reply.class) {
            codes.push((reply.class.clone(), reply.class.to_string()));
        }
    }
    let group = |(code, label): (Name, String)| {
        let fits = |c: &Case| c.reply().is_some_and(|r| r.class == code);
        Group::new(code.to_string(), label, of(&replied, fits))
    };
    let groups = codes.into_iter().map(group).collect();
    shares(
        outlook,
        "class",
        Label::Class,
        (Label::RepliedCases, replied.len()),
        groups,
    )
}

fn by_kind(outlook: &Outlook, cases: &[&Case]) -> Section {
    let kinds = [
        (Kind::Ordinary, "ordinary"),
        (Kind::Key, "key"),
        (Kind::Complex, "complex"),
    ];
    let mut groups: Vec<Group> = kinds
        .into_iter()
        .map(|(kind, key)| Group::new(key, kind.word(outlook.lang), of(cases, |c| c.kind == kind)))
        .collect();
    let supervised = of(cases, |c| c.key_supervised.is_some());
    groups.push(Group::new(
        "key_supervised",
        Label::KeySupervised.word(outlook.lang),
        supervised,
    ));
    shares(
        outlook,
        "kind",
        Label::Kind,
        (Label::InScope, cases.len()),
        groups,
    )
}

/// Of all that the store tracks, other levels included.
fn by_level(outlook: &Outlook) -> Section {
    let all: Vec<&Case> = outlook.book.cases().filter(|c| c.counts()).collect();
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
            of(&all, |c| c.level == level),
        )
    };
    let groups = levels
        .into_iter()
        .map(group)
        .filter(|g| !g.cases.is_empty())
        .collect();
    shares(
        outlook,
        "level",
        Label::Level,
        (Label::TrackedCases, all.len()),
        groups,
    )
}

/// Every unit that owes replies or opinions, with what became of them.
fn by_unit(outlook: &Outlook, cases: &[&Case]) -> Section {
    #[derive(Default)]
    struct Load {
        owed: Vec<CaseId>,
        replied: i64,
        overdue: i64,
        co: i64,
    }
    let mut loads: BTreeMap<Name, Load> = BTreeMap::new();
    for case in cases {
        let Some(assignment) = case.assignment() else {
            continue;
        };
        let late = deadline::reply_clock(outlook.book, case, outlook.as_of)
            .is_some_and(|clock| clock.is_overdue(outlook.as_of));
        for unit in assignment.to.repliers() {
            let load = loads.entry(unit.clone()).or_default();
            load.owed.push(case.id);
            load.replied += i64::from(case.unit_replied(unit).is_some());
            load.overdue += i64::from(late);
        }
        for unit in &assignment.to.co {
            loads.entry(unit.clone()).or_default().co += 1;
        }
    }
    let heading = |key: &'static str, label: Label| Heading {
        key: key.into(),
        label: label.word(outlook.lang).to_owned(),
    };
    let rows = loads.into_iter().map(|(unit, load)| {
        Row::of_cases(unit.to_string(), unit.to_string(), load.owed)
            .with_integer("replied", load.replied)
            .with_integer("overdue", load.overdue)
            .with_integer("co", load.co)
    });
    Section {
        key: "unit".into(),
        label: Label::Unit.word(outlook.lang).to_owned(),
        denominator: None,
        headings: vec![
            heading("replied", Label::Replied),
            heading("overdue", Label::Overdue),
            heading("co", Label::Co),
        ],
        rows: rows.collect(),
    }
}

/// The colour of every case that waits for its reply.
fn colours(outlook: &Outlook, cases: &[&Case]) -> Section {
    let colour = |case: &Case| {
        let clock = deadline::reply_clock(outlook.book, case, outlook.as_of);
        clock
            .filter(|clock| clock.met.is_none())
            .map(|c: Clock| c.colour(outlook.as_of))
    };
    let open: Vec<&Case> = cases
        .iter()
        .copied()
        .filter(|c| colour(c).is_some())
        .collect();
    let kinds = [
        (Colour::Green, "green"),
        (Colour::Yellow, "yellow"),
        (Colour::Red, "red"),
    ];
    let groups = kinds.map(|(kind, key)| {
        Group::new(
            key,
            kind.word(outlook.lang),
            of(&open, |c| colour(c) == Some(kind)),
        )
    });
    shares(
        outlook,
        "colour",
        Label::Colour,
        (Label::WaitingCases, open.len()),
        groups.into(),
    )
}

/// What does not count: withdrawn, refused, turned into letters, and other levels' cases.
fn outside(outlook: &Outlook, taken: &[&Case]) -> Section {
    let ended = |ending: Ending| of(taken, |c| c.ended.is_some_and(|(_, e)| e == ending));
    let tracked: Vec<&Case> = outlook
        .book
        .cases()
        .filter(|c| c.counts() && outlook.is_tracked(c))
        .collect();
    let lang = outlook.lang;
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
        Group::new("upper_level", Label::OtherLevels.word(lang), ids(&tracked)),
        Group::new(
            "escalated",
            Label::Escalated.word(lang),
            of(taken, |c| c.escalated.is_some()),
        ),
    ];
    counts(outlook, "outside", Label::Outside, groups)
}
