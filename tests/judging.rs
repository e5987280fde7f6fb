//! 评: who may rate, how often, what a dissatisfied rating leads to, and the report of it.

use serde_json::json;

use crate::handling::{play, refused, shown};
use crate::office::{Office, row};

/// The small town's case 1, replied to.
fn replied() -> Office {
    let office = Office::new();
    play(
        &office,
        "
consult 1 --mode 走访 --on 2024-02-01
reply 1 --class A --signer 陈刚 --on 2024-03-01",
    );
    office
}

#[test]
fn nobody_rates_before_the_reply_or_twice_in_a_round() {
    let office = Office::new();
    refused(
        &office,
        "rate 1 --rating 满意 --on 2024-02-02",
        4,
        "不能做这一步",
    );
    refused(&office, "rate 1 --stars 6 --on 2024-02-02", 2, "1");
    let office = replied();
    refused(
        &office,
        "rate 1 --rating 满意 --promise --on 2024-03-02",
        4,
        "没有承诺事项",
    );
    refused(
        &office,
        "rate 1 --rating 不满意 --on 2024-03-05",
        4,
        "具体意见",
    );
    play(
        &office,
        "rate 1 --rating 不满意 --comment 没有说明 --on 2024-03-05",
    );
    refused(
        &office,
        "rate 1 --rating 满意 --on 2024-03-06",
        4,
        "已经评价过",
    );
    assert_eq!(shown(&office, "1")["state"], "rehandling");
    play(
        &office,
        "
reply 1 --class A --signer 陈刚 --on 2024-03-20
rate 1 --rating 满意 --on 2024-03-25
close 1 --on 2024-03-26",
    );
    let report = office.json(&["report", "ratings"]);
    assert_eq!(row(&report, "rounds", "more")["count"], json!(1));
    assert_eq!(
        row(&report, "rounds", "dissatisfied_once")["count"],
        json!(1)
    );
}

#[test]
fn a_second_dissatisfied_rating_is_decided_on() {
    let office = replied();
    refused(
        &office,
        "adjudicate 1 维持 --on 2024-03-02",
        4,
        "不能做这一步",
    );
    play(
        &office,
        "
rate 1 --rating 不满意 --comment 没有说明 --on 2024-03-05
reply 1 --class C --signer 陈刚 --reason 电网未改造 --on 2024-03-20
rate 1 --rating 不满意 --comment 还是没有说明 --on 2024-03-25",
    );
    assert_eq!(shown(&office, "1")["state"], "adjudicating");
    refused(&office, "close 1 --on 2024-03-26", 4, "不满意");
    play(
        &office,
        "adjudicate 1 答复符合实际 --body 主席团会议 --on 2024-04-02\nclose 1 --on 2024-04-03",
    );
    let case = shown(&office, "1");
    assert_eq!(case["state"], "closed");
    assert_eq!(case["adjudications"][0]["by"], "主席团会议");
    refused(
        &office,
        "close 1 --reopen --why 再议 --on 2024-04-01",
        4,
        "没有办结",
    );
    play(&office, "close 1 --reopen --why 群众反映 --on 2024-04-10");
    assert_eq!(shown(&office, "1")["closed"], json!(null));
}

#[test]
fn who_handles_a_case_does_not_rate_it() {
    let office = Office::new();
    play(
        &office,
        "
deputy add 钟国强 --on 2024-01-10
unit add 水务站 --leader 钟国强 --clerk 李一 --on 2024-01-10
submit 关于修堰的建议 --deputy 钟国强 --co-signers 曾庆瑜 --category 其他 --on 2024-01-12
assign 3 --lead 水务站 --on 2024-01-20
consult 3 --mode 走访 --on 2024-02-01
reply 3 --class A --signer 钟国强 --on 2024-03-01",
    );
    refused(
        &office,
        "rate 3 --rating 满意 --deputy 钟国强 --on 2024-03-05",
        4,
        "不能评价自己办的建议",
    );
    // Nobody named: the next signatory answers. Who types is not who rates.
    play(&office, "rate 3 --rating 满意 --by 李一 --on 2024-03-05");
    assert_eq!(shown(&office, "3")["ratings"][0]["deputy"], "曾庆瑜");
}

