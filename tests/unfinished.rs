//! Unfinished lines at a terminal: whatever is missing, in whichever command, is asked for.

use jianyi::{NoAnswer, Person};

use crate::guided::Says::{Line, Picks};
use crate::guided::{led, taught};
use crate::office::Office;

/// Somebody who leaves at the first question.
#[derive(Default)]
struct Leaver {
    asked: usize,
}

impl Leaver {
    fn leave<T>(&mut self) -> Result<T, NoAnswer> {
        self.asked += 1;
        Err(NoAnswer::Cancelled)
    }
}

impl Person for Leaver {
    fn line(&mut self, _: &str) -> Result<String, NoAnswer> {
        self.leave()
    }

    fn one(&mut self, _: &str, _: &[String]) -> Result<usize, NoAnswer> {
        self.leave()
    }

    fn several(&mut self, _: &str, _: &[String]) -> Result<Vec<usize>, NoAnswer> {
        self.leave()
    }

    fn write(&mut self, _: &str) -> Result<String, NoAnswer> {
        self.leave()
    }
}

/// No writer, and no part of one, ends with an error at a terminal because something is missing: it
/// asks, and who leaves has changed nothing.
#[test]
fn every_writer_asks_for_what_is_missing() {
    let office = Office::new();
    let before = office.journal();
    let mut writers = 0;
    for (path, page) in crate::usage::commands() {
        let words: Vec<&str> = path.iter().map(String::as_str).collect();
        if !page.contains("--dry-run") {
            continue;
        }
        writers += 1;
        let mut leaver = Leaver::default();
        let told = office.asks(&words, &mut leaver);
        assert_eq!((told.code, leaver.asked), (7, 1), "{words:?}: {}", told.err);
        assert!(office.journal() == before, "{words:?}");
    }
    assert!(writers > 80, "{writers}");
}

/// Which part of a command is meant, and what the line itself lacks, is asked for too.
#[test]
fn the_line_itself_is_completed() {
    let office = Office::new();
    let says = [
        Picks("保存"),
        Line("区平台"),
        Line("建议编号=编号"),
        Picks("写入"),
    ];
    let told = led(&office, &["mapping"], &says);
    assert_eq!(told.code, 0, "{}", told.err);
    assert_eq!(
        taught(&told),
        ["对照", "保存", "--对应", "建议编号=编号", "区平台"]
    );
    let said = office.run(&["mapping"]);
    assert_eq!(said.code, 2, "nobody is asked: {}", said.err);
}
