//! `man` (手册): manual pages of all commands, in the reader's language.

use clap::{Args as ClapArgs, Command};
use clap_mangen::Man;

use crate::both;
use crate::cli::desk::Desk;
use crate::cli::language;
use crate::words::{self, Lang};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("手册页: 输出到屏幕,或用 -o 装到目录里", "Manual pages: to the screen, or into a folder with -o"),
    after_help = both!(
        "例: jianyi 手册 -o .local/share/man    在用户目录下执行,然后 man jianyi-submit\n    jianyi 手册 提交",
        "Example: jianyi man -o .local/share/man    in your home folder; then man jianyi-submit\n         jianyi man submit"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("命令", "COMMAND"), help = both!("只要某个命令的一页", "The page of one command only"))]
    command: Option<String>,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let lang = desk.lang();
    let whole = language::whole(lang);
    let named = |name: &String| whole.find_subcommand(name);
    if let Some(name) = &args.command {
        let Some(sub) = named(name) else {
            let known = language::names(&[]);
            return Err(desk.misused(words::no_such_page(lang, name, &known)));
        };
        return desk.print(&page(sub, &format!("jianyi-{}", sub.get_name()), lang)?);
    }
    let Some(folder) = desk.take_output() else {
        return desk.print(&page(&whole, "jianyi", lang)?);
    };
    let folder = match lang {
        Lang::Zh => format!("{folder}/zh_CN/man1"),
        Lang::En => format!("{folder}/man1"),
    };
    let mut pages = vec![("jianyi".to_owned(), page(&whole, "jianyi", lang)?)];
    for sub in whole.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        let name = format!("jianyi-{}", sub.get_name());
        let bytes = page(sub, &name, lang)?;
        pages.push((name, bytes));
    }
    for (name, bytes) in &pages {
        desk.hand_out_to(&format!("{folder}/{name}.1"), bytes)?;
    }
    desk.say(&words::saved(lang, &folder))
}

fn page(command: &Command, name: &str, lang: Lang) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let command = command
        .clone()
        .name(name.to_owned())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .version(env!("CARGO_PKG_VERSION"));
    Man::new(command)
        .date("")
        .source("jianyi")
        .render(&mut bytes)?;
    if lang == Lang::En {
        return Ok(bytes);
    }
    let page = String::from_utf8_lossy(&bytes).into_owned();
    // The headings are fixed in English.
    let chinese = HEADINGS.iter().fold(page, |page, (en, zh)| {
        page.replace(&format!(".SH {en}\n"), &format!(".SH {zh}\n"))
    });
    Ok(language::frame(&chinese).into_bytes())
}

const HEADINGS: [(&str, &str); 7] = [
    ("NAME", "名称"),
    ("SYNOPSIS", "用法"),
    ("DESCRIPTION", "说明"),
    ("OPTIONS", "选项"),
    ("SUBCOMMANDS", "命令"),
    ("EXTRA", "例子"),
    ("VERSION", "版本"),
];
