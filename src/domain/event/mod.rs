//! Facts: the vocabulary of the journal.
//!
//! A fact's name, fields and meaning are for ever; what was wrong is mended by one more fact.
//! Keys are English and final, values are the office's own words. Every fact carries `on`, the
//! day it happened; optional fields are left out where nothing is known. This room refuses to
//! judge: whether a fact *may* be recorded is for `decide`, whether it *can* have happened for
//! `book`.
//!
//! | fact | meaning | fields besides `on` |
//! |---|---|---|
//! | **the office** | | |
//! | `store_opened` | the first line: whose journal this is | `store` UUID, `office`, `level`, `secretary` |
//! | `rules_adopted` | a rule set in force `from` a day; `running` clocks move too or not | `from`, `running`, `rules` (the resolved document) |
//! | `calendar_adopted` | the holidays and make-up workdays of a year | `table` |
//! | `session_opened` `session_closed` | a session of the congress | `term`, `session` |
//! | `deputy_added` | a person on the roster | `deputy`, `card`, `group` |
//! | `mandate_given` `mandate_ended` | a seat at a level, several may be held | `deputy`, `level`, `constituency` · `why` |
//! | `unit_added` | a handling unit (承办单位) | `unit` |
//! | `post_filled` | who leads a unit and who is its clerk from now on | `unit`, `post`, `leader`, `clerk`, `phone` |
//! | **提 raise** | | |
//! | `submitted` | handed in | `case`, `level`, `period`, `term`, `session`, `title`, `body`, `deputy`, `co_signers`, `delegation`, `category`, `kind`, `confidential` |
//! | `numbered` | the official number | `case`, `number` |
//! | `accepted` `refused` `returned_for_amendment` `turned_to_letter` `withdrawn` | outcome of the review | `case`, `why` |
//! | `key_supervised` | picked as a key suggestion to be supervised | `case`, `supervisor` |
//! | `tracked` | another level decides it: who handles it there | `case`, `lead`, `co` |
//! | **交 hand over** | | |
//! | `assigned` `reassigned` | handed over (交办, 改办): starts the reply clock | `case`, `lead`, `co`, `separate`, `leader`, `post`, `clerk`, `phone`, `due`, `hard` |
//! | `forwarded` | passed on inside the government (转办): moves no clock | `case`, `unit`, `leader` |
//! | `signed` | signed for (签收) | `case`, `unit` |
//! | `returned` | the unit says it is not its job (退回) | `case`, `unit`, `why`, `proposed` |
//! | **办 handle** | | |
//! | `consulted` | talked with the deputy (面商) | `case`, `stage`, `mode`, `people`, `leader_present`, `note` |
//! | `progressed` | a dated note | `case`, `unit`, `percent`, `note` |
//! | `co_opinion_given` | a co-unit's opinion (协办意见) | `case`, `unit`, `note` |
//! | `extended` | more time, with consent | `case`, `to`, `why`, `consent` |
//! | `replied` | the reply to the deputy (答复) | `case`, `unit`, `class`, `doc_no`, `signer`, `text`, `reason`, `publication` |
//! | `escalated` | raised to the upper level (上报) | `case`, `to`, `note` |
//! | **督 supervise** | | |
//! | `commitment_made` `commitment_settled` | a promise with its date, and whether it was kept | `case`, `promise`, `due` · `kept`, `note` |
//! | **评 judge** | | |
//! | `rated` | a deputy's rating | `case`, `deputy`, `rating`, `attitude`, `result`, `comment` |
//! | `public_rated` | stars of the public | `case`, `stars`, `respondents`, `channel` |
//! | `revisited` | the revisit group's rating (回访) | `case`, `rating`, `note` |
//! | `closed` | closed (办结) | `case` |
//! | `noted` | a remark (备注) | `case`, `note` |
//! | **the record itself** | | |
//! | `corrected` | a field of an earlier fact was wrong | `line`, `fact` (its place in the line, from 0), `field`, `old`, `new`, `why` |
//! | `undone` `redone` | whole lines taken back, or put back | `lines`, `why` |

mod facts;
mod parts;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use parts::{ConsultMode, ConsultStage, Handlers, Kind, Publication};

use super::rules::{RuleSet, YearTable};
use super::terms::{CaseId, Date, Level, Name, Number, Period, Stars, Text, Title};

