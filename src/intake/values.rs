//! The words of closed lists → values; `words` knows the words.
//!
//! Refuses: every other word, with the list of what is understood.

use super::cell::{Dated, Why, leading_day, name, text};
use crate::domain::book::Ending;
use crate::domain::event::{ConsultMode, InspectMode, Kind, Publication};
use crate::domain::terms::{CaseRef, Level, Name, Period, Text, half_width};
use crate::words::{
    self, Lang, Listed, Word, parse_ending, parse_inspect_mode, parse_kind, parse_level,
    parse_mode, parse_period, parse_publication, parse_yes,
};

/// One word of a closed list.
pub(super) fn of_words<T: Listed + Word>(
    read: impl Fn(&str) -> Option<T>,
    cell: &str,
) -> Result<T, Why> {
    let found = with_or_without_spaces(read, cell);
    found.ok_or_else(|| Why::NotOneOf(words::choices::<T>(Lang::Zh)))
}

/// The same where the words are more than the values.
fn of_these<T>(read: impl Fn(&str) -> Option<T>, cell: &str, usual: &[&str]) -> Result<T, Why> {
    let usual = || usual.iter().map(|&word| word.to_owned()).collect();
    with_or_without_spaces(read, cell).ok_or_else(|| Why::NotOneOf(usual()))
}

fn with_or_without_spaces<T>(read: impl Fn(&str) -> Option<T>, cell: &str) -> Option<T> {
    let bare: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    read(cell).or_else(|| read(&bare))
}

pub(super) fn level(cell: &str) -> Result<Level, Why> {
    of_words(parse_level, cell)
}

pub(super) fn period(cell: &str) -> Result<Period, Why> {
    of_words(parse_period, cell)
}

pub(super) fn kind(cell: &str) -> Result<Kind, Why> {
    of_words(parse_kind, cell)
}

pub(super) fn publication(cell: &str) -> Result<Publication, Why> {
    let of_flag = |cell: &str| match parse_yes(cell) {
        Some(true) => Some(Publication::Publish),
        Some(false) => Some(Publication::Withhold),
        None => parse_publication(cell),
    };
    of_these(of_flag, cell, &["是", "否", "公开", "不予公开"])
}

pub(super) fn flag(cell: &str) -> Result<bool, Why> {
    of_these(parse_yes, cell, &["是", "否"])
}

fn mode(cell: &str) -> Result<ConsultMode, Why> {
    of_words(parse_mode, cell)
}

pub(super) fn inspect_mode(cell: &str) -> Result<InspectMode, Why> {
    of_words(parse_inspect_mode, cell)
}

/// One mode for every day, or as many as there are days.
pub(super) fn modes(text: &str) -> Result<Vec<ConsultMode>, Why> {
    let marks = |c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',' | ';' | '；');
    let words = text.split(marks).filter(|word| !word.is_empty());
    words.map(mode).collect()
}

/// A class code without its frame: `（A）`, `A类`, `Ａ`, `甲类`.
pub(super) fn class(text: &str) -> Result<Name, Why> {
    let plain = half_width(text.trim());
    let bare = plain.trim_matches(['(', ')']).trim_end_matches('类');
    // `A 已解决`, `B（列入计划）`: what it means stands behind the code.
    let letters = bare
        .trim_start_matches(|c: char| c.is_ascii_alphanumeric())
        .len();
    let code = &bare[..bare.len() - letters];
    let is_said = code.len() <= 2 && code.starts_with(|c: char| c.is_ascii_alphabetic());
    let bare = if is_said { code } else { bare };
    let code = match bare {
        "甲" => "A",
        "乙" => "B",
        "丙" => "C",
        "丁" => "D",
        other => other,
    };
    let is_code = code.len() <= 2 && code.bytes().all(|b| b.is_ascii_alphanumeric());
    if is_code {
        name(&code.to_ascii_uppercase())
    } else {
        name(text)
    }
}

