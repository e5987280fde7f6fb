//! One test binary. Whole command lines in process; few real processes.

#![expect(
    clippy::expect_used,
    reason = "a test stops where its ground gives way"
)]

mod bad_files;
mod bad_input;
mod bad_store;
mod house;
mod laws;
mod ledger;
mod office;
#[cfg(unix)]
mod processes;
mod usage;
mod world;
