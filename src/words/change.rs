//! After a change: what changed, the new state, the next due date with its weekday, and the next
//! command to type.

use std::collections::BTreeMap;

use super::clash::step_command;
use super::codes::{plain_value, value_in_words};
use super::work_change::{changed_work, work_line};
use super::{
    Lang, Word, case_label, case_spans, case_titled, date, days_left, fact, list, plain_label,
    refusal, say, short_date, year_without_table,
};
use crate::domain::book::{Book, Case, FactId};
use crate::domain::deadline;
use crate::domain::decide::possible_step;
use crate::domain::event::{self, Event};
use crate::domain::rules::ClockKey;
use crate::domain::terms::{CaseId, Date, Level, Name};

/// The clock that ends next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextDue {
    /// Which clock.
    pub clock: ClockKey,
    /// Its last day.
    pub date: Date,
    /// Days left, negative when late.
    pub days_left: i64,
    /// A year it was counted through without its holidays.
    pub year_without_table: Option<i32>,
}

/// How many cases are told one by one.
const CASES_MOST: usize = 3;

/// How many lines that are taken back are told one by one.
const LINES_MOST: usize = 3;

/// What a line changed, as lines of talk.
pub fn changed(
    lang: Lang,
    book: &Book,
    (events, dry_run): (&[Event], bool),
    today: Date,
    next_due: impl Fn(&Case) -> Option<NextDue>,
) -> Vec<String> {
    let mut lines = Vec::new();
    let mut of_cases: BTreeMap<CaseId, Vec<String>> = BTreeMap::new();
    for event in events {
        match event.case() {
            Some(case) => {
                let facts = of_cases.entry(case).or_default();
                let told = told(lang, book, (event, events));
                if !facts.contains(&told) {
                    facts.push(told);
                }
            }
            None => lines
                .extend(office_line(lang, book, event).or_else(|| work_line(lang, book, event))),
        }
    }
    lines.extend(calendars(lang, events));
    if of_cases.len() > CASES_MOST {
        lines.push(many(lang, book, &of_cases));
    }
    for (id, facts) in of_cases.iter().take(CASES_MOST) {
        let Some(case) = book.case(*id) else {
            lines.push(format!("{}: {}", case_label(book, *id), list(lang, facts)));
            continue;
        };
        lines.push(one(lang, book, case, (facts, dry_run)));
        if let Some(due) = next_due(case) {
            lines.push(due_line(lang, &due));
            let year = due.year_without_table;
            lines.extend(year.map(|year| format!("  {}", year_without_table(lang, year))));
        }
    }
    let first = of_cases.keys().next().and_then(|id| book.case(*id));
    lines
        .extend(first.and_then(|case| next_command(lang, book, (case, today), of_cases.len() > 1)));
    lines
}

/// The years whose tables were adopted, in one line: a new store takes nine.
fn calendars(lang: Lang, events: &[Event]) -> Option<String> {
    let year = |event: &Event| {
        let Event::CalendarAdopted(event::CalendarAdopted { table, .. }) = event else {
            return None;
        };
        Some(table.year.to_string())
    };
    let years: Vec<String> = events.iter().filter_map(year).collect();
    let adopted = events.iter().find(|event| year(event).is_some())?;
    Some(format!("{}: {}", fact(lang, adopted), list(lang, &years)))
}

/// The numbers of the cases and of the work that changed, for scripts.
pub fn changed_cases(book: &Book, events: &[Event]) -> Vec<String> {
    let mut seen = Vec::new();
    for case in events.iter().filter_map(Event::case) {
        if !seen.contains(&case) {
            seen.push(case);
        }
    }
    let cases = seen.into_iter().map(|case| plain_label(book, case));
    cases.chain(changed_work(events)).collect()
}

/// Suggestions of other years that resemble one that was handed in.
pub fn look_alikes(lang: Lang, book: &Book, alike: &[&Case]) -> Option<String> {
    let labels: Vec<String> = alike
        .iter()
        .map(|case| case_titled(lang, book, case))
        .collect();
    let labels = list(lang, &labels);
    (!alike.is_empty()).then(|| match lang {
        Lang::Zh => format!("相似的建议: {labels}"),
        Lang::En => format!("look-alikes: {labels}"),
    })
}

/// Nothing is written.
pub fn dry_run(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "试运行,没有写入:",
        Lang::En => "dry run, nothing was written:",
    }
}

fn one(lang: Lang, book: &Book, case: &Case, (facts, dry_run): (&[String], bool)) -> String {
    let titled = case_titled(lang, book, case);
    let state = book.state(case).word(lang);
    let facts = list(lang, facts);
    match (lang, dry_run) {
        (Lang::Zh, false) => format!("已记录 {titled}: {facts};现在: {state}"),
        (Lang::Zh, true) => format!("会记录 {titled}: {facts};然后: {state}"),
        (Lang::En, false) => format!("recorded {titled}: {facts}; now {state}"),
        (Lang::En, true) => format!("would record {titled}: {facts}; then {state}"),
    }
}

