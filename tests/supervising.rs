//! 督: notices, colours, checks, looking back and rework, promises followed up, what is missing.

use serde_json::json;

use crate::handling::{play, refused, shown};
use crate::office::{Office, row};

/// Case 1 of the small town, answered with a promise, and case 2 still in work.
fn answered() -> Office {
    let office = Office::new();
    play(
        &office,
        "
consult 1 --mode 走访 --on 2024-02-01
reply 1 --class B --signer 陈刚 --promise 装好路灯 --promise-due 2024-05-31 --on 2024-03-01
assign 2 --lead 农业服务中心 --on 2024-04-01
sign 2 --on 2024-04-02",
    );
    office
}

#[test]
fn a_notice_runs_its_clock_until_it_is_answered() {
    let office = answered();
    refused(
        &office,
        "supervise 2 --answer 已面商 --on 2024-05-02",
        4,
        "没有等待回复",
    );
    play(
        &office,
        "supervise 2 --problem 一个月没有面商 --due 2024-05-20 --people 镇纪委 --on 2024-05-10",
    );
    let notice = |office: &Office| {
        let clocks = shown(office, "2")["clocks"].clone();
        let clocks = clocks.as_array().expect("clocks").clone();
        clocks
            .into_iter()
            .find(|c| c["key"] == "notice_answer")
            .expect("a clock")
    };
    assert_eq!(notice(&office)["due"], "2024-05-20");
    assert_eq!(notice(&office)["met"], json!(null));
    let due = office.json(&["due", "--as-of", "2024-05-19"]);
    assert!(due["data"].to_string().contains("notice_answer"), "{due}");
    play(&office, "supervise 2 --answer 已面商 --on 2024-05-18");
    assert_eq!(notice(&office)["met"], "2024-05-18");
    let told = shown(&office, "2")["notices"][0].clone();
    assert_eq!(told["people"], json!(["镇纪委"]));
    refused(
        &office,
        "supervise 2 --problem 推诿 --unit 村镇建设服务中心 --on 2024-05-21",
        4,
        "不承办这件建议",
    );
}

/// A promise that was broken is red until a reply says what was done in its place.
#[test]
fn a_broken_promise_is_red_until_another_reply_comes() {
    let office = answered();
    let colour = |day: &str| {
        let shown = office.json(&["show", "1", "--as-of", day]);
        shown["data"]["colour"].clone()
    };
    play(
        &office,
        "
follow 1 --broken --note 没有资金 --on 2024-06-01
follow 1 --class A --signer 陈刚 --text 路灯已经装好 --on 2024-06-20",
    );
    assert_eq!(colour("2024-06-10"), "red");
    assert_ne!(colour("2024-06-20"), "red");
}

#[test]
fn the_worse_colour_is_shown_unless_a_hand_sets_it() {
    let office = answered();
    let colour = |case: &str, day: &str| {
        let shown = office.json(&["show", case, "--as-of", day]);
        shown["data"]["colour"].clone()
    };
    // Three months from 1 April: the clock is green in April, its progress yellow by mid-May.
    assert_eq!(colour("2", "2024-04-20"), "green");
    assert_eq!(
        colour("2", "2024-05-17"),
        "yellow",
        "half of the time without a talk"
    );
    assert_eq!(colour("2", "2024-06-14"), "red", "four fifths of it");
    assert_eq!(colour("2", "2024-06-25"), "red", "a week before the end");
    assert_eq!(colour("1", "2024-03-02"), "yellow", "a promise is open");
    assert_eq!(colour("1", "2024-06-01"), "red", "a promise is late");
    play(
        &office,
        "
colour 2 red --why 承办单位推诿 --on 2024-04-10
milestone 2 立项 --due 2024-04-15 --on 2024-04-10",
    );
    assert_eq!(colour("2", "2024-04-20"), "red", "by hand");
    refused(
        &office,
        "colour 2 red --why 还是推诿 --on 2024-04-21",
        4,
        "没有什么要更正",
    );
    play(&office, "colour 2 --auto --why 已重新启动 --on 2024-04-21");
    assert_eq!(
        colour("2", "2024-04-22"),
        "yellow",
        "a milestone was missed"
    );
    let summary = office.json(&["report", "summary", "--as-of", "2024-06-14"]);
    assert_eq!(row(&summary, "colour", "red")["count"], json!(2));
    let told = office.run(&[
        "report",
        "summary",
        "--as-of",
        "2024-06-14",
        "--fail-on",
        "red",
    ]);
    assert_eq!(told.code, 8);
}

