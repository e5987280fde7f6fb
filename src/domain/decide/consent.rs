//! What needs consent in a livelihood project (调整), and who can give it.
//!
//! Refuses: to ask what a body thought; that it met, or decided, is on record with the meetings.

use super::Bench;
use super::opinions::not_before;
use crate::domain::book::{Book, Project};
use crate::domain::command::{ChangeWish, Consent};
use crate::domain::event::{self, Event, Track};
use crate::domain::refusal::{ProjectRule, Refusal};
use crate::domain::terms::{Amount, Name, ProjectId};

/// Whether a declaration is left as the congress voted on it: what is put right in it afterwards is a
/// change, which needs consent.
pub(super) fn votes_stand(before: &Book, after: &Book) -> Result<(), Refusal> {
    let ballots = after.projects().ballots().iter();
    let mut voted = ballots.flat_map(|ballot| ballot.fact.votes.iter().map(|vote| vote.project));
    let declared = |book: &Book, id: ProjectId| {
        let declared = book.projects().get(id)?.declared.as_ref()?;
        Some((declared.unit.clone(), declared.budget, declared.due))
    };
    let otherwise = voted.find(|id| declared(before, *id) != declared(after, *id));
    otherwise.map_or(Ok(()), |project| {
        Err(ProjectRule::VotedOn { project }.into())
    })
}

impl Bench<'_> {
    /// What the congress voted for is begun by the unit it was declared for, for no more money and no
    /// later: everything else is a change, which needs consent.
    pub(super) fn as_voted_for(
        &self,
        project: &Project,
        fact: &event::ProjectStarted,
    ) -> Result<(), Refusal> {
        let Some(declared) = &project.declared else {
            return Ok(());
        };
        let more = |voted: Option<Amount>| Some(fact.budget? > voted?);
        let otherwise = declared.unit != fact.unit
            || declared.due.is_some_and(|due| fact.due > due)
            || more(declared.budget).unwrap_or(false);
        match otherwise && project.track() == Track::Congress && !self.stamp.lenient {
            true => Err(ProjectRule::OtherThanDeclared {
                project: fact.project,
            }
            .into()),
            false => Ok(()),
        }
    }

    /// The change that is wished for: a meeting that agreed was held, and is kept by its title.
    pub(super) fn change_project(&self, wish: &ChangeWish) -> Result<Vec<Event>, Refusal> {
        let consent = match &wish.consent {
            Consent::Meeting(id) => {
                let state = self.book.meetings_on(self.stamp.on);
                Name::shortened(&self.held_meeting(&state, *id)?.called.title)
            }
            Consent::Body(name) => name.clone(),
        };
        let change = event::ProjectChanged {
            on: self.stamp.on,
            project: wish.project,
            why: wish.why.clone(),
            consent,
            content: wish.content.clone(),
            budget: wish.budget,
            due: wish.due,
        };
        self.projects(&change.into())
    }

    /// A change has its consent and changes something that stood otherwise.
    pub(super) fn allows_change(
        &self,
        project: &Project,
        fact: &event::ProjectChanged,
    ) -> Result<(), Refusal> {
        let budget = fact.budget.is_some() && fact.budget != project.budget();
        let due = fact.due.is_some() && fact.due != project.due();
        if fact.content.is_none() && !budget && !due {
            let project = fact.project;
            return Err(ProjectRule::ChangesNothing { project }.into());
        }
        if self.is_no_body(&fact.consent) {
            let consent = fact.consent.clone();
            return Err(ProjectRule::NoBodyConsents { consent }.into());
        }
        fact.due.map_or(Ok(()), |due| not_before(due, fact.on))
    }

    /// A body consents to a change (主席团、人民代表大会), not one person, and not who carries it out.
    fn is_no_body(&self, consent: &Name) -> bool {
        let office = self.book.office();
        let one = office.deputy(consent).is_some() || office.unit(consent).is_some();
        one && !self.stamp.lenient
    }
}
