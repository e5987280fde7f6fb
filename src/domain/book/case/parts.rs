//! The parts of a case: what each hand-over, talk, reply, rating came to.

use serde::{Deserialize, Serialize};

use super::seldom::Empty;
use crate::domain::book::day;
use crate::domain::event::{
    ConsultMode, ConsultStage, Publication, Rateable, RemindMode, RevisitMeans, Trait,
};
use crate::domain::terms::{Amount, Date, Digest, Name, Stars, Text};

/// Kind beside the kind (范围、难度、紧迫程度、特征), in the office's words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Character {
    /// How far it reaches.
    pub scope: Option<Name>,
    /// How hard it is.
    pub difficulty: Option<Name>,
    /// How urgent it is.
    pub urgency: Option<Name>,
    /// Traits with effects.
    pub traits: Vec<Trait>,
}

impl Empty for Character {
    const NONE: &'static Self = &Self {
        scope: None,
        difficulty: None,
        urgency: None,
        traits: Vec::new(),
    };
}

/// A talk agreed on for a day (约见).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// The day it was agreed.
    #[serde(with = "day")]
    pub on: Date,
    /// The day of the talk.
    #[serde(with = "day")]
    pub day: Date,
    /// Before, during, after the handling.
    pub stage: Option<ConsultStage>,
    /// How.
    pub mode: ConsultMode,
    /// Who takes part.
    pub people: Vec<Name>,
    /// Where.
    pub place: Option<Name>,
}

/// A dated step of the plan (里程碑).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// What is to be reached.
    pub milestone: Text,
    /// By when.
    #[serde(with = "day")]
    pub due: Date,
    /// When it was reached.
    #[serde(with = "day::maybe")]
    pub reached: Option<Date>,
}

/// What stands in the way (难点).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difficulty {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Who says so.
    pub unit: Option<Name>,
    /// The words.
    pub note: Text,
}

/// What the handling brought, in figures (办理成效): 投入资金 297 万元.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Of what.
    pub what: Name,
    /// How much.
    pub amount: Amount,
    /// In which measure.
    pub measure: Name,
}

/// A file kept by its content (佐证).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Its content.
    pub sha256: Digest,
    /// What it was called.
    pub file: Name,
    /// Its size.
    pub bytes: u64,
}

/// An opinion of a co-unit (协办意见).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoOpinion {
    /// The day it came in.
    #[serde(with = "day")]
    pub given: Date,
    /// The day it was sent back as not enough.
    #[serde(with = "day::maybe")]
    pub rejected: Option<Date>,
}

/// A step towards the class (办理结果分类) that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassStep {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// The class.
    pub class: Name,
    /// Whose step it is.
    pub kind: ClassStepKind,
    /// Who took it.
    pub by: Option<Name>,
}

/// Whose step towards the class it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ClassStepKind {
    /// 承办单位申报, with a reply or after it
    Proposed,
    /// 初审
    FirstReview,
    /// 复审
    SecondReview,
    /// 确认
    Confirmed,
}

/// Somebody was urged (催办).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// The unit that was urged.
    pub unit: Option<Name>,
    /// The deputy who was asked to answer.
    pub deputy: Option<Name>,
    /// How.
    pub mode: Option<RemindMode>,
}

/// Raised to the upper level (上报).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalation {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Where to.
    pub to: Option<Name>,
    /// Its number there.
    pub upper: Option<Name>,
    /// What became of it.
    pub answered: Option<(Date, Text)>,
}

impl Escalation {
    /// Nobody has said yet what became of it.
    pub fn is_open(&self) -> bool {
        self.answered.is_none()
    }
}

/// A talk with the deputy (面商).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consultation {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Before, during, after the handling.
    pub stage: Option<ConsultStage>,
    /// How.
    pub mode: ConsultMode,
    /// Who took part.
    pub people: Vec<Name>,
    /// Whether the responsible leader was there.
    pub leader_present: bool,
}

/// A dated note (进展).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Who reports.
    pub unit: Option<Name>,
    /// How far, 0–100.
    pub percent: Option<u8>,
    /// The words.
    pub note: Text,
}

/// More time, with consent (延期).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// The day it was granted.
    #[serde(with = "day")]
    pub on: Date,
    /// The new last day.
    #[serde(with = "day")]
    pub to: Date,
    /// The reason.
    pub why: Text,
    /// Who consented.
    pub consent: Option<Name>,
    /// Whether the deputy was told.
    pub told: bool,
}

/// A reply to the deputy (答复).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// The hand-over it answers: its place in [`Case::assignments`](super::Case::assignments).
    pub assignment: usize,
    /// Who replies.
    pub unit: Name,
    /// The class code (A, B, C …).
    pub class: Name,
    /// 文号
    pub doc_no: Option<Name>,
    /// 签发人
    pub signer: Option<Name>,
    /// The words.
    pub text: Option<Text>,
    /// Why it cannot be done.
    pub reason: Option<Text>,
    /// Whether it may be published.
    pub publication: Option<Publication>,
    /// The answers to the requests, in their order.
    pub answers: Vec<Text>,
}

/// A promise (承诺事项).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// The day it was made.
    #[serde(with = "day")]
    pub made: Date,
    /// What was promised.
    pub promise: Text,
    /// By when.
    #[serde(with = "day")]
    pub due: Date,
    /// What became of it.
    pub settled: Option<Settled>,
}

/// What became of a promise (续办情况).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Whether it was kept.
    pub kept: bool,
    /// In words.
    pub note: Option<Text>,
}

/// What a promise came to by a day. Every rate, list and score asks here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Kept by its day.
    Kept,
    /// Kept, but after its day.
    KeptLate,
    /// Said to be broken.
    Broken,
    /// Open, and its day is still to come.
    Open,
    /// Open, though its day has passed.
    Late,
}

impl Fate {
    /// Whether it was kept, be it late.
    pub fn is_kept(self) -> bool {
        matches!(self, Self::Kept | Self::KeptLate)
    }

    /// Whether it is owed still, past its day.
    pub fn is_unkept(self) -> bool {
        matches!(self, Self::Broken | Self::Late)
    }
}

impl Commitment {
    /// What it came to by a day.
    pub fn fate(&self, as_of: Date) -> Fate {
        match &self.settled {
            Some(settled) if !settled.kept => Fate::Broken,
            Some(settled) if settled.on > self.due => Fate::KeptLate,
            Some(_) => Fate::Kept,
            None if self.due < as_of => Fate::Late,
            None => Fate::Open,
        }
    }
}

/// The revisit group's rating (回访).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revisit {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Its word.
    pub rating: Name,
    /// Who went.
    pub members: Vec<Name>,
    /// How it came to its word.
    pub means: Vec<RevisitMeans>,
}

/// A deputy's rating (评价).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Who rates.
    pub deputy: Name,
    /// The reply, or its promise.
    pub of: Rateable,
    /// The overall word of the office's scale.
    pub rating: Option<Name>,
    /// 态度
    pub attitude: Option<Name>,
    /// 结果
    pub result: Option<Name>,
    /// The opinion.
    pub comment: Option<Text>,
    /// How many replies it judges: one that came later waits for another rating.
    pub replies: usize,
}

impl Rating {
    /// The word that counts: the overall one, else the one on the result.
    pub fn headline(&self) -> Option<&Name> {
        self.rating.as_ref().or(self.result.as_ref())
    }
}

/// Stars of the public (五星评价).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicRating {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// One to five.
    pub stars: Stars,
    /// How many people gave them.
    pub respondents: u32,
    /// Questionnaire, phone, courtyard meeting …
    pub channel: Option<Name>,
}
