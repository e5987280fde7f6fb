//! The page of GB/T 9704—2012: its measures, its sections, the numbers at its foot.
//!
//! All measures are in twips, of which 1,440 make an inch: A4 is 11,906 by 16,838.

use super::xml::{Font, Look, paragraph, quarters, run, spacing};

/// Edges of the text (版心): 天头 37 mm, 订口 28 mm, what is left of 297 by 210 mm for 225 by 156.
pub(super) const TOP: u32 = 2098;
const BOTTOM: u32 = 1984;
const LEFT: u32 = 1588;
const RIGHT: u32 = 1474;
/// The width of the text: 156 mm.
pub(super) const WIDTH: u32 = 8844;
/// The height of the text: 225 mm.
pub(super) const HEIGHT: u32 = 16_838 - TOP - BOTTOM;
/// 22 lines on 225 mm: 28.95 pt.
pub(super) const LINE: u32 = 579;
/// A character of 三号: 16 pt.
pub(super) const CHARACTER: u32 = 320;
/// From the foot of the page to that of its number: 7 mm below the text, less its own height.
const NUMBER: u32 = 1430;
/// The foot of the page of a letter without number: where its lower red line stands, 20 mm.
pub(super) const LETTER_LINE: u32 = 15_704;
/// The red lines of a letter: 170 mm.
pub(super) const LETTER_WIDTH: u32 = 9638;
/// From the top of the page to a letter's head: 30 mm.
pub(super) const LETTER_HEAD: u32 = 1701;

/// A line of a title, which is larger than the body.
pub(super) const TITLE_LINE: u32 = LINE + 60;
/// Between a letter's head and its red line in points, and how thick that is in eighths of one.
pub(super) const HEAD_TO_LINE: u32 = 11;
pub(super) const HEAD_LINE: u32 = 24;
/// Between a letter's red line and its number.
pub(super) const ABOVE_NUMBER: u32 = 140;
/// Two tables with so much between them are two.
pub(super) const GAP: u32 = 200;

/// A page as it is laid in the printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sheet {
    /// A4 upright: every paper and most tables.
    Upright,
    /// A4 across, for a wide table.
    Across,
    /// A3 across, for a ledger.
    Wide,
}

impl Sheet {
    /// What a table of so many columns needs.
    pub(super) fn for_columns(columns: usize) -> Self {
        const UPRIGHT_MOST: usize = 8;
        const ACROSS_MOST: usize = 16;
        match columns {
            few if few <= UPRIGHT_MOST => Self::Upright,
            more if more <= ACROSS_MOST => Self::Across,
            _ => Self::Wide,
        }
    }

    /// The width of the text on it.
    pub(super) fn width(self) -> u32 {
        match self {
            Self::Upright => WIDTH,
            Self::Across => 16_838 - TOP - BOTTOM,
            Self::Wide => 23_811 - TOP - BOTTOM,
        }
    }

    /// The height of the text on it.
    pub(super) fn height(self) -> u32 {
        match self {
            Self::Upright => HEIGHT,
            Self::Across => 11_906 - LEFT - RIGHT,
            Self::Wide => 16_838 - LEFT - RIGHT,
        }
    }
}

/// What the foots of the pages of a document are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Foots {
    /// The first page is that of a letter: two red lines and no number.
    pub(super) is_letter: bool,
    /// So many small lines stand below the number.
    pub(super) lines: u32,
}

/// A line of what stands below a page's number, 小六, and its height.
const SMALL: u32 = 13;
const SMALL_LINE: u32 = 200;

/// How many lines some words take below a page's number; none where there is no room for them.
pub(super) fn foot_lines(words: &[String]) -> Option<u32> {
    const LINES_MOST: u32 = 3;
    let lines = |line: &String| (quarters(line) * SMALL * 11 / 4).div_ceil(WIDTH).max(1);
    let lines: u32 = words.iter().map(lines).sum();
    (lines <= LINES_MOST).then_some(lines)
}

