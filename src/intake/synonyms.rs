//! What other offices call the columns of a ledger, taken from published ledgers and forms.
//!
//! Refuses: words that mean one thing in one office and another in the next. They stand in
//! [`AMBIGUOUS`]: their values decide (`guess`), or a person.

use super::guess::{self, Below, Guess};
use super::header::TableColumn;
use crate::words::LedgerColumn::{self, *};

/// Words for a column that cannot mean anything else.
const SYNONYMS: &[(&str, LedgerColumn)] = &[
    ("建议号", No),
    ("案号", No),
    ("建议编号", No),
    ("提案编号", No),
    ("议案编号", No),
    ("开案案号", No),
    ("件号", No),
    ("案件编号", No),
    ("题目", Title),
    ("案由", Title),
    ("建议标题", Title),
    ("建议名称", Title),
    ("建议题目", Title),
    ("建议案由", Title),
    ("建议内容", Body),
    ("内容摘要", Body),
    ("主要内容", Body),
    ("具体内容", Body),
    ("建议摘要", Body),
    ("代表姓名", Deputy),
    ("提出代表", Deputy),
    ("建议代表", Deputy),
    ("提出人", Deputy),
    ("提案人", Deputy),
    ("提案者", Deputy),
    ("第一提案人", Deputy),
    ("建议人", Deputy),
    ("领衔人", Deputy),
    ("附议代表", CoSigners),
    ("附议人", CoSigners),
    ("附议人员", CoSigners),
    ("联名人", CoSigners),
    ("所属代表团", Delegation),
    ("提议代表团", Delegation),
    ("建议代表团", Delegation),
    ("届", Term),
    ("届别", Term),
    ("次会议", Session),
    ("会议次数", Session),
    ("会议类型", Period),
    ("会期", Period),
    ("提交时间", Submitted),
    ("提交日期", Submitted),
    ("登记日期", Submitted),
    ("层级", Level),
    ("所属级别", Level),
    ("内容分类", Category),
    ("内容类别", Category),
    ("建议分类", Category),
    ("所属类别", Category),
    ("领域", Category),
    ("重要程度", Kind),
    ("是否重点督办", KeySupervised),
    ("政府督办领导", Supervisor),
    ("领办领导", Supervisor),
    ("包案领导", Supervisor),
    ("是否保密", Confidential),
    ("承办单位", Lead),
    ("承办部门", Lead),
    ("主办部门", Lead),
    ("办理单位", Lead),
    ("牵头单位", Lead),
    ("牵头部门", Lead),
    ("主办", Lead),
    ("牵头", Lead),
    ("主责单位", Lead),
    ("主办/会办", Lead),
    ("主办/协办", Lead),
    ("主协办单位", Lead),
    ("主会办单位", Lead),
    ("会办单位", Co),
    ("协办部门", Co),
    ("配合单位", Co),
    ("协助单位", Co),
    ("会同单位", Co),
    ("会办", Co),
    ("协办", Co),
    ("分办", Separate),
    ("分管领导", Leader),
    ("牵头领导", Leader),
    ("主管领导", Leader),
    ("承办负责人", Leader),
    ("分管负责人", Leader),
    ("责任科室", Post),
    ("承办科室", Post),
    ("承办人", Clerk),
    ("具体承办人", Clerk),
    ("具体经办人", Clerk),
    ("具体责任人", Clerk),
    ("办复人", Clerk),
    ("经办人电话", Phone),
    ("承办人电话", Phone),
    ("办复人电话", Phone),
    ("交办时间", Assigned),
    ("正式交办日期", Assigned),
    ("签收时间", Signed),
    ("退回时间", Returned),
    ("退办日期", Returned),
    ("改办时间", Reassigned),
    ("重新交办日期", Reassigned),
    ("要求结办日期", Due),
    ("要求办结日期", Due),
    ("办理时限", Due),
    ("办结时限", Due),
    ("答复期限", Due),
    ("面商时间", Consulted),
    ("沟通时间", Consulted),
    ("见面时间", Consulted),
    ("沟通方式", ConsultMode),
    ("见面方式", ConsultMode),
    ("协商形式", ConsultMode),
    ("协办意见时间", CoOpinion),
    ("答复时间", Replied),
    ("办复时间", Replied),
    ("办复日期", Replied),
    ("回复时间", Replied),
    ("文号", DocNo),
    ("复函文号", DocNo),
    ("发文字号", DocNo),
    ("领导签发", Signer),
    ("审签人", Signer),
    ("解决程度", Class),
    ("问题解决情况", Class),
    ("办复类别", Class),
    ("结果分类", Class),
    ("承诺内容", Promise),
    ("承诺时限", PromiseDue),
    ("续办续复", FollowUp),
    ("跟踪落实情况", FollowUp),
    ("代表满意度", Rating),
    ("代表评价", Rating),
    ("是否满意", Rating),
    ("办理态度", Attitude),
    ("办理工作满意度", Attitude),
    ("办理结果满意度", Result),
    ("评价时间", Rated),
    ("反馈日期", Rated),
    ("反馈时间", Rated),
    ("意见表是否收回", ReturnedForm),
    ("五星评价", Stars),
    ("实际办结日期", Closed),
    ("办结时间", Closed),
    ("终止情况", Ended),
    ("撤回情况", Ended),
    ("是否公开", Public),
    ("公开属性", Public),
    ("可否网上公开", Public),
    ("是否同意公开", Public),
];

