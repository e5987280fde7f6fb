//! How a case is named to a person and to a script.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::fact;
use super::{Lang, Message, Word, list, say};
use crate::domain::book::{Book, Case, Designation};
use crate::domain::event::Event;
use crate::domain::rules::NumberTemplate;
use crate::domain::terms::{CaseId, Date, Level, Number, Period, Series, SessionKey};

/// The number as the office prints it: `第17号`, `闭会第3号`, `区第12号`; `#86` before it has one.
pub fn case_label(book: &Book, id: CaseId) -> String {
    if let Some(case) = book.designation(id) {
        return case_label_of(book, case);
    }
    match book.number_of(id) {
        Some(number) => printed(book, &number, book.year(&number, id), None),
        None => format!("#{id}"),
    }
}

/// The same where it is at hand what the case is called.
pub fn case_label_of(book: &Book, case: Designation) -> String {
    match case.number.or_else(|| book.number_of(case.id)) {
        Some(number) => {
            let year = book.year_of(&number, case.submitted);
            printed(book, &number, Some(year), Some(case.submitted))
        }
        None => format!("#{}", case.id),
    }
}

fn printed(book: &Book, number: &Number, year: Option<i32>, handed_in: Option<Date>) -> String {
    let level = level_sign(book, number);
    // A number is printed by the rules of its day: a set adopted later changes none.
    let rules = handed_in.and_then(|day| book.office().rules_on(day));
    let template: Option<&NumberTemplate> = rules.map(|r| match number.series.period {
        Period::InSession => &r.number.template,
        Period::BetweenSessions => &r.number.between_sessions,
    });
    match template {
        Some(template) => {
            let number = template.render(number, year.unwrap_or_default());
            format!("{level}{number}")
        }
        None => format!("{level}第{}号", number.seq),
    }
}

/// The labels of cases that are told together: where they are of several sessions, each carries its
/// own.
pub fn case_labels(book: &Book, cases: &[CaseId]) -> Vec<String> {
    let name = namer(book, cases);
    cases.iter().map(|id| name(book, *id)).collect()
}

/// How each of some cases is named beside the others.
fn namer(book: &Book, cases: &[CaseId]) -> fn(&Book, CaseId) -> String {
    if cases.len() < 2 {
        return case_label;
    }
    // One case of each series tells its session.
    let numbers = cases
        .iter()
        .filter_map(|id| Some((number_of(book, *id)?.series, *id)));
    let series: BTreeMap<Series, CaseId> = numbers.collect();
    let plain: Vec<String> = series.values().map(|id| plain_label(book, *id)).collect();
    match are_of_several_sessions(plain.iter().map(String::as_str)) {
        true => plain_label,
        false => case_label,
    }
}

/// Whether numbers for scripts are of several sessions, so that the numbers that the office prints
/// would not tell which case is meant. Every list and report asks here.
pub fn are_of_several_sessions<'a>(numbers: impl IntoIterator<Item = &'a str>) -> bool {
    let session = |number: &'a str| {
        let (session, _) = number.rsplit_once('-')?;
        Some(session.trim_start_matches(|c: char| !c.is_ascii_digit()))
    };
    let mut sessions = numbers.into_iter().filter_map(session);
    let first = sessions.next();
    sessions.any(|session| Some(session) != first)
}

/// Many labels, those that follow each other as a span: `第1号–第12号、第15号`.
pub fn case_spans(lang: Lang, book: &Book, cases: impl IntoIterator<Item = CaseId>) -> String {
    case_spans_at_most(lang, book, cases, usize::MAX)
}

