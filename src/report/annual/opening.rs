//! 基本情况: the figures behind the sentences. They are those of the summary's sections, so that
//! the prose and the tables cannot differ.

use super::{Year, is_key};
use crate::domain::book::{Case, ClassStepKind, State};
use crate::domain::event::Kind;
use crate::domain::terms::{Name, Period, year_of};
use crate::report::block::Block;
use crate::report::rates::rates;
use crate::report::scope::year_of_case;
use crate::report::section::{Measure, Row, Section};
use crate::report::summary::{by_category, by_class};
use crate::report::table::counted;
use crate::report::tally::select;
use crate::words::annual::{self, ClassTold, KindTold, Opening, Told};
use crate::words::{Lang, Word};

impl Year<'_, '_> {
    pub(super) fn opening(&self) -> Vec<Block> {
        let mut paragraphs = annual::opening(&self.figures());
        // Where nothing was handed over there is no part on handing over that could say it.
        if self.cases.is_empty() {
            paragraphs.extend(self.not_counted());
        }
        paragraphs.extend(self.key_ones());
        paragraphs.into_iter().map(Block::paragraph).collect()
    }

    /// What of the same sessions is not among the figures.
    pub(super) fn not_counted(&self) -> Option<String> {
        let [ended, waiting] = self.not_counted;
        annual::not_counted(ended, waiting)
    }

    fn figures(&self) -> Opening {
        let count = |fits: &dyn Fn(&Case) -> bool| self.cases.iter().filter(|c| fits(c)).count();
        let rates = counted(self.outlook, rates(self.outlook), &self.cases);
        let rules = self.outlook.rules();
        Opening {
            speaker: self.speaker.clone(),
            sessions: self.sessions.clone(),
            total: self.cases.len(),
            in_session: count(&|c| c.period == Period::InSession),
            between: count(&|c| c.period == Period::BetweenSessions),
            kinds: self.kinds(),
            categories: self.categories(&self.cases),
            classes: self.classes(&self.cases),
            units: self.units(&self.cases).len(),
            replied: count(&|c| c.replied().is_some()),
            closed: count(&|c| c.closed.is_some()),
            again: count(&|c| self.is_handled_again(c)),
            is_of_this_year: self.is_of_this_year(),
            reply_rate: rate(&rates, "reply_rate"),
            satisfaction: rate(&rates, "satisfaction_rate"),
            with_mostly: rules.is_some_and(|r| r.rates.satisfied_includes_mostly),
            reviewers: [ClassStepKind::FirstReview, ClassStepKind::SecondReview]
                .map(|kind| self.reviewers(kind)),
        }
    }

    /// Whether the deputy was not satisfied and the case is handled once more.
    fn is_handled_again(&self, case: &Case) -> bool {
        let state = self.outlook.book.state(case);
        matches!(state, State::Rehandling | State::Adjudicating)
    }

    /// Whether all of it was raised in the year of the report.
    fn is_of_this_year(&self) -> bool {
        let year = year_of(self.outlook.as_of);
        let years = self.cases.iter();
        let mut years = years.map(|case| year_of_case(self.outlook, case));
        years.all(|raised| raised == Some(year))
    }

    /// The kinds that there are, the ordinary one last.
    fn kinds(&self) -> Vec<KindTold> {
        let kinds = [Kind::Key, Kind::Complex, Kind::Ordinary];
        let told = kinds.into_iter().filter_map(|kind| {
            let cases = select(&self.cases, |case| case.kind == kind);
            (!cases.is_empty()).then(|| KindTold {
                word: kind.word(Lang::Zh).to_owned(),
                total: cases.len(),
                waiting: cases.iter().filter(|c| c.replied().is_none()).count(),
                categories: self.categories(&cases),
                classes: self.classes(&cases),
            })
        });
        told.collect()
    }

    fn categories(&self, cases: &[&Case]) -> Vec<Told> {
        told(&counted(self.outlook, by_category(self.outlook), cases))
    }

