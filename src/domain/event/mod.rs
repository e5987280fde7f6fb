//! Facts: the vocabulary of the journal.
//!
//! A fact's name, fields and meaning are for ever; what was wrong is mended by one more fact.
//! Keys are English and final, values are the office's own words. Every fact carries `on`, the
//! day it happened; optional fields are left out where nothing is known. This room refuses to
//! judge: whether a fact *may* be recorded is for `decide`, whether it *can* have happened for
//! `book`.
//!
#![doc = include_str!("facts.md")]

mod activities;
mod assessments;
mod citizens;
#[cfg(test)]
mod frozen;
mod hand_over;
mod handle;
mod judge;
mod meetings;
mod number;
mod office;
mod opinions;
mod parts;
mod performance;
mod projects;
mod raise;
mod read;
mod record;
mod roster;
mod subject;
mod supervise;
mod vocabulary;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

pub use activities::{
    ActivityCancelled, ActivityCounted, ActivityHeld, ActivityKind, ActivityPlanned, ActivityRated,
};
pub use assessments::{
    AnonymousScore, AnonymousScoringClosed, ErrorForgiven, MarkCount, UnitCommended,
};
pub use citizens::{
    CitizenRecorded, Erased, HouseholdsPaired, HouseholdsParted, HouseholdsVisited,
    ParticularsCorrected,
};
pub use hand_over::{
    Assigned, Coordinated, Disputed, Forwarded, PreAssigned, Reassigned, ReturnRefused, Returned,
    Signed,
};
pub use handle::{
    ClassConfirmed, ClassProposed, ClassReviewed, CoOpinionGiven, CoOpinionRejected,
    ConsultationBooked, Consulted, Delivered, DifficultyRaised, EffectRecorded, Escalated,
    EscalationAnswered, EvidenceAdded, Extended, MilestoneReached, MilestoneSet, Progressed,
    Replied,
};
pub use judge::{
    Adjudicated, Closed, CommitmentMade, CommitmentSettled, FeedbackSought, Noted, PublicRated,
    Rated, Reminded, Reopened, Revisited,
};
pub use meetings::{
    DecisionKind, DeliberationAnswered, DeliberationGiven, MeetingCalled, MeetingDecided,
    MeetingHeld, MeetingKind, MeetingMinuted,
};
pub use number::Given;
pub use office::{
    CalendarAdopted, CheckOpened, DeputyAdded, FilterDropped, FilterSaved, MandateEnded,
    MandateGiven, MappingSaved, PostFilled, RulesAdopted, SessionClosed, SessionOpened,
    StoreOpened, UnitAdded,
};
pub use opinions::{
    OpinionAnswered, OpinionCollected, OpinionPassedOn, OpinionSettled, OpinionsDiscussed,
    OpinionsForwarded, OpinionsRaised,
};
pub use parts::{
    Channel, CheckKind, ConsultMode, ConsultStage, Handlers, InspectMode, Kind, Publication,
    Rateable, RemindMode, ReviewStage, RevisitMeans, SuperviseMode, Trait,
};
pub use performance::{
    DeedLogged, DeputyCommended, DeputySelfRated, DeputyVoterRated, PledgeMade, PledgeSettled,
};
pub use projects::{
    Assembly, CaretakerCredited, CaretakerRewarded, MajorityOf, ProjectAccepted, ProjectChanged,
    ProjectCollected, ProjectDeclared, ProjectDefectFound, ProjectDefectMended, ProjectDiscussed,
    ProjectEntrusted, ProjectEvaluated, ProjectProgressed, ProjectScreened, ProjectStarted,
    ProjectSupervised, ProjectVotes, ProjectsAnnounced, ProjectsBalloted, ProjectsNominated,
    ProjectsResolved, Track, VoteOutcome,
};
pub use raise::{
    Accepted, Amended, Classified, KeySupervised, Linked, Merged, Numbered, Refused,
    ReturnedForAmendment, Submitted, Tracked, TurnedToLetter, Unmerged, Withdrawn,
};
pub use record::{Corrected, Redone, Undone};
pub use roster::{GroupAdded, GroupJoined, GroupLeft, StationAdded, StationKind, StationStaffed};
pub use subject::{OnRecord, Subject};
pub use supervise::{
    ColourSet, FindingMended, Inspected, LookedBack, NoticeAnswered, ReReplied, ReworkDone,
    ReworkOrdered, Supervised,
};

use super::terms::{CaseId, Date};
use vocabulary::vocabulary;

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// One case.
    Case(CaseId),
    /// The office itself.
    Office,
    /// The deputies' work beside the cases.
    Work(Work),
    /// Other lines of the record.
    Record,
}

/// Which part of the deputies' work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// 民意
    Opinions,
    /// 活动
    Activities,
    /// 民生实事项目
    Projects,
    /// 群众
    Citizens,
    /// 会议
    Meetings,
    /// 承办单位考核
    Assessments,
    /// 履职
    Performance,
}

