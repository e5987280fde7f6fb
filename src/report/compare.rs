//! The same figures at another time: at the end of last month, on the same day of last year.
//!
//! Each column counts the cases as they stood on its day, by the facts known now; a scope that
//! names a year is moved with it. It refuses to call anything better or worse.

use chrono::Months;

use super::beside::NO_DATA;
use super::month::Month;
use super::outlook::Outlook;
use super::scope::Filter;
use super::section::{Measure, Row, Section};
use super::table::Look;
use super::tally::heading;
use crate::domain::book::Case;
use crate::domain::deadline::Clock;
use crate::domain::rules::Grade;
use crate::domain::terms::{CaseId, Date};
use crate::words::{Label, Word};

/// What is compared: a key, its words, and which cases count.
type Standing = (&'static str, Label, fn(&Look) -> bool);

const STANDINGS: [Standing; 8] = [
    ("total", Label::InScope, |_| true),
    ("consulted", Label::ConsultedCases, |case| {
        !case.consultations.is_empty()
    }),
    ("replied", Label::RepliedCases, |case| {
        case.replied().is_some()
    }),
    ("waiting", Label::WaitingCases, |case| case.waits()),
    ("overdue", Label::OverdueList, |case| {
        let late = |clock: &Clock| clock.is_overdue(case.outlook.as_of);
        case.waits() && case.reply_clock().is_some_and(late)
    }),
    ("closed", Label::ClosedCases, |case| case.closed.is_some()),
    ("satisfied", Label::DeputySatisfied, |case| {
        let grade = case.rating().and_then(|r| case.outlook.book.grade(r));
        grade == Some(Grade::Satisfied)
    }),
    ("promises_open", Label::WithOpenPromise, |case| {
        case.open_commitments().next().is_some()
    }),
];

/// The figures of the day of the view, of the end of the month before, of the day a year before.
pub(super) struct Basics<'a> {
    year_before: Day<'a>,
    month_before: Day<'a>,
    today: Day<'a>,
}

/// The cases of each standing on a day.
struct Day<'a> {
    outlook: Outlook<'a>,
    filter: Filter,
    standing: [Vec<CaseId>; STANDINGS.len()],
}

impl<'a> Basics<'a> {
    pub(super) fn new(outlook: &Outlook<'a>, filter: &Filter) -> Self {
        let today = outlook.as_of;
        let first = Month::of(today).first();
        let year_before = today.checked_sub_months(Months::new(12));
        let on = |as_of: Date, filter: Filter| Day {
            outlook: Outlook {
                as_of,
                ..outlook.clone()
            },
            filter,
            standing: Default::default(),
        };
        Self {
            year_before: on(year_before.unwrap_or(Date::MIN), filter.a_year_before()),
            month_before: on(first.pred_opt().unwrap_or(first), filter.clone()),
            today: on(today, filter.clone()),
        }
    }

    /// The days it looks at, which follow one another.
    pub(super) fn days(&self) -> [Date; 3] {
        [&self.year_before, &self.month_before, &self.today].map(|day| day.outlook.as_of)
    }

    /// One more case, as it stood on each of the days.
    pub(super) fn take(&mut self, stood: [Option<&Case>; 3]) {
        let days = [
            &mut self.year_before,
            &mut self.month_before,
            &mut self.today,
        ];
        for (day, case) in days.into_iter().zip(stood) {
            if let Some(case) = case {
                day.take(case);
            }
        }
    }

    pub(super) fn print(self) -> Section {
        let outlook = self.today.outlook;
        let lang = outlook.lang;
        // The first standing counts all cases of the day.
        let known = |day: &Day| day.standing.first().is_some_and(|all| !all.is_empty());
        let (month_known, year_known) = (known(&self.month_before), known(&self.year_before));
        let rows = STANDINGS.iter().zip(self.today.standing);
        let earlier = self.month_before.standing.into_iter();
        let rows = rows.zip(earlier.zip(self.year_before.standing));
        let rows = rows.map(|(((key, label, _), cases), (month, year))| {
            let row = Row::new(*key, label.word(lang), Measure::Count(cases.len()));
            let row = row.with_cases(cases);
            let row = beside(row, "last_month", month, month_known);
            beside(row, "last_year", year, year_known)
        });
        Section {
            key: "basics".into(),
            label: Label::Basics.word(lang).to_owned(),
            denominator: None,
            rows: rows.collect(),
            headings: vec![
                heading(&outlook, "last_month", Label::LastMonth),
                heading(&outlook, "last_year", Label::LastYear),
            ],
        }
    }
}

/// The count of another day; where no case was on record at all, nothing is known of that day.
fn beside(row: Row, key: &'static str, cases: Vec<CaseId>, known: bool) -> Row {
    match known {
        true => row.with_counted(key, cases),
        false => row.with_cell(key, NO_DATA),
    }
}

impl Day<'_> {
    fn take(&mut self, case: &Case) {
        if !self.filter.counts(&self.outlook, case) {
            return;
        }
        let look = Look::new(&self.outlook, case);
        for ((_, _, fits), cases) in STANDINGS.iter().zip(&mut self.standing) {
            cases.extend(fits(&look).then_some(case.id));
        }
    }
}
