//! The steps of livelihood projects up to their choice, and how the choice is made.

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Recounting, Writing};
use crate::cli::wish::{Parsed, Wish};
use crate::domain::event::{self, Event, MajorityOf, ProjectVotes};
use crate::domain::terms::{self, Amount, ProjectId};
use crate::words;

pub(super) use super::project_work::Working;

/// One project.
#[derive(Debug, ClapArgs)]
pub(super) struct Which {
    #[arg(value_name = both!("编号", "NUMBER"), help = both!("哪个项目", "Which project"))]
    project: u32,
}

/// Some projects.
#[derive(Debug, ClapArgs)]
pub(super) struct Several {
    #[arg(value_name = both!("编号", "NUMBERS"), help = both!("哪些项目: 3 或 1-4,7", "Which projects: 3 or 1-4,7"))]
    projects: String,
}

impl Several {
    fn read(&self, wish: &Wish) -> Parsed<Vec<ProjectId>> {
        wish.numbers("NUMBERS", &self.projects)
    }
}

pub(super) fn id(which: &Which) -> ProjectId {
    ProjectId(which.project)
}

pub(super) fn money(wish: &Wish, field: &str, typed: Option<&str>) -> Parsed<Option<Amount>> {
    typed.map(|typed| wish.amount(field, typed)).transpose()
}

/// A step up to the choice.
#[derive(Debug, Subcommand)]
pub(super) enum Step {
    #[command(visible_alias = "筛选", about = both!("筛选: 入选或不入选","Looked at: it goes on or not"), after_help = both!("例: jianyi 项目 筛选 1", "Example: jianyi project screen 1"))]
    Screen {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "不入选", help = both!("不入选,要写理由", "It does not go on; say why"))]
        dropped: bool,
        #[arg(long, visible_alias = "理由", value_name = both!("理由","WHY"), help = both!("理由","Why"))]
        why: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "共商", about = both!("与群众共商","Talk it over with those it is for"), after_help = both!("例: jianyi 项目 共商 1 --说明 \"院坝会同意\"", "Example: jianyi project discuss 1 --note \"agreed in the courtyard\""))]
    Discuss {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "说明", required = true, value_name = both!("说明","NOTE"), help = both!("共商的意见","What it came to"))]
        note: String,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "申报", about = both!("单位申报","A unit declares how it would be done"), after_help = both!("例: jianyi 项目 申报 1 --单位 农业服务中心 --内容 \"安装路灯40盏\" --投资 12", "Example: jianyi project declare 1 --unit 农业服务中心 --content \"40 lamps\" --budget 12"))]
    Declare {
        #[command(flatten)]
        project: Which,
        #[arg(long, visible_alias = "单位", required = true, value_name = both!("单位","UNIT"), help = both!("哪个单位","Which unit"))]
        unit: String,
        #[arg(long, visible_alias = "内容", required = true, value_name = both!("内容","TEXT"), help = both!("建设内容","What would be done"))]
        content: String,
        #[arg(long, visible_alias = "投资", value_name = both!("万元","AMOUNT"), help = both!("投资(万元)","Budget (10,000 yuan)"))]
        budget: Option<String>,
        #[arg(long, visible_alias = "期限", value_name = both!("日期","DATE"), help = both!("完成期限","To be done by"))]
        due: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "候选", about = both!("列为候选项目","They are candidates"), after_help = both!("例: jianyi 项目 候选 1-3", "Example: jianyi project nominate 1-3"))]
    Nominate {
        #[command(flatten)]
        projects: Several,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "公布", about = both!("公布选定的项目","What was chosen is made public"), after_help = both!("例: jianyi 项目 公布 1-2", "Example: jianyi project announce 1-2"))]
    Announce {
        #[command(flatten)]
        projects: Several,
        #[command(flatten)]
        writing: Writing,
    },
}

impl Step {
    pub(super) fn writing(&self) -> &Writing {
        match self {
            Self::Screen { writing, .. }
            | Self::Discuss { writing, .. }
            | Self::Declare { writing, .. }
            | Self::Nominate { writing, .. }
            | Self::Announce { writing, .. } => writing,
        }
    }

    /// The fact that is wished for.
    pub(super) fn fact(&self, wish: &Wish) -> Parsed<Event> {
        let on = wish.stamp.on;
        Ok(match self {
            Self::Screen {
                project,
                dropped,
                why,
                ..
            } => event::ProjectScreened {
                on,
                project: id(project),
                passed: !dropped,
                why: wish.maybe_text("--why", why.as_deref())?,
            }
            .into(),
            Self::Discuss { project, note, .. } => event::ProjectDiscussed {
                on,
                project: id(project),
                note: wish.text("--note", note)?,
            }
            .into(),
            Self::Declare {
                project,
                unit,
                content,
                budget,
                due,
                ..
            } => event::ProjectDeclared {
                on,
                project: id(project),
                unit: wish.name("--unit", unit)?,
                content: wish.text("--content", content)?,
                budget: money(wish, "--budget", budget.as_deref())?,
                due: wish.maybe_date("--due", due.as_deref())?,
            }
            .into(),
            Self::Nominate { projects, .. } => event::ProjectsNominated {
                on,
                projects: projects.read(wish)?,
            }
            .into(),
            Self::Announce { projects, .. } => event::ProjectsAnnounced {
                on,
                projects: projects.read(wish)?,
            }
            .into(),
        })
    }
}

