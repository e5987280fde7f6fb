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
    Findings => "检查发现", "Findings of checks";
    OpenFindings => "待整改", "Not mended";
    Praise => "表扬名单", "Praised";
    Criticism => "批评名单", "Criticised";
    Commended => "表扬记录", "Commendations";
    DecidedBy => "由谁", "By";
}