vocabulary! {
    of a case {
        Submitted = "submitted",
        Amended = "amended",
        Classified = "classified",
        Linked = "linked",
        Merged = "merged",
        Unmerged = "unmerged",
        Numbered = "numbered",
        Accepted = "accepted",
        Refused = "refused",
        ReturnedForAmendment = "returned_for_amendment",
        TurnedToLetter = "turned_to_letter",
        Withdrawn = "withdrawn",
        KeySupervised = "key_supervised",
        Tracked = "tracked",
        PreAssigned = "pre_assigned",
        Disputed = "disputed",
        Coordinated = "coordinated",
        Assigned = "assigned",
        Reassigned = "reassigned",
        Forwarded = "forwarded",
        Signed = "signed",
        Returned = "returned",
        ReturnRefused = "return_refused",
        ConsultationBooked = "consultation_booked",
        Consulted = "consulted",
        Progressed = "progressed",
        MilestoneSet = "milestone_set",
        MilestoneReached = "milestone_reached",
        DifficultyRaised = "difficulty_raised",
        EffectRecorded = "effect_recorded",
        EvidenceAdded = "evidence_added",
        CoOpinionGiven = "co_opinion_given",
        CoOpinionRejected = "co_opinion_rejected",
        Extended = "extended",
        Replied = "replied",
        Delivered = "delivered",
        ClassProposed = "class_proposed",
        ClassReviewed = "class_reviewed",
        ClassConfirmed = "class_confirmed",
        Escalated = "escalated",
        EscalationAnswered = "escalation_answered",
        Reminded = "reminded",
        Supervised = "supervised",
        NoticeAnswered = "notice_answered",
        ColourSet = "colour_set",
        Inspected = "inspected",
        FindingMended = "finding_mended",
        LookedBack = "looked_back",
        ReworkOrdered = "rework_ordered",
        ReworkDone = "rework_done",
        ReReplied = "re_replied",
        FeedbackSought = "feedback_sought",
        CommitmentMade = "commitment_made",
        CommitmentSettled = "commitment_settled",
        Rated = "rated",
        PublicRated = "public_rated",
        Revisited = "revisited",
        Adjudicated = "adjudicated",
        Closed = "closed",
        Reopened = "reopened",
        Noted = "noted",
        ErrorForgiven = "error_forgiven",
    }
    of the office as OfficeFact {
        StoreOpened = "store_opened",
        RulesAdopted = "rules_adopted",
        CalendarAdopted = "calendar_adopted",
        SessionOpened = "session_opened",
        SessionClosed = "session_closed",
    }
    of the office as RosterFact {
        DeputyAdded = "deputy_added",
        MandateGiven = "mandate_given",
        MandateEnded = "mandate_ended",
        UnitAdded = "unit_added",
        PostFilled = "post_filled",
    }
    of the office as PlaceFact {
        GroupAdded = "group_added",
        GroupJoined = "group_joined",
        GroupLeft = "group_left",
        StationAdded = "station_added",
        StationStaffed = "station_staffed",
    }
    of the office as DeskFact {
        CheckOpened = "check_opened",
        MappingSaved = "mapping_saved",
        FilterSaved = "filter_saved",
        FilterDropped = "filter_dropped",
    }
    of work Opinions as OpinionFact {
        OpinionCollected = "opinion_collected",
        OpinionAnswered = "opinion_answered",
        OpinionPassedOn = "opinion_passed_on",
        OpinionsDiscussed = "opinions_discussed",
        OpinionsRaised = "opinions_raised",
        OpinionsForwarded = "opinions_forwarded",
        OpinionSettled = "opinion_settled",
    }
    of work Activities as ActivityFact {
        ActivityPlanned = "activity_planned",
        ActivityHeld = "activity_held",
        ActivityCancelled = "activity_cancelled",
        ActivityCounted = "activity_counted",
        ActivityRated = "activity_rated",
    }
    of work Projects as ProjectFact {
        ProjectCollected = "project_collected",
        ProjectScreened = "project_screened",
        ProjectDiscussed = "project_discussed",
        ProjectDeclared = "project_declared",
        ProjectsNominated = "projects_nominated",
        ProjectsBalloted = "projects_balloted",
        ProjectsResolved = "projects_resolved",
        ProjectsAnnounced = "projects_announced",
        ProjectStarted = "project_started",
        ProjectProgressed = "project_progressed",
        ProjectChanged = "project_changed",
        ProjectSupervised = "project_supervised",
        ProjectAccepted = "project_accepted",
    }
    of work Projects as UpkeepFact {
        ProjectEvaluated = "project_evaluated",
        ProjectDefectFound = "project_defect_found",
        ProjectDefectMended = "project_defect_mended",
        ProjectEntrusted = "project_entrusted",
        CaretakerCredited = "caretaker_credited",
        CaretakerRewarded = "caretaker_rewarded",
    }
    of work Assessments as AssessmentFact {
        AnonymousScoringClosed = "anonymous_scoring_closed",
        UnitCommended = "unit_commended",
    }
    of work Performance as PerformanceFact {
        PledgeMade = "pledge_made",
        PledgeSettled = "pledge_settled",
        DeedLogged = "deed_logged",
        DeputySelfRated = "deputy_self_rated",
        DeputyVoterRated = "deputy_voter_rated",
        DeputyCommended = "deputy_commended",
    }
    of work Citizens as CitizenFact {
        CitizenRecorded = "citizen_recorded",
        ParticularsCorrected = "particulars_corrected",
        HouseholdsPaired = "households_paired",
        HouseholdsParted = "households_parted",
        HouseholdsVisited = "households_visited",
        Erased = "erased",
    }
    of work Meetings as MeetingFact {
        MeetingCalled = "meeting_called",
        MeetingHeld = "meeting_held",
        MeetingDecided = "meeting_decided",
        MeetingMinuted = "meeting_minuted",
        DeliberationGiven = "deliberation_given",
        DeliberationAnswered = "deliberation_answered",
    }
    of the record {
        Corrected = "corrected",
        Undone = "undone",
        Redone = "redone",
    }
}
