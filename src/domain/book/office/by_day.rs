//! The office as it stood on a day: its sessions and rosters without what is of later days.
//!
//! Refuses: to look back at what is asked for by the day as it is (rules, calendars, checks), or
//! serves whichever day is looked at (filters, mappings).

use std::borrow::Cow;

use super::{Deputy, Office, Session, Station, Unit};
use crate::domain::terms::Date;

impl Office {
    /// The same as it stood on a day. Who writes asks the office itself: a roster typed in today
    /// serves the cases of last year too.
    pub fn on(&self, day: Date) -> Cow<'_, Self> {
        if self.latest <= Some(day) {
            return Cow::Borrowed(self);
        }
        let opened = self.identity.as_ref().map(|identity| identity.opened);
        let mut then = self.clone();
        let back_to = Then { day, opened };
        then.sessions.retain(|_, known| known.go_back(back_to));
        then.deputies.retain(|_, known| known.go_back(back_to));
        then.units.retain(|_, known| known.go_back(back_to));
        then.groups.retain(|_, known| known.go_back(back_to));
        then.stations.retain(|_, known| known.go_back(back_to));
        Cow::Owned(then)
    }
}

/// A day that is looked back at, and the one on which the store was opened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Then {
    pub(super) day: Date,
    opened: Option<Date>,
}

impl Then {
    /// Whether somebody or something that was entered with a day was there. Of days before the store
    /// was opened nothing was recorded as it happened: a roster that was taken over since says on which
    /// day it was typed in, not since when it holds.
    pub(super) fn was_there(self, entered: Date) -> bool {
        let taken_over = |opened: Date| self.day < opened && opened <= entered;
        entered <= self.day || self.opened.is_some_and(taken_over)
    }
}

// Each forgets what is of later days, and tells whether it was there by then.

impl Session {
    fn go_back(&mut self, Then { day, .. }: Then) -> bool {
        self.closed.take_if(|closed| *closed > day);
        self.opened <= day
    }
}

impl Deputy {
    /// Who has a seat on record was there from the first one on, whenever that was entered.
    fn go_back(&mut self, then: Then) -> bool {
        let day = then.day;
        let first = self.mandates.iter().map(|seat| seat.from).min();
        self.mandates.retain(|seat| seat.from <= day);
        for seat in &mut self.mandates {
            if seat.to.take_if(|to| *to > day).is_some() {
                seat.why = None;
            }
        }
        self.group_left.take_if(|left| *left > day);
        first.map_or_else(|| then.was_there(self.entered), |first| first <= day)
    }
}

impl Unit {
    /// A unit whose post was filled was there already.
    fn go_back(&mut self, then: Then) -> bool {
        self.posts.retain(|post| then.was_there(post.from));
        then.was_there(self.entered) || !self.posts.is_empty()
    }
}

impl Station {
    fn go_back(&mut self, then: Then) -> bool {
        self.staffings.retain(|staffing| staffing.from <= then.day);
        then.was_there(self.from)
    }
}
