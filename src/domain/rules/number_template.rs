//! How an official number is printed: `第{seq}号`, `第{seq:04}号`, `闭会第{seq}号`.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::error::RulesError;
use crate::domain::terms::{Number, to_chinese_numeral};

/// A template with placeholders `{seq}`, `{seq:03}`, `{term}`, `{session}`, `{year}`; terms and
/// sessions in Chinese numerals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NumberTemplate {
    written: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Seq(usize),
    Term,
    Session,
    Year,
}

impl NumberTemplate {
    /// Reads a template.
    ///
    /// # Errors
    /// [`RulesError::BadTemplate`]: an unknown placeholder, a brace left open, or no `{seq}`.
    pub fn parse(written: &str) -> Result<Self, RulesError> {
        let bad = || RulesError::BadTemplate(written.to_owned());
        let mut parts = Vec::new();
        let mut rest = written;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, tail) = after.split_once('}').ok_or_else(bad)?;
            if !before.is_empty() {
                parts.push(Part::Text(before.to_owned()));
            }
            parts.push(match name {
                "seq" => Part::Seq(0),
                "term" => Part::Term,
                "session" => Part::Session,
                "year" => Part::Year,
                padded => {
                    let width = padded.strip_prefix("seq:0").and_then(|w| w.parse().ok());
                    Part::Seq(width.filter(|w| (1..=6).contains(w)).ok_or_else(bad)?)
                }
            });
            rest = tail;
        }
        if rest.contains('}') || !parts.iter().any(|p| matches!(p, Part::Seq(_))) {
            return Err(bad());
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        Ok(Self {
            written: written.to_owned(),
            parts,
        })
    }

    /// The number as it is printed; `year` is the year of its session.
    pub fn render(&self, number: &Number, year: i32) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Seq(width) => format!("{:0width$}", number.seq),
            Part::Term => to_chinese_numeral(u32::from(number.series.term)),
            Part::Session => to_chinese_numeral(u32::from(number.series.session)),
            Part::Year => year.to_string(),
        };
        self.parts.iter().map(part).collect()
    }
}

impl TryFrom<String> for NumberTemplate {
    type Error = RulesError;

    fn try_from(written: String) -> Result<Self, RulesError> {
        Self::parse(&written)
    }
}

impl From<NumberTemplate> for String {
    fn from(template: NumberTemplate) -> Self {
        template.written
    }
}

impl fmt::Display for NumberTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}
