//! The rates: each with its numerator, its denominator, both in words, and the cases counted.
//!
//! Formulas of published reports. 办结率, 面商率 and 满意率 have several meanings; the rule set says
//! which, and the formula beside each rate says it again. It refuses to fill a gap: a rate of
//! nothing has no percentage.

use super::outlook::Outlook;
use super::section::{Formula, Measure, Row, Section};
use super::table::{Look, Pile, Table};
use super::tally::style;
use crate::domain::book::{Case, Commitment, Rating};
use crate::domain::deadline::Clock;
use crate::domain::publication::{keeps_back, keeps_back_words};
use crate::domain::rules::{self, Closure, ConsultationGate, Grade, RatingsOver, RuleSet};
use crate::domain::terms::Name;
use crate::words::{self, Label, Lang, Word};

/// All rates of some cases.
pub(super) fn rates<'o>(outlook: &'o Outlook<'o>) -> Rates<'o> {
    let reading = Reading { outlook };
    let rates = vec![
        reading.replies(),
        reading.closures(),
        reading.consultations(),
        reading.satisfied("satisfaction_rate", Label::SatisfactionRate, Case::rating),
        reading.satisfied(
            "first_round_satisfaction_rate",
            Label::FirstRoundRate,
            |c| c.rated_rounds().next(),
        ),
        reading.resolved("resolution_rate", Label::ResolutionRate),
        reading.in_time(),
        reading.publications(),
        reading.promises(),
    ];
    Rates { outlook, rates }
}

/// The rates while they are counted.
pub(super) struct Rates<'o> {
    outlook: &'o Outlook<'o>,
    rates: Vec<Rate<'o>>,
}

impl Table for Rates<'_> {
    fn take(&mut self, look: &Look) {
        for rate in &mut self.rates {
            rate.counted.take(look);
            rate.out_of.take(look);
            if let Some((of_case, numerator, denominator)) = &mut rate.things {
                let (counted, out_of) = of_case(look);
                *numerator += counted;
                *denominator += out_of;
            }
        }
    }

    fn print(self: Box<Self>) -> Section {
        let outlook = self.outlook;
        let rows = self.rates.into_iter().map(|rate| rate.row(outlook));
        Section {
            key: "rates".into(),
            label: Label::Rates.word(outlook.lang).to_owned(),
            denominator: None,
            headings: Vec::new(),
            rows: rows.collect(),
        }
    }
}

/// How many things of a case are counted, and of how many.
type Things<'o> = Box<dyn Fn(&Case) -> (usize, usize) + 'o>;

