//! Where packed files are. A checkpoint tells it of each group of files in few bytes, which are read
//! when somebody asks for a file of that group: who asks what still waits does not read where all
//! that is over stands.
//!
//! Refuses to know what a file says.

use std::cell::OnceCell;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::day;
use crate::domain::terms::{CaseId, Date};

/// A packed file.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) case: CaseId,
    /// The day of its last fact.
    pub(super) last: Option<Date>,
    pub(super) at: At,
}

/// Where its bytes are.
#[derive(Debug)]
pub(super) enum At {
    /// Among those of a checkpoint.
    Checkpoint(Range<u64>),
    /// Here.
    Hand(Box<[u8]>),
}

/// Files that follow one another, by case.
#[derive(Debug)]
pub(super) struct Places {
    listed: Vec<u8>,
    /// Where the first one begins.
    from: u64,
    /// None where they could not be read.
    read: OnceCell<Option<Vec<Place>>>,
}

/// The same as a checkpoint tells it: how long each file is.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Listed {
    /// How long all of them are.
    bytes: u64,
    #[serde(with = "serde_with::As::<serde_with::Bytes>")]
    packed: Vec<u8>,
}

/// A file on the list.
#[derive(Serialize, Deserialize)]
struct Told {
    case: CaseId,
    bytes: u64,
    #[serde(with = "day::maybe")]
    last: Option<Date>,
}

impl Listed {
    /// One more file, with the day of its last fact; none where it cannot be told.
    pub(super) fn add(&mut self, case: CaseId, bytes: u64, last: Option<Date>) -> Option<()> {
        let packed = std::mem::take(&mut self.packed);
        self.packed = postcard::to_extend(&Told { case, bytes, last }, packed).ok()?;
        self.bytes += bytes;
        Some(())
    }

    /// The places of files that begin at a place, which moves on to their end.
    pub(super) fn places(self, from: &mut u64) -> Places {
        let begin = *from;
        *from = begin.saturating_add(self.bytes);
        Places {
            listed: self.packed,
            from: begin,
            read: OnceCell::new(),
        }
    }
}

impl Places {
    /// Those of files that are at hand.
    pub(super) fn at_hand(mut places: Vec<Place>) -> Self {
        places.shrink_to_fit();
        Self {
            listed: Vec::new(),
            from: 0,
            read: OnceCell::from(Some(places)),
        }
    }

    /// All of them, by case; none where they could not be read.
    pub(super) fn all(&self) -> &[Place] {
        let read = self.read.get_or_init(|| self.read());
        read.as_deref().unwrap_or_default()
    }

    /// Whether they could be read, where somebody asked.
    pub(super) fn are_whole(&self) -> bool {
        self.read.get().is_none_or(Option::is_some)
    }

    fn read(&self) -> Option<Vec<Place>> {
        let (mut rest, mut from) = (self.listed.as_slice(), self.from);
        let mut places = Vec::new();
        while !rest.is_empty() {
            let (told, after) = postcard::take_from_bytes::<Told>(rest).ok()?;
            let Told { case, bytes, last } = told;
            let end = from.checked_add(bytes)?;
            let at = At::Checkpoint(from..end);
            places.push(Place { case, last, at });
            (rest, from) = (after, end);
        }
        Some(places)
    }
}
