//! Labels of the reports on how units and deputies are judged, and on years side by side.

use super::label::labels;
use super::{Pair, Word};

labels! {
    StandingLabel:
    Assessment => "承办单位考核", "Assessment of handling units";
    Ranking => "考核排名", "Ranking";
    Rank => "名次", "Rank";
    Total => "总分", "Points";
    Grade => "等次", "Grade";
    Points => "得分", "Points";
    Forgiven => "容错", "Forgiven";
    CountedOf => "计分件 / 应计件", "counted / asked about";
    Anonymous => "无记名测评", "Anonymous rounds";
    Round => "测评", "Round";
    Ballots => "票数", "Ballots";
    Distribution => "各分数票数", "How often each mark";
    TooFew => "不足五票,不列分布", "fewer than five ballots";
    Recounted => "重新计票,只记张数", "counted again: only the number is kept";
    Findings => "检查发现", "Findings of checks";
    OpenFindings => "待整改", "Not mended";
    Praise => "表扬名单", "Praised";
    Criticism => "批评名单", "Criticised";
    Awards => "表彰奖励", "Awards";
    Commended => "表扬记录", "Commendations";
    DecidedBy => "由谁", "By";
    Performance => "代表履职情况", "How deputies do their duty";
    StandingOfDeputies => "履职积分", "Standing";
    Worth => "(分)", " (points)";
    SelfRated => "自评", "Own grade";
    VotersRated => "选民评议", "Rated by voters";
    YearsRunning => "连续几年", "Years running";
    Pledges => "代表承诺", "Pledges";
    Entries => "计分的记录", "Entries";
    File => "履职档案", "File";
    Card => "代表公示卡", "Card";
    Basics => "基本情况", "Basics";
    ScanMe => "扫码查看", "Scan to read on";
    Link => "网址", "Link";
    Meetings => "参加会议", "Meetings";
    Inspections => "视察调研", "Inspections and visits";
    Training => "参加培训", "Training";
    GroupActivities => "小组活动、接待走访", "Group activities, reception, visits";
    VoterReports => "向选民述职", "Reports to voters";
    Register => "履职登记", "Register";
    Mandates => "任职", "Seats held";
    HeldTo => "至", "To";
    ByElection => "补选", "By-election";
    Households => "走访联系户", "Calls on households";
    HowRated => "自评和选民评议", "Own grade and voters' ratings";
    Times => "次数", "Times";
    Change => "增减", "Change";
    EachYear => "各年度", "Each year";
    Resolved => "已解决", "Resolved";
    HotTopics => "热点", "Hot topics";
    EarlierYears => "往年件数", "Earlier years";
    Keyness => "突出程度", "Keyness";
}
