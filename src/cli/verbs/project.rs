//! `project` (项目): livelihood projects, from the first wish to the caretaker.

use clap::{Args as ClapArgs, Subcommand};

use super::project_step::{Ballot, Resolution, Step, Working};
use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::wish::{Parsed, Wish};
use crate::domain::command::Command;
use crate::domain::event::{self, Event, Track};
use crate::domain::terms::{ProjectId, year_of};
use crate::report::projects;
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("民生实事项目: 征集、筛选、共商、申报、候选、票决、公布、实施、监督、验收、测评、质保、管护", "Livelihood projects: collect, screen, discuss, declare, nominate, vote, announce, carry out, accept, evaluate, keep up"),
    after_help = both!(
        "例: jianyi 项目 征集 \"和平村路灯\" --年度 2025 --民意 1-3\n    jianyi 项目 票决 2025年票决 --应选 2 --代表 60 --到会 55 --得票 1=50/5/0,2=40/10/5,3=20/30/5\n    jianyi 项目 结果 2025年票决\n    jianyi 项目 验收 1 --代表 祝晓琴 --发言 祝晓琴 --签字 祝晓琴 --群众 3 --群众发言 3 --群众签字 3\n不登记群众和管护人的姓名: 群众记人数,管护记岗位或小组。",
        "Example: jianyi project collect \"street lamps\" --year 2025 --opinions 1-3\n         jianyi project ballot BALLOT --quota 2 --deputies 60 --present 55 --votes 1=50/5/0,2=40/10/5,3=20/30/5\n         jianyi project result BALLOT\nVoters and caretakers are not named: voters are counted, a caretaker is a post or a team."
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "征集", about = both!("征集到一个项目", "A wish for a project came in"), after_help = both!("例: jianyi 项目 征集 \"和平村路灯\" --年度 2025", "Example: jianyi project collect \"street lamps\" --year 2025"))]
    Collect(Collecting),
    #[command(flatten)]
    Step(Step),
    #[command(visible_alias = "票决", about = both!("人代会票决;得票相同的写上 --round 再票决", "The congress votes; a tie is voted on again with --round"), after_help = both!("例: jianyi 项目 票决 2025年票决 --应选 2 --代表 60 --到会 55 --得票 1=50/5/0,2=40/10/5,3=20/30/5", "Example: jianyi project ballot BALLOT --quota 2 --deputies 60 --present 55 --votes 1=50/5/0,2=40/10/5,3=20/30/5"))]
    Ballot(Ballot),
    #[command(visible_alias = "村民决议", about = both!("村民会议或村民代表会议决议", "A village resolves"), after_help = both!("例: jianyi 项目 村民决议 4 --村 和平村 --会议 村民代表会议 --应到 60 --到会 50 --赞成 48", "Example: jianyi project resolve 4 --village 和平村 --assembly representatives --eligible 60 --present 50 --in-favour 48"))]
    Resolve(Resolution),
    #[command(flatten)]
    Working(Working),
    #[command(visible_alias = "列表", about = both!("列出项目和进度颜色", "List the projects with their colours"), after_help = both!("例: jianyi 项目 列表", "Example: jianyi project list"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "查看", about = both!("一个项目的全过程", "One project whole"), after_help = both!("例: jianyi 项目 查看 1", "Example: jianyi project show 1"))]
    Show {
        #[arg(value_name = both!("编号", "NUMBER"), help = both!("哪个项目", "Which one"))]
        project: u32,
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "结果", about = both!("票决结果报告单", "The result paper of a ballot"), after_help = both!("例: jianyi 项目 结果 2025年票决", "Example: jianyi project result BALLOT"))]
    Result {
        #[arg(value_name = both!("票决", "BALLOT"), help = both!("哪次票决", "Which ballot"))]
        ballot: String,
        #[command(flatten)]
        reading: Reading,
    },
}

#[derive(Debug, ClapArgs)]
struct Collecting {
    #[arg(value_name = both!("名称", "TITLE"), help = both!("项目名称", "What it is called"))]
    title: Option<String>,
    #[arg(long, visible_alias = "年度", value_name = both!("年", "YEAR"), help = both!("哪一年的项目,默认下一年", "For which year; the next one if left out"))]
    year: Option<i32>,
    #[arg(long, visible_alias = "决定方式", value_name = both!("方式", "TRACK"), help = both!("人大票决(默认)或村民决议", "congress (if left out) or village"))]
    track: Option<String>,
    #[arg(long, visible_alias = "提出单位", value_name = both!("单位", "NAME"), help = both!("哪个单位、村或小组提的", "Which unit, village or group asks for it"))]
    source: Option<String>,
    #[arg(long, visible_alias = "地点", value_name = both!("地点", "PLACE"), help = both!("在哪里", "Where"))]
    place: Option<String>,
    #[arg(long, visible_alias = "民意", value_name = both!("编号", "NUMBERS"), help = both!("来自哪些民意", "The opinions it comes from"))]
    opinions: Option<String>,
    #[arg(long, visible_alias = "内容", value_name = both!("内容", "TEXT"), help = both!("要做什么", "In words"))]
    text: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let Some(act) = &args.act else {
        return desk.read(&Reading::default(), projects::list);
    };
    match act {
        Act::Collect(args) => {
            desk.can_ask(&[("TITLE", args.title.is_none())])?;
            let title = desk.ask_text(
                "TITLE",
                args.title.as_deref(),
                both!("名称", "What it is called"),
            )?;
            desk.record(&args.writing, |wish| args.wish(wish, &title))
        }
        Act::Step(step) => desk.record(step.writing(), |wish| project(step.fact(wish)?)),
        Act::Working(step) => desk.record(step.writing(), |wish| step.wish(wish)),
        Act::Ballot(args) => desk.record(&args.writing, |wish| project(args.fact(wish)?)),
        Act::Resolve(args) => desk.record(&args.writing, |wish| project(args.fact(wish)?)),
        Act::List { reading } => desk.read(reading, projects::list),
        Act::Show { project, reading } => desk.read_checked(reading, |outlook| {
            let refused = |refusal| Failure::refused(outlook.lang, &refusal, outlook.book);
            Ok(projects::show(outlook, ProjectId(*project)).map_err(refused)?)
        }),
        Act::Result { ballot, reading } => desk.read_checked(reading, |outlook| {
            let refused = |refusal| Failure::refused(outlook.lang, &refusal, outlook.book);
            Ok(projects::result(outlook, ballot.trim()).map_err(refused)?)
        }),
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "every step ends so, after what may fail"
)]
fn project(fact: Event) -> Parsed<Command> {
    Ok(Command::Projects(Box::new(fact)))
}

impl Collecting {
    fn wish(&self, wish: &Wish, title: &str) -> Parsed<Command> {
        let track = wish.maybe_choice(self.track.as_deref(), "--track", words::parse_track)?;
        let opinions = self.opinions.as_deref();
        let opinions = opinions
            .map(|typed| wish.numbers("--opinions", typed))
            .transpose()?;
        let on = wish.stamp.on;
        project(
            event::ProjectCollected {
                on,
                project: wish.book.next_project(),
                year: self.year.unwrap_or(year_of(on) + 1),
                track: track.unwrap_or(Track::Congress),
                title: wish.title(title)?,
                source: wish.maybe_name("--source", self.source.as_deref())?,
                place: wish.maybe_name("--place", self.place.as_deref())?,
                opinions: opinions.unwrap_or_default(),
                text: wish.maybe_text("--text", self.text.as_deref())?,
            }
            .into(),
        )
    }
}
