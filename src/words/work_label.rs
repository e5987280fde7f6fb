//! Labels of the lists and reports of the deputies' work beside the cases.

use super::label::labels;
use super::{Pair, Word};

labels! {
    WorkLabel:
    Opinions => "民意", "Opinions";
    OpinionsReport => "民意收集办理情况", "Opinions of citizens";
    Channel => "渠道", "Heard by";
    Station => "家站", "Station";
    Collector => "收集人", "Collector";
    Draft => "法规草案", "Draft law";
    Said => "反映内容", "What was said";
    Heard => "收集日期", "Heard on";
    Standing => "办理情况", "What became of it";
    AnsweredBy => "答复人", "Answered by";
    Answer => "答复", "Answer";
    PassedTo => "转交", "Passed on to";
    TalkedOver => "小组讨论", "Talked over";
    Became => "转为建议", "Became";
    Outcome => "去向结果", "Outcome";
    AdoptedFlag => "采纳", "Adopted";
    Proposals => "立法建议", "Proposals";
    SentTo => "报送", "Sent to";
    OpinionCount => "民意条数", "Opinions";
    SuggestionCount => "建议件数", "Suggestions";
    Links => "民意转建议", "From opinions to suggestions";
    AllHeard => "收集民意", "opinions heard";
    RaisedOpinions => "转为建议的民意", "opinions that became suggestions";
    Suggestions => "由民意转来的建议", "suggestions that came from opinions";
    ManyToOne => "几条合为一件的建议", "suggestions out of several opinions";
    OneToMany => "一条分为几件的民意", "opinions that became several suggestions";
    LinkTable => "建议与民意对应", "Suggestions and their opinions";
    FromOpinions => "来自民意", "From opinions";
    Timeliness => "答复时限", "In time or not";
    InTime => "按期", "in time";
    Late => "逾期答复", "late";
    Overdue => "逾期未答复", "overdue";
    Running => "未到期", "not due yet";
    NoClock => "没有时限", "without a limit";
    Unnamed => "未注明", "not named";
    Group => "代表小组", "Deputy group";
    By => "由谁", "By";
    Step => "环节", "Step";
    Activities => "活动", "Activities";
    ActivitiesReport => "代表活动情况", "Activities of deputies";
    ActivityTitle => "活动", "Activity";
    DeputiesPresent => "出席代表", "Deputies";
    PersonTimes => "人次", "Person-times";
    Attendance => "出席情况", "Attendance";
    Attended => "出席", "came";
    OnLeave => "请假", "on leave";
    Missed => "缺席", "absent";
    Invited => "邀请", "invited";
    Results => "成果", "What they brought";
    KindsHeld => "已举行的活动", "Held, by kind";
    GroupsHeld => "代表小组活动", "Activities of groups";
    YearlyMinimum => "年度次数要求", "Yearly minimum";
    BelowMinimum => "未达到", "below";
    MinimumReached => "达到", "reached";
    UnitsRated => "到场单位评价", "Units rated there";
    RatingsGiven => "评价份数", "Ratings";
    AllYears => "历年", "all years";
    Steps => "办理过程", "Steps";
}
