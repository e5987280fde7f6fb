//! 主要做法和成效: what was done, as far as somebody recorded it, with the cases that show it best.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Year, is_key};
use crate::domain::book::Case;
use crate::domain::terms::Amount;
use crate::report::block::Block;
use crate::report::judgement::satisfaction;
use crate::report::monthly::figure;
use crate::report::table::counted;
use crate::words::annual;
use crate::words::monthly::{Figure, monthly_figures};

/// So many cases stand for what was brought.
const SHOWN_MOST: usize = 5;

impl Year<'_, '_> {
    pub(super) fn practice(&self) -> Vec<Block> {
        let topics = [
            self.hand_over(),
            self.talks(),
            self.oversight(),
            self.effects(),
        ];
        let mut blocks = Vec::new();
        let mut place = 0;
        for (topic, paragraphs) in topics.into_iter().enumerate() {
            if paragraphs.is_empty() {
                continue;
            }
            place += 1;
            blocks.push(Block::heading(2, annual::practice_headings(place, topic)));
            blocks.extend(paragraphs.into_iter().map(Block::paragraph));
        }
        blocks
    }

    fn count(&self, fits: impl Fn(&Case) -> bool) -> usize {
        self.cases.iter().filter(|case| fits(case)).count()
    }

    fn sum(&self, of: impl Fn(&Case) -> usize) -> usize {
        self.cases.iter().map(|case| of(case)).sum()
    }

    fn hand_over(&self) -> Vec<String> {
        let given_back = |c: &Case| c.assignments.iter().any(|a| a.returned.is_some());
        let led = |c: &Case| c.assignment().is_some_and(|a| a.to.leader.is_some());
        let told = annual::handed_over(
            self.cases.len(),
            self.units(&self.cases).len(),
            self.count(|c| c.signed().is_some()),
            self.count(led),
            self.count(given_back),
            self.count(|c| c.assignments.len() > 1),
        );
        let not_counted = self.not_counted();
        told.map(|told| told + &not_counted.unwrap_or_default())
            .into_iter()
            .collect()
    }

    fn talks(&self) -> Vec<String> {
        let in_person = |c: &Case| c.consultations.iter().any(|t| t.mode.is_face_to_face());
        let told = annual::talks(
            self.sum(|c| c.consultations.len()),
            self.count(|c| !c.consultations.is_empty()),
            self.count(in_person),
            self.count(|c| c.consultations.iter().any(|t| t.leader_present)),
        );
        let mut told: Vec<String> = told.into_iter().collect();
        // The case that was talked about most, if it was more than once.
        let most = self.goes.cases.iter().rev().filter_map(|known| {
            let case = self.outlook.book.case(known.id)?;
            Some((case.consultations.len(), known))
        });
        if let Some((times, case)) = most.max_by_key(|(times, _)| *times).filter(|(t, _)| *t > 1) {
            told.push(annual::told_talks(&case.title, times));
        }
        told
    }

    fn oversight(&self) -> Vec<String> {
        let inspected = |c: &Case, fits: fn(&crate::domain::book::Inspection) -> bool| {
            c.oversight.inspections.iter().filter(|i| fits(i)).count()
        };
        let told = annual::oversight(
            self.sum(|c| c.reminders.len()),
            self.sum(|c| c.oversight.notices.len()),
            self.sum(|c| inspected(c, |i| i.finding.is_some())),
            self.sum(|c| inspected(c, |i| i.mended.is_some())),
            self.sum(|c| c.oversight.look_backs.len()),
        );
        told.into_iter().collect()
    }

    /// What the deputies said of the replies, where the opening does not tell it.
    fn ratings(&self) -> Option<String> {
        if self.speaker.side == annual::Side::Government {
            return None;
        }
        let section = counted(self.outlook, satisfaction(self.outlook), &self.cases);
        let figures: Vec<Figure> = section.rows.iter().filter_map(figure).collect();
        monthly_figures(&section.label, &figures)
    }

    fn effects(&self) -> Vec<String> {
        let mut sums: BTreeMap<(String, String), Amount> = BTreeMap::new();
        // A sum names what was brought, in words that people wrote: only of what everybody may read.
        let public = self.goes.cases.iter();
        let public = public.filter_map(|known| self.outlook.book.case(known.id));
        for effect in public.flat_map(|case| &case.effects) {
            let key = (effect.what.to_string(), effect.measure.to_string());
            let sum = sums.entry(key).or_default();
            *sum = sum.plus(effect.amount);
        }
        let sums = sums.into_iter();
        let sums: Vec<String> = sums
            .map(|((what, measure), sum)| format!("{what}{sum}{measure}"))
            .collect();
        let kept = |c: &Case| {
            let promises = c.commitments.iter();
            promises
                .filter(|promise| promise.fate(self.outlook.as_of).is_kept())
                .count()
        };
        let promised = self.sum(|c| c.commitments.len());
        let told = annual::effects(&sums, promised, self.sum(kept));
        let mut told: Vec<String> = told.into_iter().collect();
        told.extend(self.ratings());
        let shown = self.goes.cases.iter();
        let mut shown: Vec<_> = shown.filter(|case| !case.effects.is_empty()).collect();
        // The key ones first, then those of which most is on record.
        shown.sort_by_key(|known| {
            let case = self.outlook.book.case(known.id);
            let is_key = case.is_some_and(is_key);
            Reverse((is_key, known.effects.len()))
        });
        told.extend(
            shown
                .into_iter()
                .take(SHOWN_MOST)
                .map(|case| annual::told_effects(&case.title, &case.number.shown(), &case.effects)),
        );
        told
    }
}
