//! The files of all cases. Those that a checkpoint holds are unpacked when somebody looks at them.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::case::Case;
use super::entries::Past;
use super::entry::Step;
use super::wordings::Wordings;
use crate::domain::terms::{CaseId, Date};

/// A case with the places of its facts, in the order they are read.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct File {
    pub(super) timeline: Vec<Step>,
    pub(super) case: Option<Case>,
}

impl File {
    /// The day of the last fact, also where it lies after the view's day.
    pub(super) fn last(&self) -> Option<Date> {
        self.timeline.last().map(|step| step.on)
    }
}

/// The files, by case.
#[derive(Debug, Clone, Default)]
pub(super) struct Files {
    packed: Option<Packed>,
    /// What was folded here; it goes before what is packed. None was taken out.
    folded: BTreeMap<CaseId, Option<File>>,
}

/// Files as a checkpoint holds them, or who reads a long record.
#[derive(Debug, Clone)]
pub(super) struct Packed {
    past: Rc<dyn Past>,
    /// By case, in their order. A copy of the book shares them.
    places: Rc<[Place]>,
    files: Vec<OnceCell<Option<Box<File>>>>,
    /// Only a checkpoint has them.
    wordings: Option<Wordings>,
    failed: Cell<bool>,
}

/// A file that goes into a checkpoint: as it came from the last one, or folded since.
pub(super) enum Kept<'a> {
    Packed(&'a Packed, &'a Place),
    Folded(&'a File),
}

impl Kept<'_> {
    /// What is left to do of its case.
    pub(super) fn standing(&self) -> Standing {
        match self {
            Self::Packed(_, place) => place.standing,
            Self::Folded(file) => Standing::of(file.case.as_ref()),
        }
    }

    /// The day of its last fact.
    pub(super) fn last(&self) -> Option<Date> {
        match self {
            Self::Packed(_, place) => place.last,
            Self::Folded(file) => file.last(),
        }
    }

    /// Its bytes.
    pub(super) fn bytes(&self) -> Option<Rc<[u8]>> {
        match self {
            Self::Packed(packed, place) => match &place.at {
                At::Hand(bytes) => Some(Rc::clone(bytes)),
                At::Checkpoint(range) => packed.past.files(range.clone()).map(Rc::from),
            },
            Self::Folded(file) => postcard::to_allocvec(file).ok().map(Rc::from),
        }
    }
}

/// A packed file.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) case: CaseId,
    pub(super) at: At,
    pub(super) standing: Standing,
    /// The day of its last fact.
    pub(super) last: Option<Date>,
}

/// Where its bytes are.
#[derive(Debug, Clone)]
pub(super) enum At {
    /// Among those of a checkpoint.
    Checkpoint(Range<u64>),
    /// Here.
    Hand(Rc<[u8]>),
}

/// What is left to do of a case. Those of which most is left are asked for most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Standing {
    /// It waits for its reply.
    Waits,
    /// Something else may still have to be done: it is not closed, or a promise or something that
    /// the congress side asked for is open.
    Runs,
    /// Nothing: it runs no clock and shows no colour.
    Over,
}

impl Standing {
    pub(super) const ALL: [Self; 3] = [Self::Waits, Self::Runs, Self::Over];

    pub(super) fn of(case: Option<&Case>) -> Self {
        let Some(case) = case else { return Self::Over };
        let over = case.ended.is_some() || case.closed.is_some();
        let owes = case.ended.is_none() && (case.owes_promise() || case.oversight.is_open());
        if !over && case.replied().is_none() {
            Self::Waits
        } else if !over || owes {
            Self::Runs
        } else {
            Self::Over
        }
    }
}

impl Packed {
    pub(super) fn new(
        past: Rc<dyn Past>,
        mut places: Vec<Place>,
        wordings: Option<Wordings>,
    ) -> Self {
        places.sort_by_key(|place| place.case);
        let files = vec![OnceCell::new(); places.len()];
        Self {
            past,
            places: places.into(),
            files,
            wordings,
            failed: Cell::new(false),
        }
    }

    fn get(&self, id: CaseId) -> Option<&File> {
        self.at(self.place_of(id)?)
    }

    fn place_of(&self, id: CaseId) -> Option<usize> {
        let found = self.places.binary_search_by_key(&id, |place| place.case);
        found.ok()
    }

    fn at(&self, index: usize) -> Option<&File> {
        let unpacked = || self.unpacked(index).map(Box::new);
        self.files.get(index)?.get_or_init(unpacked).as_deref()
    }

    /// The same for one look. That a file could not be unpacked is kept all the same.
    fn lent(&self, index: usize) -> Option<Cow<'_, File>> {
        let kept = self.files.get(index)?;
        if let Some(file) = kept.get() {
            return file.as_deref().map(Cow::Borrowed);
        }
        let unpacked = self.unpacked(index);
        if unpacked.is_none() {
            kept.get_or_init(|| None);
        }
        unpacked.map(Cow::Owned)
    }

    fn unpacked(&self, index: usize) -> Option<File> {
        let bytes = self.bytes(self.places.get(index)?)?;
        postcard::from_bytes(&bytes).ok()
    }

    fn bytes<'a>(&'a self, place: &'a Place) -> Option<Cow<'a, [u8]>> {
        match &place.at {
            At::Checkpoint(range) => self.past.files(range.clone()).map(Cow::Owned),
            At::Hand(bytes) => Some(Cow::Borrowed(bytes)),
        }
    }

    /// Nothing that is answered from it counts.
    pub(super) fn give_up(&self) {
        self.failed.set(true);
    }
}

