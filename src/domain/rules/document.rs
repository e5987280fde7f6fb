//! From a written document, which may extend another one, to a resolved rule set.
//!
//! How the one lies over the other, [`lay_over`] knows. Unknown keys are refused with the nearest
//! known one, so that a slip of the pen is not silently no rule.

use serde_json::{Map, Value};

use super::RuleSet;
use super::check::check;
use super::clock::Limit;
use super::error::RulesError;
use super::keys::{GROUPS, known};
use super::layers::lay_over;
use super::number_template::NumberTemplate;
use super::shipped::{shipped, shipped_document};
use crate::domain::terms::{LinkTemplate, nearest};

/// Reads a document and everything it extends.
///
/// # Errors
/// Not readable, an unknown key, a limit like `3x`, a cycle, a value without source, values that
/// contradict each other.
pub fn resolve(document: &str) -> Result<RuleSet, RulesError> {
    resolve_with(document, shipped_document)
}

/// The same, with another place where extended documents are found.
pub(super) fn resolve_with(
    document: &str,
    find: impl Fn(&str) -> Option<String>,
) -> Result<RuleSet, RulesError> {
    let mut layers = vec![read(document)?];
    let mut chain = vec![name_of(&layers[0])];
    while let Some(parent) = layers.last().and_then(|layer| layer.get("extends")) {
        let parent = parent.as_str().unwrap_or_default().to_owned();
        let met = chain.contains(&parent);
        chain.push(parent.clone());
        if met {
            return Err(RulesError::Cycle(chain));
        }
        let written = find(&parent).ok_or_else(|| RulesError::NoSuchSet {
            near: nearest(&parent, shipped())
                .into_iter()
                .map(str::to_owned)
                .collect(),
            name: parent.clone(),
        })?;
        layers.push(read(&written)?);
    }
    let mut whole = Map::new();
    for layer in layers.into_iter().rev() {
        lay_over(&mut whole, layer)?;
    }
    for key in [
        "name",
        "label",
        "classes",
        "satisfaction",
        "percent",
        "number",
    ] {
        if !whole.contains_key(key) {
            return Err(RulesError::Missing(key));
        }
    }
    check_sources(&whole)?;
    let rules: RuleSet = serde_json::from_value(Value::Object(whole))
        .map_err(|e| RulesError::Unreadable(e.to_string()))?;
    check(&rules)?;
    Ok(rules)
}

fn read(document: &str) -> Result<Map<String, Value>, RulesError> {
    let text = document.trim_start_matches('\u{feff}');
    let value: Value =
        serde_json::from_str(text).map_err(|e| RulesError::Unreadable(e.to_string()))?;
    let Value::Object(map) = value else {
        return Err(RulesError::Unreadable("not an object".to_owned()));
    };
    known("", &map)?;
    if let Some(Value::Object(clocks)) = map.get("clocks") {
        for clock in clocks.values() {
            read_clock(clock)?;
        }
    }
    if let Some(Value::Object(number)) = map.get("number") {
        for template in number.values().filter_map(Value::as_str) {
            if template.contains('{') {
                NumberTemplate::parse(template)?;
            }
        }
    }
    let link = map.get("card").and_then(|card| card.get("link"));
    if let Some(written) = link.and_then(Value::as_str) {
        LinkTemplate::parse(written).map_err(|why| RulesError::BadLink {
            written: written.to_owned(),
            why,
        })?;
    }
    Ok(speak_for_all(map))
}

/// The text that a document names at its top speaks for every value that names no other; nobody
/// has seen the article then.
fn speak_for_all(mut map: Map<String, Value>) -> Map<String, Value> {
    let Some(text) = map.get("source").cloned() else {
        return map;
    };
    let sourced = |value: &Value| value.get("source").is_some() || value.get("verified").is_some();
    if let Some(Value::Object(clocks)) = map.get_mut("clocks") {
        for clock in clocks.values_mut().filter(|clock| !sourced(clock)) {
            if let Value::Object(clock) = clock {
                clock.insert("source".to_owned(), text.clone());
                clock.insert("verified".to_owned(), Value::Bool(false));
            }
        }
    }
    let silent = GROUPS.iter().filter(|group| map.contains_key(**group));
    let silent: Vec<&str> = silent.copied().collect();
    let sources = map
        .entry("sources")
        .or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(sources) = sources {
        for group in silent {
            let unseen = || serde_json::json!({"source": text, "verified": false});
            sources.entry(group).or_insert_with(unseen);
        }
    }
    map
}

