//! The parts of a document and the archive that holds them: always in the same order, at the same
//! time of 1980, so that the same text gives the same bytes.

use std::io::{Cursor, Write};

use zip::result::{ZipError, ZipResult};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::body::Content;
use super::xml::{BODY, Font, escaped};
use super::{page, picture};
use crate::domain::terms::strip_hidden;
use crate::report::Document;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const SPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts beside the body that a document needs, with name and type.
const PARTS: [(&str, &str, &str); 6] = [
    ("rId1", "styles", "styles"),
    ("rId2", "settings", "settings"),
    ("rId3", "fontTable", "fontTable"),
    ("rId10", "footer", "footer1"),
    ("rId11", "footer", "footer2"),
    ("rId12", "footer", "footer3"),
];

/// The parts of ours, in their order; other programs write others.
const NAMES: [&str; 11] = [
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/footer2.xml",
    "word/footer3.xml",
];

/// Whether a document is as we pack it, or no document at all: nobody saved it again in a program
/// in which documents are written.
pub(super) fn is_own(bytes: &[u8]) -> bool {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else {
        return true;
    };
    let names = (0..zip.len()).map(|place| {
        let part = zip.by_index_raw(place).ok()?;
        Some(part.name().ok()?.into_owned())
    });
    let names: Option<Vec<String>> = names.collect();
    names.is_some_and(|names| {
        let pictures = 1..=names.len().saturating_sub(NAMES.len());
        let ours = NAMES.map(str::to_owned).into_iter();
        ours.chain(pictures.map(picture::file)).eq(names)
    })
}

/// The document whole, with the lines that stand below the number of each page.
pub(super) fn pack(document: &Document, body: &Content, below: &[String]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let text = format!(
        "{HEAD}<w:document {SPACES}><w:body>{}</w:body></w:document>",
        body.text
    );
    let foot = |content: String| format!("{HEAD}<w:ftr {SPACES}>{content}</w:ftr>");
    let contents = [
        types(),
        root(),
        core(document),
        relations(body.pictures.len()),
        text,
        styles(),
        settings(),
        fonts(),
        foot(page::number(true) + &page::foot(below)),
        foot(page::number(false) + &page::foot(below)),
        foot(page::letter_foot()),
    ];
    for (name, content) in NAMES.into_iter().zip(contents) {
        put(&mut zip, name, content.as_bytes())?;
    }
    for (picture, place) in body.pictures.iter().zip(1..) {
        put(&mut zip, &picture::file(place), picture)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn put(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, content: &[u8]) -> ZipResult<()> {
    zip.start_file(name, SimpleFileOptions::default())?;
    zip.write_all(content).map_err(ZipError::Io)
}

fn types() -> String {
    let parts = PARTS.iter().map(|(_, kind, file)| {
        format!(r#"<Override PartName="/word/{file}.xml" ContentType="{TYPE}.{kind}+xml"/>"#)
    });
    let parts: String = parts.collect();
    format!(
        r#"{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{parts}</Types>"#
    )
}

fn root() -> String {
    format!(
        r#"{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#
    )
}

fn relations(pictures: usize) -> String {
    let parts = PARTS.iter().map(|(id, kind, file)| {
        format!(r#"<Relationship Id="{id}" Type="{RELATION}/{kind}" Target="{file}.xml"/>"#)
    });
    let pictures = (1..=pictures).map(|place| {
        let (id, file) = (picture::id(place), picture::file(place));
        let file = file.trim_start_matches("word/");
        format!(r#"<Relationship Id="{id}" Type="{RELATION}/image" Target="{file}"/>"#)
    });
    let parts: String = parts.chain(pictures).collect();
    format!(
        r#"{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{parts}</Relationships>"#
    )
}

/// The title that the reader sees anyway, the day, and how to print a text again; nobody's name.
fn core(document: &Document) -> String {
    let title: String = strip_hidden(&document.title).chars().take(255).collect();
    let title = escaped(&title);
    let day = document.basis.as_of;
    let beside = (!document.prose.is_empty()).then(|| document.foot.join("; "));
    let again = beside.filter(|foot| !foot.is_empty());
    let again = again.map(|foot| escaped(&strip_hidden(&foot)));
    let again = again.map_or_else(String::new, |foot| {
        format!("<dc:description>{foot}</dc:description>")
    });
    format!(
        r#"{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>{again}<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created></cp:coreProperties>"#
    )
}

/// One style: the body. Everything else says at its place how it looks. Latin letters and digits are
/// no Chinese in any language: Chinese breaks between any two signs and would tear a number at the
/// end of a line.
fn styles() -> String {
    let (font, size) = (BODY.font.name(), BODY.size);
    let line = page::LINE;
    format!(
        r#"{HEAD}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/><w:spacing w:val="-5"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:spacing w:line="{line}" w:lineRule="exact"/></w:pPr></w:style></w:styles>"#
    )
}

/// Both sides are printed and the left edge is bound, so the margins mirror each other.
fn settings() -> String {
    let breaks = super::breaks::settings();
    format!(
        r#"{HEAD}<w:settings {SPACES}><w:removePersonalInformation/><w:mirrorMargins/><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>{breaks}<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#
    )
}

fn fonts() -> String {
    let fonts = Font::ALL.iter().map(|font| {
        let (name, instead) = (font.name(), font.instead());
        format!(
            r#"<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>"#
        )
    });
    let fonts: String = fonts.collect();
    format!(r#"{HEAD}<w:fonts {SPACES}>{fonts}</w:fonts>"#)
}
