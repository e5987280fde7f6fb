//! Every rule about a step of a livelihood project that a wish can break, in words.

use super::{Lang, Message, Word, list, say, short_date};
use crate::domain::book::ProjectStage;
use crate::domain::refusal::{Missing, ProjectRule};

/// The words of a rule about a step of one project.
#[expect(clippy::too_many_lines, reason = "one table: each rule and its words")]
pub(super) fn project_words(lang: Lang, rule: &ProjectRule) -> Message {
    match rule {
        ProjectRule::WrongStage {
            project,
            stage,
            needs,
        } => Message::new(say(
            lang,
            format!("项目{project} 现在是“{}”,不能做这一步", stage.word(lang)),
            format!(
                "project {project} is {}: this step is not possible",
                stage.word(lang)
            ),
        ))
        .because(say(
            lang,
            format!("这一步要在: {}", stages(lang, needs)),
            format!("possible while it is: {}", stages(lang, needs)),
        ))
        .hint(say(
            lang,
            format!("先看到了哪一步: jianyi project show {project}"),
            format!("see how far it is: jianyi project show {project}"),
        )),
        ProjectRule::OtherTrack { project } => Message::new(say(
            lang,
            format!("项目{project} 不由这里决定"),
            format!("project {project} is not decided here"),
        ))
        .because(say(
            lang,
            "人大票决的和村民决议的各走各的程序",
            "the congress and the villages each decide on their own",
        ))
        .hint(say(
            lang,
            "核对 jianyi project show;记错了用 correct 更正 track",
            "check jianyi project show; correct mends the field track",
        )),
        ProjectRule::ProjectTwice { project } => Message::new(say(
            lang,
            format!("项目{project} 写了两次"),
            format!("project {project} is named twice"),
        ))
        .hint(say(lang, "每个项目写一次", "name each once")),
        ProjectRule::WhyNot { project } => Message::new(say(
            lang,
            format!("项目{project} 不入选要写理由"),
            format!("why is project {project} dropped?"),
        ))
        .hint(say(lang, "写上 --why 理由", "give --why TEXT")),
        ProjectRule::NoDeputy { project } => Message::new(say(
            lang,
            format!("项目{project} 的验收没有代表参加"),
            format!("no deputy takes part in accepting project {project}"),
        ))
        .hint(say(lang, "写上 --deputies 姓名", "give --deputies NAMES")),
        ProjectRule::NoVoter { project } => Message::new(say(
            lang,
            format!("项目{project} 的验收没有选民代表参加"),
            format!("no voter accepts project {project}"),
        ))
        .because(say(
            lang,
            "人大代表和项目所在地的选民代表一起验收",
            "deputies and voters of the place accept it together",
        ))
        .hint(say(
            lang,
            "写上选民代表人数: --voters 5",
            "say how many voters took part: --voters 5",
        )),
        ProjectRule::OtherThanDeclared { project } => Message::new(say(
            lang,
            format!("项目{project} 的单位、投资或期限和票决的不一样"),
            format!("unit, budget or last day of project {project} are not those that were voted for"),
        ))
        .because(say(
            lang,
            "票决的项目照申报的内容实施,调整要经主席团或代表大会同意",
            "what was voted for is carried out as declared; presidium or congress agree to a change",
        ))
        .hint(say(
            lang,
            format!("先照申报的内容开始,同意以后再调整: jianyi project change {project} --why 原因 --consent 会议编号 --budget 新投资;申报记错了用 jianyi correct"),
            format!("begin as declared, then record the change: jianyi project change {project} --why WHY --consent MEETING --budget NEW; jianyi correct mends a declaration"),
        )),
        ProjectRule::VotedOn { project } => Message::new(say(
            lang,
            format!("项目{project} 已经票决,申报的单位、投资和期限不能再更正"),
            format!("project {project} was voted on: unit, budget and last day of its declaration stay"),
        ))
        .because(say(
            lang,
            "代表是按申报的内容投的票,以后的改动是调整,要经主席团或代表大会同意",
            "deputies voted on it as it was declared; what differs from that is a change, to which presidium or congress agree",
        ))
        .hint(say(
            lang,
            format!("记成调整: jianyi project change {project} --why 原因 --consent 会议编号 --budget 新投资;票上印的就是另一个数的,先撤销票决,更正以后再重做"),
            format!("record a change: jianyi project change {project} --why WHY --consent MEETING --budget NEW; where the ballots had it otherwise, undo the ballot, correct, and redo it"),
        )),
        ProjectRule::ChangesNothing { project } => Message::new(say(
            lang,
            format!("这次调整没有改变项目{project} 的内容、投资或期限"),
            format!("this changes neither content nor budget nor last day of project {project}"),
        ))
        .hint(say(
            lang,
            "写上新的内容、投资或期限: --content 改建什么 --budget 12 --due 2025-10-31",
            "say what changes: --content TEXT --budget 12 --due 2025-10-31",
        )),
        ProjectRule::NoBodyConsents { consent } => Message::new(say(
            lang,
            format!("“{consent}”是一位代表或一个单位,不能同意调整"),
            format!("`{consent}` is a deputy or a unit, and cannot consent to a change"),
        ))
        .because(say(
            lang,
            "票决的项目调整要经主席团或代表大会同意",
            "presidium or congress agree to a change of what was voted for",
        ))
        .hint(say(
            lang,
            "写作出决定的会议的编号: --consent 3(jianyi meeting list);用 jianyi meeting decide --about 项目调整 一步记好",
            "give the number of the meeting that agreed: --consent 3 (jianyi meeting list); jianyi meeting decide --about project_change records both at once",
        )),
        ProjectRule::Unfinished { project, percent } => Message::new(say(
            lang,
            format!("项目{project} 的进度是 {percent}%,还没有完工"),
            format!("project {project} is at {percent} percent"),
        ))
        .because(say(
            lang,
            "完工后才验收",
            "what is accepted is finished",
        ))
        .hint(say(
            lang,
            format!("先记进度: jianyi project progress {project} --percent 100;没有通过的验收写 --failed"),
            format!("record the progress first: jianyi project progress {project} --percent 100; a failed acceptance is --failed"),
        )),
        ProjectRule::FinishedBy {
            project,
            accepted,
            percent,
        } => {
            let day = short_date(lang, *accepted);
            Message::new(say(
                lang,
                format!("项目{project} 在{day}已经验收,那以前最后的进度不能是 {percent}%"),
                format!("project {project} was accepted on {day}: its last progress before that is not {percent}%"),
            ))
            .because(say(lang, "完工后才验收", "what is accepted is finished"))
            .hint(say(
                lang,
                "核对日期和百分比: jianyi project show;补记完工写 --percent 100",
                "check day and percent with jianyi project show; --percent 100 records that it was finished",
            ))
        }
        ProjectRule::Unannounced { project } => Message::new(say(
            lang,
            format!("项目{project} 还没有公布,不能验收"),
            format!("project {project} was not announced, and is not accepted"),
        ))
        .because(say(
            lang,
            "村民决定的事项和实施情况要向村民公布",
            "what a village resolved, and what came of it, is made public",
        ))
        .hint(say(
            lang,
            format!("先公布: jianyi project announce {project}"),
            format!("announce it first: jianyi project announce {project}"),
        )),
        ProjectRule::NotThere { deputy } => Message::new(say(
            lang,
            format!("{deputy} 没有参加验收,不能发言签字"),
            format!("{deputy} does not take part, and neither speaks nor signs"),
        ))
        .hint(say(lang, "也写进 --deputies", "name him in --deputies too")),
        ProjectRule::Unsigned { project, missing } => Message::new(say(
            lang,
            format!("项目{project} 的验收没有签字: {}", who(lang, missing)),
            format!("project {project}: not signed by {}", who(lang, missing)),
        ))
        .because(say(
            lang,
            "参加验收的代表和群众人人签字",
            "all deputies and voters who take part sign",
        ))
        .hint(say(
            lang,
            "补签后再记: --signed 姓名 --voters-signed 人数",
            "let them sign: --signed NAMES --voters-signed COUNT",
        )),
        ProjectRule::Silent { project, missing } => Message::new(say(
            lang,
            format!("项目{project} 的验收没有发言: {}", who(lang, missing)),
            format!("project {project}: not heard: {}", who(lang, missing)),
        ))
        .because(say(
            lang,
            "参加验收的代表和群众人人发言",
            "all deputies and voters who take part speak",
        ))
        .hint(say(
            lang,
            "写上 --spoke 姓名 --voters-spoke 人数",
            "give --spoke NAMES --voters-spoke COUNT",
        )),
        ProjectRule::NobodyRated { project } => Message::new(say(
            lang,
            format!("项目{project} 的测评没有一票"),
            format!("nobody evaluated project {project}"),
        ))
        .hint(say(lang, "写上各档票数", "give the counts")),
        ProjectRule::NoWarranty { project, until } => Message::new(match until {
            Some(until) => say(
                lang,
                format!("项目{project} 的质保到{}为止", short_date(lang, *until)),
                format!(
                    "the warranty of project {project} ended on {}",
                    short_date(lang, *until)
                ),
            ),
            None => say(
                lang,
                format!("项目{project} 没有质保期"),
                format!("project {project} has no warranty"),
            ),
        })
        .hint(say(
            lang,
            "质保期记错了用 jianyi correct 改 warranty_to;过了质保另立项目",
            "jianyi correct mends warranty_to; after it, collect a new project",
        )),
        ProjectRule::NoDefect { project } => Message::new(say(
            lang,
            format!("项目{project} 没有待修的问题"),
            format!("project {project} has no open defect"),
        ))
        .hint(say(
            lang,
            "先登记: jianyi project defect",
            "enter one first: jianyi project defect",
        )),
        ProjectRule::PointsLeft { left, asked } => Message::new(say(
            lang,
            format!("要兑换 {asked} 分,只剩 {left} 分"),
            format!("{asked} points asked, {left} left"),
        ))
        .hint(say(
            lang,
            "少兑一些,或先记积分",
            "give in fewer, or credit points first",
        )),
    }
}