#[test]
fn a_failed_look_back_is_reworked_until_it_is_good() {
    let office = answered();
    play(
        &office,
        "rate 1 --rating 满意 --on 2024-03-05\nclose 1 --on 2024-03-06",
    );
    refused(
        &office,
        "look-back 2 --good --on 2024-04-20",
        4,
        "不能做这一步",
    );
    refused(
        &office,
        "rework 1 修好路灯 --on 2024-06-10",
        4,
        "整改要有期限",
    );
    refused(
        &office,
        "rework 1 --done --on 2024-06-10",
        4,
        "没有待完成的整改",
    );
    play(
        &office,
        "look-back 1 --bad --note 三盏不亮 --rework 修好路灯 --due 2024-06-20 --people 祝晓琴 --on 2024-06-10",
    );
    assert_eq!(shown(&office, "1")["state"], "reworking");
    play(
        &office,
        "rework 1 --done --on 2024-06-18\nlook-back 1 --bad --rework 换掉灯泡 --due 2024-06-24 --on 2024-06-19",
    );
    assert_eq!(
        shown(&office, "1")["state"],
        "reworking",
        "done and still not good"
    );
    refused(
        &office,
        "look-back 1 --good --people 陈刚 --on 2024-06-25",
        4,
        "陈刚",
    );
    play(&office, "look-back 1 --good --on 2024-06-25");
    assert_eq!(shown(&office, "1")["state"], "tracking");
    let clocks = shown(&office, "1")["clocks"].to_string();
    assert!(clocks.contains("\"rework\""), "{clocks}");
}

#[test]
fn a_promise_is_followed_up() {
    let office = answered();
    refused(
        &office,
        "follow 2 --kept --on 2024-05-01",
        4,
        "没有等待落实的承诺",
    );
    refused(
        &office,
        "follow 1 --kept --item 2 --on 2024-05-01",
        4,
        "没有等待落实的承诺",
    );
    play(
        &office,
        "
follow 1 --broken --note 变压器未到货 --again 年底前装好 --due 2024-12-31 --on 2024-06-05
follow 1 --kept --class A --doc-no 健龙府函〔2024〕99号 --signer 陈刚 --on 2024-06-20
rate 1 --rating 满意 --promise --on 2024-06-25",
    );
    let case = shown(&office, "1");
    let promises = case["commitments"].as_array().expect("promises");
    let kept: Vec<_> = promises.iter().map(|p| p["kept"].clone()).collect();
    assert_eq!(kept, [json!(false), json!(true)]);
    assert_eq!(case["class"], "A", "the second reply changed the class");
    assert_eq!(case["re_replies"][0]["doc_no"], "健龙府函〔2024〕99号");
    let report = office.json(&["report", "commitments"]);
    assert_eq!(row(&report, "status", "kept")["count"], json!(1));
    assert_eq!(row(&report, "status", "broken")["count"], json!(1));
    let ledger = row(&report, "commitments", "2024-1.2");
    assert_eq!(ledger["rating"], "满意");
    let carried = office.json(&["report", "commitments", "--year", "2025"]);
    assert_eq!(row(&carried, "origin", "carried_over")["count"], json!(0));
    let then = [
        "report",
        "commitments",
        "--year",
        "2025",
        "--as-of",
        "2024-06-10",
    ];
    let then = office.json(&then);
    assert_eq!(row(&then, "origin", "carried_over")["count"], json!(1));
    assert_eq!(row(&then, "commitments", "2024-1.2")["status"], "open");
}

#[test]
fn a_repeated_matter_is_closed_with_the_earlier_one() {
    let office = answered();
    play(
        &office,
        "
kind 2 --earlier 1 --on 2024-04-03
kind 2 --traits 重复性 --on 2024-04-03
consult 2 --mode 走访 --on 2024-04-10
reply 2 --class A --signer 李明 --doc-no 健龙府函〔2024〕50号 --on 2024-04-20",
    );
    let earlier = shown(&office, "1")["re_replies"][0].clone();
    assert_eq!(earlier["doc_no"], "健龙府函〔2024〕50号");
    assert_eq!(earlier["within"], json!(2));
}

