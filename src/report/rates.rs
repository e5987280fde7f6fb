//! The rates: each with its numerator, its denominator, and the cases that were counted.
//!
//! Formulas of published reports. 办结率 and 满意率 have two meanings each; the rule set says which.

use super::outlook::Outlook;
use super::section::Section;
use super::tally::{ids, rate};
use crate::domain::book::{Case, Rating};
use crate::domain::deadline;
use crate::domain::event::Publication;
use crate::domain::rules::{Closure, Grade, RatingsOver};
use crate::domain::terms::CaseId;
use crate::words::{Label, Word};

/// All rates of some cases.
pub(super) fn rates(outlook: &Outlook, cases: &[&Case]) -> Section {
    let total = cases.len();
    let of = |fits: &dyn Fn(&Case) -> bool| -> Vec<CaseId> {
        cases
            .iter()
            .filter(|case| fits(case))
            .map(|case| case.id)
            .collect()
    };
    let replied: Vec<&Case> = cases
        .iter()
        .copied()
        .filter(|c| c.replied().is_some())
        .collect();
    let share = |key, label, cases| rate(outlook, key, label, cases, total);
    let rows = vec![
        share("reply_rate", Label::ReplyRate, ids(&replied)),
        share(
            "closure_rate",
            Label::ClosureRate,
            of(&|c| is_closed(outlook, c)),
        ),
        share(
            "consultation_rate",
            Label::ConsultationRate,
            of(&|c| !c.consultations.is_empty()),
        ),
        satisfied(
            outlook,
            "satisfaction_rate",
            Label::SatisfactionRate,
            &replied,
            |c| c.rating(),
        ),
        satisfied(
            outlook,
            "first_round_satisfaction_rate",
            Label::FirstRoundRate,
            &replied,
            |c| c.ratings.first(),
        ),
        share(
            "resolution_rate",
            Label::ResolutionRate,
            of(&|c| is_resolved(outlook, c)),
        ),
        share(
            "on_time_rate",
            Label::OnTimeRate,
            of(&|c| is_on_time(outlook, c)),
        ),
        published(outlook, &replied),
        kept(outlook, cases),
    ];
    Section {
        key: "rates".into(),
        label: Label::Rates.word(outlook.lang).to_owned(),
        denominator: None,
        headings: Vec::new(),
        rows,
    }
}

/// 办结 in the meaning of the office.
fn is_closed(outlook: &Outlook, case: &Case) -> bool {
    match outlook.rules().map(|r| r.rates).unwrap_or_default().closure {
        Closure::Closed => case.closed.is_some(),
        Closure::Resolved => is_resolved(outlook, case),
    }
}

/// Replied to with a class that counts as resolved.
fn is_resolved(outlook: &Outlook, case: &Case) -> bool {
    let class = case.replied().and(case.reply()).map(|r| &r.class);
    let known = |code: &str| outlook.rules().and_then(|r| r.class(code));
    class
        .and_then(|code| known(code.as_str()))
        .is_some_and(|class| class.resolved)
}

/// Replied to by the last day, granted extensions counted.
fn is_on_time(outlook: &Outlook, case: &Case) -> bool {
    let clock = deadline::reply_clock(outlook.book, case, outlook.as_of);
    clock.is_some_and(|c| c.met.is_some_and(|met| met <= c.due()))
}

/// Satisfied, or satisfied and mostly, of the forms that came back or of all replies.
fn satisfied(
    outlook: &Outlook,
    key: &'static str,
    label: Label,
    replied: &[&Case],
    rating: impl Fn(&Case) -> Option<&Rating>,
) -> super::section::Row {
    let rates = outlook.rules().map(|r| r.rates).unwrap_or_default();
    let grade = |case: &Case| {
        let word = rating(case)?.headline()?;
        outlook.rules()?.satisfaction.grade(word.as_str())
    };
    let happy = |case: &&&Case| match grade(case) {
        Some(Grade::Satisfied) => true,
        Some(Grade::Mostly) => rates.satisfied_includes_mostly,
        Some(Grade::Dissatisfied | Grade::Unknown) | None => false,
    };
    let counted: Vec<CaseId> = replied.iter().filter(happy).map(|c| c.id).collect();
    let out_of = match rates.ratings_over {
        RatingsOver::Returned => replied.iter().filter(|c| rating(c).is_some()).count(),
        RatingsOver::Replied => replied.len(),
    };
    rate(outlook, key, label, counted, out_of)
}

/// Replies marked as public, of those that nobody withheld.
fn published(outlook: &Outlook, replied: &[&Case]) -> super::section::Row {
    let mark = |case: &Case| case.reply().and_then(|r| r.publication);
    let publishable = replied
        .iter()
        .filter(|c| mark(c) != Some(Publication::Withhold))
        .count();
    let published = replied
        .iter()
        .filter(|c| mark(c) == Some(Publication::Publish));
    let published = published.map(|c| c.id).collect();
    rate(
        outlook,
        "publication_rate",
        Label::PublicationRate,
        published,
        publishable,
    )
}

/// Promises kept, of those that were due by the day of the view. Counted by promises; a case with
/// two stands behind both.
fn kept(outlook: &Outlook, cases: &[&Case]) -> super::section::Row {
    let promises = || {
        cases
            .iter()
            .flat_map(|case| case.commitments.iter().map(move |p| (case.id, p)))
    };
    let is_kept = |p: &crate::domain::book::Commitment| matches!(p.settled, Some((_, true, _)));
    let due = promises().filter(|(_, p)| p.due <= outlook.as_of || p.settled.is_some());
    let kept = promises()
        .filter(|(_, p)| is_kept(p))
        .map(|(id, _)| id)
        .collect();
    rate(
        outlook,
        "promise_rate",
        Label::PromiseRate,
        kept,
        due.count(),
    )
}
