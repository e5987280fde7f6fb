//! Which rows of a worksheet are hidden. The reader of the cells does not say, so the parts of the
//! archive are looked into: book → relations → worksheet. They are only told, so that a book
//! with its parts elsewhere has none.

use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// More are not worth naming.
const TOLD_MOST: usize = 1_000;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The hidden rows, from 0.
pub(super) fn rows(bytes: &[u8], sheet: &str) -> Vec<u32> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Vec::new();
    };
    let Some(part) = part_of(&mut archive, sheet) else {
        return Vec::new();
    };
    let mut hidden = Vec::new();
    let mut next = 0;
    each(&mut archive, &part, |element| {
        if element.local_name().as_ref() != "row" {
            return;
        }
        let told = attribute(element, "r").and_then(|r| r.trim().parse::<u32>().ok());
        let row = told.map_or(next, |row| row.saturating_sub(1));
        next = row.saturating_add(1);
        let is_hidden = attribute(element, "hidden");
        let is_hidden = is_hidden.is_some_and(|word| matches!(word.as_str(), "1" | "true"));
        if is_hidden && hidden.len() < TOLD_MOST {
            hidden.push(row);
        }
    });
    hidden
}

/// The part of the archive that holds a worksheet.
fn part_of(archive: &mut Archive, sheet: &str) -> Option<String> {
    let mut relation = None;
    each(archive, "xl/workbook.xml", |element| {
        let named = || attribute(element, "name").is_some_and(|name| name == sheet);
        if element.local_name().as_ref() == "sheet" && named() {
            let mut attributes = element.attributes();
            let mut ids = attributes.with_checks(false).flatten();
            let id = ids.find(|a| a.key.local_name().as_ref() == "id");
            relation = id.map(|id| id.value.into_owned());
        }
    });
    let relation = relation?;
    let mut target = None;
    each(archive, "xl/_rels/workbook.xml.rels", |element| {
        if attribute(element, "Id").as_ref() == Some(&relation) {
            target = attribute(element, "Target");
        }
    });
    let target = target?;
    Some(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// Looks at the beginning of every element of a part.
fn each(archive: &mut Archive, part: &str, mut look: impl FnMut(&BytesStart)) {
    let Ok(part) = archive.by_name(part) else {
        return;
    };
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => look(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok().flatten()?;
    let value = quick_xml::escape::unescape(&found.value).ok()?;
    Some(value.into_owned())
}
