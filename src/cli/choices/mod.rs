//! What a value can be, as far as the store knows: for the guided way, for the completions of a
//! shell. It asks nobody and judges nothing.

mod numbered;

use clap::Arg;

use crate::domain::book::Book;
use crate::domain::deadline::next_step;
use crate::domain::rules::{self, ClockKey, RuleSet};
use crate::domain::terms::{Date, Name};
use crate::report::list;
use crate::words::{self, Lang, Word, pick};

/// One of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// What the command line takes.
    pub(super) value: String,
    /// What a person reads.
    pub(super) shown: String,
}

impl Choice {
    /// The same with something before its value.
    pub(super) fn after(self, before: &str) -> Self {
        Self {
            value: format!("{before}{}", self.value),
            shown: format!("{before}{}", self.shown),
        }
    }

    pub(super) fn plain(value: &impl ToString) -> Self {
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
    Project,
    Activity,
    Opinion,
    Meeting,
    Deliberation,
    Citizen,
    Pledge,
    Group,
    Station,
    Ballot,
    Round,
    Channel,
    ActivityType,
    MeetingType,
    Decision,
    StationType,
    Track,
    Assembly,
}

/// What the value of an argument is, and whether it may be several of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sought {
    pub(super) kind: Kind,
    pub(super) is_many: bool,
}

impl Sought {
    /// What an argument takes, by its name and by what its value is called; none where the store
    /// cannot know.
    pub(super) fn of(arg: &Arg) -> Option<Self> {
        let names = arg.get_value_names().unwrap_or_default();
        let value = names.first().map_or("", |name| pick(name, Lang::En));
        let one = |kind| (kind, false);
        let many = |kind| (kind, true);
        let (kind, is_many) = match (arg.get_id().as_str(), value) {
            // How many of them.
            (_, "N" | "COUNT") => return None,
            ("case" | "into" | "earlier", _) => one(Kind::Case),
            ("cases", _) => many(Kind::Case),
            ("unit" | "lead" | "by_unit", _) => one(Kind::Unit),
            ("co" | "separate" | "objects" | "units", _) => many(Kind::Unit),
            ("deputy" | "collector", _) => one(Kind::Deputy),
            ("co_signers" | "agreed", _) => many(Kind::Deputy),
            (
                "people" | "deputies" | "attended" | "leave" | "absent" | "present" | "invited"
                | "spoke" | "signed" | "members" | "heads" | "informants",
                "NAMES",
            ) => many(Kind::Deputy),
            ("category", _) => one(Kind::Category),
            ("class" | "confirm" | "first_review" | "second_review" | "propose", _) => {
                one(Kind::Class)
            }
            ("rating" | "attitude" | "result" | "revisit", _) => one(Kind::Grade),
            ("rules" | "other_rules" | "named" | "set", _) => one(Kind::RuleSet),
            ("mapping", _) => one(Kind::Mapping),
            ("check", _) => one(Kind::Check),
            ("sort", _) => one(Kind::Column),
            ("columns", _) => many(Kind::Column),
            ("filter", _) => one(Kind::Filter),
            ("said", _) => many(Kind::Filter),
            ("project", "NUMBER") => one(Kind::Project),
            ("projects", "NUMBERS") => many(Kind::Project),
            ("activity", "NUMBER") => one(Kind::Activity),
            ("activities", "NUMBERS") => many(Kind::Activity),
            ("opinion", "NUMBER") => one(Kind::Opinion),
            ("opinions", "NUMBERS") => many(Kind::Opinion),
            ("meeting", "NUMBER") => one(Kind::Meeting),
            ("deliberation", "NUMBER") => one(Kind::Deliberation),
            ("citizen" | "citizen_no", "NUMBER") => one(Kind::Citizen),
            ("citizens" | "households", "NUMBERS") => many(Kind::Citizen),
            ("pledge", "NUMBER") => one(Kind::Pledge),
            ("group", _) => one(Kind::Group),
            ("station", _) => one(Kind::Station),
            ("ballot", _) => one(Kind::Ballot),
            ("round", "ROUND") => one(Kind::Round),
            ("heard_by", _) => one(Kind::Channel),
            ("activity_kind", _) => one(Kind::ActivityType),
            ("meeting_kind", _) => one(Kind::MeetingType),
            ("about", _) => one(Kind::Decision),
            ("station_kind", _) => one(Kind::StationType),
            ("track", _) => one(Kind::Track),
            ("assembly", _) => one(Kind::Assembly),
            _ => return None,
        };
        Some(Self { kind, is_many })
    }
}