/// Picked as key or not, and when: `是`, `否`, `2024-03-10`.
pub(super) fn key_supervised(text: &str) -> Result<Dated<bool>, Why> {
    let (on, rest) = leading_day(text);
    let value = match (on, rest) {
        (Some(_), "") => true,
        (_, rest) => flag(rest)?,
    };
    Ok(Dated { on, value })
}

/// Raised to whom, and when: `区交通局`, `是`, `2024-05-06 区交通局`; none for `否`.
pub(super) fn escalated(text: &str) -> Result<Option<Dated<Option<Name>>>, Why> {
    let (on, rest) = leading_day(text);
    let value = match (rest, flag(rest)) {
        ("", _) | (_, Ok(true)) => None,
        (_, Ok(false)) => return Ok(None),
        (to, Err(_)) => Some(name(to)?),
    };
    Ok(Some(Dated { on, value }))
}

/// Handled together with which case, and since when: `3`, `闭3`, `并入第3号`, `2024-01-15 与3号并案`.
pub(super) fn merged(text: &str) -> Result<Dated<CaseRef>, Why> {
    let (on, rest) = leading_day(text);
    let rest = rest.trim_end_matches("并案").trim_end_matches("合并");
    let rest = ["并入", "并到", "与", "同", "和"]
        .into_iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    let case: CaseRef = rest.parse().map_err(|_| Why::NotANumber)?;
    match case.entered {
        // The counter of one store means nothing to another one.
        true => Err(Why::NotANumber),
        false => Ok(Dated { on, value: case }),
    }
}

/// How a case left the handling, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// How.
    pub ending: Ending,
    /// Why, where it is said.
    pub why: Option<Text>,
}

/// `撤回`, `不予受理：…`, `2024-03-10 转为来信：…`; none for `否`.
pub(super) fn ended(cell: &str) -> Result<Option<Dated<Ended>>, Why> {
    let (on, rest) = leading_day(cell);
    if parse_yes(rest) == Some(false) {
        return Ok(None);
    }
    let (head, why) = match rest.split_once(['：', ':']) {
        Some((head, why)) if !why.trim().is_empty() => (head.trim(), Some(text(why.trim())?)),
        _ => (rest.trim_end_matches(['：', ':']), None),
    };
    let ending = of_words(parse_ending, head)?;
    let value = Ended { ending, why };
    Ok(Some(Dated { on, value }))
}

