//! Where in a text the number of somebody's door stands: `健龙路18号`, `3栋2单元501室`, `五组12号`.
//!
//! Knows them by their shape: a number before 号 after a road, a village, a group; or two parts of
//! a building beside each other. A road or a village alone is a place, not an address, and stays.
//! Refuses: to judge who lives there.

use std::ops::Range;

/// What a door number follows.
const ROADS: &str = "路街巷弄道村组社屯里坊园苑院区寨湾坝";
/// Parts of an address, after their number.
const PARTS: [&str; 7] = ["号楼", "单元", "号", "栋", "幢", "室", "组"];
/// What makes a number before 号 no door: `17号建议`, `2号线`.
const NO_DOORS: [&str; 6] = ["建议", "文", "令", "线", "议案", "提案"];

/// The numbers of doors in a text: places of characters.
pub(super) fn doors(text: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let parts = parts(text, at);
        let Some(end) = parts.last().map(|(_, end)| *end) else {
            at += 1;
            continue;
        };
        let follows_road = at
            .checked_sub(1)
            .and_then(|before| text.get(before))
            .is_some_and(|c| ROADS.contains(*c));
        let first_is_door = parts.first().is_some_and(|(number, part_end)| {
            text.get(number.end..*part_end) == Some(&['号']) && !is_no_door(&text[*part_end..])
        });
        if parts.len() > 1 || (follows_road && first_is_door) {
            found.extend(parts.into_iter().map(|(number, _)| number));
        }
        at = end;
    }
    found
}

/// Numbers with their parts that stand beside each other from a place on: where the number stands,
/// where its part ends.
fn parts(text: &[char], from: usize) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    let mut at = from;
    while let Some(end) = number(text, at) {
        let part = PARTS.iter().find(|part| starts_with(&text[end..], part));
        match part {
            Some(part) => {
                let part_end = end + part.chars().count();
                found.push((at..end, part_end));
                at = part_end;
            }
            // A room needs no word after it: `2单元501`.
            None if !found.is_empty() && end - at >= 3 => {
                found.push((at..end, end));
                break;
            }
            None => break,
        }
    }
    found
}

/// The end of a number, in digits of any width or in Chinese numerals: `12`, `３-１`, `十二`.
fn number(text: &[char], from: usize) -> Option<usize> {
    const DIGITS_MOST: usize = 5;
    let is_digit = |c: &char| c.is_ascii_digit() || matches!(c, '０'..='９');
    let is_numeral = |c: &char| "〇零一二三四五六七八九十百".contains(*c);
    let before = from.checked_sub(1).and_then(|before| text.get(before));
    if before.is_some_and(|c| is_digit(c) || is_numeral(c) || c.is_ascii_alphabetic()) {
        return None;
    }
    let run = |fits: &dyn Fn(&char) -> bool| {
        let run = text.get(from..)?;
        let length = run.iter().take_while(|c| fits(c)).count();
        (1..=DIGITS_MOST + 2)
            .contains(&length)
            .then_some(from + length)
    };
    let parted = |c: &char| is_digit(c) || matches!(c, '-' | '－' | '—');
    match text.get(from)? {
        c if is_digit(c) => run(&parted),
        c if is_numeral(c) => run(&is_numeral),
        _ => None,
    }
}

fn starts_with(text: &[char], word: &str) -> bool {
    let mut signs = text.iter();
    word.chars().all(|c| signs.next() == Some(&c))
}

fn is_no_door(after: &[char]) -> bool {
    NO_DOORS.iter().any(|word| starts_with(after, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, hidden: &str) {
        let mut signs: Vec<char> = text.chars().collect();
        for door in doors(&signs) {
            signs[door].fill('*');
        }
        assert_eq!(signs.into_iter().collect::<String>(), hidden);
    }

    #[test]
    fn a_door_is_hidden_and_its_road_stays() {
        for (text, hidden) in [
            ("住健龙路18号", "住健龙路**号"),
            ("幸福小区3栋2单元501室", "幸福小区*栋*单元***室"),
            ("龙江村五组12号", "龙江村*组**号"),
            ("人民街十二号院", "人民街**号院"),
            ("３号楼２单元５０１", "*号楼*单元***"),
            ("解放巷7-2号", "解放巷***号"),
        ] {
            check(text, hidden);
        }
    }

    #[test]
    fn what_is_no_door_stays() {
        for text in [
            "第17号建议",
            "硬化龙江村3组公路",
            "新建3栋教学楼",
            "轨道交通2号线",
            "健龙府函〔2024〕99号",
            "社区17号建议",
            "2024年5月20日",
            "人民路两侧",
            "投入297万元",
            "",
        ] {
            check(text, text);
        }
    }
}
