//! Headers that mean one thing here and another there, decided by what stands below them.
//!
//! Refuses: to guess where the values leave a choice, where a column has its own header already,
//! and without telling. A person's mapping goes first.

use std::collections::BTreeSet;

use super::cell::{date, dates, ordinal};
use super::header::TableColumn;
use super::parts::is_part;
use super::signed::count;
use super::values::class;
use crate::words::LedgerColumn::{self, *};
use crate::words::{parse_kind, parse_mode, parse_period, parse_yes};

/// What can be seen of a column without knowing its name.
#[derive(Debug)]
pub struct Below<'a, C> {
    /// Its filled cells.
    pub values: Vec<&'a str>,
    /// The column to the left of it, where it is known.
    pub left: Option<C>,
    /// The columns that have a header already.
    pub taken: BTreeSet<C>,
    /// Every header of the table, without its brackets and spaces.
    pub headers: BTreeSet<String>,
}

/// What a header was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guess<C> {
    /// A column.
    Column(C),
    /// It is passed over, since it is empty.
    Empty,
    /// It is passed over, since it counts the rows.
    RowCounter,
    /// It is passed over, since the phone of a deputy is nobody's business here.
    DeputysPhone,
    /// It says which part the unit of its row has: 主办, 会办, 分办.
    PartOfUnit,
    /// It counts those who signed, which is checked against their names.
    Signers,
}

impl<C: Ord> Below<'_, C> {
    fn all(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.values.iter().all(|value| fits(value))
    }

    /// All but an odd one: nine of ten, of a few all but one.
    fn most(&self, fits: impl Fn(&str) -> bool) -> bool {
        let odd = self.values.iter().filter(|value| !fits(value)).count();
        let all = self.values.len();
        odd == 0 || all > 3 && odd <= (all / 10).max(1)
    }

    /// The column, where nothing else was taken for it.
    fn free(&self, column: C) -> Option<Guess<C>> {
        (!self.taken.contains(&column)).then_some(Guess::Column(column))
    }
}

/// Decides what any table may have: a counter of its rows, a column that nobody filled.
pub(super) fn of_any<C: TableColumn>(word: &str, below: &Below<'_, C>) -> Option<Guess<C>> {
    match word {
        word if below.values.is_empty() => C::of_header(word).is_none().then_some(Guess::Empty),
        "序号" if counts(&below.values) => Some(Guess::RowCounter),
        _ => None,
    }
}

