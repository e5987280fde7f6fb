//! Words that stay words: whatever was typed is text on the page and nothing else.

use crate::domain::terms::strip_hidden_keep_lines;

/// Words between two tags. Lines stay; the page's style shows them.
pub(super) fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in strip_hidden_keep_lines(words).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// Words between the quotes of an attribute: on one line.
pub(super) fn attribute(words: &str) -> String {
    text(words).replace(['\n', '\t'], " ")
}