/// Whether two rows say the same of it. A day or a reason that the first one does not tell is not
/// compared.
pub(super) fn same_ending(ours: Option<&Dated<Ended>>, other: Option<&Dated<Ended>>) -> bool {
    match (ours, other) {
        (None, None) => true,
        (Some(ours), Some(other)) => {
            let why = &ours.value.why;
            let same_day = ours.on.is_none() || ours.on == other.on;
            let same_why = why.is_none() || *why == other.value.why;
            ours.value.ending == other.value.ending && same_day && same_why
        }
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// What became of a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowUp {
    /// 已兑现
    Kept(Option<Text>),
    /// 未兑现
    Broken(Option<Text>),
    /// 推进中
    Open(Text),
}

/// `已兑现：…`, `未兑现：…`, `推进中：…`, each with a day in front or not. Other words say what was
/// done: the promise was kept.
pub(super) fn follow_up(cell: &str) -> Result<Dated<FollowUp>, Why> {
    const KEPT: &[&str] = &["已兑现", "已落实", "已完成", "兑现", "落实", "是"];
    const BROKEN: &[&str] = &["未兑现", "未落实", "未完成", "否"];
    const OPEN: &[&str] = &["推进中", "办理中", "进行中", "落实中"];
    let (on, rest) = leading_day(cell);
    let (head, tail) = match rest.split_once(['：', ':']) {
        Some((head, tail)) => (head.trim(), tail.trim()),
        None => (rest, ""),
    };
    let note = match tail {
        "" => None,
        words => Some(text(words)?),
    };
    let begun = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    let value = if rest.is_empty() || KEPT.contains(&head) {
        FollowUp::Kept(note)
    } else if BROKEN.contains(&head) {
        FollowUp::Broken(note)
    } else if OPEN.contains(&head) {
        FollowUp::Open(match note {
            Some(note) => note,
            None => text(head)?,
        })
    } else if begun(&["未", "没有", "尚未"]) {
        FollowUp::Broken(Some(text(rest)?))
    } else if begun(&["正在", "已启动", "推进", "拟", "计划"]) {
        FollowUp::Open(text(rest)?)
    } else {
        FollowUp::Kept(Some(text(rest)?))
    };
    Ok(Dated { on, value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_a_promise() {
        let note = |words: &str| Text::new(words).expect(words);
        for (cell, value) in [
            (
                "已兑现：互助点启用",
                FollowUp::Kept(Some(note("互助点启用"))),
            ),
            ("互助点启用", FollowUp::Kept(Some(note("互助点启用")))),
            ("是", FollowUp::Kept(None)),
            ("未兑现", FollowUp::Broken(None)),
            ("未能开工", FollowUp::Broken(Some(note("未能开工")))),
            ("推进中：等待接电", FollowUp::Open(note("等待接电"))),
            ("正在施工", FollowUp::Open(note("正在施工"))),
        ] {
            assert_eq!(follow_up(cell).map(|d| d.value), Ok(value), "{cell}");
        }
        let dated = follow_up("2024-12-18 已兑现：启用").expect("dated");
        assert_eq!(dated.on, "2024-12-18".parse().ok());
    }

    #[test]
    fn classes_lose_their_frame() {
        for (text, code) in [
            ("（A）", "A"),
            ("b类", "B"),
            ("Ｃ", "C"),
            ("甲类", "A"),
            ("C2", "C2"),
            ("已解决", "已解决"),
        ] {
            assert_eq!(class(text).map(|n| n.to_string()), Ok(code.to_owned()));
        }
    }

    #[test]
    fn words_outside_a_list_are_refused() {
        assert!(matches!(publication("依申请公开"), Err(Why::NotOneOf(_))));
        assert!(matches!(modes("未协商"), Err(Why::NotOneOf(_))));
        assert_eq!(
            modes("现场、电话"),
            Ok(vec![ConsultMode::Site, ConsultMode::Phone])
        );
        assert_eq!(escalated("否"), Ok(None));
    }

    #[test]
    fn how_it_left_the_handling() {
        let read = |cell: &str| ended(cell).map(|e| e.map(|e| (e.value.ending, e.on)));
        let day = "2024-03-10".parse().ok();
        for (cell, told) in [
            ("撤回", Some((Ending::Withdrawn, None))),
            (
                "2024-03-10 已撤回：代表改变主意",
                Some((Ending::Withdrawn, day)),
            ),
            ("不予立案", Some((Ending::Refused, None))),
            ("转为代表来信：", Some((Ending::Letter, None))),
            ("否", None),
        ] {
            assert_eq!(read(cell), Ok(told), "{cell}");
        }
        assert!(matches!(ended("办结"), Err(Why::NotOneOf(_))));
    }

    #[test]
    fn a_merged_row_names_its_lead() {
        for (cell, case) in [("3", "3"), ("与3号并案", "3"), ("并入闭会第3号", "闭3")] {
            let case = case.parse().map_err(|_| Why::NotANumber);
            assert_eq!(merged(cell).map(|d| d.value), case, "{cell}");
        }
        let dated = merged("2024-01-15 2024-3").expect("dated");
        assert_eq!(dated.on, "2024-01-15".parse().ok());
        for cell in ["#3", "另一件", "是"] {
            assert_eq!(merged(cell), Err(Why::NotANumber), "{cell}");
        }
    }
}
