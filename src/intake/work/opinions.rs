//! A ledger of citizens' opinions: one row an opinion, from the day it was heard to the suggestions
//! it became. Who said it is no column: names of citizens are entered one by one, apart.

use std::collections::BTreeMap;

use super::needy;
use crate::domain::book::Book;
use crate::domain::command::{CollectWish, Command, OpinionWish};
use crate::domain::event::Channel;
use crate::domain::refusal::Refusal;
use crate::domain::terms::{CaseList, Date, Name, Text};
use crate::intake::cell::{Cells, Why, date, name, text};
use crate::intake::columns::columns;
use crate::intake::ledger::FileError;
use crate::intake::mapping::Mapping;
use crate::intake::plan::Options;
use crate::intake::roster::{Placed, ReadRow, RosterPlan, RosterReason, planned};
use crate::intake::values::of_words;
use crate::words;

columns! {
    /// A column of a ledger of opinions.
    OpinionColumn {
        Text => "内容", "text", "反映内容", "群众反映问题", "问题";
        Heard => "收集日期", "heard", "日期", "收集时间", "反映日期";
        Channel => "渠道", "channel", "收集渠道", "收集方式";
        Place => "地点", "place";
        Station => "家站", "station", "代表家站", "联络站";
        Collector => "收集人", "collector", "收集代表", "代表";
        Category => "类别", "category";
        Draft => "法规草案", "draft", "草案";
        Answer => "答复", "answer", "答复内容", "当场答复";
        Answered => "答复日期", "answered";
        PassedTo => "转交单位", "passed_to", "转交";
        Passed => "转交日期", "passed";
        Cases => "转为建议", "cases", "建议编号", "形成建议";
        Raised => "转为建议日期", "raised";
    }
    ambiguous ["序号", "编号", "单位", "姓名", "电话", "备注"]
}

use OpinionColumn as Column;

/// Plans the import of a ledger of opinions.
///
/// # Errors
/// The bytes are no table, or its headers are not understood.
pub fn opinions(
    bytes: &[u8],
    mapping: &Mapping,
    book: &Book,
    options: &Options,
) -> Result<RosterPlan<OpinionColumn>, FileError> {
    // What the file tells twice is two opinions; what is on record as often is the same.
    let mut seen = BTreeMap::new();
    planned(bytes, mapping, book, options, Column::Text, |read, now| {
        place(read, now, book, options, &mut seen)
    })
}

/// What an opinion is known by.
type Known = (Date, Channel, Option<String>, String);

fn place(
    read: &ReadRow<'_, Column>,
    book: &Book,
    before: &Book,
    options: &Options,
    seen: &mut BTreeMap<Known, usize>,
) -> Placed<Column> {
    let mut cells = Cells::new(read.line, read.cells);
    let said = cells.take(Column::Text, text);
    let on = cells.take(Column::Heard, date).unwrap_or(options.today);
    let channel = cells.take(Column::Channel, |cell| of_words(words::parse_channel, cell));
    let collector = cells.take(Column::Collector, name);
    let collector = match collector
        .map(|typed| book.office().person_called(&typed))
        .transpose()
    {
        Ok(collector) => collector,
        Err(refusal) => return Placed::Wrong(vec![RosterReason::Refused(refusal)]),
    };
    let wish = CollectWish {
        channel: channel.unwrap_or(Channel::Visit),
        place: cells.take(Column::Place, name),
        station: cells.take(Column::Station, name),
        collector,
        category: cells.take(Column::Category, name),
        draft: cells.take(Column::Draft, name),
        citizen: None,
        text: match &said {
            Some(said) => said.clone(),
            None => return missing(cells, Column::Text),
        },
        answer: None,
    };
    let became = Became::read(&mut cells, on);
    let errors = cells.errors();
    if !errors.is_empty() {
        return Placed::Wrong(errors.into_iter().map(RosterReason::Cell).collect());
    }
    if channel.is_none() {
        return Placed::Wrong(vec![RosterReason::Missing(Column::Channel)]);
    }
    let lost = lost(read);
    if !lost.is_empty() {
        return Placed::Wrong(lost);
    }
    let known = known(before, on, &wish);
    let times = seen.entry(known.clone()).or_default();
    *times += 1;
    if *times <= on_record(before, &known) {
        return Placed::Same;
    }
    match became.wishes(book, on, wish) {
        Ok(wishes) => Placed::Several(wishes),
        Err(refusal) => Placed::Wrong(vec![RosterReason::Refused(refusal)]),
    }
}

