//! `export` (导出): the ledger as CSV or as a workbook, or the journal itself.

use clap::{Args as ClapArgs, ValueEnum};

use crate::both;
use crate::cli::args::{FormatArg, Reading};
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::paper::Paper;
use crate::report::roster_out::{Exported, exported};
use crate::report::{Document, ledger, mappings};
use crate::words::{self, Label, Word, Work};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("导出台账或名册;--format jsonl 导出全部记录", "Export the ledger or a roster; --format jsonl exports every entry"),
    after_help = both!(
        "例: jianyi 导出 -o 台账.csv\n    jianyi 导出 -o 台账.xlsx\n    jianyi 导出 -o 台账.docx     打印用,只列主要栏目\n    jianyi 导出 代表 -o 代表名册.csv\n    jianyi 导出 --format jsonl -o 全部记录.jsonl",
        "Example: jianyi export -o LEDGER.csv\n         jianyi export -o LEDGER.xlsx\n         jianyi export -o LEDGER.docx     to be printed, its main columns only\n         jianyi export deputies -o ROSTER.csv\n         jianyi export --format jsonl -o ALL.jsonl"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_enum, value_name = both!("内容", "WHAT"), default_value = "ledger", help = both!("导出什么", "What to export"))]
    what: What,
    #[arg(long, visible_alias = "对照", value_name = both!("名称", "NAME"), help = both!("按保存过的列名对照导出,只要对方有的列", "Under the headers of a saved mapping, their columns only"))]
    mapping: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    #[value(alias = "台账")]
    Ledger,
    #[value(alias = "代表")]
    Deputies,
    #[value(alias = "单位")]
    Units,
    #[value(alias = "小组")]
    Groups,
    #[value(alias = "家站")]
    Stations,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let roster = match args.what {
        What::Ledger => None,
        What::Deputies => Some(Exported::Deputies),
        What::Units => Some(Exported::Units),
        What::Groups => Some(Exported::Groups),
        What::Stations => Some(Exported::Stations),
    };
    if let Some(what) = roster {
        let document = desk.look(&args.reading, |outlook| Ok(exported(outlook, what)))?;
        return desk.exchange(&document, FormatArg::Csv);
    }
    if desk.format_of_output() == Some(Paper::Jsonl) {
        if args.reading.as_of.is_some() {
            return Err(desk.misused(words::entries_have_no_day(desk.lang())));
        }
        let lines = desk.look(&args.reading, |outlook| Ok(outlook.book.head()))?;
        let lines = desk.journal_lines(lines)?;
        return desk.hand_out_lines(lines);
    }
    let steps = desk.steps(Work::Export);
    // On paper stands what fits there; a mapping says by itself what its office wants.
    let is_printed = desk.format_of_output() == Some(Paper::Docx) && args.mapping.is_none();
    let (document, lost) = desk.look(&args.reading, |outlook| {
        let (mut sheet, lost) = ledger::ledger(outlook.book, outlook.as_of, &steps);
        if let Some(name) = &args.mapping {
            let refused = |refusal| Failure::refused(outlook.lang, &refusal, outlook.book);
            let mapping = mappings::named(outlook, name).map_err(refused)?;
            sheet = mappings::renamed(&sheet, &mapping);
        }
        let mut title = Label::Cases.word(outlook.lang).to_owned();
        if is_printed {
            sheet = ledger::on_paper(&sheet);
            let office = outlook.book.office().identity();
            let office = office.map_or("", |identity| identity.name.as_str());
            title = words::ledger_title(office);
        }
        let document = Document::of_rows("ledger", title, outlook.basis(), vec![sheet])
            .with_foot(outlook.foot());
        Ok((document, lost))
    })?;
    desk.exchange(&document, FormatArg::Csv)?;
    if is_printed {
        desk.say(&words::ledger_on_paper(desk.lang()))?;
    }
    if !lost.is_empty() {
        let lost: Vec<String> = lost
            .iter()
            .map(|l| format!("{} {}", l.what.word(desk.lang()), l.count))
            .collect();
        desk.say(&words::left_behind(desk.lang(), &lost))?;
    }
    Ok(())
}
