//! Numerals as they stand on paper: half-width, full-width and Chinese.

/// Full-width ASCII (`０`–`９`, `Ａ`, `－`, `（`, the ideographic space …) as plain ASCII;
/// everything else unchanged.
pub fn half_width(text: &str) -> String {
    text.chars().map(half_width_sign).collect()
}

/// A sign in half width.
pub fn half_width_sign(sign: char) -> char {
    match sign {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xff01 + 0x21).unwrap_or(sign),
        _ => sign,
    }
}

/// A whole number below 10,000 in half-width, full-width or Chinese digits (`十七`, `一百零二`,
/// `二〇二四`), `None` for anything else. Zero padding is allowed.
pub fn parse_integer(text: &str) -> Option<u32> {
    let text = half_width(text.trim());
    if text.is_empty() {
        return None;
    }
    if text.chars().all(|c| c.is_ascii_digit()) {
        return text.parse().ok().filter(|n| *n < 10_000);
    }
    let digits: Option<Vec<u32>> = text.chars().map(digit).collect();
    if let Some(digits) = digits {
        // Written digit by digit, as years are: 二〇二四.
        return (digits.len() <= 4).then(|| digits.iter().fold(0, |sum, d| sum * 10 + d));
    }
    positional(&text)
}

fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn positional(text: &str) -> Option<u32> {
    let mut total = 0;
    let mut pending = None;
    let mut last_unit = u32::MAX;
    for c in text.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '零' | '〇' => {
                if pending.is_some() {
                    return None;
                }
                continue;
            }
            _ => {
                if pending.is_some() {
                    return None;
                }
                pending = Some(digit(c)?);
                continue;
            }
        };
        if unit >= last_unit {
            return None;
        }
        // 十七 begins with its unit: one ten is meant.
        let factor = match pending.take() {
            Some(factor) => factor,
            None if total == 0 && unit == 10 => 1,
            None => return None,
        };
        total += factor * unit;
        last_unit = unit;
    }
    Some(total + pending.unwrap_or(0))
}

/// `17` as `十七`; what is printed for terms and sessions (第二十届第五次会议). Numbers of 10,000
/// and more come out in Arabic digits.
pub fn to_chinese_numeral(number: u32) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const UNITS: [(u32, &str); 4] = [(1000, "千"), (100, "百"), (10, "十"), (1, "")];
    if number >= 10_000 {
        return number.to_string();
    }
    if number == 0 {
        return "零".to_owned();
    }
    let mut out = String::new();
    let mut gap = false;
    for (unit, sign) in UNITS {
        let factor = number / unit % 10;
        if factor == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        if !(factor == 1 && unit == 10 && out.is_empty()) {
            out.push(DIGITS[factor as usize]);
        }
        out.push_str(sign);
    }
    out
}

/// A digit written as a Chinese numeral: `一三八…`, `幺三八…`.
pub(super) fn digit_of_numeral(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' | '○' => b'0',
        '一' | '幺' | '壹' => b'1',
        '二' | '贰' => b'2',
        '三' | '叁' => b'3',
        '四' | '肆' => b'4',
        '五' | '伍' => b'5',
        '六' | '陆' => b'6',
        '七' | '柒' => b'7',
        '八' | '捌' => b'8',
        '九' | '玖' => b'9',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_way_a_number_is_written() {
        for (text, number) in [
            ("17", Some(17)),
            ("0017", Some(17)),
            ("１７", Some(17)),
            ("十七", Some(17)),
            ("二十", Some(20)),
            ("一百零二", Some(102)),
            ("一百一十", Some(110)),
            ("二〇二四", Some(2024)),
            ("十十", None),
            ("", None),
            ("17a", None),
            ("99999", None),
        ] {
            assert_eq!(parse_integer(text), number, "{text}");
        }
    }

    #[test]
    fn what_is_printed_is_read_back() {
        for number in 0..10_000 {
            let printed = to_chinese_numeral(number);
            assert_eq!(parse_integer(&printed), Some(number), "{printed}");
        }
    }
}
