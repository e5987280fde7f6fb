//! One row of a ledger → typed fields. Every field may be missing; a cell that cannot be read is
//! an error with its column, its words and why.
//!
//! Refuses: to suppose anything. What is missing is filled in by `complete` and `years`, which say
//! so.

use std::collections::BTreeMap;

use super::cell::{
    CellError, Cells, Dated, Why, date, dates, name, names, ordinal, signatories, stars, text,
    title, unit_days,
};
use super::dialect::Dialect;
use super::guess::Guess;
use super::header::{Header, HeaderError};
use super::mapping::Mapping;
use super::open::open;
use super::parts::{self, lead_unit};
use super::table::{Encoding, Remark, TableError};
use super::until::due;
use super::values::{
    Ended, FollowUp, class, ended, escalated, flag, follow_up, key_supervised, kind, level, merged,
    modes, period, publication,
};
use super::{sharing, signatories, titles, years};
use crate::domain::event::{ConsultMode, Kind, Publication};
use crate::domain::terms::{
    CaseRef, Date, Level, Name, Period, SessionKey, Stars, Text, Title, half_width,
};
use crate::words::LedgerColumn as Column;

/// What a row says, typed. The field is named as its column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(
    missing_docs,
    reason = "the columns of the ledger, named as in `LedgerColumn`"
)]
pub struct LedgerRow {
    pub no: Option<u32>,
    pub title: Option<Title>,
    pub body: Option<Text>,
    pub deputy: Option<Name>,
    pub co_signers: Vec<Name>,
    pub delegation: Option<Name>,
    pub term: Option<u16>,
    pub session: Option<u16>,
    pub period: Option<Period>,
    pub submitted: Option<Date>,
    pub level: Option<Level>,
    pub category: Option<Name>,
    pub kind: Option<Kind>,
    pub key_supervised: Option<Dated<bool>>,
    pub supervisor: Option<Name>,
    pub confidential: Option<bool>,
    pub lead: Option<Name>,
    pub co: Vec<Name>,
    pub separate: Vec<Name>,
    pub first_lead: Option<Name>,
    pub leader: Option<Name>,
    pub post: Option<Name>,
    pub clerk: Option<Name>,
    pub phone: Option<Name>,
    pub assigned: Option<Date>,
    pub signed: Option<Date>,
    pub returned: Option<Date>,
    pub reassigned: Option<Date>,
    pub due: Option<Date>,
    pub extended_to: Option<Date>,
    pub consulted: Vec<Date>,
    pub consult_mode: Vec<ConsultMode>,
    pub co_opinion: Vec<(Option<Name>, Date)>,
    pub replied: Option<Date>,
    /// An earlier reply that a rating before the last one speaks of.
    pub replied_before: Option<Date>,
    pub doc_no: Option<Name>,
    pub signer: Option<Name>,
    pub class: Option<Name>,
    pub promise: Option<Text>,
    pub promise_due: Option<Date>,
    pub follow_up: Option<Dated<FollowUp>>,
    pub rating: Option<Name>,
    pub attitude: Option<Name>,
    pub result: Option<Name>,
    pub rated: Option<Date>,
    pub comment: Option<Text>,
    pub returned_form: Option<bool>,
    pub stars: Option<Dated<(Stars, u32)>>,
    pub revisit: Option<Dated<Name>>,
    pub escalated: Option<Dated<Option<Name>>>,
    pub merged: Option<Dated<CaseRef>>,
    pub closed: Option<Date>,
    pub ended: Option<Dated<Ended>>,
    pub public: Option<Publication>,
    pub remarks: Option<Text>,
}

/// A ledger as it was read: each row with its line and its filled cells.
#[derive(Debug, Clone)]
pub struct LedgerFile {
    /// How its bytes became text.
    pub encoding: Encoding,
    /// What a person should know of how it was read.
    pub remarks: Vec<Remark>,
    /// Where its columns stand, and what they are called there.
    pub header: Header<Column>,
    /// Its rows, from top to bottom.
    pub rows: Vec<ReadRow>,
}

/// A row, with the cells it came from.
#[derive(Debug, Clone)]
pub struct ReadRow {
    /// The line it begins on, from 1.
    pub line: u64,
    /// Its filled cells, as they stand there.
    pub cells: BTreeMap<Column, String>,
    /// What they say.
    pub row: LedgerRow,
    /// What could not be read.
    pub errors: Vec<CellError<Column>>,
}

/// Why a file is no ledger.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Its bytes are no table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// Its headers cannot be read.
    #[error(transparent)]
    Header(#[from] HeaderError),
}

