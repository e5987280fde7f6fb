//! What was asked for at the terminal beside what was typed: the guided way through a command.
//!
//! Each answer is kept as the option that would have said it, so that the answers and the line that
//! was typed are one command line: it is run again where one answer is given anew, and printed at
//! the end as what a script would write. It asks nothing itself and knows no verb.

use std::ffi::OsString;

use thiserror::Error;

/// An answer, as the command line would have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    /// `--why`, or `CASES` for a value that stands alone.
    pub(super) flag: String,
    /// What was asked, in words.
    pub(super) label: String,
    pub(super) value: Value,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A value.
    Words(String),
    /// Yes: the option stands without a value.
    Set,
    /// It was passed over.
    Skipped,
}

/// One answer is given anew.
#[derive(Debug, Error)]
#[error("answer {0} is given anew")]
pub(super) struct Anew(pub(super) usize);

impl Anew {
    /// The line is read anew with all its answers, since one came to it.
    pub(super) fn nothing() -> Self {
        Self(usize::MAX)
    }
}

/// The line as it was typed, and the answers.
#[derive(Debug, Clone, Default)]
pub(super) struct Guide {
    typed: Vec<OsString>,
    /// Which part of a command is meant was asked too.
    is_led: bool,
    pub(super) answers: Vec<Answer>,
}

impl Guide {
    /// A line as it was typed, the program's name first.
    pub(super) fn new(typed: Vec<OsString>) -> Self {
        Self {
            typed,
            is_led: false,
            answers: Vec::new(),
        }
    }

    /// Whether anything was asked.
    pub(super) fn is_used(&self) -> bool {
        !self.answers.is_empty()
    }

    /// Goes on to a part of the command that was typed.
    pub(super) fn lead(&mut self, part: &str) {
        self.is_led = true;
        self.typed.push(part.into());
    }

    /// Whether the line to be told is another than the one that was typed.
    pub(super) fn says_more(&self) -> bool {
        self.is_led || self.is_used()
    }

    /// Whether it was asked and passed over.
    pub(super) fn skipped(&self, flag: &str) -> bool {
        let skipped = |a: &Answer| a.flag == flag && a.value == Value::Skipped;
        self.answers.iter().any(skipped)
    }

    /// Takes an answer back, and those that stand alone after one that stands alone: the places of
    /// such values tell them apart.
    pub(super) fn forget(&mut self, which: usize) {
        if which >= self.answers.len() {
            return;
        }
        let gone = self.answers.remove(which);
        if !gone.is_option() {
            let mut place = 0;
            self.answers.retain(|answer| {
                place += 1;
                place <= which || answer.is_option()
            });
        }
    }

    /// The whole line.
    pub(super) fn line(&self) -> Vec<OsString> {
        let end = self.typed.iter().position(|word| word == "--");
        let (head, tail) = self.typed.split_at(end.unwrap_or(self.typed.len()));
        let mut line: Vec<OsString> = head.to_vec();
        let (options, alone): (Vec<&Answer>, Vec<&Answer>) =
            self.answers.iter().partition(|a| a.is_option());
        for Answer { flag, value, .. } in options {
            match value {
                Value::Words(words) if words.starts_with('-') || words.is_empty() => {
                    line.push(format!("{flag}={words}").into());
                }
                Value::Words(words) => line.extend([flag.into(), words.into()]),
                Value::Set => line.push(flag.into()),
                Value::Skipped => {}
            }
        }
        let alone: Vec<&String> = alone
            .iter()
            .filter_map(|answer| match &answer.value {
                Value::Words(words) => Some(words),
                Value::Set | Value::Skipped => None,
            })
            .collect();
        let odd = alone.iter().any(|words| words.starts_with('-'));
        if tail.is_empty() && !odd {
            // After the verb and what was typed for it, as a person would write them.
            line.extend(alone.into_iter().map(OsString::from));
            return line;
        }
        line.push("--".into());
        line.extend(tail.iter().skip(1).cloned());
        line.extend(alone.into_iter().map(OsString::from));
        line
    }

    /// The whole line as it can be pasted.
    pub(super) fn told(&self) -> String {
        let words = self.line();
        let words = words.iter().skip(1).map(|word| word.to_string_lossy());
        let quoted: Vec<String> = words.map(|word| quoted(&word)).collect();
        format!("jianyi {}", quoted.join(" "))
    }
}

impl Answer {
    fn is_option(&self) -> bool {
        self.flag.starts_with('-')
    }
}

/// A word as a shell takes it. PowerShell doubles the mark, the others step out of it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:,@%+=、《》".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    let inner = if cfg!(windows) { "''" } else { "'\\''" };
    format!("'{}'", word.replace('\'', inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(flag: &str, value: &str) -> Answer {
        Answer {
            flag: flag.to_owned(),
            label: flag.to_owned(),
            value: Value::Words(value.to_owned()),
        }
    }

    fn guide() -> Guide {
        let mut guide = Guide::new(["jianyi", "progress"].map(OsString::from).into());
        guide.answers = vec![
            answer("CASES", "17"),
            answer("NOTE", "it's done"),
            answer("--why", "-1"),
        ];
        guide
    }

    #[test]
    fn a_line_can_be_pasted() {
        let guide = guide();
        assert_eq!(guide.told(), "jianyi progress --why=-1 17 'it'\\''s done'");
        assert!(shlex_like(&guide.told()).ends_with(&["it's done".to_owned()]));
    }

    /// What a POSIX shell makes of a line.
    fn shlex_like(line: &str) -> Vec<String> {
        let done = std::process::Command::new("sh")
            .args(["-c", &format!("printf '%s\\n' {line}")])
            .output()
            .expect("a shell");
        let out = String::from_utf8(done.stdout).expect("UTF-8");
        out.lines().map(str::to_owned).collect()
    }

    #[test]
    fn what_stands_alone_is_asked_again_from_there_on() {
        let mut guide = guide();
        guide.forget(0);
        assert_eq!(guide.answers, [answer("--why", "-1")]);
    }
}
