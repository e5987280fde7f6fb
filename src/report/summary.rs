//! The summary: counts and shares by category, period, class, unit; satisfaction; rates.
//!
//! Formulas and denominators are those of published reports; what an office understands by a rate
//! is read from its rule set. It counts cases as they stand on the day of the view.

use std::collections::BTreeSet;

use super::document::Document;
use super::figures::{Figures, Scope};
use super::judgement::{revisit, satisfaction, stars};
use super::list::colour_key;
use super::outlook::Outlook;
use super::rates::rates;
use super::scope::Filter;
use super::sessions;
use super::table::{Look, Table, Tally};
use super::tally::class_of;
use super::units::by_unit;
use crate::domain::book::{Case, Ending};
use crate::domain::event::Kind;
use crate::domain::rules::{ClassRule, Colour};
use crate::domain::terms::{Level, Name, Period};
use crate::words::{Label, Word};

/// The report.
pub fn summary(outlook: &Outlook, filter: &Filter) -> Document {
    let figures = figures(outlook, filter);
    let title = Label::Summary.word(outlook.lang);
    let headings = outlook.headings();
    Document::of_figures("report.summary", title, outlook.basis(), figures, &headings)
        .with_foot(outlook.foot())
}

/// Which cases a table is shown.
#[derive(Clone, Copy)]
enum Among {
    /// Those in the denominator.
    Counted,
    /// With those that are tracked beside them.
    Tracked,
    /// All that were handed in.
    All,
}

/// Its figures.
pub fn figures(outlook: &Outlook, filter: &Filter) -> Figures {
    figures_while(outlook, filter, |_| ())
}

/// The same for who wants to see each case that is counted, too.
pub(super) fn figures_while(
    outlook: &Outlook,
    filter: &Filter,
    mut show: impl FnMut(&Case),
) -> Figures {
    let mut tables: [(Among, Box<dyn Table + '_>); 12] = [
        (Among::Counted, Box::new(by_period(outlook))),
        (Among::Counted, Box::new(by_category(outlook))),
        (Among::Counted, Box::new(by_class(outlook))),
        (Among::Counted, Box::new(by_kind(outlook))),
        (Among::Tracked, Box::new(by_level(outlook))),
        (Among::Counted, Box::new(by_unit(outlook))),
        (Among::Counted, Box::new(satisfaction(outlook))),
        (Among::Counted, Box::new(rates(outlook))),
        (Among::Counted, Box::new(colours(outlook))),
        (Among::Counted, Box::new(stars(outlook))),
        (Among::Counted, Box::new(revisit(outlook))),
        (Among::All, Box::new(outside(outlook, filter))),
    ];
    let mut scope = ScopeCount::new(outlook, filter);
    for case in outlook.book.walk() {
        let look = Look::new(outlook, &case);
        let counted = filter.counts(outlook, &case);
        let tracked = filter.tracks(outlook, &case);
        scope.take(&case, counted, tracked);
        for (among, table) in &mut tables {
            let shown = match among {
                Among::Counted => counted,
                Among::Tracked => tracked,
                Among::All => true,
            };
            if shown {
                table.take(&look);
            }
        }
        if counted {
            show(&case);
        }
    }
    Figures {
        month: None,
        scope: scope.print(),
        sections: tables.into_iter().map(|(_, table)| table.print()).collect(),
    }
}

/// What was counted, in words and numbers, while it is counted.
pub(super) struct ScopeCount {
    scope: Scope,
    units: BTreeSet<Name>,
    sessions: sessions::Covered,
}

impl ScopeCount {
    pub(super) fn new(outlook: &Outlook, filter: &Filter) -> Self {
        let scope = Scope {
            label: filter.label(outlook),
            total: 0,
            tracked: 0,
            units_count: 0,
            sessions: None,
        };
        Self {
            scope,
            units: BTreeSet::new(),
            sessions: sessions::Covered::new(outlook),
        }
    }

    /// One more case, which is in scope, or tracked, or neither.
    pub(super) fn take(&mut self, case: &Case, counted: bool, tracked: bool) {
        self.scope.tracked += usize::from(tracked);
        if !counted {
            return;
        }
        self.scope.total += 1;
        self.sessions.take(case);
        for unit in case.assignment().into_iter().flat_map(|a| a.to.repliers()) {
            if !self.units.contains(unit) {
                self.units.insert(unit.clone());
            }
        }
    }

    pub(super) fn print(self) -> Scope {
        let sessions = self.sessions.told();
        let label = match &sessions {
            Some(sessions) => format!("{} · {sessions}", self.scope.label),
            None => self.scope.label,
        };
        Scope {
            label,
            sessions,
            units_count: self.units.len(),
            ..self.scope
        }
    }
}

fn by_period<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let table = Tally::shares(outlook, ("period", Label::Period), Label::InScope);
    let periods = [
        (Period::InSession, "in_session"),
        (Period::BetweenSessions, "between_sessions"),
    ];
    periods.into_iter().fold(table, |table, (period, key)| {
        let word = period.word(outlook.lang);
        table.line(key, word, move |case| case.period == period)
    })
}

