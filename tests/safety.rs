//! What the store promises: a printed fingerprint proves, a backup comes back whole, a restore
//! overwrites nothing that was recorded since.

use std::fs;
use std::path::Path;

use proptest::prelude::{ProptestConfig, prop_assert, proptest};

use crate::citizens::files;
use crate::handling::{play, refused};
use crate::office::Office;

fn fingerprint(office: &Office) -> String {
    let told = office.does(&["verify", "--fingerprint"]);
    told.out.trim().to_owned()
}

#[test]
fn a_printed_fingerprint_proves_that_nothing_was_changed() {
    let office = Office::new();
    let printed = fingerprint(&office);
    play(&office, "progress 1 补记 --on 2024-03-01");
    office.does(&["verify", "--against", &printed]);
    let plain = printed.replace('-', "").to_uppercase();
    office.does(&["verify", "--against", &plain]);
    let alone = printed.split('@').next().expect("a fingerprint");
    office.does(&["verify", "--against", alone]);
    refused(&office, "verify --against 0000-0000-0000", 2, "--against");
    let digit = if printed.starts_with('0') { "1" } else { "0" };
    let wrong = format!("{digit}{}", &printed[1..]);
    refused(&office, &format!("verify --against {wrong}"), 6, "指纹");
    // What is no fingerprint says nothing against the journal.
    for typed in [&printed[2..], "zzzz-0000-0000@3", "0000@3"] {
        refused(
            &office,
            &format!("verify --against {typed}"),
            2,
            "--against",
        );
    }
    refused(
        &office,
        "verify --against 0000-0000-0000@99",
        6,
        "没有第 99 条",
    );
    refused(&office, "verify --against 指纹", 2, "--against");
    // Before the first entry all stores are the same.
    let nothing = "verify --against 0000-0000-0000@0";
    refused(&office, nothing, 2, "--against");
    // The last line is cut off cleanly: the chain holds, the printed fingerprint does not.
    let printed = fingerprint(&office);
    let mut journal = office.journal();
    journal.pop();
    let end = journal.iter().rposition(|b| *b == b'\n').expect("lines") + 1;
    office.write("journal.jsonl", &journal[..end]);
    office.does(&["verify"]);
    refused(&office, &format!("verify --against {printed}"), 6, "没有第");
}

/// How somebody may tamper with a journal.
fn tampered(bytes: &[u8], how: u8, at: usize, flip: u8) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = bytes
        .split_inclusive(|b| *b == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    let line = at % lines.len();
    match how {
        0 => {
            let byte = at % lines[line].len();
            lines[line][byte] ^= flip;
        }
        1 => drop(lines.remove(line)),
        2 => lines.insert(line, lines[line].clone()),
        _ => {
            let other = (line + 1) % lines.len();
            lines.swap(line, other);
        }
    }
    lines.concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// A byte flipped anywhere, a line removed, doubled or swapped: each is found with the
    /// fingerprint that was printed before.
    #[test]
    fn whatever_is_changed_is_found(how in 0_u8..4, at: usize, flip in 1_u8..=255) {
        let office = Office::new();
        let printed = fingerprint(&office);
        let journal = office.journal();
        let changed = tampered(&journal, how, at % journal.len(), flip);
        office.write("journal.jsonl", &changed);
        let told = office.run(&["verify", "--against", &printed]);
        prop_assert!(changed == journal || told.code != 0, "{:?}", told);
        // Whatever stands before the last line is found without a fingerprint too.
        let last = journal.trim_ascii_end().iter().rposition(|b| *b == b'\n').expect("lines");
        let ends_alike = changed.ends_with(&journal[last..]) && changed != journal;
        let told = office.run(&["verify"]);
        prop_assert!(!ends_alike || told.code == 6, "{:?}", told);
    }
}

#[test]
fn a_backup_comes_back_whole() {
    let office = Office::new();
    office.write("photo.jpg", b"bytes of a photograph");
    play(&office, "evidence 1 photo.jpg --on 2024-03-01");
    play(
        &office,
        "citizen add 张三 --phone 13900000000 --on 2024-03-01",
    );
    play(&office, "backup town.zip");
    refused(&office, "backup town.zip", 2, "已经有文件");
    let before = office.json(&["show", "1"]);
    let mut other = Office::empty();
    other.now = office.now;
    fs::copy(office.path("town.zip"), other.path("town.zip")).expect("copied");
    play(&other, "restore town.zip --store back");
    let back = other.json(&["show", "1", "--store", "back"]);
    assert_eq!(back, before);
    let bytes = |folder: &Path| {
        let found = files(folder).into_iter();
        let found = found.filter(|(file, _)| !file.contains("journal.lock"));
        let found = found.filter(|(file, _)| !file.ends_with("photo.jpg"));
        let found = found.filter(|(file, _)| !file.ends_with(".zip"));
        let mut bytes: Vec<Vec<u8>> = found.map(|(_, bytes)| bytes).collect();
        bytes.sort();
        bytes
    };
    let kept = bytes(&other.path("back"));
    assert_eq!(kept.len(), 3, "journal, particulars, evidence");
    assert!(kept == bytes(office.folder()));
    let private = ["citizen", "show", "1", "--private"];
    let whole = office.does(&private).out;
    assert!(whole.contains("张三"), "{whole}");
    let private = [&private[..], &["--store", "back"]].concat();
    assert_eq!(other.does(&private).out, whole);
    other.does(&["verify", "--store", "back"]);
    // The same archive again, over evidence that was altered meanwhile, and after more entries.
    let evidence = || {
        let files = fs::read_dir(other.path("back/evidence")).expect("a folder");
        let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
        paths.sort();
        paths
    };
    fs::write(&evidence()[0], b"another").expect("altered");
    play(&other, "restore town.zip --store back");
    let [photo, altered] = &evidence()[..] else {
        panic!("{:?}", evidence())
    };
    assert_eq!(fs::read(photo).expect("there"), b"bytes of a photograph");
    assert_eq!(fs::read(altered).expect("there"), b"another");
    fs::remove_file(altered).expect("gone");
    play(&other, "progress 1 继续 --on 2024-03-02 --store back");
    let journal = fs::read(other.path("back/journal.jsonl")).expect("there");
    refused(&other, "restore town.zip --store back", 4, "没有恢复");
    assert_eq!(
        fs::read(other.path("back/journal.jsonl")).expect("there"),
        journal
    );
}

