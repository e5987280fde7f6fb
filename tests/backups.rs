//! Backup and restore where something is wrong: with the store, the archive, the place, the moment.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::handling::{play, refused};
use crate::office::Office;

type Files = Vec<(String, Vec<u8>)>;

fn sha256(bytes: &[u8]) -> String {
    let sum = Sha256::digest(bytes);
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An office with evidence and particulars.
fn furnished() -> Office {
    let office = Office::new();
    office.write("photo.jpg", b"bytes of a photograph");
    play(
        &office,
        "evidence 1 photo.jpg --on 2024-03-01\ncitizen add 张三 --phone 13900000000 --on 2024-03-01",
    );
    office
}

/// The files of an archive, and its manifest.
fn opened(archive: &Path) -> (Files, Value) {
    let mut zip = ZipArchive::new(File::open(archive).expect("there")).expect("a zip");
    let mut files = Files::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("sound");
        files.push((entry.name().expect("a name").into_owned(), bytes));
    }
    let (_, manifest) = files.pop().expect("the manifest stands last");
    (files, serde_json::from_slice(&manifest).expect("JSON"))
}

/// An archive of these files; each is listed as it is.
fn packed(path: &Path, files: &Files, manifest: &Value) {
    let mut manifest = manifest.clone();
    manifest["files"] = files
        .iter()
        .map(|(name, bytes)| {
            let listed = serde_json::json!({"sha256": sha256(bytes), "bytes": bytes.len()});
            (name.clone(), listed)
        })
        .collect::<serde_json::Map<_, _>>()
        .into();
    let manifest = ("manifest.json".to_owned(), manifest.to_string().into());
    zipped(path, files.iter().chain([&manifest]));
}

fn zipped<'a>(path: &Path, files: impl Iterator<Item = &'a (String, Vec<u8>)>) {
    let mut zip = ZipWriter::new(File::create(path).expect("a file"));
    for (name, bytes) in files {
        zip.start_file(name.clone(), SimpleFileOptions::default())
            .expect("begun");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("whole");
}

fn file<'a>(files: &'a mut Files, name: &str) -> &'a mut Vec<u8> {
    let mut named = files.iter_mut().filter(|(found, _)| found.contains(name));
    &mut named.next().expect("there").1
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn what_is_packed_is_what_was_read() {
    let office = furnished();
    let whole = office.journal();
    // The last line counts, though its end is not there yet; a piece of one does not.
    for (bytes, say) in [
        (&whole[..whole.len() - 1], "the end is missing"),
        (
            &[&whole[..], b"{\"v\":1,"].concat()[..],
            "a piece of a line",
        ),
    ] {
        office.write("journal.jsonl", bytes);
        play(&office, "backup town.zip");
        let (mut files, _) = opened(&office.path("town.zip"));
        assert_eq!(file(&mut files, "journal.jsonl"), &whole, "{say}");
        play(&office, "restore town.zip --store back");
        play(&office, "verify --store back");
        fs::remove_file(office.path("town.zip")).expect("removed");
        fs::remove_dir_all(office.path("back")).expect("removed");
    }
}

#[test]
fn an_unsound_store_is_not_backed_up() {
    let hint = "verify --repair";
    let check = |office: &Office| {
        refused(office, "backup town.zip", 6, hint);
        assert!(!office.path("town.zip").exists());
    };
    let office = furnished();
    let evidence = names(&office.path("evidence")).remove(0);
    let evidence = office.path(&format!("evidence/{evidence}"));
    fs::write(&evidence, b"retouched").expect("written");
    check(&office);
    fs::remove_file(&evidence).expect("removed");
    check(&office);
    // Each line follows the one before it, and the last says what is said already.
    let office = furnished();
    let mut journal = office.journal();
    let lines: Vec<&[u8]> = journal.trim_ascii_end().split(|b| *b == b'\n').collect();
    let last = String::from_utf8(lines[lines.len() - 1].to_vec()).expect("UTF-8");
    let mut again: Value = serde_json::from_str(&last).expect("JSON");
    let prev = last.find("\"prev\":\"").expect("linked") + 8;
    let seq = again["seq"].as_u64().expect("a number");
    let again_line = last
        .replacen(&last[prev..prev + 64], &sha256(last.as_bytes()), 1)
        .replacen(
            &format!("\"seq\":{seq}"),
            &format!("\"seq\":{}", seq + 1),
            1,
        );
    again = serde_json::from_str(&again_line).expect("JSON");
    assert_eq!(again["seq"], seq + 1);
    journal.extend_from_slice(again_line.as_bytes());
    journal.push(b'\n');
    office.write("journal.jsonl", &journal);
    check(&office);
    let told = office.run(&["verify", "--repair"]);
    assert_eq!(told.code, 6, "{told:?}");
    assert!(!told.err.contains("没有损坏"), "{told:?}");
    // Particulars that cannot be read.
    let office = furnished();
    office.write("private.jsonl", b"no row\n");
    check(&office);
    let told = office.run(&["verify"]);
    assert!(told.out.contains("private.jsonl"), "{told:?}");
    assert!(told.out.contains("条记录没有问题"), "{told:?}");
}

