//! How a ballot on projects came out: more than half, the quota, the ranking, and ties.
//!
//! The arithmetic follows 地方组织法 第二十五条 (more than half of all deputies) and, for ties at the
//! last place, 第二十九条 by analogy: those with equal votes are voted on again.

use crate::domain::event::{MajorityOf, ProjectsBalloted, VoteOutcome};
use crate::domain::terms::ProjectId;

/// A round of a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// As it was counted.
    pub fact: ProjectsBalloted,
}

/// What a round came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BallotResult {
    /// Chosen, most votes first.
    pub chosen: Vec<ProjectId>,
    /// Equal at the last places: to be voted on again.
    pub tied: Vec<ProjectId>,
    /// How many places the tied ones are voted on for.
    pub places: u32,
    /// Not chosen.
    pub failed: Vec<ProjectId>,
}

impl BallotResult {
    /// Where a project stands in it.
    pub fn outcome(&self, project: ProjectId) -> Option<VoteOutcome> {
        let lists = [
            (&self.chosen, VoteOutcome::Chosen),
            (&self.tied, VoteOutcome::Tied),
            (&self.failed, VoteOutcome::Failed),
        ];
        let mut with = lists
            .into_iter()
            .filter(|(list, _)| list.contains(&project));
        with.next().map(|(_, outcome)| outcome)
    }
}

impl Ballot {
    /// The ballots that count.
    pub fn valid(&self) -> u32 {
        self.fact.valid()
    }

    /// How many must say yes: more than half.
    pub fn needed(&self) -> u32 {
        let base = match self.fact.majority_of {
            MajorityOf::All => self.fact.deputies,
            MajorityOf::Present => self.fact.present,
        };
        base / 2 + 1
    }

    /// The projects with their votes and ranks, most votes first; equal votes share a rank. None
    /// where so few voted that no votes are kept: such a ballot decides nothing.
    pub fn ranking(&self) -> Vec<(usize, ProjectId, u32)> {
        let mut votes: Vec<(ProjectId, u32)> = self
            .fact
            .votes
            .iter()
            .filter_map(|votes| Some((votes.project, votes.yes?)))
            .collect();
        votes.sort_by_key(|(project, yes)| (std::cmp::Reverse(*yes), *project));
        let better = |yes: u32| votes.iter().filter(|(_, other)| *other > yes).count();
        votes
            .iter()
            .map(|(project, yes)| (better(*yes) + 1, *project, *yes))
            .collect()
    }

    /// What it came to: by its votes, or as a recount says that keeps none.
    pub fn result(&self) -> BallotResult {
        match self.fact.is_by_outcome() {
            true => self.announced(),
            false => self.counted(),
        }
    }

    fn announced(&self) -> BallotResult {
        let with = |outcome: VoteOutcome| {
            let votes = self.fact.votes.iter();
            let votes = votes.filter(|votes| votes.outcome == Some(outcome));
            votes.map(|votes| votes.project).collect::<Vec<_>>()
        };
        let (chosen, tied) = (with(VoteOutcome::Chosen), with(VoteOutcome::Tied));
        let taken = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
        let left = self.fact.quota.saturating_sub(taken);
        BallotResult {
            places: if tied.is_empty() { 0 } else { left },
            failed: with(VoteOutcome::Failed),
            chosen,
            tied,
        }
    }

    fn counted(&self) -> BallotResult {
        let quota = usize::try_from(self.fact.quota).unwrap_or(usize::MAX);
        let (passing, below): (Vec<_>, Vec<_>) = self
            .ranking()
            .into_iter()
            .partition(|(_, _, yes)| *yes >= self.needed());
        let mut result = BallotResult::default();
        // The votes at the last place decide who is safely in, who is out, and who is equal.
        let last = passing.get(quota.saturating_sub(1)).map(|(_, _, yes)| *yes);
        let equal = passing
            .iter()
            .filter(|(_, _, yes)| Some(*yes) == last)
            .count();
        let above = passing
            .iter()
            .filter(|(_, _, yes)| Some(*yes) > last)
            .count();
        let is_tie = passing.len() > quota && above + equal > quota;
        for (_, project, yes) in &passing {
            let list = match last {
                Some(last) if *yes < last => &mut result.failed,
                Some(last) if *yes == last && is_tie => &mut result.tied,
                Some(_) | None => &mut result.chosen,
            };
            list.push(*project);
        }
        if is_tie {
            result.places = u32::try_from(quota - above).unwrap_or(u32::MAX);
        }
        result
            .failed
            .extend(below.iter().map(|(_, project, _)| *project));
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::ProjectVotes;
    use crate::domain::terms::Name;

    /// A ballot of 60 deputies, 55 of them there, and what must come of it.
    fn check(quota: u32, of: MajorityOf, yes: &[u32], chosen: &[u32], tied: (&[u32], u32)) {
        let votes = (1..).zip(yes).map(|(project, yes)| ProjectVotes {
            project: ProjectId(project),
            yes: Some(*yes),
            no: Some(55 - yes),
            abstained: Some(0),
            outcome: None,
        });
        let fact = ProjectsBalloted {
            on: "2024-01-11".parse().expect("a date"),
            ballot: Name::new("票决").expect("a name"),
            round: 1,
            quota,
            majority_of: of,
            deputies: 60,
            present: 55,
            issued: 55,
            returned: 55,
            invalid: 0,
            votes: votes.collect(),
            recount: None,
        };
        let ballot = Ballot { fact };
        let result = ballot.result();
        let ids = |ids: &[u32]| ids.iter().copied().map(ProjectId).collect::<Vec<_>>();
        assert_eq!(
            result.chosen,
            ids(chosen),
            "chosen of {yes:?}, quota {quota}"
        );
        assert_eq!(result.tied, ids(tied.0), "tied of {yes:?}, quota {quota}");
        assert_eq!(result.places, tied.1, "places of {yes:?}, quota {quota}");
        let told = result.chosen.len() + result.tied.len() + result.failed.len();
        assert_eq!(told, yes.len(), "everybody stands somewhere: {yes:?}");
    }

    #[test]
    fn more_than_half_of_all_or_of_those_present() {
        use MajorityOf::{All, Present};
        check(3, All, &[31, 30, 29], &[1], (&[], 0));
        check(3, Present, &[31, 28, 27], &[1, 2], (&[], 0));
        check(1, All, &[30], &[], (&[], 0));
        check(2, All, &[55, 55], &[1, 2], (&[], 0));
    }

    #[test]
    fn the_quota_takes_those_with_the_most_votes() {
        use MajorityOf::All;
        check(2, All, &[40, 50, 45], &[2, 3], (&[], 0));
        check(1, All, &[40, 50, 45], &[2], (&[], 0));
        check(5, All, &[40, 50, 20], &[2, 1], (&[], 0));
        check(2, All, &[50, 50, 20, 20], &[1, 2], (&[], 0));
    }

    #[test]
    fn a_tie_at_the_last_place_is_voted_on_again() {
        use MajorityOf::All;
        check(2, All, &[50, 40, 40], &[1], (&[2, 3], 1));
        check(3, All, &[50, 40, 40, 40], &[1], (&[2, 3, 4], 2));
        check(1, All, &[40, 40, 40], &[], (&[1, 2, 3], 1));
        // Equal votes that all fit, or that all failed, are no tie.
        check(3, All, &[50, 40, 40], &[1, 2, 3], (&[], 0));
        check(2, All, &[50, 40, 30, 30], &[1, 2], (&[], 0));
        check(2, All, &[50, 30, 30], &[1], (&[], 0));
        check(2, All, &[50, 40, 39], &[1, 2], (&[], 0));
    }
}
