//! Livelihood projects (民生实事项目): each step is judged against the state just before it; a
//! correction by the same judgement. The ballot has its own room.

use super::opinions::not_before;
use super::{Bench, not_found};
use crate::domain::book::{Care, Project, ProjectStage, Projects};
use crate::domain::event::{
    self, About, Assembly, Event, ProjectFact, Subject, Track, UpkeepFact, Work,
};
use crate::domain::refusal::{BallotRule, ProjectRule, Refusal, Rule, StandingRule, Thing};
use crate::domain::secret_votes::{BALLOTS_LEAST, is_few};
use crate::domain::terms::{Name, ProjectId};

impl Bench<'_> {
    /// The fact that is wished for, on the day of the wish, with what the rules say of a ballot.
    pub(super) fn projects(&self, wished: &Event) -> Result<Vec<Event>, Refusal> {
        let is_ours = wished.about() == About::Work(Work::Projects) && wished.on() == self.stamp.on;
        if !is_ours {
            return Err(Rule::NothingChanges.into());
        }
        let mut event = wished.clone();
        if let Event::ProjectsBalloted(fact) = &mut event {
            self.keep_ballot(fact);
        } else if let Event::ProjectEvaluated(fact) = &mut event {
            fact.keep_what_may_be_kept();
        }
        let state = self.book.projects_on(self.stamp.on);
        self.allows_project(&state, &event)?;
        self.was_finished_when_accepted(&event)?;
        Ok(vec![event])
    }

    /// Whether the rules allow a fact in the state just before it.
    pub(super) fn allows_project(&self, state: &Projects, event: &Event) -> Result<(), Refusal> {
        if let Some(fact) = ProjectFact::of(event) {
            return self.allows_step(state, fact);
        }
        UpkeepFact::of(event).map_or(Ok(()), |fact| self.allows_upkeep(state, fact))
    }

    /// From the collecting to the acceptance.
    #[expect(clippy::too_many_lines, reason = "one table: each step and its rules")]
    fn allows_step(&self, state: &Projects, fact: ProjectFact) -> Result<(), Refusal> {
        use ProjectStage::{Announced, Candidate, Chosen, Collected, Declared, Screened, UnderWay};
        let at = |id: ProjectId, allowed: &[ProjectStage]| self.at(state, id, allowed);
        match fact {
            ProjectFact::ProjectCollected(fact) => {
                let heard = self.book.opinions_on(fact.on);
                let unheard = fact.opinions.iter().find(|id| heard.get(**id).is_none());
                match unheard {
                    Some(id) => Err(not_found(Thing::Opinion, &id.to_string(), Vec::new())),
                    None => Ok(()),
                }
            }
            ProjectFact::ProjectScreened(fact) => {
                at(fact.project, &[Collected])?;
                match fact.passed || fact.why.is_some() {
                    true => Ok(()),
                    false => Err(ProjectRule::WhyNot {
                        project: fact.project,
                    }
                    .into()),
                }
            }
            ProjectFact::ProjectDiscussed(fact) => {
                at(fact.project, &[Collected, Screened, Declared, Candidate]).map(|_| ())
            }
            ProjectFact::ProjectDeclared(fact) => {
                at(fact.project, &[Screened])?;
                self.unit(&fact.unit)?;
                fact.due.map_or(Ok(()), |due| not_before(due, fact.on))
            }
            ProjectFact::ProjectsNominated(fact) => self.some(&fact.projects, |id| {
                of_track(id, at(id, &[Declared])?, Track::Congress)
            }),
            ProjectFact::ProjectsBalloted(fact) => self.allows_ballot(state, fact),
            ProjectFact::ProjectsResolved(fact) => self.allows_resolution(state, fact),
            ProjectFact::ProjectsAnnounced(fact) => {
                self.some(&fact.projects, |id| {
                    let project = self.project(state, id)?;
                    // What a village began at once is announced while it is under way.
                    let begun = project.announced.is_none() && project.started.is_some();
                    let village = project.track() == Track::Village;
                    let ready: &[ProjectStage] = match begun && village {
                        true => &[UnderWay],
                        false => &[Chosen],
                    };
                    at(id, ready).map(|_| ())
                })
            }
            ProjectFact::ProjectStarted(fact) => {
                let project = self.project(state, fact.project)?;
                // A village resolves in public; what the congress chose is announced first.
                let ready: &[ProjectStage] = match project.track() {
                    Track::Congress => &[Announced],
                    Track::Village => &[Chosen, Announced],
                };
                at(fact.project, ready)?;
                self.unit(&fact.unit)?;
                self.as_voted_for(project, fact)?;
                not_before(fact.due, fact.on)
            }
            ProjectFact::ProjectProgressed(fact) => {
                at(fact.project, &[UnderWay])?;
                match fact.percent {
                    0..=100 => Ok(()),
                    percent => Err(Rule::TooMuch { percent }.into()),
                }
            }
            ProjectFact::ProjectChanged(fact) => {
                self.allows_change(at(fact.project, &[UnderWay])?, fact)
            }
            ProjectFact::ProjectSupervised(fact) => {
                at(fact.project, &[UnderWay])?;
                self.each_once(&fact.people)
            }
            ProjectFact::ProjectAccepted(fact) => {
                self.allows_acceptance(at(fact.project, &[UnderWay])?, fact)
            }
        }
    }

    /// What comes after the acceptance.
    #[expect(clippy::too_many_lines, reason = "one table: each step and its rules")]
    fn allows_upkeep(&self, state: &Projects, fact: UpkeepFact) -> Result<(), Refusal> {
        use ProjectStage::{Accepted, Evaluated, KeptUp};
        let done = |id: ProjectId| self.at(state, id, &[Accepted, Evaluated, KeptUp]);
        match fact {
            UpkeepFact::ProjectEvaluated(fact) => {
                let project = done(fact.project)?;
                // Of a handful nothing is told: who asks more people says how satisfied they are.
                let told = project.evaluated.as_ref();
                if told.is_some_and(|before| !is_few(before.given())) {
                    let name = Subject::Project(fact.project).into();
                    return Err(Rule::Recorded { name }.into());
                }
                if fact.given() == 0 {
                    let project = fact.project;
                    return Err(ProjectRule::NobodyRated { project }.into());
                }
                let asked = fact.issued.map_or(fact.given(), u64::from);
                if fact.given() > asked {
                    let fewer = u32::try_from(fact.given()).unwrap_or(u32::MAX);
                    let more = fact.issued.unwrap_or(fewer);
                    return Err(BallotRule::MoreThan { fewer, more }.into());
                }
                match fact.may_be_kept() {
                    true => Ok(()),
                    false => Err(StandingRule::FewRatings {
                        least: BALLOTS_LEAST,
                    }
                    .into()),
                }
            }
            UpkeepFact::ProjectDefectFound(fact) => {
                let project = done(fact.project)?;
                let until = project.accepted().and_then(|accepted| accepted.warranty_to);
                match until.filter(|until| fact.on <= *until) {
                    Some(_) => fact.due.map_or(Ok(()), |due| not_before(due, fact.on)),
                    None => Err(ProjectRule::NoWarranty {
                        project: fact.project,
                        until,
                    }
                    .into()),
                }
            }
            UpkeepFact::ProjectDefectMended(fact) => {
                let open = done(fact.project)?
                    .defects
                    .iter()
                    .any(|d| d.mended.is_none());
                match open {
                    true => Ok(()),
                    false => Err(ProjectRule::NoDefect {
                        project: fact.project,
                    }
                    .into()),
                }
            }
            UpkeepFact::ProjectEntrusted(fact) => {
                let known = done(fact.project)?.caretakers.contains_key(&fact.caretaker);
                match known {
                    true => Err(Rule::Recorded {
                        name: (&fact.caretaker).into(),
                    }
                    .into()),
                    false => Ok(()),
                }
            }
            UpkeepFact::CaretakerCredited(fact) => {
                self.care(done(fact.project)?, &fact.caretaker)?;
                match fact.points {
                    0 => Err(Rule::NothingChanges.into()),
                    _ => Ok(()),
                }
            }
            UpkeepFact::CaretakerRewarded(fact) => {
                let care = self.care(done(fact.project)?, &fact.caretaker)?;
                let left = care.earned.saturating_sub(care.spent);
                match fact.points <= left {
                    true => Ok(()),
                    false => Err(ProjectRule::PointsLeft {
                        left,
                        asked: fact.points,
                    }
                    .into()),
                }
            }
        }
    }

    fn care<'s>(&self, project: &'s Project, caretaker: &Name) -> Result<&'s Care, Refusal> {
        let near = || project.caretakers.keys().map(Name::to_string).collect();
        let care = project.caretakers.get(caretaker);
        care.ok_or_else(|| not_found(Thing::Caretaker, caretaker.as_str(), near()))
    }

    /// A village resolves where enough of its people are there (村民委员会组织法 第二十二条、第二十五条).
    fn allows_resolution(
        &self,
        state: &Projects,
        fact: &event::ProjectsResolved,
    ) -> Result<(), Refusal> {
        use ProjectStage::{Collected, Declared, Screened};
        self.some(&fact.projects, |id| {
            let project = self.at(state, id, &[Collected, Screened, Declared])?;
            of_track(id, project, Track::Village)
        })?;
        let (eligible, present) = (u64::from(fact.eligible), u64::from(fact.present));
        let enough = match fact.assembly {
            Assembly::Villagers => present * 2 > eligible,
            Assembly::Households | Assembly::Representatives => present * 3 >= eligible * 2,
        };
        for (fewer, more) in [(fact.yes, fact.present), (fact.present, fact.eligible)] {
            if fewer > more {
                return Err(BallotRule::MoreThan { fewer, more }.into());
            }
        }
        match enough && present > 0 {
            true => Ok(()),
            false => Err(BallotRule::NoQuorum {
                present: fact.present,
                eligible: fact.eligible,
            }
            .into()),
        }
    }

    pub(super) fn project<'s>(
        &self,
        state: &'s Projects,
        id: ProjectId,
    ) -> Result<&'s Project, Refusal> {
        if let Some(project) = state.get(id) {
            return Ok(project);
        }
        if let Some(later) = self.book.projects().get(id) {
            let (on, after) = (self.stamp.on, later.collected.on);
            return Err(Rule::TooEarly { on, after }.into());
        }
        Err(not_found(Thing::Project, &id.to_string(), Vec::new()))
    }

    /// A project at one of some stages.
    pub(super) fn at<'s>(
        &self,
        state: &'s Projects,
        id: ProjectId,
        allowed: &[ProjectStage],
    ) -> Result<&'s Project, Refusal> {
        let project = self.project(state, id)?;
        let stage = project.stage();
        match allowed.contains(&stage) {
            true => Ok(project),
            false => Err(ProjectRule::WrongStage {
                project: id,
                stage,
                needs: allowed.to_vec(),
            }
            .into()),
        }
    }

    /// At least one, none twice, and each allowed.
    fn some(
        &self,
        ids: &[ProjectId],
        allowed: impl Fn(ProjectId) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        if ids.is_empty() {
            return Err(not_found(Thing::Project, "", Vec::new()));
        }
        for (place, id) in ids.iter().enumerate() {
            if ids[..place].contains(id) {
                return Err(ProjectRule::ProjectTwice { project: *id }.into());
            }
            allowed(*id)?;
        }
        Ok(())
    }
}

pub(super) fn of_track(id: ProjectId, project: &Project, track: Track) -> Result<(), Refusal> {
    match project.track() == track {
        true => Ok(()),
        false => Err(ProjectRule::OtherTrack { project: id }.into()),
    }
}
