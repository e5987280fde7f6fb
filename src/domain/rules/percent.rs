//! Shares of a hundred in the style of the office, without floating point.

use serde::{Deserialize, Serialize};

/// What happens to the digits that are not printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// 四舍五入
    #[default]
    HalfUp,
    /// 截尾
    Truncate,
}

/// How an office prints a share (domain: Kunming 11.00, Jianlong 58, Sichuan 56).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PercentStyle {
    /// Digits after the point, 0–2.
    pub decimals: u8,
    /// How the rest is dropped.
    #[serde(default)]
    pub rounding: Rounding,
    /// `11.00` keeps its zeros, `58` does not.
    #[serde(default)]
    pub trailing_zeros: bool,
    /// Nudges the shares of a column so that they add up to 100.
    #[serde(default)]
    pub close_to_100: bool,
}

impl Default for PercentStyle {
    fn default() -> Self {
        Self {
            decimals: 1,
            rounding: Rounding::HalfUp,
            trailing_zeros: false,
            close_to_100: false,
        }
    }
}

impl PercentStyle {
    /// The most digits after the point.
    pub const DECIMALS_MOST: u8 = 2;

    /// `count` of `whole` in percent, without the sign: `58`, `30.4`, `11.00`; none of nothing.
    pub fn share(&self, count: u64, whole: u64) -> Option<String> {
        let (quotient, rest) = self.scaled(count, whole)?;
        let up = match self.rounding {
            Rounding::HalfUp => u128::from(rest * 2 >= u128::from(whole)),
            Rounding::Truncate => 0,
        };
        Some(self.print(quotient + up))
    }

    /// The shares of a column; with `close_to_100` the largest remainders of a column that is the
    /// whole are rounded up until it adds up to 100. None of nothing.
    pub fn shares(&self, counts: &[u64], whole: u64) -> Vec<Option<String>> {
        let partition = counts.iter().sum::<u64>() == whole;
        if !self.close_to_100 || !partition || whole == 0 {
            return counts
                .iter()
                .map(|count| self.share(*count, whole))
                .collect();
        }
        let scaled: Vec<(u128, u128)> = counts
            .iter()
            .map(|count| self.scaled(*count, whole).unwrap_or_default())
            .collect();
        let target = self
            .scaled(counts.iter().sum(), whole)
            .map_or(0, |(quotient, _)| quotient);
        let mut values: Vec<u128> = scaled.iter().map(|(quotient, _)| *quotient).collect();
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by_key(|place| std::cmp::Reverse(scaled[*place].1));
        let mut missing = target.saturating_sub(values.iter().sum());
        for place in order {
            if missing == 0 {
                break;
            }
            values[place] += 1;
            missing -= 1;
        }
        values
            .into_iter()
            .map(|value| Some(self.print(value)))
            .collect()
    }

    /// The share in the last printed digit, and what is left over of `whole`.
    fn scaled(&self, count: u64, whole: u64) -> Option<(u128, u128)> {
        let scale = 100 * 10_u128.pow(u32::from(self.decimals));
        let product = u128::from(count) * scale;
        let whole = u128::from(whole);
        Some((product.checked_div(whole)?, product.checked_rem(whole)?))
    }

    fn print(&self, value: u128) -> String {
        let unit = 10_u128.pow(u32::from(self.decimals));
        let (before, after) = (value / unit, value % unit);
        if self.decimals == 0 {
            return before.to_string();
        }
        let width = usize::from(self.decimals);
        let digits = format!("{after:0width$}");
        let digits = if self.trailing_zeros {
            digits.as_str()
        } else {
            digits.trim_end_matches('0')
        };
        if digits.is_empty() {
            before.to_string()
        } else {
            format!("{before}.{digits}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(decimals: u8, rounding: Rounding, trailing_zeros: bool) -> PercentStyle {
        PercentStyle {
            decimals,
            rounding,
            trailing_zeros,
            close_to_100: false,
        }
    }

    #[test]
    fn as_the_offices_print_it() {
        let jianlong = style(1, Rounding::HalfUp, false);
        let kunming = style(2, Rounding::HalfUp, true);
        for (style, count, whole, printed) in [
            (jianlong, 40, 69, "58"),
            (jianlong, 21, 69, "30.4"),
            (jianlong, 8, 69, "11.6"),
            (jianlong, 69, 69, "100"),
            (jianlong, 14, 35, "40"),
            (jianlong, 1, 35, "2.9"),
            (kunming, 32, 291, "11.00"),
            (kunming, 226, 291, "77.66"),
            (style(0, Rounding::HalfUp, false), 1, 2, "50"),
            (style(0, Rounding::HalfUp, false), 1, 200, "1"),
            (style(0, Rounding::Truncate, false), 199, 200, "99"),
            (style(2, Rounding::Truncate, false), 2, 3, "66.66"),
        ] {
            assert_eq!(
                style.share(count, whole).as_deref(),
                Some(printed),
                "{count} of {whole}"
            );
        }
        assert_eq!(jianlong.share(0, 0), None);
    }

    #[test]
    fn a_column_can_be_closed_to_a_hundred() {
        let open = style(1, Rounding::HalfUp, true);
        let closed = PercentStyle {
            close_to_100: true,
            ..open
        };
        let show = |style: PercentStyle| {
            style
                .shares(&[1, 1, 1], 3)
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
        };
        assert_eq!(show(open), ["33.3", "33.3", "33.3"]);
        assert_eq!(show(closed), ["33.4", "33.3", "33.3"]);
        let whole = PercentStyle {
            decimals: 0,
            ..closed
        };
        assert_eq!(
            whole.shares(&[2], 3),
            [whole.share(2, 3)],
            "no column that is the whole"
        );
    }
}
