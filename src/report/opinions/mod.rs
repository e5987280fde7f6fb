//! Citizens' opinions: the list, one of them whole, and the counted report.
//!
//! Refuses: to judge. Who said an opinion is nowhere on record, so nobody can be named here.

mod counted;

use counted::adopted_words;
pub use counted::report;

use super::cell::{Cell, Tone};
use super::document::Document;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::Opinion;
use crate::domain::deadline::opinion_due;
use crate::domain::event::Subject;
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::terms::{OpinionId, Text};
use crate::words::{self, Label, Word, WorkLabel};

type Heard<'a> = Vec<(OpinionId, &'a Opinion)>;

/// Every opinion, in the order they were entered.
pub fn list(outlook: &Outlook) -> Document {
    let all: Heard = outlook.book.opinions().iter().collect();
    let title = WorkLabel::Opinions.word(outlook.lang);
    let sheet = sheet(outlook, all.iter().copied());
    Document::of_rows("opinion.list", title, outlook.basis(), vec![sheet])
        .with_foot(vec![words::foot_count(outlook.lang, all.len())])
}

/// One opinion: what was said, and every step since.
///
/// # Errors
/// No such opinion.
pub fn show(outlook: &Outlook, id: OpinionId) -> Result<Document, Refusal> {
    let Some(opinion) = outlook.book.opinions().get(id) else {
        return Err(Refusal::NotFound {
            thing: Thing::Opinion,
            word: id.to_string(),
            near: Vec::new(),
        });
    };
    let title = words::subject_label(outlook.lang, Subject::Opinion(id));
    let sheets = vec![
        sheet(outlook, std::iter::once((id, opinion))),
        steps(outlook, opinion),
    ];
    Ok(Document::of_rows("opinion", title, outlook.basis(), sheets))
}

fn text(outlook: &Outlook, text: &Text) -> Cell {
    outlook.book.texts().words(text).to_owned().into()
}

fn cases(outlook: &Outlook, opinion: &Opinion) -> Cell {
    let labels = opinion.cases.keys();
    let labels: Vec<String> = labels
        .map(|id| words::plain_label(outlook.book, *id))
        .collect();
    match labels.is_empty() {
        true => Cell::Empty,
        false => Cell::List(labels),
    }
}

fn sheet<'a>(outlook: &Outlook, heard: impl Iterator<Item = (OpinionId, &'a Opinion)>) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::number("opinion", Label::Number.word(lang)),
        Column::date("heard", WorkLabel::Heard.word(lang)),
        Column::text("channel", WorkLabel::Channel.word(lang)),
        Column::text("place", Label::Place.word(lang)),
        Column::text("station", WorkLabel::Station.word(lang)),
        Column::text("collector", WorkLabel::Collector.word(lang)),
        Column::text("category", Label::Category.word(lang)),
        Column::text("text", WorkLabel::Said.word(lang)),
        Column::text("state", WorkLabel::Standing.word(lang)),
        Column::text("cases", WorkLabel::Became.word(lang)),
        Column::date("due", Label::Due.word(lang)),
    ];
    let mut sheet = Sheet::new("opinions", WorkLabel::Opinions.word(lang), columns);
    for (id, opinion) in heard {
        let due = opinion_due(outlook.book, opinion, outlook.as_of);
        let late = due
            .as_ref()
            .is_some_and(|due| due.is_overdue(outlook.as_of));
        let tone = if late { Tone::Bad } else { Tone::Plain };
        let state = opinion.state(outlook.book).word(lang);
        sheet.push(vec![
            Cell::Integer(i64::from(id.0)),
            opinion.heard.on.into(),
            opinion.heard.channel.word(lang).into(),
            Cell::name(opinion.heard.place.as_ref()),
            Cell::name(opinion.heard.station.as_ref()),
            Cell::name(opinion.heard.collector.as_ref()),
            Cell::name(opinion.heard.category.as_ref()),
            text(outlook, &opinion.heard.text),
            Cell::toned(opinion.state(outlook.book).key(), state, tone),
            cases(outlook, opinion),
            due.map(|clock| clock.due()).into(),
        ]);
    }
    sheet
}

/// What was done about it, in the order of days.
fn steps(outlook: &Outlook, opinion: &Opinion) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::date("on", Label::Date.word(lang)),
        Column::text("step", WorkLabel::Step.word(lang)),
        Column::text("by", WorkLabel::By.word(lang)),
        Column::text("what", Label::Detail.word(lang)),
    ];
    let mut rows: Vec<(crate::domain::terms::Date, WorkLabel, Cell, Cell)> = Vec::new();
    for talk in &opinion.discussions {
        let note = talk
            .note
            .as_ref()
            .map_or(Cell::Empty, |note| text(outlook, note));
        rows.push((
            talk.on,
            WorkLabel::TalkedOver,
            Cell::name(Some(&talk.group)),
            note,
        ));
    }
    for passed in &opinion.passed_on {
        rows.push((
            passed.on,
            WorkLabel::PassedTo,
            Cell::name(Some(&passed.to)),
            passed.due.into(),
        ));
    }
    for answer in &opinion.answers {
        let by = Cell::name(answer.by.as_ref());
        rows.push((
            answer.on,
            WorkLabel::Answer,
            by,
            text(outlook, &answer.text),
        ));
    }
    for (case, on) in &opinion.cases {
        let label = words::case_label(outlook.book, *case);
        rows.push((*on, WorkLabel::Became, Cell::Empty, label.into()));
    }
    for at in &opinion.proposals {
        if let Some(sent) = outlook.book.opinions().proposals().get(*at) {
            let to = Cell::name(Some(&sent.to));
            let proposal = outlook.book.texts().words(&sent.proposal).to_owned();
            rows.push((
                sent.on,
                WorkLabel::SentTo,
                to,
                format!("{}: {proposal}", sent.draft).into(),
            ));
        }
    }
    for outcome in &opinion.outcomes {
        let texts = outlook.book.texts();
        let words = texts.words(&outcome.outcome);
        let adopted = outcome.adopted.map(|_| adopted_words(outcome.adopted));
        let told = match adopted {
            Some(adopted) => format!("{}{}{words}", adopted.word(lang), words::colon(lang)),
            None => words.to_owned(),
        };
        rows.push((outcome.on, WorkLabel::Outcome, Cell::Empty, told.into()));
    }
    rows.sort_by_key(|(on, ..)| *on);
    let mut sheet = Sheet::new("steps", WorkLabel::Steps.word(lang), columns);
    for (on, step, by, what) in rows {
        sheet.push(vec![on.into(), step.word(lang).into(), by, what]);
    }
    sheet
}
