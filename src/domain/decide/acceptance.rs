//! When a livelihood project is accepted (验收): finished, made public, with everybody's word and
//! signature.
//!
//! Refuses: names of voters; they are counted.

use super::Bench;
use super::opinions::not_before;
use crate::domain::book::Project;
use crate::domain::event::{self, Event};
use crate::domain::refusal::{Missing, ProjectRule, Refusal};
use crate::domain::terms::Name;

impl Bench<'_> {
    /// Whether a project that is under way may be accepted, or found wanting.
    pub(super) fn allows_acceptance(
        &self,
        project: &Project,
        fact: &event::ProjectAccepted,
    ) -> Result<(), Refusal> {
        self.is_finished(project, fact)?;
        self.is_announced(project, fact)?;
        self.all_speak_and_sign(fact)
    }

    /// What was chosen, and what came of it, is made public (村民委员会组织法 第三十条).
    fn is_announced(
        &self,
        project: &Project,
        fact: &event::ProjectAccepted,
    ) -> Result<(), Refusal> {
        match fact.passed && project.announced.is_none() && !self.stamp.lenient {
            true => Err(ProjectRule::Unannounced {
                project: fact.project,
            }
            .into()),
            false => Ok(()),
        }
    }

    /// What is accepted is finished (完工后验收), as far as its progress is on record.
    fn is_finished(&self, project: &Project, fact: &event::ProjectAccepted) -> Result<(), Refusal> {
        let percent = project.percent();
        let unfinished = !project.progress.is_empty() && percent < 100;
        match fact.passed && unfinished && !self.stamp.lenient {
            true => Err(ProjectRule::Unfinished {
                project: fact.project,
                percent,
            }
            .into()),
            false => Ok(()),
        }
    }

    /// What is entered late does not leave a project unfinished on the day it was accepted.
    pub(super) fn was_finished_when_accepted(&self, event: &Event) -> Result<(), Refusal> {
        let Event::ProjectProgressed(fact) = event else {
            return Ok(());
        };
        let project = self.book.projects().get(fact.project);
        let accepted = project.and_then(|project| Some((project, project.accepted()?.on)));
        let Some((project, accepted)) = accepted.filter(|_| !self.stamp.lenient) else {
            return Ok(());
        };
        let mut later = project.progress.iter();
        let is_last = !later.any(|other| fact.on < other.on && other.on <= accepted);
        match fact.on <= accepted && is_last && fact.percent < 100 {
            true => Err(ProjectRule::FinishedBy {
                project: fact.project,
                accepted,
                percent: fact.percent,
            }
            .into()),
            false => Ok(()),
        }
    }

    /// Everybody who takes part in an acceptance speaks and signs, and deputies and voters are among them.
    fn all_speak_and_sign(&self, fact: &event::ProjectAccepted) -> Result<(), Refusal> {
        let project = fact.project;
        self.each_once(&fact.deputies)?;
        if fact.deputies.is_empty() {
            return Err(ProjectRule::NoDeputy { project }.into());
        }
        let missing = |among: &[Name]| -> Vec<Name> {
            fact.deputies
                .iter()
                .filter(|name| !among.contains(name))
                .cloned()
                .collect()
        };
        let outsider = fact
            .spoke
            .iter()
            .chain(&fact.signed)
            .find(|n| !fact.deputies.contains(n));
        if let Some(deputy) = outsider {
            return Err(ProjectRule::NotThere {
                deputy: deputy.clone(),
            }
            .into());
        }
        for (words, deputies, voters) in [
            (false, missing(&fact.signed), fact.voters_signed),
            (true, missing(&fact.spoke), fact.voters_spoke),
        ] {
            let away = fact.voters.abs_diff(voters);
            if !deputies.is_empty() || away > 0 {
                let missing = Missing {
                    deputies,
                    voters: away,
                };
                return Err(match words {
                    true => ProjectRule::Silent { project, missing }.into(),
                    false => ProjectRule::Unsigned { project, missing }.into(),
                });
            }
        }
        if fact.voters == 0 && !self.stamp.lenient {
            return Err(ProjectRule::NoVoter { project }.into());
        }
        fact.warranty_to
            .map_or(Ok(()), |to| not_before(to, fact.on))
    }
}
