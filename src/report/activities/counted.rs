//! The counted report of activities: kinds and person-times, what they brought, the groups against
//! their yearly minimum, the deputies who came, the units that were rated.
//!
//! Refuses: to print how a handful of people rated; under five ratings only their number is told.

use std::collections::{BTreeMap, BTreeSet};

use super::{Listed, in_order, sheet};
use crate::domain::book::{Activity, ActivityState};
use crate::domain::event::{ActivityRated, Subject};
use crate::domain::rules::Grade;
use crate::domain::terms::{ActivityId, Amount, Name};
use crate::report::beside::NO_DATA;
use crate::report::cell::{Cell, Tone};
use crate::report::document::Document;
use crate::report::figures::NoSuchFigure;
use crate::report::outlook::Outlook;
use crate::report::work::{Asked, Behind, Counted, Line, Report};
use crate::words::{ACTIVITY_KINDS, Label, Word, WorkLabel};

/// The counted report.
///
/// # Errors
/// A figure is asked for that the report does not have.
pub fn report(outlook: &Outlook, asked: &Asked) -> Result<Document, NoSuchFigure> {
    let lang = outlook.lang;
    let mut all = in_order(outlook);
    all.retain(|(_, activity)| asked.takes(activity.day()));
    let units: BTreeSet<&Name> = all
        .iter()
        .flat_map(|(_, a)| a.rated.iter().map(|r| &r.unit))
        .collect();
    let report = Report {
        kind: "report.activities",
        title: WorkLabel::ActivitiesReport.word(lang),
        scope: asked.scope(lang),
        total: all.len(),
        units: units.len(),
        sections: vec![
            states(outlook, &all),
            kinds(outlook, &all),
            results(outlook, &all),
            groups(outlook, &all, asked.year),
            deputies(outlook, &all),
            rated(outlook, &all, &units),
        ],
    };
    report.answer(outlook, asked, |outlook, behind| {
        let activities = behind.iter().filter_map(|thing| {
            let Behind::Work(Subject::Activity(id)) = thing else {
                return None;
            };
            Some((*id, outlook.book.activities().get(*id)?))
        });
        let activities: Listed = activities.collect();
        match activities.is_empty() {
            true => Vec::new(),
            false => vec![sheet(outlook, activities.into_iter())],
        }
    })
}

fn behind(id: ActivityId) -> Behind {
    Behind::Work(Subject::Activity(id))
}

fn of(all: &Listed, fits: impl Fn(&Activity) -> bool) -> Vec<Behind> {
    let fitting = all.iter().filter(|(_, activity)| fits(activity));
    fitting.map(|(id, _)| behind(*id)).collect()
}

fn person_times(all: &Listed, fits: impl Fn(&Activity) -> bool) -> usize {
    let fitting = all.iter().filter(|(_, activity)| fits(activity));
    fitting.map(|(_, activity)| activity.person_times()).sum()
}

fn is_held(activity: &Activity) -> bool {
    activity.state() == ActivityState::Held
}

fn states(outlook: &Outlook, all: &Listed) -> Counted {
    let states = [
        ActivityState::Held,
        ActivityState::Planned,
        ActivityState::Cancelled,
    ];
    let line = |state: ActivityState| {
        Line::new(
            state.key(),
            state.word(outlook.lang),
            of(all, |a| a.state() == state),
        )
    };
    Counted {
        key: "state",
        label: Label::State.word(outlook.lang),
        of: None,
        lines: states.map(line).into(),
    }
}

/// Each kind: how many were held, and how many came (人次).
fn kinds(outlook: &Outlook, all: &Listed) -> Counted {
    let lang = outlook.lang;
    let lines = ACTIVITY_KINDS.into_iter().map(|(kind, key)| {
        let held = |a: &Activity| is_held(a) && a.planned.kind == kind;
        let came = person_times(all, held);
        let label = WorkLabel::PersonTimes.word(lang);
        Line::new(key, kind.word(lang), of(all, held)).with_part(
            "person_times",
            label,
            came,
            of(all, held),
        )
    });
    Counted {
        key: "kind",
        label: WorkLabel::KindsHeld.word(lang),
        of: None,
        lines: lines.filter(|line| !line.behind.is_empty()).collect(),
    }
}

/// What they brought, added up by what was counted and in which measure.
fn results(outlook: &Outlook, all: &Listed) -> Counted {
    let mut sums: BTreeMap<(&Name, &Name), (Amount, Vec<Behind>)> = BTreeMap::new();
    for (id, activity) in all {
        for counted in &activity.counted {
            let sum = sums.entry((&counted.what, &counted.measure)).or_default();
            sum.0 = sum.0.plus(counted.amount);
            if !sum.1.contains(&behind(*id)) {
                sum.1.push(behind(*id));
            }
        }
    }
    let lines = sums.into_iter().map(|((what, measure), (sum, behind))| {
        let label = format!("{what}({measure})");
        let amount = Cell::Decimal(sum.to_string());
        Line::new(label.clone(), label, behind).with_cell(
            "amount",
            Label::Amount.word(outlook.lang),
            amount,
        )
    });
    Counted {
        key: "result",
        label: WorkLabel::Results.word(outlook.lang),
        of: None,
        lines: lines.collect(),
    }
}

