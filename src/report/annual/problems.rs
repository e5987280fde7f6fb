//! 存在的主要问题 and what follows: what the data show to be late, not talked over, not liked, not
//! kept, not mended. Nothing is said that no case stands behind.

use super::Year;
use crate::domain::book::{Case, Fate};
use crate::domain::deadline;
use crate::report::block::Block;
use crate::report::tally::{select, waits};
use crate::words::annual::{self, Problem};

impl Year<'_, '_> {
    /// Whether a case has a problem.
    fn shows(&self, problem: Problem, case: &Case) -> bool {
        let day = self.outlook.as_of;
        match problem {
            Problem::Late => {
                let clock = deadline::reply_clock(self.outlook.book, case, day);
                clock.is_some_and(|clock| clock.is_overdue(day))
            }
            Problem::NoTalk => case.replied().is_some() && case.consultations.is_empty(),
            Problem::Dissatisfied => self.outlook.book.dissatisfied(case).next().is_some(),
            Problem::Promise => {
                let mut fates = case.commitments.iter().map(|promise| promise.fate(day));
                fates.any(|fate| fate.is_unkept() || fate == Fate::KeptLate)
            }
            Problem::Unpromised => self.outlook.book.lacks_promise(case),
            Problem::Unmended => case.oversight.open_findings().next().is_some(),
        }
    }

    /// Each problem that there is, in their order, with its cases.
    fn found(&self) -> Vec<(Problem, Vec<&Case>)> {
        let problems = Problem::ALL.into_iter();
        let found = problems.map(|problem| {
            let cases = select(&self.cases, |case| self.shows(problem, case));
            (problem, cases)
        });
        found.filter(|(_, cases)| !cases.is_empty()).collect()
    }

    pub(super) fn problems(&self) -> Vec<Block> {
        let found = self.found();
        if self.cases.is_empty() {
            return vec![Block::paragraph(annual::NOTHING_HANDED_OVER[0])];
        }
        if found.is_empty() {
            return vec![Block::paragraph(annual::FINE)];
        }
        let told = found.iter().enumerate().map(|(at, (problem, cases))| {
            let (named, is_all) = self.named(cases);
            annual::problem(at + 1, *problem, cases.len(), (&named, is_all))
        });
        vec![Block::paragraph(told.collect::<String>())]
    }

    pub(super) fn next_steps(&self) -> Vec<Block> {
        if self.cases.is_empty() {
            return vec![Block::paragraph(annual::NOTHING_HANDED_OVER[1])];
        }
        let problems: Vec<Problem> = self.found().iter().map(|(problem, _)| *problem).collect();
        let day = self.outlook.as_of;
        let promises = self.cases.iter().flat_map(|case| case.open_commitments());
        let promised = promises.filter(|promise| promise.due >= day).count();
        let waiting = self.cases.iter().filter(|case| waits(case)).count();
        let open = self.cases.iter().filter(|case| case.closed.is_none());
        let unclosed = open.count() - waiting;
        let steps = annual::next_steps(&problems, waiting, unclosed, promised);
        match steps.is_empty() {
            true => vec![Block::paragraph(annual::no_plans())],
            false => vec![Block::paragraph(steps.concat())],
        }
    }
}
