//! `docx`: a document for Word and WPS in the shape of GB/T 9704—2012: A4, its margins, 22 lines of
//! 28 characters, 仿宋 and 小标宋 by their sizes, numbers at the foot, the head of a letter or of a
//! document where there is one.
//!
//! A text is its blocks; any other document its title, its grids as tables and its foot. A table of
//! many columns lies across the page.
//!
//! Refuses: macros, fields but the page's number, pictures but a code to scan, links; the clock (the day of making is
//! the document's); the names of machine and user. Fonts are named, not enclosed.

mod body;
mod breaks;
mod fit;
mod form;
mod grid;
mod heading;
mod imprint;
mod package;
mod page;
mod picture;
mod title;
mod turned;
mod widths;
mod xml;

use std::iter::once;

use super::PaperError;
use crate::report::{Block, Document};
use crate::words::{self, Lang};

pub(super) fn write(document: &Document, lang: Lang) -> Result<Vec<u8>, PaperError> {
    let blocks = match document.prose.is_empty() {
        true => grids(document, lang),
        false => document.prose.clone(),
    };
    // Whatever has a text of its own is handed on; how to print it again is told beside it.
    let foot = match document.prose.is_empty() {
        true => document.foot_of_page(),
        false => &[],
    };
    // A few lines stand below the number of each page, so that no page is turned for them.
    let (below, behind): (&[String], &[String]) = match page::foot_lines(foot) {
        Some(_) => (foot, &[]),
        None => (&[], foot),
    };
    let body = body::body(&blocks, below, behind);
    Ok(package::pack(document, &body, below)?)
}

/// Whether a document is as this program writes it: nobody went on writing it elsewhere.
pub(super) fn is_own(bytes: &[u8]) -> bool {
    package::is_own(bytes)
}

/// The tables and forms of a document as a template of the office takes them.
pub(super) fn tables(document: &Document) -> String {
    body::tables(&document.prose)
}

/// The grids of a document as blocks of a text.
fn grids(document: &Document, lang: Lang) -> Vec<Block> {
    let only = document.only_sheet().is_some();
    let tables = document.sheets.iter().flat_map(|sheet| {
        let mut sheet = sheet.clone();
        if only {
            sheet.title.clear();
        }
        match sheet.rows().is_empty() {
            // Nothing is said in words, not by an empty grid.
            true => vec![
                Block::heading(1, sheet.title.clone()),
                Block::paragraph(words::nothing(lang)),
            ],
            false => vec![Block::table(sheet)],
        }
    });
    once(Block::Title(document.title.clone()))
        .chain(tables)
        .collect()
}

#[cfg(test)]
mod tests;
