//! The effect of one fact on the projects. It refuses only what cannot have happened.

use super::{Ballot, Care, Defect, Project, Projects};
use crate::domain::book::impossible::Clash;
use crate::domain::book::strand::Fold;
use crate::domain::event::{Event, ProjectCollected};
use crate::domain::terms::{Date, Name, ProjectId};

impl Fold for Projects {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other facts are nothing to the projects"
    )]
    fn fold(&mut self, event: &Event) -> Result<(), Clash> {
        match event {
            Event::ProjectCollected(fact) => {
                if self.all.insert(fact.project, collected(fact)).is_some() {
                    return Err(Clash::Known(format!("项目{}", fact.project)));
                }
            }
            Event::ProjectScreened(fact) => {
                self.known(fact.project)?.screened = Some(fact.clone());
            }
            Event::ProjectDiscussed(fact) => {
                let discussed = &mut self.known(fact.project)?.discussed;
                discussed.push((fact.on, fact.note.clone()));
            }
            Event::ProjectDeclared(fact) => {
                self.known(fact.project)?.declared = Some(fact.clone());
            }
            Event::ProjectsNominated(fact) => {
                self.each(&fact.projects, |project| project.nominated = Some(fact.on))?;
            }
            Event::ProjectsBalloted(fact) => self.balloted(Ballot { fact: fact.clone() })?,
            Event::ProjectsResolved(fact) => {
                // More than half of those who were there (村民委员会组织法 第二十二条).
                let passed = fact.yes > fact.present / 2;
                self.each(&fact.projects, |project| decided(project, passed, fact.on))?;
                self.resolutions.push(fact.clone());
            }
            Event::ProjectsAnnounced(fact) => {
                for id in &fact.projects {
                    self.chosen(*id)?.announced = Some(fact.on);
                }
            }
            _ => return self.carry_out(event),
        }
        Ok(())
    }
}

impl Projects {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other facts are nothing to the projects"
    )]
    fn carry_out(&mut self, event: &Event) -> Result<(), Clash> {
        match event {
            Event::ProjectStarted(fact) => {
                self.chosen(fact.project)?.started = Some(fact.clone());
            }
            Event::ProjectProgressed(fact) => {
                self.under_way(fact.project)?.progress.push(fact.clone());
            }
            Event::ProjectChanged(fact) => self.under_way(fact.project)?.changes.push(fact.clone()),
            Event::ProjectSupervised(fact) => {
                self.under_way(fact.project)?.supervised.push(fact.clone());
            }
            Event::ProjectAccepted(fact) => {
                self.under_way(fact.project)?.acceptances.push(fact.clone());
            }
            Event::ProjectEvaluated(fact) => {
                self.known(fact.project)?.evaluated = Some(fact.clone());
            }
            Event::ProjectDefectFound(fact) => self.known(fact.project)?.defects.push(Defect {
                found: fact.on,
                what: fact.what.clone(),
                due: fact.due,
                mended: None,
            }),
            Event::ProjectDefectMended(fact) => {
                let mut defects = self.known(fact.project)?.defects.iter_mut();
                let open = defects.find(|defect| defect.mended.is_none());
                open.ok_or(Clash::NoFinding)?.mended = Some(fact.on);
            }
            Event::ProjectEntrusted(fact) => {
                let care = Care {
                    duty: fact.duty.clone(),
                    ..Care::default()
                };
                let caretakers = &mut self.known(fact.project)?.caretakers;
                if caretakers.insert(fact.caretaker.clone(), care).is_some() {
                    return Err(Clash::Known(fact.caretaker.to_string()));
                }
            }
            Event::CaretakerCredited(fact) => {
                let care = self.care(fact.project, &fact.caretaker)?;
                care.earned = care.earned.saturating_add(fact.points);
            }
            Event::CaretakerRewarded(fact) => {
                let care = self.care(fact.project, &fact.caretaker)?;
                care.spent = care.spent.saturating_add(fact.points);
                care.rewards = care.rewards.saturating_add(1);
            }
            _ => {}
        }
        Ok(())
    }

    fn known(&mut self, id: ProjectId) -> Result<&mut Project, Clash> {
        self.all
            .get_mut(&id)
            .ok_or_else(|| Clash::Unknown(format!("项目{id}")))
    }

    fn chosen(&mut self, id: ProjectId) -> Result<&mut Project, Clash> {
        let project = self.known(id)?;
        match project.chosen.is_some() {
            true => Ok(project),
            false => Err(Clash::NotChosen(format!("项目{id}"))),
        }
    }

    fn under_way(&mut self, id: ProjectId) -> Result<&mut Project, Clash> {
        let project = self.known(id)?;
        match project.started.is_some() {
            true => Ok(project),
            false => Err(Clash::NotStarted(format!("项目{id}"))),
        }
    }

    fn care(&mut self, id: ProjectId, caretaker: &Name) -> Result<&mut Care, Clash> {
        let caretakers = &mut self.known(id)?.caretakers;
        caretakers
            .get_mut(caretaker)
            .ok_or_else(|| Clash::Unknown(caretaker.to_string()))
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
