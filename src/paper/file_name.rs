//! Names of files that any system takes, Windows too: no signs that it forbids, no name that it
//! keeps for itself, no space or dot at the end, not too long, no two alike but for capitals.

use std::collections::BTreeSet;

use crate::domain::terms::strip_hidden;

/// Bytes of UTF-8 before the ending; most systems take 255 with it.
const BYTES_MOST: usize = 180;
/// What Windows keeps for its devices.
const KEPT: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The names that are taken in a folder.
#[derive(Debug, Default)]
pub struct FileNames {
    taken: BTreeSet<String>,
}

impl FileNames {
    /// The nearest legal name that is still free, with its ending: `第17号-答复.docx`.
    pub fn legal(&mut self, wanted: &str, ending: &str) -> String {
        let base = cleaned(wanted);
        let mut name = base.clone();
        let mut place = 1_u32;
        while !self.taken.insert(name.to_lowercase()) {
            place += 1;
            name = format!("{base}-{place}");
        }
        match ending.is_empty() {
            // A dot at the end is none that Windows keeps.
            true => name,
            false => format!("{name}.{ending}"),
        }
    }
}

fn cleaned(wanted: &str) -> String {
    const FORBIDDEN: [char; 9] = ['<', '>', ':', '"', '/', '\\', '|', '?', '*'];
    let legal = strip_hidden(wanted).replace(FORBIDDEN, "_");
    let mut name = String::new();
    for c in legal.trim().chars() {
        if name.len() + c.len_utf8() > BYTES_MOST {
            break;
        }
        name.push(c);
    }
    let name = name.trim_end_matches(['.', ' ']).trim_start_matches('.');
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let numbered = |device: &str| {
        let rest = stem.strip_prefix(device);
        rest.is_some_and(|n| n.len() == 1 && n.chars().all(|c| c.is_ascii_digit()))
    };
    let is_kept = KEPT.contains(&stem.as_str()) || numbered("com") || numbered("lpt");
    match name.is_empty() || is_kept {
        true => format!("_{name}"),
        false => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_windows_forbids_goes_and_what_is_taken_is_counted() {
        let mut names = FileNames::default();
        for (wanted, name) in [
            ("第17号-答复-李秀英", "第17号-答复-李秀英.docx"),
            ("第17号-答复-李秀英", "第17号-答复-李秀英-2.docx"),
            ("../a:b\\c|d?*\"<>", "_a_b_c_d_____.docx"),
            ("CON", "_CON.docx"),
            ("com1.x", "_com1.x.docx"),
            ("尾点. ", "尾点.docx"),
            ("\u{202e}\n", "_.docx"),
        ] {
            assert_eq!(names.legal(wanted, "docx"), name);
        }
        assert_eq!(names.legal("附件.", ""), "附件");
        let long = names.legal(&"长".repeat(400), "docx");
        assert!(long.len() < 200, "{long}");
    }
}
