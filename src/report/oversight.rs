//! What the supervising side did with a case: urging, notices, checks, looking back, rework, second
//! replies, decisions. One sheet each; a sheet without rows is not shown.
//!
//! Refuses to judge: what is late is said by its dates.

use super::cell::Cell;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::Case;
use crate::domain::terms::Text;
use crate::words::{self, Label, Word};

/// Every sheet, those without rows too.
pub(super) fn sheets(outlook: &Outlook, case: &Case) -> Vec<Sheet> {
    let table = Table { outlook, case };
    vec![
        table.reminders(),
        table.notices(),
        table.inspections(),
        table.look_backs(),
        table.reworks(),
        table.re_replies(),
        table.adjudications(),
    ]
}

struct Table<'a, 'o> {
    outlook: &'o Outlook<'a>,
    case: &'o Case,
}

impl Table<'_, '_> {
    /// A sheet whose first column is the day.
    fn sheet(&self, key: &'static str, label: Label, columns: &[(&'static str, Label)]) -> Sheet {
        let lang = self.outlook.lang;
        let day = Column::date("on", Label::Date.word(lang));
        let more = columns.iter().map(|(key, label)| {
            let is_day = ["due", "answered", "mend_by", "mended", "done"].contains(key);
            match is_day {
                true => Column::date(*key, label.word(lang)),
                false => Column::text(*key, label.word(lang)),
            }
        });
        let columns = std::iter::once(day).chain(more).collect();
        Sheet::new(key, label.word(lang), columns)
    }

    fn text(&self, text: Option<&Text>) -> Cell {
        let texts = self.outlook.book.texts();
        text.map(|text| texts.words(text).to_owned()).into()
    }

    fn reminders(&self) -> Sheet {
        let columns = [("who", Label::Owes), ("mode", Label::Mode)];
        let mut sheet = self.sheet("reminders", Label::Reminded, &columns);
        for reminder in &self.case.reminders {
            let who = reminder.unit.as_ref().or(reminder.deputy.as_ref());
            let mode = reminder.mode.map(|mode| mode.word(self.outlook.lang));
            sheet.push(vec![reminder.on.into(), Cell::name(who), mode.into()]);
        }
        sheet
    }

    fn notices(&self) -> Sheet {
        let columns = [
            ("mode", Label::Mode),
            ("unit", Label::Unit),
            ("people", Label::People),
            ("problem", Label::Problem),
            ("due", Label::Due),
            ("answered", Label::AnsweredOn),
            ("answer", Label::Answer),
        ];
        let mut sheet = self.sheet("notices", Label::SupervisedCases, &columns);
        for notice in &self.case.oversight.notices {
            let answered = notice.answered.as_ref();
            sheet.push(vec![
                notice.on.into(),
                notice.mode.word(self.outlook.lang).into(),
                Cell::name(notice.unit.as_ref()),
                Cell::names(&notice.people),
                self.text(Some(&notice.problem)),
                notice.due.into(),
                answered.map(|(on, _)| *on).into(),
                self.text(answered.map(|(_, note)| note)),
            ]);
        }
        sheet
    }

    fn inspections(&self) -> Sheet {
        let columns = [
            ("check", Label::Check),
            ("inspector", Label::Inspector),
            ("finding", Label::Finding),
            ("mend_by", Label::MendBy),
            ("mended", Label::Mended),
        ];
        let mut sheet = self.sheet("inspections", Label::Checks, &columns);
        for look in &self.case.oversight.inspections {
            let in_order = Cell::word("in_order", Label::InOrder.word(self.outlook.lang));
            let finding = match &look.finding {
                Some(finding) => self.text(Some(finding)),
                None => in_order,
            };
            sheet.push(vec![
                look.on.into(),
                look.check.as_str().into(),
                Cell::name(look.inspector.as_ref()),
                finding,
                look.mend_by.into(),
                look.mended.into(),
            ]);
        }
        sheet
    }

    fn look_backs(&self) -> Sheet {
        let columns = [
            ("good", Label::Good),
            ("people", Label::People),
            ("note", Label::Detail),
        ];
        let mut sheet = self.sheet("look_backs", Label::LookBacks, &columns);
        for look in &self.case.oversight.look_backs {
            let label = if look.good { Label::Yes } else { Label::No };
            let good = Cell::Flag {
                is_set: look.good,
                label: label.word(self.outlook.lang).to_owned(),
            };
            let note = self.text(look.note.as_ref());
            sheet.push(vec![look.on.into(), good, Cell::names(&look.people), note]);
        }
        sheet
    }

    fn reworks(&self) -> Sheet {
        let columns = [
            ("what", Label::What),
            ("due", Label::Due),
            ("done", Label::Done),
        ];
        let mut sheet = self.sheet("reworks", Label::ReworkedCases, &columns);
        for rework in &self.case.oversight.reworks {
            sheet.push(vec![
                rework.on.into(),
                self.text(Some(&rework.what)),
                rework.due.into(),
                rework.done.into(),
            ]);
        }
        sheet
    }

    fn re_replies(&self) -> Sheet {
        let columns = [
            ("unit", Label::Unit),
            ("doc_no", Label::DocNo),
            ("signer", Label::Signer),
            ("within", Label::Within),
            ("publication", Label::Publication),
            ("text", Label::Detail),
        ];
        let mut sheet = self.sheet("re_replies", Label::ReReplies, &columns);
        for reply in &self.case.oversight.re_replies {
            let within = reply.within;
            let within = within.map(|id| words::case_label(self.outlook.book, id));
            sheet.push(vec![
                reply.on.into(),
                Cell::name(reply.unit.as_ref()),
                Cell::name(reply.doc_no.as_ref()),
                Cell::name(reply.signer.as_ref()),
                within.into(),
                reply.publication.map(|p| p.word(self.outlook.lang)).into(),
                self.text(reply.text.as_ref()),
            ]);
        }
        sheet
    }

    fn adjudications(&self) -> Sheet {
        let columns = [("by", Label::ReviewedBy), ("opinion", Label::Detail)];
        let mut sheet = self.sheet("adjudications", Label::AdjudicatedCases, &columns);
        for decision in &self.case.oversight.adjudications {
            let opinion = self.text(Some(&decision.opinion));
            sheet.push(vec![
                decision.on.into(),
                Cell::name(decision.by.as_ref()),
                opinion,
            ]);
        }
        sheet
    }
}
