//! What the office sends about one case: supervision notice, reminder, consent to more time, order
//! to handle it again.

use super::super::block::Block;
use super::super::outlook::Outlook;
use super::pen::Pen;
use super::{Letter, phrases, unit};
use crate::domain::book::{Case, Commitment, Notice};
use crate::domain::deadline::{self, Clock, Duty};
use crate::domain::rules::{ClockKey, ClockRule};
use crate::domain::terms::{Date, Name};
use crate::words::{self, Lang, LetterLack};

/// The units that a paper goes to: one that is named, else those that reply.
fn units(case: &Case, named: Option<&Name>) -> Vec<Name> {
    let repliers = case.assignment().into_iter().flat_map(|a| a.to.repliers());
    match named {
        Some(named) => vec![named.clone()],
        None => repliers.cloned().collect(),
    }
}

/// Who handles the case together with the unit that a paper goes to: each gets a copy.
fn concerned<'a>(case: &'a Case, to: &'a Name) -> impl Iterator<Item = &'a Name> {
    let co = case.assignment().into_iter().flat_map(|a| &a.to.co);
    co.filter(move |unit| *unit != to)
}

/// Whoever has more days left than this is reminded early, and that is said.
const DAYS_LEFT_MOST: i64 = 30;

/// What a unit owes on a day, worst first: that is what a letter says. [`deadline::duties`] decides
/// it, for the case as it stood at the end of the day of the letter; here each duty has its words.
enum Owed<'a> {
    /// Its reply, by the clock that runs for it.
    Reply(Option<Clock<'a>>),
    /// Its reply, whose last day has passed.
    LateReply(Option<Clock<'a>>),
    /// Another reply, after one that a deputy was not satisfied with.
    Again(Clock<'a>),
    /// What a look-back found not done is done again.
    Rework(Clock<'a>),
    /// What was promised.
    Promise(Commitment),
    /// Nothing that is asked for: the last day of the reply, where one was set.
    Nothing(Option<Clock<'a>>),
}

impl<'a> Owed<'a> {
    fn on(outlook: &'a Outlook, case: &Case, day: Date) -> Self {
        let book = outlook.book;
        let Some(stood) = book.case_on(case.id, day) else {
            return Self::Nothing(None);
        };
        let duties = deadline::duties(book, &stood, day);
        let open = |key: ClockKey| duties.iter().rfind(|duty| duty.key == key);
        let clock = |key: ClockKey| open(key)?.clock.clone();
        let reply = || deadline::reply_clock(book, &stood, day);
        if let Some(clock) = clock(ClockKey::Rework) {
            Self::Rework(clock)
        } else if let Some(clock) = clock(ClockKey::Rehandle) {
            Self::Again(clock)
        } else if stood.awaits_reply() {
            match reply() {
                Some(clock) if clock.is_overdue(day) => Self::LateReply(Some(clock)),
                clock => Self::Reply(clock),
            }
        } else {
            // A promise is owed by itself only when the reply stands.
            let promises = stood.open_commitments().cloned();
            let promise = promises.min_by_key(|promise| promise.due);
            promise.map_or_else(|| Self::Nothing(reply()), Self::Promise)
        }
    }

    /// The clock that runs for it.
    fn key(&self) -> Option<ClockKey> {
        match self {
            Self::Reply(_) | Self::LateReply(_) => Some(ClockKey::Reply),
            Self::Again(_) => Some(ClockKey::Rehandle),
            Self::Rework(_) => Some(ClockKey::Rework),
            Self::Promise(_) => Some(ClockKey::Promise),
            Self::Nothing(_) => None,
        }
    }

    /// The last day for it.
    fn due(&self) -> Option<Date> {
        match self {
            Self::Reply(clock) | Self::LateReply(clock) | Self::Nothing(clock) => {
                clock.as_ref().map(Clock::due)
            }
            Self::Again(clock) | Self::Rework(clock) => Some(clock.due()),
            Self::Promise(promise) => Some(promise.due),
        }
    }

    /// What is asked of the unit.
    fn asked(&self) -> &'static str {
        match self {
            Self::Reply(_) | Self::Nothing(_) => {
                "请抓紧办理，主动与代表见面沟通，按期书面答复代表。确有困难不能按期答复的，请在期限届满前书面说明理由，提出延期申请。"
            }
            Self::LateReply(_) => {
                "答复期限已过，请抓紧办理，主动与代表见面沟通，尽快书面答复代表，并书面说明逾期的原因。"
            }
            Self::Again(_) => {
                "请认真研究代表的意见，当面听取代表的要求，抓紧重新办理，按期再次书面答复代表。"
            }
            Self::Rework(_) => "请对照检查发现的问题抓紧整改，按期将整改结果书面报告，并告知代表。",
            Self::Promise(_) => {
                "请对照承诺抓紧落实，到期将落实情况书面告知代表，并报交办机关；不能按期兑现的，请提前说明理由和新的时间安排。"
            }
        }
    }
}

/// `你单位承办的《…》（第17号），2024年3月1日交办，答复期限为2024年6月1日，逾期3天。`; of a case
/// that is handled again the limit of that, with its article.
fn standing(pen: &mut Pen, case: &Case, owed: &Owed, day: Date) -> String {
    let label = pen.label(case);
    let head = format!(
        "你单位承办的{}（{label}）",
        words::titled(case.title.as_str())
    );
    let left = |due: Date| words::days_left(Lang::Zh, (due - day).num_days());
    let article = |clock: &Clock| {
        let article = clock.rule.and_then(ClockRule::article);
        article.map_or_else(String::new, |article| format!("按照{article}，"))
    };
    let within = |clock: &Clock| {
        let limit = clock.rule.and_then(|rule| rule.limit);
        limit.map_or_else(String::new, |limit| {
            format!("在{}内", words::limit(Lang::Zh, limit))
        })
    };
    let limit = |clock: &Clock| {
        let runs = clock.met.is_none_or(|met| met > day);
        let left = runs.then(|| format!("，{}", left(clock.due())));
        format!(
            "{}{}",
            phrases::day(Some(clock.due())),
            left.unwrap_or_default()
        )
    };
    match owed {
        Owed::Reply(clock) | Owed::LateReply(clock) | Owed::Nothing(clock) => {
            let assigned = case.assignment().map(|a| phrases::day(Some(a.on)));
            let assigned = pen.or_blank(case, assigned, LetterLack::Assignment);
            let limit = pen.or_blank(case, clock.as_ref().map(limit), LetterLack::Due);
            format!("{head}，{assigned}交办，答复期限为{limit}。")
        }
        Owed::Again(clock) => format!(
            "{head}已答复代表，代表于{}评价为不满意。{}应当{}重新办理并再次答复，期限为{}。",
            phrases::day(Some(clock.start())),
            article(clock),
            within(clock),
            limit(clock)
        ),
        Owed::Rework(clock) => format!(
            "{head}办后检查发现问题，{}要求整改。{}整改期限为{}。",
            phrases::day(Some(clock.start())),
            article(clock),
            limit(clock)
        ),
        Owed::Promise(promise) => format!(
            "{head}已答复代表，答复中承诺“{}”，完成时限为{}，{}。",
            pen.words(&promise.promise).trim_end_matches('。'),
            phrases::day(Some(promise.due)),
            left(promise.due)
        ),
    }
}

/// Head, number, title, addressee.
fn begin(pen: &mut Pen, case: &Case, doc_no: Option<&str>, (title, to): (&str, &Name)) {
    pen.head(case, doc_no, true);
    pen.put(Block::Title(title.to_owned()));
    pen.put(Block::Addressee(to.to_string()));
    pen.of_units([to]);
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
    let standing = standing(&mut pen, case, &Owed::on(outlook, case, on), on);
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
    pen.copied(Some(on), concerned(case, to));
    let name = format!("{}-督办通知-{to}-{on}", pen.label(case));
    pen.done("notice.supervise", (&title, name), Some(case))
}

/// A reminder (催办函) to each unit that still owes its reply, another reply, a rework, or what was
/// promised.
pub(super) fn remind(outlook: &Outlook, case: &Case, doc_no: Option<&str>) -> Vec<Letter> {
    let owed = Owed::on(outlook, case, outlook.as_of);
    let duties = deadline::duties(outlook.book, case, outlook.as_of);
    let duties = duties.iter().filter(|duty| Some(duty.key) == owed.key());
    let to: Vec<&Name> = duties.flat_map(Duty::units).collect();
    let remind = |to: &&Name| {
        let to = *to;
        let reminders = case.reminders.iter().rev();
        let told = |unit: &Name| unit == to;
        let mut reminders = reminders.filter(|r| r.unit.as_ref().is_none_or(told));
        let on = reminders.find(|r| r.deputy.is_none()).map(|r| r.on);
        let is_logged = on.is_some();
        let mut pen = Pen::new(outlook, on);
        let title = format!("关于催办{}的函", pen.suggestion(case));
        begin(&mut pen, case, doc_no, (&title, to));
        // A letter that nobody has logged goes out on the day it is printed for; one that was logged
        // tells how things stood on its day.
        let on = on.unwrap_or(outlook.as_of);
        let owed = Owed::on(outlook, case, on);
        let left = owed.due().map(|due| (due - on).num_days());
        if let Some(left) = left.filter(|left| !is_logged && *left > DAYS_LEFT_MOST) {
            pen.early(left);
        }
        let standing = standing(&mut pen, case, &owed, on);
        pen.say(standing);
        pen.say(owed.asked());
        pen.sign(Some(on));
        pen.copied(Some(on), concerned(case, to));
        let name = format!("{}-催办函-{to}", pen.label(case));
        pen.done("notice.remind", (&title, name), Some(case))
    };
    to.iter().map(remind).collect()
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
        let why = pen.stated(&extension.why);
        let why = pen.or_blank(case, why, LetterLack::Extension);
        let why = why.trim_end_matches('。');
        let consented = extension.consent.as_ref();
        let consented = consented.filter(|by| by.as_str() != words::NOT_STATED);
        let consented = consented
            .map(|by| format!("经{by}同意，"))
            .unwrap_or_default();
        let label = pen.label(case);
        pen.say(format!(
            "你单位承办的{}（{label}）答复期限为{due}。你单位以“{why}”为由申请延期。{consented}现准予延期至{until}答复。",
            words::titled(case.title.as_str())
        ));
        pen.say("请向代表说明情况，抓紧办理，不得再次逾期。");
        pen.sign(Some(extension.on));
        pen.copied(Some(extension.on), concerned(case, to));
        let name = format!("{label}-同意延期-{to}");
        pen.done("notice.consent", (&title, name), Some(case))
    };
    units(case, None).iter().map(consent).collect()
}

/// Handle it again (重新办理): a deputy is not satisfied with the reply that counts.
pub(super) fn rehandle(outlook: &Outlook, case: &Case, doc_no: Option<&str>) -> Vec<Letter> {
    let Some(rating) = outlook.book.dissatisfied(case).last() else {
        return Vec::new();
    };
    let again = |to: &Name| {
        let mut pen = Pen::new(outlook, Some(rating.on));
        let title = format!("关于重新办理{}的通知", pen.suggestion(case));
        begin(&mut pen, case, doc_no, (&title, to));
        let label = pen.label(case);
        let (who, when) = (&rating.deputy, phrases::day(Some(rating.on)));
        pen.say(format!(
            "你单位承办的{}（{label}）已答复代表。{when}，{who}代表对办理情况表示不满意。",
            words::titled(case.title.as_str())
        ));
        if let Some(comment) = &rating.comment {
            pen.say(format!(
                "代表的意见：{}",
                phrases::ended(&pen.words(comment))
            ));
        }
        let clocks = deadline::clocks_of(outlook.book, case, ClockKey::Rehandle, outlook.as_of);
        let clock = clocks.last();
        let due = clock.map(|clock| format!("于{}前", phrases::day(Some(clock.due()))));
        let due = due.unwrap_or_else(|| "在规定期限内".to_owned());
        let article = clock.and_then(|clock| clock.rule?.article());
        let article = article.map_or_else(String::new, |article| format!("按照{article}，"));
        pen.say(format!(
            "{article}请认真研究代表的意见，当面听取代表的要求，重新办理，并{due}再次书面答复代表。"
        ));
        // Nobody records that it was sent: it goes out on the day it is printed for.
        let on = Some(outlook.as_of);
        pen.sign(on);
        pen.copied(on, concerned(case, to));
        let name = format!("{label}-重新办理通知-{to}");
        pen.done("notice.rehandle", (&title, name), Some(case))
    };
    units(case, None).iter().map(again).collect()
}
