//! What everybody may read of the cases, taken out at one place: `published`. A page, a booklet, a
//! yearly report that goes out of the house takes its cases from here and from nowhere else, and
//! ends in `outward`, which hides numbers once more wherever they came from.
//!
//! What may go out is decided in `domain::publication`; of a case that may, only what stands in
//! `Published` goes out, each text without phone, identity and door numbers. What was left out is
//! told to the office, never to the public.
//!
//! Refuses: to decide what may go out.

mod page;

use std::ops::Deref;

use super::cell::Cell;
use super::document::Document;
use super::list::number;
use super::masking::for_public;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::Case;
use crate::domain::publication::{KeptBack, keeps_back, keeps_back_again, keeps_back_words};
use crate::domain::terms::{CaseId, Date, Name, Number, Text};
use crate::words::{self, Label, PublicLabel, Word};

pub use page::page;

/// What goes out of the house, and what does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Goes {
    pub(super) cases: Vec<Published>,
    pub(super) left_out: Vec<LeftOut>,
}

/// A case as everybody may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Published {
    pub(super) id: CaseId,
    /// The number that it stands by.
    seq: Option<Number>,
    pub(super) number: Cell,
    pub(super) title: String,
    /// The deputy or the delegation that raised it.
    pub(super) proposer: Option<String>,
    pub(super) category: String,
    /// The units that reply.
    pub(super) units: Vec<String>,
    pub(super) submitted: Date,
    pub(super) replied: Option<Date>,
    /// The class that counts.
    pub(super) class: Option<String>,
    /// The replies that may be read, oldest first.
    pub(super) replies: Vec<PublishedReply>,
    /// What the handling brought: 投入资金297万元.
    pub(super) effects: Vec<String>,
}

/// A reply as everybody may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PublishedReply {
    pub(super) unit: String,
    pub(super) on: Date,
    pub(super) doc_no: Option<String>,
    /// The words, then the answers to the requests one by one.
    pub(super) paragraphs: Vec<String>,
}

/// Something that does not go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LeftOut {
    case: CaseId,
    seq: Option<Number>,
    what: What,
    why: PublicLabel,
    /// How many numbers were hidden; 1 for anything else.
    places: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Whole,
    Reply,
    Field(Label),
}

/// The cases that everybody may read, of those that a report is about, by their numbers.
pub(super) fn published<C: Deref<Target = Case>>(
    outlook: &Outlook,
    cases: impl Iterator<Item = C>,
) -> Goes {
    let mut goes = Goes::default();
    for case in cases {
        let published = goes.take(outlook, &case);
        goes.cases.extend(published);
    }
    goes.cases.sort_by_key(Published::place);
    goes.sort();
    goes
}

/// What cases are sorted by.
type Place = (Option<Number>, CaseId);

impl Published {
    fn place(&self) -> Place {
        (self.seq, self.id)
    }
}

/// What a unit said to the deputy: a reply, or a second one that follows up what was promised.
struct Said<'a> {
    unit: Option<&'a Name>,
    on: Date,
    doc_no: Option<&'a Name>,
    parts: Vec<&'a Text>,
    kept: Option<KeptBack>,
}

/// The replies of a case, then the second ones, each as it came.
fn said(case: &Case) -> impl Iterator<Item = Said<'_>> {
    let replies = case.replies.iter().map(|reply| Said {
        unit: Some(&reply.unit),
        on: reply.on,
        doc_no: reply.doc_no.as_ref(),
        parts: reply.text.iter().chain(&reply.answers).collect(),
        kept: keeps_back_words(reply),
    });
    let again = case.oversight.re_replies.iter().map(|again| Said {
        unit: again
            .unit
            .as_ref()
            .or(case.reply().map(|reply| &reply.unit)),
        on: again.on,
        doc_no: again.doc_no.as_ref(),
        parts: again.text.iter().collect(),
        kept: keeps_back_again(case, again),
    });
    replies.chain(again)
}

fn label(why: KeptBack) -> PublicLabel {
    match why {
        KeptBack::Confidential => PublicLabel::Confidential,
        KeptBack::Withheld => PublicLabel::Withheld,
        KeptBack::NotSaid => PublicLabel::NotSaid,
    }
}

impl Goes {
    /// One more case, as far as it goes out; what of it does not is kept.
    fn take(&mut self, outlook: &Outlook, case: &Case) -> Option<Published> {
        match keeps_back(case) {
            Some(why) => {
                self.leave_out(case, What::Whole, label(why), 1);
                None
            }
            None => Some(self.publish(outlook, case)),
        }
    }

    /// Puts what was left out into the order of its cases' numbers.
    fn sort(&mut self) {
        self.left_out.sort_by_key(|left| (left.seq, left.case));
    }

