//! What stands outside `cargo test`: the scripts of `.ci/`, most of which need other programs. A
//! plain run says which they are and which of these programs are not here; `.ci/run` installs them
//! and runs every script.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program, and a line for a shell that succeeds where it is there.
struct Tool(&'static str, &'static str);

const LIBRE_OFFICE: Tool = Tool("LibreOffice", "command -v soffice");
const POPPLER: Tool = Tool("poppler-utils", "command -v pdftotext");
const PYTHON_DOCX: Tool = Tool("python-docx", "has docx");
const OPENPYXL: Tool = Tool("openpyxl", "has openpyxl");
const CHROMIUM: Tool = Tool("Chromium", "command -v chromium");
const NPM: Tool = Tool("npm", "command -v npm");
const STRACE: Tool = Tool("strace", "command -v strace");
const ZSH: Tool = Tool("zsh", "command -v zsh");
const FISH: Tool = Tool("fish", "command -v fish");
const WINDOWS: Tool = Tool(
    "the Windows target",
    "rustup target list --installed | grep -q windows",
);

/// Each script, what it checks, what it needs.
const SCRIPTS: [(&str, &str, &[Tool]); 9] = [
    (
        "papers.sh",
        "letters and reports in Word's format as other programs see them",
        &[LIBRE_OFFICE, POPPLER, PYTHON_DOCX],
    ),
    (
        "workbooks.sh",
        "workbooks as other programs see them",
        &[LIBRE_OFFICE, OPENPYXL],
    ),
    ("pages.sh", "pages in a real browser", &[CHROMIUM, NPM]),
    ("order.sh", "write, sync, speak in this order", &[STRACE]),
    ("disk.sh", "full, limited, read-only disks", &[STRACE]),
    ("writers.sh", "many writers at once", &[]),
    ("crash.sh", "a process killed while it writes", &[]),
    (
        "shells.sh",
        "completions in the shells themselves",
        &[ZSH, FISH],
    ),
    ("windows.sh", "what Windows compiles", &[WINDOWS]),
];

/// What the others stand on.
const SHARED: [&str; 2] = ["store.sh", "tools.sh"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci")
}

/// The names of the tools that are here, asked for in one shell.
fn here() -> BTreeSet<String> {
    let mut asked = String::from(
        "has() { for it in python3 /usr/bin/python3; do \"$it\" -c \"import importlib.util as u, sys; sys.exit(not u.find_spec('$1'))\" && return; done; return 1; }\n",
    );
    for Tool(name, check) in SCRIPTS.iter().flat_map(|(_, _, tools)| *tools) {
        asked += &format!("if {check}; then echo 'here: {name}'; fi\n");
    }
    let told = Command::new("bash").args(["-c", &asked]).output();
    let told = told.expect("bash is there").stdout;
    let told = String::from_utf8_lossy(&told).into_owned();
    let named = told.lines().filter_map(|line| line.strip_prefix("here: "));
    named.map(str::to_owned).collect()
}

#[test]
fn what_is_left_out_of_a_plain_run_is_said() {
    let entries = fs::read_dir(folder()).expect("the scripts");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let scripts: BTreeSet<String> = names.filter(|name| name.ends_with(".sh")).collect();
    let told = SCRIPTS.iter().map(|(script, ..)| *script).chain(SHARED);
    assert_eq!(scripts, told.map(str::to_owned).collect());
    let gate = fs::read_to_string(folder().join("run")).expect("the gate");
    let here = here();
    let mut said = String::from("\nleft out of `cargo test`, run by .ci/run:\n");
    for (script, checks, tools) in SCRIPTS {
        assert!(gate.contains(&format!(".ci/{script}")), "{script}");
        let gone = tools.iter().filter(|Tool(name, _)| !here.contains(*name));
        let gone: Vec<&str> = gone.map(|Tool(name, _)| *name).collect();
        let gone = match gone.is_empty() {
            true => String::new(),
            false => format!(" (not on this machine: {})", gone.join(", ")),
        };
        said += &format!("  {script}: {checks}{gone}\n");
    }
    // Past the capture of the test run, or nobody would read it.
    std::io::stderr()
        .write_all(said.as_bytes())
        .expect("stderr");
}
