//! `jsonl`: one object a row, for `jq` and DuckDB. Keys are column keys, values are typed: numbers,
//! ISO days, `null` for an empty cell.
//!
//! Of a document with several sheets, each object begins with `sheet`, the key of its sheet. There
//! is no envelope and no foot: who needs as-of and fingerprint takes `json`.

use super::{PaperError, json};
use crate::report::Document;

pub(super) fn write(document: &Document) -> Result<Vec<u8>, PaperError> {
    let is_mixed = document.only_sheet().is_none();
    let mut lines = Vec::new();
    for sheet in &document.sheets {
        for record in sheet.records() {
            let record = if is_mixed {
                record.of_sheet(&sheet.key)
            } else {
                record
            };
            lines.extend(json::line(&record)?);
        }
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::sample;

    fn text(document: &Document) -> String {
        let bytes = write(document).expect("a row is always JSON");
        String::from_utf8(bytes).expect("JSON is UTF-8")
    }

    #[test]
    fn a_row_is_an_object() {
        insta::assert_snapshot!(text(&sample::list_of("修\n桥")), @r#"{"case":"2024-17","title":"修\n桥","age_days":-3,"due":null}"#);
    }

    #[test]
    fn an_object_of_a_report_names_its_sheet() {
        insta::assert_snapshot!(text(&sample::report()), @r#"
        {"sheet":"class","key":"A","count":40,"percent":"58"}
        {"sheet":"unit","key":"城建办","count":2}
        "#);
    }
}
