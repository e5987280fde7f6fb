//! Where the cases stand at the end of a month: what blocks them, what is late, what falls due in
//! the next month, what was written about them, and what is to be known of the data.
//!
//! Cases one a row, worst first, each with the units that still owe something. It refuses to look
//! beyond the end of the month.

use super::month::Month;
use super::outlook::Outlook;
use super::section::{Measure, Row, Section};
use super::tally::{Group, counts, heading, of, owing, waits};
use crate::domain::book::{Case, Fact, State};
use crate::domain::deadline::{self, Clock};
use crate::domain::event::Event;
use crate::domain::rules::ClockKey;
use crate::domain::terms::{Name, Text};
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

/// A case of a list: what else is told of it, and its figure.
struct Entry<'c> {
    case: &'c Case,
    /// What makes the row's key its own, where a case may have several.
    place: Option<usize>,
    about: String,
    figure: i64,
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
        let returned = |c: &Case| c.assignment().is_some_and(|a| a.returned.is_some());
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
                open(&|c| c.consultations.is_empty()),
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
                open(&|c| c.escalated.is_some()),
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
        late.sort_by_key(|entry| (-entry.figure, entry.case.id));
        let days = ("days_late", Label::DaysLate);
        self.listed("overdue", Label::OverdueList, days, &late)
    }

    /// Cases whose reply falls due in the next month, the first first.
    pub(super) fn due_next(&self) -> Section {
        let next = self.month.next();
        let mut due = self.waiting(|clock| {
            let soon = next.contains(clock.due());
            soon.then(|| clock.days_left(self.outlook.as_of))
        });
        due.sort_by_key(|entry| (entry.figure, entry.case.id));
        let days = ("days_left", Label::DaysLeft);
        self.listed("due_next", Label::DueNext, days, &due)
    }

    /// The cases that wait for a reply and whose clock has the figure, with the units that owe it.
    fn waiting(&self, figure: impl Fn(&Clock) -> Option<i64>) -> Vec<Entry<'_>> {
        let outlook = self.outlook;
        let waiting = self.cases.iter().copied().filter(|case| waits(case));
        let entry = |case| {
            let clock = deadline::reply_clock(outlook.book, case, outlook.as_of)?;
            let units: Vec<&str> = owing(case).map(Name::as_str).collect();
            Some(Entry {
                case,
                place: None,
                about: words::list(outlook.lang, &units),
                figure: figure(&clock)?,
            })
        };
        waiting.filter_map(entry).collect()
    }

    /// Promises that are late, and those that fall due in the next month.
    pub(super) fn commitments(&self) -> Section {
        let by = self.month.next().last();
        let texts = self.outlook.book.texts();
        let mut open = Vec::new();
        for case in self.cases {
            let made = (1..).zip(&case.commitments);
            let due = made.filter(|(_, c)| c.settled.is_none() && c.due <= by);
            open.extend(due.map(|(place, promise)| Entry {
                case,
                place: Some(place),
                about: first_words(texts.words(&promise.promise)),
                figure: (promise.due - self.outlook.as_of).num_days(),
            }));
        }
        open.sort_by_key(|entry| (entry.figure, entry.case.id, entry.place));
        self.listed(
            "commitments",
            Label::Commitments,
            ("days_left", Label::DaysLeft),
            &open,
        )
    }

    /// What was written of the cases in the month: progress, remarks, why it was raised to the
    /// upper level, in the order of the days.
    pub(super) fn told(&self) -> Section {
        let outlook = self.outlook;
        let texts = outlook.book.texts();
        let mut told = Vec::new();
        for case in self.touched {
            let facts = self.facts(case).filter_map(|fact| {
                let (unit, note) = note_of(fact.event)?;
                Some((fact.event, unit, note))
            });
            told.extend((1..).zip(facts).map(|(place, (event, unit, note))| {
                let day = words::short_date(outlook.lang, event.on());
                let what = words::fact(outlook.lang, event);
                let unit = unit.map(Name::as_str).unwrap_or_default();
                let note = first_words(texts.words(note));
                let parts = [day.as_str(), what, unit, note.as_str()];
                let parts = parts.into_iter().filter(|part| !part.is_empty());
                let entry = Entry {
                    case,
                    place: Some(place),
                    about: parts.collect::<Vec<_>>().join(" "),
                    figure: 0,
                };
                (event.on(), entry)
            }));
        }
        told.sort_by_key(|(on, entry)| (*on, entry.case.id, entry.place));
        let told = told.into_iter().map(|(_, entry)| entry);
        let rows = told.map(|entry| self.row(&entry)).collect();
        Section {
            key: "progress".into(),
            label: Label::ToldInMonth.word(outlook.lang).to_owned(),
            denominator: None,
            headings: Vec::new(),
            rows,
        }
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
        let facts = self.outlook.book.timeline(case.id);
        facts.filter(|fact| {
            let on = fact.event.on();
            self.month.contains(on) && on <= self.outlook.as_of
        })
    }

    /// Cases one a row, with a number of days.
    fn listed(
        &self,
        key: &'static str,
        label: Label,
        (days, days_label): (&'static str, Label),
        entries: &[Entry],
    ) -> Section {
        let rows = entries.iter().map(|entry| {
            let row = self.row(entry);
            row.with_integer(days, entry.figure)
        });
        Section {
            key: key.into(),
            label: label.word(self.outlook.lang).to_owned(),
            denominator: None,
            headings: vec![heading(self.outlook, days, days_label)],
            rows: rows.collect(),
        }
    }

    /// `第44号《关于修桥的建议》 农业服务中心`, under the number that scripts know.
    fn row(&self, entry: &Entry) -> Row {
        let book = self.outlook.book;
        let number = words::plain_label(book, entry.case.id);
        let key = match entry.place {
            Some(place) => format!("{number}.{place}"),
            None => number,
        };
        let titled = words::case_titled(self.outlook.lang, book, entry.case);
        Row::new(key, format!("{titled} {}", entry.about), Measure::Integers)
            .with_cases(vec![entry.case.id])
    }
}

/// What a fact tells in words of its own, and which unit told it.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "only these facts are there to tell something"
)]
fn note_of(event: &Event) -> Option<(Option<&Name>, &Text)> {
    match event {
        Event::Progressed { unit, note, .. } => Some((unit.as_ref(), note)),
        Event::Noted { note, .. } => Some((None, note)),
        Event::Escalated { to, note, .. } => Some((to.as_ref(), note.as_ref()?)),
        _ => None,
    }
}

/// The beginning of a text: one line of it, and not more than a row can take.
fn first_words(text: &str) -> String {
    const CHARACTERS_MOST: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    let cut: String = line.chars().take(CHARACTERS_MOST).collect();
    if cut.len() < text.len() {
        cut + "…"
    } else {
        cut
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_begun_and_the_cut_is_shown() {
        assert_eq!(first_words("已开工"), "已开工");
        assert_eq!(first_words("已开工\n明日完工"), "已开工…");
        assert_eq!(first_words(&"长".repeat(61)), "长".repeat(60) + "…");
    }
}
