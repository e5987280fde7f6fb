//! Meetings (会议): calling, holding, deciding, minutes, opinions of the deliberation. A decision
//! comes with the facts it brings about: key cases are picked, disputes settled, projects changed in
//! the same line, each by its own rules.

use super::opinions::not_before;
use super::{Bench, not_found, one};
use crate::domain::book::{Meeting, Meetings};
use crate::domain::command::{CaseWish, ChangeWish, Consent, DecideWish, MeetingWish, OverseeWish};
use crate::domain::event::{
    self, DecisionKind, Event, MajorityOf, MeetingFact, MeetingHeld, MeetingKind, Subject,
};
use crate::domain::refusal::{MeetingRule, Refusal, Rule, Thing};
use crate::domain::terms::{Date, MeetingId, Name};

impl Bench<'_> {
    pub(super) fn meetings(&self, wish: &MeetingWish) -> Result<Vec<Event>, Refusal> {
        let on = self.stamp.on;
        let state = self.book.meetings_on(on);
        let events = match wish.clone() {
            MeetingWish::Call {
                kind,
                title,
                day,
                place,
                agenda,
                papers,
            } => one(event::MeetingCalled {
                on,
                meeting: self.book.next_meeting(),
                kind,
                title,
                day: day.unwrap_or(on),
                place,
                agenda,
                papers,
            }),
            MeetingWish::Hold {
                meeting,
                present,
                units,
                absent,
                note,
            } => one(MeetingHeld {
                on,
                meeting,
                present,
                units,
                absent,
                note,
            }),
            MeetingWish::Decide(wish) => return self.decision(&state, &wish),
            MeetingWish::Minute {
                meeting,
                text,
                signer,
            } => one(event::MeetingMinuted {
                on,
                meeting,
                text,
                signer,
            }),
            MeetingWish::Deliberate {
                meeting,
                unit,
                text,
                due,
            } => one(event::DeliberationGiven {
                on,
                deliberation: self.book.next_deliberation(),
                meeting,
                unit,
                text,
                due,
            }),
            MeetingWish::Answer { deliberation, text } => one(event::DeliberationAnswered {
                on,
                deliberation,
                text,
            }),
        };
        for event in &events {
            self.allows_meeting(&state, event)?;
        }
        Ok(events)
    }

    /// The decision, and what it brings about.
    fn decision(&self, state: &Meetings, wish: &DecideWish) -> Result<Vec<Event>, Refusal> {
        let on = self.stamp.on;
        let decided = Event::from(event::MeetingDecided {
            on,
            meeting: wish.meeting,
            about: wish.about,
            what: wish.what.clone(),
            cases: wish.cases.clone(),
            projects: wish.projects.clone(),
            yes: wish.votes.map(|(yes, ..)| yes),
            no: wish.votes.map(|(_, no, _)| no),
            abstained: wish.votes.map(|(.., abstained)| abstained),
        });
        self.allows_meeting(state, &decided)?;
        let body = Name::shortened(&self.meeting(state, wish.meeting)?.called.title);
        let mut events = vec![decided];
        match wish.about {
            DecisionKind::KeyCases => {
                let supervisor = wish.supervisor.clone();
                let pick = CaseWish::PickKey { supervisor };
                events.extend(self.each(&wish.cases, |case| self.wish(case, &pick))?);
            }
            DecisionKind::Adjudication => {
                let settle = CaseWish::Oversee(Box::new(OverseeWish::Adjudicate {
                    by: Some(body),
                    opinion: wish.what.clone(),
                }));
                events.extend(self.each(&wish.cases, |case| self.wish(case, &settle))?);
            }
            DecisionKind::ProjectChange => {
                for project in &wish.projects {
                    events.extend(self.change_project(&ChangeWish {
                        project: *project,
                        why: wish.what.clone(),
                        consent: Consent::Meeting(wish.meeting),
                        content: wish.content.clone(),
                        budget: wish.budget,
                        due: wish.due,
                    })?);
                }
            }
            DecisionKind::Other => {}
        }
        Ok(events)
    }

    /// Whether the rules allow a fact in the state just before it.
    pub(super) fn allows_meeting(&self, state: &Meetings, event: &Event) -> Result<(), Refusal> {
        let Some(fact) = MeetingFact::of(event) else {
            return Ok(());
        };
        match fact {
            // Whatever day it is called for, before or after.
            MeetingFact::MeetingCalled(_) => Ok(()),
            MeetingFact::MeetingHeld(fact) => {
                let meeting = self.meeting(state, fact.meeting)?;
                if let Some(held) = &meeting.held {
                    let (meeting, on) = (fact.meeting, held.on);
                    return Err(MeetingRule::Over { meeting, on }.into());
                }
                let day = meeting.called.day;
                if fact.on < day {
                    let meeting = fact.meeting;
                    return Err(MeetingRule::ToCome { meeting, day }.into());
                }
                fact.units.iter().try_for_each(|unit| self.unit(unit))?;
                // Guests may be there; who is on the roster is there as a deputy.
                let office = self.book.office();
                let known = |name: &&Name| office.deputy(name).is_some();
                let mut deputies = fact.present.iter().filter(known);
                deputies.try_for_each(|name| self.serving(name))?;
                match fact.present.is_empty() && fact.units.is_empty() {
                    true => Err(MeetingRule::NobodyMet {
                        meeting: fact.meeting,
                    }
                    .into()),
                    false => named_once(fact.present.iter().chain(&fact.absent)),
                }
            }
            MeetingFact::MeetingDecided(fact) => self.allows_decision(state, fact),
            MeetingFact::MeetingMinuted(fact) => {
                let meeting = self.held_meeting(state, fact.meeting)?;
                match &meeting.minutes {
                    Some(_) => {
                        let name = Subject::Meeting(fact.meeting).into();
                        Err(Rule::Recorded { name }.into())
                    }
                    None => Ok(()),
                }
            }
            MeetingFact::DeliberationGiven(fact) => {
                self.held_meeting(state, fact.meeting)?;
                self.unit(&fact.unit)?;
                fact.due.map_or(Ok(()), |due| not_before(due, fact.on))
            }
            MeetingFact::DeliberationAnswered(fact) => {
                let id = fact.deliberation;
                let Some(given) = state.deliberation(id) else {
                    return Err(not_found(Thing::Deliberation, &id.to_string(), Vec::new()));
                };
                match &given.answered {
                    Some(answer) => Err(MeetingRule::Answered {
                        deliberation: id,
                        on: answer.on,
                    }
                    .into()),
                    None => Ok(()),
                }
            }
        }
    }

    /// A decision names what it decides on, and is carried by more than half of those present.
    fn allows_decision(
        &self,
        state: &Meetings,
        fact: &event::MeetingDecided,
    ) -> Result<(), Refusal> {
        let meeting = self.held_meeting(state, fact.meeting)?;
        for case in &fact.cases {
            self.case(*case)?;
        }
        for project in &fact.projects {
            if self.book.projects().get(*project).is_none() {
                return Err(not_found(Thing::Project, &project.to_string(), Vec::new()));
            }
        }
        let lacks = match fact.about {
            DecisionKind::KeyCases | DecisionKind::Adjudication => fact.cases.is_empty(),
            DecisionKind::ProjectChange => fact.projects.is_empty(),
            DecisionKind::Other => false,
        };
        if lacks {
            return Err(MeetingRule::DecidesNothing.into());
        }
        let Some(yes) = fact.yes else {
            // A presidium may agree without a count; a congress does not (地方组织法 第二十五条).
            let congress = meeting.called.kind == MeetingKind::Congress;
            return match congress && !self.stamp.lenient {
                true => Err(MeetingRule::NeedsVotes {
                    meeting: fact.meeting,
                }
                .into()),
                false => Ok(()),
            };
        };
        let counted = u64::from(yes)
            + u64::from(fact.no.unwrap_or(0))
            + u64::from(fact.abstained.unwrap_or(0));
        let present = self.voters(meeting);
        if counted > present {
            return Err(MeetingRule::VotesAndPresent {
                votes: counted,
                present,
            }
            .into());
        }
        let (majority_of, of) = self.who_decides(meeting, fact.on, present);
        match u64::from(yes) * 2 > of {
            true => Ok(()),
            false => Err(MeetingRule::NotCarried {
                yes,
                of,
                majority_of,
            }
            .into()),
        }
    }

    /// How many of those present have a vote: the deputies, as far as the office has a roster of them.
    fn voters(&self, meeting: &Meeting) -> u64 {
        let office = self.book.office();
        let has_roster = office.deputies().next().is_some() && !self.stamp.lenient;
        let is_deputy = |name: &&Name| office.deputy(name).is_some() && self.serving(name).is_ok();
        let present = meeting.held.iter().flat_map(|held| &held.present);
        let voters = present.filter(|name| !has_roster || is_deputy(name));
        voters.count() as u64
    }

    /// Of whom more than half carry a decision, and how many they are: of a congress all deputies
    /// (地方组织法 第二十五条) who hold a seat in it, as far as the roster has them.
    fn who_decides(&self, meeting: &Meeting, on: Date, present: u64) -> (MajorityOf, u64) {
        let office = self.book.office();
        let congress = meeting.called.kind == MeetingKind::Congress;
        let all = office.seated(office.level(), on) as u64;
        match self.majority_of() {
            MajorityOf::All if congress && all > 0 => (MajorityOf::All, all.max(present)),
            MajorityOf::All | MajorityOf::Present => (MajorityOf::Present, present),
        }
    }

    fn meeting<'s>(&self, state: &'s Meetings, id: MeetingId) -> Result<&'s Meeting, Refusal> {
        if let Some(meeting) = state.get(id) {
            return Ok(meeting);
        }
        if let Some(later) = self.book.meetings().get(id) {
            let (on, after) = (self.stamp.on, later.called.on);
            return Err(Rule::TooEarly { on, after }.into());
        }
        Err(not_found(Thing::Meeting, &id.to_string(), Vec::new()))
    }

    pub(super) fn held_meeting<'s>(
        &self,
        state: &'s Meetings,
        id: MeetingId,
    ) -> Result<&'s Meeting, Refusal> {
        let meeting = self.meeting(state, id)?;
        match meeting.held {
            Some(_) => Ok(meeting),
            None => Err(MeetingRule::ToCome {
                meeting: id,
                day: meeting.called.day,
            }
            .into()),
        }
    }
}

fn named_once<'n>(names: impl Iterator<Item = &'n Name>) -> Result<(), Refusal> {
    let mut seen = std::collections::BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            return Err(Rule::NamedTwice { name: name.clone() }.into());
        }
    }
    Ok(())
}
