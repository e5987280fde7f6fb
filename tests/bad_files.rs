//! Files that cannot be taken: ledgers, rosters, rule sets, calendars; and one that cannot be written.

use crate::office::Office;

const HEADERS: &str = "编号,标题,领衔代表,提出日期,类别";
const ROW: &str = "7,关于修渠的建议,祝晓琴,2024-01-12,其他";

/// Offers a file for import: it must be refused with and without `--apply`.
#[track_caller]
fn check(bytes: impl AsRef<[u8]>, code: u8, says: &[&str]) {
    let office = Office::new();
    office.write("台账.csv", bytes);
    office.refuses(&["import", "台账.csv"], code, says);
    office.refuses(&["import", "台账.csv", "--apply"], code, says);
}

fn table(rows: &[&str]) -> String {
    format!("{HEADERS}\n{}\n", rows.join("\n"))
}

#[test]
fn a_good_ledger_is_taken() {
    // Else the refusals below would prove nothing.
    let office = Office::new();
    office.write("台账.csv", table(&[ROW]));
    let before = office.journal();
    office.does(&["import", "台账.csv"]);
    assert!(office.journal() == before);
    office.does(&["import", "台账.csv", "--apply"]);
    assert!(office.journal().len() > before.len());
}

#[test]
fn a_file_that_is_no_table_says_why() {
    check("", 2, &["文件是空的"]);
    check("\u{feff}\r\n\r\n", 2, &["文件是空的"]);
    check(format!("{HEADERS}\n"), 2, &["没有一行数据"]);
    check(
        table(&["7,关于修渠的建议,祝晓琴,2024-01-12"]),
        2,
        &["第 2 行有 4 格"],
    );
    check(
        table(&["7,\"关于修渠,祝晓琴,2024-01-12,其他"]),
        2,
        &["第 2 行的引号"],
    );
    check(
        table(&[ROW]).replace("编号", "编哈"),
        2,
        &["编哈", "--map", "--ignore"],
    );
    check(table(&[ROW]).replace("类别", "标题"), 2, &["标题"]);
    check(table(&[ROW]).replace("类别", ""), 2, &["第 5 列"]);
    let mut bytes = table(&[ROW]).into_bytes();
    bytes.extend([0xff, 0xff, b'\n']);
    check(bytes, 2, &["第 3 行", "GB18030"]);
    check(b"PK\x03\x04\x00\x00\x00\x00", 2, &["CSV"]);
    let office = Office::new();
    office.refuses(&["import", "没有.csv"], 2, &["没有.csv"]);
    office.refuses(&["import", "."], 2, &["读不到"]);
}

#[test]
fn a_wrong_row_stops_the_import_and_is_told() {
    let wrong = [
        ("8,,祝晓琴,2024-01-12,其他", "标题"),
        ("8,关于修路的建议,,2024-01-12,其他", "没有写由谁提出"),
        ("8,关于修路的建议,祝晓琴,2024-02-30,其他", "2024-02-30"),
        ("8,关于修路的建议,祝晓琴,2024-12-30,其他", "2024"),
        ("八x,关于修路的建议,祝晓琴,2024-01-12,其他", "八x"),
        ("8,关于修路的建议,祝晓琴,2024-01-12,杂", "杂"),
        ("8,关于\u{202e}修路的建议,祝晓琴,2024-01-12,其他", "202E"),
        (ROW, "第 2 行"),
        ("7,关于修路的建议,祝晓琴,2024-01-12,其他", "第 2 行"),
    ];
    for (row, reason) in wrong {
        check(table(&[ROW, row]), 4, &["有 1 行不对", "--skip-wrong"]);
        let office = Office::new();
        office.write("台账.csv", table(&[ROW, row]));
        let told = office.run_in("zh", &["import", "台账.csv"]);
        assert!(told.out.contains(reason), "{row}: {}", told.out);
        office.does(&["import", "台账.csv", "--apply", "--skip-wrong"]);
        assert!(office.does(&["list"]).out.contains("修渠"), "{row}");
    }
}

#[test]
fn of_two_columns_of_one_name_the_second_is_passed_over() {
    let office = Office::new();
    let two =
        "编号,标题,领衔代表,提出日期,类别,标题\n7,关于修渠的建议,祝晓琴,2024-01-12,其他,修渠\n";
    office.write("台账.csv", two);
    office.refuses(&["import", "台账.csv"], 2, &["忽略后一个: --忽略 标题"]);
    office.does(&["import", "台账.csv", "--ignore", "标题", "--apply"]);
    let listed = office.does(&["list", "修渠", "--format", "plain"]).out;
    assert!(listed.contains("关于修渠的建议"), "{listed}");
}

