//! The chain: does a line follow the one before it?
//!
//! Reader, writer and `verify` all ask here, so that a line is held to the same rules when it is
//! written, when it is read, and when it is searched for damage.

use chrono::{DateTime, FixedOffset};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::error::Fault;
use super::format::{self, Line, UPGRADES, Upgrade};
use super::hash::Hash;

/// Where the journal stands: its last line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The last line; 0 where there is none.
    pub seq: u64,
    /// The hash of the last line; zeros where there is none.
    pub hash: Hash,
    /// When the last line was recorded.
    pub at: Option<DateTime<FixedOffset>>,
}

impl Head {
    /// Where a journal without lines stands.
    pub const EMPTY: Self = Self {
        seq: 0,
        hash: Hash::ZERO,
        at: None,
    };
}

/// A clock that went back between two lines. The lines count all the same, in the order of `seq`:
/// a town must not be locked out because a battery was empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockWentBack {
    /// The line whose time lies before that of the line before it.
    pub seq: u64,
    /// Its time.
    pub at: DateTime<FixedOffset>,
    /// The time of the line before it.
    pub before: DateTime<FixedOffset>,
}

/// What was found of one line.
pub(super) struct Link<E> {
    /// The line, if it could be read, though it may stand in the wrong place.
    pub(super) line: Option<Line<E>>,
    /// Everything that is wrong with it.
    pub(super) faults: Vec<Fault>,
    pub(super) clock: Option<ClockWentBack>,
}

/// Walks from line to line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chain {
    head: Head,
    upgrades: &'static [(u32, Upgrade)],
}

impl Chain {
    /// Before the first line.
    pub(super) const START: Self = Self::after(Head::EMPTY);

    pub(super) const fn after(head: Head) -> Self {
        Self {
            head,
            upgrades: UPGRADES,
        }
    }

    pub(super) fn head(&self) -> Head {
        self.head
    }

    /// Takes the next line if it is faultless, else stays where it is and tells the first fault.
    pub(super) fn take<E: DeserializeOwned>(
        &mut self,
        bytes: &[u8],
    ) -> Result<(Line<E>, Option<ClockWentBack>), Fault> {
        let mut next = *self;
        let link = next.step(bytes);
        match (link.line, link.faults.into_iter().next()) {
            (_, Some(fault)) => Err(fault),
            (Some(line), None) => {
                *self = next;
                Ok((line, link.clock))
            }
            (None, None) => Err(Fault::Blank),
        }
    }

    /// Goes on over the next line whatever it is, so that one bad line is not blamed on all after
    /// it: they follow its bytes, and they count on from the number that it bears or should bear.
    pub(super) fn step<E: DeserializeOwned>(&mut self, bytes: &[u8]) -> Link<E> {
        let due = self.head.seq.saturating_add(1);
        let (line, faults) = match format::decode::<E>(bytes, self.upgrades) {
            Ok(line) => {
                let faults = self.faults(&line, due);
                (Some(line), faults)
            }
            Err(fault) => (None, vec![fault]),
        };
        let clock = line.as_ref().and_then(|line| self.clock(line));
        self.head = Head {
            seq: line.as_ref().map_or(due, |line| line.seq),
            hash: Hash::of(bytes),
            at: line.as_ref().map(|line| line.at).or(self.head.at),
        };
        Link {
            line,
            faults,
            clock,
        }
    }

    /// Whether an end without `\n` is an interrupted append, which counts for nothing. It is not,
    /// if it is a line that lacks only its `\n`, if a newer program wrote it, or if an editor was
    /// at the beginning of the file.
    pub(super) fn is_torn<E: DeserializeOwned>(mut self, tail: &[u8]) -> bool {
        let first = self.head.seq == 0;
        let faults = self.step::<E>(tail).faults;
        let telling = |fault: &Fault| {
            matches!(fault, Fault::Newer { .. }) || (first && *fault == Fault::ByteOrderMark)
        };
        !faults.is_empty() && !faults.iter().any(telling)
    }

    fn faults<E>(&self, line: &Line<E>, due: u64) -> Vec<Fault> {
        let mut faults = Vec::new();
        if line.seq != due {
            faults.push(Fault::Seq {
                expected: due,
                found: line.seq,
            });
        }
        if line.prev != self.head.hash {
            faults.push(Fault::Chain {
                expected: self.head.hash,
                found: line.prev,
            });
        }
        if let Some(batch) = line.batch.filter(|batch| !(1..=line.seq).contains(batch)) {
            faults.push(Fault::Batch { batch });
        }
        if line.events.is_empty() {
            faults.push(Fault::NoEvents);
        }
        faults
    }

    fn clock<E>(&self, line: &Line<E>) -> Option<ClockWentBack> {
        let before = self.head.at.filter(|before| line.at < *before)?;
        Some(ClockWentBack {
            seq: line.seq,
            at: line.at,
            before,
        })
    }
}