#[test]
fn an_archive_is_refused_with_its_flaw_and_nothing_is_left() {
    let office = furnished();
    play(&office, "backup town.zip");
    let (files, manifest) = opened(&office.path("town.zip"));
    let (bad, back) = (office.path("bad.zip"), office.path("back"));
    let refuses = |zh: &str, en: &str| {
        office.refuses(&["restore", "bad.zip", "--store", "back"], 6, &[zh, en]);
        assert!(!back.exists(), "{en}");
    };
    let with = |change: &dyn Fn(&mut Files)| {
        let mut files = files.clone();
        change(&mut files);
        packed(&bad, &files, &manifest);
    };
    with(&|_| ());
    play(&office, "restore bad.zip --store back");
    fs::remove_dir_all(&back).expect("removed");
    // The last line may say anything: only the fingerprint tells.
    with(&|files| {
        let journal = file(files, "journal.jsonl");
        let text = String::from_utf8(journal.clone()).expect("UTF-8");
        let at = text.rfind("2024-03-01").expect("a day");
        journal[at + 9] = b'2';
    });
    refuses("条号、指纹不符", "number and fingerprint differ");
    with(&|files| {
        let journal = file(files, "journal.jsonl");
        let end = journal.trim_ascii_end().iter().rposition(|b| *b == b'\n');
        journal.truncate(end.expect("lines") + 1);
    });
    refuses("条号、指纹不符", "number and fingerprint differ");
    with(&|files| file(files, "journal.jsonl")[40] ^= 1);
    refuses("其中的记录第", "of its journal");
    with(&|files| *file(files, "evidence/") = b"forged".to_vec());
    refuses("被改动过", "was altered");
    with(&|files| *file(files, "private.jsonl") = b"no row\n".to_vec());
    refuses("个人信息第 1 行", "row 1 of its particulars");
    with(&|files| files.push(("../evil".to_owned(), b"x".to_vec())));
    refuses("档案没有这样的文件", "which no store has");
    with(&|files| files.retain(|(name, _)| name != "journal.jsonl"));
    refuses("条号、指纹不符", "number and fingerprint differ");
    zipped(&bad, files.iter());
    refuses("没有清单", "holds no manifest.json");
    fs::write(&bad, b"nothing of ours").expect("written");
    refuses("不是 zip 文件", "no zip file");
    fs::remove_file(&bad).expect("removed");
    fs::create_dir(&bad).expect("a folder");
    refuses("不是普通文件", "it is no file");
}

#[test]
fn what_a_store_of_ones_own_has_is_told_rightly() {
    let office = furnished();
    play(&office, "backup town.zip");
    let whole = office.journal();
    let restore = "restore town.zip";
    let mut damaged = whole.clone();
    damaged[40] ^= 1;
    office.write("journal.jsonl", &damaged);
    refused(&office, restore, 6, "第 1 行损坏");
    assert_eq!(office.journal(), damaged);
    // A piece of a line is nothing that was recorded: it is kept aside, and does not stand in the way.
    office.write("journal.jsonl", [&whole[..], b"{\"v\":9"].concat());
    play(&office, restore);
    assert_eq!(office.journal(), whole);
    let kept = names(office.folder());
    let kept = kept.iter().find(|name| name.starts_with("journal.torn-"));
    let kept = fs::read(office.path(kept.expect("kept aside"))).expect("there");
    assert_eq!(kept, b"{\"v\":9");
}

#[test]
fn what_an_interrupted_restore_left_is_named_and_taken_away() {
    let office = furnished();
    play(&office, "backup town.zip");
    fs::create_dir(office.path("journal.restoring-1")).expect("a folder");
    office.write("journal.restoring-1/0", b"half of a file");
    let told = office.does(&["verify"]).err;
    assert!(told.contains("journal.restoring-1"), "{told}");
    play(&office, "restore town.zip");
    assert!(!office.path("journal.restoring-1").exists());
    let told = office.does(&["verify"]).err;
    assert!(!told.contains("journal.restoring"), "{told}");
}

