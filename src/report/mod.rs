//! What is asked of the book: pure functions from a book and a date to plain values.
//!
//! A [`Sheet`] is a grid of typed cells, from which every format is written.
//!
//! Refuses: to change the book, to ask the clock, to know a format or a terminal. The words a
//! person reads are handed in.

mod sheet;

pub use sheet::{Align, Cell, Column, Key, Kind, Record, Sheet, Tone};
