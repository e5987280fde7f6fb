//! A book made line by line, for who reads a long record: no line is kept, and the files of cases
//! to which nothing happens for a while are packed, so that it takes the room of what stands in it
//! and not of what was written.
//!
//! Refuses to guess: a case of which a later line tells an earlier day, or that a later line takes
//! back or corrects, is folded again at the end, from lines that are read again ([`Past`]).

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::entered::Entered;
use super::entries::{Entries, Past};
use super::entry::{Entry, FactId};
use super::files::{File, Files, Packed, Standing};
use super::history::{History, facts_of};
use super::impossible::{Clash, Impossible};
use super::office::Office;
use super::places::{At, Place, Places};
use super::strand::Strands;
use super::{Book, View, fold, fold_case, impossible};
use crate::domain::event::{self, About, Event, Work};
use crate::domain::terms::{CaseId, Date, Names, Number};

/// So many files are at hand at once, unless told otherwise.
const ROOM: usize = 1 << 12;

/// A book that is being made.
#[derive(Debug, Default)]
pub struct Making {
    view: View,
    /// So many files are at hand at once.
    room: usize,
    /// The last line so far.
    last: u64,
    entered: Entered,
    /// Facts about other lines, and those of the office, in the order of recording.
    record: Vec<(FactId, Event)>,
    office: Vec<(FactId, Event)>,
    work: Vec<(FactId, Work)>,
    /// The numbers that cases were given, in the order of recording.
    numbers: Vec<(CaseId, Number)>,
    at_hand: BTreeMap<CaseId, Box<File>>,
    packed: Shelf,
    /// The cases that are folded at the end.
    again: BTreeSet<CaseId>,
}

/// Files that are packed.
#[derive(Debug, Default)]
struct Shelf {
    files: BTreeMap<CaseId, (Rc<[u8]>, Standing)>,
    /// The cases that lead others, with all that were ever merged into them.
    groups: BTreeMap<CaseId, BTreeSet<CaseId>>,
    last_day: Option<Date>,
    /// Those of the files.
    names: Names,
    /// Room to pack in.
    room: Vec<u8>,
    /// Something could not be packed or unpacked: what is made of it does not count.
    failed: bool,
}

impl Shelf {
    fn put(&mut self, id: CaseId, file: &File) {
        let leads = file.case.iter().flat_map(|case| &case.leads);
        for lead in leads {
            self.groups.entry(*lead).or_default().insert(id);
        }
        self.last_day = self.last_day.max(file.last);
        let room = std::mem::take(&mut self.room);
        match self.names.within(|| postcard::to_extend(file, room)) {
            Ok(mut room) => {
                let standing = Standing::of(file.case.as_ref());
                self.files.insert(id, (room.as_slice().into(), standing));
                room.clear();
                self.room = room;
            }
            Err(_) => self.failed = true,
        }
    }

    fn take(&mut self, id: CaseId) -> Option<File> {
        let (bytes, _) = self.files.remove(&id)?;
        self.unpacked(&bytes)
    }

    fn look(&mut self, id: CaseId) -> Option<File> {
        let (bytes, _) = self.files.get(&id)?;
        let bytes = Rc::clone(bytes);
        self.unpacked(&bytes)
    }

    fn unpacked(&mut self, bytes: &[u8]) -> Option<File> {
        let file = self.names.within(|| postcard::from_bytes(bytes));
        self.failed |= file.is_err();
        file.ok()
    }
}

impl Making {
    /// Nothing so far.
    pub fn new(view: View) -> Self {
        Self {
            view,
            room: ROOM,
            ..Self::default()
        }
    }

    /// The same with so many files at hand.
    #[must_use]
    pub fn with_room(self, room: usize) -> Self {
        Self { room, ..self }
    }

    /// Takes in the next line.
    pub fn take(&mut self, entry: &Entry) {
        if self.view.known.is_some_and(|known| known < entry.seq) {
            return;
        }
        self.last = entry.seq;
        for (id, event) in facts_of(entry) {
            self.entered.note(event);
            match event.about() {
                About::Case(case) => self.take_fact(case, id, event),
                About::Work(work) => self.work.push((id, work)),
                About::Office => self.office.push((id, event.clone())),
                About::Record => self.record.push((id, event.clone())),
            }
        }
    }

    fn take_fact(&mut self, case: CaseId, id: FactId, event: &Event) {
        if let Event::Numbered(event::Numbered { number, .. }) = event {
            self.numbers.push((case, *number));
        }
        if self.at_hand.len() >= self.room && !self.at_hand.contains_key(&case) {
            self.put_aside();
        }
        let Self {
            at_hand, packed, ..
        } = self;
        let unpacked = || Box::new(packed.take(case).unwrap_or_default());
        let file = at_hand.entry(case).or_insert_with(unpacked);
        let on = event.on();
        file.timeline.push(id);
        if file.last > Some(on) {
            self.again.insert(case);
        }
        file.last = file.last.max(Some(on));
        let seen = self.view.as_of.is_none_or(|as_of| on <= as_of);
        if !seen || self.again.contains(&case) {
            return;
        }
        if fold::fold(&mut file.case, event).is_err() {
            // What comes later may tell how it was possible.
            file.case = None;
            self.again.insert(case);
        }
    }

    fn put_aside(&mut self) {
        for (id, file) in std::mem::take(&mut self.at_hand) {
            self.packed.put(id, &file);
        }
    }

