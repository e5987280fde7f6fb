//! `verify` (校验): format, sequence, chain, and that replay holds.

use std::collections::BTreeSet;

use chrono::Datelike;
use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::bad_journal::{failed, fault_words, risk_words};
use crate::cli::bad_private::bad_private;
use crate::cli::desk::Desk;
use crate::cli::failure::{Exit, Failure};
use crate::domain::book::{Book, Entry, View};
use crate::domain::event::Event;
use crate::domain::terms::{Date, Digest, half_width};
use crate::journal::evidence::{self, Kept};
use crate::journal::private;
use crate::journal::{self, Journal, MOST_PROBLEMS, Place, Repaired, Tail};
use crate::report::complete;
use crate::report::scope::Filter;
use crate::report::{Basis, Cell, Column, Document, LAYOUT, Sheet, Tone};
use crate::words::{self, Label, Lang, Word, Work};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("校验: 格式、条号、哈希链、能否重放;--complete 检查材料是否齐全", "Verify format, sequence, chain, and that replay holds; --complete finds what is missing"),
    after_help = both!(
        "例: jianyi 校验\n    jianyi 校验 --对照 60d2-c287-bc83@88\n    jianyi 校验 --齐全 --scope year=2024     有缺漏时退出码为 8",
        "Example: jianyi verify\n         jianyi verify --against 60d2-c287-bc83@88\n         jianyi verify --complete --scope year=2024     exits with 8 if something is missing"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(long, visible_alias = "齐全", action = clap::ArgAction::SetTrue, help = both!("逐件检查编号、面商、答复、承诺、送达是否齐全", "Look case by case for missing numbers, talks, papers, promises, deliveries"))]
    complete: bool,
    #[arg(long, visible_alias = "范围", requires = "complete", value_name = both!("条件", "KEY=VALUE,…"), help = both!("检查哪些建议", "Which cases"))]
    scope: Option<String>,
    #[arg(long, visible_alias = "指纹", conflicts_with_all = ["complete", "against"], action = clap::ArgAction::SetTrue, help = both!("只打印末条指纹: 指纹@条号", "Print the last fingerprint only: FINGERPRINT@SEQ"))]
    fingerprint: bool,
    #[arg(long, visible_alias = "对照", conflicts_with = "complete", value_name = both!("指纹@条号", "FINGERPRINT@SEQ"), help = both!("用报告末尾印的指纹证明到那一条为止没有被改过", "Prove from a printed report that nothing up to that entry was changed"))]
    against: Option<String>,
    #[arg(long, visible_alias = "修复", conflicts_with_all = ["complete", "against", "fingerprint"], action = clap::ArgAction::SetTrue, help = both!("修复损坏的记录: 能证明的放回原位,其余另存,什么都不删", "Mend a damaged journal: what the chain proves goes to its place, the rest is kept aside, nothing is deleted"))]
    repair: bool,
    #[command(flatten)]
    reading: Reading,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    if args.complete {
        return complete(args, desk);
    }
    let place = desk.store()?.place(desk.lang())?;
    match &args.against {
        Some(printed) => against(printed, &place, desk),
        None if args.repair => repair(&place, desk),
        None if args.fingerprint => fingerprint(&place, desk),
        None => whole(&place, desk),
    }
}

/// For scripts: what `--against` takes.
fn fingerprint(place: &Place, desk: &mut Desk) -> anyhow::Result<()> {
    let journal = read(place, desk.lang())?;
    let (seq, hash) = (journal.head.seq, journal.head.hash.fingerprint());
    desk.print(format!("{hash}@{seq}\n").as_bytes())
}

fn read(place: &Place, lang: Lang) -> Result<Journal, Failure> {
    Journal::read(place).map_err(|e| failed(lang, &e))
}

/// Every line of the journal, one by one.
fn looked_through(
    place: &Place,
    desk: &Desk,
) -> anyhow::Result<(journal::Report, Vec<journal::Line<Event>>)> {
    let lang = desk.lang();
    let steps = desk.steps(Work::Verify);
    let verified = journal::verified::<Event>(place, &steps);
    let (found, lines) = verified.map_err(|e| failed(lang, &e))?;
    if found.head.seq == 0 && found.is_sound() {
        return Err(crate::cli::store::not_founded(place, lang).into());
    }
    Ok((found, lines))
}

