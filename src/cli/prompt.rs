//! Asking a person at the terminal: free text by rustyline, which edits Chinese rightly, choices
//! by dialoguer. Nothing else in the program reads from the terminal, so that either can be
//! replaced here. It never decides what is missing.

use dialoguer::Select;
use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;
use thiserror::Error;

/// Why there is no answer.
#[derive(Debug, Error)]
pub(super) enum NoAnswer {
    /// Ctrl-C, Ctrl-D or Esc.
    #[error("cancelled")]
    Cancelled,
    /// The terminal failed.
    #[error("the terminal failed: {0}")]
    Terminal(String),
}

/// A line of text; asked again while it is empty.
pub(super) fn line(label: &str) -> Result<String, NoAnswer> {
    let mut editor = DefaultEditor::new().map_err(|e| NoAnswer::Terminal(e.to_string()))?;
    loop {
        match editor.readline(&format!("{label}: ")) {
            Ok(answer) if !answer.trim().is_empty() => return Ok(answer.trim().to_owned()),
            Ok(_) => {}
            Err(ReadlineError::Interrupted | ReadlineError::Eof) => {
                return Err(NoAnswer::Cancelled);
            }
            Err(error) => return Err(NoAnswer::Terminal(error.to_string())),
        }
    }
}

/// The place of one of several choices.
pub(super) fn choice(label: &str, choices: &[String]) -> Result<usize, NoAnswer> {
    let picked = Select::new()
        .with_prompt(label)
        .items(choices)
        .default(0)
        .interact_opt();
    match picked {
        Ok(Some(place)) => Ok(place),
        Ok(None) => Err(NoAnswer::Cancelled),
        Err(error) => Err(NoAnswer::Terminal(error.to_string())),
    }
}