#[test]
fn the_lead_deputy_answers_for_all() {
    let office = Office::new();
    play(
        &office,
        "
submit 关于修堰的建议 --deputy 祝晓琴 --co-signers 曾庆瑜 --category 其他 --on 2024-01-12
assign 3 --lead 农业服务中心 --on 2024-01-20
consult 3 --mode 走访 --on 2024-02-01
reply 3 --class A --signer 李明 --on 2024-03-01
feedback 3 --on 2024-03-02
rate 3 --rating 满意 --on 2024-03-05
rate 3 --rating 基本满意 --deputy 曾庆瑜 --on 2024-03-06",
    );
    let report = office.json(&["report", "ratings"]);
    assert_eq!(row(&report, "satisfaction", "满意")["count"], json!(1));
    assert_eq!(row(&report, "forms", "sought")["count"], json!(1));
}

#[test]
fn the_three_satisfactions_are_kept_apart() {
    let office = replied();
    play(
        &office,
        "
rate 1 --rating 满意 --on 2024-03-05
rate 1 --stars 5 --respondents 4 --channel 院坝会 --on 2024-03-10
rate 1 --stars 3 --respondents 2 --channel 电话 --on 2024-03-11
rate 1 --revisit 满意 --members 老支书、镇纪委 --means 座谈、现场 --on 2024-03-20",
    );
    let report = office.json(&["report", "ratings"]);
    for (key, count) in [("deputy", 1), ("public", 1), ("revisit", 1), ("all", 1)] {
        assert_eq!(row(&report, "three", key)["count"], json!(count), "{key}");
    }
    assert_eq!(row(&report, "stars", "mean")["mean"], "4.3");
    assert_eq!(row(&report, "channels", "院坝会")["respondents"], json!(4));
    assert_eq!(
        row(&report, "channels", "院坝会")["mean"],
        json!(null),
        "too few to print"
    );
    assert_eq!(row(&report, "means", "site")["count"], json!(1));
    let revisit = shown(&office, "1")["revisit"].clone();
    assert_eq!(revisit["members"], json!(["老支书", "镇纪委"]));
}

#[test]
fn a_form_that_never_comes_is_told() {
    let office = replied();
    play(
        &office,
        "feedback 1 --on 2024-03-02\nremind 1 --mode 电话 --on 2024-04-01",
    );
    let report = office.json(&["report", "ratings"]);
    let missing = row(&report, "not_returned", "2024-1");
    assert_eq!(
        (&missing["sought"], &missing["reminded"]),
        (&json!("2024-03-02"), &json!(1))
    );
    assert_eq!(row(&report, "forms", "reminded")["count"], json!(1));
}

/// A form that comes after the closing, and is dissatisfied, starts the handling again.
#[test]
fn a_dissatisfied_form_that_comes_late_opens_the_case_again() {
    let office = replied();
    play(
        &office,
        "
remind 1 --mode phone --on 2024-03-10
close 1 --on 2024-03-11
rate 1 --rating 不满意 --comment 没有修好 --on 2024-03-20",
    );
    assert_eq!(shown(&office, "1")["state"], "rehandling");
    let due = office.json(&["due", "--within", "100"])["data"].to_string();
    assert!(due.contains("rehandle"), "{due}");
    play(&office, "reply 1 --class A --signer 陈刚 --on 2024-04-01");
}

#[test]
fn who_is_dissatisfied_twice_waits_for_a_decision() {
    let office = replied();
    play(
        &office,
        "
rate 1 --rating 不满意 --comment 没有修好 --on 2024-03-05
reply 1 --class A --signer 陈刚 --on 2024-03-20
rate 1 --rating 不满意 --comment 还是没有 --on 2024-03-25",
    );
    let again = "reply 1 --class A --signer 陈刚 --on 2024-04-01";
    refused(&office, again, 4, "先研究处理");
    play(&office, "adjudicate 1 由镇政府督办 --on 2024-03-30");
    play(&office, again);
}

