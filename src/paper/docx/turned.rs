//! Which page lies across: that of a table which would be too narrow on one that stands. A text
//! before its signature stands upright whatever its tables are, and the tables annexed to it come in
//! an order in which its pages are turned once.
//!
//! Refuses: to put anything else into another order.

use super::{grid, page};
use crate::report::Block;

/// The page that the first of some blocks needs: that of its table, with what heads it.
pub(super) fn wanted(now: page::Sheet, blocks: &[Block]) -> page::Sheet {
    match blocks {
        [Block::Table(sheet), rest @ ..]
        | [
            Block::Title(_) | Block::Heading { .. } | Block::Marks { .. },
            Block::Table(sheet),
            rest @ ..,
        ] => grid::page_of(sheet, goes_on(rest)),
        [Block::PageBreak, rest @ ..] => wanted(now, rest),
        // What follows a wide table and is not much stays with it.
        [Block::Note(_) | Block::Rule | Block::Imprint { .. }, ..] => now,
        _ => page::Sheet::Upright,
    }
}

/// Whether a text goes on after its table: then it is no annex, and no page is turned for it.
fn goes_on(rest: &[Block]) -> bool {
    let goes_on = matches!(
        rest.first(),
        Some(Block::Paragraph(_) | Block::Signature { .. } | Block::Form(_))
    );
    goes_on || rest.iter().any(is_signature)
}

fn is_signature(block: &Block) -> bool {
    matches!(block, Block::Signature { .. })
}

/// The tables annexed to a text that is signed, those first that stand upright: its pages are turned
/// once.
pub(super) fn in_turn(mut blocks: Vec<Block>) -> Vec<Block> {
    let signed = blocks.iter().rposition(is_signature);
    let is_table = |block: &Block| matches!(block, Block::Table(_));
    let Some(first) = signed.and_then(|signed| {
        let first = blocks[signed..].iter().position(is_table)?;
        Some(signed + first)
    }) else {
        return blocks;
    };
    let annexed = blocks[first..].iter().take_while(|block| is_table(block));
    let end = first + annexed.count();
    blocks[first..end].sort_by_key(|block| {
        let Block::Table(sheet) = block else {
            return page::Sheet::Upright;
        };
        grid::page_of(sheet, false)
    });
    blocks
}
