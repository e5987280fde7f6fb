//! What a value can be, as far as the store knows: for the guided way, for the completions of a
//! shell. It asks nobody and judges nothing.

use crate::domain::book::Book;
use crate::domain::rules::{self, ClockKey, RuleSet};
use crate::domain::terms::{Date, Name};
use crate::report::list;
use crate::words::{self, Lang, Word};

/// One of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// What the command line takes.
    pub(super) value: String,
    /// What a person reads.
    pub(super) shown: String,
}

impl Choice {
    fn plain(value: &impl ToString) -> Self {
        let value = value.to_string();
        Self {
            shown: value.clone(),
            value,
        }
    }

    fn told(value: &impl ToString, words: impl std::fmt::Display) -> Self {
        let value = value.to_string();
        Self {
            shown: format!("{value} {words}"),
            value,
        }
    }
}

/// What is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Case,
    Unit,
    Deputy,
    Category,
    Class,
    Grade,
    RuleSet,
    Mapping,
    Check,
    Column,
    Filter,
}

impl Kind {
    /// What the value of an argument is, by the argument's name; none where the store cannot know.
    pub(super) fn of_argument(id: &str) -> Option<Self> {
        Some(match id {
            "cases" | "case" | "into" | "earlier" => Self::Case,
            "unit" | "lead" | "co" | "separate" | "objects" | "by_unit" => Self::Unit,
            "deputy" | "co_signers" | "agreed" => Self::Deputy,
            "category" => Self::Category,
            "class" | "confirm" | "first_review" | "second_review" | "propose" => Self::Class,
            "rating" | "attitude" | "result" | "revisit" => Self::Grade,
            "rules" | "named" | "set" => Self::RuleSet,
            "mapping" => Self::Mapping,
            "check" => Self::Check,
            "sort" | "columns" => Self::Column,
            "filter" | "said" => Self::Filter,
            _ => return None,
        })
    }
}

/// All that a value can be on a day.
pub(super) fn of(kind: Kind, book: &Book, today: Date, lang: Lang) -> Vec<Choice> {
    let office = book.office();
    let rules = office.rules_on(today);
    let names = |of: &dyn Fn(&RuleSet) -> Vec<Choice>| rules.map(of).unwrap_or_default();
    match kind {
        Kind::Case => cases(book, lang),
        Kind::Unit => office
            .units()
            .map(|(name, _)| Choice::plain(name))
            .collect(),
        Kind::Deputy => office
            .deputies()
            .map(|(name, _)| Choice::plain(name))
            .collect(),
        Kind::Category => names(&|r| r.categories.iter().map(Choice::plain).collect()),
        Kind::Class => names(&|r| {
            let told = |c: &rules::ClassRule| Choice::told(&c.code, &c.label);
            r.classes.iter().map(told).collect()
        }),
        Kind::Grade => names(&|r| r.satisfaction.levels.iter().map(Choice::plain).collect()),
        Kind::RuleSet => rule_sets(lang),
        Kind::Mapping => office
            .mappings()
            .map(|(name, _)| Choice::plain(name))
            .collect(),
        Kind::Column => {
            let columns = list::columns(lang).into_iter();
            columns.map(|c| Choice::told(&c.key, c.label)).collect()
        }
        Kind::Filter => office
            .filters()
            .map(|(name, _)| Choice::plain(name))
            .collect(),
        Kind::Check => office
            .checks()
            .map(|(name, _)| Choice::plain(name))
            .collect(),
    }
}

/// All cases, those first that are not done with, the newest first.
pub(super) fn cases(book: &Book, lang: Lang) -> Vec<Choice> {
    let cases = book.walk().map(|case| {
        let done = case.closed.is_some() || !case.counts();
        let state = book.state(&case).word(lang);
        let label = words::case_label_of(book, &case);
        let choice = Choice {
            value: words::plain_label_of(book, &case),
            shown: format!("{label} {} · {state}", case.title),
        };
        ((done, std::cmp::Reverse(case.id)), choice)
    });
    let mut cases: Vec<_> = cases.collect();
    cases.sort_by_key(|(place, _)| *place);
    cases.into_iter().map(|(_, choice)| choice).collect()
}

/// The rule sets that come with the program: `chongqing-2017 重庆市 (答复3个月、疑难件答复6个月)`.
pub(super) fn rule_sets(lang: Lang) -> Vec<Choice> {
    let sets = rules::shipped().filter_map(rules::shipped_set);
    let described = |set: RuleSet| {
        let told = |key: ClockKey| {
            let limit = set.clock(key)?.limit?;
            let (clock, limit) = (key.word(lang), words::limit(lang, limit));
            Some(format!("{clock} {limit}"))
        };
        let keys = [ClockKey::Reply, ClockKey::ReplyHard];
        let limits: Vec<String> = keys.into_iter().filter_map(told).collect();
        let limits = words::list(lang, &limits);
        let name: &Name = &set.name;
        Choice::told(name, format!("{} ({limits})", set.label))
    };
    sets.filter_map(Result::ok).map(described).collect()
}
