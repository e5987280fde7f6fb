//! A row on trial: its wishes are judged one after the other against a copy of the book, each
//! seeing those before it. A row that is refused leaves no trace in the copy.

use chrono::{DateTime, FixedOffset};

use super::allowed::allowed;
use super::complete::Completed;
use super::plan::{Options, Reason, Waived};
use super::wishes::{Setting, wishes};
use crate::domain::book::{Assignment, Book, Entry, HandOver};
use crate::domain::command::{CaseWish, Command};
use crate::domain::deadline;
use crate::domain::event::{Event, Handlers};
use crate::domain::refusal::Rule;
use crate::domain::rules::{HandOverNeed, NumberGiven};
use crate::domain::terms::{CaseId, Date};

/// The copy, and who imports.
pub(super) struct Trial<'a> {
    book: Book,
    options: &'a Options,
}

/// A row that was admitted.
pub(super) struct Admitted {
    pub(super) case: CaseId,
    pub(super) events: Vec<Event>,
    pub(super) waived: Vec<Waived>,
}

/// Nothing happens to a suggestion before it is handed in: told as what it is, for the case that
/// the step is about is not there yet.
fn in_order(steps: &[(Date, Command)]) -> Result<(), Reason> {
    let submitted = steps
        .iter()
        .find(|(_, wish)| matches!(wish, Command::Submit(_)));
    let Some(after) = submitted.map(|(on, _)| *on) else {
        return Ok(());
    };
    let early = steps.iter().map(|(on, _)| *on).find(|on| *on < after);
    early.map_or(Ok(()), |on| {
        let refusal = Rule::TooEarly { on, after }.into();
        Err(Reason::Refused { on, refusal })
    })
}

impl<'a> Trial<'a> {
    /// A copy of the book with the roster line that the rows need.
    pub(super) fn new(book: &Book, roster: Vec<Event>, options: &'a Options) -> Self {
        let mut trial = Self {
            book: book.clone(),
            options,
        };
        if !roster.is_empty() {
            let line = trial.line(roster);
            // What is added is not on record: nothing can stand against it.
            let _ = trial.book.apply(line);
        }
        trial
    }

    /// Judges a row and folds it into the copy.
    pub(super) fn row(&mut self, row: &Completed) -> Result<Admitted, Reason> {
        let case = self.book.next_case();
        let head = self.book.head();
        let setting = self.setting(row)?;
        let mut waived = Vec::new();
        let steps = wishes(&row.row, case, &setting);
        in_order(&steps)?;
        for (on, wish) in steps {
            let wish = self.without_the_clocks_limit(wish, case, on);
            let judged = self.judge(on, &wish, &mut waived);
            if let Err(reason) = judged.and_then(|events| self.fold(head, events, on)) {
                if self.book.head() > head {
                    self.book.take_last();
                }
                return Err(reason);
            }
        }
        let line = self
            .book
            .entries()
            .next_back()
            .filter(|line| line.seq > head);
        Ok(Admitted {
            case,
            events: line.map(|line| line.events.clone()).unwrap_or_default(),
            waived,
        })
    }

    fn setting(&self, row: &Completed) -> Result<Setting, Reason> {
        let office = self.book.office();
        let rules = row.row.submitted.and_then(|day| office.rules_on(day));
        let lead = row.row.merged.as_ref();
        let lead = lead.map(|merged| self.book.find(&merged.value));
        let merged_into = lead.transpose().map_err(|refusal| Reason::Refused {
            on: row.row.submitted.unwrap_or(self.options.today),
            refusal,
        })?;
        Ok(Setting {
            level: office.level(),
            merged_into,
            reviewed: rules.is_some_and(|rules| rules.number.given_at == NumberGiven::Accept),
            today: self.options.today,
        })
    }

    fn judge(
        &self,
        on: Date,
        wish: &Command,
        waived: &mut Vec<Waived>,
    ) -> Result<Vec<Event>, Reason> {
        let judged = allowed(&self.book, on, wish, self.options);
        let (events, let_off) = judged.map_err(|refusal| Reason::Refused { on, refusal })?;
        waived.extend(let_off);
        Ok(events)
    }

    /// The first facts of a row begin its line, the others stand in it.
    fn fold(&mut self, head: u64, events: Vec<Event>, on: Date) -> Result<(), Reason> {
        let folded = if self.book.head() > head {
            self.book.extend_last(events)
        } else {
            let line = self.line(events);
            self.book.apply(line)
        };
        folded.map_err(|impossible| Reason::Impossible { on, impossible })
    }

    fn line(&self, events: Vec<Event>) -> Entry {
        Entry {
            seq: self.book.head() + 1,
            at: DateTime::<FixedOffset>::default(),
            by: self.options.by.clone(),
            batch: None,
            lenient: self.options.lenient,
            events,
        }
    }

    /// A limit that the clock gives anyway was not agreed on.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only a hand-over carries a limit"
    )]
    fn without_the_clocks_limit(&self, mut wish: Command, id: CaseId, on: Date) -> Command {
        let Command::OnCases { wish: step, .. } = &mut wish else {
            return wish;
        };
        let (hand_over, how) = match step {
            CaseWish::Assign(wish) => (wish, HandOver::Assigned),
            CaseWish::Reassign(wish) => (wish, HandOver::Reassigned),
            _ => return wish,
        };
        let due = hand_over.due.filter(|_| !self.names_limits(on));
        if due.is_some() && due == self.clock_due(id, &hand_over.to, on, how) {
            hand_over.due = None;
        }
        wish
    }

    /// Whether the rules of a day ask for a limit in some hand-overs: then it is never left out.
    fn names_limits(&self, on: Date) -> bool {
        self.book.office().rules_on(on).is_some_and(|rules| {
            let needs = rules.gates.key_needs.iter();
            let mut needs = needs.chain(&rules.gates.complex_needs);
            needs.any(|need| *need == HandOverNeed::Limit)
        })
    }

    /// The last day that the reply clock would give this hand-over.
    fn clock_due(&self, id: CaseId, to: &Handlers, on: Date, how: HandOver) -> Option<Date> {
        let mut case = self.book.case(id)?.clone();
        case.assignments.push(Assignment::new(on, how, to.clone()));
        let clock = deadline::reply_clock(&self.book, &case, self.options.today)?;
        Some(clock.due.date)
    }
}
