//! What gives way so that a paper ends on its page. A letter that ends within a line of the foot
//! gives up one of the empty lines above its signature (GB/T 9704—2012 7.3.5.4 lets spacing be
//! adjusted for it); a form whose words need more lines than usual gives up room for writing where
//! nothing is written. It is reckoned with the measures of the standard; a line on both sides of the
//! foot is left to other fonts.
//!
//! Refuses: to squeeze what is longer than that; it goes on to a second page.

use std::borrow::Cow;

use super::body::letterhead_size;
use super::page::{
    ABOVE_NUMBER, GAP, HEAD_LINE, HEAD_TO_LINE, HEIGHT, LETTER_HEAD, LINE, TITLE_LINE, TOP,
};
use super::xml::quarters;
use super::{form, imprint, title};
use crate::report::{Block, FormRow};

/// Quarters of a character on a line of the body.
const ROOM: u32 = 28 * 4;

/// Whether a line less may be what lets it end on its first page.
pub(super) fn is_close(blocks: &[Block]) -> bool {
    /// What programs add to a frame and to the end of a page.
    const SPARE: u32 = 300;
    let heights: Option<Vec<u32>> = blocks.iter().map(height).collect();
    let Some(heights) = heights else {
        return false;
    };
    let height = heights.iter().sum::<u32>() + SPARE;
    height + LINE > HEIGHT && height <= HEIGHT + LINE
}

/// A paper of one form whose rows leave less room for writing, where it would end on the next page
/// by no more than that; any other as it is.
pub(super) fn fitted(blocks: &[Block]) -> Cow<'_, [Block]> {
    let whole: Option<u32> = blocks.iter().map(height_around_form).sum();
    let found = blocks.iter().enumerate().find_map(|(place, block)| {
        let Block::Form(rows) = block else {
            return None;
        };
        Some((place, rows))
    });
    let Some((around, (place, rows))) = whole.zip(found) else {
        return Cow::Borrowed(blocks);
    };
    let mut rows = rows.clone();
    let height = |rows: &[FormRow]| rows.iter().map(form::row_height).sum::<u32>();
    // Other fonts take a line more or less.
    while around + height(&rows) + LINE > HEIGHT {
        let room = |row: &&mut FormRow| u32::from(row.lines) * LINE > form::written(row);
        let tallest = rows.iter_mut().filter(|row| row.lines > 1).filter(room);
        let Some(tallest) = tallest.max_by_key(|row| row.lines) else {
            return Cow::Borrowed(blocks);
        };
        tallest.lines -= 1;
    }
    let mut fitted = blocks.to_vec();
    if let Some(block) = fitted.get_mut(place) {
        *block = Block::Form(rows);
    }
    Cow::Owned(fitted)
}

/// The height of a block on a page that holds one form, which is reckoned apart; none of what such a
/// page has not.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a form goes with its title and its remark; no other paper is squeezed"
)]
fn height_around_form(block: &Block) -> Option<u32> {
    match block {
        Block::Form(_) => Some(GAP),
        Block::Title(words) => {
            let lines = u32::try_from(title::lines(words).len()).ok()?;
            Some(lines * TITLE_LINE + LINE / 2)
        }
        Block::Paragraph(_) => height(block),
        _ => None,
    }
}

/// The height of a block of a letter; none of what a letter of one page has not.
fn height(block: &Block) -> Option<u32> {
    /// From a letter's head to its line, and the line itself.
    const BELOW_HEAD: u32 = HEAD_TO_LINE * 20 + HEAD_LINE * 20 / 8;
    let lines = |words: &str, before: u32| {
        let lines = words.lines().filter(|line| !line.trim().is_empty());
        let lines = lines.map(|line| (quarters(line) + before).div_ceil(ROOM).max(1));
        lines.sum::<u32>() * LINE
    };
    match block {
        Block::Letterhead {
            name,
            is_letter: true,
        } => Some(LETTER_HEAD + letterhead_size(name) * 12 + BELOW_HEAD - TOP),
        Block::Number { .. } => Some(LINE + ABOVE_NUMBER),
        Block::Marks { .. } => Some(LINE),
        Block::Title(words) => {
            let lines = u32::try_from(title::lines(words).len()).ok()?;
            Some(2 * LINE + lines * TITLE_LINE)
        }
        Block::Addressee(names) => Some(LINE + lines(names, 4)),
        Block::Heading { text, .. } | Block::Paragraph(text) => Some(lines(text, 8)),
        Block::Note(words) => Some(lines(words, 16)),
        Block::Signature { .. } => Some(4 * LINE),
        Block::Imprint { copies, .. } => Some(imprint::height(copies)),
        Block::Letterhead { .. }
        | Block::Table(_)
        | Block::Form(_)
        | Block::Rule
        | Block::PageBreak => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(lines: usize) -> Vec<Block> {
        vec![
            Block::Letterhead {
                name: "健龙镇人大主席团".to_owned(),
                is_letter: true,
            },
            Block::Number {
                doc_no: "健龙人大〔2024〕5号".to_owned(),
                signer: String::new(),
            },
            Block::Title("关于督办健龙镇第二十届人民代表大会第五次会议第1号建议的通知".to_owned()),
            Block::Addressee("农业服务中心".to_owned()),
            Block::paragraph(vec!["请抓紧办理。"; lines].join("\n")),
            Block::Signature {
                by: "健龙镇人大主席团".to_owned(),
                on: "2024年4月5日".to_owned(),
            },
            Block::Imprint {
                copies: vec!["村镇建设服务中心".to_owned()],
                by: String::new(),
                on: String::new(),
            },
        ]
    }

    #[test]
    fn only_a_letter_that_ends_at_the_foot_gives_a_line_up() {
        let close: Vec<usize> = (1..20).filter(|n| is_close(&letter(*n))).collect();
        assert_eq!(close, [7, 8]);
        let mut with_table = letter(8);
        with_table.push(Block::Rule);
        assert!(!is_close(&with_table));
    }

    /// The lines that the rows of a form have after it was fitted.
    fn lines_left(title: usize, rows: &[u8]) -> Vec<u8> {
        let mut form = vec![FormRow::new([("标　　题", "修".repeat(title))]).tall(2)];
        form.extend(
            rows.iter()
                .map(|lines| FormRow::new([("意见", "")]).tall(*lines)),
        );
        let blocks = [
            Block::Title("代表建议退回申请单".to_owned()),
            Block::Form(form),
        ];
        let left = fitted(&blocks);
        match left.last() {
            Some(Block::Form(rows)) => rows[1..].iter().map(|row| row.lines).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn a_form_with_a_long_title_gives_up_room_for_writing() {
        assert_eq!(lines_left(20, &[8, 8, 1]), [8, 8, 1]);
        let left = lines_left(150, &[8, 8, 1]);
        assert!(left[0] < 8 && left[1] < 8 && left[2] == 1, "{left:?}");
        // What no giving up helps is left as it is.
        assert_eq!(lines_left(900, &[8, 8, 1]), [8, 8, 1]);
    }
}
