//! The book as a yearly ledger (台账): one row a case, the columns that the import reads, in the
//! same order.
//!
//! Export and import are mirrors: what stands in a cell here is what the import makes the same
//! facts of. A ledger has one cell where a history may have many facts; what is
//! left behind is counted ([`Lost`]). Refuses: to leave a case out, and to judge.

mod columns;
mod days;
mod judged;
mod labels;
mod lost;
mod printed;

pub use days::{Days, Undated};
pub use lost::{Loss, Lost};
pub use printed::on_paper;

use self::lost::LeftBehind;
use crate::domain::book::{Book, Case, Commitment, HandOver, Reply};
use crate::domain::colour::colouring;
use crate::domain::deadline;
use crate::domain::event::Publication;
use crate::domain::terms::{Date, Name, Steps, Text, Texts};
use crate::report::list::tone;
use crate::report::{Cell, Sheet};
use crate::words::{Lang, LedgerColumn, Word, plain_label};

/// When the day of what has no date column stands in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayStyle {
    /// Only where it is not the day that the import supposes.
    WhereUnusual,
    /// Always.
    Always,
}

/// The ledger of a book, as of a day, and what it leaves behind; a row has the tone of its case's
/// colour.
pub fn ledger(book: &Book, as_of: Date, steps: Steps) -> (Sheet, Vec<Lost>) {
    let mut sheet = Sheet::new("ledger", "台账", columns::columns());
    let mut lost = LeftBehind::default();
    let most = book.cases_most();
    for (done, case) in (1..).zip(book.walk()) {
        let colour = colouring(book, &case, as_of).map(|colouring| colouring.shown());
        let row = row(book, &case, as_of, DayStyle::WhereUnusual);
        sheet.push_toned(row, colour.map(tone).unwrap_or_default());
        lost.take(book, &case);
        steps(done, most);
    }
    steps(most, most);
    (sheet, lost.told())
}

/// The row of a case: a cell for each of [`LedgerColumn::ALL`].
pub fn row(book: &Book, case: &Case, as_of: Date, style: DayStyle) -> Vec<Cell> {
    let view = RowView {
        book,
        case,
        as_of,
        style,
        days: Days::of(case),
        texts: book.texts(),
    };
    LedgerColumn::ALL
        .iter()
        .map(|column| view.cell(*column))
        .collect()
}

struct RowView<'a> {
    book: &'a Book,
    case: &'a Case,
    as_of: Date,
    style: DayStyle,
    days: Days,
    texts: Texts,
}

