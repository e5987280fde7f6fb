//! An office to test against: a store in a folder of its own, a fixed clock, whole command lines
//! run in process with their streams caught.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{DateTime, FixedOffset};
use jianyi::journal::Keys;
use jianyi::{NoAnswer, Person, Progress, Terminal, World, run};
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

/// What a command line came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A store in a folder of its own, and the world around it.
pub(crate) struct Office {
    folder: TempDir,
    /// The day and time on the clock.
    pub(crate) now: &'static str,
    /// What the clock says when it is asked again.
    pub(crate) clock: Option<fn() -> DateTime<FixedOffset>>,
    /// `zh` or `en`.
    pub(crate) lang: &'static str,
    /// The environment.
    pub(crate) env: BTreeMap<String, String>,
    /// Whether somebody looks at the output.
    pub(crate) terminal: bool,
    /// Columns and lines of the terminal.
    pub(crate) size: Option<(u16, u16)>,
    /// What was told of long work: which, and how many steps of how many.
    pub(crate) watched: RefCell<Vec<(String, usize, usize)>>,
}

impl Progress for Office {
    fn at(&self, work: &str, done: usize, all: usize) {
        let told = (work.to_owned(), done, all);
        self.watched.borrow_mut().push(told);
    }
}

/// Who is asked where nobody may be.
struct Nobody;

impl Person for Nobody {
    fn line(&mut self, prompt: &str) -> Result<String, NoAnswer> {
        panic!("asked: {prompt}")
    }

    fn one(&mut self, prompt: &str, _: &[String]) -> Result<usize, NoAnswer> {
        panic!("asked: {prompt}")
    }

    fn several(&mut self, prompt: &str, _: &[String]) -> Result<Vec<usize>, NoAnswer> {
        panic!("asked: {prompt}")
    }

    fn write(&mut self, _: &str) -> Result<String, NoAnswer> {
        panic!("asked for a long text")
    }
}

impl Office {
    /// A folder without a store, in the next January.
    pub(crate) fn empty() -> Self {
        Self {
            folder: TempDir::with_prefix("jianyi-").expect("a folder"),
            now: "2025-01-02T09:00:00+08:00",
            clock: None,
            lang: "zh",
            // A process that another test starts holds our lock until it runs its own program.
            env: [("JIANYI_WAIT_MS".to_owned(), "10000".to_owned())].into(),
            terminal: false,
            size: None,
            watched: RefCell::default(),
        }
    }

    /// A town in June with a session, two units, three deputies and two suggestions; the first was
    /// handed over and signed.
    pub(crate) fn new() -> Self {
        static JOURNAL: OnceLock<Vec<u8>> = OnceLock::new();
        Self::holding("2024-06-28T09:00:00+08:00", &JOURNAL, |office| {
            for line in START.trim().lines() {
                let words: Vec<&str> = line.split_whitespace().collect();
                office.does(&words);
            }
        })
    }

    /// The year of 健龙镇, seen from the next January.
    pub(crate) fn with_year() -> Self {
        static JOURNAL: OnceLock<Vec<u8>> = OnceLock::new();
        Self::holding("2025-01-02T09:00:00+08:00", &JOURNAL, |office| {
            for line in YEAR.trim().lines() {
                let words: Vec<&str> = line.split_whitespace().collect();
                office.does(&words);
            }
            for kind in ["units", "deputies", "ledger"] {
                let file = example(&format!("jianlong/{kind}.csv"));
                office.does(&["import", &file, "--kind", kind, "--apply"]);
            }
        })
    }

    /// A store with a journal that is written once for all tests.
    fn holding(now: &'static str, journal: &OnceLock<Vec<u8>>, write: impl FnOnce(&Self)) -> Self {
        let at = || Self {
            now,
            ..Self::empty()
        };
        let written = journal.get_or_init(|| {
            let office = at();
            write(&office);
            office.journal()
        });
        let office = at();
        office.write("journal.jsonl", written);
        office
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.folder().join(file)
    }

    /// The bytes of the journal; none before there is one.
    pub(crate) fn journal(&self) -> Vec<u8> {
        fs::read(self.path("journal.jsonl")).unwrap_or_default()
    }

