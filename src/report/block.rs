//! A text as the blocks it is made of: title, headings, paragraphs, tables, forms, signature.
//!
//! A letter, a notice and a prose report are such texts. A block says what its words are, never how
//! they look: every paper has its own way of showing a title or an addressee.
//!
//! Refuses: fonts, measures, line breaks chosen for a page.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::cell::Cell;
use super::sheet::{Column, Record, Sheet};
use crate::words::{self, Lang};

/// One block of a text, in the order of reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Whose paper it is, in red at its head (发文机关标志).
    Letterhead {
        /// The body's name.
        name: String,
        /// A letter (信函格式) and no document (文件格式).
        is_letter: bool,
    },
    /// The line between head and title: the number (发文字号) and beside it the signer.
    Number {
        /// `健龙府函〔2024〕12号`
        doc_no: String,
        /// `签发人：王志强`; empty where none is named there.
        signer: String,
    },
    /// What stands apart above the title; either may be empty.
    Marks {
        /// At the left: whether it may be published.
        left: String,
        /// At the right: the class of a reply.
        right: String,
    },
    /// What the text is about (标题).
    Title(String),
    /// The heading of a part.
    Heading {
        /// 1 for 一、 2 for （一） 3 for 1．
        level: u8,
        /// Its words, with their number.
        text: String,
    },
    /// To whom it is written, without the colon (主送).
    Addressee(String),
    /// Words; each line of them is a paragraph.
    Paragraph(String),
    /// A grid. Its title stands above it, its notes below.
    Table(Box<Sheet>),
    /// Named blanks to be filled in by hand, or filled already.
    Form(Vec<FormRow>),
    /// Who signs, and the day in words (署名、成文日期).
    Signature {
        /// The signing body.
        by: String,
        /// `2024年5月20日`
        on: String,
    },
    /// A remark in brackets below the day (附注), without the brackets.
    Note(String),
    /// What stands at the foot of the last page (版记).
    Imprint {
        /// Who gets a copy (抄送), in their order.
        copies: Vec<String>,
        /// Who prints it (印发机关); empty in a letter.
        by: String,
        /// `2024年5月20日印发`; empty in a letter.
        on: String,
    },
    /// A line across the page.
    Rule,
    /// What follows begins on a new page.
    PageBreak,
}

/// A line of a form: one or more named fields beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    /// Label and words of each field; the words may be empty.
    pub fields: Vec<(String, String)>,
    /// How many lines of writing there must be room for, at least.
    pub lines: u8,
}

impl FormRow {
    /// A line with room for one line of writing.
    pub fn new<L: Into<String>, W: Into<String>>(fields: impl IntoIterator<Item = (L, W)>) -> Self {
        let fields = fields.into_iter().map(|(l, w)| (l.into(), w.into()));
        Self {
            fields: fields.collect(),
            lines: 1,
        }
    }

    /// The same with room for more lines.
    #[must_use]
    pub fn tall(self, lines: u8) -> Self {
        Self { lines, ..self }
    }
}

impl Block {
    /// A table. Most blocks are words, and take no more room for it.
    pub fn table(sheet: Sheet) -> Self {
        Self::Table(Box::new(sheet))
    }

