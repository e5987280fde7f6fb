//! What a repair says is lost, what it will not guess, and that it agrees with `verify`.

use std::fs;
use std::path::PathBuf;

use jianyi::journal::{Checkpoint, Place};
use serde_json::Value;

use crate::checkpoints::{CHECKPOINT, with_checkpoint};
use crate::handling::{play, refused};
use crate::office::{Office, keys};

/// The lines of an office's journal, each with its end.
fn lines(office: &Office) -> Vec<Vec<u8>> {
    let journal = office.journal();
    let lines = journal.split_inclusive(|b| *b == b'\n');
    lines.map(<[u8]>::to_vec).collect()
}

/// Repairs and gives the rows that are printed.
fn repaired(office: &Office, code: u8) -> Vec<Value> {
    let told = office.run(&["verify", "--repair", "--format", "json"]);
    assert_eq!(told.code, code, "{told:?}");
    let document: Value = serde_json::from_str(&told.out).expect("JSON");
    document["data"].as_array().expect("rows").clone()
}

/// The journals that repairs kept aside.
fn damaged(office: &Office) -> Vec<PathBuf> {
    let names = fs::read_dir(office.folder()).expect("a folder");
    let names = names.map(|entry| entry.expect("an entry").path());
    let is_aside = |path: &PathBuf| path.to_string_lossy().contains("journal.damaged-");
    names.filter(is_aside).collect()
}

/// A line in which somebody changed a word of what is recorded.
fn altered(line: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(line.to_vec()).expect("UTF-8");
    let other = text.replace("2024-01", "2024-02");
    assert_ne!(text, other);
    other.into_bytes()
}

/// What it stands for is gone: the end was cut off, or an older journal lies in the place of the newer.
#[test]
fn a_checkpoint_of_more_than_there_is_tells_of_it() {
    let office = with_checkpoint();
    let whole = office.journal();
    let ends = whole.trim_ascii_end().iter().enumerate();
    let mut ends = ends.filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at);
    // Who read the journal before a writer went on has not lost what he did not read.
    let place = Place::open(office.folder()).expect("a store");
    let place = place.sealed(keys(1).kept());
    assert_eq!(Checkpoint::ahead(&place, 1), None);
    let older = &whole[..=ends.nth(150).expect("lines")];
    office.does(&["verify"]);
    office.write("journal.jsonl", older);
    for words in [&["list"][..], &[], &["progress", "1", "补记"]] {
        let told = office.does(words);
        assert!(
            told.err.contains("记录却只到第 151 条"),
            "{words:?}: {told:?}"
        );
    }
    office.write("journal.jsonl", older);
    office.refuses(&["verify"], 6, &["不要用编辑器"]);
    office.write("副本.jsonl", &whole);
    office.does(&["verify", "--repair", "--with", "副本.jsonl"]);
    assert_eq!(office.journal(), whole);
    assert!(!office.path(CHECKPOINT).exists(), "it is made again");
    office.does(&["verify"]);
}

