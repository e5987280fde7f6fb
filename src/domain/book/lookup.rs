//! Which case a person means. The only place that knows how a bare number is understood: the newest
//! session that gave it in session. A number given between sessions has its sign (闭3), typed as
//! printed: without it nobody is taken to have meant it.

use std::ops::Bound;

use super::{Book, Designation, Titled};
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::terms::{
    CaseId, CaseList, CaseRef, Date, Level, Number, Period, Series, SessionKey, year_of,
};

impl Book {
    /// The cases of a list, in its order, each once.
    ///
    /// # Errors
    /// The first one that is not on record, or that may be several.
    pub fn find_all(&self, list: &CaseList) -> Result<Vec<CaseId>, Refusal> {
        let mut found = Vec::new();
        for case in &list.0 {
            let id = self.find(case)?;
            if !found.contains(&id) {
                found.push(id);
            }
        }
        Ok(found)
    }

    /// The case a person named.
    ///
    /// # Errors
    /// Not on record (with the nearest numbers), or several (with forms that tell them apart).
    pub fn find(&self, wanted: &CaseRef) -> Result<CaseId, Refusal> {
        if wanted.entered {
            let id = CaseId(wanted.seq);
            return match self.timeline(id).next() {
                Some(_) => Ok(id),
                None => Err(self.unknown(wanted)),
            };
        }
        let mut fits: Vec<(Number, CaseId)> = self
            .register()
            .filter(|(number, id)| self.fits(wanted, number, *id))
            // The register knows later numbers too, which nobody means who looks at an earlier day.
            .filter(|(_, id)| self.designation(*id).is_some())
            .collect();
        fits.sort_by_key(|(number, _)| std::cmp::Reverse(self.rank(number)));
        match fits.as_slice() {
            [] => Err(self.unknown(wanted)),
            [(_, id), (_, other), ..] if wanted.year.is_some() && id != other => {
                let candidates = fits.iter().map(|(n, _)| full_form(n)).collect();
                Err(Refusal::Ambiguous {
                    thing: Thing::Case,
                    word: short_form(wanted),
                    candidates,
                })
            }
            [(_, id), ..] => Ok(*id),
        }
    }

    /// The sessions in which cases of a level have their numbers, each once. The register is in the
    /// order of its series: it is not walked through, but entered behind each session that was met.
    pub fn sessions_numbered(&self, level: Level) -> Vec<SessionKey> {
        let mut found = Vec::new();
        let series = |term, session, period| Series {
            level,
            term,
            session,
            period,
        };
        let mut after = Bound::Included(Number {
            series: series(0, 0, Period::InSession),
            seq: 0,
        });
        while let Some(number) = self.register.first_from(after)
            && number.series.level == level
        {
            let key = number.series.session_key();
            found.push(key);
            after = Bound::Excluded(Number {
                series: series(key.term, key.session, Period::BetweenSessions),
                seq: u32::MAX,
            });
        }
        found
    }

    fn fits(&self, wanted: &CaseRef, number: &Number, id: CaseId) -> bool {
        let series = &number.series;
        number.seq == wanted.seq
            && series.level == wanted.level.unwrap_or(self.office().level())
            && wanted.period.unwrap_or(Period::InSession) == series.period
            && wanted
                .session
                .is_none_or(|session| session == series.session_key())
            && wanted
                .year
                .is_none_or(|year| self.year(number, id) == Some(year))
    }

    /// The year of a number: the one its session opened in; for another level's numbers, whose
    /// sessions are not on our roster, the one the case was handed in.
    pub fn year(&self, number: &Number, id: CaseId) -> Option<i32> {
        let handed_in = || Some(year_of(self.timeline(id).next()?.event.on()));
        self.year_of_session(number).or_else(handed_in)
    }

    /// The same where the day it was handed in is at hand.
    pub fn year_of(&self, number: &Number, handed_in: Date) -> i32 {
        let session = self.year_of_session(number);
        session.unwrap_or(year_of(handed_in))
    }