/// Decides a header of a ledger.
pub(super) fn guess(word: &str, below: &Below<'_, LedgerColumn>) -> Option<Guess<LedgerColumn>> {
    // A ledger without another number goes by the number of its rows, even where it slips.
    let is_number = |value: &str| value.parse::<u32>().is_ok();
    if word == "序号" && !below.values.is_empty() && below.all(is_number) {
        return below
            .free(No)
            .or(Some(Guess::RowCounter).filter(|_| counts(&below.values)));
    }
    if let Some(guess) = of_any(word, below) {
        return Some(guess);
    }
    if below.values.is_empty() {
        return None;
    }
    match word {
        // What is no class among them is found wrong in its row.
        "类别" | "分类" if below.most(is_code) => below.free(Class),
        "分类" => below.free(Category),
        "办理情况" | "办复情况" | "办理类别" | "办理状态" if below.all(is_class) => {
            below.free(Class)
        }
        "办复情况" | "办理情况" | "评价" | "评价结果" | "反馈意见" if below.all(is_grade) => {
            below.free(Rating)
        }
        "办理情况" | "办复情况" | "说明" => Some(Guess::Column(Remarks)),
        "类型" | "建议类型" | "建议性质" if below.all(|v| parse_kind(v).is_some()) => {
            below.free(Kind)
        }
        "类型" | "建议类型" | "建议性质" | "会议" if below.all(|v| parse_period(v).is_some()) => {
            below.free(Period)
        }
        "会议" if below.all(|v| ordinal(v).is_ok()) => below.free(Session),
        "办理类型" | "办理性质" | "承办性质" | "承办类别" if below.all(is_part) => {
            has_a_part(below).then_some(Guess::PartOfUnit)
        }
        "人数" | "提出人数" | "提案人数" | "联名人数" if below.all(is_count) => {
            Some(Guess::Signers)
        }
        "代表小组" | "选区" | "所在选区" if !below.all(is_count) => {
            below.free(Delegation)
        }
        "责任人" if below.all(is_person_or_titled) && leads(below) => below.free(Leader),
        "责任人" | "联系人" | "承办" if below.all(is_person) => below.free(Clerk),
        "责任单位" | "责任部门" | "责任科所" | "责任站所" | "落实单位" | "拟主办单位" | "承办"
            if below.all(|v| !is_person(v)) =>
        {
            below.free(Lead)
        }
        "电话" | "手机" | "联系电话" | "联系人电话" | "联系人及电话"
            if matches!(below.left, Some(Deputy | CoSigners)) =>
        {
            Some(Guess::DeputysPhone)
        }
        "电话" | "手机" | "联系电话" | "联系人电话" if below.all(is_phone) => {
            below.free(Phone)
        }
        // The number is taken from the name (`parts`).
        "联系人电话" | "联系人及电话" => below.free(Clerk),
        "面商情况" if below.all(|v| dates(v).is_ok()) => below.free(Consulted),
        "办理方式" | "面商情况" if below.all(|v| parse_mode(v).is_some()) => {
            below.free(ConsultMode)
        }
        "办理过程" if below.all(is_grade) => below.free(Attitude),
        "面商情况" | "办理过程" => Some(Guess::Column(Remarks)),
        "回执" if below.all(|v| parse_yes(v).is_some()) => below.free(ReturnedForm),
        "受理日期" | "收到日期" if below.all(|v| date(v).is_ok()) => below.free(Submitted),
        _ => None,
    }
}

/// One, two, three …; gaps are allowed, for rows may have been taken out.
fn counts(values: &[&str]) -> bool {
    let numbers: Option<Vec<u32>> = values.iter().map(|v| v.parse().ok()).collect();
    numbers.is_some_and(|n| n.windows(2).all(|two| two[0] < two[1]))
}

/// A letter of the office's classes, or 甲乙丙丁.
fn is_code(value: &str) -> bool {
    let code = class(value);
    code.is_ok_and(|code| {
        let mut letters = code.as_str().chars();
        let first = letters.next().is_some_and(|c| matches!(c, 'A'..='D'));
        first && letters.all(|c| c.is_ascii_digit())
    })
}

/// The same, or the words that classes are told in.
fn is_class(value: &str) -> bool {
    const WORDS: &[&str] = &[
        "已解决",
        "已采纳",
        "基本解决",
        "解决或",
        "正在解决",
        "正在研究",
        "列入计划",
        "计划解决",
        "逐步解决",
        "部分解决",
        "因条件",
        "条件限制",
        "不具备条件",
        "无法解决",
        "未解决",
        "暂时",
        "留作参考",
        "留作",
        "供参考",
        "涉及上级",
    ];
    is_code(value) || WORDS.iter().any(|word| value.starts_with(word)) && value.chars().count() < 20
}

fn is_grade(value: &str) -> bool {
    let bare = ["非常", "很", "比较", "较", "基本", "不"];
    let bare = bare.iter().find_map(|word| value.strip_prefix(word));
    bare.unwrap_or(value).starts_with("满意")
}

