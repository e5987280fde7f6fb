//! A loss of power at every byte: nothing that was acknowledged is lost, and work goes on.

use std::fs;
use std::time::Duration;

use crate::journal::place::Place;
use crate::journal::read::{AtWork, Tail};
use crate::journal::sample::{Fact, Memory, draft, holder, parse, small_journal};
use crate::journal::verify::verify_bytes;
use crate::journal::writer::Writer;

/// Reads what is left, appends to it, and asks whether all is well. `whole` lines had their `\n`.
#[track_caller]
fn check(left: &[u8], whole: usize) {
    let before = parse(&small_journal());
    let disk = Memory::holding(left);
    let mut pen = disk.pen();
    let found = pen.journal().lines.len();
    assert!(found == whole || (found == whole + 1 && pen.journal().tail == Tail::Unsealed));
    let torn = match pen.journal().tail {
        Tail::Torn { bytes } => Some(left[left.len() - bytes as usize..].to_vec()),
        Tail::Clean | Tail::Unsealed | Tail::InProgress { .. } => None,
    };
    let recorded = pen.append(vec![draft("续写")]).expect("recorded");
    assert_eq!(recorded.first_seq, found as u64 + 1);
    assert_eq!(recorded.torn.is_some(), torn.is_some());
    assert_eq!(
        disk.state(|state| state.torn.pop()),
        torn,
        "kept aside, byte by byte"
    );

    let after = parse(&disk.bytes());
    assert_eq!(&after, pen.journal(), "the writer knows what is on disk");
    assert_eq!(after.tail, Tail::Clean);
    assert_eq!(
        after.lines[..found],
        before.lines[..found],
        "nothing lost or changed"
    );
    assert!(after.lines[found].events == draft("续写").events);
    assert!(verify_bytes::<Fact>(&disk.bytes(), AtWork::No).is_sound());
}

fn lines_before(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b == b'\n').count()
}

#[test]
fn a_cut_at_every_byte() {
    let bytes = small_journal();
    for end in 0..=bytes.len() {
        check(&bytes[..end], lines_before(&bytes[..end]));
    }
}

/// Some file systems give the file its new length first and the bytes later.
#[test]
fn a_cut_at_every_byte_filled_with_zeros() {
    let bytes = small_journal();
    for end in 0..bytes.len() {
        let mut left = bytes.clone();
        left[end..].fill(0);
        check(&left, lines_before(&bytes[..end]));
    }
}

#[test]
fn a_whole_line_without_its_end_is_kept() {
    let bytes = small_journal();
    let disk = Memory::holding(&bytes[..bytes.len() - 1]);
    let recorded = disk.pen().append(vec![draft("x")]).expect("recorded");
    assert_eq!(recorded.first_seq, 5);
    assert!(disk.bytes().starts_with(&bytes));
}

/// Who holds the lock asks nobody whether a writer is at work on it.
#[test]
#[expect(clippy::disallowed_methods, reason = "a line cut short is forged")]
fn a_whole_line_without_its_end_counts_for_who_writes() {
    let bytes = small_journal();
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place::create(folder.path()).expect("a store");
    fs::write(place.journal(), &bytes[..bytes.len() - 1]).expect("written");
    let mut writer = Writer::open(&place, Duration::ZERO, &holder()).expect("the lock");
    let recorded = writer.append(vec![draft("x")]).expect("recorded");
    assert_eq!((recorded.first_seq, recorded.torn), (5, None));
    let now = fs::read(place.journal()).expect("there");
    assert!(now.starts_with(&bytes));
}

#[test]
fn an_end_that_does_not_follow_is_no_line() {
    let bytes = small_journal();
    let first = bytes
        .split_inclusive(|b| *b == b'\n')
        .next()
        .expect("a line");
    // The first line once more, without its `\n`: well formed, but of another place.
    let left = [&bytes, &first[..first.len() - 1]].concat();
    check(&left, 4);
}

#[test]
fn what_a_writer_has_under_way_does_not_count() {
    use crate::journal::read::Journal;

    let bytes = small_journal();
    let left = &bytes[..bytes.len() - 1];
    let journal = Journal::<Fact>::parse(left, AtWork::Yes).expect("sound");
    assert_eq!(journal.lines.len(), 3);
    assert!(matches!(journal.tail, Tail::InProgress { bytes } if bytes > 0));
}
