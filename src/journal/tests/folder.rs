//! The store folder as it is: real files, a real lock.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;
use uuid::Uuid;

use crate::domain::terms::{CitizenId, Particulars, Sealed};
use crate::journal::chain::Head;
use crate::journal::checkpoint::Checkpoint;
use crate::journal::engine::{Engine, FileEngine};
use crate::journal::error::{ErrorKind, JournalError};
use crate::journal::evidence;
use crate::journal::place::Place;
use crate::journal::private;
use crate::journal::read::{Journal, Tail};
use crate::journal::sample::{Fact, Memory, draft, holder, noon, parse, small_journal};
use crate::journal::seal::Keys;
use crate::journal::verify::verify;
use crate::journal::writer::Writer;

const SHORT: Duration = Duration::from_millis(50);

fn put(path: &Path, bytes: &[u8]) {
    let mut options = OpenOptions::new();
    let file = options.write(true).create(true).truncate(true).open(path);
    file.expect("a file").write_all(bytes).expect("written");
}

/// A store that holds these bytes.
fn store(bytes: &[u8]) -> (TempDir, Place) {
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place::create(folder.path()).expect("a store");
    put(&place.journal(), bytes);
    (folder, place)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"));
    let mut names: Vec<_> = entries
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn writer(place: &Place) -> Result<Writer<Fact>, JournalError> {
    Writer::open(place, SHORT, &holder())
}

#[test]
fn a_store_from_its_first_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place::create(folder.path().join("新/库")).expect("a store");
    assert_eq!(Place::open(place.folder()).expect("there"), place);
    let mut writer = writer(&place).expect("a writer");
    assert_eq!(writer.journal().head, Head::EMPTY);
    let recorded = writer
        .append(vec![draft("一"), draft("二")])
        .expect("recorded");
    assert_eq!(
        (recorded.first_seq, recorded.last_seq, recorded.torn),
        (1, 2, None)
    );
    let read = Journal::read(&place).expect("sound");
    assert_eq!(&read, writer.journal());
    assert_eq!(read.head, recorded.head);
    drop(writer);
    assert_eq!(names(place.folder()), ["journal.jsonl", "journal.lock"]);
    assert!(verify::<Fact>(&place).expect("readable").is_sound());
}

#[cfg(unix)]
#[test]
fn a_store_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().expect("a folder");
    let place = Place::create(folder.path().join("库")).expect("a store");
    let _writer = writer(&place).expect("a writer");
    let file = folder.path().join("照片.jpg");
    put(&file, b"photograph");
    let measured = evidence::measure(&file).expect("a file");
    evidence::keep(&place, &file, &measured).expect("kept");
    let row = Sealed::new(CitizenId(1), b"salt", Particulars::default());
    private::keep(&place, &[row], &private::Seals::new(), noon()).expect("kept");
    let keys = Keys {
        folder: folder.path().join("钥"),
        chance: Uuid::nil(),
    };
    let place = place.sealed(keys.made());
    Checkpoint::keep(&place, (Head::EMPTY, None), 1, |_| Some(Vec::new())).expect("kept");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(place.folder()), 0o700);
    let kept = names(place.folder());
    assert_eq!(kept.len(), 6, "{kept:?}");
    for file in kept {
        let expected = if file == "evidence" { 0o700 } else { 0o600 };
        assert_eq!(mode(&place.folder().join(&file)), expected, "{file}");
    }
    let kept = evidence::path(&place, &measured.sha256);
    assert_eq!(mode(&kept), 0o600);
}

/// The superuser who helps out must not lock the owner out. Only he can try.
#[cfg(unix)]
#[test]
fn what_the_superuser_makes_belongs_to_the_stores_owner() {
    use std::os::unix::fs::{MetadataExt, chown};

    const NOBODY: u32 = 65534;
    let (folder, place) = store(&small_journal());
    if chown(folder.path(), Some(NOBODY), None).is_err() {
        return;
    }
    let _writer = writer(&place).expect("a writer");
    let row = Sealed::new(CitizenId(1), b"salt", Particulars::default());
    private::keep(&place, &[row], &private::Seals::new(), noon()).expect("kept");
    for file in ["journal.lock", "private.jsonl"] {
        let made = fs::metadata(folder.path().join(file)).expect("there");
        assert_eq!(made.uid(), NOBODY, "{file}");
    }
}

