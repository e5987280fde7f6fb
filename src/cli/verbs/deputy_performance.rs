//! How deputies do their duty: pledges, entries of the register, ratings of a year, file and card.

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Reading, Recounting, Writing};
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::wish::{Parsed, Wish};
use crate::domain::command::Command;
use crate::domain::event::{self, Event};
use crate::domain::terms::{LinkTemplate, PledgeId, year_of};
use crate::report::{deputy_card, deputy_file};
use crate::words;

/// One act each.
#[derive(Debug, Subcommand)]
pub(super) enum Performance {
    #[command(visible_alias = "档案", about = both!("一位代表的履职档案: 基本情况、会议、视察、培训、小组活动、建议、述职、登记与承诺", "The file of a deputy: basics, meetings, inspections, training, group activities, suggestions, reports, register, pledges"), after_help = both!("例: jianyi 代表 档案 祝晓琴", "Example: jianyi deputy file 祝晓琴"))]
    File(Looking),
    #[command(visible_alias = "公示卡", about = both!("给群众看的代表公示卡: 姓名、小组、承诺、二维码,不含证号和电话", "The card for the public: name, group, pledges, a code to scan; no card number, no phone"), after_help = both!("例: jianyi 代表 公示卡 祝晓琴\n    jianyi 代表 公示卡 祝晓琴 --链接 https://example.com/d/{name} -o 公示卡.docx", "Example: jianyi deputy card 祝晓琴\n         jianyi deputy card 祝晓琴 --link https://example.com/d/{name} -o card.docx"))]
    Card(Carding),
    #[command(visible_alias = "承诺", about = both!("登记代表的承诺", "Enter a pledge of a deputy"), after_help = both!("例: jianyi 代表 承诺 祝晓琴 \"帮助三户解决饮水\" --期限 2024-12-31", "Example: jianyi deputy pledge 祝晓琴 \"water for three homes\" --due 2024-12-31"))]
    Pledge(Pledging),
    #[command(visible_alias = "践诺", about = both!("承诺兑现了没有", "Whether a pledge was kept"), after_help = both!("例: jianyi 代表 承诺 祝晓琴 \"帮助三户解决饮水\"\n    jianyi 代表 践诺 1 --说明 \"三户通水\"", "Example: jianyi deputy pledge 祝晓琴 \"water for three homes\"\n         jianyi deputy settle 1 --note \"all three have water\""))]
    Settle(Settling),
    #[command(visible_alias = "履职", about = both!("履职登记: 建议、活动、评价自动计分,只登记办法里要登记的分项", "Log work under an item of the office's table; suggestions, activities and ratings are counted by themselves"), after_help = both!("例: jianyi 办法 adopt yinchuan --from 2024-01-01\n    jianyi 代表 履职 祝晓琴 履职得分 \"调解邻里纠纷\" --分数 0.5", "Example: jianyi rules adopt yinchuan --from 2024-01-01\n         jianyi deputy log 祝晓琴 entered \"settled a quarrel\" --points 0.5"))]
    Log(Logging),
    #[command(visible_alias = "评议", about = both!("一年的评价: 代表自评等次,或选民评议各档票数(不记名)", "A year rated: the deputy's own grade, or counts of the voters' words, never who"), after_help = both!("例: jianyi 代表 评议 祝晓琴 --年度 2024 --自评 好\n    jianyi 代表 评议 祝晓琴 --年度 2024 --满意 36 --基本满意 3 --不满意 1", "Example: jianyi deputy rate 祝晓琴 --year 2024 --self good\n         jianyi deputy rate 祝晓琴 --year 2024 --satisfied 36 --mostly 3 --dissatisfied 1"))]
    Rate(Rating),
    #[command(visible_alias = "表彰", about = both!("表彰一位代表,记入履职档案", "Commend a deputy; it stands in the file"), after_help = both!("例: jianyi 代表 表彰 祝晓琴 --事由 优秀县人大代表 --由 县人大常委会", "Example: jianyi deputy commend 祝晓琴 --what \"deputy of the year\" --body 县人大常委会"))]
    Commend(Commending),
}

