//! A real terminal: the screen is compared cell by cell while somebody types Chinese. Few, since
//! each starts a process.

use std::io::Write;
use std::num::NonZero;
use std::process::Command;
use std::time::Duration;

use expectrl::process::unix::WaitStatus;
use expectrl::process::{Healthcheck, Termios};
use expectrl::session::OsSession;

use crate::office::Office;

const COLUMNS: NonZero<u16> = NonZero::new(60).expect("some");
const FEW_COLUMNS: NonZero<u16> = NonZero::new(20).expect("some");
const LINES: NonZero<u16> = NonZero::new(30).expect("some");

/// A process at a terminal, and what its screen shows.
struct Seat {
    session: OsSession,
    screen: vt100::Parser,
}

impl Seat {
    fn at(office: &Office, term: &str, words: &[&str]) -> Self {
        Self::of_width(COLUMNS, office, term, words)
    }

    fn of_width(columns: NonZero<u16>, office: &Office, term: &str, words: &[&str]) -> Self {
        // A process of its own may find the terminal smaller than it is: it starts when asked to.
        let mut command = Command::new("sh");
        let sized = format!("stty cols {columns} rows 30; exec \"$@\"");
        command.args(["-c", &sized, "sh"]);
        command
            .arg(env!("CARGO_BIN_EXE_jianyi"))
            .arg("--store")
            .arg(office.folder());
        command
            .args(["--lang", "zh", "--now", office.now])
            .args(words);
        command
            .env("TERM", term)
            .env("EDITOR", "false")
            .env_remove("VISUAL");
        let mut session = OsSession::spawn(command).expect("a terminal");
        session.set_echo(true).expect("a terminal");
        Self {
            session,
            screen: vt100::Parser::new(LINES, columns, 0),
        }
    }

    /// Waits until the screen shows some words.
    #[track_caller]
    fn shows(&mut self, words: &str) {
        for _ in 0..1000 {
            let mut bytes = [0; 4096];
            match self.session.try_read(&mut bytes) {
                Ok(read) if read > 0 => self.screen.process(&bytes[..read]),
                Ok(_) | Err(_) => std::thread::sleep(Duration::from_millis(10)),
            }
            if self.screen.screen().contents().contains(words) {
                return;
            }
        }
        panic!("no {words} in: {}", self.screen.screen().contents());
    }

    fn types(&mut self, keys: &str) {
        self.session.write_all(keys.as_bytes()).expect("a terminal");
        self.session.flush().expect("a terminal");
    }

    /// A signal that no key brought about.
    fn interrupts(&self) {
        let process = self.session.get_process().pid().to_string();
        let sent = Command::new("kill").args(["-INT", &process]).status();
        assert!(sent.expect("kill").success());
    }

    /// The lines of the screen from the last one with these words on.
    fn from(&self, words: &str) -> String {
        let contents = self.screen.screen().contents();
        let at = contents.rfind(words).expect(words);
        contents[at..].to_owned()
    }

