//! What history holds against: a correction or an undo that would leave cases without what they
//! stand on, hand-overs that are none, and what merging, classifying and proposing bring along.

use serde_json::Value;

use crate::handling::{play, refused, shown};
use crate::office::Office;

/// The units of the hand-over in force.
fn units(office: &Office, case: &str) -> Value {
    let hand_overs = shown(office, case)["hand_overs"].clone();
    let last = hand_overs.as_array().and_then(|all| all.last());
    last.expect("handed over")["to"].clone()
}

/// The last day of the reply clock.
fn due(office: &Office, case: &str) -> Value {
    let clocks = shown(office, case)["clocks"].clone();
    let mut clocks = clocks.as_array().expect("clocks").clone().into_iter();
    clocks
        .find(|clock| clock["key"] == "reply")
        .expect("a reply clock")["due"]
        .clone()
}

#[test]
fn nothing_that_cases_stand_on_is_corrected_away() {
    let office = Office::new();
    refused(
        &office,
        "correct 2 --field session --value 9 --why 抄错",
        4,
        "20-5 没有登记",
    );
    refused(
        &office,
        "correct 1 --field level --value district --why 抄错",
        4,
        "还有建议用到“level”: 第1号–第2号",
    );
    refused(
        &office,
        "correct 4 --field unit --value 水利站 --why 抄错",
        4,
        "村镇建设服务中心",
    );
    play(
        &office,
        "submit 关于水库的建议 --delegation 一团 --category 其他 --on 2024-01-12
assign 3 --lead 农业服务中心 --on 2024-01-20",
    );
    refused(
        &office,
        "correct 3 --fact submitted --field level --value district --why 抄错",
        4,
        "由上级交办",
    );
}

#[test]
fn what_was_handed_over_was_accepted() {
    let office = Office::new();
    play(
        &office,
        "review 2 --accept --on 2024-01-15\nassign 2 --lead 农业服务中心 --on 2024-01-20",
    );
    refused(&office, "undo 13 --why 记错", 4, "还没有受理");
    refused(
        &office,
        "correct 13 --field on --value 2024-01-25 --why 记错",
        4,
        "还没有受理",
    );
    // The acceptance that came with the hand-over moves with it.
    play(
        &office,
        "correct 1 --fact assigned --field on --value 2024-01-16 --why 抄错",
    );
    assert_eq!(shown(&office, "1")["accepted"], "2024-01-16");
}

#[test]
fn a_case_is_given_back_in_time_and_once_and_goes_to_others() {
    let office = Office::new();
    refused(
        &office,
        "return 1 --why 不属于 --on 2024-03-20",
        4,
        "退回的期限是",
    );
    refused(
        &office,
        "return 1 --why 不属于 --proposed 村镇建设服务中心 --on 2024-01-25",
        4,
        "本来就在承办",
    );
    play(
        &office,
        "return 1 --why 不属于 --proposed 农业服务中心 --on 2024-01-26",
    );
    refused(
        &office,
        "return 1 --why 再退 --on 2024-01-25",
        4,
        "已经退回",
    );
    refused(
        &office,
        "reassign 1 --lead 村镇建设服务中心 --on 2024-01-28",
        4,
        "还是原来的承办单位",
    );
    // The unit that was proposed takes it where none is named.
    play(&office, "reassign 1 --on 2024-01-28");
    assert_eq!(units(&office, "1")["lead"], "农业服务中心");
    refused(
        &office,
        "forward 1 --unit 农业服务中心 --on 2024-01-29",
        4,
        "本来就在承办",
    );
}

#[test]
fn what_was_proposed_is_handed_over_without_naming_it_again() {
    let office = Office::new();
    refused(&office, "assign 2 --on 2024-01-20", 2, "--lead");
    play(
        &office,
        "pre-assign 2 --lead 农业服务中心 --co 村镇建设服务中心 --on 2024-01-15\nassign 2 --on 2024-01-20",
    );
    let units = units(&office, "2");
    assert_eq!(units["lead"], "农业服务中心");
    assert_eq!(units["co"][0], "村镇建设服务中心");
    refused(
        &office,
        "assign 2 --due 2025-01-20 --lead 农业服务中心",
        4,
        "现在是",
    );
}

#[test]
fn a_limit_agreed_on_does_not_pass_the_longest_one() {
    let office = Office::new();
    refused(
        &office,
        "assign 2 --lead 农业服务中心 --due 2024-12-31 --on 2024-01-20",
        4,
        "2024年7月20日",
    );
    play(
        &office,
        "assign 2 --lead 农业服务中心 --due 2024-06-30 --on 2024-01-20",
    );
}