/// The name of a fact among those of its line, and of whom or what it is about where that may be
/// another one than expected: who was urged, what a case was merged into and by that handed over to.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other facts say enough by their name"
)]
fn told(lang: Lang, book: &Book, (event, line): (&Event, &[Event])) -> String {
    let name = fact(lang, event);
    let merged = |case| {
        let of = |event: &Event| matches!(event, Event::Merged(_)) && event.case() == Some(case);
        line.iter().any(of)
    };
    match event {
        Event::Reminded(event::Reminded { unit, deputy, .. }) => {
            let whom = unit.as_ref().or(deputy.as_ref());
            whom.map_or_else(|| name.to_owned(), |whom| format!("{name} {whom}"))
        }
        Event::Merged(fact) => format!("{name} {}", case_label(book, fact.into)),
        Event::Reassigned(fact) => match left_out(book, fact).as_slice() {
            [] => name.to_owned(),
            units => {
                let units = list(lang, units);
                say(
                    lang,
                    format!("{name}({units} 不再承办)"),
                    format!("{name} ({units} no longer has it)"),
                )
            }
        },
        Event::Extended(fact) => match days_late(book, fact) {
            Some(days) => say(
                lang,
                format!("{name}(原期限过了{days}天才批,此后按新期限计,不再算逾期)"),
                format!("{name} ({days} days after the last day: from now on the new one counts)"),
            ),
            None => name.to_owned(),
        },
        Event::Assigned(fact) if merged(fact.case) => {
            let units: Vec<String> = fact.to.repliers().map(ToString::to_string).collect();
            let units = list(lang, &units);
            let with_it = say(lang, "随并案", "with it");
            format!("{with_it}{name} {units}")
        }
        _ => name.to_owned(),
    }
}

/// The co-units that had it before a new hand-over that does not name them.
fn left_out(book: &Book, fact: &event::Reassigned) -> Vec<String> {
    let assignments = book.case(fact.case).map(|case| case.assignments.as_slice());
    let [.., before, _] = assignments.unwrap_or_default() else {
        return Vec::new();
    };
    let gone = before
        .to
        .co
        .iter()
        .filter(|unit| fact.to.units().all(|held| held != *unit));
    gone.map(ToString::to_string).collect()
}

/// How many days after the last day more time was given; none where it was given in time.
fn days_late(book: &Book, fact: &event::Extended) -> Option<i64> {
    let clock = deadline::reply_clock(book, book.case(fact.case)?, fact.on)?;
    let mut last = clock.agreed.unwrap_or(clock.due.date);
    for told in book.timeline(fact.case) {
        if let Event::Extended(given) = told.event
            && given != fact
        {
            last = given.to;
        }
    }
    let days = (fact.on - last).num_days();
    (days > 0).then_some(days)
}

fn many(lang: Lang, book: &Book, of_cases: &BTreeMap<CaseId, Vec<String>>) -> String {
    let count = of_cases.len();
    let span = case_spans(lang, book, of_cases.keys().copied());
    match lang {
        Lang::Zh => format!("共{count}件: {span};前 {CASES_MOST} 件:"),
        Lang::En => format!("{count} cases: {span}; the first {CASES_MOST}:"),
    }
}

/// The clock that ends next, in words.
pub fn due_line(lang: Lang, due: &NextDue) -> String {
    let clock = due.clock.word(lang);
    let (day, left) = (date(lang, due.date), days_left(lang, due.days_left));
    match lang {
        Lang::Zh => format!("  {clock}期限 {day},{left}"),
        Lang::En => format!("  {clock} due {day}, {left}"),
    }
}

/// The command that would be taken next; what has to be done before it where it would be refused.
fn next_command(
    lang: Lang,
    book: &Book,
    (case, today): (&Case, Date),
    others: bool,
) -> Option<String> {
    let step = match possible_step(book, case, today) {
        Ok(step) => step?,
        Err(refused) => {
            let mut hints = refusal(lang, &refused, book).hints.into_iter();
            let first = hints.next()?;
            return Some(say(
                lang,
                format!("接下来: {first}"),
                format!("next: {first}"),
            ));
        }
    };
    let verb = step_command(step);
    let number = plain_label(book, case.id);
    let rest = match verb {
        "review" => " --accept",
        "assign" => match lang {
            Lang::Zh => " --lead 单位",
            Lang::En => " --lead UNIT",
        },
        _ => "",
    };
    Some(match (lang, others) {
        (Lang::Zh, false) => format!("接下来: jianyi {verb} {number}{rest}"),
        (Lang::Zh, true) => {
            format!("接下来(可以几件一起,如 1-12,15): jianyi {verb} {number}{rest}")
        }
        (Lang::En, false) => format!("next: jianyi {verb} {number}{rest}"),
        (Lang::En, true) => {
            format!("next (several at once as 1-12,15): jianyi {verb} {number}{rest}")
        }
    })
}

