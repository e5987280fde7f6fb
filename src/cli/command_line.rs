//! The whole command line as it is typed: the verbs in the order in which a case meets them. Words
//! only: what they mean is found out by the verbs.

use clap::{Parser, Subcommand};

use super::args::Common;
use super::verbs;
use crate::both;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "jianyi",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    about = both!("建议: 人大代表建议办理台账", "Carry deputies' suggestions from hand-in to the day the promise is kept"),
    after_help = both!(
        "第一次用: jianyi demo(演示) · jianyi init(建档) · jianyi import 台账.csv(导入)\n每个命令后面加 --help 看例子;专题: jianyi help topics",
        "First time: jianyi demo, jianyi init, jianyi import LEDGER.csv\nAdd --help to any command for an example; topics: jianyi help topics"
    )
)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) verb: Option<Verb>,
}

/// One subcommand each, in the order in which a case meets them. What they take is laid out for the
/// one that is typed.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(super) enum Verb {
    #[command(visible_alias = "今日", alias = "今天")]
    Today(verbs::today::Args),
    #[command(visible_alias = "演示")]
    Demo(verbs::demo::Args),
    #[command(visible_alias = "建档")]
    Init(verbs::init::Args),
    #[command(visible_alias = "届次")]
    Session(verbs::session::Args),
    #[command(visible_alias = "代表")]
    Deputy(verbs::deputy::Args),
    #[command(visible_alias = "小组")]
    Group(verbs::group::Args),
    #[command(visible_alias = "家站")]
    Station(verbs::station::Args),
    #[command(visible_alias = "单位")]
    Unit(verbs::unit::Args),
    #[command(visible_alias = "项目")]
    Project(verbs::project::Args),
    #[command(visible_alias = "活动")]
    Activity(verbs::activity::Args),
    #[command(visible_alias = "民意")]
    Opinion(verbs::opinion::Args),
    #[command(visible_alias = "会议")]
    Meeting(verbs::meeting::Args),
    #[command(visible_alias = "群众")]
    Citizen(verbs::citizen::Args),
    #[command(visible_alias = "提交", aliases = ["录入", "新建"])]
    Submit(verbs::submit::Args),
    #[command(visible_alias = "修改")]
    Amend(verbs::amend::Args),
    #[command(visible_alias = "审查")]
    Review(verbs::review::Args),
    #[command(visible_alias = "归类")]
    Kind(verbs::kind::Args),
    #[command(visible_alias = "并案")]
    Merge(verbs::merge::Args),
    #[command(visible_alias = "撤回")]
    Withdraw(verbs::withdraw::Args),
    #[command(visible_alias = "预交办")]
    PreAssign(verbs::pre_assign::Args),
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
    #[command(visible_alias = "节点")]
    Milestone(verbs::milestone::Args),
    #[command(visible_alias = "佐证")]
    Evidence(verbs::evidence::Args),
    #[command(visible_alias = "会办")]
    Concur(verbs::concur::Args),
    #[command(visible_alias = "延期")]
    Extend(verbs::extend::Args),
    #[command(visible_alias = "答复")]
    Reply(verbs::reply::Args),
    #[command(visible_alias = "复函")]
    Letter(verbs::letter::Args),
    #[command(visible_alias = "通知")]
    Notice(verbs::notice::Args),
    #[command(visible_alias = "送达")]
    Deliver(verbs::deliver::Args),
    #[command(visible_alias = "定类")]
    Class(verbs::class::Args),
    #[command(visible_alias = "上报")]
    Escalate(verbs::escalate::Args),
    #[command(visible_alias = "催办")]
    Remind(verbs::remind::Args),
    #[command(visible_alias = "督办")]
    Supervise(verbs::supervise::Args),
    #[command(visible_alias = "标色")]
    Colour(verbs::colour::Args),
    #[command(visible_alias = "检查")]
    Check(verbs::check::Args),
    #[command(visible_alias = "征询")]
    Feedback(verbs::feedback::Args),
    #[command(visible_alias = "评价")]
    Rate(verbs::rate::Args),
    #[command(visible_alias = "研究处理")]
    Adjudicate(verbs::adjudicate::Args),
    #[command(visible_alias = "回头看")]
    LookBack(verbs::look_back::Args),
    #[command(visible_alias = "整改")]
    Rework(verbs::rework::Args),
    #[command(visible_alias = "办结")]
    Close(verbs::close::Args),
    #[command(visible_alias = "续办")]
    Follow(verbs::follow::Args),
    #[command(visible_alias = "归档")]
    Archive(verbs::archive::Args),
    #[command(visible_alias = "列表")]
    List(verbs::list::Args),
    #[command(visible_alias = "筛选")]
    Filter(verbs::filter::Args),
    #[command(visible_alias = "搜索")]
    Search(verbs::search::Args),
    #[command(visible_alias = "查看")]
    Show(verbs::show::Args),
    #[command(visible_alias = "相似")]
    Similar(verbs::similar::Args),
    #[command(visible_alias = "待办")]
    Due(verbs::due::Args),
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
    #[command(visible_alias = "对照")]
    Mapping(verbs::mapping::Args),
    #[command(visible_alias = "更正")]
    Correct(verbs::correct::Args),
    #[command(visible_alias = "撤销")]
    Undo(verbs::undo::Args),
    #[command(visible_alias = "重做")]
    Redo(verbs::redo::Args),
    #[command(visible_alias = "日志")]
    Log(verbs::log::Args),
    #[command(visible_alias = "备份")]
    Backup(verbs::backup::Args),
    #[command(visible_alias = "恢复")]
    Restore(verbs::restore::Args),
    #[command(visible_alias = "校验")]
    Verify(verbs::verify::Args),
    #[command(visible_alias = "抹除")]
    Erase(verbs::erase::Args),
    #[command(visible_alias = "补全")]
    Completions(verbs::completions::Args),
    Complete(verbs::complete::Args),
    #[command(visible_alias = "手册")]
    Man(verbs::man::Args),
    #[command(visible_alias = "帮助")]
    Help(verbs::help::Args),
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory};

    use super::*;
    use crate::cli::own_names;

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
        for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
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
    fn a_start_lays_out_no_verb_that_was_not_typed() {
        let options = |command: &Command| command.get_arguments().count();
        for verb in Cli::command().get_subcommands() {
            assert_eq!(options(verb), 0, "{}", verb.get_name());
        }
        let whole = own_names::tree().find_subcommand("list");
        assert!(whole.is_some_and(|list| options(list) > 10));
    }

    #[test]
    fn the_command_line_speaks_both_languages() {
        Cli::command().debug_assert();
        check(own_names::tree(), "jianyi");
    }
}
