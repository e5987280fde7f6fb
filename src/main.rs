//! Replaced when the terminal room is wired.

fn main() {}
