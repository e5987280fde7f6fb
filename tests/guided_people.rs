//! The guided way of projects, activities, opinions, meetings and households: what the office counts
//! is chosen by its words, by pinyin or by its number, and never typed from memory.

use crate::guided::Says::{Line, Marks, Picks};
use crate::guided::{Writer, does_the_same, led, taught};
use crate::office::Office;

const LAMPS: &str = "project collect 安装路灯 --source 和平村";
const BENCH: &str = "project collect 修缮长椅 --source 双河村";
const DARK: &str = "opinion add 三组路灯不亮 --channel 走访";
const ROAD: &str = "opinion add 村道坑洼 --channel 院坝会";
const DAY: &str = "activity plan 三月接待日 --kind 接待日 --day 2024-03-10";
const CALL: &str = "meeting call 第十次主席团会议 --day 2024-03-01";

const WRITERS: &[Writer] = &[
    (
        &[LAMPS, BENCH],
        &["project", "screen"],
        &[Picks("1 安装路灯 · 征集"), Picks("写入")],
    ),
    (
        &[
            LAMPS,
            BENCH,
            "project screen 1",
            "project screen 2",
            "project declare 1 --unit 农业服务中心 --content 路灯四十盏",
            "project declare 2 --unit 农业服务中心 --content 长椅十条",
        ],
        &["project", "nominate"],
        &[Marks(&["安装路灯", "修缮长椅"]), Picks("写入")],
    ),
    (
        &[DARK, ROAD],
        &["opinion", "pass", "--to", "农业服务中心"],
        &[Marks(&["三组路灯不亮 · 待处理"]), Picks("写入")],
    ),
    (
        &[],
        &["opinion", "add"],
        &[Line("村道坑洼"), Picks("院坝会"), Picks("写入")],
    ),
    (
        &[],
        &["activity", "plan", "--day", "2024-03-10"],
        &[Line("三月接待日"), Line("jiedai"), Picks("写入")],
    ),
    (
        &[DAY],
        &["activity", "cancel"],
        &[Picks("2024-03-10 三月接待日"), Line("下雨"), Picks("写入")],
    ),
    (
        &[CALL, "meeting hold 1 --present 祝晓琴"],
        &["meeting", "minutes"],
        &[Picks("第十次主席团会议"), Line("听取报告。"), Picks("写入")],
    ),
    (
        &[
            "group add 第一小组",
            "citizen add 张三 --phone 13900000000",
            "citizen add 李四",
        ],
        &["citizen", "pair"],
        &[Marks(&["1 "]), Picks("祝晓琴"), Picks("写入")],
    ),
    (
        &["group add 第一小组"],
        &["group", "join"],
        &[
            Picks("第一小组"),
            Marks(&["祝晓琴", "凌钦泽"]),
            Picks("写入"),
        ],
    ),
];

#[test]
fn what_the_office_counts_is_chosen() {
    does_the_same(WRITERS);
}

/// Where there are many, numbers are understood as on the command line, and words as in a list.
#[test]
fn many_are_named_by_numbers_or_narrowed_by_words() {
    let office = Office::new();
    for n in 1..=12 {
        let text = format!("第{n}组反映村道坑洼");
        office.does(&["opinion", "add", &text, "--channel", "走访"]);
    }
    let answers = [Line("2-4,7"), Line("已修补"), Picks("写入")];
    let told = led(&office, &["opinion", "answer"], &answers);
    assert_eq!(
        taught(&told),
        ["民意", "答复", "--内容", "已修补", "2,3,4,7"]
    );
    let answers = [Line("没有"), Line("d12z"), Line("已修补"), Picks("写入")];
    let told = led(&office, &["opinion", "answer"], &answers);
    assert!(told.err.contains("没有找到“没有”"), "{}", told.err);
    assert!(taught(&told).contains(&"12".to_owned()), "{}", told.err);
}

/// The cases that wait for the command that was typed stand first.
#[test]
fn the_cases_that_wait_for_the_command_come_first() {
    let office = Office::new();
    let told = led(
        &office,
        &["review"],
        &[Line(""), Marks(&["第2号"]), Picks("受理"), Picks("写入")],
    );
    assert_eq!(told.code, 0, "{}", told.err);
}

/// A day that was not typed is today's; at the last look it can be named without beginning anew.
#[test]
fn the_day_is_seen_and_can_be_named_at_the_last_look() {
    let mut office = Office::new();
    office.now = "2024-03-20T09:00:00+08:00";
    let answers = [
        Picks("走访"),
        Picks("改一项"),
        Picks("日期 2024-03-20"),
        Line("3月18日"),
        Picks("写入"),
    ];
    let told = led(&office, &["consult", "1"], &answers);
    assert!(told.err.contains("日期：2024年3月20日"), "{}", told.err);
    assert_eq!(
        taught(&told),
        ["面商", "1", "--方式", "走访", "--日期", "2024-03-18"]
    );
    // One that was typed is not asked for again.
    let answers = [Picks("走访"), Picks("改一项"), Picks("电话"), Picks("写入")];
    let told = led(&office, &["consult", "1", "--on", "2024-03-19"], &answers);
    assert_eq!(told.code, 0, "{}", told.err);
}

/// A number of somebody in what would be written is told before it stands there for ever.
#[test]
fn numbers_of_people_are_told_before_anything_is_written() {
    let office = Office::new();
    let before = office.journal();
    let answers = [
        Line("张三说路不平,电话13912345678"),
        Picks("走访"),
        Picks("取消"),
    ];
    let told = led(&office, &["opinion", "add"], &answers);
    assert!(told.err.contains("有 1 个像电话"), "{}", told.err);
    assert!(office.journal() == before);
}
