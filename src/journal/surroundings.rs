//! Where the store lies, and what lies beside the journal: what makes the promise of the lock or of
//! the sync doubtful.
//!
//! Refuses to forbid: an office may have no other disk. It tells what it noticed; a folder that
//! cannot be listed, a system that tells nothing, say nothing.

use std::fs;
use std::path::{Path, PathBuf};

use super::aside::DAMAGED;
use super::place::Place;

/// Something to be warned of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Risk {
    /// The folder lies on a drive of another machine, whose lock and sync may not hold.
    Network {
        /// The system's name for such drives (`nfs4`, `cifs`).
        kind: String,
    },
    /// A program copies the folder to other machines and may bring back what others wrote.
    Synced {
        /// The part of the path that says so (`OneDrive`).
        by: String,
    },
    /// A file that looks like a second journal: entries may stand there that are missing here.
    Copy(PathBuf),
    /// A folder that a restore left when it was interrupted.
    HalfRestored(PathBuf),
}

/// File systems of other machines, by the names that Linux gives them.
const NETWORK: [&str; 15] = [
    "9p",
    "afpfs",
    "afs",
    "ceph",
    "cifs",
    "davfs",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.sshfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
];

/// Folders that are synchronised, by what their names begin with, in small letters.
const SYNCED: [&str; 28] = [
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "google 云端硬盘",
    "icloud",
    "iclouddrive",
    "mobile documents",
    "mega",
    "megasync",
    "nextcloud",
    "owncloud",
    "pcloud",
    "seafile",
    "synologydrive",
    "syncthing",
    "nutstore",
    "坚果云",
    "我的坚果云",
    "baidusyncdisk",
    "baidunetdisk",
    "百度网盘",
    "阿里云盘",
    "adrive",
    "wps cloud files",
    "wpsdrive",
    "wps云盘",
    "金山文档",
];

/// What is to be warned of, of a store.
pub fn risks(place: &Place) -> Vec<Risk> {
    let folder = fs::canonicalize(place.folder());
    let folder = folder.unwrap_or_else(|_| place.folder().to_path_buf());
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let network = drive_of(&mounts, &folder).filter(|kind| NETWORK.contains(&kind.as_str()));
    let shared = is_shared(&folder.to_string_lossy()).then(|| "smb".to_owned());
    let network = network.or(shared).map(|kind| Risk::Network { kind });
    let synced = synced_by(&folder).map(|by| Risk::Synced { by });
    let copies = copies(place).into_iter().map(Risk::Copy);
    let left = half_restored(place).into_iter().map(Risk::HalfRestored);
    let risks = network.into_iter().chain(synced);
    risks.chain(copies).chain(left).collect()
}

