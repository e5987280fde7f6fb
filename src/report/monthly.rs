//! The monthly report: the month's movement by unit, what was done in it, what is late at its end
//! and what falls due in the next.
//!
//! Only what had happened by the end of the month counts, however much later it is printed: the
//! same entries give the same bytes for ever.

use super::document::Document;
use super::figures::{Figures, Scope};
use super::month::Month;
use super::movement::{Movement, movements};
use super::outlook::Outlook;
use super::rates::rates;
use super::scope::Filter;
use super::section::{Heading, Measure, Row, Section};
use super::summary::by_class;
use super::tally::{Group, counts};
use crate::domain::book::Case;
use crate::domain::deadline;
use crate::domain::event::Event;
use crate::domain::terms::{CaseId, Date};
use crate::words::{self, Label, Lang, Word};

/// The report of a month.
pub fn monthly(outlook: &Outlook, month: Month, filter: &Filter) -> Document {
    let figures = Reading::new(outlook, month, filter).figures(filter);
    let lang = outlook.lang;
    let name = words::month(lang, month.year(), month.number());
    let title = match lang {
        Lang::Zh => format!("{name}{}", Label::Monthly.word(lang)),
        Lang::En => format!("{} {name}", Label::Monthly.word(lang)),
    };
    Document::of_figures(
        "report.monthly",
        title,
        outlook.basis(),
        figures,
        &outlook.headings(),
    )
    .with_foot(outlook.foot())
}

/// The cases as they stood at the end of the month.
struct Reading<'a, 'o> {
    outlook: &'o Outlook<'a>,
    month: Month,
    last: Date,
    cases: Vec<Case>,
}

impl<'a, 'o> Reading<'a, 'o> {
    fn new(outlook: &'o Outlook<'a>, month: Month, filter: &Filter) -> Self {
        let last = month.last().min(outlook.as_of);
        let ids = outlook.book.cases().map(|case| case.id);
        let then = ids.filter_map(|id| outlook.book.case_on(id, last));
        let cases = then.filter(|case| filter.takes(outlook, case)).collect();
        Self {
            outlook,
            month,
            last,
            cases,
        }
    }

    fn figures(&self, filter: &Filter) -> Figures {
        let counting: Vec<&Case> = self.cases.iter().filter(|case| case.counts()).collect();
        let of_month: Vec<&Case> = counting
            .iter()
            .copied()
            .filter(|case| case.replied().is_some_and(|on| self.month.contains(on)))
            .collect();
        // Rates and classes are asked of the same view as at the month's end.
        let at_end = Outlook {
            as_of: self.last,
            ..self.outlook.clone()
        };
        let mut class = by_class(&at_end, &of_month);
        class.label = Label::ClassOfMonth.word(self.outlook.lang).to_owned();
        let sections = vec![
            self.movement(),
            self.activity(),
            class,
            rates(&at_end, &counting),
            self.overdue(&counting),
            self.due_next(&counting),
            self.commitments(&counting),
            self.notes(),
        ];
        let mut units: Vec<_> = counting
            .iter()
            .filter_map(|c| c.assignment())
            .flat_map(|a| a.to.repliers())
            .collect();
        units.sort();
        units.dedup();
        let scope = Scope {
            label: filter.label(self.outlook),
            total: counting.len(),
            tracked: self.tracked(),
            units_count: units.len(),
        };
        Figures { scope, sections }
    }

    fn tracked(&self) -> usize {
        let ids = self.outlook.book.cases().map(|case| case.id);
        ids.filter_map(|id| self.outlook.book.case_on(id, self.last))
            .filter(Case::counts)
            .count()
    }

    fn movement(&self) -> Section {
        let ids: Vec<CaseId> = self.cases.iter().map(|case| case.id).collect();
        let all = movements(self.outlook.book, self.month, self.last, &ids);
        let lang = self.outlook.lang;
        let mut rows = vec![moved("all", Label::Office.word(lang), &all.whole)];
        rows.extend(
            all.units
                .iter()
                .map(|(unit, m)| moved(unit.as_str(), unit.as_str(), m)),
        );
        let headings = [
            ("opening", Label::Opening),
            ("new", Label::New),
            ("answered", Label::Answered),
            ("withdrawn", Label::WithdrawnCases),
            ("refused", Label::RefusedCases),
            ("moved_out", Label::MovedOut),
            ("closing", Label::Closing),
        ];
        let heading = |(key, label): (&'static str, Label)| Heading {
            key: key.into(),
            label: label.word(lang).to_owned(),
        };
        Section {
            key: "unit".into(),
            label: Label::Movement.word(lang).to_owned(),
            denominator: None,
            headings: headings.map(heading).into(),
            rows,
        }
    }

