//! Judging the handling units (考核): what may be kept of an anonymous round, commendations, errors
//! that are not held against a unit.
//!
//! Who can be found out by a count is protected here, before anything is written: marks stand in
//! their order, units in theirs, and of few ballots only their number.

use super::{Bench, not_found, one};
use crate::domain::assess::is_faultless;
use crate::domain::book::{Assessments, Case};
use crate::domain::command::ForgiveWish;
use crate::domain::event::{
    self, About, AnonymousScore, AnonymousScoringClosed, AssessmentFact, Event, Work,
};
use crate::domain::refusal::{BallotRule, Refusal, Rule, StandingRule, Thing};
use crate::domain::secret_votes::is_few;
use crate::domain::terms::{Name, nearest};

impl Bench<'_> {
    /// The fact that is wished for, on the day of the wish, told as it may be kept.
    pub(super) fn assess(&self, wished: &Event) -> Result<Vec<Event>, Refusal> {
        let is_ours =
            wished.about() == About::Work(Work::Assessments) && wished.on() == self.stamp.on;
        if !is_ours {
            return Err(Rule::NothingChanges.into());
        }
        let mut event = wished.clone();
        if let Event::AnonymousScoringClosed(fact) = &mut event {
            for score in &fact.scores {
                marks_add_up(score)?;
                within_full(score, fact.full)?;
            }
            fact.scores.iter_mut().for_each(keep_what_may_be_kept);
            fact.scores
                .sort_by(|a, b| (&a.unit, &a.item).cmp(&(&b.unit, &b.item)));
        }
        let state = self.book.assessments_on(self.stamp.on);
        self.allows_assessment(&state, &event)?;
        Ok(vec![event])
    }

    /// Whether the rules allow a fact in the state just before it.
    pub(super) fn allows_assessment(
        &self,
        state: &Assessments,
        event: &Event,
    ) -> Result<(), Refusal> {
        let Some(fact) = AssessmentFact::of(event) else {
            return Ok(());
        };
        match fact {
            AssessmentFact::AnonymousScoringClosed(fact) => self.allows_round(state, fact),
            AssessmentFact::UnitCommended(fact) => self.unit(&fact.unit),
        }
    }

    fn allows_round(
        &self,
        state: &Assessments,
        fact: &AnonymousScoringClosed,
    ) -> Result<(), Refusal> {
        if state.round(&fact.round).is_some() {
            let name = (&fact.round).into();
            return Err(Rule::Recorded { name }.into());
        }
        if fact.returned > fact.issued {
            return Err(BallotRule::InvalidBallot {
                issued: fact.issued,
                returned: fact.returned,
            }
            .into());
        }
        let valid = match fact.returned.checked_sub(fact.invalid) {
            Some(valid) => valid,
            None => {
                let (fewer, more) = (fact.invalid, fact.returned);
                return Err(BallotRule::MoreThan { fewer, more }.into());
            }
        };
        if fact.scores.is_empty() {
            return Err(StandingRule::NoScores.into());
        }
        for (place, score) in fact.scores.iter().enumerate() {
            self.unit(&score.unit)?;
            let same =
                |other: &AnonymousScore| (&other.unit, &other.item) == (&score.unit, &score.item);
            if fact.scores[..place].iter().any(same) {
                let name = score.unit.clone();
                return Err(Rule::NamedTwice { name }.into());
            }
            if score.ballots > valid {
                let (fewer, more) = (score.ballots, valid);
                return Err(BallotRule::MoreThan { fewer, more }.into());
            }
            allows_score(score, fact)?;
        }
        let sorted =
            |a: &AnonymousScore, b: &AnonymousScore| (&a.unit, &a.item) <= (&b.unit, &b.item);
        match fact.scores.is_sorted_by(sorted) {
            true => Ok(()),
            false => Err(StandingRule::MarksAndBallots {
                unit: fact.scores[0].unit.clone(),
            }
            .into()),
        }
    }

    /// An error of a unit that has or had the case, in an item of the table in force.
    pub(super) fn forgive(&self, case: &Case, wish: &ForgiveWish) -> Result<Vec<Event>, Refusal> {
        self.holder(case, &wish.unit)?;
        let item = wish.item.as_ref().map(|item| self.score_item(item));
        let item = item.transpose()?;
        let mut before = case.oversight.forgiven.iter();
        let again = before.find(|error| (&error.unit, &error.item) == (&wish.unit, &item));
        let unit = || wish.unit.clone();
        if let Some(error) = again {
            let (unit, on) = (unit(), error.on);
            return Err(StandingRule::Forgiven { unit, on }.into());
        }
        let table = self.rules.and_then(|rules| rules.assessment.as_ref());
        let faultless = table.is_some_and(|table| {
            is_faultless(
                self.book,
                table,
                (case, &wish.unit),
                item.as_ref(),
                self.stamp.on,
            )
        });
        if faultless && !self.stamp.lenient {
            return Err(StandingRule::NoError { unit: unit() }.into());
        }
        Ok(one(event::ErrorForgiven {
            on: self.stamp.on,
            case: case.id,
            unit: wish.unit.clone(),
            item,
            why: wish.why.clone(),
            by: wish.by.clone(),
        }))
    }

    /// The code of an item that is called so.
    fn score_item(&self, word: &Name) -> Result<Name, Refusal> {
        let table = self.rules.and_then(|rules| rules.assessment.as_ref());
        let items = table
            .map(|table| table.items.as_slice())
            .unwrap_or_default();
        let called = items.iter().find(|i| i.code == *word || i.label == *word);
        called.map(|item| item.code.clone()).ok_or_else(|| {
            let codes = items
                .iter()
                .flat_map(|i| [i.code.as_str(), i.label.as_str()]);
            let near = nearest(word.as_str(), codes);
            let near = near.into_iter().map(str::to_owned).collect();
            not_found(Thing::ScoreItem, word.as_str(), near)
        })
    }
}

