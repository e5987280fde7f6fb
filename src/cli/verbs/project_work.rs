//! The steps of livelihood projects after their choice: the work, its acceptance, its upkeep.

use clap::Subcommand;

use super::project_step::{Which, id, money};
use crate::both;
use crate::cli::args::Writing;
use crate::cli::wish::{Parsed, Wish};
use crate::domain::event::{self, Event};

/// A step after the choice.
#[derive(Debug, Subcommand)]
pub(super) enum Working {
    #[command(visible_alias = "实施", about = both!("开始实施: 方案、投资、期限","The work begins: plan, budget, last day"))]
    Start {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "单位", required = true, value_name = both!("单位","UNIT"), help = both!("实施单位","Which unit"))]
        unit: String,
        #[arg(long, visible_alias = "方案", required = true, value_name = both!("方案","TEXT"), help = both!("实施方案","The plan"))]
        plan: String,
        #[arg(long, visible_alias = "投资", value_name = both!("万元","AMOUNT"), help = both!("投资(万元)","Budget (10,000 yuan)"))]
        budget: Option<String>,
        #[arg(long, visible_alias = "期限", required = true, value_name = both!("日期","DATE"), help = both!("完成期限","To be done by"))]
        due: String,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "进度", about = both!("进度百分比和已用资金","How far it is, and what was spent"))]
    Progress {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "百分比", required = true, value_name = both!("百分比","PERCENT"), help = both!("完成百分之几","Percent done"))]
        percent: u8,
        #[arg(long, visible_alias = "已用", value_name = both!("万元","AMOUNT"), help = both!("已用资金(万元)","Spent (10,000 yuan)"))]
        spent: Option<String>,
        #[arg(long, visible_alias = "说明", value_name = both!("说明","NOTE"), help = both!("情况","In words"))]
        note: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "调整", about = both!("经同意调整方案、投资或期限","Its plan changes, with consent"))]
    Change {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "理由", required = true, value_name = both!("理由","WHY"), help = both!("为什么调整","Why"))]
        why: String,
        #[arg(long, visible_alias = "同意人", required = true, value_name = both!("同意人","NAME"), help = both!("谁同意的: 主席团或人代会","Who consented: presidium or congress"))]
        consent: String,
        #[arg(long, visible_alias = "内容", value_name = both!("内容","TEXT"), help = both!("新的内容","What changes"))]
        content: Option<String>,
        #[arg(long, visible_alias = "投资", value_name = both!("万元","AMOUNT"), help = both!("新的投资(万元)","New budget (10,000 yuan)"))]
        budget: Option<String>,
        #[arg(long, visible_alias = "期限", value_name = both!("日期","DATE"), help = both!("新的期限","New last day"))]
        due: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "监督", about = both!("代表视察监督","Deputies go and look"))]
    Supervise {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "代表", required = true, value_name = both!("姓名,姓名","NAMES"), help = both!("参加的代表","Deputies who went"))]
        people: String,
        #[arg(long, visible_alias = "说明", required = true, value_name = both!("说明","NOTE"), help = both!("看到的情况","What they saw"))]
        note: String,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "验收", about = both!("验收: 代表和群众人人发言、人人签字","Accept: all deputies and voters speak and sign"))]
    Accept {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "代表", required = true, value_name = both!("姓名,姓名","NAMES"), help = both!("参加验收的代表","Deputies who take part"))]
        deputies: String,
        #[arg(long, visible_alias = "发言", value_name = both!("姓名,姓名","NAMES"), help = both!("发言的代表","Deputies who spoke"))]
        spoke: Option<String>,
        #[arg(long, visible_alias = "签字", value_name = both!("姓名,姓名","NAMES"), help = both!("签字的代表","Deputies who signed"))]
        signed: Option<String>,
        #[arg(long, visible_alias = "群众", default_value_t = 0, value_name = both!("人数","COUNT"), help = both!("参加的群众人数","Voters who take part"))]
        voters: u32,
        #[arg(long, visible_alias = "群众发言", default_value_t = 0, value_name = both!("人数","COUNT"), help = both!("发言的群众人数","Voters who spoke"))]
        voters_spoke: u32,
        #[arg(long, visible_alias = "群众签字", default_value_t = 0, value_name = both!("人数","COUNT"), help = both!("签字的群众人数","Voters who signed"))]
        voters_signed: u32,
        #[arg(long, visible_alias = "不通过", help = both!("没有通过", "It did not pass"))]
        failed: bool,
        #[arg(long, visible_alias = "质保至", value_name = both!("日期","DATE"), help = both!("质保到哪一天","Last day of the warranty"))]
        warranty_to: Option<String>,
        #[arg(long, visible_alias = "说明", value_name = both!("说明","NOTE"), help = both!("意见","In words"))]
        note: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "测评", about = both!("满意度测评,只记各档票数","How satisfied people are: counts only"))]
    Evaluate {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "满意", default_value_t = 0, value_name = both!("票", "N"), help = both!("满意几票","Satisfied"))]
        satisfied: u32,
        #[arg(long, visible_alias = "基本满意", default_value_t = 0, value_name = both!("票", "N"), help = both!("基本满意几票","Mostly satisfied"))]
        mostly: u32,
        #[arg(long, visible_alias = "不满意", default_value_t = 0, value_name = both!("票", "N"), help = both!("不满意几票","Dissatisfied"))]
        dissatisfied: u32,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "质保", about = both!("质保期内发现问题,退回整修","Something broke within the warranty"))]
    Defect {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "问题", required = true, value_name = both!("问题","TEXT"), help = both!("什么问题","What broke"))]
        what: String,
        #[arg(long, visible_alias = "期限", value_name = both!("日期","DATE"), help = both!("哪天前修好","To be mended by"))]
        due: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "修复", about = both!("最早的问题已经修好","The oldest open defect was mended"))]
    Mend {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "说明", value_name = both!("说明","NOTE"), help = both!("怎样修的","How"))]
        note: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "管护", about = both!("落实管护岗位或小组(不写群众姓名)","A post or a team takes care of it (no citizen's name)"))]
    Entrust {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "岗位", required = true, value_name = both!("岗位","POST"), help = both!("哪个岗位或小组","Which post or team"))]
        caretaker: String,
        #[arg(long, visible_alias = "职责", value_name = both!("职责","TEXT"), help = both!("做什么","What is to be done"))]
        duty: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "积分", about = both!("给管护记积分","Points for care"))]
    Credit {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "岗位", required = true, value_name = both!("岗位","POST"), help = both!("哪个岗位或小组","Which post or team"))]
        caretaker: String,
        #[arg(long, visible_alias = "分数", required = true, value_name = both!("分","N"), help = both!("多少分","How many"))]
        points: u32,
        #[arg(long, visible_alias = "事项", required = true, value_name = both!("事项","TEXT"), help = both!("因为什么","What for"))]
        what: String,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "奖励", about = both!("用积分兑换奖励","Points given in for a reward"))]
    Reward {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "岗位", required = true, value_name = both!("岗位","POST"), help = both!("哪个岗位或小组","Which post or team"))]
        caretaker: String,
        #[arg(long, visible_alias = "分数", required = true, value_name = both!("分","N"), help = both!("用多少分","How many"))]
        points: u32,
        #[arg(long, visible_alias = "奖品", required = true, value_name = both!("奖励","TEXT"), help = both!("换了什么","What for"))]
        reward: String,
        #[command(flatten)]
        writing: Writing,
    },
}