/// Two to four characters that do not end like a unit, or a name in pieces.
fn is_person(value: &str) -> bool {
    const UNITS: &[char] = &[
        '局', '办', '站', '所', '院', '科', '室', '心', '委', '会', '队', '部', '镇', '乡', '村',
        '区', '处', '组', '司', '校', '厂', '庭',
    ];
    let bare: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    let in_pieces = bare.contains('·');
    let fits = (2..=4).contains(&bare.chars().count()) && !bare.ends_with(UNITS);
    (fits || in_pieces) && bare.chars().all(|c| c > '\u{2e7f}' || c == '·')
}

/// Whether who answers for a case is its leader and not its clerk: the clerk stands in a column of
/// his own, or the office's titles stand with the names.
fn leads(below: &Below<'_, LedgerColumn>) -> bool {
    let has_clerk = below.taken.contains(&Clerk)
        || ["联系人", "经办人"]
            .iter()
            .any(|word| below.headers.contains(*word));
    let is_titled = |value: &&str| !is_person(value);
    has_clerk && !below.taken.contains(&Leader) || below.values.iter().any(is_titled)
}

/// A person, or one with a title of those who lead: `王平（副镇长）`, `李强副主任`.
fn is_person_or_titled(value: &str) -> bool {
    const TITLES: [&str; 8] = [
        "书记", "镇长", "乡长", "主席", "主任", "局长", "部长", "委员",
    ];
    let bare = value.trim_end_matches(['）', ')']);
    let titled = TITLES.iter().find_map(|title| bare.strip_suffix(title));
    let named = titled.map(|name| {
        let name = name.trim_end_matches(|c: char| "党委政副组".contains(c));
        name.trim_end_matches(['（', '(', ' ', '\u{3000}'])
    });
    is_person(named.unwrap_or(value))
}

/// Whether the part of a row's unit can be told beside it: there is a unit, and its own header does
/// not say the part already.
fn has_a_part(below: &Below<'_, LedgerColumn>) -> bool {
    const SAID: [&str; 5] = ["主办", "牵头", "主责", "拟主办", "会办"];
    let is_said = |header: &String| SAID.iter().any(|word| header.starts_with(word));
    below.taken.contains(&Lead) && !below.headers.iter().any(is_said)
}

fn is_count(value: &str) -> bool {
    count(value).is_some()
}

