//! The small parts that facts are made of. They know nothing of the facts they stand in.

use serde::{Deserialize, Serialize};

use crate::domain::terms::Name;

/// Priority kind (种类).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 一般
    #[default]
    Ordinary,
    /// 重点
    Key,
    /// 复杂
    Complex,
}

/// What makes a case special beside its kind (特征); each has its effect where the rules say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trait {
    /// 时效性: takes a limit of its own
    TimeCritical,
    /// 重复性: linked to the earlier ones, one closing reply
    Repeated,
    /// 综合性: handled jointly
    Comprehensive,
}

/// How somebody was urged (催办方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemindMode {
    /// 电话
    Phone,
    /// 书面
    Letter,
    /// 上门
    OnSite,
    /// 短信
    Message,
}

/// How the congress side stepped in (督办方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuperviseMode {
    /// 督办通知
    Notice,
    /// 约谈
    Talk,
}

/// Where an opinion of citizens was heard (渠道).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// 代表接待日
    ReceptionDay,
    /// 院坝会
    CourtyardMeeting,
    /// 走访
    Visit,
    /// 问卷
    Questionnaire,
    /// 意见箱
    LetterBox,
    /// 网上
    Online,
}

/// What kind of check it was (检查).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckKind {
    /// 自检自查, by the units themselves
    SelfCheck,
    /// 抽查, of a sample
    SpotCheck,
    /// 第三方监督
    ThirdParty,
}

/// How a case was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InspectMode {
    /// 线上
    Online,
    /// 线下
    OnSite,
}

/// How the revisit group came to its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RevisitMeans {
    /// 座谈了解
    Talk,
    /// 查阅资料
    Papers,
    /// 电话回访
    Phone,
    /// 现场查看
    Site,
}

/// What a deputy rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rateable {
    /// The reply.
    #[default]
    Reply,
    /// What became of its promise (承诺事项落实情况).
    Commitment,
}

impl Rateable {
    /// A reply goes without saying.
    pub(super) fn is_reply(&self) -> bool {
        *self == Self::Reply
    }
}

/// Which look at the class it was (初审, 复审).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewStage {
    /// 初审
    First,
    /// 复审
    Second,
}

/// When in the handling a consultation took place (三见面).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsultStage {
    /// 办前
    Before,
    /// 办中
    During,
    /// 办后
    After,
}

/// How the unit spoke with the deputy (面商方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsultMode {
    /// 面谈
    FaceToFace,
    /// 走访
    Visit,
    /// 座谈
    Meeting,
    /// 现场
    Site,
    /// 电话
    Phone,
    /// 线上
    Online,
    /// 书面
    Letter,
}

impl ConsultMode {
    /// Whether the deputy was met in person.
    pub fn is_face_to_face(self) -> bool {
        match self {
            Self::FaceToFace | Self::Visit | Self::Meeting | Self::Site => true,
            Self::Phone | Self::Online | Self::Letter => false,
        }
    }
}

/// Whether the reply may be made public (公开属性).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Publication {
    /// 公开
    Publish,
    /// 不予公开
    Withhold,
}

/// Who handles a case: one lead with its co-units, or several separate units (分办).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handlers {
    /// 主办单位
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Name>,
    /// 协办单位
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co: Vec<Name>,
    /// 分办单位: each replies on its own
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub separate: Vec<Name>,
    /// 责任领导
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader: Option<Name>,
    /// 责任岗位
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<Name>,
    /// 经办人
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clerk: Option<Name>,
    /// 联系电话
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Name>,
}

impl Handlers {
    /// The units that owe a reply: the lead, or each separate unit.
    pub fn repliers(&self) -> impl Iterator<Item = &Name> {
        self.lead.iter().chain(&self.separate)
    }

    /// Every unit that holds the case.
    pub fn units(&self) -> impl Iterator<Item = &Name> {
        self.repliers().chain(&self.co)
    }
}
