//! Stores that cannot be used: damaged, newer, locked, cut off, full, forbidden; readers that go
//! away.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};

use crate::office::Office;

/// Something that writes.
const WRITES: [&str; 6] = [
    "submit",
    "关于修渠的建议",
    "--deputy",
    "祝晓琴",
    "--category",
    "其他",
];

/// An office whose journal was changed.
fn with(change: impl FnOnce(&mut Vec<u8>)) -> Office {
    let office = Office::new();
    let mut bytes = office.journal();
    change(&mut bytes);
    office.write("journal.jsonl", bytes);
    office
}

/// Readers and writers refuse it with this code.
#[track_caller]
fn check(office: &Office, code: u8, says: &[&str]) {
    office.refuses(&["list"], code, says);
    office.refuses(&WRITES, code, says);
    office.refuses(&["report", "summary"], code, says);
}

/// The bytes of a line, from 1.
fn line(bytes: &[u8], number: usize) -> std::ops::Range<usize> {
    let mut lines = bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::len);
    let start: usize = lines.by_ref().take(number - 1).sum();
    start..start + lines.next().expect("a line")
}

#[test]
fn damage_names_its_line() {
    let office = with(|bytes| {
        let third = line(bytes, 3);
        bytes[third.start] = b'[';
    });
    check(&office, 6, &["第 3 行损坏", "jianyi verify"]);
    let told = office.run_in("zh", &["verify"]);
    assert_eq!(told.code, 6, "{}{}", told.out, told.err);
    assert!(told.out.contains('3'), "{}", told.out);

    let office = with(|bytes| drop(bytes.drain(line(bytes, 4))));
    check(&office, 6, &["第 4 行损坏"]);
    let office = with(|bytes| {
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        *bytes = text.replace("农业服务中心", "农业服务站").into_bytes();
    });
    check(&office, 6, &["行损坏"]);
    let office = with(|bytes| {
        let second = line(bytes, 2);
        bytes.insert(second.end, b'\n');
    });
    check(&office, 6, &["第 3 行损坏"]);
    let office = with(|bytes| {
        let fifth = line(bytes, 5);
        bytes[fifth.start + 4] = 0xff;
    });
    check(&office, 6, &["第 5 行损坏"]);
}

#[test]
fn what_a_newer_version_wrote_is_left_alone() {
    let office = with(|bytes| {
        let last = line(bytes, 12);
        let newer = String::from_utf8(bytes[last.clone()].to_vec()).expect("UTF-8");
        bytes.truncate(last.start);
        bytes.extend(newer.replacen("\"v\":1", "\"v\":2", 1).into_bytes());
    });
    let says = ["第 12 行是新版本写的", "换用新版"];
    check(&office, 6, &says);
    let backup = office.path("备份.zip").display().to_string();
    for words in [
        &["verify"][..],
        &["verify", "--repair"],
        &["backup", &backup],
    ] {
        office.refuses(words, 6, &says);
    }
}

#[test]
fn an_empty_journal_is_no_store_yet() {
    let office = with(Vec::clear);
    office.refuses(&WRITES, 2, &["还没有建档", "jianyi init"]);
    office.refuses(&["list"], 2, &["还没有建档", "jianyi init"]);
    office.does(&[
        "init",
        "--office",
        "健龙镇人大主席团",
        "--secretary",
        "王敏",
    ]);
    office.does(&["list"]);
}

#[test]
fn a_last_line_without_its_end_counts() {
    let office = with(|bytes| bytes.truncate(bytes.len() - 1));
    let whole = Office::new();
    assert_eq!(office.does(&["list"]).out, whole.does(&["list"]).out);
    office.does(&WRITES);
    whole.does(&WRITES);
    assert_eq!(office.journal(), whole.journal());
}

#[test]
fn a_torn_tail_is_set_aside_by_the_next_writer() {
    for tail in [
        b"\0\0\0\0\0\0".as_slice(),
        b"{\"v\":1,\"seq\":13,\"pr",
        b"\xe5\xbb",
    ] {
        let whole = Office::new();
        let office = with(|bytes| bytes.extend(tail));
        let before = office.journal();
        let told = office.does(&["list"]);
        assert!(told.err.contains("没有写完"), "{}", told.err);
        assert!(office.journal() == before, "a reader wrote");
        let told = office.does(&WRITES);
        assert!(told.err.contains("journal.torn-"), "{}", told.err);
        whole.does(&WRITES);
        assert_eq!(office.journal(), whole.journal());
        let files = fs::read_dir(office.folder()).expect("a folder");
        let kept = files.filter_map(|file| fs::read(file.expect("a file").path()).ok());
        assert!(
            kept.into_iter().any(|bytes| bytes == tail),
            "{tail:?} is gone"
        );
    }
}

