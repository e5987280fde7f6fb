//! What changed in the deputies' work, after a command.

use super::{Lang, Word, fact, list, say};
use crate::domain::book::Book;
use crate::domain::event::{About, Event, OnRecord, Subject};

/// How many are told one by one.
const SUBJECTS_MOST: usize = 3;

/// What one of them is called: `民意12`.
pub fn subject_label(lang: Lang, subject: Subject) -> String {
    match subject {
        Subject::Opinion(id) => say(lang, format!("民意{id}"), format!("opinion {id}")),
        Subject::Activity(id) => say(lang, format!("活动{id}"), format!("activity {id}")),
        Subject::Project(id) => say(lang, format!("项目{id}"), format!("project {id}")),
        Subject::Citizen(id) => say(lang, format!("群众{id}"), format!("citizen {id}")),
        Subject::Meeting(id) => say(lang, format!("会议{id}"), format!("meeting {id}")),
        Subject::Deliberation(id) => {
            say(lang, format!("审议意见{id}"), format!("deliberation {id}"))
        }
        Subject::Pledge(id) => say(lang, format!("承诺{id}"), format!("pledge {id}")),
        Subject::Deed(id) => say(lang, format!("履职登记{id}"), format!("entry {id}")),
    }
}

/// What stands on record, by its number or by its name.
pub(super) fn on_record(lang: Lang, what: &OnRecord) -> String {
    match what {
        OnRecord::Work(subject) => subject_label(lang, *subject),
        OnRecord::Named(name) => name.clone(),
    }
}

/// The numbers of what changed, for scripts.
pub fn changed_work(events: &[Event]) -> Vec<String> {
    let mut seen = Vec::new();
    for subject in events.iter().flat_map(Event::subjects) {
        if !seen.contains(&subject) {
            seen.push(subject);
        }
    }
    seen.into_iter().map(number).collect()
}

fn number(subject: Subject) -> String {
    match subject {
        Subject::Opinion(id) => id.to_string(),
        Subject::Activity(id) => id.to_string(),
        Subject::Project(id) => id.to_string(),
        Subject::Citizen(id) => id.to_string(),
        Subject::Meeting(id) => id.to_string(),
        Subject::Deliberation(id) => id.to_string(),
        Subject::Pledge(id) => id.to_string(),
        Subject::Deed(id) => id.to_string(),
    }
}

/// What a fact changed, and where that stands now.
pub(super) fn work_line(lang: Lang, book: &Book, event: &Event) -> Option<String> {
    let subjects = event.subjects();
    let what = fact(lang, event);
    let Some(first) = subjects.first().copied() else {
        let is_work = matches!(event.about(), About::Work(_));
        return is_work.then(|| say(lang, format!("已记录: {what}"), format!("recorded: {what}")));
    };
    let labels = subjects.iter().take(SUBJECTS_MOST);
    let mut labels = list(
        lang,
        &labels.map(|s| subject_label(lang, *s)).collect::<Vec<_>>(),
    );
    if subjects.len() > SUBJECTS_MOST {
        let all = subjects.len();
        labels += &say(
            lang,
            format!("等 {all} 项"),
            format!(" and others, {all} in all"),
        );
    }
    Some(match state(lang, book, first) {
        Some(state) => say(
            lang,
            format!("已记录 {labels}: {what};现在: {state}"),
            format!("recorded {labels}: {what}; now {state}"),
        ),
        None => say(
            lang,
            format!("已记录 {labels}: {what}"),
            format!("recorded {labels}: {what}"),
        ),
    })
}

fn state(lang: Lang, book: &Book, subject: Subject) -> Option<&'static str> {
    match subject {
        Subject::Opinion(id) => Some(book.opinions().get(id)?.state(book).word(lang)),
        Subject::Activity(id) => Some(book.activities().get(id)?.state().word(lang)),
        Subject::Project(id) => Some(book.projects().get(id)?.stage().word(lang)),
        Subject::Citizen(_) | Subject::Deliberation(_) => None,
        Subject::Meeting(id) => Some(book.meetings().get(id)?.state().word(lang)),
        Subject::Pledge(id) => Some(book.performance().pledge(id)?.state().word(lang)),
        Subject::Deed(_) => None,
    }
}
