//! How a person names a case: `17`, `2024-17`, `20-5-17`, `闭3`, `区12`, `第十七号`, `#86` for one that
//! has no official number yet, and lists of them.

use thiserror::Error;

use super::numeral::{half_width, parse_integer};
use super::{Level, Period, SessionKey};

/// What was typed for a case. Which case it is, only the book can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseRef {
    /// `区` in `区12`: the level whose number it is; the office's own where nothing is said.
    pub level: Option<Level>,
    /// `2024` in `2024-17`: the year of the session.
    pub year: Option<i32>,
    /// `20-5` in `20-5-17`: the session itself.
    pub session: Option<SessionKey>,
    /// `闭` in `闭3`: a number given between sessions.
    pub period: Option<Period>,
    /// `#86`: the integer is the store's own counter, not an official number.
    pub entered: bool,
    /// The integer.
    pub seq: u32,
}

/// Why a text names no case.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CaseRefError {
    /// Not a number in any of the forms above.
    #[error("`{0}` is not a case number")]
    Unreadable(String),
    /// A range whose end lies before its beginning, or one over more than 1,000 cases.
    #[error("`{0}` is not a range of cases")]
    NoRange(String),
}

/// Cases named in one word: `1-12,15`, `闭1-3`, `2024-1~12`. Order kept, doubles dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseList(pub Vec<CaseRef>);

const RANGE_MOST: u32 = 1_000;

impl std::str::FromStr for CaseRef {
    type Err = CaseRefError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unreadable = || CaseRefError::Unreadable(text.trim().to_owned());
        let plain = half_width(text.trim()).replace(' ', "");
        let mut rest = plain.as_str();
        let entered = rest.strip_prefix('#');
        rest = entered.unwrap_or(rest);
        let level = strip_level(&mut rest);
        let period = strip_period(&mut rest);
        let fields: Vec<&str> = rest.split('-').collect();
        let (head, last) = fields.split_at(fields.len() - 1);
        let mut last = last[0];
        let period = period.or_else(|| strip_period(&mut last));
        let seq = bare_number(last)
            .filter(|n| *n > 0)
            .ok_or_else(unreadable)?;
        let (year, session) = match head {
            [] => (None, None),
            [year] => {
                let year = parse_integer(year).filter(|y| (1949..2200).contains(y));
                (Some(year.ok_or_else(unreadable)?.cast_signed()), None)
            }
            [term, session] => {
                let part = |text| {
                    parse_integer(text)
                        .and_then(|n| u16::try_from(n).ok())
                        .filter(|n| *n > 0)
                        .ok_or_else(unreadable)
                };
                let key = SessionKey {
                    term: part(term)?,
                    session: part(session)?,
                };
                (None, Some(key))
            }
            _ => return Err(unreadable()),
        };
        Ok(Self {
            level,
            year,
            session,
            period,
            entered: entered.is_some(),
            seq,
        })
    }
}

fn strip_level(rest: &mut &str) -> Option<Level> {
    for (sign, level) in [
        ("镇", Level::Town),
        ("乡", Level::Town),
        ("区", Level::District),
        ("县", Level::District),
        ("市", Level::City),
        ("省", Level::Province),
    ] {
        if let Some(tail) = rest.strip_prefix(sign) {
            *rest = tail;
            return Some(level);
        }
    }
    None
}

fn strip_period(rest: &mut &str) -> Option<Period> {
    for (sign, period) in [
        ("闭会", Period::BetweenSessions),
        ("闭字", Period::BetweenSessions),
        ("闭", Period::BetweenSessions),
        ("会议期间", Period::InSession),
    ] {
        if let Some(tail) = rest.strip_prefix(sign) {
            *rest = tail;
            return Some(period);
        }
    }
    None
}

/// `第0017号建议` without its frame.
fn bare_number(text: &str) -> Option<u32> {
    let text = text.strip_prefix('第').unwrap_or(text);
    let text = text
        .strip_suffix("建议案")
        .or_else(|| text.strip_suffix("建议"))
        .unwrap_or(text);
    parse_integer(text.strip_suffix('号').unwrap_or(text))
}

impl std::str::FromStr for CaseList {
    type Err = CaseRefError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut cases: Vec<CaseRef> = Vec::new();
        for piece in text.split([',', '，', '、', ';', '；']).map(str::trim) {
            if piece.is_empty() {
                continue;
            }
            for case in range(piece)? {
                if !cases.contains(&case) {
                    cases.push(case);
                }
            }
        }
        if cases.is_empty() {
            return Err(CaseRefError::Unreadable(text.trim().to_owned()));
        }
        Ok(Self(cases))
    }
}