/// Whether a path names another machine, as paths of Windows do.
fn is_shared(path: &str) -> bool {
    match path.strip_prefix(r"\\?\") {
        Some(verbatim) => verbatim.starts_with(r"UNC\"),
        None => path.starts_with(r"\\"),
    }
}

/// Files beside the journal that look like a second one, as synchronised folders leave them.
pub(super) fn copies(place: &Place) -> Vec<PathBuf> {
    beside(place, is_copy)
}

/// What lies beside the journal and may hold entries that do not count: copies of it, and what a
/// repair took out of its place.
pub fn doubtful(place: &Place) -> Vec<PathBuf> {
    beside(place, |name| is_copy(name) || name.starts_with(DAMAGED))
}

/// What stands beside the journal under such names.
fn beside(place: &Place, is_meant: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(place.folder()).into_iter().flatten().flatten();
    let named = entries.filter(|entry| is_meant(&entry.file_name().to_string_lossy()));
    let mut paths: Vec<PathBuf> = named.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// `journal (1).jsonl`, `journal-冲突副本.jsonl`, `journal.sync-conflict-….jsonl`, `journal.jsonl.bak`,
/// `Copy of journal.jsonl`, `副本 journal.jsonl`, `journal.conflict`; the same of the particulars.
fn is_copy(name: &str) -> bool {
    let name = name.to_lowercase();
    let is_like = |kept: &str| {
        let is_one = name.contains(".jsonl") || name.contains("conflict") || name.contains("冲突");
        name != format!("{kept}.jsonl") && name.contains(kept) && is_one
    };
    // It stands there while the particulars are written, or since that was interrupted.
    name != "private.jsonl.new" && (is_like("journal") || is_like("private"))
}

/// How the folder is named in which a restore unpacks.
pub(super) const RESTORING_PREFIX: &str = "journal.restoring-";

/// The folders of restores that were interrupted, or are at work.
pub(super) fn half_restored(place: &Place) -> Vec<PathBuf> {
    beside(place, |name| name.starts_with(RESTORING_PREFIX))
}

/// The kind of the drive that holds a folder, by the system's table of them.
fn drive_of(mounts: &str, folder: &Path) -> Option<String> {
    let drives = mounts.lines().filter_map(|line| {
        let (mount, kind) = line.split_once(" - ")?;
        let point = mount.split(' ').nth(4)?.replace(r"\040", " ");
        let kind = kind.split(' ').next()?.to_owned();
        folder.starts_with(&point).then_some((point.len(), kind))
    });
    // The last of those that lie deepest hides the others.
    drives.max_by_key(|(depth, _)| *depth).map(|(_, kind)| kind)
}

fn synced_by(folder: &Path) -> Option<String> {
    let parts = folder.components();
    let mut names = parts.map(|part| part.as_os_str().to_string_lossy().into_owned());
    let named = names.find(|name| {
        let name = name.to_lowercase();
        let mut rests = SYNCED.iter().filter_map(|known| name.strip_prefix(known));
        rests.any(|rest| !rest.starts_with(|sign: char| sign.is_ascii_alphabetic()))
    });
    named.or_else(|| {
        let mut above = folder.ancestors();
        let mark = above.find(|folder| folder.join(".stfolder").exists());
        mark.map(|_| "Syncthing".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
27 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
40 27 0:50 / /mnt/share rw,relatime shared:1 - cifs //server/share rw
41 40 0:51 / /mnt/share/own\\040disk rw - ext4 /dev/sdb1 rw
";

    #[test]
    fn the_deepest_drive_holds_a_folder() {
        let kind = |folder: &str| drive_of(MOUNTS, Path::new(folder));
        assert_eq!(kind("/home/town").as_deref(), Some("ext4"));
        assert_eq!(kind("/mnt/share/town").as_deref(), Some("cifs"));
        assert_eq!(kind("/mnt/share/own disk/town").as_deref(), Some("ext4"));
        assert_eq!(kind("/mnt/shared").as_deref(), Some("ext4"));
        assert_eq!(drive_of("", Path::new("/home")), None);
    }

    #[test]
    fn windows_names_the_other_machine() {
        assert!(is_shared(r"\\server\share\town"));
        assert!(is_shared(r"\\?\UNC\server\share\town"));
        assert!(!is_shared(r"\\?\C:\town"));
        assert!(!is_shared(r"C:\town") && !is_shared("/home/town"));
    }

    #[test]
    fn a_synchronised_folder_is_known_by_its_name() {
        let by = |folder: &str| synced_by(Path::new(folder));
        assert_eq!(
            by("/home/王敏/我的坚果云/台账").as_deref(),
            Some("我的坚果云")
        );
        assert_eq!(
            by("/home/w/OneDrive - 健龙镇/a").as_deref(),
            Some("OneDrive - 健龙镇")
        );
        for synced in ["nextcloud", "SynologyDrive", "阿里云盘", "WPSDrive"] {
            let folder = format!("/home/w/{synced}/台账");
            assert_eq!(by(&folder).as_deref(), Some(synced));
        }
        assert_eq!(by("/home/w/台账"), None);
    }
}