/// What stands below a page's number.
pub(super) fn foot(words: &[String]) -> String {
    let look = Look::new(Font::Body, SMALL);
    let properties = format!(
        r#"<w:snapToGrid w:val="0"/>{}<w:jc w:val="left"/>"#,
        spacing(SMALL_LINE, 0, 0)
    );
    let lines = words
        .iter()
        .map(|line| paragraph(&properties, &run(line, look)));
    lines.collect()
}

/// The properties of a section that ends here.
pub(super) fn section(sheet: Sheet, foots: Foots) -> String {
    let (size, margins) = match sheet {
        Sheet::Upright => (
            r#"w:w="11906" w:h="16838""#.to_owned(),
            [TOP, RIGHT, BOTTOM, LEFT],
        ),
        // Turned, the edge that is bound lies above.
        Sheet::Across => (
            r#"w:w="16838" w:h="11906" w:orient="landscape""#.to_owned(),
            [LEFT, TOP, RIGHT, BOTTOM],
        ),
        Sheet::Wide => (
            r#"w:w="23811" w:h="16838" w:orient="landscape""#.to_owned(),
            [LEFT, TOP, RIGHT, BOTTOM],
        ),
    };
    let [top, right, bottom, left] = margins;
    let number = NUMBER.min(bottom.saturating_sub(400));
    let number = number.saturating_sub(foots.lines * SMALL_LINE);
    let (first, title_page) = match foots.is_letter {
        true => (
            r#"<w:footerReference w:type="first" r:id="rId12"/>"#,
            "<w:titlePg/>",
        ),
        false => ("", ""),
    };
    format!(
        r#"<w:sectPr><w:footerReference w:type="default" r:id="rId10"/><w:footerReference w:type="even" r:id="rId11"/>{first}<w:pgSz {size}/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="851" w:footer="{number}" w:gutter="0"/>{title_page}<w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>"#
    )
}

/// The number of a page, `— 1 —` in 四号宋体: odd ones right, even ones left, one character in.
pub(super) fn number(is_odd: bool) -> String {
    const LOOK: Look = Look::new(Font::Number, 28);
    let (side, indent) = match is_odd {
        true => ("right", r#"<w:ind w:rightChars="100" w:right="280"/>"#),
        false => ("left", r#"<w:ind w:leftChars="100" w:left="280"/>"#),
    };
    let field = |kind: &str| {
        let empty = run("", LOOK);
        let text = r#"<w:t xml:space="preserve"></w:t>"#;
        empty.replace(text, kind)
    };
    let runs = [
        run("— ", LOOK),
        field(r#"<w:fldChar w:fldCharType="begin"/>"#),
        field(r#"<w:instrText xml:space="preserve"> PAGE </w:instrText>"#),
        field(r#"<w:fldChar w:fldCharType="separate"/>"#),
        run("1", LOOK),
        field(r#"<w:fldChar w:fldCharType="end"/>"#),
        run(" —", LOOK),
    ];
    let properties = format!(
        r#"<w:snapToGrid w:val="0"/><w:spacing w:line="280" w:lineRule="exact"/>{indent}<w:jc w:val="{side}"/>"#
    );
    paragraph(&properties, &runs.concat())
}

/// The lower red line of a letter's first page, thin over thick, 20 mm from its foot.
pub(super) fn letter_foot() -> String {
    let properties = format!(
        r#"<w:framePr w:w="{LETTER_WIDTH}" w:h="60" w:hRule="exact" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page" w:xAlign="center" w:y="{LETTER_LINE}"/><w:pBdr><w:top w:val="thinThickSmallGap" w:sz="24" w:space="0" w:color="FF0000"/></w:pBdr><w:spacing w:line="40" w:lineRule="exact"/>"#
    );
    paragraph(&properties, "") + &paragraph("", "")
}
