//! Any words as a command line over a small store: a documented exit code, and never a panic.
//!
//! A command leaves its book to the end of the process: run this one with
//! `ASAN_OPTIONS=detect_leaks=0`.
#![no_main]

use std::collections::BTreeMap;
use std::fs;
use std::io::empty;
use std::path::Path;
use std::sync::OnceLock;

use chrono::DateTime;
use jianyi::{AtTerminal, Terminal, World, run};
use libfuzzer_sys::fuzz_target;

const OFFICE: &str = "init --office 镇 --secretary 王敏 --rules jianlong --on 2024-01-02
session open 20-5 --on 2024-01-10
unit add 水利站 --on 2024-01-10
deputy add 张三 --on 2024-01-10
submit 修桥 --deputy 张三 --category 其他 --on 2024-01-12
assign 1 --lead 水利站 --on 2024-01-20";

fn play(folder: &Path, words: &[&str]) -> u8 {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut line = vec![
        "jianyi".into(),
        "--store".into(),
        folder.join("store").into(),
    ];
    line.extend(words.iter().map(Into::into));
    let mut world = World {
        progress: &jianyi::Unwatched,
        stdin: &mut empty(),
        stdout: &mut out,
        stderr: &mut err,
        terminal: Terminal::default(),
        // Nobody is asked: the terminal is none.
        person: &mut AtTerminal::of_kind(None),
        env: BTreeMap::new(),
        folder: folder.to_path_buf(),
        now: DateTime::parse_from_rfc3339("2024-03-01T09:00:00+08:00").expect("a time"),
        keys: None,
        clock: None,
        process: 1,
        seed: uuid::Uuid::nil(),
    };
    run(line, &mut world)
}

/// The journal of the office, written once.
fn founded() -> &'static [u8] {
    static JOURNAL: OnceLock<Vec<u8>> = OnceLock::new();
    JOURNAL.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        for line in OFFICE.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            assert_eq!(play(folder.path(), &words), 0);
        }
        fs::read(folder.path().join("store/journal.jsonl")).expect("a journal")
    })
}

fuzz_target!(|text: &str| {
    // Files are written where the words say: only in the folder of this test.
    if text.contains(['/', '\\', '\0']) || text.contains("..") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("store");
    fs::create_dir(&store).expect("a folder");
    fs::write(store.join("journal.jsonl"), founded()).expect("written");
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let code = play(folder.path(), &words);
        assert!(code <= 8 && code != 1, "{line}: exit {code}");
    }
    assert_eq!(play(folder.path(), &["verify", "-q"]), 0, "{text}");
});
