//! Names as packed files have them: the same few stand in all of them, so that each is kept once, in a
//! table beside the files, and known there by its place.
//!
//! Refuses: to write a place where no table is at hand, and to read one that the table does not have.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::text::Name;

/// The table.
#[derive(Debug, Clone, Default)]
pub struct Names {
    all: Vec<Name>,
    /// Where each of them stands, once somebody packs.
    places: BTreeMap<Name, u32>,
}

thread_local! {
    /// The table of what is packed or unpacked just now.
    static AT_HAND: RefCell<Option<Names>> = const { RefCell::new(None) };
}

impl Names {
    /// Those that stood in a table before, in its order.
    pub fn of(all: Vec<Name>) -> Self {
        Self {
            all,
            places: BTreeMap::new(),
        }
    }

    /// All of them, in their order.
    pub fn all(&self) -> &[Name] {
        &self.all
    }

    /// Packs or unpacks something with the names of this table; new ones are added to it.
    pub fn within<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let around = AT_HAND.replace(Some(std::mem::take(self)));
        let done = work();
        *self = AT_HAND.replace(around).unwrap_or_default();
        done
    }

    fn place(&mut self, name: &Name) -> Option<u32> {
        if self.places.len() < self.all.len() {
            self.places = self.all.iter().cloned().zip(0..).collect();
        }
        if let Some(place) = self.places.get(name) {
            return Some(*place);
        }
        let place = u32::try_from(self.all.len()).ok()?;
        self.all.push(name.clone());
        self.places.insert(name.clone(), place);
        Some(place)
    }
}

/// The place of a name in the table at hand.
pub(super) fn place(name: &Name) -> Option<u32> {
    AT_HAND.with_borrow_mut(|names| names.as_mut()?.place(name))
}

/// The name at a place of the table at hand.
pub(super) fn at(place: u32) -> Option<Name> {
    let place = usize::try_from(place).ok()?;
    AT_HAND.with_borrow(|names| names.as_ref()?.all.get(place).cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_comes_back_from_the_table_it_was_packed_with() {
        let name = |text: &str| Name::new(text).expect("a name");
        let told = ["王敏", "便民服务中心", "王敏"].map(name);
        let mut names = Names::default();
        let packed = names
            .within(|| postcard::to_allocvec(&told))
            .expect("packed");
        assert_eq!(names.all(), &told[..2]);
        let mut kept = Names::of(names.all().to_vec());
        let back = kept.within(|| postcard::from_bytes(&packed));
        assert_eq!(back, Ok(told));
        // A table that was kept goes on where it stood.
        let more = kept.within(|| postcard::to_allocvec(&[name("李明"), name("王敏")]));
        assert_eq!(more.expect("packed"), [2, 0]);
    }

    #[test]
    fn without_a_table_or_the_name_nothing_is_packed_and_nothing_read() {
        let name = Name::new("王敏").expect("a name");
        assert!(postcard::to_allocvec(&name).is_err());
        assert!(postcard::from_bytes::<Name>(&[0]).is_err());
        let mut one = Names::of(vec![name]);
        assert!(one.within(|| postcard::from_bytes::<Name>(&[1])).is_err());
    }
}
