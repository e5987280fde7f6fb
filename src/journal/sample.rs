//! For the tests of this room: a fact of its own, lines of it, and a disk that fails to order.

use std::cell::RefCell;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::append::{Draft, Pen, Recorded};
use super::chain::Head;
use super::engine::{self, Engine};
use super::error::JournalError;
use super::format::{FORMAT_VERSION, Line};
use super::hash::Hash;
use super::lock::Holder;
use super::medium::Medium;
use super::read::{AtWork, Journal};
use crate::domain::terms::Name;

/// A fact of the same make as the real ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Fact {
    Noted {
        note: String,
    },
    /// Loses its edges when it is read: a fact that must not get into a journal.
    Worn {
        #[serde(deserialize_with = "trimmed")]
        note: String,
    },
}

fn trimmed<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(String::deserialize(from)?.trim().to_owned())
}

pub(super) fn time(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a time")
}

pub(super) fn noon() -> DateTime<FixedOffset> {
    time("2024-03-05T09:12:33+08:00")
}

pub(super) fn draft(note: &str) -> Draft<Fact> {
    Draft {
        at: noon(),
        by: Name::new("王秘书").expect("a name"),
        batch: None,
        lenient: false,
        events: vec![Fact::Noted {
            note: note.to_owned(),
        }],
    }
}

/// A line by itself, with zeros for the line before it.
pub(super) fn line(seq: u64, note: &str) -> Line<Fact> {
    let draft = draft(note);
    Line {
        v: FORMAT_VERSION,
        seq,
        prev: Hash::ZERO,
        at: draft.at,
        by: draft.by,
        batch: None,
        lenient: false,
        events: draft.events,
    }
}

pub(super) fn holder() -> Holder {
    Holder {
        process: 4711,
        by: Some(Name::new("李主任").expect("a name")),
        at: noon(),
    }
}

pub(super) fn parse(bytes: &[u8]) -> Journal<Fact> {
    Journal::parse(bytes, AtWork::No).expect("a sound journal")
}

/// Three commands, the last of them an import of two rows, with characters of two to four bytes.
pub(super) fn small_journal() -> Vec<u8> {
    let disk = Memory::default();
    let mut pen = disk.pen();
    for note in ["关于修桥的建议", "é"] {
        let _ = pen.append(vec![draft(note)]).expect("recorded");
    }
    let rows = ["𠮷野路🚧", "换行\n与“引号”"].map(|note| Draft {
        batch: Some(3),
        lenient: true,
        ..draft(note)
    });
    let _ = pen.append(rows.to_vec()).expect("recorded");
    disk.bytes()
}

/// A disk in memory that is full, breaks or lies when it is told to. Clones are the same disk.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory(Rc<RefCell<State>>);

#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) bytes: Vec<u8>,
    pub(super) torn: Vec<Vec<u8>>,
    /// The next write takes so many bytes and then fails.
    pub(super) full_after: Option<usize>,
    pub(super) sync_fails: bool,
    pub(super) cut_fails: bool,
    pub(super) aside_fails: bool,
    /// Somebody else writes this right after us.
    pub(super) intruder: Option<Vec<u8>>,
    /// The disk keeps other bytes than it was given.
    pub(super) garbles: bool,
}

impl Memory {
    pub(super) fn holding(bytes: &[u8]) -> Self {
        let disk = Self::default();
        disk.state(|state| state.bytes = bytes.to_vec());
        disk
    }

    pub(super) fn state<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.0.borrow_mut())
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        self.state(|state| state.bytes.clone())
    }

    pub(super) fn pen(&self) -> Pen<Self, Fact> {
        Pen::new(self.clone(), parse(&self.bytes()))
    }
}

fn failed<T>(fails: bool, fine: T) -> io::Result<T> {
    if fails {
        Err(io::ErrorKind::Other.into())
    } else {
        Ok(fine)
    }
}

impl Medium for Memory {
    fn path(&self) -> PathBuf {
        PathBuf::from("journal.jsonl")
    }

    fn length(&self) -> io::Result<u64> {
        Ok(self.bytes().len() as u64)
    }

    fn read_from(&self, place: u64) -> io::Result<Vec<u8>> {
        let place = usize::try_from(place).expect("a small disk");
        Ok(self.bytes().split_off(place))
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.state(|state| {
            if let Some(room) = state.full_after.take() {
                state
                    .bytes
                    .extend_from_slice(&bytes[..room.min(bytes.len())]);
                return Err(io::ErrorKind::StorageFull.into());
            }
            state.bytes.extend_from_slice(bytes);
            if std::mem::take(&mut state.garbles) {
                state.bytes.pop();
                state.bytes.push(b' ');
            }
            state
                .bytes
                .extend(state.intruder.take().unwrap_or_default());
            Ok(())
        })
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.state(|state| failed(state.sync_fails, ()))
    }

    fn cut(&mut self, length: u64, most: u64) -> io::Result<()> {
        self.state(|state| {
            let fails = state.cut_fails || state.bytes.len() as u64 > most;
            if !fails {
                state
                    .bytes
                    .truncate(usize::try_from(length).expect("a small disk"));
            }
            failed(fails, ())
        })
    }

    fn keep_aside(&mut self, tail: &[u8], _at: DateTime<FixedOffset>) -> io::Result<PathBuf> {
        self.state(|state| {
            if !state.aside_fails {
                state.torn.push(tail.to_vec());
            }
            failed(state.aside_fails, PathBuf::from("journal.torn"))
        })
    }
}

/// Shows that the seam asks for nothing that only a file can give.
impl Engine<Fact> for Memory {
    fn read_from(&self, seq: u64) -> Result<Vec<Line<Fact>>, JournalError> {
        Ok(engine::from(parse(&self.bytes()), seq))
    }

    fn append_after(
        &mut self,
        head: &Head,
        drafts: Vec<Draft<Fact>>,
    ) -> Result<Recorded, JournalError> {
        let mut pen = self.pen();
        engine::expect(head, &pen.journal().head)?;
        pen.append(drafts)
    }
}
