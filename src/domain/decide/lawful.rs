//! A fact on record judged once more, as if it were wished for now: what a correction makes of it
//! must pass the same rules as a fresh entry, in the state just before its place.

use std::collections::BTreeMap;

use super::Bench;
use super::wished::wished;
use crate::domain::book::{Book, Case, Fact, FactId, HandOver, View};
use crate::domain::command::{Command, Stamp, Submission};
use crate::domain::event::{self, About, Event};
use crate::domain::refusal::{HandOverRule, Refusal, Rule, Unlawful};
use crate::domain::terms::{CaseId, Date, SessionKey, Text};

/// Whether the rules allow the fact as it stands in the book.
///
/// # Errors
/// The rule that forbids it.
pub(super) fn lawful(book: &Book, id: FactId, stamp: &Stamp) -> Result<(), Refusal> {
    let Some(fact) = book.fact(id) else {
        return Ok(());
    };
    let stamp = Stamp {
        on: fact.event.on(),
        lenient: stamp.lenient || fact.entry.lenient,
        ..stamp.clone()
    };
    let bench = Bench::new(book, &stamp)?;
    if let Event::Submitted(fact) = fact.event {
        bench.submit(&submission(fact))?;
        return bench.of_its_level(fact.case);
    }
    if matches!(fact.event.about(), About::Work(_)) {
        let offence = offences_in_work(book, &stamp).remove(&id);
        return offence.map_or(Ok(()), Err);
    }
    if fact.event.about() == About::Office {
        return bench.allows_on_roster(fact.event);
    }
    match book.case_before(id) {
        Some(case) => bench.allows(&case, fact.event, promised(book, id)),
        None => Ok(()),
    }
}

/// Whether the deputies' work, as a correction or a line taken back leaves it, stands by the rules of
/// fresh entries; what stands against them in an old journal is no reason to refuse another change.
/// The refusal names the entry that would no longer be lawful.
pub(super) fn work_stands(
    before: &Book,
    after: &Book,
    command: &Command,
    stamp: &Stamp,
) -> Result<(), Refusal> {
    if !after.works_otherwise_than(before) {
        return Ok(());
    }
    let mut known = offences_in_work(before, stamp);
    // A line that comes back brings with it what was so before it was taken back.
    if let Command::Redo { lines, .. } = command
        && let Some(then) = before_undoing(before, lines)
    {
        known.extend(offences_in_work(&then, stamp));
    }
    let mut new = offences_in_work(after, stamp).into_iter();
    let is_new = |(id, refusal): &(FactId, Refusal)| {
        !known.contains_key(id)
            && !matches!(
                refusal,
                Refusal::Rule {
                    rule: Rule::NothingChanges,
                    ..
                }
            )
    };
    match new.find(is_new) {
        Some((at, why)) => Err(no_longer(after, at, why)),
        None => Ok(()),
    }
}

/// The book as it stood before the last undoing of any of these lines.
fn before_undoing(book: &Book, lines: &[u64]) -> Option<Book> {
    let takes_back = |event: &Event| matches!(event, Event::Undone(fact) if fact.lines.iter().any(|line| lines.contains(line)));
    let mut entries = book.entries();
    let undoing = entries.rfind(|entry| entry.events.iter().any(takes_back))?;
    let view = View {
        known: Some(undoing.seq.checked_sub(1)?),
        ..View::default()
    };
    Book::replay(book.entries().cloned(), view).ok()
}

fn no_longer(book: &Book, at: FactId, why: Refusal) -> Refusal {
    match book.fact(at) {
        Some(fact) => Rule::Unlawful(Box::new(Unlawful {
            line: at.line,
            event: fact.event.name(),
            on: fact.event.on(),
            why,
        }))
        .into(),
        None => why,
    }
}

