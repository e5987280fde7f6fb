//! The examples of the help pages, in both languages, run as they stand: each against a town of
//! twenty suggestions that has come as far as the example needs.

use std::sync::OnceLock;

use crate::before::{BEFORE, RESTART};
use crate::letters;
use crate::office::{Office, example};

const TOWN: &str = "
init --office 健龙镇人大主席团 --secretary 王敏 --rules jianlong --on 2024-01-02
session open 20-5 --on 2024-01-10
unit add 农业服务中心 --on 2024-01-10
unit add 村镇建设服务中心 --on 2024-01-10
unit add 便民服务中心 --on 2024-01-10
deputy add 祝晓琴 --on 2024-01-10
deputy add 凌钦泽 --on 2024-01-10
deputy add 曾庆瑜 --on 2024-01-10
deputy add 张主任 --on 2024-01-10
deputy add 罗成 --on 2024-01-10";

/// An empty folder for what makes a store, a town of twenty suggestions for everything else.
fn town(lang: &'static str, verb: &str) -> Office {
    static JOURNAL: OnceLock<Vec<u8>> = OnceLock::new();
    let journal = JOURNAL.get_or_init(|| {
        let office = Office::empty();
        for line in TOWN.trim().lines() {
            office.does(&line.split(' ').collect::<Vec<_>>());
        }
        for case in 1..=20 {
            let title = format!("关于第{case}条村道的建议");
            office.does(&[
                "submit",
                &title,
                "--deputy",
                "祝晓琴",
                "--category",
                "其他",
                "--on",
                "2024-01-12",
            ]);
        }
        office.does(&["session", "close", "--on", "2024-01-13"]);
        office.journal()
    });
    let mut office = Office::empty();
    office.lang = lang;
    // The ledger of a whole year comes in when the year is over.
    office.now = match verb {
        "demo" | "import" => "2025-01-02T09:00:00+08:00",
        _ => "2024-06-28T09:00:00+08:00",
    };
    if !["import", "init", "restore", "session"].contains(&verb) {
        office.write("journal.jsonl", journal);
    }
    let begun = match verb {
        "session" => 1,
        "import" => 2,
        _ => 0,
    };
    if begun > 0 {
        for line in TOWN.trim().lines().take(begun) {
            office.does(&line.split(' ').collect::<Vec<_>>());
        }
    }
    files(&office);
    office
}

/// The files that the examples name.
fn files(office: &Office) {
    for (kind, names) in [
        ("deputies", ["代表.csv", "DEPUTIES.csv"]),
        ("units", ["单位.csv", "UNITS.csv"]),
        ("ledger", ["台账.csv", "LEDGER.csv"]),
    ] {
        let bytes = std::fs::read(example(&format!("jianlong/{kind}.csv"))).expect("an example");
        for name in names {
            office.write(name, &bytes);
        }
    }
    static WORKBOOKS: OnceLock<[(&str, Vec<u8>); 4]> = OnceLock::new();
    let workbooks = WORKBOOKS.get_or_init(|| {
        [
            ("台账.xlsx", "台账"),
            ("LEDGER.xlsx", "LEDGER"),
            ("全年.xlsx", "交办台账"),
            ("YEAR.xlsx", "LEDGER"),
        ]
        .map(|(name, sheet)| (name, workbook(sheet)))
    });
    for (name, bytes) in workbooks {
        office.write(name, bytes);
    }
    for name in ["平台台账.csv", "THEIRS.csv"] {
        office.write(name, "建议编号,标题,领衔代表,类别,提出日期,承办部门,序号\n21,关于修渠的建议,祝晓琴,其他,2024-01-12,,1\n");
    }
    for name in ["测评表.csv", "SHEETS.csv"] {
        office.write(name, "农业服务中心,村镇建设服务中心\n90,85\n100,95\n");
    }
    for name in ["现场照片.jpg", "验收单.pdf", "PHOTO.jpg", "RECEIPT.pdf"] {
        office.write(name, name);
    }
    for name in ["红头.docx", "OURS.docx"] {
        office.write(
            name,
            letters::template("<w:p><w:t>{{标题}}</w:t></w:p>", &[]),
        );
    }
    office.write(
        "2027.json",
        r#"{"year":2027,"source":"国办发明电〔2026〕1号","days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]}"#,
    );
}