#[test]
fn a_case_merged_into_one_that_was_handed_over_goes_to_its_units() {
    let office = Office::new();
    play(&office, "merge 2 --into 1 --on 2024-02-01");
    assert_eq!(shown(&office, "2")["state"], "signed");
    assert_eq!(units(&office, "2")["lead"], "村镇建设服务中心");
    play(
        &office,
        "consult 1-2 --mode 走访 --on 2024-02-02\nreply 1 --class A --signer 陈刚 --on 2024-02-20",
    );
    assert_eq!(shown(&office, "2")["replied"], "2024-02-20");
    assert_eq!(due(&office, "2"), "2024-04-20", "the earliest");
}

#[test]
fn traits_kind_and_earlier_cases_are_told_at_once_and_have_their_effects() {
    let office = Office::new();
    refused(
        &office,
        "kind 1 --earlier 2 --on 2024-01-20",
        4,
        "不是更早的建议",
    );
    play(
        &office,
        "kind 2 --kind 重点 --traits 重复性,时效性 --earlier 1 --supervisor 张主任 --on 2024-01-14",
    );
    let case = shown(&office, "2");
    assert_eq!(case["kind"], "key");
    assert_eq!(case["earlier"][0], "2024-1");
    refused(
        &office,
        "assign 2 --lead 农业服务中心 --on 2024-01-20",
        4,
        "约定自己的期限",
    );
    play(
        &office,
        "assign 2 --lead 农业服务中心 --due 2024-03-01 --on 2024-01-20\nkind 1 --traits 综合性 --on 2024-01-21",
    );
    // Classified after the hand-over: found when the papers are looked through.
    let found = office.run(&["verify", "--complete", "--format", "plain"]);
    assert_eq!(found.code, 8);
    assert!(found.out.contains("trait\t综合性"), "{}", found.out);
}

#[test]
fn an_empty_field_is_filled_in_the_form_it_takes() {
    let office = Office::new();
    play(
        &office,
        "correct 1 --fact submitted --field co_signers --value 凌钦泽、曾庆瑜 --why 漏录",
    );
    assert_eq!(shown(&office, "1")["co_signers"][1], "曾庆瑜");
    play(
        &office,
        "correct 1 --fact assigned --field due --value 2024年3月1日 --why 漏录",
    );
    assert_eq!(due(&office, "1"), "2024-03-01");
    refused(
        &office,
        "correct 1 --fact submitted --field 领衔 --value 张三 --why 漏录",
        3,
        "领衔",
    );
    refused(
        &office,
        "correct 1 --fact submitted --field session --value 五 --why 漏录",
        2,
        "session",
    );
}

#[test]
fn who_did_not_sign_does_not_agree_and_a_code_is_for_what_is_not_accepted() {
    let office = Office::new();
    refused(
        &office,
        "withdraw 1 --why 已解决 --agreed 曾庆瑜 --on 2024-01-25",
        4,
        "没有在这件建议上署名",
    );
    let told = office.run(&["review", "2", "--accept", "--code", "个人事务"]);
    assert_eq!(told.code, 2);
}

#[test]
fn a_delegation_is_too_late_once_the_session_is_closed() {
    let office = Office::new();
    refused(
        &office,
        "submit 关于修路的建议 --delegation 一团 --category 其他 --period in_session --on 2024-02-01",
        4,
        "第八条",
    );
}

/// An old session that was entered late and left open is not the one that is closed: the last one is,
/// or the one that is named, and none ends after the next one opened.
#[test]
fn the_last_session_is_closed_or_the_one_that_is_named() {
    let office = Office::empty();
    let init = ["init", "--office", "某镇人大主席团", "--secretary", "王敏"];
    office.does(&[&init[..], &["--rules", "national-2025"]].concat());
    office.write(
        "old.csv",
        "编号,标题,领衔代表,届次,会次,提出时间,提出日期,类别\n1,修桥,甲,20,3,会议期间,2023-03-10,其他\n1,修路,甲,20,4,会议期间,2024-01-15,其他\n",
    );
    office.does(&["import", "old.csv", "--apply"]);
    let close = ["session", "close", "--on", "2024-01-17"];
    let told = office.does(&close);
    assert!(told.err.contains("第20届第4次会议"), "{}", told.err);
    office.refuses(&close, 4, &["第20届第4次会议2024年1月15日", "已经开会"]);
    office.does(&["session", "close", "20-3", "--on", "2023-03-12"]);
    let again = ["session", "close", "20-3", "--on", "2023-03-12"];
    office.refuses(&again, 4, &["没有开着的第20届第3次会议"]);
    office.refuses(&close, 4, &["各次会议都已经闭会", "届次 列表"]);
}
