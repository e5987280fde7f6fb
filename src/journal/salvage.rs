//! The lines of a damaged file as they might stand in the chain, and what can still be seen of one
//! that cannot be read.
//!
//! Refuses to mend: only what an editor or a file server put around a line is taken off, or took
//! away between two, and the chain tells whether that was right. What is seen of an unreadable line is talk for a person, and
//! decides nothing.

use chrono::{DateTime, FixedOffset};
use memchr::memmem;

use super::error::Fault;
use super::format::{self, Line, UPGRADES};
use super::read::split_tail;
use crate::domain::event::Event;

/// Which file a line stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The journal.
    Journal,
    /// One of those that were named, counted from 0.
    Named(usize),
    /// A damaged journal that was kept aside before, counted from 0.
    Aside(usize),
}

impl Origin {
    pub(super) fn is_aside(self) -> bool {
        matches!(self, Self::Aside(_))
    }
}

/// A line of a file as it might stand in the chain.
pub(super) struct Candidate<'a> {
    /// Counted from 1.
    pub(super) line: u64,
    pub(super) bytes: &'a [u8],
    pub(super) read: Result<Line, Fault>,
    /// Something was taken off it.
    pub(super) is_cured: bool,
    pub(super) origin: Origin,
}

/// Each line without what was added around it; and the numbers of the blank ones. An end without
/// `\n` is one of them only if it can be read: of an append that was interrupted nobody was told.
pub(super) fn candidates(bytes: &[u8]) -> (Vec<Candidate<'_>>, Vec<u64>) {
    let (whole, tail) = split_tail(bytes);
    let ended = whole.strip_suffix(b"\n").unwrap_or(whole);
    let lines = ended.split(|byte| *byte == b'\n').map(|raw| (raw, true));
    let lines = lines.chain((!tail.is_empty()).then_some((tail, false)));
    let (mut candidates, mut blank) = (Vec::new(), Vec::new());
    for (line, (raw, is_ended)) in (1_u64..).zip(lines) {
        let bytes = trimmed(raw);
        if bytes.is_empty() {
            blank.push(line);
            continue;
        }
        for bytes in apart(bytes) {
            let read = format::decode::<Event>(bytes, UPGRADES);
            if is_ended || matches!(read, Ok(_) | Err(Fault::Newer { .. })) {
                candidates.push(Candidate {
                    line,
                    bytes,
                    read,
                    is_cured: bytes.len() != raw.len(),
                    origin: Origin::Journal,
                });
            }
        }
    }
    (candidates, blank)
}

/// The lines of another file that can be read.
pub(super) fn elsewhere(bytes: &[u8], origin: Origin) -> impl Iterator<Item = Candidate<'_>> {
    let (lines, _) = candidates(bytes);
    let lines = lines.into_iter().filter(|line| line.read.is_ok());
    lines.map(move |line| Candidate { origin, ..line })
}

/// Lines whose ends were lost, one by one. In a text the quotation mark would be escaped: what ends
/// and begins an object like this stands between two lines.
fn apart(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let ends = memmem::find_iter(bytes, b"}{\"v\":").map(|at| at + 1);
    let ends = ends.chain([bytes.len()]);
    ends.scan(0, |from, end| {
        Some(&bytes[std::mem::replace(from, end)..end])
    })
}

/// Without the zeros of a hole and a byte order mark before it, a carriage return and blanks after
/// it.
fn trimmed(raw: &[u8]) -> &[u8] {
    let mut rest = raw;
    while let [0, after @ ..] = rest {
        rest = after;
    }
    while let [before @ .., 0] = rest {
        rest = before;
    }
    let rest = rest.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(rest);
    rest.trim_ascii()
}

/// What can be seen of a line that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glimpse {
    /// The number that it seems to bear.
    pub seq: Option<u64>,
    /// When it seems to have been recorded.
    pub at: Option<DateTime<FixedOffset>>,
    /// The first case that it seems to name.
    pub case: Option<u64>,
}

impl Glimpse {
    /// Number and time stand at the beginning of a line; further on the same words mean others.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let beginning = |most| bytes.get(..most).unwrap_or(bytes);
        Self {
            seq: number(beginning(64), b"\"seq\":"),
            at: after(beginning(256), b"\"at\":\"")
                .and_then(|rest| rest.get(..25))
                .and_then(|at| DateTime::parse_from_rfc3339(std::str::from_utf8(at).ok()?).ok()),
            case: number(bytes, b"\"case\":"),
        }
    }
}

fn after<'a>(bytes: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    bytes.get(memmem::find(bytes, key)? + key.len()..)
}

/// A number that ends within the bytes: one that was cut may have been another.
fn number(bytes: &[u8], key: &[u8]) -> Option<u64> {
    let rest = after(bytes, key)?;
    let digits = rest.iter().position(|byte| !byte.is_ascii_digit())?;
    std::str::from_utf8(rest.get(..digits)?).ok()?.parse().ok()
}