/// What a backup or a copy still has comes in where the chain proves its place.
#[test]
fn what_is_lost_comes_back_from_a_backup_and_a_copy() {
    let office = Office::new();
    let sound = office.journal();
    let lines = lines(&office);
    play(&office, "backup 备份.zip");
    play(&office, "progress 1 备份以后 --on 2024-06-20");
    let later = office.journal();
    // A line that stands in the backup is lost, and those after it stand in the file only.
    let mut harmed = later.clone();
    let gone: usize = lines[..8].iter().map(Vec::len).sum();
    harmed.drain(gone..gone + lines[8].len());
    office.write("journal.jsonl", &harmed);
    let told = office.does(&["verify", "--repair", "--with", "备份.zip"]);
    assert!(told.out.contains("补回"), "{told:?}");
    assert_eq!(office.journal(), later);
    // Repaired without it first: the file that was kept aside has the rest.
    office.write("journal.jsonl", &harmed);
    assert_eq!(office.run(&["verify", "--repair"]).code, 6);
    let told = office.does(&[]).err;
    assert!(
        told.contains("journal.damaged-"),
        "the next morning: {told}"
    );
    let aside = damaged(&office);
    assert!(!aside.is_empty());
    office.does(&["verify", "--repair", "--with", "备份.zip"]);
    assert_eq!(office.journal(), later);
    // An older journal over the newer one, which a copy still has.
    office.write("journal.jsonl", &sound);
    office.write("journal (冲突副本).jsonl", &later);
    office.does(&["verify", "--repair", "--with", "journal (冲突副本).jsonl"]);
    assert_eq!(office.journal(), later);
    office.does(&["verify", "--repair", "--with", "journal (冲突副本).jsonl"]);
    assert_eq!(office.journal(), later, "nothing is missing");
    // A copy that went another way has no place, and one of two is not chosen.
    play(&office, "progress 1 这里 --on 2024-06-21");
    let here = office.journal();
    office.write("journal.jsonl", &later);
    play(&office, "progress 1 那里 --on 2024-06-22");
    let there = office.journal();
    office.write("journal (冲突副本).jsonl", &here);
    let other_way = ["verify", "--repair", "--with", "journal (冲突副本).jsonl"];
    office.refuses(&other_way, 2, &["没有损坏", "第 14 条起"]);
    assert_eq!(office.journal(), there);
    office.write("坏.zip", b"PK\x03\x04nothing");
    refused(
        &office,
        "verify --repair --with 坏.zip",
        6,
        "不是完好的备份",
    );
    refused(&office, "verify --repair --with 没有.zip", 2, "没有.zip");
}

/// A changed line reads as well as the true one: the one after it says which of the two it was.
#[test]
fn what_was_changed_comes_back_from_a_backup() {
    let office = Office::new();
    play(&office, "backup 备份.zip");
    play(&office, "progress 1 备份以后 --on 2024-06-20");
    play(&office, "progress 1 又一次 --on 2024-06-21");
    let sound = lines(&office);
    let last = sound.len() - 3;
    let changed = |line: &Vec<u8>| {
        let text = String::from_utf8(line.clone()).expect("UTF-8");
        text.replacen("\"by\":\"", "\"by\":\"老", 1).into_bytes()
    };
    let harm = |which: &dyn Fn(usize) -> bool| {
        let lines = sound.iter().enumerate();
        let lines = lines.map(|(at, line)| {
            if which(at) {
                changed(line)
            } else {
                line.clone()
            }
        });
        let harmed: Vec<u8> = lines.flatten().collect();
        office.write("journal.jsonl", &harmed);
    };
    let mends = |words: &[&str]| {
        let told = office.does(words);
        assert_eq!(office.journal(), sound.concat(), "{told:?}");
        office.does(&["verify"]);
    };
    let with = ["verify", "--repair", "--with", "备份.zip"];
    for at in 0..=last {
        harm(&|line| line == at);
        mends(&with);
    }
    harm(&|line| line <= last);
    mends(&with);
    // Repaired without it first: the file that was kept aside need not be named.
    for path in damaged(&office) {
        fs::remove_file(path).expect("gone");
    }
    harm(&|line| line == last / 2);
    assert_eq!(office.run(&["verify", "--repair"]).code, 6);
    mends(&with);
    // Nothing says which one it was: no line stands after the changed one, or that was changed too.
    harm(&|line| line == last + 2);
    let told = office.run(&["verify", "--repair", "--with", "备份.zip"]);
    assert_eq!(told.code, 0, "the backup knows nothing of it: {told:?}");
    office.write("副本.jsonl", sound.concat());
    harm(&|line| line == last + 2);
    let before = office.journal();
    office.refuses(
        &["verify", "--repair", "--with", "副本.jsonl"],
        2,
        &["另外的记录"],
    );
    assert_eq!(office.journal(), before);
}

