//! `mapping` (对照): how another platform's ledger names our columns, kept by name and used both ways.

use std::collections::BTreeMap;

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::desk::Desk;
use crate::cli::failure::{Exit, Failure};
use crate::domain::command::Command;
use crate::report::mappings;
use crate::words::{self, LedgerColumn};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("列名对照: 与上级平台交换台账,导入导出都能用", "Mappings of columns for exchange with another platform, used both ways"),
    after_help = both!(
        "例: jianyi 对照 保存 数字人大 --map 建议编号=编号 --map 承办部门=主办单位 --ignore 序号\n    jianyi 导入 平台台账.csv --对照 数字人大\n    jianyi 导出 --对照 数字人大 -o 上报.csv",
        "Example: jianyi mapping save PLATFORM --map 建议编号=编号 --map 承办部门=主办单位 --ignore 序号\n         jianyi import THEIRS.csv --mapping PLATFORM\n         jianyi export --mapping PLATFORM -o OURS.csv"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "保存", about = both!("保存一套对照,同名的以后一次为准", "Keep a mapping; a later one of the same name replaces it"))]
    Save {
        #[arg(value_name = both!("名称", "NAME"), help = both!("对照的名称", "Name of the mapping"))]
        name: String,
        #[arg(long, visible_alias = "对应", required = true, value_name = both!("旧=新", "THEIRS=OURS"), help = both!("对方的列名=我们的列名", "Their header = ours"))]
        map: Vec<String>,
        #[arg(long, visible_alias = "忽略", value_name = both!("列名", "HEADER"), help = both!("对方有而我们不要的列", "A header of theirs that we leave aside"))]
        ignore: Vec<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "列表", about = both!("有哪些对照", "Which mappings there are"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    match &args.act {
        Act::List { reading } => desk.read(reading, mappings::list),
        Act::Save {
            name,
            map,
            ignore,
            writing,
        } => {
            let mut columns = BTreeMap::new();
            for pair in map {
                let misuse = || {
                    let message = words::bad_word(desk.lang(), "--map", pair);
                    Failure::told(message, Exit::Misuse)
                };
                let (theirs, ours) = pair.split_once(['=', '＝']).ok_or_else(misuse)?;
                let known = LedgerColumn::of_header(ours.trim());
                let told = |message| Failure::told(message, Exit::Misuse);
                let ours =
                    known.ok_or_else(|| told(words::no_ledger_column(desk.lang(), ours.trim())))?;
                if columns.values().any(|taken| taken == ours.header()) {
                    return Err(told(words::column_mapped_twice(desk.lang(), ours.header())).into());
                }
                columns.insert(theirs.trim().to_owned(), ours.header().to_owned());
            }
            let ignore: Vec<String> = ignore.iter().map(|h| h.trim().to_owned()).collect();
            desk.record(writing, |wish| {
                Ok(Command::SaveMapping {
                    mapping: wish.name("NAME", name)?,
                    columns: columns.clone(),
                    ignore: ignore.clone(),
                })
            })
        }
    }
}
