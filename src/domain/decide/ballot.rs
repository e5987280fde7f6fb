//! A ballot of the congress on projects (票决): which may stand, and which counts are possible.
//!
//! How it came out is not judged here: that follows from the counts (`book::Ballot`).

use super::Bench;
use super::projects::of_track;
use crate::domain::book::{ProjectStage, Projects};
use crate::domain::event::{MajorityOf, ProjectVotes, ProjectsBalloted, Track};
use crate::domain::refusal::{BallotRule, ProjectRule, Refusal, Rule};
use crate::domain::secret_votes::{BALLOTS_LEAST, is_few};
use crate::domain::terms::ProjectId;

impl Bench<'_> {
    /// Of whom more than half must say yes; of all deputies where the rules say nothing else
    /// (地方组织法 第二十五条).
    pub(super) fn majority_of(&self) -> MajorityOf {
        let projects = self.rules.and_then(|rules| rules.projects);
        projects
            .map(|projects| projects.majority_of)
            .unwrap_or_default()
    }

    /// A ballot as it may be kept: the projects in their order, whatever order the sheets had, and
    /// of a handful of ballots no votes at all.
    pub(super) fn keep_ballot(&self, fact: &mut ProjectsBalloted) {
        // What it came to follows from the votes.
        fact.votes.iter_mut().for_each(|votes| votes.outcome = None);
        // What does not add up is refused as it was told.
        let few = !fact.is_told() && counts(fact).is_ok();
        fact.majority_of = self.majority_of();
        fact.votes.sort_by_key(|votes| votes.project);
        if few {
            for votes in &mut fact.votes {
                (votes.yes, votes.no, votes.abstained) = (None, None, None);
            }
        }
    }

    pub(super) fn allows_ballot(
        &self,
        state: &Projects,
        fact: &ProjectsBalloted,
    ) -> Result<(), Refusal> {
        if fact.returned > fact.issued {
            return Err(BallotRule::InvalidBallot {
                issued: fact.issued,
                returned: fact.returned,
            }
            .into());
        }
        self.candidates(state, fact)?;
        self.round(state, fact)?;
        counts(fact)?;
        few_are_not_told(fact)?;
        self.surplus(fact)
    }

    /// The candidates of one year that the congress decides on, each once.
    fn candidates(&self, state: &Projects, fact: &ProjectsBalloted) -> Result<(), Refusal> {
        let candidates: Vec<ProjectId> = fact.votes.iter().map(|votes| votes.project).collect();
        for (place, id) in candidates.iter().enumerate() {
            if candidates[..place].contains(id) {
                return Err(ProjectRule::ProjectTwice { project: *id }.into());
            }
            let project = self.at(state, *id, &[ProjectStage::Candidate])?;
            of_track(*id, project, Track::Congress)?;
        }
        let most = u32::try_from(candidates.len()).unwrap_or(u32::MAX);
        match (1..=most).contains(&fact.quota) {
            true => Ok(()),
            false => Err(BallotRule::Quota {
                quota: fact.quota,
                candidates: most,
            }
            .into()),
        }
    }

    /// The first round is the first of its name; a later one is on those that were equal.
    fn round(&self, state: &Projects, fact: &ProjectsBalloted) -> Result<(), Refusal> {
        let Some(before) = state.ballot(&fact.ballot) else {
            return match fact.round {
                1 => Ok(()),
                _ => Err(BallotRule::NoTie {
                    ballot: fact.ballot.clone(),
                }
                .into()),
            };
        };
        let result = before.result();
        if result.tied.is_empty() {
            let name = (&fact.ballot).into();
            return Err(Rule::Recorded { name }.into());
        }
        let mut tied = result.tied.clone();
        let mut again: Vec<ProjectId> = fact.votes.iter().map(|votes| votes.project).collect();
        tied.sort();
        again.sort();
        let next = fact.round == before.fact.round + 1;
        match next && tied == again && fact.quota == result.places {
            true => Ok(()),
            false => Err(BallotRule::TiedOnly {
                tied,
                places: result.places,
            }
            .into()),
        }
    }

    /// So many more candidates than places as the rules demand (差额); a tie is under no such rule.
    fn surplus(&self, fact: &ProjectsBalloted) -> Result<(), Refusal> {
        let rules = self.rules.and_then(|rules| rules.projects);
        let Some(least) = rules.and_then(|projects| projects.surplus_percent_min) else {
            return Ok(());
        };
        let candidates = fact.votes.len() as u64;
        let enough = candidates * 100 >= u64::from(fact.quota) * (100 + u64::from(least));
        match enough || fact.round > 1 || self.stamp.lenient {
            true => Ok(()),
            false => Err(BallotRule::Surplus {
                least,
                article: self.article("projects"),
            }
            .into()),
        }
    }
}

/// Of a handful of ballots neither votes nor what they came to stand in the journal, in a correction
/// neither; and what they came to without the votes only in a recount.
fn few_are_not_told(fact: &ProjectsBalloted) -> Result<(), Refusal> {
    let (valid, least) = (fact.valid(), BALLOTS_LEAST);
    let said = fact.votes.iter().any(ProjectVotes::is_kept) || fact.is_by_outcome();
    match is_few(valid) && said {
        true => Err(BallotRule::FewBallots { valid, least }.into()),
        false => Ok(()),
    }
}

/// No more than those it comes from, each vote said once, no more yes than places.
fn counts(fact: &ProjectsBalloted) -> Result<(), Refusal> {
    let pairs = [
        (fact.present, fact.deputies),
        (fact.issued, fact.present),
        (fact.invalid, fact.returned),
    ];
    if let Some((fewer, more)) = pairs.into_iter().find(|(fewer, more)| fewer > more) {
        return Err(BallotRule::MoreThan { fewer, more }.into());
    }
    let valid = fact.valid();
    let mut marks: u64 = 0;
    for votes in &fact.votes {
        let yes = u64::from(votes.yes.unwrap_or(0));
        let totals = fact.recount.is_some() && votes.outcome.is_some();
        let told = match (is_few(valid) || totals) && !votes.is_kept() {
            true => u64::from(valid),
            false => {
                let others = [votes.no, votes.abstained].into_iter().flatten();
                others.map(u64::from).fold(yes, |sum, votes| sum + votes)
            }
        };
        if told != u64::from(valid) {
            return Err(BallotRule::VotesAndBallots {
                project: votes.project,
                votes: told,
                valid,
            }
            .into());
        }
        marks += yes;
    }
    // Whoever marks more than there are places has cast an invalid ballot.
    match marks <= u64::from(valid) * u64::from(fact.quota) {
        true => Ok(()),
        false => Err(BallotRule::TooManyMarks {
            marks,
            valid,
            quota: fact.quota,
        }
        .into()),
    }
}