#[test]
fn an_altered_archive_is_refused_before_anything_is_touched() {
    let office = Office::new();
    play(&office, "backup town.zip");
    let archive = fs::read(office.path("town.zip")).expect("there");
    for at in (0..archive.len()).step_by(97) {
        let mut bad = archive.clone();
        bad[at] ^= 0x55;
        office.write("bad.zip", &bad);
        let told = office.run(&["restore", "bad.zip", "--store", "back"]);
        // A flipped byte of a zip's own padding may mean nothing.
        assert!([0, 6].contains(&told.code), "{at}: {told:?}");
        if told.code == 0 {
            office.does(&["verify", "--store", "back"]);
        } else {
            assert!(!office.path("back/journal.jsonl").exists(), "{at}");
        }
        let _ = fs::remove_dir_all(office.path("back"));
    }
    office.write("no.zip", b"nothing of ours");
    refused(&office, "restore no.zip --store back", 6, "不是完好的备份");
    refused(&office, "restore none.zip --store back", 2, "none.zip");
}

/// What an editor or a sync does to a file without taking anything away.
#[test]
fn what_the_chain_proves_is_put_right() {
    let office = Office::new();
    let sound = office.journal();
    play(&office, "verify --repair");
    assert_eq!(office.journal(), sound, "sound, and left as it is");
    let lines: Vec<Vec<u8>> = sound
        .split_inclusive(|b| *b == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    let dos = String::from_utf8(sound.clone())
        .expect("UTF-8")
        .replace('\n', "\r\n");
    let mut swapped = lines.clone();
    swapped.swap(5, 8);
    let mut doubled = lines.clone();
    doubled.insert(4, lines[3].clone());
    doubled.push(b"\n".to_vec());
    let mark = [b"\xEF\xBB\xBF".to_vec(), sound.clone()].concat();
    // A hole that a file server left, with an end and without one.
    let hole = [
        &lines[..3].concat()[..],
        &[0; 512],
        b"\n",
        &lines[3..].concat(),
    ]
    .concat();
    let glued = [&lines[..3].concat()[..], &[0; 512], &lines[3..].concat()].concat();
    // Ends that an editor took away.
    let mut joined = lines.clone();
    joined[3].pop();
    joined[4].pop();
    let harmed = [
        joined.concat(),
        dos.into_bytes(),
        swapped.concat(),
        doubled.concat(),
        mark,
        hole,
        glued,
    ];
    let mut damaged = harmed.to_vec();
    for harmed in harmed {
        office.write("journal.jsonl", &harmed);
        assert_eq!(office.run(&["verify"]).code, 6);
        play(&office, "verify --repair");
        assert_eq!(office.journal(), sound);
    }
    let kept = files(office.folder()).into_iter();
    let kept = kept.filter(|(file, _)| file.contains("journal.damaged-"));
    let mut kept: Vec<Vec<u8>> = kept.map(|(_, bytes)| bytes).collect();
    kept.sort();
    damaged.sort();
    assert!(kept == damaged, "each damaged file is kept as it was");
}

#[test]
fn a_folder_that_others_may_write_to_is_warned_of() {
    let office = Office::new();
    let init = "init --office 镇 --secretary 王敏 --store 我的坚果云/台账";
    let words: Vec<&str> = init.split(' ').collect();
    let told = office.does(&words).err;
    assert!(told.contains("档案在同步目录里(我的坚果云)"), "{told}");
    office.write("journal 冲突副本.jsonl", "");
    let told = office.does(&["deputy", "add", "张三"]).err;
    assert!(told.contains("journal 冲突副本.jsonl"), "{told}");
    let told = office.does(&["verify"]).err;
    assert!(told.contains("journal 冲突副本.jsonl"), "{told}");
    assert_eq!(office.does(&["list"]).err, "", "a reader is not disturbed");
}

#[test]
fn no_paper_is_written_over_the_store() {
    let office = Office::new();
    let before = office.journal();
    let mut targets = vec![
        "journal.jsonl",
        "journal.lock",
        "private.jsonl",
        "evidence/x.csv",
    ];
    fs::create_dir_all(office.path("evidence")).expect("a folder");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(office.path("journal.jsonl"), office.path("ln.csv"))
            .expect("a link");
        targets.push("ln.csv");
    }
    for target in targets {
        for line in ["list -o", "report public -o", "archive 1 -o", "export -o"] {
            let words: Vec<&str> = line.split(' ').chain([target]).collect();
            office.refuses(&words, 2, &[target, "档案的一部分"]);
        }
    }
    assert!(office.journal() == before);
    // Under the same name elsewhere it is a copy like any other.
    fs::create_dir(office.path("副本")).expect("a folder");
    office.does(&["export", "--format", "jsonl", "-o", "副本/journal.jsonl"]);
}