    pub(crate) fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(file), bytes).expect("a test may write");
    }

    /// Runs a command line.
    pub(crate) fn run(&self, words: &[&str]) -> Told {
        self.run_in(self.lang, words)
    }

    /// The same in a language.
    pub(crate) fn run_in(&self, lang: &str, words: &[&str]) -> Told {
        let mut out = Vec::new();
        let (code, err) = self.run_with(&mut out, lang, words, None);
        let out = String::from_utf8(out).expect("UTF-8");
        Told { code, out, err }
    }

    /// The same with somebody at the terminal who answers.
    pub(crate) fn asks(&self, words: &[&str], person: &mut dyn Person) -> Told {
        let mut out = Vec::new();
        let (code, err) = self.run_with(&mut out, self.lang, words, Some(person));
        let out = String::from_utf8(out).expect("UTF-8");
        Told { code, out, err }
    }

    /// The same with another stdout.
    pub(crate) fn run_into(
        &self,
        stdout: &mut dyn Write,
        lang: &str,
        words: &[&str],
    ) -> (u8, String) {
        self.run_with(stdout, lang, words, None)
    }

    fn run_with(
        &self,
        stdout: &mut dyn Write,
        lang: &str,
        words: &[&str],
        person: Option<&mut dyn Person>,
    ) -> (u8, String) {
        let mut err = Vec::new();
        let mut nobody = Nobody;
        let store = self.folder().as_os_str();
        let mut line: Vec<OsString> = vec!["jianyi".into()];
        if !words.contains(&"--store") && !words.contains(&"--档案") {
            line.extend(["--store".into(), store.into()]);
        }
        line.extend(["--lang", lang].map(OsString::from));
        line.extend(words.iter().map(OsString::from));
        let mut world = World {
            stdin: &mut io::empty(),
            stdout,
            stderr: &mut err,
            terminal: Terminal {
                input: person.is_some(),
                output: self.terminal,
                size: self.size,
            },
            progress: self,
            person: person.unwrap_or(&mut nobody),
            env: self.env.clone(),
            folder: self.folder().to_path_buf(),
            now: DateTime::parse_from_rfc3339(self.now).expect("a time"),
            keys: Some(keys(1)),
            clock: self.clock,
            process: 4711,
            seed: Uuid::nil(),
        };
        let code = run(line, &mut world);
        (code, String::from_utf8(err).expect("UTF-8"))
    }

    /// Runs a command line that must fail in both languages: with this code, saying this in
    /// Chinese and what to do, and leaving the journal as it is. What is no Chinese is the name of an
    /// option or of a command, which each language says in its own way: it is looked for in English.
    #[track_caller]
    pub(crate) fn refuses(&self, words: &[&str], code: u8, says: &[&str]) {
        let before = self.journal();
        for (lang, hint) in [("zh", "提示: "), ("en", "hint: ")] {
            let told = self.run_in(lang, words);
            let err = &told.err;
            assert_eq!(told.code, code, "{words:?}: {err}");
            assert!(err.lines().any(|l| l.starts_with(hint)), "no hint: {err}");
            let missing = says
                .iter()
                .find(|said| said.is_ascii() == (lang == "en") && !err.contains(**said));
            assert_eq!(missing, None, "{err}");
        }
        assert!(self.journal() == before, "{words:?} changed the journal");
    }

    /// Runs a command line that must succeed.
    #[track_caller]
    pub(crate) fn does(&self, words: &[&str]) -> Told {
        let told = self.run(words);
        assert_eq!(told.code, 0, "{words:?}: {}", told.err);
        told
    }

    /// The same, its data read as JSON.
    #[track_caller]
    pub(crate) fn json(&self, words: &[&str]) -> Value {
        let told = self.does(&[words, &["--format", "json"]].concat());
        serde_json::from_str(&told.out).expect("one JSON document")
    }
}

/// The secret of one who tests; of another where that is asked for.
pub(crate) fn keys(whose: u128) -> Keys {
    let folder = format!("{}/keys{whose}", env!("CARGO_TARGET_TMPDIR"));
    Keys {
        folder: folder.into(),
        chance: Uuid::from_u128(whose),
    }
}

/// A file of the examples.
pub(crate) fn example(file: &str) -> String {
    format!("{}/examples/{file}", env!("CARGO_MANIFEST_DIR"))
}

/// A row of a report: `class`, `A`.
pub(crate) fn row(report: &Value, section: &str, key: &str) -> Value {
    let among = |rows: &Value, key: &str| {
        let mut rows = rows.as_array().expect("a list").iter();
        rows.find(|row| row["key"] == key).cloned()
    };
    let section = among(&report["data"]["sections"], section).expect("the section");
    among(&section["rows"], key).unwrap_or_default()
}

const YEAR: &str = "
init --office 健龙镇人大主席团 --secretary 王敏 --rules jianlong
session open 20-5 --on 2024-01-10
session close --on 2024-01-11
";

const START: &str = "
init --office 健龙镇人大主席团 --secretary 王敏 --rules jianlong --on 2024-01-02
session open 20-5 --on 2024-01-10
unit add 农业服务中心 --on 2024-01-10
unit add 村镇建设服务中心 --on 2024-01-10
deputy add 祝晓琴 --on 2024-01-10
deputy add 凌钦泽 --on 2024-01-10
deputy add 曾庆瑜 --on 2024-01-10
submit 关于硬化村道的建议 --deputy 祝晓琴 --category 其他 --on 2024-01-12
submit 关于修桥的建议 --deputy 凌钦泽 --category 其他 --on 2024-01-12
session close --on 2024-01-13
assign 1 --lead 村镇建设服务中心 --on 2024-01-20
sign 1 --on 2024-01-22
";
