//! The cases of which something written may hold some words, found without reading every line.
//!
//! Refuses to say that they do: who asks looks at what stands there.

use std::collections::BTreeSet;

use super::Book;
use super::entry::FactId;
use super::history::facts_of;
use crate::domain::terms::CaseId;

impl Book {
    /// The cases of which a text may hold all of some words in lower case; none where all must be
    /// looked at.
    pub fn cases_holding(&self, words: &[String]) -> Option<BTreeSet<CaseId>> {
        let plain = !words.is_empty() && words.iter().all(|word| is_plain(word));
        let lines = self.entries.holding(words).filter(|_| plain)?;
        let lines = lines.into_iter().filter_map(|line| self.entries.get(line));
        let lines = lines.chain(self.entries.recent()).flat_map(facts_of);
        let recorded = lines.map(|(id, _)| id);
        // What was corrected does not stand as it was recorded.
        let facts = recorded.chain(self.history.corrected.keys().copied());
        let case = |id: FactId| self.fact(id)?.event.case();
        Some(facts.filter_map(case).collect())
    }
}

/// Whether a word stands in a line as it is typed: its signs have one case, and no line spells them
/// otherwise than a person does.
fn is_plain(word: &str) -> bool {
    let plain = |sign: char| {
        let one_case = sign.to_lowercase().eq([sign]) && sign.to_uppercase().eq([sign]);
        one_case && (!sign.is_ascii() || sign.is_ascii_digit())
    };
    word.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lines_may_spell_in_two_ways_is_not_looked_for_in_them() {
        for plain in ["山坪塘", "2024", "“三农”"] {
            assert!(is_plain(plain), "{plain}");
        }
        for other in ["pvc", "é", "a1", "\"", "\\", "一 二", "ｗ"] {
            assert!(!is_plain(other), "{other}");
        }
    }
}
