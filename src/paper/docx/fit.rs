//! Whether a letter ends within a line of the foot of its page: then it gives up one of the empty
//! lines above its signature (GB/T 9704—2012 7.3.5.4 lets spacing be adjusted for it). It is reckoned
//! with the measures of the standard; a line on both sides of the foot is left to other fonts.
//!
//! Refuses: to squeeze what is longer than that; it goes on to a second page.

use super::body::letterhead_size;
use super::page::{HEIGHT, LETTER_HEAD, LINE, TOP};
use super::xml::quarters;
use super::{imprint, title};
use crate::report::Block;

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

/// The height of a block of a letter; none of what a letter of one page has not.
fn height(block: &Block) -> Option<u32> {
    /// From a letter's head to its line, and the line itself.
    const BELOW_HEAD: u32 = 280;
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
        Block::Number { .. } => Some(LINE + 140),
        Block::Marks { .. } => Some(LINE),
        Block::Title(words) => {
            let lines = u32::try_from(title::lines(words).len()).ok()?;
            Some(2 * LINE + lines * (LINE + 60))
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
}
