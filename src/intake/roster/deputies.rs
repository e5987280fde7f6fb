//! The roster of deputies: one row a seat. Rows of one name at different levels are one person;
//! two rows of one name at the same level are two people, or one row twice.

use std::collections::BTreeMap;

use super::{Placed, ReadRow, RosterPlan, RosterReason, differences, planned};
use crate::domain::book::{Book, Deputy, Mandate};
use crate::domain::command::{Command, Seat};
use crate::domain::terms::{Date, Level, Name};
use crate::intake::cell::{Cells, date, name};
use crate::intake::header::TableColumn;
use crate::intake::ledger::FileError;
use crate::intake::mapping::Mapping;
use crate::intake::open::open;
use crate::intake::plan::Options;
use crate::intake::values::{flag, level};

/// A column of the roster of deputies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeputyColumn {
    /// 姓名
    Name,
    /// 代表证号
    Card,
    /// 小组
    Group,
    /// 级别
    Level,
    /// 选区
    Constituency,
    /// 起始日期
    From,
    /// 终止日期
    To,
    /// 补选
    ByElection,
    /// 性别: no fact carries it
    Gender,
    /// 职务: no fact carries it
    Occupation,
}

use DeputyColumn as Column;

impl TableColumn for DeputyColumn {
    fn all() -> &'static [Self] {
        &[
            Self::Name,
            Self::Card,
            Self::Group,
            Self::Level,
            Self::Constituency,
            Self::From,
            Self::To,
            Self::ByElection,
            Self::Gender,
            Self::Occupation,
        ]
    }

    fn header(self) -> &'static str {
        match self {
            Self::Name => "姓名",
            Self::Card => "代表证号",
            Self::Group => "小组",
            Self::Level => "级别",
            Self::Constituency => "选区",
            Self::From => "起始日期",
            Self::To => "终止日期",
            Self::ByElection => "补选",
            Self::Gender => "性别",
            Self::Occupation => "职务",
        }
    }

    fn of_header(text: &str) -> Option<Self> {
        let known = Self::all().iter().find(|column| column.header() == text);
        known.copied().or(match text {
            "deputy" => Some(Self::Name),
            "card" => Some(Self::Card),
            "group" => Some(Self::Group),
            "level" => Some(Self::Level),
            "constituency" => Some(Self::Constituency),
            "from" => Some(Self::From),
            "to" => Some(Self::To),
            "by_election" => Some(Self::ByElection),
            _ => None,
        })
    }

    fn synonyms() -> &'static [(&'static str, Self)] {
        &[
            ("代表姓名", Self::Name),
            ("代表", Self::Name),
            ("证号", Self::Card),
            ("代表证号码", Self::Card),
            ("代表小组", Self::Group),
            ("所在小组", Self::Group),
            ("代表级别", Self::Level),
            ("所在选区", Self::Constituency),
            ("任职日期", Self::From),
            ("当选日期", Self::From),
            ("工作单位及职务", Self::Occupation),
        ]
    }

    fn ambiguous() -> &'static [&'static str] {
        &["序号", "编号", "代表团", "日期", "时间", "电话", "单位"]
    }
}

/// Plans the import of a roster of deputies.
///
/// # Errors
/// The bytes are no table, or its headers are not understood.
pub fn deputies(
    bytes: &[u8],
    mapping: &Mapping,
    book: &Book,
    options: &Options,
) -> Result<RosterPlan<DeputyColumn>, FileError> {
    let mut seen = BTreeMap::new();
    let unclear = namesakes(bytes, mapping, book)?;
    planned(bytes, mapping, book, options, Column::Name, |read, book| {
        // Neither of two people who cannot be told apart is entered: the other could not come after.
        match unclear.get(&read.line) {
            Some(other) => Placed::Wrong(vec![RosterReason::Namesake { first: *other }]),
            None => place(read, book, options, &mut seen),
        }
    })
}

/// The lines of people whom nothing tells apart from somebody on another line, each with that line.
fn namesakes(
    bytes: &[u8],
    mapping: &Mapping,
    book: &Book,
) -> Result<BTreeMap<u64, u64>, FileError> {
    let (table, header) = open::<Column>(bytes, mapping)?;
    let mut seen = Seen::new();
    let mut unclear = BTreeMap::new();
    for row in &table.rows {
        let cells = header.cells(&row.cells);
        let (line, cells) = (row.line, &cells);
        let Ok(read) = seat_row(&ReadRow { line, cells }, book) else {
            continue;
        };
        let above = seen.entry((read.name.clone(), read.level)).or_default();
        let clash = above
            .iter()
            .find(|(_, before)| *before != read && is_unclear(before, &read));
        if let Some((first, _)) = clash {
            unclear.insert(line, *first);
            unclear.entry(*first).or_insert(line);
        }
        above.push((line, read));
    }
    Ok(unclear)
}

/// Whether two rows of a name and a level are neither two people with their cards nor two terms of one.
fn is_unclear(before: &SeatRow, row: &SeatRow) -> bool {
    let apart = before.card.is_some() && row.card.is_some() && before.card != row.card;
    let later = before.from != row.from && before.card == row.card;
    !apart && !(later && (before.to.is_some() || row.to.is_some()))
}

/// What a row says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SeatRow {
    name: Name,
    card: Option<Name>,
    group: Option<Name>,
    level: Level,
    constituency: Option<Name>,
    from: Option<Date>,
    to: Option<Date>,
    by_election: bool,
}

/// The rows above, by name and level, with their lines.
type Seen = BTreeMap<(Name, Level), Vec<(u64, SeatRow)>>;

