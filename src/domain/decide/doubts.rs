//! What is lawful and yet looks wrong: told to who records it, and no reason to refuse.

use crate::domain::book::Book;
use crate::domain::deadline::opinion_rule;
use crate::domain::event::{
    ActivityCounted, ActivityPlanned, AnonymousScoringClosed, Event, MeetingDecided,
    ProjectProgressed, ProjectsBalloted, SessionOpened, Submitted, Undone,
};
use crate::domain::secret_votes::{is_few, sheets_apart};
use crate::domain::terms::{
    ActivityId, Amount, CaseId, CitizenId, Date, Level, MeetingId, Name, OpinionId, Period,
    ProjectId, SessionKey, year_of,
};

use super::recount::is_near;

/// Something to look at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A ballot counts other deputies than the roster has seats (全体代表).
    OtherDeputies {
        /// As many as the ballot says.
        told: u32,
        /// As many as hold a seat on that day.
        on_roster: u32,
        /// At this level.
        level: Level,
    },
    /// Another anonymous round of the same units, a few days apart: if the same people voted, the two
    /// together may tell how a few of them did.
    RoundNearby {
        /// What it is called.
        round: Name,
        /// Its day.
        on: Date,
        /// By how few sheets the two differ, where they differ by few.
        apart: Option<u32>,
    },
    /// A ballot of so few that nothing is kept of it, and nothing decided.
    DecidesNothing {
        /// The ballots that count.
        valid: u32,
    },
    /// More sheets count than marked any unit.
    Uncounted {
        /// Returned and valid.
        valid: u32,
        /// The most that marked a unit.
        counted: u32,
    },
    /// The particulars of citizens whose entry is taken back.
    StayApart(Vec<CitizenId>),
    /// A decision stands on another day than its meeting.
    DecidedLater {
        /// Which meeting.
        meeting: MeetingId,
        /// The day it was held.
        held: Date,
    },
    /// A project is less far than it was.
    FallsBack {
        /// Percent, as last told.
        before: u8,
        /// Percent, as told now.
        now: u8,
    },
    /// A project has cost more than it may.
    Overspent {
        /// So much.
        spent: Amount,
        /// Of so much.
        budget: Amount,
    },
    /// A suggestion goes into the numbers of a session whose closing nobody recorded for longer than
    /// the rules say that one lasts.
    SessionLeftOpen {
        /// Which session.
        key: SessionKey,
        /// The day it opened.
        opened: Date,
        /// Days since then.
        days: i64,
    },
    /// Suggestions were handed in before a session in the year of its opening: they keep the numbers
    /// of the session before it.
    SessionAfterCases {
        /// So many.
        count: usize,
        /// The day of the first of them.
        first: Date,
    },
    /// A presidium decided, and nobody wrote down by how many votes.
    NoVotes {
        /// Which meeting.
        meeting: MeetingId,
    },
    /// A change has the consent of a body of which no meeting is on record.
    NoMeetingConsents {
        /// Who consented.
        consent: Name,
    },
    /// Something is accepted of which no progress is on record.
    NoProgress {
        /// Which project.
        project: ProjectId,
    },
    /// A year was rated before; the later word stands in the place of the earlier one.
    RatedBefore {
        /// Whose year.
        deputy: Name,
        /// Which.
        year: i32,
        /// The day of the earlier word.
        on: Date,
    },
    /// An activity of the same kind, title, day and group is on record.
    SameActivity(ActivityId),
    /// The same figure of an activity is on record, and both are added up.
    SameFigure(ActivityId),
    /// A call on the same household by the same deputy on the same day is on record.
    SameVisit(CitizenId),
    /// An opinion is to be answered later than the rules say.
    LaterThanRule {
        /// Which opinion.
        opinion: OpinionId,
        /// The day that the rules say.
        by_rule: Date,
    },
    /// What became of an opinion was said before; the later word counts.
    SettledBefore(OpinionId),
    /// A suggestion that an opinion becomes is handled no more: it was refused or withdrawn.
    RaisedInVain(CaseId),
    /// Somebody who is not on the roster was there.
    Outsiders(Vec<Name>),
    /// A seat ends on a day to come; until then it is held.
    EndsLater {
        /// Whose seat.
        deputy: Name,
        /// In which congress.
        level: Level,
        /// The last day.
        on: Date,
    },
    /// Citizens on record bear the name of one that is entered, each since its day.
    Namesakes(Vec<(CitizenId, Date)>),
}

