//! Exchange with another platform by saved mappings, rule sets side by side, one section at a time.

use crate::handling::{play, refused};
use crate::office::{Office, example};

#[test]
fn a_saved_mapping_is_used_both_ways() {
    let office = Office::with_year();
    refused(
        &office,
        "mapping save 平台 --map 建议编号=编码 --on 2024-12-01",
        2,
        "编码",
    );
    refused(&office, "export --mapping 平台", 3, "没有列名对照");
    play(
        &office,
        "mapping save 平台 --map 建议编号=编号 --map 案由=标题 --map 届=届次 --map 次=会次 --map 时间=提出时间 --map 级=级别 --map 提交日期=提出日期 --map 归口=类别 --map 承办部门=主办单位 --map 分办=分办单位 --map 原承办=原主办单位 --map 交办时间=交办日期 --map 改办时间=改办日期 --ignore 序号 --on 2024-12-01",
    );
    let told = office.does(&["export", "--mapping", "平台", "--format", "csv"]);
    let mut lines = told.out.lines();
    assert_eq!(
        lines.next(),
        Some("建议编号,案由,届,次,时间,提交日期,级,归口,承办部门,分办,原承办,交办时间,改办时间")
    );
    assert_eq!(lines.count(), 86);
    office.write("平台.csv", &told.out);
    let again = office.does(&[
        "import",
        "平台.csv",
        "--mapping",
        "平台",
        "--format",
        "plain",
    ]);
    assert!(
        again.out.lines().all(|l| l.contains("\tsame\t")),
        "{}",
        again.out
    );
    let listed = office.json(&["mapping", "list"]);
    assert_eq!(listed["data"].as_array().map(Vec::len), Some(14));
}

#[test]
fn two_rule_sets_are_compared() {
    let office = Office::empty();
    let told = office.json(&[
        "rules",
        "compare",
        "chongqing-2017",
        "chongqing-township-2016",
    ]);
    let rows = told["data"].as_array().expect("rows");
    let keys: Vec<&str> = rows.iter().filter_map(|row| row["key"].as_str()).collect();
    assert_eq!(keys, ["clocks.reply", "clocks.reply_hard"]);
    let same = office.json(&["rules", "compare", "jianlong", "jianlong"]);
    assert_eq!(same["data"], serde_json::json!([]));
}

#[test]
fn one_section_of_a_report_alone() {
    let office = Office::with_year();
    let told = office.does(&[
        "report",
        "lists",
        "--section",
        "key_supervised",
        "--format",
        "csv",
    ]);
    assert_eq!(told.out.lines().count(), 11, "{}", told.out);
    refused(&office, "report lists --section 钥匙", 2, "responsibility");
    let units = office.json(&["report", "units", "--as-of", "2024-12-31"]);
    let conduct = &units["data"]["sections"][1]["rows"];
    assert!(
        conduct.as_array().is_some_and(|rows| rows.len() > 5),
        "{units}"
    );
    let deputies = office.json(&["report", "deputies", "--as-of", "2024-12-31"]);
    let raised: u64 = deputies["data"]["sections"][0]["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .filter_map(|row| row["count"].as_u64())
        .sum();
    assert_eq!(raised, 69, "every case has one proposer");
    let month = [
        "report",
        "monthly",
        "--month",
        "2024-05",
        "--section",
        "basics",
    ];
    let month = office.json(&month);
    let basics = &month["data"]["sections"][0]["rows"][0];
    assert_eq!(basics["key"], "total");
    assert!(basics["last_month"].as_u64() <= basics["count"].as_u64());
    assert!(std::path::Path::new(&example("jianlong/ledger.csv")).exists());
}

#[test]
fn a_ledger_without_days_of_submission_is_of_the_session_and_says_so() {
    let office = Office::new();
    let file =
        "编号,标题,提出人,承办单位,交办日期\n8,关于修塘的建议,祝晓琴,农业服务中心,2024-01-20\n";
    office.write("台账.csv", file);
    let told = office.does(&["import", "台账.csv", "--apply"]);
    for said in ["提出日期(1)", "会次(1)", "会议期间、开会那天"] {
        assert!(told.err.contains(said), "{said}: {}", told.err);
    }
    let case = office.json(&["show", "8"]);
    assert_eq!(case["data"]["submitted"], "2024-01-10", "{case}");
    assert_eq!(case["data"]["period"], "in_session", "{case}");
}

#[test]
fn what_an_office_writes_into_its_ledger_is_understood() {
    let office = Office::new();
    let header = "编号,标题,领衔代表,类别,提出日期,主办单位,交办日期\n";
    let import = |row: &str, more: &[&str]| {
        office.write("台账.csv", header.to_owned() + row + "\n");
        office.run(&[&["import", "台账.csv"], more].concat())
    };
    let two = import(
        "8,关于修塘的建议,祝晓琴,其他,2024.1.12,农业服务中心、水利站,2024.1.20",
        &[],
    );
    assert!(two.out.contains("分办单位"), "{}{}", two.out, two.err);
    let people = import(
        "8,关于修塘的建议,李 平 周建国,其他,2024.1.12,农业服务中心,2024.1.20",
        &[],
    );
    assert_eq!(people.code, 0, "{}", people.out);
    let day = import(
        "8,关于修塘的建议,祝晓琴,其他,1月12日,农业服务中心,2024.1.20",
        &[],
    );
    assert_eq!(day.code, 0, "{}", day.out);
    assert!(day.err.contains("1月12日"), "{}", day.err);
    let years = import(
        "8,关于修塘的建议,祝晓琴,其他,1月12日,农业服务中心,2024.1.20\n9,关于修渠的建议,祝晓琴,其他,2023.1.12,农业服务中心,2024.1.20",
        &[],
    );
    assert!(years.out.contains("缺年份"), "{}", years.out);
    let category = "8,关于修塘的建议,凌钦泽 祝晓琴,水塘,2024.1.12,农业服务中心,2024.1.20";
    let unknown = import(category, &[]);
    assert!(unknown.out.contains("可以写: "), "{}", unknown.out);
    let lenient = import(category, &["--lenient", "--apply"]);
    assert_eq!(lenient.code, 0, "{}{}", lenient.out, lenient.err);
    let case = office.json(&["show", "8"]);
    assert_eq!(case["data"]["co_signers"][0], "祝晓琴");
    assert_eq!(case["data"]["category"], "其他");
}
