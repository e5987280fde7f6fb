//! Cases of several sessions in one list or report: the number that the office prints begins again
//! with every session, so each carries its session there; and the heading says which are covered.
//!
//! Refuses: to decide when that is so; `words::are_of_several_sessions` does.

use std::collections::BTreeSet;

use super::cell::Cell;
use super::outlook::Outlook;
use super::section::{Row, Section};
use super::sheet::Sheet;
use crate::domain::book::Case;
use crate::domain::terms::{Level, SessionKey};
use crate::words::{self, Lang};

/// The column in which lists have the number.
const NUMBER: &str = "number";

/// Names the cases of lists.
pub(super) fn name_in_sheets(sheets: &mut [Sheet]) {
    let numbers = sheets.iter().flat_map(|sheet| {
        let place = sheet.place_of(NUMBER).into_iter();
        place.flat_map(|place| sheet.cells(place))
    });
    let keys = numbers.filter_map(|cell| {
        let Cell::Word { key, .. } = cell else {
            return None;
        };
        Some(key.as_ref())
    });
    if !words::are_of_several_sessions(keys) {
        return;
    }
    for sheet in sheets {
        let Some(place) = sheet.place_of(NUMBER) else {
            continue;
        };
        for cell in sheet.cells_mut(place) {
            if let Cell::Word { key, label, .. } = cell {
                label.clone_from(key);
            }
        }
    }
}

/// Names the cases that stand one a row among figures.
pub(super) fn name_in_sections(sections: &mut [Section]) {
    let rows = sections.iter().flat_map(|section| &section.rows);
    let numbers = rows.filter(|row| is_case(row)).map(number);
    if !words::are_of_several_sessions(numbers) {
        return;
    }
    let rows = sections.iter_mut().flat_map(|section| &mut section.rows);
    for row in rows.filter(|row| is_case(row)) {
        row.label = number(row).to_owned();
    }
}

/// A row of one case begins with its title.
fn is_case(row: &Row) -> bool {
    let titled = row.cells.first().is_some_and(|(key, _)| key == "title");
    titled && row.cases.len() == 1
}

/// The number for scripts, without the place of what a case has several of.
fn number(row: &Row) -> &str {
    row.key.split('.').next().unwrap_or_default()
}

/// The sessions that a report covers, while its cases are counted.
pub(super) struct Covered {
    lang: Lang,
    level: Level,
    found: BTreeSet<SessionKey>,
}

impl Covered {
    pub(super) fn new(outlook: &Outlook) -> Self {
        Self {
            lang: outlook.lang,
            level: outlook.book.office().level(),
            found: BTreeSet::new(),
        }
    }

    /// One more case; another level's sessions are none of ours.
    pub(super) fn take(&mut self, case: &Case) {
        if case.level == self.level {
            self.found.insert(case.session);
        }
    }

    /// In words, where they are several.
    pub(super) fn told(self) -> Option<String> {
        let sessions: Vec<SessionKey> = self.found.into_iter().collect();
        (sessions.len() > 1).then(|| words::sessions(self.lang, &sessions))
    }
}
