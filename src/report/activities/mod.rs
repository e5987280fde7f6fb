//! Deputies' activities: the list, one of them whole, the calendar for other programs, and the
//! counted report.
//!
//! Refuses: to judge, and to name anybody but deputies.

mod counted;

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};

pub use counted::report;

use super::cell::{Cell, Tone};
use super::document::Document;
use super::masking::seen;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::{Activity, ActivityState};
use crate::domain::event::{Event, Subject};
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::terms::{ActivityId, Date};
use crate::words::{self, Label, Word, WorkLabel};

type Listed<'a> = Vec<(ActivityId, &'a Activity)>;

/// One day, or several, of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// What no other appointment of any office is called.
    pub id: String,
    /// When it was last recorded.
    pub recorded: DateTime<FixedOffset>,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// What it is called.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// Who is invited, in words.
    pub invited: Option<String>,
    /// Whether it was called off.
    pub cancelled: bool,
}

impl Appointment {
    /// The same with the numbers of people masked.
    #[must_use]
    pub fn masked(self) -> Self {
        Self {
            title: seen(&self.title),
            place: self.place.as_deref().map(seen),
            invited: self.invited.as_deref().map(seen),
            ..self
        }
    }
}

/// Every activity, in the order of days.
pub fn list(outlook: &Outlook) -> Document {
    let all = in_order(outlook);
    let title = WorkLabel::Activities.word(outlook.lang);
    let sheet = sheet(outlook, all.iter().copied());
    Document::of_rows("activity.list", title, outlook.basis(), vec![sheet])
        .with_foot(vec![words::foot_count(outlook.lang, all.len())])
}

/// One activity: who was invited, who came, what it brought.
///
/// # Errors
/// No such activity.
pub fn show(outlook: &Outlook, id: ActivityId) -> Result<Document, Refusal> {
    let Some(activity) = outlook.book.activities().get(id) else {
        return Err(Refusal::NotFound {
            thing: Thing::Activity,
            word: id.to_string(),
            near: Vec::new(),
        });
    };
    let label = words::subject_label(outlook.lang, Subject::Activity(id));
    let title = format!("{label} · {}", activity.planned.title);
    let sheets = vec![
        sheet(outlook, std::iter::once((id, activity))),
        people(outlook, activity),
        figures(outlook, activity),
    ];
    Ok(Document::of_rows(
        "activity",
        title,
        outlook.basis(),
        sheets,
    ))
}

/// The activities as appointments, in the order of days.
pub fn calendar(outlook: &Outlook) -> Vec<Appointment> {
    let store = outlook
        .book
        .office()
        .identity()
        .map(|identity| identity.store);
    let store = store.unwrap_or_default();
    let mut recorded: BTreeMap<ActivityId, DateTime<FixedOffset>> = BTreeMap::new();
    for entry in outlook.book.entries() {
        for subject in entry.events.iter().flat_map(Event::subjects) {
            if let Subject::Activity(id) = subject {
                recorded.insert(id, entry.at);
            }
        }
    }
    let appointment = |(id, activity): (ActivityId, &Activity)| {
        let planned = &activity.planned;
        let invited: Vec<&str> = planned.invited.iter().map(|name| name.as_str()).collect();
        Appointment {
            id: format!("activity-{id}@{store}"),
            recorded: recorded.get(&id).copied().unwrap_or_default(),
            first: activity.day(),
            last: planned.last.unwrap_or(activity.day()).max(activity.day()),
            title: format!("{}: {}", planned.kind.word(outlook.lang), planned.title),
            place: planned.place.as_ref().map(ToString::to_string),
            invited: (!invited.is_empty()).then(|| words::list(outlook.lang, &invited)),
            cancelled: activity.state() == ActivityState::Cancelled,
        }
    };
    in_order(outlook).into_iter().map(appointment).collect()
}

fn in_order<'a>(outlook: &'a Outlook) -> Listed<'a> {
    let mut all: Listed = outlook.book.activities().iter().collect();
    all.sort_by_key(|(id, activity)| (activity.day(), *id));
    all
}

pub(super) fn sheet<'a>(
    outlook: &Outlook,
    activities: impl Iterator<Item = (ActivityId, &'a Activity)>,
) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::number("activity", Label::Number.word(lang)),
        Column::date("day", Label::Date.word(lang)),
        Column::text("kind", Label::Kind.word(lang)),
        Column::text("title", WorkLabel::ActivityTitle.word(lang)),
        Column::text("place", Label::Place.word(lang)),
        Column::text("group", WorkLabel::Group.word(lang)),
        Column::text("state", Label::State.word(lang)),
        Column::number("deputies", WorkLabel::DeputiesPresent.word(lang)),
        Column::number("person_times", WorkLabel::PersonTimes.word(lang)),
    ];
    let mut sheet = Sheet::new("activities", WorkLabel::Activities.word(lang), columns);
    for (id, activity) in activities {
        let planned = &activity.planned;
        let state = activity.state();
        let past = state == ActivityState::Planned && planned.day < outlook.as_of;
        let tone = if past { Tone::Warning } else { Tone::Plain };
        let held = activity.held.as_ref();
        sheet.push(vec![
            Cell::Integer(i64::from(id.0)),
            activity.day().into(),
            planned.kind.word(lang).into(),
            planned.title.as_str().into(),
            Cell::name(planned.place.as_ref()),
            Cell::name(planned.group.as_ref()),
            Cell::toned(state.key(), state.word(lang), tone),
            held.map_or(Cell::Empty, |held| held.attended.len().into()),
            held.map_or(Cell::Empty, |_| activity.person_times().into()),
        ]);
    }
    sheet
}

/// Who was invited and who came.
fn people(outlook: &Outlook, activity: &Activity) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("deputy", Label::DeputyAlone.word(lang)),
        Column::text("attendance", WorkLabel::Attendance.word(lang)),
    ];
    let mut sheet = Sheet::new("people", WorkLabel::Attendance.word(lang), columns);
    let held = activity.held.iter();
    let held = held.flat_map(|held| held.attended.iter().chain(&held.leave));
    let mut names: Vec<_> = activity.planned.invited.iter().chain(held).collect();
    names.sort();
    names.dedup();
    for name in names {
        let (key, label, tone) = if activity.attended_by(name) {
            ("attended", WorkLabel::Attended, Tone::Plain)
        } else if activity.left_by(name) {
            ("leave", WorkLabel::OnLeave, Tone::Plain)
        } else if activity.missed_by(name) {
            ("missed", WorkLabel::Missed, Tone::Warning)
        } else {
            ("invited", WorkLabel::Invited, Tone::Plain)
        };
        sheet.push(vec![
            name.as_str().into(),
            Cell::toned(key, label.word(lang), tone),
        ]);
    }
    sheet
}

/// What it brought.
fn figures(outlook: &Outlook, activity: &Activity) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::date("on", Label::Date.word(lang)),
        Column::text("what", Label::What.word(lang)),
        Column::number("amount", Label::Amount.word(lang)),
        Column::text("measure", Label::Measure.word(lang)),
    ];
    let mut sheet = Sheet::new("figures", WorkLabel::Results.word(lang), columns);
    for counted in &activity.counted {
        sheet.push(vec![
            counted.on.into(),
            counted.what.as_str().into(),
            Cell::Decimal(counted.amount.to_string()),
            counted.measure.as_str().into(),
        ]);
    }
    sheet
}
