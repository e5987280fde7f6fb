//! What the command line itself lacks, asked for where somebody can be asked: a value that a command
//! cannot do without, or which part of a command is meant. It knows no verb: what is missing, what
//! it is called and what it can be stand in the command tree.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, FromArgMatches};

use super::args::Common;
use super::choices::Sought;
use super::desk::Desk;
use super::guide::Guide;
use super::language;
use super::own_names::{self, reached};
use super::world::World;
use crate::words::{Lang, first_part, pick};

/// Whether all that was missing is answered now.
pub(super) fn ask(
    error: &clap::Error,
    lang: Lang,
    world: &mut World<'_>,
    guide: &mut Guide,
) -> anyhow::Result<bool> {
    let line = guide.line();
    let is_asked = ["--help", "-h", "--帮助"];
    let is_answer = !error.use_stderr();
    if !world.terminal.input
        || is_answer
        || line.iter().any(|word| is_asked.iter().any(|h| word == h))
    {
        return Ok(false);
    }
    let mut top = language::along(&line, lang);
    top.build();
    let command = reached(&top, &line);
    let Some(lacks) = Lacks::read(error, command) else {
        return Ok(false);
    };
    // What is there already is read for the options that every command has.
    let read = language::bare().ignore_errors(true);
    let common = read
        .try_get_matches_from(&line)
        .and_then(|matches| Common::from_arg_matches(&matches))
        .unwrap_or_default();
    let mut desk = Desk::new(world, guide, common, lang)?;
    if !desk.is_answered() {
        return Ok(false);
    }
    match lacks {
        Lacks::Part => {
            let parts: Vec<&Command> = parts(command).collect();
            let shown: Vec<String> = parts.iter().map(|part| told(part, lang)).collect();
            let about = command.get_about().map(ToString::to_string);
            let place = desk.choose(first_part(&about.unwrap_or_default()), &shown)?;
            let name = parts.get(place).map(|part| part.get_name().to_owned());
            drop(desk);
            guide.lead(&name.unwrap_or_default());
        }
        Lacks::Values(args) => {
            // What a value is stands where both languages do.
            let command = reached(own_names::tree(), &line);
            for arg in args {
                let mut all = command.get_arguments();
                let bare = all.find(|bare| bare.get_id() == arg.get_id());
                value(arg, bare.unwrap_or(arg), &mut desk)?;
            }
        }
    }
    Ok(true)
}

/// What is missing.
enum Lacks<'a> {
    /// Which part of a command.
    Part,
    /// These values.
    Values(Vec<&'a Arg>),
}

impl<'a> Lacks<'a> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "everything else is a slip, which nobody can be asked about"
    )]
    fn read(error: &clap::Error, command: &'a Command) -> Option<Self> {
        match error.kind() {
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                parts(command).next().map(|_| Self::Part)
            }
            ErrorKind::MissingRequiredArgument => {
                let Some(ContextValue::Strings(names)) = error.get(ContextKind::InvalidArg) else {
                    return None;
                };
                let named = |name: &String| {
                    let mut all = command.get_arguments();
                    all.find(|arg| arg.to_string() == *name)
                };
                let args: Option<Vec<&Arg>> = names.iter().map(named).collect();
                // What stands alone comes first, as it does on the line.
                let (mut alone, options): (Vec<_>, Vec<_>) =
                    args?.into_iter().partition(|arg| arg.is_positional());
                alone.extend(options);
                Some(Self::Values(alone))
            }
            _ => None,
        }
    }
}

fn parts(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|sub| !sub.is_hide_set())
}

/// `保存 保存一套对照`: a part by the name that its reader uses.
fn told(part: &Command, lang: Lang) -> String {
    let about = part.get_about().map(ToString::to_string);
    let name = language::own_name(part, lang);
    format!("{name}  {}", about.unwrap_or_default())
}

/// One value, kept as the option that would have said it: the argument as its reader is asked for it,
/// and as it stands in both languages.
fn value(arg: &Arg, bare: &Arg, desk: &mut Desk) -> anyhow::Result<()> {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let names = arg.get_value_names().unwrap_or_default();
    let flag = match (arg.get_long(), names.first()) {
        (Some(long), _) => format!("--{long}"),
        (None, Some(name)) => name.to_string(),
        (None, None) => arg.get_id().to_string(),
    };
    let label = first_part(&help);
    let words: Vec<String> = arg
        .get_possible_values()
        .iter()
        .filter(|value| !value.is_hide_set())
        .map(|value| language::own_value(value, desk.lang()))
        .collect();
    if !words.is_empty() {
        desk.ask_word(&flag, None, label, &words)?;
        return Ok(());
    }
    let named = bare.get_value_names().unwrap_or_default();
    let is_day = named.iter().any(|name| pick(name, Lang::En) == "DATE");
    match Sought::of(bare) {
        Some(sought) if desk.has_store()? => desk.ask_sought(sought, &flag, label)?,
        Some(_) | None if is_day => desk.ask_date(&flag, None, label)?,
        Some(_) | None => desk.ask_text(&flag, None, label)?,
    };
    Ok(())
}
