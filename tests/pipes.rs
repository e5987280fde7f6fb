//! Scripts and one-liners that people copy: the monthly script in its two shells, and the pipes into
//! jq, awk, Miller and DuckDB, whose output stands beside them. What needs a tool that is not here is
//! named and left out.

use std::path::Path;
use std::process::{Command, Output};

use crate::office::{Office, example};

/// A script or a line with the program in its path and an office's store as its own.
fn shell(office: &Office, script: &str, more: &[(&str, &str)]) -> Output {
    let bin = Path::new(env!("CARGO_BIN_EXE_jianyi")).parent();
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", bin.expect("a folder").display());
    Command::new("bash")
        .args(["-c", script])
        .current_dir(office.folder())
        .env("PATH", path)
        .env("JIANYI_STORE", office.folder())
        .env("JIANYI_LANG", "zh")
        .env("JIANYI_NOW", office.now)
        .envs(more.iter().copied())
        .output()
        .expect("bash is there")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn year() -> Office {
    let mut office = Office::with_year();
    office.now = "2024-05-20T09:00:00+08:00";
    office
}

#[test]
fn the_monthly_script_makes_three_files_or_none() {
    let mut office = Office::with_year();
    office.now = "2024-06-01T09:00:00+08:00";
    let script = example("monthly.sh");
    let run = |more: &[(&str, &str)]| shell(&office, &format!("{script} out"), more);
    let made = run(&[("MONTH", "2024-05")]);
    let overdue = office.does(&["list", "overdue", "--format", "plain"]).out;
    let code = if overdue.is_empty() { 0 } else { 8 };
    assert_eq!(made.status.code(), Some(code), "{}", text(&made.stderr));
    let files = ["docx", "xlsx", "csv"].map(|ending| format!("out/2024-05.{ending}"));
    assert_eq!(text(&made.stdout), files.join("\n") + "\n");
    for file in files.iter().take(2) {
        let bytes = std::fs::read(office.path(file)).expect("a file");
        assert!(bytes.starts_with(b"PK"), "{file}");
    }
    // A month that is not over, and a store that is not there: loudly, and nothing is left.
    let wrong = [
        run(&[("MONTH", "2024-13")]),
        run(&[("MONTH", "2024-05"), ("JIANYI_STORE", "/nowhere")]),
    ];
    for told in wrong {
        assert!(
            ![Some(0), Some(8)].contains(&told.status.code()),
            "{told:?}"
        );
        assert!(text(&told.stderr).contains("月报没有做成"), "{told:?}");
        assert_eq!(text(&told.stdout), "");
    }
    assert_eq!(
        std::fs::read_dir(office.path("out"))
            .expect("a folder")
            .count(),
        3
    );
}

#[test]
fn the_month_that_is_over_is_found() {
    let office = Office::with_year();
    let script = example("monthly.sh");
    // A clock in January: the month is the last one of the year before.
    let date = "date() { case $1 in +%Y) echo 2025;; +%m) echo 01;; esac; }; export -f date;";
    let made = shell(&office, &format!("{date} {script} out"), &[]);
    assert!(
        text(&made.stdout).starts_with("out/2024-12.docx\n"),
        "{made:?}"
    );
}

/// Both shells ask the program for the same things, and say the same.
#[test]
fn the_scripts_of_both_shells_are_twins() {
    let read = |file: &str| std::fs::read_to_string(example(file)).expect(file);
    let (sh, ps1) = (read("monthly.sh"), read("monthly.ps1"));
    assert!(ps1.starts_with('\u{feff}'), "PowerShell 5.1 needs the mark");
    let asks = |script: &str| {
        let mut asked: Vec<String> = script
            .split_whitespace()
            .map(|word| word.trim_matches(['"', ')', '$']).to_owned())
            .filter(|word| word.starts_with("--") || ["verify", "monthly"].contains(&word.as_str()))
            .collect();
        asked.sort_unstable();
        asked.dedup();
        asked
    };
    assert_eq!(asks(&sh), asks(&ps1));
    assert!(!sh.contains("mail ") && !ps1.contains("Send-MailMessage"));
}

/// `## 3. … (jq)`, the line, what it prints.
struct Line {
    tool: String,
    typed: String,
    prints: String,
}

fn lines(page: &str) -> Vec<Line> {
    let block = |section: &str, kind: &str| {
        let after = section.split(&format!("```{kind}\n")).nth(1);
        let block = after.and_then(|after| after.split("```").next());
        block.expect(section).to_owned()
    };
    let sections = page.split("\n## ").skip(1);
    let line = |section: &str| {
        let heading = section.lines().next().expect("a heading");
        let tool = heading.rsplit_once('(').expect("a tool").1;
        Line {
            tool: tool.trim_end_matches(')').to_owned(),
            typed: block(section, "sh"),
            prints: block(section, "text"),
        }
    };
    sections.map(line).collect()
}

/// Whether a tool is there, and what must be set for it.
fn is_there(tool: &str) -> bool {
    let check = match tool {
        "DuckDB" => "python3 -c 'import duckdb'".to_owned(),
        "Miller" => "command -v mlr".to_owned(),
        tool => format!("command -v {tool}"),
    };
    let found = Command::new("bash").args(["-c", &check]).output();
    found.expect("bash is there").status.success()
}

#[test]
fn the_pipes_print_what_stands_beside_them() {
    let page = std::fs::read_to_string(example("pipes.md")).expect("the page");
    let lines = lines(&page);
    assert_eq!(lines.len(), 10);
    let mut run = 0;
    for line in lines {
        if !is_there(&line.tool) {
            let named = format!("left out, no {}: {}", line.tool, line.typed);
            std::io::Write::write_all(&mut std::io::stderr(), named.as_bytes()).expect("stderr");
            continue;
        }
        run += 1;
        let office = year();
        let done = shell(&office, &format!("set -o pipefail\n{}", line.typed), &[]);
        assert!(done.status.success(), "{}{done:?}", line.typed);
        assert_eq!(text(&done.stdout), line.prints, "{}", line.typed);
    }
    assert!(run >= 4, "the tools of any shell are there");
}
