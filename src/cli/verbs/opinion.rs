//! `opinion` (民意): citizens' opinions from the day they are heard to what became of them.

use clap::{Args as ClapArgs, Subcommand};

use super::citizen;
use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::choices::Kind;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::wish::{Parsed, Wish};
use crate::domain::command::{CollectWish, Command, OpinionWish, SaidBy};
use crate::domain::terms::{CitizenId, OpinionId};
use crate::report::opinions;
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("民意: 听取、答复、转交、小组讨论、转为建议、报送立法机关", "Opinions of citizens: heard, answered, passed on, talked over, raised as suggestions, sent to a legislature"),
    after_help = both!(
        "例: jianyi 民意 登记 \"三组路灯不亮\" --渠道 接待日 --家站 和平村代表之家 --收集人 祝晓琴\n    jianyi 民意 转为建议 1-3 --建议 17\n    jianyi 民意 列表\n群众的姓名和电话不写进内容: 用 --群众 另存,记录里只留编号,可以抹除。",
        "Example: jianyi opinion add \"street lamps are out\" --channel reception_day --collector 祝晓琴\n         jianyi opinion raise 1-3 --cases 17\n         jianyi opinion list\nNames and phones of citizens do not belong into the text: --citizen keeps them apart, by number."
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "登记", about = both!("登记一条民意(内容里不写群众姓名)", "Enter an opinion (without the citizen's name)"), after_help = both!("例: jianyi 民意 登记 \"三组路灯不亮\" --渠道 接待日 --收集人 祝晓琴", "Example: jianyi opinion add \"street lamps are out\" --channel reception_day --collector 祝晓琴"))]
    Add(Adding),
    #[command(flatten)]
    Step(Step),
    #[command(visible_alias = "列表", about = both!("列出民意", "List the opinions"), after_help = both!("例: jianyi 民意 列表", "Example: jianyi opinion list"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "查看", about = both!("一条民意的全过程", "One opinion whole"), after_help = both!("例: jianyi 民意 查看 1", "Example: jianyi opinion show 1"))]
    Show {
        #[arg(value_name = both!("编号", "NUMBER"), help = both!("哪一条", "Which one"))]
        opinion: u32,
        #[command(flatten)]
        reading: Reading,
    },
}

/// A step of opinions on record.
#[derive(Debug, Subcommand)]
enum Step {
    #[command(visible_alias = "答复", about = both!("已经答复群众", "Those who said it have their answer"), after_help = both!("例: jianyi 民意 答复 1 --内容 \"已经修好\"", "Example: jianyi opinion answer 1 --text \"mended\""))]
    Answer {
        #[command(flatten)]
        opinions: Which,
        #[arg(long, visible_alias = "答复人", value_name = both!("谁", "NAME"), help = both!("谁答复的", "Who answered"))]
        answered_by: Option<String>,
        #[arg(long, visible_alias = "内容", required = true, value_name = both!("内容", "TEXT"), help = both!("怎样答复的", "The answer"))]
        text: String,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "转交", about = both!("转交单位办理", "Pass on to somebody who is to answer"), after_help = both!("例: jianyi 民意 转交 1 --单位 农业服务中心", "Example: jianyi opinion pass 1 --to 农业服务中心"))]
    Pass {
        #[command(flatten)]
        opinions: Which,
        #[arg(long, visible_alias = "单位", required = true, value_name = both!("单位", "NAME"), help = both!("转给谁", "To whom"))]
        to: String,
        #[arg(long, visible_alias = "期限", value_name = both!("日期", "DATE"), help = both!("哪一天前答复", "To be answered by"))]
        due: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "讨论", about = both!("代表小组讨论", "A group of deputies talked them over"), after_help = both!("例: jianyi 民意 讨论 1-3 --小组 第一小组 --参加人 祝晓琴", "Example: jianyi opinion discuss 1-3 --group GROUP-1 --people 祝晓琴"))]
    Discuss {
        #[command(flatten)]
        opinions: Which,
        #[arg(long, visible_alias = "小组", required = true, value_name = both!("小组", "GROUP"), help = both!("哪个代表小组", "Which group"))]
        group: String,
        #[arg(long, visible_alias = "参加人", value_name = both!("姓名,姓名", "NAMES"), help = both!("参加讨论的代表", "Deputies who took part"))]
        people: Option<String>,
        #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("讨论的意见", "What it came to"))]
        note: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "转为建议", about = both!("转为建议: 几条合成一件,或一条分成几件", "They became suggestions: several one, or one several"), after_help = both!("例: jianyi 民意 转为建议 1-3 --建议 17", "Example: jianyi opinion raise 1-3 --cases 17"))]
    Raise {
        #[command(flatten)]
        opinions: Which,
        #[arg(long, visible_alias = "建议", required = true, value_name = both!("编号", "CASES"), help = both!("已经提交的建议", "Suggestions on record"))]
        cases: String,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "报送", about = both!("就一部法规草案报送一条立法建议", "Send one proposal on a draft law to a legislature"), after_help = both!("例: jianyi 民意 报送 1-3 --报给 市人大法工委 --草案 物业管理条例 --立法建议 \"写明维修时限\"", "Example: jianyi opinion forward 1-3 --to legislature --draft \"the draft law\" --proposal \"set a limit\""))]
    Forward {
        #[command(flatten)]
        opinions: Which,
        #[arg(long, visible_alias = "报给", required = true, value_name = both!("机关", "NAME"), help = both!("报给哪个立法机关", "Which legislature"))]
        to: String,
        #[arg(long, visible_alias = "草案", value_name = both!("名称", "NAME"), help = both!("哪部草案;登记时写过就不用再写", "Which draft; the one they are about if left out"))]
        draft: Option<String>,
        #[arg(long, visible_alias = "立法建议", required = true, value_name = both!("内容", "TEXT"), help = both!("建议的内容", "The proposal"))]
        proposal: String,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "去向", about = both!("转交、转为建议或报送以后的结果", "What became of it where it went"), after_help = both!("例: jianyi 民意 去向 1 --结果 \"已经安装\"", "Example: jianyi opinion settle 1 --outcome \"installed\""))]
    Settle {
        #[command(flatten)]
        opinions: Which,
        #[arg(long, visible_alias = "结果", required = true, value_name = both!("结果", "TEXT"), help = both!("怎样办的", "What was done"))]
        outcome: String,
        #[arg(long, visible_alias = "采纳", value_name = both!("是/否", "yes|no"), help = both!("是否采纳", "Whether it was adopted"))]
        adopted: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
}

