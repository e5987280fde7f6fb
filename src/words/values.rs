//! The words of every value of the domain.

use super::{Lang, Pair};
use crate::domain::book::{Ending, HandOver, State};
use crate::domain::event::{ConsultMode, ConsultStage, Event, Kind, Publication};
use crate::domain::refusal::Thing;
use crate::domain::rules::{ClockKey, Colour, Grade, Start};
use crate::domain::terms::{Level, Period};

/// A value that has words.
pub trait Word {
    /// Its words in both languages.
    fn pair(&self) -> Pair;

    /// Its words in one language.
    fn word(&self, lang: Lang) -> &'static str {
        self.pair().get(lang)
    }
}

/// Gives each value of an enum its words; one that is left out does not compile.
macro_rules! words {
    ($type:ty { $($value:ident => $zh:literal, $en:literal;)* }) => {
        impl Word for $type {
            fn pair(&self) -> Pair {
                match self {
                    $(Self::$value => Pair { zh: $zh, en: $en },)*
                }
            }
        }
    };
}

words!(State {
    Submitted => "提出", "submitted";
    ForAmendment => "退回修改", "returned for amendment";
    Accepted => "受理", "accepted";
    Assigned => "交办", "handed over";
    Signed => "签收", "signed for";
    Returned => "退回", "returned by the unit";
    InProgress => "办理中", "in progress";
    Replied => "已答复", "replied";
    Rated => "已评价", "rated";
    Closed => "办结", "closed";
    Tracking => "跟踪续办", "closed, promise open";
    Refused => "不予受理", "refused";
    Letter => "转为来信", "turned into a letter";
    Withdrawn => "撤回", "withdrawn";
});

words!(Kind {
    Ordinary => "一般", "ordinary";
    Key => "重点", "key";
    Complex => "复杂", "complex";
});

words!(Level {
    Town => "镇", "town";
    District => "区", "district";
    City => "市", "city";
    Province => "省", "province";
});

words!(Period {
    InSession => "会议期间", "in session";
    BetweenSessions => "闭会期间", "between sessions";
});

words!(ConsultStage {
    Before => "办前", "before";
    During => "办中", "during";
    After => "办后", "after";
});

words!(ConsultMode {
    FaceToFace => "面谈", "face to face";
    Visit => "走访", "visit";
    Meeting => "座谈", "meeting";
    Site => "现场", "on site";
    Phone => "电话", "phone";
    Online => "线上", "online";
    Letter => "书面", "letter";
});

words!(Publication {
    Publish => "公开", "publish";
    Withhold => "不予公开", "withhold";
});

words!(HandOver {
    Assigned => "交办", "handed over";
    Reassigned => "改办", "handed over anew";
    Tracked => "上级交办", "handed over by another level";
});

words!(Ending {
    Refused => "不予受理", "refused";
    Letter => "转为来信", "turned into a letter";
    Withdrawn => "撤回", "withdrawn";
});

words!(Grade {
    Satisfied => "满意", "satisfied";
    Mostly => "基本满意", "mostly satisfied";
    Dissatisfied => "不满意", "dissatisfied";
    Unknown => "不了解", "cannot tell";
});

words!(Colour {
    Green => "绿", "green";
    Yellow => "黄", "yellow";
    Red => "红", "red";
});

words!(Thing {
    Case => "建议", "case";
    Unit => "承办单位", "unit";
    Deputy => "代表", "deputy";
    Category => "类别", "category";
    Class => "办理结果分类", "result class";
    Grade => "满意度", "satisfaction";
    Session => "届次", "session";
    Line => "记录", "entry";
    Field => "项", "field";
    RuleSet => "办法", "rule set";
});

words!(ClockKey {
    HandOver => "交办", "hand-over";
    Sign => "签收", "signing";
    FirstContact => "首次沟通", "first contact";
    Return => "退回", "return";
    Reassign => "改办", "reassignment";
    CoOpinion => "协办意见", "co-opinion";
    CoOpinionRedo => "重提协办意见", "co-opinion again";
    Reply => "答复", "reply";
    ReplyHard => "疑难件答复", "reply, hard case";
    Feedback => "代表反馈", "feedback";
    Rehandle => "重新办理", "re-handling";
    Adjudicate => "研究处理", "adjudication";
    Promise => "承诺兑现", "promise";
    NoticeAnswer => "督办回复", "answer to a notice";
    OpinionAnswer => "民意答复", "answer to an opinion";
    Rework => "整改", "rework";
});

words!(Start {
    Submitted => "提出之日", "the day it was submitted";
    Received => "收到之日", "the day it was received";
    Assigned => "交办之日", "the day of the hand-over";
    Signed => "签收之日", "the day it was signed for";
    Returned => "退回之日", "the day it was returned";
    SessionClosed => "闭会之日", "the close of the session";
    Replied => "答复之日", "the day of the reply";
    ReplyReceived => "收到答复之日", "the day the reply was received";
    Rated => "评价之日", "the day of the rating";
    CoOpinionRejected => "退回协办意见之日", "the day the co-opinion was rejected";
    Noticed => "通知之日", "the day of the notice";
    Recorded => "记录之日", "the day it was recorded";
    Ordered => "责令之日", "the day it was ordered";
    Promised => "承诺之日", "the day of the promise";
});

