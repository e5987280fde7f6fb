//! Small types that cannot be wrong: once a value stands in one of them, nobody asks again
//! whether it is empty, too long, or full of control characters.
//!
//! Refuses: anything that needs the clock, a file or a roster to be judged. Whether a date fits
//! a case is for `decide`; whether a name is on the roster is for `book`.

mod accounts;
mod amount;
mod bank_card;
mod case_ref;
mod cell_guard;
mod date;
mod digest;
mod hidden;
mod hints;
mod link;
mod names;
mod nearest;
mod number;
mod number_shapes;
mod numeral;
mod particulars;
mod people_numbers;
mod points;
mod seen;
mod serial;
mod spelled;
mod text;

pub use amount::Amount;
pub use case_ref::{CaseList, CaseRef, CaseRefError};
pub use cell_guard::{guard, unguard};
pub use date::{Date, DateError, parse_date, spreadsheet_day, year_of};
pub use digest::Digest;
pub use hidden::{is_hidden, strip_hidden, strip_hidden_keep_lines};
pub use link::{Link, LinkError, LinkTemplate};
pub use names::Names;
pub use nearest::nearest;
pub use number::{CaseId, Level, Number, Period, Series, SessionKey, parse_session};
pub use numeral::{half_width, half_width_sign, parse_integer, to_chinese_numeral};
pub use particulars::{Particulars, Sealed};
pub use people_numbers::people_numbers;
pub use points::Points;
pub use serial::{
    ActivityId, CitizenId, DeedId, DeliberationId, MeetingId, OpinionId, PledgeId, ProjectId,
};
pub use spelled::spelled;
pub use text::{Name, Stars, Text, TextError, Texts, Title};

/// Told after each step of long work: how many are done, and of how many. Who is told may show it;
/// the work does not know.
pub type Steps<'a> = &'a dyn Fn(usize, usize);
