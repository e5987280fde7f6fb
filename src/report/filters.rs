//! The lists that were saved by a name: what each asks for.

use super::document::Document;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::words::{Label, Word};

/// Every saved filter, one a row.
pub fn list(outlook: &Outlook) -> Document {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("filter", Label::Name.word(lang)),
        Column::text("conditions", Label::Conditions.word(lang)),
        Column::text("sort", Label::SortedBy.word(lang)),
        Column::text("columns", Label::ColumnsShown.word(lang)),
    ];
    let title = Label::SavedFilters.word(lang);
    let mut sheet = Sheet::new("filters", title, columns);
    for (name, saved) in outlook.book.office().filters() {
        let sort = saved.sort.clone().unwrap_or_default();
        let sort = match saved.descending {
            true => format!("{sort} ↓"),
            false => sort,
        };
        let conditions = saved.conditions.join(" ");
        let row = [name.as_str(), &conditions, &sort, &saved.columns.join(",")];
        sheet.push(row.map(Into::into).to_vec());
    }
    Document::of_rows("filters", title, outlook.basis(), vec![sheet])
}