#[test]
fn who_finds_the_lock_taken_may_try_again() {
    let mut office = Office::new();
    office
        .env
        .insert("JIANYI_WAIT_MS".to_owned(), "200".to_owned());
    let lock = File::options()
        .create(true)
        .append(true)
        .open(office.path("journal.lock"))
        .expect("a lock");
    lock.lock().expect("the lock");
    office.refuses(&WRITES, 5, &["正在写入", "再做一次"]);
    // Readers and dry runs need no lock.
    office.does(&["list"]);
    let dry: Vec<&str> = WRITES.iter().copied().chain(["--dry-run"]).collect();
    office.does(&dry);
    lock.unlock().expect("the lock");
    office.does(&WRITES);
}

#[test]
fn a_store_of_the_wrong_shape_is_told_apart() {
    let office = Office::empty();
    fs::create_dir(office.path("journal.jsonl")).expect("a folder");
    office.refuses(&["list"], 2, &["journal.jsonl", "--store"]);
    office.refuses(&WRITES, 2, &["journal.jsonl", "--store"]);
}

/// A reader that fails.
struct Broken(ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::Error::from(self.0))
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::Error::from(self.0))
    }
}

#[test]
fn a_reader_that_went_away_is_no_failure_and_a_full_one_is() {
    let office = Office::new();
    for words in [
        vec!["list"],
        vec!["show", "1"],
        vec!["report", "summary", "--format", "json"],
        vec!["export", "--format", "jsonl"],
        vec!["--help"],
        vec!["verify"],
    ] {
        let gone = office.run_into(&mut Broken(ErrorKind::BrokenPipe), "zh", &words);
        assert_eq!(gone, (0, String::new()), "{words:?}");
        let full = office.run_into(&mut Broken(ErrorKind::StorageFull), "zh", &words);
        assert_eq!(full.0, 1, "{words:?}: {}", full.1);
        let plain = full.1.contains("输出没有写完") && full.1.contains("磁盘满");
        assert!(plain && !full.1.contains("意外"), "{}", full.1);
    }
    // What was found stands in the exit code, also for who stopped reading.
    let late = vec![
        "report",
        "summary",
        "--as-of",
        "2026-12-31",
        "--fail-on",
        "overdue",
    ];
    let gone = office.run_into(&mut Broken(ErrorKind::BrokenPipe), "zh", &late);
    assert_eq!(gone.0, 8, "{gone:?}");
    let harmed = with(|journal| journal.truncate(journal.len() / 2));
    harmed.write("journal.jsonl", [&harmed.journal()[..], b"\n"].concat());
    let gone = harmed.run_into(&mut Broken(ErrorKind::BrokenPipe), "zh", &["verify"]);
    assert_eq!(gone.0, 6, "{gone:?}");
    // The record stands although nobody heard of it.
    let before = office.journal();
    let plain: Vec<&str> = WRITES
        .iter()
        .copied()
        .chain(["--format", "plain"])
        .collect();
    let full = office.run_into(&mut Broken(ErrorKind::StorageFull), "zh", &plain);
    assert_eq!(full.0, 1);
    assert!(full.1.contains("已经记录的不受影响"), "{}", full.1);
    assert!(office.journal().len() > before.len());
    office.does(&["verify"]);
}

/// Both have looked and found nothing; one waits for the other.
#[test]
fn of_two_who_found_a_store_one_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("store");
    fs::create_dir(&store).expect("a folder");
    let lock = File::create(store.join("journal.lock")).expect("a lock");
    lock.lock().expect("the lock");
    let found = |office: &str| {
        let at = store.to_string_lossy().into_owned();
        let words = [
            "init",
            "--office",
            office,
            "--secretary",
            "王敏",
            "--store",
            &at,
        ];
        Office::empty().run(&words)
    };
    let mut codes = std::thread::scope(|scope| {
        let found = &found;
        let both = ["甲镇", "乙镇"].map(|office| scope.spawn(move || found(office)));
        let begun = (0..100).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(20));
            store.join("journal.jsonl").exists()
        });
        assert!(begun, "nobody came");
        std::thread::sleep(std::time::Duration::from_millis(100));
        lock.unlock().expect("the lock");
        both.map(|told| told.join().expect("no panic").code)
    });
    codes.sort_unstable();
    assert_eq!(codes, [0, 2]);
    let at = store.to_string_lossy();
    Office::empty().does(&["verify", "--store", &at]);
}

/// Who waited writes later than he began.
#[test]
fn the_time_of_a_line_is_that_of_its_turn() {
    let mut office = Office::new();
    office.clock = Some(|| {
        let later = chrono::DateTime::parse_from_rfc3339("2024-06-28T09:00:07+08:00");
        later.expect("a time")
    });
    office.does(&WRITES);
    let journal = String::from_utf8(office.journal()).expect("UTF-8");
    let last = journal.lines().last().expect("a line");
    assert!(
        last.contains("\"at\":\"2024-06-28T09:00:07+08:00\""),
        "{last}"
    );
    // A time that was told stands still.
    let told = ["--now", "2024-06-28T10:00:00+08:00"];
    office.does(&[&WRITES[..], &told].concat());
    let journal = String::from_utf8(office.journal()).expect("UTF-8");
    let last = journal.lines().last().expect("a line");
    assert!(
        last.contains("\"at\":\"2024-06-28T10:00:00+08:00\""),
        "{last}"
    );
}
