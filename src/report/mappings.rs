//! The saved mappings of columns: their header beside ours.

use super::document::Document;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::SavedMapping;
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::terms::{Name, nearest};
use crate::words::{Label, Word};

/// Every mapping, one row a header; what is left aside has no header of ours.
pub fn list(outlook: &Outlook) -> Document {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("mapping", Label::Mapping.word(lang)),
        Column::text("theirs", Label::Theirs.word(lang)),
        Column::text("ours", Label::Ours.word(lang)),
    ];
    let mut sheet = Sheet::new("mappings", Label::Mappings.word(lang), columns);
    for (name, mapping) in outlook.book.office().mappings() {
        for (theirs, ours) in &mapping.columns {
            let row = [name.as_str(), theirs.as_str(), ours.as_str()];
            sheet.push(row.map(Into::into).to_vec());
        }
        for theirs in &mapping.ignore {
            let row = [name.as_str(), theirs.as_str(), ""];
            sheet.push(row.map(Into::into).to_vec());
        }
    }
    let title = Label::Mappings.word(lang);
    Document::of_rows("mappings", title, outlook.basis(), vec![sheet])
}

/// A mapping by its name.
///
/// # Errors
/// There is none of that name; the nearest ones.
pub fn named(outlook: &Outlook, typed: &str) -> Result<SavedMapping, Refusal> {
    let office = outlook.book.office();
    let found = Name::new(typed).ok();
    let found = found.and_then(|name| office.mapping(&name).cloned());
    found.ok_or_else(|| {
        let names = office.mappings().map(|(name, _)| name.as_str());
        let near = nearest(typed, names);
        Refusal::NotFound {
            thing: Thing::Mapping,
            word: typed.to_owned(),
            near: near.into_iter().map(str::to_owned).collect(),
        }
    })
}

/// A ledger's sheet under their headers, with only the columns that they have.
#[must_use]
pub fn renamed(sheet: &Sheet, mapping: &SavedMapping) -> Sheet {
    let theirs = |ours: &str| {
        let mut pairs = mapping.columns.iter();
        pairs
            .find(|(_, known)| *known == ours)
            .map(|(theirs, _)| theirs)
    };
    let kept: Vec<(usize, Column)> = sheet
        .columns()
        .iter()
        .enumerate()
        .filter_map(|(place, column)| {
            let label = theirs(&column.label)?;
            let mut column = column.clone();
            column.label.clone_from(label);
            Some((place, column))
        })
        .collect();
    let columns = kept.iter().map(|(_, column)| column.clone()).collect();
    let mut renamed = Sheet::new(sheet.key.clone(), sheet.title.clone(), columns);
    for row in sheet.rows() {
        let cells = kept
            .iter()
            .filter_map(|(place, _)| row.get(*place).cloned());
        renamed.push(cells.collect());
    }
    renamed
}
