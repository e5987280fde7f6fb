//! jianyi (建议).

pub mod domain;
pub mod journal;
pub mod paper;
pub mod report;
