//! What a correction, an undo or another rule set moved, as lines of talk.

use super::{Lang, Word, case_label, list, short_date};
use crate::domain::book::Book;
use crate::domain::rules::ClockKey;
use crate::domain::terms::{CaseId, Date, Name};

/// A last day that is not what it was; none where the clock did or does not run.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "what the words say")]
pub struct MovedDue {
    pub case: CaseId,
    pub clock: ClockKey,
    pub unit: Option<Name>,
    pub before: Option<Date>,
    pub after: Option<Date>,
}

/// A figure that is not what it was, by its name (`class.A`) and its label in the report.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "what the words say")]
pub struct MovedFigure {
    pub name: String,
    pub label: String,
    pub before: usize,
    pub after: usize,
}

/// How many are told one by one.
const MOST: usize = 10;

/// The last days that moved.
pub fn moved_dues(lang: Lang, book: &Book, dues: &[MovedDue]) -> Vec<String> {
    let head = match lang {
        Lang::Zh => format!("期限变动 {} 处", dues.len()),
        Lang::En => format!("due dates moved: {}", dues.len()),
    };
    let day = |day: Option<Date>| day.map_or_else(|| "—".to_owned(), |day| short_date(lang, day));
    let one = |due: &MovedDue| {
        let unit = due.unit.iter().map(|unit| format!(" {unit}"));
        let unit: String = unit.collect();
        let (case, clock) = (case_label(book, due.case), due.clock.word(lang));
        format!(
            "  {case} {clock}{unit}: {} → {}",
            day(due.before),
            day(due.after)
        )
    };
    told(lang, head, dues.iter().map(one))
}

/// The figures of the summary that moved.
pub fn moved_figures(lang: Lang, figures: &[MovedFigure]) -> Vec<String> {
    let head = match lang {
        Lang::Zh => format!("汇总数字变动 {} 处", figures.len()),
        Lang::En => format!("figures of the summary moved: {}", figures.len()),
    };
    let one = |f: &MovedFigure| {
        let called = match lang {
            Lang::Zh => &f.label,
            Lang::En => &f.name,
        };
        format!("{called} {} → {}", f.before, f.after)
    };
    let shown: Vec<String> = figures.iter().take(MOST).map(one).collect();
    let shown = std::iter::once(format!("  {}", list(lang, &shown)));
    if figures.is_empty() {
        return Vec::new();
    }
    std::iter::once(head).chain(shown).collect()
}

/// A heading and the first lines under it; nothing under nothing.
fn told(lang: Lang, head: String, lines: impl Iterator<Item = String>) -> Vec<String> {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let more = lines.len().saturating_sub(MOST);
    let mut all = vec![head];
    all.extend(lines.into_iter().take(MOST));
    all.extend((more > 0).then(|| match lang {
        Lang::Zh => format!("  ……另有 {more} 处"),
        Lang::En => format!("  … and {more} more"),
    }));
    all
}
