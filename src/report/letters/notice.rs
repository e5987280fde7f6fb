//! What the office sends about one case: supervision notice, reminder, consent to more time, order
//! to handle it again.

use super::super::block::Block;
use super::super::outlook::Outlook;
use super::pen::Pen;
use super::{Letter, phrases, unit};
use crate::domain::book::{Case, Notice};
use crate::domain::deadline::{self, Duty};
use crate::domain::rules::{ClockKey, Grade};
use crate::domain::terms::Name;
use crate::words::{self, Lang, LetterLack};

/// The units that a paper goes to: one that is named, else those that reply.
fn units(case: &Case, named: Option<&Name>) -> Vec<Name> {
    let repliers = case.assignment().into_iter().flat_map(|a| a.to.repliers());
    match named {
        Some(named) => vec![named.clone()],
        None => repliers.cloned().collect(),
    }
}

/// `你单位承办的《…》（第17号），2024年3月1日交办，答复期限为2024年6月1日，逾期3天。`
fn standing(pen: &mut Pen, case: &Case) -> String {
    let outlook = pen.outlook;
    let label = pen.label(case);
    let assigned = case.assignment().map(|a| phrases::day(Some(a.on)));
    let assigned = pen.or_blank(case, assigned, LetterLack::Assignment);
    let clock = deadline::reply_clock(outlook.book, case, outlook.as_of);
    let due = clock.as_ref().map(|clock| phrases::day(Some(clock.due())));
    let due = pen.or_blank(case, due, LetterLack::Due);
    let left = clock.filter(|clock| clock.met.is_none());
    let left = left.map(|clock| words::days_left(Lang::Zh, clock.days_left(outlook.as_of)));
    let left = left.map(|left| format!("，{left}")).unwrap_or_default();
    format!(
        "你单位承办的《{}》（{label}），{assigned}交办，答复期限为{due}{left}。",
        case.title
    )
}

/// Head, number, title, addressee.
fn begin(pen: &mut Pen, case: &Case, doc_no: Option<&str>, (title, to): (&str, &Name)) {
    pen.head(case, doc_no);
    pen.put(Block::Title(title.to_owned()));
    pen.put(Block::Addressee(to.to_string()));
    pen.fact("单位", to.as_str());
}

/// A supervision notice (督办通知): one for each that was recorded.
pub(super) fn supervise(outlook: &Outlook, case: &Case, doc_no: Option<&str>) -> Vec<Letter> {
    let notices = &case.oversight.notices;
    let told = notices.iter().flat_map(|notice| {
        let to = units(case, notice.unit.as_ref());
        let letters = to
            .iter()
            .map(|to| supervision(outlook, case, doc_no, (notice, to)));
        letters.collect::<Vec<_>>()
    });
    told.collect()
}

fn supervision(
    outlook: &Outlook,
    case: &Case,
    doc_no: Option<&str>,
    (notice, to): (&Notice, &Name),
) -> Letter {
    let on = notice.on;
    let mut pen = Pen::new(outlook, Some(on));
    let title = format!("关于督办{}的通知", pen.suggestion(case));
    begin(&mut pen, case, doc_no, (&title, to));
    let standing = standing(&mut pen, case);
    pen.say(standing);
    let problem = phrases::ended(&pen.words(&notice.problem));
    pen.say(format!("督办中发现的问题：{problem}"));
    let due = notice.due.map(|due| phrases::day(Some(due)));
    let due = pen.or_blank(case, due, LetterLack::AnswerDue);
    let office = pen.office();
    pen.say(format!(
        "请认真查找原因，采取有效措施抓紧办理，加强与代表的沟通，并于{due}前将整改和办理情况书面报告{office}。"
    ));
    pen.sign(Some(on));
    let supervised = case.key_supervised.as_ref();
    if let Some(leader) = supervised.and_then(|(_, leader)| leader.as_ref()) {
        pen.put(Block::Note(format!("督办领导：{leader}")));
    }
    let name = format!("{}-督办通知-{to}-{on}", pen.label(case));
    pen.done("notice.supervise", (&title, name), Some(case))
}

/// A reminder (催办函) to each unit whose turn it is.
pub(super) fn remind(outlook: &Outlook, case: &Case, doc_no: Option<&str>) -> Vec<Letter> {
    let remind = |(to, duty): (&Name, &Duty)| {
        let reminders = case.reminders.iter().rev();
        let told = |unit: &Name| unit == to;
        let mut reminders = reminders.filter(|r| r.unit.as_ref().is_none_or(told));
        let on = reminders.find(|r| r.deputy.is_none()).map(|r| r.on);
        let mut pen = Pen::new(outlook, on);
        let title = format!("关于催办{}的函", pen.suggestion(case));
        begin(&mut pen, case, doc_no, (&title, to));
        match again(outlook, duty) {
            None => {
                let standing = standing(&mut pen, case);
                pen.say(standing);
                pen.say("请抓紧办理，主动与代表见面沟通，按期书面答复代表。确有困难不能按期答复的，请在期限届满前书面说明理由，提出延期申请。");
            }
            Some((why, asked)) => {
                let label = pen.label(case);
                pen.say(format!("你单位承办的《{}》（{label}），{why}", case.title));
                pen.say(asked);
            }
        }
        // A letter that nobody has logged goes out on the day it is printed for.
        pen.sign(Some(on.unwrap_or(outlook.as_of)));
        let name = format!("{}-催办函-{to}", pen.label(case));
        pen.done("notice.remind", (&title, name), Some(case))
    };
    let turn = deadline::turn(outlook.book, case, outlook.as_of);
    let units = turn
        .iter()
        .flat_map(|duty| duty.units().map(move |unit| (unit, duty)));
    units.map(remind).collect()
}

