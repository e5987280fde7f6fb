//! Where in a text the number of somebody's door stands: `健龙路18号`, `3栋2单元501室`, `五组12号`,
//! `6-2-301`.
//!
//! Knows them by their shape: a number before 号 after a road, a village, a group; two parts of a
//! building beside each other; house, stairs and room joined by dashes. A road or a village alone
//! is a place, not an address, and stays.
//! Refuses: to judge who lives there.

use std::ops::Range;

/// What a door number follows.
const ROADS: [char; 19] = [
    '附', '路', '街', '巷', '弄', '道', '村', '组', '社', '屯', '里', '坊', '园', '苑', '院', '区',
    '寨', '湾', '坝',
];
/// Parts of an address, after their number.
const PARTS: [&str; 8] = ["号楼", "单元", "号", "栋", "幢", "室", "组", "社"];
/// What makes a number before 号 no door: `17号建议`, `2号线`, `12号路段`.
const NO_DOORS: [&str; 8] = ["建议", "文", "令", "线", "议案", "提案", "水库", "路段"];
/// What makes numbers of buildings a count of them: `共15栋3单元`.
const COUNTED: [char; 2] = ['共', '计'];
/// What says that somebody's address follows, to the end of the clause.
const LIVES: [&str; 8] = [
    "住址",
    "地址",
    "家住",
    "住在",
    "现住",
    "居住地",
    "户籍地",
    "家在",
];
const CLAUSE_ENDS: [char; 11] = ['，', '。', '；', '、', '！', '？', ',', ';', '!', '?', '\n'];

/// The numbers of doors in a text: places of characters.
pub(super) fn doors(text: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        // Most signs of most texts begin no number.
        if !(is_digit(&text[at]) || is_numeral(&text[at])) {
            at += 1;
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        let is_count = before.is_some_and(|c| COUNTED.contains(c));
        let mut parts = if is_count {
            Vec::new()
        } else {
            parts(text, at)
        };
        let is_named = |(number, end): &(Range<usize>, usize)| {
            text.get(number.end..*end) == Some(&['号']) && is_no_door(&text[*end..])
        };
        while parts.last().is_some_and(is_named) {
            parts.pop();
        }
        let lives = !parts.is_empty() && lives(&text[..at]);
        let room = room(text, at);
        let ends = parts.last().map(|(_, end)| *end);
        let ends = ends.max(room.as_ref().map(|room| room.end));
        let follows_road = at
            .checked_sub(1)
            .and_then(|before| text.get(before))
            .is_some_and(|c| ROADS.contains(c));
        let first_is_door = parts.first().is_some_and(|(number, part_end)| {
            text.get(number.end..*part_end) == Some(&['号']) && !is_no_door(&text[*part_end..])
        });
        if parts.len() > 1 || lives || (follows_road && first_is_door) {
            found.extend(parts.into_iter().map(|(number, _)| number));
        } else {
            found.extend(room);
        }
        at = ends.unwrap_or(at + 1);
    }
    found
}

/// Whether the clause that a text ends in says that an address follows.
fn lives(text: &[char]) -> bool {
    let end = text.iter().rposition(|c| CLAUSE_ENDS.contains(c));
    let clause: String = text[end.map_or(0, |end| end + 1)..].iter().collect();
    LIVES.iter().any(|word| clause.contains(word))
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
    number_may_begin(text, from).then_some(())?;
    let run = |fits: &dyn Fn(&char) -> bool| {
        let run = text.get(from..)?;
        let length = run.iter().take_while(|c| fits(c)).count();
        (1..=DIGITS_MOST + 2)
            .contains(&length)
            .then_some(from + length)
    };
    let parted = |c: &char| is_digit(c) || DASHES.contains(c);
    match text.get(from)? {
        c if is_digit(c) => run(&parted),
        c if is_numeral(c) => run(&is_numeral),
        _ => None,
    }
}

/// What parts the numbers of a door.
const DASHES: [char; 3] = ['-', '－', '—'];

