//! A text on a page: its blocks in their order, read as a person reads a paper.
//!
//! Refuses: the measures of a sheet of paper; who wants those asks for `docx`.

use super::section;
use super::text::text;
use crate::report::{Block, FormRow, copied};
use crate::words::Lang;

/// The blocks of a text. A table among them is searched and sorted as everywhere.
pub(super) fn prose(blocks: &[Block], lang: Lang) -> String {
    let mut tables = 0;
    let parts = blocks.iter().map(|block| {
        let Block::Table(sheet) = block else {
            return paragraphs(block, lang);
        };
        tables += 1;
        section(sheet, &format!("t{tables}"), "p", lang)
    });
    parts.collect()
}

/// Whether the text has a title of its own.
pub(super) fn has_title(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| matches!(block, Block::Title(_)))
}

fn paragraphs(block: &Block, lang: Lang) -> String {
    let p = |class: &str, words: &str| match words.is_empty() {
        true => String::new(),
        false => format!("<p class=\"{class}\">{}</p>\n", text(words)),
    };
    let colon = match lang {
        Lang::Zh => "：",
        Lang::En => ":",
    };
    match block {
        Block::Letterhead { name, .. } => p("letterhead", name),
        Block::Number { doc_no, signer } => p("centre", doc_no) + &p("end", signer),
        Block::Marks { left, right } => p("start", left) + &p("end", right),
        Block::Title(title) => format!("<h1 class=\"centre\">{}</h1>\n", text(title)),
        Block::Heading { level, text: words } => {
            let level = (*level).clamp(1, 4) + 1;
            format!("<h{level}>{}</h{level}>\n", text(words))
        }
        Block::Addressee(names) => p("start", &format!("{names}{colon}")),
        Block::Paragraph(words) => {
            let lines = words.lines().map(|line| format!("<p>{}</p>\n", text(line)));
            lines.collect()
        }
        Block::Form(rows) => form(rows),
        Block::Signature { by, on } => p("end", by) + &p("end", on),
        Block::Note(words) => match lang {
            Lang::Zh => p("start", &format!("（{words}）")),
            Lang::En => p("start", &format!("({words})")),
        },
        Block::Imprint { copies, by, on } => {
            let copied = (!copies.is_empty()).then(|| p("start", &copied(copies)));
            copied.unwrap_or_default() + &p("start", by) + &p("end", on)
        }
        Block::Rule | Block::PageBreak => "<hr/>\n".to_owned(),
        Block::Table(_) => String::new(),
    }
}

/// Named blanks, filled or not.
fn form(rows: &[FormRow]) -> String {
    let fields = rows.iter().flat_map(|row| &row.fields);
    let fields =
        fields.map(|(label, words)| format!("<dt>{}</dt><dd>{}</dd>\n", text(label), text(words)));
    format!("<dl>\n{}</dl>\n", fields.collect::<String>())
}
