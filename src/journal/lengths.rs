//! How long each line of a journal is, so that a line is found again without reading those before it.
//! A long journal has hundreds of thousands, of which few are asked for: they are kept packed, and
//! where some of them begin is worked out when somebody asks.
//!
//! Refuses to know what a line says.

use std::cell::OnceCell;
use std::ops::Range;

/// Where one line in so many begins is known; the next ones are counted from there.
const STRIDE: usize = 1 << 4;
/// A byte holds so many bits of a length; the first one tells that another byte follows.
const BITS: u32 = 7;
const MORE: u8 = 1 << BITS;

/// How long each line is, with its `\n`.
#[derive(Debug, Clone, Default)]
pub struct Lengths {
    packed: Vec<u8>,
    count: u64,
    known: OnceCell<Vec<Known>>,
}

/// Where a line stands in the journal, and its length among the packed ones.
#[derive(Debug, Clone, Copy)]
struct Known {
    begin: u64,
    at: usize,
}

impl Lengths {
    /// So many as they were packed before.
    pub(super) fn of_packed(packed: &[u8], count: u64) -> Self {
        Self {
            packed: packed.to_vec(),
            count,
            known: OnceCell::new(),
        }
    }

    /// One more line.
    pub(super) fn add(&mut self, bytes: u64) {
        let mut rest = bytes;
        while rest >> BITS != 0 {
            self.packed.push(low(rest) | MORE);
            rest >>= BITS;
        }
        self.packed.push(low(rest));
        self.count += 1;
        self.known.take();
    }

    /// How many lines.
    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// As bytes.
    pub(super) fn packed(&self) -> &[u8] {
        &self.packed
    }

    /// One after the other.
    pub(super) fn iter(&self) -> impl Iterator<Item = u64> {
        unpacked(&self.packed).map(|(length, _)| length)
    }

    /// The last one; 0 where there is none.
    pub(super) fn last(&self) -> u64 {
        let before = self.packed.iter().rev().skip(1);
        let more = before.take_while(|byte| **byte & MORE != 0).count();
        let from = self.packed.len().saturating_sub(more + 1);
        let last = self
            .packed
            .get(from..)
            .and_then(|last| unpacked(last).next());
        last.map_or(0, |(length, _)| length)
    }

    /// Where a line stands, counted from 1, and how long the next one is, if there is one.
    pub(super) fn place(&self, line: u64) -> Option<(Range<u64>, Option<u64>)> {
        let place = usize::try_from(line.checked_sub(1)?).ok()?;
        let known = self.known.get_or_init(|| self.known());
        let Known { mut begin, at } = *known.get(place / STRIDE)?;
        let mut lengths = unpacked(self.packed.get(at..)?).map(|(length, _)| length);
        for length in lengths.by_ref().take(place % STRIDE) {
            begin = begin.checked_add(length)?;
        }
        let end = begin.checked_add(lengths.next()?)?;
        Some((begin..end, lengths.next()))
    }

    fn known(&self) -> Vec<Known> {
        let mut next = Known { begin: 0, at: 0 };
        let begins = unpacked(&self.packed).map(|(length, bytes)| {
            let Known { begin, at } = next;
            next = Known {
                begin: begin.saturating_add(length),
                at: at + bytes,
            };
            Known { begin, at }
        });
        begins.step_by(STRIDE).collect()
    }
}

/// The lowest bits of a number.
fn low(number: u64) -> u8 {
    number.to_le_bytes()[0] & !MORE
}

/// Lengths as they are packed, each with how many bytes hold it. A byte that belongs to none ends
/// them.
fn unpacked(packed: &[u8]) -> impl Iterator<Item = (u64, usize)> {
    let mut rest = packed;
    std::iter::from_fn(move || {
        let bytes = rest.iter().position(|byte| byte & MORE == 0)? + 1;
        let (length, after) = rest.split_at(bytes);
        rest = after;
        let length = length.iter().rev().fold(0, |length: u64, byte| {
            (length << BITS) | u64::from(byte & !MORE)
        });
        Some((length, bytes))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop, prop_assert_eq, proptest};

    use super::*;

    proptest! {
        #[test]
        fn each_line_is_found_where_those_before_it_end(
            lengths in prop::collection::vec(any::<u32>().prop_map(u64::from), 0..300),
            shifted in 0_u32..32,
        ) {
            let mut kept = Lengths::default();
            let lengths: Vec<u64> = lengths.into_iter().map(|length| length >> shifted).collect();
            lengths.iter().for_each(|length| kept.add(*length));
            prop_assert_eq!(kept.last(), lengths.last().copied().unwrap_or_default());
            let kept = Lengths::of_packed(kept.packed(), kept.count());
            prop_assert_eq!(kept.iter().collect::<Vec<_>>(), lengths.clone());
            let mut begin = 0;
            for (line, length) in (1_u64..).zip(&lengths) {
                let next: Option<u64> = lengths.iter().copied().nth(usize::try_from(line).expect("few"));
                prop_assert_eq!(kept.place(line), Some((begin..begin + length, next)));
                begin += length;
            }
            prop_assert_eq!(kept.place(0), None);
            prop_assert_eq!(kept.place(kept.count() + 1), None);
        }
    }

    #[test]
    fn bytes_that_are_no_lengths_are_none() {
        for packed in [&[][..], &[MORE], &[MORE | 1; 20]] {
            let kept = Lengths::of_packed(packed, 9);
            assert_eq!((kept.last(), kept.place(1)), (0, None));
        }
    }
}
