//! 存在的主要问题 and what follows: what the data show to be late, not talked over, not liked, not
//! kept, not mended. Nothing is said that no case stands behind.

use super::Year;
use crate::domain::book::{Case, Fate};
use crate::domain::deadline;
use crate::report::block::Block;
use crate::report::tally::{select, waits};
use crate::words::annual;

/// Whether a case has a problem, in the order in which they are told.
type Shows = fn(&Year, &Case) -> bool;

const PROBLEMS: [Shows; 5] = [
    |year, case| {
        let day = year.outlook.as_of;
        let clock = deadline::reply_clock(year.outlook.book, case, day);
        clock.is_some_and(|clock| match clock.met {
            Some(met) => met > clock.due(),
            None => clock.is_overdue(day),
        })
    },
    |_, case| case.replied().is_some() && case.consultations.is_empty(),
    |year, case| year.outlook.book.dissatisfied(case).next().is_some(),
    |year, case| {
        let fates = case.commitments.iter();
        let mut fates = fates.map(|promise| promise.fate(year.outlook.as_of));
        fates.any(|fate| fate.is_unkept() || fate == Fate::KeptLate)
    },
    |_, case| {
        let mut inspections = case.oversight.inspections.iter();
        inspections.any(|i| i.finding.is_some() && i.mended.is_none())
    },
];

impl Year<'_, '_> {
    /// Each problem that there is, by its place in the list, with its cases.
    fn found(&self) -> Vec<(usize, Vec<&Case>)> {
        let problems = PROBLEMS.into_iter().enumerate();
        let found =
            problems.map(|(which, shows)| (which, select(&self.cases, |case| shows(self, case))));
        found.filter(|(_, cases)| !cases.is_empty()).collect()
    }

    pub(super) fn problems(&self) -> Vec<Block> {
        let found = self.found();
        if found.is_empty() {
            return vec![Block::paragraph(annual::FINE)];
        }
        let told = found.iter().enumerate().map(|(at, (which, cases))| {
            annual::problem(at + 1, *which, cases.len(), &self.named(cases))
        });
        vec![Block::paragraph(told.collect::<String>())]
    }

    pub(super) fn next_steps(&self) -> Vec<Block> {
        let problems: Vec<usize> = self.found().iter().map(|(which, _)| *which).collect();
        let day = self.outlook.as_of;
        let promises = self.cases.iter().flat_map(|case| case.open_commitments());
        let open = promises.filter(|promise| promise.due >= day).count();
        let waiting = self.cases.iter().filter(|case| waits(case)).count();
        let steps = annual::next_steps(&problems, open, waiting);
        match steps.is_empty() {
            true => vec![Block::paragraph(annual::no_plans())],
            false => vec![Block::paragraph(steps.concat())],
        }
    }
}
