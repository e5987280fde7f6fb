//! The cases behind a figure (`--explain SECTION.KEY`).

use super::document::{Data, Document};
use super::figures::NoSuchFigure;
use super::list::sheet_of;
use super::outlook::Outlook;
use crate::words::{self, Lang};

/// The list of the cases behind one figure of a report.
///
/// # Errors
/// [`NoSuchFigure`] with the nearest names.
pub fn explain(outlook: &Outlook, report: &Document, name: &str) -> Result<Document, NoSuchFigure> {
    let found = match &report.data {
        Data::Figures(figures) => figures.explain(name)?,
        Data::Rows | Data::Prose | Data::Value(_) => {
            return Err(NoSuchFigure {
                name: name.to_owned(),
                nearest: Vec::new(),
            });
        }
    };
    let cases = found.cases.iter().filter_map(|id| outlook.book.case(*id));
    let sheet = sheet_of(outlook, cases);
    let title = match outlook.lang {
        Lang::Zh => format!("{name}（{}）背后的建议", found.label),
        Lang::En => format!("the cases behind {name} ({})", found.label),
    };
    let foot = words::foot_count(outlook.lang, found.cases.len());
    Ok(Document::of_rows("explain", title, outlook.basis(), vec![sheet]).with_foot(vec![foot]))
}