    /// A heading.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading {
            level,
            text: text.into(),
        }
    }

    /// A paragraph.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(text.into())
    }

    /// What scripts call it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Letterhead { .. } => "letterhead",
            Self::Number { .. } => "number",
            Self::Marks { .. } => "marks",
            Self::Title(_) => "title",
            Self::Heading { .. } => "heading",
            Self::Addressee(_) => "addressee",
            Self::Paragraph(_) => "paragraph",
            Self::Table(_) => "table",
            Self::Form(_) => "form",
            Self::Signature { .. } => "signature",
            Self::Note(_) => "note",
            Self::Imprint { .. } => "imprint",
            Self::Rule => "rule",
            Self::PageBreak => "page_break",
        }
    }

    /// Its words as they are read one after the other; those of a table are its own.
    pub fn words(&self) -> Vec<String> {
        match self {
            Self::Letterhead { name: text, .. }
            | Self::Title(text)
            | Self::Heading { text, .. }
            | Self::Addressee(text)
            | Self::Paragraph(text)
            | Self::Note(text) => vec![text.clone()],
            Self::Marks { left, right } => vec![left.clone(), right.clone()],
            Self::Number { doc_no, signer } => vec![doc_no.clone(), signer.clone()],
            Self::Signature { by, on } => vec![by.clone(), on.clone()],
            Self::Imprint { copies, by, on } => {
                let copied = (!copies.is_empty()).then(|| copied(copies));
                let printed = [by.clone(), on.clone()];
                copied.into_iter().chain(printed).collect()
            }
            Self::Form(rows) => {
                let fields = rows.iter().flat_map(|row| &row.fields);
                fields
                    .flat_map(|(label, words)| [label.clone(), words.clone()])
                    .collect()
            }
            Self::Table(_) | Self::Rule | Self::PageBreak => Vec::new(),
        }
    }

    /// Every word that people typed, to change it in place.
    pub(super) fn words_mut(&mut self) -> Vec<&mut String> {
        match self {
            Self::Letterhead { name: text, .. }
            | Self::Title(text)
            | Self::Heading { text, .. }
            | Self::Addressee(text)
            | Self::Paragraph(text)
            | Self::Note(text) => vec![text],
            Self::Marks { left, right } => vec![left, right],
            Self::Number { doc_no, signer } => vec![doc_no, signer],
            Self::Signature { by, on } => vec![by, on],
            Self::Imprint { copies, by, on } => copies.iter_mut().chain([by, on]).collect(),
            Self::Form(rows) => {
                let fields = rows.iter_mut().flat_map(|row| &mut row.fields);
                fields.flat_map(|(label, words)| [label, words]).collect()
            }
            Self::Table(_) | Self::Rule | Self::PageBreak => Vec::new(),
        }
    }
}

/// `抄送：镇党政办，镇人大主席团。`
pub fn copied(copies: &[String]) -> String {
    format!("抄送：{}。", copies.join("，"))
}

/// The blocks as rows, for the papers that know nothing but grids; then their tables.
pub(super) fn sheets(blocks: &[Block], titles: [&str; 3], lang: Lang) -> Vec<Sheet> {
    let [text, block, words] = titles;
    let columns = vec![Column::text("block", block), Column::text("text", words)];
    let mut lines = Sheet::new("text", text, columns);
    let mut sheets = Vec::new();
    for block in blocks {
        if let Block::Table(sheet) = block {
            sheets.push(Sheet::clone(sheet));
        }
        let words = block.words();
        let words = words.iter().filter(|words| !words.is_empty());
        let words: Vec<&str> = words.map(String::as_str).collect();
        if !words.is_empty() {
            lines.push(vec![
                Cell::word(block.key(), words::block(lang, block.key())),
                words.join("\n").into(),
            ]);
        }
    }
    sheets.insert(0, lines);
    sheets
}

/// `{"block":"paragraph","text":…}`; every block has its own fields.
impl Serialize for Block {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("block", self.key())?;
        match self {
            Self::Letterhead { name: text, .. }
            | Self::Title(text)
            | Self::Addressee(text)
            | Self::Paragraph(text)
            | Self::Note(text) => map.serialize_entry("text", text)?,
            Self::Marks { left, right } => {
                map.serialize_entry("left", left)?;
                map.serialize_entry("right", right)?;
            }
            Self::Heading { level, text } => {
                map.serialize_entry("level", level)?;
                map.serialize_entry("text", text)?;
            }
            Self::Number { doc_no, signer } => {
                map.serialize_entry("doc_no", doc_no)?;
                map.serialize_entry("signer", signer)?;
            }
            Self::Table(sheet) => {
                map.serialize_entry("key", &sheet.key)?;
                map.serialize_entry("title", &sheet.title)?;
                let rows: Vec<Record> = sheet.records().collect();
                map.serialize_entry("rows", &rows)?;
            }
            Self::Form(rows) => {
                let fields: Vec<_> = rows.iter().flat_map(|row| &row.fields).collect();
                map.serialize_entry("fields", &fields)?;
            }
            Self::Signature { by, on } => {
                map.serialize_entry("by", by)?;
                map.serialize_entry("on", on)?;
            }
            Self::Imprint { copies, by, on } => {
                map.serialize_entry("copies", copies)?;
                map.serialize_entry("by", by)?;
                map.serialize_entry("on", on)?;
            }
            Self::Rule | Self::PageBreak => {}
        }
        map.end()
    }
}
