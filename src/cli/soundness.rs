//! Whether a store is sound: form, numbers, chain, replay, evidence, particulars. Asked by who
//! verifies it, and before it is put into a backup.
//!
//! Refuses to repair, and to say so much of a damaged journal as only a sound one tells: facts are
//! replayed, and files looked for, where every line stands.

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::Datelike;

use super::bad_journal::{failed, fault_words};
use super::bad_private::bad_private;
use super::desk::Desk;
use super::failure::{Exit, Failure};
use crate::domain::book::{Book, Entry, Making, Passing, View};
use crate::domain::event::Event;
use crate::domain::terms::{CaseId, Date, Digest};
use crate::journal::evidence::{self, Kept, Loss};
use crate::journal::private;
use crate::journal::{
    self, Archive, Checkpoint, Fault, JournalError, Place, PrivateError, Problem,
};
use crate::report::{Cell, Column, Sheet, Tone};
use crate::words::{self, Label, Lang, Message, Word, Work};

/// What was found of a store.
pub(super) struct Looked {
    pub(super) found: journal::Report,
    /// All that is wrong, a row each; none where the store is sound.
    pub(super) sheet: Sheet,
    pub(super) kept: Kept,
    /// What is worth knowing and is no damage.
    pub(super) notes: Vec<String>,
}

impl Looked {
    /// Why it is not what it should be, where that is so: what a newer program wrote is no damage.
    pub(super) fn failure(&self, place: &Place, lang: Lang, unsound: Message) -> Option<Failure> {
        if self.sheet.rows().is_empty() {
            return None;
        }
        let newer = self.found.problems.iter().find_map(|problem| {
            let Fault::Newer { found } = problem.fault else {
                return None;
            };
            let (path, line) = (place.journal(), problem.line);
            Some(JournalError::Newer { path, line, found })
        });
        Some(match newer {
            Some(newer) => failed(lang, &newer),
            None => Failure::told(unsound, Exit::Damaged),
        })
    }
}

/// Looks at everything of a store.
pub(super) fn looked(place: &Place, desk: &Desk) -> anyhow::Result<Looked> {
    let lang = desk.lang();
    let (found, made) = looked_through(place, desk)?;
    let columns = vec![
        Column::number("line", Label::FileLine.word(lang)),
        Column::text("what", Label::What.word(lang)),
    ];
    let mut sheet = Sheet::new("problems", Label::Problems.word(lang), columns);
    if found.more > 0 {
        sheet.notes.push(words::more_problems(lang, found.more));
    }
    // What an editor did to each line is said once.
    let alike =
        |one: &Problem, next: &Problem| one.fault == next.fault && one.line + 1 == next.line;
    for run in found.problems.chunk_by(alike) {
        let [first, ..] = run else { continue };
        let line = Cell::Integer(i64::try_from(first.line).unwrap_or(i64::MAX));
        let why = fault_words(lang, &first.fault);
        let why = match run {
            [_, .., last] => words::up_to_line(lang, &why, last.line),
            _ => why,
        };
        sheet.push(vec![line, Cell::toned("damage", why, Tone::Bad)]);
    }
    if let Some(seq) = Checkpoint::ahead(place, found.head.seq) {
        let why = words::gone_back(lang, seq, found.head.seq);
        sheet.push(vec![Cell::Empty, Cell::toned("gone_back", why, Tone::Bad)]);
    }
    let mut kept = Kept::default();
    let mut notes = Vec::new();
    if found.is_sound() {
        let Made {
            making,
            past,
            with_files,
        } = made;
        match making.finish(Rc::clone(&past) as _) {
            Ok(book) => {
                kept = evidence::look(place, &recorded(&book, &with_files));
                for row in lost_files(lang, &book, &with_files, &kept) {
                    sheet.push(row);
                }
                notes = particulars(lang, place, &book, &mut sheet)?;
                notes.extend(next_year(lang, &book, desk.today()));
                if !super::opened::is_trusted(&book, Some(&past)) {
                    let path = place.journal();
                    return Err(failed(lang, &JournalError::Changed { path }).into());
                }
            }
            Err(impossible) => {
                let line = Cell::Integer(i64::try_from(impossible.at.line).unwrap_or(i64::MAX));
                let why = words::clash(lang, &impossible.clash);
                sheet.push(vec![line, Cell::toned("contradiction", why, Tone::Bad)]);
            }
        }
    }
    Ok(Looked {
        found,
        sheet,
        kept,
        notes,
    })
}

/// What was made of the lines, and who reads them again.
struct Made {
    making: Making,
    past: Rc<Archive>,
    /// The cases to which a file was ever added.
    with_files: BTreeSet<CaseId>,
}

