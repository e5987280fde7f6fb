//! Where the cases stand at the end of a month: what blocks them, what is late, what falls due in
//! the next month, what was written about them, and what is to be known of the data.
//!
//! Cases one a row, worst first, each with the units that still owe something. It refuses to look
//! beyond the end of the month.

use std::ops::RangeInclusive;

use super::super::case_rows::{Listed, case_row, first_words};
use super::super::cell::Cell;
use super::super::month::Month;
use super::super::outlook::Outlook;
use super::super::scope::Filter;
use super::super::sheet::Kind;
use super::super::table::{Look, Tally};
use super::super::tally::owing;
use super::problems::{self, ProblemOf};
use crate::domain::book::Entry;
use crate::domain::deadline::Clock;
use crate::domain::event::{self, Event};
use crate::domain::terms::{CaseId, Date, Name, Text};
use crate::words::{self, Label, Word};

/// The end of a month.
pub(super) struct MonthEnd<'o> {
    /// As of the last day that is looked at.
    pub(super) outlook: &'o Outlook<'o>,
    pub(super) month: Month,
}

impl<'o> MonthEnd<'o> {
    /// The days that are looked at.
    fn days(&self) -> RangeInclusive<Date> {
        self.month.first()..=self.month.last().min(self.outlook.as_of)
    }

