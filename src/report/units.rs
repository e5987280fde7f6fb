//! The handling units: what each owes, what it replied in time or late, and how it was judged.
//!
//! A unit answers for itself: of several that reply apart, one that is late makes no other late,
//! and each has the class of its own reply. The deputy's rating is of the case; it stands beside
//! every unit that replied. It refuses to rank.

use std::collections::BTreeMap;

use super::outlook::Outlook;
use super::section::{Heading, Row, Section};
use super::sheet::{Key, Kind};
use super::table::{Look, Table};
use super::tally::heading;
use crate::domain::book::{Case, Reply};
use crate::domain::deadline::Clock;
use crate::domain::rules::Grade;
use crate::domain::terms::{CaseId, Name};
use crate::words::{Label, Word};

/// The cases a unit holds, and those of each column.
#[derive(Default)]
struct Load {
    owed: Vec<CaseId>,
    columns: BTreeMap<&'static str, Vec<CaseId>>,
    classes: BTreeMap<Name, Vec<CaseId>>,
}

/// Every unit that owes or owed a reply or an opinion under the hand-over in force.
pub(super) struct Units<'o> {
    outlook: &'o Outlook<'o>,
    loads: BTreeMap<Name, Load>,
}

pub(super) fn by_unit<'o>(outlook: &'o Outlook<'o>) -> Units<'o> {
    Units {
        outlook,
        loads: BTreeMap::new(),
    }
}

impl Units<'_> {
    fn load(&mut self, unit: &Name) -> &mut Load {
        self.loads.entry(unit.clone()).or_default()
    }
}

impl Table for Units<'_> {
    fn take(&mut self, look: &Look) {
        let Some(to) = look.assignment().map(|a| &a.to) else {
            return;
        };
        let lead = to.lead.as_slice();
        for (column, units) in [("lead", lead), ("separate", &to.separate), ("co", &to.co)] {
            for unit in units {
                self.load(unit).add(column, look.id);
            }
        }
        let outlook = self.outlook;
        for unit in to.repliers() {
            self.load(unit).take(outlook, look, unit);
        }
    }

    fn print(self: Box<Self>) -> Section {
        let headings = headings(self.outlook, &self.loads);
        let row = |(unit, load): (Name, Load)| load.row(&unit, &headings);
        let rows = self.loads.into_iter().map(row).collect();
        Section {
            key: "unit".into(),
            label: Label::Unit.word(self.outlook.lang).to_owned(),
            denominator: None,
            headings,
            rows,
        }
    }
}

impl Load {
    fn add(&mut self, column: &'static str, case: CaseId) {
        self.columns.entry(column).or_default().push(case);
    }

    /// A case that the unit owes or owed a reply to.
    fn take(&mut self, outlook: &Outlook, case: &Look, unit: &Name) {
        self.owed.push(case.id);
        let due = case.reply_clock().map(Clock::due);
        let Some(reply) = own_reply(case, unit) else {
            if due.is_some_and(|due| outlook.as_of > due) && case.waits() {
                self.add("overdue", case.id);
            }
            return;
        };
        self.add("replied", case.id);
        if let (Some(due), Some(on)) = (due, case.unit_replied(unit)) {
            self.add(if on <= due { "on_time" } else { "late" }, case.id);
        }
        let of_class = self.classes.entry(reply.class.clone());
        of_class.or_default().push(case.id);
        let rating = case.rating().filter(|_| case.replied().is_some());
        if let Some(grade) = rating.and_then(|r| outlook.book.grade(r)) {
            self.add(grade_key(grade), case.id);
        }
    }

    fn row(mut self, unit: &Name, headings: &[Heading]) -> Row {
        let row = Row::of_cases(unit.to_string(), unit.to_string(), self.owed);
        headings.iter().fold(row, |row, heading| {
            let cases = match heading.key.strip_prefix(CLASS) {
                Some(class) => self.classes.remove(class),
                None => self.columns.remove(&*heading.key),
            };
            row.with_counted(heading.key.clone(), cases.unwrap_or_default())
        })
    }
}

/// The reply of a unit that counts: its last one under the hand-over in force.
fn own_reply<'a>(case: &'a Case, unit: &Name) -> Option<&'a Reply> {
    case.current_replies().rfind(|r| r.unit == *unit)
}

/// The columns: the classes are those of the rule set, then those that only replies have.
fn headings(outlook: &Outlook, loads: &BTreeMap<Name, Load>) -> Vec<Heading> {
    let mut headings = vec![
        heading(outlook, "lead", Label::LeadCases),
        heading(outlook, "separate", Label::SeparateCases),
        heading(outlook, "co", Label::Co),
        heading(outlook, "replied", Label::Replied),
        heading(outlook, "on_time", Label::InTime),
        heading(outlook, "late", Label::RepliedLate),
        heading(outlook, "overdue", Label::Overdue),
    ];
    let rules = outlook.rules().map(|r| r.classes.as_slice());
    let known = rules.unwrap_or_default().iter().map(|c| class_key(&c.code));
    let used = loads.values().flat_map(|load| load.classes.keys());
    for key in known.chain(used.map(class_key)) {
        if !headings.iter().any(|h| h.key == key) {
            let label = key.strip_prefix(CLASS).unwrap_or(&key).to_owned();
            headings.push(Heading {
                key,
                label,
                kind: Kind::Number,
            });
        }
    }
    // 不了解 stands only where the scale has it.
    let may_not_know = outlook
        .rules()
        .is_some_and(|r| !r.satisfaction.unknown.is_empty());
    let grades = [Grade::Satisfied, Grade::Mostly, Grade::Dissatisfied];
    for grade in grades
        .into_iter()
        .chain(may_not_know.then_some(Grade::Unknown))
    {
        headings.push(Heading {
            key: grade_key(grade).into(),
            label: grade.word(outlook.lang).to_owned(),
            kind: Kind::Number,
        });
    }
    headings
}

const CLASS: &str = "class_";

pub(super) fn class_key(code: &Name) -> Key {
    format!("{CLASS}{code}").into()
}

/// What scripts call a grade.
pub(super) fn grade_key(grade: Grade) -> &'static str {
    match grade {
        Grade::Satisfied => "satisfied",
        Grade::Mostly => "mostly",
        Grade::Dissatisfied => "dissatisfied",
        Grade::Unknown => "unknown",
    }
}