#[cfg(unix)]
#[test]
fn what_comes_back_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;

    let office = furnished();
    play(&office, "backup town.zip\narchive 1 -o 1.zip");
    play(&office, "restore town.zip --store back");
    let mode = |path: &str| {
        let found = fs::metadata(office.path(path)).expect("there");
        found.permissions().mode() & 0o777
    };
    let files = [
        "back/journal.jsonl",
        "back/private.jsonl",
        "back/journal.lock",
    ];
    for file in files.iter().chain(&["town.zip", "1.zip", "private.jsonl"]) {
        assert_eq!(mode(file), 0o600, "{file}");
    }
    for folder in ["back", "back/evidence", "evidence"] {
        assert_eq!(mode(folder), 0o700, "{folder}");
        let kept = names(&office.path(folder)).into_iter();
        for name in kept.filter(|name| name.len() == 64) {
            assert_eq!(mode(&format!("{folder}/{name}")), 0o600, "{folder}");
        }
    }
}

/// Opening a pipe would wait for ever.
#[cfg(unix)]
#[test]
fn no_pipe_is_waited_for() {
    let office = furnished();
    play(&office, "backup town.zip");
    let pipe = |name: &str| {
        let _ = fs::remove_file(office.path(name));
        let mut mkfifo = std::process::Command::new("mkfifo");
        let made = mkfifo.arg(office.path(name)).status();
        assert!(made.expect("mkfifo").success());
    };
    pipe("pipe.zip");
    refused(&office, "restore pipe.zip --store back", 6, "不是普通文件");
    pipe("journal.holder");
    play(&office, "progress 1 补记 --on 2024-03-01");
    pipe("private.jsonl");
    refused(&office, "citizen show 1 --private", 2, "private.jsonl");
    refused(&office, "verify", 2, "private.jsonl");
    pipe("journal.lock");
    office.does(&["list"]);
    refused(
        &office,
        "progress 1 补记 --on 2024-03-01",
        2,
        "journal.lock",
    );
}

/// Rows of somebody whom no line names were left by an entry that did not come about, or its line
/// was lost.
#[test]
fn a_row_without_a_line_is_kept_aside_by_the_next_entry() {
    let office = furnished();
    let row = fs::read_to_string(office.path("private.jsonl")).expect("a row");
    let left = row.replace("\"citizen\":1", "\"citizen\":7");
    assert_ne!(left, row);
    office.write("private.jsonl", [row.as_str(), &left].concat());
    play(
        &office,
        "citizen add 李四 --phone 13900000001 --on 2024-03-02",
    );
    let rows = fs::read_to_string(office.path("private.jsonl")).expect("rows");
    assert_eq!(rows.lines().count(), 2, "{rows}");
    assert!(!rows.contains("\"citizen\":7"), "{rows}");
    let names = fs::read_dir(office.folder()).expect("a folder");
    let mut names = names.map(|entry| entry.expect("an entry").path());
    let aside = names.find(|path| path.to_string_lossy().contains("private.unnamed-"));
    let aside = aside.expect("kept aside");
    assert_eq!(fs::read_to_string(&aside).expect("a row"), left);
    let told = office.does(&["verify"]).err;
    assert!(told.contains("private.unnamed-"), "{told}");
    office.write("private.jsonl", [rows.as_str(), &left].concat());
    play(&office, "erase 1 --why 本人要求");
    let rows = fs::read_to_string(office.path("private.jsonl")).expect("rows");
    assert_eq!(rows.lines().count(), 2, "{rows}");
    assert!(!rows.contains("\"citizen\":1,"), "{rows}");
}

#[cfg(unix)]
#[test]
fn a_link_that_somebody_laid_is_not_followed() {
    use std::os::unix::fs::symlink;

    let office = furnished();
    office.write("precious", b"precious");
    let lay = |name: &str| {
        let _ = fs::remove_file(office.path(name));
        symlink(office.path("precious"), office.path(name)).expect("a link");
    };
    lay("journal.holder");
    lay("private.jsonl.new");
    play(
        &office,
        "citizen add 李四 --phone 13900000001 --on 2024-03-02",
    );
    assert_eq!(
        fs::read(office.path("precious")).expect("there"),
        b"precious"
    );
    lay("private.jsonl");
    refused(
        &office,
        "citizen add 王五 --phone 13900000002 --on 2024-03-02",
        2,
        "private.jsonl",
    );
    assert_eq!(
        fs::read(office.path("precious")).expect("there"),
        b"precious"
    );
}

#[test]
fn a_backup_takes_no_name_of_a_part_of_a_store() {
    let office = Office::new();
    for name in ["private.jsonl", "journal.checkpoint", "evidence"] {
        let path = office.folder().join(name).display().to_string();
        office.refuses(&["backup", &path], 2, &[name]);
        office.refuses(&["list", "-o", &path, "--format", "csv"], 2, &[name]);
    }
    let inside = office.folder().join("备份.zip").display().to_string();
    let told = office.does(&["backup", &inside]).err;
    assert!(told.contains("同一个目录"), "{told}");
    office.does(&["verify"]);
}
