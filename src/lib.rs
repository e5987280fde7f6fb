//! jianyi (建议): carries deputies' suggestions of China's local people's congresses from the day
//! they are handed in to the day their promise is kept.
//!
//! # Bird's-eye view
//!
//! A command line becomes a *wish*; the wish is judged against the *book* by the office's *rule
//! set* and becomes *facts*; the facts are appended to the *journal* as one line and folded into
//! the book; every list and report is asked of the book and printed on *paper* in some format.
//!
//! ```text
//! argv ─ cli ─ Command ─ decide ─ Events ─ journal ─ journal.jsonl
//!                          │                  │
//!                        rules              replay
//!                                             │
//! screen, csv, json … ─ paper ─ report ───── Book
//! ```
//!
//! # Floor plan
//!
//! Who may use whom. A test reads this table and every `use` in `src/`; to need more is to change
//! the plan in the same commit, with a reason.
//!
//! | room | may use |
//! |---|---|
//! | domain | |
//! | words | domain |
//! | journal | domain |
//! | report | domain words |
//! | paper | domain report words |
//! | intake | domain words report |
//! | cli | domain words journal report paper intake |
//!
//! What a person reads comes from `words`: labels, messages, and the sentences in which reports
//! tell their figures. Letters and notices are the one exception: their set phrases are what such a
//! paper is, Chinese whoever prints it, and stand with its form in `report::letters`.
//!
//! `paper` uses of `domain` only the small types (dates, the cell guard). `intake` uses `report` to
//! ask what our own ledger says of a case: a foreign row is compared with that, so that both
//! directions share one account of what a cell means.
//!
//! # Invariants
//!
//! - Time, user, environment and chance come in as values ([`World`], `Stamp`). `run` can be called
//!   twice in one process.
//! - The rules are in `domain::decide`, the effects of facts in `domain::book`, nothing between. No
//!   screen, report or prompt holds a rule.
//! - The journal only grows. "Recorded" is said after the sync.
//! - The domain speaks no language; a report never formats for a terminal; a paper never counts.
//! - Text from the journal never reaches a terminal with control characters in it.

pub mod cli;
pub mod domain;
pub mod intake;
pub mod journal;
pub mod paper;
pub mod report;
pub mod words;

pub use cli::{
    AtTerminal, Bar, NoAnswer, Person, Progress, Terminal, Unwatched, World, environment,
    keys_of_user, run, terminal_size,
};

/// The C library of the static build takes its time over every piece of memory.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;
