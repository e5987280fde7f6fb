//! Erasing a citizen's particulars: gone for good, and whatever still holds them is said.

use std::fs;

use crate::citizens::{CANARIES, files, holds, planted};

#[test]
fn after_erasing_nothing_is_left_but_where_it_is_said() {
    let office = planted();
    let row = fs::read_to_string(office.path("private.jsonl")).expect("rows");
    let salt = row
        .lines()
        .next()
        .expect("a row")
        .split('"')
        .nth(5)
        .expect("a salt")
        .to_owned();
    office.write("照片说明.txt", "金丝雀甲家门口");
    office.does(&["evidence", "1", "照片说明.txt"]);
    office.does(&["backup", "旧备份.zip"]);
    fs::remove_file(office.path("照片说明.txt")).expect("removed");
    office.does(&["progress", "1", "到金丝雀巷九号看过", "--on", "2024-03-05"]);
    let line = office.journal().iter().filter(|b| **b == b'\n').count();
    let sealed = office.journal();

    let report = office.json(&["erase", "1", "--why", "本人要求"]);
    let rows = report["data"].as_array().expect("rows").clone();
    let said = |file: &str, key: &str| {
        rows.iter()
            .any(|row| row["file"].as_str().is_some_and(|f| f.contains(file)) && row["what"] == key)
    };
    assert!(
        said("旧备份.zip", "name") && said("旧备份.zip", "identity"),
        "{report}"
    );
    assert!(
        said("evidence", "name") && !said("evidence", "phone"),
        "{report}"
    );
    let in_journal = rows.iter().find(|row| {
        row["file"]
            .as_str()
            .is_some_and(|f| f.ends_with("journal.jsonl"))
    });
    assert_eq!(
        in_journal.map(|row| row["line"].clone()),
        Some(line.into()),
        "{report}"
    );

    let told = office.does(&["citizen", "list"]).out;
    assert!(told.contains("2024-06-28"), "{told}");
    for (file, bytes) in files(office.folder()) {
        assert!(!holds(&bytes, &salt), "the salt is in {file}");
        for (word, key) in CANARIES.iter().map(|(_, word)| *word).zip([
            "name",
            "phone",
            "address",
            "identity",
            "household",
            "note",
        ]) {
            let name = file.rsplit('/').next().expect("a name");
            assert!(!holds(&bytes, word) || said(name, key), "{word} in {file}");
        }
    }
    assert!(
        office.journal().starts_with(&sealed),
        "the journal only grows"
    );
    let told = office.does(&["verify"]);
    assert!(told.err.contains("已抹除个人信息 1 人"), "{}", told.err);
    assert!(
        office
            .does(&["citizen", "show", "2", "--private"])
            .out
            .contains("金丝雀乙")
    );
}

#[test]
fn what_was_erased_does_not_come_back() {
    let office = planted();
    office.does(&["erase", "1", "--why", "本人要求"]);
    let line = office
        .journal()
        .iter()
        .filter(|b| **b == b'\n')
        .count()
        .to_string();
    office.refuses(&["undo", &line, "--why", "后悔"], 4, &["撤销"]);
    office.refuses(&["erase", "1", "--why", "再来"], 4, &["已经抹除"]);
    office.refuses(
        &["citizen", "visit", "1", "--deputy", "祝晓琴"],
        4,
        &["已经抹除"],
    );
    office.refuses(&["erase", "77", "--why", "没有"], 3, &["群众"]);
    office.refuses(
        &[
            "opinion",
            "add",
            "话",
            "--channel",
            "走访",
            "--citizen-no",
            "1",
        ],
        4,
        &["已经抹除"],
    );
}

#[test]
fn an_entry_taken_back_can_be_erased_too() {
    let office = planted();
    office.does(&["citizen", "add", "金丝雀丙", "--on", "2024-04-01"]);
    office.does(&["undo", "--why", "重复"]);
    office.does(&["erase", "3", "--why", "本人要求"]);
    let rows = fs::read_to_string(office.path("private.jsonl")).expect("rows");
    assert!(!rows.contains("金丝雀丙"), "{rows}");
    office.does(&["verify"]);
}

#[test]
fn a_citizen_who_said_something_is_not_taken_back() {
    let office = planted();
    let log = office.journal();
    let lines = String::from_utf8(log).expect("UTF-8");
    let line = lines
        .lines()
        .position(|l| l.contains("citizen_recorded"))
        .expect("a line")
        + 1;
    office.does(&["undo", &(line + 3).to_string(), "--why", "走访记错"]);
    office.refuses(&["undo", &line.to_string(), "--why", "错"], 4, &["民意2"]);
}

