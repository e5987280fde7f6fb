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
        let mut then = self.clone();
        then.sessions.retain(|_, known| known.go_back(day));
        then.deputies.retain(|_, known| known.go_back(day));
        then.units.retain(|_, known| known.go_back(day));
        then.groups.retain(|_, known| known.go_back(day));
        then.stations.retain(|_, known| known.go_back(day));
        Cow::Owned(then)
    }
}

// Each forgets what is of later days, and tells whether it was there by then.

impl Session {
    fn go_back(&mut self, day: Date) -> bool {
        self.closed.take_if(|closed| *closed > day);
        self.opened <= day
    }
}

impl Deputy {
    /// Who has a seat on record was there from the first one on, whenever that was entered.
    fn go_back(&mut self, day: Date) -> bool {
        let first = self.mandates.iter().map(|seat| seat.from).min();
        self.mandates.retain(|seat| seat.from <= day);
        for seat in &mut self.mandates {
            if seat.to.take_if(|to| *to > day).is_some() {
                seat.why = None;
            }
        }
        self.group_left.take_if(|left| *left > day);
        first.unwrap_or(self.entered) <= day
    }
}

impl Unit {
    /// A unit whose post was filled was there already.
    fn go_back(&mut self, day: Date) -> bool {
        self.posts.retain(|post| post.from <= day);
        self.entered <= day || !self.posts.is_empty()
    }
}

impl Station {
    fn go_back(&mut self, day: Date) -> bool {
        self.staffings.retain(|staffing| staffing.from <= day);
        self.from <= day
    }
}