/// A rate before it is divided.
struct Rate<'o> {
    named: (&'static str, Label),
    counted: Pile<'o>,
    out_of: Pile<'o>,
    /// Where no cases are counted but promises, of which a case may have several.
    things: Option<(Things<'o>, usize, usize)>,
    /// What is counted, for scripts and in words.
    what: (&'static str, String),
    /// Of what.
    of: (&'static str, Label),
}

impl Rate<'_> {
    fn row(self, outlook: &Outlook) -> Row {
        let (key, label) = self.named;
        let cases = (self.counted.cases.len(), self.out_of.cases.len());
        let things = self.things.map(|(_, counted, out_of)| (counted, out_of));
        let (numerator, denominator) = things.unwrap_or(cases);
        let of = self.of.1.word(outlook.lang);
        let measure = Measure::Rate {
            formula: Formula {
                key: format!("{}/{}", self.what.0, self.of.0).into(),
                label: format!("{} / {of}", self.what.1),
            },
            numerator,
            denominator,
            percent: style(outlook).share(numerator as u64, denominator as u64),
        };
        Row::new(key, label.word(outlook.lang), measure)
            .with_cases(self.counted.cases)
            .with_part("denominator", self.out_of.cases)
    }
}

/// Which rates there are, as the rule set reads them.
struct Reading<'o> {
    outlook: &'o Outlook<'o>,
}

impl<'o> Reading<'o> {
    fn word(&self, label: Label) -> String {
        label.word(self.outlook.lang).to_owned()
    }

    /// Of all cases in scope those that fit.
    fn of_scope(
        &self,
        named: (&'static str, Label),
        what: (&'static str, String),
        fits: impl Fn(&Look) -> bool + 'o,
    ) -> Rate<'o> {
        Rate {
            named,
            counted: Pile::new(fits),
            out_of: Pile::new(|_| true),
            things: None,
            what,
            of: ("scope", Label::InScope),
        }
    }

    fn replies(&self) -> Rate<'o> {
        let what = ("replied", self.word(Label::RepliedCases));
        let named = ("reply_rate", Label::ReplyRate);
        self.of_scope(named, what, |case| case.replied().is_some())
    }

    /// 办结 in the meaning of the office.
    fn closures(&self) -> Rate<'o> {
        let rules = self.outlook.rules();
        let (key, label) = ("closure_rate", Label::ClosureRate);
        match rules.map(|r| r.rates.closure).unwrap_or_default() {
            Closure::Closed => {
                let what = ("closed", self.word(Label::ClosedCases));
                self.of_scope((key, label), what, |case| case.closed.is_some())
            }
            Closure::Resolved => self.resolved(key, label),
        }
    }

    /// Replied to with a class that counted as resolved on the day of the reply.
    fn resolved(&self, key: &'static str, label: Label) -> Rate<'o> {
        let words = resolved_words(self.outlook.lang, self.outlook.rules());
        let book = self.outlook.book;
        self.of_scope((key, label), ("resolved", words), move |case| {
            book.is_resolved(case)
        })
    }

    /// A talk with the deputy; in person, where the office lets nothing else stand for one.
    fn consultations(&self) -> Rate<'o> {
        let rules = self.outlook.rules();
        let gate = rules.and_then(|r| r.gates.reply_needs_consultation);
        let named = ("consultation_rate", Label::ConsultationRate);
        match gate {
            Some(ConsultationGate::FaceToFace) => self.of_scope(
                named,
                ("consulted_in_person", self.word(Label::ConsultedInPerson)),
                |case| case.consultations.iter().any(|c| c.mode.is_face_to_face()),
            ),
            Some(ConsultationGate::Any) | None => {
                self.of_scope(named, ("consulted", self.word(Label::Consulted)), |case| {
                    !case.consultations.is_empty()
                })
            }
        }
    }

    /// Satisfied, or satisfied and mostly, of the forms that came back or of all replies.
    fn satisfied(
        &self,
        key: &'static str,
        label: Label,
        rating: fn(&Case) -> Option<&Rating>,
    ) -> Rate<'o> {
        let book = self.outlook.book;
        let rates = self.outlook.rules().map(|r| r.rates).unwrap_or_default();
        let words = satisfied_words(self.outlook.lang, self.outlook.rules());
        let happy = move |case: &Look| match rating(case).and_then(|r| book.grade(r)) {
            Some(Grade::Satisfied) => true,
            Some(Grade::Mostly) => rates.satisfied_includes_mostly,
            Some(Grade::Dissatisfied | Grade::Unknown) | None => false,
        };
        let over_returned = rates.ratings_over == RatingsOver::Returned;
        let returned = move |case: &Look| {
            !over_returned || rating(case).is_some_and(|r| r.headline().is_some())
        };
        Rate {
            named: (key, label),
            counted: Pile::new(move |case| case.replied().is_some() && happy(case)),
            out_of: Pile::new(move |case| case.replied().is_some() && returned(case)),
            things: None,
            what: (satisfied_key(rates), words),
            of: match rates.ratings_over {
                RatingsOver::Returned => ("returned", Label::ReturnedForms),
                RatingsOver::Replied => ("replied", Label::RepliedCases),
            },
        }
    }

    /// Replied to by the last day, granted extensions counted; of the cases that have a reply
    /// clock of ours and are answered, or should be. Another level's cases have none, a text may
    /// set none, and what is not due yet is neither in time nor late.
    fn in_time(&self) -> Rate<'o> {
        let as_of = self.outlook.as_of;
        let in_time = |clock: &Clock| clock.met.is_some_and(|met| met <= clock.due());
        let told = move |clock: &Clock| clock.met.is_some() || clock.is_overdue(as_of);
        Rate {
            named: ("on_time_rate", Label::OnTimeRate),
            counted: Pile::new(move |case| case.reply_clock().is_some_and(in_time)),
            out_of: Pile::new(move |case| case.reply_clock().is_some_and(told)),
            things: None,
            what: ("on_time", self.word(Label::RepliedInTime)),
            of: ("clocked", Label::ClockedCases),
        }
    }

    /// Replies marked as public, of those that may go out.
    fn publications(&self) -> Rate<'o> {
        let publishable = |case: &Look| case.replied().is_some() && keeps_back(case).is_none();
        let published = move |case: &Look| {
            let reply = case.reply().filter(|_| publishable(case));
            reply.is_some_and(|reply| keeps_back_words(reply).is_none())
        };
        Rate {
            named: ("publication_rate", Label::PublicationRate),
            counted: Pile::new(published),
            out_of: Pile::new(publishable),
            things: None,
            what: ("published", self.word(Label::Published)),
            of: ("publishable", Label::Publishable),
        }
    }

    /// Promises kept, of those that were due by the day of the view or settled before.
    fn promises(&self) -> Rate<'o> {
        let as_of = self.outlook.as_of;
        let is_due = move |p: &&Commitment| p.due <= as_of || p.settled.is_some();
        let is_kept = move |p: &&Commitment| p.fate(as_of).is_kept();
        let things = move |case: &Case| {
            let promises = || case.commitments.iter();
            let kept = promises().filter(is_kept).count();
            (kept, promises().filter(is_due).count())
        };
        Rate {
            named: ("promise_rate", Label::PromiseRate),
            counted: Pile::new(move |case| case.commitments.iter().any(|p| is_kept(&p))),
            out_of: Pile::new(move |case| case.commitments.iter().any(|p| is_due(&p))),
            things: Some((Box::new(things), 0, 0)),
            what: ("kept", self.word(Label::KeptPromises)),
            of: ("due", Label::DuePromises),
        }
    }
}

