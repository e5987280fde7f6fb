//! What is asked of the book: pure functions from a book and a date to plain values.
//!
//! Every reading command builds one [`Document`], and every format is derived from it: `json` from
//! its data, the others from its sheets. [`Figures`] are counted sections whose every row can name
//! the cases behind it; a [`Sheet`] is a grid of typed cells.
//!
//! Refuses: to change the book, to ask the clock, to know a format or a terminal. The words a
//! person reads are handed in.

mod cell;
mod document;
mod figures;
mod section;
mod sheet;

pub use cell::{Cell, Tone};
pub use document::{Basis, Data, Document};
pub use figures::{Figures, NoSuchFigure, Scope};
pub use section::{Denominator, Heading, Headings, Measure, Row, Section};
pub use sheet::{Align, Column, Key, Kind, Record, Sheet};
