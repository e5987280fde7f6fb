//! `csv`: for Excel and WPS in a file, for scripts in a pipe.
//!
//! One sheet is a header and its rows, so that any program reads it. Several sheets are blocks
//! parted by a blank line: title, header, rows, notes; the document's title stands first, its foot
//! last. No text of a cell is taken for a formula ([`guard`]), and the importer takes the guard off
//! again; hidden characters, which the journal refuses anyway, go.

use std::str::FromStr;

use csv::{Terminator, WriterBuilder};
use encoding_rs::GB18030;
use thiserror::Error;

use super::PaperError;
use crate::domain::terms::{guard, strip_hidden_keep_lines};
use crate::report::{Document, Sheet};
use crate::words::Lang;

/// How a paper is written, where there is a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dialect {
    /// Where it goes.
    pub target: Target,
    /// How its characters become bytes.
    pub encoding: Encoding,
    /// The language of what a paper itself says: its page numbers.
    pub lang: Lang,
}

/// Where a CSV goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Target {
    /// To a program: lines end in LF, no byte order mark.
    #[default]
    Pipe,
    /// To a spreadsheet: lines end in CR LF, UTF-8 is announced by a byte order mark.
    File,
}

/// How characters become bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// The default everywhere.
    #[default]
    Utf8,
    /// For programs that take every file without a mark for Chinese (GB 18030).
    Gb18030,
}

/// A word that names no encoding.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not an encoding")]
pub struct NoSuchEncoding(pub String);

impl FromStr for Encoding {
    type Err = NoSuchEncoding;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => Ok(Self::Utf8),
            "gb18030" => Ok(Self::Gb18030),
            _ => Err(NoSuchEncoding(name.to_owned())),
        }
    }
}

pub(super) fn write(document: &Document, dialect: Dialect) -> Result<Vec<u8>, PaperError> {
    let blocks = match document.only_sheet() {
        Some(sheet) => vec![grid(sheet)],
        None => blocks(document),
    };
    let end: &[u8] = match dialect.target {
        Target::Pipe => b"\n",
        Target::File => b"\r\n",
    };
    let mut bytes = Vec::new();
    for block in blocks {
        if !bytes.is_empty() {
            bytes.extend(end);
        }
        write_records(&block, dialect.target, &mut bytes)?;
    }
    encode(bytes, dialect)
}

type Record = Vec<String>;

fn grid(sheet: &Sheet) -> Vec<Record> {
    let header = sheet.columns().iter().map(|column| field(&column.label));
    let mut records = vec![header.collect()];
    for row in sheet.rows() {
        records.push(row.iter().map(|cell| field(&cell.shown())).collect());
    }
    records
}

fn blocks(document: &Document) -> Vec<Vec<Record>> {
    let line = |words: &String| vec![field(words)];
    let mut blocks = vec![vec![line(&document.title)]];
    for sheet in &document.sheets {
        let mut block = vec![line(&sheet.title)];
        block.extend(grid(sheet));
        block.extend(sheet.notes.iter().map(line));
        blocks.push(block);
    }
    blocks.push(document.foot.iter().map(line).collect());
    blocks.retain(|block| !block.is_empty());
    blocks
}

fn field(words: &str) -> String {
    guard(&strip_hidden_keep_lines(words)).into_owned()
}

fn write_records(records: &[Record], target: Target, to: &mut Vec<u8>) -> Result<(), PaperError> {
    let terminator = match target {
        Target::Pipe => Terminator::Any(b'\n'),
        Target::File => Terminator::CRLF,
    };
    let mut writer = WriterBuilder::new()
        .flexible(true)
        .terminator(terminator)
        .from_writer(to);
    for record in records {
        writer.write_record(record)?;
    }
    writer.flush().map_err(csv::Error::from)?;
    Ok(())
}

