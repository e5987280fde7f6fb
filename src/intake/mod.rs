//! Foreign files become wishes: the yearly ledger, the rosters of deputies and units, what a check
//! found, what deputies said of replies.
//!
//! The data goes `table` or `workbook` (bytes → cells) → `header` (headers → columns) → `ledger` (cells → typed
//! fields) → `complete` (what a row leaves open is supposed and said) → `wishes` (in the order of
//! their days) → `trial` (each through `decide`, on a copy of the book) → `plan`. `roster` goes the
//! same way with fewer steps. A plan is only a proposal: it says of each row whether it is new, the
//! same, different or wrong, and carries the lines that would be written.
//!
//! Refuses: to write, to read a file by itself, and to have rules of its own. A row goes through
//! the same `decide` as a command; what a row says and no fact can carry is named, never dropped.
//!
//! `template` alone brings no wishes: it is a document of the office's that is filled and goes out.

mod additions;
mod agreement;
mod allowed;
mod ballots;
mod candidate;
mod cell;
mod citizens;
mod columns;
mod complete;
mod day;
mod dialect;
mod findings;
mod foot;
mod guess;
mod header;
mod known;
mod ledger;
mod mapping;
mod naming;
mod open;
mod parts;
mod plan;
mod ratings;
mod roster;
mod sessions;
mod sharing;
mod signatories;
mod synonyms;
mod table;
mod template;
mod titles;
mod trial;
mod unpack;
mod until;
mod values;
mod wishes;
mod work;
mod workbook;
mod years;

pub use additions::Added;
pub use ballots::{AddedUp, BallotsError, ballots};
pub use cell::{CellError, Dated, Why};
pub use citizens::{Apart, CitizenColumn, citizens};
pub use complete::Gap;
pub use findings::{FindingColumn, findings};
pub use guess::{Below, Guess};
pub use header::{Header, HeaderError, TableColumn, UnknownHeader};
pub use ledger::{FileError, LedgerFile, LedgerRow, ReadRow};
pub use mapping::Mapping;
pub use plan::{Difference, Line, Options, Plan, Reason, RowReport, Verdict, Waived, plan};
pub use ratings::{RatingColumn, ratings};
pub use roster::{
    DeputyColumn, RosterDifference, RosterPlan, RosterReason, RosterRow, RosterVerdict, UnitColumn,
    deputies, units,
};
pub use table::{Encoding, Remark, Table, TableError, TableRow};
pub use template::{Template, TemplateError};
pub use values::{Ended, FollowUp};
pub use wishes::{Setting, wishes};
pub use work::{
    ActivityColumn, GroupColumn, OpinionColumn, ProjectColumn, StationColumn, activities, groups,
    opinions, projects, stations,
};
pub use workbook::{BadCell, WorkbookError, is_one as is_workbook};

#[cfg(test)]
mod tests;
