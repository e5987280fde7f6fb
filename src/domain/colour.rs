//! The colour of a case (三色预警): by its reply clock, by what is seen on the way, or by hand.
//!
//! The worse of the first two is shown, unless somebody set it by hand with a reason. Which signs
//! there are, and what they come to, is the rule set's to say; a set without colours has none.

use std::cell::OnceCell;

use super::book::{Book, Case, Fate, State};
use super::deadline::{self, Clock};
use super::rules::{ClockKey, Colour, Sign, SignRule};
use super::terms::Date;

/// What gives a case its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colouring {
    /// By the reply clock, while the reply is awaited.
    pub deadline: Option<Colour>,
    /// By what is seen on the way: the worst sign.
    pub progress: Option<(Colour, Sign)>,
    /// By hand.
    pub set: Option<Colour>,
}

impl Colouring {
    /// The colour that is shown.
    pub fn shown(&self) -> Colour {
        let seen = self.progress.map(|(colour, _)| colour);
        let worse = self.deadline.max(seen).unwrap_or(Colour::Green);
        self.set.unwrap_or(worse)
    }
}

/// The colour of a case on a day; none for what does not count, was not handed over by us, or
/// stands under rules without colours.
pub fn colouring(book: &Book, case: &Case, today: Date) -> Option<Colouring> {
    let reply = OnceCell::new();
    let clock = || reply.get_or_init(|| deadline::reply_clock(book, case, today));
    colouring_by(book, case, today, &|| clock().as_ref())
}

/// The same for who has the reply clock at hand.
pub fn colouring_by<'c>(
    book: &Book,
    case: &Case,
    today: Date,
    reply: &dyn Fn() -> Option<&'c Clock<'c>>,
) -> Option<Colouring> {
    let rules = book.office().rules_on(today)?.colours.as_ref()?;
    if !case.counts() || case.level != book.office().level() {
        return None;
    }
    case.assignment()?;
    let look = Look {
        book,
        case,
        today,
        reply,
    };
    let worst = |colour: Colour, signs: &[SignRule]| {
        let sign = signs.iter().find(|rule| look.shows(rule))?.sign;
        Some((colour, sign))
    };
    let red = worst(Colour::Red, &rules.progress.red);
    Some(Colouring {
        deadline: look.awaited().map(|clock| clock.colour(today)),
        progress: red.or_else(|| worst(Colour::Yellow, &rules.progress.yellow)),
        set: case.oversight.colour.as_ref().map(|(_, colour, _)| *colour),
    })
}

struct Look<'a, 'c> {
    book: &'a Book,
    case: &'a Case,
    today: Date,
    /// Read where it is asked for.
    reply: &'a dyn Fn() -> Option<&'c Clock<'c>>,
}

impl<'c> Look<'_, 'c> {
    /// The reply clock, while the reply is awaited.
    fn awaited(&self) -> Option<&'c Clock<'c>> {
        self.case.awaits_reply().then(self.reply).flatten()
    }

    fn shows(&self, rule: &SignRule) -> bool {
        let case = self.case;
        let waits = case.awaits_reply();
        let ripe = waits && self.has_elapsed(rule.elapsed);
        match rule.sign {
            Sign::NotConsulted => ripe && case.current_consultations().next().is_none(),
            Sign::Quiet => {
                let since = (self.today - self.last_step()).num_days();
                ripe && since >= i64::from(rule.days.unwrap_or(0))
            }
            Sign::MilestoneMissed => {
                let open = case.milestones.iter().filter(|m| m.reached.is_none());
                case.closed.is_none() && open.map(|m| m.due).any(|due| due < self.today)
            }
            Sign::CoOpinionLate => {
                let keys = [ClockKey::CoOpinion, ClockKey::CoOpinionRedo];
                waits && keys.into_iter().any(|key| self.is_late(key))
            }
            Sign::Difficulty => {
                let last = case.difficulties.last().map(|d| d.on);
                let moved = |on: Date| case.progress.iter().any(|note| note.on > on);
                waits && last.is_some_and(|on| !moved(on))
            }
            Sign::Dissatisfied => matches!(
                self.book.state(case),
                State::Rehandling | State::Adjudicating
            ),
            Sign::ToBeReworked => case.oversight.is_to_be_reworked(),
            Sign::NoticeLate => self.is_late(ClockKey::NoticeAnswer),
            Sign::PromiseOpen => case.open_commitments().next().is_some(),
            Sign::PromiseLate => self.is_late(ClockKey::Promise) || self.is_broken(),
        }
    }

    /// Whether the last promise was broken and no reply has come since. One that comes tells what was
    /// done in its place, or promises anew.
    fn is_broken(&self) -> bool {
        let last = self.case.commitments.last();
        let last = last.filter(|last| last.fate(self.today) == Fate::Broken);
        let broken = last.and_then(|last| Some(last.settled.as_ref()?.on));
        let first = self.case.replies.last().map(|reply| reply.on);
        let again = self.case.oversight.re_replies.last().map(|reply| reply.on);
        broken.is_some_and(|broken| first.max(again) < Some(broken))
    }

    /// Whether so many hundredths of the reply's time are over.
    fn has_elapsed(&self, share: Option<u32>) -> bool {
        let Some(share) = share else {
            return true;
        };
        (self.reply)().is_some_and(|clock| {
            let (whole, gone) = (clock.due() - clock.start(), self.today - clock.start());
            gone.num_days() * 100 >= whole.num_days() * i64::from(share)
        })
    }

    fn is_late(&self, key: ClockKey) -> bool {
        let clocks = deadline::clocks_of(self.book, self.case, key, self.today);
        let mut open = clocks.iter().filter(|clock| clock.met.is_none());
        open.any(|clock| clock.is_overdue(self.today))
    }

    /// The last day on which anything was done about it.
    fn last_step(&self) -> Date {
        let case = self.case;
        let handed_over = case.assignment().map_or(case.submitted, |a| a.on);
        let talks = case.consultations.iter().map(|talk| talk.on);
        let notes = case.progress.iter().map(|note| note.on);
        let reached = case.milestones.iter().filter_map(|m| m.reached);
        let opinions = case.co_opinions.values().flatten().map(|o| o.given);
        let steps = talks.chain(notes).chain(reached).chain(opinions);
        steps.max().map_or(handed_over, |on| on.max(handed_over))
    }
}
