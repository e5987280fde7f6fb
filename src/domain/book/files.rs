//! The files of all cases. Those that a checkpoint holds are unpacked when somebody looks at them.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::case::Case;
use super::entries::Past;
use super::entry::Step;
use super::places::{At, Place, Places};
use super::standing::Standing;
use super::timeline;
use super::wordings::Wordings;
use crate::domain::terms::{CaseId, Date, Names};

/// A case with the places of its facts, in the order they are read.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct File {
    pub(super) case: Option<Case>,
    #[serde(with = "timeline")]
    pub(super) timeline: Vec<Step>,
}

/// What a packed file begins with; the rest of it is not unpacked.
#[derive(Deserialize)]
struct Beginning<T> {
    case: Option<T>,
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
    /// Those of the files; a copy of the book shares them.
    names: Rc<RefCell<Names>>,
    /// By what is left to do of their cases.
    groups: [Group; Standing::ALL.len()],
    /// Only a checkpoint has them.
    wordings: Option<Wordings>,
    failed: Cell<bool>,
}

/// Those of cases of which as much is left to do.
#[derive(Debug, Clone)]
struct Group {
    /// A copy of the book shares them.
    places: Rc<Places>,
    files: OnceCell<Vec<OnceCell<Option<Box<File>>>>>,
}

/// A file that goes into a checkpoint: as it came from the last one, or folded since.
pub(super) enum Kept<'a> {
    Packed(&'a Packed, &'a Place),
    Folded(&'a File),
}

impl Kept<'_> {
    /// Its bytes, with the names of a table that holds those of all that was packed before.
    pub(super) fn bytes(&self, names: &mut Names) -> Option<Cow<'_, [u8]>> {
        match self {
            Self::Packed(packed, place) => packed.bytes(place),
            Self::Folded(file) => {
                let bytes = names.within(|| postcard::to_allocvec(file));
                bytes.ok().map(Cow::Owned)
            }
        }
    }

    /// The day of its last fact.
    pub(super) fn last(&self) -> Option<Date> {
        match self {
            Self::Packed(_, place) => place.last,
            Self::Folded(file) => file.last(),
        }
    }
}

impl Group {
    fn of(places: Places) -> Self {
        Self {
            places: Rc::new(places),
            files: OnceCell::new(),
        }
    }

    /// Each with its place, by case.
    fn each(&self) -> impl Iterator<Item = (usize, &Place)> {
        self.places.all().iter().enumerate()
    }

    /// The file at a place, once somebody unpacked it.
    fn kept(&self, index: usize) -> Option<&OnceCell<Option<Box<File>>>> {
        let none = || vec![OnceCell::new(); self.places.all().len()];
        self.files.get_or_init(none).get(index)
    }

    /// The same where it was; nobody needs room for it.
    fn at_hand(&self, index: usize) -> Option<Option<&File>> {
        let kept = self.files.get()?.get(index)?.get()?;
        Some(kept.as_deref())
    }
}

impl Packed {
    /// Those whose places are told, by what is left to do of their cases.
    pub(super) fn new(
        past: Rc<dyn Past>,
        names: Names,
        places: [Places; Standing::ALL.len()],
        wordings: Option<Wordings>,
    ) -> Self {
        Self {
            past,
            names: Rc::new(RefCell::new(names)),
            groups: places.map(Group::of),
            wordings,
            failed: Cell::new(false),
        }
    }

    fn get(&self, id: CaseId) -> Option<&File> {
        let (group, index) = self.place_of(id)?;
        self.at(group, index)
    }

    fn place_of(&self, id: CaseId) -> Option<(&Group, usize)> {
        self.groups.iter().find_map(|group| {
            let places = group.places.all();
            let found = places.binary_search_by_key(&id, |place| place.case);
            Some((group, found.ok()?))
        })
    }