/// One fact. The table above says what each means.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "the table in the module doc says what each fact and field means"
)]
pub enum Event {
    StoreOpened {
        on: Date,
        store: uuid::Uuid,
        office: Name,
        level: Level,
        secretary: Name,
    },
    RulesAdopted {
        on: Date,
        from: Date,
        running: bool,
        rules: Box<RuleSet>,
    },
    CalendarAdopted {
        on: Date,
        table: YearTable,
    },
    SessionOpened {
        on: Date,
        term: u16,
        session: u16,
    },
    SessionClosed {
        on: Date,
        term: u16,
        session: u16,
    },
    DeputyAdded {
        on: Date,
        deputy: Name,
        card: Option<Name>,
        group: Option<Name>,
    },
    MandateGiven {
        on: Date,
        deputy: Name,
        level: Level,
        constituency: Option<Name>,
    },
    MandateEnded {
        on: Date,
        deputy: Name,
        level: Level,
        why: Option<Text>,
    },
    UnitAdded {
        on: Date,
        unit: Name,
    },
    PostFilled {
        on: Date,
        unit: Name,
        post: Option<Name>,
        leader: Option<Name>,
        clerk: Option<Name>,
        phone: Option<Name>,
    },
    Submitted {
        on: Date,
        case: CaseId,
        level: Level,
        period: Period,
        term: u16,
        session: u16,
        title: Title,
        body: Option<Text>,
        deputy: Option<Name>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        co_signers: Vec<Name>,
        delegation: Option<Name>,
        category: Name,
        kind: Kind,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        confidential: bool,
    },
    Numbered {
        on: Date,
        case: CaseId,
        number: Number,
    },
    Accepted {
        on: Date,
        case: CaseId,
    },
    Refused {
        on: Date,
        case: CaseId,
        why: Text,
    },
    ReturnedForAmendment {
        on: Date,
        case: CaseId,
        why: Text,
    },
    TurnedToLetter {
        on: Date,
        case: CaseId,
        why: Text,
    },
    Withdrawn {
        on: Date,
        case: CaseId,
        why: Option<Text>,
    },
    KeySupervised {
        on: Date,
        case: CaseId,
        supervisor: Option<Name>,
    },
    Tracked {
        on: Date,
        case: CaseId,
        lead: Name,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        co: Vec<Name>,
    },
    Assigned {
        on: Date,
        case: CaseId,
        to: Handlers,
        due: Option<Date>,
        hard: Option<Text>,
    },
    Reassigned {
        on: Date,
        case: CaseId,
        to: Handlers,
        due: Option<Date>,
        hard: Option<Text>,
    },
    Forwarded {
        on: Date,
        case: CaseId,
        unit: Name,
        leader: Option<Name>,
    },
    Signed {
        on: Date,
        case: CaseId,
        unit: Name,
    },
    Returned {
        on: Date,
        case: CaseId,
        unit: Name,
        why: Text,
        proposed: Option<Name>,
    },
    Consulted {
        on: Date,
        case: CaseId,
        stage: Option<ConsultStage>,
        mode: ConsultMode,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        people: Vec<Name>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        leader_present: bool,
        note: Option<Text>,
    },
    Progressed {
        on: Date,
        case: CaseId,
        unit: Option<Name>,
        percent: Option<u8>,
        note: Text,
    },
    CoOpinionGiven {
        on: Date,
        case: CaseId,
        unit: Name,
        note: Option<Text>,
    },
    Extended {
        on: Date,
        case: CaseId,
        to: Date,
        why: Text,
        consent: Option<Name>,
    },
    Replied {
        on: Date,
        case: CaseId,
        unit: Name,
        class: Name,
        doc_no: Option<Name>,
        signer: Option<Name>,
        text: Option<Text>,
        reason: Option<Text>,
        publication: Option<Publication>,
    },
    Escalated {
        on: Date,
        case: CaseId,
        to: Option<Name>,
        note: Option<Text>,
    },
    CommitmentMade {
        on: Date,
        case: CaseId,
        promise: Text,
        due: Date,
    },
    CommitmentSettled {
        on: Date,
        case: CaseId,
        kept: bool,
        note: Option<Text>,
    },
    Rated {
        on: Date,
        case: CaseId,
        deputy: Name,
        rating: Option<Name>,
        attitude: Option<Name>,
        result: Option<Name>,
        comment: Option<Text>,
    },
    PublicRated {
        on: Date,
        case: CaseId,
        stars: Stars,
        respondents: u32,
        channel: Option<Name>,
    },
    Revisited {
        on: Date,
        case: CaseId,
        rating: Name,
        note: Option<Text>,
    },
    Closed {
        on: Date,
        case: CaseId,
    },
    Noted {
        on: Date,
        case: CaseId,
        note: Text,
    },
    Corrected {
        on: Date,
        line: u64,
        fact: u16,
        field: String,
        old: serde_json::Value,
        new: serde_json::Value,
        why: Text,
    },
    Undone {
        on: Date,
        lines: Vec<u64>,
        why: Text,
    },
    Redone {
        on: Date,
        lines: Vec<u64>,
        why: Text,
    },
}
