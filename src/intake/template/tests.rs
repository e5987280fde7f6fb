//! Templates as offices make them, and as nobody should.

use std::io::Read;

use proptest::prelude::{any, proptest};

use super::*;

const KNOWN: [&str; 3] = ["标题", "正文", "署名"];

/// A document with a body, and other parts beside it.
fn made(body: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let first = [("word/document.xml", document.as_bytes())];
    for (name, content) in first.iter().chain(others) {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

fn runs(pieces: &[&str]) -> String {
    let runs = pieces
        .iter()
        .map(|p| format!("<w:r><w:rPr/><w:t>{p}</w:t></w:r>"));
    format!("<w:p><w:pPr/>{}</w:p>", runs.collect::<String>())
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    let mut part = zip.by_name(name).expect(name);
    part.read_to_string(&mut text).expect("UTF-8");
    text
}

/// The words of each paragraph after the template was filled.
fn filled(body: &str, title: &str, text: &str) -> Vec<String> {
    let template = Template::read(made(body, &[]), &KNOWN).expect("a template");
    let words = [("标题", title.to_owned()), ("正文", text.to_owned())];
    let text = part(
        &template.fill(&words, &[]).expect("filled"),
        "word/document.xml",
    );
    let paragraphs = text.split("<w:p>").skip(1);
    let bare = |paragraph: &str| {
        let pieces = paragraph.split('<').skip(1);
        let pieces = pieces.filter_map(|tag| tag.split_once('>'));
        pieces.map(|(_, words)| words).collect::<String>()
    };
    paragraphs.map(bare).collect()
}

#[test]
fn a_name_is_filled_however_word_split_it() {
    for pieces in [
        vec!["关于{{标题}}的函"],
        vec!["关于{", "{标", "题}", "}的函"],
        vec!["关", "于{{", " 标 题 ", "}}的", "函"],
        vec!["关于{{标题", "}}的函"],
    ] {
        assert_eq!(filled(&runs(&pieces), "修桥", ""), ["关于修桥的函"]);
    }
}

#[test]
fn words_of_people_stay_words() {
    let words = filled(&runs(&["{{标题}}"]), "<w:p>]]>&\u{0}\u{202e}{{正文}}", "");
    assert_eq!(words, ["&lt;w:p&gt;]]&gt;&amp;{{正文}}"]);
}

#[test]
fn several_lines_are_several_paragraphs() {
    let body = runs(&["{{正文}}"]) + &runs(&["（{{标题}}）"]);
    assert_eq!(
        filled(&body, "题", "一\n二\n三"),
        ["一", "二", "三", "（题）"]
    );
    let in_box = format!(
        "<w:p><w:r><w:pict>{}</w:pict></w:r></w:p>",
        runs(&["{{正文}}"])
    );
    let boxed = filled(&in_box, "", "一\n二");
    assert_eq!(boxed.concat(), "一二", "broken in a text box, not copied");
}

#[test]
fn a_table_takes_the_place_of_its_paragraph() {
    let body = runs(&["{{标题}}"]) + &runs(&["见", "{{正", "文}}"]);
    let template = Template::read(made(&body, &[]), &KNOWN).expect("a template");
    let words = [("标题", "题".to_owned()), ("正文", "不用".to_owned())];
    let wholes = [("正文", "<w:tbl/><w:p/>".to_owned())];
    let out = template.fill(&words, &wholes).expect("filled");
    let text = part(&out, "word/document.xml");
    assert!(
        text.ends_with("</w:p><w:tbl/><w:p/></w:body></w:document>"),
        "{text}"
    );
    assert!(text.contains(">题<") && !text.contains('见'), "{text}");
}

#[test]
fn other_parts_stay_as_they_are() {
    let picture: &[u8] = b"\x89PNG\0\xff";
    let header = r#"<w:hdr xmlns:w="w"><w:p><w:r><w:t>{{标题}}</w:t></w:r></w:p></w:hdr>"#;
    let others = [
        ("word/media/image1.png", picture),
        ("word/header1.xml", header.as_bytes()),
    ];
    let template = Template::read(made(&runs(&["x"]), &others), &KNOWN).expect("a template");
    let words = [("标题", "健龙镇".to_owned())];
    let out = template.fill(&words, &[]).expect("filled");
    assert!(part(&out, "word/header1.xml").contains(">健龙镇<"));
    let mut zip = ZipArchive::new(Cursor::new(&out)).expect("an archive");
    let mut bytes = Vec::new();
    let mut image = zip.by_name("word/media/image1.png").expect("the picture");
    image.read_to_end(&mut bytes).expect("read");
    assert_eq!(bytes, picture);
    assert_eq!(
        template.fill(&words, &[]),
        Ok(out.clone()),
        "always the same bytes"
    );
}

#[test]
fn what_is_no_template_is_refused() {
    let refused = |bytes: Vec<u8>| Template::read(bytes, &KNOWN).expect_err("refused");
    assert_eq!(
        refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()),
        TemplateError::Old
    );
    assert!(matches!(refused(b"PK".to_vec()), TemplateError::Broken(_)));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default())
        .expect("a part");
    let workbook = zip.finish().expect("an archive").into_inner();
    assert_eq!(refused(workbook), TemplateError::NoDocument);
    assert_eq!(
        refused(made(&runs(&["没有"]), &[])),
        TemplateError::NoPlaceholder
    );
    let slips = refused(made(&runs(&["{{标提}}{{标题}}{{署各}}"]), &[]));
    let TemplateError::Unknown { unknown, .. } = &slips else {
        panic!("{slips:?}");
    };
    let near = |slip: &str, near: &str| (slip.to_owned(), vec![near.to_owned()]);
    assert_eq!(*unknown, [near("标提", "标题"), near("署各", "署名")]);
    for part in ["../../x", "word/..\\..\\x", "/etc/x", "C:x"] {
        let led = refused(made(&runs(&["{{标题}}"]), &[(part, b"x".as_slice())]));
        assert_eq!(led, TemplateError::Outside(part.to_owned()));
    }
    let macros = [("word/vbaProject.bin", b"x".as_slice())];
    assert_eq!(
        refused(made(&runs(&["{{标题}}"]), &macros)),
        TemplateError::Macros
    );
    let types = [(
        "[Content_Types].xml",
        b"<Types>macroEnabled</Types>".as_slice(),
    )];
    assert_eq!(
        refused(made(&runs(&["{{标题}}"]), &types)),
        TemplateError::Macros
    );
    let bomb = [("word/media/bomb.bin", vec![0_u8; 17 << 20])];
    let bomb: Vec<(&str, &[u8])> = bomb.iter().map(|(n, b)| (*n, b.as_slice())).collect();
    let bomb = made(&runs(&["{{标题}}"]), &bomb);
    assert!(bomb.len() < 100_000);
    assert_eq!(refused(bomb), TemplateError::TooLarge);
    assert!(matches!(
        refused(made("<w:p><w:t>{{标题}}</w:r>", &[])),
        TemplateError::NoXml { .. }
    ));
}

