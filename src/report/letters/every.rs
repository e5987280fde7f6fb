//! Every paper that a case ever had (归档): those of each day as they were on it.
//!
//! Refuses: to print an earlier paper from what is known later.

use super::super::outlook::Outlook;
use super::{Letter, form, hand_over, notice, reply, unit};
use crate::domain::book::{Case, Fact};
use crate::domain::event::Event;
use crate::domain::terms::CaseId;

/// Every paper of a case that was ever due (归档), oldest first: each as it was on its own day, those
/// of an earlier hand-over or an earlier reply too.
pub fn of_case(outlook: &Outlook, case: CaseId) -> Vec<Letter> {
    let facts = outlook.book.timeline(case);
    let facts: Vec<Fact> = facts
        .take_while(|fact| fact.event.on() <= outlook.as_of)
        .collect();
    let days = facts.chunk_by(|a, b| a.event.on() == b.event.on());
    days.flat_map(|facts| of_day(outlook, case, facts))
        .collect()
}

/// The papers of a day, by its facts. Where the day saw several of one kind, each is printed as
/// things stood before the next.
fn of_day(outlook: &Outlook, case: CaseId, facts: &[Fact]) -> Vec<Letter> {
    let book = outlook.book;
    let Some(day) = facts.first().map(|fact| fact.event.on()) else {
        return Vec::new();
    };
    let then = Outlook {
        as_of: day,
        ..outlook.clone()
    };
    let evening = book.case_on(case, day);
    let mut letters = Vec::new();
    for (print, makes_one) in PAPERS {
        let another = facts.iter().filter(|fact| makes_one(fact.event)).skip(1);
        let before = another.filter_map(|fact| book.case_before(fact.id));
        let mut of_kind: Vec<Letter> = Vec::new();
        for stood in before.chain(evening.clone()) {
            let papers = print(&then, &stood);
            let of_day = papers.into_iter().filter(|paper| paper.on == Some(day));
            for paper in of_day {
                if !of_kind.contains(&paper) {
                    of_kind.push(paper);
                }
            }
        }
        letters.extend(of_kind);
    }
    letters
}

type Print = fn(&Outlook, &Case) -> Vec<Letter>;

/// Whether a fact makes a paper of its own of a kind that prints one at a time: the last.
type MakesOne = fn(&Event) -> bool;

/// The papers that one case may have, in the order of its way.
const PAPERS: [(Print, MakesOne); 11] = [
    (
        |outlook, case| hand_over::slips(outlook, &[case]),
        |fact| matches!(fact, Event::Assigned(_) | Event::Reassigned(_)),
    ),
    (unit::returns, |fact| matches!(fact, Event::Returned(_))),
    (form::consultations, |_| false),
    (
        |outlook, case| unit::co_opinions(outlook, case, None),
        |fact| matches!(fact, Event::CoOpinionGiven(_)),
    ),
    (
        |outlook, case| unit::extensions(outlook, case, None),
        |fact| matches!(fact, Event::Extended(_)),
    ),
    (
        |outlook, case| notice::consent(outlook, case, None),
        |fact| matches!(fact, Event::Extended(_)),
    ),
    (
        |outlook, case| notice::supervise(outlook, case, None),
        |_| false,
    ),
    (
        |outlook, case| notice::remind(outlook, case, None),
        |fact| matches!(fact, Event::Reminded(_)),
    ),
    (reply::replies, is_answer),
    (form::feedback, is_answer),
    (
        |outlook, case| notice::rehandle(outlook, case, None),
        |fact| matches!(fact, Event::Rated(_)),
    ),
];

fn is_answer(fact: &Event) -> bool {
    matches!(fact, Event::Replied(_) | Event::ReReplied(_))
}
