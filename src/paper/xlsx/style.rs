//! Formats of cells, each made once: Excel keeps a list of them.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::report::Tone;
use crate::words::Lang;

/// More number formats than these would come near to what Excel can keep.
const PATTERNS_MOST: usize = 60;

/// How a cell looks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Look {
    /// Excel's code: `@`, `0.0%`, `yyyy-mm-dd`.
    pub(super) pattern: String,
    pub(super) tone: Tone,
    pub(super) wrap: bool,
    pub(super) centred: bool,
}

/// The formats of one workbook.
pub(super) struct Styles {
    base: Format,
    made: BTreeMap<Look, Format>,
    patterns: Vec<String>,
    boxed: bool,
}

impl Styles {
    pub(super) fn new(lang: Lang) -> Self {
        let font = match lang {
            Lang::Zh => "宋体",
            Lang::En => "Calibri",
        };
        Self {
            base: Format::new().set_font_name(font).set_font_size(11),
            made: BTreeMap::new(),
            patterns: Vec::new(),
            boxed: false,
        }
    }

    /// Whether the cells of the next sheet have borders.
    pub(super) fn boxed(&mut self, boxed: bool) {
        self.boxed = boxed;
        self.made.clear();
    }

    /// Whether they have.
    pub(super) fn are_boxed(&self) -> bool {
        self.boxed
    }

    /// The format of the whole workbook, to begin others from.
    pub(super) fn base(&self) -> Format {
        self.base.clone()
    }

    /// The header of a table.
    pub(super) fn header(&self) -> Format {
        self.base()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0xDD_E6_F0))
            .set_border_bottom(FormatBorder::Thin)
    }

    /// A remark below a table.
    pub(super) fn note(&self) -> Format {
        self.base().set_italic()
    }

    /// What the cells of a column are that nobody has filled yet.
    pub(super) fn of_column(&self, pattern: &str) -> Format {
        self.base()
            .set_align(FormatAlign::Top)
            .set_num_format(pattern)
    }

    /// The format of a look.
    pub(super) fn of(&mut self, look: Look) -> &Format {
        let base = match self.boxed {
            true => self.base.clone().set_border(FormatBorder::Hair),
            false => self.base.clone(),
        };
        self.made.entry(look).or_insert_with_key(|look| {
            let format = base
                .set_align(FormatAlign::Top)
                .set_num_format(&look.pattern);
            let format = match look.wrap {
                true => format.set_text_wrap(),
                false => format,
            };
            let format = match look.centred {
                true => format.set_align(FormatAlign::Center),
                false => format,
            };
            // The three pairs that Excel itself offers for good, neutral and bad.
            let colours = match look.tone {
                Tone::Plain => return format,
                Tone::Good => (0x00_61_00, 0xC6_EF_CE),
                Tone::Warning => (0x7F_60_00, 0xFF_EB_9C),
                Tone::Bad => (0x9C_00_06, 0xFF_C7_CE),
            };
            format
                .set_font_color(Color::RGB(colours.0))
                .set_background_color(Color::RGB(colours.1))
        })
    }

    /// The code of a number that people read in words (`逾期10天`), so that it shows the words and
    /// sorts as a number; the plain number where the words do not contain it.
    pub(super) fn worded(&mut self, value: i64, label: &str) -> String {
        let digits = value.unsigned_abs().to_string();
        let mut parts = label.split(&digits);
        let (Some(before), Some(after), None) = (parts.next(), parts.next(), parts.next()) else {
            return "0".to_owned();
        };
        let quoted = |words: &str| format!("\"{}\"", words.replace('"', "”"));
        if [before, after]
            .concat()
            .contains(|c: char| c.is_ascii_digit())
        {
            return "0".to_owned();
        }
        let one = format!("{}0{}", quoted(before), quoted(after));
        let code = match value < 0 {
            true => format!("0;{one}"),
            false => one,
        };
        let is_known = self.patterns.contains(&code);
        if !is_known && self.patterns.len() == PATTERNS_MOST {
            return "0".to_owned();
        }
        if !is_known {
            self.patterns.push(code.clone());
        }
        code
    }
}