#[test]
fn a_store_is_made_once() {
    for bytes in [&small_journal()[..], b"\n", b"x\n"] {
        let (_folder, place) = store(bytes);
        let again = Place::create(place.folder());
        assert!(matches!(again, Err(JournalError::AlreadyThere { .. })));
        assert_eq!(fs::read(place.journal()).expect("there"), bytes);
    }
    // What an interrupted first day left is no store yet.
    for bytes in [&b""[..], b"{\"v\":1,\"seq\":1"] {
        let (_folder, place) = store(bytes);
        assert_eq!(Place::create(place.folder()).expect("taken over"), place);
    }
}

#[test]
fn places_that_hold_no_store() {
    let (folder, place) = store(b"");
    let kind = |result: Result<Place, JournalError>| result.expect_err("no store").kind();
    for nowhere in [folder.path().join("无"), place.journal()] {
        assert!(matches!(
            Place::open(&nowhere),
            Err(JournalError::NotThere { .. })
        ));
        assert_eq!(names(folder.path()), ["journal.jsonl"]);
    }
    assert_eq!(kind(Place::create(place.journal())), ErrorKind::Misplaced);
    fs::remove_file(place.journal()).expect("removed");
    assert!(matches!(
        Journal::<Fact>::read(&place),
        Err(JournalError::NotThere { .. })
    ));
    assert!(matches!(writer(&place), Err(JournalError::NotThere { .. })));
    assert!(names(folder.path()).is_empty(), "not even a lock");
    fs::create_dir(place.journal()).expect("a folder");
    assert!(matches!(
        Place::open(folder.path()),
        Err(JournalError::WrongPlace { .. })
    ));
    assert_eq!(kind(Place::create(folder.path())), ErrorKind::Misplaced);
}

/// The superuser may write anywhere, so the test looks at what changed: nothing, whatever the tail.
#[test]
fn a_reader_changes_nothing() {
    let whole = small_journal();
    for bytes in [
        &whole[..],
        &whole[..whole.len() - 1],
        &whole[..whole.len() - 9],
        b"",
    ] {
        let (folder, place) = store(bytes);
        let mut permissions = fs::metadata(place.journal()).expect("there").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(place.journal(), permissions).expect("read-only");
        let before = fs::metadata(place.journal())
            .expect("there")
            .modified()
            .expect("a time");

        let journal = Journal::<Fact>::read(&place).expect("sound");
        let report = verify::<Fact>(&place).expect("readable");
        assert_eq!(report.lines_ok as usize, journal.lines.len());

        let after = fs::metadata(place.journal())
            .expect("there")
            .modified()
            .expect("a time");
        assert_eq!(before, after);
        assert_eq!(fs::read(place.journal()).expect("there"), bytes);
        assert_eq!(names(folder.path()), ["journal.jsonl"]);
    }
}

#[test]
fn one_writer_at_a_time() {
    let (_folder, place) = store(&small_journal());
    let mut first = writer(&place).expect("a writer");
    match writer(&place) {
        Err(JournalError::Locked {
            holder: Some(word), ..
        }) => assert_eq!(*word, holder()),
        other => panic!("{other:?}"),
    }
    let _ = first.append(vec![draft("x")]).expect("recorded");
    drop(first);
    assert_eq!(writer(&place).expect("free again").journal().head.seq, 5);
}

#[test]
fn waiting_has_an_end() {
    #[expect(
        clippy::disallowed_methods,
        reason = "how long it takes is the question"
    )]
    let now = std::time::Instant::now;
    let (_folder, place) = store(&small_journal());
    let _first = writer(&place).expect("a writer");
    let begun = now();
    let error = writer(&place).expect_err("locked");
    assert_eq!(error.kind(), ErrorKind::Busy);
    assert!(
        (SHORT..SHORT * 100).contains(&begun.elapsed()),
        "{:?}",
        begun.elapsed()
    );
}

#[test]
fn a_waiting_writer_gets_its_turn() {
    let (_folder, place) = store(&small_journal());
    let first = writer(&place).expect("a writer");
    std::thread::scope(|scope| {
        let second = scope.spawn(|| Writer::<Fact>::open(&place, SHORT * 100, &holder()).is_ok());
        drop(first);
        assert!(second.join().expect("no panic"));
    });
}

#[test]
fn a_reader_passes_over_what_a_writer_has_under_way() {
    let whole = small_journal();
    let (_folder, place) = store(&whole[..whole.len() - 1]);
    let seen = || {
        Journal::<Fact>::read(&place)
            .map(|j| (j.lines.len(), j.tail))
            .expect("sound")
    };
    assert_eq!(seen(), (4, Tail::Unsealed), "nobody ever wrote");
    let at_work = writer(&place).expect("a writer");
    assert!(matches!(seen(), (3, Tail::InProgress { .. })));
    drop(at_work);
    assert_eq!(seen(), (4, Tail::Unsealed));
}

