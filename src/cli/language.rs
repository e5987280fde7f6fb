//! The command line's own words in the reader's language: help pages and usage errors.
//!
//! Every help text stands beside its option in both languages (`both!`); here the right half is
//! picked, and what clap itself says is put into Chinese. No rule of the program is known here.

use std::ffi::OsString;

use clap::builder::PossibleValue;
use clap::error::ErrorKind;
use clap::{Arg, Command};

use super::own_names::{top, tree};
use super::slips;

use crate::words::{Lang, pick, say};

/// The language of this run: `--lang`, else `JIANYI_LANG`, else the locale. Looked up before
/// parsing, so that help and usage errors obey it too.
pub(super) fn choose(
    args: &[std::ffi::OsString],
    env: &std::collections::BTreeMap<String, String>,
    locale: Option<&str>,
) -> Lang {
    let mut words = args.iter().filter_map(|a| a.to_str());
    let mut asked = None;
    while let Some(word) = words.next() {
        for option in ["--lang", "--语言"] {
            match word.strip_prefix(option) {
                Some("") => asked = words.next().map(str::to_owned),
                Some(rest) => asked = rest.strip_prefix('=').map(str::to_owned).or(asked),
                None => {}
            }
        }
    }
    let named = asked.or_else(|| env.get("JIANYI_LANG").cloned());
    named
        .and_then(|name| name.parse().ok())
        .unwrap_or_else(|| Lang::of_locale(locale.unwrap_or_default()))
}

/// The command tree with the help texts in one language of the commands that are looked at.
fn dress(lang: Lang, is_looked_at: &dyn Fn(&Command) -> bool) -> Command {
    let command = speak(tree().clone(), lang, "", is_looked_at);
    match lang {
        Lang::Zh => command.subcommand_help_heading("命令"),
        Lang::En => command,
    }
}

fn speak(
    command: Command,
    lang: Lang,
    path: &str,
    is_looked_at: &dyn Fn(&Command) -> bool,
) -> Command {
    let about = command.get_about().map(ToString::to_string);
    let after = command.get_after_help().map(ToString::to_string);
    let mut command = command.mut_args(|arg| speak_arg(arg, lang));
    if let Some(about) = about {
        command = command.about(pick(&about, lang).to_owned());
    }
    if let Some(after) = after {
        command = command.after_help(pick(&after, lang).to_owned());
    }
    if lang == Lang::Zh {
        command = command.help_template(ZH_TEMPLATE);
    }
    let path = match path {
        "" => "jianyi".to_owned(),
        _ => format!("{path} {}", own_name(&command, lang)),
    };
    let examples = command.get_after_help().map(ToString::to_string);
    let examples = examples.unwrap_or_default();
    let top = path == "jianyi";
    command.mut_subcommands(|sub| {
        if !is_looked_at(&sub) {
            // It is named on the page of the command above it.
            let about = sub.get_about().map(ToString::to_string);
            return sub.about(pick(&about.unwrap_or_default(), lang).to_owned());
        }
        let sub = match sub.get_after_help() {
            None if !top => {
                let handed_down = handed_down(&sub, &path, &examples, lang);
                sub.after_help(handed_down)
            }
            Some(_) | None => sub,
        };
        speak(sub, lang, &path, is_looked_at)
    })
}

/// The name by which a reader calls a command: its Chinese alias in Chinese.
pub(super) fn own_name(command: &Command, lang: Lang) -> String {
    let alias = command.get_visible_aliases().next();
    match (lang, alias) {
        (Lang::Zh, Some(alias)) => alias.to_owned(),
        (Lang::Zh, None) | (Lang::En, _) => command.get_name().to_owned(),
    }
}

/// The same of a value that an option takes.
pub(super) fn own_value(value: &PossibleValue, lang: Lang) -> String {
    let mut names = value.get_name_and_aliases();
    let own = names.find(|name| lang == Lang::Zh && !name.is_ascii());
    own.unwrap_or(value.get_name()).to_owned()
}

/// The examples of a command that are about one of its parts; where there are none, the part by
/// itself.
fn handed_down(sub: &Command, path: &str, examples: &str, lang: Lang) -> String {
    let is_named =
        |word: &str| word == sub.get_name() || sub.get_visible_aliases().any(|alias| alias == word);
    let about = |line: &&str| line.split_whitespace().nth(2).is_some_and(is_named);
    let lines = examples.lines().filter_map(|line| {
        let at = line.find("jianyi ")?;
        Some(&line[at..])
    });
    let mut lines: Vec<String> = lines.filter(about).map(str::to_owned).collect();
    if lines.is_empty() {
        lines.push(format!("{path} {}", own_name(sub, lang)));
    }
    let heading = say(lang, "例: ", "Example: ");
    let indent = " ".repeat(unicode_width::UnicodeWidthStr::width(heading.as_str()));
    heading + &lines.join(&format!("\n{indent}"))
}

/// The whole command tree in a language.
pub(super) fn whole(lang: Lang) -> Command {
    dress(lang, &|_| true)
}

