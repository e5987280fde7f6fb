//! Names of worksheets that Excel takes: at most 31 UTF-16 units, without `[ ] : * ? / \`, not
//! beginning or ending with an apostrophe, not `History`, and no two alike but for capitals.

use std::collections::BTreeSet;

use crate::domain::terms::strip_hidden;

const UNITS_MOST: usize = 31;

/// The names that are taken.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// The nearest legal name that is still free; the key stands in where nothing of it is legal.
    pub(super) fn legal(&mut self, wanted: &str, key: &str) -> String {
        let base = [wanted, key, "sheet"]
            .into_iter()
            .map(cleaned)
            .find(|name| !name.is_empty())
            .unwrap_or_default();
        let mut name = shortened(&base, "");
        let mut place = 1_u32;
        while !self.taken.insert(name.to_lowercase()) {
            place += 1;
            name = shortened(&base, &format!("({place})"));
        }
        name
    }
}

fn cleaned(wanted: &str) -> String {
    let legal = strip_hidden(wanted).replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
    let bare = legal.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    match bare.eq_ignore_ascii_case("history") {
        true => format!("{bare}_"),
        false => bare.to_owned(),
    }
}

fn shortened(base: &str, tail: &str) -> String {
    let mut room = UNITS_MOST - tail.len();
    let fits = |c: &char| {
        let units = c.len_utf16();
        let fits = units <= room;
        room = room.saturating_sub(units);
        fits
    };
    let head: String = base.chars().take_while(fits).collect();
    format!("{}{tail}", head.trim_end_matches('\''))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use super::*;

    #[test]
    fn what_is_illegal_goes_and_what_is_taken_is_counted() {
        let mut names = Names::default();
        for (wanted, name) in [
            ("办理结果", "办理结果"),
            ("办理结果", "办理结果(2)"),
            ("a/b:c?", "a b c"),
            ("A b C", "A b C(2)"),
            ("'引'", "引"),
            ("History", "History_"),
            ("", "unit"),
            ("[]", "unit(2)"),
        ] {
            assert_eq!(names.legal(wanted, "unit"), name, "{wanted}");
        }
        assert_eq!(names.legal(&"𠮷".repeat(20), "unit"), "𠮷".repeat(15));
        assert_eq!(
            names.legal(&"𠮷".repeat(20), "unit"),
            format!("{}(2)", "𠮷".repeat(14))
        );
    }

    proptest! {
        #[test]
        fn every_name_is_taken_by_the_writer(wanted in "[\\[\\]:*?/'A-Ca一𠮷 ]{0,40}|\\PC{0,40}") {
            let mut names = Names::default();
            let mut book = rust_xlsxwriter::Workbook::new();
            for _ in 0..3 {
                let sheet = book.add_worksheet();
                sheet.set_name(names.legal(&wanted, "key")).expect("a legal name");
            }
            book.save_to_buffer().expect("a workbook");
        }
    }
}
