//! Whose turn it is: reminders, the list of duties and the page of the day agree on who must act,
//! and only the time for the reply can be made longer.

use crate::guided::Says::Picks;
use crate::guided::led;
use crate::handling::{play, refused, shown};
use crate::office::{Office, Told};

/// Case 1 answered and judged dissatisfied, case 2 closed with a promise that is still open.
fn town() -> Office {
    let office = Office::new();
    play(
        &office,
        "
consult 1 --mode 走访 --on 2024-02-01
reply 1 --class A --signer 陈刚 --on 2024-03-01
rate 1 --rating 不满意 --comment 没修 --on 2024-06-05
assign 2 --lead 农业服务中心 --on 2024-01-20
consult 2 --mode 走访 --on 2024-02-01
reply 2 --class B --signer 陈刚 --promise 修好 --promise-due 2024-07-30 --on 2024-03-01
rate 2 --rating 满意 --on 2024-06-05
close 2 --on 2024-06-06",
    );
    office
}

fn owed(office: &Office) -> Vec<(String, String)> {
    let due = office.json(&["due", "--within", "100"]);
    let rows = due["data"]["rows"].as_array().or(due["data"].as_array());
    let text = |value: &serde_json::Value| value.to_string().replace(['"', '[', ']'], "");
    let rows = rows.expect("rows").iter();
    rows.map(|row| (text(&row["number"]), text(&row["unit"])))
        .collect()
}

#[test]
fn who_must_act_is_urged_and_nobody_else() {
    let office = town();
    let told = |case: &str| office.does(&["remind", case, "--mode", "电话"]).err;
    let (again, promise) = (told("1"), told("2"));
    assert!(again.contains("催办 村镇建设服务中心;"), "{again}");
    assert!(promise.contains("催办 农业服务中心;"), "{promise}");
    let owed = owed(&office);
    let owes = |case: &str, unit: &str| owed.contains(&(case.to_owned(), unit.to_owned()));
    assert!(owes("2024-1", "村镇建设服务中心"), "{owed:?}");
    assert!(owes("2024-2", "农业服务中心"), "{owed:?}");

    play(&office, "reply 1 --class A --signer 陈刚 --on 2024-06-20");
    let deputy = told("1");
    assert!(deputy.contains("催办 祝晓琴;"), "{deputy}");
    play(&office, "rate 1 --rating 满意 --on 2024-06-22");
    refused(
        &office,
        "remind 1 --on 2024-06-23",
        4,
        "没有要催的: 现在是“已评价”",
    );
    play(&office, "close 1 --on 2024-06-23");
    refused(
        &office,
        "remind 1 --on 2024-06-24",
        4,
        "没有要催的: 现在是“办结”",
    );
    let named = office
        .does(&["remind", "1", "--unit", "村镇建设服务中心"])
        .err;
    assert!(named.contains("催办 村镇建设服务中心"), "{named}");
}

/// After a second bad rating the office decides first: till then no unit is told to reply again.
#[test]
fn nobody_replies_before_the_office_has_decided() {
    let office = town();
    play(
        &office,
        "
reply 1 --class A --signer 陈刚 --on 2024-06-10
rate 1 --rating 不满意 --comment 仍没修 --on 2024-06-20",
    );
    let owes = |office: &Office| {
        let owed = owed(office).into_iter();
        let mut units = owed.filter(|(case, unit)| case == "2024-1" && unit.contains("服务中心"));
        units.next().is_some()
    };
    let letter = [
        "notice",
        "remind",
        "1",
        "--doc-no",
        "镇人发〔2024〕3号",
        "--format",
        "md",
    ];
    assert!(!owes(&office), "{:?}", owed(&office));
    assert_ne!(office.run(&letter).code, 0);
    refused(&office, "remind 1 --on 2024-06-21", 4, "没有要催的");
    play(&office, "adjudicate 1 由原单位重新办理 --on 2024-06-25");
    assert!(owes(&office), "{:?}", owed(&office));
    let letter = office.does(&letter).out;
    assert!(letter.contains("重新办理并再次答复"), "{letter}");
}

/// A late opinion of a co-unit is urged beside the reply; a unit is named once.
#[test]
fn what_is_late_beside_the_next_step_is_urged_too() {
    let office = Office::new();
    play(
        &office,
        "
submit 关于清淤的建议 --deputy 祝晓琴 --category 其他 --on 2024-01-12
review 3 --accept --on 2024-01-13
assign 3 --lead 农业服务中心 --co 村镇建设服务中心 --on 2024-01-20",
    );
    let early = office.does(&["remind", "3", "--on", "2024-02-01"]).err;
    assert!(early.contains("催办 农业服务中心;"), "{early}");
    let late = office.does(&["remind", "3", "--on", "2024-04-01"]).err;
    assert!(
        late.contains("催办 农业服务中心、催办 村镇建设服务中心;"),
        "{late}"
    );
}

