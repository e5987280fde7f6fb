//! Characters that a reader does not see but that change what he sees: control characters, and
//! those that turn the direction of writing.
//!
//! What is typed is refused for them (`text`); what is printed is stripped of them, because a
//! journal may have been written by another hand.
//!
//! Refuses: to judge words. Joiners inside emoji and rare Han stay as they are.

use std::borrow::Cow;

/// Whether a character is not seen but changes what is seen.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00ad}'
            | '\u{061c}'
            | '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// What no paper can hold though nothing refuses it: Unicode says of these that they are no
/// characters, and XML has no place for them.
fn is_unprinted(c: char) -> bool {
    is_hidden(c) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// The hidden characters of a text.
pub(super) fn hidden(text: &str) -> impl Iterator<Item = char> {
    suspects(text).filter(|sign| is_hidden(*sign))
}

/// The characters among which all hidden and unprinted ones are. Most bytes can begin none of them
/// and are passed over unread, for every text is looked at whenever it is read.
fn suspects(text: &str) -> impl Iterator<Item = char> {
    // All bytes are looked at at once, which is quicker than to stop at the first.
    let has_some = text
        .bytes()
        .fold(false, |some, byte| some | may_begin(byte));
    let suspicious = if has_some { text } else { "" };
    let places = suspicious
        .bytes()
        .enumerate()
        .filter(|(_, byte)| may_begin(*byte));
    places.filter_map(|(place, _)| text.get(place..)?.chars().next())
}

/// Whether a byte may be the first one of a hidden character.
fn may_begin(byte: u8) -> bool {
    (byte < 0x20)
        | (byte == 0x7f)
        | (byte == 0xc2)
        | (byte == 0xd8)
        | (byte == 0xe2)
        | (byte == 0xef)
        | (byte == 0xf3)
}

/// A text as one visible line: each run of line breaks and tabs becomes one space, every other
/// hidden character goes.
pub fn strip_hidden(text: &str) -> Cow<'_, str> {
    if !suspects(text).any(is_unprinted) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    let mut in_gap = false;
    for c in text.chars() {
        if is_gap(c) {
            if !in_gap {
                line.push(' ');
            }
            in_gap = true;
        } else if !is_unprinted(c) {
            line.push(c);
            in_gap = false;
        }
    }
    Cow::Owned(line)
}

/// A text without its hidden characters, but with its lines: `\n` and `\t` stay.
pub fn strip_hidden_keep_lines(text: &str) -> Cow<'_, str> {
    let goes = |c: char| is_unprinted(c) && !matches!(c, '\n' | '\t');
    if suspects(text).any(goes) {
        Cow::Owned(text.replace(goes, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// What parts two words, so that nothing in its place would glue them together.
fn is_gap(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::*;

    #[test]
    fn a_line_is_what_the_reader_sees() {
        for (text, line) in [
            ("修桥", "修桥"),
            ("修\u{202e}桥", "修桥"),
            ("修\u{061c}桥", "修桥"),
            ("修\u{ad}\u{e0041}桥", "修桥"),
            ("修\u{fffe}\u{ffff}桥", "修桥"),
            ("\u{1b}[31m红\u{1b}[0m", "[31m红[0m"),
            ("一\r\n\t二", "一 二"),
            ("一\n\u{200b}\n二", "一 二"),
            (
                "👨\u{200d}👩\u{200d}👧 𠮷 㛃 龘",
                "👨\u{200d}👩\u{200d}👧 𠮷 㛃 龘",
            ),
        ] {
            assert_eq!(strip_hidden(text), line, "{text:?}");
        }
    }

    #[test]
    fn lines_stay_where_asked() {
        assert_eq!(strip_hidden_keep_lines("一\r\n\t二\u{7}"), "一\n\t二");
        assert!(matches!(
            strip_hidden_keep_lines("一\n二"),
            Cow::Borrowed("一\n二")
        ));
    }

    #[test]
    fn every_hidden_character_is_found_by_its_first_byte() {
        for sign in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let text = format!("修{sign}");
            let found = hidden(&text).next();
            assert_eq!(found, is_hidden(sign).then_some(sign));
        }
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left(text in any::<String>()) {
            assert!(!strip_hidden(&text).contains(is_hidden));
            let lines = strip_hidden_keep_lines(&text).replace(['\n', '\t'], "");
            assert!(!lines.contains(is_hidden));
        }
    }
}
