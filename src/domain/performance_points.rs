//! The points of the deputies (履职积分), evaluated from recorded facts by the table of the rules.
//!
//! Nothing is counted that is not an entry: suggestions, ratings, activities, opinions and projects
//! feed the table by themselves, the register tells the rest. Caps and the ceiling are a year's.

use std::collections::BTreeMap;

use super::book::{Book, Case, PledgeState};
use super::event::{DeedLogged, Kind, Subject};
use super::rules::{Deed, Place, PointItem, PointTable, YearsRunning};
use super::terms::{CaseId, Date, Name, Points, year_of};

/// One entry of the record that brought points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entered {
    /// A suggestion, or what was said of its reply.
    Case(CaseId),
    /// An activity, an opinion, a project, a pledge, an entry of the register.
    Work(Subject),
}

/// What an item brought a deputy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemPoints<'t> {
    /// The item.
    pub item: &'t PointItem,
    /// What was counted, with its day and what each brought.
    pub entries: Vec<(Date, Entered, Points)>,
    /// What they come to, under the item's cap.
    pub points: Points,
}

/// A deputy's year so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearPoints<'t> {
    /// The deputy.
    pub deputy: Name,
    /// His place, shared by equals.
    pub rank: usize,
    /// Item by item.
    pub items: Vec<ItemPoints<'t>>,
    /// What each quarter brought under the caps of the items, without the base and under no ceiling.
    pub quarters: [Points; 4],
    /// The base and all items, under the ceiling.
    pub total: Points,
    /// What that comes to.
    pub grade: Option<&'t Name>,
}

/// The table by which a year is counted: the one in force at its end, or on the view's day where the
/// year still runs.
pub fn table_of(book: &Book, year: i32, as_of: Date) -> Option<&PointTable> {
    let last = Date::from_ymd_opt(year, 12, 31)?;
    let rules = book.office().rules_on(last.min(as_of))?;
    rules.performance.as_ref()
}

/// The deputies of a year with their points, best first; as of the view's day where the year runs.
pub fn year_points<'t>(
    book: &Book,
    table: &'t PointTable,
    (year, as_of): (i32, Date),
) -> Vec<YearPoints<'t>> {
    let office = book.office().on(as_of);
    let served = office
        .deputies()
        .filter(|(_, deputy)| deputy.serves_in(year));
    let mut all: Vec<YearPoints> = served
        .map(|(name, _)| points_of(book, table, name, year))
        .collect();
    all.sort_by(|a, b| (b.total, &a.deputy).cmp(&(a.total, &b.deputy)));
    let totals: Vec<Points> = all.iter().map(|points| points.total).collect();
    for points in &mut all {
        let first = totals.iter().position(|total| *total == points.total);
        points.rank = first.unwrap_or_default() + 1;
    }
    all
}

fn points_of<'t>(book: &Book, table: &'t PointTable, deputy: &Name, year: i32) -> YearPoints<'t> {
    let items = table.items.iter();
    let items: Vec<ItemPoints> = items
        .map(|item| {
            let mut entries = entries(book, item, deputy);
            entries.retain(|(on, ..)| year_of(*on) == year);
            entries.sort();
            let sum = entries
                .iter()
                .fold(Points::ZERO, |sum, (.., p)| sum.plus(*p));
            let points = item.capped(sum);
            ItemPoints {
                item,
                entries,
                points,
            }
        })
        .collect();
    let mut quarters = [Points::ZERO; 4];
    for item in &items {
        for (on, points) in under_cap(item) {
            let quarter = chrono::Datelike::month0(&on) / 3;
            if let Some(sum) = quarters.get_mut(quarter as usize) {
                *sum = sum.plus(points);
            }
        }
    }
    let sum = items
        .iter()
        .fold(table.base, |sum, item| sum.plus(item.points));
    // A table that goes up to a hundred goes down to nothing.
    let total = table
        .ceiling
        .map_or(sum, |ceiling| sum.min(ceiling).max(Points::ZERO));
    YearPoints {
        deputy: deputy.clone(),
        rank: 0,
        items,
        quarters,
        total,
        grade: table.grade(total),
    }
}