fn encode(utf8: Vec<u8>, dialect: Dialect) -> Result<Vec<u8>, PaperError> {
    match (dialect.encoding, dialect.target) {
        (Encoding::Utf8, Target::Pipe) => Ok(utf8),
        (Encoding::Utf8, Target::File) => Ok([b"\xef\xbb\xbf", utf8.as_slice()].concat()),
        (Encoding::Gb18030, Target::Pipe | Target::File) => {
            to_gb18030(&String::from_utf8_lossy(&utf8))
        }
    }
}

/// Every character has a code but one, U+E5E5: the standard leaves it out, since GBK gives its
/// place to the ideographic space.
fn to_gb18030(text: &str) -> Result<Vec<u8>, PaperError> {
    let (bytes, _, has_unencodable) = GB18030.encode(text);
    if has_unencodable {
        let mut characters: Vec<char> = text
            .chars()
            .filter(|c| GB18030.encode(c.encode_utf8(&mut [0; 4])).2)
            .collect();
        characters.sort_unstable();
        characters.dedup();
        return Err(PaperError::Unencodable(characters));
    }
    Ok(bytes.into_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use super::*;
    use crate::domain::terms::unguard;
    use crate::paper::sample;

    fn dialect(target: Target, encoding: Encoding) -> Dialect {
        Dialect {
            target,
            encoding,
            ..Dialect::default()
        }
    }

    fn text(document: &Document) -> String {
        let bytes = write(document, Dialect::default()).expect("CSV");
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn the_bytes_of_a_file_and_of_a_pipe() {
        let list = sample::list_of("修桥");
        let pipe = "编号,标题,天数,办理期限\n第17号,修桥,-3,\n";
        let file = "\u{feff}编号,标题,天数,办理期限\r\n第17号,修桥,-3,\r\n";
        for (target, bytes) in [(Target::Pipe, pipe), (Target::File, file)] {
            let written = write(&list, dialect(target, Encoding::Utf8)).expect("CSV");
            assert_eq!(written, bytes.as_bytes());
        }
    }

    #[test]
    fn several_sheets_are_blocks() {
        insta::assert_snapshot!(text(&sample::report()), @r"
        综合统计

        办理结果
        项目,件数,占比
        A类,40,58%
        已答复：69

        承办单位
        单位,件数
        城建办,2

        截至2024-12-31
        指纹9f2c
        ");
    }

    #[test]
    fn a_title_is_never_a_formula() {
        let list = text(&sample::list_of(
            "\u{200b}=HYPERLINK(\"http://x\",\"点\")\n二",
        ));
        insta::assert_snapshot!(list, @r#"
        编号,标题,天数,办理期限
        第17号,"'=HYPERLINK(""http://x"",""点"")
        二",-3,
        "#);
    }

    #[test]
    fn rare_characters_survive_gb18030() {
        let title = "𠮷野路、㛃、龘镇";
        let list = sample::list_of(title);
        let bytes = write(&list, dialect(Target::File, Encoding::Gb18030)).expect("GB18030");
        let (back, had_errors) = GB18030.decode_without_bom_handling(&bytes);
        assert!(!had_errors);
        assert_eq!(
            back,
            format!("编号,标题,天数,办理期限\r\n第17号,{title},-3,\r\n")
        );
    }

    #[test]
    fn what_gb18030_lacks_is_named() {
        let list = sample::list_of("修\u{e5e5}桥");
        let error = write(&list, dialect(Target::File, Encoding::Gb18030)).expect_err("no code");
        assert_eq!(error.to_string(), "GB18030 has no code for U+E5E5");
    }

    proptest! {
        /// What the journal may hold comes back from a spreadsheet file as it was.
        #[test]
        fn a_cell_comes_back(title in "['\",\n\t=+@＝－0-9.%a桥-]{0,8}|\\PC{1,20}") {
            let list = sample::list_of(&title);
            for target in [Target::Pipe, Target::File] {
                let bytes = write(&list, dialect(target, Encoding::Utf8)).expect("CSV");
                let mut reader = csv::Reader::from_reader(bytes.as_slice());
                let record = reader.records().next().expect("one row").expect("CSV");
                assert_eq!(unguard(&record[1]), strip_hidden_keep_lines(&title));
            }
        }
    }
}
