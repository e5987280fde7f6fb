//! Errors of a unit that are not held against it (容错), and what cannot be forgiven away.

use serde_json::json;

use crate::assessing::{check, judged, judged_but, report};
use crate::handling::{play, refused};
use crate::office::{Office, row};

#[test]
fn an_error_that_is_forgiven_leaves_the_item_and_says_why() {
    let office = judged("shenzhen-2007");
    refused(
        &office,
        "unit forgive 农业服务中心 2 --item 速度 --why 汛期",
        3,
        "没有分项“速度”",
    );
    refused(
        &office,
        "unit forgive 农业服务中心 3 --why 汛期",
        4,
        "农业服务中心",
    );
    refused(
        &office,
        "unit forgive 水利站 2 --why 汛期",
        3,
        "没有承办单位",
    );
    play(
        &office,
        "unit forgive 农业服务中心 2 --item 签收 --why 汛期抢险 --body 主席团 --on 2024-06-01",
    );
    let told = report(&office);
    check(
        &office,
        "农业服务中心",
        &json!({"sign": "良好", "reply": "合格"}),
    );
    assert_eq!(
        row(&told, "item.sign", "农业服务中心")["forgiven"],
        json!(1)
    );
    assert_eq!(row(&told, "forgiven", "2024-2.1")["why"], "汛期抢险");
    let log = String::from_utf8(office.journal()).expect("text");
    let line = log
        .lines()
        .filter(|line| line.contains("error_forgiven"))
        .count();
    play(&office, "undo --why 重新研究");
    assert_eq!(line, 1);
    check(&office, "农业服务中心", &json!({"sign": "不合格"}));
}

#[test]
fn a_forgiven_error_of_an_only_case_takes_nothing_but_itself() {
    let dissatisfied = "rate 1 --rating 满意 --on 2024-05-20
rate 3 --rating 不满意 --comment 慢 --on 2024-05-20";
    let office = judged_but(
        "qingdao-2021",
        ("rate 1,3 --rating 满意 --on 2024-05-20", dissatisfied),
    );
    // Only what went wrong is forgiven, once.
    for (line, said) in [
        (
            "unit forgive 村镇建设服务中心 3 --item contact --why 汛期",
            "没有差错",
        ),
        ("unit forgive 农业服务中心 1 --why 汛期", "没有差错"),
    ] {
        refused(&office, line, 4, said);
    }
    let forgive = "unit forgive 村镇建设服务中心 3 --item effect --why 汛期 --on 2024-06-01";
    play(&office, forgive);
    refused(&office, forgive, 4, "6月1日已经容错");
    let kept = json!({"rank": 1, "total": "100", "contact": "10", "effect": "容错"});
    check(&office, "村镇建设服务中心", &kept);
    let other = json!({"rank": 2, "total": "60", "effect": "25"});
    check(&office, "农业服务中心", &other);
    // Of what is forgiven altogether nothing is left to rank.
    play(
        &office,
        "unit forgive 村镇建设服务中心 3 --why 汛期 --on 2024-06-02",
    );
    let unit = row(&report(&office), "ranking", "村镇建设服务中心");
    assert!(unit.get("rank").is_none(), "{unit}");
    let late = "sign 1 --on 2024-01-22\nsign 3 --on 2024-01-30";
    let office = judged_but("shenzhen-2007", ("sign 1,3 --on 2024-01-22", late));
    play(
        &office,
        "unit forgive 村镇建设服务中心 3 --item sign --why 汛期 --on 2024-06-01",
    );
    let kept = json!({"rank": 1, "grade": "良好", "sign": "容错"});
    check(&office, "村镇建设服务中心", &kept);
}

/// Who failed in one item has failed, whatever the others come to; forgiving something else makes it no
/// worse.
#[test]
fn a_unit_that_answers_nothing_fails() {
    let mut office = Office::empty();
    office.now = "2025-12-31T09:00:00+08:00";
    play(
        &office,
        "
init --office 健龙镇人大主席团 --secretary 王敏 --rules shenzhen-2007 --on 2024-01-02
session open 20-5 --on 2024-01-10
unit add 农业服务中心 --on 2024-01-10
deputy add 祝晓琴 --on 2024-01-10
submit 修路 --deputy 祝晓琴 --category 其他 --on 2024-01-12
submit 修桥 --deputy 祝晓琴 --category 其他 --on 2024-01-12
assign 1,2 --lead 农业服务中心 --on 2024-01-20
sign 1,2 --on 2024-01-22",
    );
    let failed = json!({"sign": "良好", "reply": "不合格", "grade": "不合格"});
    check(&office, "农业服务中心", &failed);
    let named =
        |office: &Office| row(&report(office), "criticism", "农业服务中心")["grade"].clone();
    assert_eq!(named(&office), "不合格");
    // While the time for the replies runs nothing is decided.
    let early = ["report", "assessment", "--as-of", "2024-02-01"];
    assert_eq!(
        row(&office.json(&early), "ranking", "农业服务中心")["grade"],
        json!(null)
    );
    play(
        &office,
        "unit forgive 农业服务中心 2 --why 防汛 --on 2025-06-01",
    );
    assert_eq!(named(&office), "不合格");
}
