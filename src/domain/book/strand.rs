//! How the deputies' work beside the cases is kept: each of its parts is one state, folded from its
//! facts in the order of the days they happened on, and of recording within a day, up to the view's
//! day. Facts taken back do not count, corrected ones count as they stand now.
//!
//! Refuses: to know what the facts mean; each part says that itself ([`Fold`]).

use std::borrow::Cow;

use super::activities::Activities;
use super::assessments::Assessments;
use super::citizens::Citizens;
use super::entry::{Entry, Fact, FactId};
use super::impossible::{Clash, Impossible};
use super::meetings::Meetings;
use super::opinions::Opinions;
use super::performance::Performance;
use super::projects::Projects;
use super::{Book, impossible};
use crate::domain::event::{Event, Work};
use crate::domain::terms::Date;

/// A state that facts change.
pub(super) trait Fold: Clone + Default + PartialEq {
    /// Takes in one fact, or says what it contradicts.
    fn fold(&mut self, event: &Event) -> Result<(), Clash>;
}

/// A part of the work with the places of its facts, in the order they are read.
#[derive(Debug, Clone, PartialEq, Default)]
struct Strand<T> {
    timeline: Vec<FactId>,
    now: T,
    /// So many facts of the timeline are in it, or lie after the view's day.
    read: usize,
}

/// The deputies' work beside the cases.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Strands {
    opinions: Strand<Opinions>,
    activities: Strand<Activities>,
    projects: Strand<Projects>,
    citizens: Strand<Citizens>,
    meetings: Strand<Meetings>,
    assessments: Strand<Assessments>,
    performance: Strand<Performance>,
}

impl Strands {
    /// Notes a fact that stands; what it changes is worked out by [`Self::fold`].
    pub(super) fn note(&mut self, work: Work, id: FactId) {
        match work {
            Work::Opinions => self.opinions.timeline.push(id),
            Work::Activities => self.activities.timeline.push(id),
            Work::Projects => self.projects.timeline.push(id),
            Work::Citizens => self.citizens.timeline.push(id),
            Work::Meetings => self.meetings.timeline.push(id),
            Work::Assessments => self.assessments.timeline.push(id),
            Work::Performance => self.performance.timeline.push(id),
        }
    }

    /// The places of all facts, in the order of recording.
    pub(super) fn facts(&self) -> Vec<FactId> {
        let Self {
            opinions,
            activities,
            projects,
            citizens,
            meetings,
            assessments,
            performance,
        } = self;
        let mut facts = [
            opinions.timeline.as_slice(),
            &activities.timeline,
            &projects.timeline,
            &citizens.timeline,
            &meetings.timeline,
            &assessments.timeline,
            &performance.timeline,
        ]
        .concat();
        facts.sort_unstable();
        facts
    }

    /// Folds everything that was noted.
    pub(super) fn fold(mut self, book: &Book, extra: Option<&Entry>) -> Result<Self, Impossible> {
        self.opinions.fold(book, extra)?;
        self.activities.fold(book, extra)?;
        self.projects.fold(book, extra)?;
        self.citizens.fold(book, extra)?;
        self.meetings.fold(book, extra)?;
        self.assessments.fold(book, extra)?;
        self.performance.fold(book, extra)?;
        Ok(self)
    }
}

impl<T: Fold> Strand<T> {
    /// Folds what was noted: onto the state where it follows what is in it, else from the beginning.
    fn fold(&mut self, book: &Book, extra: Option<&Entry>) -> Result<(), Impossible> {
        let place = |id: &FactId| book.event_in(*id, extra).map(|event| (event.on(), *id));
        let noted = self.timeline.get(self.read.saturating_sub(1)..);
        if !noted.unwrap_or_default().is_sorted_by_key(place) {
            self.timeline.sort_by_key(place);
            (self.now, self.read) = (T::default(), 0);
        }
        let facts = self.timeline.iter().skip(self.read);
        let facts = facts.filter_map(|id| Some((*id, book.event_in(*id, extra)?)));
        let seen = |on: Date| book.view().has_come(on);
        let facts = facts.take_while(|(_, event)| seen(event.on()));
        fold_onto(&mut self.now, facts).map_err(|(id, event, clash)| {
            impossible(&book.entries, extra, id, Some(event), clash)
        })?;
        self.read = self.timeline.len();
        Ok(())
    }

