//! `evidence` (佐证): files that show what was done, kept in the store by their content.

use std::cell::Cell;
use std::path::PathBuf;

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::bad_file::bad_evidence;
use crate::cli::desk::Desk;
use crate::cli::failure::{Exit, Failure};
use crate::domain::command::{CaseWish, Command, EvidenceWish};
use crate::domain::terms::CaseId;
use crate::journal::{EvidenceError, Measured, evidence};
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("把照片、文件作为佐证存进档案", "Keep files as evidence, by their content"),
    after_help = both!(
        "例: jianyi 佐证 17 现场照片.jpg 验收单.pdf --说明 完工",
        "Example: jianyi evidence 17 PHOTO.jpg RECEIPT.pdf --note done"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(value_name = both!("文件", "FILES"), help = both!("一个或几个文件", "One file or several"))]
    files: Vec<String>,
    #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("说明什么", "What they show"))]
    note: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("FILES", args.files.is_empty()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let typed = match args.files.as_slice() {
        [] => vec![desk.ask_text("FILES", None, both!("哪个文件", "Which file"))?],
        files => files.to_vec(),
    };
    let lang = desk.lang();
    let failed = |error: EvidenceError| {
        let exit = match &error {
            EvidenceError::NotKept { .. } => Exit::Unexpected,
            EvidenceError::Altered(_) => Exit::Damaged,
            EvidenceError::NotReadable { .. }
            | EvidenceError::NoFile(_)
            | EvidenceError::Empty(_)
            | EvidenceError::TooLarge { .. }
            | EvidenceError::Changed(_) => Exit::Misuse,
        };
        Failure::told(bad_evidence(lang, &error), exit)
    };
    let mut files: Vec<(PathBuf, Measured)> = Vec::new();
    for named in &typed {
        let path = desk.path(named);
        let measured = evidence::measure(&path).map_err(failed)?;
        files.push((path, measured));
    }
    let is_recorded = Cell::new(false);
    let done = desk.record_preceded(
        &args.writing,
        |wish| {
            let one = |(path, measured): &(PathBuf, Measured)| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                Ok(EvidenceWish {
                    sha256: measured.sha256.clone(),
                    file: wish.name("FILES", &name)?,
                    bytes: measured.bytes,
                    note: wish.maybe_text("--note", args.note.as_deref())?,
                })
            };
            let files: Vec<EvidenceWish> = files.iter().map(one).collect::<Result<_, Failure>>()?;
            let cases = wish.cases(&cases)?;
            let stands = |id: &CaseId, file: &EvidenceWish| {
                let case = wish.book.case(*id);
                case.is_some_and(|case| case.evidence.iter().any(|one| one.sha256 == file.sha256))
            };
            let has_all = |id: &CaseId| files.iter().all(|file| stands(id, file));
            is_recorded.set(cases.iter().all(has_all));
            Ok(Command::on(cases, CaseWish::AddEvidence(files)))
        },
        |place, _| {
            let mut kept = files.iter().map(|(path, m)| evidence::keep(place, path, m));
            kept.try_for_each(|kept| kept.map_err(failed))
        },
        // A file without a line does no harm, and somebody else may have kept the same.
        |_, _| (),
    );
    if done.is_ok() || args.writing.dry_run || !is_recorded.get() {
        return done;
    }
    let (place, now) = (desk.store()?.place(lang)?, desk.now());
    let mut put_back = false;
    for (path, measured) in &files {
        put_back |= evidence::put_back(&place, path, measured, now).map_err(failed)?;
    }
    match put_back {
        true => desk.say(&words::evidence_put_back(lang)),
        false => done,
    }
}