/// Form, numbers, chain, replay, evidence.
fn whole(place: &Place, desk: &mut Desk) -> anyhow::Result<()> {
    let lang = desk.lang();
    let (found, lines) = looked_through(place, desk)?;
    let columns = vec![
        Column::number("line", Label::FileLine.word(lang)),
        Column::text("what", Label::What.word(lang)),
    ];
    let mut sheet = Sheet::new("problems", Label::Problems.word(lang), columns);
    if found.more > 0 {
        sheet.notes.push(words::more_problems(lang, found.more));
    }
    for problem in &found.problems {
        let line = Cell::Integer(i64::try_from(problem.line).unwrap_or(i64::MAX));
        sheet.push(vec![
            line,
            Cell::toned("damage", fault_words(lang, &problem.fault), Tone::Bad),
        ]);
    }
    let mut kept = Kept::default();
    let mut notes = Vec::new();
    if found.is_sound() {
        match Book::replay(lines.into_iter().map(Entry::from), View::default()) {
            Ok(book) => {
                kept = evidence::look(place, &recorded(&book));
                for row in lost_files(lang, &book, &kept) {
                    sheet.push(row);
                }
                notes = particulars(lang, place, &book, &mut sheet)?;
                notes.extend(next_year(lang, &book, desk.today()));
            }
            Err(impossible) => {
                let line = Cell::Integer(i64::try_from(impossible.at.line).unwrap_or(i64::MAX));
                let why = words::clash(lang, &impossible.clash);
                sheet.push(vec![line, Cell::toned("contradiction", why, Tone::Bad)]);
            }
        }
    }
    let sound = sheet.rows().is_empty();
    let fingerprint = found.head.hash.fingerprint();
    let basis = Basis {
        as_of: desk.today(),
        known: found.head.seq,
        rules: String::new(),
        fingerprint: fingerprint.clone(),
        layout: LAYOUT,
    };
    let foot = vec![words::verified(lang, found.lines_ok, &fingerprint)];
    desk.publish(
        &Document::of_rows("verify", Label::Problems.word(lang), basis, vec![sheet])
            .with_foot(foot),
    )?;
    tell(place, &found, &kept, &notes, desk)?;
    if sound {
        return Ok(());
    }
    Err(Failure::told(words::unsound(lang), Exit::Damaged).into())
}

/// From November on: that the days off of the next year are not on record yet, by which clocks that
/// run into it are counted.
fn next_year(lang: Lang, book: &Book, today: Date) -> Option<String> {
    const PUBLISHED: u32 = 11;
    let year = today.year() + 1;
    let begins = Date::from_ymd_opt(year, 1, 1)?;
    let missing = today.month() >= PUBLISHED && !book.office().calendar().covers(begins);
    missing.then(|| words::year_without_table(lang, year))
}

/// What is worth knowing and is no damage.
fn tell(
    place: &Place,
    found: &journal::Report,
    kept: &Kept,
    notes: &[String],
    desk: &mut Desk,
) -> anyhow::Result<()> {
    let lang = desk.lang();
    if let Tail::Torn { .. } = found.tail {
        desk.say(&words::interrupted(lang))?;
    }
    for line in &found.clock {
        desk.say(&words::clock_went_back(lang, line.seq))?;
    }
    for file in &found.torn {
        desk.say(&words::lies_beside(lang, &file.display().to_string()))?;
    }
    for risk in &journal::risks(place) {
        desk.say(&risk_words(lang, risk))?;
    }
    for note in notes {
        desk.say(note)?;
    }
    for file in &kept.unknown {
        desk.say(&words::unknown_evidence(lang, &file.display().to_string()))?;
    }
    Ok(())
}

/// What was put right, what could not be read, what lost its place: line, number, time, cases.
fn repair(place: &Place, desk: &mut Desk) -> anyhow::Result<()> {
    let lang = desk.lang();
    let (wait, holder) = desk.turn();
    let repaired = journal::repair(place, wait, &holder).map_err(|e| failed(lang, &e))?;
    let sheet = repaired_sheet(lang, &repaired);
    let head = &repaired.head;
    let basis = Basis {
        as_of: desk.today(),
        known: head.seq,
        rules: String::new(),
        fingerprint: head.hash.fingerprint(),
        layout: LAYOUT,
    };
    let title = Label::Repaired.word(lang);
    desk.publish(&Document::of_rows(
        "verify.repair",
        title,
        basis,
        vec![sheet],
    ))?;
    let kept = repaired
        .kept
        .as_ref()
        .map(|path| path.display().to_string());
    desk.say(&words::repaired(lang, head.seq, kept.as_deref()))?;
    match repaired.has_losses() {
        false => Ok(()),
        true => Err(Failure::told(words::lost_lines(lang), Exit::Damaged).into()),
    }
}