/// The command tree with the commands that a line names in a language: as much of it as a page of
/// help or a slip shows.
pub(super) fn along(line: &[OsString], lang: Lang) -> Command {
    dress(lang, &|command| {
        let mut names = command.get_name_and_visible_aliases().into_iter();
        let mut hidden = command.get_all_aliases();
        let is_typed = |name: &str| line.iter().any(|word| word == name);
        names.any(is_typed) || hidden.any(is_typed)
    })
}

/// The command tree as it is parsed.
pub(super) fn bare() -> Command {
    top().clone()
}

/// The help page of the command that some words name, if they name one.
pub(super) fn page(words: &[String], lang: Lang) -> Option<String> {
    let mut command = tree();
    for word in words {
        command = command.find_subcommand(word)?;
    }
    let line = ["jianyi"].into_iter();
    let line = line.chain(words.iter().map(String::as_str));
    let line: Vec<OsString> = line.chain(["--help"]).map(OsString::from).collect();
    let shown = along(&line, lang).try_get_matches_from(&line);
    shown.err().map(|page| render(&page, lang, &[]))
}

/// All names of the commands under a path, aliases too.
pub(super) fn names(path: &[&str]) -> Vec<String> {
    let mut command = tree();
    for word in path {
        match command.find_subcommand(word) {
            Some(sub) => command = sub,
            None => break,
        }
    }
    let subs = command.get_subcommands().filter(|sub| !sub.is_hide_set());
    let all = subs.flat_map(Command::get_name_and_visible_aliases);
    all.map(str::to_owned).collect()
}

const ZH_TEMPLATE: &str =
    "{before-help}{about-with-newline}\n用法: {usage}\n\n{all-args}{after-help}";

fn speak_arg(arg: Arg, lang: Lang) -> Arg {
    let help = arg
        .get_help()
        .map(|help| pick(&help.to_string(), lang).to_owned());
    let names: Vec<clap::builder::Str> = arg
        .get_value_names()
        .map(|names| {
            names
                .iter()
                .map(|n| pick(n, lang).to_owned().into())
                .collect()
        })
        .unwrap_or_default();
    let arg = match help {
        Some(help) => arg.help(help),
        None => arg,
    };
    // A command's own options stand first, those that every command has below them.
    let arg = if arg.is_global_set() {
        arg.help_heading(say(lang, "通用选项", "Options of every command"))
    } else {
        arg
    };
    if names.is_empty() {
        arg
    } else {
        arg.value_names(names)
    }
}

/// What clap prints, help pages included, in the reader's language.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "clap may add kinds; every other one is an error of usage"
)]
pub(super) fn render(error: &clap::Error, lang: Lang, line: &[OsString]) -> String {
    if lang == Lang::En {
        let near = slips::near(lang, error, line);
        let near = near
            .iter()
            .map(|near| format!("hint: did you mean '{near}'?\n"));
        // In our own words for what to do next, as under every other error.
        let told = error.to_string();
        let told: Vec<&str> = told.lines().filter(|l| !is_slip(l)).collect();
        let told = (told.join("\n") + "\n")
            .replace("\n  tip: ", "\nhint: ")
            .replace(
                "For more information, try '--help'.",
                "hint: add --help to the command to see what it takes",
            );
        return told + &near.collect::<String>();
    }
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            frame(error.to_string().trim_end()) + "\n"
        }
        _ => slips::told(error, line),
    }
}

/// Clap's own idea of what was meant, beside which ours would stand.
fn is_slip(line: &str) -> bool {
    let ideas = ["a similar argument exists", "a similar subcommand exists"];
    let more = [
        "some similar subcommands exist",
        "some similar arguments exist",
    ];
    let line = line.trim_start().trim_start_matches("tip: ");
    ideas.iter().chain(&more).any(|idea| line.starts_with(idea))
}

/// The fixed words in which clap frames a help page.
pub(super) fn frame(page: &str) -> String {
    const WORDS: [(&str, &str); 14] = [
        ("Usage:", "用法:"),
        ("Arguments:", "参数:"),
        ("Options:", "选项:"),
        ("Commands:", "命令:"),
        ("[OPTIONS]", "[选项]"),
        ("<COMMAND>", "<命令>"),
        ("[COMMAND]", "[命令]"),
        ("[aliases: ", "[别名: "),
        ("[alias: ", "[别名: "),
        ("[default: ", "[默认: "),
        ("[possible values: ", "[可选: "),
        ("[env: ", "[环境变量: "),
        (
            "Print this message or the help of the given subcommand(s)",
            "显示总的帮助,或某个命令的帮助",
        ),
        ("Print help for the subcommand(s)", "哪个命令"),
    ];
    WORDS
        .iter()
        .fold(page.to_owned(), |page, (en, zh)| page.replace(en, zh))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_offered_under_the_readers_name() {
        let value = PossibleValue::new("slips").alias("交办单");
        assert_eq!(own_value(&value, Lang::Zh), "交办单");
        assert_eq!(own_value(&value, Lang::En), "slips");
        let plain = PossibleValue::new("csv");
        assert_eq!(own_value(&plain, Lang::Zh), "csv");
    }
}
