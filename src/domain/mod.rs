//! What the office knows and what its rules allow.
//!
//! Pure: no clock, no file, no terminal, no language of the user. The data goes
//! `command` → `decide` → `event` → `book`: a wish is judged against the book and becomes facts,
//! facts are folded into the book, and every report is asked of the book.

pub mod assess;
pub mod book;
pub mod colour;
pub mod command;
pub mod deadline;
pub mod decide;
pub mod event;
pub mod keyness;
pub mod performance_points;
pub mod publication;
pub mod refusal;
pub mod rules;
pub mod sample;
pub mod secret_votes;
pub mod similar;
pub mod terms;
