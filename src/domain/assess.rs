//! The scores of the handling units (考核), evaluated from recorded facts by the table of the rules.
//!
//! A case is asked about once its unit answered or its time is over; before that it counts neither
//! for the unit nor against it. An error that was forgiven takes the case out of the item; an item of
//! which nothing else is left leaves the sum, and the other items stand for the whole. A unit of
//! which an item cannot be told otherwise has no total and no grade: nothing is made up in its place.

use std::collections::BTreeMap;

use super::book::{Book, Case};
use super::deadline;
use super::event::AnonymousScoringClosed;
use super::rules::{Asked, Grade, ItemGrade, Limit, OverallGrade, ScoreItem, ScoreTable, due};
use super::terms::{CaseId, Date, Name, Points};

/// What an item came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemScore<'t> {
    /// The item.
    pub item: &'t ScoreItem,
    /// The cases that were asked about.
    pub of: Vec<CaseId>,
    /// Those that brought something.
    pub counted: Vec<CaseId>,
    /// Those that were left out, since the error was forgiven.
    pub forgiven: Vec<CaseId>,
    /// Its points.
    pub points: Option<Points>,
    /// Its grade.
    pub grade: Option<&'t Name>,
}

impl ItemScore<'_> {
    fn is_told(&self) -> bool {
        self.points.is_some() || self.grade.is_some()
    }

    /// Whether nothing is left of it, since all that would be asked about was forgiven.
    pub fn is_forgiven(&self) -> bool {
        !self.is_told() && self.of.is_empty() && !self.forgiven.is_empty() && !self.item.anonymous
    }
}

/// What a unit came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitScore<'t> {
    /// The unit.
    pub unit: Name,
    /// Its place, shared by equals; none where it has no total and no grade.
    pub rank: Option<usize>,
    /// Its cases.
    pub cases: Vec<CaseId>,
    /// Item by item.
    pub items: Vec<ItemScore<'t>>,
    /// All points together.
    pub total: Option<Points>,
    /// What they come to.
    pub grade: Option<&'t OverallGrade>,
}

/// The units with their scores, best first.
pub fn assess<'t>(
    book: &Book,
    table: &'t ScoreTable,
    cases: &[&Case],
    rounds: &[&AnonymousScoringClosed],
    as_of: Date,
) -> Vec<UnitScore<'t>> {
    let mut held: BTreeMap<&Name, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        for unit in case.assignment().iter().flat_map(|a| a.to.repliers()) {
            let leads = case
                .assignment()
                .is_some_and(|a| a.to.lead.as_ref() == Some(unit));
            if leads || !table.lead_only {
                held.entry(unit).or_default().push(case);
            }
        }
    }
    let look = Look {
        book,
        table,
        rounds,
        as_of,
    };
    let scores = held.into_iter();
    let mut scores: Vec<UnitScore> = scores
        .map(|(unit, cases)| look.unit(unit, &cases))
        .collect();
    let worth = |score: &UnitScore| {
        // What cannot be told yet is no merit.
        let merit = score.items.iter().map(|item| {
            let grades = &item.item.grades;
            let place = grades
                .iter()
                .position(|known| Some(&known.grade) == item.grade);
            place.unwrap_or(if item.is_forgiven() { 0 } else { grades.len() })
        });
        // Points decide where there are any; else how good the grades of the items are.
        let untold = score.total.is_none() && score.grade.is_none();
        (untold, std::cmp::Reverse(score.total), merit.sum::<usize>())
    };
    scores.sort_by_key(|score| (worth(score), score.unit.clone()));
    let keys: Vec<_> = scores.iter().map(worth).collect();
    for (place, score) in scores.iter_mut().enumerate() {
        let first = keys.iter().position(|key| *key == keys[place]);
        score.rank = first.filter(|_| !keys[place].0).map(|first| first + 1);
    }
    scores
}

/// Whether nothing in a case can be held against a unit: in an item of the table, or in all.
pub fn is_faultless(
    book: &Book,
    table: &ScoreTable,
    (case, unit): (&Case, &Name),
    item: Option<&Name>,
    as_of: Date,
) -> bool {
    let look = Look {
        book,
        table,
        rounds: &[],
        as_of,
    };
    let asked = |known: &&ScoreItem| item.is_none_or(|code| *code == known.code);
    let mut items = table.items.iter().filter(asked);
    items.all(|item| look.is_in_order(item, case, unit))
}

/// What every answer needs.
struct Look<'a, 't> {
    book: &'a Book,
    table: &'t ScoreTable,
    rounds: &'a [&'a AnonymousScoringClosed],
    as_of: Date,
}

