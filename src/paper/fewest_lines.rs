//! How the width of a table is shared among columns that ask for more than there is: so that its rows
//! take as few lines as it allows. In whatever unit a width is counted.
//!
//! Refuses: to know a font, a terminal, or what a cell says.

/// What a column asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Asking<'a> {
    /// How wide each of its cells is on one line, row by row.
    pub(crate) cells: &'a [u32],
    /// More than this it does not need.
    pub(crate) asked: u32,
}

/// From the least widths, a step at a time goes to the column that takes most off the height of the
/// rows, until all of `(width, step)` is given or nobody asks for more. `lines` tells how many
/// thousandths of a line a cell takes in a width.
pub(crate) fn fewest_lines(
    columns: &[Asking],
    mut widths: Vec<u32>,
    (width, step): (u32, u32),
    lines: impl Fn(u32, u32) -> u64,
) -> Vec<u32> {
    let rows = columns.first().map_or(0, |column| column.cells.len());
    let line = |column: usize, row: usize, width: u32| {
        let cell = columns[column].cells.get(row).copied();
        lines(cell.unwrap_or_default(), width)
    };
    while widths.iter().sum::<u32>() + step <= width {
        let mut saved = vec![0_u64; columns.len()];
        for row in 0..rows {
            let height = |column: usize| line(column, row, widths[column]);
            // The highest cell of a row says how high it is, the second how much it can give.
            let mut order: Vec<usize> = (0..columns.len()).collect();
            order.sort_by_key(|column| std::cmp::Reverse(height(*column)));
            let (Some(first), second) = (order.first(), order.get(1)) else {
                continue;
            };
            let after = line(*first, row, widths[*first] + step);
            let after = second.map_or(after, |second| after.max(height(*second)));
            saved[*first] += height(*first).saturating_sub(after.max(1000));
        }
        let may = |column: &usize| widths[*column] < columns[*column].asked;
        let best = (0..columns.len()).filter(may);
        let Some(best) = best.max_by_key(|column| (saved[*column], columns[*column].asked)) else {
            break;
        };
        widths[best] += step;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_words_get_what_is_left() {
        let cells: [&[u32]; 3] = [&[4, 5], &[40, 60], &[12, 10]];
        let columns = cells.map(|cells| Asking {
            cells,
            asked: cells.iter().copied().max().unwrap_or_default(),
        });
        let lines = |cell: u32, width: u32| u64::from(cell * 1000 / width);
        assert_eq!(
            fewest_lines(&columns, vec![5, 8, 8], (49, 1), lines),
            [5, 34, 10]
        );
        // Nobody gets more than is asked for.
        assert_eq!(
            fewest_lines(&columns, vec![5, 8, 8], (500, 1), lines),
            [5, 60, 12]
        );
    }
}
