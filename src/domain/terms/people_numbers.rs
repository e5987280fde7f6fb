//! Phone and identity numbers in free text, known by their shape: mobile phones, land lines and
//! identity cards of the mainland, in digits and signs of either width or in Chinese numerals, in one
//! piece or parted as people part them; accounts and mail addresses with them. Who prints hides
//! them, who enters them is told.
//!
//! Refuses: to judge whose number it is. A bare number of seven or eight digits is a phone only
//! where the text calls it one.

use super::accounts::accounts;
use super::hidden::is_hidden;
use super::hints::Hints;
use super::number_shapes::SHAPES;
use super::numeral::digit_of_numeral;

/// The shortest of them, a land line without its area, has so many digits.
pub(super) const DIGITS_LEAST: usize = 7;

/// Where such numbers stand: byte ranges, from left to right, none inside another.
pub fn people_numbers(text: &str) -> Vec<(usize, usize)> {
    let hints = Hints::of(text);
    let mut found = match hints.digits < DIGITS_LEAST {
        true => Vec::new(),
        false => numbers(text, |_| None),
    };
    let spelled = match hints.numerals > 0 && hints.numerals + hints.digits >= DIGITS_LEAST {
        true => numbers(text, digit_of_numeral),
        false => Vec::new(),
    };
    let accounts = match hints.may_have_account() {
        true => accounts(text),
        false => Vec::new(),
    };
    for (from, to) in accounts.into_iter().chain(spelled) {
        let apart = |(begun, ended): &(usize, usize)| to <= *begun || *ended <= from;
        if found.iter().all(apart) {
            found.push((from, to));
        }
    }
    found.sort_unstable();
    found
}

/// Numbers in the digits of a text, and in what `spelled` takes for one.
pub(super) fn numbers(text: &str, spelled: impl Fn(char) -> Option<u8>) -> Vec<(usize, usize)> {
    let signs: Vec<Sign> = signs(text, spelled).collect();
    let is_digit = |sign: &&Sign| sign.shape.is_ascii_digit();
    if signs.iter().filter(is_digit).count() < DIGITS_LEAST {
        return Vec::new();
    }
    let shapes: Vec<u8> = signs.iter().map(|sign| sign.shape).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < shapes.len() {
        let end = match shapes[at].is_ascii_digit() {
            true => shaped(&shapes, at).or_else(|| called_phone(text, &signs, at)),
            false => None,
        };
        let Some(end) = end else {
            at += 1;
            continue;
        };
        let (from, to) = (signs[at].from, signs[end - 1].to);
        if !is_measured(&text[to..]) {
            found.push((from, to));
        }
        at = end;
    }
    found
}

/// A sign of a text as it counts for a number, and the bytes it takes.
struct Sign {
    /// ASCII in half width, or [`OTHER`].
    shape: u8,
    from: usize,
    to: usize,
}

/// A sign that has no part in a number.
const OTHER: u8 = 0;

/// The signs of a text in half width, those left out that nobody sees.
fn signs(text: &str, spelled: impl Fn(char) -> Option<u8>) -> impl Iterator<Item = Sign> {
    let told = |c: &char| c.is_whitespace() || !is_hidden(*c);
    let seen = text.char_indices().filter(move |(_, c)| told(c));
    seen.map(move |(from, c)| Sign {
        shape: spelled(c).unwrap_or_else(|| shape(c)),
        from,
        to: from + c.len_utf8(),
    })
}

fn shape(c: char) -> u8 {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '─' => b'-',
        '·' | '•' | '・' | '．' => b'.',
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{3000}' => b' ',
        '！'..='～' => u8::try_from(u32::from(c) - 0xfee0).unwrap_or(OTHER),
        _ => u8::try_from(c).ok().filter(u8::is_ascii).unwrap_or(OTHER),
    }
}

/// The end of a number that begins at a place, if one does. What is known without its neighbours is
/// one beside a letter too (`V13812345678`), but not within a code.
fn shaped(signs: &[u8], from: usize) -> Option<usize> {
    SHAPES.iter().find_map(|(shape, of_itself)| {
        let end = shape(signs, from)?;
        let next = signs.get(end);
        let bare = is_begun(signs, from) && !next.is_some_and(u8::is_ascii_alphanumeric);
        let beside = *of_itself && !is_in_code(signs, from, end);
        (bare || beside).then_some(end)
    })
}

/// Whether a number stands in a run of letters and other digits, such as a hash.
fn is_in_code(signs: &[u8], from: usize, end: usize) -> bool {
    let in_run = |sign: &&u8| sign.is_ascii_alphanumeric();
    let before = signs[..from].iter().rev().take_while(in_run);
    let after = signs[end..].iter().take_while(in_run);
    before.chain(after).any(u8::is_ascii_digit)
}

/// Whether a number may begin at a place: after no letter and no digit, but for the code of the
/// country and the word that says what it is.
fn is_begun(signs: &[u8], from: usize) -> bool {
    const BEFORE: [&str; 9] = [
        "0086", "86", "tel", "phone", "mobile", "mob", "wechat", "vx", "wx",
    ];
    let before = &signs[..from];
    let bare = |before: &[u8]| !before.last().is_some_and(u8::is_ascii_alphanumeric);
    let follows = |word: &str| {
        let rest = before.len().checked_sub(word.len());
        rest.is_some_and(|rest| {
            before[rest..].eq_ignore_ascii_case(word.as_bytes()) && bare(&before[..rest])
        })
    };
    bare(before) || BEFORE.into_iter().any(follows)
}

