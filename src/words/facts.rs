//! What each fact of the journal is called on a timeline.

use super::{Lang, Pair};
use crate::domain::event::Event;

/// What a fact is called on a timeline.
pub fn fact(lang: Lang, event: &Event) -> &'static str {
    fact_name(lang, event.name())
}

/// The same, of a fact that is only known by its name in the journal.
pub fn fact_name(lang: Lang, name: &'static str) -> &'static str {
    let known = FACTS.iter().find(|(known, ..)| *known == name);
    known.map_or(name, |(_, zh, en)| Pair { zh, en }.get(lang))
}

/// The name in the journal of a fact that is called so: `交办`, `handed over`, `assigned`.
pub fn parse_fact(typed: &str) -> Option<&'static str> {
    let called = |(name, zh, en): &&(&str, &str, &str)| [*name, *zh, *en].contains(&typed);
    FACTS.iter().find(called).map(|(name, ..)| *name)
}

/// The facts by their names in the journal. A test holds the list complete.
const FACTS: &[(&str, &str, &str)] = &[
    ("store_opened", "建档", "store opened"),
    ("rules_adopted", "采用办法", "rules adopted"),
    ("calendar_adopted", "采用日历", "calendar adopted"),
    ("session_opened", "开会", "session opened"),
    ("session_closed", "闭会", "session closed"),
    ("deputy_added", "登记代表", "deputy entered"),
    ("mandate_given", "当选", "seat given"),
    ("mandate_ended", "职务终止", "seat ended"),
    ("unit_added", "登记单位", "unit entered"),
    ("post_filled", "任职", "post filled"),
    ("submitted", "提出", "submitted"),
    ("numbered", "编号", "numbered"),
    ("accepted", "受理", "accepted"),
    ("refused", "不予受理", "refused"),
    (
        "returned_for_amendment",
        "退回修改",
        "returned for amendment",
    ),
    ("turned_to_letter", "转为来信", "turned into a letter"),
    ("withdrawn", "撤回", "withdrawn"),
    ("key_supervised", "列为重点督办", "picked as key"),
    ("tracked", "上级交办", "handed over by another level"),
    ("assigned", "交办", "handed over"),
    ("reassigned", "改办", "handed over anew"),
    ("forwarded", "转办", "passed on"),
    ("signed", "签收", "signed for"),
    ("returned", "退回", "returned by the unit"),
    ("consulted", "面商", "consulted"),
    ("progressed", "进展", "progress"),
    ("co_opinion_given", "协办意见", "co-opinion"),
    ("extended", "延期", "extended"),
    ("replied", "答复", "replied"),
    ("escalated", "上报", "escalated"),
    ("commitment_made", "承诺", "promised"),
    ("commitment_settled", "续办", "promise settled"),
    ("rated", "代表评价", "rated by the deputy"),
    ("public_rated", "群众评分", "rated by the public"),
    ("revisited", "回访评价", "rated by the revisit group"),
    ("closed", "办结", "closed"),
    ("noted", "备注", "remark"),
    ("amended", "修改", "amended"),
    ("classified", "归类", "classified"),
    ("linked", "重复提出", "linked to an earlier case"),
    ("merged", "并案", "merged"),
    ("unmerged", "取消并案", "parted"),
    ("pre_assigned", "预交办", "proposed to units"),
    ("disputed", "提出异议", "objected to"),
    ("coordinated", "协调", "coordinated"),
    ("return_refused", "不同意退回", "return not agreed to"),
    ("consultation_booked", "约见", "talk agreed on"),
    ("milestone_set", "设定节点", "milestone set"),
    ("milestone_reached", "达到节点", "milestone reached"),
    ("difficulty_raised", "难点", "difficulty"),
    ("effect_recorded", "办理成效", "effect"),
    ("evidence_added", "佐证", "evidence"),
    ("co_opinion_rejected", "退回协办意见", "co-opinion rejected"),
    ("delivered", "送达", "delivered"),
    ("class_proposed", "申报分类", "class proposed"),
    ("class_reviewed", "分类审核", "class reviewed"),
    ("class_confirmed", "分类确认", "class confirmed"),
    (
        "escalation_answered",
        "上级办理结果",
        "outcome at the upper level",
    ),
    ("reminded", "催办", "urged"),
    ("supervised", "督办", "supervised"),
    ("notice_answered", "回复督办", "notice answered"),
    ("colour_set", "标色", "colour set"),
    ("inspected", "检查", "inspected"),
    ("finding_mended", "检查整改", "finding mended"),
    ("looked_back", "回头看", "looked back"),
    ("rework_ordered", "责令整改", "rework ordered"),
    ("rework_done", "完成整改", "rework done"),
    ("re_replied", "续复", "replied again"),
    ("feedback_sought", "征询意见", "feedback sought"),
    ("adjudicated", "研究处理", "decided on"),
    ("reopened", "重新开启", "reopened"),
    ("check_opened", "开始检查", "check opened"),
    ("mapping_saved", "保存对照", "mapping saved"),
    ("filter_saved", "保存筛选", "filter saved"),
    ("filter_dropped", "删去筛选", "filter dropped"),
    ("activity_planned", "安排活动", "activity planned"),
    ("activity_held", "举行活动", "activity held"),
    ("activity_cancelled", "取消活动", "activity called off"),
    ("activity_counted", "活动成果", "what an activity brought"),
    ("activity_rated", "活动评价", "units rated at an activity"),
    ("project_collected", "征集项目", "project collected"),
    ("project_screened", "筛选项目", "project screened"),
    ("project_discussed", "共商项目", "project talked over"),
    ("project_declared", "申报项目", "project declared"),
    ("projects_nominated", "列为候选", "candidates"),
    ("projects_balloted", "票决", "voted on"),
    ("projects_resolved", "村民决议", "village resolved"),
    ("projects_announced", "公布项目", "announced"),
    ("project_started", "开始实施", "work begun"),
    ("project_progressed", "项目进度", "how far it is"),
    ("project_changed", "项目调整", "plan changed"),
    ("project_supervised", "项目监督", "project supervised"),
    ("project_accepted", "项目验收", "project accepted"),
    ("project_evaluated", "项目测评", "project evaluated"),
    ("project_defect_found", "质保期问题", "defect found"),
    ("project_defect_mended", "质保修复", "defect mended"),
    ("project_entrusted", "落实管护", "entrusted to a caretaker"),
    ("caretaker_credited", "管护积分", "points for care"),
    ("caretaker_rewarded", "管护奖励", "reward for care"),
    ("error_forgiven", "容错", "error forgiven"),
    (
        "anonymous_scoring_closed",
        "无记名测评",
        "anonymous scoring counted",
    ),
    ("unit_commended", "表扬单位", "unit commended"),
    ("pledge_made", "代表承诺", "pledge made"),
    ("pledge_settled", "承诺兑现", "pledge settled"),
    ("deed_logged", "履职登记", "work logged"),
    ("deputy_commended", "表彰代表", "deputy commended"),
    ("deputy_self_rated", "代表自评", "rated by himself"),
    ("deputy_voter_rated", "选民评议", "rated by the voters"),
    ("opinion_collected", "听取民意", "opinion heard"),
    ("opinion_answered", "答复民意", "opinion answered"),
    ("opinion_passed_on", "转交民意", "opinion passed on"),
    ("opinions_discussed", "小组讨论", "opinions talked over"),
    ("opinions_raised", "转为建议", "opinions became suggestions"),
    (
        "opinions_forwarded",
        "报送立法建议",
        "opinions sent to a legislature",
    ),
    ("opinion_settled", "民意去向", "what became of an opinion"),
    ("group_added", "设立小组", "group set up"),
    ("group_joined", "加入小组", "group joined"),
    ("group_left", "退出小组", "group left"),
    ("station_added", "设立家站", "station set up"),
    ("station_staffed", "家站值守", "station kept by"),
    ("meeting_called", "通知会议", "meeting called"),
    ("meeting_held", "举行会议", "meeting held"),
    ("meeting_decided", "会议决定", "meeting decided"),
    ("meeting_minuted", "会议纪要", "minutes kept"),
    (
        "deliberation_given",
        "审议意见",
        "opinion of a deliberation",
    ),
    (
        "deliberation_answered",
        "答复审议意见",
        "deliberation answered",
    ),
    ("citizen_recorded", "登记群众", "citizen entered"),
    (
        "particulars_corrected",
        "更正个人信息",
        "particulars corrected",
    ),
    ("households_paired", "结对联系户", "households paired"),
    ("households_parted", "解除结对", "households parted"),
    ("households_visited", "走访联系户", "households visited"),
    ("erased", "抹除个人信息", "particulars erased"),
    ("corrected", "更正", "corrected"),
    ("undone", "撤销", "undone"),
    ("redone", "重做", "redone"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_has_words() {
        assert_eq!(Event::NAMES.len(), FACTS.len());
        for name in Event::NAMES {
            assert!(FACTS.iter().any(|(known, ..)| known == name), "{name}");
        }
    }
}
