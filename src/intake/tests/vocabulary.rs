//! What other offices call our columns.

use super::super::Guess::{self, Column, PartOfUnit, Signatories};
use super::super::naming::known;
use super::super::{Header, Mapping, Table};
use crate::words::LedgerColumn::{self, *};

/// Words of ledgers and forms that offices published, and others that are likely.
const CERTAIN: &[(LedgerColumn, &str)] = &[
    (
        No,
        "建议号 案号 建议编号 建议(议案)编号 提案编号 开案案号 议案(建议)编号 建议序号 件号 案件编号",
    ),
    (
        Title,
        "题目 案由 建议标题 建议名称 建议题目 事由 建议案由 议题",
    ),
    (
        Body,
        "内容 建议内容 建议要求 内容摘要 主要内容 具体内容 建议事项 建议摘要",
    ),
    (
        Deputy,
        "提案人 代表姓名 提出人 提出代表 提案者 第一提案人 建议人 建议代表 提出者 领衔人 提建议代表",
    ),
    (CoSigners, "附议代表 附议人 联名人 附议人员 其他代表"),
    (Delegation, "所属代表团 提议代表团 建议代表团 中心组"),
    (Session, "会议次数 次会议"),
    (Period, "会议类型 时间标识 会内/会外 会期"),
    (Submitted, "提交时间 提交日期 登记日期"),
    (Level, "层级 所属级别"),
    (
        Category,
        "内容分类 内容类别 审查分类 建议分类 所属类别 领域",
    ),
    (Kind, "重要程度"),
    (KeySupervised, "是否重点 重点件"),
    (Supervisor, "政府督办领导 领办领导 包案领导"),
    (Co, "会办单位 配合单位 协助单位 会同单位"),
    (
        Leader,
        "分管领导 牵头领导 承办负责人 主管领导人姓名 包保领导 责任人领导 分管负责人",
    ),
    (Post, "责任科室 承办科室"),
    (Clerk, "具体承办人 承办人 办复人 具体责任人 具体经办人"),
    (Phone, "办复人电话"),
    (Assigned, "正式交办日期 交办时间"),
    (Signed, "签收时间"),
    (Returned, "退办日期"),
    (Reassigned, "重新交办日期"),
    (
        Due,
        "要求结办日期 要求办结日期 办理时限 完成时限 办结时限 答复期限",
    ),
    (Consulted, "面商时间 沟通时间 见面时间"),
    (ConsultMode, "协商形式 征求意见方式 走访情况 沟通方式"),
    (Replied, "答复时间 办复时间 办复日期 回复时间"),
    (DocNo, "文号 复函文号 发文字号"),
    (Signer, "领导签发 审签人"),
    (
        Class,
        "解决程度 类别号标记 现办复类别 问题解决情况 办复类别 结果分类",
    ),
    (Promise, "承诺内容"),
    (PromiseDue, "计划完成时间"),
    (FollowUp, "跟踪落实情况 续办续复"),
    (Rating, "收到答复函您认为 代表评价 是否满意"),
    (Attitude, "办理工作满意度 办理(走访)人员态度 办理态度"),
    (Result, "办理结果满意度 是否同意办理结果"),
    (Rated, "反馈时间"),
    (ReturnedForm, "意见表是否收回"),
    (Public, "是否公开 可否网上公开 是否同意公开 公开属性"),
    (Closed, "实际办结日期 办结时间"),
    (Remarks, "存在问题 面商地点"),
];

/// The same where what stands below decides, with such a value.
const DECIDED: &[(&str, &str, Guess<LedgerColumn>)] = &[
    ("建议性质", "重点", Column(Kind)),
    ("建议类型", "会后", Column(Period)),
    ("会议", "第五次", Column(Session)),
    ("分类", "B", Column(Class)),
    ("办理类别", "已解决", Column(Class)),
    ("拟主办单位", "财政所", Column(Lead)),
    ("责任单位", "财政所", Column(Lead)),
    ("承办性质", "会办", PartOfUnit),
    ("办理类型", "独办", PartOfUnit),
    ("提出人数", "3", Signatories),
    ("转办日期", "2024-01-20", Column(Assigned)),
    ("责任人", "王平", Column(Clerk)),
    ("联系人", "王平", Column(Clerk)),
    ("联系人及电话", "王平 13900000000", Column(Clerk)),
    ("手机", "13900000000", Column(Phone)),
    ("收到日期", "2024-01-12", Column(Submitted)),
    ("办理方式", "面谈", Column(ConsultMode)),
    ("面商情况", "2024-03-01", Column(Consulted)),
    ("办复情况", "基本满意", Column(Rating)),
    ("评价结果", "满意", Column(Rating)),
    ("反馈意见", "不满意", Column(Rating)),
    ("办理过程", "满意", Column(Attitude)),
    ("回执", "是", Column(ReturnedForm)),
    ("说明", "等待开工", Column(Remarks)),
];

#[test]
fn what_other_offices_call_our_columns() {
    for (column, words) in CERTAIN {
        for word in words.split(' ') {
            assert_eq!(known(word), Some(*column), "{word}");
        }
    }
    for (word, value, meant) in DECIDED {
        let leads = *meant == Column(Lead);
        let unit = if leads {
            "协办单位"
        } else {
            "承办单位"
        };
        let table = format!("标题,{unit},备注,{word}\nx,财政所,x,{value}\n");
        let table = Table::read(table.as_bytes()).expect(word);
        let header = Header::<LedgerColumn>::read(&table, &Mapping::default()).expect(word);
        assert_eq!(header.guessed, [((*word).to_owned(), *meant)], "{word}");
    }
}