/// Whether what follows a number makes an amount of it.
fn is_measured(after: &str) -> bool {
    const MEASURES: [&str; 5] = ["元", "万元", "亿元", "%", "％"];
    let fraction = |rest: &'_ str| rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let whole = after.strip_prefix('.').map(fraction);
    let after = whole.map_or(after, |length| &after[after.len() - length..]);
    MEASURES.iter().any(|measure| after.starts_with(measure))
}

/// The end of a number that the text itself calls a phone: `电话：2885566`.
fn called_phone(text: &str, signs: &[Sign], from: usize) -> Option<usize> {
    const CALLED: [&str; 6] = ["电话", "座机", "手机", "号码", "传真", "Tel"];
    const DIGITS: std::ops::RangeInclusive<usize> = 7..=12;
    let before = text[..signs[from].from].trim_end_matches(['：', ':', ' ', '是', '为', '.', '。']);
    if !CALLED.iter().any(|called| before.ends_with(called)) {
        return None;
    }
    let rest = signs[from..].iter();
    let is_of = |sign: &&Sign| sign.shape.is_ascii_digit() || sign.shape == b'-';
    let run = rest.take_while(is_of).collect::<Vec<_>>();
    let count = run.iter().filter(|sign| sign.shape != b'-').count();
    DIGITS.contains(&count).then_some(from + run.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with a star for every sign of a number.
    fn hidden(text: &str) -> String {
        let mut shown = String::new();
        let mut done = 0;
        for (from, to) in people_numbers(text) {
            shown += &text[done..from];
            shown.extend(text[from..to].chars().map(|_| '*'));
            done = to;
        }
        shown + &text[done..]
    }

    #[test]
    fn a_number_is_known_however_it_is_spelled() {
        for number in [
            "13966667777",
            "139-6666-7777",
            "139.6666.7777",
            "139 6666 7777",
            "139 - 6666 - 7777",
            "139·6666·7777",
            "1396 666 7777",
            "139 666 67777",
            "1396666-7777",
            "139-66667777",
            "139-6666-77-77",
            "139_6666_7777",
            "139(6666)7777",
            "139（6666）7777",
            "1 3 9 6 6 6 6 7 7 7 7",
            "１３９６６６６７７７７",
            "１３９－６６６６－７７７７",
            "139—6666—7777",
            "139\u{3000}6666\u{3000}7777",
            "0717-2885566",
            "0717 2885566",
            "0717－2885566",
            "0717—2885566",
            "0717 288 5566",
            "０７１７２８８５５６６",
            "07172885566",
            "023 41410000",
            "02341410000",
            "010-6666 7777",
            "500227199001011234",
            "50022719900101123X",
            "500227 19900101 1234",
            "５００２２７１９９００１０１１２３Ｘ",
            "500227900101123",
        ] {
            let stars = "*".repeat(number.chars().count());
            for (before, after) in [
                ("", ""),
                ("电话", "，请回"),
                ("张三（", "）"),
                ("+86", " "),
                ("tel:", "转3"),
                ("2024年3月1日，", "、2024"),
            ] {
                let text = format!("{before}{number}{after}");
                assert_eq!(hidden(&text), format!("{before}{stars}{after}"));
            }
        }
        assert_eq!(hidden("(0717)2885566"), "(************");
        assert_eq!(hidden("(138)12345678"), "(************");
        assert_eq!(hidden("（138） 1234-5678"), "（**************");
        assert_eq!(hidden("电话一三八一二三四五六七八。"), "电话***********。");
        assert_eq!(hidden("幺三九 六六六六 七七七七"), "*************");
        assert_eq!(hidden("座机：〇七一七二八八五五六六"), "座机：***********");
        assert_eq!(hidden("电话：二八八五五六六"), "电话：*******");
        assert_eq!(hidden("138一二三四5678"), "***********");
        assert_eq!(hidden("139\u{200b}66667777"), "************");
        assert_eq!(hidden("Tel13966667777"), "Tel***********");
        assert_eq!(hidden("联系电话：2885566。"), "联系电话：*******。");
    }

    #[test]
    fn what_is_no_number_of_a_person_stays() {
        for text in [
            "2024-05-31",
            "2024.05.31至2024.12.31",
            "2024年5月31日 2024年6月1日",
            "20240531",
            "1949-1978 2024",
            "健龙府函〔2024〕99号",
            "国办发〔2019〕0717号",
            "第0038号",
            "HG-201901287",
            "2024-17,2024-18,2024-19",
            "闭字第20240012号",
            "投入13812345678901元",
            "投入13812345678元",
            "总额13812345678.00元",
            "138.12345678",
            "1 3 5 7 9 11 13 15 17 19 21",
            "1 3 9 6 6 6 6 7 7 7 7 8",
            "297万元、33,700元、12,345,678,901元",
            "5000人、1500米、3.5公里",
            "编号0001234567",
            "138123456789",
            "500227299001011234",
            "2023-500227-04-01-123456",
            "a1b2c3d4e5f60718293a13812345678bcdef",
            "9f2c13812345678aa",
            "2885566",
            "12345热线",
            "6-2-301",
            "二〇二四年三月一日至二〇二五年十二月三十一日",
            "一九七八一九四九",
            "一三八一二三四五六七八元",
            "一、二、三、四、五、六、七、八、九、十、十一",
            "一三五七九组",
            "(138)件、(12345678)",
            "第一百三十八号",
            "",
        ] {
            assert_eq!(hidden(text), text);
        }
    }
}
