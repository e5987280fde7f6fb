//! The effect of one fact on the projects. It refuses only what cannot have happened.

use super::{Ballot, Care, Defect, Project, Projects};
use crate::domain::book::impossible::Clash;
use crate::domain::book::strand::Fold;
use crate::domain::event::{Event, ProjectCollected, ProjectFact, Subject, UpkeepFact};
use crate::domain::terms::{Date, Name, ProjectId};

impl Fold for Projects {
    fn fold(&mut self, event: &Event) -> Result<(), Clash> {
        if let Some(fact) = ProjectFact::of(event) {
            return self.step(fact);
        }
        UpkeepFact::of(event).map_or(Ok(()), |fact| self.keep_up(fact))
    }
}

impl Projects {
    /// From the collecting to the acceptance.
    fn step(&mut self, fact: ProjectFact) -> Result<(), Clash> {
        match fact {
            ProjectFact::ProjectCollected(fact) => {
                if self.all.insert(fact.project, collected(fact)).is_some() {
                    return Err(Clash::Known(Subject::Project(fact.project).into()));
                }
            }
            ProjectFact::ProjectScreened(fact) => {
                self.known(fact.project)?.screened = Some(fact.clone());
            }
            ProjectFact::ProjectDiscussed(fact) => {
                let discussed = &mut self.known(fact.project)?.discussed;
                discussed.push((fact.on, fact.note.clone()));
            }
            ProjectFact::ProjectDeclared(fact) => {
                self.known(fact.project)?.declared = Some(fact.clone());
            }
            ProjectFact::ProjectsNominated(fact) => {
                self.each(&fact.projects, |project| project.nominated = Some(fact.on))?;
            }
            ProjectFact::ProjectsBalloted(fact) => self.balloted(Ballot { fact: fact.clone() })?,
            ProjectFact::ProjectsResolved(fact) => {
                // More than half of those who were there (村民委员会组织法 第二十二条).
                let passed = fact.yes > fact.present / 2;
                self.each(&fact.projects, |project| decided(project, passed, fact.on))?;
                self.resolutions.push(fact.clone());
            }
            ProjectFact::ProjectsAnnounced(fact) => {
                for id in &fact.projects {
                    self.chosen(*id)?.announced = Some(fact.on);
                }
            }
            ProjectFact::ProjectStarted(fact) => {
                self.chosen(fact.project)?.started = Some(fact.clone());
            }
            ProjectFact::ProjectProgressed(fact) => {
                self.under_way(fact.project)?.progress.push(fact.clone());
            }
            ProjectFact::ProjectChanged(fact) => {
                self.under_way(fact.project)?.changes.push(fact.clone());
            }
            ProjectFact::ProjectSupervised(fact) => {
                self.under_way(fact.project)?.supervised.push(fact.clone());
            }
            ProjectFact::ProjectAccepted(fact) => {
                self.under_way(fact.project)?.acceptances.push(fact.clone());
            }
        }
        Ok(())
    }

    /// What comes after it.
    fn keep_up(&mut self, fact: UpkeepFact) -> Result<(), Clash> {
        match fact {
            UpkeepFact::ProjectEvaluated(fact) => {
                self.known(fact.project)?.evaluated = Some(fact.clone());
            }
            UpkeepFact::ProjectDefectFound(fact) => {
                self.known(fact.project)?.defects.push(Defect {
                    found: fact.on,
                    what: fact.what.clone(),
                    due: fact.due,
                    mended: None,
                });
            }
            UpkeepFact::ProjectDefectMended(fact) => {
                let mut defects = self.known(fact.project)?.defects.iter_mut();
                let open = defects.find(|defect| defect.mended.is_none());
                open.ok_or(Clash::NoFinding)?.mended = Some(fact.on);
            }
            UpkeepFact::ProjectEntrusted(fact) => {
                let care = Care {
                    duty: fact.duty.clone(),
                    ..Care::default()
                };
                let caretakers = &mut self.known(fact.project)?.caretakers;
                if caretakers.insert(fact.caretaker.clone(), care).is_some() {
                    return Err(Clash::Known((&fact.caretaker).into()));
                }
            }
            UpkeepFact::CaretakerCredited(fact) => {
                let care = self.care(fact.project, &fact.caretaker)?;
                care.earned = care.earned.saturating_add(fact.points);
            }
            UpkeepFact::CaretakerRewarded(fact) => {
                let care = self.care(fact.project, &fact.caretaker)?;
                care.spent = care.spent.saturating_add(fact.points);
                care.rewards = care.rewards.saturating_add(1);
            }
        }
        Ok(())
    }

    fn known(&mut self, id: ProjectId) -> Result<&mut Project, Clash> {
        self.all
            .get_mut(&id)
            .ok_or_else(|| Clash::Unknown(Subject::Project(id).into()))
    }

    fn chosen(&mut self, id: ProjectId) -> Result<&mut Project, Clash> {
        let project = self.known(id)?;
        match project.chosen.is_some() {
            true => Ok(project),
            false => Err(Clash::NotChosen(Subject::Project(id).into())),
        }
    }

    fn under_way(&mut self, id: ProjectId) -> Result<&mut Project, Clash> {
        let project = self.known(id)?;
        match project.started.is_some() {
            true => Ok(project),
            false => Err(Clash::NotStarted(Subject::Project(id).into())),
        }
    }

    fn care(&mut self, id: ProjectId, caretaker: &Name) -> Result<&mut Care, Clash> {
        let caretakers = &mut self.known(id)?.caretakers;
        caretakers
            .get_mut(caretaker)
            .ok_or_else(|| Clash::Unknown(caretaker.into()))
    }

    fn each(&mut self, ids: &[ProjectId], change: impl Fn(&mut Project)) -> Result<(), Clash> {
        for id in ids {
            change(self.known(*id)?);
        }
        Ok(())
    }

    fn balloted(&mut self, ballot: Ballot) -> Result<(), Clash> {
        let (result, on) = (ballot.result(), ballot.fact.on);
        self.each(&result.chosen, |project| decided(project, true, on))?;
        self.each(&result.failed, |project| decided(project, false, on))?;
        self.each(&result.tied, |_| ())?;
        self.ballots.push(ballot);
        Ok(())
    }
}

fn decided(project: &mut Project, passed: bool, on: Date) {
    project.chosen = passed.then_some(on);
    project.rejected = (!passed).then_some(on);
}

fn collected(fact: &ProjectCollected) -> Project {
    Project {
        collected: fact.clone(),
        screened: None,
        discussed: Vec::new(),
        declared: None,
        nominated: None,
        chosen: None,
        rejected: None,
        announced: None,
        started: None,
        progress: Vec::new(),
        changes: Vec::new(),
        supervised: Vec::new(),
        acceptances: Vec::new(),
        evaluated: None,
        defects: Vec::new(),
        caretakers: std::collections::BTreeMap::new(),
    }
}
