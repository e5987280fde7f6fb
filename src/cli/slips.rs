//! Slips on the command line in the reader's language: what was wrong, what was probably meant, what
//! to do. Names in both languages are compared, so that a mistyped Chinese word has a neighbour too.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::own_names::{self, reached};
use crate::domain::terms::nearest;
use crate::words::Lang;

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
        ErrorKind::MissingRequiredArgument => {
            // What was typed is quoted as it was typed; what was not goes by its own name.
            format!("缺少: {}", own_names::told(Lang::Zh, &arg, line))
        }
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
    let near_value = value(ContextKind::SuggestedValue);
    if !near_value.is_empty() {
        lines.push(format!("提示: 是不是想用“{near_value}”?"));
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

/// What was probably meant: a verb or an option, in both languages. Clap's own idea is passed over: it
/// knows no Chinese slip, and for `--co` it thinks of `--color` before `--co-signers`.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "only unknown words have neighbours"
)]
pub(super) fn near(error: &clap::Error, line: &[OsString]) -> Vec<String> {
    const MOST: usize = 2;
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.as_str(),
        _ => "",
    };
    let top = own_names::tree;
    let command = || reached(top(), line);
    let (typed, own, shared) = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let command = command();
            let subs = command.get_subcommands().filter(|sub| !sub.is_hide_set());
            let names = subs.flat_map(Command::get_name_and_visible_aliases);
            let names: Vec<String> = names.map(str::to_owned).collect();
            (said(ContextKind::InvalidSubcommand), names, Vec::new())
        }
        ErrorKind::UnknownArgument => {
            let typed = said(ContextKind::InvalidArg);
            let typed = typed.split('=').next().unwrap_or_default();
            (typed, options(command(), false), options(top(), true))
        }
        _ => return Vec::new(),
    };
    // A command's own come before those that every command has.
    let begins = |name: &&String| typed.chars().count() > 2 && name.starts_with(typed);
    let mut near: Vec<&str> = own.iter().filter(begins).map(String::as_str).collect();
    let all = [&own, &shared];
    near.extend(
        all.map(|names| nearest(typed, names.iter().map(String::as_str)))
            .concat(),
    );
    let mut told: Vec<String> = Vec::new();
    for name in near {
        if !told.iter().any(|told| told == name) && told.len() < MOST {
            told.push(name.to_owned());
        }
    }
    told
}

/// The options of a command, its own or those of all commands: `--deputy`, `--代表`.
fn options(command: &Command, shared: bool) -> Vec<String> {
    let all = command.get_arguments();
    let wanted = |arg: &&clap::Arg| arg.is_global_set() == shared && !arg.is_hide_set();
    let names = all.filter(wanted).flat_map(|arg| {
        let aliases = arg.get_visible_aliases().unwrap_or_default();
        arg.get_long().into_iter().chain(aliases)
    });
    names.map(|name| format!("--{name}")).collect()
}
