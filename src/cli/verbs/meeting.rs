//! `meeting` (会议): meetings of the presidium and the congress, their decisions and minutes, the
//! opinions of their deliberations with their answers, and the sheet of a hand-over meeting.

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::wish::{Parsed, Wish};
use crate::domain::command::{Command, DecideWish, MeetingWish};
use crate::domain::terms::{DeliberationId, MeetingId, half_width, parse_integer};
use crate::report::meetings;
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("会议: 议程、签到、决定、纪要、审议意见和办理", "Meetings: agenda, sign-in, decisions, minutes, opinions of the deliberation and their answers"),
    after_help = both!(
        "例: jianyi 会议 通知 第十次主席团会议 --会议种类 主席团会议 --议程 确定重点督办建议\n    jianyi 会议 举行 1 --到会 李明,王强,赵刚\n    jianyi 会议 决定 1 --事项 重点督办 --内容 \"确定为重点督办\" --建议 1-3 --督办领导 李明\n    jianyi 会议 列表",
        "Example: jianyi meeting call \"tenth presidium\" --meeting-kind presidium --agenda \"pick key suggestions\"\n         jianyi meeting hold 1 --present A,B,C\n         jianyi meeting decide 1 --about key_cases --what \"picked as key\" --cases 1-3 --supervisor A\n         jianyi meeting list"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "通知", about = both!("通知一次会议", "Call a meeting"), after_help = both!("例: jianyi 会议 通知 交办会 --会议种类 交办会 --文件 交办清单", "Example: jianyi meeting call \"hand-over\" --meeting-kind hand_over --papers \"assignment list\""))]
    Call {
        #[arg(value_name = both!("名称", "TITLE"), help = both!("会议名称", "What it is called"))]
        title: Option<String>,
        #[arg(long, visible_alias = "会议种类", value_name = both!("种类", "KIND"), help = both!("主席团会议(默认)、人代会、常委会、交办会", "presidium (if left out), congress, standing_committee, hand_over"))]
        meeting_kind: Option<String>,
        #[arg(long, visible_alias = "开会日期", value_name = both!("日期", "DATE"), help = both!("哪一天开,默认当天", "Its day; the day of the entry if left out"))]
        day: Option<String>,
        #[arg(long, visible_alias = "地点", value_name = both!("地点", "PLACE"), help = both!("在哪里", "Where"))]
        place: Option<String>,
        #[arg(long, visible_alias = "议程", value_name = both!("议题", "ITEM"), help = both!("一项议题,可以写多次", "An item of the agenda; may be given several times"))]
        agenda: Vec<String>,
        #[arg(long, visible_alias = "文件", value_name = both!("文件", "PAPER"), help = both!("会议文件,可以写多次", "A paper of the meeting; may be given several times"))]
        papers: Vec<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(flatten)]
    Step(Step),
    #[command(visible_alias = "列表", about = both!("列出会议", "List the meetings"), after_help = both!("例: jianyi 会议 列表", "Example: jianyi meeting list"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "查看", about = both!("一次会议的全部内容", "One meeting whole"), after_help = both!("例: jianyi 会议 查看 1", "Example: jianyi meeting show 1"))]
    Show {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "签到表", about = both!("交办会签到表: 单位、件数、负责人、签到", "The sign-in sheet of a hand-over meeting"), after_help = both!("例: jianyi 会议 签到表 1", "Example: jianyi meeting sheet 1"))]
    Sheet {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        reading: Reading,
    },
}