/// Every line of the journal, one by one.
fn looked_through(place: &Place, desk: &Desk) -> anyhow::Result<(journal::Report, Made)> {
    let lang = desk.lang();
    let steps = desk.steps(Work::Verify);
    let mut making = Making::new(View::default());
    let mut with_files = BTreeSet::new();
    let verified = journal::verified(place, &steps, |line: journal::Line<Event>| {
        let added = |event: &Event| matches!(event, Event::EvidenceAdded(_));
        let adding = line.events.iter().filter(|event| added(event));
        with_files.extend(adding.filter_map(Event::case));
        making.take(&Entry::from(line));
    });
    let (found, lengths) = verified.map_err(|e| failed(lang, &e))?;
    if found.head.seq == 0 && found.is_sound() {
        return Err(super::opened::not_founded(place, lang).into());
    }
    let past = Archive::of_lines(place, lengths).map_err(|e| failed(lang, &e))?;
    let made = Made {
        making,
        past: Rc::new(past),
        with_files,
    };
    Ok((found, made))
}

/// The particulars of citizens beside what the journal says of them: rows that are lost or altered
/// are damage, those that were erased are not missing.
fn particulars(
    lang: Lang,
    place: &Place,
    book: &Book,
    sheet: &mut Sheet,
) -> anyhow::Result<Vec<String>> {
    let erased = |id| book.citizens().erased(id).is_some();
    let sealed = book.sealed();
    let found = match private::look(place, &sealed, erased) {
        Ok(found) => found,
        Err(error @ PrivateError::Damaged { .. }) => {
            let why = bad_private(lang, &error).to_string();
            sheet.push(vec![Cell::Empty, Cell::toned("private", why, Tone::Bad)]);
            private::Found::default()
        }
        Err(error) => return Err(bad_private(lang, &error).into()),
    };
    let faults = [
        ("missing", &found.missing),
        ("altered", &found.altered),
        ("left", &found.left),
    ];
    for (fault, citizens) in faults {
        for citizen in citizens {
            let why = words::private_fault(lang, *citizen, fault);
            sheet.push(vec![Cell::Empty, Cell::toned("private", why, Tone::Bad)]);
        }
    }
    let mut notes = Vec::new();
    let gone = sealed.keys().filter(|id| erased(**id)).count();
    if gone > 0 {
        notes.push(words::erased_count(lang, gone));
    }
    if !found.unknown.is_empty() {
        notes.push(words::private_unknown(lang, found.unknown.len()));
    }
    for path in place.open_to_others() {
        notes.push(words::open_to_others(lang, &path.display().to_string()));
    }
    Ok(notes)
}

/// The files that cases name.
fn recorded(book: &Book, cases: &BTreeSet<CaseId>) -> BTreeSet<Digest> {
    let cases = cases.iter().filter_map(|id| book.passing(*id));
    let names = |case: Passing| {
        let files = case.evidence.iter();
        files.map(|file| file.sha256.clone()).collect::<Vec<_>>()
    };
    cases.flat_map(names).collect()
}

/// The files that are not there, or not what they were, with the line that recorded them.
fn lost_files(lang: Lang, book: &Book, cases: &BTreeSet<CaseId>, kept: &Kept) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for case in cases.iter().filter_map(|id| book.passing(*id)) {
        for fact in case.within(Date::MIN..=Date::MAX) {
            let Event::EvidenceAdded(file) = fact.event else {
                continue;
            };
            if let Some(loss) = kept.lost.get(&file.sha256) {
                let label = words::case_label(book, case.id);
                let file = file.file.as_str();
                let why = match loss {
                    Loss::Missing => words::lost_evidence(lang, &label, file),
                    Loss::Altered => words::altered_evidence(lang, &label, file),
                    Loss::Closed => words::closed_evidence(lang, &label, file),
                };
                let line = Cell::Integer(i64::try_from(fact.id.line).unwrap_or(i64::MAX));
                rows.push(vec![line, Cell::toned("evidence", why, Tone::Bad)]);
            }
        }
    }
    rows
}

/// From November on: that the days off of the next year are not on record yet, by which clocks that
/// run into it are counted.
fn next_year(lang: Lang, book: &Book, today: Date) -> Option<String> {
    const PUBLISHED: u32 = 11;
    let year = today.year() + 1;
    let begins = Date::from_ymd_opt(year, 1, 1)?;
    let missing = today.month() >= PUBLISHED && !book.office().calendar().covers(begins);
    missing.then(|| words::year_without_table(lang, year))
}
