//! Everything known, folded from facts.
//!
//! Two times are never mixed: `as_of` is the last day whose happenings are looked at, `known` the
//! last line that had been recorded. A view is the facts recorded by `known`, less those taken
//! back and as corrected by then, read per case in the order of the days they happened on, and of
//! recording within a day. Late, corrected and imported facts need nothing else.
//!
//! The book refuses what cannot have happened ([`Impossible`]), and nothing more: what the
//! office's rules forbid is judged in `decide`. It lends its parts read-only.

mod about;
mod activities;
mod aside;
mod assessments;
mod case;
mod checkpoint;
mod citizens;
mod day;
mod draft;
mod effects;
mod entered;
mod entries;
mod entry;
mod files;
mod fold;
mod groups;
mod history;
mod holding;
mod impossible;
mod lookup;
mod making;
mod meetings;
mod mended;
mod office;
mod opinions;
mod passing;
mod past;
mod performance;
mod places;
mod projects;
mod ratings;
mod register;
mod standing;
mod strand;
mod timeline;
mod view;
mod wordings;

use std::collections::{BTreeMap, BTreeSet};

pub use activities::{Activities, Activity, ActivityState};
pub use assessments::Assessments;
pub use case::{
    Adjudication, Assignment, Booking, Case, Character, ClassStep, ClassStepKind, CoOpinion,
    Commitment, Consultation, Designation, Difficulty, Effect, Escalation, Evidence, Extension,
    Fate, Forgiven, HandOver, Inspection, LookBack, Milestone, Notice, Oversight, PreAssignment,
    Progress, PublicRating, Rating, ReReply, Reminder, Reply, Return, Revisit, Rework, Seldom,
    Settled, State, Titled,
};
pub use checkpoint::LAYOUT;
pub use citizens::{Citizen, Citizens, HouseholdVisit, Pairing};
pub use entries::Past;
pub use entry::{Entry, Fact, FactId};
pub use history::Once;
pub use impossible::{Clash, Ending, Impossible};
pub use making::Making;
pub use meetings::{Deliberation, Meeting, MeetingState, Meetings};
pub use office::{
    Adoption, Check, Deputy, Group, Identity, Mandate, Membership, Office, Post, SavedFilter,
    SavedMapping, Session, Staffing, Station, Unit,
};
pub use opinions::{
    Answer, Discussion, Opinion, OpinionState, Opinions, Outcome, PassedOn, Proposal,
};
pub use passing::Passing;
pub use performance::{Performance, Pledge, PledgeState};
pub use projects::{Ballot, BallotResult, Care, Defect, Project, ProjectStage, Projects};
pub use view::View;

use self::effects::{Effects, Touched};
use self::entered::Entered;
use self::entries::Entries;
use self::entry::Step;
use self::files::{File, Files};
use self::history::{History, facts_of};
use self::register::Register;
use self::strand::Strands;
use crate::domain::event::{self, About, Event};
use crate::domain::terms::{CaseId, Date, Number, Texts};

/// The book.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    view: View,
    entries: Entries,
    history: History,
    office: Office,
    /// Where the facts of the office stand that count, in the order of recording.
    office_facts: Vec<FactId>,
    work: Strands,
    files: Files,
    register: Register,
    /// The leads of merged groups with all that were ever merged into them (并案).
    groups: BTreeMap<CaseId, BTreeSet<CaseId>>,
    entered: Entered,
}

impl Book {
    /// Folds a record from its beginning.
    ///
    /// # Errors
    /// The first fact that cannot have happened.
    pub fn replay(
        entries: impl IntoIterator<Item = Entry>,
        view: View,
    ) -> Result<Self, Impossible> {
        let within = |entry: &Entry| view.known.is_none_or(|known| entry.seq <= known);
        let entries = entries.into_iter().take_while(within).collect();
        Self::fold_all(Entries::of(entries), view)
    }

    /// Folds one more line.
    ///
    /// # Errors
    /// A fact of it, or one that stands after it in the order of days, cannot have happened; the
    /// book is then as it was.
    pub fn apply(&mut self, entry: Entry) -> Result<(), Impossible> {
        match self.effects(&entry, 0)? {
            Effects::Rebuilt(book) => *self = *book,
            Effects::Touched(touched) => {
                self.entries.push(entry);
                self.keep(touched, 0);
            }
        }
        Ok(())
    }