/// A ballot of the congress.
#[derive(Debug, ClapArgs)]
pub(super) struct Ballot {
    #[arg(value_name = both!("票决", "BALLOT"), help = both!("票决的名称", "Name of the ballot"))]
    ballot: String,
    #[arg(long, visible_alias = "轮次", default_value_t = 1, value_name = both!("轮", "N"), help = both!("第几轮;得票相同的再票决是第 2 轮", "Which round; a tie is voted on again in round 2"))]
    round: u32,
    #[arg(long, visible_alias = "应选", required = true, value_name = both!("个", "N"), help = both!("选几个", "How many places"))]
    quota: u32,
    #[arg(long, visible_alias = "代表", required = true, value_name = both!("人数", "N"), help = both!("全体代表人数", "All deputies"))]
    deputies: u32,
    #[arg(long, visible_alias = "到会", required = true, value_name = both!("人数", "N"), help = both!("到会代表人数", "Deputies present"))]
    present: u32,
    #[arg(long, visible_alias = "发出", value_name = both!("张", "N"), help = both!("发出几张票,默认到会人数", "Ballots issued; as many as present if left out"))]
    issued: Option<u32>,
    #[arg(long, visible_alias = "收回", value_name = both!("张", "N"), help = both!("收回几张票,默认发出的张数", "Ballots returned; as many as issued if left out"))]
    returned: Option<u32>,
    #[arg(long, visible_alias = "无效", default_value_t = 0, value_name = both!("张", "N"), help = both!("无效票", "Invalid ballots"))]
    invalid: u32,
    #[arg(long, visible_alias = "得票", required = true, value_name = both!("项目=赞成/反对/弃权,…", "PROJECT=YES/NO/ABSTAINED,…"), help = both!("各项目得票: 1=50/5/0,2=40/10/5", "The votes: 1=50/5/0,2=40/10/5"))]
    votes: String,
    #[command(flatten)]
    recounting: Recounting,
    #[command(flatten)]
    pub(super) writing: Writing,
}

impl Ballot {
    pub(super) fn fact(&self, wish: &Wish) -> Parsed<Event> {
        let issued = self.issued.unwrap_or(self.present);
        Ok(event::ProjectsBalloted {
            on: wish.stamp.on,
            ballot: wish.name("BALLOT", &self.ballot)?,
            round: self.round,
            quota: self.quota,
            // The rules say it when the wish is judged.
            majority_of: MajorityOf::default(),
            deputies: self.deputies,
            present: self.present,
            issued,
            returned: self.returned.unwrap_or(issued),
            invalid: self.invalid,
            votes: wish.list(&self.votes, "--votes", votes)?,
            recount: self.recounting.why(wish)?,
        }
        .into())
    }
}

/// `1=50/5/0`: the votes of one project.
fn votes(typed: &str) -> Option<ProjectVotes> {
    let typed = terms::half_width(typed);
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let (project, counts) = typed.split_once('=')?;
    let counts: Vec<u32> = counts.split('/').map(number).collect::<Option<_>>()?;
    let [yes, no, abstained] = counts.as_slice() else {
        return None;
    };
    Some(ProjectVotes {
        project: ProjectId(number(project)?),
        yes: Some(*yes),
        no: Some(*no),
        abstained: Some(*abstained),
        outcome: None,
    })
}

/// A resolution of a village.
#[derive(Debug, ClapArgs)]
pub(super) struct Resolution {
    #[command(flatten)]
    projects: Several,
    #[arg(long, visible_alias = "村", required = true, value_name = both!("村", "VILLAGE"), help = both!("哪个村", "Which village"))]
    village: String,
    #[arg(long, visible_alias = "会议", required = true, value_name = both!("会议", "ASSEMBLY"), help = both!("村民会议 户代表会议 村民代表会议", "villagers households representatives"))]
    assembly: String,
    #[arg(long, visible_alias = "应到", required = true, value_name = both!("人数", "N"), help = both!("应到多少", "How many there are"))]
    eligible: u32,
    #[arg(long, visible_alias = "到会", required = true, value_name = both!("人数", "N"), help = both!("到会多少", "How many are present"))]
    present: u32,
    #[arg(long, visible_alias = "赞成", required = true, value_name = both!("票", "N"), help = both!("赞成多少", "How many say yes"))]
    in_favour: u32,
    #[command(flatten)]
    pub(super) writing: Writing,
}

impl Resolution {
    pub(super) fn fact(&self, wish: &Wish) -> Parsed<Event> {
        Ok(event::ProjectsResolved {
            on: wish.stamp.on,
            projects: self.projects.read(wish)?,
            village: wish.name("--village", &self.village)?,
            assembly: wish.choice(&self.assembly, "--assembly", words::parse_assembly)?,
            eligible: self.eligible,
            present: self.present,
            yes: self.in_favour,
        }
        .into())
    }
}
