//! What else in a text points to one person: the plate of a car (`渝A12345`), a day of birth, the
//! number of a household, a land line without a word that says so (`41000108`, `23-41000109`).
//!
//! Knows them by their shape, and by the word beside them.
//! Refuses: to judge whose it is, to take a day or a number without its word, and to take for a line
//! what is counted, numbered or may be a day.

use std::ops::Range;

/// With what a plate begins: the province.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
/// What the number of a household follows.
const HOUSEHOLDS: [&str; 4] = ["户号", "户口号", "户籍号", "户编号"];
/// What parts a word from its number.
const BETWEEN: [char; 6] = ['：', ':', ' ', '　', '为', '是'];
/// What follows a day of birth, and what stands before it.
const BORN_AFTER: [&str; 3] = ["出生", "生于", "生，"];
const BORN_BEFORE: [&str; 4] = ["生于", "出生日期", "出生年月", "生日"];

/// Such places in a text, in characters, from left to right.
pub(super) fn one_person(text: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        // A plate has a letter after its province, and all else begins with a digit.
        let next = text.get(at + 1);
        if !(is_digit(text[at]) || next.is_some_and(char::is_ascii_uppercase)) {
            at += 1;
            continue;
        }
        let place = plate(text, at)
            .or_else(|| household(text, at))
            .or_else(|| birth(text, at))
            .or_else(|| line(text, at));
        match place {
            Some(place) => {
                at = place.end;
                found.push(place);
            }
            None => at += 1,
        }
    }
    found
}

/// A province, a letter, five or six letters and digits with two digits at the least.
fn plate(text: &[char], from: usize) -> Option<Range<usize>> {
    text.get(from + 1).filter(|c| c.is_ascii_uppercase())?;
    text.get(from).filter(|c| PROVINCES.contains(**c))?;
    let start = from + 2 + usize::from(matches!(text.get(from + 2), Some('·' | '•' | '-' | ' ')));
    let fits = |c: &&char| c.is_ascii_uppercase() || c.is_ascii_digit();
    let count = text.get(start..)?.iter().take_while(fits).count();
    let digits = text[start..start + count].iter();
    let digits = digits.filter(|c| c.is_ascii_digit()).count();
    (matches!(count, 5 | 6) && digits >= 2).then_some(from + 1..start + count)
}

fn household(text: &[char], from: usize) -> Option<Range<usize>> {
    let start = from.checked_sub(1)?;
    text.get(from).filter(|c| is_digit(**c))?;
    if is_digit(text[start]) {
        return None;
    }
    let before = trimmed(&text[..from]);
    let named = HOUSEHOLDS.iter().any(|word| ends_with(before, word));
    let run = text[from..]
        .iter()
        .take_while(|c| is_digit(**c) || **c == '-');
    named.then(|| from..from + run.count())
}

/// `1965年3月2日`, `1965年3月`, `1965-03-02`, with the word that it is of a birth.
fn birth(text: &[char], from: usize) -> Option<Range<usize>> {
    let is_begun = from == 0 || !is_digit(text[from - 1]);
    let mut year = text.get(from..from + 4)?.iter();
    if !(is_begun && year.all(|c| is_digit(*c))) {
        return None;
    }
    let run = text[from + 4..].iter();
    let run = run.take_while(|c| is_digit(**c) || "年月日-./".contains(**c));
    let end = from + 4 + run.count();
    let after: String = text[end..].iter().take(2).collect();
    let before = trimmed(&text[..from]);
    let born = BORN_AFTER.iter().any(|word| after == *word)
        || BORN_BEFORE.iter().any(|word| ends_with(before, word));
    (born && end > from + 4).then_some(from..end)
}

/// Seven or eight digits that stand alone, perhaps after the code of an area that lost its nought:
/// counted things have a measure behind them, what is numbered has a word before it.
fn line(text: &[char], from: usize) -> Option<Range<usize>> {
    text.get(from).filter(|c| is_digit(**c))?;
    let run = |from: usize| {
        let run = text[from..].iter().take_while(|c| is_digit(**c));
        run.count()
    };
    let first = run(from);
    let is_dash = text.get(from + first).is_some_and(|c| "-－—".contains(*c));
    let start = match (first, is_dash) {
        (2 | 3, true) => from + first + 1,
        _ => from,
    };
    let digits = run(start);
    if !matches!(digits, 7 | 8) {
        return None;
    }
    let end = start + digits;
    let value: String = text[start..end].iter().take(4).collect();
    let begins = text
        .get(start)
        .is_some_and(|c| "2345678２３４５６７８".contains(*c));
    let is_year = digits == 8 && (value.starts_with("20") || value.starts_with("２０"));
    let before = from.checked_sub(1).map(|before| text[before]);
    let numbers = |c: char| c.is_ascii_alphanumeric() || "第号码字〕〔_./-－—+#¥￥".contains(c);
    let counts = |c: &char| {
        c.is_ascii_alphanumeric()
            || "元万亿人户米平公亩吨斤克升只头株棵件份次张本册台套个度号%％.-－—_/".contains(*c)
    };
    let is_alone = !before.is_some_and(numbers) && !text.get(end).is_some_and(counts);
    (begins && !is_year && is_alone).then_some(from..end)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

fn trimmed(text: &[char]) -> &[char] {
    let kept = text.iter().rposition(|c| !BETWEEN.contains(c));
    &text[..kept.map_or(0, |last| last + 1)]
}

fn ends_with(text: &[char], word: &str) -> bool {
    let mut signs = text.iter().rev();
    word.chars().rev().all(|c| signs.next() == Some(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_points_to_one_person_is_found_and_nothing_else() {
        for (text, hidden) in [
            ("车牌渝A12345", "车牌渝******"),
            ("渝BD12345停在路口", "渝*******停在路口"),
            ("渝A·12345", "渝*******"),
            ("1965年3月2日出生", "*********出生"),
            ("生于1965年3月", "生于*******"),
            ("出生日期：1965-03-02，", "出生日期：**********，"),
            ("户号0012", "户号****"),
            ("户号：0012-3", "户号：******"),
            ("1965年3月2日生效", "1965年3月2日生效"),
            ("新A区建设", "新A区建设"),
            ("川A12", "川A12"),
            ("门户号召12人", "门户号召12人"),
            ("2024年5月20日", "2024年5月20日"),
            ("请打41000108", "请打********"),
            ("23-41000109，请回", "***********，请回"),
            ("张三2885566", "张三*******"),
            ("20240531、2024053", "20240531、*******"),
            ("投入41000108元", "投入41000108元"),
            ("4100010平方米，4100010.5", "4100010平方米，4100010.5"),
            ("编号41000108、第4100010号", "编号41000108、第4100010号"),
            ("400-820-8820", "400-820-8820"),
            ("V41000108", "V41000108"),
        ] {
            let mut signs: Vec<char> = text.chars().collect();
            for place in one_person(&signs) {
                signs[place].fill('*');
            }
            assert_eq!(signs.iter().collect::<String>(), hidden, "{text}");
        }
    }
}
