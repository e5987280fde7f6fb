//! Command lines in what is said to a person, in his own words: `jianyi sign 2024-1` is
//! `jianyi 签收 2024-1` to who reads Chinese, since every verb and option has a name in both
//! languages. It changes names of commands and options only, never a value.

use std::borrow::Cow;
use std::ffi::OsString;
use std::sync::OnceLock;

use clap::{Arg, Command, CommandFactory};

use super::command_line::Cli;
use crate::words::{Lang, pick};

/// A shorter word in capitals is hardly the name of a value.
const SHORTEST: usize = 4;

/// The name by which a line is called.
const PROGRAM: &str = "jianyi ";

/// A text for a reader: each command line in it under the names of his language, and so the options
/// that it names of the command that was typed.
pub(super) fn told(lang: Lang, text: &str, typed: &[OsString]) -> String {
    if lang == Lang::En || !(text.contains(PROGRAM) || text.contains("--") || has_value(text)) {
        return text.to_owned();
    }
    let (text, said) = set_aside(text);
    let mut command = Cow::Borrowed(top());
    for word in typed.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(part) = part(&command, word) {
            command = Cow::Owned(part);
        }
    }
    let mut pieces = text.split(PROGRAM);
    let mut out = options(&command, pieces.next().unwrap_or_default());
    for piece in pieces {
        let (typed, prose) = piece.split_at(end_of_line(piece));
        out += PROGRAM;
        out += &line(typed);
        out += &options(&command, prose);
    }
    let said = said.into_iter().zip(ASIDE..);
    said.fold(out, |out, (said, mark)| out.replace(mark, &said))
}

/// The first of the marks that stand for what was set aside; no text has one.
const ASIDE: char = '\u{f0000}';

/// A text without what somebody wrote: `“用 jianyi list 查看”` in quotes is a title, whatever it says.
fn set_aside(text: &str) -> (String, Vec<String>) {
    let mut out = String::new();
    let mut said = Vec::new();
    let mut rest = text;
    while let Some((before, quoted)) = rest.split_once('“') {
        let Some((inside, after)) = quoted.split_once('”') else {
            break;
        };
        out += before;
        let mark = (ASIDE..)
            .nth(said.len())
            .filter(|_| inside.contains(PROGRAM));
        match mark {
            Some(mark) => {
                out.push(mark);
                said.push(format!("“{inside}”"));
            }
            None => out += &format!("“{inside}”"),
        }
        rest = after;
    }
    (out + rest, said)
}

/// The top of the command tree, as it is parsed: what a verb takes is laid out when the verb is
/// reached.
pub(super) fn top() -> &'static Command {
    static TOP: OnceLock<Command> = OnceLock::new();
    TOP.get_or_init(Cli::command)
}

/// The part of a command that a word names, laid out.
pub(super) fn part(command: &Command, word: &str) -> Option<Command> {
    let mut part = command.find_subcommand(word)?.clone();
    part.build();
    Some(part)
}

/// Whether a value may be named: `TITLE`.
fn has_value(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_ascii_uppercase());
    words.any(|word| word.len() >= SHORTEST)
}

/// Where a command line that stands in a sentence ends.
fn end_of_line(text: &str) -> usize {
    let mut quoted = false;
    let mut places = text.char_indices();
    let end = places.find(|(_, c)| {
        quoted ^= *c == '\'';
        !quoted && matches!(c, ';' | '；' | '。')
    });
    end.map_or(text.len(), |(end, _)| end)
}

/// The whole command tree, to be looked at: it is made once, since a command says several things.
pub(super) fn tree() -> &'static Command {
    static TREE: OnceLock<Command> = OnceLock::new();
    TREE.get_or_init(|| {
        let mut tree = top().clone();
        tree.build();
        tree
    })
}

/// What a value or an option is called: `--deputy`, or `CASES` for one that stands alone; `|` parts
/// those of which one will do.
pub(super) fn field(lang: Lang, command: &Command, flags: &str) -> String {
    one_field(lang, command, flags).unwrap_or_else(|| {
        let named = |flag| one_field(lang, command, flag).unwrap_or_else(|| flag.to_owned());
        flags.split('|').map(named).collect::<Vec<_>>().join("|")
    })
}