/// What a unit has to do once it has replied, and until when: handle it again, keep its promise,
/// mend what was found.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "everything else is part of the way to the reply"
)]
fn again(outlook: &Outlook, duty: &Duty) -> Option<(String, &'static str)> {
    let (why, asked) = match duty.key {
        ClockKey::Rehandle => (
            "代表对答复不满意，须重新办理",
            "请认真研究代表的意见，抓紧重新办理，主动与代表见面沟通，按期再次书面答复代表。",
        ),
        ClockKey::Promise => (
            "答复中有承诺事项",
            "请抓紧兑现承诺，并书面报告落实情况。不能按期兑现的，请在期限届满前书面说明原因和下一步安排。",
        ),
        ClockKey::Rework => ("回访发现问题，须整改", "请抓紧整改，并书面报告整改结果。"),
        _ => return None,
    };
    let due = duty.clock.as_ref().map(|clock| {
        let day = phrases::day(Some(clock.due()));
        let left = words::days_left(Lang::Zh, clock.days_left(outlook.as_of));
        format!("，期限为{day}，{left}")
    });
    Some((format!("{why}{}。", due.unwrap_or_default()), asked))
}

/// Consent to more time (同意延期).
pub(super) fn consent(outlook: &Outlook, case: &Case, doc_no: Option<&str>) -> Vec<Letter> {
    let Some(extension) = &case.extension else {
        return Vec::new();
    };
    let consent = |to: &Name| {
        let mut pen = Pen::new(outlook, Some(extension.on));
        let title = format!("关于同意延期答复{}的函", pen.suggestion(case));
        begin(&mut pen, case, doc_no, (&title, to));
        let due = unit::due_before(outlook, case).map(|day| phrases::day(Some(day)));
        let due = unit::or_line(due);
        let until = phrases::day(Some(extension.to));
        let why = pen.words(&extension.why);
        let why = why.trim_end_matches('。');
        let consented = extension.consent.as_ref();
        let consented = consented
            .map(|by| format!("经{by}同意，"))
            .unwrap_or_default();
        let label = pen.label(case);
        pen.say(format!(
            "你单位承办的《{}》（{label}）答复期限为{due}。你单位以“{why}”为由申请延期。{consented}现准予延期至{until}答复。",
            case.title
        ));
        pen.say("请向代表说明情况，抓紧办理，不得再次逾期。");
        pen.sign(Some(extension.on));
        let name = format!("{label}-同意延期-{to}");
        pen.done("notice.consent", (&title, name), Some(case))
    };
    units(case, None).iter().map(consent).collect()
}

/// Handle it again (重新办理): a deputy is not satisfied with the reply that counts.
pub(super) fn rehandle(outlook: &Outlook, case: &Case, doc_no: Option<&str>) -> Vec<Letter> {
    let grade = |word: &Name| {
        let rules = outlook.rules()?;
        rules.satisfaction.grade(word.as_str())
    };
    let against = case.rated_rounds().rev();
    let mut against = against.filter(|rating| {
        let words = [&rating.rating, &rating.attitude, &rating.result];
        let mut words = words.into_iter().flatten();
        words.any(|word| grade(word) == Some(Grade::Dissatisfied))
    });
    let Some(rating) = against.next() else {
        return Vec::new();
    };
    let again = |to: &Name| {
        let mut pen = Pen::new(outlook, Some(rating.on));
        let title = format!("关于重新办理{}的通知", pen.suggestion(case));
        begin(&mut pen, case, doc_no, (&title, to));
        let label = pen.label(case);
        let (who, when) = (&rating.deputy, phrases::day(Some(rating.on)));
        pen.say(format!(
            "你单位承办的《{}》（{label}）已答复代表。{when}，{who}代表对办理情况表示不满意。",
            case.title
        ));
        if let Some(comment) = &rating.comment {
            pen.say(format!(
                "代表的意见：{}",
                phrases::ended(&pen.words(comment))
            ));
        }
        let clocks = deadline::clocks_of(outlook.book, case, ClockKey::Rehandle, outlook.as_of);
        let due = clocks.last().map(|clock| phrases::day(Some(clock.due())));
        let due = due.map_or_else(|| "在规定期限内".to_owned(), |due| format!("于{due}前"));
        pen.say(format!(
            "请认真研究代表的意见，当面听取代表的要求，重新办理，并{due}再次书面答复代表。"
        ));
        pen.sign(Some(rating.on));
        let name = format!("{label}-重新办理通知-{to}");
        pen.done("notice.rehandle", (&title, name), Some(case))
    };
    units(case, None).iter().map(again).collect()
}
