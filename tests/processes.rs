//! The few things that only a real process shows: an ordinary user's rights, a full disk, closed
//! streams.

use std::fs::{self, File, Permissions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::office::Office;

/// A user without rights: nothing stops root.
const NOBODY: u32 = 65534;

const WRITES: &str = "submit 关于修渠的建议 --deputy 祝晓琴 --category 其他";

fn mode(path: PathBuf, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("a mode");
}

/// An office, and a program that an ordinary user may run in it.
struct Ordinary {
    office: Office,
    rooms: TempDir,
    is_root: bool,
}

impl Ordinary {
    fn new() -> Self {
        let office = Office::new();
        let is_root = fs::metadata(office.folder()).expect("a folder").uid() == 0;
        if is_root {
            chown(office.folder(), Some(NOBODY), None).expect("a gift");
            chown(office.path("journal.jsonl"), Some(NOBODY), None).expect("a gift");
        }
        // The build's folder may be closed to others.
        let rooms = TempDir::with_prefix("jianyi-").expect("a folder");
        mode(rooms.path().to_path_buf(), 0o755);
        let copied = Command::new("cp")
            .arg(env!("CARGO_BIN_EXE_jianyi"))
            .arg(rooms.path())
            .status();
        assert!(copied.expect("cp").success());
        Self {
            office,
            rooms,
            is_root,
        }
    }

    /// The program as that user, its words behind a line of shell.
    fn command(&self, shell: &str, words: &str) -> Command {
        let mut command = Command::new("sh");
        command
            .args(["-c", &format!("{shell} exec \"$0\" \"$@\"")])
            .arg(self.rooms.path().join("jianyi"))
            .args(["--lang", "zh", "--now", self.office.now, "--store"])
            .arg(self.office.folder())
            .args(words.split_whitespace())
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::null());
        if self.is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }

    fn run(&self, shell: &str, words: &str) -> Output {
        self.command(shell, words).output().expect("it runs")
    }
}

#[track_caller]
fn told(output: &Output, code: i32, says: &[&str]) {
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{err}");
    let missing = says.iter().find(|said| !err.contains(**said));
    assert_eq!(missing, None, "{err}");
}

#[test]
fn a_folder_that_may_only_be_read_can_be_read() {
    let user = Ordinary::new();
    let before = user.office.journal();
    mode(user.office.path("journal.jsonl"), 0o444);
    mode(user.office.folder().to_path_buf(), 0o555);
    told(&user.run("", "list"), 0, &[]);
    told(&user.run("", "verify"), 0, &[]);
    told(
        &user.run("", WRITES),
        1,
        &["写不了", "没有记录", "提示: 检查权限"],
    );
    told(&user.run("", "list -o /没有/列表.csv"), 2, &["提示: "]);
    mode(user.office.folder().to_path_buf(), 0o755);
    told(
        &user.run("", WRITES),
        1,
        &["写不了", "没有记录", "提示: 检查权限"],
    );
    assert!(user.office.journal() == before);
    mode(user.office.path("journal.jsonl"), 0o000);
    told(&user.run("", "list"), 1, &["读不到", "提示: 请管理员检查"]);
    told(&user.run("", WRITES), 1, &["提示: "]);
    mode(user.office.path("journal.jsonl"), 0o644);
    told(&user.run("", WRITES), 0, &[]);
    // What cannot be looked at is not called lost.
    user.office.write("photo.jpg", b"bytes");
    user.office.does(&["evidence", "1", "photo.jpg"]);
    mode(user.office.path("evidence"), 0o000);
    told(&user.run("", "verify"), 6, &[]);
    let out = user.run("", "verify").stdout;
    assert!(String::from_utf8_lossy(&out).contains("没有权限读"));
    mode(user.office.path("evidence"), 0o700);
}

#[test]
fn a_full_disk_leaves_the_journal_as_it_was() {
    let user = Ordinary::new();
    let before = user.office.journal();
    let full = "ulimit -f 0; trap '' XFSZ;";
    told(&user.run(full, WRITES), 1, &["没有记录", "磁盘空间"]);
    assert!(user.office.journal() == before);
    told(&user.run(full, "list"), 0, &[]);
    let list = user.office.path("列表.csv");
    user.office.write("列表.csv", "旧的");
    if user.is_root {
        chown(&list, Some(NOBODY), None).expect("a gift");
    }
    let saved = user.run(full, &format!("list -o {}", list.display()));
    told(&saved, 1, &["原来的文件没有动"]);
    assert_eq!(fs::read_to_string(&list).expect("a list"), "旧的");
    told(&user.run("", WRITES), 0, &[]);
    told(&user.run("", "verify"), 0, &[]);
}

#[test]
fn a_pipe_may_close_and_a_device_may_be_full() {
    let user = Ordinary::new();
    let full = File::options().write(true).open("/dev/full");
    if let Ok(full) = full {
        let mut list = user.command("", "list");
        let output = list.stdout(full).stderr(Stdio::piped()).output();
        told(&output.expect("it runs"), 1, &["错误: ", "提示: "]);
    }
    // The reader goes away before the program says a word.
    let mut export = user.command("sleep 0.1;", "export --format jsonl");
    let mut child = export
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    told(&output, 0, &[]);
    assert!(output.stderr.is_empty());
}

/// A script that answers through a pipe is told what to write, and half an answer records nothing.
#[test]
fn nobody_is_asked_through_a_pipe_or_a_closed_stdin() {
    let user = Ordinary::new();
    let before = user.office.journal();
    let missing = ["缺少: --代表、--类别", "提示: 写上这些值"];
    told(&user.run("exec 0<&-;", "submit 修渠"), 2, &missing);
    let mut piped = user.command("", "submit 修渠");
    let piped = piped.stdin(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("it runs");
    if let Some(mut stdin) = child.stdin.take() {
        // It may be gone already: nobody reads.
        let _ = stdin.write_all("祝晓琴\n其".as_bytes());
    }
    told(&child.wait_with_output().expect("it ends"), 2, &missing);
    assert!(user.office.journal() == before);
}
