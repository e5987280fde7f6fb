//! An office's own template (红头模板): a `.docx` in which `{{标题}}` and its like stand where words
//! are to come, in the text, in headers and footers, in text boxes.
//!
//! A placeholder may be split over many runs, as Word does when a person has stopped in the middle
//! of it: the runs are read as one text, the words take the look of its first character. Words of
//! several paragraphs make as many of the one they stand in. Every other part is copied as it is.
//!
//! Refuses: what is no `.docx`, what unpacks beyond its bounds or outside its folder, macros, names
//! that nobody knows.

mod edit;
mod error;
mod people;
#[cfg(test)]
mod tests;

use std::io::{self, BufRead, Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::unpack::{Bounds, Unpack, each_part, is_old};
use crate::domain::terms::nearest;

pub use error::TemplateError;

/// A template of an office is a page or two; a picture in it may be large.
const BOUNDS: Bounds = Bounds {
    bytes_most: 64 << 20,
    whole_most: 16 << 20,
};

/// A template that was read and may be filled as often as one likes.
#[derive(Debug, Clone)]
pub struct Template {
    bytes: Vec<u8>,
    /// The parts with words in them, by name.
    parts: Vec<(String, String)>,
}

impl Template {
    /// Reads a template. `known` are the names that it may use.
    ///
    /// # Errors
    /// [`TemplateError`]: no document, a damaged one, too large, with macros, without any
    /// placeholder, with one that nobody knows.
    pub fn read(bytes: Vec<u8>, known: &[&str]) -> Result<Self, TemplateError> {
        if is_old(&bytes) {
            return Err(TemplateError::Old);
        }
        let mut parts = Vec::new();
        let (mut is_document, mut has_macros) = (false, false);
        let mut outside = None;
        let read = each_part(
            &bytes,
            &BOUNDS,
            |_| BOUNDS.whole_most,
            |name, part| {
                if leads_outside(name) {
                    outside = Some(name.to_owned());
                }
                is_document |= name == "word/document.xml";
                has_macros |= name.to_lowercase().contains("vbaproject");
                if !has_words(name) && name != "[Content_Types].xml" {
                    return io::copy(part, &mut io::sink()).map_err(|e| Unpack::broken(&e));
                }
                let text = text_of(part)?;
                let size = u64::try_from(text.len()).unwrap_or(u64::MAX);
                has_macros |= !has_words(name) && text.contains("macroEnabled");
                parts.extend(has_words(name).then(|| (name.to_owned(), text)));
                Ok(size)
            },
        );
        read.map_err(|error| match error {
            Unpack::Broken(why) => TemplateError::Broken(why),
            Unpack::TooLarge => TemplateError::TooLarge,
        })?;
        if let Some(part) = outside {
            return Err(TemplateError::Outside(part));
        }
        if !is_document {
            return Err(TemplateError::NoDocument);
        }
        if has_macros {
            return Err(TemplateError::Macros);
        }
        let template = Self { bytes, parts };
        template.check_names(known)?;
        Ok(template)
    }

    /// Every name it asks for, in the order of reading.
    ///
    /// # Errors
    /// A part is no XML.
    pub fn names(&self) -> Result<Vec<String>, TemplateError> {
        let mut names = Vec::new();
        for (part, text) in &self.parts {
            for name in edit::names(text).map_err(|why| TemplateError::in_part(part, &why))? {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        Ok(names)
    }

    fn check_names(&self, known: &[&str]) -> Result<(), TemplateError> {
        for (part, text) in &self.parts {
            let loose = edit::loose(text).map_err(|why| TemplateError::in_part(part, &why))?;
            if !loose.is_empty() {
                return Err(TemplateError::Unclosed(loose));
            }
        }
        let names = self.names()?;
        if names.is_empty() {
            return Err(TemplateError::NoPlaceholder);
        }
        let near = |name: &str| {
            let near = nearest(name, known.iter().copied());
            near.into_iter().map(str::to_owned).collect()
        };
        let unknown = names.into_iter();
        let unknown = unknown.filter(|name| !known.contains(&name.as_str()));
        let unknown: Vec<(String, Vec<String>)> =
            unknown.map(|name| (name.clone(), near(&name))).collect();
        match unknown.is_empty() {
            true => Ok(()),
            false => Err(TemplateError::Unknown {
                unknown,
                known: known.iter().map(|name| (*name).to_owned()).collect(),
            }),
        }
    }

    /// The document with words in the places of their names. A paragraph that asks for one of
    /// `wholes` becomes what is given for it, which is written as the document is.
    ///
    /// # Errors
    /// A part is no XML, or the archive cannot be written.
    pub fn fill(
        &self,
        words: &[(&str, String)],
        wholes: &[(&str, String)],
    ) -> Result<Vec<u8>, TemplateError> {
        let broken = |error: &dyn ToString| TemplateError::Broken(error.to_string());
        let cursor = Cursor::new(self.bytes.as_slice());
        let mut from = ZipArchive::new(cursor).map_err(|e| broken(&e))?;
        let mut to = ZipWriter::new(Cursor::new(Vec::new()));
        for place in 0..from.len() {
            let part = from.by_index_raw(place).map_err(|e| broken(&e))?;
            let name = part.name().map_err(|e| broken(&e))?.into_owned();
            let known = self.parts.iter().find(|(known, _)| *known == name);
            if known.is_none() && !people::names_people(&name) {
                to.raw_copy_file(part).map_err(|e| broken(&e))?;
                continue;
            }
            drop(part);
            let filled = match known {
                Some((_, text)) => edit::filled(text, words, wholes)
                    .map_err(|why| TemplateError::in_part(&name, &why))?,
                None => {
                    let mut text = String::new();
                    let part = from.by_index(place).map_err(|e| broken(&e))?;
                    let mut part = part.take(BOUNDS.whole_most);
                    part.read_to_string(&mut text).map_err(|e| broken(&e))?;
                    people::titled(&text, words)
                }
            };
            let filled = people::without_people(&filled);
            to.start_file(&*name, SimpleFileOptions::default())
                .map_err(|e| broken(&e))?;
            to.write_all(filled.as_bytes()).map_err(|e| broken(&e))?;
        }
        Ok(to.finish().map_err(|e| broken(&e))?.into_inner())
    }
}

/// Whether whoever unpacks the document would write past the folder that it is unpacked in.
fn leads_outside(name: &str) -> bool {
    let is_drive = name.chars().nth(1) == Some(':');
    let mut steps = name.split(['/', '\\']);
    name.starts_with(['/', '\\']) || is_drive || steps.any(|step| step == "..")
}

/// The parts that a reader sees words of.
fn has_words(name: &str) -> bool {
    let file = name
        .strip_prefix("word/")
        .and_then(|n| n.strip_suffix(".xml"));
    file.is_some_and(|file| {
        ["document", "header", "footer", "footnotes", "endnotes"]
            .iter()
            .any(|kind| file.starts_with(kind))
    })
}

fn text_of(part: &mut dyn BufRead) -> Result<String, Unpack> {
    let mut text = String::new();
    part.read_to_string(&mut text)
        .map_err(|e| Unpack::broken(&e))?;
    Ok(text)
}