fn range(piece: &str) -> Result<Vec<CaseRef>, CaseRefError> {
    let plain = half_width(piece);
    let split = plain.split_once(['~', '至', '到', '–', '—']).or_else(|| {
        plain
            .split_once('-')
            .filter(|(from, to)| is_plain_range(from, to))
    });
    let Some((from, to)) = split else {
        return Ok(vec![plain.parse()?]);
    };
    let first: CaseRef = from.parse()?;
    let mut last = to.trim();
    let level = strip_level(&mut last);
    let mut number = last.rsplit('-').next().unwrap_or(last);
    let period = strip_period(&mut number);
    // `2025-1–2026-2` is no range within one session.
    let session = |text: &str| Some(text.rsplit_once('-')?.0.trim().to_owned());
    let mut head = from.trim();
    strip_level(&mut head);
    let is_other = (level.is_some() && level != first.level)
        || (period.is_some() && period != first.period)
        || session(last).is_some_and(|own| session(head).as_ref() != Some(&own));
    let last = bare_number(number).filter(|_| !is_other);
    let no_range = || CaseRefError::NoRange(piece.to_owned());
    let last = last.filter(|l| *l >= first.seq && l - first.seq < RANGE_MOST);
    let last = last.ok_or_else(no_range)?;
    Ok((first.seq..=last)
        .map(|seq| CaseRef { seq, ..first })
        .collect())
}

/// `1-12` is a range, `2024-17` a case of 2024: a first number that can be a year is one.
fn is_plain_range(from: &str, to: &str) -> bool {
    let mut head = from.trim();
    strip_level(&mut head);
    strip_period(&mut head);
    !to.contains('-') && bare_number(head).is_some_and(|n| !(1949..2200).contains(&n))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seqs(text: &str) -> Vec<u32> {
        let CaseList(cases) = text.parse().expect(text);
        cases.iter().map(|case| case.seq).collect()
    }

    #[test]
    fn a_case_as_printed() {
        let plain: CaseRef = "17".parse().expect("17");
        for text in [
            "第17号",
            "第0017号",
            "１７",
            "第十七号",
            "17号建议",
            " 第 17 号 ",
        ] {
            assert_eq!(text.parse::<CaseRef>().as_ref(), Ok(&plain), "{text}");
        }
        for text in ["闭3", "闭会第3号", "闭字第3号", "2024-闭3"] {
            let case: CaseRef = text.parse().expect(text);
            assert_eq!(
                (case.period, case.seq),
                (Some(Period::BetweenSessions), 3),
                "{text}"
            );
        }
        let case: CaseRef = "区2024-12".parse().expect("a district case");
        assert_eq!(
            (case.level, case.year, case.seq),
            (Some(Level::District), Some(2024), 12)
        );
        let case: CaseRef = "20-5-17".parse().expect("with its session");
        assert_eq!(
            case.session,
            Some(SessionKey {
                term: 20,
                session: 5
            })
        );
        for text in ["", "x", "0", "17-17-17-17", "第号", "-3"] {
            assert!(text.parse::<CaseRef>().is_err(), "{text}");
        }
    }

    #[test]
    fn lists_and_ranges() {
        assert_eq!(seqs("1-3,5、3"), [1, 2, 3, 5]);
        assert_eq!(seqs("2024-17"), [17]);
        assert_eq!(seqs("2024-1~3"), [1, 2, 3]);
        for text in ["闭1-2", "闭1-闭2", "闭会第1号至闭会第2号", "第1号-第2号"] {
            assert_eq!(seqs(text), [1, 2], "{text}");
        }
        // As the program itself prints them.
        assert_eq!(seqs("2025-1–2025-3、2025-7"), [1, 2, 3, 7]);
        assert_eq!(seqs("第1号–第2号"), [1, 2]);
        assert_eq!(seqs("2025-闭1–2025-闭2"), [1, 2]);
        assert!("2025-1–2026-2".parse::<CaseList>().is_err());
        assert!("1-闭2".parse::<CaseList>().is_err());
        assert!("9-3".parse::<CaseList>().is_err());
        assert!("1-99999".parse::<CaseList>().is_err());
        assert!(",".parse::<CaseList>().is_err());
    }
}
