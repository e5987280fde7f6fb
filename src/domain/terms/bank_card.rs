//! The shape of the number of a card of China's banks: 16 to 19 digits from 62 on, in one piece or by
//! fours.

use super::number_shapes::digits;

/// The end of such a number that begins at a place.
pub(super) fn bank_card(signs: &[u8], from: usize) -> Option<usize> {
    if !signs.get(from..)?.starts_with(b"62") {
        return None;
    }
    let mut lengths = (16..=19).rev();
    let whole = lengths.find_map(|count| digits(signs, from, count));
    whole.or_else(|| by_fours(signs, from))
}

fn by_fours(signs: &[u8], from: usize) -> Option<usize> {
    let parted = |at: usize| matches!(signs.get(at), Some(b' ' | b'-')).then_some(at + 1);
    let mut at = digits(signs, from, 4)?;
    for _ in 0..3 {
        at = digits(signs, parted(at)?, 4)?;
    }
    let rest = parted(at).and_then(|at| digits(signs, at, 3));
    Some(rest.unwrap_or(at))
}

#[cfg(test)]
mod tests {
    use super::super::people_numbers::people_numbers;

    #[test]
    fn a_card_is_a_number_of_a_person() {
        for (text, is_hidden) in [
            ("卡 6222021234567890123，", true),
            ("6222021234567890", true),
            ("6222 0212 3456 7890 123", true),
            ("6222-0212-3456-7890", true),
            ("７２２２０２１２３４５６７８９０", false),
            ("６２２２０２１２３４５６７８９０", true),
            ("622万元", false),
        ] {
            assert_eq!(!people_numbers(text).is_empty(), is_hidden, "{text}");
        }
    }
}
