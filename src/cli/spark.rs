//! A row of counts that run through years or months as a line of small bars: `▁▃▂▇`. Drawn where
//! bars were asked for, in ASCII where the terminal knows nothing else.
//!
//! Refuses: a course of fewer than three of them, which figures tell as well.

use std::ops::Range;

use crate::report::{Cell, Sheet};

/// From how many years or months on a course is drawn.
const TIMES_LEAST: usize = 3;

/// The columns of a sheet that are years or months beside each other, if there are enough.
pub(super) fn course(sheet: &Sheet) -> Option<Range<usize>> {
    let columns = sheet.columns();
    let first = columns.iter().position(|column| is_time(&column.key))?;
    let times = columns[first..].iter();
    let count = times.take_while(|column| is_time(&column.key)).count();
    (count >= TIMES_LEAST).then_some(first..first + count)
}

/// `2024`, `2024-05`
fn is_time(key: &str) -> bool {
    let digits = |part: &str, count: usize| {
        part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    match key.split_once('-') {
        Some((year, month)) => digits(year, 4) && digits(month, 2),
        None => digits(key, 4),
    }
}

/// The bars of some cells, each a share of the greatest of them; nought stands at the foot. What is
/// no count leaves a gap.
pub(super) fn line<'c>(cells: impl Iterator<Item = &'c Cell> + Clone, is_ascii: bool) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    const PLAIN: [char; 8] = ['_', '.', ':', '-', '=', '+', '*', '#'];
    let bars = if is_ascii { PLAIN } else { BARS };
    let count = |cell: &Cell| cell.plain().parse::<usize>().ok();
    let most = cells.clone().filter_map(count).max();
    let most = most.unwrap_or_default();
    let bar = |cell: &Cell| match count(cell) {
        Some(count) => bars[(count * (bars.len() - 1)).div_ceil(most.max(1))],
        None => ' ',
    };
    cells.map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Column;

    fn sheet(keys: &[&'static str]) -> Sheet {
        let columns = keys.iter().map(|key| Column::number(*key, *key));
        Sheet::new("unit", "单位", columns.collect())
    }

    #[test]
    fn years_beside_each_other_are_a_course() {
        for (keys, course) in [
            (
                vec!["key", "count", "2022", "2023", "2024", "change"],
                Some(2..5),
            ),
            (vec!["key", "2024-03", "2024-04", "2024-05"], Some(1..4)),
            (vec!["key", "2024-3-1", "2024-4-1", "2024-5-1"], None),
            (vec!["key", "2023", "2024"], None),
            (vec!["key", "count", "replied", "closed"], None),
            (vec!["2022", "2023", "x", "2024"], None),
        ] {
            assert_eq!(super::course(&sheet(&keys)), course, "{keys:?}");
        }
    }

    #[test]
    fn a_bar_is_as_high_as_its_share() {
        for (counts, drawn, plain) in [
            (vec![0_u32, 4, 7, 14], "▁▃▅█", "_:=#"),
            (vec![0, 0, 0], "▁▁▁", "___"),
            (vec![5, 5, 5], "███", "###"),
            (vec![1, 1000, 0], "▂█▁", ".#_"),
        ] {
            let cells: Vec<Cell> = counts.into_iter().map(Cell::from).collect();
            assert_eq!(line(cells.iter(), false), drawn);
            assert_eq!(line(cells.iter(), true), plain);
        }
        assert_eq!(line(["—".into(), 3_u32.into()].iter(), false), " █");
    }
}
