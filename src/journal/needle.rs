//! Words that are looked for in foreign bytes, however they are written there: in UTF-8, GB18030 or
//! as JSON writes them; parted by spaces, full-width; broken over the runs of an office file; a
//! number with dashes.
//!
//! Refuses: to look into bytes; who has them unpacks them first.

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
        let text = String::from_utf8_lossy(bytes);
        let squeezed = match text.trim_start_matches('\u{feff}').starts_with('<') {
            true => squeezed(&without_tags(&text)),
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
    fn a_name_is_found_over_runs_spaces_and_encodings() {
        let runs = "<?xml version=\"1.0\"?><w:r><w:t>金丝</w:t></w:r><w:r><w:t>雀甲</w:t></w:r>";
        check("金丝雀甲", runs.as_bytes(), true);
        check("王五", "王　五".as_bytes(), true);
        let (foreign, ..) = encoding_rs::GB18030.encode("姓名,金丝雀甲");
        check("金丝雀甲", &foreign, true);
        check("金丝雀甲", "金丝雀乙".as_bytes(), false);
    }
}
