//! A register of deputies' activities: one row an activity, with who came and what it brought
//! (`走访选民 300人; 走访企业 20家`).

use std::collections::BTreeMap;

use super::{names, needy, people};
use crate::domain::book::Book;
use crate::domain::command::{ActivityWish, Command, HoldWish, PlanWish};
use crate::domain::terms::{ActivityId, Amount, Date, Name, half_width, parse_integer};
use crate::intake::cell::{Cells, Why, date, name, text, title};
use crate::intake::columns::columns;
use crate::intake::ledger::FileError;
use crate::intake::mapping::Mapping;
use crate::intake::plan::Options;
use crate::intake::roster::{Placed, ReadRow, RosterPlan, RosterReason, planned};
use crate::intake::values::of_words;
use crate::words;

columns! {
    /// A column of a register of activities.
    ActivityColumn {
        Title => "活动名称", "title", "活动", "名称", "内容";
        Kind => "种类", "kind", "活动种类", "活动类型";
        Day => "日期", "day", "活动日期", "时间", "举行日期";
        Last => "结束日期", "last";
        Place => "地点", "place", "活动地点", "家站";
        Group => "小组", "group", "代表小组";
        Invited => "邀请代表", "invited";
        Attended => "参加代表", "attended", "出席代表", "参加人";
        Others => "其他人数", "others", "群众人数";
        Leave => "请假代表", "leave", "请假";
        Results => "成果", "results", "活动成果";
        Note => "说明", "note", "备注";
    }
    ambiguous ["序号", "编号", "单位", "人数"]
}

use ActivityColumn as Column;

/// Plans the import of a register of activities.
///
/// # Errors
/// The bytes are no table, or its headers are not understood.
pub fn activities(
    bytes: &[u8],
    mapping: &Mapping,
    book: &Book,
    options: &Options,
) -> Result<RosterPlan<ActivityColumn>, FileError> {
    let mut seen = BTreeMap::new();
    planned(bytes, mapping, book, options, Column::Title, |read, now| {
        // A row that is there twice, cell by cell, is one activity.
        match seen.get(read.cells) {
            Some(first) => Placed::Wrong(vec![RosterReason::Twice { first: *first }]),
            None => {
                seen.insert(read.cells.clone(), read.line);
                place(read, now, book, options)
            }
        }
    })
}

fn place(
    read: &ReadRow<'_, Column>,
    book: &Book,
    before: &Book,
    options: &Options,
) -> Placed<Column> {
    let mut cells = Cells::new(read.line, read.cells);
    let named = cells.take(Column::Title, title);
    let kind = cells.take(Column::Kind, |cell| {
        of_words(words::parse_activity_kind, cell)
    });
    let day = cells.take(Column::Day, date).unwrap_or(options.today);
    let last = cells.take(Column::Last, date);
    let group = cells.take(Column::Group, name);
    let (place, invited) = (
        cells.take(Column::Place, name),
        cells.take(Column::Invited, names),
    );
    let (attended, leave) = (
        cells.take(Column::Attended, names),
        cells.take(Column::Leave, names),
    );
    let others = cells.take(Column::Others, count);
    let note = cells.take(Column::Note, text);
    let results = cells.take(Column::Results, results).unwrap_or_default();
    let errors = cells.errors();
    if !errors.is_empty() {
        return Placed::Wrong(errors.into_iter().map(RosterReason::Cell).collect());
    }
    let came = attended.as_ref().is_some_and(|names| !names.is_empty()) || others.unwrap_or(0) > 0;
    // What was there to say of an activity that nobody came to would be lost.
    let left = [Column::Leave, Column::Note, Column::Results];
    let lost = needy(read.cells, Column::Attended, &left);
    if !came && !lost.is_empty() {
        return Placed::Wrong(lost);
    }
    let named_people = [invited, attended, leave].map(|typed| people(book, typed));
    let [Ok(invited), Ok(attended), Ok(leave)] = named_people else {
        let refused = named_people.into_iter().filter_map(Result::err);
        return Placed::Wrong(refused.map(RosterReason::Refused).collect());
    };
    let held = HoldWish {
        attended,
        others,
        leave,
        note,
    };
    let (named, kind) = match (named, kind) {
        (Some(named), Some(kind)) => (named, kind),
        (None, _) => return Placed::Wrong(vec![RosterReason::Missing(Column::Title)]),
        (_, None) => return Placed::Wrong(vec![RosterReason::Missing(Column::Kind)]),
    };
    let mut known = before.activities().iter().map(|(_, a)| &a.planned);
    if known.any(|p| p.kind == kind && p.day == day && p.group == group && p.title == named) {
        return Placed::Same;
    }
    let on = last.unwrap_or(day);
    let plan = PlanWish {
        kind,
        title: named,
        day: Some(day),
        last,
        place,
        group,
        invited,
        held: came.then_some(held),
    };
    Placed::Several(wishes(on, book.next_activity(), plan, results))
}

/// The plan, and what came of it.
fn wishes(
    on: Date,
    activity: ActivityId,
    plan: PlanWish,
    results: Vec<(Name, Amount, Name)>,
) -> Vec<(Date, Command)> {
    let counted = results
        .into_iter()
        .map(|(what, amount, measure)| ActivityWish::Count {
            activity,
            what,
            amount,
            measure,
        });
    let wishes = std::iter::once(ActivityWish::Plan(plan)).chain(counted);
    wishes.map(|wish| (on, Command::Activities(wish))).collect()
}

fn count(cell: &str) -> Result<u32, Why> {
    let cell = half_width(cell);
    parse_integer(cell.trim_end_matches(['人', '名']).trim()).ok_or(Why::NotANumber)
}

/// `走访选民 300人; 走访企业 20家`
fn results(cell: &str) -> Result<Vec<(Name, Amount, Name)>, Why> {
    let cell = half_width(cell);
    let pieces = cell.split(['、', ',', ';', '\n']);
    let pieces = pieces.map(str::trim).filter(|piece| !piece.is_empty());
    let one = |piece: &str| {
        let digit = |c: char| c.is_ascii_digit();
        let begin = piece.find(digit).ok_or(Why::NotANumber)?;
        let (what, rest) = piece.split_at(begin);
        let end = rest
            .find(|c: char| !digit(c) && c != '.')
            .unwrap_or(rest.len());
        let (amount, measure) = rest.split_at(end);
        let amount = amount.parse().map_err(Why::Text)?;
        Ok((name(what.trim())?, amount, name(measure.trim())?))
    };
    pieces.map(one).collect()
}
