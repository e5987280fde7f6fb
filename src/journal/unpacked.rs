//! What stands in a file and in the archives in it, as deep as archives are nested; within bounds,
//! since a small file may unpack to a terabyte.
//!
//! Refuses: to pass over in silence what lies beyond the bounds ([`Unseen`]).

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// How many archives may stand in one another.
pub(super) const DEPTH_MOST: usize = 4;
/// How much the parts of one file may come to.
pub(super) const BYTES_MOST: u64 = 256 * 1024 * 1024;
/// How a `.gz` begins.
const GZIP: &[u8] = b"\x1f\x8b";
/// How many parts an archive may have.
const PARTS_MOST: usize = 10_000;

/// Why something was not looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unseen {
    /// Larger than the bounds.
    TooLarge,
    /// Archives in archives, deeper than the bounds.
    TooDeep,
    /// Damaged, or locked with a password.
    Closed,
    /// No text: a picture, a scan, a PDF.
    NoText,
    /// The system does not let us read it.
    Unreadable,
    /// A link: what it points at is elsewhere.
    Link,
}

impl Unseen {
    /// What scripts know it by.
    pub fn key(self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::TooDeep => "too_deep",
            Self::Closed => "closed",
            Self::NoText => "no_text",
            Self::Unreadable => "unreadable",
            Self::Link => "link",
        }
    }
}

/// What looking into a file came to.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Whether it is an archive or an office file.
    pub(super) is_archive: bool,
    /// What was not looked into, and why; one reason is enough.
    pub(super) unseen: Option<Unseen>,
}

/// Hands out the bytes of a file, then of everything in it.
pub(super) fn each_part(bytes: &[u8], room: u64, visit: &mut dyn FnMut(&[u8])) -> Seen {
    let mut room = room;
    let mut seen = Seen::default();
    look(bytes, 0, &mut room, &mut seen, visit);
    seen
}

fn look(bytes: &[u8], depth: usize, room: &mut u64, seen: &mut Seen, visit: &mut dyn FnMut(&[u8])) {
    visit(bytes);
    if bytes.starts_with(GZIP) {
        seen.is_archive |= depth == 0;
        match depth == DEPTH_MOST {
            true => seen.unseen = Some(Unseen::TooDeep),
            false => unzip(bytes, depth, room, seen, visit),
        }
        return;
    }
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(_) if bytes.starts_with(b"PK\x03\x04") => {
            seen.unseen = Some(Unseen::Closed);
            return;
        }
        Err(_) => return,
    };
    seen.is_archive |= depth == 0;
    if depth == DEPTH_MOST {
        seen.unseen = Some(Unseen::TooDeep);
        return;
    }
    if archive.len() > PARTS_MOST {
        seen.unseen = Some(Unseen::TooLarge);
    }
    for index in 0..archive.len().min(PARTS_MOST) {
        let mut part = Vec::new();
        let read = archive.by_index(index).map(|entry| {
            // One byte more than there is room for tells that it is too large.
            entry.take(*room + 1).read_to_end(&mut part)
        });
        if !matches!(read, Ok(Ok(_))) {
            seen.unseen = Some(Unseen::Closed);
            continue;
        }
        if !has_room(&part, room, seen) {
            return;
        }
        look(&part, depth + 1, room, seen, visit);
    }
}

/// Takes the room of a part that was unpacked; what there is none left for is too large.
fn has_room(part: &[u8], room: &mut u64, seen: &mut Seen) -> bool {
    match room.checked_sub(part.len() as u64) {
        Some(left) => *room = left,
        None => {
            seen.unseen = Some(Unseen::TooLarge);
            return false;
        }
    }
    true
}

/// Looks into what a `.gz` holds: one file, or several behind one another.
fn unzip(
    bytes: &[u8],
    depth: usize,
    room: &mut u64,
    seen: &mut Seen,
    visit: &mut dyn FnMut(&[u8]),
) {
    let mut part = Vec::new();
    let decoder = flate2::read::MultiGzDecoder::new(bytes);
    let read = decoder.take(*room + 1).read_to_end(&mut part);
    if read.is_err() {
        seen.unseen = Some(Unseen::Closed);
    }
    if has_room(&part, room, seen) {
        look(&part, depth + 1, room, seen, visit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        writer.start_file(name, options).expect("a part");
        writer.write_all(bytes).expect("written");
        writer.finish().expect("an archive").into_inner()
    }

    fn nested(depth: usize) -> Vec<u8> {
        (0..depth).fold(b"word".to_vec(), |inner, _| zipped("a.zip", &inner))
    }

    fn check(bytes: &[u8], room: u64, finds: bool, unseen: Option<Unseen>) {
        let mut found = false;
        let seen = each_part(bytes, room, &mut |part| found |= part == b"word");
        assert_eq!((found, seen.unseen), (finds, unseen));
    }

    #[test]
    fn archives_in_archives_are_looked_into_as_deep_as_the_bound() {
        check(&nested(0), 9, true, None);
        check(&nested(DEPTH_MOST), BYTES_MOST, true, None);
        check(
            &nested(DEPTH_MOST + 1),
            BYTES_MOST,
            false,
            Some(Unseen::TooDeep),
        );
    }

    #[test]
    fn what_unpacks_to_more_than_the_bound_is_said() {
        let bomb = zipped("zeros", &vec![0; 1024 * 1024]);
        assert!(bomb.len() < 4096, "a bomb is small");
        check(&bomb, 1024, false, Some(Unseen::TooLarge));
        check(&bomb, 2 * 1024 * 1024, false, None);
    }

    #[test]
    fn a_file_packed_by_gzip_is_looked_into() {
        let packed = |bytes: &[u8]| {
            let level = flate2::Compression::default();
            let mut writer = flate2::write::GzEncoder::new(Vec::new(), level);
            writer.write_all(bytes).expect("packed");
            writer.finish().expect("whole")
        };
        check(&packed(b"word"), BYTES_MOST, true, None);
        check(&packed(&zipped("a.txt", b"word")), BYTES_MOST, true, None);
        check(
            &packed(&vec![0; 1024 * 1024]),
            1024,
            false,
            Some(Unseen::TooLarge),
        );
        let whole = packed(b"word");
        check(
            &whole[..whole.len() - 4],
            BYTES_MOST,
            true,
            Some(Unseen::Closed),
        );
    }

    #[test]
    fn a_damaged_archive_is_said() {
        let mut cut = zipped("a.txt", b"word");
        cut.truncate(cut.len() / 2);
        check(&cut, BYTES_MOST, false, Some(Unseen::Closed));
    }
}
