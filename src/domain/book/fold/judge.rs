//! 督 and 评: promises, ratings, closing, remarks.

use super::Change;
use super::conditions::{not_closed, replied};
use crate::domain::book::Clash;
use crate::domain::book::case::{
    Adjudication, Case, Commitment, PublicRating, Rating, Reminder, Revisit, Settled,
};
use crate::domain::event;

impl Change for event::Reminded {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.reminders.push(Reminder {
            on: self.on,
            unit: self.unit.clone(),
            deputy: self.deputy.clone(),
            mode: self.mode,
        });
        Ok(())
    }
}

impl Change for event::CommitmentMade {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.commitments.push(Commitment {
            made: self.on,
            promise: self.promise.clone(),
            due: self.due,
            settled: None,
        });
        Ok(())
    }
}

impl Change for event::CommitmentSettled {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        let mut open = case.commitments.iter_mut().filter(|commitment| {
            let named = self.promise.as_ref();
            let meant = named.is_none_or(|promise| *promise == commitment.promise);
            commitment.settled.is_none() && meant
        });
        open.next().ok_or(Clash::NoCommitment)?.settled = Some(Settled {
            on: self.on,
            kept: self.kept,
            note: self.note.clone(),
        });
        Ok(())
    }
}

impl Change for event::Rated {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        replied(case)?;
        case.ratings.push(Rating {
            on: self.on,
            deputy: self.deputy.clone(),
            of: self.of,
            rating: self.rating.clone(),
            attitude: self.attitude.clone(),
            result: self.result.clone(),
            comment: self.comment.clone(),
            replies: case.replies.len(),
        });
        Ok(())
    }
}

impl Change for event::PublicRated {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.stars.push(PublicRating {
            on: self.on,
            stars: self.stars,
            respondents: self.respondents,
            channel: self.channel.clone(),
        });
        Ok(())
    }
}

impl Change for event::Revisited {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.revisit = Some(Box::new(Revisit {
            on: self.on,
            rating: self.rating.clone(),
            members: self.members.clone(),
            means: self.means.clone(),
        }));
        Ok(())
    }
}

impl Change for event::Closed {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        not_closed(case)?;
        case.closed = Some(self.on);
        Ok(())
    }
}

impl Change for event::Reopened {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.closed.take().ok_or(Clash::NotClosed)?;
        case.oversight.reopened.push((self.on, self.why.clone()));
        Ok(())
    }
}

impl Change for event::FeedbackSought {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        replied(case)?;
        let sought = (self.on, self.deputy.clone());
        case.oversight.feedback_sought.push(sought);
        Ok(())
    }
}

impl Change for event::Adjudicated {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        if case.ratings.is_empty() {
            return Err(Clash::NotRated);
        }
        case.oversight.adjudications.push(Adjudication {
            on: self.on,
            by: self.by.clone(),
            opinion: self.opinion.clone(),
        });
        Ok(())
    }
}

impl Change for event::Noted {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.notes.push((self.on, self.note.clone()));
        Ok(())
    }
}
