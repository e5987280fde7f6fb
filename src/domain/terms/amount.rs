//! An amount of anything, exact: money, people, metres (`297`, `33700.5`).

use serde::{Deserialize, Serialize};

use super::half_width;
use super::text::TextError;

/// A decimal amount, not negative, at most two digits after the point. Units stand beside it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Amount {
    hundredths: u64,
}

/// Amounts from here on are slips of the pen.
const TOO_MUCH: u64 = 10_u64.pow(15);

impl std::str::FromStr for Amount {
    type Err = TextError;

    /// Reads `297`, `33,700.5`, full-width digits too.
    fn from_str(typed: &str) -> Result<Self, TextError> {
        let plain = half_width(typed).replace([',', ' '], "");
        let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
        let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let odd = || TextError::NotAnAmount(typed.to_owned());
        if whole.is_empty() || rest.len() > 2 || !is_digits(whole) || !is_digits(rest) {
            return Err(odd());
        }
        let whole: u64 = whole.parse().map_err(|_| odd())?;
        let rest: u64 = format!("{rest:0<2}").parse().map_err(|_| odd())?;
        let hundredths = whole.checked_mul(100).map(|whole| whole + rest);
        let hundredths = hundredths.filter(|h| *h < TOO_MUCH).ok_or_else(odd)?;
        Ok(Self { hundredths })
    }
}

impl Amount {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            hundredths: self.hundredths.saturating_add(other.hundredths),
        }
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, rest) = (self.hundredths / 100, self.hundredths % 100);
        match rest {
            0 => write!(f, "{whole}"),
            rest if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10),
            rest => write!(f, "{whole}.{rest:02}"),
        }
    }
}

impl From<Amount> for String {
    fn from(amount: Amount) -> Self {
        amount.to_string()
    }
}

impl TryFrom<String> for Amount {
    type Error = TextError;

    fn try_from(written: String) -> Result<Self, TextError> {
        written.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_exact() {
        for (typed, printed) in [
            ("297", Some("297")),
            ("33,700", Some("33700")),
            ("３３７００．５０", Some("33700.5")),
            ("0.05", Some("0.05")),
            ("", None),
            ("-3", None),
            ("3.456", None),
            ("1e3", None),
            ("一百", None),
            ("99999999999999999999", None),
        ] {
            let read = typed.parse::<Amount>().ok().map(|a| a.to_string());
            assert_eq!(read.as_deref(), printed, "{typed}");
        }
    }
}