    /// The state at the end of a day; nothing that stands can contradict itself.
    fn on(&self, book: &Book, day: Date) -> Cow<'_, T> {
        let last = self.timeline.last().and_then(|id| book.fact(*id));
        if last.is_none_or(|fact| fact.event.on() <= day) {
            return Cow::Borrowed(&self.now);
        }
        Cow::Owned(self.until(book, |fact| fact.event.on() > day))
    }

    /// Shows each fact with the state just before it, all facts that stand, in the order they are
    /// read.
    fn walk(&self, book: &Book, mut show: impl FnMut(&T, Fact)) {
        let mut state = T::default();
        for fact in self.timeline.iter().filter_map(|id| book.fact(*id)) {
            show(&state, fact);
            // Nothing that stands can contradict itself.
            let _ = state.fold(fact.event);
        }
    }

    /// The state just before the first fact that is to be left out.
    fn until(&self, book: &Book, out: impl Fn(&Fact) -> bool) -> T {
        let facts = self.timeline.iter().filter_map(|id| book.fact(*id));
        let facts = facts.take_while(|fact| !out(fact));
        folded(facts.map(|fact| (fact.id, fact.event))).unwrap_or_default()
    }
}

fn folded<'a, T: Fold>(
    facts: impl Iterator<Item = (FactId, &'a Event)>,
) -> Result<T, (FactId, &'a Event, Clash)> {
    let mut state = T::default();
    fold_onto(&mut state, facts)?;
    Ok(state)
}

fn fold_onto<'a, T: Fold>(
    state: &mut T,
    facts: impl Iterator<Item = (FactId, &'a Event)>,
) -> Result<(), (FactId, &'a Event, Clash)> {
    for (id, event) in facts {
        state.fold(event).map_err(|clash| (id, event, clash))?;
    }
    Ok(())
}

impl Book {
    /// Whether the deputies' work or who does it stands otherwise than in another book: deputies,
    /// units, groups, stations.
    pub fn works_otherwise_than(&self, other: &Self) -> bool {
        let (ours, theirs) = (&self.office, &other.office);
        self.work != other.work
            || !ours.deputies().eq(theirs.deputies())
            || !ours.units().eq(theirs.units())
            || !ours.groups_entered().eq(theirs.groups_entered())
            || !ours.stations().eq(theirs.stations())
    }

    /// The facts of livelihood projects that stand and had happened within the view, in order.
    pub fn project_facts(&self) -> impl Iterator<Item = Fact<'_>> {
        let seen = |on: Date| self.view().has_come(on);
        let facts = self.work.projects.timeline.iter();
        let facts = facts.filter_map(|id| self.fact(*id));
        facts.filter(move |fact| seen(fact.event.on()))
    }
}

/// The parts as a reader asks for them.
macro_rules! parts {
    ($($part:ident: $state:ident, $on:ident, $walk:ident;)*) => {
        impl Book {
            $(
                /// The state at the end of the view.
                pub fn $part(&self) -> &$state {
                    &self.work.$part.now
                }

                /// The state at the end of a day, everything known now taken into account.
                pub fn $on(&self, day: Date) -> Cow<'_, $state> {
                    self.work.$part.on(self, day)
                }

                /// Shows each of its facts with the state just before it.
                pub fn $walk(&self, show: impl FnMut(&$state, Fact)) {
                    self.work.$part.walk(self, show);
                }
            )*
        }
    };
}

parts! {
    opinions: Opinions, opinions_on, walk_opinions;
    activities: Activities, activities_on, walk_activities;
    projects: Projects, projects_on, walk_projects;
    citizens: Citizens, citizens_on, walk_citizens;
    meetings: Meetings, meetings_on, walk_meetings;
    assessments: Assessments, assessments_on, walk_assessments;
    performance: Performance, performance_on, walk_performance;
}