/// `已解决(A)`: the letters mean different things in different places.
fn resolved_words(lang: Lang, rules: Option<&RuleSet>) -> String {
    let classes = rules.map(|r| r.classes.as_slice()).unwrap_or_default();
    let codes = classes.iter().filter(|c| c.resolved);
    let codes: Vec<&str> = codes.map(|c| c.code.as_str()).collect();
    let resolved = Label::ResolvedCases.word(lang);
    if codes.is_empty() {
        resolved.to_owned()
    } else {
        format!("{resolved}({})", words::list(lang, &codes))
    }
}

/// The same for scripts.
fn satisfied_key(rates: rules::Rates) -> &'static str {
    if rates.satisfied_includes_mostly {
        "satisfied_or_mostly"
    } else {
        "satisfied"
    }
}

/// `满意`, `满意、基本满意`: the words of the scale that are counted.
fn satisfied_words(lang: Lang, rules: Option<&RuleSet>) -> String {
    let Some(rules) = rules else {
        return Grade::Satisfied.word(lang).to_owned();
    };
    let scale = &rules.satisfaction;
    let mostly = rules
        .rates
        .satisfied_includes_mostly
        .then_some(&scale.mostly);
    let counted: Vec<&str> = scale
        .satisfied
        .iter()
        .chain(mostly.into_iter().flatten())
        .map(Name::as_str)
        .collect();
    words::list(lang, &counted)
}
