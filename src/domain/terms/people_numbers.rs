//! Phone and identity numbers in free text, known by their shape: mobile phones, land lines and
//! identity cards of the mainland. Who prints hides them, who enters them is told.
//!
//! Refuses: to judge whose number it is.

/// Where such numbers stand: byte ranges, from left to right.
pub fn people_numbers(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let Some(end) = shaped(bytes, at) else {
            at += 1;
            continue;
        };
        found.push((at, end));
        at = end;
    }
    found
}

/// The end of a number that begins at a place, if one does.
fn shaped(bytes: &[u8], from: usize) -> Option<usize> {
    let glued = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let before = from.checked_sub(1);
    // `+86` goes before a number without parting it.
    let country = from >= 2 && &bytes[from - 2..from] == b"86" && (from < 3 || !glued(from - 3));
    if before.is_some_and(glued) && !country {
        return None;
    }
    SHAPES.iter().find_map(|shape| {
        let end = shape(bytes, from)?;
        (!glued(end)).then_some(end)
    })
}

type Shape = fn(&[u8], usize) -> Option<usize>;

const SHAPES: [Shape; 3] = [identity, mobile, land_line];

/// So many digits from a place on: where they end.
fn digits(bytes: &[u8], from: usize, count: usize) -> Option<usize> {
    let run = bytes.get(from..from + count)?;
    run.iter().all(u8::is_ascii_digit).then_some(from + count)
}

/// A place after one sign that may part a number.
fn parted(bytes: &[u8], at: usize) -> usize {
    at + usize::from(matches!(bytes.get(at), Some(b'-' | b' ')))
}

/// 17 digits and a check sign, born in the 19th to 21st century.
fn identity(bytes: &[u8], from: usize) -> Option<usize> {
    let end = digits(bytes, from, 17)?;
    let century = matches!(&bytes[from + 6..from + 8], b"18" | b"19" | b"20");
    let check = bytes.get(end)?;
    (century && (check.is_ascii_digit() || matches!(check, b'X' | b'x'))).then_some(end + 1)
}

/// 11 digits from 13 to 19, also parted as 3 4 4.
fn mobile(bytes: &[u8], from: usize) -> Option<usize> {
    let known = matches!(bytes.get(from..from + 2)?, [b'1', b'3'..=b'9']);
    let area = digits(bytes, from, 3).filter(|_| known)?;
    let middle = digits(bytes, parted(bytes, area), 4)?;
    digits(bytes, parted(bytes, middle), 4)
}

/// An area code from 0, a dash, and 7 or 8 digits.
fn land_line(bytes: &[u8], from: usize) -> Option<usize> {
    if bytes.get(from) != Some(&b'0') {
        return None;
    }
    [4, 3].into_iter().find_map(|area| {
        let dash = digits(bytes, from, area)?;
        let rest = dash + 1;
        let line = digits(bytes, rest, 8).or_else(|| digits(bytes, rest, 7));
        line.filter(|_| bytes.get(dash) == Some(&b'-'))
    })
}
