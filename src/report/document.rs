//! What a reading command yields: one value, from which every format is derived.
//!
//! Refuses: a clock, a terminal's width, the user's login. The same document gives the same bytes
//! for ever.

use std::collections::BTreeSet;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::block::{self, Block};
use super::figures::Figures;
use super::outlook::LAYOUT;
use super::scope::Unclear;
use super::section::Headings;
use super::sessions;
use super::sheet::Sheet;
use crate::domain::terms::Date;
use crate::words::{Label, Lang, Word};

/// A list, a report, a case whole: everything that is printed of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What scripts call it: `report.summary`, `list`.
    pub kind: &'static str,
    /// What a person reads above it.
    pub title: String,
    /// What it was made from.
    pub basis: Basis,
    /// What `json` prints; the other formats are written from the sheets.
    pub data: Data,
    /// The text: what is read instead of the grids, on every paper where the document is one
    /// ([`Document::is_text`]), else on those that are read from top to bottom. Empty for a list or
    /// a table.
    pub prose: Vec<Block>,
    /// The grids, the main one first.
    pub sheets: Vec<Sheet>,
    /// Lines at the foot, in words: both times, the rules, the fingerprint.
    pub foot: Vec<String>,
    /// So many rows of a list a screen shows; all where none is said.
    pub rows_on_screen: Option<usize>,
}

/// What a document was made from; with the same basis it can be made again, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// What had happened by this day.
    pub as_of: Date,
    /// What had been recorded by this entry; 0 where no journal was asked.
    pub known: u64,
    /// The rule set in force.
    pub rules: String,
    /// The hash of the journal at that entry; empty where no journal was asked.
    pub fingerprint: String,
    /// The version of the document's layout.
    pub layout: u32,
}

impl Basis {
    /// Where no journal was asked.
    pub fn without_journal(as_of: Date) -> Self {
        Self {
            as_of,
            known: 0,
            rules: String::new(),
            fingerprint: String::new(),
            layout: LAYOUT,
        }
    }
}

/// What `json` prints under `data`.
#[derive(Debug, Clone, PartialEq)]
pub enum Data {
    /// The rows of the sheets as objects: an array for one sheet, one array a sheet key for several.
    Rows,
    /// Counted sections.
    Figures(Figures),
    /// The blocks of the text.
    Prose,
    /// Anything with a shape of its own.
    Value(serde_json::Value),
}

impl Document {
    /// A document whose `json` is the rows of its sheets, as of a list or a log.
    pub fn of_rows(
        kind: &'static str,
        title: impl Into<String>,
        basis: Basis,
        mut sheets: Vec<Sheet>,
    ) -> Self {
        sessions::name_in_sheets(&mut sheets);
        Self {
            kind,
            title: title.into(),
            basis,
            data: Data::Rows,
            prose: Vec::new(),
            sheets,
            foot: Vec::new(),
            rows_on_screen: None,
        }
    }

    /// The same, of whose lists a screen shows so many rows; the rest is counted.
    #[must_use]
    pub fn with_rows_on_screen(mut self, rows: usize) -> Self {
        self.rows_on_screen = Some(rows);
        self
    }

    /// A document of counted sections, as of every report with figures.
    pub fn of_figures(
        kind: &'static str,
        title: impl Into<String>,
        basis: Basis,
        mut figures: Figures,
        headings: &Headings,
    ) -> Self {
        let keys = figures.sections.iter().map(|section| &section.key);
        debug_assert_eq!(
            keys.clone().collect::<BTreeSet<_>>().len(),
            keys.count(),
            "sections of `{kind}` are told apart by their keys"
        );
        sessions::name_in_sections(&mut figures.sections);
        let sheets = figures.sheets(headings);
        Self {
            data: Data::Figures(figures),
            ..Self::of_rows(kind, title, basis, sheets)
        }
    }

    /// A document that is a text: a letter, a notice, a report in prose. Its blocks are its data;
    /// papers that know grids only get the blocks as rows, then the tables among them.
    pub fn of_prose(
        kind: &'static str,
        title: impl Into<String>,
        basis: Basis,
        prose: Vec<Block>,
        lang: Lang,
    ) -> Self {
        let titles = [Label::Text, Label::What, Label::Detail].map(|label| label.word(lang));
        let sheets = block::sheets(&prose, titles, lang);
        Self {
            data: Data::Prose,
            prose,
            ..Self::of_rows(kind, title, basis, sheets)
        }
    }

    /// The same figures with a text for the papers that are read from top to bottom.
    #[must_use]
    pub fn with_text(mut self, prose: Vec<Block>) -> Self {
        self.prose = prose;
        self
    }

    /// Whether it is a text and nothing else: a letter, a report to the congress.
    pub fn is_text(&self) -> bool {
        self.data == Data::Prose
    }

    /// The lines that stand at the foot of a page. A text is handed to deputies as it is: how to
    /// print it again is told beside it, where programs look.
    pub fn foot_of_page(&self) -> &[String] {
        match self.is_text() {
            true => &[],
            false => &self.foot,
        }
    }

    /// The lines that a text keeps beside its pages, as one.
    pub fn foot_beside(&self) -> Option<String> {
        (self.is_text() && !self.foot.is_empty()).then(|| self.foot.join("; "))
    }

    /// The same document with `data` of a shape of its own.
    #[must_use]
    pub fn with_value(mut self, value: serde_json::Value) -> Self {
        self.data = Data::Value(value);
        self
    }

    /// The same document with lines at its foot.
    #[must_use]
    pub fn with_foot(mut self, foot: Vec<String>) -> Self {
        self.foot = foot;
        self
    }

