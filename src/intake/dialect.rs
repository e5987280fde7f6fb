//! Answers of other offices that are words of ours only under their own header: `是否会上`: `是` is
//! 会议期间, `是否同意办理结果`: `同意` is 满意. What a person maps for one file goes the same way.
//!
//! Refuses: to translate under any other header, and without telling. An answer that says nothing
//! of ours becomes a remark under the header that asked.

use std::collections::{BTreeMap, BTreeSet};

use super::header::{Header, HeaderError, set_beside};
use super::mapping::Mapping;
use super::naming::normal;
use super::table::Remark;
use crate::words::{LedgerColumn as Column, parse_yes};

/// Header of theirs → their answers, each with the word of ours; nothing where there is none. 是 and 否
/// stand for every word that says so.
const ANSWERS: &[(&str, &[(&str, &str)])] = &[
    ("是否会上", &[("是", "会议期间"), ("否", "闭会期间")]),
    (
        "走访情况",
        &[
            ("是", "走访"),
            ("已走访", "走访"),
            ("否", ""),
            ("未走访", ""),
        ],
    ),
    ("协商形式", &[("未协商", "")]),
    (
        "是否同意办理结果",
        &[
            ("同意", "满意"),
            ("基本同意", "基本满意"),
            ("不同意", "不满意"),
        ],
    ),
];

/// An answer of theirs.
struct Answer<'a> {
    column: Column,
    /// The header that asks, as it is written where the answer is none of our words.
    asks: &'a str,
    theirs: &'a str,
    ours: &'a str,
    /// Whether it is ours to tell: a person who mapped it knows.
    is_told: bool,
}

impl Answer<'_> {
    fn is(&self, cell: &str) -> bool {
        let same = |yes: bool| self.is_told && parse_yes(self.theirs) == Some(yes);
        cell == self.theirs || parse_yes(cell).is_some_and(same)
    }
}

/// The answers of a file, and those that were met.
pub(super) struct Dialect<'a> {
    answers: Vec<Answer<'a>>,
    met: BTreeSet<usize>,
}

impl<'a> Dialect<'a> {
    /// What a person says of a file goes before what is known of its headers.
    pub(super) fn of(
        header: &'a Header<Column>,
        mapping: &'a Mapping,
    ) -> Result<Self, HeaderError> {
        let said = mapping.values::<Column>()?.into_iter();
        let said = said.map(|(column, theirs, ours)| Answer {
            column,
            asks: column.header(),
            theirs,
            ours,
            is_told: false,
        });
        let known = header.read_as.iter().flat_map(|(asks, column)| {
            let of_header = ANSWERS.iter().filter(|(word, _)| *word == normal(asks));
            let answers = of_header.flat_map(|(_, answers)| answers.iter());
            answers.map(move |(theirs, ours)| Answer {
                column: *column,
                asks,
                theirs,
                ours,
                is_told: true,
            })
        });
        Ok(Self {
            answers: said.chain(known).collect(),
            met: BTreeSet::new(),
        })
    }

    /// Puts our words for theirs.
    pub(super) fn translate(&mut self, cells: &mut BTreeMap<Column, String>) {
        let mut done = BTreeSet::new();
        for (place, answer) in self.answers.iter().enumerate() {
            let cell = cells.get(&answer.column);
            let Some(said) = cell.filter(|cell| answer.is(cell)).cloned() else {
                continue;
            };
            if !done.insert(answer.column) {
                continue;
            }
            self.met.insert(place);
            if answer.ours.is_empty() {
                cells.remove(&answer.column);
                let remarks = cells.entry(Column::Remarks).or_default();
                set_beside(remarks, answer.asks, &said);
            } else {
                cells.insert(answer.column, answer.ours.to_owned());
            }
        }
    }

    /// What a person should know of it.
    pub(super) fn told(&self) -> Option<Remark> {
        let met = self.met.iter().map(|place| &self.answers[*place]);
        let told = met.filter(|answer| answer.is_told).map(|answer| {
            let (asks, theirs) = (answer.asks, answer.theirs);
            let ours = match answer.ours {
                "" => Column::Remarks.header(),
                ours => ours,
            };
            format!("{asks}:{theirs} → {ours}")
        });
        let told: Vec<String> = told.collect();
        (!told.is_empty()).then_some(Remark::Answers(told))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{parse_mode, parse_period};

    #[test]
    fn every_answer_is_a_word_of_ours_under_a_header_that_we_know() {
        for (asks, answers) in ANSWERS {
            let column = super::super::naming::known::<Column>(asks);
            for (theirs, ours) in *answers {
                let is_ours = ours.is_empty()
                    || match column {
                        Some(Column::Period) => parse_period(ours).is_some(),
                        Some(Column::ConsultMode) => parse_mode(ours).is_some(),
                        Some(Column::Result) => ours.ends_with("满意"),
                        _ => false,
                    };
                assert!(is_ours, "{asks}: {theirs} → {ours} of {column:?}");
            }
        }
    }
}