#[test]
fn a_wrong_header_to_map_or_to_ignore_is_named() {
    let office = Office::new();
    office.write("台账.csv", table(&[ROW]));
    let import = |rest: [&'static str; 2]| ["import", "台账.csv", rest[0], rest[1]];
    office.refuses(&import(["--map", "编号"]), 2, &["--map"]);
    office.refuses(&import(["--map", "编号=编哈"]), 2, &["编哈", "编号"]);
    office.refuses(&import(["--map", "序号=编号"]), 2, &["序号"]);
}

#[test]
fn a_rule_file_is_refused_with_the_way_out() {
    let office = Office::new();
    let made = office.does(&["rules", "new", "--from", "jianlong"]).out;
    let clocks = r#""clocks": {"reply": {"start": "assigned", "limit": "3m", "source": "本镇"}}"#;
    let rules = |rest: &str| format!(r#"{{"name": "ours", "label": "本镇", {rest}}}"#);
    let on = r#""extends": "jianlong", "#;
    let cases = [
        (rules(&format!("{on}\"clock\": {{}}")), "是不是: clocks"),
        (
            rules(&format!("{on}{}", clocks.replace("3m", "3x"))),
            "看不懂时限“3x”",
        ),
        (
            rules(&format!("{on}{}", clocks.replace("limit", "limits"))),
            "是不是: limit",
        ),
        (
            rules(&format!("{on}{}", clocks.replace("assigned", "assigning"))),
            "assign",
        ),
        (rules("\"extends\": \"jianlon\""), "jianlong"),
        (rules("\"extends\": \"ours\""), "ours"),
        ("{".to_owned(), "读不懂"),
        (String::new(), "读不懂"),
        (
            rules(&format!("{on}\"number\": {{\"template\": \"第{{n}}号\"}}")),
            "“第{n}号”",
        ),
    ];
    for (document, says) in cases {
        office.write("本镇.json", document);
        office.refuses(&["rules", "adopt", "本镇.json"], 2, &[says]);
        office.refuses(&["rules", "show", "本镇.json"], 2, &[says]);
    }
    office.refuses(&["rules", "adopt", "没有.json"], 2, &["没有.json"]);
    office.write("本镇.json", b"\xff\xfe{}");
    office.refuses(&["rules", "adopt", "本镇.json"], 2, &[]);
    office.write("本镇.json", made);
    office.does(&["rules", "show", "本镇.json"]);
    office.does(&["rules", "adopt", "本镇.json", "--from", "2024-07-01"]);
}

#[test]
fn a_calendar_is_refused_with_the_way_out() {
    let office = Office::new();
    office.refuses(&["calendar", "adopt", "2099"], 2, &["2099"]);
    office.refuses(&["calendar", "adopt", "没有.json"], 2, &["没有.json"]);
    for document in ["", "{}", "[]", r#"{"year": 2027, "days": []}"#] {
        office.write("2027.json", document);
        office.refuses(&["calendar", "adopt", "2027.json"], 2, &[]);
    }
}

#[test]
fn a_store_is_not_made_under_rules_that_cannot_be_used() {
    let office = Office::empty();
    let init = [
        "init",
        "--office",
        "健龙镇人大主席团",
        "--secretary",
        "王敏",
        "--rules",
    ];
    let with = |rules| init.iter().copied().chain([rules]).collect::<Vec<&str>>();
    office.refuses(&with("national-2052"), 2, &["national-2052"]);
    office.write("本镇.json", r#"{"name": "ours", "extends": "nobody"}"#);
    office.refuses(&with("本镇.json"), 2, &["nobody"]);
    assert!(!office.path("journal.jsonl").exists());
    office.refuses(&["list"], 2, &["还没有建档"]);
    office.does(&with("jianlong"));
    office.refuses(&with("jianlong"), 2, &["已经建过档"]);
}

/// A hand-over before the hand-in is told as what it is, not as a case that is not there.
#[test]
fn a_step_before_the_hand_in_is_told_with_both_days() {
    let office = Office::new();
    office.write(
        "台账.csv",
        "标题,领衔代表,类别,提出日期,主办单位,交办日期\n关于修渠的建议,祝晓琴,其他,2024-01-12,农业服务中心,2024-01-10\n",
    );
    let file = office.path("台账.csv").display().to_string();
    let told = office.run(&["import", &file]);
    let said = told.out + &told.err;
    assert!(
        said.contains("2024年1月10日的事,早于提出日期2024年1月12日"),
        "{said}"
    );
    assert!(!said.contains("没有建议"), "{said}");
}

#[test]
fn a_page_that_cannot_be_saved_leaves_the_old_one() {
    let office = Office::with_year();
    std::fs::create_dir(office.path("公开.html")).expect("a folder");
    let told = office.run(&["report", "public", "-o", "公开.html"]);
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(told.err.contains("提示"), "{}", told.err);
    office.write("旧.html", "old");
    let old = office.path("旧.html");
    let mut rights = std::fs::metadata(&old).expect("a file").permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&old, rights).expect("set");
    let told = office.run(&["report", "public", "-o", "旧.html"]);
    assert_eq!(told.code, 1, "{}", told.err);
    assert_eq!(std::fs::read(&old).expect("a file"), b"old");
}
