//! One line of the journal, as bytes and as a value.
//!
//! A line is the whole effect of one command: the envelope, then the facts. This file knows the
//! envelope and its versions. It refuses to know what a fact means, and it never writes an old line
//! again: an older one is upgraded in memory, each time it is read.

use chrono::{DateTime, FixedOffset};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::error::Fault;
use super::hash::Hash;
use super::spelling;
use crate::domain::book::Entry;
use crate::domain::event::Event;
use crate::domain::terms::Name;

/// The version that this program writes, and the newest that it reads.
///
/// Changelog of the format. It rises when a field or a fact is added, not when it is first used,
/// because a program that does not know it must refuse rather than overlook it.
///
/// - **1**: envelope `v seq prev at by [batch] [lenient] events`; facts as in
///   [`crate::domain::event`].
pub const FORMAT_VERSION: u32 = 1;

/// Lifts a line by one version, or says why it is none of that version.
pub(super) type Upgrade = fn(Value) -> Result<Value, String>;

/// From each older version to the next, in order. Words are looked for in the bytes of lines as they
/// stand: a version that spells texts otherwise has to be shown whole to who looks for some.
pub(super) const UPGRADES: &[(u32, Upgrade)] = &[];

/// One line: the whole effect of one command. The order of the fields is the order of the keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line<E = Event> {
    /// The version of the format; in memory always [`FORMAT_VERSION`].
    pub v: u32,
    /// Its place in the journal, from 1, without gaps.
    pub seq: u64,
    /// The hash of the line before it; zeros for the first.
    pub prev: Hash,
    /// When it was recorded: whole seconds, with the office's offset.
    #[serde(with = "seconds")]
    pub at: DateTime<FixedOffset>,
    /// Who recorded it.
    pub by: Name,
    /// The first line of the import it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<u64>,
    /// Recorded from a historic ledger past the office's gates.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lenient: bool,
    /// Its facts, at least one.
    pub events: Vec<E>,
}

impl From<Line> for Entry {
    fn from(line: Line) -> Self {
        Self {
            seq: line.seq,
            at: line.at,
            by: line.by,
            batch: line.batch,
            lenient: line.lenient,
            events: line.events,
        }
    }
}

/// The bytes of a line, without `\n`. JSON escapes line breaks, so none stands inside.
pub(super) fn encode<E: Serialize>(line: &Line<E>) -> Result<Vec<u8>, Fault> {
    serde_json::to_vec(line).map_err(|e| Fault::Unreadable(e.to_string()))
}

/// Reads the bytes of a line, without `\n`, by itself: its place in the chain is asked elsewhere.
pub(super) fn decode<E: DeserializeOwned>(
    bytes: &[u8],
    upgrades: &[(u32, Upgrade)],
) -> Result<Line<E>, Fault> {
    // What has a sign that no line may have is not read so.
    if let Some(line) = simdutf8::basic::from_utf8(bytes).ok().and_then(ours) {
        return Ok(line);
    }
    let text = text(bytes)?;
    let found = version(text)?;
    if found > FORMAT_VERSION {
        // Only a whole line can say so; of a cut one nothing is known.
        return Err(match serde_json::from_str::<IgnoredAny>(text) {
            Ok(IgnoredAny) => Fault::Newer { found },
            Err(e) => unreadable(&e),
        });
    }
    if found == FORMAT_VERSION {
        let line = serde_json::from_str(text).map_err(|e| unreadable(&e))?;
        return Ok(fitted(line));
    }
    let value = serde_json::from_str(text).map_err(|e| unreadable(&e))?;
    let value = upgraded(value, found, upgrades)?;
    serde_json::from_value(value).map_err(|e| unreadable(&e))
}

/// A line of this version, where it is spelled as our writer spells it.
fn ours<E: DeserializeOwned>(text: &str) -> Option<Line<E>> {
    // A list of the same values is no line.
    let object = text.strip_prefix('{').map(|_| text)?;
    let line: Line<E> = spelling::read(object)?;
    (line.v == FORMAT_VERSION).then(|| fitted(line))
}

/// Lists grow by doubling: what is kept needs no room to spare.
fn fitted<E>(mut line: Line<E>) -> Line<E> {
    line.events.shrink_to_fit();
    line
}

/// What JSON would forgive and a journal must not: white space around the object hides an editor
/// at work, and the last line has no successor whose hash would give it away.
fn text(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.trim_ascii().is_empty() {
        return Err(Fault::Blank);
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return Err(Fault::ByteOrderMark);
    }
    if bytes.ends_with(b"\r") {
        return Err(Fault::CarriageReturn);
    }
    if bytes.contains(&0) {
        return Err(Fault::Nul);
    }
    let text = simdutf8::compat::from_utf8(bytes).map_err(|e| Fault::NotUtf8 {
        at: e.valid_up_to(),
    })?;
    if !(text.starts_with('{') && text.ends_with('}')) {
        return Err(Fault::Unreadable(
            "is not a JSON object from end to end".to_owned(),
        ));
    }
    Ok(text)
}

