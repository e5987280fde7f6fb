//! The way of a case from draft to confirmed reply, through whole command lines, under an office
//! whose rules demand everything that a rule set can demand.

use crate::office::Office;

const STRICT: &str = r#"{
    "name": "strict", "label": "从严", "extends": "chongqing-2017",
    "gates": {
        "reply_needs_consultation": "any", "reply_needs_signer": true,
        "reply_needs_co_opinions": true, "reply_answers_requests": true,
        "withholding_needs_reason": true, "review_needs_code": true,
        "extension_tells_deputy": true,
        "key_needs": ["leader", "plan", "limit", "supervisor"],
        "complex_needs": ["task_force"],
        "binding_traits": ["time_critical", "repeated", "comprehensive"],
        "close_needs": ["reply", "rating", "delivered", "class_confirmed"]
    },
    "withdraw": "all_signatories",
    "review_reasons": [
        {"code": "private", "label": "涉及代表本人及其亲属个人事务", "leads_to": ["refuse", "letter"]},
        {"code": "vague", "label": "没有具体内容", "leads_to": ["amend"]}
    ],
    "sources": {
        "gates": {"verified": false}, "withdraw": {"verified": false},
        "review_reasons": {"verified": false}
    }
}"#;

/// The small town under other rules.
fn strict() -> Office {
    let office = Office::new();
    office.write("从严.json", STRICT);
    play(
        &office,
        "rules adopt 从严.json --from 2024-01-01 --running --on 2024-01-20",
    );
    office
}

pub(crate) fn play(office: &Office, lines: &str) {
    for line in lines.trim().lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        office.does(&words);
    }
}

#[track_caller]
pub(crate) fn refused(office: &Office, line: &str, code: u8, says: &str) {
    let words: Vec<&str> = line.split_whitespace().collect();
    office.refuses(&words, code, &[says]);
}

pub(crate) fn shown(office: &Office, case: &str) -> serde_json::Value {
    office.json(&["show", case])["data"].clone()
}

#[test]
fn a_case_is_walked_from_draft_to_confirmed_reply() {
    let office = strict();
    play(&office, RAISED);
    refused(
        &office,
        "assign 3 --lead 农业服务中心 --on 2024-01-21",
        4,
        "有异议",
    );
    play(
        &office,
        "pre-assign 3 --settled 由农业服务中心主办 --on 2024-01-19",
    );
    refused(
        &office,
        "assign 3 --lead 农业服务中心 --on 2024-01-21",
        4,
        "责任领导",
    );
    refused(
        &office,
        "assign 3 --lead 农业服务中心 --leader 陈刚 --plan 分两步 --due 2024-04-01 --on 2024-01-21",
        4,
        "综合性",
    );
    play(&office, HANDED_OVER);
    let reply = "reply 3 --class B --signer 陈刚 --promise 完成水渠 --promise-due 2024-09-30 --on 2024-03-01";
    refused(&office, reply, 4, "协办意见");
    play(&office, OPINIONS);
    refused(&office, reply, 4, "协办意见");
    play(
        &office,
        "concur 3 --unit 村镇建设服务中心 --note 出两台挖机 --on 2024-02-29",
    );
    refused(&office, reply, 4, "2 条请求");
    play(&office, REPLIED);
    refused(
        &office,
        "close 3 --on 2024-03-12",
        4,
        "没有送达: 曾庆瑜、祝晓琴",
    );
    play(&office, "deliver 3 --on 2024-03-02");
    refused(&office, "close 3 --on 2024-03-12", 4, "没有确认");
    play(&office, CLASSED);
    let case = shown(&office, "3");
    assert_eq!(case["title"], "关于修建团坝村水渠的建议");
    assert_eq!(case["state"], "tracking");
    let steps: Vec<_> = case["classes"]
        .as_array()
        .expect("steps")
        .iter()
        .map(|s| &s["class"])
        .collect();
    assert_eq!(steps, ["B", "A", "B", "B"]);
    assert_eq!(case["milestones"][0]["reached"], "2024-02-18");
    assert_eq!(case["effects"][0]["amount"], "33700.5");
    assert_eq!(case["co_opinions"][0]["rejected"], "2024-02-27");
}

