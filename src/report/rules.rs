//! Rule sets and calendars as a person checks them: every value with its source.

use serde_json::Value;

use super::cell::{Cell, Tone};
use super::document::{Basis, Document};
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::rules::{Calendar, ClockKey, ClockRule, RuleSet, shipped, shipped_set};
use crate::domain::terms::Date;
use crate::words::{self, Label, Lang, Word};

/// Every value of a rule set with its source; clocks that it does not set are shown as such.
pub fn show(lang: Lang, basis: Basis, rules: &RuleSet) -> Document {
    let columns = vec![
        Column::text("key", Label::Item.word(lang)),
        Column::text("value", Label::Value.word(lang)),
        Column::text("source", Label::Source.word(lang)),
    ];
    let mut sheet = Sheet::new("rules", rules.label.to_string(), columns);
    for key in ClockKey::ALL {
        let shown = Cell::word(format!("clocks.{}", key.code()), key.word(lang));
        match rules.clock(key) {
            Some(rule) => {
                let source = sourced(
                    lang,
                    rule.source.as_deref(),
                    rule.is_verified(),
                    rule.note.as_deref(),
                );
                sheet.push(vec![shown, clock(lang, rule).into(), source]);
            }
            None => sheet.push(vec![
                shown,
                Cell::word("absent", words::absent(lang)),
                Cell::Empty,
            ]),
        }
    }
    for (place, value) in values(lang, rules) {
        let source = rules.source_of(&place);
        let verified = source.is_some_and(|s| s.article().is_some());
        let text = source.and_then(|s| s.source.as_deref());
        let note = source.and_then(|s| s.note.as_deref());
        sheet.push(vec![
            Cell::word(place.clone(), words::rule_place(lang, &place)),
            value.into(),
            sourced(lang, text, verified, note),
        ]);
    }
    let json = serde_json::to_value(rules).unwrap_or(Value::Null);
    let title = format!("{} ({})", rules.label, rules.name);
    let basis = Basis {
        rules: rules.name.to_string(),
        ..basis
    };
    Document::of_rows("rules.show", title, basis, vec![sheet]).with_value(json)
}

fn clock(lang: Lang, rule: &ClockRule) -> String {
    let mut parts = vec![rule.start.word(lang).to_owned()];
    let limits = [
        (rule.limit, None),
        (
            rule.in_session,
            Some(crate::domain::terms::Period::InSession),
        ),
        (
            rule.between_sessions,
            Some(crate::domain::terms::Period::BetweenSessions),
        ),
    ];
    for (limit, period) in limits {
        let Some(limit) = limit else { continue };
        let limit = words::limit(lang, limit);
        parts.push(match period {
            Some(period) => format!("{} {limit}", period.word(lang)),
            None => limit,
        });
    }
    parts.join(match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    })
}

fn sourced(lang: Lang, text: Option<&str>, verified: bool, note: Option<&str>) -> Cell {
    let mut parts: Vec<String> = text.map(str::to_owned).into_iter().collect();
    parts.extend(note.map(str::to_owned));
    let text = parts.join("；");
    if verified {
        Cell::Text(text)
    } else {
        Cell::toned(
            text.clone(),
            format!("{text}{}", words::unverified(lang)),
            Tone::Warning,
        )
    }
}

/// Where two rule sets differ: each clock and each group of values with its words in both.
pub fn compare(lang: Lang, today: Date, (one, other): (&RuleSet, &RuleSet)) -> Document {
    let columns = vec![
        Column::text("key", Label::Item.word(lang)),
        Column::text("one", one.label.to_string()),
        Column::text("other", other.label.to_string()),
    ];
    let title = Label::Differences.word(lang);
    let mut sheet = Sheet::new("differences", title, columns);
    let absent = || words::absent(lang).to_owned();
    for key in ClockKey::ALL {
        let told = |rules: &RuleSet| rules.clock(key).map(|rule| clock(lang, rule));
        if told(one) != told(other) {
            sheet.push(vec![
                Cell::word(format!("clocks.{}", key.code()), key.word(lang)),
                told(one).unwrap_or_else(absent).into(),
                told(other).unwrap_or_else(absent).into(),
            ]);
        }
    }
    let (ours, theirs) = (values(lang, one), values(lang, other));
    let groups: std::collections::BTreeSet<&String> =
        ours.iter().chain(&theirs).map(|(group, _)| group).collect();
    for group in groups {
        let of = |values: &[(String, String)]| {
            let found = values.iter().find(|(known, _)| known == group);
            found.map(|(_, value)| value.clone())
        };
        if of(&ours) != of(&theirs) {
            sheet.push(vec![
                Cell::word(group.clone(), words::rule_place(lang, group)),
                of(&ours).unwrap_or_else(absent).into(),
                of(&theirs).unwrap_or_else(absent).into(),
            ]);
        }
    }
    let names = format!("{} · {}", one.name, other.name);
    let basis = Basis {
        rules: names,
        ..Basis::without_journal(today)
    };
    Document::of_rows("rules.compare", title, basis, vec![sheet])
}

