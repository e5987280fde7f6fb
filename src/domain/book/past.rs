//! Cases as they stood: on a day, before a fact.

use std::borrow::Cow;

use super::case::Case;
use super::entry::{Fact, FactId};
use super::{Book, fold_case};
use crate::domain::terms::{CaseId, Date};

impl Book {
    /// A case as it stood at the end of a day, everything known now taken into account.
    pub fn case_on(&self, id: CaseId, day: Date) -> Option<Case> {
        if let Some(passing) = self.passing(id) {
            let [stood] = passing.on([day]);
            return stood.map(Cow::into_owned);
        }
        let facts = self.timeline(id).map(|f| (f.id, f.event));
        let by_then = facts.take_while(|(_, event)| event.on() <= day);
        fold_case(by_then).ok().flatten()
    }

    /// The last day on which anything of a case happened, also where it lies after the view's day.
    pub fn last_day(&self, id: CaseId) -> Option<Date> {
        self.files.get(id)?.last()
    }

    /// The case of a fact as it stood just before it; none if the fact is its first, or none's.
    pub fn case_before(&self, id: FactId) -> Option<Case> {
        let case = self.fact(id)?.event.case()?;
        let before = self.timeline(case).take_while(|fact| fact.id != id);
        fold_case(before.map(|f| (f.id, f.event))).ok().flatten()
    }

    /// The facts of a case that stand, in the order they are read, those after the view's day too.
    pub fn timeline(&self, id: CaseId) -> impl Iterator<Item = Fact<'_>> {
        let file = self.files.get(id).into_iter();
        let timeline = file.flat_map(|file| &file.timeline);
        timeline.filter_map(|step| self.fact(step.id))
    }
}
