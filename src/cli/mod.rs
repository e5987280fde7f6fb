//! The terminal: arguments, prompts, screens, failures; one file a subcommand, all of one shape.
//!
//! Holds no rule and counts nothing. May use every room; nobody may use it.

mod args;
mod bad_archive;
mod bad_file;
mod bad_journal;
mod bad_workbook;
mod choices;
mod command_line;
mod desk;
mod failure;
mod guide;
mod language;
mod missing;
mod noticed;
mod own_names;
mod pinyin;
mod planned;
mod prompt;
mod screen;
mod seat;
mod slips;
mod spoken;
mod store;
mod verbs;
mod wish;
mod world;

use std::ffi::OsString;
use std::io::Write;

use clap::{CommandFactory, FromArgMatches};

use self::command_line::{Cli, Verb};
use self::desk::Desk;
use self::guide::{Anew, Guide};
use crate::words::Lang;

pub use self::prompt::{AtTerminal, NoAnswer, Person, terminal_size};
pub use self::world::{Terminal, World};

/// Runs one command line, its first word being the program's name, and returns the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let locale = locale
        .iter()
        .find_map(|key| world.env.get(*key).filter(|v| !v.is_empty()));
    let lang = language::choose(&args, &world.env, locale.map(String::as_str));
    let mut guide = Guide::new(args);
    loop {
        // Most lines are right; only a page of help or a slip is worth its words in a language.
        let read = |command: clap::Command| {
            let matches = command.try_get_matches_from(guide.line())?;
            Cli::from_arg_matches(&matches)
        };
        let parsed = read(Cli::command()).or_else(|_| read(language::whole(lang)));
        let cli = match parsed {
            Ok(cli) => cli,
            Err(error) => match missing::ask(&error, lang, world, &mut guide) {
                Ok(true) => continue,
                Ok(false) => return usage(&error, lang, &guide, world),
                Err(error) => return failed(&error, lang, &guide, world),
            },
        };
        let Err(error) = carry_out(cli, lang, world, &mut guide) else {
            return 0;
        };
        if let Some(Anew(which)) = error.downcast_ref::<Anew>() {
            guide.forget(*which);
            continue;
        }
        if failure::is_broken_pipe(&error) {
            return 0;
        }
        return failed(&error, lang, &guide, world);
    }
}

/// What went wrong, said; and its exit code.
fn failed(error: &anyhow::Error, lang: Lang, guide: &Guide, world: &mut World<'_>) -> u8 {
    let (message, exit) = failure::explain(lang, error);
    let lines = own_names::told(lang, &failure::lines(lang, &message), &guide.line());
    // Where stderr is gone too, the exit code must do.
    let _ = world.stderr.write_all(lines.as_bytes());
    exit as u8
}

fn usage(error: &clap::Error, lang: Lang, guide: &Guide, world: &mut World<'_>) -> u8 {
    let page = language::render(error, lang, &guide.line());
    let code = u8::try_from(error.exit_code()).unwrap_or(2);
    let out: &mut dyn Write = if error.use_stderr() {
        world.stderr
    } else {
        world.stdout
    };
    match out.write_all(page.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => 1,
        _ => code,
    }
}

fn carry_out(cli: Cli, lang: Lang, world: &mut World<'_>, guide: &mut Guide) -> anyhow::Result<()> {
    let mut desk = Desk::new(world, guide, cli.common, lang)?;
    match perform(cli.verb, &mut desk) {
        Err(error) => Err(desk.mended(error)),
        Ok(()) => desk.teach(),
    }
}

