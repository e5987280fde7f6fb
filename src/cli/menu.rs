//! A list of choices on a terminal: moved through with the arrow keys, narrowed by what is typed.
//! Nothing is chosen by Enter that was not chosen before, unless the program itself proposes it.
//!
//! What a key comes to is worked out apart from the terminal. It knows no question and keeps no answer.

use std::io;

use dialoguer::console::{Key, Term, measure_text_width, truncate_str};

use super::pinyin::narrowed;
use crate::words::first_part;

/// Ctrl-U, which rubs out a line.
const CLEARS: char = '\u{15}';

/// Where somebody is in the list.
#[derive(Debug, Clone)]
pub(super) struct Menu<'a> {
    choices: &'a [String],
    typed: String,
    /// Among those that fit what was typed.
    at: Option<usize>,
}

/// What a key came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pressed {
    /// It goes on.
    On,
    /// The place of the choice.
    Picked(usize),
    /// Nothing is marked that could be chosen.
    Unmarked,
    /// Nothing is chosen.
    Left,
}

impl<'a> Menu<'a> {
    /// All choices, one of them proposed or none.
    pub(super) fn new(choices: &'a [String], at: Option<usize>) -> Self {
        Self {
            choices,
            typed: String::new(),
            at,
        }
    }

    /// The places of those that fit what was typed, the best first.
    fn hits(&self) -> Vec<usize> {
        let all: Vec<(usize, &String)> = self.choices.iter().enumerate().collect();
        match self.typed.is_empty() {
            true => all.iter().map(|(place, _)| *place).collect(),
            false => narrowed(&all, |(_, choice)| choice.as_str(), &self.typed)
                .into_iter()
                .map(|(place, _)| *place)
                .collect(),
        }
    }

    /// What was typed, a mark before each choice that fits, and so many of them at the most.
    pub(super) fn drawn(&self, rows: usize) -> (&str, Vec<(bool, usize)>) {
        let hits = self.hits();
        let at = self.at.unwrap_or_default();
        // The page that the marked one is on.
        let first = at - at % rows.max(1);
        let shown = hits.iter().enumerate().skip(first).take(rows.max(1));
        let shown = shown.map(|(place, choice)| (self.at == Some(place), *choice));
        (&self.typed, shown.collect())
    }

    /// What a key comes to.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "all other keys mean nothing here"
    )]
    pub(super) fn press(&mut self, key: &Key) -> Pressed {
        let hits = self.hits();
        match key {
            Key::ArrowDown | Key::Tab => self.step(hits.len(), 1),
            Key::ArrowUp | Key::BackTab => self.step(hits.len(), hits.len().saturating_sub(1)),
            Key::Char(letter) if !letter.is_control() && *letter != ' ' => {
                self.typed.push(*letter);
                self.look_anew();
            }
            Key::Backspace => {
                self.typed.pop();
                self.look_anew();
            }
            Key::Char(CLEARS) => {
                self.typed.clear();
                self.look_anew();
            }
            Key::Escape => return Pressed::Left,
            Key::Enter | Key::Char(' ') => {
                let picked = self.at.and_then(|at| hits.get(at));
                return picked.map_or(Pressed::Unmarked, |place| Pressed::Picked(*place));
            }
            _ => {}
        }
        Pressed::On
    }

    /// What only one choice fits, or is called by, is marked; among several nobody is guessed.
    fn look_anew(&mut self) {
        let hits = self.hits();
        let only = !self.typed.is_empty() && hits.len() == 1;
        // `B` is the class of that letter, and not every word that is spelled with it.
        let called = |place: &usize| {
            let choice = self
                .choices
                .get(*place)
                .and_then(|c| c.split_whitespace().next());
            choice.is_some_and(|code| code.eq_ignore_ascii_case(&self.typed))
        };
        self.at = match only {
            true => Some(0),
            false => hits.iter().position(called),
        };
    }

    /// How many choices fit what was typed, of how many; none where nothing was typed.
    fn counted(&self) -> Option<(usize, usize)> {
        (!self.typed.is_empty()).then(|| (self.hits().len(), self.choices.len()))
    }

    fn step(&mut self, count: usize, by: usize) {
        if count == 0 {
            return;
        }
        self.at = Some(match self.at {
            None if by == 1 => 0,
            None => count - 1,
            Some(at) => (at + by) % count,
        });
    }
}

/// Draws a list anew after each key until something is chosen, or nothing is to be; then the list is
/// gone from the screen, and what was chosen stands there. The bell tells that Enter chose nothing.
pub(super) fn moved_through(
    prompt: &str,
    mut menu: Menu,
    shown: &[String],
) -> io::Result<Option<usize>> {
    /// The question itself, and the line that the cursor stands on.
    const AROUND: u16 = 2;
    let term = Term::stderr();
    let (lines, columns) = term.size();
    let rows = usize::from(lines.saturating_sub(AROUND).max(1));
    term.hide_cursor()?;
    loop {
        let (typed, drawn) = menu.drawn(rows);
        let question = match menu.counted() {
            None => format!("{prompt}:"),
            Some((fit, all)) => format!("{prompt}: {typed} [{fit}/{all}]"),
        };
        let fits = usize::from(columns.saturating_sub(1));
        term.write_line(&truncate_str(&question, fits, "…"))?;
        for (marked, place) in &drawn {
            let mark = if *marked { ">" } else { " " };
            let choice = shown.get(*place).map_or("", String::as_str);
            term.write_line(&format!("{mark} {choice}"))?;
        }
        term.flush()?;
        let drawn = drawn.len() + 1;
        let pressed = term.read_key().map(|key| menu.press(&key))?;
        term.clear_last_lines(drawn)?;
        let answer = match pressed {
            Pressed::On => continue,
            Pressed::Unmarked => {
                term.write_str("\u{7}")?;
                continue;
            }
            Pressed::Picked(place) => {
                let choice = shown.get(place).map_or("", String::as_str);
                let told = format!("{}: {choice}", first_part(prompt));
                term.write_line(&truncate_str(&told, fits, "…"))?;
                Some(place)
            }
            Pressed::Left => None,
        };
        term.show_cursor()?;
        return Ok(answer);
    }
}

