//! The figures of a report: what was counted, of how many, and which cases stand behind each.
//!
//! Serialised it is the `data` of every counted report. Any figure can be found again by its name,
//! `SECTION.KEY`, as `--explain` does.
//!
//! Refuses: to count. Reports count; here stands only the shape they all yield.

use serde::Serialize;
use thiserror::Error;

use super::section::{Headings, Row, Section};
use super::sheet::Sheet;
use crate::domain::terms::CaseId;

/// Everything that a report counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// The month they are of, `2024-05`; absent from reports that are of no month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<String>,
    /// What was counted.
    pub scope: Scope,
    /// The counted tables, in the order of printing.
    pub sections: Vec<Section>,
}

/// What a report counts, printed so that nobody has to guess the denominator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scope {
    /// In words.
    pub label: String,
    /// Cases in scope.
    pub total: usize,
    /// Cases that count and are of the same year and session, with those outside the scope.
    pub tracked: usize,
    /// Units that owe or owed the reply to a case in scope.
    pub units_count: usize,
    /// The sessions that they are of, where they are of several; the label says it too.
    #[serde(skip)]
    pub sessions: Option<String>,
}

/// A name that no figure of the report has.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no figure `{name}`")]
pub struct NoSuchFigure {
    /// What was asked for.
    pub name: String,
    /// The names nearest to it, nearest first; none if nothing is near.
    pub nearest: Vec<String>,
}

/// What stands behind a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explained<'a> {
    /// What a person reads of its row.
    pub label: &'a str,
    /// The cases that were counted.
    pub cases: &'a [CaseId],
}

