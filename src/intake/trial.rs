//! Rows on trial: their wishes are judged one after the other against a copy of the book, each
//! seeing those before it. A row that is refused leaves no trace in the copy.
//!
//! Rows that one line enters are judged together. One of them that is merged into another which is
//! not there yet is told as far as that, and to its end after the others.

use std::collections::BTreeMap;

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
use crate::domain::terms::{CaseId, Date, Number, Series};

/// The copy, the last number of each run that the file has, and who imports.
pub(super) struct Trial<'a> {
    book: Book,
    /// The line before the first row's.
    before: u64,
    last: BTreeMap<Series, u32>,
    options: &'a Options,
}

/// A row that was admitted.
pub(super) struct Admitted {
    pub(super) case: CaseId,
    pub(super) number: Option<Number>,
    pub(super) waived: Vec<Waived>,
}

/// What became of a row, by its place in the file.
pub(super) type Judged = BTreeMap<usize, Result<Admitted, Reason>>;

/// How far a row is told.
struct Begun {
    case: CaseId,
    /// So many of its wishes.
    told: usize,
    /// It is told to its end when its lead is there.
    waits: bool,
    waived: Vec<Waived>,
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

fn is_merging(wish: &Command) -> bool {
    matches!(
        wish,
        Command::OnCases {
            wish: CaseWish::Merge { .. },
            ..
        }
    )
}

impl<'a> Trial<'a> {
    /// A copy of the book with the roster line that the rows need.
    pub(super) fn new(
        book: &Book,
        roster: Vec<Event>,
        numbers: impl Iterator<Item = Number>,
        options: &'a Options,
    ) -> Self {
        let mut last = BTreeMap::new();
        for number in numbers {
            let most = last.entry(number.series).or_insert(number.seq);
            *most = number.seq.max(*most);
        }
        let mut trial = Self {
            book: book.clone(),
            before: 0,
            last,
            options,
        };
        if !roster.is_empty() {
            let line = trial.line(roster);
            // What is added is not on record: nothing can stand against it.
            let _ = trial.book.apply(line);
        }
        trial.before = trial.book.head();
        trial
    }

    /// The facts of each line that enters rows.
    pub(super) fn into_lines(self) -> impl Iterator<Item = Vec<Event>> {
        let lines = self.book.into_lines_after(self.before);
        lines
            .map(|line| line.events)
            .filter(|facts| !facts.is_empty())
    }

    /// Judges the rows that one line enters and folds them into the copy; whether it enters any.
    pub(super) fn rows(&mut self, rows: &[(usize, &Completed)]) -> (Judged, bool) {
        let head = self.book.head();
        let mut judged = Judged::new();
        loop {
            let left = rows.iter().filter(|(place, _)| !judged.contains_key(place));
            let left: Vec<(usize, &Completed)> = left.copied().collect();
            match self.together(head, &left) {
                Ok(admitted) => {
                    judged.extend(admitted.into_iter().map(|(place, row)| (place, Ok(row))));
                    break;
                }
                // What was told beside it may have rested on it.
                Err((place, reason)) => {
                    if self.book.head() > head {
                        self.book.take_last();
                    }
                    judged.insert(place, Err(reason));
                }
            }
        }
        self.book.end_last();
        let last = self.book.entries().next_back();
        let is_new = last.filter(|line| line.seq > head);
        (judged, is_new.is_some_and(|line| !line.events.is_empty()))
    }

    /// Tells some rows in their order, then those to their end that had to wait.
    fn together(
        &mut self,
        head: u64,
        rows: &[(usize, &Completed)],
    ) -> Result<BTreeMap<usize, Admitted>, (usize, Reason)> {
        let mut begun = Vec::new();
        for (place, row) in rows {
            let lead = row.row.merged.as_ref();
            let lead = lead.map(|merged| self.book.find(&merged.value));
            let not_begun = Begun {
                case: self.book.next_case(),
                told: 0,
                waits: rows.len() > 1 && lead.is_some_and(|lead| lead.is_err()),
                waived: Vec::new(),
            };
            let told = self.tell(head, row, not_begun);
            begun.push((*place, *row, told.map_err(|reason| (*place, reason))?));
        }
        let mut admitted = BTreeMap::new();
        for (place, row, mut told) in begun {
            if std::mem::take(&mut told.waits) {
                let rest = self.tell(head, row, told);
                told = rest.map_err(|reason| (place, reason))?;
            }
            let number = self.book.case(told.case).and_then(|case| case.number);
            let row = Admitted {
                case: told.case,
                number,
                waived: told.waived,
            };
            admitted.insert(place, row);
        }
        Ok(admitted)
    }

    /// Tells a row on: up to its merging, or to its end.
    fn tell(&mut self, head: u64, row: &Completed, mut begun: Begun) -> Result<Begun, Reason> {
        let case = begun.case;
        let setting = self.setting(row, Some(case).filter(|_| begun.waits))?;
        let steps = wishes(&row.row, case, &setting);
        in_order(&steps)?;
        let merging = steps.iter().position(|(_, wish)| is_merging(wish));
        let until = merging.filter(|_| begun.waits).unwrap_or(steps.len());
        for (on, wish) in steps.into_iter().take(until).skip(begun.told) {
            let wish = self.without_the_clocks_limit(wish, case, on);
            let events = self.judge(on, &wish, &mut begun.waived)?;
            self.fold(head, events, on)?;
        }
        begun.told = until;
        Ok(begun)
    }

    /// What its wishes depend on. One that waits for its lead is told as if it were its own.
    fn setting(&self, row: &Completed, lead: Option<CaseId>) -> Result<Setting, Reason> {
        let office = self.book.office();
        let rules = row.row.submitted.and_then(|day| office.rules_on(day));
        let merged = row.row.merged.as_ref().filter(|_| lead.is_none());
        let found = merged.map(|merged| self.book.find(&merged.value));
        let found = found.transpose().map_err(|refusal| Reason::Refused {
            on: row.row.submitted.unwrap_or(self.options.today),
            refusal,
        })?;
        Ok(Setting {
            level: office.level(),
            number: self.number(row),
            merged_into: lead.or(found),
            reviewed: rules.is_some_and(|rules| rules.number.given_at == NumberGiven::Accept),
            today: self.options.today,
        })
    }

    /// The number after the last one that the file has, where that is behind the next free one.
    fn number(&self, row: &Completed) -> Option<u32> {
        let last = self
            .last
            .get(&row.series)
            .filter(|_| row.row.no.is_none())?;
        let given = self.book.last_number(row.series).map(|number| number.seq);
        let is_behind = given.is_none_or(|given| given < *last);
        is_behind.then(|| last.saturating_add(1))
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
