//! The guided way: what is missing is asked for, narrowed by Chinese and pinyin, looked at once
//! more, and told as the line that would have done the same.

use std::collections::VecDeque;

use jianyi::{NoAnswer, Person};

use crate::office::{Office, Told};

/// One answer at the terminal.
#[derive(Debug, Clone)]
pub(crate) enum Says {
    Line(&'static str),
    /// The choice that contains this.
    Picks(&'static str),
    /// Those that contain one of these.
    Marks(&'static [&'static str]),
    /// What the editor leaves; nothing where it fails.
    Writes(Option<&'static str>),
    /// Ctrl-C.
    Leaves,
}

use Says::{Leaves, Line, Marks, Picks, Writes};

/// Somebody who gives these answers in their order.
struct Secretary {
    says: VecDeque<Says>,
    asked: Vec<String>,
}

impl Secretary {
    fn next(&mut self, prompt: &str) -> Says {
        self.asked.push(prompt.to_owned());
        let asked = &self.asked;
        self.says
            .pop_front()
            .unwrap_or_else(|| panic!("no answer left: {asked:?}"))
    }
}

fn place(choices: &[String], part: &str) -> usize {
    let fits = |choice: &String| choice == part || choice.contains(part);
    let place = choices.iter().position(fits);
    place.unwrap_or_else(|| panic!("{part} is not among {choices:?}"))
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "any other answer is out of turn"
)]
impl Person for Secretary {
    fn line(&mut self, prompt: &str) -> Result<String, NoAnswer> {
        match self.next(prompt) {
            Line(words) => Ok(words.to_owned()),
            Leaves => Err(NoAnswer::Cancelled),
            other => panic!("{prompt}: a line is asked for, not {other:?}"),
        }
    }

    fn one(&mut self, prompt: &str, choices: &[String]) -> Result<usize, NoAnswer> {
        match self.next(prompt) {
            Picks(part) => Ok(place(choices, part)),
            Leaves => Err(NoAnswer::Cancelled),
            other => panic!("{prompt}: one of {choices:?} is asked for, not {other:?}"),
        }
    }

    fn several(&mut self, prompt: &str, choices: &[String]) -> Result<Vec<usize>, NoAnswer> {
        match self.next(prompt) {
            Marks(parts) => Ok(parts.iter().map(|part| place(choices, part)).collect()),
            Leaves => Err(NoAnswer::Cancelled),
            other => panic!("{prompt}: some of {choices:?} are asked for, not {other:?}"),
        }
    }

    fn write(&mut self, editor: &str) -> Result<String, NoAnswer> {
        match self.next(editor) {
            Writes(Some(words)) => Ok(words.to_owned()),
            Writes(None) => Err(NoAnswer::Editor("exit status: 1".to_owned())),
            other => panic!("an editor is open, not {other:?}"),
        }
    }
}

#[track_caller]
pub(crate) fn led(office: &Office, words: &[&str], says: &[Says]) -> Told {
    let mut secretary = Secretary {
        says: says.iter().cloned().collect(),
        asked: Vec::new(),
    };
    let told = office.asks(words, &mut secretary);
    assert!(secretary.says.is_empty(), "unasked: {:?}", secretary.says);
    told
}

/// The line that is told at the end, as a shell splits it.
pub(crate) fn taught(told: &Told) -> Vec<String> {
    let line = told.err.split("同样的事:\n  jianyi ").nth(1);
    let line = line.unwrap_or_else(|| panic!("no line: {}", told.err));
    let split = std::process::Command::new("sh")
        .args(["-c", &format!("printf '%s\\037' {}", line.trim_end())])
        .output()
        .expect("a shell");
    let split = String::from_utf8(split.stdout).expect("UTF-8");
    let mut words: Vec<String> = split
        .split_terminator('\u{1f}')
        .map(str::to_owned)
        .collect();
    // The store and the language are the office's own.
    words.split_off(4)
}

/// What happened before, what is typed, what is answered.
pub(crate) type Writer = (
    &'static [&'static str],
    &'static [&'static str],
    &'static [Says],
);

const WRITERS: &[Writer] = &[
    (
        &[],
        &["submit"],
        &[
            Line("关于健全'农村'养老服务的建议"),
            Picks("祝晓琴"),
            Picks("其他"),
            Marks(&["曾庆瑜", "凌钦泽"]),
            Line("e"),
            Writes(Some("第一行\n第二行")),
            Picks("写入"),
        ],
    ),
    (
        &[],
        &["assign"],
        &[Line("xq"), Picks("农业服务中心"), Picks("写入")],
    ),
    (
        &[],
        &["progress"],
        &[Line("硬化"), Line("-完成一半"), Picks("写入")],
    ),
    (
        &[],
        &["review", "2"],
        &[Picks("不予受理"), Line("重复"), Picks("写入")],
    ),
    (&[], &["consult", "1"], &[Picks("走访"), Picks("写入")]),
    (
        &[],
        &["extend", "1", "--consent", "祝晓琴", "--on", "2024-04-10"],
        &[
            Line("周五"),
            Line("2024年5月30日"),
            Line("备料"),
            Picks("写入"),
        ],
    ),
    (
        &[],
        &["milestone", "1", "--on", "2024-05-01"],
        &[Line("路基"), Line("7月1日"), Picks("写入")],
    ),
    (
        &[],
        &["return", "--on", "2024-01-23"],
        &[Line("1"), Line("不属职责"), Picks("写入")],
    ),
    (
        &[],
        &["colour", "1"],
        &[Picks("黄"), Line("雨季"), Picks("写入")],
    ),
    (&[], &["unit", "add"], &[Line("水利站"), Picks("写入")]),
    (
        &["consult 1 --mode 走访 --on 2024-02-01"],
        &["reply", "1"],
        &[Picks("A"), Line(""), Line("陈刚"), Line(""), Picks("写入")],
    ),
    (
        &[
            "consult 1 --mode 走访 --on 2024-02-01",
            "reply 1 --class A --signer 陈刚 --on 2024-03-01",
        ],
        &["rate", "1"],
        &[Picks("满意"), Picks("写入")],
    ),
    (
        &[],
        &["supervise"],
        &[Line("yh"), Line("进度慢"), Picks("写入")],
    ),
    (&[], &["undo"], &[Line("记错了"), Picks("写入")]),
];