#[test]
fn what_the_review_needs_is_the_places_rule() {
    let office = strict();
    refused(&office, "review 2 --refuse --why 私事", 4, "private");
    refused(
        &office,
        "review 2 --refuse --why 私事 --code nothing",
        3,
        "private",
    );
    refused(
        &office,
        "review 2 --refuse --why 空泛 --code vague",
        4,
        "vague",
    );
    play(
        &office,
        "review 2 --amend --why 空泛 --code vague --on 2024-01-15",
    );
    play(
        &office,
        "submit 关于修渠的建议 --deputy 曾庆瑜 --co-signers 祝晓琴 --category 其他 --on 2024-01-12",
    );
    refused(
        &office,
        "withdraw 3 --why 已解决 --agreed 曾庆瑜 --on 2024-01-21",
        4,
        "祝晓琴",
    );
    play(
        &office,
        "withdraw 3 --why 已解决 --agreed 曾庆瑜、祝晓琴 --on 2024-01-21",
    );
}

#[test]
fn a_step_of_a_stranger_is_refused() {
    let office = Office::new();
    refused(
        &office,
        "reply 1 --class A --unit 农业服务中心 --on 2024-02-10",
        4,
        "",
    );
    play(&office, "consult 1 --mode 走访 --on 2024-02-01");
    refused(
        &office,
        "reply 1 --class A --signer 陈刚 --unit 农业服务中心 --on 2024-02-10",
        4,
        "不承办",
    );
    refused(
        &office,
        "concur 1 --unit 农业服务中心 --on 2024-02-10",
        4,
        "不承办",
    );
    refused(
        &office,
        "concur 1 --unit 农业服务中心 --reject --note 不够 --on 2024-02-10",
        4,
        "没有可退回",
    );
    refused(
        &office,
        "deliver 1 --deputy 曾庆瑜 --on 2024-02-10",
        4,
        "曾庆瑜",
    );
    refused(
        &office,
        "extend 1 --to 2024-12-31 --why 等资金 --consent 李明 --on 2024-02-10",
        4,
        "2024年7月20日",
    );
    refused(&office, "milestone 1 --reached --on 2024-02-10", 3, "节点");
    refused(
        &office,
        "class 1 --confirm A --on 2024-02-10",
        4,
        "还没有答复",
    );
    refused(
        &office,
        "escalate 1 --outcome 已列入计划 --on 2024-02-10",
        4,
        "还没有上报",
    );
    refused(
        &office,
        "reply 1 --class B --signer 陈刚 --promise 修路 --on 2024-02-10",
        2,
        "--promise-due",
    );
    refused(
        &office,
        "progress 1 --effect 投入资金 --amount 三百 --measure 元",
        2,
        "三百",
    );
    refused(&office, "kind 1 --earlier 1 --on 2024-02-10", 4, "更早");
}

#[test]
fn a_return_that_is_not_agreed_to_stops_its_clock() {
    let office = Office::new();
    play(
        &office,
        "
return 1 --why 不属职责 --proposed 农业服务中心 --on 2024-01-24
return 1 --refuse --why 属该单位职责 --on 2024-01-26
consult 1 --mode 走访 --on 2024-02-01",
    );
    refused(
        &office,
        "return 1 --refuse --why 再说一次 --on 2024-02-02",
        4,
        "",
    );
    let case = shown(&office, "1");
    let clocks = case["clocks"].as_array().expect("clocks");
    let reassign = clocks
        .iter()
        .find(|c| c["key"] == "reassign")
        .expect("it ran");
    assert_eq!(reassign["met"], "2024-01-26");
    assert_eq!(case["state"], "in_progress");
}

#[test]
fn what_is_due_is_told_with_the_unit_and_its_phone() {
    let office = Office::new();
    play(
        &office,
        "
unit post 村镇建设服务中心 --leader 陈刚 --clerk 古小川 --phone 13812345678 --on 2024-01-15
consult 1 --mode 面谈 --book 2024-04-15 --place 镇政府 --on 2024-04-01",
    );
    let rows = |more: &[&str]| {
        let words = [&["due", "--as-of", "2024-04-12", "--within", "10"], more].concat();
        office.json(&words)["data"]
            .as_array()
            .expect("rows")
            .clone()
    };
    let all = rows(&[]);
    let reply = all
        .iter()
        .find(|r| r["what"] == "reply")
        .expect("the reply");
    assert_eq!(
        (&reply["due"], &reply["days_left"]),
        (&"2024-04-20".into(), &8.into())
    );
    assert_eq!(
        (&reply["phone"], &reply["leader"]),
        (&"138****5678".into(), &"陈刚".into())
    );
    assert!(all.iter().any(|r| r["what"] == "booking"), "{all:?}");
    assert!(
        rows(&["--phones"])
            .iter()
            .any(|r| r["phone"] == "13812345678")
    );
    assert!(rows(&["--unit", "农业服务中心"]).is_empty());
}