fn perform(verb: Option<Verb>, desk: &mut Desk) -> anyhow::Result<()> {
    let Some(verb) = verb else {
        return verbs::today::run(&verbs::today::Args::default(), desk);
    };
    match verb {
        Verb::Today(args) => verbs::today::run(&args, desk),
        Verb::Demo(args) => verbs::demo::run(&args, desk),
        Verb::Init(args) => verbs::init::run(&args, desk),
        Verb::Session(args) => verbs::session::run(&args, desk),
        Verb::Deputy(args) => verbs::deputy::run(&args, desk),
        Verb::Unit(args) => verbs::unit::run(&args, desk),
        Verb::Submit(args) => verbs::submit::run(&args, desk),
        Verb::Amend(args) => verbs::amend::run(&args, desk),
        Verb::Review(args) => verbs::review::run(&args, desk),
        Verb::Kind(args) => verbs::kind::run(&args, desk),
        Verb::Merge(args) => verbs::merge::run(&args, desk),
        Verb::Withdraw(args) => verbs::withdraw::run(&args, desk),
        Verb::PreAssign(args) => verbs::pre_assign::run(&args, desk),
        Verb::Assign(args) => verbs::assign::run(&args, desk),
        Verb::Forward(args) => verbs::forward::run(&args, desk),
        Verb::Sign(args) => verbs::sign::run(&args, desk),
        Verb::Return(args) => verbs::give_back::run(&args, desk),
        Verb::Reassign(args) => verbs::reassign::run(&args, desk),
        Verb::Consult(args) => verbs::consult::run(&args, desk),
        Verb::Progress(args) => verbs::progress::run(&args, desk),
        Verb::Milestone(args) => verbs::milestone::run(&args, desk),
        Verb::Evidence(args) => verbs::evidence::run(&args, desk),
        Verb::Concur(args) => verbs::concur::run(&args, desk),
        Verb::Extend(args) => verbs::extend::run(&args, desk),
        Verb::Reply(args) => verbs::reply::run(&args, desk),
        Verb::Deliver(args) => verbs::deliver::run(&args, desk),
        Verb::Class(args) => verbs::class::run(&args, desk),
        Verb::Escalate(args) => verbs::escalate::run(&args, desk),
        Verb::Remind(args) => verbs::remind::run(&args, desk),
        Verb::Supervise(args) => verbs::supervise::run(&args, desk),
        Verb::Colour(args) => verbs::colour::run(&args, desk),
        Verb::Activity(args) => verbs::activity::run(&args, desk),
        Verb::Project(args) => verbs::project::run(&args, desk),
        Verb::Opinion(args) => verbs::opinion::run(&args, desk),
        Verb::Check(args) => verbs::check::run(&args, desk),
        Verb::Feedback(args) => verbs::feedback::run(&args, desk),
        Verb::Rate(args) => verbs::rate::run(&args, desk),
        Verb::Adjudicate(args) => verbs::adjudicate::run(&args, desk),
        Verb::LookBack(args) => verbs::look_back::run(&args, desk),
        Verb::Rework(args) => verbs::rework::run(&args, desk),
        Verb::Close(args) => verbs::close::run(&args, desk),
        Verb::Follow(args) => verbs::follow::run(&args, desk),
        Verb::List(args) => verbs::list::run(&args, desk),
        Verb::Filter(args) => verbs::filter::run(&args, desk),
        Verb::Search(args) => verbs::search::run(&args, desk),
        Verb::Show(args) => verbs::show::run(&args, desk),
        Verb::Similar(args) => verbs::similar::run(&args, desk),
        Verb::Due(args) => verbs::due::run(&args, desk),
        Verb::Report(args) => verbs::report::run(&args, desk),
        Verb::Deadline(args) => verbs::deadline::run(&args, desk),
        Verb::Rules(args) => verbs::rules::run(&args, desk),
        Verb::Calendar(args) => verbs::calendar::run(&args, desk),
        Verb::Import(args) => verbs::import::run(&args, desk),
        Verb::Export(args) => verbs::export::run(&args, desk),
        Verb::Mapping(args) => verbs::mapping::run(&args, desk),
        Verb::Correct(args) => verbs::correct::run(&args, desk),
        Verb::Undo(args) => verbs::undo::run(&args, desk),
        Verb::Redo(args) => verbs::redo::run(&args, desk),
        Verb::Log(args) => verbs::log::run(&args, desk),
        Verb::Backup(args) => verbs::backup::run(&args, desk),
        Verb::Restore(args) => verbs::restore::run(&args, desk),
        Verb::Verify(args) => verbs::verify::run(&args, desk),
        Verb::Completions(args) => verbs::completions::run(&args, desk),
        Verb::Complete(args) => verbs::complete::run(&args, desk),
        Verb::Man(args) => verbs::man::run(&args, desk),
        Verb::Help(args) => verbs::help::run(&args, desk),
    }
}
