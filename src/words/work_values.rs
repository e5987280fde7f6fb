//! The words of the values of the deputies' work, and the same words typed back to values.

use super::parse::find;
use super::values::words;
use super::{Pair, Word};
use crate::domain::book::{ActivityState, MeetingState, OpinionState, PledgeState, ProjectStage};
use crate::domain::event::{
    ActivityKind, Assembly, Channel, DecisionKind, MajorityOf, MeetingKind, StationKind, Track,
};

words!(Channel {
    ReceptionDay => "接待日", "reception day";
    CourtyardMeeting => "院坝会", "courtyard meeting";
    Visit => "走访", "visit";
    Questionnaire => "问卷", "questionnaire";
    LetterBox => "意见箱", "letter box";
    Online => "网上", "online";
});

words!(OpinionState {
    Waiting => "待处理", "waiting";
    Discussed => "已讨论", "talked over";
    PassedOn => "已转交", "passed on";
    OnTheSpot => "当场答复", "answered on the spot";
    Answered => "已答复", "answered";
    Raised => "转为建议", "became a suggestion";
    Forwarded => "报送立法机关", "sent to a legislature";
});

words!(ActivityKind {
    Training => "代表培训", "training of deputies";
    ClerkTraining => "承办培训", "training of clerks";
    ReceptionDay => "接待日", "reception day";
    GroupActivity => "小组活动", "group activity";
    Inspection => "视察", "inspection";
    Research => "调研", "research";
    VoterReport => "述职", "report to voters";
    StationVisit => "局长进站", "heads at the station";
    UnitReport => "部门报告", "report of a unit";
    Speech => "大会发言", "speech";
    HouseholdVisit => "走访联系户", "household visit";
});

words!(ActivityState {
    Planned => "计划中", "planned";
    Held => "已举行", "held";
    Cancelled => "已取消", "called off";
});

words!(ProjectStage {
    Collected => "征集", "collected";
    ScreenedOut => "未入选", "screened out";
    Screened => "通过筛选", "screened";
    Declared => "已申报", "declared";
    Candidate => "候选", "candidate";
    VotedDown => "未通过", "voted down";
    Chosen => "已票决", "chosen";
    Announced => "已公布", "announced";
    UnderWay => "实施中", "under way";
    Accepted => "已验收", "accepted";
    Evaluated => "已测评", "evaluated";
    KeptUp => "管护中", "kept up";
});

words!(PledgeState {
    Open => "践诺中", "open";
    Kept => "已兑现", "kept";
    Broken => "未兑现", "not kept";
});

words!(Track {
    Congress => "人大票决", "congress ballot";
    Village => "村民决议", "village resolution";
});

words!(MajorityOf {
    All => "全体代表", "all deputies";
    Present => "到会代表", "deputies present";
});

words!(StationKind {
    Home => "代表之家", "home";
    Station => "联络站", "station";
    ContactPoint => "立法联系点", "contact point";
});

/// 代表之家, 联络站, 立法联系点.
pub const STATION_KINDS: [(StationKind, &[&str]); 3] = [
    (StationKind::Home, &["家"]),
    (StationKind::Station, &["代表联络站", "站"]),
    (StationKind::ContactPoint, &["基层立法联系点", "联系点"]),
];

/// One of [`STATION_KINDS`].
pub fn parse_station_kind(typed: &str) -> Option<StationKind> {
    find(typed, &STATION_KINDS)
}

words!(MeetingKind {
    Presidium => "主席团会议", "presidium";
    Congress => "人代会", "congress";
    StandingCommittee => "常委会", "standing committee";
    HandOver => "交办会", "hand over";
});

words!(DecisionKind {
    KeyCases => "重点督办", "key cases";
    Adjudication => "研究处理", "adjudication";
    ProjectChange => "项目调整", "project change";
    Other => "其他", "other";
});

words!(MeetingState {
    Called => "已通知", "called";
    Held => "已举行", "held";
    Minuted => "已有纪要", "with minutes";
});

/// 主席团会议, 人代会, 常委会, 交办会.
pub const MEETING_KINDS: [(MeetingKind, &[&str]); 4] = [
    (MeetingKind::Presidium, &["主席团"]),
    (MeetingKind::Congress, &["人民代表大会", "大会"]),
    (MeetingKind::StandingCommittee, &["常委会会议", "主任会议"]),
    (MeetingKind::HandOver, &["交办"]),
];

/// One of [`MEETING_KINDS`].
pub fn parse_meeting_kind(typed: &str) -> Option<MeetingKind> {
    find(typed, &MEETING_KINDS)
}

