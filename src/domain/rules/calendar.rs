//! Which days are workdays: the State Council's holidays and make-up workdays, year by year.
//!
//! A year without a table is counted Monday to Friday, and every explanation that touches it says
//! so. Nothing is computed and nothing is fetched.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

use super::error::CalendarError;
use crate::domain::terms::{Date, Name};

/// The holidays and make-up workdays of one year, as published in the notice of the State
/// Council's general office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WrittenYear", rename_all = "camelCase")]
pub struct YearTable {
    /// The year.
    pub year: i32,
    /// Where the table was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The days that are not what their weekday says, in order.
    pub days: Vec<SpecialDay>,
}

/// A day that is not what its weekday says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SpecialDay {
    /// The holiday it belongs to (春节).
    pub name: Name,
    /// The day.
    pub date: Date,
    /// Free, or worked to make up.
    pub is_off_day: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenYear {
    year: i32,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    #[expect(dead_code, reason = "present in published files, of no use here")]
    papers: Vec<String>,
    days: Vec<SpecialDay>,
}

impl TryFrom<WrittenYear> for YearTable {
    type Error = CalendarError;

    fn try_from(written: WrittenYear) -> Result<Self, CalendarError> {
        let mut days = written.days;
        days.sort_by_key(|day| day.date);
        let mut seen = BTreeSet::new();
        for day in &days {
            if day.date.year() != written.year || !seen.insert(day.date) {
                let (year, day) = (written.year, day.date);
                return Err(CalendarError::BadDay { year, day });
            }
        }
        if days.is_empty() {
            return Err(CalendarError::NoDays(written.year));
        }
        Ok(Self {
            year: written.year,
            source: written.source,
            days,
        })
    }
}

impl YearTable {
    /// Reads a table that is to be adopted, in the shape
    /// `{"year":2026,"source":"…","days":[{"name","date","isOffDay"}]}`.
    ///
    /// # Errors
    /// Not JSON of that shape, a day of another year, a day twice, no days at all, no source.
    pub fn parse(document: &str) -> Result<Self, CalendarError> {
        let written: WrittenYear = serde_json::from_str(document.trim_start_matches('\u{feff}'))
            .map_err(|e| CalendarError::Unreadable(e.to_string()))?;
        let table = Self::try_from(written)?;
        match &table.source {
            Some(source) if !source.trim().is_empty() => Ok(table),
            _ => Err(CalendarError::NoSource(table.year)),
        }
    }
}

/// What kind of day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind<'a> {
    /// An ordinary workday.
    Workday,
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday, by name.
    Holiday(&'a Name),
    /// A Saturday or Sunday worked for a holiday (调休上班), by name.
    MakeUp(&'a Name),
}

impl DayKind<'_> {
    /// Whether offices work.
    pub fn is_worked(self) -> bool {
        match self {
            Self::Workday | Self::MakeUp(_) => true,
            Self::Weekend | Self::Holiday(_) => false,
        }
    }
}

/// The adopted tables of all years.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    years: BTreeMap<i32, YearTable>,
    days: BTreeMap<Date, (bool, Name)>,
}

impl Calendar {
    /// Takes a year's table; one adopted before for the same year is replaced.
    pub fn adopt(&mut self, table: YearTable) {
        if let Some(old) = self.years.remove(&table.year) {
            for day in old.days {
                self.days.remove(&day.date);
            }
        }
        for day in &table.days {
            self.days
                .insert(day.date, (day.is_off_day, day.name.clone()));
        }
        self.years.insert(table.year, table);
    }

    /// The adopted tables, oldest year first.
    pub fn years(&self) -> impl Iterator<Item = &YearTable> {
        self.years.values()
    }

    /// Whether the year of a day has a table.
    pub fn covers(&self, day: Date) -> bool {
        self.years.contains_key(&day.year())
    }

    /// What kind of day it is.
    pub fn day(&self, day: Date) -> DayKind<'_> {
        match (self.days.get(&day), day.weekday()) {
            (Some((true, name)), _) => DayKind::Holiday(name),
            (Some((false, name)), _) => DayKind::MakeUp(name),
            (None, Weekday::Sat | Weekday::Sun) => DayKind::Weekend,
            (None, _) => DayKind::Workday,
        }
    }
}
