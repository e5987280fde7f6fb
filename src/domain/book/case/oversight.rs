//! What the supervising side did with a case (督): notices, colours set by hand, checks, looking
//! back, rework, second replies, adjudications.

use serde::{Deserialize, Serialize};

use super::seldom::Empty;
use crate::domain::book::day;
use crate::domain::event::{InspectMode, Publication, SuperviseMode};
use crate::domain::rules::Colour;
use crate::domain::terms::{CaseId, Date, Name, Text};

/// Everything that was done to keep a case moving and its promise kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Oversight {
    /// Notices and talks (督办通知, 约谈), oldest first.
    pub notices: Vec<Notice>,
    /// The colour set by hand: since when, which, why.
    pub colour: Option<(Date, Colour, Text)>,
    /// Where a check looked at it, oldest first.
    pub inspections: Vec<Inspection>,
    /// Looks at what became of it (回头看), oldest first.
    pub look_backs: Vec<LookBack>,
    /// What is to be done better (整改), oldest first.
    pub reworks: Vec<Rework>,
    /// Second replies (续复), oldest first.
    pub re_replies: Vec<ReReply>,
    /// Who was asked to answer the reply, and when (征询意见).
    pub feedback_sought: Vec<(Date, Name)>,
    /// What was decided after a second dissatisfied rating, oldest first.
    pub adjudications: Vec<Adjudication>,
    /// When it was opened again, and why.
    pub reopened: Vec<(Date, Text)>,
    /// Errors that are not held against a unit (容错).
    pub forgiven: Vec<Forgiven>,
}

impl Empty for Oversight {
    const NONE: &'static Self = &Self {
        notices: Vec::new(),
        colour: None,
        inspections: Vec::new(),
        look_backs: Vec::new(),
        reworks: Vec::new(),
        re_replies: Vec::new(),
        feedback_sought: Vec::new(),
        adjudications: Vec::new(),
        reopened: Vec::new(),
        forgiven: Vec::new(),
    };
}

impl Oversight {
    /// The last look back found that it is not good enough.
    pub fn is_to_be_reworked(&self) -> bool {
        self.look_backs.last().is_some_and(|look| !look.good)
    }

    /// Whether it asks for something, or shows a colour, whatever became of the handling.
    pub(in crate::domain::book) fn is_open(&self) -> bool {
        self.colour.is_some()
            || self.is_to_be_reworked()
            || self.open_findings().next().is_some()
            || self.notices.iter().any(|notice| notice.answered.is_none())
            || self.reworks.iter().any(|rework| rework.done.is_none())
    }

    /// What checks found and nobody mended yet.
    pub fn open_findings(&self) -> impl Iterator<Item = &Inspection> {
        let open = |i: &&Inspection| i.finding.is_some() && i.mended.is_none();
        self.inspections.iter().filter(open)
    }
}

/// The congress side stepped in (督办通知, 约谈).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// A notice or a talk.
    pub mode: SuperviseMode,
    /// To whom; the unit that has the case where nothing is said.
    pub unit: Option<Name>,
    /// Who took part, or who supervises with us.
    pub people: Vec<Name>,
    /// What is wrong.
    pub problem: Text,
    /// By when it is to be answered.
    #[serde(with = "day::maybe")]
    pub due: Option<Date>,
    /// When it was answered, and how.
    pub answered: Option<(Date, Text)>,
}

/// A check looked at the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// The check it belongs to.
    pub check: Name,
    /// Who looked.
    pub inspector: Option<Name>,
    /// On line or on site.
    pub mode: Option<InspectMode>,
    /// What was found; nothing where it is in order.
    pub finding: Option<Text>,
    /// By when it is to be mended.
    #[serde(with = "day::maybe")]
    pub mend_by: Option<Date>,
    /// When it was mended.
    #[serde(with = "day::maybe")]
    pub mended: Option<Date>,
}

/// A look at what became of it (回头看).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookBack {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Whether it is good enough.
    pub good: bool,
    /// Who went.
    pub people: Vec<Name>,
    /// What they saw.
    pub note: Option<Text>,
}

/// What is to be done better (整改).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rework {
    /// The day it was ordered.
    #[serde(with = "day")]
    pub on: Date,
    /// What is to be done.
    pub what: Text,
    /// By when; by the rules' clock where nothing is said.
    #[serde(with = "day::maybe")]
    pub due: Option<Date>,
    /// When the unit had done it.
    #[serde(with = "day::maybe")]
    pub done: Option<Date>,
}

/// A second reply (续复).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReReply {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Who replies.
    pub unit: Option<Name>,
    /// 文号
    pub doc_no: Option<Name>,
    /// 签发人
    pub signer: Option<Name>,
    /// The words.
    pub text: Option<Text>,
    /// The case whose closing reply it stands in.
    pub within: Option<CaseId>,
    /// Whether it may be published; as the reply that it follows where nothing is said.
    pub publication: Option<Publication>,
}

/// What was decided after a second dissatisfied rating (研究处理).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjudication {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Who decided.
    pub by: Option<Name>,
    /// What was decided.
    pub opinion: Text,
}

/// An error that is not held against a unit (容错).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forgiven {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Whose error.
    pub unit: Name,
    /// In which item of the table; in all where none is named.
    pub item: Option<Name>,
    /// Why.
    pub why: Text,
    /// Who said so.
    pub by: Option<Name>,
}
