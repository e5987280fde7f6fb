//! The command line as it is typed. Words only: what they mean is found out by the verbs.

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use super::verbs;
use crate::both;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "jianyi",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = false,
    subcommand_required = true,
    arg_required_else_help = true,
    about = both!("建议: 人大代表建议办理台账", "Carry deputies' suggestions from hand-in to the day the promise is kept"),
    after_help = both!(
        "第一次用: jianyi demo(演示) · jianyi init(建档) · jianyi import 台账.csv(导入)\n每个命令后面加 --help 看例子。",
        "First time: jianyi demo, jianyi init, jianyi import LEDGER.csv\nAdd --help to any command for an example."
    )
)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) verb: Verb,
}

/// Options of every command.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Common {
    #[arg(long, visible_alias = "档案", global = true,
        display_order = 900, value_name = both!("目录", "DIR"),
        help = both!("数据所在的目录 [环境变量 JIANYI_STORE]", "Folder of the store [env JIANYI_STORE]"))]
    pub(super) store: Option<String>,
    #[arg(long, visible_alias = "语言", global = true,
        display_order = 900, value_name = "zh|en",
        help = both!("界面语言 [环境变量 JIANYI_LANG]", "Language [env JIANYI_LANG]"))]
    pub(super) lang: Option<String>,
    #[arg(long, visible_alias = "经手人", global = true,
        display_order = 900, value_name = both!("姓名", "NAME"),
        help = both!("谁记录的 [环境变量 JIANYI_BY]", "Who records it [env JIANYI_BY]"))]
    pub(super) by: Option<String>,
    #[arg(long, visible_alias = "格式", global = true,
        display_order = 900, value_enum, value_name = both!("格式", "FORMAT"),
        help = both!("输出格式", "Output format"))]
    pub(super) format: Option<FormatArg>,
    #[arg(short, long, visible_alias = "输出", global = true,
        display_order = 900, value_name = both!("文件", "FILE"),
        help = both!("写到文件,格式看扩展名", "Write to a file; its ending chooses the format"))]
    pub(super) output: Option<String>,
    #[arg(long, visible_alias = "编码", global = true,
        display_order = 900, value_name = "utf-8|gb18030",
        help = both!("CSV 的编码", "Encoding of CSV"))]
    pub(super) encoding: Option<String>,
    #[arg(long, global = true,
        display_order = 900, action = ArgAction::SetTrue,
        help = both!("不提问,缺值就报错", "Never ask; a missing value is an error"))]
    pub(super) no_input: bool,
    #[arg(short = 'y', long, global = true,
        display_order = 900, action = ArgAction::SetTrue,
        help = both!("不再确认", "Do not ask for confirmation"))]
    pub(super) yes: bool,
    #[arg(long, visible_alias = "颜色", global = true,
        display_order = 900, value_enum, value_name = both!("何时", "WHEN"),
        help = both!("颜色", "Colours"))]
    pub(super) color: Option<ColorArg>,
    #[arg(long, global = true,
        display_order = 900, action = ArgAction::SetTrue,
        help = both!("表格只用 ASCII 线条", "Draw tables in ASCII"))]
    pub(super) ascii: bool,
    #[arg(short, long, visible_alias = "安静", global = true,
        display_order = 900, action = ArgAction::SetTrue,
        help = both!("只输出数据", "Print data only"))]
    pub(super) quiet: bool,
    #[arg(
        long,
        global = true,
        display_order = 900,
        hide = true,
        value_name = "RFC3339"
    )]
    pub(super) now: Option<String>,
    #[arg(short, long, global = true,
        display_order = 900, action = ArgAction::Help,
        help = both!("显示帮助", "Print help"))]
    pub(super) help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version,
        help = both!("显示版本", "Print version"))]
    pub(super) version: Option<bool>,
}

/// Options of every command that records something.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Writing {
    #[arg(long, visible_alias = "日期", value_name = both!("日期", "DATE"),
        help = both!("哪一天发生的,默认今天", "The day it happened; today if left out"))]
    pub(super) on: Option<String>,
    #[arg(long, visible_alias = "试运行", action = ArgAction::SetTrue,
        help = both!("只看结果,不写入", "Show what would happen, write nothing"))]
    pub(super) dry_run: bool,
}

/// Options of every command that reads.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Reading {
    #[arg(long, visible_alias = "截至", value_name = both!("日期", "DATE"),
        help = both!("截至哪一天已经发生的,默认今天", "What had happened by that day; today if left out"))]
    pub(super) as_of: Option<String>,
    #[arg(long, visible_alias = "记录至", value_name = both!("条", "SEQ"),
        help = both!("截至第几条记录已经知道的", "What had been recorded by that entry"))]
    pub(super) known: Option<u64>,
}