    fn classes(&self, cases: &[&Case]) -> Vec<ClassTold> {
        let section = counted(self.outlook, by_class(self.outlook), cases);
        let rules = self.outlook.rules();
        let class = |row: &Row| {
            let rule = rules.and_then(|rules| rules.class(&row.key));
            let words = rule.map(|rule| rule.in_report.as_ref().unwrap_or(&rule.label));
            let word = words.map_or_else(|| row.label.clone(), Name::to_string);
            ClassTold {
                code: row.key.to_string(),
                told: Told {
                    word,
                    ..told_row(row)
                },
                resolved: rule.is_some_and(|rule| rule.resolved),
            }
        };
        section.rows.iter().map(class).collect()
    }

    /// The units that reply, in the order of the cases.
    pub(super) fn units(&self, cases: &[&Case]) -> Vec<String> {
        let mut units: Vec<String> = Vec::new();
        let to = cases.iter().filter_map(|case| case.assignment());
        for unit in to.flat_map(|assignment| assignment.to.repliers()) {
            if !units.iter().any(|known| known == unit.as_str()) {
                units.push(unit.to_string());
            }
        }
        units
    }

    /// Who looked at every class that was given; nobody, where one was not looked at.
    fn reviewers(&self, kind: ClassStepKind) -> Vec<String> {
        let mut who: Vec<String> = Vec::new();
        for case in self.cases.iter().filter(|case| case.replied().is_some()) {
            let mut steps = case.classes.iter().filter(|step| step.kind == kind);
            let Some(by) = steps.next_back().and_then(|step| step.by.as_ref()) else {
                return Vec::new();
            };
            if !who.iter().any(|known| known == by.as_str()) {
                who.push(by.to_string());
            }
        }
        who
    }

    /// The key ones, where the presidium speaks: it chose them.
    fn key_ones(&self) -> Option<String> {
        if self.speaker.side == annual::Side::Government {
            return None;
        }
        let key = select(&self.cases, is_key);
        if key.is_empty() {
            return None;
        }
        // Of those that may not go out only the number is told: no title, no unit, no class.
        let known = |id| self.goes.cases.iter().find(|case| case.id == id);
        let named = select(&key, |case| known(case.id).is_some());
        let titles = named.iter().filter_map(|case| known(case.id));
        let titles: Vec<String> = titles.map(|case| case.title.clone()).collect();
        let (units, classes) = (self.units(&named), self.classes(&named));
        let of = |fits: fn(&Case) -> bool| key.iter().filter(|case| fits(case)).count();
        let what = annual::key_ones(
            of(|case| case.kind == Kind::Key),
            of(|case| case.key_supervised.is_some()),
            key.len(),
        );
        let is_done = key.iter().all(|case| case.closed.is_some());
        let what = (key.len(), what, is_done);
        let letters = self.outlook.rules().and_then(|rules| rules.letters.clone());
        let letters = letters.unwrap_or_default();
        let by = (&self.speaker, &letters);
        let told = annual::review(by, what, &titles, &units, &classes);
        Some(told)
    }
}

fn told(section: &Section) -> Vec<Told> {
    section.rows.iter().map(told_row).collect()
}

fn told_row(row: &Row) -> Told {
    let (count, share) = match &row.measure {
        Measure::Share { count, percent } => (*count, percent.clone()),
        Measure::Count(count) => (*count, None),
        Measure::Integers | Measure::Rate { .. } | Measure::Mean(_) => (0, None),
    };
    Told {
        word: row.label.clone(),
        count,
        share,
    }
}

fn rate(rates: &Section, key: &str) -> Option<String> {
    let row = rates.rows.iter().find(|row| row.key == key)?;
    match &row.measure {
        Measure::Rate { percent, .. } => percent.clone(),
        Measure::Integers | Measure::Count(_) | Measure::Share { .. } | Measure::Mean(_) => None,
    }
}
