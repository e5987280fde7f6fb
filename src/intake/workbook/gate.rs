//! Before a workbook is opened: is it one, and does it stay within bounds when it is unpacked?
//! Every part is unpacked once, to be counted and thrown away.

use std::io::{self, BufRead};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::super::table::ROW_MOST;
pub(super) use super::super::unpack::{Bounds, is_old};
use super::super::unpack::{Unpack, each_part};
use super::{TableError, WorkbookError};

/// Ours of 100,000 suggestions has less than a third of it.
const BOUNDS: Bounds = Bounds {
    bytes_most: 1 << 30,
    whole_most: 256 << 20,
};

pub(super) fn check(bytes: &[u8]) -> Result<(), TableError> {
    within(&BOUNDS, bytes)
}

pub(super) fn within(bounds: &Bounds, bytes: &[u8]) -> Result<(), TableError> {
    if is_old(bytes) {
        return Err(WorkbookError::Old.into());
    }
    // A worksheet is read row by row, every other part whole.
    let room = |name: &str| match name.to_lowercase().contains("worksheets/") {
        true => bounds.bytes_most,
        false => bounds.whole_most,
    };
    let mut is_workbook = false;
    let read = each_part(bytes, bounds, room, |name, part| {
        let name = name.to_lowercase();
        is_workbook |= name.ends_with("workbook.xml");
        let count = |part: &mut dyn BufRead| {
            io::copy(part, &mut io::sink()).map_err(|e| Unpack::broken(&e))
        };
        if name.contains("worksheets/") {
            return looked_through(part);
        }
        if !name.ends_with("sharedstrings.xml") {
            return count(part);
        }
        let (promised, read) = promised(part);
        // The least that a string takes is `<si><t/></si>`.
        let least = promised.saturating_mul(13);
        let size = read + looked_through(part)?;
        match least > size {
            true => Err(Unpack::broken(&"uniqueCount")),
            false => Ok(size),
        }
    });
    read.map_err(|error| match error {
        Unpack::Broken(why) => WorkbookError::Broken(why),
        Unpack::TooLarge => WorkbookError::TooLarge,
    })?;
    match is_workbook {
        true => Ok(()),
        false => Err(WorkbookError::NoWorkbook.into()),
    }
}

/// How many strings a table of strings says it has, for so many the reader makes room; and how
/// many bytes were read to see it.
fn promised(mut part: &mut dyn BufRead) -> (u64, u64) {
    let mut reader = Reader::from_reader(&mut part);
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

/// How many bytes a worksheet or the table of its strings has. One with more rows than any program
/// makes was made to be slow: rows take next to no room in the archive and their time each. One with
/// more text between two tags than a row may have was made to fill the memory of who reads it.
fn looked_through(part: &mut dyn BufRead) -> Result<u64, Unpack> {
    const ROWS_MOST: u64 = 1 << 20;
    const ROW: &[u8] = b"<row";
    let mut finder = Finder::of(ROW);
    let (mut size, mut rows, mut stretch) = (0_u64, 0_u64, 0_usize);
    loop {
        let bytes = part.fill_buf().map_err(|e| Unpack::broken(&e))?;
        if bytes.is_empty() {
            return Ok(size);
        }
        rows += finder.count(bytes);
        stretch = match bytes.iter().rposition(|byte| *byte == b'<') {
            Some(tag) => bytes.len() - tag,
            None => stretch + bytes.len(),
        };
        if rows > ROWS_MOST || stretch > ROW_MOST {
            return Err(Unpack::TooLarge);
        }
        let read = bytes.len();
        size += u64::try_from(read).unwrap_or(u64::MAX);
        part.consume(read);
    }
}

/// Counts a word in bytes that come piece by piece.
struct Finder {
    word: &'static [u8],
    /// How much of the word the last bytes were.
    met: usize,
}

impl Finder {
    fn of(word: &'static [u8]) -> Self {
        Self { word, met: 0 }
    }

    /// How often the word ends in some more bytes. Its first sign stands in it once.
    fn count(&mut self, bytes: &[u8]) -> u64 {
        let mut found = 0;
        for byte in bytes {
            self.met = match self.word.get(self.met) == Some(byte) {
                true => self.met + 1,
                false => usize::from(self.word.first() == Some(byte)),
            };
            if self.met == self.word.len() {
                found += 1;
                self.met = 0;
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    #[test]
    fn a_text_that_fills_the_memory_is_not_read() {
        let looked = |text: &str| looked_through(&mut BufReader::new(text.as_bytes()));
        let cell = "<c><is><t>长</t></is></c>";
        let many = cell.repeat(ROW_MOST / cell.len() + 1);
        assert_eq!(looked(&many), Ok(many.len() as u64));
        let long = format!("<c><is><t>{}</t></is></c>", "a".repeat(ROW_MOST + 20_000));
        assert_eq!(looked(&long), Err(Unpack::TooLarge));
    }
}
