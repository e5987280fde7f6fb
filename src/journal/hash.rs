//! The links of the chain: SHA-256 of a line's bytes.
//!
//! It shows that a line was changed, removed or put in between after the next one was written. It
//! refuses to be more than that: it is no signature, and the last line is vouched for only by a
//! fingerprint that somebody printed or kept elsewhere.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::domain::terms::spelled;

/// SHA-256 of a line's bytes without its `\n`; 64 lower-case hex digits in the journal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hash([u8; 32]);

impl Hash {
    /// What the first line names as the line before it.
    pub const ZERO: Self = Self([0; 32]);

    /// The hash of a line, without its `\n`.
    pub fn of(line: &[u8]) -> Self {
        Self(Sha256::digest(line).into())
    }

    /// The short form for people and for the foot of a report: `a1b2-c3d4-e5f6`.
    pub fn fingerprint(&self) -> String {
        let [a, b, c, d, e, f, ..] = self.0;
        format!("{a:02x}{b:02x}-{c:02x}{d:02x}-{e:02x}{f:02x}")
    }

    /// A printed fingerprint as people type it, in the form in which it is printed; none where
    /// digits are missing or others stand there.
    pub fn typed_fingerprint(typed: &str) -> Option<String> {
        let digits = typed.chars().filter(|sign| *sign != '-');
        let digits: String = digits.map(|sign| sign.to_ascii_lowercase()).collect();
        let is_whole = digits.len() == 12 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        is_whole.then(|| [&digits[..4], &digits[4..8], &digits[8..]].join("-"))
    }

    /// Exactly 64 lower-case digits, so that a hash has one spelling only.
    pub(super) fn parse(text: &[u8]) -> Option<Self> {
        let digits: &[u8; 64] = text.try_into().ok()?;
        let mut bytes = [0; 32];
        let mut seen = 0;
        for (byte, pair) in bytes.iter_mut().zip(digits.as_chunks::<2>().0) {
            let [high, low] = pair.map(|digit| DIGITS[usize::from(digit)]);
            seen |= high | low;
            *byte = high << 4 | low;
        }
        (seen < 0x10).then_some(Self(bytes))
    }
}

/// What each byte is worth as a digit; what is none has bits that no digit has. Every line of a
/// journal has 64 of them, and a table is the quickest way to read them.
const DIGITS: [u8; 256] = {
    let mut digits = [0xff; 256];
    let mut worth = 0;
    while worth < 16 {
        digits[b"0123456789abcdef"[worth] as usize] = worth as u8;
        worth += 1;
    }
    digits
};

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fingerprint())
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let wrong = "a hash is 64 lower-case hex digits";
        spelled(from, |text| Self::parse(text.as_bytes()).ok_or(wrong))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_sha_256_that_other_tools_give() {
        let hash = Hash::of(b"abc");
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hash.to_string(), known);
        assert_eq!(hash.fingerprint(), "ba78-16bf-8f01");
        assert_eq!(Hash::parse(known.as_bytes()), Some(hash));
        assert_eq!(Hash::ZERO.to_string(), "0".repeat(64));
    }

    #[test]
    fn it_has_one_spelling() {
        let known = Hash::of(b"abc").to_string();
        let short = &known[1..];
        for wrong in [
            known.to_uppercase(),
            short.to_owned(),
            format!("g{short}"),
            format!("建{}", &known[3..]),
        ] {
            assert_eq!(Hash::parse(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