#[test]
fn verify_tells_rows_that_are_lost_altered_or_left() {
    let office = planted();
    let path = office.path("private.jsonl");
    let whole = fs::read_to_string(&path).expect("rows");
    for (rows, says) in [
        (String::new(), "个人信息不见了"),
        (whole.replace("金丝雀乙", "金丝雀丁"), "被改过"),
        ("{}\n".to_owned(), "第 1 行读不出来"),
    ] {
        fs::write(&path, rows).expect("written");
        let told = office.run(&["verify"]);
        assert_eq!(told.code, 6, "{}", told.err);
        assert!(
            format!("{}{}", told.out, told.err).contains(says),
            "{} {}",
            told.out,
            told.err
        );
    }
    fs::write(&path, &whole).expect("written");
    office.does(&["verify"]);
    office.does(&["erase", "1", "--why", "本人要求"]);
    fs::write(&path, &whole).expect("written");
    assert_eq!(office.run(&["verify"]).code, 6);
    office.does(&["erase", "1", "--why", "本人要求"]);
    office.does(&["verify"]);
}

#[test]
fn what_cannot_be_searched_or_is_only_tried_erases_nothing() {
    let office = planted();
    let rows = fs::read(office.path("private.jsonl")).expect("rows");
    let (journal, why) = (office.journal(), ["--why", "本人要求"]);
    let missing = [&["erase", "1"][..], &why, &["--backups", "没有的盘"]].concat();
    office.refuses(&missing, 2, &["没有的盘"]);
    office.does(&[&["erase", "1"][..], &why, &["--dry-run"]].concat());
    assert!(office.journal() == journal);
    // A row that an interruption left stays for a dry run, too.
    office.does(&[&["erase", "1"][..], &why].concat());
    office.write("private.jsonl", &rows);
    office.run(&[&["erase", "1"][..], &why, &["--dry-run"]].concat());
    assert!(fs::read(office.path("private.jsonl")).expect("rows") == rows);
}

/// The line stands, so it is told; the same command finishes the rest and records nothing twice.
#[test]
fn an_erasing_that_stops_half_way_says_what_was_recorded() {
    let office = planted();
    let stop = office.path("private.jsonl.new");
    fs::create_dir(&stop).expect("something in the way");
    let stopped = office.run(&["erase", "1", "--why", "本人要求"]);
    assert_eq!(stopped.code, 1, "{stopped:?}");
    let recorded = stopped.err.find("抹除").expect("what was recorded");
    let failed = stopped.err.find("已经写入日志").expect("what was not done");
    assert!(recorded < failed, "{}", stopped.err);
    let lines = office.journal();

    fs::remove_dir(&stop).expect("out of the way");
    office.does(&["erase", "1", "--why", "本人要求"]);
    assert!(office.journal() == lines, "recorded twice");
    let rows = fs::read_to_string(office.path("private.jsonl")).expect("rows");
    assert!(!rows.contains("\"citizen\":1,"), "{rows}");
}

#[test]
fn words_are_found_however_they_are_written_and_nested() {
    let office = planted();
    let zipped = |parts: &[(&str, &[u8])]| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for (name, bytes) in parts {
            writer.start_file(*name, options).expect("a part");
            std::io::Write::write_all(&mut writer, bytes).expect("written");
        }
        writer.finish().expect("an archive").into_inner()
    };
    let runs = "<?xml version=\"1.0\"?><w:p><w:t>金丝</w:t></w:p><w:t>雀甲</w:t>";
    let letter = zipped(&[("word/document.xml", runs.as_bytes())]);
    let nested = zipped(&[(
        "older.zip",
        &zipped(&[("a.txt", "139 6666-7777".as_bytes())]),
    )]);
    let folder = office.path("别处");
    fs::create_dir(&folder).expect("a folder");
    for (name, bytes) in [("信.docx", &letter), ("套.zip", &nested)] {
        fs::write(folder.join(name), bytes).expect("written");
    }
    let mut cut = letter.clone();
    cut.truncate(cut.len() / 2);
    fs::write(folder.join("坏.zip"), cut).expect("written");
    let report = office.json(&["erase", "1", "--why", "本人要求", "--backups", "别处"]);
    let rows = report["data"].as_array().expect("rows");
    let said = |file: &str, key: &str| {
        let mut here = rows.iter();
        here.any(|row| row["file"].as_str().is_some_and(|f| f.contains(file)) && row["what"] == key)
    };
    assert!(said("信.docx", "name"), "{report}");
    assert!(said("套.zip", "phone"), "{report}");
    assert!(said("坏.zip", "closed"), "{report}");
}