    /// What was done in the month, counted by cases.
    fn activity(&self) -> Section {
        let lang = self.outlook.lang;
        let group = |key: &'static str, label: Label, fits: fn(&Event) -> bool| {
            let did = |case: &&Case| {
                let facts = self.outlook.book.timeline(case.id);
                facts.map(|f| f.event).any(|e| self.happened(e) && fits(e))
            };
            let cases = self.cases.iter().filter(did).map(|case| case.id).collect();
            Group::new(key, label.word(lang), cases)
        };
        let groups = vec![
            group("submitted", Label::Submitted, |e| {
                matches!(e, Event::Submitted { .. })
            }),
            group("assigned", Label::HandedOver, |e| {
                matches!(e, Event::Assigned { .. })
            }),
            group("returned", Label::ReturnedCases, |e| {
                matches!(e, Event::Returned { .. })
            }),
            group("reassigned", Label::Reassigned, |e| {
                matches!(e, Event::Reassigned { .. })
            }),
            group("consulted", Label::Consulted, |e| {
                matches!(e, Event::Consulted { .. })
            }),
            group("extended", Label::ExtendedCases, |e| {
                matches!(e, Event::Extended { .. })
            }),
            group("replied", Label::Answered, |e| {
                matches!(e, Event::Replied { .. })
            }),
            group("rated", Label::RatedCases, |e| {
                matches!(e, Event::Rated { .. })
            }),
            group("escalated", Label::Escalated, |e| {
                matches!(e, Event::Escalated { .. })
            }),
            group("closed", Label::ClosedCases, |e| {
                matches!(e, Event::Closed { .. })
            }),
        ];
        counts(self.outlook, "activity", Label::Activity, groups)
    }

    fn happened(&self, event: &Event) -> bool {
        self.month.contains(event.on()) && event.on() <= self.last
    }

    /// Cases whose reply was late at the end of the month, the latest first.
    fn overdue(&self, cases: &[&Case]) -> Section {
        let late = cases.iter().filter_map(|case| {
            let clock = deadline::reply_clock(self.outlook.book, case, self.last)?;
            let days = -clock.days_left(self.last);
            (clock.met.is_none() && days > 0).then_some((*case, days))
        });
        let mut late: Vec<(&Case, i64)> = late.collect();
        late.sort_by_key(|(case, days)| (-days, case.id));
        self.listed(
            "overdue",
            Label::OverdueList,
            ("days_late", Label::DaysLate),
            late,
        )
    }

    /// Cases whose reply falls due in the next month, the first first.
    fn due_next(&self, cases: &[&Case]) -> Section {
        let next = self.month.next();
        let due = cases.iter().filter_map(|case| {
            let clock = deadline::reply_clock(self.outlook.book, case, self.last)?;
            let soon = clock.met.is_none() && next.contains(clock.due());
            soon.then_some((*case, clock.days_left(self.last)))
        });
        let mut due: Vec<(&Case, i64)> = due.collect();
        due.sort_by_key(|(case, days)| (*days, case.id));
        self.listed(
            "due_next",
            Label::DueNext,
            ("days_left", Label::DaysLeft),
            due,
        )
    }

    /// Promises that fall due in the next month, and those that are late.
    fn commitments(&self, cases: &[&Case]) -> Section {
        let by = self.month.next().last();
        let open = cases.iter().flat_map(|case| {
            let due = case.open_commitments().filter(move |c| c.due <= by);
            due.map(|c| (*case, (c.due - self.last).num_days()))
        });
        let mut open: Vec<(&Case, i64)> = open.collect();
        open.sort_by_key(|(case, days)| (*days, case.id));
        self.listed(
            "commitments",
            Label::Commitments,
            ("days_left", Label::DaysLeft),
            open,
        )
    }

    /// Cases one a row, with a number of days.
    fn listed(
        &self,
        key: &'static str,
        label: Label,
        days: (&'static str, Label),
        cases: Vec<(&Case, i64)>,
    ) -> Section {
        let lang = self.outlook.lang;
        let book = self.outlook.book;
        let row = |(case, count): (&Case, i64)| {
            let units: Vec<&str> = case
                .assignment()
                .iter()
                .flat_map(|a| a.to.repliers())
                .map(|u| u.as_str())
                .collect();
            let told = format!(
                "{} {}",
                words::case_titled(lang, book, case),
                words::list(lang, &units)
            );
            Row::new(words::plain_label(book, case.id), told, Measure::Integers)
                .with_integer(days.0, count)
                .with_cases(vec![case.id])
        };
        Section {
            key: key.into(),
            label: label.word(lang).to_owned(),
            denominator: None,
            headings: vec![Heading {
                key: days.0.into(),
                label: days.1.word(lang).to_owned(),
            }],
            rows: cases.into_iter().map(row).collect(),
        }
    }

    /// What a reader should know of the figures: recorded late, or past the office's gates.
    fn notes(&self) -> Section {
        let lang = self.outlook.lang;
        let entries = self.outlook.book.entries();
        let of_month = |case: &Case, fits: &dyn Fn(u64) -> bool| {
            let facts = self.outlook.book.timeline(case.id);
            facts
                .filter(|f| self.happened(f.event))
                .any(|f| fits(f.id.line))
        };
        let found = |line: u64| entries.iter().find(|e| e.seq == line);
        let late = |line: u64| found(line).is_some_and(|e| e.at.date_naive() > self.month.last());
        let lenient = |line: u64| found(line).is_some_and(|e| e.lenient);
        let with = |fits: &dyn Fn(u64) -> bool| -> Vec<CaseId> {
            self.cases
                .iter()
                .filter(|c| of_month(c, fits))
                .map(|c| c.id)
                .collect()
        };
        let groups = vec![
            Group::new("recorded_later", Label::LateEntries.word(lang), with(&late)),
            Group::new("lenient", Label::LenientEntries.word(lang), with(&lenient)),
        ];
        counts(self.outlook, "notes", Label::Notes, groups)
    }
}

fn moved(key: &str, label: &str, movement: &Movement) -> Row {
    let count = |cases: &Vec<CaseId>| i64::try_from(cases.len()).unwrap_or(i64::MAX);
    Row::new(key.to_owned(), label, Measure::Integers)
        .with_integer("opening", count(&movement.opening))
        .with_integer("new", count(&movement.new))
        .with_integer("answered", count(&movement.answered))
        .with_integer("withdrawn", count(&movement.withdrawn))
        .with_integer("refused", count(&movement.refused))
        .with_integer("moved_out", count(&movement.moved_out))
        .with_integer("closing", count(&movement.closing))
        .with_cases(movement.closing.clone())
}