/// All that a value can be on a day.
pub(super) fn of(kind: Kind, book: &Book, today: Date, lang: Lang) -> Vec<Choice> {
    let office = book.office();
    let rules = office.rules_on(today);
    let of_rules = |of: &dyn Fn(&RuleSet) -> Vec<Choice>| rules.map(of).unwrap_or_default();
    match kind {
        Kind::Case => cases(book, None, lang),
        Kind::Unit => named(office.units().map(|(name, _)| name)),
        Kind::Deputy => named(office.deputies().map(|(name, _)| name)),
        Kind::Category => of_rules(&|r| named(&r.categories)),
        Kind::Class => of_rules(&|r| {
            let told = |c: &rules::ClassRule| Choice::told(&c.code, &c.label);
            r.classes.iter().map(told).collect()
        }),
        Kind::Grade => of_rules(&|r| named(&r.satisfaction.levels)),
        Kind::RuleSet => rule_sets(lang),
        Kind::Mapping => named(office.mappings().map(|(name, _)| name)),
        Kind::Column => {
            let columns = list::columns(lang).into_iter();
            columns.map(|c| Choice::told(&c.key, c.label)).collect()
        }
        Kind::Filter => named(office.filters().map(|(name, _)| name)),
        Kind::Check => named(office.checks().map(|(name, _)| name)),
        Kind::Group => named(office.groups()),
        Kind::Station => named(office.stations().map(|(name, _)| name)),
        Kind::Ballot => named(book.projects().ballots().iter().map(|b| &b.fact.ballot)),
        Kind::Round => named(book.assessments().rounds().map(|round| &round.round)),
        Kind::Project => numbered::projects(book, lang),
        Kind::Activity => numbered::activities(book, lang),
        Kind::Opinion => numbered::opinions(book, lang),
        Kind::Meeting => numbered::meetings(book, lang),
        Kind::Deliberation => numbered::deliberations(book),
        Kind::Citizen => numbered::citizens(book),
        Kind::Pledge => numbered::pledges(book, lang),
        Kind::Channel => spelled(words::CHANNELS.map(|(one, _)| one), lang),
        Kind::ActivityType => spelled(words::ACTIVITY_KINDS.map(|(one, _)| one), lang),
        Kind::MeetingType => spelled(words::MEETING_KINDS.map(|(one, _)| one), lang),
        Kind::Decision => spelled(words::DECISIONS.map(|(one, _)| one), lang),
        Kind::StationType => spelled(words::STATION_KINDS.map(|(one, _)| one), lang),
        Kind::Track => spelled(words::TRACKS.map(|(one, _)| one), lang),
        Kind::Assembly => spelled(words::ASSEMBLIES.map(|(one, _)| one), lang),
    }
}

fn named<T: ToString>(names: impl IntoIterator<Item = T>) -> Vec<Choice> {
    let names = names.into_iter();
    names.map(|name| Choice::plain(&name)).collect()
}

/// Words of a closed list, as their reader says them.
fn spelled<T: Word>(all: impl IntoIterator<Item = T>, lang: Lang) -> Vec<Choice> {
    named(all.into_iter().map(|one| one.word(lang)))
}

/// All cases, those first that wait for a command if one is named, then those that are not done
/// with, the newest first.
pub(super) fn cases(book: &Book, command: Option<&str>, lang: Lang) -> Vec<Choice> {
    let cases = book.walk().map(|case| {
        let done = case.closed.is_some() || !case.counts();
        let state = book.state(&case).word(lang);
        let label = words::case_label_of(book, case.designation());
        let choice = Choice {
            value: words::plain_label_of(book, case.designation()),
            shown: format!("{label} {} · {state}", case.title),
        };
        let waits = next_step(book, &case).map(words::step_command) == command;
        ((!waits, done, std::cmp::Reverse(case.id)), choice)
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
        let by_law = words::set_by_law(lang, &set.label);
        Choice::told(name, format!("{}{by_law} ({limits})", set.label))
    };
    sets.filter_map(Result::ok).map(described).collect()
}
