//! `activity` (活动): deputies' activities, planned and held, who came, and what they brought.

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Reading, Recounting, Writing};
use crate::cli::choices::Kind;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::wish::{Parsed, Wish};
use crate::domain::command::{ActivityWish, Command, HoldWish, PlanWish};
use crate::domain::terms::{ActivityId, Date};
use crate::report::activities::{self, Appointment};
use crate::report::letters;
use crate::{paper, words};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("活动: 培训、接待日、小组活动、视察、述职、局长进站、走访,计划、出席、成果", "Activities: trainings, reception days, group activities, inspections, reports, visits; planned, held, what they brought"),
    after_help = both!(
        "例: jianyi 活动 安排 \"5月接待日\" --种类 接待日 --哪天 2024-05-10 --地点 和平村代表之家 --邀请 祝晓琴、凌钦泽\n    jianyi 活动 举行 1 --出席 祝晓琴 --其他人数 12 --请假 凌钦泽\n    jianyi 活动 成果 1 接待选民 12 人\n    jianyi 活动 日历 -o 活动.ics",
        "Example: jianyi activity plan \"May reception\" --kind reception_day --day 2024-05-10 --invited 祝晓琴,凌钦泽\n         jianyi activity hold 1 --attended 祝晓琴 --others 12 --leave 凌钦泽\n         jianyi activity count 1 voters 12 people\n         jianyi activity calendar -o activities.ics"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "安排", about = both!("安排一次活动;已经举行的可以连出席一起记", "Plan an activity; one that was held already is recorded whole"), after_help = both!("例: jianyi 活动 安排 \"5月接待日\" --种类 接待日 --哪天 2024-05-10 --邀请 祝晓琴", "Example: jianyi activity plan \"May reception\" --kind reception_day --day 2024-05-10 --invited 祝晓琴"))]
    Plan(Planning),
    #[command(flatten)]
    Step(Step),
    #[command(visible_alias = "列表", about = both!("列出活动", "List the activities"), after_help = both!("例: jianyi 活动 列表", "Example: jianyi activity list"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "查看", about = both!("一次活动的全部记录", "One activity whole"), after_help = both!("例: jianyi 活动 查看 1", "Example: jianyi activity show 1"))]
    Show {
        #[arg(value_name = both!("编号", "NUMBER"), help = both!("哪一次", "Which one"))]
        activity: u32,
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "邀请", about = both!("邀请函: 接待日写给选民,其他活动写给每位代表", "Invitations: to the voters for a reception day, to each deputy who is invited"), after_help = both!("例: jianyi 活动 邀请 1 -o 邀请函/", "Example: jianyi activity invite 1 -o invitations/"))]
    Invite {
        #[arg(value_name = both!("编号", "NUMBERS"), help = both!("哪几次: 3 或 1-4,7", "Which ones: 3 or 1-4,7"))]
        activities: String,
        #[arg(long, visible_alias = "模板", value_name = both!("文件", "FILE"), help = both!("本单位的红头模板 .docx", "The office's own red-headed .docx"))]
        template: Option<String>,
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "日历", about = both!("导出日历文件 .ics", "Write a calendar file .ics"), after_help = both!("例: jianyi 活动 日历 -o 活动.ics", "Example: jianyi activity calendar -o activities.ics"))]
    Calendar {
        #[command(flatten)]
        reading: Reading,
    },
}

