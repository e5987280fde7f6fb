//! 督 and 评: promises, ratings, closing, remarks.

use super::Change;
use super::conditions::not_closed;
use crate::domain::book::Clash;
use crate::domain::book::case::{Case, Commitment, PublicRating, Rating, Reminder};
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
        let mut open = case.commitments.iter_mut().filter(|c| c.settled.is_none());
        let settled = (self.on, self.kept, self.note.clone());
        open.next().ok_or(Clash::NoCommitment)?.settled = Some(settled);
        Ok(())
    }
}

impl Change for event::Rated {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        if case.replied().is_none() {
            return Err(Clash::NotReplied);
        }
        case.ratings.push(Rating {
            on: self.on,
            deputy: self.deputy.clone(),
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
        case.revisit = Some((self.on, self.rating.clone()));
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

impl Change for event::Noted {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.notes.push((self.on, self.note.clone()));
        Ok(())
    }
}