/// An entry that a repair sets aside may be all that named somebody's particulars.
#[test]
fn particulars_that_no_line_names_after_a_repair_are_kept_aside() {
    let office = Office::new();
    let path = office.folder().join("private.jsonl");
    office.does(&["citizen", "add", "金丝雀甲", "--phone", "13966667777"]);
    let rows = std::fs::read(&path).expect("particulars");
    let mut lines = lines(&office);
    let last = lines.len() - 1;
    lines[last] = b"{\"v\":1,\"sxq\":7}\n".to_vec();
    office.write("journal.jsonl", lines.concat());
    let told = office.run(&["verify", "--repair"]);
    assert_eq!(told.code, 6, "{told:?}");
    office.does(&["citizen", "add", "金丝雀乙", "--phone", "13966667778"]);
    let entries = std::fs::read_dir(office.folder()).expect("a folder");
    let mut names = entries.map(|entry| entry.expect("an entry").path());
    let is_aside = |path: &std::path::PathBuf| path.to_string_lossy().contains("private.damaged-");
    let aside = names.find(is_aside).expect("kept aside");
    assert_eq!(std::fs::read(&aside).expect("a file"), rows);
    assert!(told.err.contains(&*aside.to_string_lossy()), "{told:?}");
    // Who is erased is looked for there too.
    let told = office.run(&["erase", "1", "--why", "本人要求", "--yes"]);
    assert!(
        !told.out.contains("private.damaged"),
        "another citizen: {told:?}"
    );
}

/// A folder that happens to be called so is nobody's evidence.
#[test]
fn files_of_ones_own_are_no_sign_of_a_lost_journal() {
    let office = Office::empty();
    fs::create_dir(office.path("evidence")).expect("a folder");
    office.write("evidence/photo.jpg", b"bytes of a photograph");
    office.does(&["init", "--office", "某镇人大", "--secretary", "王敏"]);
    office.does(&["list"]);
}

#[test]
fn a_journal_that_is_lost_is_not_begun_anew_over_what_belonged_to_it() {
    for left in [&b""[..], &[0; 4096], b"{\"v\":1,\"seq\":1,"] {
        let office = Office::new();
        office.does(&["citizen", "add", "金丝雀甲", "--phone", "13966667777"]);
        let path = office.folder().join("private.jsonl");
        let rows = std::fs::read(&path).expect("particulars");
        office.write("journal.jsonl", left);
        let init = ["init", "--office", "某镇人大", "--secretary", "王敏"];
        for words in [
            &["list"][..],
            &["verify"],
            &["verify", "--repair"],
            &init,
            &[],
        ] {
            let told = office.run(words);
            assert_eq!(told.code, 6, "{words:?}: {told:?}");
            assert!(told.err.contains("private.jsonl"), "{words:?}: {told:?}");
            assert_eq!(std::fs::read(&path).expect("particulars"), rows);
            assert_eq!(office.journal(), left);
        }
        std::fs::remove_file(office.folder().join("journal.jsonl")).expect("removed");
        assert_eq!(office.run(&init).code, 6);
        assert_eq!(office.run(&["list"]).code, 6);
    }
}

