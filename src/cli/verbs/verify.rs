//! `verify` (校验): format, sequence, chain, and that replay holds.

use chrono::{DateTime, FixedOffset};
use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::bad_archive::bad_archive;
use crate::cli::bad_journal::{failed, fault_words, risk_words};
use crate::cli::desk::Desk;
use crate::cli::failure::{Exit, Failure};
use crate::cli::soundness::{Looked, looked};
use crate::domain::book::View;
use crate::domain::event::Event;
use crate::domain::terms::half_width;
use crate::journal::evidence::Kept;
use crate::journal::{self, Fault, Hash, Journal, MOST_PROBLEMS, Place, Repaired, Tail};
use crate::report::complete;
use crate::report::scope::Filter;
use crate::report::{Basis, Cell, Column, Document, LAYOUT, Sheet, Tone};
use crate::words::{self, Label, Lang, Word};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("校验: 格式、条号、哈希链、能否重放;--complete 检查材料是否齐全", "Verify format, sequence, chain, and that replay holds; --complete finds what is missing"),
    after_help = both!(
        "例: jianyi 校验\n    jianyi 校验 --对照 60d2-c287-bc83@88\n    jianyi 校验 --修复 --取自 备份.zip\n    jianyi 校验 --齐全 --scope year=2024     有缺漏时退出码为 8",
        "Example: jianyi verify\n         jianyi verify --against 60d2-c287-bc83@88\n         jianyi verify --repair --with BACKUP.zip\n         jianyi verify --complete --scope year=2024     exits with 8 if something is missing"
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
    #[arg(long, visible_alias = "取自", requires = "repair", value_name = both!("文件", "FILE"), help = both!("修复时从备份或旁边的副本补回丢失的记录,可以写多次", "With --repair: bring lost entries back from a backup or a copy; may be given several times"))]
    with: Vec<String>,
    #[command(flatten)]
    reading: Reading,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    if args.complete {
        return complete(args, desk);
    }
    let Reading { as_of, known } = &args.reading;
    if as_of.is_some() || (known.is_some() && !args.fingerprint) {
        return Err(desk.misused(words::verified_whole(desk.lang())));
    }
    let place = desk.store()?.place(desk.lang())?;
    match &args.against {
        Some(printed) => against(printed, &place, desk),
        None if args.repair => repair(args, &place, desk),
        None if args.fingerprint => fingerprint(*known, &place, desk),
        None => whole(&place, desk),
    }
}

/// For scripts: what `--against` takes, of the last entry or of the one up to which is looked.
fn fingerprint(known: Option<u64>, place: &Place, desk: &mut Desk) -> anyhow::Result<()> {
    let (mut head, mut last) = (0, (0, Hash::ZERO));
    each_head(place, desk.lang(), |seq, hash| {
        head = seq;
        if known.is_none_or(|known| seq <= known) {
            last = (seq, hash);
        }
    })?;
    if let Some(known) = known.filter(|known| *known > head) {
        return Err(desk.misused(words::beyond_head(desk.lang(), known, head)));
    }
    let (seq, hash) = (last.0, last.1.fingerprint());
    desk.print(format!("{hash}@{seq}\n").as_bytes())
}

/// Where the journal stood before its first entry and after each, one after the other.
fn each_head(place: &Place, lang: Lang, mut look: impl FnMut(u64, Hash)) -> Result<(), Failure> {
    let read = Journal::<Event>::read_each(place, |line| look(line.seq - 1, line.prev));
    let (journal, _) = read.map_err(|e| failed(lang, &e))?;
    look(journal.head.seq, journal.head.hash);
    Ok(())
}

