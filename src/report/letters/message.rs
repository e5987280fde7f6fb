//! The text of a message that urges somebody (短信催办): a unit to act, a deputy to answer.
//!
//! It is a paper of the office: Chinese, whoever reads the screen. Refuses to send anything.

use super::super::outlook::Outlook;
use crate::domain::book::Case;
use crate::domain::deadline::{self, Actor, Duty};
use crate::domain::rules::ClockKey;
use crate::domain::terms::Name;
use crate::words::{self, Lang, Word};

/// Whom the message is for, where somebody is named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Addressee<'a> {
    /// A unit.
    pub unit: Option<&'a Name>,
    /// A deputy.
    pub deputy: Option<&'a Name>,
}

/// One line for each whose turn it is; for who is named one, whether it is his turn or not.
pub fn messages(outlook: &Outlook, case: &Case, to: Addressee) -> Vec<String> {
    let pen = Pen {
        outlook,
        titled: words::case_titled(Lang::Zh, outlook.book, case),
    };
    let turn = deadline::turn(outlook.book, case, outlook.as_of);
    match (to.unit, to.deputy) {
        (None, None) => turn.iter().flat_map(|duty| pen.of_duty(duty)).collect(),
        (Some(unit), _) => {
            let duties = deadline::duties(outlook.book, case, outlook.as_of);
            let owes = |duty: &&Duty| duty.units().any(|owing| owing == unit);
            let next = turn.iter().find(owes).or_else(|| duties.iter().find(owes));
            vec![pen.to_unit(unit, next)]
        }
        (None, Some(deputy)) => {
            let next = turn.iter().find(|duty| duty.proposer() == Some(deputy));
            vec![pen.to_deputy(deputy, next.map(|duty| duty.key))]
        }
    }
}

struct Pen<'a> {
    outlook: &'a Outlook<'a>,
    titled: String,
}

impl Pen<'_> {
    fn of_duty(&self, duty: &Duty) -> Vec<String> {
        let one = |actor: &Actor| match actor {
            Actor::Unit(unit) => Some(self.to_unit(unit, Some(duty))),
            Actor::Proposer(deputy) => Some(self.to_deputy(deputy, Some(duty.key))),
            Actor::Office => None,
        };
        duty.by.iter().filter_map(one).collect()
    }

    fn to_unit(&self, unit: &Name, duty: Option<&Duty>) -> String {
        let (office, titled) = (self.office(), &self.titled);
        let clock = duty.and_then(|duty| duty.clock.as_ref());
        let due = clock.map(|clock| {
            let what = clock.key.word(Lang::Zh);
            let day = words::date(Lang::Zh, clock.due());
            let left = words::days_left(Lang::Zh, clock.days_left(self.outlook.as_of));
            format!("{what}期限为{day},{left},")
        });
        let due = due.unwrap_or_default();
        let key = duty.map(|duty| duty.key);
        let (part, before, asked) = asked(key);
        format!("【{office}】{unit}: 你单位{part}的{titled}{before}{due}{asked}。")
    }

    fn to_deputy(&self, deputy: &Name, key: Option<ClockKey>) -> String {
        let (office, titled) = (self.office(), &self.titled);
        let asked = match key == Some(ClockKey::HandOver) {
            true => "需要修改,请改好后交给我们,谢谢",
            false => "已经答复,请将对办理情况的意见反馈我们,谢谢",
        };
        format!("【{office}】{deputy}代表: 您提出的{titled}{asked}。")
    }

    fn office(&self) -> &str {
        let identity = self.outlook.book.office().identity();
        identity.map_or("", |identity| identity.name.as_str())
    }
}

/// The unit's part in the case, what happened before, what it is asked to do.
fn asked(key: Option<ClockKey>) -> (&'static str, &'static str, &'static str) {
    match key {
        Some(ClockKey::Reply | ClockKey::ReplyHard) => ("承办", "", "请抓紧办理并答复代表"),
        Some(ClockKey::Rehandle) => ("承办", "代表对答复不满意,", "请抓紧重新办理并再次答复代表"),
        Some(ClockKey::Promise) => ("承办", "有承诺事项,", "请抓紧兑现并报告落实情况"),
        Some(ClockKey::CoOpinion | ClockKey::CoOpinionRedo) => {
            ("协办", "", "请抓紧把协办意见送主办单位")
        }
        Some(ClockKey::NoticeAnswer) => ("承办", "已经督办,", "请抓紧整改并书面回复"),
        Some(ClockKey::Rework) => ("承办", "需要整改,", "请抓紧整改并报告结果"),
        Some(ClockKey::Sign) => ("承办", "", "请及时签收"),
        Some(ClockKey::FirstContact) => ("承办", "", "请尽快与代表联系沟通"),
        Some(
            ClockKey::HandOver
            | ClockKey::Return
            | ClockKey::Reassign
            | ClockKey::Feedback
            | ClockKey::Adjudicate
            | ClockKey::OpinionAnswer,
        )
        | None => ("承办", "", "请抓紧办理"),
    }
}
