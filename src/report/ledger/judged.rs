//! What came of a case, as cells of its row: what became of the promise, what was said of the reply,
//! how it left the handling.

use super::{RowView, Undated, labels};
use crate::domain::book::Rating;
use crate::domain::event::Event;
use crate::domain::rules::Grade;
use crate::domain::terms::{Name, Text};
use crate::report::Cell;
use crate::words::{Lang, NOT_STATED, Word};

impl RowView<'_> {
    pub(super) fn follow_up(&self) -> Cell {
        let Some(promise) = self.promise() else {
            return Cell::Empty;
        };
        let (on, what, head, note) = match &promise.settled {
            Some(settled) => {
                let head = if settled.kept {
                    "已兑现"
                } else {
                    "未兑现"
                };
                (settled.on, Undated::Settled, head, settled.note.as_ref())
            }
            None => {
                let since = |p: &&crate::domain::book::Progress| p.on >= promise.made;
                match self.case.progress.iter().rfind(since) {
                    Some(last) => (last.on, Undated::Open, "推进中", Some(&last.note)),
                    None => return Cell::Empty,
                }
            }
        };
        let words = match note {
            Some(note) => format!("{head}：{}", self.texts.words(note)),
            None => head.to_owned(),
        };
        self.dated(on, what, &words)
    }

    /// A word of the form; with the deputy's reasons where he is dissatisfied, which have no
    /// column of their own.
    pub(super) fn graded(&self, word: impl Fn(&Rating) -> Option<&Name>) -> Cell {
        let Some((rating, word)) = self.case.rating().and_then(|r| Some((r, word(r)?))) else {
            return Cell::Empty;
        };
        let reasons = rating.comment.as_ref().filter(|_| {
            let counts = rating.headline() == Some(word);
            counts && self.book.grade(rating) == Some(Grade::Dissatisfied)
        });
        match reasons {
            Some(reasons) => format!("{word}：{}", self.texts.words(reasons)).into(),
            None => Cell::name(Some(word)),
        }
    }

    /// Ratings come on returned forms.
    pub(super) fn returned_form(&self) -> Cell {
        match (self.case.rating(), self.case.replied()) {
            (Some(_), _) => labels::flag(true),
            (None, Some(_)) => labels::flag(false),
            (None, None) => Cell::Empty,
        }
    }

    pub(super) fn stars(&self) -> Cell {
        let Some(last) = self.case.stars.last() else {
            return Cell::Empty;
        };
        let words = match last.respondents {
            1 => last.stars.count().to_string(),
            people => format!("{}（{people}人）", last.stars.count()),
        };
        self.dated(last.on, Undated::Stars, &words)
    }

    pub(super) fn revisit(&self) -> Cell {
        match &self.case.revisit {
            Some(revisit) => self.dated(revisit.on, Undated::Revisit, revisit.rating.as_str()),
            None => Cell::Empty,
        }
    }

    /// How it left the handling, and why.
    pub(super) fn ended(&self) -> Cell {
        let Some((on, ending)) = self.case.ended else {
            return Cell::Empty;
        };
        let word = ending.word(Lang::Zh);
        let why = self
            .book
            .timeline(self.case.id)
            .filter_map(|fact| why_ended(fact.event));
        let why = why.last().map(|why| self.texts.words(why));
        match why.filter(|why| *why != NOT_STATED) {
            Some(why) => self.dated(on, Undated::Ended, &format!("{word}：{why}")),
            None => self.dated(on, Undated::Ended, word),
        }
    }
}

/// Why a case left the handling, where a fact says that it did.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "only these facts end a case without handling"
)]
fn why_ended(event: &Event) -> Option<&Text> {
    match event {
        Event::Refused(fact) => Some(&fact.why),
        Event::TurnedToLetter(fact) => Some(&fact.why),
        Event::Withdrawn(fact) => fact.why.as_ref(),
        _ => None,
    }
}