/// The lead deputy answers for all: a co-signer's word beside his is heard, and decides nothing.
#[test]
fn the_lead_deputys_word_is_the_rounds() {
    let office = replied();
    play(
        &office,
        "
submit 关于修渠的建议 --deputy 祝晓琴 --co-signers 凌钦泽 --category 其他 --on 2024-01-13
assign 3 --lead 农业服务中心 --on 2024-01-20
sign 3 --on 2024-01-22
consult 3 --mode 走访 --on 2024-02-01
reply 3 --class A --signer 陈刚 --on 2024-03-01
rate 3 --rating 不满意 --comment 不好 --deputy 凌钦泽 --on 2024-03-05",
    );
    assert_eq!(shown(&office, "3")["state"], "rehandling");
    play(&office, "rate 3 --rating 满意 --on 2024-03-06");
    assert_eq!(shown(&office, "3")["state"], "rated");
    let clocks = shown(&office, "3")["clocks"].to_string();
    assert!(!clocks.contains("rehandle"), "{clocks}");
    let summary = office.json(&["report", "summary"]);
    let rate = row(&summary, "rates", "first_round_satisfaction_rate");
    assert_eq!(rate["percent"], "100");
}

#[test]
fn who_handles_a_case_judges_it_by_no_door() {
    let office = replied();
    refused(
        &office,
        "rate 1 --revisit 满意 --members 陈刚 --means phone --on 2024-03-05",
        4,
        "陈刚",
    );
    refused(
        &office,
        "rate 1 --stars 5 --respondents 0 --on 2024-03-05",
        2,
        "0",
    );
    refused(
        &office,
        "remind 1 --unit 农业服务中心 --on 2024-02-05",
        4,
        "不承办",
    );
}

#[test]
fn a_promise_is_rated_when_it_is_known_what_became_of_it() {
    let office = Office::new();
    play(
        &office,
        "
consult 1 --mode 走访 --on 2024-02-01
reply 1 --class B --signer 陈刚 --promise 安装路灯 --promise-due 2024-05-31 --on 2024-03-01",
    );
    let early = "rate 1 --promise --rating 满意 --on 2024-03-05";
    refused(&office, early, 4, "2024年5月31日");
    play(
        &office,
        "
follow 1 --broken --note 没有资金 --on 2024-06-01
rate 1 --promise --rating 不满意 --comment 没装 --on 2024-06-05",
    );
    // A broken promise stays on the ledger of the years after.
    let next = [
        "report",
        "commitments",
        "--year",
        "2025",
        "--as-of",
        "2025-06-30",
    ];
    assert_eq!(row(&office.json(&next), "status", "broken")["count"], 1);
}

#[test]
fn a_check_finds_nothing_before_it_begins_and_says_what_it_drew() {
    let office = replied();
    let told = office
        .does(&["check", "open", "抽查", "1", "--on", "2024-03-10"])
        .err;
    assert!(told.contains("第1号"), "{told}");
    refused(
        &office,
        "check note 抽查 1 --finding 缺材料 --on 2024-03-05",
        4,
        "才开始",
    );
    refused(&office, "check open 空 1 --sample 0", 2, "0");
    let before = office.json(&["check", "list", "--as-of", "2024-03-09"]);
    assert_eq!(before["data"], json!([]));
}

#[test]
fn the_lead_waits_for_opinions_where_no_clock_of_theirs_runs() {
    let office = Office::empty();
    play(
        &office,
        "
init --office 昆明市人大常委会 --level 市 --secretary 杨秘书 --rules kunming-2017 --on 2024-01-02
session open 15-1 --on 2024-01-10
unit add 甲局 --on 2024-01-10
unit add 乙局 --on 2024-01-10
deputy add 段誉霖 --on 2024-01-10
submit 关于治理扬尘的建议 --deputy 段誉霖 --category 城建交通 --on 2024-01-12
assign 1 --lead 甲局 --co 乙局 --on 2024-01-20
consult 1 --mode 走访 --on 2024-02-01",
    );
    let reply = "reply 1 --class A --signer 丙 --on 2024-03-01";
    refused(&office, reply, 4, "乙局");
    play(&office, "concur 1 --unit 乙局 --on 2024-02-20");
    play(&office, reply);
}