impl LedgerFile {
    /// Reads a ledger. Cells that cannot be read are errors of their rows.
    ///
    /// # Errors
    /// The bytes are no table, or its headers are not understood.
    pub fn read(bytes: &[u8], mapping: &Mapping) -> Result<Self, FileError> {
        let (table, header) = open::<Column>(bytes, mapping)?;
        let mut dialect = Dialect::of(&header, mapping)?;
        let part = header.place_of(Guess::PartOfUnit);
        let rows = table.rows.iter().map(|row| {
            let mut cells = header.cells(&row.cells);
            dialect.translate(&mut cells);
            if let Some(part) = part {
                sharing::say_part(&mut cells, &row.cells[part]);
            }
            ReadRow::of(row.line, cells)
        });
        let mut rows: Vec<ReadRow> = rows.collect();
        let told = dialect.told();
        let mut remarks = table.remarks;
        remarks.extend(told);
        remarks.extend(titles::give_session(&mut rows, &table.titles));
        remarks.extend(parts::take_apart(&mut rows, &header, mapping));
        if part.is_some() {
            remarks.extend(sharing::join_units(&mut rows));
        }
        if let Some(counted) = header.place_of(Guess::Signatories) {
            remarks.extend(signatories::compare(&rows, &table.rows, counted));
        }
        remarks.extend(years::take_from_the_others(&mut rows));
        Ok(Self {
            encoding: table.encoding,
            remarks,
            header,
            rows,
        })
    }
}

impl ReadRow {
    /// The cells that must be mended first. Of a historic ledger those may stay as remarks that no
    /// figure rests on: a case whose reply was set aside would be overdue for ever.
    pub(super) fn unread(&self, lenient: bool) -> impl Iterator<Item = &CellError<Column>> {
        const IN_WORDS: [Column; 3] = [Column::Due, Column::Revisit, Column::Public];
        let counts =
            move |error: &&CellError<Column>| !lenient || !IN_WORDS.contains(&error.column);
        self.errors.iter().filter(counts)
    }

    /// What the cells of a line say.
    pub(super) fn of(line: u64, cells: BTreeMap<Column, String>) -> Self {
        let (row, errors) = LedgerRow::read(line, &cells);
        Self {
            line,
            cells,
            row,
            errors,
        }
    }
}

impl LedgerRow {
    /// Reads the cells of a row.
    pub fn read(line: u64, cells: &BTreeMap<Column, String>) -> (Self, Vec<CellError<Column>>) {
        let mut cells = Cells::new(line, cells);
        let mut row = Self::default();
        row.read_raising(&mut cells);
        row.read_hand_over(&mut cells);
        row.read_handling(&mut cells);
        row.read_judging(&mut cells);
        (row, cells.errors())
    }

    /// How many it names who signed.
    pub(super) fn signatories(&self) -> usize {
        usize::from(self.deputy.is_some()) + self.co_signers.len()
    }

    /// The session it belongs to, where both numbers are known.
    pub fn session_key(&self) -> Option<SessionKey> {
        Some(SessionKey {
            term: self.term?,
            session: self.session?,
        })
    }

    fn read_raising(&mut self, cells: &mut Cells<'_, Column>) {
        self.title = cells.take(Column::Title, title);
        self.body = cells.take(Column::Body, text);
        // Of several in one cell the first one leads.
        let signed = cells.take(Column::Deputy, signatories).unwrap_or_default();
        let mut signed = signed.into_iter();
        self.deputy = signed.next();
        let others = cells.take(Column::CoSigners, names).unwrap_or_default();
        let beside = others
            .into_iter()
            .filter(|other| self.deputy.as_ref() != Some(other));
        self.co_signers = signed.chain(beside).collect();
        self.delegation = cells.take(Column::Delegation, name);
        if let Some((term, session)) = cells.take(Column::Term, term_and_session) {
            (self.term, self.session) = (Some(term), session);
        }
        self.session = cells.take(Column::Session, ordinal).or(self.session);
        self.period = cells.take(Column::Period, period);
        self.submitted = cells.take(Column::Submitted, date);
        self.level = cells.take(Column::Level, level);
        self.category = cells.take(Column::Category, name);
        self.kind = cells.take(Column::Kind, kind);
        self.key_supervised = cells.take(Column::KeySupervised, key_supervised);
        self.supervisor = cells.take(Column::Supervisor, name);
        self.confidential = cells.take(Column::Confidential, flag);
        self.no = cells.take(Column::No, number).map(|named| {
            self.level = self.level.or(named.level);
            self.period = self.period.or(named.period);
            if let Some(key) = named.session {
                self.term = self.term.or(Some(key.term));
                self.session = self.session.or(Some(key.session));
            }
            named.seq
        });
    }

