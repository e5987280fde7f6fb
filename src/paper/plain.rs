//! `plain`: fields parted by tabs, for `cut` and `awk`. No header, no title, no foot: every line is
//! a row, and its fields are the same in every language (keys instead of labels).
//!
//! Of a document with several sheets, each line begins with the key of its sheet. Line breaks, tabs
//! and hidden characters in a cell become a space or go, so that a line stays a line.

use crate::domain::terms::strip_hidden;
use crate::report::{Cell, Document};

pub(super) fn write(document: &Document) -> Vec<u8> {
    let is_mixed = document.only_sheet().is_none();
    let mut lines = String::new();
    for sheet in &document.sheets {
        for row in sheet.rows() {
            let key = is_mixed.then(|| sheet.key.to_string());
            let cells = row.iter().map(field);
            let fields: Vec<String> = key.into_iter().chain(cells).collect();
            lines.push_str(&fields.join("\t"));
            lines.push('\n');
        }
    }
    lines.into_bytes()
}

fn field(cell: &Cell) -> String {
    strip_hidden(&cell.plain()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::sample;

    fn check(document: &Document, lines: &str) {
        assert_eq!(String::from_utf8(write(document)).as_deref(), Ok(lines));
    }

    #[test]
    fn a_row_is_a_line_whatever_its_cells_hold() {
        let list = sample::list_of("修\t桥\n\u{202e}=1+1\u{1b}[31m");
        check(&list, "2024-17\t修 桥 =1+1[31m\t-3\t\n");
    }

    #[test]
    fn a_line_of_a_report_names_its_sheet() {
        check(&sample::report(), "class\tA\t40\t58\nunit\t城建办\t2\n");
    }

    #[test]
    fn no_rows_no_bytes() {
        let mut report = sample::report();
        report.sheets.clear();
        check(&report, "");
    }
}