/// What a line recorded, and of which cases.
fn line_in_words(lang: Lang, book: &Book, line: u64) -> String {
    let events = book.entry(line).map(|entry| entry.events.as_slice());
    let mut said: Vec<String> = Vec::new();
    let mut cases: Vec<CaseId> = Vec::new();
    for event in events.unwrap_or_default() {
        let name = fact(lang, event).to_owned();
        if !said.contains(&name) {
            said.push(name);
        }
        cases.extend(event.case());
    }
    let cases = case_spans(lang, book, cases);
    match cases.is_empty() {
        true => list(lang, &said),
        false => format!("{} {cases}", list(lang, &said)),
    }
}

/// A seat with its day, which may be that of the term, and nobody typed it.
fn seat(lang: Lang, deputy: &Name, level: Level, on: Date) -> String {
    let day = short_date(lang, on);
    format!("{deputy} · {} · {day}", level.word(lang))
}

/// The old and the new value, in the words in which the fact is shown.
fn corrected(lang: Lang, book: &Book, fact: &event::Corrected) -> String {
    let (line, index) = (fact.line, fact.fact);
    let mended = book.fact(FactId { line, index });
    let value = |value| match mended {
        Some(of) => value_in_words(lang, of.event, &fact.field, value),
        None => plain_value(value).into_owned(),
    };
    let (old, new) = (value(&fact.old), value(&fact.new));
    let key = fact.field.rsplit('.').next().unwrap_or(&fact.field);
    match lang {
        Lang::Zh => format!("第 {line} 条的{}: {old} → {new}", super::field(lang, key)),
        Lang::En => format!("{} of entry {line}: {old} → {new}", fact.field),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "what is not said in words of its own is said by its name"
)]
fn office_line(lang: Lang, book: &Book, event: &Event) -> Option<String> {
    let what = fact(lang, event);
    let about = match event {
        Event::StoreOpened(event::StoreOpened {
            office, secretary, ..
        }) => match lang {
            Lang::Zh => format!("{office},秘书 {secretary}"),
            Lang::En => format!("{office}, secretary {secretary}"),
        },
        Event::RulesAdopted(event::RulesAdopted { from, rules, .. }) => match lang {
            Lang::Zh => format!("{}({}),自 {from} 起", rules.label, rules.name),
            Lang::En => format!("{} ({}), from {from}", rules.label, rules.name),
        },
        Event::SessionOpened(event::SessionOpened { term, session, on })
        | Event::SessionClosed(event::SessionClosed { term, session, on }) => match lang {
            Lang::Zh => format!("第{term}届第{session}次会议,{}", date(lang, *on)),
            Lang::En => format!("session {term}-{session}, {}", date(lang, *on)),
        },
        Event::DeputyAdded(event::DeputyAdded { deputy, .. }) => deputy.to_string(),
        Event::MandateGiven(fact) => seat(lang, &fact.deputy, fact.level, fact.on),
        Event::MandateEnded(fact) => seat(lang, &fact.deputy, fact.level, fact.on),
        Event::UnitAdded(event::UnitAdded { unit, .. }) => unit.to_string(),
        Event::GroupAdded(fact) => fact.group.to_string(),
        Event::GroupJoined(fact) => fact.group.to_string(),
        Event::GroupLeft(fact) => fact.group.to_string(),
        Event::StationAdded(fact) => fact.station.to_string(),
        Event::StationStaffed(fact) => fact.station.to_string(),
        Event::CheckOpened(event::CheckOpened { check, cases, .. }) => {
            let labels: Vec<String> = cases.iter().map(|id| case_label(book, *id)).collect();
            let (count, labels) = (cases.len(), list(lang, &labels));
            match lang {
                Lang::Zh => format!("{check},{count} 件: {labels}"),
                Lang::En => format!("{check}, {count} cases: {labels}"),
            }
        }
        Event::MappingSaved(event::MappingSaved {
            mapping, columns, ..
        }) => match lang {
            Lang::Zh => format!("{mapping},{} 列", columns.len()),
            Lang::En => format!("{mapping}, {} columns", columns.len()),
        },
        Event::FilterSaved(event::FilterSaved {
            filter, conditions, ..
        }) => format!("{filter} = {}", conditions.join(" ")),
        Event::FilterDropped(event::FilterDropped { filter, .. }) => filter.to_string(),
        Event::PostFilled(event::PostFilled {
            unit,
            leader,
            clerk,
            ..
        }) => {
            let people: Vec<&str> = leader.iter().chain(clerk).map(|n| n.as_str()).collect();
            format!("{unit} · {}", list(lang, &people))
        }
        Event::Corrected(fact) => corrected(lang, book, fact),
        Event::Undone(event::Undone { lines, .. }) | Event::Redone(event::Redone { lines, .. }) => {
            let what = |line: &u64| line_in_words(lang, book, *line);
            let told: Vec<String> = lines.iter().take(LINES_MOST).map(what).collect();
            let numbers: Vec<String> = lines.iter().map(ToString::to_string).collect();
            let (numbers, told) = (list(lang, &numbers), list(lang, &told));
            match lang {
                Lang::Zh => format!("第 {numbers} 条({told})"),
                Lang::En => format!("entries {numbers} ({told})"),
            }
        }
        _ => return None,
    };
    Some(format!("{what}: {about}"))
}