#[derive(Debug, ClapArgs)]
pub(super) struct Commending {
    #[arg(value_name = both!("姓名", "NAME"), help = both!("哪位代表", "Which deputy"))]
    deputy: String,
    #[arg(long, visible_alias = "事由", required = true, value_name = both!("事由", "TEXT"), help = both!("什么称号,为什么", "Which honour, what for"))]
    what: String,
    #[arg(long, visible_alias = "由", value_name = both!("机构", "BODY"), help = both!("谁决定的", "Who decided"))]
    body: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Looking {
    #[arg(value_name = both!("姓名", "NAME"), help = both!("哪位代表", "Which deputy"))]
    deputy: String,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Carding {
    #[arg(value_name = both!("姓名", "NAME"), help = both!("哪位代表", "Which deputy"))]
    deputy: String,
    #[arg(long, visible_alias = "链接", value_name = both!("网址", "URL"), help = both!("扫码去哪里,{name} 代替姓名;默认用办法里的 card.link", "Where the code leads, {name} stands for the name; card.link of the rule set if left out"))]
    link: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Pledging {
    #[arg(value_name = both!("姓名", "NAME"), help = both!("哪位代表", "Which deputy"))]
    deputy: String,
    #[arg(value_name = both!("承诺", "TEXT"), help = both!("承诺什么", "What is pledged"))]
    promise: String,
    #[arg(long, visible_alias = "期限", value_name = both!("日期", "DATE"), help = both!("哪一天前兑现", "To be kept by"))]
    due: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Settling {
    #[arg(value_name = both!("承诺号", "NUMBER"), help = both!("哪一项承诺", "Which pledge"))]
    pledge: u32,
    #[arg(long, visible_alias = "未兑现", help = both!("没有兑现", "It was not kept"))]
    broken: bool,
    #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("情况", "In words"))]
    note: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Logging {
    #[arg(value_name = both!("姓名", "NAME"), help = both!("哪位代表", "Which deputy"))]
    deputy: String,
    #[arg(value_name = both!("分项", "ITEM"), help = both!("办法里的分项", "The item of the table"))]
    item: String,
    #[arg(value_name = both!("事项", "TEXT"), help = both!("做了什么", "What was done"))]
    what: String,
    #[arg(long, visible_alias = "次数", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..1000), value_name = both!("次", "N"), help = both!("几次", "How many times"))]
    times: u32,
    #[arg(long, visible_alias = "分数", allow_hyphen_values = true, value_name = both!("分", "POINTS"), help = both!("每次几分,办法没有规定分值时写", "Points each time, where the table gives none"))]
    points: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Rating {
    #[arg(value_name = both!("姓名", "NAME"), help = both!("哪位代表", "Which deputy"))]
    deputy: String,
    #[arg(long, visible_alias = "年度", value_name = both!("年", "YEAR"), help = both!("哪一年,默认记录的那年", "Which year; that of the entry if left out"))]
    year: Option<i32>,
    #[arg(long = "self", visible_alias = "自评", conflicts_with_all = ["satisfied", "mostly", "dissatisfied"], value_name = both!("等次", "GRADE"), help = both!("代表自评的等次", "The deputy's own grade"))]
    own: Option<String>,
    #[arg(long, visible_alias = "满意", default_value_t = 0, value_name = both!("票", "N"), help = both!("选民满意几票", "Satisfied"))]
    satisfied: u32,
    #[arg(long, visible_alias = "基本满意", default_value_t = 0, value_name = both!("票", "N"), help = both!("基本满意几票", "Mostly satisfied"))]
    mostly: u32,
    #[arg(long, visible_alias = "不满意", default_value_t = 0, value_name = both!("票", "N"), help = both!("不满意几票", "Dissatisfied"))]
    dissatisfied: u32,
    #[arg(long, visible_alias = "说明", requires = "own", value_name = both!("说明", "NOTE"), help = both!("自评的话", "In words"))]
    note: Option<String>,
    #[command(flatten)]
    recounting: Recounting,
    #[command(flatten)]
    writing: Writing,
}

impl Performance {
    pub(super) fn run(&self, desk: &mut Desk) -> anyhow::Result<()> {
        match self {
            Self::File(args) => desk.read_checked(&args.reading, |outlook| {
                let refused = |refusal| Failure::refused(outlook.lang, &refusal, outlook.book);
                Ok(deputy_file::file(outlook, args.deputy.trim()).map_err(refused)?)
            }),
            Self::Card(args) => args.run(desk),
            Self::Pledge(args) => desk.record(&args.writing, |wish| perform(args.fact(wish)?)),
            Self::Settle(args) => desk.record(&args.writing, |wish| perform(args.fact(wish)?)),
            Self::Log(args) => desk.record(&args.writing, |wish| perform(args.fact(wish)?)),
            Self::Rate(args) => desk.record(&args.writing, |wish| perform(args.fact(wish)?)),
            Self::Commend(args) => desk.record(&args.writing, |wish| perform(args.fact(wish)?)),
        }
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "every act ends so, after what may fail"
)]
fn perform(fact: Event) -> Parsed<Command> {
    Ok(Command::Perform(Box::new(fact)))
}

impl Carding {
    fn run(&self, desk: &mut Desk) -> anyhow::Result<()> {
        let lang = desk.lang();
        let typed = self.link.as_deref();
        let link = typed.map(|typed| {
            let link = LinkTemplate::parse(typed);
            link.map_err(|why| desk.misused(words::bad_link(lang, "--link", typed, &why)))
        });
        let link = link.transpose()?;
        let card = desk.look(&self.reading, |outlook| {
            let refused = |refusal| Failure::refused(outlook.lang, &refusal, outlook.book);
            let card = deputy_card::card(outlook, self.deputy.trim(), link.as_ref());
            Ok(card.map_err(refused)?)
        })?;
        let has_code = deputy_card::has_code(&card);
        desk.publish(card)?;
        match has_code {
            true => Ok(()),
            false => desk.say(&words::card_without_code(lang)),
        }
    }
}

impl Pledging {
    fn fact(&self, wish: &Wish) -> Parsed<Event> {
        Ok(event::PledgeMade {
            on: wish.stamp.on,
            pledge: wish.book.next_pledge(),
            deputy: wish.deputy("NAME", &self.deputy)?,
            promise: wish.text("TEXT", &self.promise)?,
            due: wish.maybe_date("--due", self.due.as_deref())?,
        }
        .into())
    }
}

impl Settling {
    fn fact(&self, wish: &Wish) -> Parsed<Event> {
        Ok(event::PledgeSettled {
            on: wish.stamp.on,
            pledge: PledgeId(self.pledge),
            kept: !self.broken,
            note: wish.maybe_text("--note", self.note.as_deref())?,
        }
        .into())
    }
}

impl Logging {
    fn fact(&self, wish: &Wish) -> Parsed<Event> {
        let points = self.points.as_deref();
        Ok(event::DeedLogged {
            on: wish.stamp.on,
            deed: wish.book.next_deed(),
            deputy: wish.deputy("NAME", &self.deputy)?,
            item: wish.name("ITEM", &self.item)?,
            what: wish.text("TEXT", &self.what)?,
            times: self.times,
            points: points
                .map(|typed| wish.points("--points", typed))
                .transpose()?,
        }
        .into())
    }
}

impl Commending {
    fn fact(&self, wish: &Wish) -> Parsed<Event> {
        Ok(event::DeputyCommended {
            on: wish.stamp.on,
            deputy: wish.deputy("NAME", &self.deputy)?,
            what: wish.text("--what", &self.what)?,
            by: wish.maybe_name("--body", self.body.as_deref())?,
        }
        .into())
    }
}

impl Rating {
    fn fact(&self, wish: &Wish) -> Parsed<Event> {
        let (on, deputy) = (wish.stamp.on, wish.deputy("NAME", &self.deputy)?);
        let year = self.year.unwrap_or(year_of(on));
        if let Some(grade) = &self.own {
            return Ok(event::DeputySelfRated {
                on,
                deputy,
                year,
                grade: wish.name("--self", grade)?,
                note: wish.maybe_text("--note", self.note.as_deref())?,
            }
            .into());
        }
        let told = [self.satisfied, self.mostly, self.dissatisfied];
        Ok(event::DeputyVoterRated {
            on,
            deputy,
            year,
            ballots: told.into_iter().fold(0, u32::saturating_add),
            satisfied: Some(self.satisfied),
            mostly: Some(self.mostly),
            dissatisfied: Some(self.dissatisfied),
            recount: self.recounting.why(wish)?,
        }
        .into())
    }
}
