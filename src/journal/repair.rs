//! A damaged journal made readable again, without a guess and without a loss.
//!
//! The hash of each line proves which one it was written after. So lines that an editor doubled,
//! moved, or gave another end are put right only where the chain proves it; whatever finds no place
//! in the chain is set aside. The damaged file itself is kept whole beside the journal first.
//!
//! Refuses: to mend a line, to link what a lost line parted, to choose between two lines that claim
//! the same place, and to touch what a newer program wrote.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use tempfile::NamedTempFile;

use super::chain::{Chain, Head};
use super::error::{Fault, JournalError};
use super::format::{self, Line, UPGRADES};
use super::hash::Hash;
use super::lock::{Holder, Lock};
use super::place::{Place, sync_folder};
use super::read::split_tail;
use crate::domain::event::Event;

/// What a repair did, or would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Repaired {
    /// Where the journal stands now.
    pub head: Head,
    /// Lines of the file that were put right, or left out because they stand there twice or are
    /// blank: nothing was lost by it. Counted from 1.
    pub cured: Vec<u64>,
    /// Lines that could not be read: what they recorded is gone.
    pub unreadable: Vec<(u64, Fault)>,
    /// Lines that can be read and have no place any more, because one before them is gone.
    pub parted: Vec<(u64, Box<Line>)>,
    /// Where the damaged file is kept; none where nothing had to be done.
    pub kept: Option<PathBuf>,
}

impl Repaired {
    /// Whether something that was recorded is no longer in the journal.
    pub fn has_losses(&self) -> bool {
        !self.unreadable.is_empty() || !self.parted.is_empty()
    }
}

/// Repairs the journal of a store; one that is sound stays as it is.
///
/// # Errors
/// [`JournalError::Newer`], [`JournalError::Damaged`] where two lines claim the same place, the
/// lock, the system.
pub fn repair(place: &Place, wait: Duration, holder: &Holder) -> Result<Repaired, JournalError> {
    let _lock = Lock::take(place, wait, holder)?;
    let bytes = place.bytes()?;
    let (whole, mut repaired) = mended(place, &bytes)?;
    // An interrupted append is no damage: the next writer keeps it aside.
    let is_sound = whole == bytes || whole == split_tail(&bytes).0;
    if !is_sound {
        let path = place.journal();
        let refused = |source| JournalError::NotWritable { path, source };
        let kept = replace(place, &whole, holder.at).map_err(refused)?;
        repaired.kept = Some(kept);
    }
    Ok(repaired)
}

/// A line of the file as it might stand in the chain.
struct Candidate<'a> {
    line: u64,
    bytes: &'a [u8],
    read: Result<Line, Fault>,
    is_cured: bool,
}

/// The lines in the order that the chain proves, and what became of the others.
fn mended(place: &Place, bytes: &[u8]) -> Result<(Vec<u8>, Repaired), JournalError> {
    let (candidates, blank) = candidates(bytes);
    if let Some((line, found)) = newer(&candidates) {
        let path = place.journal();
        return Err(JournalError::Newer { path, line, found });
    }
    let mut after: BTreeMap<Hash, Vec<usize>> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        if let Ok(line) = &candidate.read {
            after.entry(line.prev).or_default().push(at);
        }
    }
    let mut chain = Chain::START;
    let mut whole = Vec::with_capacity(bytes.len());
    let mut taken = vec![false; candidates.len()];
    let mut order = Vec::new();
    while let Some(next) = after.remove(&chain.head().hash) {
        let first = &candidates[next[0]];
        let fork = next.iter().find(|at| candidates[**at].bytes != first.bytes);
        if let (Some(at), Ok(line)) = (fork, &first.read) {
            let fault = Fault::Chain {
                expected: chain.head().hash,
                found: line.prev,
            };
            let (path, line) = (place.journal(), candidates[*at].line);
            return Err(JournalError::Damaged { path, line, fault });
        }
        if chain.take::<Event>(first.bytes).is_err() {
            break;
        }
        whole.extend_from_slice(first.bytes);
        whole.push(b'\n');
        order.push(next[0]);
        for at in next {
            taken[at] = true;
        }
    }
    let head = chain.head();
    let repaired = told((candidates, blank), &taken, &order, head);
    Ok((whole, repaired))
}

