//! `verify` (校验): format, sequence, chain, and that replay holds.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::desk::Desk;
use crate::cli::failure::{Exit, Failure};
use crate::domain::book::{Book, Entry, View};
use crate::domain::event::Event;
use crate::journal::{self, Journal, Tail};
use crate::report::{Basis, Cell, Column, Document, LAYOUT, Sheet, Tone};
use crate::words::{self, Label, Word};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("校验: 格式、条号、哈希链、能否重放", "Verify format, sequence, chain, and that replay holds"),
    after_help = both!("例: jianyi 校验", "Example: jianyi verify")
)]
pub(in crate::cli) struct Args {}

pub(in crate::cli) fn run(_: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let lang = desk.lang();
    let place = desk.store()?.place(lang)?;
    let found =
        journal::verify::<Event>(&place).map_err(|e| crate::cli::store::failed(lang, &e))?;
    if found.head.seq == 0 && found.is_sound() {
        return Err(crate::cli::store::not_founded(&place, lang).into());
    }
    let columns = vec![
        Column::number("line", Label::FileLine.word(lang)),
        Column::text("what", Label::What.word(lang)),
    ];
    let mut sheet = Sheet::new("problems", Label::Problems.word(lang), columns);
    for problem in &found.problems {
        let line = Cell::Integer(i64::try_from(problem.line).unwrap_or(i64::MAX));
        sheet.push(vec![
            line,
            Cell::toned("damage", problem.fault.to_string(), Tone::Bad),
        ]);
    }
    let mut contradiction = None;
    if found.is_sound() {
        let read: Journal =
            Journal::read(&place).map_err(|e| crate::cli::store::failed(lang, &e))?;
        let replay = Book::replay(read.lines.into_iter().map(Entry::from), View::default());
        contradiction = replay.err();
    }
    if let Some(impossible) = &contradiction {
        let line = Cell::Integer(i64::try_from(impossible.at.line).unwrap_or(i64::MAX));
        let why = words::clash(lang, &impossible.clash);
        sheet.push(vec![line, Cell::toned("contradiction", why, Tone::Bad)]);
    }
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
    if let Tail::Torn { .. } = found.tail {
        desk.say(&words::interrupted(lang))?;
    }
    for line in &found.clock {
        desk.say(&words::clock_went_back(lang, line.seq))?;
    }
    for file in found.torn.iter().chain(&found.copies) {
        desk.say(&words::lies_beside(lang, &file.display().to_string()))?;
    }
    if found.is_sound() && contradiction.is_none() {
        return Ok(());
    }
    Err(Failure::told(words::unsound(lang), Exit::Damaged).into())
}
