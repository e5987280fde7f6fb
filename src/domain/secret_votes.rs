//! Secret votes: of which nothing but their number is told, and which number tells too much.
//!
//! Where fewer than [`BALLOTS_LEAST`] were cast, a sum, a mean or a yes would tell who voted how. And
//! where the same thing is counted again with a few sheets more or fewer, the difference of the two
//! counts is those sheets; the journal keeps the first count for ever, so the second is refused. As
//! many sheets as before may say something else: a mark that was read wrongly is nobody's.
//!
//! A sheet that was overlooked, or a number that was mistyped, is put right by a recount (重新计票) that
//! is announced as one, with its reason. It takes the place of a count that was taken back, and keeps
//! its totals: how many sheets there are, and of a ballot what it decided, which is public by law and
//! says of few sheets no more than that they did not turn it. How the votes were spread stays untold.

use super::book::Ballot;
use super::event::{
    ActivityRated, AnonymousScore, AnonymousScoringClosed, DeputyVoterRated, Event,
    ProjectEvaluated, ProjectVotes, ProjectsBalloted,
};
use super::terms::{ActivityId, Name, ProjectId, Text, half_width};

/// How many must have voted before it is told how.
pub const BALLOTS_LEAST: u32 = 5;

/// Whether so many are too few to tell how they voted; nobody is few too.
pub fn is_few(ballots: impl Into<u64>) -> bool {
    ballots.into() < u64::from(BALLOTS_LEAST)
}

impl AnonymousScore {
    /// What the marks come to; none of few ballots, whatever an old journal holds.
    pub fn sum_told(&self) -> Option<u32> {
        self.sum.filter(|_| !is_few(self.ballots))
    }
}

impl ProjectsBalloted {
    /// The ballots that count.
    pub fn valid(&self) -> u32 {
        self.returned.saturating_sub(self.invalid)
    }

    /// Whether the votes may be told; not of few ballots, whatever an old journal holds, and not of a
    /// recount that kept its totals.
    pub fn is_told(&self) -> bool {
        !is_few(self.valid()) && !self.is_by_outcome()
    }

    /// Whether it says what it came to, and not by how many votes.
    pub fn is_by_outcome(&self) -> bool {
        self.votes.iter().any(|votes| votes.outcome.is_some())
    }
}

impl ProjectVotes {
    /// Whether anything of them is on record.
    pub fn is_kept(&self) -> bool {
        self.yes.is_some() || self.no.is_some() || self.abstained.is_some()
    }
}

/// How satisfied people are: how many said each of three words, or of few only how many they are.
macro_rules! three_words {
    ($fact:ident) => {
        impl $fact {
            /// How many rated.
            pub fn given(&self) -> u64 {
                let words = self.words();
                let told = words.iter().flatten().copied().map(u64::from).sum();
                self.ballots.map_or(told, u64::from)
            }

            /// How many said each word; none of few, whatever an old journal holds.
            pub fn told(&self) -> Option<[u32; 3]> {
                let few = is_few(self.given());
                let [good, mostly, bad] = self.words();
                (!few).then_some([good?, mostly?, bad?])
            }

            /// Keeps what may be kept: of few only their number.
            pub fn keep_what_may_be_kept(&mut self) {
                let given = self.given();
                if given > 0 && is_few(given) {
                    self.keep_total();
                }
            }

            fn keep_total(&mut self) {
                self.ballots = u32::try_from(self.given()).ok();
                (self.satisfied, self.mostly, self.dissatisfied) = (None, None, None);
            }

            /// Whether it says what may be kept, and nothing else.
            pub fn may_be_kept(&self) -> bool {
                let words = self.words();
                let total = self.ballots.is_some() && words.iter().all(Option::is_none);
                let whole = self.ballots.is_none() && words.iter().all(Option::is_some);
                match is_few(self.given()) {
                    true => total,
                    false => whole || (total && self.recount.is_some()),
                }
            }

            fn words(&self) -> [Option<u32>; 3] {
                [self.satisfied, self.mostly, self.dissatisfied]
            }
        }
    };
}

impl DeputyVoterRated {
    /// How many voters said each word; none of few, whatever an old journal holds.
    pub fn told(&self) -> [Option<u32>; 3] {
        match is_few(self.ballots) {
            true => [None; 3],
            false => [self.satisfied, self.mostly, self.dissatisfied],
        }
    }
}

three_words!(ActivityRated);
three_words!(ProjectEvaluated);

/// What was voted on.
#[derive(Debug, Clone, PartialEq, Eq)]
enum On {
    Unit(Name, Option<Name>),
    Project(u32, ProjectId),
    Head(ActivityId, Name),
    People(ProjectId),
    Deputy(Name, i32),
}

/// One count of secret votes that tells how they were cast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Count {
    on: On,
    /// The name of the round or ballot, where it has one.
    called: Option<Name>,
    /// How many votes it tells of.
    pub(super) ballots: u32,
}

