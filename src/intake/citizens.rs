//! A register of citizens and households (群众、联系户): one row a person. What stands in its private
//! columns goes beside the journal, sealed; the plan holds no word of it.
//!
//! Refuses: to name a private cell in a reason, or to show in what a row differs from what is known.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::cell::{Cells, date, name, text};
use super::columns::columns;
use super::ledger::FileError;
use super::mapping::Mapping;
use super::plan::Options;
use super::roster::{
    Placed, ReadRow, RosterDifference, RosterPlan, RosterReason, RosterVerdict, planned,
};
use crate::domain::book::Book;
use crate::domain::command::{CitizenWish, Command};
use crate::domain::decide::namesakes;
use crate::domain::event::Event;
use crate::domain::terms::{CitizenId, Name, Particulars, Sealed};

columns! {
    /// A column of a register of citizens.
    CitizenColumn {
        Name => "姓名", "name", "户主", "户主姓名", "群众姓名", "选民姓名", "联系户";
        Phone => "电话", "phone", "联系电话", "手机", "手机号", "手机号码", "电话号码";
        Address => "住址", "address", "家庭住址", "家庭地址", "地址", "详细地址";
        Identity => "身份证号", "identity", "身份证", "身份证号码", "公民身份号码";
        Household => "家庭情况", "household", "家庭成员", "家庭人口", "基本情况";
        Note => "备注", "note", "说明";
        Deputy => "结对代表", "deputy", "联系代表", "包户代表", "代表";
        Recorded => "登记日期", "recorded", "建档日期";
    }
    ambiguous ["序号", "编号", "日期", "时间", "小组", "单位"]
}

use CitizenColumn as Column;

/// The particulars that are known, and chance for the salts of new ones.
pub struct Apart<'a> {
    /// The rows that the journal names.
    pub known: &'a [Sealed],
    /// Chance.
    pub chance: &'a [u8],
}

/// Plans the import of a register of citizens: the plan, and the rows that must stand beside the
/// journal before its lines are written.
///
/// # Errors
/// The bytes are no table, or its headers are not understood.
pub fn citizens(
    bytes: &[u8],
    mapping: &Mapping,
    book: &Book,
    options: &Options,
    apart: &Apart,
) -> Result<(RosterPlan<CitizenColumn>, Vec<Sealed>), FileError> {
    let rows = RefCell::new(apart.known.to_vec());
    let mut namesakes = BTreeMap::new();
    let mut plan = planned(
        bytes,
        mapping,
        book,
        options,
        Column::Deputy,
        |read, book| {
            let placed = place(read, book, options, (apart.chance, &rows));
            namesakes.insert(read.line, alike(book, &rows.borrow()));
            placed
        },
    )?;
    for row in plan
        .rows
        .iter_mut()
        .filter(|row| row.verdict == RosterVerdict::New)
    {
        row.namesakes = namesakes.remove(&row.line).unwrap_or_default();
    }
    let lines = plan.lines.iter().flat_map(|line| &line.events);
    let named = lines.filter_map(|event| {
        let Event::CitizenRecorded(fact) = event else {
            return None;
        };
        Some(fact.citizen)
    });
    let named: Vec<CitizenId> = named.collect();
    let mut rows = rows.into_inner();
    rows.retain(|row| named.contains(&row.citizen));
    Ok((plan, rows))
}

