//! The options that many verbs share, as they are typed.

use clap::{ArgAction, Args, ValueEnum};

use super::wish::{Parsed, Wish};
use crate::both;
use crate::domain::terms::Text;

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
    #[arg(long, visible_alias = "不提问", global = true,
        display_order = 900, action = ArgAction::SetTrue,
        help = both!("不提问,缺值就报错", "Never ask; a missing value is an error"))]
    pub(super) no_input: bool,
    #[arg(short = 'y', long, visible_alias = "免确认", global = true,
        display_order = 900, action = ArgAction::SetTrue,
        help = both!("不再确认", "Do not ask for confirmation"))]
    pub(super) yes: bool,
    #[arg(long, visible_alias = "颜色", global = true,
        display_order = 900, value_enum, value_name = both!("何时", "WHEN"),
        help = both!("颜色", "Colours"))]
    pub(super) color: Option<ColorArg>,
    #[arg(long, visible_alias = "纯线条", global = true,
        display_order = 900, action = ArgAction::SetTrue,
        help = both!("表格只用 ASCII 线条", "Draw tables in ASCII"))]
    pub(super) ascii: bool,
    #[arg(long, visible_alias = "条形图", global = true,
        display_order = 900, action = ArgAction::SetTrue,
        help = both!("表格里的件数后面画条形图,历年、逐月的画走势", "Draw bars beside the counts of a table, and the course of years and months"))]
    pub(super) bars: bool,
    #[arg(long, visible_alias = "显示号码", global = true,
        display_order = 900, action = ArgAction::SetTrue,
        help = both!("完整显示电话和身份证号码", "Show phone and identity numbers whole"))]
    pub(super) phones: bool,
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
    #[arg(short, long, visible_alias = "帮助", global = true,
        display_order = 900, action = ArgAction::Help,
        help = both!("显示帮助", "Print help"))]
    pub(super) help: Option<bool>,
    #[arg(short = 'V', long, visible_alias = "版本", action = ArgAction::Version,
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

/// The option of every command that counts secret votes.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Recounting {
    #[arg(long, visible_alias = "重新计票", value_name = both!("原因", "WHY"),
        help = both!("撤销了前一次,重新计票的原因;和前一次只差几张时只留张数和结果",
            "Why it was counted again after the first count was taken back; where few sheets differ only totals and the result are kept"))]
    pub(super) recount: Option<String>,
}

impl Recounting {
    /// The reason, in words.
    pub(super) fn why(&self, wish: &Wish) -> Parsed<Option<Text>> {
        wish.maybe_text("--recount", self.recount.as_deref())
    }
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
    Xlsx,
    Docx,
    Html,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArg {
    Auto,
    Always,
    Never,
}
