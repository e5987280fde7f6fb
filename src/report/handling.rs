//! What a case went through on its way to the class that counts: talks agreed on, milestones,
//! difficulties, co-opinions, effects, deliveries, steps of the class. One sheet each.
//!
//! Refuses to judge: whether a milestone was missed is said by its dates.

use super::cell::Cell;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::Case;
use crate::domain::terms::Text;
use crate::words::{Label, Word};

/// Every sheet, those without rows too.
pub(super) fn sheets(outlook: &Outlook, case: &Case) -> Vec<Sheet> {
    let table = Table { outlook, case };
    vec![
        table.bookings(),
        table.milestones(),
        table.difficulties(),
        table.co_opinions(),
        table.effects(),
        table.evidence(),
        table.deliveries(),
        table.classes(),
    ]
}

struct Table<'a, 'o> {
    outlook: &'o Outlook<'a>,
    case: &'o Case,
}

impl Table<'_, '_> {
    fn word(&self, label: Label) -> String {
        label.word(self.outlook.lang).to_owned()
    }

    fn text(&self, text: &Text) -> Cell {
        self.outlook.book.texts().words(text).into()
    }

    fn text_column(&self, key: &'static str, label: Label) -> Column {
        Column::text(key, self.word(label))
    }

    fn date_column(&self, key: &'static str, label: Label) -> Column {
        Column::date(key, self.word(label))
    }

    fn sheet(&self, key: &'static str, label: Label, columns: Vec<Column>) -> Sheet {
        Sheet::new(key, self.word(label), columns)
    }

    fn bookings(&self) -> Sheet {
        let lang = self.outlook.lang;
        let columns = vec![
            self.date_column("day", Label::Date),
            self.text_column("mode", Label::Mode),
            self.text_column("stage", Label::Stage),
            self.text_column("people", Label::People),
            self.text_column("place", Label::Place),
        ];
        let mut sheet = self.sheet("bookings", Label::Bookings, columns);
        for booking in &self.case.bookings {
            sheet.push(vec![
                booking.day.into(),
                booking.mode.word(lang).into(),
                booking.stage.map(|stage| stage.word(lang)).into(),
                Cell::names(&booking.people),
                Cell::name(booking.place.as_ref()),
            ]);
        }
        sheet
    }

    fn milestones(&self) -> Sheet {
        let columns = vec![
            self.text_column("milestone", Label::Milestone),
            self.date_column("due", Label::Due),
            self.date_column("reached", Label::Reached),
        ];
        let mut sheet = self.sheet("milestones", Label::Milestones, columns);
        for milestone in &self.case.milestones {
            sheet.push(vec![
                self.text(&milestone.milestone),
                milestone.due.into(),
                milestone.reached.into(),
            ]);
        }
        sheet
    }

    fn difficulties(&self) -> Sheet {
        let columns = vec![
            self.date_column("on", Label::Date),
            self.text_column("unit", Label::Unit),
            self.text_column("note", Label::Detail),
        ];
        let mut sheet = self.sheet("difficulties", Label::Difficulties, columns);
        for difficulty in &self.case.difficulties {
            sheet.push(vec![
                difficulty.on.into(),
                Cell::name(difficulty.unit.as_ref()),
                self.text(&difficulty.note),
            ]);
        }
        sheet
    }

    fn co_opinions(&self) -> Sheet {
        let columns = vec![
            self.text_column("unit", Label::Co),
            self.date_column("given", Label::Given),
            self.date_column("rejected", Label::Rejected),
        ];
        let mut sheet = self.sheet("co_opinions", Label::CoOpinions, columns);
        for (unit, opinions) in &self.case.co_opinions {
            for opinion in opinions {
                sheet.push(vec![
                    unit.as_str().into(),
                    opinion.given.into(),
                    opinion.rejected.into(),
                ]);
            }
        }
        sheet
    }

    fn effects(&self) -> Sheet {
        let columns = vec![
            self.date_column("on", Label::Date),
            self.text_column("what", Label::What),
            Column::number("amount", self.word(Label::Amount)),
            self.text_column("measure", Label::Measure),
        ];
        let mut sheet = self.sheet("effects", Label::Effects, columns);
        for effect in &self.case.effects {
            sheet.push(vec![
                effect.on.into(),
                effect.what.as_str().into(),
                Cell::Decimal(effect.amount.to_string()),
                effect.measure.as_str().into(),
            ]);
        }
        sheet
    }

    fn evidence(&self) -> Sheet {
        let columns = vec![
            self.date_column("on", Label::Date),
            self.text_column("file", Label::File),
            Column::number("bytes", self.word(Label::Bytes)),
            self.text_column("sha256", Label::Content),
        ];
        let mut sheet = self.sheet("evidence", Label::Evidence, columns);
        for file in &self.case.evidence {
            let digits = file.sha256.as_str();
            sheet.push(vec![
                file.on.into(),
                file.file.as_str().into(),
                Cell::Integer(i64::try_from(file.bytes).unwrap_or(i64::MAX)),
                Cell::word(
                    digits.to_owned(),
                    digits.chars().take(12).collect::<String>(),
                ),
            ]);
        }
        sheet
    }

    fn deliveries(&self) -> Sheet {
        let columns = vec![
            self.date_column("on", Label::Date),
            self.text_column("deputy", Label::DeputyAlone),
        ];
        let mut sheet = self.sheet("deliveries", Label::Deliveries, columns);
        for (on, deputy) in &self.case.deliveries {
            sheet.push(vec![(*on).into(), deputy.as_str().into()]);
        }
        sheet
    }

    /// Only where there is more than the unit's own word.
    fn classes(&self) -> Sheet {
        let columns = vec![
            self.date_column("on", Label::Date),
            self.text_column("step", Label::State),
            self.text_column("class", Label::Class),
            self.text_column("by", Label::ReviewedBy),
        ];
        let mut sheet = self.sheet("classes", Label::ClassHistory, columns);
        if self.case.classes.len() < 2 {
            return sheet;
        }
        for step in &self.case.classes {
            sheet.push(vec![
                step.on.into(),
                step.kind.word(self.outlook.lang).into(),
                step.class.as_str().into(),
                Cell::name(step.by.as_ref()),
            ]);
        }
        sheet
    }
}
