//! How an office writes its letters: the choices that real letters of different places make
//! differently. No text sets them, so each is the office's own default until it says otherwise.

use serde::{Deserialize, Serialize};

use crate::domain::terms::Name;

/// How letters and notices are written (公文式样).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterRules {
    /// How a reply begins.
    #[serde(default)]
    pub opening: Opening,
    /// The last word of a reply's title.
    #[serde(default)]
    pub ending: Ending,
    /// How the deputy is addressed.
    #[serde(default)]
    pub address: Address,
    /// How a session is named.
    #[serde(default)]
    pub session_name: SessionName,
    /// Where the signer stands.
    #[serde(default)]
    pub signer_place: SignerPlace,
    /// How the class stands at the upper right.
    #[serde(default)]
    pub class_mark: ClassMark,
    /// Whether the reply says that it may be published.
    #[serde(default)]
    pub public_mark: PublicMark,
    /// The congress (健龙镇), where it cannot be read off the office's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub congress: Option<Name>,
    /// Who sends the replies of all units; each unit its own where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Name>,
    /// Who gets a copy of every reply beside the co-units; the office itself where nothing is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<Name>,
    /// Who gets a copy of every notice of the office, beside the co-units of its case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notice_copies: Vec<Name>,
    /// Who prints the office's papers (印发机关); the office itself where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed_by: Option<Name>,
    /// To whom the office hands all key ones, where it does not hand them to the units themselves, as
    /// its yearly report calls them (市政府).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_handed_to: Option<Name>,
    /// How the yearly report says that the key ones were handled, once all are closed. The praise is
    /// the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_handled: Option<Name>,
}

/// How a reply begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opening {
    /// 收悉
    #[default]
    Received,
    /// 已交我局办理
    HandedOver,
}

/// The last word of a reply's title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 答复
    #[default]
    Answer,
    /// 答复函
    AnswerLetter,
    /// 复函
    Letter,
}

/// How the deputy is addressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Address {
    /// 您
    #[default]
    Polite,
    /// 你
    Plain,
}

/// How a session is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionName {
    /// 第二十届人民代表大会第五次会议
    #[default]
    Long,
    /// 第二十届人大五次会议
    Short,
}

/// Where the signer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignerPlace {
    /// Nowhere.
    #[default]
    None,
    /// Beside the number.
    Number,
    /// After the day.
    End,
    /// In the text: 此复函已经…审签
    Sentence,
}

/// How the class stands at the upper right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassMark {
    /// 类别：B
    #[default]
    Labelled,
    /// B
    Bare,
    /// B类
    Suffixed,
    /// 办理结果：（B）
    Bracketed,
    /// Nowhere.
    None,
}

/// Whether the reply says that it may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublicMark {
    /// 主动公开, 不予公开
    #[default]
    Words,
    /// 是否同意公开：是
    Consent,
    /// Nowhere.
    None,
}