fn place(
    read: &ReadRow<'_, Column>,
    book: &Book,
    options: &Options,
    seen: &mut Seen,
) -> Placed<Column> {
    let row = match seat_row(read, book) {
        Ok(row) => row,
        Err(reasons) => return Placed::Wrong(reasons),
    };
    let key = (row.name.clone(), row.level);
    let above = seen.entry(key).or_default();
    if let Some((first, _)) = above.iter().find(|(_, before)| *before == row) {
        return Placed::Wrong(vec![RosterReason::Twice { first: *first }]);
    }
    above.push((read.line, row.clone()));
    let unsaid = [Column::Gender, Column::Occupation];
    let mut not_carried: Vec<Column> = unsaid
        .into_iter()
        .filter(|c| read.cells.contains_key(c))
        .collect();
    let on = row.from.unwrap_or(options.today);
    let seat = Seat {
        level: row.level,
        constituency: row.constituency.clone(),
        from: row.from,
        to: row.to,
        by_election: row.by_election,
    };
    let office = book.office();
    let own = same_person(book, &row);
    match own.and_then(|own| Some((own.clone(), office.deputy(own)?))) {
        None => {
            let add = Command::AddDeputy {
                deputy: row.name,
                card: row.card,
                group: row.group,
                seats: vec![seat],
            };
            Placed::New(on, add, not_carried)
        }
        Some((own, known)) => match held(known, &row) {
            Some(mandate) => compared(read, &row, known, mandate),
            None => {
                // A person has one card and one group on record: those of the first seat.
                let other =
                    |known: &Option<Name>, row: &Option<Name>| row.is_some() && known != row;
                if other(&known.card, &row.card) {
                    not_carried.push(Column::Card);
                }
                if other(&known.group, &row.group) {
                    not_carried.push(Column::Group);
                }
                let give = Command::GiveMandate { deputy: own, seat };
                Placed::New(on, give, not_carried)
            }
        },
    }
}

fn seat_row(read: &ReadRow<'_, Column>, book: &Book) -> Result<SeatRow, Vec<RosterReason<Column>>> {
    let mut cells = Cells::new(read.line, read.cells);
    let named = cells.take(Column::Name, name);
    let card = cells.take(Column::Card, name);
    let group = cells.take(Column::Group, name);
    let level = cells.take(Column::Level, level);
    let constituency = cells.take(Column::Constituency, name);
    let from = cells.take(Column::From, date);
    let to = cells.take(Column::To, date);
    let by_election = cells.take(Column::ByElection, flag);
    let errors = cells.errors();
    if !errors.is_empty() {
        return Err(errors.into_iter().map(RosterReason::Cell).collect());
    }
    Ok(SeatRow {
        name: named.ok_or_else(|| vec![RosterReason::Missing(Column::Name)])?,
        card,
        group,
        level: level.unwrap_or(book.office().level()),
        constituency,
        from,
        to,
        by_election: by_election.unwrap_or(false),
    })
}

/// Whom of the roster a row means: who has that card; else who holds no seat at that level, since a
/// person may have a card for each; else who holds that very seat beside the one whose card is on
/// record; else the one of that name where cards cannot tell.
fn same_person<'a>(book: &'a Book, row: &SeatRow) -> Option<&'a Name> {
    let office = book.office();
    let called = office.people_called(&row.name);
    let known = |name: &&&Name| office.deputy(name);
    let has_card = |name: &&&Name| {
        row.card.is_some() && known(name).is_some_and(|known| known.card == row.card)
    };
    let elsewhere = |name: &&&Name| {
        known(name).is_some_and(|known| known.mandates.iter().all(|m| m.level != row.level))
    };
    let beside = |name: &&&Name| {
        let known =
            known(name).filter(|known| known.mandates.first().map(|m| m.level) != Some(row.level));
        let seat = known.and_then(|known| held(known, row));
        seat.is_some_and(|seat| seat.constituency == row.constituency)
    };
    let untold =
        |name: &&&Name| row.card.is_none() || known(name).is_some_and(|known| known.card.is_none());
    let mut ways = [
        called.iter().find(has_card),
        called.iter().find(elsewhere),
        called.iter().find(beside),
        called.iter().find(untold),
    ]
    .into_iter();
    ways.find_map(|found| found.copied())
}

/// The seat that a row means: the one of that first day, else the one still held.
fn held<'a>(known: &'a Deputy, row: &SeatRow) -> Option<&'a Mandate> {
    let mut seats = known.mandates.iter().filter(|m| m.level == row.level);
    let mut same_day = seats.clone();
    same_day
        .find(|m| Some(m.from) == row.from)
        .or_else(|| seats.rfind(|m| m.to.is_none() || row.from.is_none()))
}

fn compared(
    read: &ReadRow<'_, Column>,
    row: &SeatRow,
    known: &Deputy,
    mandate: &Mandate,
) -> Placed<Column> {
    let first = known.mandates.first().is_some_and(|m| m.level == row.level);
    let of_first = |name: &Option<Name>| name.as_ref().filter(|_| first).map(Name::to_string);
    let words = |name: &Option<Name>| name.as_ref().map(Name::to_string);
    let day = |day: Date| day.to_string();
    differences(
        read.cells,
        &[
            (Column::Card, of_first(&known.card), of_first(&row.card)),
            (Column::Group, of_first(&known.group), of_first(&row.group)),
            (
                Column::Constituency,
                words(&mandate.constituency),
                words(&row.constituency),
            ),
            (Column::From, Some(day(mandate.from)), row.from.map(day)),
            (Column::To, mandate.to.map(day), row.to.map(day)),
        ],
    )
}
