//! `archive` (归档): everything of one case in one archive: cover, the case whole with timeline and
//! ratings, letters, evidence, its lines of the journal, and what each file hashes to.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Read};
use std::path::Path;

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::{Desk, JournalLines};
use crate::cli::failure::{Exit, Failure};
use crate::cli::screen;
use crate::cli::wish::one_case;
use crate::domain::book::{Case, Evidence};
use crate::domain::event::Event;
use crate::journal::evidence;
use crate::paper::{
    self, Contents, Dialect, DossierError, Encoding, FileNames, Open, Paper, Part, Target,
};
use crate::report::{Document, Outlook, dossier, letters, show};
use crate::words::{self, Lang, pick};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("归档: 一件建议的全部材料打成一个 zip(封面、过程、历次公文、评价、佐证、记录、哈希)", "Dossier: everything of a case in one zip (cover, timeline, every letter and notice, ratings, evidence, record, hashes)"),
    after_help = both!(
        "例: jianyi 归档 17 -o 17.zip\n    jianyi 归档 17 -o 17.zip --截至 2024-06-01",
        "Example: jianyi archive 17 -o 17.zip\n         jianyi archive 17 -o 17.zip --as-of 2024-06-01"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASE"), help = both!("哪件建议: 17 · 2024-17 · 闭3", "Which case: 17, 2024-17, 闭3"))]
    case: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

/// What the store says of a case, before files are read.
struct Known {
    contents: Contents,
    /// The papers, the cover first, each under its name.
    papers: Vec<(String, Document)>,
    /// The files of evidence, each under its name.
    evidence: Vec<(String, Evidence)>,
    /// The lines of the journal that are about it.
    lines: BTreeSet<u64>,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASE", args.case.is_none())])?;
    let case = desk.ask_case(
        "CASE",
        args.case.as_deref(),
        both!("哪件建议", "Which case"),
    )?;
    let lang = desk.lang();
    let Some(file) = desk.take_output() else {
        return Err(desk.misused(words::missing(
            lang,
            &[pick(both!("-o 文件.zip", "-o FILE.zip"), lang)],
        )));
    };
    let path = desk.target(&file)?;
    let ending = Path::new(&file)
        .extension()
        .map(|ending| ending.to_string_lossy());
    if let Some(other) = ending.filter(|ending| !ending.eq_ignore_ascii_case("zip")) {
        return Err(desk.misused(words::dossier_makes_zip(lang, &other)));
    }
    let masked = !desk.shows_numbers();
    let (known, head) = desk.look(&args.reading, |outlook| {
        let case = one_case(outlook.book, outlook.lang, &case)?;
        Ok((known(outlook, case, masked), outlook.book.head()))
    })?;
    let lines = own_lines(desk.journal_lines(head)?, &known.lines)?;
    let mut contents = known.contents;
    let parts = parts(desk, known.papers, known.evidence, lines)?;
    let mut altered = None;
    let saved = paper::save_for_owner(&path, |to| {
        paper::pack(parts, &mut contents, to).map_err(|error| match error {
            DossierError::Io(error) => error,
            DossierError::Altered(name) => {
                altered = Some(name.clone());
                io::Error::other(DossierError::Altered(name))
            }
            DossierError::Zip(error) => error.into(),
            error @ DossierError::Json(_) => io::Error::other(error),
        })
    });
    if let Some(name) = altered {
        let message = words::dossier_altered(lang, &name);
        return Err(Failure::told(message, Exit::Damaged).into());
    }
    saved.map_err(|error| screen::unsaved(lang, &error))?;
    desk.say(&words::dossier_saved(lang, &file, contents.files.len()))
}

/// What lies in a dossier; its cover says so where numbers in its papers are masked.
fn known(outlook: &Outlook, case: &Case, masked: bool) -> Known {
    let mut names = FileNames::default();
    let mut papers = vec![(words::dossier_case(), show::show(outlook, case))];
    for letter in letters::of_case(outlook, case.id) {
        let day = letter.on.map(|on| on.to_string()).unwrap_or_default();
        let name = names.legal(&format!("{day}-{}", letter.name), "docx");
        papers.push((
            format!("{}/{name}", words::dossier_letters()),
            letter.document,
        ));
    }
    let evidence = named(case);
    let papers_held = papers.iter().map(|(name, paper)| {
        let files: Vec<String> = files_of(name).map(|(file, _)| file).collect();
        (files.join("\n"), paper.title.clone())
    });
    let mut held: Vec<dossier::Held> = papers_held.collect();
    held.extend(evidence.iter().map(|(name, kept)| {
        let day = words::short_date(Lang::Zh, kept.on);
        let what = format!("{day} {}\n{}", kept.file, kept.sha256.as_str());
        (name.clone(), what)
    }));
    let record = words::dossier_record_title();
    held.push((words::dossier_record(), record.to_owned()));
    let cover = dossier::cover(outlook, case, &held, masked);
    papers.insert(0, (words::dossier_cover(), cover));
    let basis = outlook.basis();
    Known {
        contents: Contents {
            case: words::plain_label(outlook.book, case.id),
            title: case.title.to_string(),
            as_of: basis.as_of.to_string(),
            known: basis.known,
            fingerprint: basis.fingerprint,
            files: BTreeMap::new(),
        },
        papers,
        evidence,
        lines: lines(outlook, case),
    }
}

/// The files that a paper of a dossier becomes: one to be read anywhere beside one to be printed,
/// unless its name says which.
fn files_of(name: &str) -> impl Iterator<Item = (String, Paper)> {
    let whole = name.ends_with(".docx");
    let page = (!whole).then(|| (format!("{name}.html"), Paper::Html));
    let sheet = match whole {
        true => name.to_owned(),
        false => format!("{name}.docx"),
    };
    page.into_iter().chain([(sheet, Paper::Docx)])
}

/// The evidence of a case under names that any system takes.
fn named(case: &Case) -> Vec<(String, Evidence)> {
    let mut names = FileNames::default();
    let named = case.evidence.iter().map(|kept| {
        let shown = kept.file.as_str();
        let (stem, ending) = shown.rsplit_once('.').unwrap_or((shown, "bin"));
        let name = names.legal(stem, ending);
        (
            format!("{}/{name}", words::dossier_evidence()),
            kept.clone(),
        )
    });
    named.collect()
}

/// The lines that say something of a case that had happened by the day, and those that mended or took
/// back such a line, on whichever day: the papers tell what is known now of the day.
fn lines(outlook: &Outlook, case: &Case) -> BTreeSet<u64> {
    let Outlook { book, as_of, .. } = outlook;
    let mut lines = BTreeSet::new();
    book.walk_entries(|entry| {
        let speaks = |event: &Event| {
            let counts = event.case().is_none() || event.on() <= *as_of;
            counts && book.cases_of_fact(entry.seq, event).contains(&case.id)
        };
        if entry.events.iter().any(speaks) {
            lines.insert(entry.seq);
        }
    });
    lines
}

/// Those lines of the journal, byte for byte.
fn own_lines(journal: JournalLines, lines: &BTreeSet<u64>) -> io::Result<Vec<u8>> {
    let mut own = Vec::new();
    journal.each(|seq, line| {
        if lines.contains(&seq) {
            own.extend_from_slice(line);
        }
        Ok(())
    })?;
    Ok(own)
}

fn parts(
    desk: &mut Desk,
    papers: Vec<(String, Document)>,
    kept: Vec<(String, Evidence)>,
    lines: Vec<u8>,
) -> anyhow::Result<Vec<Part>> {
    let lang = desk.lang();
    let mut parts = Vec::new();
    let mut add = |name: String, bytes: Vec<u8>| {
        let content: Open = Box::new(|| Ok(Box::new(Cursor::new(bytes)) as Box<dyn Read>));
        parts.push(Part {
            name,
            content,
            sha256: None,
        });
    };
    let dialect = Dialect {
        target: Target::File,
        encoding: Encoding::Utf8,
        lang,
    };
    for (name, document) in papers {
        let document = desk.for_eyes(document);
        for (file, paper) in files_of(&name) {
            add(file, paper::write(&document, paper, dialect)?);
        }
    }
    add(words::dossier_record(), lines);
    let place = desk.store()?.place(lang)?;
    for (name, file) in kept {
        let path = evidence::path(&place, &file.sha256);
        if !path.exists() {
            let message = words::dossier_altered(lang, file.file.as_str());
            return Err(Failure::told(message, Exit::Damaged).into());
        }
        let content: Open =
            Box::new(move || Ok(Box::new(std::fs::File::open(path)?) as Box<dyn Read>));
        parts.push(Part {
            name,
            content,
            sha256: Some(file.sha256.as_str().to_owned()),
        });
    }
    Ok(parts)
}
