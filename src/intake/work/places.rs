//! Lists of groups and of homes, stations and contact points.

use super::{names, people};
use crate::domain::book::Book;
use crate::domain::command::{Command, RosterWish};
use crate::domain::event::StationKind;
use crate::intake::cell::{Cells, date, name};
use crate::intake::columns::columns;
use crate::intake::ledger::FileError;
use crate::intake::mapping::Mapping;
use crate::intake::plan::Options;
use crate::intake::roster::{Placed, ReadRow, RosterPlan, RosterReason, planned};
use crate::intake::values::flag;
use crate::intake::values::of_words;
use crate::words;

columns! {
    /// A column of a list of groups.
    GroupColumn {
        Group => "小组", "group", "小组名称", "代表小组";
        Professional => "专业", "professional", "专业小组";
        Station => "家站", "station", "活动阵地";
        Members => "成员", "members", "代表";
        From => "起始日期", "from", "成立日期";
    }
    ambiguous ["序号", "编号", "组长", "人数"]
}

columns! {
    /// A column of a list of homes, stations and contact points.
    StationColumn {
        Station => "家站", "station", "名称", "家站名称";
        Kind => "种类", "kind", "家站种类";
        Place => "地点", "place", "地址";
        Heads => "负责人", "heads";
        Informants => "信息员", "informants";
        From => "起始日期", "from", "成立日期";
    }
    ambiguous ["序号", "编号", "电话", "人数"]
}

/// Plans the import of a list of groups.
///
/// # Errors
/// The bytes are no table, or its headers are not understood.
pub fn groups(
    bytes: &[u8],
    mapping: &Mapping,
    book: &Book,
    options: &Options,
) -> Result<RosterPlan<GroupColumn>, FileError> {
    use GroupColumn as Column;
    planned(
        bytes,
        mapping,
        book,
        options,
        Column::Group,
        |read, book| {
            let mut cells = Cells::new(read.line, read.cells);
            let group = cells.take(Column::Group, name);
            let professional = cells.take(Column::Professional, flag);
            let station = cells.take(Column::Station, name);
            let deputies = cells.take(Column::Members, names);
            let on = cells.take(Column::From, date).unwrap_or(options.today);
            if let Some(wrong) = wrong(cells) {
                return wrong;
            }
            let Some(group) = group else {
                return Placed::Wrong(vec![RosterReason::Missing(Column::Group)]);
            };
            let deputies = match people(book, deputies) {
                Ok(deputies) => deputies,
                Err(refusal) => return Placed::Wrong(vec![RosterReason::Refused(refusal)]),
            };
            if book.office().group_entered(&group).is_some() {
                return Placed::Same;
            }
            let add = RosterWish::AddGroup {
                group,
                professional: professional.unwrap_or(false),
                station,
                deputies,
            };
            Placed::New(on, Command::Roster(add), Vec::new())
        },
    )
}

/// Plans the import of a list of stations.
///
/// # Errors
/// The bytes are no table, or its headers are not understood.
pub fn stations(
    bytes: &[u8],
    mapping: &Mapping,
    book: &Book,
    options: &Options,
) -> Result<RosterPlan<StationColumn>, FileError> {
    use StationColumn as Column;
    let place = |read: &ReadRow<'_, Column>, book: &Book| {
        let mut cells = Cells::new(read.line, read.cells);
        let station = cells.take(Column::Station, name);
        let kind = cells.take(Column::Kind, |cell| {
            of_words(words::parse_station_kind, cell)
        });
        let place = cells.take(Column::Place, name);
        let keepers = [Column::Heads, Column::Informants].map(|column| cells.take(column, names));
        let on = cells.take(Column::From, date).unwrap_or(options.today);
        if let Some(wrong) = wrong(cells) {
            return wrong;
        }
        let Some(station) = station else {
            return Placed::Wrong(vec![RosterReason::Missing(Column::Station)]);
        };
        let [Ok(heads), Ok(informants)] = keepers.clone().map(|typed| people(book, typed)) else {
            let refused = keepers.into_iter();
            let refused = refused.filter_map(|typed| people(book, typed).err());
            return Placed::Wrong(refused.map(RosterReason::Refused).collect());
        };
        if book.office().station(&station).is_some() {
            return Placed::Same;
        }
        let add = RosterWish::AddStation {
            station,
            kind: kind.unwrap_or(StationKind::Station),
            place,
            heads,
            informants,
        };
        Placed::New(on, Command::Roster(add), Vec::new())
    };
    planned(bytes, mapping, book, options, Column::Station, place)
}

fn wrong<C: crate::intake::header::TableColumn>(cells: Cells<'_, C>) -> Option<Placed<C>> {
    let errors = cells.errors();
    let reasons = errors.into_iter().map(RosterReason::Cell);
    let reasons: Vec<_> = reasons.collect();
    (!reasons.is_empty()).then_some(Placed::Wrong(reasons))
}
