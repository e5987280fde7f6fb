//! What went wrong, as the terminal says it, and the exit code that scripts see.

use std::io;

use thiserror::Error;

use crate::domain::book::{Book, Clash, Impossible};
use crate::domain::refusal::{HandOverRule, Refusal, Rule};
use crate::domain::rules::RulesError;
use crate::report::NoSuchFigure;
use crate::report::scope::Unclear;
use crate::words::{self, Lang, Message};

/// The documented exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// The disk, or a bug.
    Unexpected = 1,
    /// A bad option, an impossible date, a missing input file or value.
    Misuse = 2,
    /// No such case, unit, deputy; or ambiguous.
    NotFound = 3,
    /// A rule refused it.
    Refused = 4,
    /// Locked, or changed meanwhile; safe to retry.
    Busy = 5,
    /// The journal is damaged or newer; nothing was written.
    Damaged = 6,
    /// Cancelled at a prompt.
    Cancelled = 7,
    /// Findings of a check, for scripts.
    Findings = 8,
}

/// A failure that knows its words.
#[derive(Debug, Error)]
#[error("{}", message.what)]
pub(super) struct Failure {
    message: Message,
    exit: Exit,
}

impl Failure {
    pub(super) fn told(message: Message, exit: Exit) -> Self {
        Self { message, exit }
    }

    /// Its words.
    pub(super) fn message(&self) -> &Message {
        &self.message
    }

    /// The same with one more thing to do.
    pub(super) fn hinting(mut self, hint: String) -> Self {
        self.message.hints.insert(0, hint);
        self
    }

    /// What was to be printed did not arrive whole.
    pub(super) fn unprinted(lang: Lang, error: &io::Error) -> Self {
        let message = words::unprinted(lang, &words::system(lang, error));
        Self::told(message, Exit::Unexpected)
    }

    /// The same of a step that follows the line once it is on disk.
    pub(super) fn once_recorded(mut self, lang: Lang) -> Self {
        self.message = words::recorded_all_the_same(lang, self.message);
        self
    }

    pub(super) fn refused(lang: Lang, refusal: &Refusal, book: &Book) -> Self {
        let exit = match refusal {
            Refusal::NotFound { .. } | Refusal::Ambiguous { .. } => Exit::NotFound,
            Refusal::Rule { rule, .. } => of_rule(rule),
        };
        Self::told(words::refusal(lang, refusal, book), exit)
    }
}

/// What is missing or says nothing is misuse, what could be several is ambiguous; all other rules
/// refuse.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the few that are no rule of an office"
)]
fn of_rule(rule: &Rule) -> Exit {
    match rule {
        Rule::NothingAmended
        | Rule::NeedsGrade
        | Rule::NeedsProposer
        | Rule::HandOver(HandOverRule::NeedsUnit) => Exit::Misuse,
        Rule::HandOver(HandOverRule::WhichUnit { .. }) => Exit::NotFound,
        Rule::Contradicts(Impossible {
            clash: Clash::BadValue(..),
            ..
        }) => Exit::Misuse,
        _ => Exit::Refused,
    }
}

/// A reader that went away is no failure: `jianyi list | head`.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>();
        io.is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
    })
}

/// The words and the code of any failure.
pub(super) fn explain(lang: Lang, error: &anyhow::Error) -> (Message, Exit) {
    if let Some(failure) = error.downcast_ref::<Failure>() {
        return (failure.message.clone(), failure.exit);
    }
    if let Some(unclear) = error.downcast_ref::<Unclear>() {
        return (unclear_words(lang, unclear), Exit::Misuse);
    }
    if let Some(missing) = error.downcast_ref::<NoSuchFigure>() {
        let message = words::no_such_figure(lang, &missing.name, &missing.nearest);
        return (message, Exit::NotFound);
    }
    if let Some(rules) = error.downcast_ref::<RulesError>() {
        return (words::bad_rules(lang, rules), Exit::Misuse);
    }
    let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
    (
        words::unexpected(lang, &causes.join(": ")),
        Exit::Unexpected,
    )
}

fn unclear_words(lang: Lang, unclear: &Unclear) -> Message {
    let (field, typed) = (&unclear.field, &unclear.typed);
    match unclear.choices.as_slice() {
        [] => words::bad_word(lang, field, typed),
        choices => words::bad_choice(lang, field, typed, choices),
    }
}

/// A message as lines on a terminal.
pub(super) fn lines(lang: Lang, message: &Message, exit: Exit) -> String {
    let heading = match (lang, exit) {
        // What was asked for was done; this is what it found.
        (Lang::Zh, Exit::Findings) => "注意",
        (Lang::En, Exit::Findings) => "note",
        (Lang::Zh, _) => "错误",
        (Lang::En, _) => "error",
    };
    let mut out = format!("{heading}: {}\n", message.what);
    if let Some(why) = &message.why {
        out += &format!("  {why}\n");
    }
    for hint in &message.hints {
        let mark = match lang {
            Lang::Zh => "提示",
            Lang::En => "hint",
        };
        out += &format!("{mark}: {hint}\n");
    }
    out
}