/// The groups with what they held, and whether that is enough for a year.
fn groups(outlook: &Outlook, all: &Listed, year: Option<i32>) -> Counted {
    let lang = outlook.lang;
    let least = outlook
        .rules()
        .and_then(|rules| rules.activities?.group_yearly_min);
    // The minimum is a year's: over all years nobody is below it.
    let least = least.filter(|_| year.is_some());
    let named = all
        .iter()
        .filter_map(|(_, activity)| activity.planned.group.as_ref());
    let office = outlook.office();
    let groups: BTreeSet<&Name> = office.groups().into_iter().chain(named).collect();
    let lines = groups.into_iter().map(|group| {
        let held = of(all, |a| a.is_of_group(group));
        let short = least.is_some_and(|least| held.len() < least as usize);
        let line = Line::new(group.to_string(), group.to_string(), held);
        let Some(least) = least else {
            return line;
        };
        let (key, label, tone) = match short {
            true => ("below", WorkLabel::BelowMinimum, Tone::Bad),
            false => ("reached", WorkLabel::MinimumReached, Tone::Good),
        };
        let label = format!("{}({least})", label.word(lang));
        line.with_cell(
            "minimum",
            WorkLabel::YearlyMinimum.word(lang),
            Cell::toned(key, label, tone),
        )
    });
    Counted {
        key: "group",
        label: WorkLabel::GroupsHeld.word(lang),
        of: None,
        lines: lines.collect(),
    }
}

/// The deputies: how often each came, asked for leave, or stayed away.
fn deputies(outlook: &Outlook, all: &Listed) -> Counted {
    let lang = outlook.lang;
    let office = outlook.office();
    let lines = office.deputies().map(|(name, _)| {
        let leave = of(all, |a| a.left_by(name));
        let missed = of(all, |a| a.missed_by(name));
        Line::new(
            name.to_string(),
            name.to_string(),
            of(all, |a| a.attended_by(name)),
        )
        .with_part("leave", WorkLabel::OnLeave.word(lang), leave.len(), leave)
        .with_part("missed", WorkLabel::Missed.word(lang), missed.len(), missed)
    });
    Counted {
        key: "deputy",
        label: WorkLabel::Attendance.word(lang),
        of: None,
        lines: lines.collect(),
    }
}

/// The units that were rated: totals, and the words only where enough people gave them.
fn rated(outlook: &Outlook, all: &Listed, units: &BTreeSet<&Name>) -> Counted {
    let lang = outlook.lang;
    let lines = units.iter().map(|unit| {
        let ratings = all
            .iter()
            .flat_map(|(_, a)| &a.rated)
            .filter(|r| r.unit == **unit);
        let ratings: Vec<&ActivityRated> = ratings.collect();
        let given = ratings.iter().map(|rating| rating.given()).sum::<u64>();
        // The words are added up over the ratings whose words are told; how many those are stands
        // beside.
        let told: Vec<[u32; 3]> = ratings.iter().filter_map(|rating| rating.told()).collect();
        let sums = (!told.is_empty()).then(|| {
            told.into_iter().fold([0_u64; 3], |sums, words| {
                [0, 1, 2].map(|word| sums[word] + u64::from(words[word]))
            })
        });
        let worded = sums.map_or(0, |sums| sums.iter().sum());
        let behind = of(all, |a| a.rated.iter().any(|r| r.unit == **unit));
        let words = [
            ("satisfied", Grade::Satisfied),
            ("mostly", Grade::Mostly),
            ("dissatisfied", Grade::Dissatisfied),
        ];
        let count = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let line = Line::new(unit.to_string(), unit.to_string(), behind.clone()).with_part(
            "ratings",
            WorkLabel::RatingsGiven.word(lang),
            count(given),
            behind.clone(),
        );
        let line = line.with_part(
            "worded",
            WorkLabel::RatingsWorded.word(lang),
            count(worded),
            behind.clone(),
        );
        let told = words.into_iter().enumerate();
        told.fold(line, |line, (place, (key, grade))| match sums {
            Some(sums) => line.with_part(key, grade.word(lang), count(sums[place]), behind.clone()),
            None => line.with_cell(key, grade.word(lang), NO_DATA.into()),
        })
    });
    Counted {
        key: "unit",
        label: WorkLabel::UnitsRated.word(lang),
        of: None,
        lines: lines.collect(),
    }
}
