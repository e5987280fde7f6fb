//! A disk that is full, breaks or lies: the old bytes stay, and nothing is said to be recorded.

use std::io;

use crate::journal::append::Draft;
use crate::journal::error::{ErrorKind, Fault, JournalError};
use crate::journal::read::Tail;
use crate::journal::sample::{Fact, Memory, State, draft, parse, small_journal, time};

fn batch() -> Vec<Draft<Fact>> {
    vec![draft("关于🚧"), draft("路灯")]
}

/// Breaks the disk, appends, and returns the disk and the error.
fn append_to(bytes: &[u8], harm: impl FnOnce(&mut State)) -> (Memory, JournalError) {
    let disk = Memory::holding(bytes);
    let mut pen = disk.pen();
    disk.state(harm);
    let error = pen.append(batch()).expect_err("a broken disk");
    (disk, error)
}

fn added_bytes(bytes: &[u8]) -> usize {
    let disk = Memory::holding(bytes);
    let _ = disk.pen().append(batch()).expect("recorded");
    disk.bytes().len() - bytes.len()
}

#[test]
fn full_after_every_byte() {
    let whole = small_journal();
    // Also where the last line still lacks its `\n`.
    for bytes in [&whole[..], &whole[..whole.len() - 1]] {
        for room in 0..=added_bytes(bytes) {
            let (disk, error) = append_to(bytes, |state| state.full_after = Some(room));
            assert_eq!(error.kind(), ErrorKind::Failed);
            let JournalError::NotRecorded {
                restored, source, ..
            } = error
            else {
                panic!("{error:?}");
            };
            assert_eq!(
                (restored, source.kind()),
                (true, io::ErrorKind::StorageFull)
            );
            assert_eq!(disk.bytes(), bytes, "{room}");
        }
    }
}

#[test]
fn after_a_failure_the_same_writer_can_go_on() {
    let disk = Memory::holding(&small_journal());
    let mut pen = disk.pen();
    disk.state(|state| state.full_after = Some(9));
    pen.append(batch()).expect_err("full");
    let recorded = pen.append(batch()).expect("room again");
    assert_eq!((recorded.first_seq, recorded.last_seq), (5, 6));
    assert_eq!(&parse(&disk.bytes()), pen.journal());
}

#[test]
fn a_torn_end_is_kept_aside_even_if_the_write_then_fails() {
    let whole = small_journal();
    let torn = [&whole[..], b"{\"v\":1,\"seq\":5,\xE5\xBB"].concat();
    let (disk, error) = append_to(&torn, |state| state.full_after = Some(9));
    assert!(matches!(
        error,
        JournalError::NotRecorded { restored: true, .. }
    ));
    assert_eq!(disk.bytes(), whole);
    assert_eq!(
        disk.state(|state| state.torn.clone()),
        [&torn[whole.len()..]]
    );

    // Where it cannot be kept, it is not cut off either.
    let (disk, error) = append_to(&torn, |state| state.aside_fails = true);
    assert!(matches!(error, JournalError::NotWritable { .. }));
    assert_eq!(disk.bytes(), torn);
}

#[test]
fn an_unsynced_line_is_not_recorded() {
    let (disk, error) = append_to(&small_journal(), |state| state.sync_fails = true);
    assert!(matches!(
        error,
        JournalError::NotRecorded { restored: true, .. }
    ));
    assert_eq!(disk.bytes(), small_journal());
}

#[test]
fn bytes_that_read_back_otherwise_are_not_recorded() {
    let (disk, error) = append_to(&small_journal(), |state| state.garbles = true);
    assert!(matches!(
        error,
        JournalError::NotRecorded { restored: true, .. }
    ));
    assert_eq!(disk.bytes(), small_journal());
}

#[test]
fn a_disk_that_cannot_even_be_cut_back_is_told_of() {
    let disk = Memory::holding(&small_journal());
    let mut pen = disk.pen();
    disk.state(|state| (state.full_after, state.cut_fails) = (Some(9), true));
    let error = pen.append(batch()).expect_err("full");
    assert!(matches!(
        error,
        JournalError::NotRecorded {
            restored: false,
            ..
        }
    ));
    // This writer writes no more; the next one finds an interrupted append.
    assert!(matches!(
        pen.append(batch()),
        Err(JournalError::Changed { .. })
    ));
    assert_eq!(disk.pen().journal().tail, Tail::Torn { bytes: 9 });
}

/// Nobody may be told that it is not recorded, for the next reader finds it.
#[test]
fn a_whole_line_that_cannot_be_cut_back_may_stand() {
    let whole = small_journal();
    for bytes in [&whole[..], &whole[..whole.len() - 1]] {
        let (disk, error) = append_to(bytes, |state| {
            (state.sync_fails, state.cut_fails) = (true, true);
        });
        assert_eq!(error.kind(), ErrorKind::Failed);
        assert!(matches!(error, JournalError::Uncertain { .. }), "{error:?}");
        assert_eq!(parse(&disk.bytes()).lines.len(), 6);
    }
    // The same for each number of bytes that a reader takes for a line, and for no other.
    for room in 0..=added_bytes(&whole) {
        let (disk, error) = append_to(&whole, |state| {
            (state.full_after, state.cut_fails) = (Some(room), true);
        });
        let stands = parse(&disk.bytes()).lines.len() > 4;
        let is_uncertain = matches!(error, JournalError::Uncertain { .. });
        assert_eq!(is_uncertain, stands, "{room}");
    }
}

#[test]
fn what_others_wrote_meanwhile_is_left_alone() {
    let (disk, error) = append_to(&small_journal(), |state| state.bytes.extend(b"{}\n"));
    assert_eq!(error.kind(), ErrorKind::Busy);
    assert_eq!(disk.bytes(), [&small_journal()[..], b"{}\n"].concat());

    let (disk, error) = append_to(&small_journal(), |state| {
        state.intruder = Some(b"{}\n".into());
    });
    // The lines stand whole before what the other wrote.
    assert!(matches!(error, JournalError::Uncertain { .. }));
    assert!(disk.bytes().starts_with(&small_journal()) && disk.bytes().ends_with(b"{}\n"));
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    #[track_caller]
    fn check(drafts: Vec<Draft<Fact>>, why: impl FnOnce(&Fault) -> bool) {
        let disk = Memory::holding(&small_journal());
        match disk.pen().append(drafts) {
            Err(JournalError::Unfit { fault, .. }) => assert!(why(&fault), "{fault}"),
            other => panic!("{other:?}"),
        }
        assert_eq!(disk.bytes(), small_journal());
    }
    let no_events = Draft {
        events: Vec::new(),
        ..draft("x")
    };
    check(vec![draft("x"), no_events], |fault| {
        *fault == Fault::NoEvents
    });
    check(Vec::new(), |fault| *fault == Fault::NoEvents);
    let later = Draft {
        batch: Some(6),
        ..draft("x")
    };
    check(vec![later], |fault| *fault == Fault::Batch { batch: 6 });
    let worn = Fact::Worn {
        note: " x".to_owned(),
    };
    check(
        vec![Draft {
            events: vec![worn],
            ..draft("x")
        }],
        |fault| matches!(fault, Fault::Unreadable(_)),
    );
    let far = time("9999-12-31T23:59:59+00:00") + chrono::TimeDelta::days(9);
    check(
        vec![Draft {
            at: far,
            ..draft("x")
        }],
        |fault| matches!(fault, Fault::Unreadable(_)),
    );
}