/// What each entry of an item brought, in the order of days, once the item's cap is heeded: they come
/// to the item's points.
fn under_cap<'i>(item: &'i ItemPoints) -> impl Iterator<Item = (Date, Points)> + 'i {
    let capped = |sum: Points| item.item.capped(sum);
    item.entries
        .iter()
        .scan(Points::ZERO, move |sum, (on, _, points)| {
            let before = capped(*sum);
            *sum = sum.plus(*points);
            Some((*on, capped(*sum).minus(before)))
        })
}

/// What an entry of the register brings: the table's points each time, or its own where the table
/// leaves them open or has the item no more. The rules and every file ask here.
pub fn worth(item: Option<&PointItem>, deed: &DeedLogged) -> Option<Points> {
    let each = item.and_then(|item| item.points).or(deed.points)?;
    Some(each.times(u64::from(deed.times)))
}

/// What the record has for an item, of any year.
fn entries(book: &Book, item: &PointItem, deputy: &Name) -> Vec<(Date, Entered, Points)> {
    if item.counts == Deed::Logged {
        let deeds = book.performance().deeds();
        let deeds = deeds.filter(|deed| deed.deputy == *deputy && deed.item == item.code);
        return deeds
            .filter_map(|deed| {
                let entered = Entered::Work(Subject::Deed(deed.deed));
                Some((deed.on, entered, worth(Some(item), deed)?))
            })
            .collect();
    }
    let each = item.points.unwrap_or_default();
    let found: Vec<(Date, Entered)> = match item.counts {
        Deed::Logged => Vec::new(),
        Deed::Suggestion => cases(book, |case| {
            (case.deputy.as_ref() == Some(deputy)).then_some(case.submitted)
        }),
        Deed::CoSigned => cases(book, |case| {
            case.co_signers.contains(deputy).then_some(case.submitted)
        }),
        Deed::KeySuggestion => cases(book, |case| {
            let key = case.key_supervised.as_ref().map(|(on, _)| *on);
            let key = key.or((case.kind == Kind::Key).then_some(case.submitted));
            key.filter(|_| case.deputy.as_ref() == Some(deputy))
        }),
        Deed::ReplyRated => cases(book, |case| {
            let mut ratings = case.ratings.iter();
            ratings
                .find(|rating| rating.deputy == *deputy)
                .map(|rating| rating.on)
        }),
        Deed::Activity | Deed::Leave | Deed::Missed => activities(book, item, deputy),
        Deed::Opinion => {
            let opinions = book.opinions().iter();
            let own = opinions.filter(|(_, o)| o.heard.collector.as_ref() == Some(deputy));
            own.map(|(id, o)| (o.heard.on, Entered::Work(Subject::Opinion(id))))
                .collect()
        }
        Deed::ProjectSupervised => {
            let projects = book.projects().iter();
            let looks =
                projects.flat_map(|(id, p)| p.supervised.iter().map(move |look| (id, look)));
            let own = looks.filter(|(_, look)| look.people.contains(deputy));
            own.map(|(id, look)| (look.on, Entered::Work(Subject::Project(id))))
                .collect()
        }
        Deed::HouseholdVisit => {
            let households = book.citizens().iter();
            let calls =
                households.flat_map(|(id, known)| known.visits.iter().map(move |v| (id, v)));
            let own = calls.filter(|(_, visit)| visit.deputy == *deputy);
            own.map(|(id, visit)| (visit.on, Entered::Work(Subject::Citizen(id))))
                .collect()
        }
        Deed::PledgeKept => {
            let pledges = book.performance().pledges();
            let kept = pledges.filter(|(_, pledge)| {
                pledge.made.deputy == *deputy && pledge.state() == PledgeState::Kept
            });
            kept.filter_map(|(id, pledge)| {
                let on = pledge.settled.as_ref()?.on;
                Some((on, Entered::Work(Subject::Pledge(id))))
            })
            .collect()
        }
    };
    found
        .into_iter()
        .map(|(on, entered)| (on, entered, each))
        .collect()
}

