//! Cases that are handled together (并案): one leads, the others are merged into it, each still
//! counts and is answered. The groups follow from the cases and are never recorded.

use super::{Book, File};
use crate::domain::book::Case;
use crate::domain::terms::CaseId;

impl Book {
    /// Puts a case's file in its place, and the case into its group.
    pub(super) fn put(&mut self, id: CaseId, file: File) {
        self.leave_group(id);
        let counting = file.case.as_ref().filter(|case| case.counts());
        if let Some((_, lead)) = counting.and_then(|case| case.merged) {
            self.groups.entry(lead).or_default().insert(id);
        }
        self.files.insert(id, file);
    }

    pub(super) fn leave_group(&mut self, id: CaseId) {
        let old = self.case(id).and_then(|case| case.merged);
        if let Some(group) = old.and_then(|(_, lead)| self.groups.get_mut(&lead)) {
            group.remove(&id);
        }
        self.groups.retain(|_, group| !group.is_empty());
    }

    /// The cases that are handled together with this one, which leads them.
    pub fn merged_into(&self, lead: CaseId) -> impl Iterator<Item = CaseId> {
        self.groups.get(&lead).into_iter().flatten().copied()
    }

    /// The other cases that are handled together with this one, whoever leads.
    pub fn together_with(&self, case: &Case) -> impl Iterator<Item = &Case> {
        let lead = case.merged.map(|(_, lead)| lead).filter(|lead| {
            let lead = self.case(*lead);
            lead.is_some_and(|lead| lead.counts() && lead.merged.is_none())
        });
        let leader = lead.or_else(|| self.groups.contains_key(&case.id).then_some(case.id));
        let own = case.id;
        let members = leader.into_iter().flat_map(|lead| self.merged_into(lead));
        let all = members.chain(lead).filter(move |id| *id != own);
        all.filter_map(|id| self.case(id))
    }
}
