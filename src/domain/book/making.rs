//! A book made line by line, for who reads a long record: no line is kept, and the files of cases
//! to which nothing happens for a while are packed, so that it takes the room of what stands in it
//! and not of what was written.
//!
//! Refuses to guess: a case of which a later line tells an earlier day, or that a later line takes
//! back or corrects, is folded again at the end, from lines that are read again ([`Past`]).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::aside::{Aside, PutAside};
use super::entered::Entered;
use super::entries::{Entries, Past};
use super::entry::{Entry, FactId, Step};
use super::files::{File, Files, Packed};
use super::history::{History, facts_of};
use super::impossible::{Clash, Impossible};
use super::office::Office;
use super::places::{At, Place, Places};
use super::standing::Standing;
use super::strand::Strands;
use super::{Book, View, fold, fold_case, impossible};
use crate::domain::event::{self, About, Event, Work};
use crate::domain::terms::{CaseId, Names, Number};

/// So many files are at hand at once, unless told otherwise.
const ROOM: usize = 1 << 12;

/// A book that is being made.
#[derive(Debug, Default)]
pub struct Making {
    view: View,
    /// The last line so far.
    last: u64,
    entered: Entered,
    /// Facts about other lines, and those of the office, in the order of recording.
    record: Vec<(FactId, Event)>,
    office: Vec<(FactId, Event)>,
    work: Vec<(FactId, Work)>,
    /// The numbers that cases were given, in the order of recording.
    numbers: Vec<(CaseId, Number)>,
    files: Shelf,
    /// The cases that are folded at the end.
    again: BTreeSet<CaseId>,
}

/// The files, those of cases to which nothing happened for a while packed.
#[derive(Debug, Default)]
struct Shelf {
    /// So many are at hand at once.
    room: usize,
    at_hand: BTreeMap<CaseId, File>,
    packed: Aside,
    /// The packed cases that lead others, with all that were ever merged into them.
    groups: BTreeMap<CaseId, BTreeSet<CaseId>>,
    /// Those of the packed files.
    names: Names,
    /// Bytes to pack in.
    bytes: Vec<u8>,
    /// Something could not be packed or unpacked: what is made of it does not count.
    failed: bool,
}

/// Puts a case into the groups that it belongs to.
fn join(groups: &mut BTreeMap<CaseId, BTreeSet<CaseId>>, id: CaseId, file: &File) {
    for lead in file.case.iter().flat_map(|case| &case.leads) {
        groups.entry(*lead).or_default().insert(id);
    }
}

impl Shelf {
    /// A file, made where there is none; others are put aside where there is no room for it.
    fn open(&mut self, id: CaseId) -> &mut File {
        if !self.at_hand.contains_key(&id) {
            self.make_room();
            let unpacked = self.unpack(id).unwrap_or_default();
            self.at_hand.insert(id, unpacked);
        }
        self.at_hand.entry(id).or_default()
    }

    fn make_room(&mut self) {
        if self.at_hand.len() >= self.room {
            self.put_aside();
        }
    }

    fn put_aside(&mut self) {
        let files = std::mem::take(&mut self.at_hand).into_iter();
        let mut packed = std::mem::take(&mut self.packed);
        packed.put(files.filter_map(|(id, file)| self.pack(id, &file)));
        self.packed = packed;
    }

    fn pack(&mut self, case: CaseId, file: &File) -> Option<PutAside> {
        join(&mut self.groups, case, file);
        let bytes = std::mem::take(&mut self.bytes);
        let packed = self.names.within(|| postcard::to_extend(file, bytes));
        self.failed |= packed.is_err();
        let mut bytes = packed.ok()?;
        let aside = PutAside {
            case,
            standing: Standing::of(file.case.as_ref()),
            last: file.last(),
            bytes: bytes.as_slice().into(),
        };
        bytes.clear();
        self.bytes = bytes;
        Some(aside)
    }

    /// Takes a file out, and its case out of its groups.
    fn take(&mut self, id: CaseId) -> Option<File> {
        self.groups.values_mut().for_each(|group| {
            group.remove(&id);
        });
        self.groups.retain(|_, group| !group.is_empty());
        let at_hand = self.at_hand.remove(&id);
        at_hand.or_else(|| self.unpack(id))
    }

    /// A packed file, taken out.
    fn unpack(&mut self, id: CaseId) -> Option<File> {
        let bytes = self.packed.take(id)?;
        let file = self.names.within(|| postcard::from_bytes(&bytes));
        self.failed |= file.is_err();
        file.ok()
    }

    fn put(&mut self, id: CaseId, file: File) {
        self.make_room();
        self.at_hand.insert(id, file);
    }

