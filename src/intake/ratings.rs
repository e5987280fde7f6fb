//! What deputies said of the replies, from a table that somebody kept of the returned forms.
//!
//! Refuses: a rating without its case. A row without a word of the form says nothing: the form has
//! not come back.

use super::cell::{Cells, date, name, text};
use super::header::TableColumn;
use super::ledger::FileError;
use super::mapping::Mapping;
use super::plan::Options;
use super::roster::{Placed, ReadRow, RosterPlan, RosterReason, differences, planned};
use crate::domain::book::{Book, Rating};
use crate::domain::command::{CaseWish, Command, RatingWish};
use crate::domain::event::Rateable;
use crate::domain::terms::{CaseRef, Name};

/// A column of a table of ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RatingColumn {
    /// 编号
    No,
    /// 评价代表
    Deputy,
    /// 满意度
    Rating,
    /// 态度评价
    Attitude,
    /// 结果评价
    Result,
    /// 评价日期
    On,
    /// 意见
    Comment,
}

use RatingColumn as Column;

impl TableColumn for RatingColumn {
    fn all() -> &'static [Self] {
        &[
            Self::No,
            Self::Deputy,
            Self::Rating,
            Self::Attitude,
            Self::Result,
            Self::On,
            Self::Comment,
        ]
    }

    fn header(self) -> &'static str {
        match self {
            Self::No => "编号",
            Self::Deputy => "评价代表",
            Self::Rating => "满意度",
            Self::Attitude => "态度评价",
            Self::Result => "结果评价",
            Self::On => "评价日期",
            Self::Comment => "意见",
        }
    }

    fn of_header(text: &str) -> Option<Self> {
        let known = Self::all().iter().find(|column| column.header() == text);
        known.copied().or(match text {
            "no" => Some(Self::No),
            "deputy" => Some(Self::Deputy),
            "rating" => Some(Self::Rating),
            "attitude" => Some(Self::Attitude),
            "result" => Some(Self::Result),
            "rated" => Some(Self::On),
            "comment" => Some(Self::Comment),
            _ => None,
        })
    }

    fn synonyms() -> &'static [(&'static str, Self)] {
        &[
            ("建议编号", Self::No),
            ("建议号", Self::No),
            ("案号", Self::No),
            ("代表", Self::Deputy),
            ("代表姓名", Self::Deputy),
            ("领衔代表", Self::Deputy),
            ("代表评价", Self::Rating),
            ("总体评价", Self::Rating),
            ("代表满意度", Self::Rating),
            ("是否满意", Self::Rating),
            ("办理态度", Self::Attitude),
            ("办理工作满意度", Self::Attitude),
            ("办理结果满意度", Self::Result),
            ("日期", Self::On),
            ("评价时间", Self::On),
            ("反馈日期", Self::On),
            ("反馈时间", Self::On),
            ("具体意见", Self::Comment),
            ("意见建议", Self::Comment),
            ("不满意原因", Self::Comment),
        ]
    }

    fn ambiguous() -> &'static [&'static str] {
        &["序号", "备注", "标题", "主办单位", "承办单位"]
    }
}

/// Plans the import of ratings.
///
/// # Errors
/// The bytes are no table, or its headers are not understood.
pub fn ratings(
    bytes: &[u8],
    mapping: &Mapping,
    book: &Book,
    options: &Options,
) -> Result<RosterPlan<RatingColumn>, FileError> {
    planned(bytes, mapping, book, options, Column::No, |read, book| {
        place(read, book, options)
    })
}

fn place(read: &ReadRow<'_, Column>, book: &Book, options: &Options) -> Placed<Column> {
    let mut cells = Cells::new(read.line, read.cells);
    let case = cells.take(Column::No, super::ledger::number);
    let on = cells.take(Column::On, date);
    let mut rating = RatingWish {
        deputy: cells.take(Column::Deputy, name),
        of: Rateable::Reply,
        rating: cells.take(Column::Rating, name),
        attitude: cells.take(Column::Attitude, name),
        result: cells.take(Column::Result, name),
        comment: cells.take(Column::Comment, text),
        channel: None,
    };
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
    let words = [&rating.rating, &rating.attitude, &rating.result];
    if words.iter().all(|word| word.is_none()) {
        return match rating.comment {
            None => Placed::Same,
            // What a deputy wrote beside no word would be lost.
            Some(_) => Placed::Wrong(vec![RosterReason::Needs {
                column: Column::Rating,
                by: Column::Comment,
            }]),
        };
    }
    let deputy = rating.deputy.as_ref();
    match deputy.map(|typed| book.office().person_called(typed)) {
        Some(Ok(deputy)) => rating.deputy = Some(deputy),
        Some(Err(refusal)) => return Placed::Wrong(vec![RosterReason::Refused(refusal)]),
        None => {}
    }
    let case = book.case(id);
    let replies = case.map_or(0, |case| case.replies.len());
    let mut known = case.into_iter().flat_map(|case| case.ratings.iter());
    let known = known.rfind(|known| is_meant(known, &rating, replies));
    match known {
        Some(known) => compared(read, &rating, known),
        None => {
            let wish = CaseWish::Rate(Box::new(rating));
            let on = on.unwrap_or(options.today);
            Placed::New(on, Command::on(vec![id], wish), Vec::new())
        }
    }
}

/// The rating on record that a row tells again: the same deputy's, of the same replies.
fn is_meant(known: &Rating, row: &RatingWish, replies: usize) -> bool {
    let same = row.deputy.as_ref().is_none_or(|who| *who == known.deputy);
    same && known.of == row.of && known.replies == replies
}

fn compared(read: &ReadRow<'_, Column>, row: &RatingWish, known: &Rating) -> Placed<Column> {
    let words = |name: &Option<Name>| name.as_ref().map(Name::to_string);
    let on = read.cells.get(&Column::On).and_then(|cell| date(cell).ok());
    differences(
        read.cells,
        &[
            (Column::Rating, words(&known.rating), words(&row.rating)),
            (
                Column::Attitude,
                words(&known.attitude),
                words(&row.attitude),
            ),
            (Column::Result, words(&known.result), words(&row.result)),
            (
                Column::On,
                Some(known.on.to_string()),
                on.map(|day| day.to_string()),
            ),
        ],
    )
}