/// In the order of the rule set, those without a case too; what it does not name follows.
pub(super) fn by_category<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let known = outlook.rules().map(|rules| rules.categories.as_slice());
    let known = known.unwrap_or_default().iter();
    Tally::shares(outlook, ("category", Label::Category), Label::InScope).by_word(
        known.map(|name| (name.clone(), name.to_string())),
        |case| Some(&case.category),
        |_, name| name.to_string(),
    )
}

/// Of those that were replied to; what waits for its reply has no class.
pub(super) fn by_class<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let told = |class: &ClassRule| format!("{} {}", class.code, class.label);
    let rules = outlook.rules().map(|r| r.classes.as_slice());
    let known = rules.unwrap_or_default().iter();
    let office = outlook.book.office();
    Tally::shares(outlook, ("class", Label::Class), Label::RepliedCases)
        .among(|case| case.replied().is_some())
        .by_word(
            known.map(|class| (class.code.clone(), told(class))),
            |case| Some(&class_of(case)?.class),
            // A class of an earlier rule set.
            move |case, code| {
                let then = class_of(case).and_then(|step| office.rules_on(step.on));
                let class = then.and_then(|rules| rules.class(code.as_str()));
                class.map_or_else(|| code.to_string(), told)
            },
        )
}

/// The kinds, and of all of them those that are key supervised, or were raised to the upper level.
fn by_kind<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let table = Tally::shares(outlook, ("kind", Label::Kind), Label::InScope);
    let kinds = [
        (Kind::Ordinary, "ordinary"),
        (Kind::Key, "key"),
        (Kind::Complex, "complex"),
    ];
    let table = kinds.into_iter().fold(table, |table, (kind, key)| {
        table.line(key, kind.word(outlook.lang), move |case| case.kind == kind)
    });
    table
        .beside("key_supervised", Label::KeySupervised, |case| {
            case.key_supervised.is_some()
        })
        .beside("escalated", Label::Escalated, |case| {
            case.escalation.is_some()
        })
}

/// Of all that the store tracks, other levels included.
fn by_level<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let table = Tally::shares(outlook, ("level", Label::Level), Label::TrackedCases);
    let levels = [
        (Level::Town, "town"),
        (Level::District, "district"),
        (Level::City, "city"),
        (Level::Province, "province"),
    ];
    let table = levels.into_iter().fold(table, |table, (level, key)| {
        let word = level.word(outlook.lang);
        table.line(key, word, move |case| case.level == level)
    });
    table.without_empty()
}

/// The colour of every case that is still in work.
pub(super) fn colours<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let table = Tally::shares(outlook, ("colour", Label::Colour), Label::CasesInWork)
        .among(|case| case.in_work().is_some());
    let colours = [Colour::Green, Colour::Yellow, Colour::Red];
    colours.into_iter().fold(table, |table, colour| {
        let word = colour.word(outlook.lang);
        table.line(colour_key(colour), word, move |case| {
            case.in_work() == Some(colour)
        })
    })
}

/// What does not count: withdrawn, refused, turned into letters, not handed over yet, and the
/// cases of other levels than the one that is counted.
fn outside<'o>(outlook: &'o Outlook<'o>, filter: &'o Filter) -> Tally<'o> {
    let lang = outlook.lang;
    let table = Tally::counts(outlook, ("outside", Label::Outside));
    let endings = [
        (Ending::Withdrawn, "withdrawn"),
        (Ending::Refused, "refused"),
        (Ending::Letter, "letter"),
    ];
    let table = endings.into_iter().fold(table, |table, (ending, key)| {
        table.line(key, ending.word(lang), move |case| {
            let ended = case.ended.is_some_and(|(_, how)| how == ending);
            ended && filter.takes(outlook, case)
        })
    });
    let level = filter.level(outlook);
    table
        // Whoever has them: nobody, so that a unit asked for has none of them.
        .line("not_handed_over", Label::NotHandedOver.word(lang), |case| {
            let open = case.counts() && case.assignment().is_none();
            open && filter.takes_any_unit(outlook, case)
        })
        .line("upper_level", Label::OtherLevels.word(lang), move |case| {
            filter.tracks(outlook, case) && case.level != level
        })
}