impl Count {
    /// Whether both counts are of the same votes; a count that was taken back may be told again
    /// under another name.
    pub(super) fn is_of(&self, other: &Self, whatever_it_is_called: bool) -> bool {
        let called = |count: &Self| count.called.as_ref().map(spoken);
        self.on == other.on && (whatever_it_is_called || called(self) == called(other))
    }

    /// Whether the two counts together tell the few sheets that only one of them has.
    pub(super) fn tells_few(&self, other: &Self) -> bool {
        let apart = self.ballots.abs_diff(other.ballots);
        apart > 0 && is_few(apart)
    }
}

/// A name as it is spoken: however wide its signs are, and however it is spaced.
fn spoken(name: &Name) -> String {
    let name = half_width(name.as_str());
    name.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// By how few sheets two rounds differ in a unit that both scored; none where they differ in none, or
/// by more than tells how a few voted.
pub(super) fn sheets_apart(
    one: &AnonymousScoringClosed,
    other: &AnonymousScoringClosed,
) -> Option<u32> {
    let others = of_round(other);
    let few = of_round(one).into_iter().flat_map(|count| {
        let mut alike = others.iter().filter(|before| count.is_of(before, true));
        let near = alike.find(|before| count.tells_few(before));
        near.map(|before| count.ballots.abs_diff(before.ballots))
    });
    few.min()
}

/// Why a vote was counted again, where a fact says that it was.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other facts are no secret votes"
)]
pub(super) fn recount_of(event: &Event) -> Option<&Text> {
    match event {
        Event::AnonymousScoringClosed(fact) => fact.recount.as_ref(),
        Event::ProjectsBalloted(fact) => fact.recount.as_ref(),
        Event::ActivityRated(fact) => fact.recount.as_ref(),
        Event::ProjectEvaluated(fact) => fact.recount.as_ref(),
        Event::DeputyVoterRated(fact) => fact.recount.as_ref(),
        _ => None,
    }
}

/// Takes out of a recount how the votes were spread, where that would tell; the totals stay, and of a
/// ballot what it came to.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other facts are no secret votes"
)]
pub(super) fn keep_totals(event: &mut Event, tells: impl Fn(&Count) -> bool) {
    let telling = counts(event).into_iter().filter(tells);
    let telling: Vec<On> = telling.map(|count| count.on).collect();
    if telling.is_empty() {
        return;
    }
    match event {
        Event::AnonymousScoringClosed(fact) => {
            for score in &mut fact.scores {
                if telling.contains(&On::Unit(score.unit.clone(), score.item.clone())) {
                    (score.sum, score.marks) = (None, Vec::new());
                }
            }
        }
        Event::ProjectsBalloted(fact) => {
            let ballot = Ballot { fact: fact.clone() };
            let result = ballot.result();
            for votes in &mut fact.votes {
                votes.outcome = result.outcome(votes.project);
                (votes.yes, votes.no, votes.abstained) = (None, None, None);
            }
        }
        Event::ActivityRated(fact) => fact.keep_total(),
        Event::ProjectEvaluated(fact) => fact.keep_total(),
        Event::DeputyVoterRated(fact) => {
            (fact.satisfied, fact.mostly, fact.dissatisfied) = (None, None, None);
        }
        _ => {}
    }
}

/// The counts of secret votes in a fact that tell how they were cast.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other facts are no secret votes"
)]
pub(super) fn counts(event: &Event) -> Vec<Count> {
    match event {
        Event::AnonymousScoringClosed(fact) => of_round(fact),
        Event::ProjectsBalloted(fact) => {
            let kept = fact.votes.iter().filter(|votes| votes.is_kept());
            let count = |votes: &ProjectVotes| Count {
                on: On::Project(fact.round, votes.project),
                called: Some(fact.ballot.clone()),
                ballots: fact.valid(),
            };
            kept.map(count).collect()
        }
        Event::ActivityRated(fact) => {
            let on = On::Head(fact.activity, fact.unit.clone());
            of_words(on, fact.words(), fact.given())
        }
        Event::ProjectEvaluated(fact) => {
            of_words(On::People(fact.project), fact.words(), fact.given())
        }
        Event::DeputyVoterRated(fact) => {
            let words = [fact.satisfied, fact.mostly, fact.dissatisfied];
            let on = On::Deputy(fact.deputy.clone(), fact.year);
            of_words(on, words, u64::from(fact.ballots))
        }
        _ => Vec::new(),
    }
}

fn of_round(fact: &AnonymousScoringClosed) -> Vec<Count> {
    let kept = fact.scores.iter().filter(|score| score.sum.is_some());
    let count = |score: &AnonymousScore| Count {
        on: On::Unit(score.unit.clone(), score.item.clone()),
        called: Some(fact.round.clone()),
        ballots: score.ballots,
    };
    kept.map(count).collect()
}

fn of_words(on: On, words: [Option<u32>; 3], given: u64) -> Vec<Count> {
    let count = Count {
        on,
        called: None,
        ballots: u32::try_from(given).unwrap_or(u32::MAX),
    };
    let told = words.iter().any(Option::is_some);
    told.then_some(count).into_iter().collect()
}
