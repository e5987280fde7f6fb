//! How far long work is, shown to somebody who waits for it at a terminal and to nobody else. The
//! work itself only counts its steps; what is shown is gone when it is done.

use std::cell::RefCell;

use indicatif::{ProgressBar, ProgressStyle};

/// Who is told how far long work is.
pub trait Progress {
    /// So many steps of all are done. The last step ends the work.
    fn at(&self, work: &str, done: usize, all: usize);
}

/// Nobody waits.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Progress for Unwatched {
    fn at(&self, _: &str, _: usize, _: usize) {}
}

/// A bar at this process's terminal; none where stderr goes elsewhere.
#[derive(Debug, Default)]
pub struct Bar {
    drawn: RefCell<Option<ProgressBar>>,
}

impl Bar {
    fn begin(work: &str, all: usize) -> ProgressBar {
        let bar = ProgressBar::new(u64::try_from(all).unwrap_or(u64::MAX));
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {percent:>3}% {eta}") {
            // Marks that every terminal has.
            bar.set_style(style.progress_chars("#>-"));
        }
        bar.set_message(work.to_owned());
        bar
    }
}

impl Progress for Bar {
    fn at(&self, work: &str, done: usize, all: usize) {
        // What is over in the blink of an eye needs no bar.
        const LEAST: usize = 200;
        if all < LEAST {
            return;
        }
        let mut drawn = self.drawn.borrow_mut();
        let bar = drawn.get_or_insert_with(|| Self::begin(work, all));
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
        if done >= all {
            bar.finish_and_clear();
            *drawn = None;
        }
    }
}
