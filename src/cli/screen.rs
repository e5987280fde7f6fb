//! Documents as a person sees them on a terminal, and the choice of a format for everybody else.
//!
//! Text from the journal is stripped of control and direction-changing characters before it gets
//! here a width or a colour. It counts nothing and saves nothing.

use std::borrow::Cow;
use std::path::Path;

use super::args::FormatArg;
use super::concise::concise;
use super::failure::{Exit, Failure};
use super::fold::folded;
use super::grid::grid;
use super::own_names;
use super::squares::squares;
use crate::domain::terms::strip_hidden;
use crate::paper::code::code;
use crate::paper::{self, Dialect, Encoding, Paper, SaveError, Target};
use crate::report::{Block, Cell, Document, Sheet};
use crate::words::{self, Lang};

/// How the reader's terminal takes it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style<'a> {
    pub(super) lang: Lang,
    pub(super) ascii: bool,
    /// Nobody looks: tables keep their natural width.
    pub(super) wide: bool,
    /// The columns of the terminal, where they are known.
    pub(super) columns: Option<u16>,
    /// So many rows of a list are shown; the rest is counted.
    pub(super) rows_most: Option<usize>,
    pub(super) colour: bool,
    /// Counts that are read as a picture have bars. Only where asked for: a report's bytes do not
    /// hang on who looks.
    pub(super) bars: bool,
    /// Words that are picked out wherever they stand.
    pub(super) marked: &'a [String],
}

/// A document for stdout: a table for people, else what was asked for.
pub(super) fn bytes(
    document: &Document,
    format: Option<FormatArg>,
    encoding: Option<&str>,
    style: &Style,
) -> Result<Vec<u8>, Failure> {
    match paper_of(format.unwrap_or(FormatArg::Table)) {
        None => Ok(mark(draw(document, style), style).into_bytes()),
        Some(paper) => written(document, paper, Target::Pipe, encoding, style.lang),
    }
}

/// A document for a file: its ending chooses the format unless one was named.
pub(super) fn file_bytes(
    document: &Document,
    format: Option<FormatArg>,
    encoding: Option<&str>,
    path: &Path,
    style: &Style,
) -> Result<Vec<u8>, Failure> {
    match format.map(paper_of) {
        Some(Some(paper)) => written(document, paper, Target::File, encoding, style.lang),
        Some(None) => Ok(draw(
            document,
            &Style {
                wide: true,
                colour: false,
                ..*style
            },
        )
        .into_bytes()),
        None => match Paper::from_extension(path) {
            Some(paper) => written(document, paper, Target::File, encoding, style.lang),
            None => {
                let shown = path.display().to_string();
                Err(Failure::told(
                    words::no_such_ending(style.lang, &shown),
                    Exit::Misuse,
                ))
            }
        },
    }
}

/// What the name of a file in a format ends with.
pub(super) fn ending(format: FormatArg) -> &'static str {
    match paper_of(format) {
        None | Some(Paper::Plain) => "txt",
        Some(paper) => paper.name(),
    }
}

/// Why a file could not be saved.
pub(super) fn unsaved(lang: Lang, error: &SaveError) -> Failure {
    let exit = match error {
        SaveError::NoFolder(_) | SaveError::NotAFile(_) | SaveError::NotAFolder(_) => Exit::Misuse,
        SaveError::ReadOnly(_) | SaveError::Write { .. } => Exit::Unexpected,
    };
    Failure::told(words::unsaved(lang, &why_unsaved(lang, error)), exit)
}

fn why_unsaved(lang: Lang, error: &SaveError) -> String {
    let zh = match error {
        SaveError::NoFolder(path) => format!("没有放“{}”的目录", path.display()),
        SaveError::NotAFile(path) => format!("“{}”已经在那里,而且不是文件", path.display()),
        SaveError::NotAFolder(path) => format!("“{}”已经在那里,而且不是目录", path.display()),
        SaveError::ReadOnly(path) => format!("“{}”是只读的", path.display()),
        SaveError::Write { path, source } => {
            let why = words::system(lang, source);
            return match lang {
                Lang::Zh => format!("写不了“{}”: {why}", path.display()),
                Lang::En => format!("{error}: {why}"),
            };
        }
    };
    words::say(lang, zh, error.to_string())
}

pub(super) fn paper_of(format: FormatArg) -> Option<Paper> {
    match format {
        FormatArg::Table => None,
        FormatArg::Plain => Some(Paper::Plain),
        FormatArg::Json => Some(Paper::Json),
        FormatArg::Jsonl => Some(Paper::Jsonl),
        FormatArg::Csv => Some(Paper::Csv),
        FormatArg::Md => Some(Paper::Md),
        FormatArg::Xlsx => Some(Paper::Xlsx),
        FormatArg::Docx => Some(Paper::Docx),
        FormatArg::Html => Some(Paper::Html),
    }
}