    fn read_hand_over(&mut self, cells: &mut Cells<'_, Column>) {
        self.lead = cells.take(Column::Lead, lead_unit);
        self.co = cells.take(Column::Co, names).unwrap_or_default();
        self.separate = cells.take(Column::Separate, names).unwrap_or_default();
        self.first_lead = cells.take(Column::FirstLead, name);
        self.leader = cells.take(Column::Leader, name);
        self.post = cells.take(Column::Post, name);
        self.clerk = cells.take(Column::Clerk, name);
        self.phone = cells.take(Column::Phone, name);
        self.assigned = cells.take(Column::Assigned, date);
        self.signed = cells.take(Column::Signed, date);
        self.returned = cells.take(Column::Returned, date);
        self.reassigned = cells.take(Column::Reassigned, date);
        let assigned = self.reassigned.or(self.assigned);
        self.due = cells.take(Column::Due, |cell| due(cell, assigned));
        self.extended_to = cells.take(Column::ExtendedTo, date);
    }

    fn read_handling(&mut self, cells: &mut Cells<'_, Column>) {
        self.consulted = cells.take(Column::Consulted, dates).unwrap_or_default();
        self.consult_mode = cells.take(Column::ConsultMode, modes).unwrap_or_default();
        self.co_opinion = cells.take(Column::CoOpinion, unit_days).unwrap_or_default();
        self.replied = cells.take(Column::Replied, date);
        self.doc_no = cells.take(Column::DocNo, name);
        self.signer = cells.take(Column::Signer, name);
        self.class = cells.take(Column::Class, class);
        self.promise = cells.take(Column::Promise, text);
        self.promise_due = cells.take(Column::PromiseDue, date);
        self.follow_up = cells.take(Column::FollowUp, follow_up);
        self.escalated = cells.take(Column::Escalated, escalated).flatten();
        self.public = cells.take(Column::Public, publication);
    }

    fn read_judging(&mut self, cells: &mut Cells<'_, Column>) {
        let mut comments = Vec::new();
        let mut grade = |column| {
            let (grade, comment) = cells.take(column, commented)?;
            comments.extend(comment);
            Some(grade)
        };
        self.rating = grade(Column::Rating);
        self.attitude = grade(Column::Attitude);
        self.result = grade(Column::Result);
        self.comment = comments.into_iter().next();
        self.rated = cells.take(Column::Rated, date);
        self.returned_form = cells.take(Column::ReturnedForm, flag);
        self.stars = cells.take(Column::Stars, |cell| dated(cell, stars));
        self.revisit = cells.take(Column::Revisit, |cell| dated(cell, name));
        self.merged = cells.take(Column::Merged, merged);
        self.closed = cells.take(Column::Closed, date);
        self.ended = cells.take(Column::Ended, ended).flatten();
        self.remarks = cells.take(Column::Remarks, text);
    }
}

/// `不满意`, or with the deputy's own words: `不满意：没有说明什么时候能装`.
fn commented(cell: &str) -> Result<(Name, Option<Text>), Why> {
    match cell.split_once(['：', ':']) {
        Some((grade, comment)) if !comment.trim().is_empty() => {
            Ok((name(grade)?, Some(text(comment.trim())?)))
        }
        _ => Ok((name(cell.trim_end_matches(['：', ':']))?, None)),
    }
}

pub(super) fn number(text: &str) -> Result<CaseRef, Why> {
    text.parse().map_err(|_| {
        let digits = half_width(text);
        let digits = digits.trim_start_matches('第').trim_end_matches('号');
        match digits.len() > 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            true => Why::TooGreat,
            false => Why::NotANumber,
        }
    })
}

/// `第二十届`, or `二十届五次` in one cell.
fn term_and_session(text: &str) -> Result<(u16, Option<u16>), Why> {
    match text.split_once('届') {
        Some((term, session)) if session.contains('次') => {
            Ok((ordinal(term)?, Some(ordinal(session)?)))
        }
        _ => Ok((ordinal(text)?, None)),
    }
}

fn dated<T>(cell: &str, read: impl Fn(&str) -> Result<T, Why>) -> Result<Dated<T>, Why> {
    let (on, rest) = super::cell::leading_day(cell);
    Ok(Dated {
        on,
        value: read(rest)?,
    })
}