/// A step of an activity on record.
#[derive(Debug, Subcommand)]
enum Step {
    #[command(visible_alias = "举行", alias = "签到", about = both!("已经举行: 谁出席、多少人、谁请假", "It was held: who came, how many, who was on leave"), after_help = both!("例: jianyi 活动 举行 1 --出席 祝晓琴 --其他人数 12", "Example: jianyi activity hold 1 --attended 祝晓琴 --others 12"))]
    Hold {
        #[command(flatten)]
        activity: Which,
        #[command(flatten)]
        held: Holding,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "取消", about = both!("取消", "Call it off"), after_help = both!("例: jianyi 活动 取消 1 --理由 \"防汛\"", "Example: jianyi activity cancel 1 --why \"flood watch\""))]
    Cancel {
        #[command(flatten)]
        activity: Which,
        #[arg(long, visible_alias = "理由", required = true, value_name = both!("理由", "WHY"), help = both!("为什么", "Why"))]
        why: String,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "成果", about = both!("成果数字: 走访选民 300 人", "What it brought, in figures: voters 300 people"), after_help = both!("例: jianyi 活动 成果 1 接待选民 12 人", "Example: jianyi activity count 1 voters 12 people"))]
    Count {
        #[command(flatten)]
        activity: Which,
        #[arg(value_name = both!("事项", "WHAT"), help = both!("什么", "Of what"))]
        what: String,
        #[arg(value_name = both!("数量", "AMOUNT"), help = both!("多少", "How much"))]
        amount: String,
        #[arg(value_name = both!("单位", "MEASURE"), help = both!("计量单位", "In which measure"))]
        measure: String,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "评价", about = both!("代表评价到场报告的单位,只记各档票数", "How the deputies rated a unit there: counts only"), after_help = both!("例: jianyi 活动 评价 1 --单位 农业服务中心 --满意 1", "Example: jianyi activity rate 1 --unit 农业服务中心 --satisfied 1"))]
    Rate {
        #[command(flatten)]
        activity: Which,
        #[arg(long, visible_alias = "单位", required = true, value_name = both!("单位", "UNIT"), help = both!("评价哪个单位", "Which unit"))]
        unit: String,
        #[arg(long, visible_alias = "满意", default_value_t = 0, value_name = both!("票", "N"), help = both!("满意几票", "Satisfied"))]
        satisfied: u32,
        #[arg(long, visible_alias = "基本满意", default_value_t = 0, value_name = both!("票", "N"), help = both!("基本满意几票", "Mostly satisfied"))]
        mostly: u32,
        #[arg(long, visible_alias = "不满意", default_value_t = 0, value_name = both!("票", "N"), help = both!("不满意几票", "Dissatisfied"))]
        dissatisfied: u32,
        #[command(flatten)]
        recounting: Recounting,
        #[command(flatten)]
        writing: Writing,
    },
}

#[derive(Debug, ClapArgs)]
struct Which {
    #[arg(value_name = both!("编号", "NUMBER"), help = both!("哪一次活动", "Which activity"))]
    activity: u32,
}

#[derive(Debug, ClapArgs)]
struct Holding {
    #[arg(long, visible_alias = "出席", value_name = both!("姓名,姓名", "NAMES"), help = both!("出席的代表", "Deputies who came"))]
    attended: Option<String>,
    #[arg(long, visible_alias = "其他人数", value_name = both!("人数", "COUNT"), help = both!("代表以外来了多少人", "How many others came"))]
    others: Option<u32>,
    #[arg(long, visible_alias = "请假", value_name = both!("姓名,姓名", "NAMES"), help = both!("请假的代表", "Deputies on leave"))]
    leave: Option<String>,
    #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("情况", "In words"))]
    note: Option<String>,
}

impl Holding {
    fn read(&self, wish: &Wish) -> Parsed<HoldWish> {
        Ok(HoldWish {
            attended: wish.deputies("--attended", self.attended.as_deref())?,
            others: self.others,
            leave: wish.deputies("--leave", self.leave.as_deref())?,
            note: wish.maybe_text("--note", self.note.as_deref())?,
        })
    }
}

#[derive(Debug, ClapArgs)]
struct Planning {
    #[arg(value_name = both!("名称", "TITLE"), help = both!("活动名称", "What it is called"))]
    title: Option<String>,
    #[arg(id = "activity_kind", long = "kind", visible_alias = "种类", value_name = both!("种类", "KIND"), help = both!("代表培训 承办培训 接待日 小组活动 视察 调研 述职 局长进站 部门报告 大会发言 走访联系户", "training clerk_training reception_day group_activity inspection research voter_report station_visit unit_report speech household_visit"))]
    kind: Option<String>,
    #[arg(long, visible_alias = "哪天", value_name = both!("日期", "DATE"), help = both!("哪一天举行,默认记录的那天", "Its day; the day of the entry if left out"))]
    day: Option<String>,
    #[arg(long, visible_alias = "止于", value_name = both!("日期", "DATE"), help = both!("几天的活动,最后一天", "Its last day"))]
    last: Option<String>,
    #[arg(long, visible_alias = "地点", value_name = both!("地点", "PLACE"), help = both!("在哪里", "Where"))]
    place: Option<String>,
    #[arg(long, visible_alias = "小组", value_name = both!("小组", "GROUP"), help = both!("哪个代表小组的活动", "Of which group"))]
    group: Option<String>,
    #[arg(long, visible_alias = "邀请", value_name = both!("姓名,姓名", "NAMES"), help = both!("邀请的代表", "Deputies invited"))]
    invited: Option<String>,
    #[command(flatten)]
    held: Holding,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let Some(act) = &args.act else {
        return desk.read(&Reading::default(), activities::list);
    };
    match act {
        Act::Plan(args) => plan(args, desk),
        Act::Step(step) => {
            let writing = step.writing_of_its_day(desk)?;
            desk.record(&writing, |wish| Ok(Command::Activities(step.wish(wish)?)))
        }
        Act::List { reading } => desk.read(reading, activities::list),
        Act::Show { activity, reading } => desk.read_checked(reading, |outlook| {
            let refused = |refusal| Failure::refused(outlook.lang, &refusal, outlook.book);
            Ok(activities::show(outlook, ActivityId(*activity)).map_err(refused)?)
        }),
        Act::Invite {
            activities,
            template,
            reading,
        } => {
            let activities: Vec<ActivityId> = desk.numbers("NUMBERS", activities)?;
            let post = desk.look(reading, |outlook| {
                let refused = |refusal| Failure::refused(outlook.lang, &refusal, outlook.book);
                Ok(letters::invitations(outlook, &activities).map_err(refused)?)
            })?;
            desk.send(&post, template.as_deref())
        }
        Act::Calendar { reading } => {
            let appointments = desk.look(reading, |outlook| Ok(activities::calendar(outlook)))?;
            let appointments = match desk.shows_numbers() {
                true => appointments,
                false => appointments.into_iter().map(Appointment::masked).collect(),
            };
            desk.hand_out(&paper::ics(&appointments))
        }
    }
}

