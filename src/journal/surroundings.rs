//! Where the store lies, and what lies beside the journal: what makes the promise of the lock or of
//! the sync doubtful.
//!
//! Refuses to forbid: an office may have no other disk. It tells what it noticed; a folder that
//! cannot be listed, a system that tells nothing, say nothing.

use std::fs;
use std::path::{Path, PathBuf};

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
const NETWORK: [&str; 11] = [
    "9p",
    "afs",
    "ceph",
    "cifs",
    "davfs",
    "fuse.rclone",
    "fuse.sshfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
];

/// Folders that are synchronised, by what their names begin with.
const SYNCED: [&str; 14] = [
    "OneDrive",
    "Dropbox",
    "Google Drive",
    "GoogleDrive",
    "iCloud",
    "Mobile Documents",
    "Nutstore",
    "坚果云",
    "我的坚果云",
    "BaiduSyncdisk",
    "百度网盘",
    "WPS Cloud Files",
    "WPS云盘",
    "Syncthing",
];

/// What is to be warned of, of a store.
pub fn risks(place: &Place) -> Vec<Risk> {
    let folder = fs::canonicalize(place.folder());
    let folder = folder.unwrap_or_else(|_| place.folder().to_path_buf());
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let network = drive_of(&mounts, &folder).filter(|kind| NETWORK.contains(&kind.as_str()));
    // Windows names the other machine in the path.
    let shared = folder.to_string_lossy().starts_with(r"\\");
    let shared =
        (shared && !folder.to_string_lossy().starts_with(r"\\?\")).then(|| "smb".to_owned());
    let network = network.or(shared).map(|kind| Risk::Network { kind });
    let synced = synced_by(&folder).map(|by| Risk::Synced { by });
    let copies = copies(place).into_iter().map(Risk::Copy);
    let left = half_restored(place).into_iter().map(Risk::HalfRestored);
    let risks = network.into_iter().chain(synced);
    risks.chain(copies).chain(left).collect()
}

/// Files beside the journal that look like a second one, as synchronised folders leave them.
pub(super) fn copies(place: &Place) -> Vec<PathBuf> {
    beside(place, is_copy)
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
/// `Copy of journal.jsonl`, `副本 journal.jsonl`.
fn is_copy(name: &str) -> bool {
    let name = name.to_lowercase();
    name != "journal.jsonl" && name.contains("journal") && name.contains(".jsonl")
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
    let named = names.find(|name| SYNCED.iter().any(|known| name.starts_with(known)));
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
        assert_eq!(by("/home/w/台账"), None);
    }
}