    /// The book, with somebody who can read the lines again.
    ///
    /// # Errors
    /// The first fact that cannot have happened.
    pub fn finish(mut self, past: Rc<dyn Past>) -> Result<Book, Impossible> {
        self.put_aside();
        let entries = Entries::again(Rc::clone(&past), self.last);
        let record = self.record.iter().map(|(id, event)| (*id, event));
        let history = History::told(record, &entries)
            .map_err(|(id, clash)| impossible(&entries, None, id, None, clash))?;
        let mut book = Book {
            view: self.view,
            entries,
            history,
            entered: self.entered,
            ..Book::default()
        };
        (book.office, book.office_facts) = office(&book, &self.office)?;
        let mut work = Strands::default();
        for (id, part) in &self.work {
            if !book.history.is_undone(id.line) {
                work.note(*part, *id);
            }
        }
        book.work = work.fold(&book, None)?;
        self.again.extend(changed(&book, past.as_ref()));
        for case in &self.again {
            fold_again(&book, &mut self.packed, *case, past.as_ref())?;
        }
        book.groups = std::mem::take(&mut self.packed.groups);
        for (case, number) in self.standing_numbers(&book, past.as_ref()) {
            book.enter_number(number, case, None)?;
        }
        let Shelf {
            files,
            names,
            last_day,
            failed,
            ..
        } = self.packed;
        let mut places = Standing::ALL.map(|_| Vec::new());
        for (case, (bytes, standing)) in files {
            let at = At::Hand(bytes);
            places[standing as usize].push(Place { case, at });
        }
        let places = places.map(Places::at_hand);
        let packed = Packed::new(past, names, places, None, last_day);
        if failed {
            packed.give_up();
        }
        book.files = Files::packed(packed);
        Ok(book)
    }

    /// The numbers that stand, by case; those of cases that were folded again are read again.
    fn standing_numbers(&mut self, book: &Book, past: &dyn Past) -> Vec<(CaseId, Number)> {
        let mut numbers = std::mem::take(&mut self.numbers);
        numbers.retain(|(id, _)| !self.again.contains(id));
        for id in &self.again {
            let Some(file) = self.packed.look(*id) else {
                continue;
            };
            let lines = lines_of(&file.timeline, past);
            let facts = standing(book, &file.timeline, &lines);
            numbers.extend(facts.filter_map(|(_, event)| {
                let Event::Numbered(event::Numbered { number, .. }) = event else {
                    return None;
                };
                Some((*id, *number))
            }));
        }
        numbers.sort_by_key(|(id, _)| *id);
        numbers
    }
}

/// The office as its facts that stand make it.
fn office(book: &Book, told: &[(FactId, Event)]) -> Result<(Office, Vec<FactId>), Impossible> {
    let (mut office, mut facts) = (Office::default(), Vec::new());
    for (id, event) in told {
        let Some(event) = book.history.as_it_stands(*id, Some(event)) else {
            continue;
        };
        facts.push(*id);
        office
            .fold(event)
            .map_err(|clash| impossible(&book.entries, None, *id, Some(event), clash))?;
    }
    Ok((office, facts))
}

/// The cases of which a fact was taken back or corrected.
fn changed(book: &Book, past: &dyn Past) -> Vec<CaseId> {
    let corrected = book.history.corrected.keys().map(|id| id.line);
    let lines: BTreeSet<u64> = book
        .history
        .undone
        .iter()
        .copied()
        .chain(corrected)
        .collect();
    let entries = lines.into_iter().filter_map(|line| past.entry(line));
    let events = entries.flat_map(|entry| entry.events);
    events.filter_map(|event| event.case()).collect()
}

/// Folds a case from its lines, in the order of the days.
fn fold_again(
    book: &Book,
    packed: &mut Shelf,
    case: CaseId,
    past: &dyn Past,
) -> Result<(), Impossible> {
    packed.groups.values_mut().for_each(|group| {
        group.remove(&case);
    });
    packed.groups.retain(|_, group| !group.is_empty());
    let mut file = packed.take(case).unwrap_or_default();
    let told = std::mem::take(&mut file.timeline);
    let lines = lines_of(&told, past);
    let mut facts: Vec<_> = standing(book, &told, &lines).collect();
    facts.sort_by_key(|(id, event)| (event.on(), *id));
    file.timeline = facts.iter().map(|(id, _)| *id).collect();
    file.last = facts.last().map(|(_, event)| event.on());
    let seen = |event: &Event| book.view.as_of.is_none_or(|as_of| event.on() <= as_of);
    let by_then = facts.iter().copied().take_while(|(_, event)| seen(event));
    file.case = fold_case(by_then).map_err(|(id, event, clash): (_, _, Clash)| {
        impossible(&book.entries, None, id, Some(event), clash)
    })?;
    if !file.timeline.is_empty() {
        packed.put(case, &file);
    }
    Ok(())
}

/// The lines of some facts, in their order.
fn lines_of(facts: &[FactId], past: &dyn Past) -> Vec<Entry> {
    let lines: BTreeSet<u64> = facts.iter().map(|id| id.line).collect();
    lines
        .into_iter()
        .filter_map(|line| past.entry(line))
        .collect()
}

/// Those of some facts that stand, as they stand.
fn standing<'a>(
    book: &'a Book,
    facts: &'a [FactId],
    lines: &'a [Entry],
) -> impl Iterator<Item = (FactId, &'a Event)> {
    facts.iter().filter_map(|id| {
        let line = lines.binary_search_by_key(&id.line, |entry| entry.seq);
        let entry = lines.get(line.ok()?)?;
        Some((*id, book.history.standing(entry, *id)?))
    })
}
