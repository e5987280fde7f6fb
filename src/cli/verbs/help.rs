//! `help` (帮助): the page of a command, or of a topic that belongs to no command alone.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::desk::Desk;
use crate::cli::failure::{Exit, Failure};
use crate::cli::language;
use crate::words::{self, Topic, Word};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("某个命令或专题的帮助", "Help on a command or a topic"),
    after_help = both!("例: jianyi 帮助 提交\n    jianyi 帮助 筛选", "Example: jianyi help submit\n         jianyi help filters")
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("命令|专题", "COMMAND|TOPIC"), help = both!("专题: 办法 日期 筛选 退出码 日志 安全 表格 月报 windows", "Topics: rules dates filters exit journal safety spreadsheets monthly windows"))]
    words: Vec<String>,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let lang = desk.lang();
    let page = language::page(&args.words, lang);
    let topic = match args.words.as_slice() {
        [word] => Topic::named(word),
        _ => None,
    };
    let list = matches!(args.words.as_slice(), [word] if ["topics", "专题", "主题"].contains(&word.as_str()));
    let topics = Topic::ALL.iter().map(|topic| topic.word(lang));
    if list {
        let lines: Vec<String> = topics.map(|word| format!("jianyi help {word}\n")).collect();
        return desk.tell_page(&lines.concat());
    }
    if page.is_none() && topic.is_none() {
        let named = args.words.join(" ");
        let mut known = language::names(&[]);
        known.extend(topics.map(str::to_owned));
        let message = words::no_such_page(lang, &named, &known);
        return Err(Failure::told(message, Exit::Misuse).into());
    }
    let mut out = page.unwrap_or_default();
    if let Some(topic) = topic {
        if !out.is_empty() {
            out.push('\n');
        }
        out += &topic.page(lang);
    }
    desk.tell_page(&out)
}
