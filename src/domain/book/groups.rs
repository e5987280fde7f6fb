//! Cases that are handled together (并案): one leads, the others are merged into it, each still
//! counts and is answered. Who belongs to a group on a day follows from the cases as they stood on
//! that day; what is kept is only who ever did.

use super::{Book, File};
use crate::domain::book::Case;
use crate::domain::terms::{CaseId, Date};

impl Book {
    /// Puts a case's file in its place, and the case into the groups it belonged to.
    pub(super) fn put(&mut self, id: CaseId, file: File) {
        self.leave_groups(id);
        self.put_anew(id, file);
    }

    /// The same of a case that is in no group.
    fn put_anew(&mut self, id: CaseId, file: File) {
        for lead in file.case.iter().flat_map(|case| &case.leads) {
            self.groups.entry(*lead).or_default().insert(id);
        }
        self.files.insert(id, file);
    }

    /// The same in place of what the case is otherwise, which needs not be looked up.
    pub(super) fn put_instead(&mut self, (id, leads): (CaseId, &[CaseId]), file: File) {
        self.leave(id, leads);
        self.put_anew(id, file);
    }

    pub(super) fn leave_groups(&mut self, id: CaseId) {
        let old = self.files.get(id).and_then(|file| file.case.as_ref());
        let leads = old.map(|case| case.leads.to_vec());
        self.leave(id, &leads.unwrap_or_default());
    }

    fn leave(&mut self, id: CaseId, leads: &[CaseId]) {
        if leads.is_empty() {
            return;
        }
        for lead in leads {
            if let Some(group) = self.groups.get_mut(lead) {
                group.remove(&id);
            }
        }
        self.groups.retain(|_, group| !group.is_empty());
    }

    /// The cases that are handled together with this one, which leads them.
    pub fn merged_into(&self, lead: CaseId) -> impl Iterator<Item = CaseId> {
        let ever = self.groups.get(&lead).into_iter().flatten().copied();
        ever.filter(move |id| self.case(*id).is_some_and(|case| is_in(case, lead)))
    }

    /// The other cases that were handled together with this one on a day, whoever leads, as they
    /// stood then. `case` is the case of that day.
    pub fn together_with(&self, case: &Case, day: Date) -> Vec<Case> {
        let in_group = |lead: CaseId| {
            let ever = self.groups.get(&lead).into_iter().flatten();
            let others = ever.filter(|id| **id != case.id);
            let others = others.filter_map(|id| self.case_on(*id, day));
            others.filter(move |other| is_in(other, lead))
        };
        let lead = case.merged.and_then(|(_, lead)| self.case_on(lead, day));
        match lead.filter(|lead| lead.counts() && lead.merged.is_none()) {
            Some(lead) => in_group(lead.id).chain([lead]).collect(),
            None => in_group(case.id).collect(),
        }
    }
}

/// Whether a case counts and is merged into another one.
fn is_in(case: &Case, lead: CaseId) -> bool {
    case.counts() && case.merged.is_some_and(|(_, into)| into == lead)
}
