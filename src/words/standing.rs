//! Every rule of judging units and deputies that a wish can break, in words.

use super::rule::ground;
use super::{Lang, Message, say, short_date};
use crate::domain::refusal::StandingRule;

/// The words of a rule.
#[expect(clippy::too_many_lines, reason = "one table: each rule and its words")]
pub(super) fn standing_words(lang: Lang, rule: &StandingRule) -> Message {
    match rule {
        StandingRule::AboveFull { mark, full } => Message::new(say(
            lang,
            format!("{mark} 分超过满分 {full} 分,或没有一张票"),
            format!("{mark} is above the highest mark {full}, or there is no ballot"),
        ))
        .hint(say(
            lang,
            "核对分数;满分不是 100 的写上 --full",
            "check the marks; give --full where the highest mark is not 100",
        )),
        StandingRule::MarksAndBallots { unit } => Message::new(say(
            lang,
            format!("{unit} 的各档票数与总票数、总分对不上,或不是可以保存的样子"),
            format!("the marks of {unit} do not come to its ballots and sum, or may not be kept so"),
        ))
        .because(say(
            lang,
            "按分数从低到高只记各档票数;不足五张票只记票数",
            "marks stand in their order with how often they were given; of fewer than five ballots only their number",
        ))
        .hint(say(lang, "核对票数", "count again")),
        StandingRule::NoScores => Message::new(say(
            lang,
            "没有任何单位的评分",
            "no unit was scored",
        ))
        .hint(say(
            lang,
            "文件第一行写单位名称,每张票一行",
            "the first row names the units, each ballot is one row",
        )),
        StandingRule::NoPointTable => Message::new(say(
            lang,
            "本办法没有履职积分表",
            "the rules in force have no table of points",
        ))
        .hint(say(
            lang,
            "取一张自带的加进本单位的办法: jianyi rules new --from 本单位的 --take 履职积分=dongbao -o 本镇.json,再 jianyi rules adopt 本镇.json",
            "add a shipped one to your own set: jianyi rules new --from OURS --take performance=dongbao -o OURS.json, then jianyi rules adopt OURS.json",
        )),
        StandingRule::CountsItself { item } => Message::new(say(
            lang,
            format!("“{item}”由已有的记录自动计分,不用另外登记"),
            format!("`{item}` is counted from the record itself"),
        ))
        .hint(say(
            lang,
            "建议、活动、评价、民意照常登记就会计分",
            "suggestions, activities, ratings and opinions feed it as they are entered",
        )),
        StandingRule::FixedPoints { item, points } => Message::new(say(
            lang,
            format!("“{item}”每次 {points} 分,由办法规定"),
            format!("the table gives `{item}` {points} each time"),
        ))
        .hint(say(lang, "去掉 --points", "leave --points out")),
        StandingRule::NeedsPoints { item } => Message::new(say(
            lang,
            format!("“{item}”没有固定分值"),
            format!("the table gives `{item}` no fixed points"),
        ))
        .hint(say(lang, "写上 --points 分数", "give --points POINTS")),
        StandingRule::BeyondCap {
            item,
            asked,
            left,
            cap,
            article,
        } => Message::new(say(
            lang,
            format!("“{item}”要记 {asked} 分,本年只剩 {left} 分(上限 {cap} 分)"),
            format!("`{item}`: {asked} points, {left} are left this year (cap {cap})"),
        ))
        .because(ground(lang, article.as_ref()))
        .hint(say(
            lang,
            "核对分数;办法见 jianyi rules show",
            "check the points; jianyi rules show has the table",
        )),
        StandingRule::NoSeatInYear { deputy, year } => Message::new(say(
            lang,
            format!("{deputy} 在{year}年没有代表职务"),
            format!("{deputy} held no seat in {year}"),
        ))
        .hint(say(
            lang,
            "核对 --year;jianyi deputy file 可以看任职的起止",
            "check --year; jianyi deputy file shows from when to when",
        )),
        StandingRule::NoError { unit } => Message::new(say(
            lang,
            format!("“{unit}”在这件建议里没有差错"),
            format!("{unit} made no error in this case"),
        ))
        .because(say(
            lang,
            "容错是差错不计入考核;按时办的算进去才公平",
            "an error that is forgiven is not counted; what was done in time is",
        ))
        .hint(say(
            lang,
            "看各项怎么算: jianyi report assessment",
            "see how each item is counted: jianyi report assessment",
        )),
        StandingRule::Forgiven { unit, on } => Message::new(say(
            lang,
            format!("“{unit}”的这项差错在{}已经容错", short_date(lang, *on)),
            format!("{unit} was forgiven this error on {}", short_date(lang, *on)),
        ))
        .hint(say(
            lang,
            "容错名单: jianyi report assessment --section forgiven;记错了用 jianyi undo",
            "what was forgiven: jianyi report assessment --section forgiven; jianyi undo takes it back",
        )),
        StandingRule::YearToCome { year } => Message::new(say(
            lang,
            format!("{year}年还没有到"),
            format!("{year} is still to come"),
        ))
        .hint(say(lang, "核对 --year 和 --on", "check --year and --on")),
        StandingRule::RatingsAndBallots { told, ballots } => Message::new(say(
            lang,
            format!("各档共 {told} 票,收回 {ballots} 票"),
            format!("{told} ratings on {ballots} ballots"),
        ))
        .hint(say(lang, "核对票数", "count again")),
        StandingRule::FewRatings { least } => Message::new(say(
            lang,
            format!("不足 {least} 票的评价只记票数,满 {least} 票的只记各档"),
            format!("of fewer than {least} ratings only their number is kept, of more each word"),
        ))
        .because(say(
            lang,
            "票太少,各档票数会看出谁评了什么",
            "so few would tell who rated how",
        ))
        .hint(say(
            lang,
            "用 jianyi undo 撤销那一行,再按票样重记",
            "take the line back with jianyi undo and enter it again",
        )),
        StandingRule::DiffersByFew { before, now, least } => Message::new(say(
            lang,
            format!("同一次投票记过 {before} 张,这次 {now} 张,相差不到 {least} 张"),
            format!("the same vote is on record with {before} ballots, now {now}: fewer than {least} apart"),
        ))
        .because(say(
            lang,
            "日志里留有先前的数,两次一减,就看出这几张票投了什么",
            "the journal keeps the count before; the difference would tell how those few voted",
        ))
        .hint(say(
            lang,
            "数错、录错的按重新计票记: 先撤销前一次,用 jianyi undo;再记一次,加 --recount 原因,只留张数和结果。张数不变的可以更正",
            "where it was miscounted or mistyped, record a recount: take the first one back with jianyi undo; then enter it again with --recount WHY: only totals and the result are kept. As many ballots as before can be corrected",
        )),
        StandingRule::SameVoters { round, on, apart } => Message::new(say(
            lang,
            format!("{}的“{round}”测评过同样的单位,票数只差 {apart} 张", short_date(lang, *on)),
            format!("`{round}` of {} scored the same units with {apart} sheets more or fewer", short_date(lang, *on)),
        ))
        .because(say(
            lang,
            "如果是同一批人投的票,两次一减,就看出这几张怎么打分",
            "if the same people voted, the difference tells how those few did",
        ))
        .hint(say(
            lang,
            "是前一次重新计票的,用同一个名称: 先撤销前一次,再加 --recount 原因;投票的是另一批人的,加 --other-voters",
            "a recount of that round bears its name: take it back first, then give --recount WHY; where other people voted, give --other-voters",
        )),
        StandingRule::NothingToRecount => Message::new(say(
            lang,
            "没有记过同一次投票的票数,不是重新计票",
            "nothing was counted that this could be a recount of",
        ))
        .hint(say(
            lang,
            "第一次计票不写 --recount;换了名称或日期的,照前一次的写",
            "leave out --recount for a first count; give the name and the day of the first one",
        )),
    }
}