#[test]
fn one_person_is_entered_once() {
    let office = planted();
    for line in [
        &["citizen", "add", "金丝雀甲", "--phone", "139-6666-7777"][..],
        &[
            "opinion",
            "add",
            "路不平",
            "--channel",
            "走访",
            "--citizen",
            "金丝雀甲",
            "--citizen-phone",
            "13966667777",
        ],
    ] {
        office.refuses(line, 4, &["群众1 登记过", "--群众编号 1"]);
    }
    // Another number, another name: another person. One that was taken back can be entered again.
    office.does(&["citizen", "add", "金丝雀甲", "--phone", "13700000000"]);
    office.does(&["undo", "--why", "错"]);
    office.does(&["citizen", "add", "金丝雀甲", "--phone", "13700000000"]);
    office.does(&["erase", "1", "--why", "本人要求"]);
    office.does(&["citizen", "add", "金丝雀甲", "--phone", "13966667777"]);
}

#[test]
fn what_cannot_be_looked_into_is_named_and_not_called_clear() {
    let office = planted();
    office.write("现场.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00");
    office.write("答复.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\x00\n");
    let mut little = vec![0xff, 0xfe];
    little.extend("姓名：金丝雀甲".encode_utf16().flat_map(u16::to_le_bytes));
    office.write("记事.txt", little);
    office.write("网页.html", "<p>&#37329;&#x4E1D;&#38592;&#30002;</p>");
    let level = flate2::Compression::default();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), level);
    std::io::Write::write_all(&mut packed, "金丝雀巷九号".as_bytes()).expect("packed");
    office.write("旧表.csv.gz", packed.finish().expect("whole"));
    let told = office.run(&[
        "erase",
        "1",
        "--why",
        "本人要求",
        "--backups",
        ".",
        "--format",
        "json",
    ]);
    assert_eq!(told.code, 0, "{}", told.err);
    let report: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    let rows = report["data"].as_array().expect("rows");
    let said = |file: &str, key: &str| {
        rows.iter().any(|row| {
            row["file"].as_str().is_some_and(|f| f.ends_with(file)) && row["what"] == key
        })
    };
    assert!(
        said("现场.jpg", "no_text") && said("答复.pdf", "no_text"),
        "{report}"
    );
    assert!(
        said("记事.txt", "name") && !said("记事.txt", "no_text"),
        "{report}"
    );
    assert!(said("网页.html", "name"), "{report}");
    assert!(said("旧表.csv.gz", "address"), "{report}");
    assert!(told.err.contains("另有 2 个文件没有看完"), "{}", told.err);
    // Beside a file that nobody could look into nothing is called clear.
    let office = planted();
    office.write("现场.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00");
    office.does(&["evidence", "1", "现场.jpg"]);
    let told = office.does(&["erase", "1", "--why", "本人要求"]).err;
    assert!(
        told.contains("没有看完") && !told.contains("都没有了"),
        "{told}"
    );
}

/// What a correction replaced still stands in backups: it is told as an erasure tells it.
#[test]
fn a_correction_tells_where_the_old_words_still_stand() {
    let office = planted();
    office.does(&["backup", "旧备份.zip"]);
    let correct = |rest: &[&str]| {
        let words = [
            "citizen", "correct", "1", "--why", "搬家", "--format", "json",
        ];
        office.run(&[&words[..], rest].concat())
    };
    let missing = correct(&["--address", "新村一号", "--backups", "没有的盘"]);
    assert!(
        missing.code == 2 && missing.err.contains("没有的盘"),
        "{missing:?}"
    );
    let told = correct(&["--address", "新村一号", "--dry-run"]);
    assert!(told.out.is_empty(), "{told:?}");
    let told = correct(&["--address", "新村一号"]);
    let report: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    let rows = report["data"].as_array().expect("rows");
    let [row] = rows.as_slice() else {
        panic!("{report}")
    };
    assert!(
        row["file"]
            .as_str()
            .is_some_and(|file| file.ends_with("旧备份.zip"))
    );
    assert_eq!(
        row["what"], "address",
        "what stayed as it is is not looked for"
    );
    assert!(
        told.err.contains("还有 1 处") && !told.err.contains("金丝雀"),
        "{told:?}"
    );
    // What is only added replaced nothing.
    let told = office.does(&[
        "citizen",
        "correct",
        "2",
        "--remark",
        "低保户",
        "--why",
        "补",
    ]);
    assert!(
        told.out.is_empty() && !told.err.contains("查过"),
        "{told:?}"
    );
}
