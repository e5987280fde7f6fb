//! Livelihood projects (民生实事项目), from the first wish to the caretaker.
//!
//! Refuses: to judge whether a step is allowed; how a ballot came out is arithmetic ([`Ballot`]).

mod ballot;
mod fold;

use std::collections::BTreeMap;

pub use ballot::{Ballot, BallotResult};

use crate::domain::event::{
    ProjectAccepted, ProjectChanged, ProjectCollected, ProjectDeclared, ProjectEvaluated,
    ProjectProgressed, ProjectScreened, ProjectStarted, ProjectSupervised, ProjectsResolved, Track,
};
use crate::domain::terms::{Amount, Date, Name, ProjectId, Text};

/// Something broke within the warranty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// The day it was found.
    pub found: Date,
    /// What broke.
    pub what: Text,
    /// To be mended by.
    pub due: Option<Date>,
    /// The day it was mended.
    pub mended: Option<Date>,
}

/// Who takes care of a project, and the points for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Care {
    /// What is to be done.
    pub duty: Option<Text>,
    /// Points earned.
    pub earned: u32,
    /// Points given in for rewards.
    pub spent: u32,
    /// How many rewards.
    pub rewards: u32,
}

/// A livelihood project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// How it came in.
    pub collected: ProjectCollected,
    /// Whether it went on.
    pub screened: Option<ProjectScreened>,
    /// The days it was talked over, with the words.
    pub discussed: Vec<(Date, Text)>,
    /// How it would be done.
    pub declared: Option<ProjectDeclared>,
    /// The day it became a candidate.
    pub nominated: Option<Date>,
    /// The day it was chosen.
    pub chosen: Option<Date>,
    /// The day it was voted down.
    pub rejected: Option<Date>,
    /// The day it was made public.
    pub announced: Option<Date>,
    /// How the work began.
    pub started: Option<ProjectStarted>,
    /// How far it is, oldest first.
    pub progress: Vec<ProjectProgressed>,
    /// How its plan changed.
    pub changes: Vec<ProjectChanged>,
    /// Who went and looked.
    pub supervised: Vec<ProjectSupervised>,
    /// How it was accepted, or was not yet.
    pub acceptances: Vec<ProjectAccepted>,
    /// How satisfied people are.
    pub evaluated: Option<ProjectEvaluated>,
    /// What broke.
    pub defects: Vec<Defect>,
    /// Who takes care of it.
    pub caretakers: BTreeMap<Name, Care>,
}

/// Where a project stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the fact of that name")]
pub enum ProjectStage {
    Collected,
    ScreenedOut,
    Screened,
    Declared,
    Candidate,
    VotedDown,
    Chosen,
    Announced,
    UnderWay,
    Accepted,
    Evaluated,
    KeptUp,
}

impl ProjectStage {
    /// Every stage, in the order in which a project meets them.
    pub const ALL: [Self; 12] = [
        Self::Collected,
        Self::ScreenedOut,
        Self::Screened,
        Self::Declared,
        Self::Candidate,
        Self::VotedDown,
        Self::Chosen,
        Self::Announced,
        Self::UnderWay,
        Self::Accepted,
        Self::Evaluated,
        Self::KeptUp,
    ];

    /// What scripts call it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Collected => "collected",
            Self::ScreenedOut => "screened_out",
            Self::Screened => "screened",
            Self::Declared => "declared",
            Self::Candidate => "candidate",
            Self::VotedDown => "voted_down",
            Self::Chosen => "chosen",
            Self::Announced => "announced",
            Self::UnderWay => "under_way",
            Self::Accepted => "accepted",
            Self::Evaluated => "evaluated",
            Self::KeptUp => "kept_up",
        }
    }
}

impl Project {
    /// Where it stands.
    pub fn stage(&self) -> ProjectStage {
        if self.accepted().is_some() && !self.caretakers.is_empty() {
            ProjectStage::KeptUp
        } else if self.evaluated.is_some() {
            ProjectStage::Evaluated
        } else if self.accepted().is_some() {
            ProjectStage::Accepted
        } else if self.started.is_some() {
            ProjectStage::UnderWay
        } else if self.announced.is_some() {
            ProjectStage::Announced
        } else if self.chosen.is_some() {
            ProjectStage::Chosen
        } else if self.rejected.is_some() {
            ProjectStage::VotedDown
        } else if self.nominated.is_some() {
            ProjectStage::Candidate
        } else if self.declared.is_some() {
            ProjectStage::Declared
        } else {
            match self.screened.as_ref().map(|screened| screened.passed) {
                Some(true) => ProjectStage::Screened,
                Some(false) => ProjectStage::ScreenedOut,
                None => ProjectStage::Collected,
            }
        }
    }

    /// The acceptance that it passed.
    pub fn accepted(&self) -> Option<&ProjectAccepted> {
        self.acceptances.iter().find(|accepted| accepted.passed)
    }

    /// How far it is, in percent.
    pub fn percent(&self) -> u8 {
        match self.accepted() {
            Some(_) => 100,
            None => self.progress.last().map_or(0, |progress| progress.percent),
        }
    }

    /// Its last day, after every change.
    pub fn due(&self) -> Option<Date> {
        let changed = self.changes.iter().rev().find_map(|change| change.due);
        let started = self.started.as_ref().map(|started| started.due);
        let declared = self.declared.as_ref().and_then(|declared| declared.due);
        changed.or(started).or(declared)
    }

    /// Its budget, after every change.
    pub fn budget(&self) -> Option<Amount> {
        let changed = self.changes.iter().rev().find_map(|change| change.budget);
        let started = self.started.as_ref().and_then(|started| started.budget);
        let declared = self.declared.as_ref().and_then(|declared| declared.budget);
        changed.or(started).or(declared)
    }

    /// Who carries it out, or would.
    pub fn unit(&self) -> Option<&Name> {
        let declared = self.declared.as_ref().map(|declared| &declared.unit);
        self.started
            .as_ref()
            .map(|started| &started.unit)
            .or(declared)
    }

    /// What was spent, as last told.
    pub fn spent(&self) -> Option<Amount> {
        self.progress
            .iter()
            .rev()
            .find_map(|progress| progress.spent)
    }

    /// Who decides on it.
    pub fn track(&self) -> Track {
        self.collected.track
    }
}

/// All projects.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Projects {
    all: BTreeMap<ProjectId, Project>,
    ballots: Vec<Ballot>,
    resolutions: Vec<ProjectsResolved>,
}

impl Projects {
    /// The projects, in the order they were entered.
    pub fn iter(&self) -> impl Iterator<Item = (ProjectId, &Project)> {
        self.all.iter().map(|(id, project)| (*id, project))
    }

    /// A project; none if it was not collected within the view.
    pub fn get(&self, id: ProjectId) -> Option<&Project> {
        self.all.get(&id)
    }

    /// The ballots, oldest first, each round for itself.
    pub fn ballots(&self) -> &[Ballot] {
        &self.ballots
    }

    /// The last round of a ballot.
    pub fn ballot(&self, name: &Name) -> Option<&Ballot> {
        self.ballots
            .iter()
            .rev()
            .find(|ballot| ballot.fact.ballot == *name)
    }

    /// What villages resolved, oldest first.
    pub fn resolutions(&self) -> &[ProjectsResolved] {
        &self.resolutions
    }
}
