//! Where the cases stand at the end of a month: what blocks them, what is late, what falls due in
//! the next month, what was written about them, and what is to be known of the data.
//!
//! Cases one a row, worst first, each with the units that still owe something. It refuses to look
//! beyond the end of the month.

use super::case_rows::{case_row, case_section, first_words};
use super::cell::Cell;
use super::month::Month;
use super::outlook::Outlook;
use super::section::Section;
use super::sheet::Kind;
use super::tally::{Group, counts, of, owing, waits};
use crate::domain::book::{Case, Escalation, Fact, State};
use crate::domain::deadline::{self, Clock};
use crate::domain::event::{self, Event};
use crate::domain::rules::ClockKey;
use crate::domain::terms::{Date, Name, Text};
use crate::words::{self, Label, Word};

/// The cases as they stood at the end of a month.
pub(super) struct MonthEnd<'a, 'o> {
    /// As of the last day that is looked at.
    pub(super) outlook: &'o Outlook<'a>,
    pub(super) month: Month,
    /// Those in the denominator.
    pub(super) cases: &'o [&'o Case],
    /// Those in scope whatever became of them.
    pub(super) touched: &'o [&'o Case],
}

impl MonthEnd<'_, '_> {
    /// What keeps cases from being done, each with its cases (受阻情况).
    pub(super) fn blocked(&self) -> Section {
        let outlook = self.outlook;
        let book = outlook.book;
        let lang = outlook.lang;
        let open = |fits: &dyn Fn(&Case) -> bool| of(self.cases, |c| waits(c) && fits(c));
        let late = |case: &Case, key: ClockKey| {
            let clocks = deadline::clocks(book, case, outlook.as_of);
            let mut clocks = clocks.iter().filter(|clock| clock.key == key);
            clocks.any(|clock| clock.met.is_none() && clock.is_overdue(outlook.as_of))
        };
        let again = of(self.cases, |c| book.state(c) == State::Rehandling);
        let returned = |c: &Case| c.assignment().is_some_and(|a| a.is_returned());
        let group =
            |key: &'static str, label: Label, cases| Group::new(key, label.word(lang), cases);
        let groups = vec![
            group(
                "overdue",
                Label::OverdueList,
                open(&|c| late(c, ClockKey::Reply)),
            ),
            group("returned", Label::ReturnedOpen, open(&returned)),
            group("unsigned", Label::Unsigned, open(&|c| c.signed().is_none())),
            group(
                "not_consulted",
                Label::NotConsulted,
                open(&|c| !c.is_consulted()),
            ),
            group(
                "co_opinion_late",
                Label::CoOpinionLate,
                open(&|c| late(c, ClockKey::CoOpinion)),
            ),
            group("dissatisfied", Label::DissatisfiedOpen, again),
            group(
                "promise_late",
                Label::PromiseLate,
                of(self.cases, |c| late(c, ClockKey::Promise)),
            ),
            group(
                "escalated",
                Label::EscalatedOpen,
                open(&|c| c.escalation.as_deref().is_some_and(Escalation::is_open)),
            ),
        ];
        counts(outlook, "blocked", Label::Blocked, groups)
    }

    /// Cases whose reply was late at the end of the month, the latest first.
    pub(super) fn overdue(&self) -> Section {
        let mut late = self.waiting(|clock| {
            let days = -clock.days_left(self.outlook.as_of);
            (days > 0).then_some(days)
        });
        late.sort_by_key(|(case, _, days)| (-days, case.id));
        self.listed(
            "overdue",
            Label::OverdueList,
            ("days_late", Label::DaysLate),
            &late,
        )
    }

    /// Cases whose reply falls due in the next month, the first first.
    pub(super) fn due_next(&self) -> Section {
        let next = self.month.next();
        let mut due = self.waiting(|clock| {
            let soon = next.contains(clock.due());
            soon.then(|| clock.days_left(self.outlook.as_of))
        });
        due.sort_by_key(|(case, _, days)| (*days, case.id));
        self.listed(
            "due_next",
            Label::DueNext,
            ("days_left", Label::DaysLeft),
            &due,
        )
    }

    /// The cases that wait for a reply, with their last day, and what the figure makes of the
    /// clock; none, and the case is passed over.
    fn waiting(&self, figure: impl Fn(&Clock) -> Option<i64>) -> Vec<(&Case, Date, i64)> {
        let waiting = self.cases.iter().copied().filter(|case| waits(case));
        let figured = waiting.filter_map(|case| {
            let clock = deadline::reply_clock(self.outlook.book, case, self.outlook.as_of)?;
            Some((case, clock.due(), figure(&clock)?))
        });
        figured.collect()
    }