/// What is to be looked at again in facts that were judged and are not recorded yet.
pub fn doubts(book: &Book, events: &[Event], today: Date) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for event in events {
        if let Event::ProjectsBalloted(fact) = event {
            doubts.extend(other_deputies(book, fact));
            let valid = fact.valid();
            doubts.extend(is_few(valid).then_some(Doubt::DecidesNothing { valid }));
        } else if let Event::AnonymousScoringClosed(fact) = event {
            doubts.extend(rounds_nearby(book, fact));
            doubts.extend(uncounted(fact));
        } else if let Event::MeetingDecided(fact) = event {
            doubts.extend(decided_later(book, fact));
            let meeting = fact.meeting;
            doubts.extend(fact.yes.is_none().then_some(Doubt::NoVotes { meeting }));
        } else if let Event::MandateEnded(fact) = event {
            let (deputy, level, on) = (fact.deputy.clone(), fact.level, fact.on);
            doubts.extend((on > today).then_some(Doubt::EndsLater { deputy, level, on }));
        } else if let Event::Undone(fact) = event {
            doubts.extend(stay_apart(book, fact));
        } else if let Event::ProjectProgressed(fact) = event {
            doubts.extend(odd_progress(book, fact));
        } else if let Event::Submitted(fact) = event {
            doubts.extend(left_open(book, fact));
        } else if let Event::SessionOpened(fact) = event {
            doubts.extend(after_cases(book, fact));
        } else {
            doubts.extend(told_before(book, event));
            doubts.extend(not_on_record(book, event));
        }
    }
    doubts
}

fn left_open(book: &Book, fact: &Submitted) -> Option<Doubt> {
    let session = book.office().session_left_open(fact.on)?;
    let key = SessionKey {
        term: fact.term,
        session: fact.session,
    };
    let is_numbered_so = fact.period == Period::InSession && session.key == key;
    is_numbered_so.then(|| Doubt::SessionLeftOpen {
        key,
        opened: session.opened,
        days: (fact.on - session.opened).num_days(),
    })
}

fn after_cases(book: &Book, fact: &SessionOpened) -> Option<Doubt> {
    let year = year_of(fact.on);
    let days = book.walk().map(|case| case.submitted);
    let before = days.filter(|day| *day < fact.on && year_of(*day) == year);
    let before: Vec<Date> = before.collect();
    let first = before.iter().min().copied()?;
    let count = before.len();
    Some(Doubt::SessionAfterCases { count, first })
}

/// What says again, or otherwise, what is on record.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other facts may be said as often as they happen"
)]
fn told_before(book: &Book, event: &Event) -> Option<Doubt> {
    match event {
        Event::DeputySelfRated(fact) => {
            let before = book.performance().self_rated(&fact.deputy, fact.year)?;
            Some(Doubt::RatedBefore {
                deputy: fact.deputy.clone(),
                year: fact.year,
                on: before.on,
            })
        }
        Event::DeputyVoterRated(fact) => {
            let before = book.performance().voter_rated(&fact.deputy, fact.year)?;
            Some(Doubt::RatedBefore {
                deputy: fact.deputy.clone(),
                year: fact.year,
                on: before.on,
            })
        }
        Event::ActivityPlanned(fact) => {
            let mut all = book.activities().iter();
            let same = all.find(|(_, activity)| {
                activity.cancelled.is_none() && is_same(&activity.planned, fact)
            });
            same.map(|(id, _)| Doubt::SameActivity(id))
        }
        Event::ActivityCounted(fact) => {
            let activity = book.activities().get(fact.activity)?;
            let said = |other: &ActivityCounted| {
                (&other.what, other.amount, &other.measure)
                    == (&fact.what, fact.amount, &fact.measure)
            };
            let again = activity.counted.iter().any(said);
            again.then_some(Doubt::SameFigure(fact.activity))
        }
        Event::HouseholdsVisited(fact) => {
            let called = |id: &&CitizenId| {
                let household = book.citizens().get(**id);
                let mut visits = household.into_iter().flat_map(|known| &known.visits);
                visits.any(|visit| (visit.on, &visit.deputy) == (fact.on, &fact.deputy))
            };
            fact.households
                .iter()
                .find(called)
                .map(|id| Doubt::SameVisit(*id))
        }
        Event::OpinionSettled(fact) => {
            let opinion = book.opinions().get(fact.opinion)?;
            let before = opinion.outcome()?;
            let otherwise = before.adopted != fact.adopted;
            otherwise.then_some(Doubt::SettledBefore(fact.opinion))
        }
        _ => None,
    }
}

fn is_same(one: &ActivityPlanned, other: &ActivityPlanned) -> bool {
    let of = |fact: &ActivityPlanned| (fact.kind, fact.day, fact.title.clone());
    of(one) == of(other) && one.group == other.group && one.place == other.place
}

