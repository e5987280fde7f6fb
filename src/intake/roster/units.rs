//! The roster of handling units: who leads each and who answers the phone.

use std::collections::BTreeMap;

use super::{Placed, ReadRow, RosterPlan, RosterReason, differences, planned};
use crate::domain::book::Book;
use crate::domain::command::{Command, PostWish};
use crate::domain::terms::Name;
use crate::intake::cell::{Cells, name};
use crate::intake::header::TableColumn;
use crate::intake::ledger::FileError;
use crate::intake::mapping::Mapping;
use crate::intake::plan::Options;

/// A column of the roster of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitColumn {
    /// 单位
    Unit,
    /// 责任领导
    Leader,
    /// 责任岗位
    Post,
    /// 经办人
    Clerk,
    /// 联系电话
    Phone,
}

use UnitColumn as Column;

impl TableColumn for UnitColumn {
    fn all() -> &'static [Self] {
        &[
            Self::Unit,
            Self::Leader,
            Self::Post,
            Self::Clerk,
            Self::Phone,
        ]
    }

    fn header(self) -> &'static str {
        match self {
            Self::Unit => "单位",
            Self::Leader => "责任领导",
            Self::Post => "责任岗位",
            Self::Clerk => "经办人",
            Self::Phone => "联系电话",
        }
    }

    fn of_header(text: &str) -> Option<Self> {
        let known = Self::all().iter().find(|column| column.header() == text);
        known.copied().or(match text {
            "unit" => Some(Self::Unit),
            "leader" => Some(Self::Leader),
            "post" => Some(Self::Post),
            "clerk" => Some(Self::Clerk),
            "phone" => Some(Self::Phone),
            _ => None,
        })
    }

    fn synonyms() -> &'static [(&'static str, Self)] {
        &[
            ("单位名称", Self::Unit),
            ("承办单位", Self::Unit),
            ("分管领导", Self::Leader),
            ("责任科室", Self::Post),
            ("承办人", Self::Clerk),
            ("联系人", Self::Clerk),
            ("电话", Self::Phone),
        ]
    }

    fn ambiguous() -> &'static [&'static str] {
        &["序号", "编号", "职务", "责任人", "负责人"]
    }
}

/// Plans the import of a roster of units.
///
/// # Errors
/// The bytes are no table, or its headers are not understood.
pub fn units(
    bytes: &[u8],
    mapping: &Mapping,
    book: &Book,
    options: &Options,
) -> Result<RosterPlan<UnitColumn>, FileError> {
    let mut seen = BTreeMap::new();
    planned(bytes, mapping, book, options, Column::Unit, |read, book| {
        place(read, book, options, &mut seen)
    })
}

fn place(
    read: &ReadRow<'_, Column>,
    book: &Book,
    options: &Options,
    seen: &mut BTreeMap<Name, u64>,
) -> Placed<Column> {
    let mut cells = Cells::new(read.line, read.cells);
    let unit = cells.take(Column::Unit, name);
    let post = PostWish {
        post: cells.take(Column::Post, name),
        leader: cells.take(Column::Leader, name),
        clerk: cells.take(Column::Clerk, name),
        phone: cells.take(Column::Phone, name),
    };
    let errors = cells.errors();
    if !errors.is_empty() {
        return Placed::Wrong(errors.into_iter().map(RosterReason::Cell).collect());
    }
    let Some(unit) = unit else {
        return Placed::Wrong(vec![RosterReason::Missing(Column::Unit)]);
    };
    if let Some(first) = seen.insert(unit.clone(), read.line) {
        return Placed::Wrong(vec![RosterReason::Twice { first }]);
    }
    let said = post != PostWish::default();
    let on = options.today;
    let Some(known) = book.office().unit(&unit) else {
        let post = said.then_some(post);
        return Placed::New(on, Command::AddUnit { unit, post }, Vec::new());
    };
    let Some(held) = known.post_on(on) else {
        return if said {
            Placed::New(on, Command::FillPost { unit, post }, Vec::new())
        } else {
            Placed::Same
        };
    };
    let words = |name: &Option<Name>| name.as_ref().map(Name::to_string);
    differences(
        read.cells,
        &[
            (Column::Leader, words(&held.leader), words(&post.leader)),
            (Column::Post, words(&held.post), words(&post.post)),
            (Column::Clerk, words(&held.clerk), words(&post.clerk)),
            (Column::Phone, words(&held.phone), words(&post.phone)),
        ],
    )
}
