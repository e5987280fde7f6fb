//! The way along the chain through the lines of a damaged journal and of others that may help: which
//! line comes next, and which of two that claim one place it is.
//!
//! Refuses to choose where no line says which one it was.

use std::collections::BTreeMap;

use super::chain::Chain;
use super::error::Fault;
use super::hash::Hash;
use super::salvage::Candidate;

/// Along the chain, from the first line on.
pub(super) struct Walk {
    /// Lines by the hash of the one that they were written after.
    pub(super) next: BTreeMap<Hash, Vec<usize>>,
    /// Lines by the number that they bear.
    numbered: BTreeMap<u64, Vec<usize>>,
    pub(super) chain: Chain,
    /// Those that were linked, with where the chain stood before.
    pub(super) order: Vec<(usize, Chain)>,
    pub(super) taken: Vec<bool>,
    /// Those in whose place another stands, as the line after them says.
    pub(super) replaced: Vec<bool>,
}

impl Walk {
    pub(super) fn new(candidates: &[Candidate]) -> Self {
        let mut next: BTreeMap<Hash, Vec<usize>> = BTreeMap::new();
        let mut numbered: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (at, candidate) in candidates.iter().enumerate() {
            if let Ok(line) = &candidate.read {
                next.entry(line.prev).or_default().push(at);
                numbered.entry(line.seq).or_default().push(at);
            }
        }
        Self {
            next,
            numbered,
            chain: Chain::START,
            order: Vec::new(),
            taken: vec![false; candidates.len()],
            replaced: vec![false; candidates.len()],
        }
    }

    /// Of lines that claim one place those that no line speaks against, and what was kept aside only
    /// where nothing else is left; all of them where that leaves none.
    pub(super) fn undisputed(
        &mut self,
        candidates: &[Candidate],
        claims: Vec<usize>,
    ) -> Vec<usize> {
        let one = candidates[claims[0]].bytes;
        if claims.iter().all(|at| candidates[*at].bytes == one) {
            return claims;
        }
        let hashes: Vec<Hash> = claims
            .iter()
            .map(|at| Hash::of(candidates[*at].bytes))
            .collect();
        let due = self.chain.head().seq + 2;
        let after: &[usize] = self.numbered.get(&due).map_or(&[], Vec::as_slice);
        let is_disproved = |at: usize, hash: &Hash| {
            let own = after.iter().map(|next| &candidates[*next]);
            let mut own = own.filter(|next| next.origin == candidates[at].origin);
            own.any(|next| {
                let prev = next.read.as_ref().map(|line| line.prev);
                prev.is_ok_and(|prev| prev != *hash && hashes.contains(&prev))
            })
        };
        let stand = claims.iter().zip(&hashes);
        let stand = stand.filter(|(at, hash)| !is_disproved(**at, hash));
        let mut stand: Vec<usize> = stand.map(|(at, _)| *at).collect();
        if stand.iter().any(|at| !candidates[*at].origin.is_aside()) {
            stand.retain(|at| !candidates[*at].origin.is_aside());
        }
        if stand.is_empty() {
            return claims;
        }
        let bytes = candidates[stand[0]].bytes;
        for at in claims {
            // The same line in another file speaks for itself.
            if candidates[at].bytes == bytes && !stand.contains(&at) {
                stand.push(at);
            }
            self.replaced[at] = candidates[at].bytes != bytes;
        }
        stand
    }

    /// The last line that was linked, if one that bears the next number was written after another:
    /// one of the two was changed, and only what nobody disputes stays. Each is set aside.
    pub(super) fn changed(&mut self, candidates: &[Candidate]) -> Option<(usize, Fault)> {
        let (at, before) = self.order.last().copied()?;
        let head = self.chain.head();
        let mut others = candidates.iter().enumerate();
        let (_, next) = others.find(|(other, candidate)| {
            let line = candidate.read.as_ref().ok();
            !self.taken[*other]
                && line.is_some_and(|line| line.seq == head.seq + 1 && line.prev != head.hash)
        })?;
        self.order.pop();
        self.chain = before;
        for (twin, candidate) in candidates.iter().enumerate() {
            self.taken[twin] &= candidate.bytes != candidates[at].bytes;
        }
        let next = next.line;
        Some((at, Fault::Disproved { next }))
    }
}
