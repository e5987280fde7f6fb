//! One test binary. Whole command lines in process; few real processes.

#![expect(clippy::disallowed_methods, reason = "tests forge files")]
#![expect(
    clippy::expect_used,
    reason = "a test stops where its ground gives way"
)]

mod figures;
mod house;
mod laws;
mod ledger;
mod lines;
mod program;
mod readers;
mod reports;
mod small_year;
mod world;
