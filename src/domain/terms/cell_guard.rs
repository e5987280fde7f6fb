//! Keeps a spreadsheet from taking a text for a formula or for a number that it rounds: what `guard`
//! puts in front of a cell of a CSV file, `unguard` takes off again when the file comes back.
//!
//! Refuses: to change anything but one leading `'`. Quoting and encoding belong to the file.

use std::borrow::Cow;

/// A text with a leading `'` if a spreadsheet would calculate it, or lose digits of it.
///
/// These get one: a text that begins with `=` `+` `-` `@` (full-width too), a tab or a carriage
/// return, unless it is a number; twelve digits or more, and digits after a leading zero, as
/// identity and card numbers and phones are; and a text with `'` before one of these, so that
/// `unguard(&guard(text)) == text` holds for every text.
pub fn guard(text: &str) -> Cow<'_, str> {
    if needs_guard(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A text without the `'` that [`guard`] would have put there; any other `'` stays.
pub fn unguard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(bare) if needs_guard(bare) => bare,
        Some(_) | None => text,
    }
}

fn needs_guard(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    let is_quoted = bare.len() < text.len();
    let is_calculated = bare.starts_with(is_trigger) && (is_quoted || !is_number(bare));
    is_calculated || loses_digits(bare)
}

/// A spreadsheet shows `420582199001011234` as 4.20582E+17 and `0717` as 717, and saves them so.
fn loses_digits(text: &str) -> bool {
    const SHOWN_WHOLE_MOST: usize = 11;
    let is_number = text.bytes().all(|b| b.is_ascii_digit());
    let leads_with_zero = text.len() > 1 && text.starts_with('0');
    is_number && (text.len() > SHOWN_WHOLE_MOST || leads_with_zero)
}

fn is_trigger(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r'
    )
}

/// `-3`, `+2.50`, `-1.5%`: what a spreadsheet reads as a value.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let bare = text.strip_prefix(['+', '-']).unwrap_or(text);
    let bare = bare.strip_suffix('%').unwrap_or(bare);
    match bare.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(bare),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use super::*;

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for (text, cell) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+1+1", "'+1+1"),
            ("-", "'-"),
            ("-3-4", "'-3-4"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠a", "'＠a"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("'=1", "''=1"),
            ("'-3", "''-3"),
            ("''@a", "'''@a"),
            ("420582199001011234", "'420582199001011234"),
            ("0717", "'0717"),
            ("'0717", "''0717"),
            ("13800000000", "13800000000"),
            ("0", "0"),
            ("-3", "-3"),
            ("+2.50", "+2.50"),
            ("-1.5%", "-1.5%"),
            ("", ""),
            ("'", "'"),
            ("'引'", "'引'"),
            ("1-12", "1-12"),
            ("关于修桥", "关于修桥"),
        ] {
            assert_eq!(guard(text), cell, "{text:?}");
            assert_eq!(unguard(cell), text, "{cell:?}");
        }
    }

    #[test]
    fn a_quote_of_another_hand_stays() {
        for text in ["'引'", "'-3", "'", "'2024"] {
            assert_eq!(unguard(text), text);
        }
    }

    proptest! {
        #[test]
        fn what_was_guarded_comes_back(text in "['=+@＝－\t\r0-9.%a-]{0,6}|'{0,2}[0-9]{0,14}|.*") {
            assert_eq!(unguard(&guard(&text)), text);
        }

        #[test]
        fn a_guarded_cell_is_never_calculated(text in "['=+@＝－\t\r0-9.%a-]{0,6}|.*") {
            let cell = guard(&text);
            assert!(!cell.starts_with(is_trigger) || is_number(&cell));
        }
    }
}