/// Every fact of the deputies' work that the rules would refuse in the state just before it.
fn offences_in_work(book: &Book, stamp: &Stamp) -> BTreeMap<FactId, Refusal> {
    let mut offences = BTreeMap::new();
    let mut judge = |fact: Fact, allows: &dyn Fn(&Bench, &Event) -> Result<(), Refusal>| {
        let stamp = Stamp {
            on: fact.event.on(),
            lenient: stamp.lenient || fact.entry.lenient,
            ..stamp.clone()
        };
        let judged = Bench::new(book, &stamp).and_then(|bench| allows(&bench, fact.event));
        if let Err(refusal) = judged {
            offences.insert(fact.id, refusal);
        }
    };
    book.walk_opinions(|state, fact| {
        judge(fact, &|bench, event| {
            bench.knows_who_said_it(event)?;
            bench.allows_opinion(state, event)
        });
    });
    book.walk_activities(|state, fact| judge(fact, &|b, event| b.allows_activity(state, event)));
    book.walk_projects(|state, fact| judge(fact, &|b, event| b.allows_project(state, event)));
    book.walk_meetings(|state, fact| judge(fact, &|b, event| b.allows_meeting(state, event)));
    book.walk_citizens(|state, fact| judge(fact, &|b, event| b.allows_citizen(state, event)));
    book.walk_assessments(|state, fact| {
        judge(fact, &|b, event| b.allows_assessment(state, event));
    });
    book.walk_performance(|state, fact| {
        judge(fact, &|b, event| b.allows_performance(state, event));
    });
    offences
}

impl Bench<'_> {
    /// What was handed over by us is of our level, what is tracked is not.
    fn of_its_level(&self, case: CaseId) -> Result<(), Refusal> {
        let Some(case) = self.book.case(case) else {
            return Ok(());
        };
        let Some(assignment) = case.assignment() else {
            return Ok(());
        };
        let ours = case.level == self.book.office().level();
        let level = case.level;
        match assignment.how {
            HandOver::Tracked if ours => Err(Refusal::of_case(case.id, HandOverRule::OwnLevel)),
            HandOver::Assigned | HandOver::Reassigned if !ours => Err(Refusal::of_case(
                case.id,
                HandOverRule::OtherLevel { level },
            )),
            HandOver::Tracked | HandOver::Assigned | HandOver::Reassigned => Ok(()),
        }
    }

    /// The fact as the wish it came of. That it changes nothing any more is no offence.
    fn allows(
        &self,
        case: &Case,
        event: &Event,
        promise: Option<(Text, Date)>,
    ) -> Result<(), Refusal> {
        if let Event::CommitmentMade(made) = event {
            return self.not_before(case, made.due);
        }
        let Some(wish) = wished(event, promise) else {
            return Ok(());
        };
        match self.wish(case, &wish) {
            Err(Refusal::Rule {
                rule: Rule::NothingChanges,
                ..
            })
            | Ok(_) => Ok(()),
            Err(refusal) => Err(refusal),
        }
    }
}

/// The promise that stands beside a reply in its line.
fn promised(book: &Book, id: FactId) -> Option<(Text, Date)> {
    let reply = book.fact(id)?;
    let places = (0..).take(reply.entry.events.len());
    let beside = places.filter_map(|index| book.fact(FactId { index, ..id }));
    let mut made = beside.filter_map(|fact| {
        let Event::CommitmentMade(made) = fact.event else {
            return None;
        };
        (Some(made.case) == reply.event.case()).then(|| (made.promise.clone(), made.due))
    });
    made.next()
}

fn submission(fact: &event::Submitted) -> Submission {
    Submission {
        number: None,
        level: Some(fact.level),
        period: Some(fact.period),
        session: Some(SessionKey {
            term: fact.term,
            session: fact.session,
        }),
        title: fact.title.clone(),
        body: fact.body.clone(),
        requests: fact.requests.clone(),
        deputy: fact.deputy.clone(),
        co_signers: fact.co_signers.clone(),
        delegation: fact.delegation.clone(),
        category: fact.category.clone(),
        kind: fact.kind,
        confidential: fact.confidential,
        motion: fact.motion.clone(),
    }
}
