//! What the office counts, the newest first, each with the words by which it is known: projects,
//! activities, opinions, meetings, citizens.
//!
//! Refuses: to name a citizen, who is known by his number and by the deputy who keeps in touch.

use std::fmt::Display;

use super::Choice;
use crate::domain::book::Book;
use crate::domain::terms::{Text, Texts};
use crate::report::seen;
use crate::words::{Lang, Word};

pub(super) fn projects(book: &Book, lang: Lang) -> Vec<Choice> {
    newest_first(book.projects().iter().map(|(id, project)| {
        let stage = project.stage().word(lang);
        told(&id, &project.collected.title, stage)
    }))
}

pub(super) fn activities(book: &Book, lang: Lang) -> Vec<Choice> {
    newest_first(book.activities().iter().map(|(id, activity)| {
        let title = format!("{} {}", activity.day(), activity.planned.title);
        told(&id, &title, activity.state().word(lang))
    }))
}

pub(super) fn opinions(book: &Book, lang: Lang) -> Vec<Choice> {
    newest_first(book.opinions().iter().map(|(id, opinion)| {
        let state = opinion.state(book).word(lang);
        told(&id, &begins(&opinion.heard.text), state)
    }))
}

pub(super) fn meetings(book: &Book, lang: Lang) -> Vec<Choice> {
    newest_first(book.meetings().iter().map(|(id, meeting)| {
        let title = format!("{} {}", meeting.called.day, meeting.called.title);
        told(&id, &title, meeting.state().word(lang))
    }))
}

pub(super) fn deliberations(book: &Book) -> Vec<Choice> {
    newest_first(book.meetings().deliberations().map(|(id, opinion)| {
        let text = begins(&opinion.given.text);
        told(&id, &text, &opinion.given.unit)
    }))
}

pub(super) fn citizens(book: &Book) -> Vec<Choice> {
    newest_first(book.citizens().iter().map(|(id, citizen)| {
        let paired = citizen.paired.as_ref();
        let paired = paired.map_or("—", |paired| paired.deputy.as_str());
        told(&id, &citizen.recorded, paired)
    }))
}

pub(super) fn pledges(book: &Book, lang: Lang) -> Vec<Choice> {
    newest_first(book.performance().pledges().map(|(id, pledge)| {
        let promise = begins(&pledge.made.promise);
        let title = format!("{} {promise}", pledge.made.deputy);
        told(&id, &title, pledge.state().word(lang))
    }))
}

fn told(id: &impl ToString, title: &impl Display, state: &(impl Display + ?Sized)) -> Choice {
    Choice::told(id, format!("{title} · {state}"))
}

/// What was entered last is most likely meant.
fn newest_first(all: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let mut all: Vec<Choice> = all.collect();
    all.reverse();
    all
}

/// The beginning of a text on one line, without the numbers of people.
fn begins(text: &Text) -> String {
    const MOST: usize = 40;
    let line = seen(Texts.words(text)).replace('\n', " ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
