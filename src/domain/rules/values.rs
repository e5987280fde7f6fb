//! The values of a rule set that are no clocks: classes, scales, gates, rates, colours, numbers.

use serde::{Deserialize, Serialize};

use super::number_template::NumberTemplate;
use crate::domain::event::{Kind, MajorityOf, Trait};
use crate::domain::terms::Name;

/// Where a value comes from: text and article, or nobody has seen it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Text and article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// `false` where nobody has seen the article, or it is the office's own default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<bool>,
    /// What is to be known about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Source {
    /// Text and article; none where it is unverified.
    pub fn article(&self) -> Option<&str> {
        self.source
            .as_deref()
            .filter(|_| self.verified != Some(false))
    }
}

/// A result class (办理结果分类). Letters mean different things in different places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassRule {
    /// A, B, C …
    pub code: Name,
    /// What it means here.
    pub label: Name,
    /// What ledgers of other systems write for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Name>,
    /// How a yearly report says it, where it says more than the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_report: Option<Name>,
    /// Counts as resolved.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub resolved: bool,
    /// Needs a promise with a date.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub promise: bool,
    /// Needs a reason.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reason: bool,
}

/// What a word of the scale comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// 满意
    Satisfied,
    /// 基本满意
    Mostly,
    /// 不满意
    Dissatisfied,
    /// 不了解: counted apart, neither for nor against.
    Unknown,
}

/// The scale of satisfaction, in the office's words, best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Satisfaction {
    /// All words.
    pub levels: Vec<Name>,
    /// Those that mean satisfied.
    pub satisfied: Vec<Name>,
    /// Those that mean mostly satisfied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mostly: Vec<Name>,
    /// Those that mean that the deputy cannot tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<Name>,
    /// What is rated apart (态度, 结果); empty for one overall word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aspects: Vec<Name>,
}

impl Satisfaction {
    /// What a word means; none if the scale does not have it.
    pub fn grade(&self, word: &str) -> Option<Grade> {
        let among = |words: &[Name]| words.iter().any(|w| w.as_str() == word);
        if among(&self.satisfied) {
            Some(Grade::Satisfied)
        } else if among(&self.mostly) {
            Some(Grade::Mostly)
        } else if among(&self.unknown) {
            Some(Grade::Unknown)
        } else {
            among(&self.levels).then_some(Grade::Dissatisfied)
        }
    }
}

/// Which talk with the deputy a reply needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsultationGate {
    /// Any.
    Any,
    /// One in person.
    FaceToFace,
}

/// What the hand-over of a key or a complex case must name (五个一、四个一).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandOverNeed {
    /// 一名责任领导
    Leader,
    /// 一个责任岗位
    Post,
    /// 一个方案
    Plan,
    /// 一个时限
    Limit,
    /// 一名督办领导
    Supervisor,
    /// 一个专班
    TaskForce,
}

/// An outcome of the review that a coded reason may lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewStep {
    /// 不予受理
    Refuse,
    /// 退回修改
    Amend,
    /// 转为代表来信
    Letter,
}

/// A reason why a suggestion is not accepted (不予受理情形).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewReason {
    /// What the command line calls it.
    pub code: Name,
    /// The words of the text.
    pub label: Name,
    /// What it may lead to.
    pub leads_to: Vec<ReviewStep>,
}

/// What a case needs before it may be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CloseNeed {
    /// A reply.
    Reply,
    /// A talk with the deputy.
    Consultation,
    /// The deputy's rating.
    Rating,
    /// The deputy's rating, or a reminder that he did not answer.
    RatingOrReminded,
    /// The reply reached everybody whom the rules name.
    Delivered,
    /// The class was confirmed.
    ClassConfirmed,
    /// Somebody looked at what became of it and found it good (回头看).
    LookedBack,
    /// What checks found was mended.
    FindingsMended,
}

