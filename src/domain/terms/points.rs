//! Points of a score, exact: given, taken off, shared out (`50`, `-1`, `118.5`).

use serde::{Deserialize, Serialize};

use super::half_width;
use super::text::TextError;

/// A decimal number of points, at most two digits after the point; negative where some are taken off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Points {
    hundredths: i64,
}

/// Points from here on are slips of the pen.
const TOO_MUCH: i64 = 100_000_000;

impl Points {
    /// None at all.
    pub const ZERO: Self = Self { hundredths: 0 };

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            hundredths: self.hundredths.saturating_add(other.hundredths),
        }
    }

    /// What lies between both, with its sign.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self {
            hundredths: self.hundredths.saturating_sub(other.hundredths),
        }
    }

    /// What is left of them, nothing where they do not suffice.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        let left = self.hundredths.saturating_sub(other.hundredths);
        Self {
            hundredths: left.max(0),
        }
    }

    /// So many times.
    #[must_use]
    pub fn times(self, times: u64) -> Self {
        let times = i64::try_from(times).unwrap_or(i64::MAX);
        Self {
            hundredths: self.hundredths.saturating_mul(times),
        }
    }

    /// A share of them, a half of the last digit rounded up; none of nothing.
    pub fn share(self, part: u64, whole: u64) -> Option<Self> {
        if whole == 0 {
            return None;
        }
        let product = i128::from(self.hundredths) * i128::from(part);
        let rounded = (product * 2 + i128::from(whole)).div_euclid(i128::from(whole) * 2);
        let hundredths = i64::try_from(rounded).ok()?;
        Some(Self { hundredths })
    }

    /// Raised as a whole is to a part of it, rounded as [`Self::share`] is; none of nothing.
    pub fn in_proportion(self, whole: Self, part: Self) -> Option<Self> {
        let whole = u64::try_from(whole.hundredths).ok()?;
        self.share(whole, u64::try_from(part.hundredths).ok()?)
    }

    /// Without the sign.
    #[must_use]
    pub fn size(self) -> Self {
        Self {
            hundredths: self.hundredths.saturating_abs(),
        }
    }

    /// No further from nothing than `cap`.
    #[must_use]
    pub fn capped(self, cap: Self) -> Self {
        let cap = cap.size().hundredths;
        Self {
            hundredths: self.hundredths.clamp(-cap, cap),
        }
    }
}

impl std::str::FromStr for Points {
    type Err = TextError;

    /// Reads `3`, `-1`, `118.5`, full-width digits too.
    fn from_str(typed: &str) -> Result<Self, TextError> {
        let odd = || TextError::NotPoints(typed.to_owned());
        let plain = half_width(typed).replace('−', "-");
        let plain = plain.trim();
        let (sign, plain) = match plain.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, plain.strip_prefix('+').unwrap_or(plain)),
        };
        let (whole, rest) = plain.split_once('.').unwrap_or((plain, ""));
        let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || rest.len() > 2 || !is_digits(whole) || !is_digits(rest) {
            return Err(odd());
        }
        let whole: i64 = whole.parse().map_err(|_| odd())?;
        let rest: i64 = format!("{rest:0<2}").parse().map_err(|_| odd())?;
        let hundredths = whole.checked_mul(100).map(|whole| whole + rest);
        let hundredths = hundredths.filter(|h| *h < TOO_MUCH).ok_or_else(odd)?;
        Ok(Self {
            hundredths: sign * hundredths,
        })
    }
}

impl std::fmt::Display for Points {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.hundredths < 0 { "-" } else { "" };
        let size = self.hundredths.unsigned_abs();
        let (whole, rest) = (size / 100, size % 100);
        match rest {
            0 => write!(f, "{sign}{whole}"),
            rest if rest % 10 == 0 => write!(f, "{sign}{whole}.{}", rest / 10),
            rest => write!(f, "{sign}{whole}.{rest:02}"),
        }
    }
}

impl From<Points> for String {
    fn from(points: Points) -> Self {
        points.to_string()
    }
}

impl TryFrom<String> for Points {
    type Error = TextError;

    fn try_from(written: String) -> Result<Self, TextError> {
        written.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(typed: &str) -> Points {
        typed.parse().expect(typed)
    }

    #[test]
    fn points_are_exact() {
        for (typed, printed) in [
            ("3", Some("3")),
            ("-1", Some("-1")),
            ("＋１１８．５", Some("118.5")),
            ("-0.25", Some("-0.25")),
            ("", None),
            ("1,000", None),
            ("--1", None),
            ("0.125", None),
            ("99999999", None),
        ] {
            let read = typed.parse::<Points>().ok().map(|p| p.to_string());
            assert_eq!(read.as_deref(), printed, "{typed}");
        }
    }

    #[test]
    fn a_share_is_rounded_half_up() {
        let share = |of: &str, part, whole| points(of).share(part, whole).map(|p| p.to_string());
        assert_eq!(share("10", 2, 3).as_deref(), Some("6.67"));
        assert_eq!(share("50", 1, 8).as_deref(), Some("6.25"));
        assert_eq!(share("0.01", 1, 2).as_deref(), Some("0.01"));
        assert_eq!(share("10", 0, 0), None);
        assert_eq!(points("-9").capped(points("4")), points("-4"));
    }
}