/// A limit in none of the accepted forms, before serde says it in its own words.
fn read_clock(clock: &Value) -> Result<(), RulesError> {
    for key in ["limit", "in_session", "between_sessions"] {
        if let Some(limit) = clock.get(key).and_then(Value::as_str) {
            limit.parse::<Limit>()?;
        }
    }
    Ok(())
}

fn name_of(layer: &Map<String, Value>) -> String {
    layer
        .get("name")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// Every value names text and article, or says that nobody has seen it.
fn check_sources(whole: &Map<String, Value>) -> Result<(), RulesError> {
    let sourced = |value: Option<&Value>| {
        value.is_some_and(|v| {
            v.get("source").is_some() || v.get("verified") == Some(&Value::Bool(false))
        })
    };
    if let Some(Value::Object(clocks)) = whole.get("clocks") {
        for (key, clock) in clocks {
            if !sourced(Some(clock)) {
                return Err(RulesError::NoSource(format!("clocks.{key}")));
            }
        }
    }
    for group in GROUPS.iter().filter(|group| whole.contains_key(**group)) {
        if !sourced(whole.get("sources").and_then(|sources| sources.get(*group))) {
            return Err(RulesError::NoSource((*group).to_owned()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rules::ClockKey;

    fn child_of(parent: &str, extra: &str) -> String {
        format!(r#"{{"name":"ours","label":"本镇","extends":"{parent}"{extra}}}"#)
    }

    fn child(extra: &str) -> Result<RuleSet, RulesError> {
        resolve(&child_of("national-2025", extra))
    }

    #[test]
    fn a_child_replaces_clock_by_clock() {
        let rules = child(
            r#","clocks":{"reply":{"start":"assigned","limit":"2m","verified":false},"reply_hard":null}"#,
        )
        .expect("resolves");
        let reply = rules.clock(ClockKey::Reply).expect("a reply clock");
        assert_eq!(reply.limit.map(|l| l.to_string()).as_deref(), Some("2m"));
        assert_eq!(
            reply.article(),
            None,
            "the parent's article does not speak for it"
        );
        assert_eq!(rules.clock(ClockKey::ReplyHard), None);
    }

    #[test]
    fn a_child_replaces_a_group_key_by_key() {
        let parent = resolve(&child_of("zigui", "")).expect("resolves");
        let written = r#","source":"本镇办法","projects":{"red_below":40},"activities":{"group_yearly_min":null}"#;
        let rules = resolve(&child_of("zigui", written)).expect("resolves");
        let (ours, theirs) = (rules.projects.as_ref(), parent.projects.as_ref());
        let (ours, theirs) = (ours.expect("projects"), theirs.expect("projects"));
        assert_eq!(ours.red_below, Some(40));
        assert_eq!(ours.yellow_below, theirs.yellow_below);
        assert_eq!(ours.majority_of, theirs.majority_of);
        let text = |place| rules.source_of(place).and_then(|s| s.source.clone());
        assert_eq!(text("projects.red_below").as_deref(), Some("本镇办法"));
        for place in ["projects.yellow_below", "projects.majority_of"] {
            assert_eq!(rules.source_of(place), parent.source_of(place), "{place}");
        }
        let unsourced = resolve(&child_of("zigui", r#","projects":{"red_below":40}"#));
        let place = "projects.red_below".to_owned();
        assert_eq!(unsourced, Err(RulesError::NoSource(place)));
        let activities = rules.activities.as_ref().expect("activities");
        assert_eq!(activities.group_yearly_min, None);
        assert!(activities.group_chase_days.is_some());
    }

    #[test]
    fn a_slip_is_named_with_the_nearest_key() {
        let slip = child(r#","clokcs":{}"#).expect_err("unknown");
        assert!(
            matches!(&slip, RulesError::UnknownKey { key, near, .. } if key == "clokcs" && near[0] == "clocks"),
            "{slip:?}"
        );
        let slip = child(r#","clocks":{"replies":null}"#).expect_err("unknown");
        assert!(matches!(slip, RulesError::UnknownKey { .. }), "{slip:?}");
        let slip = child(r#","clocks":{"reply":{"limits":"3m"}}"#).expect_err("unknown");
        assert!(
            matches!(&slip, RulesError::UnknownKey { place, near, .. } if place == "clocks.reply" && near[0] == "limit"),
            "{slip:?}"
        );
        for (written, at, nearest) in [
            (r#""gates":{"close_need":[]}"#, "gates", "close_needs"),
            (
                r#""colours":{"yellow":{"elapse":0.5}}"#,
                "colours.yellow",
                "elapsed",
            ),
            (
                r#""classes":[{"code":"A","lable":"已解决"}]"#,
                "classes",
                "label",
            ),
            (
                r#""sources":{"gates":{"verifed":false}}"#,
                "sources.gates",
                "verified",
            ),
        ] {
            let slip = child(&format!(",{written}")).expect_err("unknown");
            assert!(
                matches!(&slip, RulesError::UnknownKey { place, near, .. } if place == at && near[0] == nearest),
                "{slip:?}"
            );
        }
    }

    #[test]
    fn what_cannot_be_used_is_refused() {
        let limit =
            child(r#","clocks":{"reply":{"start":"assigned","limit":"3x","verified":false}}"#);
        assert!(
            matches!(&limit, Err(RulesError::BadLimit(written)) if written == "3x"),
            "{limit:?}"
        );
        let unsourced = child(r#","clocks":{"reply":{"start":"assigned","limit":"3m"}}"#);
        assert_eq!(
            unsourced,
            Err(RulesError::NoSource("clocks.reply".to_owned()))
        );
        let twice =
            child(r#","categories":["水","水"],"sources":{"categories":{"verified":false}}"#);
        assert!(
            matches!(twice, Err(RulesError::Contradiction { .. })),
            "{twice:?}"
        );
        assert!(matches!(resolve("{"), Err(RulesError::Unreadable(_))));
        assert_eq!(
            resolve(r#"{"name":"x","label":"x"}"#),
            Err(RulesError::Missing("classes"))
        );
    }

    #[test]
    fn a_clock_is_not_counted_back_from_itself() {
        for (clock, limit) in [("reply", "-5d before reply"), ("sign", "-5d before return")] {
            let written = format!(
                r#","clocks":{{"{clock}":{{"start":"assigned","limit":"{limit}","verified":false}}}}"#
            );
            let refused = child(&written);
            assert!(
                matches!(refused, Err(RulesError::Contradiction { .. })),
                "{refused:?}"
            );
        }
        let back = r#","clocks":{"co_opinion":{"start":"assigned","limit":"-20d before reply","verified":false}}"#;
        assert!(child(back).is_ok());
    }

    #[test]
    fn the_text_at_the_top_speaks_for_values_that_name_none() {
        let rules = child(
            r#","source":"某市办法","clocks":{"sign":{"start":"assigned","limit":"3wd"}},"categories":["水"]"#,
        )
        .expect("resolves");
        let sign = rules.clock(ClockKey::Sign).expect("a clock");
        assert_eq!(sign.source.as_deref(), Some("某市办法"));
        assert!(!sign.is_verified(), "nobody has seen the article");
        assert_eq!(rules.article_of("categories"), None);
        let reply = rules.clock(ClockKey::Reply).expect("the parent's");
        assert!(reply.is_verified(), "the parent's text stays its own");
    }

    #[test]
    fn a_cycle_names_its_way() {
        let find = |name: &str| {
            let other = if name == "a" { "b" } else { "a" };
            Some(format!(
                r#"{{"name":"{name}","label":"x","extends":"{other}"}}"#
            ))
        };
        let cycle = resolve_with(r#"{"name":"a","label":"x","extends":"b"}"#, find);
        let way = ["a", "b", "a"].map(str::to_owned).to_vec();
        assert_eq!(cycle, Err(RulesError::Cycle(way)));
    }
}