/// A prompt that is wider than the terminal would break the picture too: it stands above it.
pub(super) fn headed(prompt: &str) -> &str {
    const MARK: usize = 4;
    let (_, columns) = Term::stderr().size();
    if measure_text_width(prompt) + MARK <= usize::from(columns) {
        return prompt;
    }
    // Where it cannot be shown, the choices cannot either, and that is told.
    let _ = Term::stderr().write_line(prompt);
    "→"
}

/// A choice that is wider than the terminal would break the picture.
pub(super) fn fitting(choices: &[String]) -> Vec<String> {
    const MARK: u16 = 7;
    let (_, columns) = Term::stderr().size();
    let most = usize::from(columns.saturating_sub(MARK).max(8));
    let fit = |choice: &String| truncate_str(choice, most, "…").into_owned();
    choices.iter().map(fit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CATEGORIES: [&str; 4] = ["经济建设", "城建交通", "教科文卫", "城乡环境"];

    /// What some keys come to, and what was typed by then.
    fn pressed(proposed: Option<usize>, keys: &[Key]) -> (Pressed, String) {
        let choices = CATEGORIES.map(str::to_owned);
        let mut menu = Menu::new(&choices, proposed);
        let mut last = Pressed::On;
        for key in keys {
            last = menu.press(key);
        }
        (last, menu.typed.clone())
    }

    fn typed(words: &str, then: &[Key]) -> Vec<Key> {
        let letters = words.chars().map(Key::Char);
        letters.chain(then.iter().cloned()).collect()
    }

    #[test]
    fn what_is_typed_narrows_and_is_never_lost() {
        for words in ["城建", "cjjt", "chengjian"] {
            let (came, _) = pressed(None, &typed(words, &[Key::Enter]));
            assert_eq!(came, Pressed::Picked(1), "{words}");
        }
        // Several fit: none is taken before one is marked.
        let (came, shown) = pressed(None, &typed("城", &[Key::Enter]));
        assert_eq!((came, shown.as_str()), (Pressed::Unmarked, "城"));
        let down = typed("城", &[Key::ArrowDown, Key::ArrowDown, Key::Enter]);
        assert_eq!(pressed(None, &down).0, Pressed::Picked(3));
        // None fits, and that is seen; rubbed out, all are there again.
        let (came, shown) = pressed(None, &typed("水利", &[Key::Enter]));
        assert_eq!((came, shown.as_str()), (Pressed::Unmarked, "水利"));
        let cleared = typed("水利", &[Key::Char(CLEARS), Key::ArrowDown, Key::Enter]);
        assert_eq!(pressed(None, &cleared).0, Pressed::Picked(0));
        let again = [Key::Backspace, Key::Backspace, Key::ArrowUp, Key::Enter];
        assert_eq!(pressed(None, &typed("水利", &again)).0, Pressed::Picked(3));
    }

    #[test]
    fn enter_takes_nothing_that_nobody_chose() {
        assert_eq!(pressed(None, &[Key::Enter]).0, Pressed::Unmarked);
        assert_eq!(pressed(Some(0), &[Key::Enter]).0, Pressed::Picked(0));
        assert_eq!(pressed(Some(0), &[Key::Escape]).0, Pressed::Left);
        let down = [Key::ArrowDown, Key::Enter];
        assert_eq!(pressed(None, &down).0, Pressed::Picked(0));
        assert_eq!(pressed(Some(0), &down).0, Pressed::Picked(1));
    }

    #[test]
    fn a_code_that_is_typed_is_meant_before_words_that_are_spelled_with_it() {
        let choices = ["A 已经解决或基本解决", "B 正在解决", "C 留作参考"].map(str::to_owned);
        let mut menu = Menu::new(&choices, None);
        menu.press(&Key::Char('b'));
        assert_eq!(menu.press(&Key::Enter), Pressed::Picked(1));
    }

    #[test]
    fn a_long_list_shows_the_page_of_the_marked_one() {
        let choices: Vec<String> = (0..7).map(|n| n.to_string()).collect();
        let mut menu = Menu::new(&choices, None);
        let shown = |menu: &Menu| menu.drawn(3).1;
        assert_eq!(shown(&menu), [(false, 0), (false, 1), (false, 2)]);
        for _ in 0..4 {
            menu.press(&Key::ArrowDown);
        }
        assert_eq!(shown(&menu), [(true, 3), (false, 4), (false, 5)]);
    }
}