#[test]
fn the_message_says_what_is_awaited_and_until_when() {
    let office = town();
    let text = |words: &[&str]| office.does(words).out;
    let again = text(&["remind", "1", "--mode", "短信"]);
    assert_eq!(
        again,
        "【健龙镇人大主席团】村镇建设服务中心: 你单位承办的第1号《关于硬化村道的建议》代表对答复不满意,重新办理期限为2024年8月5日（周一）,还剩38天,请抓紧重新办理并再次答复代表。\n"
    );
    let promise = text(&["remind", "2", "--text"]);
    assert!(
        promise.contains("农业服务中心: 你单位承办的第2号"),
        "{promise}"
    );
    assert!(promise.contains("承诺兑现期限为2024年7月30日"), "{promise}");
    let plain = text(&["remind", "2", "--mode", "短信", "--format", "plain"]);
    assert_eq!(plain, "2024-2\n", "scripts read the number only");
    let letter = office
        .does(&[
            "notice",
            "催办",
            "2",
            "--doc-no",
            "健龙人发〔2024〕3号",
            "--format",
            "md",
        ])
        .out;
    assert!(letter.contains("请对照承诺抓紧落实"), "{letter}");
}

#[test]
fn only_the_time_for_the_reply_is_extended() {
    let office = town();
    let line = |case| format!("extend {case} --to 2024-09-30 --why 缺资金 --consent 李明");
    for (case, says) in [
        (
            1,
            "现在是“重新办理”,重新办理期限(2024年8月5日（周一）)不能延",
        ),
        (1, "再次答复: jianyi 答复 2024-1"),
        (2, "承诺兑现期限(2024年7月30日（周二）)不能延"),
        (2, "jianyi 续办 2024-2 --未兑现 --再承诺 事项 --期限 日期"),
    ] {
        refused(&office, &line(case), 4, says);
    }
    assert_eq!(shown(&office, "1")["state"], "rehandling");
    // Other steps that do not fit name the same state.
    refused(&office, "sign 1", 4, "现在是“重新办理”");
}

#[test]
fn what_went_back_to_the_deputies_is_theirs_to_change() {
    let office = Office::new();
    play(
        &office,
        "submit 关于修塘的建议 --deputy 祝晓琴 --category 其他 --on 2024-06-01
review 闭1 --amend --why 内容不具体 --on 2024-06-03",
    );
    let told = office.does(&["remind", "闭1", "--mode", "短信", "--dry-run"]);
    assert!(told.out.contains("祝晓琴代表"), "{} {}", told.out, told.err);
    let told = office.does(&["amend", "闭1", "--body", "写清楚", "--on", "2024-06-05"]);
    assert!(told.err.contains("jianyi 审查"), "{}", told.err);
}

#[test]
fn time_given_after_the_last_day_is_said_to_be_late() {
    let office = Office::new();
    let extend = |to| {
        [
            "extend",
            "1",
            "--to",
            to,
            "--why",
            "缺资金",
            "--consent",
            "李明",
        ]
    };
    let told = office.does(&[&extend("2024-07-15")[..], &["--on", "2024-06-03"]].concat());
    assert!(told.err.contains("原期限过了44天才批"), "{}", told.err);
    let told = office.does(&extend("2024-07-19"));
    assert!(!told.err.contains("才批"), "{}", told.err);
}

#[test]
fn the_page_of_the_day_names_what_only_the_office_can_decide() {
    let office = town();
    play(
        &office,
        "
reply 1 --class A --signer 陈刚 --on 2024-06-18
rate 1 --rating 不满意 --comment 还是没修 --on 2024-06-20",
    );
    let Told { out, .. } = office.does(&[]);
    assert!(out.contains("待研究处理"), "{out}");
}

#[test]
fn a_form_is_not_asked_for_twice() {
    let office = town();
    // Nobody has more to say of case 2 until its promise is settled or runs out.
    refused(&office, "feedback 2", 4, "凌钦泽 在2024年6月5日已经评价过");
    play(
        &office,
        "follow 2 --kept --on 2024-06-20\nfeedback 2 --on 2024-06-21",
    );
}

#[test]
fn a_withdrawal_says_why() {
    let office = Office::new();
    refused(&office, "withdraw 2 --on 2024-01-20", 2, "缺少: --理由");
    play(&office, "withdraw 2 --why 已解决 --on 2024-01-20");
}

#[test]
fn a_merged_case_tells_whom_it_goes_to() {
    let office = Office::new();
    let told = office.does(&["merge", "2", "--into", "1"]).err;
    assert!(told.contains("并案 第1号、"), "{told}");
    assert!(told.contains("随并案交办 村镇建设服务中心"), "{told}");
}

#[test]
fn an_opinion_names_a_station_that_is_kept() {
    let office = Office::new();
    let add = |station: &str| {
        format!(
            "opinion add 路灯不亮 --channel 接待日 --station {station} --category 其他 --on 2024-02-10"
        )
    };
    play(&office, &add("和平村代表之家"));
    play(&office, "station add 团坝村联络站 --on 2024-01-20");
    refused(&office, &add("团坝联络站"), 3, "相近的: 团坝村联络站");
    play(&office, &add("团坝村联络站"));
}