    /// Takes over what the last line changed by its facts from `from` on. Facts were only added:
    /// every number that was on the register stays there.
    fn keep(&mut self, touched: Touched, from: usize) {
        let last = self.entries.newest().into_iter();
        for event in last.flat_map(|entry| &entry.events).skip(from) {
            self.entered.note(event);
        }
        if let Some((office, facts)) = touched.office {
            self.office = *office;
            self.office_facts.extend(facts);
        }
        if let Some(work) = touched.work {
            self.work = *work;
        }
        for (id, file) in touched.files {
            let numbers = numbers_of(&self.entries, &self.history, &file, id);
            self.register.extend(numbers);
            self.put(id, file);
        }
    }

    /// Whether a line could be folded now.
    ///
    /// # Errors
    /// As [`Book::apply`].
    pub fn admits(&self, entry: &Entry) -> Result<(), Impossible> {
        self.effects(entry, 0).map(|_| ())
    }

    /// The book with one more line; this one stays as it is.
    ///
    /// # Errors
    /// As [`Book::apply`].
    pub fn with(&self, entry: Entry) -> Result<Self, Impossible> {
        let mut book = self.clone();
        book.apply(entry)?;
        Ok(book)
    }

    /// The view it was folded for.
    pub fn view(&self) -> View {
        self.view
    }

    /// The number of the last line, 0 for none.
    pub fn head(&self) -> u64 {
        self.entries.head()
    }

