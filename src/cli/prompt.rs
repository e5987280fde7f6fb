//! Asking a person at the terminal: lines of text by rustyline, which edits Chinese rightly, choices
//! by dialoguer, long texts in the editor of the user. Nothing else in the program reads from the
//! terminal, so that each can be replaced here. It never decides what is missing.

use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::process::{Command, Stdio};

use dialoguer::MultiSelect;
use dialoguer::console::Term;
use encoding_rs::GB18030;
use rustyline::config::Behavior;
use rustyline::error::ReadlineError;
use rustyline::{Config, DefaultEditor};
use thiserror::Error;

use super::menu::{Menu, fitting, headed, moved_through};
use super::seat::{Keys, LEAVES, LINE_MOST, Seat, more_waits};
use crate::words::first_part;

/// Why there is no answer.
#[derive(Debug, Error)]
pub enum NoAnswer {
    /// Ctrl-C, Ctrl-D or Esc.
    #[error("cancelled")]
    Cancelled,
    /// The editor could not be run, or failed.
    #[error("the editor failed: {0}")]
    Editor(String),
    /// The terminal kept so many bytes of a line and dropped the rest.
    #[error("the line was cut after {0} bytes")]
    Cut(usize),
    /// The terminal failed.
    #[error("the terminal failed: {0}")]
    Terminal(String),
}

/// Who is asked. A test answers from a list.
pub trait Person {
    /// A line of text; an empty one is an answer too.
    ///
    /// # Errors
    /// There is no answer.
    fn line(&mut self, prompt: &str) -> Result<String, NoAnswer>;

    /// The place of one of several choices.
    ///
    /// # Errors
    /// There is no answer.
    fn one(&mut self, prompt: &str, choices: &[String]) -> Result<usize, NoAnswer>;

    /// The same of the program's own words, the first of which it proposes.
    ///
    /// # Errors
    /// There is no answer.
    fn proposed(&mut self, prompt: &str, choices: &[String]) -> Result<usize, NoAnswer> {
        self.one(prompt, choices)
    }

    /// The places of any number of choices.
    ///
    /// # Errors
    /// There is no answer.
    fn several(&mut self, prompt: &str, choices: &[String]) -> Result<Vec<usize>, NoAnswer>;

    /// A long text, written in an editor that is named as a shell would have it.
    ///
    /// # Errors
    /// There is no answer.
    fn write(&mut self, editor: &str) -> Result<String, NoAnswer>;

    /// Whether a long page was read in a pager, named as a shell would have it.
    fn reads(&mut self, _pager: &str, _page: &[u8]) -> bool {
        false
    }
}

/// The person at this process's terminal.
pub struct AtTerminal {
    /// Nothing can be drawn on it.
    is_dumb: bool,
    /// From the first question on.
    seat: Option<Seat>,
    /// What was typed before, for the arrow keys.
    typed: Vec<String>,
}

/// Columns and lines of the terminal that the output goes to.
pub fn terminal_size() -> Option<(u16, u16)> {
    let (lines, columns) = Term::stdout().size_checked()?;
    Some((columns, lines))
}

impl Person for AtTerminal {
    fn line(&mut self, prompt: &str) -> Result<String, NoAnswer> {
        let prompt = format!("{prompt}: ");
        let answer = match self.is_dumb {
            true => self.seat().asked(Keys::Lines, || plain_line(&prompt))?,
            false => self.edited_line(&prompt)?,
        };
        Ok(answer.trim().to_owned())
    }

    fn one(&mut self, prompt: &str, choices: &[String]) -> Result<usize, NoAnswer> {
        self.chosen(prompt, Menu::new(choices, None), choices)
    }

    fn proposed(&mut self, prompt: &str, choices: &[String]) -> Result<usize, NoAnswer> {
        self.chosen(prompt, Menu::new(choices, Some(0)), choices)
    }