/// What must be there before a step.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gates {
    /// 先沟通后答复
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_needs_consultation: Option<ConsultationGate>,
    /// A reply names who signed it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reply_needs_signer: bool,
    /// The lead waits for the co-units' opinions, or for the end of their clock.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reply_needs_co_opinions: bool,
    /// A reply answers each request (逐条回应).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reply_answers_requests: bool,
    /// A reply that is withheld says why.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withholding_needs_reason: bool,
    /// Whoever does not accept a suggestion names a coded reason.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub review_needs_code: bool,
    /// A delegation proposes in session only.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub delegation_in_session: bool,
    /// Who extends has told the deputy.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub extension_tells_deputy: bool,
    /// What the hand-over of a key case names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key_needs: Vec<HandOverNeed>,
    /// What the hand-over of a complex case names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complex_needs: Vec<HandOverNeed>,
    /// The traits whose effects bind: time-critical ones are handed over with a limit, repeated
    /// ones are linked to an earlier case, comprehensive ones go to several units.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub binding_traits: Vec<Trait>,
    /// What a case needs before it may be closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub close_needs: Vec<CloseNeed>,
}

impl Gates {
    /// What the hand-over of a case of a kind names.
    pub fn hand_over_needs(&self, kind: Kind) -> &[HandOverNeed] {
        match kind {
            Kind::Ordinary => &[],
            Kind::Key => &self.key_needs,
            Kind::Complex => &self.complex_needs,
        }
    }
}

/// The two meanings of 办结率.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closure {
    /// Cases closed.
    #[default]
    Closed,
    /// Cases resolved.
    Resolved,
}

/// Over which cases satisfaction is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RatingsOver {
    /// Those whose deputy answered (重庆条例 第二十九条).
    #[default]
    Returned,
    /// Those that were replied to.
    Replied,
}

/// What the rates mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rates {
    /// 办结率
    #[serde(default)]
    pub closure: Closure,
    /// Whether 满意率 counts 基本满意.
    #[serde(default)]
    pub satisfied_includes_mostly: bool,
    /// The denominator of 满意率.
    #[serde(default)]
    pub ratings_over: RatingsOver,
    /// How many people must have given stars before their mean is printed.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub mean_needs: u32,
    /// From how many stars on average the public counts as satisfied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_satisfied_stars: Option<u32>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks with a reference"
)]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// When the official number is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberGiven {
    /// When it is handed in.
    #[default]
    Submit,
    /// When it is accepted.
    Accept,
}

/// How cases are numbered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbering {
    /// How a number is printed.
    pub template: NumberTemplate,
    /// How one given between sessions is printed.
    pub between_sessions: NumberTemplate,
    /// When it is given.
    #[serde(default)]
    pub given_at: NumberGiven,
}

/// Who gets the reply to a joint suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipients {
    /// Each co-signer.
    EachCoSigner,
    /// The lead deputy, who passes it on.
    Lead,
}

/// Until when a suggestion may be withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Withdrawal {
    /// At any time before the reply.
    AnyTime,
    /// Before it is handed over.
    BeforeHandOver,
    /// With the consent of all signatories.
    AllSignatories,
}

/// How long sessions of the congress last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionRules {
    /// One that is open for more days than this was not closed in the journal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_most: Option<u32>,
}

/// What deputies' activities are measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityRules {
    /// How many activities a group has a year, at least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group_yearly_min: Option<u32>,
    /// In the last so many days of a year a group below that is chased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group_chase_days: Option<u32>,
}

/// How livelihood projects are chosen and coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProjectRules {
    /// Of whom more than half must say yes.
    #[serde(default)]
    pub majority_of: MajorityOf,
    /// How many percent more candidates than places there are, at least (差额).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surplus_percent_min: Option<u32>,
    /// A public evaluation says something where at least so many percent of those asked answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_percent_min: Option<u8>,
    /// Under so many percent the board shows red.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub red_below: Option<u8>,
    /// Under so many percent it shows yellow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yellow_below: Option<u8>,
}
