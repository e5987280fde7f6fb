//! Citizens' particulars: kept apart, never seen where they do not belong, and gone when they are
//! erased.

use std::fs;
use std::path::Path;

use crate::office::Office;

/// A word for each private field that stands nowhere else.
pub(crate) const CANARIES: [(&str, &str); 6] = [
    ("NAME", "金丝雀甲"),
    ("--phone", "13966667777"),
    ("--address", "金丝雀巷九号"),
    ("--identity", "500227196001018888"),
    ("--household", "金丝雀家五口"),
    ("--remark", "金丝雀备注"),
];

fn canaries() -> impl Iterator<Item = &'static str> {
    CANARIES.iter().map(|(_, word)| *word)
}

/// An office with one citizen whose every field is planted, and an opinion of another one.
pub(crate) fn planted() -> Office {
    let office = Office::new();
    let mut words = vec!["citizen", "add", "金丝雀甲", "--on", "2024-02-01"];
    for (option, word) in CANARIES.iter().skip(1) {
        words.extend([*option, *word]);
    }
    words.extend(["--deputy", "祝晓琴"]);
    office.does(&words);
    office.does(&[
        "opinion",
        "add",
        "井水变浑",
        "--channel",
        "走访",
        "--collector",
        "祝晓琴",
        "--citizen",
        "金丝雀乙",
        "--citizen-phone",
        "13966667778",
        "--citizen-address",
        "金丝雀路二号",
        "--on",
        "2024-02-02",
    ]);
    office.does(&[
        "opinion",
        "add",
        "路不平",
        "--channel",
        "走访",
        "--citizen-no",
        "1",
        "--on",
        "2024-02-03",
    ]);
    office.does(&[
        "citizen",
        "visit",
        "1",
        "--note",
        "用水正常",
        "--on",
        "2024-03-01",
    ]);
    office
}

/// Every file of a folder with its bytes.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push((path.display().to_string(), fs::read(&path).expect("bytes"))),
        }
    }
    found
}

pub(crate) fn holds(bytes: &[u8], word: &str) -> bool {
    bytes
        .windows(word.len())
        .any(|part| part == word.as_bytes())
}

#[test]
fn particulars_stand_in_one_file_only() {
    let office = planted();
    for (file, bytes) in files(office.folder()) {
        let private = file.ends_with("private.jsonl");
        for word in canaries().chain(["金丝雀乙", "金丝雀路二号"]) {
            assert_eq!(holds(&bytes, word), private, "{word} in {file}");
            assert!(!file.contains(word), "{file}");
        }
    }
}

#[test]
fn particulars_reach_no_output() {
    let office = planted();
    office.does(&["backup", "all.zip"]);
    let pages: [&[&str]; 22] = [
        &["today"],
        &["citizen", "list"],
        &["citizen", "show", "1"],
        &["opinion", "list"],
        &["opinion", "show", "1", "--format", "json"],
        &["report", "opinions", "--format", "json"],
        &["report", "opinions", "--explain", "links.heard"],
        &["report", "activities"],
        &["report", "summary"],
        &["log"],
        &["log", "--format", "jsonl"],
        &["export", "--format", "jsonl"],
        &["export", "--format", "csv"],
        &["search", "金丝雀"],
        &["verify"],
        &["verify", "--complete"],
        &["deputy", "list"],
        &["citizen", "show", "9"],
        &["citizen", "pair", "1", "--deputy", "祝晓琴"],
        &["correct", "12", "hash", "0", "--why", "x"],
        &["undo", "12", "--why", "x"],
        &["citizen", "list", "--phones"],
    ];
    for page in pages {
        for lang in ["zh", "en"] {
            let told = office.run_in(lang, page);
            for word in canaries().filter(|word| !page.iter().any(|typed| word.contains(typed))) {
                assert!(!told.out.contains(word), "{page:?}: {}", told.out);
                assert!(!told.err.contains(word), "{page:?}: {}", told.err);
            }
        }
    }
}

#[test]
fn a_refused_entry_says_nothing_of_the_person() {
    let office = planted();
    let long = "金丝雀甲".repeat(100);
    for words in [
        vec!["citizen", "add", long.as_str()],
        vec!["citizen", "add", "金丝雀甲", "--deputy", "没有的人"],
        vec!["citizen", "add", "金丝雀甲", "--on", "2030-01-01"],
        vec![
            "opinion",
            "add",
            "话",
            "--channel",
            "没有",
            "--citizen",
            "金丝雀甲",
        ],
    ] {
        let before = files(office.folder());
        let told = office.run(&words);
        assert_ne!(told.code, 0, "{words:?}");
        assert!(!told.err.contains("金丝雀甲"), "{}", told.err);
        assert!(
            files(office.folder()) == before,
            "{words:?} wrote something"
        );
    }
}

#[test]
fn particulars_are_shown_to_who_asks() {
    let office = planted();
    let page = office.does(&["citizen", "show", "1", "--private"]).out;
    assert!(
        page.contains("金丝雀甲") && page.contains("金丝雀巷九号"),
        "{page}"
    );
    assert!(
        page.contains("139****7777") && !page.contains("13966667777"),
        "{page}"
    );
    let page = office
        .does(&["citizen", "show", "1", "--private", "--phones"])
        .out;
    assert!(page.contains("13966667777"), "{page}");
}

#[cfg(unix)]
#[test]
fn particulars_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let office = planted();
    let found = fs::metadata(office.path("private.jsonl")).expect("a file");
    assert_eq!(found.permissions().mode() & 0o777, 0o600);
    fs::create_dir_all(office.path("evidence")).expect("a folder");
    // What an older program or another hand left open is told.
    for (name, open, closed) in [("private.jsonl", 0o644, 0o600), ("evidence", 0o755, 0o700)] {
        let path = office.path(name);
        for (mode, is_told) in [(open, true), (closed, false)] {
            let rights = fs::Permissions::from_mode(mode);
            fs::set_permissions(&path, rights).expect("set");
            let told = office.does(&["verify"]).err;
            let advice = format!("chmod go= {}", path.display());
            assert_eq!(told.contains(&advice), is_told, "{mode:o} {told}");
        }
    }
}

#[test]
fn a_backup_carries_them_and_brings_them_back() {
    let office = planted();
    office.does(&["backup", "all.zip"]);
    let other = office.path("other");
    let other = other.display().to_string();
    office.does(&["restore", "all.zip", "--store", &other]);
    let page = office
        .does(&["citizen", "show", "1", "--private", "--store", &other])
        .out;
    assert!(page.contains("金丝雀甲"), "{page}");
    office.does(&["verify", "--store", &other]);
}

#[test]
fn who_writes_a_number_into_a_text_is_told() {
    let office = Office::new();
    for (text, says) in [
        ("请回13966667777", true),
        ("身份证500227196001018888", true),
        ("第17号,2024-05-31", false),
    ] {
        let told = office.does(&[
            "opinion",
            "add",
            text,
            "--channel",
            "走访",
            "--on",
            "2024-02-10",
        ]);
        assert_eq!(
            told.err.contains("像电话或身份证号"),
            says,
            "{text}: {}",
            told.err
        );
    }
    let told = office.does(&[
        "unit",
        "post",
        "农业服务中心",
        "--phone",
        "13966667777",
        "--on",
        "2024-02-10",
    ]);
    assert!(!told.err.contains("像电话"), "{}", told.err);
}
