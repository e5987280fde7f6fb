//! Which facts may hold some words, found without unpacking each case and reading each fact.
//!
//! Refuses to be exact: who asks looks at the facts it names, and finds there what stands.

use super::Book;
use super::entry::{Entry, Fact};
use super::history::facts_of;
use crate::domain::event::Event;

impl Book {
    /// Shows the facts of cases that stand, happened by the view's day and may hold all of some words in
    /// lower case, each for one look, in the order of recording.
    pub fn look_through(&self, words: &[String], mut look: impl FnMut(Fact<'_>)) {
        let plain = words.iter().all(|word| is_plain(word));
        let look = |entry: &Entry| {
            for (id, _) in facts_of(entry) {
                let event = self.history.standing(entry, id);
                let counts =
                    |event: &&Event| event.case().is_some() && self.view.has_come(event.on());
                if let Some(event) = event.filter(counts) {
                    look(Fact { id, entry, event });
                }
            }
        };
        // What was corrected does not stand as it was recorded.
        let corrected = self.history.corrected.keys().map(|id| id.line).collect();
        let words = if plain { words } else { &[] };
        self.entries.look_at_holding(words, &corrected, look);
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
