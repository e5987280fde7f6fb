//! A sample of cases for a spot check: drawn by a seed, so that anybody can draw it again, and
//! spread over the units by how many cases each has.
//!
//! The order within a unit is that of SHA-256 over seed and case: no random number generator whose
//! next version might draw otherwise. Refuses: to draw more cases than there are.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::book::Case;
use super::terms::{CaseId, Name};

/// How a sample is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// How many cases.
    pub size: usize,
    /// What decides which.
    pub seed: u64,
}

/// What was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawn {
    /// The cases, in the order of their entry.
    Cases(Vec<CaseId>),
    /// There are only so many.
    TooFew {
        /// How many there are.
        cases: usize,
    },
}

/// Draws a sample. Each unit gets its share of the places, the rest goes to the largest
/// remainders; the lead unit, or the first of separate ones, stands for a case.
pub fn draw(cases: &[Case], sample: Sample) -> Drawn {
    let total = cases.len();
    if sample.size > total {
        return Drawn::TooFew { cases: total };
    }
    let mut strata: BTreeMap<Option<&Name>, Vec<CaseId>> = BTreeMap::new();
    for case in cases {
        let unit = case.assignment().and_then(|a| a.to.repliers().next());
        strata.entry(unit).or_default().push(case.id);
    }
    let strata: Vec<Vec<CaseId>> = strata.into_values().collect();
    let mut drawn: Vec<CaseId> = Vec::new();
    for (stratum, places) in strata.iter().zip(shares(&strata, sample.size, total)) {
        let mut stratum = stratum.clone();
        stratum.sort_by_key(|id| lot(sample.seed, *id));
        drawn.extend(stratum.into_iter().take(places));
    }
    drawn.sort();
    Drawn::Cases(drawn)
}

/// The places of each stratum: its whole share, then one more for the largest remainders.
fn shares(strata: &[Vec<CaseId>], size: usize, total: usize) -> Vec<usize> {
    let exact = |stratum: &Vec<CaseId>| stratum.len() * size;
    let mut places: Vec<usize> = strata
        .iter()
        .map(|s| exact(s).checked_div(total).unwrap_or(0))
        .collect();
    let mut by_remainder: Vec<usize> = (0..strata.len()).collect();
    by_remainder.sort_by_key(|at| {
        let remainder = exact(&strata[*at]).checked_rem(total).unwrap_or(0);
        (std::cmp::Reverse(remainder), *at)
    });
    let missing = size - places.iter().sum::<usize>();
    for at in by_remainder.into_iter().take(missing) {
        places[at] += 1;
    }
    places
}

fn lot(seed: u64, case: CaseId) -> [u8; 32] {
    Sha256::digest(format!("{seed}:{case}")).into()
}