/// A report on units under rules that have no table to score them by.
pub fn no_score_table(lang: Lang, rules: &str) -> String {
    say(
        lang,
        format!(
            "办法 {rules} 没有考核表,所以没有计分和排名。要计分,取一张考核表加进本单位的办法(自带的还有 hainan-2002、shenzhen-2007),别的不变: jianyi 办法 新拟 --底本 {rules} --取用 承办单位考核=qingdao-2021 -o 本镇.json,看过改过再 jianyi 办法 采用 本镇.json --自 日期"
        ),
        format!(
            "the rules {rules} have no table to score units by, so nobody is scored or ranked. Add one to your rules (hainan-2002 and shenzhen-2007 have others), the rest stays: jianyi rules new --from {rules} --take assessment=qingdao-2021 -o OURS.json, look it over, then jianyi rules adopt OURS.json --from DATE"
        ),
    )
}

/// A report on deputies under rules that have no table of points.
pub fn no_point_table(lang: Lang, rules: &str) -> String {
    say(
        lang,
        format!(
            "办法 {rules} 没有积分表,所以没有积分和排名。要积分,取一张积分表加进本单位的办法(自带的还有 jiangbei、dongbao),别的不变: jianyi 办法 新拟 --底本 {rules} --取用 履职积分=yinchuan -o 本镇.json,看过改过再 jianyi 办法 采用 本镇.json --自 日期"
        ),
        format!(
            "the rules {rules} have no table of points, so nobody has points or a place. Add one to your rules (jiangbei and dongbao have others), the rest stays: jianyi rules new --from {rules} --take performance=yinchuan -o OURS.json, look it over, then jianyi rules adopt OURS.json --from DATE"
        ),
    )
}