/// The version alone, which decides how the rest is read. Every line we write begins with it, so
/// that the line is seldom read twice.
fn version(text: &str) -> Result<u32, Fault> {
    #[derive(Deserialize)]
    struct Versioned {
        v: u32,
    }
    let leading = text
        .strip_prefix("{\"v\":")
        .and_then(|rest| rest.split_once(','));
    if let Some(v) = leading.and_then(|(digits, _)| digits.parse().ok()) {
        return Ok(v);
    }
    let Versioned { v } = serde_json::from_str(text).map_err(|e| unreadable(&e))?;
    Ok(v)
}

fn upgraded(mut value: Value, found: u32, upgrades: &[(u32, Upgrade)]) -> Result<Value, Fault> {
    for version in found..FORMAT_VERSION {
        let (_, step) = upgrades
            .iter()
            .find(|(from, _)| *from == version)
            .ok_or(Fault::NoSuchVersion { found })?;
        value = step(value).map_err(Fault::Unreadable)?;
        if let Some(envelope) = value.as_object_mut() {
            envelope.insert("v".to_owned(), Value::from(version + 1));
        }
    }
    Ok(value)
}

/// What serde says, without its own count of lines, which would be taken for the journal's.
fn unreadable(error: &serde_json::Error) -> Fault {
    // A name that no field has may be as long as the line.
    const SAID_MOST: usize = 200;
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let said: String = said.chars().take(SAID_MOST).collect();
    let column = error.column();
    Fault::Unreadable(format!(
        "is not a line of the journal: {said}, column {column}"
    ))
}

/// RFC 3339 with whole seconds and a numeric offset, and no other spelling.
mod seconds {
    use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
    use serde::{Deserializer, Serializer};

    use crate::domain::terms::spelled;

    pub(super) fn serialize<S: Serializer>(
        at: &DateTime<FixedOffset>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.serialize_str(&at.to_rfc3339_opts(SecondsFormat::Secs, false))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<DateTime<FixedOffset>, D::Error> {
        let wrong = |text: &str| format!("`{text}` is not a time as 2024-03-05T09:12:33+08:00");
        spelled(from, |text| read(text).ok_or_else(|| wrong(text)))
    }

    /// `2024-03-05T09:12:33+08:00`, each sign in its place.
    fn read(text: &str) -> Option<DateTime<FixedOffset>> {
        let signs: &[u8; 25] = text.as_bytes().try_into().ok()?;
        let marks = [
            (4, b'-'),
            (7, b'-'),
            (10, b'T'),
            (13, b':'),
            (16, b':'),
            (22, b':'),
        ];
        if marks.iter().any(|(place, mark)| signs[*place] != *mark) {
            return None;
        }
        let number = |from: usize, to: usize| {
            signs[from..to].iter().try_fold(0, |number: u32, digit| {
                let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
                Some(number * 10 + digit)
            })
        };
        let year = i32::try_from(number(0, 4)?).ok()?;
        let day = NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?)?;
        let at = day.and_hms_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?)?;
        let (hours, minutes) = (number(20, 22)?, number(23, 25)?);
        let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
        let offset = match (signs[19], seconds, minutes) {
            (_, _, 60..) | (b'-', 0, _) => None,
            (b'+', seconds, _) => FixedOffset::east_opt(seconds),
            (b'-', seconds, _) => FixedOffset::west_opt(seconds),
            _ => None,
        };
        at.and_local_timezone(offset?).single()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::sample::{Fact, line};

    /// The one literal line: whoever changes it changes what towns have on their disks.
    #[test]
    fn a_line_is_spelled_like_this() {
        let literal = concat!(
            r#"{"v":1,"seq":2,"prev":"0000000000000000000000000000000000000000000000000000000000000000","#,
            r#""at":"2024-03-05T09:12:33+08:00","by":"王秘书","batch":2,"lenient":true,"#,
            r#""events":[{"type":"noted","note":"修桥\n🚧"}]}"#
        );
        let mut expected = line(2, "修桥\n🚧");
        expected.batch = Some(2);
        expected.lenient = true;
        assert_eq!(encode(&expected).expect("a line"), literal.as_bytes());
        assert_eq!(decode::<Fact>(literal.as_bytes(), UPGRADES), Ok(expected));
    }

