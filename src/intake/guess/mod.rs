//! Headers that mean one thing here and another there, decided by what stands below them.
//!
//! Refuses: to guess where the values leave a choice, where a column has its own header already,
//! and without telling. A person's mapping goes first.

mod looks;

use std::collections::BTreeSet;

use super::cell::{date, dates, ordinal};
use super::header::TableColumn;
use super::parts::{helps, is_part};
use super::signatories::count;
use crate::words::LedgerColumn::{self, *};
use crate::words::{parse_kind, parse_mode, parse_period, parse_yes};

pub(super) use looks::is_phone;
use looks::{is_class, is_code, is_grade, is_person, is_person_or_titled};

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
    Signatories,
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
        "人数" | "提出人数" | "提案人数" if below.all(|v| count(v).is_some()) => {
            Some(Guess::Signatories)
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
        "转办日期" | "下达日期" if below.all(|v| date(v).is_ok()) => below.free(Assigned),
        _ => None,
    }
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

/// Whether the part of a row's unit can be told beside it: there is a unit, and its own header does
/// not say another part already.
fn has_a_part(below: &Below<'_, LedgerColumn>) -> bool {
    const LEADS: [&str; 4] = ["主办", "牵头", "主责", "拟主办"];
    let says = |header: &String| LEADS.iter().any(|word| header.starts_with(word));
    let leads = below.headers.iter().any(says);
    below.taken.contains(&Lead) && (!leads || below.all(|part| !helps(part)))
}

/// One, two, three …; gaps are allowed, for rows may have been taken out.
fn counts(values: &[&str]) -> bool {
    let numbers: Option<Vec<u32>> = values.iter().map(|v| v.parse().ok()).collect();
    numbers.is_some_and(|n| n.windows(2).all(|two| two[0] < two[1]))
}

#[cfg(test)]
mod tests;
