//! `rules` (办法): show, make, adopt rule sets.

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::desk::Desk;
use crate::cli::failure::{Exit, Failure};
use crate::domain::command::Command;
use crate::domain::rules::{self, GROUPS, RuleSet};
use crate::report::{self, Basis};
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("办法: 查看、比较、新拟、采用", "Rule sets: show, compare, make, adopt"),
    after_help = both!(
        "例: jianyi 办法 show chongqing-2017\n    jianyi 办法 比较 chongqing-2017 henan-2017\n    jianyi 办法 new --from chongqing-2017 -o 本镇.json\n    jianyi 办法 新拟 --取用 履职积分=yinchuan -o 积分.json\n    jianyi 办法 adopt 本镇.json --from 2025-01-01",
        "Example: jianyi rules show chongqing-2017\n         jianyi rules compare chongqing-2017 henan-2017\n         jianyi rules new --from chongqing-2017 -o OURS.json\n         jianyi rules new --take performance=yinchuan -o POINTS.json\n         jianyi rules adopt OURS.json --from 2025-01-01"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "查看", about = both!("查看一套办法的每一项及其出处", "Show every value of a rule set with its source"))]
    Show {
        #[arg(value_name = both!("名称|文件", "NAME|FILE"), help = both!("默认本单位现行的", "The one in force here if left out"))]
        rules: Option<String>,
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "新拟", about = both!("以现成的为底拟一份新的", "Make a new one on the ground of another"))]
    New {
        #[arg(id = "rules", long = "from", visible_alias = "底本", value_name = both!("名称|文件", "NAME|FILE"), default_value = "national-2025", help = both!("以哪一套为底", "On the ground of which one"))]
        from: String,
        #[arg(long, visible_alias = "名称", value_name = both!("名称", "NAME"), default_value = "ours", help = both!("新办法的名称", "Name of the new one"))]
        name: String,
        #[arg(long, visible_alias = "取用", value_name = both!("一组=名称|文件", "GROUP=NAME|FILE"), help = both!("一组改用另一套办法的: 履职积分=yinchuan、承办单位考核=qingdao-2021 …", "Take a group of another set: performance=yinchuan, assessment=qingdao-2021 …"))]
        take: Vec<String>,
    },
    #[command(visible_alias = "采用", about = both!("自某天起采用一套办法", "Adopt a rule set from a day"))]
    Adopt {
        #[arg(value_name = both!("名称|文件", "NAME|FILE"), help = both!("采用哪一套", "Which one"))]
        rules: String,
        #[arg(long, visible_alias = "自", value_name = both!("日期", "DATE"), help = both!("自哪天起,默认施行日或今天", "From which day; the day it came into force, or today"))]
        from: Option<String>,
        #[arg(long, visible_alias = "含在办", action = clap::ArgAction::SetTrue, help = both!("正在走的时限也改按新办法", "Running clocks move to it too"))]
        running: bool,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "比较", about = both!("比较两套办法,只列不同的", "Compare two rule sets; only what differs"))]
    Compare {
        #[arg(value_name = both!("名称|文件", "NAME|FILE"), help = both!("一套", "One of them"))]
        rules: String,
        #[arg(value_name = both!("名称|文件", "NAME|FILE"), help = both!("另一套", "The other"))]
        other_rules: String,
    },
    #[command(visible_alias = "列表", about = both!("列出自带的和已采用的", "List those that come with the program and those adopted"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    match &args.act {
        Some(Act::Show { rules, reading }) => {
            let (rules, basis) = match rules {
                Some(name) => named(desk, name, reading)?,
                None => in_force(desk, reading)?,
            };
            desk.publish(report::rules::show(desk.lang(), basis, &rules))
        }
        Some(Act::New { from, name, take }) => new(desk, (from, name), take),
        Some(Act::Adopt {
            rules: name,
            from,
            running,
            writing,
        }) => {
            let rules = desk.rule_set(name)?;
            desk.record(writing, |wish| {
                let from = match from.as_deref() {
                    Some(from) => wish.date("--from", from)?,
                    None => rules.in_force_from.unwrap_or(wish.today()),
                };
                Ok(Command::AdoptRules {
                    rules: Box::new(rules.clone()),
                    from,
                    running: *running,
                })
            })
        }
        Some(Act::Compare { rules, other_rules }) => {
            let now = Reading::default();
            let (one, _) = named(desk, rules, &now)?;
            let (other, _) = named(desk, other_rules, &now)?;
            let document = report::rules::compare(desk.lang(), desk.today(), (&one, &other));
            desk.publish(document)
        }
        Some(Act::List { reading }) => list(reading, desk),
        None => list(&Reading::default(), desk),
    }
}

fn new(desk: &mut Desk, (from, name): (&str, &str), take: &[String]) -> anyhow::Result<()> {
    let lang = desk.lang();
    let now = Reading::default();
    let (from, _) = named(desk, from, &now)?;
    let mut taken = Vec::new();
    for pair in take {
        let (group, set) = pair.split_once(['=', '＝']).unwrap_or((pair, ""));
        let Some(group) = words::rule_group(group.trim()) else {
            let groups = GROUPS.iter().map(|key| words::rule_place(lang, key));
            let message = words::bad_choice(lang, "--take", group, &groups.collect::<Vec<_>>());
            return Err(Failure::told(message, Exit::Misuse).into());
        };
        taken.push((group, named(desk, set.trim(), &now)?.0));
    }
    let taken: Vec<(&str, &RuleSet)> = taken.iter().map(|(group, set)| (*group, set)).collect();
    desk.hand_out_fresh(rules::new_document(&from, name, &taken).as_bytes())
}

/// A rule set that comes with the program, that the office adopted, or of a file; and what it was read
/// from.
fn named(desk: &mut Desk, name: &str, reading: &Reading) -> anyhow::Result<(RuleSet, Basis)> {
    if rules::shipped_set(name).is_none() && desk.has_store()? {
        let adopted = desk.look(reading, |outlook| {
            let adoptions = outlook.book.office().adoptions().iter();
            let mut sets = adoptions.map(|adoption| &adoption.rules).rev();
            let adopted = sets.find(|rules| rules.name.as_str() == name);
            Ok(adopted.map(|rules| (rules.clone(), outlook.basis())))
        })?;
        if let Some(adopted) = adopted {
            return Ok(adopted);
        }
    }
    let basis = Basis::without_journal(desk.day(reading)?);
    Ok((desk.rule_set(name)?, basis))
}

fn in_force(desk: &mut Desk, reading: &Reading) -> anyhow::Result<(RuleSet, Basis)> {
    desk.look(reading, |outlook| {
        let rules = outlook.rules().cloned();
        let rules = rules.ok_or_else(|| anyhow::anyhow!("no rule set"))?;
        Ok((rules, outlook.basis()))
    })
}

/// Those that come with the program need no store.
fn list(reading: &Reading, desk: &mut Desk) -> anyhow::Result<()> {
    if desk.has_store()? {
        let (lang, today) = (desk.lang(), desk.today());
        return desk.read(reading, |outlook| {
            report::rules::list(lang, today, Some(outlook))
        });
    }
    let document = report::rules::list(desk.lang(), desk.day(reading)?, None);
    desk.publish(document)
}