/// Formats of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    Table,
    Plain,
    Json,
    Jsonl,
    Csv,
    Md,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArg {
    Auto,
    Always,
    Never,
}

/// One subcommand each, in the order in which a case meets them.
#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    #[command(visible_alias = "演示")]
    Demo(verbs::demo::Args),
    #[command(visible_alias = "建档")]
    Init(verbs::init::Args),
    #[command(visible_alias = "届次")]
    Session(verbs::session::Args),
    #[command(visible_alias = "代表")]
    Deputy(verbs::deputy::Args),
    #[command(visible_alias = "单位")]
    Unit(verbs::unit::Args),
    #[command(visible_alias = "提交")]
    Submit(verbs::submit::Args),
    #[command(visible_alias = "审查")]
    Review(verbs::review::Args),
    #[command(visible_alias = "撤回")]
    Withdraw(verbs::withdraw::Args),
    #[command(visible_alias = "交办")]
    Assign(verbs::assign::Args),
    #[command(visible_alias = "转办")]
    Forward(verbs::forward::Args),
    #[command(visible_alias = "签收")]
    Sign(verbs::sign::Args),
    #[command(visible_alias = "退回")]
    Return(verbs::give_back::Args),
    #[command(visible_alias = "改办")]
    Reassign(verbs::reassign::Args),
    #[command(visible_alias = "面商")]
    Consult(verbs::consult::Args),
    #[command(visible_alias = "进展")]
    Progress(verbs::progress::Args),
    #[command(visible_alias = "会办")]
    Concur(verbs::concur::Args),
    #[command(visible_alias = "延期")]
    Extend(verbs::extend::Args),
    #[command(visible_alias = "答复")]
    Reply(verbs::reply::Args),
    #[command(visible_alias = "评价")]
    Rate(verbs::rate::Args),
    #[command(visible_alias = "办结")]
    Close(verbs::close::Args),
    #[command(visible_alias = "列表")]
    List(verbs::list::Args),
    #[command(visible_alias = "查看")]
    Show(verbs::show::Args),
    #[command(visible_alias = "报表")]
    Report(verbs::report::Args),
    #[command(visible_alias = "时限")]
    Deadline(verbs::deadline::Args),
    #[command(visible_alias = "办法")]
    Rules(verbs::rules::Args),
    #[command(visible_alias = "日历")]
    Calendar(verbs::calendar::Args),
    #[command(visible_alias = "导入")]
    Import(verbs::import::Args),
    #[command(visible_alias = "导出")]
    Export(verbs::export::Args),
    #[command(visible_alias = "更正")]
    Correct(verbs::correct::Args),
    #[command(visible_alias = "撤销")]
    Undo(verbs::undo::Args),
    #[command(visible_alias = "重做")]
    Redo(verbs::redo::Args),
    #[command(visible_alias = "日志")]
    Log(verbs::log::Args),
    #[command(visible_alias = "校验")]
    Verify(verbs::verify::Args),
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory};

    use super::*;

    /// Every help text has both languages, and every verb a Chinese alias.
    fn check(command: &Command, path: &str) {
        let both = |text: String, what: &str| {
            assert!(
                text.contains('\u{e000}'),
                "{path} {what}: one language only: {text}"
            );
        };
        let about = command.get_about().expect(path);
        both(about.to_string(), "about");
        for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
            let help = arg
                .get_help()
                .unwrap_or_else(|| panic!("{path} {}", arg.get_id()));
            both(help.to_string(), arg.get_id().as_str());
            let plain = ["no_input", "yes", "ascii", "help", "version"];
            let named = arg.get_long().is_some() && !plain.contains(&arg.get_id().as_str());
            let chinese = arg.get_visible_aliases().unwrap_or_default();
            assert!(
                !named || !chinese.is_empty(),
                "{path} --{}: no Chinese alias",
                arg.get_id()
            );
        }
        for sub in command.get_subcommands() {
            let path = format!("{path} {}", sub.get_name());
            let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
            let chinese = sub
                .get_visible_aliases()
                .any(|alias| alias.chars().all(han));
            assert!(chinese, "{path} has no Chinese alias");
            check(sub, &path);
        }
    }

    #[test]
    fn the_command_line_speaks_both_languages() {
        Cli::command().debug_assert();
        check(&Cli::command(), "jianyi");
    }
}
