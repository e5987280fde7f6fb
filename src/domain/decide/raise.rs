//! 提: handing in, reviewing, withdrawing, numbering.

use super::{Bench, not_found, one};
use crate::domain::book::Case;
use crate::domain::command::Submission;
use crate::domain::event::{self, Event};
use crate::domain::refusal::{Refusal, Rule, SessionRule, Thing};
use crate::domain::rules::NumberGiven;
use crate::domain::terms::{CaseId, Name, Number, Period, Series, SessionKey, Text};

impl Bench<'_> {
    pub(super) fn submit(&self, wish: &Submission) -> Result<Vec<Event>, Refusal> {
        let on = self.stamp.on;
        let case = self.book.next_case();
        let series = self.series(wish)?;
        self.proposer(wish, series)?;
        self.category(&wish.category)?;
        let submitted = event::Submitted {
            on,
            case,
            level: series.level,
            period: series.period,
            term: series.term,
            session: series.session,
            title: wish.title.clone(),
            body: wish.body.clone(),
            requests: wish.requests.clone(),
            deputy: wish.deputy.clone(),
            co_signers: wish.co_signers.clone(),
            delegation: wish.delegation.clone(),
            category: wish.category.clone(),
            kind: wish.kind,
            confidential: wish.confidential,
            motion: wish.motion.clone(),
        }
        .into();
        let mut events = vec![submitted];
        if wish.number.is_some() || self.numbers_at(NumberGiven::Submit) {
            events.push(self.numbered(case, series, wish.number)?);
        }
        Ok(events)
    }

    /// Accepts a case, and numbers it where the office numbers at acceptance.
    pub(super) fn accept(&self, case: &Case, number: Option<u32>) -> Result<Vec<Event>, Refusal> {
        let mut events = one(event::Accepted {
            on: self.stamp.on,
            case: case.id,
        });
        if number.is_some() || (case.number.is_none() && self.numbers_at(NumberGiven::Accept)) {
            events.push(self.numbered(case.id, case.series(), number)?);
        }
        Ok(events)
    }

    /// Picks a case as one of the key suggestions.
    pub(super) fn pick_key(
        &self,
        case: &Case,
        supervisor: Option<&Name>,
    ) -> Result<Vec<Event>, Refusal> {
        if !case.counts() {
            return Err(Refusal::of_case(
                case.id,
                Rule::WrongState {
                    state: case.state(),
                },
            ));
        }
        Ok(one(event::KeySupervised {
            on: self.stamp.on,
            case: case.id,
            supervisor: supervisor.cloned(),
        }))
    }

    pub(super) fn note(&self, case: &Case, note: &Text) -> Result<Vec<Event>, Refusal> {
        Ok(one(event::Noted {
            on: self.stamp.on,
            case: case.id,
            note: note.clone(),
        }))
    }

    fn numbers_at(&self, when: NumberGiven) -> bool {
        self.rules
            .map_or(NumberGiven::Submit, |r| r.number.given_at)
            == when
    }

    fn numbered(&self, case: CaseId, series: Series, wish: Option<u32>) -> Result<Event, Refusal> {
        // Past the last number there is none left, and the holder of the last one is told.
        let last = self.book.last_number(series);
        let next = last.map_or(1, |number| number.seq.saturating_add(1));
        let number = Number {
            series,
            seq: wish.unwrap_or(next),
        };
        match self
            .book
            .holder_of(&number)
            .filter(|holder| *holder != case)
        {
            Some(holder) => Err(Refusal::of_case(case, Rule::NumberTaken { number, holder })),
            None => Ok(event::Numbered {
                on: self.stamp.on,
                case,
                number,
            }
            .into()),
        }
    }

    /// The run of numbers a suggestion belongs to.
    fn series(&self, wish: &Submission) -> Result<Series, Refusal> {
        let office = self.book.office();
        let level = wish.level.unwrap_or(office.level());
        let own = level == office.level();
        let session = match wish.session {
            Some(key) if own && office.session(key).is_none() => {
                let SessionKey { term, session } = key;
                return Err(not_found(
                    Thing::Session,
                    &format!("{term}-{session}"),
                    Vec::new(),
                ));
            }
            Some(key) => key,
            None => {
                office
                    .session_on(self.stamp.on)
                    .ok_or(SessionRule::NoneOnRecord)?
                    .key
            }
        };
        let closed = office
            .session(session)
            .filter(|_| own)
            .and_then(|s| s.closed);
        let period = wish.period.unwrap_or(match closed {
            Some(day) if self.stamp.on > day => Period::BetweenSessions,
            _ => Period::InSession,
        });
        Ok(Series {
            level,
            term: session.term,
            session: session.session,
            period,
        })
    }

    /// Called in session, and not after the session was closed; the sessions of other levels are
    /// not on record.
    fn is_in_session(&self, series: Series) -> bool {
        let key = SessionKey {
            term: series.term,
            session: series.session,
        };
        let office = self.book.office();
        let session = office
            .session(key)
            .filter(|_| series.level == office.level());
        let closed = session.and_then(|session| session.closed);
        series.period == Period::InSession && closed.is_none_or(|day| self.stamp.on <= day)
    }

    fn proposer(&self, wish: &Submission, series: Series) -> Result<(), Refusal> {
        let in_session_only = self.rules.is_some_and(|r| r.gates.delegation_in_session);
        match (&wish.deputy, &wish.delegation) {
            (None, None) => return Err(Rule::NeedsProposer.into()),
            (None, Some(_))
                if in_session_only && !self.stamp.lenient && !self.is_in_session(series) =>
            {
                let article = self.article("gates.delegation_in_session");
                return Err(Rule::DelegationInSession { article }.into());
            }
            _ => {}
        }
        let mut names: Vec<&Name> = Vec::new();
        for name in wish.deputy.iter().chain(&wish.co_signers) {
            if names.contains(&name) {
                return Err(Rule::NamedTwice { name: name.clone() }.into());
            }
            self.deputy(name)?;
            self.seat(name, series.level)?;
            names.push(name);
        }
        Ok(())
    }

    pub(super) fn category(&self, category: &Name) -> Result<(), Refusal> {
        let known = self
            .rules
            .map(|rules| rules.categories.as_slice())
            .unwrap_or_default();
        if known.is_empty() || known.contains(category) {
            return Ok(());
        }
        let choices = known.iter().map(Name::to_string).collect();
        Err(not_found(Thing::Category, category.as_str(), choices))
    }
}
