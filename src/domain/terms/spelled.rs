//! Values that stand in the journal as words, read where they stand: nothing is copied to be looked
//! at. Refuses any other shape.

use std::fmt;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Reads a word and makes a value of it.
///
/// # Errors
/// No word, or what `read` says against it.
pub fn spelled<'de, D, T, E>(
    from: D,
    read: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    E: fmt::Display,
{
    from.deserialize_str(Spelled(read))
}

struct Spelled<R>(R);

impl<T, E: fmt::Display, R: FnOnce(&str) -> Result<T, E>> Visitor<'_> for Spelled<R> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<F: Error>(self, word: &str) -> Result<T, F> {
        (self.0)(word).map_err(F::custom)
    }
}