fn one_field(lang: Lang, command: &Command, flag: &str) -> Option<String> {
    let named = |arg: &&Arg| match flag.strip_prefix("--") {
        Some(long) => arg.get_long() == Some(long),
        None => {
            let names = arg.get_value_names().unwrap_or_default();
            names.iter().any(|name| pick(name, Lang::En) == flag)
        }
    };
    let arg = command.get_arguments().find(named)?;
    Some(match lang {
        Lang::Zh if arg.get_long().is_some() => option(arg),
        Lang::Zh => {
            let names = arg.get_value_names().unwrap_or_default();
            pick(names.first()?, Lang::Zh).to_owned()
        }
        Lang::En => flag.to_owned(),
    })
}

/// Whether a line has an option of a command, under any of its names.
pub(super) fn is_typed(line: &[OsString], option: &Arg) -> bool {
    let others = option.get_all_aliases().unwrap_or_default();
    let names: Vec<&str> = others.into_iter().chain(option.get_long()).collect();
    let mut words = line.iter().filter_map(|word| word.to_str());
    words.any(|word| {
        let name = word
            .strip_prefix("--")
            .and_then(|word| word.split('=').next());
        name.is_some_and(|name| names.contains(&name))
    })
}

/// The command that the words of a line lead to, options and values passed over.
pub(super) fn reached<'a>(top: &'a Command, line: &[OsString]) -> &'a Command {
    let words = line.iter().skip(1).filter_map(|word| word.to_str());
    words.fold(top, |command, word| {
        command.find_subcommand(word).unwrap_or(command)
    })
}

/// A text outside a command line, the options that a command has under their own names.
fn options(command: &Command, text: &str) -> String {
    let mut pieces = text.split("--");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = named(piece);
        let stands_alone = !out.ends_with(joins) && !rest.starts_with(goes_on);
        let own = long(command, name).map(option);
        let told = own.or_else(|| anywhere(name)).filter(|_| stands_alone);
        out += &told.unwrap_or_else(|| format!("--{name}"));
        out += rest;
    }
    let alone = command
        .get_positionals()
        .filter_map(|arg| arg.get_value_names());
    alone.flatten().fold(out, |out, name| {
        values(&out, pick(name, Lang::En), pick(name, Lang::Zh))
    })
}

/// A text with a value that stands alone under its other name, where it is a word by itself.
fn values(text: &str, english: &str, chinese: &str) -> String {
    if english.len() < SHORTEST || !english.chars().all(|c| c.is_ascii_uppercase() || c == '-') {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(english) {
        let (before, found) = rest.split_at(at);
        let after = &found[english.len()..];
        let ends = !after.starts_with(joins) && !after.starts_with(goes_on);
        let is_word = !before.ends_with(joins) && ends;
        out += before;
        out += if is_word { chinese } else { english };
        rest = after;
    }
    out + rest
}

/// What an option is called wherever a command has it; none where commands call it differently.
fn anywhere(name: &str) -> Option<String> {
    fn all<'a>(command: &'a Command, name: &str, told: &mut Vec<&'a Arg>) {
        let mut args = command.get_arguments();
        told.extend(args.find(|arg| arg.get_long() == Some(name)));
        for part in command.get_subcommands() {
            all(part, name, told);
        }
    }
    let mut named = Vec::new();
    all(tree(), name, &mut named);
    let mut called: Vec<String> = named.into_iter().map(option).collect();
    called.sort_unstable();
    called.dedup();
    match called.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// An option of a command, or of all commands, by its English name.
fn long<'a>(command: &'a Command, name: &str) -> Option<&'a Arg> {
    let mut all = command.get_arguments().chain(top().get_arguments());
    all.find(|arg| arg.get_long() == Some(name))
}

/// Whether what follows such a character is a piece of a longer word, a value or a path.
fn joins(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_=</\\.".contains(c)
}

/// Whether a name that such a character follows is the beginning of a path or another name.
fn goes_on(c: char) -> bool {
    "/\\_".contains(c)
}

/// The name that a word begins with, and the rest of it.
fn named(word: &str) -> (&str, &str) {
    let end = word.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    word.split_at(end.unwrap_or(word.len()))
}

/// Whether a word has a name in it at all: paths have none, and neither has `plan.csv`.
fn is_path(rest: &str) -> bool {
    let mut after = rest.chars();
    match after.next() {
        Some('.') => after.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(c) => goes_on(c) || c == ':',
        None => false,
    }
}

