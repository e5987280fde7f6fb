//! The one door through which bytes become a file: a temporary file in the same folder, synced,
//! then renamed. A reader sees the old content or the new one, never half of either, and on failure
//! the old one stays.
//!
//! Refuses: to make folders, to replace what is not a file (a folder, a device) or what its owner
//! has made read-only.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};
use thiserror::Error;

/// Why a file could not be saved. The old one, if there was one, is as it was.
#[derive(Debug, Error)]
pub enum SaveError {
    /// The folder that it was to stand in is not there.
    #[error("there is no folder for `{0}`")]
    NoFolder(PathBuf),
    /// Something else stands in its place: a folder, a device.
    #[error("`{0}` is there already and is not a file")]
    NotAFile(PathBuf),
    /// What it was to stand in is there and is no folder.
    #[error("`{0}` is there already and is not a folder")]
    NotAFolder(PathBuf),
    /// Its owner has protected it.
    #[error("`{0}` is read-only")]
    ReadOnly(PathBuf),
    /// The system refused: no space, no right.
    #[error("cannot write `{path}`")]
    Write {
        /// The file that was to be saved.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Writes a file whole, or leaves everything as it was.
///
/// A link is followed, and the permissions of the old file are kept.
///
/// # Errors
/// [`SaveError`], with the path.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    save_with(path, |file| file.write_all(bytes))
}

/// The same for a file that is written piece by piece.
///
/// # Errors
/// [`SaveError`], with the path.
pub fn save_with(
    path: &Path,
    fill: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), SaveError> {
    saved(path, 0o666, fill)
}

/// The same for what only its owner is to read: evidence, particulars.
///
/// # Errors
/// [`SaveError`], with the path.
pub fn save_for_owner(
    path: &Path,
    fill: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), SaveError> {
    saved(path, 0o600, fill)
}

fn saved(
    path: &Path,
    rights: u32,
    fill: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), SaveError> {
    let failed = |source| SaveError::Write {
        path: path.to_owned(),
        source,
    };
    let place = place(path)?;
    let folder = folder_of(&place);
    if !folder.is_dir() {
        return Err(SaveError::NoFolder(path.to_owned()));
    }
    let mut fresh = new_file(folder, rights).map_err(failed)?;
    fill(fresh.as_file_mut()).map_err(failed)?;
    if let Ok(old) = fs::metadata(&place) {
        let permissions = old.permissions();
        fresh
            .as_file()
            .set_permissions(permissions)
            .map_err(failed)?;
    }
    fresh.as_file().sync_all().map_err(failed)?;
    fresh.persist(&place).map_err(|error| failed(error.error))?;
    sync_folder(folder);
    Ok(())
}

/// Where the file really stands: the path itself, or what a link there points to.
fn place(path: &Path) -> Result<PathBuf, SaveError> {
    match fs::metadata(path) {
        Ok(old) if !old.is_file() => Err(SaveError::NotAFile(path.to_owned())),
        Ok(old) if old.permissions().readonly() => Err(SaveError::ReadOnly(path.to_owned())),
        Ok(_) => fs::canonicalize(path).map_err(|source| SaveError::Write {
            path: path.to_owned(),
            source,
        }),
        Err(_) => Ok(path.to_owned()),
    }
}

fn folder_of(place: &Path) -> &Path {
    match place.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    }
}

/// A temporary file with the rights of the one that it will be; on Windows the folder's hold.
fn new_file(folder: &Path, rights: u32) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".jianyi-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(rights));
    }
    #[cfg(not(unix))]
    let _ = rights;
    builder.tempfile_in(folder)
}

/// Makes the new name last through a loss of power. Some file systems cannot, and the file is
/// whole all the same, so a refusal is no failure.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect()
    }

    fn with_old_file(check: impl FnOnce(&Path, &Path)) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("报表.csv");
        save(&file, b"old").expect("saved");
        check(folder.path(), &file);
    }

    #[test]
    fn a_file_is_replaced_whole() {
        with_old_file(|folder, file| {
            save(file, b"new").expect("saved");
            assert_eq!(fs::read(file).expect("a file"), b"new");
            assert_eq!(names(folder), ["报表.csv"]);
        });
    }

    #[test]
    fn a_write_cut_short_leaves_the_old_file() {
        with_old_file(|folder, file| {
            let cut_short = |to: &mut File| {
                to.write_all(b"ne")?;
                Err(io::ErrorKind::StorageFull.into())
            };
            let error = save_with(file, cut_short).expect_err("no space");
            assert!(matches!(error, SaveError::Write { path, .. } if path == file));
            assert_eq!(fs::read(file).expect("a file"), b"old");
            assert_eq!(names(folder), ["报表.csv"]);
        });
    }

    #[test]
    fn a_folder_is_not_replaced() {
        with_old_file(|folder, _| {
            assert!(matches!(save(folder, b"x"), Err(SaveError::NotAFile(_))));
            assert_eq!(names(folder), ["报表.csv"]);
        });
    }

    #[test]
    fn no_folder_is_made() {
        with_old_file(|folder, file| {
            for place in [folder.join("无/报表.csv"), file.join("报表.csv")] {
                assert!(
                    matches!(save(&place, b"x"), Err(SaveError::NoFolder(path)) if path == place)
                );
            }
            assert_eq!(fs::read(file).expect("a file"), b"old");
        });
    }

    #[test]
    fn a_protected_file_stays() {
        with_old_file(|_, file| {
            let mut permissions = fs::metadata(file).expect("a file").permissions();
            permissions.set_readonly(true);
            fs::set_permissions(file, permissions).expect("protected");
            assert!(matches!(save(file, b"x"), Err(SaveError::ReadOnly(_))));
            assert_eq!(fs::read(file).expect("a file"), b"old");
        });
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_takes_no_files_is_said() {
        // Not even the superuser can make a file there.
        let place = Path::new("/proc/报表.csv");
        assert!(matches!(save(place, b"x"), Err(SaveError::Write { path, .. }) if path == place));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_not_replaced() {
        let device = Path::new("/dev/null");
        assert!(matches!(save(device, b"x"), Err(SaveError::NotAFile(_))));
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_are_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};

        with_old_file(|folder, file| {
            let link = folder.join("最新.csv");
            symlink(file, &link).expect("a link");
            fs::set_permissions(file, fs::Permissions::from_mode(0o640)).expect("permissions");
            save(&link, b"new").expect("saved");
            assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
            assert_eq!(fs::read(file).expect("a file"), b"new");
            let mode = fs::metadata(file).expect("a file").permissions().mode();
            assert_eq!(mode & 0o777, 0o640);
        });
    }
}