/// The same where a page has room for so many of them; that there are more is told by `…`.
pub fn case_spans_at_most(
    lang: Lang,
    book: &Book,
    cases: impl IntoIterator<Item = CaseId>,
    most: usize,
) -> String {
    let follows = |last: CaseId, next: CaseId| match (number_of(book, last), number_of(book, next))
    {
        (Some(a), Some(b)) => a.series == b.series && a.seq + 1 == b.seq,
        _ => false,
    };
    let cases: Vec<CaseId> = cases.into_iter().collect();
    let name = namer(book, &cases);
    let mut spans: Vec<(CaseId, CaseId)> = Vec::new();
    for case in cases.iter().copied() {
        match spans.last_mut() {
            Some((_, last)) if follows(*last, case) => *last = case,
            Some(_) | None => spans.push((case, case)),
        }
    }
    let told = |(first, last): &(CaseId, CaseId)| match first == last {
        true => name(book, *first),
        false => format!("{}–{}", name(book, *first), name(book, *last)),
    };
    let more = spans.len() > most;
    let spans: Vec<String> = spans.iter().take(most).map(told).collect();
    let spans = list(lang, &spans);
    if more { format!("{spans} …") } else { spans }
}

/// A title in its marks, those within it one step smaller: `《关于发布〈昆明倡议〉的建议》`.
pub fn titled(title: &str) -> String {
    let inner = title.replace('《', "〈").replace('》', "〉");
    format!("《{inner}》")
}

/// The label with the title: `第17号《关于修桥的建议》`.
pub fn case_titled(lang: Lang, book: &Book, case: &Case) -> String {
    let label = case_label_of(book, case.designation());
    match lang {
        Lang::Zh => format!("{label}{}", titled(case.title.as_str())),
        Lang::En => format!("{label} \"{}\"", case.title),
    }
}

/// What an entry of the journal is about; that another case bears its number; that it was written
/// with others by one command.
pub fn entry_meant(
    lang: Lang,
    book: &Book,
    (line, event, case): (u64, Option<&Event>, Option<&Case>),
    (namesake, whole): (Option<CaseId>, bool),
) -> Option<String> {
    let fact = event.map_or("", |event| fact(lang, event));
    let of = case.map(|case| case_titled(lang, book, case));
    let namesake = namesake.map(|id| plain_label(book, id));
    if namesake.is_none() && !whole && of.is_none() {
        return None;
    }
    let mut told = match (lang, of) {
        (Lang::Zh, Some(of)) => format!("第 {line} 条记录: {of}的“{fact}”"),
        (Lang::Zh, None) => format!("第 {line} 条记录: {fact}"),
        (Lang::En, Some(of)) => format!("entry {line}: `{fact}` of {of}"),
        (Lang::En, None) => format!("entry {line}: {fact}"),
    };
    if whole {
        told += match lang {
            Lang::Zh => "(同一条命令写了不止这一条,一起撤销)",
            Lang::En => " (its command wrote more than this, and all is taken back)",
        };
    }
    if let Some(namesake) = namesake {
        told += &match lang {
            Lang::Zh => {
                format!(";它不是建议 {namesake} 的,要找那一件写“第…号”或见 jianyi show {namesake}")
            }
            Lang::En => format!("; it is not of case {namesake}: see jianyi show {namesake}"),
        };
    }
    Some(told)
}

/// An entry has several facts; the first of them is meant where none is named.
pub fn facts_of_entry(lang: Lang, line: u64, facts: &[String]) -> String {
    let named = list(lang, facts);
    say(
        lang,
        format!("第 {line} 条有几项事实: {named};不写小数点就是第一项"),
        format!("entry {line} has several facts: {named}; the first one is meant without a point"),
    )
}

/// Several facts of a case have a field, or none.
pub fn which_fact(lang: Lang, case: &str, field: &str, facts: &BTreeSet<&str>) -> Message {
    let named: Vec<&str> = facts.iter().copied().collect();
    let named = list(lang, &named);
    if facts.is_empty() {
        return Message::new(say(
            lang,
            format!("{case}没有“{field}”这一项"),
            format!("{case} has no `{field}`"),
        ))
        .hint(say(
            lang,
            format!("项名在 jianyi show {case} 里"),
            format!("its fields stand in jianyi show {case}"),
        ));
    }
    Message::new(say(
        lang,
        format!("{case}有几处“{field}”: {named}"),
        format!("{case} has several `{field}`: {named}"),
    ))
    .hint(say(
        lang,
        format!(
            "写明是哪一处: --fact {}",
            named.split('、').next().unwrap_or_default()
        ),
        format!(
            "say which: --fact {}",
            named.split(", ").next().unwrap_or_default()
        ),
    ))
}