    /// The lines as recorded.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter()
    }

    /// Shows each line as recorded, for one look: who looks at all of them keeps none.
    pub fn walk_entries(&self, look: impl FnMut(&Entry)) {
        self.entries.look_at_each(look);
    }

    /// A line as recorded.
    pub fn entry(&self, line: u64) -> Option<&Entry> {
        self.entries.get(line)
    }

    /// Whether a line was taken back.
    pub fn is_undone(&self, line: u64) -> bool {
        self.history.is_undone(line)
    }

    /// The office's rules, calendar, sessions and rosters.
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// The cases that had been handed in, in the order they were entered.
    pub fn cases(&self) -> impl Iterator<Item = &Case> {
        self.files.iter().filter_map(|(_, file)| file.case.as_ref())
    }

    /// A case; none if it was not handed in within the view.
    pub fn case(&self, id: CaseId) -> Option<&Case> {
        self.files.get(id)?.case.as_ref()
    }

    /// A fact that stands.
    pub fn fact(&self, id: FactId) -> Option<Fact<'_>> {
        let entry = self.entries.get(id.line)?;
        let event = self.history.standing(entry, id)?;
        Some(Fact { id, entry, event })
    }

    /// The value a field of a fact has now, `null` where it is left out; none if there is no such
    /// fact.
    pub fn field(&self, id: FactId, field: &str) -> Option<serde_json::Value> {
        history::field_of(self.fact(id)?.event, field)
    }

    /// Every fact of a kind that the journal holds, as it was said at any time.
    pub fn ever_said(&self, wanted: impl Fn(&Event) -> bool) -> Vec<Once> {
        history::ever_said(&self.history, &self.entries, wanted)
    }

    /// Whether a field of a fact can have a value.
    pub fn takes(&self, id: FactId, field: &str, value: &serde_json::Value) -> bool {
        let fact = self.fact(id);
        fact.is_some_and(|fact| history::takes(fact.event, field, value))
    }

    /// Whose number it is or was. Numbers are an office matter: all that are known are here,
    /// whatever the view's day.
    pub fn holder_of(&self, number: &Number) -> Option<CaseId> {
        self.register.get(number)
    }

    /// All numbers ever given that stand, with their cases.
    pub fn register(&self) -> impl Iterator<Item = (Number, CaseId)> {
        self.register.iter()
    }

    /// Who knows the words of long texts.
    pub fn texts(&self) -> Texts {
        Texts
    }

    fn fold_all(entries: Entries, view: View) -> Result<Self, Impossible> {
        let history = History::read(&entries)
            .map_err(|(id, clash)| impossible(&entries, None, id, None, clash))?;
        let mut book = Self {
            view,
            entries,
            history,
            ..Self::default()
        };
        let mut office = Office::default();
        for entry in book.entries.iter() {
            for (id, recorded) in facts_of(entry) {
                book.entered.note(recorded);
                let Some(event) = book.history.standing(entry, id) else {
                    continue;
                };
                match event.about() {
                    About::Case(case) => {
                        let on = event.on();
                        book.files.add(case, Step { on, id });
                    }
                    About::Work(work) => book.work.note(work, id),
                    About::Office => {
                        book.office_facts.push(id);
                        office.fold(event).map_err(|clash| {
                            impossible(&book.entries, None, id, Some(event), clash)
                        })?;
                    }
                    About::Record => {}
                }
            }
        }
        book.office = office;
        book.work = std::mem::take(&mut book.work).fold(&book, None)?;
        let ids: Vec<CaseId> = book.files.iter().map(|(id, _)| id).collect();
        for id in ids {
            let mut file = book.files.remove(id).unwrap_or_default();
            file.timeline.sort_unstable();
            file.case = book.fold_file(&file.timeline, None)?;
            for (number, case) in numbers_of(&book.entries, &book.history, &file, id) {
                book.enter_number(number, case, None)?;
            }
            book.put(id, file);
        }
        Ok(book)
    }

    fn event_in<'a>(&'a self, id: FactId, extra: Option<&'a Entry>) -> Option<&'a Event> {
        match extra.filter(|e| e.seq == id.line) {
            Some(entry) => entry.events.get(usize::from(id.index)),
            None => self.fact(id).map(|f| f.event),
        }
    }

    /// Folds a timeline up to the view's day.
    fn fold_file(
        &self,
        timeline: &[Step],
        extra: Option<&Entry>,
    ) -> Result<Option<Case>, Impossible> {
        let seen = |step: &&Step| self.view.has_come(step.on);
        let steps = timeline.iter().take_while(seen);
        let facts = steps.filter_map(|step| Some((step.id, self.event_in(step.id, extra)?)));
        fold_case(facts)
            .map_err(|(id, event, clash)| impossible(&self.entries, extra, id, Some(event), clash))
    }

    fn enter_number(
        &mut self,
        number: Number,
        case: CaseId,
        extra: Option<&Entry>,
    ) -> Result<(), Impossible> {
        match self.register.insert(number, case) {
            Some(holder) if holder != case => {
                let given = |f: &Fact<'_>| matches!(f.event, Event::Numbered(event::Numbered { number: n, .. }) if *n == number);
                let id = self.timeline(case).find(given).map(|f| f.id);
                let id = id.unwrap_or(FactId {
                    line: self.head(),
                    index: 0,
                });
                let clash = Clash::NumberTaken(number, holder);
                Err(impossible(&self.entries, extra, id, None, clash))
            }
            _ => Ok(()),
        }
    }
}

fn fold_case<'a>(
    facts: impl Iterator<Item = (FactId, &'a Event)>,
) -> Result<Option<Case>, (FactId, &'a Event, Clash)> {
    let mut case = None;
    for (id, event) in facts {
        fold::fold(&mut case, event).map_err(|clash| (id, event, clash))?;
    }
    Ok(case)
}

fn numbers_of(
    entries: &Entries,
    history: &History,
    file: &File,
    case: CaseId,
) -> Vec<(Number, CaseId)> {
    let ids = file.timeline.iter().map(|step| step.id);
    let events = ids.filter_map(|id| history.standing(entries.get(id.line)?, id));
    let numbers = events.filter_map(|event| {
        let Event::Numbered(event::Numbered { number, .. }) = event else {
            return None;
        };
        Some((*number, case))
    });
    numbers.collect()
}

fn impossible(
    entries: &Entries,
    extra: Option<&Entry>,
    at: FactId,
    event: Option<&Event>,
    clash: Clash,
) -> Impossible {
    let entry = extra
        .filter(|e| e.seq == at.line)
        .or_else(|| entries.get(at.line));
    let event = event.or_else(|| entry?.events.get(usize::from(at.index)));
    Impossible {
        at,
        event: event.map_or("?", Event::name),
        on: event.map_or(Date::MIN, Event::on),
        case: event.and_then(Event::case),
        clash,
    }
}
