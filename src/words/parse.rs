//! Words that people type, in ledgers and on the command line, back to values: the office's own
//! words, their synonyms on real papers, and the codes of the journal.

use super::{Lang, Word};
use crate::domain::book::{Ending, State};
use crate::domain::event::{
    CheckKind, ConsultMode, ConsultStage, InspectMode, Kind, Publication, RemindMode, RevisitMeans,
    Trait,
};
use crate::domain::rules::Colour;
use crate::domain::terms::{Level, Period, half_width};

/// The value whose words or synonyms these are.
pub(super) fn find<T: Copy + Word>(typed: &str, values: &[(T, &[&str])]) -> Option<T> {
    let typed = half_width(typed.trim())
        .to_lowercase()
        .replace(['-', ' '], "_");
    let fits = |value: &T, synonyms: &[&str]| {
        value.word(Lang::Zh) == typed
            || value.word(Lang::En).replace(' ', "_") == typed
            || synonyms.contains(&typed.as_str())
    };
    values
        .iter()
        .find(|(value, synonyms)| fits(value, synonyms))
        .map(|(value, _)| *value)
}

/// 种类: 一般, 重点, 复杂.
pub fn parse_kind(typed: &str) -> Option<Kind> {
    let values: [(Kind, &[&str]); 3] = [
        (Kind::Ordinary, &["一般建议", "普通"]),
        (Kind::Key, &["重点建议", "重点件"]),
        (Kind::Complex, &["复杂建议", "疑难"]),
    ];
    find(typed, &values)
}

/// 特征: 时效性, 重复性, 综合性.
pub fn parse_trait(typed: &str) -> Option<Trait> {
    let values: [(Trait, &[&str]); 3] = [
        (Trait::TimeCritical, &["time_critical", "时效"]),
        (Trait::Repeated, &["重复"]),
        (Trait::Comprehensive, &["综合"]),
    ];
    find(typed, &values)
}

/// 催办方式: 电话, 书面, 上门, 短信.
pub fn parse_remind_mode(typed: &str) -> Option<RemindMode> {
    let values: [(RemindMode, &[&str]); 4] = [
        (RemindMode::Phone, &["打电话"]),
        (RemindMode::Letter, &["发函", "书面通知"]),
        (RemindMode::OnSite, &["on_site", "现场", "上门催办"]),
        (RemindMode::Message, &["微信", "信息"]),
    ];
    find(typed, &values)
}

/// 检查: 自查, 抽查, 第三方监督.
pub fn parse_check_kind(typed: &str) -> Option<CheckKind> {
    let values: [(CheckKind, &[&str]); 3] = [
        (CheckKind::SelfCheck, &["自检", "自检自查", "self_check"]),
        (
            CheckKind::SpotCheck,
            &["重点抽查", "集中抽查", "spot_check"],
        ),
        (CheckKind::ThirdParty, &["第三方", "third_party"]),
    ];
    find(typed, &values)
}

/// 线上, 线下.
pub fn parse_inspect_mode(typed: &str) -> Option<InspectMode> {
    let values: [(InspectMode, &[&str]); 2] = [
        (InspectMode::Online, &["网上", "系统"]),
        (InspectMode::OnSite, &["现场", "on_site"]),
    ];
    find(typed, &values)
}

/// 回访方式: 座谈, 查阅资料, 电话, 现场.
pub fn parse_means(typed: &str) -> Option<RevisitMeans> {
    let values: [(RevisitMeans, &[&str]); 4] = [
        (RevisitMeans::Talk, &["座谈了解", "座谈会"]),
        (RevisitMeans::Papers, &["资料", "查资料", "查阅"]),
        (RevisitMeans::Phone, &["电话回访"]),
        (RevisitMeans::Site, &["现场查看", "实地"]),
    ];
    find(typed, &values)
}

/// 绿, 黄, 红.
pub fn parse_colour(typed: &str) -> Option<Colour> {
    let values: [(Colour, &[&str]); 3] = [
        (Colour::Green, &["绿色", "绿灯", "绿"]),
        (Colour::Yellow, &["黄色", "黄灯", "黄"]),
        (Colour::Red, &["红色", "红灯", "红"]),
    ];
    find(typed, &values)
}

/// 级别: 镇, 区, 市, 省.
pub fn parse_level(typed: &str) -> Option<Level> {
    let values: [(Level, &[&str]); 4] = [
        (Level::Town, &["乡", "乡镇", "镇级", "街道"]),
        (Level::District, &["县", "区县", "区级", "县级"]),
        (Level::City, &["市级"]),
        (Level::Province, &["省级", "自治区"]),
    ];
    find(typed, &values)
}