    /// Cases one a row, with the units that still owe their reply.
    fn listed(
        &self,
        key: &'static str,
        label: Label,
        (days, days_label): (&'static str, Label),
        cases: &[(&Case, Date, i64)],
    ) -> Section {
        let rows = cases.iter().map(|(case, due, count)| {
            let units = owing(case).map(Name::to_string).collect();
            case_row(self.outlook, case, None)
                .with_cell("unit", Cell::List(units))
                .with_cell("due", *due)
                .with_integer(days, *count)
        });
        let more = [
            ("unit", Label::Unit, Kind::Text),
            ("due", Label::Due, Kind::Date),
            (days, days_label, Kind::Number),
        ];
        case_section(self.outlook, (key, label), &more, rows.collect())
    }

    /// Promises that are late, and those that fall due in the next month.
    pub(super) fn commitments(&self) -> Section {
        let by = self.month.next().last();
        let texts = self.outlook.book.texts();
        let mut open = Vec::new();
        for case in self.cases {
            let made = (1_usize..).zip(&case.commitments);
            let due = made.filter(|(_, c)| c.settled.is_none() && c.due <= by);
            open.extend(due.map(|(place, promise)| (promise.due, *case, place, promise)));
        }
        open.sort_by_key(|(due, case, place, _)| (*due, case.id, *place));
        let rows = open.into_iter().map(|(due, case, place, promise)| {
            let left = (due - self.outlook.as_of).num_days();
            case_row(self.outlook, case, Some(place))
                .with_cell("promise", first_words(texts.words(&promise.promise)))
                .with_cell("due", due)
                .with_integer("days_left", left)
        });
        let more = [
            ("promise", Label::Promise, Kind::Text),
            ("due", Label::Due, Kind::Date),
            ("days_left", Label::DaysLeft, Kind::Number),
        ];
        case_section(
            self.outlook,
            ("commitments", Label::Commitments),
            &more,
            rows.collect(),
        )
    }

    /// What was written of the cases in the month: progress, remarks, why it was raised to the
    /// upper level, in the order of the days.
    pub(super) fn told(&self) -> Section {
        let lang = self.outlook.lang;
        let texts = self.outlook.book.texts();
        let mut told = Vec::new();
        for case in self.touched {
            let notes = self
                .facts(case)
                .filter_map(|fact| Some((fact.event, note_of(fact.event)?)));
            told.extend(
                (1_usize..)
                    .zip(notes)
                    .map(|(place, (event, (unit, note)))| {
                        let what = Cell::word(event.name(), words::fact(lang, event));
                        let row = case_row(self.outlook, case, Some(place))
                            .with_cell("on", event.on())
                            .with_cell("what", what)
                            .with_cell("unit", unit.map(Name::to_string))
                            .with_cell("note", first_words(texts.words(note)));
                        ((event.on(), case.id, place), row)
                    }),
            );
        }
        told.sort_by_key(|(place, _)| *place);
        let more = [
            ("on", Label::Date, Kind::Date),
            ("what", Label::What, Kind::Text),
            ("unit", Label::Unit, Kind::Text),
            ("note", Label::Note, Kind::Text),
        ];
        let rows = told.into_iter().map(|(_, row)| row).collect();
        case_section(self.outlook, ("progress", Label::ToldInMonth), &more, rows)
    }

    /// What a reader should know of the figures: recorded late, or past the office's gates, or
    /// counted without the holidays of a year.
    pub(super) fn notes(&self) -> Section {
        let outlook = self.outlook;
        let of_facts = |fits: &dyn Fn(&Fact) -> bool| {
            of(self.touched, |case| {
                self.facts(case).any(|fact| fits(&fact))
            })
        };
        let later = of_facts(&|fact| fact.entry.at.date_naive() > self.month.last());
        let lenient = of_facts(&|fact| fact.entry.lenient);
        let uncounted = of(self.cases, |case| {
            let clocks = deadline::clocks(outlook.book, case, outlook.as_of);
            let mut open = clocks.iter().filter(|clock| clock.met.is_none());
            open.any(|clock| !clock.due.years_without_table.is_empty())
        });
        let groups = [
            ("recorded_later", Label::LateEntries, later),
            ("lenient", Label::LenientEntries, lenient),
            ("no_calendar", Label::NoCalendar, uncounted),
        ];
        let lang = outlook.lang;
        let groups = groups.map(|(key, label, cases)| Group::new(key, label.word(lang), cases));
        counts(outlook, "notes", Label::Notes, groups.into())
    }

    /// The facts of a case that happened in the month.
    fn facts<'c>(&'c self, case: &Case) -> impl Iterator<Item = Fact<'c>> {
        let last = self.month.last().min(self.outlook.as_of);
        let days = self.month.first()..=last;
        self.outlook.book.timeline_within(case.id, days)
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