/// Whether a number of whatever kind has such a sign.
pub(super) fn is_of_number(c: char) -> bool {
    is_digit(&c) || is_numeral(&c)
}

fn is_digit(c: &char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

fn is_numeral(c: &char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '○'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '廿'
            | '卅'
            | '两'
            | '壹'
            | '贰'
            | '叁'
            | '肆'
            | '伍'
            | '陆'
            | '柒'
            | '捌'
            | '玖'
            | '拾'
            | '佰'
    )
}

/// Whether no number and no letter stands before a place.
fn number_may_begin(text: &[char], from: usize) -> bool {
    let before = from.checked_sub(1).and_then(|before| text.get(before));
    let glued =
        |c: &char| is_digit(c) || is_numeral(c) || DASHES.contains(c) || c.is_ascii_alphabetic();
    !before.is_some_and(glued)
}

/// House, stairs and room joined by dashes: `6-2-301`; after a place to live also house and room
/// alone: `小区6-301`. A year is no room.
fn room(text: &[char], from: usize) -> Option<Range<usize>> {
    number_may_begin(text, from).then_some(())?;
    let half = |c: &char| match c {
        '０'..='９' => char::from_u32(u32::from(*c) - 0xfee0),
        '0'..='9' => Some(*c),
        _ => None,
    };
    let run = text.get(from..)?.iter();
    let run = run.take_while(|c| half(c).is_some() || DASHES.contains(c));
    let end = from + run.count();
    let groups = text.get(from..end)?.split(|c| half(c).is_none());
    let groups: Vec<String> = groups
        .map(|g| g.iter().filter_map(half).collect())
        .collect();
    let (room, before) = groups.split_last()?;
    let is_year = room.len() == 4 && (room.starts_with("19") || room.starts_with("20"));
    let is_room = matches!(room.len(), 3 | 4) && !is_year;
    let is_house = before.iter().all(|group| matches!(group.len(), 1 | 2));
    let ends = |c: &char| "室号，。；、,;.）) ".contains(*c);
    let alone = text.get(end).is_none_or(ends);
    let lives = from.checked_sub(1).and_then(|before| text.get(before));
    let lives = lives.is_some_and(|c| ROADS.contains(c) || "住址家".contains(*c));
    let known = match before.len() {
        2 => true,
        1 => lives && alone,
        _ => false,
    };
    (known && is_room && is_house).then_some(from..end)
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
            ("龙江村2社12号", "龙江村*社**号"),
            ("人民街十二号院", "人民街**号院"),
            ("３号楼２单元５０１", "*号楼*单元***"),
            ("解放巷7-2号", "解放巷***号"),
            ("家住幸福小区6-2-301", "家住幸福小区*******"),
            ("住６－２－３０１室", "住*******室"),
            ("锦绣苑12-1-1502,张三", "锦绣苑*********,张三"),
            ("幸福小区6-301", "幸福小区*****"),
            ("3号楼2单元501", "*号楼*单元***"),
            ("6栋2-301", "*栋*****"),
            ("住健龙路一百二十八号", "住健龙路*****号"),
            ("幸福小区三栋二单元五○一室", "幸福小区*栋*单元***室"),
            ("六号楼二单元三零一", "*号楼*单元***"),
            ("文化巷廿八号附2号", "文化巷**号附*号"),
            ("龙江村贰组拾贰号", "龙江村*组**号"),
            ("家庭住址:张家湾村2社", "家庭住址:张家湾村*社"),
            ("住址为张家湾村2社，3组公路", "住址为张家湾村*社，3组公路"),
            ("家住健龙镇双柏村四组", "家住健龙镇双柏村*组"),
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
            "社区24-05-31",
            "开发区5-31-2024",
            "2024-05-31",
            "道路3-500米",
            "比分3-1",
            "附2号文件",
            "一号水库、二号线",
            "三村五组的公路",
            "第2024-17号",
            "400-820-8820",
            "健龙社区3组12号路段",
            "共15栋3单元",
            "",
        ] {
            check(text, text);
        }
    }
}