#[derive(Debug, ClapArgs)]
struct Which {
    #[arg(value_name = both!("编号", "NUMBERS"), help = both!("哪些民意: 3 或 1-4,7", "Which opinions: 3 or 1-4,7"))]
    opinions: String,
}

impl Which {
    fn read(&self, wish: &Wish) -> Parsed<Vec<OpinionId>> {
        wish.numbers("NUMBERS", &self.opinions)
    }
}

#[derive(Debug, ClapArgs)]
struct Adding {
    #[arg(value_name = both!("内容", "TEXT"), help = both!("群众反映的内容", "What was said"))]
    text: Option<String>,
    #[arg(id = "heard_by", long = "channel", visible_alias = "渠道", value_name = both!("渠道", "CHANNEL"), help = both!("接待日 院坝会 走访 问卷 意见箱 网上", "reception_day courtyard_meeting visit questionnaire letter_box online"))]
    channel: Option<String>,
    #[arg(long, visible_alias = "地点", value_name = both!("地点", "PLACE"), help = both!("在哪里", "Where"))]
    place: Option<String>,
    #[arg(long, visible_alias = "家站", value_name = both!("家站", "STATION"), help = both!("代表之家、代表站、联系点", "Home, station or contact point"))]
    station: Option<String>,
    #[arg(long, visible_alias = "收集人", value_name = both!("代表", "DEPUTY"), help = both!("哪位代表收集的", "Which deputy heard it"))]
    collector: Option<String>,
    #[arg(long, visible_alias = "类别", value_name = both!("类别", "CATEGORY"), help = both!("类别", "Category"))]
    category: Option<String>,
    #[arg(long, visible_alias = "草案", value_name = both!("名称", "DRAFT"), help = both!("对哪部法规草案的意见", "The draft law it is about"))]
    draft: Option<String>,
    #[arg(long, visible_alias = "群众", value_name = both!("姓名", "NAME"), help = both!("谁反映的;姓名另存,不进记录", "Who said it; the name is kept apart"))]
    citizen: Option<String>,
    #[arg(long, visible_alias = "群众电话", requires = "citizen", value_name = both!("号码", "PHONE"), help = both!("群众的电话,另存", "The citizen's phone, kept apart"))]
    citizen_phone: Option<String>,
    #[arg(long, visible_alias = "群众住址", requires = "citizen", value_name = both!("住址", "ADDRESS"), help = both!("群众的住址,另存", "The citizen's address, kept apart"))]
    citizen_address: Option<String>,
    #[arg(long, visible_alias = "群众编号", conflicts_with = "citizen", value_name = both!("编号", "NUMBER"), help = both!("登记过的群众", "A citizen on record"))]
    citizen_no: Option<u32>,
    #[arg(long, visible_alias = "当场答复", value_name = both!("内容", "TEXT"), help = both!("当场怎样答复的", "Answered on the spot"))]
    answer: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let Some(act) = &args.act else {
        return desk.read(&Reading::default(), opinions::list);
    };
    match act {
        Act::Add(args) => add(args, desk),
        Act::List { reading } => desk.read(reading, opinions::list),
        Act::Show { opinion, reading } => desk.read_checked(reading, |outlook| {
            let refused = |refusal| Failure::refused(outlook.lang, &refusal, outlook.book);
            Ok(opinions::show(outlook, OpinionId(*opinion)).map_err(refused)?)
        }),
        Act::Step(step) => desk.record(step.writing(), |wish| {
            Ok(Command::Opinions(step.wish(wish)?))
        }),
    }
}

