//! Slips on the command line in the reader's language: what was wrong, what was probably meant, what
//! to do. Names in both languages are compared, so that a mistyped Chinese word has a neighbour too.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};

use super::command_line::Cli;
use crate::domain::terms::nearest;

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "clap may add kinds; the rest are bad values"
)]
pub(super) fn told(error: &clap::Error, line: &[OsString]) -> String {
    let value = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let arg = value(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::UnknownArgument if arg.starts_with('-') => format!("没有选项“{arg}”"),
        ErrorKind::UnknownArgument => format!("多出了“{arg}”"),
        ErrorKind::InvalidSubcommand => {
            format!("没有命令“{}”", value(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少: {arg}"),
        ErrorKind::MissingSubcommand => "缺少命令".to_owned(),
        ErrorKind::ArgumentConflict => {
            format!("“{arg}”不能和“{}”同时用", value(ContextKind::PriorArg))
        }
        ErrorKind::NoEquals => format!("“{arg}”后面要用等号"),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("“{arg}”的值的个数不对")
        }
        ErrorKind::InvalidUtf8 => "命令行里有不是 UTF-8 的字节".to_owned(),
        _ => {
            let given = value(ContextKind::InvalidValue);
            if given.is_empty() {
                format!("“{arg}”后面缺少值")
            } else {
                format!("“{arg}”不接受“{given}”")
            }
        }
    };
    let mut lines = vec![format!("错误: {what}")];
    let choices = value(ContextKind::ValidValue);
    if !choices.is_empty() {
        lines.push(format!("提示: 可选 {choices}"));
    }
    for kind in [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ] {
        let near = value(kind);
        if !near.is_empty() {
            lines.push(format!("提示: 是不是想用“{near}”?"));
        }
    }
    for near in near(error, line) {
        lines.push(format!("提示: 是不是想用“{near}”?"));
    }
    if error.kind() == ErrorKind::ValueValidation {
        lines.push("提示: 这里要写一个数字".to_owned());
    }
    lines.push("提示: 用 jianyi help 查看全部命令,或在命令后面加 --help".to_owned());
    lines.join("\n") + "\n"
}

/// What was probably meant, where clap itself has no idea: verbs and options in both languages.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "only unknown words have neighbours"
)]
pub(super) fn near(error: &clap::Error, line: &[OsString]) -> Vec<String> {
    const MOST: usize = 2;
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let has = |kind| error.get(kind).is_some();
    if has(ContextKind::SuggestedArg) || has(ContextKind::SuggestedSubcommand) {
        return Vec::new();
    }
    let command = &Cli::command();
    let command = reached(command, line);
    let (typed, known) = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let subs = command.get_subcommands().filter(|sub| !sub.is_hide_set());
            let names = subs.flat_map(Command::get_name_and_visible_aliases);
            let names: Vec<String> = names.map(str::to_owned).collect();
            (said(ContextKind::InvalidSubcommand), names)
        }
        ErrorKind::UnknownArgument => (said(ContextKind::InvalidArg), options(command)),
        _ => return Vec::new(),
    };
    let near = nearest(typed.unwrap_or_default(), known.iter().map(String::as_str));
    near.into_iter().take(MOST).map(str::to_owned).collect()
}

/// The command that the words of a line lead to.
fn reached<'a>(top: &'a Command, line: &[OsString]) -> &'a Command {
    let words = line.iter().skip(1).filter_map(|word| word.to_str());
    words.fold(top, |command, word| {
        command.find_subcommand(word).unwrap_or(command)
    })
}

/// The options of a command and of all commands: `--deputy`, `--代表`.
fn options(command: &Command) -> Vec<String> {
    let top = Cli::command();
    let all = command.get_arguments().chain(top.get_arguments());
    let names = all.filter(|arg| !arg.is_hide_set()).flat_map(|arg| {
        let aliases = arg.get_visible_aliases().unwrap_or_default();
        arg.get_long().into_iter().chain(aliases)
    });
    names.map(|name| format!("--{name}")).collect()
}