    fn several(&mut self, prompt: &str, choices: &[String]) -> Result<Vec<usize>, NoAnswer> {
        if !self.draws() {
            return self.by_number(prompt, choices, |typed| {
                let numbers = typed
                    .split([',', '，', '、', ' '])
                    .filter(|n| !n.is_empty());
                let places: Option<Vec<usize>> = numbers
                    .map(|n| n.parse().ok().and_then(|n| place(n, choices)))
                    .collect();
                // None may be meant, as where they are picked with the arrow keys.
                places
            });
        }
        let select = MultiSelect::new()
            .with_prompt(headed(prompt))
            .items(fitting(choices));
        picked(self.seat().asked(Keys::Single, || select.interact_opt()))
    }

    fn write(&mut self, editor: &str) -> Result<String, NoAnswer> {
        let failed = |e: io::Error| NoAnswer::Editor(e.to_string());
        let file = tempfile::Builder::new()
            .suffix(".txt")
            .tempfile()
            .map_err(failed)?;
        let mut words = editor.split_whitespace();
        let program = words.next().unwrap_or("vi");
        let mut command = Command::new(program);
        command.args(words).arg(file.path());
        let status = self.seat().asked(Keys::Elsewhere, || command.status());
        let status = status.map_err(|e| NoAnswer::Editor(format!("{program}: {e}")))?;
        if !status.success() {
            return Err(NoAnswer::Editor(format!("{program}: {status}")));
        }
        let bytes = std::fs::read(file.path()).map_err(failed)?;
        edited(&bytes).map_err(|e| NoAnswer::Editor(e.to_string()))
    }

    fn reads(&mut self, pager: &str, page: &[u8]) -> bool {
        let mut words = pager.split_whitespace();
        let Some(program) = words.next() else {
            return false;
        };
        let pager = Command::new(program)
            .args(words)
            .env("LESSCHARSET", "utf-8")
            .stdin(Stdio::piped())
            .spawn();
        let Ok(mut pager) = pager else {
            return false;
        };
        self.seat().asked(Keys::Elsewhere, || {
            if let Some(mut pipe) = pager.stdin.take() {
                // Who has read enough closes it.
                let _ = pipe.write_all(page);
            }
            pager.wait().is_ok_and(|status| status.success())
        })
    }
}

impl AtTerminal {
    /// The terminal of a kind, as `TERM` names it.
    pub fn of_kind(term: Option<OsString>) -> Self {
        Self {
            is_dumb: term.is_some_and(|term| term == "dumb"),
            seat: None,
            typed: Vec::new(),
        }
    }

    /// The place of a choice: with the keys where choices can be drawn, else by its number.
    fn chosen(&mut self, prompt: &str, menu: Menu, choices: &[String]) -> Result<usize, NoAnswer> {
        if !self.draws() {
            return self.by_number(prompt, choices, |typed| {
                typed.parse().ok().and_then(|n| place(n, choices))
            });
        }
        let prompt = headed(prompt);
        let shown = fitting(choices);
        let asked = || moved_through(prompt, menu, &shown);
        picked(
            self.seat()
                .asked(Keys::Single, asked)
                .map_err(dialoguer::Error::IO),
        )
    }

    fn seat(&mut self) -> &Seat {
        self.seat.get_or_insert_with(Seat::new)
    }

    /// A line that is edited with all keys. The editor is there for one question only, since it
    /// keeps every signal to itself while it lives.
    fn edited_line(&mut self, prompt: &str) -> Result<String, NoAnswer> {
        let failed = |e: ReadlineError| NoAnswer::Terminal(e.to_string());
        // Data may be on its way into a file or a variable: questions go to the terminal.
        let config = Config::builder().behavior(Behavior::PreferTerm).build();
        let typed = std::mem::take(&mut self.typed);
        let read = self.seat().asked(Keys::Elsewhere, || {
            let mut editor = DefaultEditor::with_config(config)?;
            for line in &typed {
                editor.add_history_entry(line)?;
            }
            editor.readline(prompt)
        });
        self.typed = typed;
        match read {
            Ok(line) => {
                if !line.trim().is_empty() {
                    self.typed.push(line.trim().to_owned());
                }
                Ok(line)
            }
            Err(ReadlineError::Interrupted | ReadlineError::Eof) => Err(NoAnswer::Cancelled),
            Err(error) => Err(failed(error)),
        }
    }

    /// Whether choices can be moved through with the arrow keys.
    fn draws(&self) -> bool {
        Term::stderr().is_term() && !self.is_dumb
    }

