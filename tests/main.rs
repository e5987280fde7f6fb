//! One test binary. Whole command lines in process; few real processes.

#![expect(
    clippy::expect_used,
    reason = "a test stops where its ground gives way"
)]

mod house;
mod laws;
mod ledger;
mod reports;
mod world;
