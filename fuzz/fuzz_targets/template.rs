//! Any bytes as a template, and as the text in one: a document whose text is XML, or words, never a
//! panic.
#![no_main]

use std::io::{Cursor, Read, Write};

use jianyi::intake::Template;
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const NAMES: [&str; 3] = ["标题", "正文", "表格"];

fn fill(document: Vec<u8>) {
    let Ok(template) = Template::read(document, &NAMES) else {
        return;
    };
    let words = [
        ("标题", "修<桥>]]>&\u{0}".to_owned()),
        ("正文", "一\n二\n{{标题}}".to_owned()),
    ];
    let wholes = [("表格", "<w:tbl/><w:p/>".to_owned())];
    let filled = template.fill(&words, &wholes).expect("what was read is filled");
    let mut zip = ZipArchive::new(Cursor::new(filled)).expect("an archive");
    let mut text = String::new();
    let mut part = zip.by_name("word/document.xml").expect("the text");
    part.read_to_string(&mut text).expect("UTF-8");
}

fuzz_target!(|bytes: &[u8]| {
    fill(bytes.to_vec());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let written = zip
        .start_file("word/document.xml", SimpleFileOptions::default())
        .is_ok()
        && zip.write_all(bytes).is_ok();
    if let (true, Ok(document)) = (written, zip.finish()) {
        fill(document.into_inner());
    }
});
