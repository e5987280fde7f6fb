//! Slips on the command line in the reader's language: what was wrong, what was probably meant, what
//! to do. Names in both languages are compared, so that a mistyped Chinese word has a neighbour too.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use super::language::{self, own_name};
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
            let arg = arg.trim_matches(['[', ']', '<', '>']);
            if given.is_empty() {
                format!("“{arg}”后面缺少值")
            } else {
                format!("“{arg}”不接受“{given}”")
            }
        }
    };
    let mut lines = vec![format!("错误: {what}")];
    if let Some(ContextValue::Strings(choices)) = error.get(ContextKind::ValidValue)
        && !choices.is_empty()
    {
        let command = reached(own_names::tree(), line);
        let own: Vec<String> = choices.iter().map(|one| own_value(command, one)).collect();
        lines.push(format!("提示: 可选 {}", own.join("、")));
    }
    if let Some(file) = a_file(error) {
        lines.push(format!("提示: 写到文件用 -o {file}"));
    }
    let near_value = value(ContextKind::SuggestedValue);
    if !near_value.is_empty() {
        lines.push(format!("提示: 是不是想用“{near_value}”?"));
    }
    for near in near(Lang::Zh, error, line) {
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
pub(super) fn near(lang: Lang, error: &clap::Error, line: &[OsString]) -> Vec<String> {
    const MOST: usize = 2;
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.as_str(),
        _ => "",
    };
    if let Some(meant) = instead(lang, error, line) {
        return vec![meant];
    }
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
    if error.kind() == ErrorKind::UnknownArgument
        && let Some(meant) = same_value(lang, command(), typed)
    {
        return vec![meant];
    }
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
    if told.is_empty() && error.kind() == ErrorKind::UnknownArgument && !typed.starts_with('-') {
        told.extend(with_an_option(lang, command(), typed));
    }
    told
}

/// What people say for a command. Nothing on record is deleted: what resembles that word erases people's
/// particulars for good.
const IN_OUR_WORDS: [(&str, &str); 8] = [
    ("删除", "撤销"),
    ("删", "撤销"),
    ("修改", "更正"),
    ("改", "更正"),
    ("新增", "提交"),
    ("delete", "undo"),
    ("remove", "undo"),
    ("edit", "correct"),
];

/// What is meant by a word that is no command: our word for it, or a part of another command that is
/// called so (`报表 月报`).
fn instead(lang: Lang, error: &clap::Error, line: &[OsString]) -> Option<String> {
    let Some(ContextValue::String(typed)) = error.get(ContextKind::InvalidSubcommand) else {
        return None;
    };
    let tree = own_names::tree();
    if !std::ptr::eq(reached(tree, line), tree) {
        return None;
    }
    if let Some((_, ours)) = IN_OUR_WORDS.iter().find(|(said, _)| said == typed) {
        return Some((*ours).to_owned());
    }
    tree.get_subcommands().find_map(|command| {
        let part = command.find_subcommand(typed)?;
        let is_open = !part.is_hide_set() && part.get_name() != "help";
        is_open.then(|| format!("{} {typed}", own_name(command, lang)))
    })
}

/// The option of a command that takes the same value as the one which another command calls so: the
/// words of a text are `--内容` here and `--正文` there.
fn same_value(lang: Lang, command: &Command, typed: &str) -> Option<String> {
    fn named<'c>(command: &'c Command, name: &str, found: &mut Vec<&'c Arg>) {
        let mut own = command.get_arguments();
        found.extend(own.find(|arg| names(arg).contains(&name)));
        for part in command.get_subcommands() {
            named(part, name, found);
        }
    }
    let name = typed.strip_prefix("--")?;
    let value = |arg: &Arg| {
        arg.get_value_names()
            .and_then(|names| names.first().cloned())
    };
    let mut found = Vec::new();
    named(own_names::tree(), name, &mut found);
    let meant: Vec<_> = found.into_iter().filter_map(value).collect();
    let mut all = command.get_arguments();
    let own = all.find(|arg| {
        !arg.is_positional() && value(arg).is_some_and(|value| meant.contains(&value))
    })?;
    told_by(lang, own).map(|own| format!("--{own}"))
}

/// What stands alone and belongs to no place, behind the option that the command cannot do without.
fn with_an_option(lang: Lang, command: &Command, typed: &str) -> Option<String> {
    let mut own = command.get_arguments().filter(|arg| {
        let takes = arg.get_action().takes_values();
        takes && !arg.is_positional() && !arg.is_global_set() && !arg.is_hide_set()
    });
    let name = told_by(lang, own.next()?)?;
    Some(format!("--{name} {typed}"))
}

/// The name that an option has for its reader.
fn told_by(lang: Lang, option: &Arg) -> Option<&str> {
    let mut names = names(option).into_iter();
    match lang {
        Lang::En => option.get_long(),
        Lang::Zh => names.find(|name| !name.is_ascii()),
    }
}

/// An option under all its names, the English one first.
fn names(arg: &Arg) -> Vec<&str> {
    let others = arg.get_visible_aliases().unwrap_or_default();
    arg.get_long().into_iter().chain(others).collect()
}

/// A value that an argument of a command takes, as its reader calls it.
fn own_value(command: &Command, value: &str) -> String {
    let args = command.get_arguments();
    let values = args.flat_map(|arg| arg.get_possible_values());
    let mut named = values.filter(|one| one.get_name() == value);
    let own = named.next().map(|one| language::own_value(&one, Lang::Zh));
    own.unwrap_or_else(|| value.to_owned())
}

/// The name of a file where a choice is to stand.
fn a_file(error: &clap::Error) -> Option<&str> {
    let Some(ContextValue::String(given)) = error.get(ContextKind::InvalidValue) else {
        return None;
    };
    let is_choice = matches!(error.get(ContextKind::ValidValue), Some(ContextValue::Strings(all)) if !all.is_empty());
    (is_choice && given.contains('.')).then_some(given)
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
