//! The command line's own words in the reader's language: help pages and usage errors.
//!
//! Every help text stands beside its option in both languages (`both!`); here the right half is
//! picked, and what clap itself says is put into Chinese. No rule of the program is known here.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

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

/// The command tree with its help texts in one language.
pub(super) fn dress(command: Command, lang: Lang) -> Command {
    let command = speak(command, lang);
    match lang {
        Lang::Zh => command.subcommand_help_heading("命令"),
        Lang::En => command,
    }
}

fn speak(command: Command, lang: Lang) -> Command {
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
    command.mut_subcommands(|sub| speak(sub, lang))
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
pub(super) fn render(error: &clap::Error, lang: Lang) -> String {
    if lang == Lang::En {
        // In our own words for what to do next, as under every other error.
        return error.to_string().replace("\n  tip: ", "\nhint: ").replace(
            "For more information, try '--help'.",
            "hint: add --help to the command to see what it takes",
        );
    }
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => frame(&error.to_string()),
        _ => usage_error(error),
    }
}

/// The fixed words in which clap frames a help page.
fn frame(page: &str) -> String {
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

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "clap may add kinds; the rest are bad values"
)]
fn usage_error(error: &clap::Error) -> String {
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
    if error.kind() == ErrorKind::ValueValidation {
        lines.push("提示: 这里要写一个数字".to_owned());
    }
    lines.push("提示: 用 jianyi help 查看全部命令,或在命令后面加 --help".to_owned());
    lines.join("\n") + "\n"
}
