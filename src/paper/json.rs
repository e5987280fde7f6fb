//! `json`: one document with its envelope on one line, for programs.
//!
//! Nothing is taken away, but hidden characters stand escaped (`\u202e`), so that they do not come
//! to life on a terminal.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::PaperError;
use crate::domain::terms::is_hidden;
use crate::report::Document;

pub(super) fn write(document: &Document) -> Result<Vec<u8>, PaperError> {
    line(document)
}

/// A value as one line, with its end.
pub(super) fn line(value: &impl Serialize) -> Result<Vec<u8>, PaperError> {
    let mut bytes = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut bytes, Escaping))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Compact, with every hidden character escaped. JSON itself asks for that only below U+0020.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W>(&mut self, to: &mut W, fragment: &str) -> io::Result<()>
    where
        W: ?Sized + io::Write,
    {
        let mut visible_from = 0;
        for (at, hidden) in fragment.match_indices(is_hidden) {
            to.write_all(&fragment.as_bytes()[visible_from..at])?;
            for unit in hidden.encode_utf16() {
                write!(to, "\\u{unit:04x}")?;
            }
            visible_from = at + hidden.len();
        }
        to.write_all(&fragment.as_bytes()[visible_from..])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::*;
    use crate::paper::sample;

    fn text(document: &Document) -> String {
        let bytes = write(document).expect("a document is always JSON");
        String::from_utf8(bytes).expect("JSON is UTF-8")
    }

    #[test]
    fn an_envelope_and_typed_rows() {
        insta::assert_snapshot!(text(&sample::list_of("修\n桥 \"二\" \u{202e}\u{9b}31m")), @r#"{"schema_version":1,"kind":"list","as_of":"2024-12-31","known":812,"rules":"chongqing-2017","fingerprint":"9f2c","data":[{"case":"2024-17","title":"修\n桥 \"二\" \u202e\u009b31m","age_days":-3,"due":null}]}"#);
    }

    #[test]
    fn it_is_one_line_with_an_end() {
        let json = text(&sample::report());
        assert_eq!(json.find('\n'), Some(json.len() - 1));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_hidden(words in any::<String>()) {
            let bytes = line(&words).expect("a text is always JSON");
            let json = String::from_utf8(bytes).expect("JSON is UTF-8");
            assert!(!json.trim_end_matches('\n').contains(is_hidden));
            assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), words);
        }
    }
}
