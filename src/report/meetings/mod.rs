//! Meetings: the list, one of them whole, the sheet on which a hand-over meeting is signed in, and
//! the counted report.
//!
//! Refuses: to judge.

mod counted;

pub use counted::report;

use std::collections::BTreeMap;

use super::cell::{Cell, Tone};
use super::document::Document;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::{Deliberation, Meeting};
use crate::domain::deadline::deliberation_due;
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::terms::{CaseId, DeliberationId, MeetingId, Name, Text};
use crate::words::{self, Label, Word, WorkLabel};

/// Every meeting, in the order they were entered.
pub fn list(outlook: &Outlook) -> Document {
    let all: Vec<(MeetingId, &Meeting)> = outlook.book.meetings().iter().collect();
    let title = WorkLabel::Meetings.word(outlook.lang);
    Document::of_rows(
        "meeting.list",
        title,
        outlook.basis(),
        vec![sheet(outlook, &all)],
    )
    .with_foot(vec![words::foot_count(outlook.lang, all.len())])
}

/// One meeting: agenda and papers, who was there, decisions with what became of them, the opinions
/// of its deliberation, the minutes.
///
/// # Errors
/// No such meeting.
pub fn show(outlook: &Outlook, id: MeetingId) -> Result<Document, Refusal> {
    let lang = outlook.lang;
    let meeting = known(outlook, id)?;
    let columns = vec![
        Column::text("item", Label::Item.word(lang)),
        Column::text("detail", Label::Detail.word(lang)),
    ];
    let mut items = Sheet::new("particulars", Label::Particulars.word(lang), columns);
    let mut item = |key: &'static str, label: &'static str, cell: Cell| {
        if cell != Cell::Empty {
            items.push(vec![Cell::word(key, label), cell]);
        }
    };
    let texts = |all: &[Text]| match all.is_empty() {
        true => Cell::Empty,
        false => Cell::List(all.iter().map(|text| words_of(outlook, text)).collect()),
    };
    item(
        "agenda",
        WorkLabel::Agenda.word(lang),
        texts(&meeting.called.agenda),
    );
    item(
        "papers",
        WorkLabel::MeetingPapers.word(lang),
        texts(&meeting.called.papers),
    );
    if let Some(held) = &meeting.held {
        item(
            "present",
            WorkLabel::Present.word(lang),
            Cell::names(&held.present),
        );
        item(
            "units",
            WorkLabel::SignedIn.word(lang),
            Cell::names(&held.units),
        );
        item(
            "absent",
            WorkLabel::Absent.word(lang),
            Cell::names(&held.absent),
        );
        let note = held.note.as_ref().map(|note| words_of(outlook, note));
        item("note", Label::Note.word(lang), note.into());
    }
    if let Some(minutes) = &meeting.minutes {
        let text = words_of(outlook, &minutes.text);
        item("minutes", WorkLabel::Minutes.word(lang), text.into());
        item(
            "signer",
            Label::Signer.word(lang),
            Cell::name(minutes.signer.as_ref()),
        );
    }
    let given = outlook.book.meetings().deliberations();
    let given: Vec<_> = given.filter(|(_, d)| d.given.meeting == id).collect();
    let sheets = vec![
        sheet(outlook, &[(id, meeting)]),
        items,
        decisions(outlook, meeting),
        deliberations(outlook, &given),
    ];
    let title = meeting.called.title.as_str().to_owned();
    Ok(Document::of_rows("meeting", title, outlook.basis(), sheets))
}

/// The sheet of a hand-over meeting: every unit that got cases by its day, how many, who answers
/// for it, whether it signed in, and room for a name by hand.
///
/// # Errors
/// No such meeting.
pub fn sign_in(outlook: &Outlook, id: MeetingId) -> Result<Document, Refusal> {
    let lang = outlook.lang;
    let meeting = known(outlook, id)?;
    let day = meeting.called.day;
    let mut units: BTreeMap<Name, Vec<CaseId>> = BTreeMap::new();
    for case in outlook.book.walk().filter(|case| case.counts()) {
        let given = case.assignment().filter(|given| given.on <= day);
        for unit in given.into_iter().flat_map(|given| given.to.units()) {
            units.entry(unit.clone()).or_default().push(case.id);
        }
    }
    let columns = vec![
        Column::text("unit", Label::Unit.word(lang)),
        Column::number("cases", Label::Count.word(lang)),
        Column::text("leader", Label::Leader.word(lang)),
        Column::text("clerk", Label::Clerk.word(lang)),
        Column::text("signed_in", WorkLabel::SignedIn.word(lang)),
        Column::text("signature", WorkLabel::Signature.word(lang)),
    ];
    let mut sheet = Sheet::new("sign_in", WorkLabel::SignInSheet.word(lang), columns);
    let signed = meeting.held.iter().flat_map(|held| &held.units);
    let signed: Vec<&Name> = signed.collect();
    for (unit, cases) in units {
        let post = outlook.book.office().unit(&unit);
        let post = post.and_then(|known| known.post_on(day));
        sheet.push(vec![
            unit.as_str().into(),
            cases.len().into(),
            Cell::name(post.and_then(|post| post.leader.as_ref())),
            Cell::name(post.and_then(|post| post.clerk.as_ref())),
            match signed.contains(&&unit) {
                true => Cell::toned("yes", WorkLabel::SignedIn.word(lang), Tone::Good),
                false => Cell::Empty,
            },
            Cell::Empty,
        ]);
    }
    let title = format!(
        "{} {}",
        meeting.called.title,
        WorkLabel::SignInSheet.word(lang)
    );
    Ok(Document::of_rows(
        "meeting.sheet",
        title,
        outlook.basis(),
        vec![sheet],
    ))
}

