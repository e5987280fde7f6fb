//! Parts that few cases have: they take room where they are there, and are read as empty where they
//! are not. A book of many cases is walked through many times, and fits the machine the better the
//! smaller a case is.

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What may be empty.
pub trait Empty: Default + PartialEq + 'static {
    /// The empty one, lent where there is none.
    const NONE: &'static Self;
}

impl<T: PartialEq + 'static> Empty for Vec<T> {
    const NONE: &'static Self = &Self::new();
}

impl<K: Ord + 'static, V: PartialEq + 'static> Empty for BTreeMap<K, V> {
    const NONE: &'static Self = &Self::new();
}

/// A part that few cases have. It is read and changed as the part itself.
#[derive(Debug, Clone)]
pub struct Seldom<T>(Option<Box<T>>);

impl<T> Default for Seldom<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Empty> From<T> for Seldom<T> {
    fn from(part: T) -> Self {
        Self((part != *T::NONE).then(|| Box::new(part)))
    }
}

impl<T: Empty> Deref for Seldom<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::NONE)
    }
}

impl<T: Empty> DerefMut for Seldom<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<'a, T: Empty> IntoIterator for &'a Seldom<T>
where
    &'a T: IntoIterator,
{
    type Item = <&'a T as IntoIterator>::Item;
    type IntoIter = <&'a T as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (**self).into_iter()
    }
}

/// One that was emptied is as good as none.
impl<T: Empty> PartialEq for Seldom<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Empty + Eq> Eq for Seldom<T> {}

impl<T: Empty + Serialize> Serialize for Seldom<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(to)
    }
}

impl<'de, T: Empty + Deserialize<'de>> Deserialize<'de> for Seldom<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::deserialize(from).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_read_as_empty() {
        let mut part: Seldom<Vec<u8>> = Seldom::default();
        assert_eq!((part.len(), part.iter().next()), (0, None));
        part.push(7);
        assert_eq!(part.as_slice(), [7]);
        part.clear();
        assert_eq!(part, Seldom::default());
        assert_eq!(size_of_val(&part), size_of::<usize>());
    }
}
