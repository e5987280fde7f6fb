//! The words of every value of the domain.

use super::{Lang, Pair, Work};
use crate::domain::book::{ClassStepKind, Ending, HandOver, State};
use crate::domain::event::{
    CheckKind, ConsultMode, ConsultStage, InspectMode, Kind, Publication, Rateable, RemindMode,
    ReviewStage, RevisitMeans, SuperviseMode, Trait,
};
use crate::domain::refusal::Thing;
use crate::domain::rules::{ClockKey, Colour, Grade, HandOverNeed, Sign, Start};
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

/// A value of which there are only so many.
pub trait Listed: Sized + 'static {
    /// All of them.
    const ALL: &'static [Self];
}

/// The words of all values, for a choice.
pub fn choices<T: Listed + Word>(lang: Lang) -> Vec<String> {
    let words = T::ALL.iter().map(|value| value.word(lang).to_owned());
    words.collect()
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

        impl $crate::words::Listed for $type {
            const ALL: &'static [Self] = &[$(Self::$value,)*];
        }
    };
}

pub(super) use words;

words!(State {
    Submitted => "提出", "submitted";
    ForAmendment => "退回修改", "returned for amendment";
    Accepted => "受理", "accepted";
    PreAssigned => "预交办", "proposed to units";
    Assigned => "交办", "handed over";
    Signed => "签收", "signed for";
    Returned => "退回", "returned by the unit";
    InProgress => "办理中", "in progress";
    Replied => "已答复", "replied";
    Rated => "已评价", "rated";
    Rehandling => "重新办理", "re-handling";
    Adjudicating => "研究处理", "to be decided on";
    Reworking => "整改", "to be reworked";
    Closed => "办结", "closed";
    Tracking => "跟踪续办", "closed, promise open";
    Refused => "不予受理", "refused";
    Letter => "转为来信", "turned into a letter";
    Withdrawn => "撤回", "withdrawn";
});

words!(SuperviseMode {
    Notice => "督办通知", "notice";
    Talk => "约谈", "talk";
});

words!(CheckKind {
    SelfCheck => "自查", "self-check";
    SpotCheck => "抽查", "spot check";
    ThirdParty => "第三方监督", "third party";
});

words!(InspectMode {
    Online => "线上", "online";
    OnSite => "线下", "on site";
});

words!(RevisitMeans {
    Talk => "座谈", "talk";
    Papers => "查阅资料", "papers";
    Phone => "电话", "phone";
    Site => "现场", "site";
});

words!(Rateable {
    Reply => "答复", "the reply";
    Commitment => "承诺落实", "the promise";
});

words!(Sign {
    NotConsulted => "还没有面商", "nobody talked with the deputy";
    Quiet => "多日没有进展", "nothing noted for days";
    MilestoneMissed => "节点没有按时达到", "a milestone was missed";
    CoOpinionLate => "协办意见逾期", "a co-opinion is late";
    Difficulty => "有难点,没有新进展", "a difficulty without progress since";
    Dissatisfied => "代表不满意", "the deputy is dissatisfied";
    ToBeReworked => "回头看不过关", "to be reworked";
    NoticeLate => "督办逾期未回复", "a notice was not answered";
    PromiseOpen => "承诺还在落实", "a promise is open";
    PromiseLate => "承诺逾期或没有兑现", "a promise is late or broken";
});

words!(Kind {
    Ordinary => "一般", "ordinary";
    Key => "重点", "key";
    Complex => "复杂", "complex";
});

words!(Trait {
    TimeCritical => "时效性", "time-critical";
    Repeated => "重复性", "repeated";
    Comprehensive => "综合性", "comprehensive";
});

words!(RemindMode {
    Phone => "电话", "phone";
    Letter => "书面", "letter";
    OnSite => "上门", "on site";
    Message => "短信", "message";
});

words!(HandOverNeed {
    Leader => "责任领导", "the responsible leader";
    Post => "责任岗位", "the post";
    Plan => "办理方案", "the plan";
    Limit => "办理时限", "the limit";
    Supervisor => "督办领导", "the supervising leader";
    TaskForce => "工作专班", "the task force";
});

words!(ClassStepKind {
    Proposed => "申报", "proposed";
    FirstReview => "初审", "first review";
    SecondReview => "复审", "second review";
    Confirmed => "确认", "confirmed";
});

words!(ReviewStage {
    First => "初审", "first review";
    Second => "复审", "second review";
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

words!(Work {
    Import => "逐行核对", "reading rows";
    Export => "导出台账", "writing the ledger";
    Verify => "校验日志", "verifying the journal";
    Letters => "写公文", "letters";
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
    ReviewReason => "审查情形", "coded reason";
    Milestone => "节点", "milestone";
    Check => "检查", "check";
    Mapping => "列名对照", "mapping";
    Filter => "保存的筛选", "saved filter";
    Group => "代表小组", "deputy group";
    Opinion => "民意", "opinion";
    Activity => "活动", "activity";
    Pledge => "承诺", "pledge";
    ScoreItem => "分项", "item";
    Project => "民生实事项目", "project";
    Ballot => "票决", "ballot";
    Caretaker => "管护岗位", "caretaker";
    Citizen => "群众", "citizen";
    Station => "家站", "station";
    Meeting => "会议", "meeting";
    Deliberation => "审议意见", "deliberation";
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
