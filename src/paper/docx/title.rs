//! A title in lines that read well: as few as hold it, about equally long, broken where a person
//! would pause, never inside a number or before a mark that closes.
//!
//! GB/T 9704—2012 7.3.1 asks for whole words in a trapezium or a rhombus.

use super::xml::halves;

/// A title of 二号 has 20 characters a line.
const HALVES_MOST: u32 = 40;

/// The lines of a title.
pub(super) fn lines(title: &str) -> Vec<String> {
    let all = halves(title);
    let count = all.div_ceil(HALVES_MOST - 2).max(1);
    let signs: Vec<char> = title.chars().collect();
    if count == 1 || signs.contains(&'\n') {
        return title.lines().map(str::to_owned).collect();
    }
    let wanted = all.div_ceil(count);
    let mut lines = Vec::new();
    let mut from = 0;
    for rest in (1..count).rev() {
        let Some(to) = best(&signs, from, wanted, rest) else {
            break;
        };
        lines.push(signs[from..to].iter().collect());
        from = to;
    }
    lines.push(signs[from..].iter().collect());
    lines
}

/// Where a line that begins at a place best ends: near the wanted width, and so that what is left
/// fits the lines that are left.
fn best(signs: &[char], from: usize, wanted: u32, rest: u32) -> Option<usize> {
    let width = |part: &[char]| halves(&part.iter().collect::<String>());
    let ends = (from + 1)..signs.len();
    let fits = |to: &usize| {
        width(&signs[from..*to]) <= HALVES_MOST && width(&signs[*to..]) <= HALVES_MOST * rest
    };
    let cost = |to: &usize| {
        let off = width(&signs[from..*to]).abs_diff(wanted);
        off + reluctance(&signs[..*to], &signs[*to..])
    };
    ends.filter(fits).min_by_key(cost)
}

/// How ill a break reads: 0 where a person pauses, much inside a number.
fn reluctance(before: &[char], after: &[char]) -> u32 {
    const NEVER: u32 = 1000;
    const PAUSES: [&str; 12] = [
        "关于",
        "会议",
        "大会",
        "的",
        "、",
        "，",
        "和",
        "与",
        "对",
        "主席团",
        "人民政府",
        "号",
    ];
    let (Some(last), Some(next)) = (before.last(), after.first()) else {
        return NEVER;
    };
    let glued = last.is_ascii_alphanumeric() && (next.is_ascii_alphanumeric() || *next == '号')
        || *last == '第'
        || matches!(last, '“' | '《' | '（' | '〔' | '(')
        || matches!(
            next,
            '”' | '》' | '）' | '〕' | ')' | '、' | '，' | '。' | '：' | '的'
        );
    let numeral = |c: &char| "一二三四五六七八九十百零〇".contains(*c);
    if glued || numeral(last) && (numeral(next) || matches!(next, '届' | '次' | '号')) {
        return NEVER;
    }
    if tears(before, after) {
        return NEVER;
    }
    let head: String = before.iter().collect();
    match PAUSES.iter().any(|pause| head.ends_with(pause)) {
        true => 0,
        false => 8,
    }
}

/// Whether a break would stand inside a word that such titles are made of.
fn tears(before: &[char], after: &[char]) -> bool {
    const WORDS: [&str; 15] = [
        "人民代表大会",
        "人大",
        "人民",
        "代表",
        "大会",
        "会议",
        "建议",
        "办理",
        "情况",
        "报告",
        "答复",
        "通知",
        "政府",
        "主席团",
        "常委会",
    ];
    WORDS.iter().any(|word| {
        let word: Vec<char> = word.chars().collect();
        (1..word.len()).any(|at| before.ends_with(&word[..at]) && after.starts_with(&word[at..]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_breaks_where_a_person_pauses() {
        for (title, told) in [
            ("关于修桥的答复", vec!["关于修桥的答复"]),
            (
                "关于健龙镇第二十届人民代表大会第五次会议第17号建议的答复",
                vec![
                    "关于健龙镇第二十届人民代表大会",
                    "第五次会议第17号建议的答复",
                ],
            ),
            (
                "关于同意延期答复健龙镇第二十届人民代表大会第五次会议第1号建议的函",
                vec![
                    "关于同意延期答复健龙镇第二十届",
                    "人民代表大会第五次会议第1号建议的函",
                ],
            ),
            (
                "健龙镇人大主席团关于镇二十届人大五次会议代表建议办理情况的报告",
                vec![
                    "健龙镇人大主席团关于镇二十届人大",
                    "五次会议代表建议办理情况的报告",
                ],
            ),
        ] {
            assert_eq!(lines(title), told);
        }
    }

    #[test]
    fn no_line_is_too_long_and_nothing_is_lost() {
        let long =
            "关于".to_owned() + &"加快实施农村饮水安全巩固提升工程".repeat(6) + "的建议的答复函";
        let lines = lines(&long);
        assert_eq!(lines.concat(), long);
        assert!(
            lines.iter().all(|line| halves(line) <= HALVES_MOST),
            "{lines:?}"
        );
    }
}
