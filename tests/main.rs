//! One test binary. Whole command lines in process; few real processes.

mod house;
mod laws;
mod world;
