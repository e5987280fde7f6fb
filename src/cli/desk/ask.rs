//! Asking for what is missing, where somebody can be asked.

use super::{Desk, misuse};
use crate::cli::failure::{Exit, Failure};
use crate::cli::prompt::{self, NoAnswer};
use crate::cli::wish::all_cases;
use crate::domain::book::{Book, Case, View};
use crate::domain::rules::{self, ClockKey, RuleSet};
use crate::domain::terms::Name;
use crate::words::{self, Label, Word, pick};

impl Desk<'_, '_> {
    /// Refuses at once, naming all that is missing, where nobody can be asked.
    pub(in crate::cli) fn can_ask(&self, missing: &[(&str, bool)]) -> Result<(), Failure> {
        let missing: Vec<&str> = missing
            .iter()
            .filter(|(_, m)| *m)
            .map(|(flag, _)| *flag)
            .collect();
        let somebody = self.world.terminal.input && !self.common.no_input;
        if missing.is_empty() || somebody {
            return Ok(());
        }
        Err(misuse(words::missing(self.lang, &missing)))
    }

    pub(in crate::cli) fn ask_text(
        &self,
        given: Option<&str>,
        label: &str,
    ) -> anyhow::Result<String> {
        match given {
            Some(given) => Ok(given.to_owned()),
            None => self.answered(prompt::line(pick(label, self.lang))),
        }
    }

    pub(in crate::cli) fn ask_cases(&self, given: Option<&str>) -> anyhow::Result<String> {
        self.ask_text(
            given,
            crate::both!("哪些建议(17 或 1-12,15)", "Which cases (17 or 1-12,15)"),
        )
    }

    pub(in crate::cli) fn ask_which(&self, label: &str, choices: &[&str]) -> anyhow::Result<usize> {
        let choices: Vec<String> = choices
            .iter()
            .map(|c| pick(c, self.lang).to_owned())
            .collect();
        self.answered(prompt::choice(pick(label, self.lang), &choices))
    }

    /// Yes or no.
    pub(in crate::cli) fn ask_yes(&self, label: &str) -> anyhow::Result<bool> {
        let words = [Label::Yes.word(self.lang), Label::No.word(self.lang)];
        Ok(self.ask_which(label, &words)? == 0)
    }

    pub(in crate::cli) fn ask_choice(
        &self,
        given: Option<&str>,
        label: &str,
        choices: &[String],
    ) -> anyhow::Result<String> {
        match given {
            Some(given) => Ok(given.to_owned()),
            None if choices.is_empty() => self.ask_text(None, label),
            None => {
                let place = self.answered(prompt::choice(pick(label, self.lang), choices))?;
                Ok(choices.get(place).cloned().unwrap_or_default())
            }
        }
    }

    pub(in crate::cli) fn ask_unit(
        &self,
        given: Option<&str>,
        label: &str,
    ) -> anyhow::Result<String> {
        let names = |book: &Book| book.office().units().map(|(n, _)| n.to_string()).collect();
        self.ask_of_book(given, label, names)
    }

    /// Whether units were proposed for each of some cases: before the hand-over, or with a return.
    pub(in crate::cli) fn is_proposed(&self, cases: &str) -> anyhow::Result<bool> {
        let book = self.store()?.read(self.lang, View::default())?.book;
        let ids = all_cases(&book, self.lang, cases)?;
        let proposed = |case: &Case| match case.assignment() {
            None => case.pre_assignment.is_some(),
            Some(now) => now.returned.as_ref().is_some_and(|r| r.proposed.is_some()),
        };
        Ok(ids.iter().all(|id| book.case(*id).is_some_and(proposed)))
    }

    pub(in crate::cli) fn ask_category(&self, given: Option<&str>) -> anyhow::Result<String> {
        let label = crate::both!("类别", "Category");
        self.ask_of_rules(given, label, |r| {
            r.categories.iter().map(Name::to_string).collect()
        })
    }

    pub(in crate::cli) fn ask_class(&self, given: Option<&str>) -> anyhow::Result<String> {
        let label = crate::both!("办理结果", "Result class");
        self.ask_of_rules(given, label, |r| {
            r.classes.iter().map(|c| c.code.to_string()).collect()
        })
    }

    pub(in crate::cli) fn ask_grade(&self, label: &str) -> anyhow::Result<String> {
        let levels = |r: &RuleSet| r.satisfaction.levels.iter().map(Name::to_string).collect();
        self.ask_of_rules(None, label, levels)
    }

    /// Which rule set a new store takes, each with the months it gives for a reply: a town in
    /// Chongqing must choose between 2/4 and 3/6, since its two texts contradict each other.
    pub(in crate::cli) fn ask_rules(&self) -> anyhow::Result<String> {
        if !self.world.terminal.input || self.common.no_input {
            return Ok(rules::DEFAULT_SET.to_owned());
        }
        let sets: Vec<RuleSet> = rules::shipped()
            .filter_map(rules::shipped_set)
            .collect::<Result<_, _>>()?;
        let choices: Vec<String> = sets.iter().map(|set| self.described(set)).collect();
        let choices: Vec<&str> = choices.iter().map(String::as_str).collect();
        let place = self.ask_which(crate::both!("适用的办法", "Rule set"), &choices)?;
        let chosen = sets.get(place).map(|set| set.name.to_string());
        Ok(chosen.unwrap_or_else(|| rules::DEFAULT_SET.to_owned()))
    }

    /// `chongqing-2017 重庆市（答复3个月，疑难6个月）`.
    fn described(&self, set: &RuleSet) -> String {
        let told = |key: ClockKey| {
            let limit = set.clock(key)?.limit?;
            let (clock, limit) = (key.word(self.lang), words::limit(self.lang, limit));
            Some(format!("{clock} {limit}"))
        };
        let keys = [ClockKey::Reply, ClockKey::ReplyHard];
        let limits: Vec<String> = keys.into_iter().filter_map(told).collect();
        let limits = words::list(self.lang, &limits);
        format!("{} {} ({limits})", set.name, set.label)
    }

    /// Yes or no, before something is taken back; yes where nobody is asked.
    pub(in crate::cli) fn confirm(&self, label: &str) -> anyhow::Result<()> {
        if self.common.yes || !self.world.terminal.input || self.common.no_input {
            return Ok(());
        }
        let choices = [crate::both!("是", "yes"), crate::both!("否", "no")];
        match self.ask_which(label, &choices)? {
            0 => Ok(()),
            _ => self.answered(Err(NoAnswer::Cancelled)),
        }
    }

    fn ask_of_book(
        &self,
        given: Option<&str>,
        label: &str,
        choices: impl FnOnce(&Book) -> Vec<String>,
    ) -> anyhow::Result<String> {
        if given.is_some() {
            return self.ask_choice(given, label, &[]);
        }
        let book = self.store()?.read(self.lang, View::default())?.book;
        self.ask_choice(None, label, &choices(&book))
    }

    fn ask_of_rules(
        &self,
        given: Option<&str>,
        label: &str,
        choices: impl FnOnce(&RuleSet) -> Vec<String>,
    ) -> anyhow::Result<String> {
        let today = self.today();
        self.ask_of_book(given, label, |book| {
            book.office()
                .rules_on(today)
                .map(choices)
                .unwrap_or_default()
        })
    }

    fn answered<T>(&self, answer: Result<T, NoAnswer>) -> anyhow::Result<T> {
        answer.map_err(|none| match none {
            NoAnswer::Cancelled => {
                Failure::told(words::cancelled(self.lang), Exit::Cancelled).into()
            }
            NoAnswer::Terminal(_) => anyhow::Error::from(none),
        })
    }
}