fn told(
    (candidates, blank): (Vec<Candidate>, Vec<u64>),
    taken: &[bool],
    order: &[usize],
    head: Head,
) -> Repaired {
    let mut repaired = Repaired {
        head,
        cured: blank,
        unreadable: Vec::new(),
        parted: Vec::new(),
        kept: None,
    };
    // Out of turn: what stands before it in the chain stands after it in the file.
    let pairs = order.windows(2).filter(|pair| pair[0] > pair[1]);
    let moved: BTreeSet<usize> = pairs.map(|pair| pair[1]).collect();
    let first: BTreeSet<usize> = order.iter().copied().collect();
    let is_moved = |at: usize| moved.contains(&at) || !first.contains(&at);
    for (at, candidate) in candidates.into_iter().enumerate() {
        let line = candidate.line;
        match candidate.read {
            Ok(_) if taken[at] && (candidate.is_cured || is_moved(at)) => repaired.cured.push(line),
            Ok(_) if taken[at] => {}
            Ok(read) => repaired.parted.push((line, Box::new(read))),
            Err(fault) => repaired.unreadable.push((line, fault)),
        }
    }
    repaired.cured.sort_unstable();
    repaired
}

/// Each line without what an editor added around it; and the numbers of the blank ones.
fn candidates(bytes: &[u8]) -> (Vec<Candidate<'_>>, Vec<u64>) {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let (mut candidates, mut blank) = (Vec::new(), Vec::new());
    for (line, raw) in (1_u64..).zip(bytes.split(|b| *b == b'\n')) {
        let bytes = trimmed(raw);
        if bytes.is_empty() {
            blank.push(line);
            continue;
        }
        candidates.push(Candidate {
            line,
            bytes,
            read: format::decode::<Event>(bytes, UPGRADES),
            is_cured: bytes.len() != raw.len(),
        });
    }
    (candidates, blank)
}

/// Without a byte order mark before it, a carriage return and blanks after it.
fn trimmed(raw: &[u8]) -> &[u8] {
    let raw = raw.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(raw);
    raw.trim_ascii()
}

fn newer(candidates: &[Candidate]) -> Option<(u64, u32)> {
    candidates.iter().find_map(|candidate| {
        let Err(Fault::Newer { found }) = candidate.read else {
            return None;
        };
        Some((candidate.line, found))
    })
}

/// Keeps the damaged file under a name of its own, then puts the mended one in its place.
fn replace(place: &Place, whole: &[u8], at: DateTime<FixedOffset>) -> io::Result<PathBuf> {
    let time = at.format("%Y%m%dT%H%M%S");
    let names = (0..100_u32).map(|again| match again {
        0 => format!("journal.damaged-{time}"),
        _ => format!("journal.damaged-{time}-{again}"),
    });
    let mut names = names.map(|name| place.folder().join(name));
    let free = names.find(|path| !path.exists());
    let kept = free.ok_or_else(|| io::Error::other("too many damaged journals beside it"))?;
    let mut copy = NamedTempFile::new_in(place.folder())?;
    copy.write_all(&fs::read(place.journal())?)?;
    copy.as_file().sync_all()?;
    copy.persist_noclobber(&kept).map_err(|error| error.error)?;
    let mut mended = NamedTempFile::new_in(place.folder())?;
    mended.write_all(whole)?;
    mended.as_file().sync_all()?;
    mended
        .persist(place.journal())
        .map_err(|error| error.error)?;
    sync_folder(place.folder());
    Ok(kept)
}
