//! The office itself: opening the store, sessions, rosters, rules, calendars.

use super::{Bench, one};
use crate::domain::command::{Command, PostWish, Seat, Stamp};
use crate::domain::event::{self, Event};
use crate::domain::refusal::{Refusal, Rule, SessionRule};
use crate::domain::terms::{Date, Name, SessionKey};

/// The first line of a store.
pub(super) fn open(command: &Command, stamp: &Stamp) -> Vec<Event> {
    let Command::Init {
        store,
        office,
        level,
        secretary,
        rules,
        from,
        tables,
    } = command
    else {
        return Vec::new();
    };
    let on = stamp.on;
    let mut events = vec![
        event::StoreOpened {
            on,
            store: *store,
            office: office.clone(),
            level: *level,
            secretary: secretary.clone(),
        }
        .into(),
        event::RulesAdopted {
            on,
            from: *from,
            running: false,
            rules: rules.clone(),
        }
        .into(),
    ];
    events.extend(tables.iter().map(|table| {
        event::CalendarAdopted {
            on,
            table: table.clone(),
        }
        .into()
    }));
    events
}

impl Bench<'_> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "judge() lists every wish; the others are not about the office"
    )]
    #[expect(clippy::too_many_lines, reason = "one table: each wish and its facts")]
    pub(super) fn office(&self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let on = self.stamp.on;
        Ok(match command {
            Command::OpenSession { key } => one(self.open_session(*key)?),
            Command::CloseSession { key } => one(self.close_session(*key)?),
            Command::AddDeputy {
                deputy,
                card,
                group,
                seats,
            } => {
                let deputy = &self.roster_name(deputy, card.as_ref())?;
                self.card_is_free(card.as_ref())?;
                self.seats_apart(deputy, seats)?;
                let added = event::DeputyAdded {
                    on,
                    deputy: deputy.clone(),
                    card: card.clone(),
                    group: group.clone(),
                }
                .into();
                let given = seats.iter().flat_map(|seat| self.given(deputy, seat));
                std::iter::once(added).chain(given).collect()
            }
            Command::GiveMandate { deputy, seat } => {
                self.deputy(deputy)?;
                self.seats_apart(deputy, std::slice::from_ref(seat))?;
                self.given(deputy, seat)
            }
            Command::EndMandate { deputy, level, why } => {
                self.deputy(deputy)?;
                self.holds_seat(deputy, *level)?;
                one(event::MandateEnded {
                    on,
                    deputy: deputy.clone(),
                    level: *level,
                    why: why.clone(),
                })
            }
            Command::AddUnit { unit, post } => {
                let added = event::UnitAdded {
                    on,
                    unit: unit.clone(),
                }
                .into();
                let filled = post.iter().map(|post| filled(unit, post, on));
                std::iter::once(added).chain(filled).collect()
            }
            Command::FillPost { unit, post } => {
                self.unit(unit)?;
                // What is not said stays as it is.
                let known = self.book.office().unit(unit);
                let known = known.and_then(|known| known.post_on(on).filter(|p| p.from <= on));
                let or =
                    |said: &Option<Name>, known: Option<&Name>| said.as_ref().or(known).cloned();
                let post = PostWish {
                    post: or(&post.post, known.and_then(|p| p.post.as_ref())),
                    leader: or(&post.leader, known.and_then(|p| p.leader.as_ref())),
                    clerk: or(&post.clerk, known.and_then(|p| p.clerk.as_ref())),
                    phone: or(&post.phone, known.and_then(|p| p.phone.as_ref())),
                };
                vec![filled(unit, &post, on)]
            }
            Command::SaveMapping {
                mapping,
                columns,
                ignore,
            } => one(event::MappingSaved {
                on,
                mapping: mapping.clone(),
                columns: columns.clone(),
                ignore: ignore.clone(),
            }),
            Command::SaveFilter { filter, saved } => one(event::FilterSaved {
                on,
                filter: filter.clone(),
                conditions: saved.conditions.clone(),
                sort: saved.sort.clone(),
                descending: saved.descending,
                columns: saved.columns.clone(),
            }),
            Command::DropFilter { filter } => {
                self.filter(filter)?;
                one(event::FilterDropped {
                    on,
                    filter: filter.clone(),
                })
            }
            Command::AdoptRules {
                rules,
                from,
                running,
            } => one(event::RulesAdopted {
                on,
                from: *from,
                running: *running,
                rules: rules.clone(),
            }),
            Command::AdoptCalendar { table } => one(event::CalendarAdopted {
                on,
                table: table.clone(),
            }),
            _ => Vec::new(),
        })
    }

    /// A seat with its first day, and with its last where it is over.
    fn given(&self, deputy: &Name, seat: &Seat) -> Vec<Event> {
        let given = event::MandateGiven {
            on: self.seat_begins(deputy, seat),
            deputy: deputy.clone(),
            level: seat.level,
            constituency: seat.constituency.clone(),
            by_election: seat.by_election,
        };
        let ended = seat.to.map(|to| event::MandateEnded {
            on: to,
            deputy: deputy.clone(),
            level: seat.level,
            why: None,
        });
        std::iter::once(given.into())
            .chain(ended.map(Event::from))
            .collect()
    }

    fn open_session(&self, key: SessionKey) -> Result<event::SessionOpened, Refusal> {
        let open = self.book.office().sessions().find(|s| s.closed.is_none());
        if let Some(open) = open {
            return Err(SessionRule::StillOpen { key: open.key }.into());
        }
        Ok(event::SessionOpened {
            on: self.stamp.on,
            term: key.term,
            session: key.session,
        })
    }

    fn close_session(&self, key: Option<SessionKey>) -> Result<event::SessionClosed, Refusal> {
        let on = self.stamp.on;
        let office = self.book.office();
        let open = office.sessions().filter(|s| s.closed.is_none());
        let open = open.filter(|s| key.is_none_or(|key| key == s.key));
        let open = open.max_by_key(|s| s.opened).ok_or(match key {
            Some(key) => SessionRule::NotOpen { key },
            None if office.sessions().next().is_some() => SessionRule::NoneOpen,
            None => SessionRule::NoneOnRecord,
        })?;
        if on < open.opened {
            let after = open.opened;
            return Err(Rule::TooEarly { on, after }.into());
        }
        let later = office.sessions().filter(|s| s.opened > open.opened);
        if let Some(next) = later.min_by_key(|s| s.opened).filter(|s| s.opened < on) {
            let (next, opened) = (next.key, next.opened);
            return Err(SessionRule::Overlaps { next, opened }.into());
        }
        Ok(event::SessionClosed {
            on,
            term: open.key.term,
            session: open.key.session,
        })
    }
}

fn filled(unit: &Name, post: &PostWish, on: Date) -> Event {
    event::PostFilled {
        on,
        unit: unit.clone(),
        post: post.post.clone(),
        leader: post.leader.clone(),
        clerk: post.clerk.clone(),
        phone: post.phone.clone(),
    }
    .into()
}