/// 重点督办, 研究处理, 项目调整, 其他.
pub const DECISIONS: [(DecisionKind, &[&str]); 4] = [
    (DecisionKind::KeyCases, &["重点督办建议", "重点"]),
    (DecisionKind::Adjudication, &["裁定"]),
    (DecisionKind::ProjectChange, &["调整"]),
    (DecisionKind::Other, &[]),
];

/// One of [`DECISIONS`].
pub fn parse_decision(typed: &str) -> Option<DecisionKind> {
    find(typed, &DECISIONS)
}

words!(Assembly {
    Villagers => "村民会议", "villagers";
    Households => "户代表会议", "households";
    Representatives => "村民代表会议", "representatives";
});

/// 人大票决, 村民决议.
pub const TRACKS: [(Track, &[&str]); 2] = [
    (Track::Congress, &["congress", "人大", "票决"]),
    (Track::Village, &["village", "村", "村民"]),
];

/// One of [`TRACKS`].
pub fn parse_track(typed: &str) -> Option<Track> {
    find(typed, &TRACKS)
}

/// 全体代表, 到会代表.
pub fn parse_majority(typed: &str) -> Option<MajorityOf> {
    let values: [(MajorityOf, &[&str]); 2] = [
        (MajorityOf::All, &["all"]),
        (MajorityOf::Present, &["present"]),
    ];
    find(typed, &values)
}

/// 村民会议, 户代表会议, 村民代表会议.
pub const ASSEMBLIES: [(Assembly, &[&str]); 3] = [
    (Assembly::Villagers, &["村民大会"]),
    (Assembly::Households, &["户代表", "户主会"]),
    (Assembly::Representatives, &["村民代表"]),
];

/// One of [`ASSEMBLIES`].
pub fn parse_assembly(typed: &str) -> Option<Assembly> {
    find(typed, &ASSEMBLIES)
}

/// Every kind of activity with its key, in the order of reports.
pub const ACTIVITY_KINDS: [(ActivityKind, &str); 11] = [
    (ActivityKind::Training, "training"),
    (ActivityKind::ClerkTraining, "clerk_training"),
    (ActivityKind::ReceptionDay, "reception_day"),
    (ActivityKind::GroupActivity, "group_activity"),
    (ActivityKind::Inspection, "inspection"),
    (ActivityKind::Research, "research"),
    (ActivityKind::VoterReport, "voter_report"),
    (ActivityKind::StationVisit, "station_visit"),
    (ActivityKind::UnitReport, "unit_report"),
    (ActivityKind::Speech, "speech"),
    (ActivityKind::HouseholdVisit, "household_visit"),
];

/// 活动: 代表培训, 接待日, 小组活动 …, or the key.
pub fn parse_activity_kind(typed: &str) -> Option<ActivityKind> {
    let by_key = |(_, key): &&(ActivityKind, &str)| *key == typed.trim();
    if let Some((kind, _)) = ACTIVITY_KINDS.iter().find(by_key) {
        return Some(*kind);
    }
    let values: [(ActivityKind, &[&str]); 11] = [
        (ActivityKind::Training, &["培训"]),
        (ActivityKind::ClerkTraining, &["承办人员培训", "经办人培训"]),
        (
            ActivityKind::ReceptionDay,
            &["邀您见", "代表接待日", "选民接待日"],
        ),
        (ActivityKind::GroupActivity, &["代表小组活动", "小组"]),
        (ActivityKind::Inspection, &["专题视察", "代表视察"]),
        (ActivityKind::Research, &["专题调研"]),
        (ActivityKind::VoterReport, &["向选民述职", "述职评议"]),
        (ActivityKind::StationVisit, &["进站", "进站接访"]),
        (ActivityKind::UnitReport, &["报告工作", "工作报告"]),
        (ActivityKind::Speech, &["发言"]),
        (
            ActivityKind::HouseholdVisit,
            &["走访", "入户走访", "联系户"],
        ),
    ];
    find(typed, &values)
}

/// 渠道: 接待日, 院坝会, 走访, 问卷, 意见箱, 网上.
pub const CHANNELS: [(Channel, &[&str]); 6] = [
    (
        Channel::ReceptionDay,
        &["代表接待日", "接待选民日", "reception"],
    ),
    (
        Channel::CourtyardMeeting,
        &["坝坝会", "屋场会", "courtyard"],
    ),
    (Channel::Visit, &["入户走访", "走访联系"]),
    (Channel::Questionnaire, &["问卷调查"]),
    (Channel::LetterBox, &["信箱", "来信"]),
    (Channel::Online, &["网络", "扫码", "微信"]),
];

/// One of [`CHANNELS`].
pub fn parse_channel(typed: &str) -> Option<Channel> {
    find(typed, &CHANNELS)
}