pub(super) fn is_phone(value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let marks =
        |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | ' ' | '、' | '/' | '(' | ')');
    digits >= 7 && value.chars().all(marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below<'a>(values: &[&'a str], left: Option<LedgerColumn>) -> Below<'a, LedgerColumn> {
        Below {
            values: values.to_vec(),
            left,
            taken: [Title, Lead].into(),
            headers: BTreeSet::new(),
        }
    }

    #[test]
    fn a_word_is_decided_by_what_stands_below_it() {
        for (word, values, decided) in [
            ("序号", ["1", "2", "5"], Some(Guess::Column(No))),
            ("序号", ["1", "1", "2"], Some(Guess::Column(No))),
            ("序号", ["1", "甲", "2"], None),
            ("类别", ["A", "B类", "（C）"], Some(Guess::Column(Class))),
            ("类别", ["城建交通", "A", "其他"], None),
            ("类别", ["A", "B", "其他"], None),
            (
                "办理情况",
                ["已解决", "列入计划解决", "A"],
                Some(Guess::Column(Class)),
            ),
            (
                "办理情况",
                ["满意", "基本满意", "不满意"],
                Some(Guess::Column(Rating)),
            ),
            (
                "办理情况",
                ["已于5月完成硬化", "满意", "A"],
                Some(Guess::Column(Remarks)),
            ),
            (
                "评价",
                ["很满意", "满意", "满意"],
                Some(Guess::Column(Rating)),
            ),
            ("类型", ["一般", "重点", "复杂"], Some(Guess::Column(Kind))),
            ("类型", ["建议", "议案", "批评"], None),
            (
                "建议性质",
                ["会间", "会后", "会间"],
                Some(Guess::Column(Period)),
            ),
            (
                "会议",
                ["第五次会议", "5", "五次"],
                Some(Guess::Column(Session)),
            ),
            (
                "会议",
                ["会内", "会外", "会内"],
                Some(Guess::Column(Period)),
            ),
            ("分类", ["城建", "农业", "A"], Some(Guess::Column(Category))),
            (
                "承办性质",
                ["主办", "会办", "独办"],
                Some(Guess::PartOfUnit),
            ),
            ("承办性质", ["主办", "会办", "一般"], None),
            ("提出人数", ["3", "5人", "十"], Some(Guess::Signers)),
            (
                "所在选区",
                ["健龙社区", "3", "新村"],
                Some(Guess::Column(Delegation)),
            ),
            ("所在选区", ["1", "3", "2"], None),
            (
                "面商情况",
                ["2024-03-01", "2024-3-5、2024-3-9", "2024.4.1"],
                Some(Guess::Column(Consulted)),
            ),
            (
                "面商情况",
                ["电话", "走访", "座谈"],
                Some(Guess::Column(ConsultMode)),
            ),
            (
                "面商情况",
                ["电话", "已两次上门说明", "座谈"],
                Some(Guess::Column(Remarks)),
            ),
            (
                "办理过程",
                ["满意", "基本满意", "满意"],
                Some(Guess::Column(Attitude)),
            ),
            ("回执", ["√", "有", "无"], Some(Guess::Column(ReturnedForm))),
            ("回执", ["3月1日", "有", "无"], None),
            (
                "责任人",
                ["王平", "李 强", "阿依古丽·买买提"],
                Some(Guess::Column(Clerk)),
            ),
            ("责任人", ["王平", "水务站", "李强"], None),
            (
                "责任人",
                ["王平（副镇长）", "李强副主任", "张三"],
                Some(Guess::Column(Leader)),
            ),
            ("责任单位", ["水务站", "公路站", "水务站"], None),
            (
                "收到日期",
                ["2024-03-05", "2024.3.6", "2024/3/7 0:00"],
                Some(Guess::Column(Submitted)),
            ),
            ("职务", ["站长", "站长", "主任"], None),
        ] {
            assert_eq!(
                guess(word, &below(&values, None)),
                decided,
                "{word} {values:?}"
            );
        }
        assert_eq!(guess("状态", &below(&[], None)), Some(Guess::Empty));
        assert_eq!(guess("类别", &below(&[], None)), None);
    }

    #[test]
    fn one_odd_value_among_many_is_no_other_column() {
        let decided = |values: &[&str]| guess("类别", &below(values, None));
        let class = Some(Guess::Column(Class));
        assert_eq!(decided(&["A", "B", "A", "城建交通"]), class);
        assert_eq!(decided(&["A", "B", "城建交通", "其他"]), None);
    }

    #[test]
    fn who_answers_leads_where_another_one_is_rung_up() {
        let values = ["王平", "李强"];
        let mut beside = below(&values, None);
        assert_eq!(guess("责任人", &beside), Some(Guess::Column(Clerk)));
        beside.headers.insert("联系人".to_owned());
        assert_eq!(guess("责任人", &beside), Some(Guess::Column(Leader)));
        beside.taken.insert(Leader);
        assert_eq!(guess("责任人", &beside), Some(Guess::Column(Clerk)));
    }

    #[test]
    fn whose_phone_it_is_stands_beside_it() {
        let phones = ["13800000000", "023-41000107"];
        for (left, decided) in [
            (Some(Deputy), Guess::DeputysPhone),
            (Some(Clerk), Guess::Column(Phone)),
            (None, Guess::Column(Phone)),
        ] {
            assert_eq!(guess("联系电话", &below(&phones, left)), Some(decided));
        }
        // One that nobody filled in rightly is a deputy's all the same.
        let odd = ["１３８００００００００转", "无"];
        let beside = below(&odd, Some(Deputy));
        assert_eq!(guess("联系电话", &beside), Some(Guess::DeputysPhone));
    }
}