/// A step of a meeting on record.
#[derive(Debug, Subcommand)]
enum Step {
    #[command(visible_alias = "举行", about = both!("会议开了: 到会、单位签到、缺席", "It was held: who was there, which units signed in"), after_help = both!("例: jianyi 会议 举行 1 --到会 李明 --签到单位 农业服务中心", "Example: jianyi meeting hold 1 --present A --units 农业服务中心"))]
    Hold {
        #[command(flatten)]
        which: Which,
        #[arg(long, visible_alias = "到会", value_name = both!("姓名,姓名", "NAMES"), help = both!("到会的人", "Who was there"))]
        present: Option<String>,
        #[arg(long, visible_alias = "签到单位", value_name = both!("单位,单位", "UNITS"), help = both!("签到的承办单位", "Which units signed in"))]
        units: Option<String>,
        #[arg(long, visible_alias = "缺席", value_name = both!("姓名,姓名", "NAMES"), help = both!("缺席的人", "Who was absent"))]
        absent: Option<String>,
        #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("说明", "In words"))]
        note: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "决定", about = both!("会议决定;重点督办、研究处理、项目调整同时生效", "It decided; key cases, adjudications and project changes take effect with it"), after_help = both!("例: jianyi 会议 决定 1 --事项 其他 --内容 \"听取办理情况报告\" --表决 3/0/0", "Example: jianyi meeting decide 1 --about other --what \"heard the report\" --votes 3/0/0"))]
    Decide(Deciding),
    #[command(visible_alias = "纪要", about = both!("会议纪要", "Its minutes"), after_help = both!("例: jianyi 会议 纪要 1 --内容 \"会议听取了办理情况\" --签发人 李明", "Example: jianyi meeting minutes 1 --text \"the meeting heard the report\" --signer A"))]
    Minutes {
        #[command(flatten)]
        which: Which,
        #[arg(long, visible_alias = "内容", required = true, value_name = both!("内容", "TEXT"), help = both!("纪要内容", "The minutes"))]
        text: String,
        #[arg(long, visible_alias = "签发人", value_name = both!("姓名", "NAME"), help = both!("签发人", "Signer"))]
        signer: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "审议意见", about = both!("一条审议意见,交给单位研究处理", "An opinion of the deliberation goes to a unit"), after_help = both!("例: jianyi 会议 审议意见 1 --单位 农业服务中心 --内容 \"加快进度\" --期限 2024-07-31", "Example: jianyi meeting deliberate 1 --unit 农业服务中心 --text \"be quicker\" --due 2024-07-31"))]
    Deliberate {
        #[command(flatten)]
        which: Which,
        #[arg(long, visible_alias = "单位", required = true, value_name = both!("单位", "UNIT"), help = both!("交给哪个单位", "To which unit"))]
        unit: String,
        #[arg(long, visible_alias = "内容", required = true, value_name = both!("内容", "TEXT"), help = both!("审议意见", "The opinion"))]
        text: String,
        #[arg(long, visible_alias = "期限", value_name = both!("日期", "DATE"), help = both!("哪一天前答复,默认按办法", "To be answered by; the rule's limit if left out"))]
        due: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "答复", about = both!("单位对审议意见的答复", "The unit's answer to an opinion of the deliberation"), after_help = both!("例: jianyi 会议 答复 1 --内容 \"已经落实\"", "Example: jianyi meeting answer 1 --text \"done\""))]
    Answer {
        #[arg(value_name = both!("编号", "NUMBER"), help = both!("哪条审议意见", "Which opinion"))]
        deliberation: u32,
        #[arg(long, visible_alias = "内容", required = true, value_name = both!("内容", "TEXT"), help = both!("怎样办的", "What was done"))]
        text: String,
        #[command(flatten)]
        writing: Writing,
    },
}

#[derive(Debug, ClapArgs)]
struct Which {
    #[arg(value_name = both!("编号", "NUMBER"), help = both!("哪次会议", "Which meeting"))]
    meeting: u32,
}

#[derive(Debug, ClapArgs)]
struct Deciding {
    #[command(flatten)]
    which: Which,
    #[arg(long, visible_alias = "事项", value_name = both!("事项", "ABOUT"), help = both!("重点督办、研究处理、项目调整、其他(默认)", "key_cases, adjudication, project_change, other (if left out)"))]
    about: Option<String>,
    #[arg(long, visible_alias = "内容", required = true, value_name = both!("内容", "TEXT"), help = both!("决定的内容", "What was decided"))]
    what: String,
    #[arg(long, visible_alias = "建议", value_name = both!("编号", "CASES"), help = both!("关于哪些建议", "On which suggestions"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "项目", value_name = both!("编号", "NUMBERS"), help = both!("关于哪些项目", "On which projects"))]
    projects: Option<String>,
    #[arg(long, visible_alias = "表决", value_name = both!("赞成/反对/弃权", "YES/NO/ABSTAINED"), help = both!("票数: 12/1/0", "Votes: 12/1/0"))]
    votes: Option<String>,
    #[arg(long, visible_alias = "督办领导", value_name = both!("姓名", "NAME"), help = both!("重点督办的督办领导", "The supervising leader of key cases"))]
    supervisor: Option<String>,
    #[arg(long, visible_alias = "新内容", value_name = both!("内容", "TEXT"), help = both!("项目调整以后建什么", "What is built after the change"))]
    content: Option<String>,
    #[arg(long, visible_alias = "投资", value_name = both!("万元", "AMOUNT"), help = both!("项目调整以后的投资(万元)", "The new budget (10,000 yuan)"))]
    budget: Option<String>,
    #[arg(long, visible_alias = "期限", value_name = both!("日期", "DATE"), help = both!("项目调整以后的期限", "The new day"))]
    due: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let Some(act) = &args.act else {
        return desk.read(&Reading::default(), meetings::list);
    };
    match act {
        Act::Call { title, writing, .. } => {
            desk.can_ask(&[("TITLE", title.is_none())])?;
            let title = desk.ask_text("TITLE", title.as_deref(), both!("会议名称", "Title"))?;
            desk.record(writing, |wish| {
                Ok(Command::Meetings(act.call(wish, &title)?))
            })
        }
        Act::Step(step) => desk.record(step.writing(), |wish| {
            Ok(Command::Meetings(step.wish(wish)?))
        }),
        Act::List { reading } => desk.read(reading, meetings::list),
        Act::Show { which, reading } => desk.read_checked(reading, |outlook| {
            let refused = |refusal| Failure::refused(outlook.lang, &refusal, outlook.book);
            Ok(meetings::show(outlook, which.id()).map_err(refused)?)
        }),
        Act::Sheet { which, reading } => desk.read_checked(reading, |outlook| {
            let refused = |refusal| Failure::refused(outlook.lang, &refusal, outlook.book);
            Ok(meetings::sign_in(outlook, which.id()).map_err(refused)?)
        }),
    }
}