#[test]
fn what_is_lost_is_told_and_nothing_is_guessed() {
    let office = Office::new();
    let sound = office.journal();
    let mut lines: Vec<Vec<u8>> = sound
        .split_inclusive(|b| *b == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    let last = lines.len();
    lines[6] = b"{\"v\":1,\"seq\":7,\xff\n".to_vec();
    office.write("journal.jsonl", lines.concat());
    let told = office.run(&["verify", "--repair", "--format", "json"]);
    assert_eq!(told.code, 6, "{told:?}");
    let rows: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    let rows = rows["data"].as_array().expect("rows");
    assert_eq!(rows.len(), last - 6, "one unreadable, the others parted");
    assert_eq!(rows[0]["seq"], 7, "what can be seen of it: {}", rows[0]);
    assert_eq!(office.journal(), lines[..6].concat());
    office.does(&["verify"]);
    // Two lines that claim the same place: which one is true, nobody can tell.
    let mut fork = sound.clone();
    let forged = String::from_utf8(lines[last - 1].clone()).expect("UTF-8");
    fork.extend_from_slice(forged.replace("2024", "2023").as_bytes());
    office.write("journal.jsonl", &fork);
    let told = office.run(&["verify", "--repair"]);
    assert_eq!(told.code, 6, "{told:?}");
    assert_eq!(office.journal(), fork, "untouched");
}

#[test]
fn a_line_that_the_next_one_disproves_does_not_stay() {
    // In the middle, and where only one line follows.
    for from_end in [8, 2] {
        // What an earlier repair set aside would help.
        let office = Office::new();
        let sound = lines(&office);
        let at = sound.len() - from_end;
        let mut harmed = sound.clone();
        harmed[at] = altered(&harmed[at]);
        office.write("journal.jsonl", harmed.concat());
        assert_eq!(office.run(&["verify"]).code, 6);
        let rows = repaired(&office, 6);
        assert_eq!(office.journal(), sound[..at].concat(), "{at}");
        let changed = rows.iter().find(|row| row["what"] == "changed");
        let changed = changed.expect("named");
        assert_eq!(changed["line"], at + 1, "{changed}");
        assert_eq!(changed["seq"], at + 1, "{changed}");
        assert_eq!(rows.len(), sound.len() - at, "the others are parted");
        office.does(&["verify"]);
    }
}

#[test]
fn what_is_missing_is_named_by_number_and_time() {
    let office = Office::new();
    let mut left = lines(&office);
    left.drain(5..7);
    office.write("journal.jsonl", left.concat());
    let rows = repaired(&office, 6);
    let missing = rows.iter().find(|row| row["what"] == "missing");
    let missing = missing.expect("named");
    assert_eq!(missing["seq"], 6, "{missing}");
    let detail = missing["detail"].to_string();
    assert!(detail.contains("至第 7 条"), "{detail}");
    assert!(detail.contains("2024-06-28 09:00:00"), "{detail}");
}

#[test]
fn without_its_beginning_a_journal_is_left_alone() {
    let office = Office::new();
    let sound = lines(&office);
    let cut = [sound[0][..90].to_vec(), b"\n".to_vec(), sound[1..].concat()].concat();
    for harmed in [sound[1..].concat(), cut, b"no journal\n".to_vec()] {
        office.write("journal.jsonl", &harmed);
        refused(&office, "verify --repair", 6, "第一条丢了或读不出来");
        assert_eq!(office.journal(), harmed);
    }
    for nothing in [&b""[..], b"{\"v\":1,"] {
        office.write("journal.jsonl", nothing);
        refused(&office, "verify", 2, "还没有建档");
        refused(&office, "verify --repair", 2, "还没有建档");
    }
}

/// An append that was interrupted is no damage, whoever asks.
#[test]
fn a_torn_end_is_no_damage_to_a_repair_either() {
    let office = Office::new();
    let sound = office.journal();
    let flipped = [&sound[..sound.len() - 1], b"x"].concat();
    let zeros = [&sound[..], &[0; 4096]].concat();
    for torn in [sound[..sound.len() - 5].to_vec(), flipped, zeros] {
        office.write("journal.jsonl", &torn);
        let told = office.does(&["verify"]).err;
        assert!(told.contains("没有写完"), "{told}");
        let told = office.does(&["verify", "--repair"]).err;
        assert!(
            told.contains("没有写完") && told.contains("没有损坏"),
            "{told}"
        );
        assert_eq!(office.journal(), torn);
    }
    // Beside damage it stays in the file that is kept.
    office.write("journal.jsonl", &sound);
    let mut harmed = lines(&office);
    harmed.swap(3, 5);
    office.write(
        "journal.jsonl",
        [harmed.concat(), b"{\"v\"".to_vec()].concat(),
    );
    play(&office, "verify --repair");
    assert_eq!(office.journal(), sound);
}

#[cfg(unix)]
#[test]
fn a_journal_behind_a_link_is_mended_where_it_lies() {
    let office = Office::new();
    let mut harmed = lines(&office);
    let sound = harmed.concat();
    harmed.swap(3, 5);
    fs::create_dir(office.path("disk")).expect("a folder");
    office.write("disk/j.jsonl", harmed.concat());
    fs::remove_file(office.path("journal.jsonl")).expect("removed");
    std::os::unix::fs::symlink(office.path("disk/j.jsonl"), office.path("journal.jsonl"))
        .expect("a link");
    play(&office, "verify --repair");
    assert!(office.path("journal.jsonl").is_symlink());
    assert_eq!(fs::read(office.path("disk/j.jsonl")).expect("there"), sound);
}
