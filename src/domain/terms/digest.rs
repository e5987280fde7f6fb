//! What a file is known by: the SHA-256 of its content, in lower-case hex.

use serde::{Deserialize, Serialize};

use super::text::TextError;

/// 64 hexadecimal digits. Whether they are those of a file is for who reads it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Digest(String);

impl Digest {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Digest {
    type Error = TextError;

    fn try_from(written: String) -> Result<Self, TextError> {
        let is_hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if written.len() == 64 && written.bytes().all(is_hex) {
            Ok(Self(written))
        } else {
            Err(TextError::NotADigest(written))
        }
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.0
    }
}
