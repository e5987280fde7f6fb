//! Labels of reports, lists and their columns. A variant without words does not compile.

use super::{Pair, Word};

/// Names the variants and gives each its words in both languages.
macro_rules! labels {
    ($($label:ident => $zh:literal, $en:literal;)*) => {
        /// A label of a report, a section, a column.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the words beside each say what it is")]
        pub enum Label {
            $($label,)*
        }

        impl Word for Label {
            fn pair(&self) -> Pair {
                match self {
                    $(Self::$label => Pair { zh: $zh, en: $en },)*
                }
            }
        }
    };
}

labels! {
    Item => "项目", "Item";
    Count => "件数", "Cases";
    Numerator => "分子", "Of these";
    Denominator => "分母", "Out of";
    Share => "占比", "Share";
    Number => "编号", "Number";
    Title => "标题", "Title";
    Deputy => "领衔代表", "Deputy";
    CoSigners => "联名代表", "Co-signers";
    Category => "类别", "Category";
    Kind => "种类", "Kind";
    Level => "级别", "Level";
    Period => "提出时间", "Raised";
    Session => "届次", "Session";
    Unit => "承办单位", "Unit";
    State => "环节", "State";
    Submitted => "提出", "Submitted";
    Assigned => "交办", "Handed over";
    Due => "期限", "Due";
    Left => "剩余", "Left";
    Replied => "答复", "Replied";
    Class => "办理结果", "Class";
    Rating => "满意度", "Rating";
    Closed => "办结", "Closed";
    Date => "日期", "Date";
    What => "事项", "What";
    Detail => "内容", "Detail";
    RecordedBy => "记录人", "Recorded by";
    RecordedAt => "记录时间", "Recorded at";
    Entry => "条", "Entry";
    Clock => "时限", "Clock";
    Start => "起算", "Start";
    Rule => "规定", "Rule";
    Source => "出处", "Source";
    Limit => "期限长度", "Limit";
    Explained => "计算过程", "How it was counted";
    Clocks => "时限", "Clocks";
    Timeline => "办理过程", "Timeline";
    Particulars => "基本情况", "Particulars";
    Cases => "建议", "Cases";
    Entries => "记录", "Entries";
    Note => "说明", "Note";
    Undone => "已撤销", "undone";
    Lenient => "从宽导入", "lenient";
    Lead => "主办单位", "Lead unit";
    Co => "协办", "Co-unit";
    Separate => "分办单位", "Separate units";
    Leader => "责任领导", "Leader";
    Post => "责任岗位", "Post";
    Clerk => "经办人", "Clerk";
    Phone => "联系电话", "Phone";
    DocNo => "文号", "Document no.";
    Name => "名称", "Name";
    Card => "代表证号", "Card";
    Group => "代表小组", "Group";
    Constituency => "选区", "Constituency";
    Led => "领衔件数", "Led";
    Deputies => "代表", "Deputies";
    Year => "年", "Year";
    Opened => "开会", "Opened";
    SessionClosed => "闭会", "Closed";
    Value => "值", "Value";
    From => "自", "From";
    RuleSets => "办法", "Rule sets";
    Adopted => "本单位已采用", "adopted here";
    Shipped => "自带", "comes with the program";
    Weekday => "星期", "Weekday";
    Off => "放假", "off";
    Worked => "调休上班", "worked";
    WeekendsSkipped => "跳过的周末(天)", "Weekend days skipped";
    HolidaysSkipped => "跳过的假日", "Holidays skipped";
    MadeUp => "计入的调休上班日", "Make-up workdays counted";
    RolledFrom => "末日不是工作日,顺延自", "Moved from";
    Summary => "建议办理综合统计", "Summary";
    InScope => "统计范围内", "cases in scope";
    RepliedCases => "已答复", "cases replied to";
    TrackedCases => "全部登记", "all cases tracked";
    WaitingCases => "待答复", "cases waiting for a reply";
    RevisitedCases => "已回访", "cases revisited";
    ReturnedForms => "收到评价", "Ratings received";
    NotReturned => "未收到评价", "Not received";
    KeySupervised => "重点督办", "key supervised";
    Overdue => "逾期", "Overdue";
    Colour => "三色预警", "Colour";
    Stars => "群众五星评价", "Stars of the public";
    Respondents => "评价人次", "Respondents";
    Revisit => "回访组评价", "Revisit group";
    Outside => "不计入", "Outside";
    OtherLevels => "其他级别(跟踪)", "of other levels";
    Escalated => "上报", "escalated";
    EscalationOutcome => "上级办理结果", "Outcome at the upper level";
    Requests => "具体请求", "Requests";
    Motion => "由议案转来", "Turned from motion";
    Scope => "涉及范围", "Scope";
    Difficulty => "难易程度", "Difficulty";
    Urgency => "紧迫程度", "Urgency";
    Traits => "特征", "Traits";
    Earlier => "以前的同类建议", "Earlier cases";
    MergedWith => "并案办理", "Handled together with";
    PreAssignedTo => "预交办", "Proposed to";
    Objections => "异议", "Objections";
    Coordination => "协调结果", "Settled";
    Plan => "办理方案", "Plan";
    TaskForce => "工作专班", "Task force";
    Bookings => "约见", "Talks agreed on";
    Mode => "方式", "How";
    Stage => "阶段", "Stage";
    People => "参加人", "People";
    Place => "地点", "Place";
    Milestone => "节点", "Milestone";
    Milestones => "分阶段节点", "Milestones";
    Reached => "达到", "Reached";
    Difficulties => "难点堵点", "Difficulties";
    CoOpinions => "协办意见", "Opinions of co-units";
    Given => "提出", "Given";
    Rejected => "退回重提", "Rejected";
    Effects => "办理成效", "Effects";
    Amount => "数量", "Amount";
    Measure => "计量", "Measure";
    Deliveries => "答复送达", "Delivered to";
    DeputyAlone => "代表", "Deputy";
    ClassHistory => "分类审核", "Steps of the class";
    ReviewedBy => "审核人", "By";
    Rates => "各项比率", "Rates";
    ReplyRate => "答复率", "Reply rate";
    ClosureRate => "办结率", "Closure rate";
    ConsultationRate => "面商率", "Consultation rate";
    SatisfactionRate => "满意率", "Satisfaction rate";
    FirstRoundRate => "首次满意率", "First-round satisfaction rate";
    ResolutionRate => "解决率", "Resolution rate";
    OnTimeRate => "按时答复率", "On-time rate";
    PublicationRate => "公开率", "Publication rate";
    PromiseRate => "承诺兑现率", "Promise rate";
    Monthly => "建议办理月报", "Monthly report";
    Movement => "本月收支(各单位)", "The month by unit";
    Office => "全部", "All";
    Opening => "期初未答复", "Open at first";
    New => "新增", "New";
    Answered => "答复", "Answered";
    WithdrawnCases => "撤回", "Withdrawn";
    RefusedCases => "不予受理", "Refused";
    MovedOut => "转出", "Moved on";
    Closing => "期末未答复", "Open at last";
    Activity => "本月办理", "This month";
    ClassOfMonth => "本月答复的办理结果", "Classes of this month's replies";
    HandedOver => "交办", "handed over";
    ReturnedCases => "退回", "returned";
    Reassigned => "改办", "handed over anew";
    Consulted => "面商", "consulted";
    ExtendedCases => "延期", "extended";
    RatedCases => "评价", "rated";
    ClosedCases => "办结", "closed";
    OverdueList => "已逾期", "Overdue";
    DueNext => "下月到期", "Due next month";
    Commitments => "已逾期和下月到期的承诺", "Promises late, or due next month";
    DaysLate => "逾期天数", "Days late";
    DaysLeft => "剩余天数", "Days left";
    Notes => "数据说明", "Notes on the data";
    LateEntries => "本月以后补记的", "recorded after the month";
    Yes => "是", "yes";
    No => "否", "no";
    FileLine => "行", "Line";
    Verdict => "结论", "Verdict";
    Rows => "逐行核对", "Row by row";
    RowNew => "新增", "new";
    RowSame => "相同", "same";
    RowDifferent => "不同", "different";
    RowWrong => "有错", "wrong";
    Problems => "校验", "Verification";
    Formula => "口径", "Counted";
    Mean => "平均", "Mean";
    MeanStars => "平均星级", "mean stars";
    ConsultedInPerson => "当面面商", "consulted in person";
    RepliedInTime => "按期答复", "replied in time";
    ClockedCases => "有答复期限的", "cases with a reply limit";
    ResolvedCases => "已解决", "resolved";
    Published => "公开", "published";
    Publishable => "可公开的答复", "replies not withheld";
    KeptPromises => "已兑现", "kept";
    DuePromises => "已到期或已了结的承诺", "promises due or settled";
    NotRevisited => "未回访", "not revisited";
    NotHandedOver => "尚未交办", "not handed over yet";
    LeadCases => "主办", "Lead";
    SeparateCases => "分办", "Separate";
    InTime => "按期", "In time";
    RepliedLate => "迟复", "Late";
    Times => "次数", "Times";
    FullyReplied => "答复", "replied";
    RepliedAgain => "再次答复", "replied again";
    ProgressNotes => "进展", "progress notes";
    PromisesMade => "作出承诺", "promises made";
    PromisesKept => "承诺兑现", "promises kept";
    PromisesBroken => "承诺未兑现", "promises not kept";
    YearSoFar => "本年累计", "The year so far";
    Blocked => "月末受阻情况", "What is blocked at the month's end";
    ReturnedOpen => "退回尚未改办", "returned, not handed over anew";
    Unsigned => "尚未签收", "not signed for";
    NotConsulted => "尚未面商", "not consulted";
    CoOpinionLate => "协办意见逾期", "co-opinion late";
    DissatisfiedOpen => "不满意待重新办理", "dissatisfied, to be handled again";
    PromiseLate => "承诺逾期", "promise late";
    EscalatedOpen => "已上报待答复", "raised to the upper level, waiting";
    ToldInMonth => "本月进展、上报和备注", "Notes of the month";
    NoCalendar => "期限按周一至周五推算的(当年无放假安排)", "counted without a table of holidays";
    Delegation => "代表团", "Delegation";
    Confidential => "保密", "Confidential";
    Signer => "签发人", "Signer";
    Publication => "公开", "Publication";
    Reason => "原因", "Reason";
    Replies => "历次答复", "Replies";
    Ratings => "历次评价", "Ratings";
    RatedBy => "评价人", "Rated by";
    Attitude => "态度", "Attitude";
    Result => "结果", "Result";
    Promise => "承诺事项", "Promise";
    Promises => "承诺", "Promises";
    Settled => "了结", "Settled";
    Kept => "兑现", "Kept";
    LenientEntries => "从宽导入的记录", "recorded leniently";
}
