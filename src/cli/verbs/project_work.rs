//! The steps of livelihood projects after their choice: the work, its acceptance, its upkeep.

use clap::Subcommand;

use super::project_step::{Which, id, money};
use crate::both;
use crate::cli::args::{Recounting, Writing};
use crate::cli::wish::{Parsed, Wish};
use crate::domain::command::{ChangeWish, Command};
use crate::domain::event::{self, Event};

/// A step after the choice.
#[derive(Debug, Subcommand)]
pub(super) enum Working {
    #[command(visible_alias = "实施", about = both!("开始实施: 方案、投资、期限","The work begins: plan, budget, last day"), after_help = both!("例: jianyi 项目 实施 1 --单位 农业服务中心 --方案 \"分两批安装\" --期限 2024-09-30", "Example: jianyi project start 1 --unit 农业服务中心 --plan \"in two lots\" --due 2024-09-30"))]
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
    #[command(visible_alias = "进度", about = both!("进度百分比和已用资金","How far it is, and what was spent"), after_help = both!("例: jianyi 项目 进度 1 --百分比 60 --已用 7", "Example: jianyi project progress 1 --percent 60 --spent 7"))]
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
    #[command(visible_alias = "调整", about = both!("经同意调整方案、投资或期限","Its plan changes, with consent"), after_help = both!("例: jianyi 项目 调整 1 --理由 \"雨季\" --同意人 主席团 --期限 2024-10-31", "Example: jianyi project change 1 --why \"rains\" --consent presidium --due 2024-10-31"))]
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
    #[command(visible_alias = "监督", about = both!("代表视察监督","Deputies go and look"), after_help = both!("例: jianyi 项目 监督 1 --代表 祝晓琴 --说明 \"进度正常\"", "Example: jianyi project supervise 1 --people 祝晓琴 --note \"on time\""))]
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
    #[command(visible_alias = "验收", about = both!("验收: 代表和群众人人发言、人人签字","Accept: all deputies and voters speak and sign"), after_help = both!("例: jianyi 项目 验收 1 --代表 祝晓琴 --发言 祝晓琴 --签字 祝晓琴 --群众 3 --群众发言 3 --群众签字 3", "Example: jianyi project accept 1 --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 --voters 3 --voters-spoke 3 --voters-signed 3"))]
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
    #[command(visible_alias = "测评", about = both!("满意度测评,只记各档票数","How satisfied people are: counts only"), after_help = both!("例: jianyi 项目 测评 1 --满意 45 --基本满意 8 --不满意 2 --发出 60", "Example: jianyi project evaluate 1 --satisfied 45 --mostly 8 --dissatisfied 2 --issued 60"))]
    Evaluate {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "满意", default_value_t = 0, value_name = both!("票", "N"), help = both!("满意几票","Satisfied"))]
        satisfied: u32,
        #[arg(long, visible_alias = "基本满意", default_value_t = 0, value_name = both!("票", "N"), help = both!("基本满意几票","Mostly satisfied"))]
        mostly: u32,
        #[arg(long, visible_alias = "不满意", default_value_t = 0, value_name = both!("票", "N"), help = both!("不满意几票","Dissatisfied"))]
        dissatisfied: u32,
        #[arg(long, visible_alias = "发出", value_name = both!("张", "N"), help = both!("发出几张票(算回收率)","How many were asked, for the share that answered"))]
        issued: Option<u32>,
        #[command(flatten)]
        recounting: Recounting,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "质保", about = both!("质保期内发现问题,退回整修","Something broke within the warranty"), after_help = both!("例: jianyi 项目 质保 1 --问题 \"三盏不亮\" --期限 2024-07-10", "Example: jianyi project defect 1 --what \"three are out\" --due 2024-07-10"))]
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
    #[command(visible_alias = "修复", about = both!("最早的问题已经修好","The oldest open defect was mended"), after_help = both!("例: jianyi 项目 修复 1", "Example: jianyi project mend 1"))]
    Mend {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "说明", value_name = both!("说明","NOTE"), help = both!("怎样修的","How"))]
        note: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "管护", about = both!("落实管护岗位或小组(不写群众姓名)","A post or a team takes care of it (no citizen's name)"), after_help = both!("例: jianyi 项目 管护 1 --岗位 路灯管护岗", "Example: jianyi project entrust 1 --caretaker LAMPS"))]
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
    #[command(visible_alias = "积分", about = both!("给管护记积分","Points for care"), after_help = both!("例: jianyi 项目 积分 1 --岗位 路灯管护岗 --分数 10 --事项 \"清洗灯罩\"", "Example: jianyi project credit 1 --caretaker LAMPS --points 10 --what \"cleaned\""))]
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
    #[command(visible_alias = "奖励", about = both!("用积分兑换奖励","Points given in for a reward"), after_help = both!("例: jianyi 项目 奖励 1 --岗位 路灯管护岗 --分数 10 --奖品 \"雨鞋一双\"", "Example: jianyi project reward 1 --caretaker LAMPS --points 10 --reward \"boots\""))]
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

    /// What is wished for.
    #[expect(clippy::too_many_lines, reason = "one table: each step and its fact")]
    pub(super) fn wish(&self, wish: &Wish) -> Parsed<Command> {
        let on = wish.stamp.on;
        let fact: Event = match self {
            Self::Change {
                project,
                why,
                consent,
                content,
                budget,
                due,
                ..
            } => {
                return Ok(Command::ChangeProject(ChangeWish {
                    project: id(project),
                    why: wish.text("--why", why)?,
                    consent: wish.consent("--consent", consent)?,
                    content: wish.maybe_text("--content", content.as_deref())?,
                    budget: money(wish, "--budget", budget.as_deref())?,
                    due: wish.maybe_date("--due", due.as_deref())?,
                }));
            }
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
                due: wish.date("--due", due)?,
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
            Self::Supervise {
                project,
                people,
                note,
                ..
            } => event::ProjectSupervised {
                on,
                project: id(project),
                people: wish.deputies("--people", Some(people))?,
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
                deputies: wish.deputies("--deputies", Some(deputies))?,
                spoke: wish.deputies("--spoke", spoke.as_deref())?,
                signed: wish.deputies("--signed", signed.as_deref())?,
                voters: *voters,
                voters_spoke: *voters_spoke,
                voters_signed: *voters_signed,
                warranty_to: wish.maybe_date("--warranty-to", warranty_to.as_deref())?,
                note: wish.maybe_text("--note", note.as_deref())?,
            }
            .into(),
            Self::Evaluate {
                project,
                satisfied,
                mostly,
                dissatisfied,
                issued,
                recounting,
                ..
            } => event::ProjectEvaluated {
                on,
                project: id(project),
                satisfied: Some(*satisfied),
                mostly: Some(*mostly),
                dissatisfied: Some(*dissatisfied),
                ballots: None,
                issued: *issued,
                recount: recounting.why(wish)?,
            }
            .into(),
            Self::Defect {
                project, what, due, ..
            } => event::ProjectDefectFound {
                on,
                project: id(project),
                what: wish.text("--what", what)?,
                due: wish.maybe_date("--due", due.as_deref())?,
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
        };
        Ok(Command::Projects(Box::new(fact)))
    }
}
