//! Every rule of ballots and resolutions on livelihood projects that a wish can break, in words.

use super::rule::ground;
use super::{Lang, Message, list, say};
use crate::domain::refusal::BallotRule;
use crate::domain::terms::ProjectId;

/// The words of a rule about a ballot or a resolution.
#[expect(clippy::too_many_lines, reason = "one table: each rule and its words")]
pub(super) fn ballot_words(lang: Lang, rule: &BallotRule) -> Message {
    let count_again = || say(lang, "核对票数", "count again");
    match rule {
        BallotRule::Quota { quota, candidates } => Message::new(say(
            lang,
            format!("应选 {quota} 个,候选 {candidates} 个"),
            format!("{quota} places, {candidates} candidates"),
        ))
        .because(say(
            lang,
            "应选数至少是 1,不多于候选数",
            "there is at least one place, and no more than candidates",
        ))
        .hint(say(lang, "改 --quota", "mend --quota")),
        BallotRule::InvalidBallot { issued, returned } => Message::new(say(
            lang,
            format!("发出 {issued} 张,收回 {returned} 张,投票无效"),
            format!("{issued} ballots issued, {returned} returned: the vote is invalid"),
        ))
        .because(say(
            lang,
            "收回的票不多于发出的票才有效",
            "a vote is valid only if no more ballots come back than went out",
        ))
        .hint(say(
            lang,
            "核对票数;确实多收了就重新投票",
            "count again; if it is so, vote again",
        )),
        BallotRule::MoreThan { fewer, more } => Message::new(say(
            lang,
            format!("{fewer} 不能多于 {more}"),
            format!("{fewer} cannot be more than {more}"),
        ))
        .because(say(
            lang,
            "应到≥到会≥发出≥收回≥有效;赞成不多于到会",
            "all ≥ present ≥ issued ≥ returned ≥ valid; yes is no more than present",
        ))
        .hint(count_again()),
        BallotRule::VotesAndBallots {
            project,
            votes,
            valid,
        } => Message::new(say(
            lang,
            format!("项目{project} 的赞成、反对、弃权共 {votes} 票,有效票 {valid} 张"),
            format!("project {project} has {votes} votes, {valid} ballots are valid"),
        ))
        .because(say(
            lang,
            "每张有效票对每个项目说一次",
            "each valid ballot says one thing of each project",
        ))
        .hint(count_again()),
        BallotRule::TooManyMarks {
            marks,
            valid,
            quota,
        } => Message::new(say(
            lang,
            format!("赞成共 {marks} 票,超过 {valid} 张票各选 {quota} 个"),
            format!("{marks} marks on {valid} ballots for {quota} places"),
        ))
        .because(say(
            lang,
            "多选的票是无效票",
            "a ballot that chooses more than there are places is invalid",
        ))
        .hint(say(
            lang,
            "把多选的票计入 --invalid",
            "count such ballots as --invalid",
        )),
        BallotRule::FewBallots { valid, least } => Message::new(say(
            lang,
            format!("有效票只有 {valid} 张,不到 {least} 张,只记张数"),
            format!("{valid} valid ballots, fewer than {least}: only their number is kept"),
        ))
        .because(say(
            lang,
            "票太少,得票会看出谁投了什么",
            "so few would tell who voted how",
        ))
        .hint(say(lang, "不写得票", "leave the votes out")),
        BallotRule::NoTie { ballot } => Message::new(say(
            lang,
            format!("“{ballot}”没有前一轮"),
            format!("`{ballot}` has no round before"),
        ))
        .hint(say(lang, "第一轮不写 --round", "leave --round out of the first round")),
        BallotRule::TiedOnly { tied, places } => Message::new(say(
            lang,
            format!("再次票决只对得票相同的项目 {},应选 {places} 个", ids(lang, tied)),
            format!("the next round is on {} for {places} places", ids(lang, tied)),
        ))
        .hint(say(
            lang,
            "按上一轮结果填写: jianyi project result 名称",
            "see the round before: jianyi project result NAME",
        )),
        BallotRule::Surplus { least, article } => Message::new(say(
            lang,
            format!("差额不足: 候选要比应选多 {least}% 以上"),
            format!("there must be {least}% more candidates than places"),
        ))
        .because(ground(lang, article.as_ref()))
        .hint(say(lang, "增加候选项目或减少应选数", "add candidates or take places away")),
        BallotRule::NoQuorum { present, eligible } => Message::new(say(
            lang,
            format!("应到 {eligible},到会 {present},不够法定人数"),
            format!("{present} of {eligible} are not enough to resolve"),
        ))
        .because(say(
            lang,
            "村民会议要过半数村民,户代表或村民代表要三分之二(村民委员会组织法 第二十二条、第二十五条)",
            "more than half of the villagers, or two thirds of households or representatives (村民委员会组织法 22, 25)",
        ))
        .hint(say(lang, "核对到会人数,或重新开会", "count again, or meet again")),
    }
}

fn ids(lang: Lang, projects: &[ProjectId]) -> String {
    let ids: Vec<String> = projects.iter().map(ToString::to_string).collect();
    list(lang, &ids)
}