fn known<'a>(outlook: &Outlook<'a>, id: MeetingId) -> Result<&'a Meeting, Refusal> {
    outlook
        .book
        .meetings()
        .get(id)
        .ok_or_else(|| Refusal::NotFound {
            thing: Thing::Meeting,
            word: id.to_string(),
            near: Vec::new(),
        })
}

fn words_of(outlook: &Outlook, text: &Text) -> String {
    outlook.book.texts().words(text).to_owned()
}

fn sheet(outlook: &Outlook, meetings: &[(MeetingId, &Meeting)]) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::number("meeting", Label::Number.word(lang)),
        Column::text("kind", Label::Kind.word(lang)),
        Column::text("title", WorkLabel::Meeting.word(lang)),
        Column::date("day", Label::Date.word(lang)),
        Column::text("place", Label::Place.word(lang)),
        Column::text("state", Label::State.word(lang)),
        Column::number("present", WorkLabel::Present.word(lang)),
        Column::number("decisions", WorkLabel::Decisions.word(lang)),
    ];
    let mut sheet = Sheet::new("meetings", WorkLabel::Meetings.word(lang), columns);
    for (id, meeting) in meetings {
        let held = meeting.held.as_ref();
        let present = held.map(|held| held.present.len());
        sheet.push(vec![
            id.0.into(),
            meeting.called.kind.word(lang).into(),
            meeting.called.title.as_str().into(),
            meeting.called.day.into(),
            Cell::name(meeting.called.place.as_ref()),
            Cell::word(meeting.state().key(), meeting.state().word(lang)),
            present.map_or(Cell::Empty, Cell::from),
            meeting.decisions.len().into(),
        ]);
    }
    sheet
}

/// What was decided, and on which suggestions and projects.
fn decisions(outlook: &Outlook, meeting: &Meeting) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("about", WorkLabel::DecidedOn.word(lang)),
        Column::text("what", Label::Detail.word(lang)),
        Column::text("cases", Label::Cases.word(lang)),
        Column::text("projects", WorkLabel::Projects.word(lang)),
        Column::text("votes", WorkLabel::Votes.word(lang)),
    ];
    let mut sheet = Sheet::new("decisions", WorkLabel::Decisions.word(lang), columns);
    for decided in &meeting.decisions {
        let case = |id: &CaseId| words::plain_label(outlook.book, *id);
        let cases: Vec<String> = decided.cases.iter().map(case).collect();
        let projects = decided.projects.iter().map(ToString::to_string);
        let list = |items: Vec<String>| match items.is_empty() {
            true => Cell::Empty,
            false => Cell::List(items),
        };
        let votes = decided.yes.map(|yes| {
            let (no, abstained) = (decided.no.unwrap_or(0), decided.abstained.unwrap_or(0));
            format!("{yes}/{no}/{abstained}")
        });
        sheet.push(vec![
            decided.about.word(lang).into(),
            words_of(outlook, &decided.what).into(),
            list(cases),
            list(projects.collect()),
            votes.into(),
        ]);
    }
    sheet
}

/// Opinions of deliberations with their clocks and answers.
fn deliberations(outlook: &Outlook, given: &[(DeliberationId, &Deliberation)]) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::number("deliberation", Label::Number.word(lang)),
        Column::date("given", Label::Date.word(lang)),
        Column::text("unit", Label::Unit.word(lang)),
        Column::text("text", WorkLabel::Deliberation.word(lang)),
        Column::date("due", Label::Due.word(lang)),
        Column::date("answered", Label::Replied.word(lang)),
        Column::text("answer", WorkLabel::Answer.word(lang)),
        Column::number("meeting", WorkLabel::Meeting.word(lang)),
    ];
    let mut sheet = Sheet::new(
        "deliberations",
        WorkLabel::Deliberations.word(lang),
        columns,
    );
    for (id, deliberation) in given {
        let due = deliberation_due(outlook.book, deliberation, outlook.as_of);
        let answer = deliberation.answered.as_ref();
        sheet.push(vec![
            id.0.into(),
            deliberation.given.on.into(),
            deliberation.given.unit.as_str().into(),
            words_of(outlook, &deliberation.given.text).into(),
            due.map(|clock| clock.due()).into(),
            answer.map(|answer| answer.on).into(),
            answer.map(|answer| words_of(outlook, &answer.text)).into(),
            deliberation.given.meeting.0.into(),
        ]);
    }
    sheet
}