impl Which {
    fn id(&self) -> MeetingId {
        MeetingId(self.meeting)
    }
}

impl Act {
    fn call(&self, wish: &Wish, title: &str) -> Parsed<MeetingWish> {
        let Self::Call {
            meeting_kind,
            day,
            place,
            agenda,
            papers,
            ..
        } = self
        else {
            return wish.present("TITLE", None);
        };
        let kind = meeting_kind.as_deref().unwrap_or("presidium");
        Ok(MeetingWish::Call {
            kind: wish.choice(kind, "--meeting-kind", words::parse_meeting_kind)?,
            title: wish.title(title)?,
            day: wish.maybe_date("--day", day.as_deref())?,
            place: wish.maybe_name("--place", place.as_deref())?,
            agenda: wish.texts("--agenda", agenda)?,
            papers: wish.texts("--papers", papers)?,
        })
    }
}

impl Step {
    fn writing(&self) -> &Writing {
        match self {
            Self::Hold { writing, .. }
            | Self::Minutes { writing, .. }
            | Self::Deliberate { writing, .. }
            | Self::Answer { writing, .. } => writing,
            Self::Decide(deciding) => &deciding.writing,
        }
    }

    fn wish(&self, wish: &Wish) -> Parsed<MeetingWish> {
        Ok(match self {
            Self::Hold {
                which,
                present,
                units,
                absent,
                note,
                ..
            } => MeetingWish::Hold {
                meeting: which.id(),
                present: wish.names("--present", present.as_deref())?,
                units: wish.names("--units", units.as_deref())?,
                absent: wish.names("--absent", absent.as_deref())?,
                note: wish.maybe_text("--note", note.as_deref())?,
            },
            Self::Decide(deciding) => MeetingWish::Decide(Box::new(deciding.wish(wish)?)),
            Self::Minutes {
                which,
                text,
                signer,
                ..
            } => MeetingWish::Minute {
                meeting: which.id(),
                text: wish.text("--text", text)?,
                signer: wish.maybe_name("--signer", signer.as_deref())?,
            },
            Self::Deliberate {
                which,
                unit,
                text,
                due,
                ..
            } => MeetingWish::Deliberate {
                meeting: which.id(),
                unit: wish.name("--unit", unit)?,
                text: wish.text("--text", text)?,
                due: wish.maybe_date("--due", due.as_deref())?,
            },
            Self::Answer {
                deliberation, text, ..
            } => MeetingWish::Answer {
                deliberation: DeliberationId(*deliberation),
                text: wish.text("--text", text)?,
            },
        })
    }
}

impl Deciding {
    fn wish(&self, wish: &Wish) -> Parsed<DecideWish> {
        let about = self.about.as_deref().unwrap_or("other");
        let cases = self.cases.as_deref().map(|typed| wish.cases(typed));
        let projects = self.projects.as_deref();
        let projects = projects.map(|typed| wish.numbers("--projects", typed));
        let budget = self.budget.as_deref();
        Ok(DecideWish {
            meeting: self.which.id(),
            about: wish.choice(about, "--about", words::parse_decision)?,
            what: wish.text("--what", &self.what)?,
            cases: cases.transpose()?.unwrap_or_default(),
            projects: projects.transpose()?.unwrap_or_default(),
            votes: wish.maybe(self.votes.as_deref(), "--votes", votes)?,
            supervisor: wish.maybe_name("--supervisor", self.supervisor.as_deref())?,
            content: wish.maybe_text("--content", self.content.as_deref())?,
            budget: budget
                .map(|typed| wish.amount("--budget", typed))
                .transpose()?,
            due: wish.maybe_date("--due", self.due.as_deref())?,
        })
    }
}

/// `12/1/0`
fn votes(typed: &str) -> Option<(u32, u32, u32)> {
    let typed = half_width(typed);
    let mut parts = typed.split('/').map(|part| {
        let part = part.trim();
        (part == "0").then_some(0).or_else(|| parse_integer(part))
    });
    let votes = (parts.next()??, parts.next()??, parts.next()??);
    parts.next().is_none().then_some(votes)
}
