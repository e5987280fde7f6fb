//! The whole program, run in process: a folder, a clock, streams that are kept.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use jianyi::{Terminal, World, run};

/// A place to run command lines in.
pub(crate) struct Program {
    pub(crate) folder: tempfile::TempDir,
    /// The day and time on the clock.
    pub(crate) now: &'static str,
    /// `zh` or `en`.
    pub(crate) lang: &'static str,
    /// More environment.
    pub(crate) env: BTreeMap<String, String>,
    /// Whether somebody looks at the output.
    pub(crate) terminal: bool,
}

/// What a command line did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Done {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Program {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            now: "2025-01-02T09:00:00+08:00",
            lang: "zh",
            env: BTreeMap::new(),
            terminal: false,
        }
    }

    /// A program with a store that holds the year of 健龙镇.
    pub(crate) fn with_year() -> Self {
        let program = Self::new();
        program.ok(&[
            "init",
            "--office",
            "健龙镇人大主席团",
            "--secretary",
            "王敏",
            "--rules",
            "jianlong",
        ]);
        program.ok(&["session", "open", "20-5", "--on", "2024-01-10"]);
        program.ok(&["session", "close", "--on", "2024-01-11"]);
        for (kind, file) in [
            ("units", "units"),
            ("deputies", "deputies"),
            ("ledger", "ledger"),
        ] {
            let file = example(&format!("jianlong/{file}.csv"));
            program.ok(&["import", &file, "--kind", kind, "--apply"]);
        }
        program
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.folder.path().join("store")
    }

    pub(crate) fn journal(&self) -> PathBuf {
        self.store().join("journal.jsonl")
    }

    /// Runs a command line on the store.
    pub(crate) fn run(&self, words: &[&str]) -> Done {
        let store = self.store().into_os_string();
        let mut line: Vec<OsString> = vec!["jianyi".into(), "--store".into(), store];
        line.extend([
            "--lang".into(),
            self.lang.into(),
            "--now".into(),
            self.now.into(),
        ]);
        line.extend(words.iter().map(OsString::from));
        self.run_bare(line)
    }

    /// Runs a command line as it is.
    pub(crate) fn run_bare(&self, line: Vec<OsString>) -> Done {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut world = World {
            stdin: &mut std::io::empty(),
            stdout: &mut out,
            stderr: &mut err,
            terminal: Terminal {
                input: false,
                output: self.terminal,
            },
            env: self.env.clone(),
            folder: self.folder.path().to_path_buf(),
            now: chrono::DateTime::parse_from_rfc3339(self.now).expect("a time"),
            process: 4711,
            seed: uuid::Uuid::nil(),
        };
        let code = run(line, &mut world);
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Done {
            code,
            out: text(out),
            err: text(err),
        }
    }

    /// Runs a command line that must succeed, and returns what it printed as data.
    pub(crate) fn ok(&self, words: &[&str]) -> String {
        let done = self.run(words);
        assert_eq!(done.code, 0, "{words:?}: {}", done.err);
        done.out
    }

    /// The same, read as JSON.
    pub(crate) fn json(&self, words: &[&str]) -> serde_json::Value {
        let words: Vec<&str> = words.iter().copied().chain(["--format", "json"]).collect();
        serde_json::from_str(&self.ok(&words)).expect("one JSON document")
    }
}

/// A file of the examples.
pub(crate) fn example(file: &str) -> String {
    format!("{}/examples/{file}", env!("CARGO_MANIFEST_DIR"))
}

/// A row of a report: `class`, `A`.
pub(crate) fn row(report: &serde_json::Value, section: &str, key: &str) -> serde_json::Value {
    let sections = report["data"]["sections"].as_array().expect("sections");
    let section = sections
        .iter()
        .find(|s| s["key"] == section)
        .expect("the section");
    let rows = section["rows"].as_array().expect("rows");
    rows.iter()
        .find(|r| r["key"] == key)
        .unwrap_or(&serde_json::Value::Null)
        .clone()
}