fn place(
    read: &ReadRow<'_, Column>,
    book: &Book,
    options: &Options,
    (chance, rows): (&[u8], &RefCell<Vec<Sealed>>),
) -> Placed<Column> {
    let particulars = match particulars(read) {
        Ok(particulars) => particulars,
        Err(reasons) => return Placed::Wrong(reasons),
    };
    let mut cells = Cells::new(read.line, read.cells);
    let on = cells.take(Column::Recorded, date).unwrap_or(options.today);
    let deputy = cells.take(Column::Deputy, name);
    let errors = cells.errors();
    if !errors.is_empty() {
        return Placed::Wrong(errors.into_iter().map(RosterReason::Cell).collect());
    }
    let deputy = deputy.map(|typed| book.office().person_called(&typed));
    let deputy = match deputy.transpose() {
        Ok(deputy) => deputy,
        Err(refusal) => return Placed::Wrong(vec![RosterReason::Refused(refusal)]),
    };
    let on_record = |row: &&Sealed| book.citizens().get(row.citizen).is_some();
    let same = |row: &&Sealed| {
        row.particulars == particulars || row.particulars.is_same_person(&particulars)
    };
    let known = rows.borrow();
    if let Some(known) = known.iter().filter(on_record).find(same) {
        return compared(read, book, known, (&particulars, deputy.as_ref()));
    }
    drop(known);
    let row = Sealed::new(book.next_citizen(), chance, particulars);
    let Some(hash) = row.seal() else {
        return Placed::Wrong(vec![RosterReason::Missing(Column::Name)]);
    };
    // A row whose line was refused left its number free.
    rows.borrow_mut()
        .retain(|other| other.citizen != row.citizen);
    rows.borrow_mut().push(row);
    let wish = CitizenWish::Record { hash, deputy };
    Placed::New(on, Command::Citizens(wish), Vec::new())
}

/// Who bears the name of the row that was put aside last, on record or further up in the file.
fn alike(book: &Book, rows: &[Sealed]) -> Vec<CitizenId> {
    let new = rows.iter().find(|row| row.citizen == book.next_citizen());
    let alike = new.map(|new| namesakes(book, rows, &new.particulars, Some(new.citizen)));
    let alike = alike.unwrap_or_default().into_iter();
    alike.map(|(id, _)| id).collect()
}

/// The private cells, checked as they are when they are typed.
fn particulars(read: &ReadRow<'_, Column>) -> Result<Particulars, Vec<RosterReason<Column>>> {
    let mut unread = Vec::new();
    let mut take = |column: Column, is_long: bool| {
        let cell = read.cells.get(&column)?;
        let fits = match is_long {
            true => text(cell).is_ok(),
            false => name(cell).is_ok(),
        };
        if !fits {
            unread.push(RosterReason::Unread(column));
        }
        fits.then(|| cell.trim().to_owned())
    };
    let particulars = Particulars {
        name: take(Column::Name, false),
        phone: take(Column::Phone, false),
        address: take(Column::Address, false),
        identity: take(Column::Identity, false),
        household: take(Column::Household, true),
        note: take(Column::Note, true),
    };
    if !unread.is_empty() {
        return Err(unread);
    }
    match particulars.name {
        Some(_) => Ok(particulars),
        None => Err(vec![RosterReason::Missing(Column::Name)]),
    }
}

/// Somebody on record: the same, or different in columns that are named, and not in what.
fn compared(
    read: &ReadRow<'_, Column>,
    book: &Book,
    known: &Sealed,
    (said, deputy): (&Particulars, Option<&Name>),
) -> Placed<Column> {
    let columns = [
        (Column::Address, &known.particulars.address, &said.address),
        (
            Column::Identity,
            &known.particulars.identity,
            &said.identity,
        ),
        (
            Column::Household,
            &known.particulars.household,
            &said.household,
        ),
        (Column::Note, &known.particulars.note, &said.note),
    ];
    let hidden = || "***".to_owned();
    let differ = columns
        .into_iter()
        .filter(|(_, ours, theirs)| theirs.is_some() && ours != theirs);
    let mut found: Vec<RosterDifference<Column>> = differ
        .map(|(column, ..)| RosterDifference {
            column,
            ours: hidden(),
            theirs: hidden(),
        })
        .collect();
    let paired = book.citizens().get(known.citizen);
    let paired = paired.and_then(|citizen| Some(&citizen.paired.as_ref()?.deputy));
    if deputy.is_some() && deputy != paired {
        found.push(RosterDifference {
            column: Column::Deputy,
            ours: paired.map(Name::to_string).unwrap_or_default(),
            theirs: read.cells.get(&Column::Deputy).cloned().unwrap_or_default(),
        });
    }
    match found.is_empty() {
        true => Placed::Same,
        false => Placed::Different(found),
    }
}
