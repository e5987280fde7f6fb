//! Which facts may hold some words, found without unpacking each case and reading each fact.
//!
//! Refuses to be exact: who asks looks at the facts it names, and finds there what stands.

use std::collections::BTreeSet;

use super::Book;
use super::entry::Fact;
use super::history::facts_of;

impl Book {
    /// Shows the facts of cases that stand and may hold all of some words in lower case, each for one
    /// look, in the order of recording.
    pub fn look_through(&self, words: &[String], mut look: impl FnMut(Fact<'_>)) {
        let plain = !words.is_empty() && words.iter().all(|word| is_plain(word));
        let holding = self.entries.holding(words).filter(|_| plain);
        let lines: BTreeSet<u64> = match holding {
            Some(lines) => {
                let recent = self.entries.recent().iter().map(|entry| entry.seq);
                // What was corrected does not stand as it was recorded.
                let corrected = self.history.corrected.keys().map(|id| id.line);
                lines.into_iter().chain(recent).chain(corrected).collect()
            }
            None => (1..=self.head()).collect(),
        };
        for line in lines {
            let again = match self.entries.at_hand(line) {
                Some(_) => None,
                None => self.entries.read_again(line),
            };
            let entry = again.as_ref().or_else(|| self.entries.at_hand(line));
            for (id, _) in entry.into_iter().flat_map(facts_of) {
                let event = entry.and_then(|entry| self.history.standing(entry, id));
                if let (Some(entry), Some(event)) = (entry, event)
                    && event.case().is_some()
                {
                    look(Fact { id, entry, event });
                }
            }
        }
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
