//! Citizens' opinions (民意), and what became of each.
//!
//! Refuses: to know who said them, and to judge what may be done with them.

mod fold;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Book, Case};
use crate::domain::event::OpinionCollected;
use crate::domain::terms::{CaseId, Date, Name, OpinionId, Text};

/// An opinion was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The day.
    pub on: Date,
    /// Who answered.
    pub by: Option<Name>,
    /// The words.
    pub text: Text,
}

/// Somebody else is to answer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOn {
    /// The day.
    pub on: Date,
    /// Who.
    pub to: Name,
    /// By when.
    pub due: Option<Date>,
}

/// A group talked it over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discussion {
    /// The day.
    pub on: Date,
    /// Which group.
    pub group: Name,
    /// Who took part.
    pub people: Vec<Name>,
    /// What it came to.
    pub note: Option<Text>,
}

/// A proposal for a draft law, made of one or many opinions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The day.
    pub on: Date,
    /// Which legislature.
    pub to: Name,
    /// Which draft.
    pub draft: Name,
    /// The words.
    pub proposal: Text,
    /// Out of which opinions.
    pub opinions: Vec<OpinionId>,
}

/// What became of it in the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The day.
    pub on: Date,
    /// Whether it was adopted, where somebody says so.
    pub adopted: Option<bool>,
    /// The words.
    pub outcome: Text,
}

/// An opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// How it was heard.
    pub heard: OpinionCollected,
    /// The answers, oldest first.
    pub answers: Vec<Answer>,
    /// Who was to answer it, oldest first.
    pub passed_on: Vec<PassedOn>,
    /// Where it was talked over.
    pub discussions: Vec<Discussion>,
    /// The suggestions it went into, with the days.
    pub cases: BTreeMap<CaseId, Date>,
    /// The proposals it went into, by their places among [`Opinions::proposals`].
    pub proposals: Vec<usize>,
    /// What was said to have become of it, oldest first.
    pub outcomes: Vec<Outcome>,
}

/// Where an opinion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpinionState {
    /// Nobody has taken it up.
    Waiting,
    /// A group talked it over, and it waits.
    Discussed,
    /// Somebody else is to answer.
    PassedOn,
    /// Answered on the day it was heard.
    OnTheSpot,
    /// Answered later.
    Answered,
    /// It became a suggestion.
    Raised,
    /// It went to a legislature.
    Forwarded,
}

impl OpinionState {
    /// What scripts call it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Discussed => "discussed",
            Self::PassedOn => "passed_on",
            Self::OnTheSpot => "on_the_spot",
            Self::Answered => "answered",
            Self::Raised => "raised",
            Self::Forwarded => "forwarded",
        }
    }
}

impl Opinion {
    /// What became of it: the last word.
    pub fn outcome(&self) -> Option<&Outcome> {
        self.outcomes.last()
    }

    /// Where it stands: the furthest it got. A suggestion that was refused or withdrawn leaves it where
    /// it was before.
    pub fn state(&self, book: &Book) -> OpinionState {
        let first = self.answers.first();
        if book.raised_into(self).next().is_some() {
            OpinionState::Raised
        } else if !self.proposals.is_empty() {
            OpinionState::Forwarded
        } else if let Some(answer) = first {
            match answer.on == self.heard.on && self.passed_on.is_empty() {
                true => OpinionState::OnTheSpot,
                false => OpinionState::Answered,
            }
        } else if !self.passed_on.is_empty() {
            OpinionState::PassedOn
        } else if !self.discussions.is_empty() {
            OpinionState::Discussed
        } else {
            OpinionState::Waiting
        }
    }

    /// The day it was first taken care of: answered, raised or forwarded.
    pub fn met(&self, book: &Book) -> Option<Date> {
        let answered = self.answers.first().map(|answer| answer.on);
        let raised = book.raised_into(self).map(|(_, on)| on).min();
        let opinions = book.opinions();
        let forwarded = self
            .proposals
            .iter()
            .filter_map(|at| opinions.proposals.get(*at));
        let days = answered.into_iter().chain(raised);
        days.chain(forwarded.map(|proposal| proposal.on)).min()
    }
}

impl Book {
    /// The suggestions that an opinion became and that were neither refused nor withdrawn, with the
    /// days.
    pub fn raised_into(&self, opinion: &Opinion) -> impl Iterator<Item = (CaseId, Date)> {
        let cases = opinion.cases.iter();
        let standing = cases.filter(|(case, _)| self.case(**case).is_none_or(Case::counts));
        standing.map(|(case, on)| (*case, *on))
    }
}

/// All opinions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opinions {
    /// Shared, for a line that is judged is folded into a copy of all of them.
    all: BTreeMap<OpinionId, Rc<Opinion>>,
    proposals: Vec<Proposal>,
}

impl Opinions {
    /// The opinions, in the order they were entered.
    pub fn iter(&self) -> impl Iterator<Item = (OpinionId, &Opinion)> {
        self.all.iter().map(|(id, opinion)| (*id, &**opinion))
    }

    /// An opinion; none if it was not heard within the view.
    pub fn get(&self, id: OpinionId) -> Option<&Opinion> {
        self.all.get(&id).map(Rc::as_ref)
    }

    /// The proposals for draft laws, oldest first.
    pub fn proposals(&self) -> &[Proposal] {
        &self.proposals
    }

    /// The suggestions that opinions became.
    pub fn cases(&self) -> BTreeSet<CaseId> {
        self.all
            .values()
            .flat_map(|opinion| opinion.cases.keys().copied())
            .collect()
    }

    /// The opinions that a suggestion came from.
    pub fn behind(&self, case: CaseId) -> impl Iterator<Item = OpinionId> {
        let behind = self
            .iter()
            .filter(move |(_, opinion)| opinion.cases.contains_key(&case));
        behind.map(|(id, _)| id)
    }
}
