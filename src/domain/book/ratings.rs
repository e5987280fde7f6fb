//! What ratings mean: a case by itself knows words only; the scale in force on the day of a rating
//! says which of them is dissatisfied.

use super::Book;
use super::case::{Case, Rating, State};
use crate::domain::rules::{ClassRule, Grade};

impl Book {
    /// Where a case stands, in the meaning of the rules of the day it was rated.
    pub fn state(&self, case: &Case) -> State {
        let state = case.state();
        let Some(rating) = case.rating().filter(|_| state == State::Rated) else {
            return state;
        };
        match self.grade(rating) {
            Some(Grade::Dissatisfied) if self.is_settled(case, rating) => state,
            Some(Grade::Dissatisfied) if self.dissatisfied(case).count() > 1 => State::Adjudicating,
            Some(Grade::Dissatisfied) => State::Rehandling,
            Some(Grade::Satisfied | Grade::Mostly | Grade::Unknown) | None => state,
        }
    }

    /// The ratings of replies by which the deputy was dissatisfied, one a round, oldest first.
    pub fn dissatisfied<'a>(&'a self, case: &'a Case) -> impl Iterator<Item = &'a Rating> {
        let rounds = case.rated_rounds();
        rounds.filter(|rating| self.grade(rating) == Some(Grade::Dissatisfied))
    }

    /// Whether something was decided after a rating (研究处理).
    pub fn is_settled(&self, case: &Case, rating: &Rating) -> bool {
        let mut decided = case.oversight.adjudications.iter();
        decided.any(|decision| decision.on >= rating.on)
    }

    /// Whether it is answered with a class that counted as resolved (解决) on the day the class was
    /// settled: another set of rules adopted later solves nothing.
    pub fn is_resolved(&self, case: &Case) -> bool {
        self.class_rule(case).is_some_and(|class| class.resolved)
    }

    /// Whether its class needs a promise with a date, and none was made.
    pub fn lacks_promise(&self, case: &Case) -> bool {
        let needs = self.class_rule(case).is_some_and(|class| class.promise);
        needs && case.commitments.is_empty()
    }

    /// The class of its reply, by the rules in force on its day.
    fn class_rule(&self, case: &Case) -> Option<&ClassRule> {
        let step = case.replied().and(case.classes.last())?;
        let rules = self.office.rules_on(step.on)?;
        rules.class(step.class.as_str())
    }

    /// What a rating comes to, by the scale in force on its day.
    pub fn grade(&self, rating: &Rating) -> Option<Grade> {
        let rules = self.office.rules_on(rating.on)?;
        rules.satisfaction.grade(rating.headline()?.as_str())
    }
}