    /// What keeps cases from being done, each with its cases (受阻情况).
    pub(super) fn blocked(&self) -> Tally<'o> {
        let outlook = self.outlook;
        let problem = |table: Tally<'o>, key, (label, problem_of): (Label, ProblemOf)| {
            table.line(key, label.word(outlook.lang), move |case| {
                problem_of(outlook, case).is_some()
            })
        };
        let not_yet = |table: Tally<'o>, key, label: Label, lacks: fn(&Look) -> bool| {
            table.line(key, label.word(outlook.lang), move |case| {
                case.waits() && lacks(case)
            })
        };
        let table = Tally::counts(outlook, ("blocked", Label::Blocked));
        let table = problem(table, "overdue", problems::OVERDUE);
        let table = problem(table, "returned", problems::RETURNED);
        let table = not_yet(table, "unsigned", Label::Unsigned, |case| {
            case.signed().is_none()
        });
        let table = not_yet(table, "not_consulted", Label::NotConsulted, |case| {
            !case.is_consulted()
        });
        let table = problem(table, "co_opinion_late", problems::CO_OPINION);
        let table = problem(table, "dissatisfied", problems::DISSATISFIED);
        let table = problem(table, "red", problems::RED);
        let table = problem(table, "promise_late", problems::PROMISE);
        problem(table, "escalated", problems::ESCALATED)
    }

    /// Cases whose reply was late at the end of the month, the latest first.
    pub(super) fn overdue(&self) -> Listed<'o, (i64, CaseId)> {
        let as_of = self.outlook.as_of;
        let named = ("overdue", Label::OverdueList);
        self.waiting(named, ("days_late", Label::DaysLate), move |clock| {
            let days = -clock.days_left(as_of);
            (days > 0).then_some((-days, days))
        })
    }

    /// Cases whose reply falls due in the next month, the first first.
    pub(super) fn due_next(&self) -> Listed<'o, (i64, CaseId)> {
        let (as_of, next) = (self.outlook.as_of, self.month.next());
        let named = ("due_next", Label::DueNext);
        self.waiting(named, ("days_left", Label::DaysLeft), move |clock| {
            let days = clock.days_left(as_of);
            next.contains(clock.due()).then_some((days, days))
        })
    }

    /// The cases that wait for a reply, with their last day, the units that still owe theirs, and
    /// what the figure makes of the clock: what they are sorted by, and what is told; none, and the
    /// case is passed over.
    fn waiting(
        &self,
        named: (&'static str, Label),
        (days, days_label): (&'static str, Label),
        figure: impl Fn(&Clock) -> Option<(i64, i64)> + 'o,
    ) -> Listed<'o, (i64, CaseId)> {
        let outlook = self.outlook;
        let more = [
            ("unit", Label::Unit, Kind::Text),
            ("due", Label::Due, Kind::Date),
            (days, days_label, Kind::Number),
        ];
        Listed::new(outlook, named, &more, move |case| {
            let clock = case.reply_clock().filter(|_| case.waits());
            let told = clock.and_then(|clock| Some((clock.due(), figure(clock)?)));
            let row = told.map(|(due, (place, count))| {
                let units = owing(case).map(Name::to_string).collect();
                let row = case_row(outlook, case, None)
                    .with_cell("unit", Cell::List(units))
                    .with_cell("due", due)
                    .with_integer(days, count);
                ((place, case.id), row)
            });
            row.into_iter().collect()
        })
    }

    /// Promises that are late, and those that fall due in the next month.
    pub(super) fn commitments(&self) -> Listed<'o, (Date, CaseId, usize)> {
        let outlook = self.outlook;
        let by = self.month.next().last();
        let more = [
            ("promise", Label::Promise, Kind::Text),
            ("due", Label::Due, Kind::Date),
            ("days_left", Label::DaysLeft, Kind::Number),
        ];
        let named = ("commitments", Label::Commitments);
        Listed::new(outlook, named, &more, move |case| {
            let texts = outlook.book.texts();
            let made = (1_usize..).zip(&case.commitments);
            let due = made.filter(|(_, c)| c.settled.is_none() && c.due <= by);
            let rows = due.map(|(place, promise)| {
                let left = (promise.due - outlook.as_of).num_days();
                let row = case_row(outlook, case, Some(place))
                    .with_cell("promise", first_words(texts.words(&promise.promise)))
                    .with_cell("due", promise.due)
                    .with_integer("days_left", left);
                ((promise.due, case.id, place), row)
            });
            rows.collect()
        })
    }

    /// What was written of the cases in the month: progress, remarks, why it was raised to the
    /// upper level, in the order of the days.
    pub(super) fn told(&self) -> Listed<'o, (Date, CaseId, usize)> {
        let (outlook, days) = (self.outlook, self.days());
        let more = [
            ("on", Label::Date, Kind::Date),
            ("what", Label::What, Kind::Text),
            ("unit", Label::Unit, Kind::Text),
            ("note", Label::Note, Kind::Text),
        ];
        let named = ("progress", Label::ToldInMonth);
        Listed::new(outlook, named, &more, move |case| {
            let texts = outlook.book.texts();
            let notes = case
                .within(&days)
                .filter_map(|fact| Some((fact.event, note_of(fact.event)?)));
            let rows = (1_usize..).zip(notes);
            let rows = rows.map(|(place, (event, (unit, note)))| {
                let what = Cell::word(event.name(), words::fact(outlook.lang, event));
                let row = case_row(outlook, case, Some(place))
                    .with_cell("on", event.on())
                    .with_cell("what", what)
                    .with_cell("unit", unit.map(Name::to_string))
                    .with_cell("note", first_words(texts.words(note)));
                ((event.on(), case.id, place), row)
            });
            rows.collect()
        })
    }

    /// What a reader should know of the figures: recorded late, or past the office's gates, or
    /// counted without the holidays of a year. The last is asked of what is counted only.
    pub(super) fn notes(&self, filter: &'o Filter) -> Tally<'o> {
        let (outlook, last) = (self.outlook, self.month.last());
        let of_facts = |fits: fn(&Entry, Date) -> bool| {
            let days = self.days();
            move |case: &Look| case.within(&days).any(|fact| fits(fact.entry, last))
        };
        let lang = outlook.lang;
        Tally::counts(outlook, ("notes", Label::Notes))
            .line(
                "recorded_later",
                Label::LateEntries.word(lang),
                of_facts(|entry, last| entry.at.date_naive() > last),
            )
            .line(
                "lenient",
                Label::LenientEntries.word(lang),
                of_facts(|entry, _| entry.lenient),
            )
            .line("no_calendar", Label::NoCalendar.word(lang), move |case| {
                let mut open = case.clocks().iter().filter(|clock| clock.met.is_none());
                filter.counts(outlook, case)
                    && open.any(|clock| !clock.due.years_without_table.is_empty())
            })
    }
}

/// What a fact tells in words of its own, and which unit told it.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "only these facts are there to tell something"
)]
fn note_of(event: &Event) -> Option<(Option<&Name>, &Text)> {
    match event {
        Event::Progressed(event::Progressed { unit, note, .. }) => Some((unit.as_ref(), note)),
        Event::Noted(event::Noted { note, .. }) => Some((None, note)),
        Event::Escalated(event::Escalated { to, note, .. }) => Some((to.as_ref(), note.as_ref()?)),
        _ => None,
    }
}