/// 提出时间: 会议期间, 闭会期间.
pub fn parse_period(typed: &str) -> Option<Period> {
    let values: [(Period, &[&str]); 2] = [
        (
            Period::InSession,
            &[
                "开会期间",
                "会间",
                "会中",
                "会上",
                "会内",
                "大会建议",
                "大会",
            ],
        ),
        (
            Period::BetweenSessions,
            &["会后", "会外", "闭会建议", "闭会", "平时"],
        ),
    ];
    find(typed, &values)
}

/// 面商方式.
pub fn parse_mode(typed: &str) -> Option<ConsultMode> {
    let values: [(ConsultMode, &[&str]); 7] = [
        (
            ConsultMode::FaceToFace,
            &["面商", "见面", "面谈", "当面", "face_to_face"],
        ),
        (ConsultMode::Visit, &["登门走访", "上门", "上门走访"]),
        (ConsultMode::Meeting, &["座谈会", "会议"]),
        (ConsultMode::Site, &["现场查看", "现场会", "site"]),
        (ConsultMode::Phone, &["电话联系", "电话沟通"]),
        (ConsultMode::Online, &["网络", "平台", "微信"]),
        (ConsultMode::Letter, &["书面沟通", "信函"]),
    ];
    find(typed, &values)
}

/// 办前, 办中, 办后.
pub fn parse_stage(typed: &str) -> Option<ConsultStage> {
    let values: [(ConsultStage, &[&str]); 3] = [
        (ConsultStage::Before, &["事前"]),
        (ConsultStage::During, &["事中"]),
        (ConsultStage::After, &["事后", "回头看"]),
    ];
    find(typed, &values)
}

/// 公开, 不予公开.
pub fn parse_publication(typed: &str) -> Option<Publication> {
    let values: [(Publication, &[&str]); 2] = [
        (Publication::Publish, &["是", "同意公开", "主动公开", "yes"]),
        (Publication::Withhold, &["否", "不公开", "不同意公开", "no"]),
    ];
    find(typed, &values)
}

/// 环节.
pub fn parse_state(typed: &str) -> Option<State> {
    let values: [(State, &[&str]); 18] = [
        (State::Submitted, &["已提出", "待审查", "未审查"]),
        (State::ForAmendment, &["for_amendment"]),
        (State::Accepted, &["已受理"]),
        (State::PreAssigned, &["pre_assigned"]),
        (State::Assigned, &["已交办", "assigned"]),
        (State::Signed, &["已签收", "signed"]),
        (State::Returned, &["已退回", "returned"]),
        (State::InProgress, &["办理", "在办"]),
        (State::Replied, &["答复", "办复"]),
        (State::Rated, &["评价"]),
        (State::Rehandling, &["rehandling", "重办"]),
        (State::Adjudicating, &["adjudicating"]),
        (State::Reworking, &["reworking"]),
        (State::Closed, &["已办结"]),
        (State::Tracking, &["续办", "跟踪", "tracking"]),
        (State::Refused, &["不予立案"]),
        (State::Letter, &["来信", "letter"]),
        (State::Withdrawn, &["已撤回"]),
    ];
    find(typed, &values)
}

/// 终止办理: 不予受理, 转为来信, 撤回.
pub fn parse_ending(typed: &str) -> Option<Ending> {
    let values: [(Ending, &[&str]); 3] = [
        (Ending::Refused, &["不予立案", "不受理"]),
        (
            Ending::Letter,
            &["转为代表来信", "转来信", "来信", "letter"],
        ),
        (Ending::Withdrawn, &["已撤回", "撤案"]),
    ];
    find(typed, &values)
}

/// 是, 否.
pub fn parse_yes(typed: &str) -> Option<bool> {
    match half_width(typed.trim()).to_lowercase().as_str() {
        "是" | "√" | "有" | "yes" | "y" | "true" | "1" => Some(true),
        "否" | "×" | "无" | "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::choices;

    #[test]
    fn every_word_is_read_back() {
        for lang in [Lang::Zh, Lang::En] {
            for mode in choices::<ConsultMode>(lang) {
                let read = parse_mode(&mode).expect(&mode);
                assert_eq!(read.word(lang), mode);
            }
            for kind in [Kind::Ordinary, Kind::Key, Kind::Complex] {
                assert_eq!(parse_kind(kind.word(lang)), Some(kind));
            }
            for level in [Level::Town, Level::District, Level::City, Level::Province] {
                assert_eq!(parse_level(level.word(lang)), Some(level));
            }
            for period in [Period::InSession, Period::BetweenSessions] {
                assert_eq!(parse_period(period.word(lang)), Some(period));
            }
        }
        assert_eq!(parse_period("in_session"), Some(Period::InSession));
        assert_eq!(parse_mode("face_to_face"), Some(ConsultMode::FaceToFace));
        assert_eq!(parse_state("in_progress"), Some(State::InProgress));
        assert_eq!(parse_kind("奇怪"), None);
    }
}