impl Files {
    /// Those that are packed, and others that are at hand.
    pub(super) fn of(packed: Packed, at_hand: BTreeMap<CaseId, File>) -> Self {
        let folded = at_hand.into_iter().map(|(id, file)| (id, Some(file)));
        Self {
            packed: Some(packed),
            folded: folded.collect(),
        }
    }

    pub(super) fn get(&self, id: CaseId) -> Option<&File> {
        match self.folded.get(&id) {
            Some(folded) => folded.as_ref(),
            None => self.packed.as_ref()?.get(id),
        }
    }

    /// The same for one look.
    pub(super) fn lent(&self, id: CaseId) -> Option<Cow<'_, File>> {
        match self.folded.get(&id) {
            Some(folded) => folded.as_ref().map(Cow::Borrowed),
            None => {
                let packed = self.packed.as_ref()?;
                packed.lent(packed.place_of(id)?)
            }
        }
    }

    pub(super) fn insert(&mut self, id: CaseId, file: File) {
        self.folded.insert(id, Some(file));
    }

    /// Takes a file out.
    pub(super) fn remove(&mut self, id: CaseId) -> Option<File> {
        let Some(packed) = &self.packed else {
            return self.folded.remove(&id).flatten();
        };
        match self.folded.insert(id, None) {
            Some(folded) => folded,
            None => packed.get(id).cloned(),
        }
    }

    /// Puts one more fact at the end of a case's facts.
    pub(super) fn add(&mut self, id: CaseId, step: Step) {
        let file = self.folded.entry(id).or_default();
        file.get_or_insert_default().timeline.push(step);
    }

    /// All of them, by case.
    pub(super) fn iter(&self) -> impl Iterator<Item = (CaseId, &File)> {
        self.merged(|_| true, Packed::at, |file| file)
    }

    /// Those of which so much is left to do, or more, and perhaps others, by case, each for one look.
    pub(super) fn walk(&self, least: Standing) -> impl Iterator<Item = (CaseId, Cow<'_, File>)> {
        let left = move |place: &Place| place.standing <= least;
        self.merged(left, Packed::lent, Cow::Borrowed)
    }

    /// All of them as they go into a checkpoint, by case: what is packed is not unpacked for it.
    pub(super) fn as_kept(&self) -> impl Iterator<Item = (CaseId, Kept<'_>)> {
        let packed = self.packed.iter().flat_map(|packed| {
            let places = packed.places.iter();
            places.map(move |place| (place.case, Kept::Packed(packed, place)))
        });
        let packed = packed.filter(|(id, _)| !self.folded.contains_key(id));
        let folded = self.folded.iter();
        let folded = folded.filter_map(|(id, file)| Some((*id, Kept::Folded(file.as_ref()?))));
        by_case(packed, folded)
    }

    /// Those that were folded here.
    pub(super) fn folded(&self) -> impl Iterator<Item = &File> {
        self.folded.values().flatten()
    }

    /// The cases of which a checkpoint holds what was so before they were folded here.
    pub(super) fn replaced(&self) -> impl Iterator<Item = &Case> {
        let packed = self.packed.iter();
        let files = packed.flat_map(|packed| self.folded.keys().filter_map(|id| packed.get(*id)));
        files.filter_map(|file| file.case.as_ref())
    }

    /// The words of cases as a checkpoint holds them.
    pub(super) fn wordings(&self) -> Option<&Wordings> {
        self.packed.as_ref()?.wordings.as_ref()
    }

    /// Whether a case was folded here.
    pub(super) fn has_folded(&self, case: CaseId) -> bool {
        self.folded.contains_key(&case)
    }

    /// The packed cases to which something happened after a day.
    pub(super) fn moved_after(&self, day: Date) -> Vec<CaseId> {
        let places = self.packed.iter().flat_map(|packed| packed.places.iter());
        let moved = places.filter(|place| place.last > Some(day));
        moved.map(|place| place.case).collect()
    }

    /// Whether everything packed that was looked at could be unpacked.
    pub(super) fn are_whole(&self) -> bool {
        let Some(packed) = &self.packed else {
            return true;
        };
        let mut read = packed.files.iter().filter_map(OnceCell::get);
        let words = self.wordings().is_none_or(Wordings::are_whole);
        !packed.failed.get() && words && read.all(Option::is_some)
    }

    /// What is packed, as far as it is wanted, between what was folded, by case.
    fn merged<'a, T>(
        &'a self,
        wanted: impl Fn(&Place) -> bool,
        unpack: impl Fn(&'a Packed, usize) -> Option<T>,
        lend: impl Fn(&'a File) -> T,
    ) -> impl Iterator<Item = (CaseId, T)> {
        let packed = self.packed.iter().flat_map(|packed| {
            let places = packed.places.iter().enumerate();
            places.map(move |(index, place)| (index, place, packed))
        });
        let packed = packed.filter(move |(_, place, _)| wanted(place));
        let packed = packed.filter(|(_, place, _)| !self.folded.contains_key(&place.case));
        let packed = packed
            .filter_map(move |(index, place, packed)| Some((place.case, unpack(packed, index)?)));
        let folded = self.folded.iter();
        let folded = folded.filter_map(move |(id, file)| Some((*id, lend(file.as_ref()?))));
        by_case(packed, folded)
    }
}

impl PartialEq for Files {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

/// Two runs that are each in the order of their cases, as one.
fn by_case<T>(
    left: impl Iterator<Item = (CaseId, T)>,
    right: impl Iterator<Item = (CaseId, T)>,
) -> impl Iterator<Item = (CaseId, T)> {
    let (mut left, mut right) = (left.peekable(), right.peekable());
    std::iter::from_fn(move || match (left.peek(), right.peek()) {
        (Some((a, _)), Some((b, _))) if b < a => right.next(),
        (Some(_), _) => left.next(),
        (None, _) => right.next(),
    })
}