    fn year_of_session(&self, number: &Number) -> Option<i32> {
        let own = number.series.level == self.office().level();
        let session = self.office().session(number.series.session_key());
        Some(year_of(session.filter(|_| own)?.opened))
    }

    /// What a case is called; none if it was not handed in within the view. Less is unpacked for it
    /// than for the case.
    pub fn designation(&self, id: CaseId) -> Option<Designation> {
        self.files.beginning(id)
    }

    /// The same with its title.
    pub fn titled(&self, id: CaseId) -> Option<Titled> {
        self.files.beginning(id)
    }

    /// The number that a case was ever given, also after the view's day.
    pub fn number_of(&self, id: CaseId) -> Option<Number> {
        self.register.number_of(id)
    }

    /// The highest number of a series that was ever given and stands.
    pub fn last_number(&self, series: Series) -> Option<Number> {
        self.register.last_of(series)
    }

    /// Newest session first.
    fn rank(&self, number: &Number) -> (Option<Date>, u16, u16) {
        let series = &number.series;
        let opened = self
            .office()
            .session(series.session_key())
            .map(|s| s.opened);
        (opened, series.term, series.session)
    }

    fn unknown(&self, wanted: &CaseRef) -> Refusal {
        let level = wanted.level.unwrap_or(self.office().level());
        let own = self.register().filter(|(n, _)| n.series.level == level);
        let of_period = own.filter(|(n, _)| wanted.period.is_none_or(|p| p == n.series.period));
        let sign = |n: Number| between(n.series.period == Period::BetweenSessions);
        let mut near: Vec<(u32, String)> = of_period
            .map(|(n, _)| (n.seq.abs_diff(wanted.seq), format!("{}{}", sign(n), n.seq)))
            .collect();
        near.sort();
        near.dedup();
        Refusal::NotFound {
            thing: Thing::Case,
            word: short_form(wanted),
            near: near.into_iter().take(3).map(|(_, near)| near).collect(),
        }
    }
}

/// As it was typed, without the frame.
fn short_form(wanted: &CaseRef) -> String {
    let between = between(wanted.period == Some(Period::BetweenSessions));
    let entered = if wanted.entered { "#" } else { "" };
    let level = wanted.level.map_or("", Level::sign);
    let seq = wanted.seq;
    match (wanted.year, wanted.session) {
        (Some(year), _) => format!("{level}{year}-{between}{seq}"),
        (None, Some(key)) => format!("{level}{}-{}-{between}{seq}", key.term, key.session),
        (None, None) => format!("{entered}{level}{between}{seq}"),
    }
}

/// The form that is never ambiguous within a level.
fn full_form(number: &Number) -> String {
    let series = &number.series;
    let between = between(series.period == Period::BetweenSessions);
    format!("{}-{}-{between}{}", series.term, series.session, number.seq)
}

/// The sign of a number that was given between sessions.
fn between(is: bool) -> &'static str {
    if is { "闭" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sessions_of_a_level_are_met_once_each_and_no_others() {
        let number = |level, term, session, period, seq| Number {
            series: Series {
                level,
                term,
                session,
                period,
            },
            seq,
        };
        let mut book = Book::default();
        for (term, session) in [(18, 3), (18, 4), (19, 1)] {
            for seq in [1, 2, u32::MAX] {
                for period in [Period::InSession, Period::BetweenSessions] {
                    let of = |level| number(level, term, session, period, seq);
                    book.register.insert(of(Level::District), CaseId(seq));
                    book.register.insert(of(Level::Province), CaseId(seq));
                }
            }
        }
        let found = book.sessions_numbered(Level::District).into_iter();
        let found: Vec<_> = found.map(|key| (key.term, key.session)).collect();
        assert_eq!(found, [(18, 3), (18, 4), (19, 1)]);
        assert_eq!(book.sessions_numbered(Level::City), []);
    }
}