/// The year's ledger as a workbook with a worksheet of this name.
pub(crate) fn workbook(sheet: &str) -> Vec<u8> {
    let ledger = std::fs::read_to_string(example("jianlong/ledger.csv")).expect("an example");
    let mut book = rust_xlsxwriter::Workbook::new();
    let worksheet = book.add_worksheet();
    worksheet.set_name(sheet).expect("a legal name");
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(ledger.trim_start_matches('\u{feff}').as_bytes());
    for (row, record) in (0_u32..).zip(rows.records()) {
        for (column, cell) in (0_u16..).zip(&record.expect("a row")) {
            worksheet.write_string(row, column, cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("bytes")
}

/// The words of a line as a shell has them: double quotes only, as the pages write them.
fn split(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().expect("a word").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The lines of a page that can be pasted.
fn examples(page: &str) -> Vec<String> {
    let after = ["\n例: ", "\nExample: "]
        .iter()
        .find_map(|mark| page.rfind(mark));
    let shown = after.map_or("", |at| &page[at..]);
    let lines = shown.lines().filter_map(|line| {
        let line = &line[line.find("jianyi")?..];
        // What stands after three spaces is said of the line.
        line.split("   ").next()
    });
    lines
        .map(|line| line.trim_start_matches("jianyi").trim().to_owned())
        .collect()
}

/// The commands of a page that lists some.
fn listed(page: &str) -> Vec<String> {
    let list = ["命令:\n", "Commands:\n"]
        .iter()
        .find_map(|head| page.split(head).nth(1));
    let lines = list
        .unwrap_or_default()
        .lines()
        .take_while(|line| !line.is_empty());
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

/// Runs lines of a page, one after the other.
#[track_caller]
fn run_lines(lang: &'static str, path: &[&str], lines: &[String]) {
    let of = |key: &str| BEFORE.iter().find(|(name, _)| *name == key);
    let verb = path[0];
    let steps = of(&path.join(" ")).or_else(|| of(verb));
    let steps = steps.map_or(&[][..], |(_, steps)| steps);
    let mut office = town(lang, verb);
    for (place, line) in lines.iter().enumerate() {
        // PowerShell changes what goes through it.
        assert!(!line.contains('>'), "a file is written with -o: {line}");
        let before = steps.get(place).copied().unwrap_or_default();
        for before in before.iter().flat_map(|step| step.split(';')) {
            if before == RESTART {
                office = town(lang, verb);
            } else {
                office.does(&before.split(' ').collect::<Vec<_>>());
            }
        }
        let words = split(&of_this_store(&office, line));
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let told = office.run(&words);
        let findings = line.contains("--complete") || line.contains("--齐全");
        // A paper with a blank is printed, and the blank is a finding.
        let findings = findings || ["letter", "notice"].contains(&verb);
        let fine = told.code == 0 || (findings && told.code == 8);
        assert!(fine, "{path:?}: {line}\n{}", told.err);
    }
}

/// A fingerprint on a page stands for that of the reader's own report.
fn of_this_store(office: &Office, line: &str) -> String {
    const SHOWN: &str = "60d2-c287-bc83@88";
    if !line.contains(SHOWN) {
        return line.to_owned();
    }
    let said = office.run_in("zh", &["verify"]).out;
    let last = said.lines().last().unwrap_or_default();
    let words: Vec<&str> = last.split_whitespace().collect();
    let [entries, .., print] = words.as_slice() else {
        panic!("{said}");
    };
    line.replace(SHOWN, &format!("{print}@{entries}"))
}

/// Every page of a language: a part of a command shows some of its lines, and each stands for
/// itself where the command does not show it.
fn every_page(lang: &'static str) {
    let office = town(lang, "help");
    let mut lines_run = 0;
    for verb in listed(&office.does(&["help"]).out) {
        let page = office.does(&["help", &verb]).out;
        let own = examples(&page);
        assert!(!own.is_empty(), "{verb} has no example:\n{page}");
        run_lines(lang, &[&verb], &own);
        lines_run += own.len();
        for part in listed(&page).into_iter().filter(|part| part != "help") {
            let page = office.does(&["help", &verb, &part]).out;
            let mut lines = examples(&page);
            assert!(!lines.is_empty(), "{verb} {part} has no example:\n{page}");
            lines.retain(|line| !own.contains(line));
            run_lines(lang, &[&verb, &part], &lines);
            lines_run += lines.len();
        }
    }
    assert!(lines_run > 100, "{lines_run}");
}

#[test]
fn every_example_works_in_chinese() {
    every_page("zh");
}

#[test]
fn every_example_works_in_english() {
    every_page("en");
}
