//! Any bytes as the worksheet of a workbook, and as the workbook itself: a ledger or words, never
//! a panic.
#![no_main]

use std::io::{Cursor, Write};

use jianyi::intake::{LedgerFile, Mapping};
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PARTS: [(&str, &str); 3] = [
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];

fuzz_target!(|bytes: &[u8]| {
    let _ = LedgerFile::read(bytes, &Mapping::default());
    let mut book = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = PARTS.map(|(name, words)| (name, words.as_bytes()));
    for (name, words) in parts
        .into_iter()
        .chain([("xl/worksheets/sheet1.xml", bytes)])
    {
        if book.start_file(name, SimpleFileOptions::default()).is_err()
            || book.write_all(words).is_err()
        {
            return;
        }
    }
    if let Ok(book) = book.finish() {
        let _ = LedgerFile::read(&book.into_inner(), &Mapping::default());
    }
});
