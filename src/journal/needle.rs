//! Words that are looked for in foreign bytes, however they are written there: in UTF-8, UTF-16,
//! GB18030 or as JSON writes them; parted by spaces, full-width; broken over the runs of an office
//! file, or written by their numbers there (`&#24352;`); a number with dashes.
//!
//! Refuses: to look into bytes; who has them unpacks them first.

use std::borrow::Cow;

use encoding_rs::Encoding;

use crate::domain::terms::half_width;

/// Fewer digits than this are no number of a person.
const DIGITS_LEAST: usize = 7;

/// A word in every form that is looked for.
pub(super) struct Needle {
    /// As bytes, in the encodings of the day.
    raw: Vec<Vec<u8>>,
    /// Half-width and without spaces.
    squeezed: String,
    /// Its digits, where it is a number.
    digits: Option<String>,
}

impl Needle {
    pub(super) fn new(word: &str) -> Self {
        let quoted = serde_json::to_string(word).unwrap_or_default();
        let (foreign, _, lost) = encoding_rs::GB18030.encode(word);
        let mut raw = vec![
            word.as_bytes().to_vec(),
            quoted.trim_matches('"').as_bytes().to_vec(),
        ];
        if !lost {
            raw.push(foreign.into_owned());
        }
        let units = || word.encode_utf16();
        raw.push(units().flat_map(u16::to_le_bytes).collect());
        raw.push(units().flat_map(u16::to_be_bytes).collect());
        raw.sort();
        raw.dedup();
        let squeezed = squeezed(word);
        let digits = number(&squeezed);
        let is_number = digits.len() >= DIGITS_LEAST && !squeezed.chars().any(is_letter);
        Self {
            raw,
            squeezed,
            digits: is_number.then_some(digits),
        }
    }
}

/// Bytes in every form that is looked at.
pub(super) struct Haystack<'a> {
    bytes: &'a [u8],
    squeezed: String,
    digits: String,
}

impl<'a> Haystack<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let text = text_of(bytes).unwrap_or_else(|| String::from_utf8_lossy(bytes));
        let squeezed = match text.trim_start_matches('\u{feff}').starts_with('<') {
            true => squeezed(&without_entities(&without_tags(&text))),
            false => squeezed(&text),
        };
        let digits = number(&squeezed);
        Self {
            bytes,
            squeezed,
            digits,
        }
    }

    /// Whether the word stands there.
    pub(super) fn holds(&self, needle: &Needle) -> bool {
        let digits = needle.digits.as_ref();
        self.squeezed.contains(&needle.squeezed)
            || digits.is_some_and(|digits| self.digits.contains(digits))
            || needle.raw.iter().any(|word| has(self.bytes, word))
    }
}

/// The text that some bytes are; none where they are something else. A text of a Chinese office is in
/// UTF-8, in UTF-16 where it says so, or in GB18030.
pub(super) fn text_of(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Cow::Borrowed(text));
    }
    let (encoding, _) = Encoding::for_bom(bytes).unwrap_or((encoding_rs::GB18030, 0));
    let (text, _, lost) = encoding.decode(bytes);
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    (!lost && !text.chars().any(is_control)).then_some(text)
}

/// A text of a page with the signs in the place of their numbers.
fn without_entities(text: &str) -> String {
    let mut told = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("&#") {
        told.push_str(before);
        let sign = after.split_once(';').and_then(|(number, after)| {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            Some((char::from_u32(code)?, after))
        });
        match sign {
            Some((sign, after)) => {
                told.push(sign);
                rest = after;
            }
            None => {
                told.push_str("&#");
                rest = after;
            }
        }
    }
    told.push_str(rest);
    told
}

fn has(bytes: &[u8], word: &[u8]) -> bool {
    let first = word.first().copied().unwrap_or_default();
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == first);
    let mut starts = starts.map(|(at, _)| at);
    starts.any(|at| bytes[at..].starts_with(word))
}

/// Half-width, without white space.
fn squeezed(text: &str) -> String {
    let half = half_width(text);
    half.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What stands between the tags, with nothing in their place: an office file may break a word
/// wherever it likes.
fn without_tags(text: &str) -> String {
    let mut inside = false;
    let words = text.chars().filter(|c| {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ => return !inside,
        }
        false
    });
    words.collect()
}

/// The digits with what parts them taken out, and a gap for everything else.
fn number(squeezed: &str) -> String {
    let mut digits = String::new();
    for c in squeezed.chars() {
        match c {
            '0'..='9' => digits.push(c),
            'x' | 'X' => digits.push('X'),
            '-' | '.' | '(' | ')' | '+' | '/' | '_' | '·' | '‐' | '‑' | '–' | '—' | '－' =>
                {}
            _ if digits.ends_with(' ') => {}
            _ => digits.push(' '),
        }
    }
    digits.trim().to_owned()
}

/// A sign that no number of a person has.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'x' | 'X')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, bytes: &[u8], expected: bool) {
        let found = Haystack::new(bytes).holds(&Needle::new(word));
        assert_eq!(
            found,
            expected,
            "{word} in {:?}",
            String::from_utf8_lossy(bytes)
        );
    }

    #[test]
    fn a_number_is_found_however_it_is_parted() {
        for written in [
            "13800138000",
            "138-0013-8000",
            "138 0013 8000",
            "+86 138—0013—8000",
            "１３８００１３８０００",
        ] {
            check("13800138000", written.as_bytes(), true);
            check("138-0013-8000", written.as_bytes(), true);
        }
        check("13800138000", "138甲00138000".as_bytes(), false);
        check(
            "50022719600101888X",
            "500227 19600101 888x".as_bytes(),
            true,
        );
        check("2024", "20-24".as_bytes(), false);
    }

    #[test]
    fn a_name_is_found_in_two_bytes_a_sign_and_by_numbers() {
        let text = "\u{feff}姓名 金丝 雀甲";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check("金丝雀甲", &little, true);
        check("金丝雀甲", &big, true);
        let bare: Vec<u8> = "金丝雀甲"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check("金丝雀甲", &bare, true);
        let page = "<p>&#37329;&#x4E1D;<b>&#38592;</b>甲 &amp; &#;</p>";
        check("金丝雀甲", page.as_bytes(), true);
        assert!(text_of(b"%PDF-1.4\n\xe2\xe3\xcf\xd3\x00").is_none());
    }

    #[test]
    fn a_name_is_found_over_runs_spaces_and_encodings() {
        let runs = "<?xml version=\"1.0\"?><w:r><w:t>金丝</w:t></w:r><w:r><w:t>雀甲</w:t></w:r>";
        check("金丝雀甲", runs.as_bytes(), true);
        check("王五", "王　五".as_bytes(), true);
        let (foreign, ..) = encoding_rs::GB18030.encode("姓名,金丝雀甲");
        check("金丝雀甲", &foreign, true);
        check("金丝雀甲", "金丝雀乙".as_bytes(), false);
    }
}