fn written(
    document: &Document,
    paper: Paper,
    target: Target,
    encoding: Option<&str>,
    lang: Lang,
) -> Result<Vec<u8>, Failure> {
    let encoding = match encoding {
        Some(name) => name
            .parse()
            .map_err(|_| Failure::told(words::bad_word(lang, "--encoding", name), Exit::Misuse))?,
        None => Encoding::Utf8,
    };
    let dialect = Dialect {
        target,
        encoding,
        lang,
    };
    paper::write(document, paper, dialect)
        .map_err(|e| Failure::told(words::unsaved(lang, &e.to_string()), Exit::Unexpected))
}

/// Picks words out in bold red where colours may be used; one that is broken over two lines stays
/// as it is.
fn mark(page: String, style: &Style) -> String {
    let words = style.marked.iter().filter(|word| !word.is_empty());
    words.filter(|_| style.colour).fold(page, |page, word| {
        page.replace(word.as_str(), &format!("\u{1b}[1;31m{word}\u{1b}[0m"))
    })
}

/// Tables one below the other, titles where there are several, the foot last.
fn draw(document: &Document, style: &Style) -> String {
    if document.is_text() {
        return draw_text(document, style);
    }
    let several = document.only_sheet().is_none();
    let mut out = String::new();
    if several {
        out += &format!("{}\n\n", strip_hidden(&document.title));
    }
    for sheet in &document.sheets {
        if several {
            out += &format!("{}\n", strip_hidden(&sheet.title));
        }
        let drawn = draw_sheet(sheet, document.is_report(), style);
        // A table of many rows is not copied where it stands alone.
        match out.is_empty() {
            true => out = drawn,
            false => out += &drawn,
        }
        if several {
            out.push('\n');
        }
    }
    for line in &document.foot {
        let line = match document.is_report() {
            true => line.clone(),
            false => own_names::told(style.lang, line, &[]),
        };
        out += &format!("{}\n", strip_hidden(&line));
    }
    out
}

/// A table with what stands below it. What is said of command lines is for who reads the screen.
fn draw_sheet(sheet: &Sheet, of_report: bool, style: &Style) -> String {
    if sheet.rows().is_empty() {
        let nothing = words::nothing(style.lang).to_owned();
        let notes = sheet
            .notes
            .iter()
            .map(|note| strip_hidden(note).into_owned());
        let lines: Vec<String> = std::iter::once(nothing).chain(notes).collect();
        return lines.join("\n") + "\n";
    }
    let (drawn, below) = match of_report {
        true => (Cow::Borrowed(sheet), Vec::new()),
        false => concise(sheet, style),
    };
    let above = code(&drawn).and_then(|(code, _)| squares(&code, style));
    let table = laid_out(&drawn, style);
    let mut out = match above {
        Some(above) => above + &table,
        None => table,
    };
    let more = sheet.rows().len().saturating_sub(most(style));
    let more = (more > 0).then(|| words::more_rows(style.lang, more, sheet.all_by.as_deref()));
    let more = more.map(|more| own_names::told(style.lang, &more, &[]));
    let columns = style.columns.map_or(usize::MAX, usize::from);
    let below: Vec<String> = below
        .iter()
        .flat_map(|line| folded(line, columns))
        .collect();
    for note in more.iter().chain(&below).chain(&sheet.notes) {
        out += &format!("{}\n", strip_hidden(note));
    }
    out
}

/// A text as it is read, its tables drawn.
fn draw_text(document: &Document, style: &Style) -> String {
    let mut out = String::new();
    for block in &document.prose {
        if let Block::Table(sheet) = block {
            out += &format!("{}\n", strip_hidden(&sheet.title));
            out += &laid_out(sheet, style);
            for note in &sheet.notes {
                out += &format!("{}\n", strip_hidden(note));
            }
            continue;
        }
        let columns = style.columns.filter(|_| !style.wide);
        let columns = columns.map_or(usize::MAX, usize::from);
        let lines = paper::lines(block).into_iter();
        let lines = lines.flat_map(|line| folded(&line, columns));
        lines.for_each(|line| out += &format!("{line}\n"));
    }
    for line in &document.foot {
        out += &format!("{}\n", strip_hidden(line));
    }
    out
}

/// A table, or the rows one below the other where there is no room for one.
fn laid_out(sheet: &Sheet, style: &Style) -> String {
    match grid(sheet, style) {
        Some(mut grid) => {
            grid.push('\n');
            grid
        }
        None => cards(sheet, style),
    }
}

/// The rows one below the other, a line a value: `标题: 关于修桥的建议`.
fn cards(sheet: &Sheet, style: &Style) -> String {
    let columns = style.columns.map_or(usize::MAX, usize::from);
    let colon = words::colon(style.lang);
    let mut out = String::new();
    for row in sheet.rows().first(most(style)) {
        let told = sheet.columns().iter().zip(row.iter());
        for (column, cell) in told.filter(|(_, cell)| **cell != Cell::Empty) {
            let words = strip_hidden(&cell.shown()).into_owned();
            for line in folded(&format!("{}{colon}{words}", column.label), columns) {
                out += &format!("{line}\n");
            }
        }
        out += &format!("{}\n", "-".repeat(columns.min(20)));
    }
    out
}

pub(super) fn most(style: &Style) -> usize {
    style.rows_most.unwrap_or(usize::MAX)
}