    fn look(&mut self, id: CaseId) -> Option<Cow<'_, File>> {
        if let Some(file) = self.at_hand.get(&id) {
            return Some(Cow::Borrowed(file));
        }
        let bytes = self.packed.get(id)?;
        let file = self.names.within(|| postcard::from_bytes(bytes));
        file.ok().map(Cow::Owned)
    }

    /// What was made, and the groups.
    fn into_files(mut self, past: Rc<dyn Past>) -> (Files, BTreeMap<CaseId, BTreeSet<CaseId>>) {
        // Where most are packed, the last ones take no more room than the others.
        if !self.packed.is_empty() {
            self.put_aside();
        }
        for (id, file) in &self.at_hand {
            join(&mut self.groups, *id, file);
        }
        let mut places = Standing::ALL.map(|_| Vec::new());
        for aside in self.packed.into_files() {
            places[aside.standing as usize].push(Place {
                case: aside.case,
                last: aside.last,
                at: At::Hand(aside.bytes),
            });
        }
        let places = places.map(Places::at_hand);
        let packed = Packed::new(past, self.names, places, None);
        if self.failed {
            packed.give_up();
        }
        (Files::of(packed, self.at_hand), self.groups)
    }
}

impl Making {
    /// Nothing so far.
    pub fn new(view: View) -> Self {
        Self {
            view,
            ..Self::default()
        }
        .with_room(ROOM)
    }

    /// The same with so many files at hand.
    #[must_use]
    pub fn with_room(mut self, room: usize) -> Self {
        self.files.room = room;
        self
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
        let file = self.files.open(case);
        let on = event.on();
        if file.last() > Some(on) {
            self.again.insert(case);
        }
        file.timeline.push(Step { on, id });
        let seen = self.view.has_come(on);
        if !seen || self.again.contains(&case) {
            return;
        }
        if fold::fold(&mut file.case, event).is_err() {
            // What comes later may tell how it was possible.
            file.case = None;
            self.again.insert(case);
        }
    }

    /// The book, with somebody who can read the lines again.
    ///
    /// # Errors
    /// The first fact that cannot have happened.
    pub fn finish(mut self, past: Rc<dyn Past>) -> Result<Book, Impossible> {
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
            fold_again(&book, &mut self.files, *case, past.as_ref())?;
        }
        for (case, number) in self.standing_numbers(&book, past.as_ref()) {
            book.enter_number(number, case, None)?;
        }
        (book.files, book.groups) = self.files.into_files(past);
        Ok(book)
    }

    /// The numbers that stand, by case; those of cases that were folded again are read again.
    fn standing_numbers(&mut self, book: &Book, past: &dyn Past) -> Vec<(CaseId, Number)> {
        let mut numbers = std::mem::take(&mut self.numbers);
        numbers.retain(|(id, _)| !self.again.contains(id));
        for id in &self.again {
            let Some(file) = self.files.look(*id) else {
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
    files: &mut Shelf,
    case: CaseId,
    past: &dyn Past,
) -> Result<(), Impossible> {
    let mut file = files.take(case).unwrap_or_default();
    let told = std::mem::take(&mut file.timeline);
    let lines = lines_of(&told, past);
    let facts = standing(book, &told, &lines);
    let placed = |(id, event): (FactId, &'_ Event)| Step { on: event.on(), id };
    let mut facts: Vec<_> = facts.map(|fact| (placed(fact), fact)).collect();
    facts.sort_unstable_by_key(|(step, _)| *step);
    file.timeline = facts.iter().map(|(step, _)| *step).collect();
    let seen = |step: &Step| book.view.has_come(step.on);
    let by_then = facts.iter().take_while(|(step, _)| seen(step));
    let by_then = by_then.map(|(_, fact)| *fact);
    file.case = fold_case(by_then).map_err(|(id, event, clash): (_, _, Clash)| {
        impossible(&book.entries, None, id, Some(event), clash)
    })?;
    if !file.timeline.is_empty() {
        files.put(case, file);
    }
    Ok(())
}

/// The lines of some facts, in their order.
fn lines_of(steps: &[Step], past: &dyn Past) -> Vec<Entry> {
    let lines: BTreeSet<u64> = steps.iter().map(|step| step.id.line).collect();
    lines
        .into_iter()
        .filter_map(|line| past.entry(line))
        .collect()
}

/// Those of some facts that stand, as they stand.
fn standing<'a>(
    book: &'a Book,
    steps: &'a [Step],
    lines: &'a [Entry],
) -> impl Iterator<Item = (FactId, &'a Event)> {
    steps.iter().filter_map(|Step { id, .. }| {
        let line = lines.binary_search_by_key(&id.line, |entry| entry.seq);
        let entry = lines.get(line.ok()?)?;
        Some((*id, book.history.standing(entry, *id)?))
    })
}
