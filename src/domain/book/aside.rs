//! Packed files of a book that is being made, by case. There may be as many as there are cases, so
//! that each has its place in one list and not in a tree.
//!
//! Refuses to know what a file says.

use super::standing::Standing;
use crate::domain::terms::{CaseId, Date};

/// A packed file.
#[derive(Debug)]
pub(super) struct PutAside {
    pub(super) case: CaseId,
    pub(super) standing: Standing,
    /// The day of its last fact.
    pub(super) last: Option<Date>,
    /// Never empty but where the file was taken out.
    pub(super) bytes: Box<[u8]>,
}

/// All of them, by case.
#[derive(Debug, Default)]
pub(super) struct Aside {
    files: Vec<PutAside>,
}

impl Aside {
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The bytes of a file.
    pub(super) fn get(&self, case: CaseId) -> Option<&[u8]> {
        let file = self.files.get(self.place(case).ok()?)?;
        Some(&*file.bytes).filter(|bytes| !bytes.is_empty())
    }

    /// The same, taken out.
    pub(super) fn take(&mut self, case: CaseId) -> Option<Box<[u8]>> {
        let at = self.place(case).ok()?;
        let file = self.files.get_mut(at)?;
        Some(std::mem::take(&mut file.bytes)).filter(|bytes| !bytes.is_empty())
    }

    /// Puts in some, by case.
    pub(super) fn put(&mut self, files: impl Iterator<Item = PutAside>) {
        let known = self.files.len();
        for file in files {
            let place = self.files.get(..known).unwrap_or_default();
            match place.binary_search_by_key(&file.case, |known| known.case) {
                Ok(at) => self.files[at] = file,
                Err(_) => self.files.push(file),
            }
        }
        // Most cases are entered after all those that were put aside before. Where they were not,
        // two lists that are each in their order are joined.
        if !self.files.is_sorted_by_key(|file| file.case) {
            self.files.sort_by_key(|file| file.case);
        }
    }

    /// Those that were not taken out, by case.
    pub(super) fn into_files(self) -> impl Iterator<Item = PutAside> {
        let files = self.files.into_iter();
        files.filter(|file| !file.bytes.is_empty())
    }

    fn place(&self, case: CaseId) -> Result<usize, usize> {
        self.files.binary_search_by_key(&case, |file| file.case)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(case: u32, bytes: &[u8]) -> PutAside {
        PutAside {
            case: CaseId(case),
            standing: Standing::Over,
            last: None,
            bytes: bytes.into(),
        }
    }

    #[test]
    fn files_come_out_by_case_however_they_were_put_in() {
        let mut aside = Aside::default();
        aside.put([file(3, b"c"), file(7, b"g"), file(9, b"i")].into_iter());
        assert_eq!(aside.take(CaseId(7)).as_deref(), Some(&b"g"[..]));
        assert_eq!(aside.take(CaseId(7)), None);
        aside.put([file(1, b"a"), file(3, b"cc"), file(8, b"h"), file(12, b"l")].into_iter());
        assert_eq!(aside.get(CaseId(3)), Some(&b"cc"[..]));
        assert_eq!((aside.get(CaseId(7)), aside.get(CaseId(2))), (None, None));
        let cases = aside.into_files().map(|file| file.case.0);
        assert_eq!(cases.collect::<Vec<_>>(), [1, 3, 8, 9, 12]);
    }
}