/// A command line up to the end of the text, quoted values left alone.
fn line(text: &str) -> String {
    let mut command = Cow::Borrowed(top());
    let mut names_go_on = true;
    let mut is_value = false;
    let mut quoted = false;
    let mut only_values = false;
    let mut out = Vec::new();
    for word in text.split(' ') {
        let in_quotes = quoted;
        quoted ^= word.matches('\'').count() % 2 == 1;
        let (name, rest) = named(word);
        only_values |= word == "--";
        if only_values || in_quotes || std::mem::take(&mut is_value) {
            out.push(word.to_owned());
            continue;
        }
        if is_path(rest) {
            names_go_on = false;
            out.push(word.to_owned());
            continue;
        }
        if let Some(long) = name.strip_prefix("--") {
            let arg = self::long(&command, long);
            is_value = arg.is_some_and(|arg| arg.get_action().takes_values()) && rest.is_empty();
            out.push(arg.map_or(name.to_owned(), option) + rest);
            continue;
        }
        let sub = || part(&command, word).or_else(|| part(&command, name));
        let sub = names_go_on.then(sub).flatten();
        names_go_on &= match sub {
            Some(sub) => {
                let alias = sub.get_visible_aliases().next();
                let known = sub.get_name() == name;
                out.push(match alias.filter(|_| known) {
                    Some(alias) => format!("{alias}{rest}"),
                    None => word.to_owned(),
                });
                command = Cow::Owned(sub);
                rest.is_empty() || name.is_empty()
            }
            None => {
                out.push(word.to_owned());
                word.is_empty() && rest.is_empty()
            }
        };
    }
    out.join(" ")
}

fn option(arg: &Arg) -> String {
    let chinese = arg.get_visible_aliases().unwrap_or_default();
    let long = arg.get_long().unwrap_or_default();
    format!("--{}", chinese.first().copied().unwrap_or(long))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_told_under_its_own_names() {
        for (said, read) in [
            ("接下来: jianyi sign 2024-1", "接下来: jianyi 签收 2024-1"),
            (
                "先记面商: jianyi consult 2024-1 --mode 面谈 --on 日期",
                "先记面商: jianyi 面商 2024-1 --方式 面谈 --日期 日期",
            ),
            (
                "用 jianyi mapping list 查看,用 jianyi mapping save 保存",
                "用 jianyi 对照 列表 查看,用 jianyi 对照 保存 保存",
            ),
            (
                "jianyi --store /tmp/list --lang zh unit add 'list --on' --post=x",
                "jianyi --档案 /tmp/list --语言 zh 单位 登记 'list --on' --责任岗位=x",
            ),
            ("(见 jianyi rules show)", "(见 jianyi 办法 查看)"),
            ("jianyi list list", "jianyi 列表 list"),
            (
                "jianyi import unit/list.csv --kind deputies",
                "jianyi 导入 unit/list.csv --种类 deputies",
            ),
            ("jianyi unit/list", "jianyi unit/list"),
            ("jianyi list -- --unit unit", "jianyi 列表 -- --unit unit"),
            ("目录 /tmp/x--unit/y", "目录 /tmp/x--unit/y"),
        ] {
            assert_eq!(told(Lang::Zh, said, &[]), read);
            assert_eq!(told(Lang::En, said, &[]), said);
        }
        let typed = ["jianyi", "提交"].map(OsString::from);
        let told = told(Lang::Zh, "缺少: --deputy、--category", &typed);
        assert_eq!(told, "缺少: --代表、--类别");
        // What somebody wrote stands as he wrote it.
        let quoted = "没有建议“用 jianyi list 查看”;全部建议: jianyi list";
        assert_eq!(
            super::told(Lang::Zh, quoted, &[]),
            "没有建议“用 jianyi list 查看”;全部建议: jianyi 列表"
        );
        // After the sentence an option is the typed command's again.
        let typed = ["jianyi", "代表", "登记"].map(OsString::from);
        let told = super::told(
            Lang::Zh,
            "用 jianyi deputy seat;是另一个人就写 --card",
            &typed,
        );
        assert_eq!(told, "用 jianyi 代表 任职;是另一个人就写 --代表证号");
        // An option of another command only has the name that it has there.
        let typed = ["jianyi", "延期"].map(OsString::from);
        let told = super::told(Lang::Zh, "写上 --reason 原因", &typed);
        assert_eq!(told, "写上 --原因 原因");
    }

    #[test]
    fn an_option_is_known_by_each_of_its_names() {
        let mut all = top().get_arguments();
        let by = all.find(|arg| arg.get_id() == "by").expect("an option");
        let typed = |word: &str| is_typed(&["jianyi", word].map(OsString::from), by);
        for word in ["--by", "--经手人", "--by=王敏", "--经手人=王敏"] {
            assert!(typed(word), "{word}");
        }
        for word in ["by", "--bysomebody", "经手人"] {
            assert!(!typed(word), "{word}");
        }
    }
}