    /// Where nothing can be drawn: the choices with numbers, and one or more numbers as a line.
    fn by_number<T>(
        &mut self,
        prompt: &str,
        choices: &[String],
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, NoAnswer> {
        // How the keys are used is of no use here.
        let prompt = first_part(prompt);
        let mut page = String::new();
        for (number, choice) in (1..).zip(choices) {
            page += &format!("{number}) {choice}\n");
        }
        let mut asked = format!("{page}{prompt} [1-{}]", choices.len());
        loop {
            // What was pasted is no number.
            match self.line(&asked) {
                Err(NoAnswer::Cut(_)) => {}
                line => {
                    if let Some(answer) = read(&line?) {
                        return Ok(answer);
                    }
                }
            }
            asked = format!("{prompt} [1-{}]", choices.len());
        }
    }
}

/// What an editor left: with or without a mark of its encoding, UTF-8 or GB18030.
fn edited(bytes: &[u8]) -> Result<String, std::str::Utf8Error> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let utf8 = std::str::from_utf8(bytes).map(str::to_owned);
    utf8.or_else(|error| match GB18030.decode(bytes) {
        (text, _, false) => Ok(text.into_owned()),
        (_, _, true) => Err(error),
    })
}

fn place(number: usize, choices: &[String]) -> Option<usize> {
    (1..=choices.len())
        .contains(&number)
        .then(|| number.saturating_sub(1))
}

fn picked<T>(answer: dialoguer::Result<Option<T>>) -> Result<T, NoAnswer> {
    match answer {
        Ok(Some(picked)) => Ok(picked),
        Ok(None) => Err(NoAnswer::Cancelled),
        Err(dialoguer::Error::IO(error)) => {
            // The picture was left in the middle: the cursor is to be seen again.
            let _ = Term::stderr().show_cursor();
            let gone = [io::ErrorKind::Interrupted, io::ErrorKind::UnexpectedEof];
            Err(match gone.contains(&error.kind()) {
                true => NoAnswer::Cancelled,
                false => NoAnswer::Terminal(error.to_string()),
            })
        }
    }
}

/// A line as the terminal itself has it edited, with those that were pasted with it. Ctrl-C ends it
/// too.
fn plain_line(prompt: &str) -> Result<String, NoAnswer> {
    let failed = |e: io::Error| NoAnswer::Terminal(e.to_string());
    let mut stderr = io::stderr();
    let shown = stderr.write_all(prompt.as_bytes());
    shown.and_then(|()| stderr.flush()).map_err(failed)?;
    let mut stdin = io::stdin().lock();
    let mut lines = Vec::new();
    let mut is_cut = false;
    let mut begun = 0;
    loop {
        let read = stdin.fill_buf().map_err(failed)?;
        let end = read.iter().position(|byte| [b'\n', LEAVES].contains(byte));
        let taken = end.map_or(read.len(), |end| end + 1);
        let last = taken.checked_sub(1).and_then(|at| read.get(at)).copied();
        let is_followed = taken < read.len();
        lines.extend_from_slice(&read[..taken]);
        stdin.consume(taken);
        match last {
            Some(b'\n') => {
                is_cut |= lines.len() - begun > LINE_MOST;
                begun = lines.len();
                if is_followed || more_waits() {
                    continue;
                }
                return match is_cut {
                    true => Err(NoAnswer::Cut(LINE_MOST)),
                    false => {
                        String::from_utf8(lines).map_err(|e| NoAnswer::Terminal(e.to_string()))
                    }
                };
            }
            None | Some(LEAVES) => return Err(NoAnswer::Cancelled),
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_any_editor_leaves_is_read() {
        for bytes in [
            "修桥".as_bytes(),
            "\u{feff}修桥".as_bytes(),
            b"\xd0\xde\xc7\xc5",
        ] {
            assert_eq!(edited(bytes).as_deref(), Ok("修桥"), "{bytes:?}");
        }
        assert!(edited(b"\xff\xff\xff").is_err());
    }

    #[test]
    fn a_pager_that_fails_has_shown_nothing() {
        let mut person = AtTerminal::of_kind(None);
        assert!(!person.reads("false", b"page"));
        assert!(!person.reads("no-such-pager-here", b"page"));
    }
}
