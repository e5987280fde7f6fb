//! Before a workbook is opened: is it one, and does it stay within bounds when it is unpacked? A
//! small file may unpack to a terabyte, and its directory may say otherwise; so every part is
//! unpacked once, to be counted and thrown away.

use std::io::{self, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::{TableError, WorkbookError};

/// How much a workbook may come to.
pub(super) struct Bounds {
    /// All parts together.
    pub(super) bytes_most: u64,
    /// A part that is read whole: every part but the worksheets.
    pub(super) whole_most: u64,
}

/// Ours of 100,000 suggestions has less than a third of it.
const BOUNDS: Bounds = Bounds {
    bytes_most: 1 << 30,
    whole_most: 256 << 20,
};
const PARTS_MOST: usize = 10_000;

/// `.xls`, `.doc`, and workbooks with a password.
pub(super) fn is_old(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

pub(super) fn check(bytes: &[u8]) -> Result<(), TableError> {
    within(&BOUNDS, bytes)
}

pub(super) fn within(bounds: &Bounds, bytes: &[u8]) -> Result<(), TableError> {
    if is_old(bytes) {
        return Err(WorkbookError::Old.into());
    }
    let broken =
        |error: &dyn ToString| -> TableError { WorkbookError::Broken(error.to_string()).into() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    if archive.len() > PARTS_MOST {
        return Err(WorkbookError::TooLarge.into());
    }
    let mut is_workbook = false;
    let mut unpacked = 0;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|e| broken(&e))?;
        let name = part.name().map_err(|e| broken(&e))?.to_lowercase();
        is_workbook |= name.ends_with("workbook.xml");
        let room = match name.contains("worksheets/") {
            true => bounds.bytes_most,
            false => bounds.whole_most,
        };
        let room = room.min(bounds.bytes_most - unpacked);
        let mut part = BufReader::new(part.take(room + 1));
        let mut size = 0;
        if name.ends_with("sharedstrings.xml") {
            let (promised, read) = promised(&mut part);
            size = read;
            // The least that a string takes is `<si><t/></si>`.
            let least = promised.saturating_mul(13);
            let rest = count(&mut part).map_err(|e| broken(&e))?;
            size += rest;
            if least > size {
                return Err(broken(&"uniqueCount"));
            }
        } else {
            size += count(&mut part).map_err(|e| broken(&e))?;
        }
        if size > room {
            return Err(WorkbookError::TooLarge.into());
        }
        unpacked += size;
    }
    match is_workbook {
        true => Ok(()),
        false => Err(WorkbookError::NoWorkbook.into()),
    }
}

fn count(part: &mut impl Read) -> io::Result<u64> {
    io::copy(part, &mut io::sink())
}

/// How many strings a table of strings says it has, for so many the reader makes room; and how
/// many bytes were read to see it.
fn promised(part: &mut impl io::BufRead) -> (u64, u64) {
    let mut reader = Reader::from_reader(part);
    // As the reader of the cells has it, so that both see the same.
    reader.config_mut().check_end_names = false;
    reader.config_mut().check_comments = false;
    let mut buffer = Vec::new();
    let count = loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(e) | Event::Empty(e)) if e.local_name().as_ref() == "sst" => {
                let count = e.try_get_attribute("uniqueCount").ok().flatten();
                break count.and_then(|c| c.value.trim().parse().ok()).unwrap_or(0);
            }
            Ok(Event::Eof) | Err(_) => break 0,
            Ok(_) => {}
        }
    };
    (count, reader.buffer_position())
}