/// What became of it, each with its day.
struct Became {
    answer: Option<Text>,
    answered: Date,
    passed_to: Option<Name>,
    passed: Date,
    cases: Option<CaseList>,
    raised: Date,
}

impl Became {
    fn read(cells: &mut Cells<'_, Column>, on: Date) -> Self {
        Self {
            answer: cells.take(Column::Answer, text),
            answered: cells.take(Column::Answered, date).unwrap_or(on),
            passed_to: cells.take(Column::PassedTo, name),
            passed: cells.take(Column::Passed, date).unwrap_or(on),
            cases: cells.take(Column::Cases, |cell| {
                cell.parse::<CaseList>().map_err(|_| Why::NotANumber)
            }),
            raised: cells.take(Column::Raised, date).unwrap_or(on),
        }
    }

    /// The opinion and what became of it, a wish each.
    fn wishes(
        self,
        book: &Book,
        on: Date,
        wish: CollectWish,
    ) -> Result<Vec<(Date, Command)>, Refusal> {
        let opinions = || vec![book.next_opinion()];
        let by = wish.collector.clone();
        let mut wishes = vec![(on, OpinionWish::Collect(wish))];
        if let Some(to) = self.passed_to {
            let (opinions, due) = (opinions(), None);
            wishes.push((self.passed, OpinionWish::PassOn { opinions, to, due }));
        }
        if let Some(text) = self.answer {
            let opinions = opinions();
            wishes.push((self.answered, OpinionWish::Answer { opinions, by, text }));
        }
        if let Some(cases) = self.cases {
            let (opinions, cases) = (opinions(), book.find_all(&cases)?);
            wishes.push((self.raised, OpinionWish::Raise { opinions, cases }));
        }
        let wishes = wishes.into_iter();
        Ok(wishes
            .map(|(on, wish)| (on, Command::Opinions(wish)))
            .collect())
    }
}

/// The days of what the row does not tell.
fn lost(read: &ReadRow<'_, Column>) -> Vec<RosterReason<Column>> {
    let pairs = [
        (Column::Answer, Column::Answered),
        (Column::PassedTo, Column::Passed),
        (Column::Cases, Column::Raised),
    ];
    let pairs = pairs.iter();
    pairs
        .flat_map(|(column, by)| needy(read.cells, *column, &[*by]))
        .collect()
}

fn missing(cells: Cells<'_, Column>, column: Column) -> Placed<Column> {
    let errors = cells.errors();
    match errors.is_empty() {
        true => Placed::Wrong(vec![RosterReason::Missing(column)]),
        false => Placed::Wrong(errors.into_iter().map(RosterReason::Cell).collect()),
    }
}

fn known(book: &Book, on: Date, wish: &CollectWish) -> Known {
    let by = wish.collector.as_ref().map(ToString::to_string);
    let said = book.texts().words(&wish.text).to_owned();
    (on, wish.channel, by, said)
}

fn on_record(book: &Book, known: &Known) -> usize {
    let (on, channel, by, said) = known;
    let same = book.opinions().iter().filter(|(_, opinion)| {
        let heard = &opinion.heard;
        heard.on == *on
            && heard.channel == *channel
            && heard.collector.as_ref().map(ToString::to_string) == *by
            && book.texts().words(&heard.text) == said.as_str()
    });
    same.count()
}