impl Figures {
    /// The cases behind a name such as `class.A`, `unit.农业服务中心.late`,
    /// `rates.reply_rate.denominator`.
    ///
    /// # Errors
    /// [`NoSuchFigure`] with the nearest names.
    pub fn explain(&self, name: &str) -> Result<Explained<'_>, NoSuchFigure> {
        self.named()
            .find(|(known, _)| known == name)
            .map(|(_, explained)| explained)
            .ok_or_else(|| NoSuchFigure {
                name: name.to_owned(),
                nearest: self.nearest(name),
            })
    }

    /// The names of all figures, in the order of printing.
    pub fn names(&self) -> impl Iterator<Item = String> {
        self.named().map(|(name, _)| name)
    }

    /// The rows without their parts, each with its name.
    pub(super) fn rows_named(&self) -> impl Iterator<Item = (String, Explained<'_>)> {
        self.rows().map(|(section, row)| {
            let (label, cases) = (row.label.as_str(), &row.cases);
            let name = format!("{}.{}", section.key, row.key);
            (name, Explained { label, cases })
        })
    }

    /// A row stands for its own figure; its parts follow it.
    fn named(&self) -> impl Iterator<Item = (String, Explained<'_>)> {
        self.rows().flat_map(|(section, row)| {
            let name = format!("{}.{}", section.key, row.key);
            let label = row.label.as_str();
            let parts = row
                .parts
                .iter()
                .map(move |(part, cases)| (Some(part), cases));
            std::iter::once((None, &row.cases))
                .chain(parts)
                .map(move |(part, cases)| {
                    let name = match part {
                        None => name.clone(),
                        Some(part) => format!("{name}.{part}"),
                    };
                    (name, Explained { label, cases })
                })
        })
    }

    /// Each section as a grid.
    pub fn sheets(&self, headings: &Headings) -> Vec<Sheet> {
        self.sections
            .iter()
            .map(|section| section.sheet(headings))
            .collect()
    }

    fn rows(&self) -> impl Iterator<Item = (&Section, &Row)> {
        self.sections
            .iter()
            .flat_map(|section| section.rows.iter().map(move |row| (section, row)))
    }

    fn nearest(&self, name: &str) -> Vec<String> {
        const MOST: usize = 5;
        let slips_most = (name.chars().count() / 3).max(2);
        let mut near: Vec<(usize, String)> = self
            .names()
            .map(|known| (strsim::osa_distance(name, &known), known))
            .filter(|(slips, _)| *slips <= slips_most)
            .collect();
        near.sort_by_key(|(slips, _)| *slips);
        near.into_iter()
            .take(MOST)
            .map(|(_, known)| known)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Cell, Denominator, Formula, Heading, Kind, Measure};

    fn ids(numbers: std::ops::Range<u32>) -> Vec<CaseId> {
        numbers.map(CaseId).collect()
    }

    fn figures() -> Figures {
        let class = Section {
            key: "class".into(),
            label: "办理结果".to_owned(),
            denominator: Some(Denominator {
                label: "已答复建议".to_owned(),
                value: 69,
            }),
            headings: Vec::new(),
            rows: vec![
                Row::of_cases("A", "A类", ids(1..41)).with_share(Some("58".to_owned())),
                Row::of_cases("B", "B类", ids(41..70)).with_share(Some("42".to_owned())),
            ],
        };
        let rate = Measure::Rate {
            formula: Formula {
                key: "kept/due".into(),
                label: "已兑现 / 已到期的承诺".to_owned(),
            },
            numerator: 0,
            denominator: 0,
            percent: None,
        };
        let rates = Section {
            key: "rates".into(),
            label: "各项比率".to_owned(),
            denominator: None,
            headings: Vec::new(),
            rows: vec![Row::new("promise_rate", "承诺落实率", rate).with_cases(ids(1..1))],
        };
        let opening = Heading {
            key: "opening".into(),
            label: "期初".to_owned(),
            kind: Kind::Number,
        };
        let unit = Section {
            key: "unit".into(),
            label: "承办单位".to_owned(),
            denominator: None,
            headings: vec![opening],
            rows: vec![
                Row::new("v1.城建办", "城建办", Measure::Integers).with_integer("opening", 12),
                Row::of_cases("农业办", "农业办", ids(1..3)).with_counted("late", ids(2..3)),
            ],
        };
        Figures {
            month: None,
            scope: Scope {
                label: "全部建议".to_owned(),
                total: 69,
                tracked: 86,
                units_count: 20,
                sessions: None,
            },
            sections: vec![class, rates, unit],
        }
    }

    #[test]
    fn every_row_as_scripts_see_it() {
        let rows = figures()
            .sections
            .into_iter()
            .flat_map(|section| section.rows);
        let lines: Vec<String> = rows
            .map(|row| serde_json::to_string(&row).expect("a row is always JSON"))
            .collect();
        insta::assert_snapshot!(lines.join("\n"), @r#"
        {"key":"A","label":"A类","count":40,"percent":"58"}
        {"key":"B","label":"B类","count":29,"percent":"42"}
        {"key":"promise_rate","label":"承诺落实率","formula":"已兑现 / 已到期的承诺","numerator":0,"denominator":0,"percent":null}
        {"key":"v1.城建办","label":"城建办","opening":12}
        {"key":"农业办","label":"农业办","count":2,"late":1}
        "#);
    }

    #[test]
    fn a_figure_names_its_cases() {
        let figures = figures();
        let cases = |name| figures.explain(name).expect(name).cases.to_vec();
        assert_eq!(cases("class.A"), ids(1..41));
        assert_eq!(cases("unit.v1.城建办"), []);
        assert_eq!(cases("unit.农业办.late"), ids(2..3));
    }

    #[test]
    fn a_slip_is_answered_with_the_nearest_names() {
        let figures = figures();
        let nearest = |name| figures.explain(name).expect_err(name).nearest;
        assert_eq!(nearest("class.E"), ["class.A", "class.B"]);
        assert_eq!(nearest("rate.promise_rate"), ["rates.promise_rate"]);
        assert_eq!(nearest("unit.农业"), ["unit.农业办"]);
        assert_eq!(nearest("unit.农业办.lat")[0], "unit.农业办.late");
        assert!(nearest("satisfaction.满意").is_empty());
    }

    #[test]
    fn a_section_as_a_grid() {
        let headings = Headings {
            item: "项目",
            count: "件数",
            formula: "口径",
            numerator: "分子",
            denominator: "分母",
            percent: "占比",
            mean: "平均",
            colon: "：",
        };
        let mut lines = Vec::new();
        for sheet in figures().sheets(&headings) {
            let labels = sheet.columns().iter().map(|column| column.label.as_str());
            lines.push(format!(
                "{}: {}",
                sheet.title,
                labels.collect::<Vec<_>>().join("|")
            ));
            for row in sheet.rows() {
                let cells: Vec<_> = row.iter().map(Cell::shown).collect();
                lines.push(cells.join("|"));
            }
            lines.extend(sheet.notes);
        }
        insta::assert_snapshot!(lines.join("\n"), @r"
        办理结果: 项目|件数|占比
        A类|40|58%
        B类|29|42%
        已答复建议：69
        各项比率: 项目|分子|分母|占比|口径
        承诺落实率|0|0||已兑现 / 已到期的承诺
        承办单位: 项目|件数|期初
        城建办||12
        农业办|2|
        ");
    }
}