impl<'t> Look<'_, 't> {
    fn unit(&self, unit: &Name, cases: &[&Case]) -> UnitScore<'t> {
        let items = self.table.items.iter();
        let items: Vec<ItemScore> = items.map(|item| self.item(item, unit, cases)).collect();
        let settled = |item: &ItemScore| item.is_told() || item.is_forgiven();
        let told = items.iter().all(settled) && items.iter().any(ItemScore::is_told);
        let total = told.then(|| total(&items)).flatten();
        let grade = match told {
            true => self.reached(total, &items),
            // Where all is forgiven, nothing is left to grade.
            false if items.iter().any(ItemScore::is_told) => self.certain(&items),
            false => None,
        };
        UnitScore {
            unit: unit.clone(),
            rank: None,
            cases: cases.iter().map(|case| case.id).collect(),
            items,
            total,
            grade,
        }
    }

    /// The first grade whose demands are met.
    fn reached(&self, total: Option<Points>, items: &[ItemScore<'t>]) -> Option<&'t OverallGrade> {
        let mut grades = self.table.grades.iter();
        grades.find(|grade| overall(grade, total, items))
    }

    /// The grade that a unit has whatever the items come to that cannot be told yet: who failed in one
    /// item has failed. None where it still depends on them.
    fn certain(&self, items: &[ItemScore<'t>]) -> Option<&'t OverallGrade> {
        let open = items.iter().position(|i| !i.is_told() && !i.is_forgiven());
        let Some(place) = open else {
            return self.reached(None, items);
        };
        let mut outcomes = items[place].item.grades.iter().map(|grade| {
            let mut items = items.to_vec();
            items[place].grade = Some(&grade.grade);
            self.certain(&items)
        });
        let first = outcomes.next().flatten()?;
        outcomes.all(|other| other == Some(first)).then_some(first)
    }

    fn item(&self, item: &'t ScoreItem, unit: &Name, cases: &[&Case]) -> ItemScore<'t> {
        let (forgiven, asked): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(|case| {
            let mut errors = case.oversight.forgiven.iter();
            errors.any(|error| {
                let of_item = error.item.as_ref().is_none_or(|code| *code == item.code);
                error.unit == *unit && of_item
            })
        });
        let of = asked.into_iter();
        let of: Vec<&Case> = of
            .filter(|case| self.answer(item.of, None, case, unit) == Some(true))
            .collect();
        let forgiven = forgiven.into_iter().map(|case| case.id).collect();
        let mut score = ItemScore {
            item,
            of: Vec::new(),
            counted: Vec::new(),
            forgiven,
            points: None,
            grade: None,
        };
        if item.anonymous {
            score.points = self.anonymous(item, unit);
        } else if item.grades.is_empty() {
            self.count(&mut score, &of, unit);
        } else {
            self.grade(&mut score, &of, unit);
        }
        score
    }

    /// What each case brings, taken together and shared out over those that were asked about.
    fn count(&self, score: &mut ItemScore<'t>, of: &[&Case], unit: &Name) {
        let mut percent = 0_u64;
        for case in of {
            let answers = score.item.counts.iter();
            let answers = answers.map(|w| (w, self.answer(w.asked, w.within, case, unit)));
            let answers: Vec<_> = answers.collect();
            if answers.iter().any(|(_, answer)| answer.is_none()) {
                continue;
            }
            score.of.push(case.id);
            let passed = answers.iter().find(|(_, answer)| *answer == Some(true));
            if let Some((worth, _)) = passed {
                percent += u64::from(worth.percent);
                score.counted.push(case.id);
            }
        }
        let whole = score.of.len() as u64 * 100;
        score.points = score.item.points.and_then(|p| p.share(percent, whole));
    }

    /// The first grade whose needs are all met.
    fn grade(&self, score: &mut ItemScore<'t>, of: &[&Case], unit: &Name) {
        score.of = of.iter().map(|case| case.id).collect();
        if of.is_empty() {
            return;
        }
        let met = |grade: &&ItemGrade| {
            grade.needs.iter().all(|need| {
                let answers = of.iter();
                let answers = answers.filter_map(|c| self.answer(need.asked, need.within, c, unit));
                let answers: Vec<bool> = answers.collect();
                let passed = answers.iter().filter(|passed| **passed).count() as u64 * 100;
                let asked = answers.len() as u64;
                let enough = |least: u8| passed >= asked * u64::from(least);
                let few = |most: u8| passed <= asked * u64::from(most);
                need.percent_min.is_none_or(enough) && need.percent_most.is_none_or(few)
            })
        };
        let item: &'t ScoreItem = score.item;
        score.grade = item.grades.iter().find(met).map(|grade| &grade.grade);
        // The best grade's first need is what the item is about: its cases explain the grade.
        if let Some(need) = item.grades.first().and_then(|best| best.needs.first()) {
            let passed = of
                .iter()
                .filter(|c| self.answer(need.asked, need.within, c, unit) == Some(true));
            score.counted = passed.map(|case| case.id).collect();
        }
    }

    /// Whether a case brings an item all that it can, or the item does not ask about it. What is
    /// still open is not in order.
    fn is_in_order(&self, item: &ScoreItem, case: &Case, unit: &Name) -> bool {
        let asked = self.answer(item.of, None, case, unit) == Some(true);
        if item.anonymous || !asked {
            return true;
        }
        let first = item.counts.first();
        let counted = first
            .is_none_or(|worth| self.answer(worth.asked, worth.within, case, unit) == Some(true));
        let needs = item.grades.first().map(|best| best.needs.as_slice());
        let best = needs.unwrap_or_default().iter().all(|need| {
            // The best grade wants as many as pass, or as few.
            let wanted = need.percent_min.is_some();
            self.answer(need.asked, need.within, case, unit) == Some(wanted)
        });
        counted && best
    }

    /// The mean of the anonymous rounds, as a share of the points.
    fn anonymous(&self, item: &ScoreItem, unit: &Name) -> Option<Points> {
        let points = item.points?;
        let mut means = Vec::new();
        for round in self.rounds {
            let scores = round.scores.iter().filter(|score| score.unit == *unit);
            let told = scores.filter_map(|score| Some((score.sum_told()?, score.ballots)));
            let (sum, ballots) = told.fold((0_u64, 0_u64), |(sum, ballots), (more, by)| {
                (sum + u64::from(more), ballots + u64::from(by))
            });
            means.extend(points.share(sum, ballots * u64::from(round.full)));
        }
        let all = means.iter().fold(Points::ZERO, |sum, mean| sum.plus(*mean));
        all.share(1, means.len() as u64)
    }

    /// The answer for a case of a unit; none while its time still runs.
    fn answer(
        &self,
        asked: Asked,
        within: Option<Limit>,
        case: &Case,
        unit: &Name,
    ) -> Option<bool> {
        let assignment = case.assignment()?;
        let replied = case.unit_replied(unit);
        let calendar = self.book.office().calendar();
        let timed = |done: Option<Date>| {
            let last = within.and_then(|limit| due(assignment.on, limit, calendar, None).ok());
            let last = last.map(|due| due.date);
            match (done, last) {
                (Some(done), Some(last)) => Some(done <= last),
                (Some(_), None) => Some(true),
                (None, Some(last)) => (self.as_of > last).then_some(false),
                (None, None) => Some(false),
            }
        };
        let clock = deadline::reply_clock(self.book, case, self.as_of);
        let late = clock.is_some_and(|clock| replied.unwrap_or(self.as_of) > clock.due());
        let settled = replied.is_some() || late || case.closed.is_some();
        match asked {
            Asked::All => Some(true),
            Asked::Signed => timed(assignment.signed.get(unit).copied()),
            Asked::Replied => timed(replied),
            Asked::RepliedInTime => settled.then_some(replied.is_some() && !late),
            Asked::Consulted
            | Asked::ConsultedInPerson
            | Asked::Rated
            | Asked::Satisfied
            | Asked::MostlySatisfied
            | Asked::Dissatisfied
            | Asked::Resolved
            | Asked::PromisesKept
            | Asked::Inspected
            | Asked::NoFinding => settled.then(|| self.says(asked, case)),
        }
    }

    /// What the record says of a case, whichever unit has it.
    fn says(&self, asked: Asked, case: &Case) -> bool {
        let grade = case.rating().and_then(|rating| self.book.grade(rating));
        let mut promises = case.commitments.iter();
        let broken = promises.any(|promise| promise.fate(self.as_of).is_unkept());
        match asked {
            Asked::All | Asked::Signed | Asked::Replied | Asked::RepliedInTime => true,
            Asked::Consulted => case.is_consulted(),
            Asked::ConsultedInPerson => {
                let mut talks = case.current_consultations();
                talks.any(|talk| talk.mode.is_face_to_face())
            }
            Asked::Rated => grade.is_some(),
            Asked::Satisfied => grade == Some(Grade::Satisfied),
            Asked::MostlySatisfied => grade == Some(Grade::Mostly),
            Asked::Dissatisfied => grade == Some(Grade::Dissatisfied),
            Asked::Resolved => self.book.is_resolved(case),
            Asked::PromisesKept => !broken,
            Asked::Inspected => !case.oversight.inspections.is_empty(),
            Asked::NoFinding => {
                let mut looks = case.oversight.inspections.iter();
                looks.all(|look| look.finding.is_none())
            }
        }
    }
}

/// The points of all items; where some left the sum, those of the others in proportion to the whole.
fn total(items: &[ItemScore]) -> Option<Points> {
    let sum = |points: &mut dyn Iterator<Item = Points>| points.fold(Points::ZERO, Points::plus);
    let whole = sum(&mut items.iter().filter_map(|item| item.item.points));
    let counted = || items.iter().filter(|item| item.is_told());
    let most = sum(&mut counted().filter_map(|item| item.item.points));
    let got = sum(&mut counted().filter_map(|item| item.points));
    match most == whole {
        true => (whole > Points::ZERO).then_some(got),
        false => got.in_proportion(whole, most),
    }
}

fn overall(grade: &OverallGrade, total: Option<Points>, items: &[ItemScore]) -> bool {
    let enough = grade.points_min.is_none_or(|least| total >= Some(least));
    let with = |wanted: &Name| items.iter().filter(|i| i.grade == Some(wanted)).count();
    let items_enough = grade
        .item_grade
        .as_ref()
        .is_none_or(|wanted| with(wanted) >= grade.items_min.unwrap_or(1) as usize);
    enough && items_enough
}