proptest! {
    /// Whatever stands in the document, the answer is a document or words.
    #[test]
    fn damage_is_never_a_panic(
        words in "[{}<>/&;a-z标题 ]{0,40}",
        at in any::<proptest::sample::Index>(),
        title in any::<String>(),
    ) {
        let mut body = runs(&["{{标", "题}}"]) + "<w:p><w:r><w:t/></w:r></w:p>";
        let mut at = at.index(body.len());
        while !body.is_char_boundary(at) {
            at -= 1;
        }
        body.insert_str(at, &words);
        if let Ok(template) = Template::read(made(&body, &[]), &KNOWN) {
            let filled = template.fill(&[("标题", title)], &[]).expect("what was read is filled");
            let text = part(&filled, "word/document.xml");
            let mut reader = quick_xml::Reader::from_str(&text);
            while !matches!(reader.read_event().expect("well-formed"), quick_xml::events::Event::Eof) {}
        }
    }
}

#[test]
fn braces_that_nobody_closed_are_told_and_those_of_an_input_method_read() {
    let bytes = made(
        &(runs(&["{{标题}}"]) + &runs(&["致｛", "｛正文｝｝："])),
        &[],
    );
    let template = Template::read(bytes, &KNOWN).expect("a template");
    assert_eq!(template.names().expect("names"), ["标题", "正文"]);
    let filled = template.fill(&[("正文", "已修好".to_owned())], &[]);
    let text = part(&filled.expect("filled"), "word/document.xml");
    assert!(text.contains("已修好") && !text.contains('｛'), "{text}");
    let open = runs(&["{{标题}}"]) + &runs(&["致{{", "正文："]) + &runs(&["署名}}"]);
    let error = Template::read(made(&open, &[]), &KNOWN).expect_err("not closed");
    let loose = ["{{正文：", "}}"].map(str::to_owned).to_vec();
    assert_eq!(error, TemplateError::Unclosed(loose));
}
