//! The rates: each with its numerator, its denominator, both in words, and the cases counted.
//!
//! Formulas of published reports. 办结率, 面商率 and 满意率 have several meanings; the rule set says
//! which, and the formula beside each rate says it again. It refuses to fill a gap: a rate of
//! nothing has no percentage.

use super::outlook::Outlook;
use super::section::{Formula, Measure, Row, Section};
use super::tally::{ids, of, select, style};
use crate::domain::book::{Case, Commitment, Rating};
use crate::domain::deadline;
use crate::domain::event::Publication;
use crate::domain::rules::{Closure, ConsultationGate, Grade, Rates, RatingsOver, RuleSet};
use crate::domain::terms::{CaseId, Name};
use crate::words::{self, Label, Lang, Word};

/// All rates of some cases.
pub(super) fn rates(outlook: &Outlook, cases: &[&Case]) -> Section {
    let reading = Reading {
        outlook,
        cases,
        replied: select(cases, |c| c.replied().is_some()),
    };
    Section {
        key: "rates".into(),
        label: Label::Rates.word(outlook.lang).to_owned(),
        denominator: None,
        headings: Vec::new(),
        rows: vec![
            reading.replies(),
            reading.closures(),
            reading.consultations(),
            reading.satisfied("satisfaction_rate", Label::SatisfactionRate, Case::rating),
            reading.satisfied(
                "first_round_satisfaction_rate",
                Label::FirstRoundRate,
                |c| c.rated_rounds().next(),
            ),
            reading.resolutions(),
            reading.in_time(),
            reading.publications(),
            reading.promises(),
        ],
    }
}

/// A rate before it is divided.
struct Ratio {
    counted: Vec<CaseId>,
    out_of: Vec<CaseId>,
    /// What is counted, for scripts and in words.
    what: (&'static str, String),
    /// Of what.
    of: (&'static str, Label),
}

struct Reading<'a, 'o> {
    outlook: &'o Outlook<'a>,
    cases: &'o [&'o Case],
    replied: Vec<&'o Case>,
}

impl Reading<'_, '_> {
    fn word(&self, label: Label) -> String {
        label.word(self.outlook.lang).to_owned()
    }

    fn row(&self, key: &'static str, label: Label, ratio: Ratio) -> Row {
        let counts = (ratio.counted.len(), ratio.out_of.len());
        self.row_counting(key, label, ratio, counts)
    }

    /// A rate that counts no cases: promises, of which a case may have several.
    fn row_counting(
        &self,
        key: &'static str,
        label: Label,
        ratio: Ratio,
        (numerator, denominator): (usize, usize),
    ) -> Row {
        let measure = Measure::Rate {
            formula: Formula {
                key: format!("{}/{}", ratio.what.0, ratio.of.0).into(),
                label: format!("{} / {}", ratio.what.1, self.word(ratio.of.1)),
            },
            numerator,
            denominator,
            percent: style(self.outlook).share(numerator as u64, denominator as u64),
        };
        Row::new(key, self.word(label), measure)
            .with_cases(ratio.counted)
            .with_part("denominator", ratio.out_of)
    }