#[test]
fn a_check_draws_the_same_sample_from_the_same_seed() {
    let office = Office::with_year();
    refused(
        &office,
        "check open 抽查 1-46 --sample 47 --seed 7 --on 2024-10-15",
        4,
        "抽不出 47 件",
    );
    play(
        &office,
        "check open 抽查 1-46 --sample 10 --seed 7 --on 2024-10-15",
    );
    play(
        &office,
        "check open 再抽 1-46 --sample 10 --seed 7 --on 2024-10-15",
    );
    play(
        &office,
        "check open 另抽 1-46 --sample 10 --seed 8 --on 2024-10-15",
    );
    let drawn = |check: &str| {
        let shown = office.json(&["check", "show", check]);
        let rows = shown["data"].as_array().expect("rows").clone();
        let rows = rows.into_iter();
        rows.map(|row| row["number"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(drawn("抽查").len(), 10);
    assert_eq!(drawn("抽查"), drawn("再抽"));
    assert_ne!(drawn("抽查"), drawn("另抽"));
    refused(
        &office,
        "check open 抽查 1-46 --on 2024-10-16",
        4,
        "已经记过",
    );
    let outside = (1..=46)
        .map(|number| format!("2024-{number}"))
        .find(|number| !drawn("抽查").contains(&json!(number)))
        .expect("one that was not drawn");
    let line = format!("check note 抽查 {outside} --finding 缺材料 --on 2024-10-20");
    refused(&office, &line, 4, "不在“抽查”的检查范围内");
    refused(&office, "check note 没有 1 --on 2024-10-20", 3, "没有检查");
}

#[test]
fn what_a_check_found_is_mended_or_shown() {
    let office = answered();
    refused(&office, "check mend 1 --on 2024-06-01", 4, "没有待整改");
    play(&office, "check open 自查 1,2 --on 2024-06-01");
    office.write(
        "发现.csv",
        "编号,检查日期,问题,整改期限,检查人,方式\n1,2024-06-03,面商材料不全,2024-06-20,第三方,线下\n2,2024-06-03,,,第三方,线上\n",
    );
    play(
        &office,
        "import 发现.csv --kind findings --check 自查 --apply",
    );
    let again = office.does(&[
        "import",
        "发现.csv",
        "--kind",
        "findings",
        "--check",
        "自查",
    ]);
    assert!(again.out.lines().all(|l| !l.contains("新增 ")) || again.out.contains("相同 2"));
    let due = office.json(&["due", "--as-of", "2024-06-19"]);
    assert!(due["data"].to_string().contains("\"finding\""), "{due}");
    let list = office.json(&["check", "list"]);
    assert_eq!(
        (&list["data"][0]["looked_at"], &list["data"][0]["open"]),
        (&json!(2), &json!(1))
    );
    play(&office, "check mend 1 --note 已补齐 --on 2024-06-18");
    let list = office.json(&["check", "list"]);
    assert_eq!(list["data"][0]["open"], json!(0));
    office.write("外.csv", "编号,问题\n9,缺文号\n");
    let told = office.run(&["import", "外.csv", "--kind", "findings", "--check", "自查"]);
    assert_eq!(told.code, 4, "{told:?}");
}

#[test]
fn what_is_missing_is_named_before_it_is_sent() {
    let office = answered();
    let told = office.run(&["verify", "--complete", "--format", "json"]);
    assert_eq!(told.code, 8, "{told:?}");
    let found: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    let found = found["data"].as_array().expect("rows").clone();
    let of = |case: &str| {
        let rows = found.iter().filter(|row| row["number"] == case);
        let what = rows.map(|row| row["what"].as_str().expect("a key").to_owned());
        what.collect::<Vec<_>>()
    };
    assert_eq!(
        of("2024-1"),
        [
            "consultation_paper",
            "doc_no",
            "reply_text",
            "publication",
            "feedback"
        ]
    );
    assert!(of("2024-2").is_empty(), "not replied to yet");
    let sound = office.run(&["verify"]);
    assert_eq!(sound.code, 0, "{sound:?}");
}

#[test]
fn a_message_is_ready_to_be_sent() {
    let mut office = answered();
    office.now = "2024-06-24T09:00:00+08:00";
    let told = office.does(&["remind", "2", "--mode", "短信", "--text"]);
    assert_eq!(
        told.out,
        "【健龙镇人大主席团】农业服务中心: 你单位承办的第2号《关于修桥的建议》答复期限为2024年7月1日（周一）,还剩7天,请抓紧办理并答复代表。\n"
    );
    assert_eq!(shown(&office, "2")["reminders"][0]["mode"], "message");
    let told = office.does(&["remind", "1", "--mode", "短信", "--text"]);
    assert!(told.out.contains("祝晓琴代表: 您提出的第1号"), "{told:?}");
}