    /// The same for other papers than `json`, which are written from the sheets and the text: what
    /// only that one prints takes no more room.
    #[must_use]
    pub fn for_other_papers(mut self) -> Self {
        match self.data {
            Data::Figures(_) | Data::Value(_) => self.data = Data::Rows,
            Data::Rows | Data::Prose => {}
        }
        self
    }

    /// One section of it alone, with the same basis and foot.
    ///
    /// # Errors
    /// There is no such section; all there are.
    pub fn only_section(mut self, key: &str) -> Result<Self, Unclear> {
        let keys: Vec<String> = self.sheets.iter().map(|s| s.key.to_string()).collect();
        if !keys.iter().any(|known| known == key) {
            return Err(Unclear::new("--section", key, keys));
        }
        self.sheets.retain(|sheet| sheet.key == key);
        if !self.is_text() {
            self.prose.clear();
        }
        if let Data::Figures(figures) = &mut self.data {
            figures.sections.retain(|section| section.key == key);
        }
        Ok(self)
    }

    /// Whether it is a report, whose bytes must be the same for ever: no width and no colour of a
    /// terminal may enter it.
    pub fn is_report(&self) -> bool {
        self.kind.starts_with("report.")
    }

    /// The only sheet, if there is exactly one: such a document is printed without titles.
    pub fn only_sheet(&self) -> Option<&Sheet> {
        match self.sheets.as_slice() {
            [sheet] => Some(sheet),
            _ => None,
        }
    }
}

/// The envelope of every `json` answer.
impl Serialize for Document {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        /// Grows when a field goes or changes its meaning; a new field is no new version.
        const SCHEMA_VERSION: u32 = 1;
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("schema_version", &SCHEMA_VERSION)?;
        map.serialize_entry("kind", self.kind)?;
        map.serialize_entry("as_of", &self.basis.as_of)?;
        map.serialize_entry("known", &self.basis.known)?;
        map.serialize_entry("rules", &self.basis.rules)?;
        map.serialize_entry("fingerprint", &self.basis.fingerprint)?;
        match (&self.data, self.only_sheet()) {
            (Data::Figures(figures), _) => map.serialize_entry("data", figures)?,
            (Data::Prose, _) => map.serialize_entry("data", &self.prose)?,
            (Data::Value(value), _) => map.serialize_entry("data", value)?,
            (Data::Rows, Some(sheet)) => map.serialize_entry("data", &Records(sheet))?,
            (Data::Rows, None) => map.serialize_entry("data", &RecordsByKey(&self.sheets))?,
        }
        map.end()
    }
}

/// The rows of a sheet as an array of objects.
struct Records<'a>(&'a Sheet);

impl Serialize for Records<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let records = self.0.records();
        let mut seq = to.serialize_seq(Some(records.len()))?;
        for record in records {
            seq.serialize_element(&record)?;
        }
        seq.end()
    }
}

/// Several sheets as an object, one array each, in the order of printing.
struct RecordsByKey<'a>(&'a [Sheet]);

impl Serialize for RecordsByKey<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|sheet| (&sheet.key, Records(sheet))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::terms::CaseId;
    use crate::report::{Column, Denominator, Row, Scope, Section};

    fn basis() -> Basis {
        Basis {
            as_of: "2024-12-31".parse().expect("a date"),
            known: 812,
            rules: "chongqing-2017".to_owned(),
            fingerprint: "9f2c".to_owned(),
            layout: 1,
        }
    }

    fn check(document: &Document, tail: &str) {
        let head = format!(
            r#"{{"schema_version":1,"kind":"{}","as_of":"2024-12-31","known":812,"rules":"chongqing-2017","fingerprint":"9f2c","data":"#,
            document.kind
        );
        let json = serde_json::to_string(document).expect("a document is always JSON");
        assert_eq!(json, head + tail + "}");
    }

    fn sheet(key: &'static str, title: &str) -> Sheet {
        let mut sheet = Sheet::new(key, "建议", vec![Column::text("title", "标题")]);
        sheet.push(vec![title.into()]);
        sheet
    }

    #[test]
    fn a_report_has_exactly_this_shape() {
        let cases = (1..41).map(CaseId).collect();
        let class = Section {
            key: "class".into(),
            label: "办理结果".to_owned(),
            denominator: Some(Denominator {
                label: "已答复".to_owned(),
                value: 69,
            }),
            headings: Vec::new(),
            rows: vec![Row::of_cases("A", "A类", cases).with_share(Some("58".to_owned()))],
        };
        let scope = Scope {
            label: "全部建议".to_owned(),
            total: 69,
            tracked: 86,
            units_count: 20,
            sessions: None,
        };
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
        let sections = vec![class];
        let figures = Figures {
            month: None,
            scope,
            sections,
        };
        let report =
            Document::of_figures("report.summary", "综合统计", basis(), figures, &headings);
        check(
            &report,
            r#"{"scope":{"label":"全部建议","total":69,"tracked":86,"units_count":20},"sections":[{"key":"class","label":"办理结果","denominator":{"label":"已答复","value":69},"rows":[{"key":"A","label":"A类","count":40,"percent":"58"}]}]}"#,
        );
        assert_eq!(report.sheets.len(), 1);
    }

    #[test]
    fn a_list_is_told_once() {
        let one = vec![sheet("cases", "修桥")];
        let list = Document::of_rows("list", "建议列表", basis(), one);
        check(&list, r#"[{"title":"修桥"}]"#);

        let two = vec![sheet("warnings", "修桥"), sheet("cases", "修路")];
        let due = Document::of_rows("due", "待办", basis(), two);
        check(
            &due,
            r#"{"warnings":[{"title":"修桥"}],"cases":[{"title":"修路"}]}"#,
        );

        check(&due.with_value(serde_json::json!([7])), "[7]");
    }
}
