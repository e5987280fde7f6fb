//! A damaged journal made readable again, without a guess and without a loss.
//!
//! The hash of each line proves which one it was written after. So lines that an editor doubled,
//! moved, or gave another end are put right only where the chain proves it; whatever finds no place
//! in the chain is set aside, and so is a line of which the next one says that it was another: no
//! changed line stays in a journal that is sound afterwards. The damaged file itself is kept whole
//! beside the journal first. What is missing is named by number, and by time as far as that is known.
//!
//! Lines that a backup or a copy still has come in with those of the file, by the same proof, and so
//! do those that an earlier repair set aside. Of two that claim one place a changed one is known by
//! the line after it in its own file, which was written after the other.
//!
//! Refuses: to mend a line, to link what a lost line parted, to choose between two lines that claim
//! the same place and of which no line says which one it was, to go on without the first line, and to
//! touch what a newer program wrote.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use tempfile::NamedTempFile;

use super::aside::{DAMAGED, keep_aside, keep_particulars, kept_journals};
use super::chain::Head;
use super::error::{Fault, JournalError};
use super::format::Line;
use super::lock::{Holder, Lock};
use super::place::{Place, give_to_owner, sync_folder};
use super::read::{AtWork, Tail};
use super::salvage::{Candidate, Glimpse, Origin, candidates, elsewhere};
use super::verify::verify_bytes;
use super::walk::Walk;
use crate::domain::event::Event;

/// What a repair did, or would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Repaired {
    /// Where the journal stands now.
    pub head: Head,
    /// Lines of the file that were put right, or left out because they stand there twice, are blank,
    /// stand between two lines that the chain joins, or were changed and another file had what they
    /// were: nothing was lost by it. Counted from 1.
    pub cured: Vec<u64>,
    /// Lines that could not be read, with what can still be seen of them: what they recorded is gone.
    pub unreadable: Vec<(u64, Glimpse, Fault)>,
    /// Lines that can be read and have no place any more: one before them is gone, or the one after
    /// them says that they were changed, which is told.
    pub parted: Vec<(u64, Box<Line>, Option<Fault>)>,
    /// Entries of which nothing is left in the file.
    pub missing: Vec<Missing>,
    /// Entries that were brought back from other files.
    pub brought: Vec<u64>,
    /// Where the damaged file is kept; none where nothing had to be done.
    pub kept: Option<PathBuf>,
    /// Where the particulars of citizens are kept as they were; none where nothing was lost, or
    /// there are none.
    pub particulars: Option<PathBuf>,
    /// An interrupted append at the end of a sound journal, which is no damage.
    pub is_torn: bool,
}

/// Entries of which nothing is left, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The first.
    pub first: u64,
    /// The last.
    pub last: u64,
    /// When the entry before them was recorded.
    pub after: Option<DateTime<FixedOffset>>,
    /// When the entry after them was recorded.
    pub before: Option<DateTime<FixedOffset>>,
}

impl Repaired {
    fn nothing(head: Head, is_torn: bool) -> Self {
        Self {
            head,
            cured: Vec::new(),
            unreadable: Vec::new(),
            parted: Vec::new(),
            missing: Vec::new(),
            brought: Vec::new(),
            kept: None,
            particulars: None,
            is_torn,
        }
    }

    /// Whether something that was recorded is no longer in the journal.
    pub fn has_losses(&self) -> bool {
        !self.unreadable.is_empty() || !self.parted.is_empty() || !self.missing.is_empty()
    }
}