    fn at<'a>(&self, group: &'a Group, index: usize) -> Option<&'a File> {
        let unpacked = || self.unpacked(group, index).map(Box::new);
        group.kept(index)?.get_or_init(unpacked).as_deref()
    }

    /// The same for one look.
    fn lent<'a>(&self, group: &'a Group, index: usize) -> Option<Cow<'a, File>> {
        match group.at_hand(index) {
            Some(file) => file.map(Cow::Borrowed),
            None => self.unpacked(group, index).map(Cow::Owned),
        }
    }

    /// The first fields of a case.
    fn beginning<T>(&self, group: &Group, index: usize) -> Option<T>
    where
        T: DeserializeOwned + for<'c> From<&'c Case>,
    {
        match group.at_hand(index) {
            Some(file) => file?.case.as_ref().map(T::from),
            None => self.unpacked::<Beginning<T>>(group, index)?.case,
        }
    }

    /// What cannot be unpacked is told by [`Files::are_whole`].
    fn unpacked<T: DeserializeOwned>(&self, group: &Group, index: usize) -> Option<T> {
        let bytes = group.places.all().get(index).and_then(|at| self.bytes(at));
        let mut names = self.names.borrow_mut();
        let unpacked = bytes.and_then(|b| names.within(|| postcard::from_bytes(&b)).ok());
        if unpacked.is_none() {
            self.give_up();
        }
        unpacked
    }

    /// Those of which so much is left to do, or more, by case.
    fn each(&self, least: Standing) -> impl Iterator<Item = (CaseId, (&Group, usize))> {
        let mut all: Box<dyn Iterator<Item = _>> = Box::new(std::iter::empty());
        for (group, standing) in self.groups.iter().zip(Standing::ALL) {
            if standing <= least {
                let each = group.each();
                let each = each.map(move |(index, place)| (place.case, (group, index)));
                all = Box::new(by_case(all, each));
            }
        }
        all
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
                let (group, index) = packed.place_of(id)?;
                packed.lent(group, index)
            }
        }
    }

    /// The first fields of a case: all that is unpacked of one that nobody has looked at.
    pub(super) fn beginning<T>(&self, id: CaseId) -> Option<T>
    where
        T: DeserializeOwned + for<'c> From<&'c Case>,
    {
        match self.folded.get(&id) {
            Some(folded) => folded.as_ref()?.case.as_ref().map(T::from),
            None => {
                let packed = self.packed.as_ref()?;
                let (group, index) = packed.place_of(id)?;
                packed.beginning(group, index)
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
        self.merged(Standing::Over, Packed::at, |file| file)
    }

    /// Those of which so much is left to do, or more, and perhaps others, by case, each for one look.
    pub(super) fn walk(&self, least: Standing) -> impl Iterator<Item = (CaseId, Cow<'_, File>)> {
        self.merged(least, Packed::lent, Cow::Borrowed)
    }

    /// Those of which as much is left to do as they go into a checkpoint, by case: what is packed is
    /// not unpacked for it.
    pub(super) fn as_kept(&self, wanted: Standing) -> impl Iterator<Item = (CaseId, Kept<'_>)> {
        let packed = self.packed.iter().flat_map(move |packed| {
            let groups = packed.groups.iter().zip(Standing::ALL);
            let places = groups.filter(move |(_, standing)| *standing == wanted);
            let places = places.flat_map(|(group, _)| group.each());
            places.map(move |(_, place)| (place.case, Kept::Packed(packed, place)))
        });
        let packed = packed.filter(|(id, _)| !self.folded.contains_key(id));
        let folded = self.folded.iter();
        let folded = folded.filter_map(move |(id, file)| {
            let file = file.as_ref()?;
            let stands = Standing::of(file.case.as_ref()) == wanted;
            stands.then_some((*id, Kept::Folded(file)))
        });
        by_case(packed, folded)
    }

    /// How many there are, at the most.
    pub(super) fn count(&self) -> usize {
        let groups = self.packed.iter().flat_map(|packed| &packed.groups);
        let packed = groups.map(|group| group.places.all().len());
        packed.sum::<usize>() + self.folded.len()
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

    /// The names of what is packed.
    pub(super) fn names(&self) -> Names {
        let packed = self.packed.as_ref();
        packed.map_or_else(Names::default, |packed| packed.names.borrow().clone())
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
        let groups = self.packed.iter().flat_map(|packed| &packed.groups);
        let places = groups.flat_map(|group| group.places.all());
        let moved = places.filter(|place| place.last > Some(day));
        moved.map(|place| place.case).collect()
    }

    /// Whether everything packed that was looked at could be unpacked.
    pub(super) fn are_whole(&self) -> bool {
        let Some(packed) = &self.packed else {
            return true;
        };
        let listed = packed.groups.iter().all(|group| group.places.are_whole());
        let words = self.wordings().is_none_or(Wordings::are_whole);
        !packed.failed.get() && listed && words
    }

    /// What is packed, as far as so much is left to do of it, between what was folded, by case.
    fn merged<'a, T>(
        &'a self,
        least: Standing,
        unpack: impl Fn(&'a Packed, &'a Group, usize) -> Option<T>,
        lend: impl Fn(&'a File) -> T,
    ) -> impl Iterator<Item = (CaseId, T)> {
        let packed = self.packed.iter().flat_map(move |packed| {
            let each = packed.each(least);
            each.map(move |(case, place)| (case, packed, place))
        });
        let packed = packed.filter(|(case, ..)| !self.folded.contains_key(case));
        let packed = packed.filter_map(move |(case, packed, (group, index))| {
            Some((case, unpack(packed, group, index)?))
        });
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