/// Line by line: put right, not readable, without its place.
fn repaired_sheet(lang: Lang, repaired: &Repaired) -> Sheet {
    let columns = vec![
        Column::number("line", Label::FileLine.word(lang)),
        Column::text("what", Label::What.word(lang)),
        Column::number("seq", Label::Entry.word(lang)),
        Column::text("at", Label::Date.word(lang)),
        Column::text("detail", Label::Detail.word(lang)),
    ];
    let mut sheet = Sheet::new("repaired", Label::Repaired.word(lang), columns);
    let number = |n: u64| Cell::Integer(i64::try_from(n).unwrap_or(i64::MAX));
    let what = |key: &'static str, label: Label, tone| Cell::toned(key, label.word(lang), tone);
    let beyond = repaired.cured.len().saturating_sub(MOST_PROBLEMS) as u64;
    if beyond > 0 {
        sheet.notes.push(words::more_problems(lang, beyond));
    }
    for line in repaired.cured.iter().take(MOST_PROBLEMS) {
        let cured = what("cured", Label::PutRight, Tone::Good);
        sheet.push(vec![
            number(*line),
            cured,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ]);
    }
    for (line, fault) in &repaired.unreadable {
        let lost = what("unreadable", Label::Unreadable, Tone::Bad);
        let why = fault_words(lang, fault).into();
        sheet.push(vec![number(*line), lost, Cell::Empty, Cell::Empty, why]);
    }
    for (line, parted) in &repaired.parted {
        let lost = what("parted", Label::Parted, Tone::Warning);
        let facts = parted.events.iter().map(|event| {
            let case = event
                .case()
                .map(|case| format!(" #{case}"))
                .unwrap_or_default();
            format!("{}{case}", words::fact(lang, event))
        });
        sheet.push(vec![
            number(*line),
            lost,
            number(parted.seq),
            parted.at.format("%Y-%m-%d %H:%M:%S").to_string().into(),
            Cell::List(facts.collect()),
        ]);
    }
    sheet
}

/// A printed fingerprint beside the one that the journal has at that entry.
fn against(printed: &str, place: &Place, desk: &mut Desk) -> anyhow::Result<()> {
    let lang = desk.lang();
    let plain = half_width(printed.trim());
    let parts = plain.split_once('@');
    let parts = parts.and_then(|(hash, seq)| Some((hash.to_lowercase(), seq.parse::<u64>().ok()?)));
    let Some((hash, seq)) = parts else {
        let message = words::bad_word(lang, "--against", printed);
        return Err(Failure::told(message, Exit::Misuse).into());
    };
    let journal = read(place, lang)?;
    let head = journal
        .head_at(seq)
        .filter(|head| head.seq <= journal.head.seq);
    let now = head.map(|head| head.hash.fingerprint());
    if now.as_deref() == Some(hash.as_str()) {
        return desk.say(&words::proven(lang, seq, &hash));
    }
    let message = words::disproven(lang, seq, now.as_deref());
    Err(Failure::told(message, Exit::Damaged).into())
}

/// Exit code 8 for scripts, after the findings were printed.
fn complete(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let (document, count) = desk.look(&args.reading, |outlook| {
        let scope = Filter::read(outlook, args.scope.as_deref())?;
        Ok(complete::complete(outlook, &scope))
    })?;
    desk.publish(&document)?;
    match count {
        0 => Ok(()),
        _ => Err(Failure::told(words::incomplete(desk.lang(), count), Exit::Findings).into()),
    }
}

/// The particulars of citizens beside what the journal says of them: rows that are lost or altered
/// are damage, those that were erased are not missing.
fn particulars(
    lang: Lang,
    place: &Place,
    book: &Book,
    sheet: &mut Sheet,
) -> anyhow::Result<Vec<String>> {
    let erased = |id| book.citizens().erased(id).is_some();
    let sealed = book.sealed();
    let found = private::look(place, &sealed, erased).map_err(|e| bad_private(lang, &e))?;
    let faults = [
        ("missing", &found.missing),
        ("altered", &found.altered),
        ("left", &found.left),
    ];
    for (fault, citizens) in faults {
        for citizen in citizens {
            let why = words::private_fault(lang, *citizen, fault);
            sheet.push(vec![Cell::Empty, Cell::toned("private", why, Tone::Bad)]);
        }
    }
    let mut notes = Vec::new();
    let gone = sealed.keys().filter(|id| erased(**id)).count();
    if gone > 0 {
        notes.push(words::erased_count(lang, gone));
    }
    if !found.unknown.is_empty() {
        notes.push(words::private_unknown(lang, found.unknown.len()));
    }
    if private::is_open_to_others(place) {
        notes.push(words::private_open(lang, "private.jsonl"));
    }
    Ok(notes)
}

/// The files that cases name.
fn recorded(book: &Book) -> BTreeSet<Digest> {
    let evidence = book.cases().flat_map(|case| &case.evidence);
    evidence.map(|file| file.sha256.clone()).collect()
}

/// The files that are not there, or not what they were, with the line that recorded them.
fn lost_files(lang: Lang, book: &Book, kept: &Kept) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for case in book.cases() {
        for fact in book.timeline(case.id) {
            let Event::EvidenceAdded(file) = fact.event else {
                continue;
            };
            let missing = kept.missing.contains(&file.sha256);
            if missing || kept.altered.contains(&file.sha256) {
                let label = words::case_label(book, case.id);
                let why = words::lost_evidence(lang, &label, file.file.as_str(), missing);
                let line = Cell::Integer(i64::try_from(fact.id.line).unwrap_or(i64::MAX));
                rows.push(vec![line, Cell::toned("evidence", why, Tone::Bad)]);
            }
        }
    }
    rows
}