/// Repairs the journal of a store, with the lines of others that are at hand and of what was kept
/// aside before; one that is sound, and has what the others have, stays as it is.
///
/// # Errors
/// [`JournalError::Newer`], [`JournalError::Damaged`] where two lines claim the same place and nothing
/// proves which one it was,
/// [`JournalError::NoBeginning`], [`JournalError::NotThere`] where nothing was ever written to the
/// end, [`JournalError::Lost`], the lock, the system.
pub fn repair(
    place: &Place,
    others: &[Vec<u8>],
    wait: Duration,
    holder: &Holder,
) -> Result<Repaired, JournalError> {
    let _lock = Lock::take(place, wait, holder)?;
    let bytes = place.bytes()?;
    let path = place.journal();
    let found = verify_bytes::<Event>(&bytes, AtWork::No);
    let is_torn = matches!(found.tail, Tail::Torn { .. });
    let as_it_is = || match found.head.seq {
        0 => Err(place.without_journal()),
        _ => Ok(Repaired::nothing(found.head, is_torn)),
    };
    if found.is_sound() && others.is_empty() {
        return as_it_is();
    }
    let aside = kept_journals(place);
    let aside = aside.map_err(|source| JournalError::not_readable(path.clone(), source))?;
    let mended = mended(place, &bytes, (others, &aside));
    let (whole, mut repaired) = mended.map_err(|error| {
        if let JournalError::Damaged {
            path,
            line: seq,
            fault: Fault::Claims { .. },
        } = &error
            && found.is_sound()
        {
            // Each of its lines has its place: what claims one stands in another file.
            let (path, seq) = (path.clone(), *seq);
            return JournalError::TwoWays { path, seq };
        }
        error
    })?;
    if found.is_sound() && repaired.brought.is_empty() {
        return as_it_is();
    }
    if repaired.head.seq == 0 {
        return Err(JournalError::NoBeginning { path });
    }
    let refused = |source| JournalError::NotWritable {
        path: path.clone(),
        source,
    };
    if repaired.has_losses() {
        repaired.particulars = keep_particulars(place, holder.at).map_err(refused)?;
    }
    repaired.kept = Some(replace(place, &whole, holder.at).map_err(refused)?);
    Ok(repaired)
}

/// The lines in the order that the chain proves, and what became of the others.
fn mended(
    place: &Place,
    bytes: &[u8],
    (named, aside): (&[Vec<u8>], &[Vec<u8>]),
) -> Result<(Vec<u8>, Repaired), JournalError> {
    let (mut candidates, blank) = candidates(bytes);
    for (place, file) in named.iter().enumerate() {
        candidates.extend(elsewhere(file, Origin::Named(place)));
    }
    for (place, file) in aside.iter().enumerate() {
        candidates.extend(elsewhere(file, Origin::Aside(place)));
    }
    if let Some((line, found)) = newer(&candidates) {
        let path = place.journal();
        return Err(JournalError::Newer { path, line, found });
    }
    let mut walk = Walk::new(&candidates);
    while let Some(next) = walk.next.remove(&walk.chain.head().hash) {
        let next = walk.undisputed(&candidates, next);
        let first = &candidates[next[0]];
        let fork = next.iter().find(|at| candidates[**at].bytes != first.bytes);
        if let Some(at) = fork {
            // Counted in the file that is to be mended, where one of them stands there.
            let mut lines = [first, &candidates[*at]];
            lines.sort_by_key(|line| line.origin == Origin::Journal);
            let [other, ours] = lines.map(|candidate| candidate.line);
            let (path, line) = (place.journal(), ours);
            let fault = Fault::Claims { other };
            return Err(JournalError::Damaged { path, line, fault });
        }
        let before = walk.chain;
        if walk.chain.take::<Event>(first.bytes).is_err() {
            break;
        }
        walk.order.push((next[0], before));
        for at in next {
            walk.taken[at] = true;
        }
    }
    let changed = walk.changed(&candidates);
    let mut whole = Vec::with_capacity(bytes.len());
    for (at, _) in &walk.order {
        whole.extend_from_slice(candidates[*at].bytes);
        whole.push(b'\n');
    }
    let repaired = told((candidates, blank), &walk, changed.as_ref());
    Ok((whole, repaired))
}