/// The values that are no clocks by their places: the values of a group one by one, and each item
/// that has a code.
fn values(lang: Lang, rules: &RuleSet) -> Vec<(String, String)> {
    let Ok(Value::Object(all)) = serde_json::to_value(rules) else {
        return Vec::new();
    };
    let skipped = [
        "name",
        "label",
        "clocks",
        "sources",
        "in_force_from",
        "source",
    ];
    let groups = all
        .into_iter()
        .filter(|(key, _)| !skipped.contains(&key.as_str()));
    let letters = rules.letters.clone().unwrap_or_default();
    let switches = words::letter_switches(lang, &letters);
    // A switch says what it does, and beside that what is written in the file.
    let told = |(place, code): (String, String)| {
        let field = place.strip_prefix("letters.");
        let switch = field.and_then(|field| switches.iter().find(|(known, _)| *known == field));
        let value = match switch {
            Some((_, word)) => words::beside(lang, word, &code),
            None => code,
        };
        (place, value)
    };
    let parts = groups.flat_map(|(group, value)| parts(group, &value));
    parts.map(told).collect()
}

fn parts(group: String, value: &Value) -> Vec<(String, String)> {
    let code = |item: &Value| Some(item.get("code")?.as_str()?.to_owned());
    match value {
        Value::Object(fields) => {
            let fields = fields.iter();
            fields
                .map(|(key, value)| (format!("{group}.{key}"), line(value)))
                .collect()
        }
        Value::Array(items) if items.iter().all(|item| code(item).is_some()) => {
            let items = items.iter();
            items
                .filter_map(|item| Some((format!("{group}.{}", code(item)?), line(item))))
                .collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            vec![(group, line(value))]
        }
    }
}

fn line(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(line).collect::<Vec<_>>().join("、"),
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(key, value)| format!("{key}={}", line(value)));
            fields.collect::<Vec<_>>().join(" ")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// The sets that come with the program, and those that the office adopted.
pub fn list(lang: Lang, today: Date, outlook: Option<&Outlook>) -> Document {
    let columns = vec![
        Column::text("name", Label::Name.word(lang)),
        Column::text("label", Label::Title.word(lang)),
        Column::date("from", Label::From.word(lang)),
        Column::text("state", Label::Note.word(lang)),
    ];
    let mut sheet = Sheet::new("rules", Label::RuleSets.word(lang), columns);
    for adoption in outlook.iter().flat_map(|o| o.book.office().adoptions()) {
        let rules = &adoption.rules;
        sheet.push(vec![
            rules.name.as_str().into(),
            rules.label.as_str().into(),
            adoption.from.into(),
            Cell::toned("adopted", Label::Adopted.word(lang), Tone::Good),
        ]);
    }
    for rules in shipped().filter_map(shipped_set).filter_map(Result::ok) {
        sheet.push(vec![
            rules.name.as_str().into(),
            rules.label.as_str().into(),
            rules.in_force_from.into(),
            Cell::word("shipped", Label::Shipped.word(lang)),
        ]);
    }
    let basis = outlook.map_or_else(|| Basis::without_journal(today), Outlook::basis);
    Document::of_rows("rules.list", Label::RuleSets.word(lang), basis, vec![sheet])
}

/// The days of a year that are not what their weekday says.
pub fn calendar(lang: Lang, basis: Basis, year: i32, calendar: &Calendar) -> Document {
    let columns = vec![
        Column::date("date", Label::Date.word(lang)),
        Column::text("weekday", Label::Weekday.word(lang)),
        Column::text("name", Label::Name.word(lang)),
        Column::text("kind", Label::Kind.word(lang)),
    ];
    let mut sheet = Sheet::new("calendar", format!("{year}"), columns);
    let table = calendar.years().find(|table| table.year == year);
    for day in table.iter().flat_map(|table| &table.days) {
        let (key, label) = match day.is_off_day {
            true => ("off", Label::Off),
            false => ("worked", Label::Worked),
        };
        sheet.push(vec![
            day.date.into(),
            words::weekday(lang, day.date).into(),
            day.name.as_str().into(),
            Cell::word(key, label.word(lang)),
        ]);
    }
    if table.is_none() {
        sheet.notes.push(words::year_without_table(lang, year));
    }
    Document::of_rows("calendar.show", format!("{year}"), basis, vec![sheet])
}