/// Conditions that no case meets.
pub fn none_meets(lang: Lang, said: &str) -> Message {
    Message::new(say(
        lang,
        format!("没有符合“{said}”的建议"),
        format!("no case meets `{said}`"),
    ))
    .hint(say(lang, "全部建议: jianyi list", "all cases: jianyi list"))
}

/// The cases that conditions found, the first of them by number.
pub fn cases_found(lang: Lang, book: &Book, said: &str, cases: &[CaseId]) -> String {
    const NAMED_MOST: usize = 12;
    let named = cases.iter().take(NAMED_MOST);
    let named: Vec<String> = named.map(|case| plain_label(book, *case)).collect();
    let (named, count) = (list(lang, &named), cases.len());
    let rest = count > NAMED_MOST;
    match lang {
        Lang::Zh if rest => format!("“{said}”: {named}等 {count} 件"),
        Lang::Zh => format!("“{said}”: {named},共 {count} 件"),
        Lang::En if rest => format!("`{said}`: {named} and more, {count} in all"),
        Lang::En => format!("`{said}`: {named}; {count} in all"),
    }
}

/// The number for scripts: `2024-17`, `2024-闭3`, `区2024-12`; `20-5-17` where two sessions of
/// the year have it; `#86` before it has one. It reads back to the same case.
pub fn plain_label(book: &Book, id: CaseId) -> String {
    if let Some(case) = book.designation(id) {
        return plain_label_of(book, case);
    }
    match book.number_of(id) {
        Some(number) => plain(book, id, &number, book.year(&number, id)),
        None => format!("#{id}"),
    }
}

/// The same where it is at hand what the case is called.
pub fn plain_label_of(book: &Book, case: Designation) -> String {
    match case.number.or_else(|| book.number_of(case.id)) {
        Some(number) => {
            let year = book.year_of(&number, case.submitted);
            plain(book, case.id, &number, Some(year))
        }
        None => format!("#{}", case.id),
    }
}

fn plain(book: &Book, id: CaseId, number: &Number, year: Option<i32>) -> String {
    let level = level_sign(book, number);
    let series = number.series;
    let between = match series.period {
        Period::InSession => "",
        Period::BetweenSessions => "闭",
    };
    let rival = year.is_some_and(|year| has_rival(book, id, number, year));
    match year.filter(|_| !rival) {
        Some(year) => format!("{level}{year}-{between}{}", number.seq),
        None => format!(
            "{level}{}-{}-{between}{}",
            series.term, series.session, number.seq
        ),
    }
}

/// Whether another session of the year has the same number.
fn has_rival(book: &Book, id: CaseId, number: &Number, year: i32) -> bool {
    let series = number.series;
    let same = |key: SessionKey, period: Period| {
        let SessionKey { term, session } = key;
        let series = Series {
            term,
            session,
            period,
            ..series
        };
        let other = Number { series, ..*number };
        book.holder_of(&other)
            .is_some_and(|holder| holder != id && book.year(&other, holder) == Some(year))
    };
    let others: Vec<SessionKey> = if series.level == book.office().level() {
        book.office()
            .sessions_of(year)
            .map(|session| session.key)
            .collect()
    } else {
        // Another level's sessions are not on our roster.
        book.sessions_numbered(series.level)
    };
    let others = others
        .into_iter()
        .filter(|key| *key != series.session_key());
    others.into_iter().any(|key| {
        same(key, series.period)
            || (series.period == Period::BetweenSessions && same(key, Period::InSession))
    })
}

fn number_of(book: &Book, id: CaseId) -> Option<Number> {
    let in_view = book.designation(id).and_then(|case| case.number);
    in_view.or_else(|| book.number_of(id))
}

/// `区` before a number of another level; nothing before our own.
fn level_sign(book: &Book, number: &Number) -> &'static str {
    let level = number.series.level;
    if level == book.office().level() {
        return "";
    }
    match level {
        Level::Town | Level::District | Level::City | Level::Province => level.word(Lang::Zh),
    }
}