/// What a fact is called on a timeline.
pub fn fact(lang: Lang, event: &Event) -> &'static str {
    fact_name(lang, event.name())
}

/// The same, of a fact that is only known by its name in the journal.
pub fn fact_name(lang: Lang, name: &'static str) -> &'static str {
    let known = FACTS.iter().find(|(known, _)| *known == name);
    known.map_or(name, |(_, pair)| pair.get(lang))
}

/// The facts by their names in the journal. A test holds the list complete.
const FACTS: [(&str, Pair); 40] = [
    (
        "store_opened",
        Pair {
            zh: "建档",
            en: "store opened",
        },
    ),
    (
        "rules_adopted",
        Pair {
            zh: "采用办法",
            en: "rules adopted",
        },
    ),
    (
        "calendar_adopted",
        Pair {
            zh: "采用日历",
            en: "calendar adopted",
        },
    ),
    (
        "session_opened",
        Pair {
            zh: "开会",
            en: "session opened",
        },
    ),
    (
        "session_closed",
        Pair {
            zh: "闭会",
            en: "session closed",
        },
    ),
    (
        "deputy_added",
        Pair {
            zh: "登记代表",
            en: "deputy entered",
        },
    ),
    (
        "mandate_given",
        Pair {
            zh: "当选",
            en: "seat given",
        },
    ),
    (
        "mandate_ended",
        Pair {
            zh: "职务终止",
            en: "seat ended",
        },
    ),
    (
        "unit_added",
        Pair {
            zh: "登记单位",
            en: "unit entered",
        },
    ),
    (
        "post_filled",
        Pair {
            zh: "任职",
            en: "post filled",
        },
    ),
    (
        "submitted",
        Pair {
            zh: "提出",
            en: "submitted",
        },
    ),
    (
        "numbered",
        Pair {
            zh: "编号",
            en: "numbered",
        },
    ),
    (
        "accepted",
        Pair {
            zh: "受理",
            en: "accepted",
        },
    ),
    (
        "refused",
        Pair {
            zh: "不予受理",
            en: "refused",
        },
    ),
    (
        "returned_for_amendment",
        Pair {
            zh: "退回修改",
            en: "returned for amendment",
        },
    ),
    (
        "turned_to_letter",
        Pair {
            zh: "转为来信",
            en: "turned into a letter",
        },
    ),
    (
        "withdrawn",
        Pair {
            zh: "撤回",
            en: "withdrawn",
        },
    ),
    (
        "key_supervised",
        Pair {
            zh: "列为重点督办",
            en: "picked as key",
        },
    ),
    (
        "tracked",
        Pair {
            zh: "上级交办",
            en: "handed over by another level",
        },
    ),
    (
        "assigned",
        Pair {
            zh: "交办",
            en: "handed over",
        },
    ),
    (
        "reassigned",
        Pair {
            zh: "改办",
            en: "handed over anew",
        },
    ),
    (
        "forwarded",
        Pair {
            zh: "转办",
            en: "passed on",
        },
    ),
    (
        "signed",
        Pair {
            zh: "签收",
            en: "signed for",
        },
    ),
    (
        "returned",
        Pair {
            zh: "退回",
            en: "returned by the unit",
        },
    ),
    (
        "consulted",
        Pair {
            zh: "面商",
            en: "consulted",
        },
    ),
    (
        "progressed",
        Pair {
            zh: "进展",
            en: "progress",
        },
    ),
    (
        "co_opinion_given",
        Pair {
            zh: "协办意见",
            en: "co-opinion",
        },
    ),
    (
        "extended",
        Pair {
            zh: "延期",
            en: "extended",
        },
    ),
    (
        "replied",
        Pair {
            zh: "答复",
            en: "replied",
        },
    ),
    (
        "escalated",
        Pair {
            zh: "上报",
            en: "escalated",
        },
    ),
    (
        "commitment_made",
        Pair {
            zh: "承诺",
            en: "promised",
        },
    ),
    (
        "commitment_settled",
        Pair {
            zh: "续办",
            en: "promise settled",
        },
    ),
    (
        "rated",
        Pair {
            zh: "代表评价",
            en: "rated by the deputy",
        },
    ),
    (
        "public_rated",
        Pair {
            zh: "群众评分",
            en: "rated by the public",
        },
    ),
    (
        "revisited",
        Pair {
            zh: "回访评价",
            en: "rated by the revisit group",
        },
    ),
    (
        "closed",
        Pair {
            zh: "办结",
            en: "closed",
        },
    ),
    (
        "noted",
        Pair {
            zh: "备注",
            en: "remark",
        },
    ),
    (
        "corrected",
        Pair {
            zh: "更正",
            en: "corrected",
        },
    ),
    (
        "undone",
        Pair {
            zh: "撤销",
            en: "undone",
        },
    ),
    (
        "redone",
        Pair {
            zh: "重做",
            en: "redone",
        },
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_has_words() {
        let vocabulary = include_str!("../domain/event/facts.rs");
        let names = vocabulary
            .split("pub fn name")
            .nth(1)
            .expect("the list of names");
        let names: Vec<&str> = names.split('"').skip(1).step_by(2).collect();
        assert_eq!(names.len(), FACTS.len());
        for name in names {
            assert!(FACTS.iter().any(|(known, _)| *known == name), "{name}");
        }
    }
}
