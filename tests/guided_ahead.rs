//! What the guided way says before it is too late: the day, the number, what is refused whatever is
//! answered.

use crate::guided::Says::{Line, Marks, Picks};
use crate::guided::{led, taught};
use crate::office::Office;

/// A session is hardly ever opened on the day it is entered: its day is asked for.
#[test]
fn a_session_is_asked_for_its_day() {
    let office = Office::new();
    let says = [Line(""), Line("2024-06-20"), Picks("写入")];
    let told = led(&office, &["session", "open", "20-6"], &says);
    assert_eq!(told.code, 0, "{}", told.err);
    let opened = "开会: 第20届第6次会议,2024年6月20日";
    let (before, _) = told.err.split_once(opened).expect("it is recorded");
    assert_eq!(
        taught(&told),
        ["届次", "开", "20-6", "--日期", "2024-06-20"]
    );
    // What was handed in before that day keeps its number, which is told before anything is written.
    let doubt = "当年已有 2 件建议在开会那天以前提出(最早 2024年1月12日)";
    assert!(before.contains(doubt), "{before}");
    let says = [Line("6月21日"), Picks("写入")];
    let told = led(&office, &["session", "close"], &says);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.contains("2024年6月21日"), "{}", told.err);
}

/// The last look says which number a suggestion will bear, and doubts a session that is long over.
#[test]
fn the_last_look_says_the_number() {
    let office = Office::new();
    let words = ["submit", "关于修水渠的建议", "--deputy", "祝晓琴"];
    let answers = [Picks("其他"), Marks(&[]), Line(""), Picks("取消")];
    let told = led(&office, &words, &answers);
    let number = "  编号：闭会第1号(第20届第5次会议 · 闭会期间)\n";
    assert!(told.err.contains(number), "{}", told.err);
    assert!(!told.err.contains("还没有记闭会"), "{}", told.err);
    office.does(&["session", "open", "20-6", "--on", "2024-01-16"]);
    let told = led(&office, &words, &answers);
    assert!(told.err.contains(" · 会议期间)\n"), "{}", told.err);
    for doubt in [
        "第20届第6次会议",
        ",164 天了还没有记闭会",
        "jianyi 届次 闭 --日期 闭会日期",
    ] {
        assert!(told.err.contains(doubt), "{doubt}: {}", told.err);
    }
}

/// A step that is refused whatever is answered is refused before the questions, and no command is
/// proposed that would be.
#[test]
fn what_comes_first_is_said_first() {
    let office = Office::new();
    let told = led(&office, &["reply", "1"], &[]);
    assert_eq!(told.code, 4, "{}", told.err);
    for said in ["还没有与代表沟通", "先记面商: jianyi 面商 2024-1"] {
        assert!(told.err.contains(said), "{said}: {}", told.err);
    }
    // Chosen by its title it can be given anew, with another case or another day.
    let says = [Line("硬化"), Picks("不写了")];
    assert_eq!(led(&office, &["reply"], &says).code, 4);
    assert_eq!(led(&office, &["close", "2"], &[]).code, 4);
    let told = led(&office, &["assign", "1"], &[]);
    assert!(told.err.contains("现在是“签收”"), "{}", told.err);
    let told = office.does(&["progress", "1", "路基完成"]);
    assert!(
        told.err.contains("接下来: jianyi 面商 2024-1\n"),
        "{}",
        told.err
    );
    office.does(&["consult", "1", "--mode", "走访"]);
    let told = office.does(&["progress", "1", "路面完成"]);
    assert!(
        told.err.contains("接下来: jianyi 答复 2024-1\n"),
        "{}",
        told.err
    );
}

/// A step for several cases is done with all or none: which could be done alone is named.
#[test]
fn what_is_refused_for_one_of_several_is_written_for_none() {
    let office = Office::new();
    let line = "submit 关于修水渠的建议 --deputy 曾庆瑜 --category 其他";
    office.does(&line.split(' ').collect::<Vec<_>>());
    let line = ["assign", "1,2,闭1", "--lead", "农业服务中心"];
    let said = "一件也没有写入;能做这一步的写成: 2024-2,2024-闭1";
    office.refuses(&line, 4, &[said]);
    office.refuses(&["sign", "2,闭1"], 4, &["一件也没有写入\n"]);
}

/// Who looks for the law of the country finds it.
#[test]
fn a_rule_set_is_found_by_what_people_call_it() {
    let office = Office::empty();
    let words = ["init", "--office", "某镇人大主席团", "--secretary", "王敏"];
    let says = [Line("国家"), Picks("2025"), Picks("写入")];
    let told = led(&office, &words, &says);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.contains("national-2025"), "{}", told.err);
}

/// So are a rating without a reply, a review of what was accepted, and another unit for what nobody has.
#[test]
fn rating_review_and_reassignment_are_refused_before_their_questions() {
    let office = Office::new();
    let line = "submit 关于修水渠的建议 --deputy 曾庆瑜 --category 其他";
    office.does(&line.split(' ').collect::<Vec<_>>());
    for words in [["rate", "1"], ["review", "1"], ["reassign", "闭1"]] {
        let told = led(&office, &words, &[]);
        assert_eq!(told.code, 4, "{words:?}: {}", told.err);
        assert!(told.err.contains("现在是“"), "{words:?}: {}", told.err);
    }
    // What the public or a check says is another step.
    let words = ["rate", "1", "--stars", "5", "--dry-run"];
    let told = led(&office, &words, &[]);
    assert!(!told.err.contains("--rating"), "{}", told.err);
}

/// A number that is an entry's and a case's too is asked about before the entry is touched.
#[test]
fn an_entry_that_bears_the_number_of_a_case_is_asked_about() {
    let office = Office::with_year();
    let words = [
        "correct",
        "32",
        "--field",
        "on",
        "--value",
        "2024-01-19",
        "--why",
        "抄错",
    ];
    let told = led(&office, &words, &[Picks("否")]);
    assert_eq!(told.code, 7, "{}", told.err);
    assert!(told.err.contains("它不是建议 2024-32 的"), "{}", told.err);
    assert_eq!(told.err.matches("它不是建议").count(), 1, "{}", told.err);
}