    #[track_caller]
    fn ends_with(&mut self, code: i32) {
        let mut status = WaitStatus::StillAlive;
        for _ in 0..1000 {
            let mut bytes = [0; 4096];
            if let Ok(read) = self.session.try_read(&mut bytes) {
                self.screen.process(&bytes[..read]);
            }
            status = self.session.get_status().expect("a status");
            if status != WaitStatus::StillAlive {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        assert!(
            matches!(status, WaitStatus::Exited(_, ended) if ended == code),
            "{status:?}: {}",
            self.screen.screen().contents()
        );
    }
}

const ENTER: &str = "\r";
const BACKSPACE: &str = "\u{7f}";
const LEFT: &str = "\u{1b}[D";
const UP: &str = "\u{1b}[A";
const PASTE: &str = "\u{1b}[200~";
const PASTED: &str = "\u{1b}[201~";
const DOWN: &str = "\u{1b}[B";
const CTRL_C: &str = "\u{3}";
const CTRL_D: &str = "\u{4}";

#[test]
fn chinese_is_edited_cell_by_cell() {
    let office = Office::new();
    let mut seat = Seat::at(&office, "xterm", &["submit"]);
    seat.shows("标题: ");
    seat.types("关于饮水");
    seat.shows("关于饮水");
    seat.types(&BACKSPACE.repeat(2));
    seat.types("健全村道");
    seat.types(&LEFT.repeat(2));
    seat.types("排水");
    seat.shows("标题: 关于健全排水村道");
    // What was rubbed out left no cell behind, and the cursor stands where the next word goes.
    let screen = seat.screen.screen();
    assert_eq!(screen.cell(0, 6).map(vt100::Cell::contents), Some("关"));
    assert_eq!(screen.cell(0, 22).map(vt100::Cell::contents), Some(""));
    assert_eq!(screen.cursor_position(), (0, 18));
    seat.types(ENTER);
    seat.shows("领衔代表");
    // The arrow goes to the second one: a wrong choice, which is mended at the last look.
    seat.types(&DOWN.repeat(2));
    seat.types(ENTER);
    // Nothing is chosen by Enter alone, and what is typed narrows.
    seat.shows("  经济建设");
    seat.types(&format!("{ENTER}城建"));
    seat.shows("): 城建 [1/7]\n> 城建交通");
    seat.types(ENTER);
    seat.shows("联名代表");
    seat.types(ENTER);
    seat.shows("回车跳过): ");
    seat.types(ENTER);
    seat.shows("> 写入");
    seat.types(&format!("{DOWN}{ENTER}"));
    seat.shows("改哪一项");
    seat.types(&format!("{DOWN}{DOWN}{ENTER}"));
    seat.shows("领衔代表(↑↓ 选,或打几个字;回车定):\n  ");
    seat.types(&format!("{DOWN}{ENTER}"));
    seat.shows("> 写入");
    seat.types(ENTER);
    seat.ends_with(0);
    let told = seat.from("已记录");
    assert!(
        told.starts_with("已记录 闭会第1号《关于健全排水村道》"),
        "{told}"
    );
    assert_eq!(
        office.json(&["show", "闭1"])["data"]["title"],
        "关于健全排水村道"
    );
}

#[test]
fn ctrl_c_leaves_nothing_behind() {
    let office = Office::new();
    let before = office.journal();
    let mut seat = Seat::at(&office, "xterm", &["submit", "关于修渠的建议"]);
    seat.shows("领衔代表");
    seat.types(CTRL_C);
    seat.ends_with(7);
    assert!(!seat.screen.screen().hide_cursor());
    let mut seat = Seat::at(&office, "xterm", &["submit"]);
    seat.shows("标题: ");
    seat.types(&format!("关于{CTRL_C}"));
    seat.ends_with(7);
    assert!(
        seat.from("错误")
            .starts_with("错误: 已取消,没有写入任何东西")
    );
    // It is so at every question: at the second choice, at a line that the terminal edits itself,
    // and where the signal comes from elsewhere.
    let mut seat = Seat::at(&office, "xterm", &["submit", "关于修渠的建议"]);
    seat.shows("领衔代表");
    seat.types(&format!("{DOWN}{ENTER}"));
    seat.shows("  经济建设");
    seat.types(CTRL_C);
    seat.ends_with(7);
    let mut seat = Seat::at(&office, "dumb", &["submit"]);
    seat.shows("标题: ");
    seat.types(&format!("关于{CTRL_C}"));
    seat.ends_with(7);
    let mut seat = Seat::at(&office, "xterm", &["submit", "关于修渠的建议"]);
    seat.shows("领衔代表");
    seat.interrupts();
    seat.ends_with(7);
    assert!(office.journal() == before);
}

#[test]
fn a_dumb_terminal_is_asked_by_numbers() {
    let office = Office::new();
    let mut seat = Seat::at(&office, "dumb", &["review", "2"]);
    seat.shows("审查结果 [1-4]: ");
    seat.types("1\r");
    seat.shows("写入吗 [1-3]: ");
    seat.types("1\r");
    seat.ends_with(0);
    assert!(!seat.screen.screen().contents().contains('\u{1b}'));
}

/// What is pasted is one answer, also where the terminal hands it over line by line: it gives no
/// answer to what is asked next. A line that the terminal cut does not count.
#[test]
fn a_paste_on_a_dumb_terminal_answers_one_question() {
    let office = Office::new();
    let mut seat = Seat::at(&office, "dumb", &["progress", "1"]);
    seat.shows("进展说明: ");
    seat.types(&format!("{}\r", "字".repeat(2_000)));
    seat.shows("最多收 4095 个字节");
    seat.types("路基完成\r1\r1\r");
    seat.shows("写入吗 [1-3]: ");
    seat.types("1\r");
    seat.ends_with(0);
    let noted = String::from_utf8(office.journal()).expect("UTF-8");
    assert!(noted.contains("路基完成\\n1\\n1"), "{noted}");
}

/// Many lines that are pasted are one answer, and the arrow key brings back what was typed before.
#[test]
fn a_paste_and_the_history_of_a_line() {
    let office = Office::new();
    let before = office.journal();
    let mut seat = Seat::at(&office, "xterm", &["progress"]);
    seat.shows("哪些建议");
    seat.types("硬化");
    seat.types(ENTER);
    seat.shows("进展说明: ");
    seat.types(UP);
    seat.shows("进展说明: 硬化");
    seat.types(&format!("{PASTE}路基完成\n路面过半{PASTED}"));
    seat.shows("路面过半");
    seat.types(ENTER);
    seat.shows("写入吗");
    seat.types(CTRL_C);
    seat.ends_with(7);
    assert!(office.journal() == before);
}

/// Long work shows how far it is, and leaves nothing of it on the screen.
#[test]
fn long_work_draws_a_bar() {
    let office = Office::new();
    let rows = (0..8_000).map(|n| format!("关于修建第{n}座桥的建议,祝晓琴,其他,2024-05-18\n"));
    let ledger: String = rows.collect();
    office.write("台账.csv", format!("标题,领衔代表,类别,提出日期\n{ledger}"));
    let ledger = office.path("台账.csv").display().to_string();
    let plan = office.path("plan.csv").display().to_string();
    let words = ["import", &ledger, "--lenient", "-o", &plan];
    let mut seat = Seat::at(&office, "xterm", &words);
    seat.shows("#");
    seat.shows("%");
    seat.ends_with(0);
}

/// A narrow terminal, an editor that fails, and somebody who hangs up in the middle of a prompt.
#[test]
fn hanging_up_in_a_narrow_terminal_leaves_nothing_behind() {
    let office = Office::new();
    let before = office.journal();
    let words = "submit 关于修水渠的建议 --deputy 祝晓琴 --co-signers 凌钦泽";
    let words: Vec<&str> = words.split(' ').collect();
    let mut seat = Seat::of_width(FEW_COLUMNS, &office, "xterm", &words);
    seat.shows("类别");
    seat.types(&format!("{DOWN}{ENTER}"));
    seat.shows("打开编辑器");
    seat.types("e\r");
    // A key that comes before the line is asked for again belongs to nobody.
    seat.shows("换一个编辑器\n建议的内容(可粘贴多\n行;输入 e 打开编辑器;回车跳过):");
    seat.types(CTRL_D);
    seat.ends_with(7);
    assert!(office.journal() == before);
}
