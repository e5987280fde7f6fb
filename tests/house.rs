//! The house itself: the floor plan, the sizes of files. Whoever needs more changes the plan or the
//! ratchet in the same commit, and says why.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return found;
    };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The table of `lib.rs`: each room with those it may use.
fn floor_plan() -> BTreeMap<String, BTreeSet<String>> {
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("lib.rs");
    let rows = lib.lines().filter_map(|line| line.strip_prefix("//! | "));
    let rows = rows.filter_map(|row| row.strip_suffix('|')?.split_once('|'));
    rows.filter(|(room, _)| *room != "room ")
        .map(|(room, uses)| {
            let uses = uses.split_whitespace().map(str::to_owned).collect();
            (room.trim().to_owned(), uses)
        })
        .collect()
}

/// The rooms a file names as `crate::room`, comments and its tests left out.
fn used_rooms(text: &str, rooms: &BTreeSet<&String>) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String = code
        .lines()
        .filter(|l| !l.trim_start().starts_with("//"))
        .collect();
    let named = |room: &str| {
        code.contains(&format!("crate::{room}::"))
            || code.contains(&format!("crate::{room};"))
            || code.split("crate::{").skip(1).any(|list| {
                let list = list.split("};").next().unwrap_or_default();
                list.split([',', ' ', '{', ':']).any(|word| word == room)
            })
    };
    rooms
        .iter()
        .filter(|room| named(room))
        .map(|room| (*room).clone())
        .collect()
}

#[test]
fn every_room_uses_only_what_the_plan_lets_it() {
    let plan = floor_plan();
    let rooms: BTreeSet<&String> = plan.keys().collect();
    assert_eq!(
        rooms.len(),
        7,
        "the plan in lib.rs lists seven rooms: {rooms:?}"
    );
    for (room, allowed) in &plan {
        let folder = root().join("src").join(room);
        assert!(
            folder.is_dir(),
            "the plan names `{room}`, which has no folder"
        );
        for file in sources(&folder) {
            let text = fs::read_to_string(&file).expect("a source file");
            for used in used_rooms(&text, &rooms) {
                assert!(
                    used == *room || allowed.contains(&used),
                    "{} uses `{used}`, which the floor plan in lib.rs does not allow",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn a_forbidden_use_would_be_seen() {
    let plan = floor_plan();
    let rooms: BTreeSet<&String> = plan.keys().collect();
    let seen = |code: &str| used_rooms(code, &rooms).into_iter().collect::<Vec<_>>();
    assert_eq!(seen("use crate::journal::Writer;"), ["journal"]);
    assert_eq!(seen("use crate::{paper, words};"), ["paper", "words"]);
    assert_eq!(seen("// use crate::cli::run;"), [""; 0]);
}

#[test]
fn a_file_fits_the_mind() {
    const LINES_MOST: usize = 400;
    let folders = ["src", "tests", "benches"].map(|folder| root().join(folder));
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        for file in sources(folder) {
            let text = fs::read_to_string(&file).expect("a source file");
            let lines = text.lines().count();
            assert!(lines <= LINES_MOST, "{}: {lines} lines", file.display());
        }
    }
}

#[test]
fn every_source_file_says_what_it_is_for() {
    for folder in ["src", "tests"] {
        for file in sources(&root().join(folder)) {
            let text = fs::read_to_string(&file).expect("a source file");
            assert!(
                text.starts_with("//!"),
                "{} has no module doc",
                file.display()
            );
        }
    }
}

/// What is judged and folded is told by `words`, in either language. The numbers of cases are read
/// with the sign that offices write (`闭3`).
#[test]
fn the_record_and_its_rules_speak_no_language() {
    let domain = root().join("src/domain");
    let rooms = ["book", "command", "decide", "event", "refusal"].map(|room| domain.join(room));
    let files = rooms.iter().flat_map(|room| {
        let found = sources(room);
        assert!(!found.is_empty(), "{} has no files", room.display());
        found
    });
    let files = files.chain([domain.join("refusal.rs")]);
    let may = |file: &PathBuf| file.ends_with("book/lookup.rs") || file.ends_with("tests.rs");
    for file in files.filter(|file| !may(file)) {
        let text = fs::read_to_string(&file).expect("a source file");
        let (code, _) = text.split_once("#[cfg(test)]").unwrap_or((&text, ""));
        let code = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let han = |line: &&str| line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let line = code.clone().find(han);
        assert_eq!(line, None, "{}", file.display());
    }
}

#[test]
fn main_only_hands_over() {
    let main = fs::read_to_string(root().join("src/main.rs")).expect("main.rs");
    assert!(
        main.lines().count() <= 40,
        "main.rs: {} lines",
        main.lines().count()
    );
}

/// Each sentence of the journal's promise names a test or a script of the gate that is there.
#[test]
fn every_promise_is_shown() {
    let doc = fs::read_to_string(root().join("src/journal/mod.rs")).expect("the journal's room");
    let rows: Vec<&str> = doc.lines().filter(|l| l.starts_with("//! | ")).collect();
    let rows = rows.iter().filter(|row| !row.contains("| promise |"));
    let mut code = String::new();
    for file in sources(&root().join("src"))
        .iter()
        .chain(&sources(&root().join("tests")))
    {
        code += &fs::read_to_string(file).expect("a source");
    }
    let gate = fs::read_to_string(root().join(".ci/run")).expect("the gate");
    let mut promises = 0;
    for row in rows {
        let shown: Vec<&str> = row.split('`').skip(1).step_by(2).collect();
        assert!(!shown.is_empty(), "nothing shows: {row}");
        for name in shown {
            let there = match name.starts_with(".ci/") {
                true => gate.contains(name) && root().join(name).exists(),
                false => code.contains(&format!("fn {name}(")),
            };
            assert!(there, "{name} is not there: {row}");
        }
        promises += 1;
    }
    assert!(promises > 12, "{promises}");
}
