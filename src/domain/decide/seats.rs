//! Seats in a congress: when they begin, that they do not overlap, and that who acts as a deputy holds
//! one on the day.

use super::Bench;
use super::opinions::not_before;
use crate::domain::book::Deputy;
use crate::domain::command::Seat;
use crate::domain::refusal::{Refusal, Rule, WorkRule};
use crate::domain::terms::{Date, Level, Name};

impl Bench<'_> {
    /// Whether seats of a deputy overlap neither those on record nor each other.
    pub(super) fn seats_apart(&self, deputy: &Name, seats: &[Seat]) -> Result<(), Refusal> {
        let mut known = self
            .book
            .office()
            .deputy(deputy)
            .cloned()
            .unwrap_or_default();
        for seat in seats {
            let from = self.seat_begins(deputy, seat);
            if let Some(to) = seat.to.filter(|to| *to < from) {
                return Err(Rule::TooEarly {
                    on: to,
                    after: from,
                }
                .into());
            }
            if let Some(held) = known.overlap(seat.level, from, seat.to) {
                return Err(WorkRule::SeatOverlaps {
                    deputy: deputy.clone(),
                    level: seat.level,
                    from: held.from,
                    to: held.to,
                }
                .into());
            }
            known.mandates.push(crate::domain::book::Mandate {
                level: seat.level,
                constituency: None,
                by_election: seat.by_election,
                from,
                to: seat.to,
                why: None,
            });
        }
        Ok(())
    }

    /// Somebody on the roster who holds a seat on the day, at whichever level.
    pub(super) fn serving(&self, name: &Name) -> Result<(), Refusal> {
        self.deputy(name)?;
        let on = self.stamp.on;
        self.holds_one(name, None, || WorkRule::LeftOffice {
            deputy: name.clone(),
            on,
        })
    }

    /// A deputy whose seats are on record must hold one at that level on that day.
    pub(super) fn seat(&self, name: &Name, level: Level) -> Result<(), Refusal> {
        self.holds_one(name, Some(level), || Rule::NoSeat {
            deputy: name.clone(),
            level,
        })
    }

    /// Who acts as a deputy holds a seat on the day. An old ledger tells of days before the seats that
    /// were typed in.
    fn holds_one<R: Into<Refusal>>(
        &self,
        name: &Name,
        level: Option<Level>,
        none: impl FnOnce() -> R,
    ) -> Result<(), Refusal> {
        let on = self.stamp.on;
        let Some(deputy) = self.book.office().deputy(name) else {
            return Ok(());
        };
        let holds = match level {
            Some(level) => deputy.serves_at(level, on),
            None => deputy.serves_on(on),
        };
        if holds || self.stamp.lenient {
            return Ok(());
        }
        match deputy.to_serve(level, on) {
            Some(_) if self.stamp.old_ledger => Ok(()),
            Some(from) => {
                let deputy = name.clone();
                Err(WorkRule::SeatToCome { deputy, on, from }.into())
            }
            None => Err(none().into()),
        }
    }

    /// The first day of a seat: the one that is said; else that of the wish, or, where that is today,
    /// the day on which the term began, since a roster typed in today serves the cases of this term
    /// too; but no day on which an earlier seat of the level was still held.
    pub(super) fn seat_begins(&self, deputy: &Name, seat: &Seat) -> Date {
        let on = self.stamp.on;
        if let Some(from) = seat.from {
            return from;
        }
        if on < self.stamp.today || seat.by_election {
            return on;
        }
        let office = self.book.office();
        let term = office.session_on(on).map(|session| session.key.term);
        let of_term = office.sessions().filter(|s| Some(s.key.term) == term);
        let begins = of_term.map(|s| s.opened).min().unwrap_or(on);
        let known = office.deputy(deputy).into_iter();
        let earlier = known.flat_map(|known| &known.mandates);
        let earlier = earlier.filter(|held| held.level == seat.level);
        let after = earlier.map(|held| held.to.and_then(|to| to.succ_opt()).unwrap_or(on));
        after.fold(begins, Date::max).min(on)
    }

    /// A seat that ends is held, and did not begin later.
    pub(super) fn holds_seat(&self, deputy: &Name, level: Level) -> Result<(), Refusal> {
        let on = self.stamp.on;
        let known = self.book.office().deputy(deputy);
        let seats = known.into_iter().flat_map(|known| &known.mandates);
        let open = seats.filter(|seat| seat.level == level && seat.to.is_none());
        match open.min_by_key(|seat| seat.from) {
            None => Err(Rule::NoSeat {
                deputy: deputy.clone(),
                level,
            }
            .into()),
            Some(seat) if on < seat.from => Err(Rule::TooEarly {
                on,
                after: seat.from,
            }
            .into()),
            Some(_) => Ok(()),
        }
    }
}

/// Seats of one level that overlap, or end before they begin.
pub(super) fn seats(name: &Name, known: &Deputy) -> Vec<Refusal> {
    let mut held = Deputy::default();
    let mut offences = Vec::new();
    for seat in &known.mandates {
        offences.extend(seat.to.and_then(|to| not_before(to, seat.from).err()));
        if let Some(other) = held.overlap(seat.level, seat.from, seat.to) {
            let rule = WorkRule::SeatOverlaps {
                deputy: name.clone(),
                level: seat.level,
                from: other.from,
                to: other.to,
            };
            offences.push(rule.into());
        }
        held.mandates.push(seat.clone());
    }
    offences
}