impl Working {
    pub(super) fn writing(&self) -> &Writing {
        match self {
            Self::Start { writing, .. }
            | Self::Progress { writing, .. }
            | Self::Change { writing, .. }
            | Self::Supervise { writing, .. }
            | Self::Accept { writing, .. }
            | Self::Evaluate { writing, .. }
            | Self::Defect { writing, .. }
            | Self::Mend { writing, .. }
            | Self::Entrust { writing, .. }
            | Self::Credit { writing, .. }
            | Self::Reward { writing, .. } => writing,
        }
    }

    /// The fact that is wished for.
    #[expect(clippy::too_many_lines, reason = "one table: each step and its fact")]
    pub(super) fn fact(&self, wish: &Wish) -> Parsed<Event> {
        let on = wish.stamp.on;
        Ok(match self {
            Self::Start {
                project,
                unit,
                plan,
                budget,
                due,
                ..
            } => event::ProjectStarted {
                on,
                project: id(project),
                unit: wish.name("--unit", unit)?,
                plan: wish.text("--plan", plan)?,
                budget: money(wish, "--budget", budget.as_deref())?,
                due: wish.date(due)?,
            }
            .into(),
            Self::Progress {
                project,
                percent,
                spent,
                note,
                ..
            } => event::ProjectProgressed {
                on,
                project: id(project),
                percent: *percent,
                spent: money(wish, "--spent", spent.as_deref())?,
                note: wish.maybe_text("--note", note.as_deref())?,
            }
            .into(),
            Self::Change {
                project,
                why,
                consent,
                content,
                budget,
                due,
                ..
            } => event::ProjectChanged {
                on,
                project: id(project),
                why: wish.text("--why", why)?,
                consent: wish.name("--consent", consent)?,
                content: wish.maybe_text("--content", content.as_deref())?,
                budget: money(wish, "--budget", budget.as_deref())?,
                due: wish.maybe_date(due.as_deref())?,
            }
            .into(),
            Self::Supervise {
                project,
                people,
                note,
                ..
            } => event::ProjectSupervised {
                on,
                project: id(project),
                people: wish.names("--people", Some(people))?,
                note: wish.text("--note", note)?,
            }
            .into(),
            Self::Accept {
                project,
                deputies,
                spoke,
                signed,
                voters,
                voters_spoke,
                voters_signed,
                failed,
                warranty_to,
                note,
                ..
            } => event::ProjectAccepted {
                on,
                project: id(project),
                passed: !failed,
                deputies: wish.names("--deputies", Some(deputies))?,
                spoke: wish.names("--spoke", spoke.as_deref())?,
                signed: wish.names("--signed", signed.as_deref())?,
                voters: *voters,
                voters_spoke: *voters_spoke,
                voters_signed: *voters_signed,
                warranty_to: wish.maybe_date(warranty_to.as_deref())?,
                note: wish.maybe_text("--note", note.as_deref())?,
            }
            .into(),
            Self::Evaluate {
                project,
                satisfied,
                mostly,
                dissatisfied,
                ..
            } => event::ProjectEvaluated {
                on,
                project: id(project),
                satisfied: *satisfied,
                mostly: *mostly,
                dissatisfied: *dissatisfied,
            }
            .into(),
            Self::Defect {
                project, what, due, ..
            } => event::ProjectDefectFound {
                on,
                project: id(project),
                what: wish.text("--what", what)?,
                due: wish.maybe_date(due.as_deref())?,
            }
            .into(),
            Self::Mend { project, note, .. } => event::ProjectDefectMended {
                on,
                project: id(project),
                note: wish.maybe_text("--note", note.as_deref())?,
            }
            .into(),
            Self::Entrust {
                project,
                caretaker,
                duty,
                ..
            } => event::ProjectEntrusted {
                on,
                project: id(project),
                caretaker: wish.name("--caretaker", caretaker)?,
                duty: wish.maybe_text("--duty", duty.as_deref())?,
            }
            .into(),
            Self::Credit {
                project,
                caretaker,
                points,
                what,
                ..
            } => event::CaretakerCredited {
                on,
                project: id(project),
                caretaker: wish.name("--caretaker", caretaker)?,
                points: *points,
                what: wish.text("--what", what)?,
            }
            .into(),
            Self::Reward {
                project,
                caretaker,
                points,
                reward,
                ..
            } => event::CaretakerRewarded {
                on,
                project: id(project),
                caretaker: wish.name("--caretaker", caretaker)?,
                points: *points,
                reward: wish.text("--reward", reward)?,
            }
            .into(),
        })
    }
}
