//! `rate` (评价): by the deputy, by stars of the public, by the revisit group.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::choices::Kind as Known;
use crate::cli::desk::Desk;
use crate::cli::spoken::cases_meant;
use crate::domain::command::{CaseWish, Command, RatingWish, RevisitWish};
use crate::domain::event::Rateable;
use crate::words;

/// Of how many cases it is said what is judged; nobody reads more before one answer.
const SHOWN_MOST: usize = 3;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("评价: 代表、群众五星、回访组", "Rate: the deputy, stars of the public, the revisit group"),
    after_help = both!(
        "例: jianyi 评价 1-12 --满意度 满意\n    jianyi 评价 17 --态度 满意 --办理结果 基本满意 --渠道 当面\n    jianyi 评价 17 --星 5 --人数 23 --渠道 院坝会\n    jianyi 评价 17 --回访 满意",
        "Example: jianyi rate 1-12 --rating 满意\n         jianyi rate 17 --attitude 满意 --result 满意 --channel phone\n         jianyi rate 17 --stars 5 --respondents 23 --channel 院坝会\n         jianyi rate 17 --revisit 满意"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15", "Which cases: 17, 1-12,15"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "满意度", value_name = both!("满意度", "WORD"), help = both!("代表的总体评价", "The deputy's overall word"))]
    rating: Option<String>,
    #[arg(long, visible_alias = "态度", value_name = both!("满意度", "WORD"), help = both!("对办理态度的评价", "On the attitude"))]
    attitude: Option<String>,
    #[arg(long, visible_alias = "办理结果", value_name = both!("满意度", "WORD"), help = both!("对办理结果的评价", "On the result"))]
    result: Option<String>,
    #[arg(long, visible_alias = "意见", value_name = both!("意见", "COMMENT"), help = both!("具体意见,不满意时须写", "Opinion; needed with dissatisfied"))]
    comment: Option<String>,
    #[arg(long, visible_alias = "代表", value_name = both!("姓名", "NAME"), help = both!("谁评价,默认领衔代表", "Who rates; the lead deputy if left out"))]
    deputy: Option<String>,
    #[arg(long, visible_alias = "星", value_name = "1-5", conflicts_with_all = ["rating", "revisit"], help = both!("群众五星评价", "Stars of the public"))]
    stars: Option<u8>,
    #[arg(long, visible_alias = "人数", value_name = both!("人数", "N"), requires = "stars", value_parser = clap::value_parser!(u32).range(1..), help = both!("多少人评的", "How many gave them"))]
    respondents: Option<u32>,
    #[arg(long, visible_alias = "渠道", value_name = both!("渠道", "CHANNEL"), conflicts_with = "revisit", help = both!("怎样得来的: 代表当面、电话、纸质;群众问卷、院坝会 …", "How it came: face to face, phone, paper; of the public: questionnaire, courtyard meeting …"))]
    channel: Option<String>,
    #[arg(long, visible_alias = "回访", value_name = both!("满意度", "WORD"), conflicts_with = "rating", help = both!("回访组的评价", "The revisit group's word"))]
    revisit: Option<String>,
    #[arg(long, visible_alias = "回访组成员", value_name = both!("姓名", "NAMES"), requires = "revisit", help = both!("谁去回访的(用、分开)", "Who went"))]
    members: Option<String>,
    #[arg(long, visible_alias = "回访方式", value_name = both!("方式", "MEANS"), requires = "revisit", help = both!("座谈 查阅资料 电话 现场(用、分开)", "talk papers phone site"))]
    means: Option<String>,
    #[arg(long, visible_alias = "承诺", action = clap::ArgAction::SetTrue, conflicts_with_all = ["stars", "revisit"], help = both!("评价的是承诺事项的落实", "The rating is of what became of the promise"))]
    promise: bool,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let by_deputy = args.stars.is_none() && args.revisit.is_none();
    let worded = args.rating.is_some() || args.attitude.is_some() || args.result.is_some();
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("--rating|--stars|--revisit", by_deputy && !worded),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let rating = if by_deputy && !worded {
        let judged = desk.look(&Reading::default(), |outlook| {
            let cases = cases_meant(outlook.book, outlook.as_of, outlook.lang, &cases)?;
            let cases = cases.iter().filter_map(|id| outlook.book.case(*id));
            let told = |case| words::to_be_judged(outlook.lang, outlook.book, case);
            Ok(cases.take(SHOWN_MOST).flat_map(told).collect::<Vec<_>>())
        })?;
        for line in judged {
            desk.say(&line)?;
        }
        Some(desk.ask_known(
            Known::Grade,
            "--rating",
            None,
            both!("代表评价", "The deputy's rating"),
        )?)
    } else {
        args.rating.clone()
    };
    desk.record(&args.writing, |wish| {
        let cases = wish.cases(&cases)?;
        let comment = wish.maybe_text("--comment", args.comment.as_deref())?;
        if let Some(stars) = args.stars {
            return Ok(Command::on(
                cases,
                CaseWish::RatePublic {
                    stars: wish.stars(stars)?,
                    respondents: args.respondents.unwrap_or(1),
                    channel: wish.maybe_name("--channel", args.channel.as_deref())?,
                },
            ));
        }
        if let Some(word) = &args.revisit {
            return Ok(Command::on(
                cases,
                CaseWish::Revisit(Box::new(RevisitWish {
                    rating: wish.name("--revisit", word)?,
                    members: wish.names("--members", args.members.as_deref())?,
                    means: wish.list(
                        args.means.as_deref().unwrap_or_default(),
                        "--means",
                        words::parse_means,
                    )?,
                    note: comment,
                })),
            ));
        }
        let rating = RatingWish {
            deputy: wish.maybe_deputy("--deputy", args.deputy.as_deref())?,
            of: match args.promise {
                true => Rateable::Commitment,
                false => Rateable::Reply,
            },
            rating: wish.maybe_name("--rating", rating.as_deref())?,
            attitude: wish.maybe_name("--attitude", args.attitude.as_deref())?,
            result: wish.maybe_name("--result", args.result.as_deref())?,
            comment,
            channel: wish.maybe_name("--channel", args.channel.as_deref())?,
        };
        Ok(Command::on(cases, CaseWish::Rate(Box::new(rating))))
    })
}