fn stages(lang: Lang, stages: &[ProjectStage]) -> String {
    let words: Vec<&str> = stages.iter().map(|stage| stage.word(lang)).collect();
    list(lang, &words)
}

fn who(lang: Lang, missing: &Missing) -> String {
    let mut words: Vec<String> = missing.deputies.iter().map(ToString::to_string).collect();
    let voters = missing.voters;
    if voters > 0 {
        words.push(say(
            lang,
            format!("群众 {voters} 人"),
            format!("{voters} voters"),
        ));
    }
    list(lang, &words)
}

/// An evaluation that rests on fewer answers than the rules want.
pub fn too_few_answered(lang: Lang, least: u8) -> String {
    say(
        lang,
        format!("回收不到 {least}%,仅供参考"),
        format!("fewer than {least}% answered: for reference only"),
    )
}

/// A round of a ballot that was counted again, and what is kept of it.
pub fn recounted(lang: Lang, round: u32, why: &str, by_outcome: bool) -> String {
    let kept = match by_outcome {
        true => say(
            lang,
            ";和前一次只差几张,只记张数和结果",
            "; few sheets differ from the count before, so only totals and the result are kept",
        ),
        false => String::new(),
    };
    say(
        lang,
        format!("第 {round} 轮是重新计票: {why}{kept}"),
        format!("round {round} was counted again: {why}{kept}"),
    )
}
