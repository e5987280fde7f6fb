//! A planned import as a person reads it: row by row new, same, different or wrong, with reasons.

use std::ffi::OsString;

use super::own_names;
use crate::domain::book::Book;
use crate::domain::refusal::{Refusal, Rule};
use crate::domain::terms::TextError;
use crate::intake::{
    CellError, Gap, Plan, Reason, RosterPlan, RosterReason, RosterVerdict, TableColumn, Verdict,
    Waived, Why,
};
use crate::report::{Cell, Column, Sheet, Tone};
use crate::words::{self, Label, Lang, LedgerColumn, Word, list, say};

/// How many rows are of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) new: usize,
    pub(super) same: usize,
    pub(super) different: usize,
    pub(super) wrong: usize,
}

impl Counts {
    /// In words.
    pub(super) fn line(self, lang: Lang) -> String {
        let Self {
            new,
            same,
            different,
            wrong,
        } = self;
        say(
            lang,
            format!("新增 {new} 行,相同 {same} 行,不同 {different} 行,有错 {wrong} 行"),
            format!("{new} new, {same} the same, {different} different, {wrong} wrong"),
        )
    }
}

/// A row that is told: its line, what it is about, its verdict, why.
struct Told {
    line: u64,
    about: String,
    verdict: (&'static str, Label, Tone),
    why: Vec<String>,
}

fn sheet(lang: Lang, rows: Vec<Told>) -> Sheet {
    let columns = vec![
        Column::number("line", Label::FileLine.word(lang)),
        Column::text("about", Label::Title.word(lang)),
        Column::text("verdict", Label::Verdict.word(lang)),
        Column::text("why", Label::Detail.word(lang)),
    ];
    let typed = ["jianyi", "import"].map(OsString::from);
    let mut sheet = Sheet::new("rows", Label::Rows.word(lang), columns);
    for row in rows {
        let (key, label, tone) = row.verdict;
        sheet.push(vec![
            Cell::Integer(i64::try_from(row.line).unwrap_or(i64::MAX)),
            row.about.into(),
            Cell::toned(key, label.word(lang), tone),
            own_names::told(lang, &row.why.join("; "), &typed).into(),
        ]);
    }
    sheet
}

const NEW: (&str, Label, Tone) = ("new", Label::RowNew, Tone::Good);
const SAME: (&str, Label, Tone) = ("same", Label::RowSame, Tone::Plain);
const DIFFERENT: (&str, Label, Tone) = ("different", Label::RowDifferent, Tone::Warning);
const WRONG: (&str, Label, Tone) = ("wrong", Label::RowWrong, Tone::Bad);

/// The rows of a ledger that are not simply the same.
pub(super) fn ledger(lang: Lang, plan: &Plan, book: &Book) -> (Sheet, Counts) {
    let mut counts = Counts::default();
    let mut told = Vec::new();
    for row in &plan.rows {
        let (verdict, mut why) = match &row.verdict {
            Verdict::New(_) => {
                counts.new += 1;
                (NEW, Vec::new())
            }
            Verdict::Same(_) => {
                counts.same += 1;
                (SAME, Vec::new())
            }
            Verdict::Different(_, differences) => {
                counts.different += 1;
                let one = |d: &crate::intake::Difference| {
                    format!("{}: {} ≠ {}", d.column.word(lang), d.ours, d.theirs)
                };
                (DIFFERENT, differences.iter().map(one).collect())
            }
            Verdict::Wrong(reasons) => {
                counts.wrong += 1;
                (
                    WRONG,
                    reasons.iter().map(|r| reason(lang, r, book)).collect(),
                )
            }
        };
        why.extend(row.waived.iter().map(|w| waived(lang, w, book)));
        let remarked = row.remarked.iter().map(|c| c.word(lang));
        why.extend(remarked.map(|c| {
            say(
                lang,
                format!("记入备注: {c}"),
                format!("kept as a remark: {c}"),
            )
        }));
        told.push(Told {
            line: row.line,
            about: row.title.clone(),
            verdict,
            why,
        });
    }
    (sheet(lang, told), counts)
}

/// The rows of a roster.
pub(super) fn roster<C: TableColumn>(
    lang: Lang,
    plan: &RosterPlan<C>,
    book: &Book,
) -> (Sheet, Counts) {
    let mut counts = Counts::default();
    let mut told = Vec::new();
    for row in &plan.rows {
        let (verdict, mut why) = match &row.verdict {
            RosterVerdict::New => {
                counts.new += 1;
                (NEW, Vec::new())
            }
            RosterVerdict::Same => {
                counts.same += 1;
                (SAME, Vec::new())
            }
            RosterVerdict::Different(differences) => {
                counts.different += 1;
                let one = |d: &crate::intake::RosterDifference<C>| {
                    format!("{}: {} ≠ {}", d.column.header(), d.ours, d.theirs)
                };
                (DIFFERENT, differences.iter().map(one).collect())
            }
            RosterVerdict::Wrong(reasons) => {
                counts.wrong += 1;
                (
                    WRONG,
                    reasons
                        .iter()
                        .map(|r| roster_reason(lang, r, book))
                        .collect(),
                )
            }
        };
        why.extend(row.waived.iter().map(|w| waived(lang, w, book)));
        why.extend(words::same_name(lang, &row.namesakes));
        told.push(Told {
            line: row.line,
            about: row.name.clone(),
            verdict,
            why,
        });
    }
    (sheet(lang, told), counts)
}

fn waived(lang: Lang, waived: &Waived, book: &Book) -> String {
    let gate = words::refusal(lang, &waived.refusal, book).what;
    say(lang, format!("从宽: {gate}"), format!("waived: {gate}"))
}

fn roster_reason<C: TableColumn>(lang: Lang, reason: &RosterReason<C>, book: &Book) -> String {
    match reason {
        RosterReason::Cell(error) => cell(lang, error),
        RosterReason::Missing(column) => missing(lang, column.header()),
        RosterReason::Unread(column) => say(
            lang,
            format!("“{}”读不了: 太长,或有换行", column.header()),
            format!(
                "{} cannot be read: too long, or with line breaks",
                column.header()
            ),
        ),
        RosterReason::Twice { first } => twice(lang, *first),
        RosterReason::Namesake { first } => say(
            lang,
            format!("与第 {first} 行重名,请写成能区分的姓名并填代表证号"),
            format!(
                "a namesake stands on line {first}: write names that tell them apart, with card numbers"
            ),
        ),
        RosterReason::Needs { column, by } => needs(lang, column.header(), by.header()),
        RosterReason::Refused(Refusal::Ambiguous {
            word, candidates, ..
        }) => {
            let candidates = words::list(lang, candidates);
            say(
                lang,
                format!("{word}有重名,写成其中一个: {candidates}"),
                format!("several are called {word}: write {candidates}"),
            )
        }
        RosterReason::Refused(refusal) => words::refusal(lang, refusal, book).what,
    }
}

fn reason(lang: Lang, reason: &Reason, book: &Book) -> String {
    match reason {
        Reason::Cell(error) => cell(lang, error),
        Reason::Gap(gap) => self::gap(lang, gap),
        Reason::Twice { first } => twice(lang, *first),
        // What a ledger tells happens to a case, so nothing comes before it was handed in.
        Reason::Refused {
            refusal:
                Refusal::Rule {
                    rule: Rule::TooEarly { on, after },
                    ..
                },
            ..
        } => {
            let (on, after) = (
                words::short_date(lang, *on),
                words::short_date(lang, *after),
            );
            say(
                lang,
                format!("有{on}的事,早于提出日期{after}"),
                format!("something happened on {on}, before it was handed in on {after}"),
            )
        }
        Reason::Refused { on, refusal } => {
            let message = words::refusal(lang, refusal, book);
            let told = format!("{}: {}", words::short_date(lang, *on), message.what);
            // What it may be instead stands in the first hint.
            let near = message
                .hints
                .first()
                .filter(|_| matches!(refusal, Refusal::NotFound { near, .. } if !near.is_empty()));
            near.map_or(told.clone(), |near| format!("{told},{near}"))
        }
        Reason::Impossible { on, impossible } => {
            format!(
                "{}: {}",
                words::short_date(lang, *on),
                words::clash(lang, &impossible.clash)
            )
        }
    }
}

fn missing(lang: Lang, column: &str) -> String {
    say(
        lang,
        format!("缺“{column}”"),
        format!("{column} is missing"),
    )
}

fn needs(lang: Lang, column: &str, by: &str) -> String {
    say(
        lang,
        format!("有“{by}”就要有“{column}”"),
        format!("{by} needs {column}"),
    )
}

fn twice(lang: Lang, first: u64) -> String {
    say(
        lang,
        format!("与第 {first} 行重复"),
        format!("stands on line {first} already"),
    )
}

fn gap(lang: Lang, gap: &Gap) -> String {
    match gap {
        Gap::Missing(column @ LedgerColumn::Session) => {
            let missing = missing(lang, column.word(lang));
            say(
                lang,
                format!(
                    "{missing}: 先记开会(jianyi session open 20-5 --on 2024-01-10),或在表里写上届和次"
                ),
                format!(
                    "{missing}: record it first (jianyi session open 20-5 --on 2024-01-10), or add its columns"
                ),
            )
        }
        Gap::Missing(column) => missing(lang, column.word(lang)),
        Gap::TooLong(column) => say(
            lang,
            format!("“{}”太长", column.word(lang)),
            format!("{} is too long", column.word(lang)),
        ),
        Gap::Namesakes {
            column,
            called,
            candidates,
        } => {
            let (column, candidates) = (column.word(lang), words::list(lang, candidates));
            say(
                lang,
                format!("“{column}”里的{called}有重名,写成其中一个: {candidates}"),
                format!("{column}: several are called {called}: write {candidates}"),
            )
        }
        Gap::Needs {
            column: column @ LedgerColumn::Class,
            by,
        } => {
            let needs = needs(lang, column.word(lang), by.word(lang));
            say(
                lang,
                format!("{needs}(A、B、C……);写在别的列里的用 --map 列名=办理结果"),
                format!("{needs} (A, B, C); where another column says it: --map COLUMN=办理结果"),
            )
        }
        Gap::Needs { column, by } => needs(lang, column.word(lang), by.word(lang)),
        Gap::Count {
            column,
            found,
            expected,
        } => {
            let column = column.word(lang);
            say(
                lang,
                format!("“{column}”有 {found} 个值,应为 {expected} 个或 1 个"),
                format!("{column} has {found} values, {expected} or one would fit"),
            )
        }
    }
}

fn cell<C: TableColumn>(lang: Lang, error: &CellError<C>) -> String {
    let (column, value) = (error.column.header(), &error.value);
    let why = match &error.why {
        Why::Date(date) => words::bad_date(lang, None, date).what,
        Why::NoYear => say(lang, "缺年份", "the year is missing"),
        Why::NoStart => say(
            lang,
            "写的是几个月,要有交办日期才能算",
            "so many months run from the hand-over, and its day is missing",
        ),
        Why::Text(text) => bad_text(lang, text),
        Why::Several => say(
            lang,
            "写了几个单位,不知道谁主办: 写成“甲（主办）、乙（协办）”;整列都是第一个主办的,用 --map 列名=主办/会办;各自答复的写到“分办单位”",
            "several units, and none is said to lead: write 甲（主办）、乙（协办）; where the first one always leads: --map COLUMN=主办/会办; those that reply each belong under 分办单位",
        ),
        Why::NotANumber => say(lang, "不是数字", "not a number"),
        Why::TooGreat => say(
            lang,
            "编号最大到 9999;这一列要是别的编码,用 --map 或 --ignore",
            "a number ends at 9999; if the column holds other codes: --map or --ignore",
        ),
        Why::NotOneOf(choices) => {
            let choices = list(lang, choices);
            say(
                lang,
                format!("可以写: {choices}"),
                format!("choose from: {choices}"),
            )
        }
    };
    say(
        lang,
        format!("“{column}”写的是“{value}”: {why}"),
        format!("{column} says `{value}`: {why}"),
    )
}

fn bad_text(lang: Lang, error: &TextError) -> String {
    words::bad_text(lang, &say(lang, "内容", "the text"), error).what
}