#[test]
fn another_unit_talks_with_the_deputy_again() {
    let office = Office::new();
    play(
        &office,
        "consult 1 --mode 走访 --on 2024-02-01\nreassign 1 --lead 农业服务中心 --on 2024-02-05",
    );
    let reply = "reply 1 --class A --signer 陈刚 --on 2024-03-01";
    refused(&office, reply, 4, "没有与代表沟通");
    play(
        &office,
        &format!("consult 1 --mode 走访 --on 2024-02-20\n{reply}"),
    );
}

#[test]
fn a_silent_deputy_blocks_no_closing_once_he_was_reminded() {
    let office = Office::new();
    play(
        &office,
        "consult 1 --mode 走访 --on 2024-02-01\nreply 1 --class A --signer 陈刚 --on 2024-03-01",
    );
    refused(&office, "close 1 --on 2024-05-01", 4, "没有评价");
    play(
        &office,
        "remind 1 --mode 电话 --on 2024-04-01\nclose 1 --on 2024-05-01",
    );
    assert_eq!(shown(&office, "1")["state"], "closed");
}

const RAISED: &str = "
submit 关于修渠的建议 --deputy 曾庆瑜 --co-signers 祝晓琴 --category 其他 --request 修渠 --request 清淤 --on 2024-01-12
amend 3 --title 关于修建团坝村水渠的建议 --on 2024-01-15
kind 3 --kind 重点 --scope 全镇 --traits 综合性 --on 2024-01-15
kind 3 --supervisor 张主任 --on 2024-01-16
review 3 --accept --on 2024-01-16
pre-assign 3 --lead 农业服务中心 --on 2024-01-17
pre-assign 3 --objects 农业服务中心 --why 属于村镇建设 --on 2024-01-18";

const HANDED_OVER: &str = "
assign 3 --lead 农业服务中心 --co 村镇建设服务中心 --leader 陈刚 --plan 分两步 --due 2024-04-01 --on 2024-01-21
sign 3 --on 2024-01-22
consult 3 --mode 现场 --book 2024-01-30 --place 团坝村 --on 2024-01-23
consult 3 --mode 现场 --stage 办前 --on 2024-01-30
milestone 3 完成清淤 --due 2024-02-20 --on 2024-01-30
milestone 3 --reached --on 2024-02-18
progress 3 资金缺口30万元 --difficulty --on 2024-02-19
progress 3 --effect 投入资金 --amount 33,700.5 --measure 元 --on 2024-02-20";

const OPINIONS: &str = "
concur 3 --unit 村镇建设服务中心 --note 同意 --on 2024-02-20
concur 3 --unit 村镇建设服务中心 --reject --note 没有措施 --on 2024-02-27";

const REPLIED: &str = "
reply 3 --class B --signer 陈刚 --promise 完成水渠 --promise-due 2024-09-30 --answer 已列入计划 --answer 已完成 --on 2024-03-01
rate 3 --rating 满意 --on 2024-03-10";

const CLASSED: &str = "
class 3 --first-review A --reviewer 李明 --on 2024-03-05
class 3 --second-review B --reviewer 张主任 --on 2024-03-08
class 3 --confirm B --reviewer 主席团 --on 2024-03-11
close 3 --on 2024-03-12";

#[test]
fn a_set_adopted_meanwhile_leaves_running_clocks_alone_unless_told() {
    let office = Office::new();
    let due = || {
        let clocks = shown(&office, "1")["clocks"].clone();
        let clocks = clocks.as_array().expect("clocks").clone();
        let reply = clocks.into_iter().find(|clock| clock["key"] == "reply");
        let reply = reply.expect("handed over");
        (reply["due"].clone(), reply["rules"].clone())
    };
    assert_eq!(due(), ("2024-04-20".into(), "jianlong".into()));
    play(
        &office,
        "rules adopt chongqing-township-2016 --from 2024-02-01 --on 2024-02-01",
    );
    assert_eq!(
        due(),
        ("2024-04-20".into(), "jianlong".into()),
        "it began under the old one"
    );
    play(
        &office,
        "rules adopt chongqing-township-2016 --from 2024-02-02 --running --on 2024-02-02",
    );
    assert_eq!(
        due(),
        ("2024-03-20".into(), "chongqing-township-2016".into())
    );
    let earlier = office.json(&["show", "1", "--known", "12"]);
    let earlier = earlier["data"]["clocks"]
        .as_array()
        .expect("clocks")
        .clone();
    assert!(
        earlier.iter().any(|clock| clock["due"] == "2024-04-20"),
        "as it was known then"
    );
}
