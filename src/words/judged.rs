//! What a rating is about, said before it is asked for: the suggestion, its reply, its promises.

use super::{Lang, case_titled, date, say};
use crate::domain::book::{Book, Case};

/// How much of a reply is shown.
const LETTERS_MOST: usize = 200;

/// The case, its last reply and what was promised, a line each.
pub fn to_be_judged(lang: Lang, book: &Book, case: &Case) -> Vec<String> {
    let mut lines = vec![case_titled(lang, book, case)];
    if let Some(reply) = case.reply() {
        let said = reply.text.as_ref().or(reply.reason.as_ref());
        let texts = book.texts();
        let said = said.map(|text| begun(texts.words(text)));
        let said = said.unwrap_or_default();
        let (unit, day) = (&reply.unit, date(lang, reply.on));
        let class = case.class().map(ToString::to_string).unwrap_or_default();
        lines.push(say(
            lang,
            format!("  {unit} {day}答复({class}): {said}"),
            format!("  {unit} replied on {day} ({class}): {said}"),
        ));
    }
    for promise in &case.commitments {
        let texts = book.texts();
        let (words, due) = (texts.words(&promise.promise), date(lang, promise.due));
        lines.push(say(
            lang,
            format!("  承诺: {words}({due}前)"),
            format!("  promised by {due}: {words}"),
        ));
    }
    lines
}

/// The beginning of a text, on one line.
fn begun(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LETTERS_MOST) {
        Some((end, _)) => format!("{}……", &line[..end]),
        None => line,
    }
}
