//! Archives of foreign hands, unpacked within bounds. A small file may unpack to a terabyte, and
//! its directory may say otherwise; so every part is read through once, under a limit, before
//! anything is made of it.

use std::io::{BufRead, BufReader, Cursor, Read};

use thiserror::Error;
use zip::ZipArchive;

/// How much an archive may come to.
pub(super) struct Bounds {
    /// All parts together.
    pub(super) bytes_most: u64,
    /// A part that is read whole.
    pub(super) whole_most: u64,
}

const PARTS_MOST: usize = 10_000;

/// Why an archive is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(super) enum Unpack {
    /// No archive, or a damaged one; what the reader says.
    #[error("{0}")]
    Broken(String),
    /// It comes to more than its bounds.
    #[error("too large")]
    TooLarge,
}

impl Unpack {
    pub(super) fn broken(error: &dyn ToString) -> Self {
        Self::Broken(error.to_string())
    }
}

/// `.xls`, `.doc`, and documents with a password.
pub(super) fn is_old(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// Hands out each part in its order, by name; the reader says how much of it there was.
/// `room` is how much a part may have, by its name.
pub(super) fn each_part(
    bytes: &[u8],
    bounds: &Bounds,
    room: impl Fn(&str) -> u64,
    mut read: impl FnMut(&str, &mut dyn BufRead) -> Result<u64, Unpack>,
) -> Result<(), Unpack> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| Unpack::broken(&e))?;
    if archive.len() > PARTS_MOST {
        return Err(Unpack::TooLarge);
    }
    let mut unpacked = 0;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|e| Unpack::broken(&e))?;
        let name = part.name().map_err(|e| Unpack::broken(&e))?.into_owned();
        let room = room(&name).min(bounds.bytes_most - unpacked);
        let mut part = BufReader::new(part.take(room + 1));
        let size = read(&name, &mut part)?;
        if size > room {
            return Err(Unpack::TooLarge);
        }
        unpacked += size;
    }
    Ok(())
}