    #[test]
    fn an_envelope_says_only_what_it_must() {
        let bytes = encode(&line(1, "x")).expect("a line");
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(text.contains(r#""by":"王秘书","events":[{"#), "{text}");
    }

    #[track_caller]
    fn check(from: &str, to: &str, fault: &Fault) {
        let good = String::from_utf8(encode(&line(1, "x")).expect("a line")).expect("UTF-8");
        assert!(good.contains(from), "{from}");
        let bad = good.replacen(from, to, 1);
        assert_eq!(
            decode::<Fact>(bad.as_bytes(), UPGRADES).as_ref(),
            Err(fault),
            "{bad}"
        );
    }

    /// Bad JSON and bad shapes: what matters is the reason that is named.
    #[track_caller]
    fn check_unreadable(from: &str, to: &str, why: &str) {
        let good = String::from_utf8(encode(&line(1, "x")).expect("a line")).expect("UTF-8");
        let bad = good.replacen(from, to, 1);
        match decode::<Fact>(bad.as_bytes(), UPGRADES) {
            Err(Fault::Unreadable(said)) => assert!(said.contains(why), "{said}"),
            other => panic!("{bad}: {other:?}"),
        }
    }

    #[test]
    fn what_a_line_must_not_be() {
        check("{", "\u{feff}{", &Fault::ByteOrderMark);
        check("]}", "]}\r", &Fault::CarriageReturn);
        check("x", "\0", &Fault::Nul);
        check("\"v\":1", "\"v\":2", &Fault::Newer { found: 2 });
        check("\"v\":1", "\"v\":0", &Fault::NoSuchVersion { found: 0 });
        for blank in ["", " ", "\r", "\t \r"] {
            assert_eq!(
                decode::<Fact>(blank.as_bytes(), UPGRADES),
                Err(Fault::Blank)
            );
        }
        assert_eq!(
            decode::<Fact>(b"{\"v\":1,\xE5\xBB", UPGRADES),
            Err(Fault::NotUtf8 { at: 7 })
        );
        check_unreadable("]}", "]} ", "from end to end");
        check_unreadable("\"v\":1", "\"v\":1,\"v\":1", "duplicate field `v`");
        check_unreadable("\"seq\":1", "\"seq\":1,\"seq\":2", "duplicate field `seq`");
        check_unreadable(
            "\"note\":\"x\"",
            "\"note\":\"x\",\"note\":\"y\"",
            "duplicate field `note`",
        );
        check_unreadable("\"seq\"", "\"why\":1,\"seq\"", "unknown field `why`");
        check_unreadable("\"v\":1,", "", "missing field `v`");
        check_unreadable("+08:00", "Z", "is not a time");
        check_unreadable("33+", "33.5+", "is not a time");
        for wrong in ["-00:00", "+08:60", "+24:00", "*08:00", "+8:000"] {
            check_unreadable("+08:00", wrong, "is not a time");
        }
        check_unreadable("09:12:33", "09:12:60", "is not a time");
        check_unreadable("03-05T", "02-30T", "is not a time");
        check_unreadable("2024-", "２０-", "is not a time");
        check_unreadable("王秘书", "", "empty");
        check_unreadable("]}", "]}{}", "trailing characters");
        let values = r#"[1,1,"#.to_owned()
            + &format!("{:?}", Hash::ZERO.to_string())
            + r#","2024-03-05T09:12:33+08:00","王秘书",null,false,[]]"#;
        assert!(decode::<Fact>(values.as_bytes(), UPGRADES).is_err());
    }

    #[test]
    fn only_a_whole_line_can_be_newer() {
        let whole = r#"{"v":9,"anything":{}}"#;
        assert_eq!(
            decode::<Fact>(whole.as_bytes(), UPGRADES),
            Err(Fault::Newer { found: 9 })
        );
        let late = r#"{"anything":{},"v":9}"#;
        assert_eq!(
            decode::<Fact>(late.as_bytes(), UPGRADES),
            Err(Fault::Newer { found: 9 })
        );
        let cut = r#"{"v":9,"anything":{}"#;
        assert!(matches!(
            decode::<Fact>(cut.as_bytes(), UPGRADES),
            Err(Fault::Unreadable(_))
        ));
    }

    /// A version that never was, to walk the way that the first real one will take.
    #[test]
    fn an_older_line_is_upgraded_in_memory() {
        fn from_zero(mut value: Value) -> Result<Value, String> {
            let envelope = value.as_object_mut().ok_or("no object")?;
            let by = envelope.remove("who").ok_or("has no `who`")?;
            envelope.insert("by".to_owned(), by);
            Ok(value)
        }
        let upgrades: &[(u32, Upgrade)] = &[(0, from_zero)];
        let new = line(1, "x");
        let old = String::from_utf8(encode(&new).expect("a line")).expect("UTF-8");
        let old = old
            .replace("\"v\":1", "\"v\":0")
            .replace("\"by\"", "\"who\"");
        assert_eq!(decode(old.as_bytes(), upgrades), Ok(new));
        let wrong = old.replace("\"who\"", "\"by\"");
        assert_eq!(
            decode::<Fact>(wrong.as_bytes(), upgrades),
            Err(Fault::Unreadable("has no `who`".to_owned()))
        );
    }

    #[test]
    fn every_older_version_has_its_step() {
        let steps: Vec<u32> = UPGRADES.iter().map(|(from, _)| *from).collect();
        assert_eq!(steps, (1..FORMAT_VERSION).collect::<Vec<_>>());
    }
}