fn plan(args: &Planning, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("TITLE", args.title.is_none()),
        ("--kind", args.kind.is_none()),
    ])?;
    let title = desk.ask_text(
        "TITLE",
        args.title.as_deref(),
        both!("名称", "What it is called"),
    )?;
    let kind = desk.ask_known(
        Kind::ActivityType,
        "--kind",
        args.kind.as_deref(),
        both!("种类", "Kind"),
    )?;
    let told = &args.held;
    let is_held = told.attended.is_some() || told.others.is_some() || told.leave.is_some();
    let day = args.day.as_deref().filter(|_| args.writing.on.is_none());
    let day = day.map(|day| desk.date("--day", day)).transpose()?;
    let writing = on_a_past_day(&args.writing, day, desk);
    desk.record(&writing, |wish| {
        Ok(Command::Activities(ActivityWish::Plan(PlanWish {
            kind: wish.choice(&kind, "--kind", words::parse_activity_kind)?,
            title: wish.title(&title)?,
            day: wish.maybe_date("--day", args.day.as_deref())?,
            last: wish.maybe_date("--last", args.last.as_deref())?,
            place: wish.maybe_name("--place", args.place.as_deref())?,
            group: wish.maybe_name("--group", args.group.as_deref())?,
            invited: wish.deputies("--invited", args.invited.as_deref())?,
            held: is_held.then(|| told.read(wish)).transpose()?,
        })))
    })
}

/// What is recorded after its day, and names no other, is recorded of that day.
fn on_a_past_day(writing: &Writing, day: Option<Date>, desk: &Desk) -> Writing {
    let past = day.filter(|day| *day < desk.today());
    let on = writing.on.clone().or(past.map(|day| day.to_string()));
    Writing {
        on,
        ..writing.clone()
    }
}

impl Step {
    /// An activity was held on the day it was planned for, unless another one is named.
    fn writing_of_its_day(&self, desk: &mut Desk) -> anyhow::Result<Writing> {
        let writing = self.writing();
        let Self::Hold { activity, .. } = self else {
            return Ok(writing.clone());
        };
        let id = ActivityId(activity.activity);
        let day = desk.look(&Reading::default(), |outlook| {
            Ok(outlook.book.activities().get(id).map(|known| known.day()))
        })?;
        Ok(on_a_past_day(writing, day, desk))
    }

    fn writing(&self) -> &Writing {
        match self {
            Self::Hold { writing, .. }
            | Self::Cancel { writing, .. }
            | Self::Count { writing, .. }
            | Self::Rate { writing, .. } => writing,
        }
    }

    fn wish(&self, wish: &Wish) -> Parsed<ActivityWish> {
        let id = |which: &Which| ActivityId(which.activity);
        Ok(match self {
            Self::Hold { activity, held, .. } => ActivityWish::Hold {
                activity: id(activity),
                held: held.read(wish)?,
            },
            Self::Cancel { activity, why, .. } => ActivityWish::Cancel {
                activity: id(activity),
                why: wish.text("--why", why)?,
            },
            Self::Count {
                activity,
                what,
                amount,
                measure,
                ..
            } => ActivityWish::Count {
                activity: id(activity),
                what: wish.name("WHAT", what)?,
                amount: wish.amount("AMOUNT", amount)?,
                measure: wish.name("MEASURE", measure)?,
            },
            Self::Rate {
                activity,
                unit,
                satisfied,
                mostly,
                dissatisfied,
                recounting,
                ..
            } => ActivityWish::Rate {
                activity: id(activity),
                unit: wish.name("--unit", unit)?,
                satisfied: *satisfied,
                mostly: *mostly,
                dissatisfied: *dissatisfied,
                recount: recounting.why(wish)?,
            },
        })
    }
}