    fn leave_out(&mut self, case: &Case, what: What, why: PublicLabel, places: usize) {
        self.left_out.push(LeftOut {
            case: case.id,
            seq: case.number,
            what,
            why,
            places,
        });
    }

    fn publish(&mut self, outlook: &Outlook, case: &Case) -> Published {
        let mut clean = |label: Label, text: &str| {
            let (text, places) = for_public(text);
            if places > 0 {
                let why = PublicLabel::HiddenNumbers;
                self.leave_out(case, What::Field(label), why, places);
            }
            text
        };
        let name = |name: &Name| for_public(name.as_str()).0;
        let effect = |effect: &crate::domain::book::Effect| {
            let amount = effect.amount.to_string();
            for_public(&format!("{}{amount}{}", effect.what, effect.measure)).0
        };
        let people = outlook.book.office();
        let to = case.assignment().map(|a| &a.to);
        let replied = case.last_word().map(|(on, _)| on);
        let mut published = Published {
            id: case.id,
            seq: case.number,
            number: number(outlook, case),
            title: clean(Label::Title, case.title.as_str()),
            proposer: case
                .proposer()
                .map(|name| for_public(people.name_alone(name)).0),
            category: name(&case.category),
            units: to
                .map(|to| to.repliers().map(name).collect())
                .unwrap_or_default(),
            submitted: case.submitted,
            replied,
            class: replied.and(case.class()).map(name),
            replies: Vec::new(),
            effects: case.effects.iter().map(effect).collect(),
        };
        for said in said(case) {
            let texts = outlook.book.texts();
            let parts: Vec<&str> = said.parts.iter().map(|text| texts.words(text)).collect();
            if parts.is_empty() {
                continue;
            }
            if let Some(why) = said.kept {
                self.leave_out(case, What::Reply, label(why), 1);
                continue;
            }
            let mut clean = |text: &str| {
                let (text, places) = for_public(text);
                if places > 0 {
                    let what = What::Field(Label::Replied);
                    self.leave_out(case, what, PublicLabel::HiddenNumbers, places);
                }
                text
            };
            published.replies.push(PublishedReply {
                unit: said.unit.map(name).unwrap_or_default(),
                on: said.on,
                doc_no: said.doc_no.map(name),
                paragraphs: parts.into_iter().map(&mut clean).collect(),
            });
        }
        published
    }

    /// How many cases do not go out at all.
    pub(super) fn kept_back(&self) -> usize {
        self.of(|what| what == What::Whole).count()
    }

    fn of(&self, fits: impl Fn(What) -> bool) -> impl Iterator<Item = &LeftOut> {
        self.left_out.iter().filter(move |left| fits(left.what))
    }

    /// What is missing, in one line for who prints it; `command` is the report's own.
    pub fn told(&self, outlook: &Outlook, command: &str) -> String {
        let numbers = self.of(|what| matches!(what, What::Field(_)));
        let numbers = numbers.map(|left| left.places).sum();
        let replies = self.of(|what| what == What::Reply).count();
        words::left_out(outlook.lang, self.kept_back(), replies, numbers, command)
    }

    /// What is missing, one a row, for the office.
    pub fn sheet(&self, outlook: &Outlook) -> Sheet {
        let lang = outlook.lang;
        let columns = vec![
            Column::text("case", Label::Number.word(lang)),
            Column::text("title", Label::Title.word(lang)),
            Column::text("what", PublicLabel::LeftOutField.word(lang)),
            Column::text("why", PublicLabel::LeftOutWhy.word(lang)),
            Column::number("places", PublicLabel::LeftOutPlaces.word(lang)),
        ];
        let title = PublicLabel::LeftOutList.word(lang);
        let mut sheet = Sheet::new("left_out", title, columns);
        for left in &self.left_out {
            let Some(case) = outlook.book.passing(left.case) else {
                continue;
            };
            let what = match left.what {
                What::Whole => PublicLabel::WholeCase.word(lang),
                What::Reply => Label::Replied.word(lang),
                What::Field(label) => label.word(lang),
            };
            sheet.push(vec![
                number(outlook, &case),
                case.title.as_str().into(),
                what.into(),
                left.why.word(lang).into(),
                left.places.into(),
            ]);
        }
        sheet
            .notes
            .push(PublicLabel::NeverShown.word(lang).to_owned());
        sheet
    }

    /// The list of what is missing as a document of its own.
    pub fn list(&self, outlook: &Outlook) -> Document {
        let title = PublicLabel::LeftOutList.word(outlook.lang);
        let sheets = vec![self.sheet(outlook)];
        Document::of_rows("left_out", title, outlook.basis(), sheets).with_foot(outlook.foot())
    }
}

/// A document on its way out: the last look at every word of it.
pub(super) fn outward(document: Document) -> Document {
    document.masked_for_public()
}
