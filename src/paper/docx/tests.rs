//! What a document holds, part by part.

use std::io::{Cursor, Read};

use quick_xml::events::Event;

use super::*;
use crate::paper::sample;

/// Every part, by name.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let parts = (0..zip.len()).map(|place| {
        let mut part = zip.by_index(place).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8");
        (part.name().expect("a name").into_owned(), text)
    });
    parts.collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut parts = parts(bytes).into_iter();
    parts.find(|(part, _)| part == name).expect(name).1
}

fn whole(document: &Document) -> Vec<u8> {
    write(document, Lang::Zh).expect("a document")
}

#[test]
fn every_part_is_well_formed() {
    for document in [
        sample::letter(),
        sample::report(),
        sample::list_of("修\u{0}桥<&]]>\u{ffff}"),
    ] {
        for (name, text) in parts(&whole(&document)) {
            let mut reader = quick_xml::Reader::from_str(&text);
            loop {
                match reader.read_event() {
                    Ok(Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => panic!("{name}: {error}"),
                }
            }
            let holds =
                |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..);
            assert!(text.chars().all(holds), "{name}");
        }
    }
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    assert_eq!(whole(&sample::letter()), whole(&sample::letter()));
}

#[test]
fn words_of_people_stay_words() {
    let text = part(&whole(&sample::letter()), "word/document.xml");
    assert!(text.contains("《关于*修*桥的&lt;b&gt;建议》收悉。]]&gt;&amp;"));
    assert!(text.contains(">=HYPERLINK(1)<"));
}

#[test]
fn nothing_of_the_machine_is_told() {
    let core = part(&whole(&sample::letter()), "docProps/core.xml");
    assert!(core.contains("<dc:title>关于第17号建议的答复</dc:title>"));
    assert!(core.contains(">2024-12-31T00:00:00Z<"));
    for told in ["creator", "lastModifiedBy", "company"] {
        assert!(!core.contains(told), "{core}");
    }
}

#[test]
fn a_table_of_many_columns_lies_across() {
    let columns = |count: usize, words: &str| {
        let columns = (0..count).map(|i| crate::report::Column::text(format!("c{i}"), "列"));
        let mut sheet = crate::report::Sheet::new("s", "表", columns.collect());
        sheet.push(vec![words.into(); count]);
        let mut document = sample::report();
        document.sheets = vec![sheet, sample::report().sheets[0].clone()];
        part(&whole(&document), "word/document.xml")
    };
    let turns = |text: &str| text.matches("landscape").count();
    assert_eq!(turns(&columns(3, "格")), 0);
    let wide = columns(12, "格");
    assert_eq!(turns(&wide), 1, "the next table stands upright again");
    assert!(wide.ends_with("</w:sectPr></w:body></w:document>"));
    let is_a3 = |text: &str| text.contains(r#"w:w="23811""#);
    assert!(is_a3(&columns(20, "规划建设管理环保办公室")));
    assert!(!is_a3(&columns(20, "格")), "what A4 holds needs no A3");
}