/// What rests on something that the record does not have, or has otherwise.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other facts rest on nothing else"
)]
fn not_on_record(book: &Book, event: &Event) -> Option<Doubt> {
    match event {
        Event::ProjectChanged(fact) => {
            let mut meetings = book.meetings().iter();
            let met = meetings.any(|(_, meeting)| {
                meeting.held.is_some() && meeting.called.title.as_str() == fact.consent.as_str()
            });
            let consent = fact.consent.clone();
            (!met).then_some(Doubt::NoMeetingConsents { consent })
        }
        Event::ProjectAccepted(fact) => {
            let projects = book.projects_on(fact.on);
            let none = projects.get(fact.project)?.progress.is_empty();
            let project = fact.project;
            (fact.passed && none).then_some(Doubt::NoProgress { project })
        }
        Event::OpinionPassedOn(fact) => {
            let opinion = book.opinions().get(fact.opinion)?;
            let by_rule = opinion_rule(book, opinion, fact.on)?.due();
            let later = fact.due.is_some_and(|due| due > by_rule);
            let opinion = fact.opinion;
            later.then_some(Doubt::LaterThanRule { opinion, by_rule })
        }
        Event::OpinionsRaised(fact) => {
            let over = |id: &&CaseId| book.case(**id).is_some_and(|case| !case.counts());
            let case = fact.cases.iter().find(over)?;
            Some(Doubt::RaisedInVain(*case))
        }
        Event::MeetingHeld(fact) => {
            let on_roster = |name: &&Name| book.office().deputy(name).is_none();
            let outsiders: Vec<Name> = fact.present.iter().filter(on_roster).cloned().collect();
            (!outsiders.is_empty()).then_some(Doubt::Outsiders(outsiders))
        }
        _ => None,
    }
}

fn other_deputies(book: &Book, fact: &ProjectsBalloted) -> Option<Doubt> {
    let office = book.office();
    let level = office.level();
    let on_roster = u32::try_from(office.seated(level, fact.on)).unwrap_or(u32::MAX);
    let told = fact.deputies;
    (on_roster > 0 && on_roster != told).then_some(Doubt::OtherDeputies {
        told,
        on_roster,
        level,
    })
}

/// Citizens whose entry is taken back: their particulars stay beside the journal until they are erased.
fn stay_apart(book: &Book, fact: &Undone) -> Option<Doubt> {
    let lines = fact.lines.iter().filter_map(|line| book.entry(*line));
    let events = lines.flat_map(|entry| &entry.events);
    let citizens = events.filter_map(|event| {
        let Event::CitizenRecorded(fact) = event else {
            return None;
        };
        Some(fact.citizen)
    });
    let citizens: Vec<CitizenId> = citizens.collect();
    (!citizens.is_empty()).then_some(Doubt::StayApart(citizens))
}

/// Sheets that came back, are not invalid, and mark no unit.
fn uncounted(fact: &AnonymousScoringClosed) -> Option<Doubt> {
    let valid = fact.returned.saturating_sub(fact.invalid);
    let counted = fact.scores.iter().map(|score| score.ballots).max();
    let counted = counted.unwrap_or(0);
    (counted < valid).then_some(Doubt::Uncounted { valid, counted })
}

/// A decision is of the day on which its meeting was held.
fn decided_later(book: &Book, fact: &MeetingDecided) -> Option<Doubt> {
    let meeting = book.meetings().get(fact.meeting)?;
    let held = meeting.held.as_ref()?.on;
    (held != fact.on).then_some(Doubt::DecidedLater {
        meeting: fact.meeting,
        held,
    })
}

/// What is less far than before, and what costs more than there is.
fn odd_progress(book: &Book, fact: &ProjectProgressed) -> Vec<Doubt> {
    let projects = book.projects_on(fact.on);
    let Some(project) = projects.get(fact.project) else {
        return Vec::new();
    };
    let before = project.percent();
    let back = (fact.percent < before).then_some(Doubt::FallsBack {
        before,
        now: fact.percent,
    });
    let over = fact.spent.zip(project.budget());
    let over = over.filter(|(spent, budget)| spent > budget);
    let over = over.map(|(spent, budget)| Doubt::Overspent { spent, budget });
    back.into_iter().chain(over).collect()
}

fn rounds_nearby(book: &Book, fact: &AnonymousScoringClosed) -> Vec<Doubt> {
    let same = |other: &AnonymousScoringClosed| {
        let marked = |unit: &Name| other.scores.iter().any(|score| score.unit == *unit);
        fact.scores.iter().any(|score| marked(&score.unit))
    };
    let rounds = book.assessments().rounds();
    let rounds = rounds.filter(|other| is_near(fact, other) && same(other));
    rounds
        .map(|other| Doubt::RoundNearby {
            round: other.round.clone(),
            on: other.on,
            apart: sheets_apart(fact, other),
        })
        .collect()
}
