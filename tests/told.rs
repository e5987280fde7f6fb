//! What rows and lines tell: one reply a row, each case its own words, what was taken back.

use crate::handling::play;
use crate::office::Office;

/// Case 1 answered twice, case 2 handed over, case 3 not yet.
pub(crate) fn answered_twice() -> Office {
    let office = Office::new();
    play(
        &office,
        "
consult 1 --mode 走访 --on 2024-02-01
reply 1 --class C --reason 缺资金 --signer 陈刚 --on 2024-03-01
rate 1 --rating 不满意 --comment 没修 --on 2024-03-05
consult 1 --mode 走访 --on 2024-03-10
reply 1 --class A --signer 陈刚 --doc-no 9号 --on 2024-04-01
assign 2 --lead 农业服务中心 --on 2024-01-20
submit 关于修塘的建议 --deputy 祝晓琴 --category 其他 --on 2024-06-01",
    );
    office
}

#[test]
fn a_row_tells_one_reply() {
    let office = answered_twice();
    let told = office.does(&["list", "1", "--format", "csv"]);
    assert!(told.out.contains("2024-04-01,A"), "{}", told.out);
    let told = office.does(&["export", "--format", "csv"]);
    let row = told.out.lines().find(|line| line.contains("硬化村道"));
    let row = row.expect("case 1");
    assert!(
        row.contains("2024-04-01") && !row.contains("2024-03-01"),
        "{row}"
    );
}

#[test]
fn a_line_of_several_cases_tells_each_its_own() {
    let office = answered_twice();
    office.does(&["remind", "1-2", "--on", "2024-06-03"]);
    let told = office.does(&["log", "--format", "csv"]);
    let line = told
        .out
        .lines()
        .filter(|l| l.contains("农业服务中心"))
        .count();
    assert!(told.out.contains("第2号: ") && line > 0, "{}", told.out);
}

#[test]
fn what_is_taken_back_and_left_out_is_named() {
    let office = answered_twice();
    let told = office.does(&[
        "reassign",
        "2",
        "--lead",
        "村镇建设服务中心",
        "--why",
        "分工",
    ]);
    assert!(!told.err.contains("不再承办"), "{}", told.err);
    let told = office.does(&["undo", "--why", "记错"]);
    assert!(
        told.err.contains("改办") && told.err.contains("第2号"),
        "{}",
        told.err
    );
}
