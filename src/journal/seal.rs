//! The mark by which a user knows his own checkpoints: made with a secret that is kept outside every
//! store, so that who may write in a store, but is not this user on this machine, can make no
//! checkpoint that counts.
//!
//! Refuses to vouch for a journal: that is what its chain and a printed fingerprint do.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::PathBuf;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;

const NAME: &str = "checkpoint.key";
const LENGTH: usize = 16;

/// Where a user's secret is kept, and chance to make one of that is told to nobody.
#[derive(Clone)]
pub struct Keys {
    /// The folder, there or not.
    pub folder: PathBuf,
    /// What becomes the secret where there is none yet.
    pub chance: Uuid,
}

/// A user's secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Seal([u8; LENGTH]);

impl Keys {
    /// The secret, where there is one.
    pub fn kept(&self) -> Option<Seal> {
        let path = self.folder.join(NAME);
        let is_file = fs::metadata(&path).is_ok_and(|found| found.is_file());
        let mut file = is_file.then(|| File::open(path).ok())??;
        let mut secret = [0; LENGTH];
        file.read_exact(&mut secret).ok()?;
        Some(Seal(secret))
    }

    /// The secret, made where there is none. Where it cannot be kept there is none, and no checkpoint
    /// either: every answer comes from the journal.
    pub fn made(&self) -> Option<Seal> {
        self.kept().or_else(|| {
            self.make().ok()?;
            self.kept()
        })
    }

    /// Two who make one at the same time end with the same: the one that stands last.
    fn make(&self) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        // A temporary file is its owner's alone, and so is what it becomes.
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(self.chance.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(self.folder.join(NAME))?;
        Ok(())
    }
}

impl Seal {
    /// The mark of these bytes; none is no mark that counts.
    pub(super) fn mark(&self, bytes: &[u8]) -> Option<[u8; 32]> {
        Some(self.over(bytes)?.finalize().into_bytes().into())
    }

    /// Whether these bytes bear this user's mark.
    pub(super) fn is_on(&self, bytes: &[u8], mark: &[u8]) -> bool {
        let over = self.over(bytes);
        over.is_some_and(|over| over.verify_slice(mark).is_ok())
    }

    fn over(&self, bytes: &[u8]) -> Option<Hmac<Sha256>> {
        let mut over = Hmac::new_from_slice(&self.0).ok()?;
        over.update(bytes);
        Some(over)
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seal")
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(folder: &tempfile::TempDir, chance: u128) -> Keys {
        Keys {
            folder: folder.path().join("keys"),
            chance: Uuid::from_u128(chance),
        }
    }

    #[test]
    fn a_secret_is_made_once_and_is_its_owners_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(keys(&folder, 1).kept(), None);
        let seal = keys(&folder, 1).made().expect("a secret");
        assert_eq!(keys(&folder, 2).made(), Some(seal.clone()));
        assert_eq!(keys(&folder, 3).kept(), Some(seal));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let path = folder.path().join("keys").join(NAME);
            let found = fs::metadata(path).expect("a file");
            assert_eq!(found.permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn only_the_same_secret_knows_its_mark() {
        let (mine, other) = (Seal([1; LENGTH]), Seal([2; LENGTH]));
        let mark = mine.mark(b"a checkpoint").expect("a mark");
        assert!(mine.is_on(b"a checkpoint", &mark));
        assert!(!mine.is_on(b"another checkpoint", &mark));
        assert!(!other.is_on(b"a checkpoint", &mark));
        assert!(!format!("{mine:?}").contains('1'));
    }
}
