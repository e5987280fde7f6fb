//! What a check found, from a file of somebody else: a third party's list of cases, what is wrong
//! with each, and by when it is to be mended.
//!
//! Refuses: a case outside the check. An empty finding says that the case is in order.

use super::cell::{Cells, date, name, text};
use super::header::TableColumn;
use super::ledger::FileError;
use super::mapping::Mapping;
use super::plan::Options;
use super::roster::{Placed, ReadRow, RosterPlan, RosterReason, planned};
use super::values::inspect_mode;
use crate::domain::book::Book;
use crate::domain::command::{CaseWish, Command, InspectWish, OverseeWish};
use crate::domain::terms::{CaseRef, Name};

/// A column of a list of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingColumn {
    /// 编号
    No,
    /// 检查日期
    On,
    /// 问题
    Finding,
    /// 整改期限
    MendBy,
    /// 检查人
    Inspector,
    /// 方式
    Mode,
}

use FindingColumn as Column;

impl TableColumn for FindingColumn {
    fn all() -> &'static [Self] {
        &[
            Self::No,
            Self::On,
            Self::Finding,
            Self::MendBy,
            Self::Inspector,
            Self::Mode,
        ]
    }

    fn header(self) -> &'static str {
        match self {
            Self::No => "编号",
            Self::On => "检查日期",
            Self::Finding => "问题",
            Self::MendBy => "整改期限",
            Self::Inspector => "检查人",
            Self::Mode => "方式",
        }
    }

    fn of_header(text: &str) -> Option<Self> {
        let known = Self::all().iter().find(|column| column.header() == text);
        known.copied().or(match text {
            "no" => Some(Self::No),
            "on" => Some(Self::On),
            "finding" => Some(Self::Finding),
            "mend_by" => Some(Self::MendBy),
            "inspector" => Some(Self::Inspector),
            "mode" => Some(Self::Mode),
            _ => None,
        })
    }

    fn synonyms() -> &'static [(&'static str, Self)] {
        &[
            ("建议编号", Self::No),
            ("日期", Self::On),
            ("发现的问题", Self::Finding),
            ("存在问题", Self::Finding),
            ("期限", Self::MendBy),
            ("检查单位", Self::Inspector),
            ("检查方式", Self::Mode),
        ]
    }

    fn ambiguous() -> &'static [&'static str] {
        &["序号", "备注"]
    }
}

/// Plans the import of what a check found.
///
/// # Errors
/// The bytes are no table, or its headers are not understood.
pub fn findings(
    bytes: &[u8],
    mapping: &Mapping,
    book: &Book,
    check: &Name,
    options: &Options,
) -> Result<RosterPlan<FindingColumn>, FileError> {
    planned(bytes, mapping, book, options, Column::No, |read, book| {
        place(read, book, check, options)
    })
}

fn place(
    read: &ReadRow<'_, Column>,
    book: &Book,
    check: &Name,
    options: &Options,
) -> Placed<Column> {
    let mut cells = Cells::new(read.line, read.cells);
    let case = cells.take(Column::No, super::ledger::number);
    let on = cells.take(Column::On, date).unwrap_or(options.today);
    let inspect = InspectWish {
        check: check.clone(),
        inspector: cells.take(Column::Inspector, name),
        mode: cells.take(Column::Mode, inspect_mode),
        finding: cells.take(Column::Finding, text),
        mend_by: cells.take(Column::MendBy, date),
    };
    let needs = inspect.finding.is_none() && inspect.mend_by.is_some();
    let errors = cells.errors();
    if !errors.is_empty() {
        return Placed::Wrong(errors.into_iter().map(RosterReason::Cell).collect());
    }
    let Some(case): Option<CaseRef> = case else {
        return Placed::Wrong(vec![RosterReason::Missing(Column::No)]);
    };
    let id = match book.find(&case) {
        Ok(id) => id,
        Err(refusal) => return Placed::Wrong(vec![RosterReason::Refused(refusal)]),
    };
    if needs {
        let (column, by) = (Column::Finding, Column::MendBy);
        return Placed::Wrong(vec![RosterReason::Needs { column, by }]);
    }
    let known = book.case(id).is_some_and(|case| {
        let mut looks = case.oversight.inspections.iter();
        looks.any(|look| {
            let same = look.check == *check && look.on == on;
            same && look.finding == inspect.finding
        })
    });
    if known {
        return Placed::Same;
    }
    let wish = CaseWish::Oversee(Box::new(OverseeWish::Inspect(inspect)));
    Placed::New(on, Command::on(vec![id], wish), Vec::new())
}