/// Words that are never taken for what they seem: 序号 counts rows, 类型 may be the kind, the
/// form or the role of the unit, 办理情况 a class, a state or free text, and so on.
const AMBIGUOUS: &[&str] = &[
    "序号",
    "时间",
    "日期",
    "状态",
    "类型",
    "建议",
    "进度",
    "办理情况",
    "办复情况",
    "办理类型",
    "办理性质",
    "承办性质",
    "办理方式",
    "办理进度",
    "办理类别",
    "建议状态",
    "交办状态",
    "责任人",
    "责任单位",
    "责任部门",
    "责任科所",
    "责任站所",
    "落实单位",
    "承办",
    "拟主办单位",
    "联系人",
    "电话",
    "手机",
    "职务",
    "人数",
    "代表单位",
    "代表小组",
    "选区",
    "受理日期",
    "收到日期",
    "评价",
    "评价结果",
    "反馈意见",
    "说明",
];

impl TableColumn for LedgerColumn {
    fn all() -> &'static [Self] {
        Self::ALL
    }

    fn header(self) -> &'static str {
        self.header()
    }

    fn of_header(text: &str) -> Option<Self> {
        Self::of_header(text)
    }

    fn synonyms() -> &'static [(&'static str, Self)] {
        SYNONYMS
    }

    fn ambiguous() -> &'static [&'static str] {
        AMBIGUOUS
    }

    fn doubtful() -> &'static [&'static str] {
        &["类别", "联系电话"]
    }

    fn joins(self) -> bool {
        self == Remarks
    }

    fn meanings(word: &str) -> &'static [Self] {
        match word {
            "序号" => &[No],
            "时间" => &[Period, Submitted, Assigned],
            "日期" => &[Submitted, Assigned],
            "受理日期" | "收到日期" => &[Submitted],
            "类型" => &[Kind, Period, Category],
            "建议" => &[Title, Body],
            "办理情况" | "办复情况" => &[Remarks, Class, Rating],
            "办理类别" => &[Class, Category],
            "办理方式" => &[ConsultMode],
            "责任人" => &[Leader, Clerk],
            "联系人" => &[Clerk],
            "承办" => &[Lead, Clerk],
            "责任单位" | "责任部门" | "责任科所" | "责任站所" | "落实单位" | "拟主办单位" => {
                &[Lead]
            }
            "电话" | "手机" => &[Phone],
            "职务" => &[Post],
            "代表单位" | "代表小组" | "选区" => &[Delegation],
            "评价" | "评价结果" | "反馈意见" => &[Rating, Result],
            _ => &[Remarks],
        }
    }

    fn guess(word: &str, below: &Below<'_, Self>) -> Option<Guess<Self>> {
        guess::guess(word, below)
    }
}