fn told(
    (candidates, blank): (Vec<Candidate>, Vec<u64>),
    walk: &Walk,
    changed: Option<&(usize, Fault)>,
) -> Repaired {
    let mut repaired = Repaired::nothing(walk.chain.head(), false);
    repaired.cured = blank;
    // Out of turn: what stands before it in the chain stands after it in the file.
    let order = walk.order.iter().map(|(at, _)| *at);
    let (brought, order): (Vec<usize>, Vec<usize>) =
        order.partition(|at| candidates[*at].origin != Origin::Journal);
    let brought = brought
        .iter()
        .filter_map(|at| candidates[*at].read.as_ref().ok());
    repaired.brought = brought.map(|line| line.seq).collect();
    let pairs = order.windows(2).filter(|pair| pair[0] > pair[1]);
    let moved: BTreeSet<usize> = pairs.map(|pair| pair[1]).collect();
    let first: BTreeSet<usize> = order.iter().copied().collect();
    let is_moved = |at: usize| moved.contains(&at) || !first.contains(&at);
    let last = order.iter().max().copied();
    // Of each line by its number: when, where that is known.
    let mut known: BTreeMap<u64, Option<DateTime<FixedOffset>>> = BTreeMap::new();
    let ours = candidates.into_iter().enumerate();
    for (at, candidate) in ours.filter(|(_, candidate)| candidate.origin == Origin::Journal) {
        let line = candidate.line;
        match candidate.read {
            Ok(_) if walk.taken[at] || walk.replaced[at] => {
                if walk.replaced[at] || candidate.is_cured || is_moved(at) {
                    repaired.cured.push(line);
                }
            }
            Ok(read) => {
                known.insert(read.seq, Some(read.at));
                let fault = changed.filter(|(changed, _)| *changed == at);
                let fault = fault.map(|(_, fault)| fault.clone());
                repaired.parted.push((line, Box::new(read), fault));
            }
            // The chain joins what stands on both sides of it: nothing was recorded there.
            Err(fault) => {
                let glimpse = Glimpse::of(candidate.bytes);
                let is_old = glimpse.seq.is_none_or(|seq| seq <= repaired.head.seq);
                if is_old && last.is_some_and(|last| at < last) {
                    // The chain joins what stands on both sides of it: nothing was recorded there.
                    repaired.cured.push(line);
                    continue;
                }
                if let Some(seq) = glimpse.seq {
                    known.entry(seq).or_insert(glimpse.at);
                }
                repaired.unreadable.push((line, glimpse, fault));
            }
        }
    }
    repaired.cured.sort_unstable();
    repaired.cured.dedup();
    repaired.missing = missing(walk.chain.head(), known);
    repaired
}

/// The gaps between where the journal stands and the numbers of what was set aside.
fn missing(head: Head, known: BTreeMap<u64, Option<DateTime<FixedOffset>>>) -> Vec<Missing> {
    let mut missing = Vec::new();
    let (mut due, mut after) = (head.seq + 1, head.at);
    for (seq, at) in known.into_iter().skip_while(|(seq, _)| *seq <= head.seq) {
        if seq > due {
            missing.push(Missing {
                first: due,
                last: seq - 1,
                after,
                before: at,
            });
        }
        due = seq.saturating_add(1);
        after = at.or(after);
    }
    missing
}

fn newer(candidates: &[Candidate]) -> Option<(u64, u32)> {
    candidates.iter().find_map(|candidate| {
        let Err(Fault::Newer { found }) = candidate.read else {
            return None;
        };
        Some((candidate.line, found))
    })
}

/// Keeps the damaged file under a name of its own, then puts the mended one in its place, which is
/// at the other end of a link where the journal is one.
fn replace(place: &Place, whole: &[u8], at: DateTime<FixedOffset>) -> io::Result<PathBuf> {
    let journal = fs::canonicalize(place.journal())?;
    let kept = keep_aside(place, DAMAGED, &fs::read(&journal)?, at)?;
    let folder = journal.parent().unwrap_or(place.folder());
    let mut mended = NamedTempFile::new_in(folder)?;
    mended.write_all(whole)?;
    mended.as_file().sync_all()?;
    mended.persist(&journal).map_err(|error| error.error)?;
    // It would tell of entries that are known to be gone.
    let _ = fs::remove_file(place.checkpoint());
    give_to_owner(&journal);
    sync_folder(folder);
    sync_folder(place.folder());
    Ok(kept)
}
