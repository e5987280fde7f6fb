//! Cases that are handled together (并案): one hand-over, the earliest due date, one reply for all,
//! yet each counts and each deputy rates his own.

use crate::handling::{play, refused, shown};
use crate::office::Office;

#[test]
fn a_merged_group_is_handed_over_and_answered_together() {
    let office = Office::new();
    play(
        &office,
        "
submit 关于修路的建议 --deputy 曾庆瑜 --category 其他 --on 2024-01-12
merge 3 --into 2 --on 2024-01-15
assign 2 --lead 农业服务中心 --on 2024-01-20
sign 2 --on 2024-01-21",
    );
    assert_eq!(
        shown(&office, "3")["state"],
        "signed",
        "handed over with its lead"
    );
    refused(&office, "merge 2 --into 3 --on 2024-01-22", 4, "并到它里面");
    refused(
        &office,
        "merge 1 --into 3 --on 2024-01-22",
        4,
        "直接并到 第2号",
    );
    refused(&office, "merge 1 --into 1 --on 2024-01-22", 4, "就是它自己");
    // An earlier hand-over joins: the whole group takes its due date.
    play(
        &office,
        "merge 1 --into 2 --on 2024-01-22\nconsult 1-3 --mode 走访 --on 2024-02-01",
    );
    let due = |case: &str| {
        let clocks = shown(&office, case)["clocks"].clone();
        let clocks = clocks.as_array().expect("clocks").clone();
        let reply = clocks.iter().find(|c| c["key"] == "reply").cloned();
        reply.expect("a reply clock")["due"].clone()
    };
    assert_eq!(
        (due("1"), due("2"), due("3")),
        (
            "2024-04-20".into(),
            "2024-04-20".into(),
            "2024-04-20".into()
        )
    );
    play(
        &office,
        "merge 1 --apart --on 2024-02-02\nreply 2 --class A --signer 陈刚 --on 2024-03-01",
    );
    assert_eq!(
        shown(&office, "3")["replied"],
        "2024-03-01",
        "one reply for both"
    );
    assert_eq!(shown(&office, "1")["replied"], serde_json::Value::Null);
    play(&office, "rate 3 --rating 基本满意 --on 2024-03-05");
    assert_eq!(
        shown(&office, "2")["state"],
        "replied",
        "each deputy rates his own"
    );
    let total = office.json(&["report", "summary"])["data"]["scope"]["total"].clone();
    assert_eq!(total, 3, "each counts");
}

#[test]
fn the_lead_of_a_group_is_withdrawn_and_the_rest_stays() {
    let office = Office::new();
    play(
        &office,
        "
submit 关于修路的建议 --deputy 曾庆瑜 --category 其他 --on 2024-01-12
submit 关于修渠的建议 --deputy 祝晓琴 --category 其他 --on 2024-01-12
merge 3,4 --into 2 --on 2024-01-15
withdraw 2 --why 已解决 --on 2024-01-16",
    );
    assert_eq!(
        shown(&office, "3")["merged_with"],
        serde_json::json!(["2024-4"])
    );
    assert_eq!(
        shown(&office, "4")["merged_with"],
        serde_json::json!(["2024-3"])
    );
}