impl RowView<'_> {
    /// A person as nobody else is called, so that the import knows who is meant.
    fn person(&self, name: &Name) -> String {
        self.book.office().told_apart(name)
    }

    fn cell(&self, column: LedgerColumn) -> Cell {
        use LedgerColumn as C;
        let case = self.case;
        match column {
            C::No => case.number.map(|number| number.seq).into(),
            C::Title => case.title.to_string().into(),
            C::Body => self.text(case.body.as_ref()),
            C::Deputy => case.deputy.as_ref().map(|name| self.person(name)).into(),
            C::CoSigners => {
                let names = case.co_signers.iter().map(|name| self.person(name));
                Cell::list(names.collect())
            }
            C::Delegation => Cell::name(case.delegation.as_ref()),
            C::Term => u32::from(case.session.term).into(),
            C::Session => u32::from(case.session.session).into(),
            C::Period => labels::period(case.period),
            C::Submitted => case.submitted.into(),
            C::Level => labels::level(case.level),
            C::Category => Cell::name(Some(&case.category)),
            C::Kind => labels::kind(case.kind),
            C::KeySupervised => self.key_supervised(),
            C::Supervisor => Cell::name(
                case.key_supervised
                    .as_ref()
                    .and_then(|(_, who)| who.as_ref()),
            ),
            C::Confidential => labels::flag(case.confidential),
            C::Lead
            | C::Co
            | C::Separate
            | C::FirstLead
            | C::Leader
            | C::Post
            | C::Clerk
            | C::Phone
            | C::Assigned
            | C::Signed
            | C::Returned
            | C::Reassigned
            | C::Due
            | C::ExtendedTo => self.hand_over(column),
            C::Consulted => self.consulted(),
            C::ConsultMode => self.modes(),
            C::CoOpinion => self.co_opinions(),
            C::Replied => self.reply().map(|reply| reply.on).into(),
            C::DocNo => Cell::name(self.reply().and_then(|r| r.doc_no.as_ref())),
            C::Signer => Cell::name(self.reply().and_then(|r| r.signer.as_ref())),
            C::Class => Cell::name(case.class()),
            C::Public => self.public(),
            C::Promise => self.text(self.promise().map(|c| &c.promise)),
            C::PromiseDue => self.promise().map(|c| c.due).into(),
            C::FollowUp => self.follow_up(),
            C::Rating => self.graded(|r| r.rating.as_ref()),
            C::Attitude => Cell::name(case.rating().and_then(|r| r.attitude.as_ref())),
            C::Result => self.graded(|r| r.result.as_ref()),
            C::Rated => case.rating().map(|r| r.on).into(),
            C::ReturnedForm => self.returned_form(),
            C::Stars => self.stars(),
            C::Revisit => self.revisit(),
            C::Escalated => self.escalated(),
            C::Merged => self.merged(),
            C::Closed => case.closed.into(),
            C::Ended => self.ended(),
            C::Remarks => self.remarks(),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "cell() lists every column; the others are not about the hand-over"
    )]
    fn hand_over(&self, column: LedgerColumn) -> Cell {
        use LedgerColumn as C;
        let case = self.case;
        let (Some(first), Some(now)) = (case.assignments.first(), case.assignment()) else {
            return Cell::Empty;
        };
        let anew = case.assignments.len() > 1;
        match column {
            C::Lead => Cell::name(now.to.lead.as_ref()),
            C::Co => Cell::names(&now.to.co),
            C::Separate => Cell::names(&now.to.separate),
            C::FirstLead if anew => Cell::name(first.to.lead.as_ref()),
            C::Leader => Cell::name(now.to.leader.as_ref()),
            C::Post => Cell::name(now.to.post.as_ref()),
            C::Clerk => Cell::name(now.to.clerk.as_ref()),
            C::Phone => Cell::name(now.to.phone.as_ref()),
            C::Assigned => first.on.into(),
            C::Signed => case.signed().into(),
            C::Returned => first.returned.as_ref().map(|r| r.on).into(),
            C::Reassigned if anew => now.on.into(),
            C::Due if now.how == HandOver::Tracked => Cell::Empty,
            C::Due => now.due.or_else(|| self.clock_due()).into(),
            C::ExtendedTo => case.extension.as_ref().map(|e| e.to).into(),
            _ => Cell::Empty,
        }
    }

    /// The last day of the reply clock, without an extension.
    fn clock_due(&self) -> Option<Date> {
        let clock = deadline::reply_clock(self.book, self.case, self.as_of)?;
        Some(clock.due.date)
    }

    /// The last reply, once every unit that owes one has replied.
    fn reply(&self) -> Option<&Reply> {
        self.case.replied()?;
        self.case.current_replies().last()
    }

    fn promise(&self) -> Option<&Commitment> {
        self.case.replied()?;
        self.case.commitments.last()
    }

    fn key_supervised(&self) -> Cell {
        match &self.case.key_supervised {
            None => labels::flag(false),
            Some((on, _)) => match self.day(*on, Undated::KeySupervised) {
                Some(day) => day.into(),
                None => labels::flag(true),
            },
        }
    }

    fn consulted(&self) -> Cell {
        list(self.case.consultations.iter().map(|c| c.on.to_string()))
    }

    /// One mode for all talks, or one for each.
    fn modes(&self) -> Cell {
        let mut modes: Vec<&str> = self
            .case
            .consultations
            .iter()
            .map(|c| c.mode.word(Lang::Zh))
            .collect();
        if modes.windows(2).all(|two| two[0] == two[1]) {
            modes.truncate(1);
        }
        list(modes.into_iter().map(str::to_owned))
    }

    /// One day for all co-units, one for each in their order, or each with its unit.
    fn co_opinions(&self) -> Cell {
        let co = self
            .case
            .assignment()
            .map(|a| a.to.co.as_slice())
            .unwrap_or_default();
        let days: Vec<(&Name, Date)> = co
            .iter()
            .filter_map(|unit| Some((unit, self.case.co_opinion(unit)?)))
            .collect();
        let all = days.len() == co.len();
        match days.as_slice() {
            [] => Cell::Empty,
            [(_, first), rest @ ..] if all && rest.iter().all(|(_, day)| day == first) => {
                (*first).into()
            }
            _ if all => list(days.iter().map(|(_, day)| day.to_string())),
            _ => list(days.iter().map(|(unit, day)| format!("{unit} {day}"))),
        }
    }

    fn public(&self) -> Cell {
        match self.reply().and_then(|r| r.publication) {
            None => Cell::Empty,
            Some(Publication::Publish) => labels::flag(true),
            Some(Publication::Withhold) => labels::flag(false),
        }
    }

    fn escalated(&self) -> Cell {
        match &self.case.escalation {
            Some(escalation) => {
                let words = escalation.to.as_ref().map_or("是", Name::as_str);
                self.dated(escalation.on, Undated::Escalated, words)
            }
            None => Cell::Empty,
        }
    }

    /// The number of the case that leads the group; bare, where it is of the same series.
    fn merged(&self) -> Cell {
        let Some((on, lead)) = self.case.merged else {
            return Cell::Empty;
        };
        let number = self.book.case(lead).and_then(|lead| lead.number);
        match number {
            None => Cell::Empty,
            Some(number) if self.case.series() == number.series => {
                self.dated(on, Undated::Merged, &number.seq.to_string())
            }
            Some(_) => self.dated(on, Undated::Merged, &plain_label(self.book, lead)),
        }
    }

    /// The reason of the reply, then the remarks.
    fn remarks(&self) -> Cell {
        let reason = self.reply().and_then(|r| r.reason.as_ref());
        let reason = reason.map(|reason| format!("原因：{}", self.texts.words(reason)));
        let notes = self
            .case
            .notes
            .iter()
            .map(|(_, note)| self.texts.words(note).to_owned());
        let all: Vec<String> = reason.into_iter().chain(notes).collect();
        match all.as_slice() {
            [] => Cell::Empty,
            all => all.join("；").into(),
        }
    }

    fn text(&self, text: Option<&Text>) -> Cell {
        text.map(|text| self.texts.words(text)).into()
    }

    fn dated(&self, on: Date, what: Undated, words: &str) -> Cell {
        match self.day(on, what) {
            Some(day) => format!("{day} {words}").into(),
            None => words.into(),
        }
    }

    /// The day, where it has to be written.
    fn day(&self, on: Date, what: Undated) -> Option<Date> {
        match self.style {
            DayStyle::Always => Some(on),
            DayStyle::WhereUnusual => Some(on).filter(|on| *on != self.days.supposed(what)),
        }
    }
}

fn list(words: impl Iterator<Item = String>) -> Cell {
    let words: Vec<String> = words.collect();
    if words.is_empty() {
        Cell::Empty
    } else {
        Cell::List(words)
    }
}
