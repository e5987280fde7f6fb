//! What is asked of the book: pure functions from a book and a date to plain values.
//!
//! Every reading command builds one [`Document`], and every format is derived from it: `json` from
//! its data, the others from its sheets. [`Figures`] are counted sections whose every row can name
//! the cases behind it; a [`Sheet`] is a grid of typed cells; a [`Block`] is a piece of a text.
//!
//! Refuses: to change the book, to ask the clock, to know a format or a terminal. The words a
//! person reads are handed in.

pub mod activities;
mod addresses;
pub mod annual;
pub mod assessment;
mod beside;
mod block;
pub mod booklet;
mod breakdown;
mod case_rows;
mod case_sheet;
mod case_value;
mod cell;
pub mod checks;
pub mod citizens;
pub mod commitments;
mod compare;
pub mod complete;
pub mod deadline;
mod deeds;
pub mod deputy_card;
pub mod deputy_file;
mod detail;
mod document;
pub mod dossier;
pub mod due;
mod due_work;
pub mod explain;
mod fact_fields;
mod figures;
pub mod filters;
pub mod groups;
mod handling;
mod judgement;
pub mod ledger;
pub mod letters;
pub mod list;
pub mod lists;
pub mod log;
pub mod mappings;
mod masking;
pub mod meetings;
pub mod mentioned;
mod month;
pub mod monthly;
mod moved;
mod next_due;
mod one_person;
pub mod opinions;
mod outlook;
mod oversight;
mod particulars;
pub mod performance;
pub mod projects;
pub mod public;
mod rates;
pub mod ratings;
pub mod roster;
pub mod roster_counted;
pub mod roster_out;
mod rows;
pub mod rules;
pub mod scope;
pub mod search;
mod section;
mod sessions;
mod shared;
mod sheet;
pub mod show;
pub mod similar;
pub mod summary;
mod table;
mod tally;
mod texts;
pub mod today;
pub mod trend;
mod units;
pub mod urgent;
mod work;

pub use beside::beside;
pub use block::{Block, FormRow, copied};
pub use cell::{Cell, Tone};
pub use document::{Basis, Data, Document};
pub use figures::{Explained, Figures, NoSuchFigure, Scope};
pub use masking::seen;
pub use month::Month;
pub use moved::{Moved, moved};
pub use next_due::next_due;
pub use outlook::{LAYOUT, Outlook};
pub use rows::{Cells, Rows};
pub use section::{Denominator, Formula, Heading, Headings, Measure, Row, Section};
pub use sheet::{Align, Column, Key, Kind, Record, Sheet};
pub use work::Asked;