#[test]
fn a_torn_end_is_kept_beside_the_journal() {
    let (folder, place) = store(&small_journal());
    for name in [
        "journal.torn-20240305T091233",
        "journal.torn-20240305T091233-1",
    ] {
        let whole = fs::read(place.journal()).expect("there");
        put(&place.journal(), &[&whole[..], b"{\"v\":1,\xE5"].concat());
        let mut writer = writer(&place).expect("a writer");
        assert_eq!(writer.journal().tail, Tail::Torn { bytes: 8 });
        let torn = writer
            .append(vec![draft("x")])
            .expect("recorded")
            .torn
            .expect("a torn end");
        assert_eq!((torn.path, torn.bytes), (folder.path().join(name), 8));
        assert_eq!(
            fs::read(folder.path().join(name)).expect("kept"),
            b"{\"v\":1,\xE5"
        );
        assert!(
            fs::read(place.journal())
                .expect("there")
                .starts_with(&whole)
        );
    }
    let report = verify::<Fact>(&place).expect("readable");
    assert!(report.is_sound());
    assert_eq!((report.lines_ok, report.aside.len()), (6, 2));
}

#[test]
fn a_writer_that_appends_nothing_leaves_the_end_as_it_is() {
    let whole = small_journal();
    for bytes in [&whole[..whole.len() - 1], &whole[..whole.len() - 9]] {
        let (folder, place) = store(bytes);
        drop(writer(&place).expect("a writer"));
        assert_eq!(fs::read(place.journal()).expect("there"), bytes);
        assert_eq!(names(folder.path()), ["journal.jsonl", "journal.lock"]);
    }
}

#[test]
fn nothing_is_written_to_a_damaged_or_newer_journal() {
    for bad in [
        &b"{\"v\":2,\"seq\":5}\n"[..],
        b"{\"v\":2,\"seq\":5}",
        b"\n",
        b"{}\n",
    ] {
        let bytes = [&small_journal()[..], bad].concat();
        let (_folder, place) = store(&bytes);
        let error = writer(&place).expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::Damaged);
        assert!(error.to_string().starts_with("line 5 of"), "{error}");
        assert_eq!(fs::read(place.journal()).expect("there"), bytes);
    }
}

#[test]
fn a_journal_that_was_replaced_under_the_lock_is_not_written_to() {
    let (folder, place) = store(&small_journal());
    let mut writer = writer(&place).expect("a writer");
    // As a synchronising program does it: another file under the same name, here of the same length.
    let other = folder.path().join("other");
    put(&other, &small_journal());
    fs::rename(&other, place.journal()).expect("replaced");
    let error = writer.append(vec![draft("x")]).expect_err("not ours");
    assert!(matches!(error, JournalError::NotRecorded { .. }));
    assert_eq!(fs::read(place.journal()).expect("there"), small_journal());
}

#[test]
fn copies_beside_the_journal_are_listed() {
    let (folder, place) = store(&small_journal());
    for name in [
        "journal (1).jsonl",
        "journal-冲突副本.jsonl",
        "Copy of journal.jsonl",
        "副本 journal.jsonl",
        "private.jsonl",
        "年报.csv",
    ] {
        put(&folder.path().join(name), b"");
    }
    let copies = verify::<Fact>(&place).expect("readable").copies;
    let expected = [
        "Copy of journal.jsonl",
        "journal (1).jsonl",
        "journal-冲突副本.jsonl",
        "副本 journal.jsonl",
    ];
    let expected = expected.map(|name| folder.path().join(name));
    assert_eq!(copies, expected);
}

#[test]
fn every_engine_appends_after_the_head_or_not_at_all() {
    fn check(engine: &mut dyn Engine<Fact>) {
        let head = parse(&small_journal()).head;
        assert_eq!(engine.read_from(3).expect("lines").len(), 2);
        let recorded = engine
            .append_after(&head, vec![draft("x")])
            .expect("recorded");
        let late = engine.append_after(&head, vec![draft("y")]);
        assert!(matches!(
            late,
            Err(JournalError::Conflict {
                expected: 4,
                found: 5
            })
        ));
        assert_eq!(engine.read_from(5).expect("lines").len(), 1);
        assert!(engine.read_from(6).expect("lines").is_empty());
        let _ = engine
            .append_after(&recorded.head, vec![draft("y")])
            .expect("recorded");
    }
    let (_folder, place) = store(&small_journal());
    check(&mut FileEngine {
        place,
        wait: SHORT,
        holder: holder(),
    });
    check(&mut Memory::holding(&small_journal()));
}