#[test]
fn the_line_that_is_told_does_the_same() {
    does_the_same(WRITERS);
}

/// What is typed, and what is answered: the line that is told at the end does the same in a twin of
/// the store, byte for byte.
#[track_caller]
pub(crate) fn does_the_same(writers: &[Writer]) {
    for (before, typed, says) in writers {
        let office = Office::new();
        let twin = Office::new();
        for line in *before {
            let words: Vec<&str> = line.split(' ').collect();
            office.does(&words);
            twin.does(&words);
        }
        let told = led(&office, typed, says);
        assert_eq!(told.code, 0, "{typed:?}: {}", told.err);
        let line = taught(&told);
        let words: Vec<&str> = line.iter().map(String::as_str).collect();
        twin.does(&words);
        assert!(office.journal() == twin.journal(), "{typed:?}: {words:?}");
    }
}

#[test]
fn the_guided_way_looks_like_this() {
    let office = Office::new();
    let told = led(
        &office,
        &["submit"],
        &[
            Line("关于村道硬化的建议"),
            Picks("祝晓琴"),
            Picks("其他"),
            Marks(&[]),
            Line(""),
            Picks("改一项"),
            Picks("领衔代表"),
            Picks("曾庆瑜"),
            Picks("写入"),
        ],
    );
    let said = told
        .err
        .replace(&office.folder().display().to_string(), "DIR");
    insta::assert_snapshot!(said);
}

#[test]
fn what_a_rule_refuses_can_be_mended() {
    let office = Office::new();
    let told = led(
        &office,
        &["unit", "add"],
        &[
            Line("农业服务中心"),
            Picks("改一项"),
            Picks("单位名称"),
            Line("水利站"),
            Picks("写入"),
        ],
    );
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.contains("农业服务中心"), "{}", told.err);
    assert_eq!(taught(&told), ["单位", "登记", "水利站"]);
    let before = office.journal();
    let told = led(
        &office,
        &["unit", "add"],
        &[Line("水利站"), Picks("不写了")],
    );
    assert_eq!(
        (told.code, office.journal() == before),
        (4, true),
        "{}",
        told.err
    );
}

#[test]
fn leaving_leaves_nothing_behind() {
    let answers = [
        Line("关于修水渠的建议"),
        Picks("祝晓琴"),
        Picks("其他"),
        Marks(&[]),
        Line(""),
        Picks("取消"),
    ];
    let office = Office::new();
    let before = office.journal();
    for stop in 0..answers.len() {
        let mut says = answers[..stop].to_vec();
        says.push(Leaves);
        let told = led(&office, &["submit"], &says);
        assert_eq!(told.code, 7, "{stop}: {}", told.err);
        assert!(office.journal() == before, "{stop}");
    }
    assert_eq!(led(&office, &["submit"], &answers).code, 7);
    assert!(office.journal() == before);
}

#[test]
fn an_editor_that_fails_loses_no_answer() {
    let office = Office::new();
    let told = led(
        &office,
        &["submit", "关于修水渠的建议"],
        &[
            Picks("祝晓琴"),
            Picks("其他"),
            Marks(&[]),
            Line("e"),
            Writes(None),
            Line("渠道年久失修。\n请求修缮。"),
            Picks("写入"),
        ],
    );
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(
        told.err.contains("编辑器没有成功\n  exit status: 1"),
        "{}",
        told.err
    );
    let case = office.json(&["show", "闭1"]);
    let body = case["data"]["body"].as_str();
    assert_eq!(body, Some("渠道年久失修。\n请求修缮。"));
}

#[test]
fn many_choices_are_narrowed_first() {
    let office = Office::with_year();
    let told = led(
        &office,
        &["unit", "post", "--leader", "陈刚"],
        &[Line("农业服务中心"), Picks("写入")],
    );
    assert_eq!(told.code, 0, "{}", told.err);
    let told = led(
        &office,
        &["submit", "关于在山坪塘边装护栏的建议"],
        &[
            Line("没有这人"),
            Line("zhuxiaoqin"),
            Picks("农林水"),
            Line("彭学英、lqz"),
            Line(""),
            Picks("写入"),
        ],
    );
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.contains("没有找到“没有这人”"), "{}", told.err);
    assert!(told.err.contains("  → 祝晓琴\n"), "{}", told.err);
    assert!(
        told.err.contains("联名代表：彭学英、凌钦泽"),
        "{}",
        told.err
    );
}

#[test]
fn a_paste_that_is_too_long_is_told_and_mended() {
    let office = Office::new();
    let long: &'static str = "字".repeat(34_000).leak();
    let told = led(
        &office,
        &["unit", "add"],
        &[
            Line(long),
            Picks("改一项"),
            Picks("单位名称"),
            Line("水利站"),
            Picks("写入"),
        ],
    );
    assert_eq!(told.code, 0);
    assert!(told.err.contains("有 34000 个字,最多"), "it says how long");
    assert_eq!(taught(&told), ["单位", "登记", "水利站"]);
}
