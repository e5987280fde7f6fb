//! The terminal: arguments, prompts, screens, failures; one file a subcommand, all of one shape.
//!
//! Holds no rule and counts nothing. May use every room; nobody may use it.

mod args;
mod bad_archive;
mod bad_file;
mod bad_journal;
mod bad_private;
mod bad_template;
mod bad_workbook;
mod choices;
mod columns;
mod command_line;
mod concise;
mod desk;
mod failure;
mod fold;
mod grid;
mod guide;
mod language;
mod left_behind;
mod menu;
mod missing;
mod noticed;
mod opened;
mod own_names;
mod pinyin;
mod planned;
mod private_rows;
mod progress;
mod prompt;
mod screen;
mod seat;
mod slips;
mod soundness;
mod spark;
mod spoken;
mod squares;
mod store;
mod verbs;
mod wish;
mod world;

use std::ffi::OsString;
use std::io::Write;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use self::command_line::{Cli, Verb};
use self::desk::Desk;
use self::failure::{Exit, Failure};
use self::guide::{Anew, Guide};
use crate::report;
use crate::words::{self, Lang};

pub use self::progress::{Bar, Progress, Unwatched};
pub use self::prompt::{AtTerminal, NoAnswer, Person, terminal_size};
pub use self::world::{Terminal, World, environment, keys_of_user};

/// Runs one command line, its first word being the program's name, and returns the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> u8 {
    seat::outlive_limits();
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
        let parsed = read(language::bare()).or_else(|error| {
            // The version is the same in every language.
            match error.kind() == ErrorKind::DisplayVersion {
                true => Err(error),
                false => read(language::along(&guide.line(), lang)),
            }
        });
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
    let lines = report::seen(&failure::lines(lang, &message, exit));
    let lines = own_names::told(lang, &lines, &guide.line());
    // Where stderr is gone too, the exit code must do.
    let _ = world.stderr.write_all(lines.as_bytes());
    exit as u8
}

fn usage(error: &clap::Error, lang: Lang, guide: &Guide, world: &mut World<'_>) -> u8 {
    let page = language::render(error, lang, &guide.line());
    let page = match error.use_stderr() {
        true => report::seen(&page),
        false => world.fitted(&page),
    };
    let code = u8::try_from(error.exit_code()).unwrap_or(2);
    let mut options = own_names::top().get_arguments();
    let no_input = options.find(|option| option.get_id() == "no_input");
    let is_alone = no_input.is_some_and(|option| own_names::is_typed(&guide.line(), option));
    if !error.use_stderr() && !is_alone && world.reads(page.as_bytes(), lang) {
        return code;
    }
    let out: &mut dyn Write = if error.use_stderr() {
        world.stderr
    } else {
        world.stdout
    };
    match out.write_all(page.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            let error = failure::Failure::unprinted(lang, &error).into();
            failed(&error, lang, guide, world)
        }
        _ => code,
    }
}

fn carry_out(cli: Cli, lang: Lang, world: &mut World<'_>, guide: &mut Guide) -> anyhow::Result<()> {
    let mut variables = world.env.iter();
    // The sign for bytes that are no text: whoever named a store so did not mean another one.
    let unread = |(name, value): &(&String, &String)| {
        name.starts_with("JIANYI_") && value.contains(char::REPLACEMENT_CHARACTER)
    };
    if let Some((name, _)) = variables.find(unread) {
        return Err(Failure::told(words::no_text_in(lang, name), Exit::Misuse).into());
    }
    let mut desk = Desk::new(world, guide, cli.common, lang)?;
    // Without a verb: the page of the day.
    let verb = cli.verb;
    let verb = verb.unwrap_or_else(|| Verb::Today(verbs::today::Args::default()));
    match perform(verb, &mut desk) {
        Err(error) => Err(desk.mended(error)),
        Ok(()) => desk.teach(),
    }
}

/// Each verb is run by the file of its name.
macro_rules! perform {
    ($($verb:ident by $file:ident,)*) => {
        fn perform(verb: Verb, desk: &mut Desk) -> anyhow::Result<()> {
            match verb {
                $(Verb::$verb(args) => verbs::$file::run(&args, desk),)*
            }
        }
    };
}

perform! {
    Today by today,
    Demo by demo,
    Init by init,
    Session by session,
    Deputy by deputy,
    Unit by unit,
    Project by project,
    Activity by activity,
    Opinion by opinion,
    Group by group,
    Station by station,
    Meeting by meeting,
    Citizen by citizen,
    Erase by erase,
    Submit by submit,
    Amend by amend,
    Review by review,
    Kind by kind,
    Merge by merge,
    Withdraw by withdraw,
    PreAssign by pre_assign,
    Assign by assign,
    Forward by forward,
    Sign by sign,
    Return by give_back,
    Reassign by reassign,
    Consult by consult,
    Progress by progress,
    Milestone by milestone,
    Evidence by evidence,
    Concur by concur,
    Extend by extend,
    Reply by reply,
    Letter by letter,
    Notice by notice,
    Deliver by deliver,
    Class by class,
    Escalate by escalate,
    Remind by remind,
    Supervise by supervise,
    Colour by colour,
    Check by check,
    Feedback by feedback,
    Rate by rate,
    Adjudicate by adjudicate,
    LookBack by look_back,
    Rework by rework,
    Close by close,
    Follow by follow,
    Archive by archive,
    List by list,
    Filter by filter,
    Search by search,
    Show by show,
    Similar by similar,
    Due by due,
    Report by report,
    Deadline by deadline,
    Rules by rules,
    Calendar by calendar,
    Import by import,
    Export by export,
    Mapping by mapping,
    Correct by correct,
    Undo by undo,
    Redo by redo,
    Log by log,
    Backup by backup,
    Restore by restore,
    Verify by verify,
    Completions by completions,
    Complete by complete,
    Man by man,
    Help by help,
}