fn add(args: &Adding, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("TEXT", args.text.is_none()),
        ("--channel", args.channel.is_none()),
    ])?;
    let text = desk.ask_text("TEXT", args.text.as_deref(), both!("内容", "What was said"))?;
    let channel = desk.ask_known(
        Kind::Channel,
        "--channel",
        args.channel.as_deref(),
        both!("渠道", "Heard by"),
    )?;
    citizen::record(desk, &args.writing, |wish, row| {
        let known = (
            args.citizen.as_deref(),
            args.citizen_phone.as_deref(),
            args.citizen_address.as_deref(),
        );
        let said_by = match (args.citizen_no, args.citizen.is_some()) {
            (Some(number), _) => Some(SaidBy::Known(CitizenId(number))),
            (None, false) => None,
            (None, true) => {
                let particulars = citizen::particulars(wish, known)?;
                Some(SaidBy::New(citizen::sealed(wish, particulars, row)?))
            }
        };
        Ok(Command::Opinions(OpinionWish::Collect(CollectWish {
            citizen: said_by,
            channel: wish.choice(&channel, "--channel", words::parse_channel)?,
            place: wish.maybe_name("--place", args.place.as_deref())?,
            station: wish.maybe_name("--station", args.station.as_deref())?,
            collector: wish.maybe_deputy("--collector", args.collector.as_deref())?,
            category: wish.maybe_name("--category", args.category.as_deref())?,
            draft: wish.maybe_name("--draft", args.draft.as_deref())?,
            text: wish.text("TEXT", &text)?,
            answer: wish.maybe_text("--answer", args.answer.as_deref())?,
        })))
    })
}

impl Step {
    fn writing(&self) -> &Writing {
        match self {
            Self::Answer { writing, .. }
            | Self::Pass { writing, .. }
            | Self::Discuss { writing, .. }
            | Self::Raise { writing, .. }
            | Self::Forward { writing, .. }
            | Self::Settle { writing, .. } => writing,
        }
    }

    fn wish(&self, wish: &Wish) -> Parsed<OpinionWish> {
        Ok(match self {
            Self::Answer {
                opinions,
                answered_by,
                text,
                ..
            } => OpinionWish::Answer {
                opinions: opinions.read(wish)?,
                by: wish.maybe_name("--answered-by", answered_by.as_deref())?,
                text: wish.text("--text", text)?,
            },
            Self::Pass {
                opinions, to, due, ..
            } => OpinionWish::PassOn {
                opinions: opinions.read(wish)?,
                to: wish.name("--to", to)?,
                due: wish.maybe_date("--due", due.as_deref())?,
            },
            Self::Discuss {
                opinions,
                group,
                people,
                note,
                ..
            } => OpinionWish::Discuss {
                opinions: opinions.read(wish)?,
                group: wish.name("--group", group)?,
                people: wish.deputies("--people", people.as_deref())?,
                note: wish.maybe_text("--note", note.as_deref())?,
            },
            Self::Raise {
                opinions, cases, ..
            } => OpinionWish::Raise {
                opinions: opinions.read(wish)?,
                cases: wish.cases(cases)?,
            },
            Self::Forward {
                opinions,
                to,
                draft,
                proposal,
                ..
            } => OpinionWish::Forward {
                opinions: opinions.read(wish)?,
                to: wish.name("--to", to)?,
                draft: wish.maybe_name("--draft", draft.as_deref())?,
                proposal: wish.text("--proposal", proposal)?,
            },
            Self::Settle {
                opinions,
                outcome,
                adopted,
                ..
            } => OpinionWish::Settle {
                opinions: opinions.read(wish)?,
                adopted: wish.maybe(adopted.as_deref(), "--adopted", words::parse_yes)?,
                outcome: wish.text("--outcome", outcome)?,
            },
        })
    }
}