/// Form, numbers, chain, replay, evidence.
fn whole(place: &Place, desk: &mut Desk) -> anyhow::Result<()> {
    let lang = desk.lang();
    let looked = looked(place, desk)?;
    let failure = looked.failure(place, lang, words::unsound(lang));
    let Looked {
        found,
        sheet,
        kept,
        notes,
    } = looked;
    let fingerprint = found.head.hash.fingerprint();
    let basis = Basis {
        as_of: desk.today(),
        known: found.head.seq,
        rules: String::new(),
        fingerprint: fingerprint.clone(),
        layout: LAYOUT,
    };
    let foot = match found.is_sound() {
        true => words::verified(lang, found.lines_ok, &fingerprint),
        false => words::still_read(lang, found.lines_ok),
    };
    let is_read = desk.publish_before(
        Document::of_rows("verify", Label::Problems.word(lang), basis, vec![sheet])
            .with_foot(vec![foot]),
    )?;
    if is_read {
        tell(place, &found, &kept, &notes, desk)?;
    }
    failure.map_or(Ok(()), |failure| Err(failure.into()))
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
    for file in &found.aside {
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
fn repair(args: &Args, place: &Place, desk: &mut Desk) -> anyhow::Result<()> {
    let lang = desk.lang();
    let others = args.with.iter().map(|named| desk.path(named));
    let others = others.map(|path| journal::lines_elsewhere(&path));
    let others: Vec<Vec<u8>> = others
        .collect::<Result<_, _>>()
        .map_err(|e| bad_archive(lang, &e))?;
    let (wait, holder) = desk.turn();
    let repaired = journal::repair(place, &others, wait, &holder).map_err(|e| failed(lang, &e))?;
    // Lines that follow one another may still contradict one another: that is no damage of the file,
    // and nothing that a repair could mend.
    let replayed = desk.store()?.read_whole(lang, View::default());
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
    desk.publish_before(Document::of_rows(
        "verify.repair",
        title,
        basis,
        vec![sheet],
    ))?;
    let kept = repaired
        .kept
        .as_ref()
        .map(|path| path.display().to_string());
    if repaired.is_torn {
        desk.say(&words::interrupted(lang))?;
    }
    if kept.is_some() || replayed.is_ok() {
        desk.say(&words::repaired(lang, head.seq, kept.as_deref()))?;
    }
    if let Some(kept) = &repaired.particulars {
        desk.say(&words::particulars_kept(lang, &kept.display().to_string()))?;
    }
    replayed?;
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
    let why = |fault: &Fault| fault_words(lang, fault);
    let what = |key: &'static str, label: Label, tone| Cell::toned(key, label.word(lang), tone);
    let beyond = |rows: usize| rows.saturating_sub(MOST_PROBLEMS) as u64;
    let beyond = beyond(repaired.cured.len()) + beyond(repaired.brought.len());
    if beyond > 0 {
        sheet.notes.push(words::more_problems(lang, beyond));
    }
    let brief = |line, what, seq| vec![line, what, seq, Cell::Empty, Cell::Empty];
    for line in repaired.cured.iter().take(MOST_PROBLEMS) {
        let cured = what("cured", Label::PutRight, Tone::Good);
        sheet.push(brief(number(*line), cured, Cell::Empty));
    }
    for seq in repaired.brought.iter().take(MOST_PROBLEMS) {
        let brought = what("brought", Label::BroughtBack, Tone::Good);
        sheet.push(brief(Cell::Empty, brought, number(*seq)));
    }
    for (line, glimpse, fault) in &repaired.unreadable {
        let lost = what("unreadable", Label::Unreadable, Tone::Bad);
        let case = glimpse.case.map(|case| format!("#{case}"));
        let why = case.into_iter().chain([fault_words(lang, fault)]);
        sheet.push(vec![
            number(*line),
            lost,
            glimpse.seq.map_or(Cell::Empty, number),
            glimpse.at.map_or(Cell::Empty, |at| recorded(at).into()),
            Cell::List(why.collect()),
        ]);
    }
    for missing in &repaired.missing {
        let (after, before) = (missing.after.map(recorded), missing.before.map(recorded));
        let detail =
            words::missing_entries(lang, missing.last, after.as_deref(), before.as_deref());
        sheet.push(vec![
            Cell::Empty,
            what("missing", Label::MissingEntries, Tone::Bad),
            number(missing.first),
            Cell::Empty,
            detail.into(),
        ]);
    }
    for (line, parted, fault) in &repaired.parted {
        let lost = match fault {
            None => what("parted", Label::Parted, Tone::Warning),
            Some(_) => what("changed", Label::ChangedLine, Tone::Bad),
        };
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
            recorded(parted.at).into(),
            Cell::List(facts.chain(fault.iter().map(why)).collect()),
        ]);
    }
    sheet
}

/// When something was recorded.
fn recorded(at: DateTime<FixedOffset>) -> String {
    at.format("%Y-%m-%d %H:%M:%S").to_string()
}

/// A printed fingerprint beside the one that the journal has at that entry.
fn against(printed: &str, place: &Place, desk: &mut Desk) -> anyhow::Result<()> {
    let lang = desk.lang();
    let plain = half_width(printed.trim());
    let (typed, seq) = match plain.split_once('@') {
        Some((typed, seq)) => (typed, Some(seq)),
        None => (&*plain, None),
    };
    let misused = || Failure::told(words::bad_word(lang, "--against", printed), Exit::Misuse);
    let hash = Hash::typed_fingerprint(typed).ok_or_else(misused)?;
    let asked: Option<u64> = match seq {
        // Before the first entry every store has the same, which proves nothing.
        Some(seq) => Some(
            seq.parse()
                .ok()
                .filter(|seq| *seq > 0)
                .ok_or_else(misused)?,
        ),
        None => None,
    };
    let mut now = None;
    each_head(place, lang, |seq, at| {
        // Whose it is, is looked for where nobody says so.
        let is_it = asked.map_or_else(|| at.fingerprint() == hash, |asked| asked == seq);
        if seq > 0 && is_it {
            now = Some((seq, at.fingerprint()));
        }
    })?;
    let seq = asked
        .or(now.as_ref().map(|(seq, _)| *seq))
        .ok_or_else(misused)?;
    let now = now.map(|(_, at)| at);
    if now.as_ref() == Some(&hash) {
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
    desk.publish_before(document)?;
    match count {
        0 => Ok(()),
        _ => Err(Failure::told(words::incomplete(desk.lang(), count), Exit::Findings).into()),
    }
}
