//! A dossier: many files in one archive that any system opens: names with the UTF-8 flag and legal
//! on Windows, always the same time, so that the same case gives the same bytes. Two lists stand
//! last: `清单.json` for programs, `SHA256SUMS` for whoever checks it with `sha256sum -c`.
//!
//! Refuses: a file whose content is not what was recorded of it.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek, SeekFrom, Write};

use serde::Serialize;
use sha2::{Digest as _, Sha256};
use thiserror::Error;
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

/// The list for programs.
const MANIFEST: &str = "清单.json";
/// The list for `sha256sum -c`.
const SUMS: &str = "SHA256SUMS";

/// Opens what is in a file, once it is its turn.
pub type Open = Box<dyn FnOnce() -> io::Result<Box<dyn Read>>>;

/// A file of a dossier.
pub struct Part {
    /// Where it stands in the dossier, parted by `/`.
    pub name: String,
    /// What is in it.
    pub content: Open,
    /// What its content must hash to, where that was recorded.
    pub sha256: Option<String>,
}

/// What a dossier says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contents {
    /// The case, as scripts name it.
    pub case: String,
    /// Its title.
    pub title: String,
    /// What had happened by this day.
    pub as_of: String,
    /// What had been recorded by this entry.
    pub known: u64,
    /// The journal's fingerprint at that entry.
    pub fingerprint: String,
    /// Every file by its name.
    pub files: BTreeMap<String, Measure>,
}

/// What a file of a dossier is known by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// SHA-256 of its content.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
}

/// Why a dossier cannot be made.
#[derive(Debug, Error)]
pub enum DossierError {
    /// A file is no longer what was recorded.
    #[error("`{0}` was altered")]
    Altered(String),
    /// It cannot be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It cannot be packed.
    #[error(transparent)]
    Zip(#[from] ZipError),
    /// Its list cannot be written.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Packs the parts in their order; `contents` is filled on the way and stands last.
///
/// # Errors
/// [`DossierError`]; what was written so far is of no use then.
pub fn pack(
    parts: Vec<Part>,
    contents: &mut Contents,
    to: impl Write + Seek,
) -> Result<(), DossierError> {
    let mut zip = ZipWriter::new(Doomed { to, failed: false });
    // A fixed time, and room for a film.
    let options = SimpleFileOptions::default().large_file(true);
    for part in parts {
        zip.start_file(part.name.clone(), options)?;
        let measure = copied((part.content)()?, &mut zip)?;
        if part.sha256.is_some_and(|told| told != measure.sha256) {
            return Err(DossierError::Altered(part.name));
        }
        contents.files.insert(part.name, measure);
    }
    let manifest = serde_json::to_vec_pretty(contents)?;
    let sums = contents.files.iter();
    let mut sums: String = sums
        .map(|(name, measure)| format!("{}  {name}\n", measure.sha256))
        .collect();
    sums += &format!("{}  {MANIFEST}\n", hex(&Sha256::digest(&manifest)));
    zip.start_file(MANIFEST, options)?;
    zip.write_all(&manifest)?;
    zip.start_file(SUMS, options)?;
    zip.write_all(sums.as_bytes())?;
    zip.finish()?;
    Ok(())
}

/// Where an archive goes. After the first failure it takes everything and keeps nothing: the file
/// is thrown away, and an archive that is dropped half-written still tries to end itself and would
/// complain past all our words.
struct Doomed<W> {
    to: W,
    failed: bool,
}

impl<W> Doomed<W> {
    fn told<T>(&mut self, took: T, did: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        if self.failed {
            return Ok(took);
        }
        let did = did(&mut self.to);
        self.failed = did.is_err();
        did
    }
}

impl<W: Write> Write for Doomed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.told(bytes.len(), |to| to.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.told((), Write::flush)
    }
}

impl<W: Seek> Seek for Doomed<W> {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        self.told(0, |to| to.seek(place))
    }
}

/// Copies and measures in one pass.
fn copied(mut from: impl Read, to: &mut impl Write) -> io::Result<Measure> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    let mut bytes = 0;
    loop {
        let read = from.read(&mut buffer)?;
        let Some(part) = buffer.get(..read).filter(|part| !part.is_empty()) else {
            break;
        };
        hash.update(part);
        to.write_all(part)?;
        bytes += u64::try_from(read).unwrap_or(u64::MAX);
    }
    Ok(Measure {
        sha256: hex(&hash.finalize()),
        bytes,
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    /// A disk with room for so many bytes.
    struct Small(Cursor<Vec<u8>>, u64);

    impl Write for Small {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0.position() + bytes.len() as u64 > self.1 {
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.0.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            self.0.flush()
        }
    }

    impl Seek for Small {
        fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
            self.0.seek(place)
        }
    }

    #[test]
    fn a_full_disk_is_told_as_one_wherever_it_fills() {
        let pack_into = |room: u64| {
            let part = |name: &str, bytes: Vec<u8>| Part {
                name: name.to_owned(),
                content: Box::new(|| Ok(Box::new(Cursor::new(bytes)) as Box<dyn Read>)),
                sha256: None,
            };
            // Bytes that cannot be packed smaller.
            let noise = (0..3000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[3]);
            let parts = vec![
                part("01.html", noise.collect()),
                part("02.jsonl", vec![7; 99]),
            ];
            let mut contents = Contents {
                case: "2024-1".to_owned(),
                title: "修桥".to_owned(),
                as_of: "2024-12-31".to_owned(),
                known: 1,
                fingerprint: String::new(),
                files: BTreeMap::new(),
            };
            let mut disk = Small(Cursor::new(Vec::new()), room);
            pack(parts, &mut contents, &mut disk).map(|()| disk.0.into_inner().len() as u64)
        };
        let whole = pack_into(100_000).expect("room enough");
        for room in [0, 40, whole / 2, whole - 1] {
            let error = pack_into(room).expect_err("no room");
            let full = match &error {
                DossierError::Io(error) | DossierError::Zip(ZipError::Io(error)) => {
                    error.kind() == io::ErrorKind::StorageFull
                }
                DossierError::Zip(_) | DossierError::Json(_) | DossierError::Altered(_) => false,
            };
            assert!(full, "{room}: {error:?}");
        }
    }
}