/// Marks in their order; of few ballots nothing but their number.
fn keep_what_may_be_kept(score: &mut AnonymousScore) {
    if is_few(score.ballots) {
        score.marks.clear();
        score.sum = None;
    }
    score.marks.sort_unstable();
}

/// The marks come to the ballots and to the sum.
fn marks_add_up(score: &AnonymousScore) -> Result<(), Refusal> {
    let (mut ballots, mut sum) = (0_u64, 0_u64);
    for count in &score.marks {
        ballots += u64::from(count.ballots);
        sum += u64::from(count.mark) * u64::from(count.ballots);
    }
    match ballots == u64::from(score.ballots) && score.sum.map(u64::from) == Some(sum) {
        true => Ok(()),
        false => Err(StandingRule::MarksAndBallots {
            unit: score.unit.clone(),
        }
        .into()),
    }
}

/// No mark that is told is above the whole.
fn within_full(score: &AnonymousScore, full: u32) -> Result<(), Refusal> {
    let highest = score.marks.iter().map(|count| count.mark).max();
    match highest.filter(|mark| *mark > full) {
        Some(mark) => Err(StandingRule::AboveFull { mark, full }.into()),
        None => Ok(()),
    }
}

/// A score as it may stand in the journal: of few ballots by their number, of others whole, unless it
/// is that of a recount.
fn allows_score(score: &AnonymousScore, round: &AnonymousScoringClosed) -> Result<(), Refusal> {
    within_full(score, round.full)?;
    let told = !score.marks.is_empty();
    let whole = told && score.sum.is_some();
    let total = !told && score.sum.is_none();
    let as_kept = match is_few(score.ballots) {
        true => total,
        false => whole || (total && round.recount.is_some()),
    };
    let rising = score.marks.is_sorted_by(|a, b| a.mark < b.mark);
    if score.ballots == 0 || !as_kept || !rising {
        return Err(StandingRule::MarksAndBallots {
            unit: score.unit.clone(),
        }
        .into());
    }
    if told { marks_add_up(score) } else { Ok(()) }
}
