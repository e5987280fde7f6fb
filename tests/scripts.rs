//! Scripts and pages that people copy from: the secretary's month, the session of the README.

use std::process::Command;

use crate::office::Office;

/// An office's year as a script: it checks its own figures and fails loudly. What it leaves behind
/// is the store of an office.
#[track_caller]
pub(crate) fn lived(place: &str, says: &str) -> Office {
    let script = crate::office::example(&format!("{place}/year.sh"));
    let office = Office::empty();
    let mut year = Command::new("bash");
    year.arg(script)
        .env("JIANYI", env!("CARGO_BIN_EXE_jianyi"))
        .env("JIANYI_STORE", office.folder());
    let done = year.output().expect("bash is there");
    let err = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{err}");
    let out = String::from_utf8_lossy(&done.stdout);
    assert!(out.contains(says) && out.ends_with("核对无误\n"), "{out}");
    office
}

#[test]
fn a_districts_ways_of_working_are_lived() {
    lived("xuecheng", "关于在影视城周边增设公共停车场的建议");
}

#[test]
fn a_countys_deputies_work_gives_the_published_figures() {
    lived("zigui", "│ 走访选民(人)     ┆   20 ┆ 20240 │");
}

/// The lines of a console session: each command with what follows it.
fn session(page: &str) -> Vec<(Vec<String>, String)> {
    let block = page.split("```console\n").nth(1).expect("a session");
    let block = block.split("```").next().expect("its end");
    let mut steps: Vec<(Vec<String>, String)> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ jianyi "), steps.last_mut()) {
            (Some(command), _) => {
                steps.push((
                    command.split_whitespace().map(str::to_owned).collect(),
                    String::new(),
                ));
            }
            (None, Some((_, output))) => *output += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    steps
}

#[test]
fn the_session_of_the_readme_is_real() {
    for page in ["README.md", "README.zh-CN.md"] {
        let text = std::fs::read_to_string(format!("{}/{page}", env!("CARGO_MANIFEST_DIR")));
        let mut office = Office::empty();
        office.now = "2024-05-31T09:00:00+08:00";
        let steps = session(&text.expect(page));
        assert!(steps.len() >= 10, "{page}: {} lines", steps.len());
        for (words, shown) in steps {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let done = office.run(&words);
            assert_eq!(done.code, 0, "{page}: {words:?}: {}", done.err);
            let said = done.err + &done.out;
            let said = said
                .trim_end()
                .lines()
                .map(|l| format!("{}\n", l.trim_end()))
                .collect::<String>();
            assert_eq!(said.trim_end(), shown.trim_end(), "{page}: {words:?}");
        }
    }
}
