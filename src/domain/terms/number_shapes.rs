//! How phone and identity numbers are made of digits and of what parts them: signs in half width in,
//! the end of a number out.
//!
//! Refuses: to look at what stands around a number; that is for who reads the text.

use super::bank_card::bank_card;

pub(super) type Shape = fn(&[u8], usize) -> Option<usize>;

/// Each with whether it is known without its neighbours.
pub(super) const SHAPES: [(Shape, bool); 6] = [
    (identity, true),
    (bank_card, false),
    (old_identity, false),
    (mobile, true),
    (one_by_one, false),
    (land_line, false),
];

/// So many digits from a place on: where they end.
pub(super) fn digits(signs: &[u8], from: usize, count: usize) -> Option<usize> {
    let run = signs.get(from..from + count)?;
    run.iter().all(u8::is_ascii_digit).then_some(from + count)
}

/// Where what parts a number ends: one sign, with or without room around it.
fn join(signs: &[u8], from: usize, parting: &[u8]) -> usize {
    let rooms = |from: usize| {
        let rest = signs[from.min(signs.len())..].iter();
        from + usize::from(rest.take(1).any(|sign| *sign == b' '))
    };
    let at = rooms(from);
    match signs.get(at).is_some_and(|sign| parting.contains(sign)) {
        true => rooms(at + 1),
        false => at,
    }
}

/// Groups of digits with the same join between all of them; where they end.
fn grouped(signs: &[u8], from: usize, groups: &[usize], parting: &[u8]) -> Option<usize> {
    let mut at = from;
    let mut joined: Option<&[u8]> = None;
    for (place, count) in groups.iter().enumerate() {
        if place > 0 {
            let next = join(signs, at, parting);
            let this = signs.get(at..next)?;
            if this.is_empty() || joined.is_some_and(|joined| joined != this) {
                return None;
            }
            joined = Some(this);
            at = next;
        }
        at = digits(signs, at, *count)?;
    }
    Some(at)
}

/// 17 digits and a check sign, born in the 19th to 21st century; also parted before and after the
/// day of birth.
fn identity(signs: &[u8], from: usize) -> Option<usize> {
    let whole = digits(signs, from, 17);
    let parted = || grouped(signs, from, &[6, 8, 3], b"-");
    let end = whole.or_else(parted)?;
    let born = join(signs, from + 6, b"-");
    let century = matches!(signs.get(born..born + 2)?, b"18" | b"19" | b"20");
    let check = signs.get(end)?;
    (century && (check.is_ascii_digit() || matches!(check, b'X' | b'x'))).then_some(end + 1)
}

/// The 15 digits of the older cards: a region, a day of birth without its century, a number.
fn old_identity(signs: &[u8], from: usize) -> Option<usize> {
    let end = digits(signs, from, 15)?;
    let part = |from: usize| u32::from(signs[from] - b'0') * 10 + u32::from(signs[from + 1] - b'0');
    let region = (11..=82).contains(&part(from));
    let born = (1..=12).contains(&part(from + 8)) && (1..=31).contains(&part(from + 10));
    (region && born).then_some(end)
}

/// 11 digits from 13 to 19, in one piece or in groups.
fn mobile(signs: &[u8], from: usize) -> Option<usize> {
    if !matches!(signs.get(from..from + 2)?, [b'1', b'3'..=b'9']) {
        return None;
    }
    // A point between two groups only is that of a fraction.
    const BY_POINTS: [&[usize]; 3] = [&[3, 4, 4], &[4, 3, 4], &[3, 3, 5]];
    const BY_DASHES: [&[usize]; 4] = [&[3, 8], &[7, 4], &[5, 6], &[3, 4, 2, 2]];
    let by = |groups: &[&[usize]], parting: &[u8]| {
        let mut ends = groups.iter();
        ends.find_map(|groups| grouped(signs, from, groups, parting))
    };
    let area_in_brackets = || {
        let opened = from.checked_sub(1).and_then(|before| signs.get(before)) == Some(&b'(');
        let line = join(signs, from + 3, b")");
        let closed = opened && signs.get(from + 3..line).is_some_and(|s| s.contains(&b')'));
        let groups: [&[usize]; 2] = [&[8], &[4, 4]];
        let mut groups = groups.iter().filter(|_| closed);
        groups.find_map(|groups| grouped(signs, line, groups, b"-."))
    };
    let middle_in_brackets = || {
        let opened = digits(signs, from, 3).filter(|at| signs.get(*at) == Some(&b'('))?;
        let closed = digits(signs, opened + 1, 4).filter(|at| signs.get(*at) == Some(&b')'))?;
        digits(signs, closed + 1, 4)
    };
    digits(signs, from, 11)
        .or_else(area_in_brackets)
        .or_else(middle_in_brackets)
        .or_else(|| by(&BY_POINTS, b"-./_"))
        .or_else(|| by(&BY_DASHES, b"-"))
}

/// The 11 digits of a mobile phone with room between each two. A longer row of figures is none.
fn one_by_one(signs: &[u8], from: usize) -> Option<usize> {
    let is_mobile = signs.get(from) == Some(&b'1') && matches!(signs.get(from + 2)?, b'3'..=b'9');
    let end = grouped(signs, from, &[1; 11], b"").filter(|_| is_mobile)?;
    let next = signs.get(join(signs, end, b""));
    (!next.is_some_and(u8::is_ascii_digit)).then_some(end)
}

/// An area code and 7 or 8 digits: `0717-2885566`, `(0717)2885566`, `0717 288 5566`.
fn land_line(signs: &[u8], from: usize) -> Option<usize> {
    let area = match signs.get(from..from + 3)? {
        [b'0', b'1', b'0'] | [b'0', b'2', _] => 3,
        [b'0', b'3'..=b'9', _] => 4,
        _ => return None,
    };
    let area = digits(signs, from, area)?;
    let line = join(signs, area, b"-.)/");
    // A line of its own never begins with 0 or 1.
    if !matches!(signs.get(line)?, b'2'..=b'9') {
        return None;
    }
    const LINES: [&[usize]; 4] = [&[8], &[7], &[4, 4], &[3, 4]];
    let glued = |end: &usize| signs.get(*end).is_some_and(u8::is_ascii_digit);
    let mut lines = LINES.iter();
    lines.find_map(|groups| grouped(signs, line, groups, b"-.").filter(|end| !glued(end)))
}