/// The cases that count and say a day.
fn cases(book: &Book, day: impl Fn(&Case) -> Option<Date>) -> Vec<(Date, Entered)> {
    let counting = book.cases().filter(|case| case.counts());
    counting
        .filter_map(|case| Some((day(case)?, Entered::Case(case.id))))
        .collect()
}

fn activities(book: &Book, item: &PointItem, deputy: &Name) -> Vec<(Date, Entered)> {
    let fits = |activity: &super::book::Activity| {
        let kind = item.kinds.is_empty() || item.kinds.contains(&activity.planned.kind);
        kind && match item.counts {
            Deed::Leave => activity.left_by(deputy),
            Deed::Missed => activity.missed_by(deputy),
            Deed::Logged
            | Deed::Suggestion
            | Deed::CoSigned
            | Deed::KeySuggestion
            | Deed::ReplyRated
            | Deed::Activity
            | Deed::Opinion
            | Deed::ProjectSupervised
            | Deed::PledgeKept
            | Deed::HouseholdVisit => activity.attended_by(deputy),
        }
    };
    let activities = book
        .activities()
        .iter()
        .filter(|(_, activity)| fits(activity));
    activities
        .map(|(id, activity)| (activity.day(), Entered::Work(Subject::Activity(id))))
        .collect()
}

/// Whether a year can be held against somebody, or for him: it is over, and somebody did something
/// that was entered.
fn is_graded(year: i32, points: &[YearPoints], as_of: Date) -> bool {
    let over = Date::from_ymd_opt(year, 12, 31).is_some_and(|last| last <= as_of);
    let mut items = points.iter().flat_map(|of_year| &of_year.items);
    over && items.any(|item| !item.entries.is_empty())
}

/// Whether somebody held a seat for more than half of a year.
fn served_most_of(book: &Book, deputy: &Name, year: i32) -> bool {
    let first = Date::from_ymd_opt(year, 1, 1);
    let Some((first, known)) = first.zip(book.office().deputy(deputy)) else {
        return false;
    };
    let days = first.iter_days().take_while(|day| year_of(*day) == year);
    let (mut held, mut all) = (0, 0);
    for day in days {
        all += 1;
        held += usize::from(known.serves_on(day));
    }
    held * 2 > all
}

/// What several years running lead to for each deputy, the years ending with `year`: of years that are
/// over, each by the table of its own, and of deputies who served most of each.
pub fn running<'t>(
    book: &Book,
    table: &'t PointTable,
    (year, as_of): (i32, Date),
) -> Vec<(&'t YearsRunning, Vec<Name>)> {
    let longest = table
        .running
        .iter()
        .map(|rule| rule.years)
        .max()
        .unwrap_or(0);
    let years: BTreeMap<i32, Vec<YearPoints>> = (0..i32::from(longest))
        .map(|back| year - back)
        .filter_map(|year| {
            Some((
                year,
                year_points(book, table_of(book, year, as_of)?, (year, as_of)),
            ))
        })
        .filter(|(year, points)| is_graded(*year, points, as_of))
        .collect();
    let led = |rule: &'t YearsRunning| {
        let mut each = (0..i32::from(rule.years)).map(|back| {
            let year_points = years.get(&(year - back));
            let year_points = year_points.map(Vec::as_slice).unwrap_or_default();
            // A year in which everybody stands alike has neither a first nor a last.
            let worst = year_points.iter().map(|s| s.rank).max().unwrap_or(0);
            let fits = |points: &&YearPoints| match (rule.place, &rule.grade) {
                (Some(Place::First), _) => points.rank == 1 && worst > 1,
                (Some(Place::Last), _) => points.rank == worst && worst > 1,
                (None, grade) => grade.as_ref() == points.grade,
            };
            year_points
                .iter()
                .filter(fits)
                .filter(|s| served_most_of(book, &s.deputy, year - back))
                .map(|s| s.deputy.clone())
                .collect::<Vec<_>>()
        });
        let first = each.next().unwrap_or_default();
        let all = each.fold(first, |names, year| {
            names
                .into_iter()
                .filter(|name| year.contains(name))
                .collect()
        });
        (rule, all)
    };
    table.running.iter().map(led).collect()
}
