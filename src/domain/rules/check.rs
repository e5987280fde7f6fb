//! What the shape of a document cannot say: values that contradict each other.

use super::clock::{ClockKey, ClockRule, Limit};
use super::error::{Conflict, RulesError};
use super::{PercentStyle, RuleSet, Satisfaction};
use crate::domain::terms::Name;

/// What the shape alone cannot say.
pub(super) fn check(rules: &RuleSet) -> Result<(), RulesError> {
    let contradiction = |key: &str, why: Conflict| RulesError::Contradiction {
        key: key.to_owned(),
        why,
    };
    for (place, class) in rules.classes.iter().enumerate() {
        if rules.classes[..place].iter().any(|c| c.code == class.code) {
            return Err(contradiction(
                "classes",
                Conflict::Twice(class.code.to_string()),
            ));
        }
    }
    let Satisfaction {
        levels,
        satisfied,
        mostly,
        unknown,
        ..
    } = &rules.satisfaction;
    for word in satisfied.iter().chain(mostly).chain(unknown) {
        if !levels.contains(word) {
            return Err(contradiction(
                "satisfaction",
                Conflict::NotAmong(word.to_string()),
            ));
        }
    }
    for (place, category) in rules.categories.iter().enumerate() {
        if rules.categories[..place].contains(category) {
            return Err(contradiction(
                "categories",
                Conflict::Twice(category.to_string()),
            ));
        }
    }
    if rules.percent.decimals > PercentStyle::DECIMALS_MOST {
        return Err(contradiction(
            "percent",
            Conflict::Decimals(PercentStyle::DECIMALS_MOST),
        ));
    }
    if let Some(repeats) = &rules.repeats {
        let hundredths = 1..=100;
        let shares = [repeats.alike_min, repeats.near_percent];
        if !shares.iter().all(|share| hundredths.contains(share)) || repeats.near_most == 0 {
            return Err(contradiction("repeats", Conflict::Between(1, 100)));
        }
    }
    for (place, level) in levels.iter().enumerate() {
        let meanings = [satisfied, mostly, unknown];
        let meant = meanings
            .iter()
            .filter(|words| words.contains(level))
            .count();
        if levels[..place].contains(level) || meant > 1 {
            return Err(contradiction(
                "satisfaction",
                Conflict::Twice(level.to_string()),
            ));
        }
    }
    let scored = rules.assessment.iter().flat_map(|table| &table.items);
    item_codes("assessment", scored.map(|item| &item.code))?;
    let counted = rules.performance.iter().flat_map(|table| &table.items);
    item_codes("performance", counted.map(|item| &item.code))?;
    for (key, clock) in &rules.clocks {
        check_clock(*key, clock)?;
    }
    Ok(())
}

/// Codes of items stand beside each other, and beside the columns that every row has.
fn item_codes<'a>(key: &str, codes: impl Iterator<Item = &'a Name>) -> Result<(), RulesError> {
    const COLUMNS: [&str; 10] = [
        "key",
        "label",
        "count",
        "rank",
        "points",
        "total",
        "grade",
        "voters",
        "self_rated",
        "change",
    ];
    let mut seen: Vec<&str> = COLUMNS.to_vec();
    for code in codes {
        if seen.contains(&code.as_str()) {
            return Err(RulesError::Contradiction {
                key: key.to_owned(),
                why: Conflict::Twice(code.to_string()),
            });
        }
        seen.push(code.as_str());
    }
    Ok(())
}

/// A clock has a limit; one that is counted back from another cannot be counted back from itself.
fn check_clock(key: ClockKey, clock: &ClockRule) -> Result<(), RulesError> {
    let contradiction = |why: Conflict| RulesError::Contradiction {
        key: format!("clocks.{}", key.code()),
        why,
    };
    let limits = [clock.limit, clock.in_session, clock.between_sessions];
    if limits.iter().all(Option::is_none) {
        return Err(contradiction(Conflict::NoLimit));
    }
    for limit in limits.into_iter().flatten() {
        let Limit::Before { clock: other, .. } = limit else {
            continue;
        };
        let of_reply = matches!(key, ClockKey::Reply | ClockKey::ReplyHard);
        if of_reply || other != ClockKey::Reply {
            return Err(contradiction(Conflict::CountedBack));
        }
    }
    let spans = |limit: Limit| match limit {
        Limit::Months(_) | Limit::Workdays(_) | Limit::Days(_) => true,
        Limit::Fixed { .. } | Limit::Before { .. } => false,
    };
    if clock.extra.iter().any(|row| !spans(row.add)) {
        return Err(contradiction(Conflict::Extra));
    }
    Ok(())
}