    fn of_scope(&self, what: (&'static str, String), fits: impl Fn(&Case) -> bool) -> Ratio {
        Ratio {
            counted: of(self.cases, fits),
            out_of: ids(self.cases),
            what,
            of: ("scope", Label::InScope),
        }
    }

    fn replies(&self) -> Row {
        let ratio = Ratio {
            counted: ids(&self.replied),
            out_of: ids(self.cases),
            what: ("replied", self.word(Label::RepliedCases)),
            of: ("scope", Label::InScope),
        };
        self.row("reply_rate", Label::ReplyRate, ratio)
    }

    /// 办结 in the meaning of the office.
    fn closures(&self) -> Row {
        let rules = self.outlook.rules();
        let ratio = match rules.map(|r| r.rates.closure).unwrap_or_default() {
            Closure::Closed => self.of_scope(("closed", self.word(Label::ClosedCases)), |c| {
                c.closed.is_some()
            }),
            Closure::Resolved => self.resolved(),
        };
        self.row("closure_rate", Label::ClosureRate, ratio)
    }

    fn resolutions(&self) -> Row {
        self.row("resolution_rate", Label::ResolutionRate, self.resolved())
    }

    /// Replied to with a class that counted as resolved on the day of the reply.
    fn resolved(&self) -> Ratio {
        let words = resolved_words(self.outlook.lang, self.outlook.rules());
        self.of_scope(("resolved", words), |case| {
            self.outlook.book.is_resolved(case)
        })
    }

    /// A talk with the deputy; in person, where the office lets nothing else stand for one.
    fn consultations(&self) -> Row {
        let gate = self
            .outlook
            .rules()
            .and_then(|r| r.gates.reply_needs_consultation);
        let ratio = match gate {
            Some(ConsultationGate::FaceToFace) => self.of_scope(
                ("consulted_in_person", self.word(Label::ConsultedInPerson)),
                |case| case.consultations.iter().any(|c| c.mode.is_face_to_face()),
            ),
            Some(ConsultationGate::Any) | None => self
                .of_scope(("consulted", self.word(Label::Consulted)), |case| {
                    !case.consultations.is_empty()
                }),
        };
        self.row("consultation_rate", Label::ConsultationRate, ratio)
    }

    /// Satisfied, or satisfied and mostly, of the forms that came back or of all replies.
    fn satisfied(
        &self,
        key: &'static str,
        label: Label,
        rating: impl Fn(&Case) -> Option<&Rating>,
    ) -> Row {
        let rates = self.outlook.rules().map(|r| r.rates).unwrap_or_default();
        let words = satisfied_words(self.outlook.lang, self.outlook.rules());
        let happy = |case: &Case| match rating(case).and_then(|r| self.outlook.book.grade(r)) {
            Some(Grade::Satisfied) => true,
            Some(Grade::Mostly) => rates.satisfied_includes_mostly,
            Some(Grade::Dissatisfied | Grade::Unknown) | None => false,
        };
        let returned = |case: &Case| rating(case).is_some_and(|r| r.headline().is_some());
        let (out_of, of_what) = match rates.ratings_over {
            RatingsOver::Returned => (
                of(&self.replied, returned),
                ("returned", Label::ReturnedForms),
            ),
            RatingsOver::Replied => (ids(&self.replied), ("replied", Label::RepliedCases)),
        };
        let ratio = Ratio {
            counted: of(&self.replied, happy),
            out_of,
            what: (satisfied_key(rates), words),
            of: of_what,
        };
        self.row(key, label, ratio)
    }

    /// Replied to by the last day, granted extensions counted; of the cases that have a reply
    /// clock of ours and are answered, or should be. Another level's cases have none, a text may
    /// set none, and what is not due yet is neither in time nor late.
    fn in_time(&self) -> Row {
        let clocked = self.cases.iter().filter_map(|case| {
            let clock = deadline::reply_clock(self.outlook.book, case, self.outlook.as_of)?;
            let in_time = clock.met.is_some_and(|met| met <= clock.due());
            let told = clock.met.is_some() || clock.is_overdue(self.outlook.as_of);
            told.then_some((case.id, in_time))
        });
        let clocked: Vec<(CaseId, bool)> = clocked.collect();
        let in_time = clocked.iter().filter(|(_, in_time)| *in_time);
        let ratio = Ratio {
            counted: in_time.map(|(case, _)| *case).collect(),
            out_of: clocked.iter().map(|(case, _)| *case).collect(),
            what: ("on_time", self.word(Label::RepliedInTime)),
            of: ("clocked", Label::ClockedCases),
        };
        self.row("on_time_rate", Label::OnTimeRate, ratio)
    }

    /// Replies marked as public, of those that nobody withheld.
    fn publications(&self) -> Row {
        let mark = |case: &Case| case.reply().and_then(|r| r.publication);
        let publishable = select(&self.replied, |c| mark(c) != Some(Publication::Withhold));
        let ratio = Ratio {
            counted: of(&publishable, |c| mark(c) == Some(Publication::Publish)),
            out_of: ids(&publishable),
            what: ("published", self.word(Label::Published)),
            of: ("publishable", Label::Publishable),
        };
        self.row("publication_rate", Label::PublicationRate, ratio)
    }

    /// Promises kept, of those that were due by the day of the view or settled before.
    fn promises(&self) -> Row {
        let as_of = self.outlook.as_of;
        let is_due = |p: &Commitment| p.due <= as_of || p.settled.is_some();
        let is_kept = |p: &Commitment| p.fate(as_of).is_kept();
        let promises = || self.cases.iter().flat_map(|case| &case.commitments);
        let kept = promises().filter(|p| is_kept(p)).count();
        let due = promises().filter(|p| is_due(p)).count();
        let ratio = Ratio {
            counted: of(self.cases, |c| c.commitments.iter().any(is_kept)),
            out_of: of(self.cases, |c| c.commitments.iter().any(is_due)),
            what: ("kept", self.word(Label::KeptPromises)),
            of: ("due", Label::DuePromises),
        };
        self.row_counting("promise_rate", Label::PromiseRate, ratio, (kept, due))
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
fn satisfied_key(rates: Rates) -> &'static str {
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
