//! Bytes in a format, and the one door through which bytes become a file.

mod save;

pub use save::{SaveError, save};