#[test]
fn a_list_finds_numbers_and_says_what_it_did_not_find() {
    let office = Office::new();
    let plain = |word: &str| {
        let told = office.does(&["list", word, "--format", "plain", "--columns", "number"]);
        let rows = told.out.lines().map(str::to_owned);
        rows.collect::<Vec<_>>()
    };
    for word in ["2", "2024-2", "第2号", "第０２号"] {
        assert_eq!(plain(word), ["2024-2"], "{word}");
    }
    assert_eq!(plain("1-2"), ["2024-1", "2024-2"]);
    refused(&office, "list 2024-9", 3, "没有建议“2024-9”");
    let slip = office.does(&["list", "逾其"]);
    assert!(slip.err.contains("找了“逾其”,一件也没有"), "{slip:?}");
    assert!(slip.err.contains("是不是想说: 逾期"), "{slip:?}");
    assert!(slip.err.contains("jianyi 列表"), "{slip:?}");
    let other = office.does(&["list", "村道", "办结"]);
    assert!(other.err.contains("没有一件同时符合"), "{other:?}");
    refused(&office, "list 单为:农业", 2, "相近的: 单位:");
    refused(&office, "list --state 办节", 2, "是不是想写“办结”");
}

#[test]
fn what_is_wrong_names_its_place_and_what_it_takes() {
    let office = Office::new();
    let two = |line: &str, says: &str| refused(&office, line, 2, says);
    two(
        "consult 1 --mode 走访 --on 2024-13-01",
        "--日期: 没有“2024-13-01”这一天",
    );
    two("extend 1 --to 周五 --why 缺资金", "--至: 看不懂日期“周五”");
    two("consult 1 --mode 打架", "可以写: 面谈、走访");
    two("archive 1", "缺少: -o 文件.zip");
    office.write("代表.csv", "姓名,代表证号\n王五,1\n");
    let file = office.path("代表.csv").to_string_lossy().into_owned();
    office.refuses(&["import", &file], 2, &["--种类,可选 台账、代表、单位"]);
    play(
        &office,
        "correct 5 --field 日期 --value 2024-01-11 --why 抄错",
    );
}

/// A day that was not typed in full is told in full, with its weekday.
#[test]
fn a_day_typed_in_short_is_told_in_full() {
    let office = Office::new();
    let told = office
        .does(&["consult", "1", "--mode", "走访", "--on", "2月1日"])
        .err;
    assert!(
        told.contains("--日期 2月1日: 2024年2月1日（周四）"),
        "{told}"
    );
    let told = office.does(&[
        "milestone",
        "1",
        "完成清淤",
        "--due",
        "20240301",
        "--on",
        "2024-02-02",
    ]);
    assert!(
        told.err.contains("20240301: 2024年3月1日（周五）"),
        "{told:?}"
    );
    assert!(!told.err.contains("2024-02-02:"), "{told:?}");
}

/// Who is asked for a rating sees first what is rated, and it is kept how the word came.
#[test]
fn what_is_rated_is_shown_before_it_is_rated() {
    let office = Office::new();
    play(
        &office,
        "
consult 1 --mode 走访 --on 2024-02-01
reply 1 --class B --signer 陈刚 --text 已列入计划 --promise 修好 --promise-due 2024-07-30 --on 2024-03-01",
    );
    let told = led(
        &office,
        &["rate", "1", "--channel", "当面"],
        &[Picks("满意"), Picks("写入")],
    );
    let at = |words: &str| {
        told.err
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {}", told.err))
    };
    assert!(at("第1号《关于硬化村道的建议》") < at("答复(B): 已列入计划"));
    assert!(at("承诺: 修好(2024年7月30日（周二）前)") < at("满意"));
    let journal = String::from_utf8(office.journal()).expect("text");
    assert!(journal.contains(r#""rating":"满意","channel":"当面""#));
}

/// The arrangement of the next year is published in November: who has not got it is told.
#[test]
fn a_year_without_its_days_off_is_told_from_november_on() {
    let mut office = Office::new();
    let says = "2027 年的放假安排还没有";
    for (now, told) in [
        ("2026-10-31T09:00:00+08:00", false),
        ("2026-11-02T09:00:00+08:00", true),
    ] {
        office.now = now;
        let verified = office.does(&["verify"]);
        assert_eq!(verified.err.contains(says), told, "{now}: {verified:?}");
    }
}

#[test]
fn a_reminder_after_the_last_day_asks_for_no_extension_in_time() {
    let office = Office::new();
    let letter = |day| {
        office.does(&["remind", "1", "--on", day]);
        let words = ["notice", "remind", "1", "--doc-no", "1号", "--format", "md"];
        let told = office.does(&words);
        office.does(&["undo", "--why", "试"]);
        told.out
    };
    let late = letter("2024-06-03");
    assert!(
        late.contains("答复期限已过") && !late.contains("期限届满前"),
        "{late}"
    );
    let early = letter("2024-04-01");
    assert!(early.contains("期限届满前"), "{early}");
}
