//! Facts of livelihood projects (民生实事项目): collected, chosen, carried out, accepted, kept up.
//!
//! Refuses: the names of voters and caretakers. Voters are counted; a caretaker is a post or a team.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::domain::terms::{Amount, Date, Name, OpinionId, ProjectId, Text, Title};

/// Who decides on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Track {
    /// 人大票决
    #[default]
    Congress,
    /// 村民决议
    Village,
}

/// Of whom more than half must say yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MajorityOf {
    /// 全体代表
    #[default]
    All,
    /// 到会代表
    Present,
}

/// Which assembly of a village resolved (村民委员会组织法 第二十二条、第二十五条).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assembly {
    /// 村民会议: more than half of the grown-up villagers are there
    Villagers,
    /// 户代表: two thirds of the households are
    Households,
    /// 村民代表会议: two thirds of the representatives are
    Representatives,
}

/// What a ballot came to for one project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoteOutcome {
    /// 当选
    Chosen,
    /// 得票相同,再次票决
    Tied,
    /// 未当选
    Failed,
}

/// The votes for one project on a ballot; none where fewer than five valid ballots would tell who
/// voted how: such a ballot decides nothing. Of a recount that would tell it by its difference from
/// the count before, only what the ballot came to.
#[skip_serializing_none]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProjectVotes {
    pub project: ProjectId,
    pub yes: Option<u32>,
    pub no: Option<u32>,
    pub abstained: Option<u32>,
    pub outcome: Option<VoteOutcome>,
}

/// Gives facts that stand in a line of their own the same shape.
macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[skip_serializing_none]
            #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
            #[serde(deny_unknown_fields)]
            pub struct $name {
                pub on: Date,
                $($(#[$field_doc])* pub $field: $type,)*
            }
        )*
    };
}

facts! {
    /// A wish for a project of a year came in (征集).
    ProjectCollected {
        project: ProjectId,
        year: i32,
        track: Track,
        title: Title,
        source: Option<Name>,
        place: Option<Name>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        opinions: Vec<OpinionId>,
        text: Option<Text>,
    }
    /// It was looked at, and goes on or not (筛选).
    ProjectScreened { project: ProjectId, passed: bool, why: Option<Text>, }
    /// It was talked over with those it is for (共商).
    ProjectDiscussed { project: ProjectId, note: Text, }
    /// A unit declares how it would be done (申报).
    ProjectDeclared {
        project: ProjectId,
        unit: Name,
        content: Text,
        budget: Option<Amount>,
        due: Option<Date>,
    }
    /// They are candidates (候选).
    ProjectsNominated { projects: Vec<ProjectId>, }
    /// The congress voted on them (票决).
    ProjectsBalloted {
        ballot: Name,
        round: u32,
        quota: u32,
        majority_of: MajorityOf,
        deputies: u32,
        present: u32,
        issued: u32,
        returned: u32,
        invalid: u32,
        votes: Vec<ProjectVotes>,
        /// Why it was counted again, where it was.
        recount: Option<Text>,
    }
    /// A village resolved on them (村民决议).
    ProjectsResolved {
        projects: Vec<ProjectId>,
        village: Name,
        assembly: Assembly,
        eligible: u32,
        present: u32,
        yes: u32,
    }
    /// What was chosen was made public (公布).
    ProjectsAnnounced { projects: Vec<ProjectId>, }
    /// The work begins (实施).
    ProjectStarted {
        project: ProjectId,
        unit: Name,
        plan: Text,
        budget: Option<Amount>,
        due: Date,
    }
    /// How far it is.
    ProjectProgressed {
        project: ProjectId,
        percent: u8,
        spent: Option<Amount>,
        note: Option<Text>,
    }
    /// Its plan changes, with consent (调整).
    ProjectChanged {
        project: ProjectId,
        why: Text,
        consent: Name,
        content: Option<Text>,
        budget: Option<Amount>,
        due: Option<Date>,
    }
    /// Deputies went and looked (监督).
    ProjectSupervised { project: ProjectId, people: Vec<Name>, note: Text, }
    /// Deputies and voters looked at what was done, spoke and signed (验收).
    ProjectAccepted {
        project: ProjectId,
        passed: bool,
        deputies: Vec<Name>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        spoke: Vec<Name>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        signed: Vec<Name>,
        voters: u32,
        voters_spoke: u32,
        voters_signed: u32,
        warranty_to: Option<Date>,
        note: Option<Text>,
    }
    /// How satisfied people are with it: counts, never who; of fewer than five only their number
    /// (测评).
    ProjectEvaluated {
        project: ProjectId,
        satisfied: Option<u32>,
        mostly: Option<u32>,
        dissatisfied: Option<u32>,
        ballots: Option<u32>,
        /// How many were asked, where that is known.
        issued: Option<u32>,
        /// Why it was counted again, where it was.
        recount: Option<Text>,
    }
    /// Something broke within the warranty (质保).
    ProjectDefectFound { project: ProjectId, what: Text, due: Option<Date>, }
    /// The oldest open defect was mended.
    ProjectDefectMended { project: ProjectId, note: Option<Text>, }
    /// A post or a team takes care of it (管护).
    ProjectEntrusted { project: ProjectId, caretaker: Name, duty: Option<Text>, }
    /// Points for taking care (积分).
    CaretakerCredited { project: ProjectId, caretaker: Name, points: u32, what: Text, }
    /// Points given in for a reward (奖励).
    CaretakerRewarded { project: ProjectId, caretaker: Name, points: u32, reward: Text, }
}
