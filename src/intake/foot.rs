//! What stands below the rows of a table: their total, who made it, a note.
//!
//! Refuses: to pass over a line that is not for certain one of these, and one with rows below it.

/// Words of a line with the total of those above it.
const TOTALS: [&str; 5] = ["合计", "总计", "小计", "共计", "累计"];
/// Words in front of what is said of the whole table, behind them a colon.
const NOTES: [&str; 15] = [
    "制表人",
    "制表",
    "填表人",
    "填报人",
    "填表单位",
    "填报单位",
    "填报时间",
    "填表日期",
    "审核人",
    "审核",
    "负责人",
    "单位负责人",
    "分管领导签字",
    "备注",
    "注",
];

/// How many of the last rows are the foot of the table; of each its first filled cell is asked.
pub(super) fn rows<'a>(from_the_last: impl Iterator<Item = &'a str>) -> usize {
    from_the_last.take_while(|first| is_foot(first)).count()
}

fn is_foot(first: &str) -> bool {
    let bare: String = first.split_whitespace().collect();
    let is_total = TOTALS.iter().any(|word| {
        let rest = bare.strip_prefix(word);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '：', '(', '（']))
    });
    let is_note = NOTES.iter().any(|word| {
        let rest = bare.strip_prefix(word);
        rest.is_some_and(|rest| rest.starts_with([':', '：']))
    });
    is_total || is_note
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_says_that_it_is_the_foot_is_one() {
        let count = |firsts: &[&str]| rows(firsts.iter().rev().copied());
        assert_eq!(
            count(&["1", "2", "合  计", "制表人：王敏  审核人：余欢"]),
            2
        );
        assert_eq!(count(&["1", "合计", "2"]), 0, "rows stand below it");
        assert_eq!(count(&["1", "合计建成三座桥的建议"]), 0);
        assert_eq!(count(&["1", "制表人"]), 0);
        assert_eq!(count(&["注：按办理办法第五条"]), 1);
    }
}
