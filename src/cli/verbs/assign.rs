//! `assign` (交办): hands cases over; this starts the reply clock.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::choices::Kind as Known;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::wish::Wish;
use crate::domain::command::{CaseWish, Command, HandOverWish};
use crate::domain::event::Handlers;
use crate::domain::terms::CaseId;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("把建议交办给承办单位", "Hand cases over to their units"),
    after_help = both!(
        "例: jianyi 交办 1-12,15 --主办 农业服务中心 --协办 村镇建设服务中心",
        "Example: jianyi assign 1-12,15 --lead 农业服务中心 --co 村镇建设服务中心"
    )
)]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    hand_over: HandOver,
    #[command(flatten)]
    writing: Writing,
}

/// To whom cases are handed over, for the first time or anew.
#[derive(Debug, ClapArgs)]
pub(super) struct HandOver {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "主办", value_name = both!("单位", "UNIT"), help = both!("主办单位", "Lead unit"))]
    lead: Option<String>,
    #[arg(long, visible_alias = "协办", value_name = both!("单位,单位", "UNITS"), help = both!("协办单位", "Co-units"))]
    co: Option<String>,
    #[arg(long, visible_alias = "分办", value_name = both!("单位,单位", "UNITS"), help = both!("分办单位,各自答复", "Separate units, each replies"))]
    separate: Option<String>,
    #[arg(long, visible_alias = "责任领导", value_name = both!("姓名", "NAME"), help = both!("责任领导,默认取单位名册", "Responsible leader; from the roster if left out"))]
    leader: Option<String>,
    #[arg(long, visible_alias = "责任岗位", value_name = both!("岗位", "POST"), help = both!("责任岗位", "Responsible post"))]
    post: Option<String>,
    #[arg(long, visible_alias = "经办人", value_name = both!("姓名", "NAME"), help = both!("经办人", "Clerk"))]
    clerk: Option<String>,
    #[arg(long, visible_alias = "电话", value_name = both!("号码", "PHONE"), help = both!("联系电话", "Phone"))]
    phone: Option<String>,
    #[arg(long, visible_alias = "期限", value_name = both!("日期", "DATE"), help = both!("另行约定的答复期限", "A limit agreed on instead of the clock"))]
    due: Option<String>,
    #[arg(long, visible_alias = "疑难", action = clap::ArgAction::SetTrue, help = both!("直接适用疑难件的长期限,须写 --why", "Take the long limit from the start; needs --why"))]
    hard: bool,
    #[arg(long, visible_alias = "方案", value_name = both!("方案", "PLAN"), help = both!("办理方案", "The plan"))]
    plan: Option<String>,
    #[arg(long, visible_alias = "专班", value_name = both!("姓名,姓名", "NAMES"), help = both!("工作专班成员", "Who sits in the task force"))]
    task_force: Option<String>,
    #[arg(long, visible_alias = "理由", value_name = both!("理由", "WHY"), help = both!("为什么适用长期限", "Why it takes the long limit"))]
    why: Option<String>,
}

/// A hand-over as it was typed and asked for.
pub(super) struct Asked<'a> {
    args: &'a HandOver,
    cases: String,
    lead: Option<String>,
}

impl HandOver {
    /// The cases and the reason, as they were typed.
    pub(super) fn named(&self) -> (Option<&str>, Option<&str>) {
        (self.cases.as_deref(), self.why.as_deref())
    }

    /// Asks for what is missing. Where no unit is named, one that was proposed before will do.
    pub(super) fn ask(&self, desk: &mut Desk) -> anyhow::Result<Asked<'_>> {
        let named = self.lead.is_some() || self.separate.is_some();
        let unknown = self.cases.is_none();
        desk.can_ask(&[("CASES", unknown), ("--lead", unknown && !named)])?;
        let cases = desk.ask_cases(self.cases.as_deref())?;
        let lead = match named || desk.is_proposed(&cases)? {
            true => self.lead.clone(),
            false => {
                desk.can_ask(&[("--lead", true)])?;
                Some(desk.ask_known(Known::Unit, "--lead", None, both!("主办单位", "Lead unit"))?)
            }
        };
        Ok(Asked {
            args: self,
            cases,
            lead,
        })
    }
}

impl Asked<'_> {
    /// The cases and the hand-over in the types of a wish.
    pub(super) fn parse(&self, wish: &Wish) -> Result<(Vec<CaseId>, Box<HandOverWish>), Failure> {
        let args = self.args;
        let to = Handlers {
            lead: wish.maybe_name("--lead", self.lead.as_deref())?,
            co: wish.names("--co", args.co.as_deref())?,
            separate: wish.names("--separate", args.separate.as_deref())?,
            leader: wish.maybe_name("--leader", args.leader.as_deref())?,
            post: wish.maybe_name("--post", args.post.as_deref())?,
            clerk: wish.maybe_name("--clerk", args.clerk.as_deref())?,
            phone: wish.maybe_name("--phone", args.phone.as_deref())?,
        };
        let why = wish.maybe_text("--why", args.why.as_deref())?;
        let hard = if args.hard {
            Some(wish.present("--why", why)?)
        } else {
            None
        };
        let due = wish.maybe_date("--due", args.due.as_deref())?;
        let cases = wish.cases(&self.cases)?;
        let hand_over = HandOverWish {
            to,
            due,
            hard,
            plan: wish.maybe_text("--plan", args.plan.as_deref())?,
            task_force: wish.names("--task-force", args.task_force.as_deref())?,
        };
        Ok((cases, Box::new(hand_over)))
    }
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let asked = args.hand_over.ask(desk)?;
    desk.record(&args.writing, |wish| {
        let (cases, hand_over) = asked.parse(wish)?;
        Ok(Command::on(cases, CaseWish::Assign(hand_over)))
    })
}
