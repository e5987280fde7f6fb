//! `filter` (筛选): lists that are asked for again and again, kept by a name; `list` takes the name
//! as a condition.
//!
//! They are facts of the journal and no file of settings beside it: a list that the whole office goes
//! by survives a backup and a change of machine, and whoever records next finds it.

use clap::{Args as ClapArgs, Subcommand};

use super::list::{column_of, filter_of};
use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::choices::Kind;
use crate::cli::desk::Desk;
use crate::cli::spoken::{Spoken, is_condition};
use crate::domain::book::SavedFilter;
use crate::domain::command::Command;
use crate::report::list::{self, FilterWords};
use crate::report::{Sheet, filters};
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("保存常用的筛选,列表时写名称就行", "Saved filters: lists are asked for by their name"),
    after_help = both!(
        "例: jianyi 筛选 保存 农业急件 红 单位:农业 --排序 due --列 number,title,due\n    jianyi 筛选 列表\n    jianyi 筛选 保存 催办 逾期        然后: jianyi 列表 催办",
        "Example: jianyi filter save urgent red unit:ny --sort due --columns number,title,due\n         jianyi filter list\n         jianyi filter save late overdue        then: jianyi list late"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, ClapArgs)]
struct SaveArgs {
    #[arg(value_name = both!("名称", "NAME"), help = both!("叫什么", "What it is called"))]
    name: Option<String>,
    #[arg(value_name = both!("条件", "WORDS"), help = both!("和列表的条件一样写: 红 单位:农业 本月到期", "As for list: red unit:ny this-month"))]
    said: Vec<String>,
    #[arg(long, visible_alias = "排序", value_name = both!("列", "COLUMN"), help = both!("按哪一列排", "By which column"))]
    sort: Option<String>,
    #[arg(long, visible_alias = "倒序", action = clap::ArgAction::SetTrue, requires = "sort", help = both!("从大到小", "The greatest first"))]
    desc: bool,
    #[arg(long, visible_alias = "列", value_name = both!("列,列", "COLUMNS"), help = both!("只要哪些列,按写的次序", "Which columns, in this order"))]
    columns: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "保存", about = both!("保存一个筛选,同名的以后一次为准", "Keep a filter; a later one of the same name replaces it"))]
    Save(SaveArgs),
    #[command(visible_alias = "列表", about = both!("有哪些筛选", "Which filters there are"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "删去", alias = "删除", about = both!("不再要一个筛选", "Keep a filter no more"), after_help = both!("例: jianyi 筛选 删去 催办", "Example: jianyi filter drop late"))]
    Drop {
        #[arg(value_name = both!("名称", "NAME"), help = both!("哪一个", "Which one"))]
        filter: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    match &args.act {
        Some(Act::Save(args)) => save(args, desk),
        Some(Act::List { reading }) => desk.read(reading, filters::list),
        None => desk.read(&Reading::default(), filters::list),
        Some(Act::Drop { filter, writing }) => {
            desk.can_ask(&[("NAME", filter.is_none())])?;
            let label = both!("哪一个", "Which one");
            let filter = desk.ask_known(Kind::Filter, "NAME", filter.as_deref(), label)?;
            desk.record(writing, |wish| {
                Ok(Command::DropFilter {
                    filter: wish.name("NAME", &filter)?,
                })
            })
        }
    }
}

fn save(args: &SaveArgs, desk: &mut Desk) -> anyhow::Result<()> {
    let said = (!args.said.is_empty()).then(|| args.said.join(" "));
    desk.can_ask(&[("NAME", args.name.is_none()), ("WORDS", said.is_none())])?;
    let label = both!("叫什么", "What it is called");
    let name = desk.ask_text("NAME", args.name.as_deref(), label)?;
    let label = both!(
        "条件(像列表一样: 红 单位:农业)",
        "Conditions (as for list: red unit:ny)"
    );
    let said = desk.ask_text("WORDS", said.as_deref(), label)?;
    let label = both!("按哪一列排", "By which column");
    let sort = desk.ask_maybe("--sort", args.sort.as_deref(), label)?;
    let label = both!("只要哪些列", "Which columns");
    let columns = desk.ask_several(Kind::Column, "--columns", args.columns.as_deref(), label)?;
    if is_condition(&name, desk.today()) {
        return Err(desk.misused(words::is_condition(desk.lang(), &name)));
    }
    let saved = desk.look(&Reading::default(), |outlook| {
        let conditions: Vec<String> = said.split_whitespace().map(str::to_owned).collect();
        // What finds nobody now would find nobody later.
        let spoken = Spoken::read(&conditions, outlook.book, outlook.as_of, outlook.lang)?;
        let text = spoken.text();
        filter_of(outlook, &spoken.beside(&text, FilterWords::default()))?;
        let sheet = Sheet::new("cases", "", list::columns(outlook.lang));
        let sort = sort
            .as_deref()
            .map(|word| column_of(&sheet, "--sort", word));
        Ok(SavedFilter {
            conditions,
            sort: sort.transpose()?,
            descending: args.desc,
            columns: match &columns {
                Some(columns) => super::list::columns_of(&sheet, columns)?,
                None => Vec::new(),
            },
        })
    })?;
    desk.record(&args.writing, |wish| {
        Ok(Command::SaveFilter {
            filter: wish.name("NAME", &name)?,
            saved: saved.clone(),
        })
    })
}
