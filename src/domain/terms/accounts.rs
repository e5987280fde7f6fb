//! Accounts by which a person is reached or known: mail addresses, and what stands after QQ or 微信,
//! after the name of a card, a passport, a certificate.
//!
//! Refuses: a word after 微信 that only names what it is (微信群, 微信公众号, 微信APP): an account is
//! called one, or has a digit in it.

/// Words that an account follows, and whether digits alone are one without a mark between.
const CALLED: [(&str, bool); 13] = [
    ("护照号码", true),
    ("护照号", true),
    ("护照", false),
    ("银行卡号", true),
    ("卡号", true),
    ("账号", true),
    ("低保证号", true),
    ("残疾证号", true),
    ("qq号", true),
    ("qq群", true),
    ("qq", true),
    ("微信号", true),
    ("微信", false),
];

/// Whether a sign is one of those of which every text with an account has one: the mark of a mail
/// address, or what stands in each word that an account follows.
pub(super) fn marks_account(sign: char) -> bool {
    matches!(
        sign,
        '@' | '＠' | '照' | '卡' | '账' | '证' | 'q' | 'Q' | '微'
    )
}

/// Where such accounts stand: byte ranges, from left to right.
pub(super) fn accounts(text: &str) -> Vec<(usize, usize)> {
    let mut found = match text.contains(['@', '＠']) {
        true => mails(text),
        false => Vec::new(),
    };
    // Signs keep their bytes but for those of full width, which no account is written in.
    let small = text.to_ascii_lowercase();
    if !CALLED.iter().any(|(word, _)| small.contains(word)) {
        return found;
    }
    let mut at = 0;
    while let Some(called) = next_called(&small, at) {
        let (word_end, digits_are_one) = called;
        at = word_end;
        if let Some((from, to)) = account(&small, word_end, digits_are_one) {
            found.push((from, to));
            at = to;
        }
    }
    found.sort_unstable();
    found
}

/// Where the next word ends that an account may follow.
fn next_called(text: &str, from: usize) -> Option<(usize, bool)> {
    let places = CALLED.iter().filter_map(|(word, digits)| {
        let at = from + text.get(from..)?.find(word)?;
        Some((at, at + word.len(), *digits))
    });
    // Of two words at one place the longer one is meant.
    let first = places.min_by_key(|(at, end, _)| (*at, usize::MAX - end));
    first.map(|(_, end, digits)| (end, digits))
}

/// The account after a word.
fn account(text: &str, after: usize, digits_are_one: bool) -> Option<(usize, usize)> {
    const MARKS: [char; 8] = ['：', ':', ' ', '为', '是', '号', '（', '('];
    const LENGTHS: std::ops::RangeInclusive<usize> = 5..=20;
    let rest = text.get(after..)?;
    let begun = rest.trim_start_matches(MARKS);
    let is_marked = begun.len() < rest.len() || text[..after].ends_with('号');
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let length = begun.find(|c| !sign(c)).unwrap_or(begun.len());
    let word = &begun[..length];
    let has_digit = word.chars().any(|c| c.is_ascii_digit());
    let is_number = word.chars().all(|c| c.is_ascii_digit());
    let is_counted = begun[length..].starts_with(['元', '人', '万', '次', '件', '年', '个', '条']);
    let is_one = match is_number {
        true => (is_marked || digits_are_one) && !is_counted,
        false => is_marked || has_digit,
    };
    let from = text.len() - begun.len();
    (is_one && LENGTHS.contains(&length)).then_some((from, from + length))
}

/// Mail addresses: what stands before and after an `@` of either width.
fn mails(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '@' | '＠')) {
        let name = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
        let before = text[..at].chars().rev().take_while(name);
        let from = at - before.count();
        let domain = text[at + mark.len_utf8()..].chars();
        let domain = domain.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
        let domain: String = domain.collect();
        let domain = domain.trim_end_matches(['.', '-']);
        let is_mail = from < at && domain.contains('.');
        if is_mail && found.last().is_none_or(|(_, ended)| *ended <= from) {
            found.push((from, at + mark.len_utf8() + domain.len()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(text: &str) -> String {
        let mut shown = String::new();
        let mut done = 0;
        for (from, to) in accounts(text) {
            shown += &text[done..from];
            shown.extend(text[from..to].chars().map(|_| '*'));
            done = to;
        }
        shown + &text[done..]
    }

    #[test]
    fn an_account_is_known_by_what_stands_beside_it() {
        for (text, shown) in [
            ("邮箱zhang.san@qq.com，请回", "邮箱****************，请回"),
            ("a@b.cn和c_d＠e-f.com.", "******和***********."),
            ("QQ：12345678", "QQ：********"),
            ("加qq12345678吧", "加qq********吧"),
            ("ＱＱ号", "ＱＱ号"),
            ("QQ群987654321", "QQ群*********"),
            ("微信号：zhang_san88", "微信号：***********"),
            ("微信zhangsan88", "微信**********"),
            ("微信: zhangsan", "微信: ********"),
            ("微信号wxid-abc", "微信号********"),
            ("护照E12345678", "护照*********"),
            ("护照号码：e12345678。", "护照号码：*********。"),
            ("低保证号5002271234", "低保证号**********"),
            ("银行卡号 6222021234567", "银行卡号 *************"),
        ] {
            assert_eq!(hidden(text), shown);
        }
    }

    #[test]
    fn every_word_that_an_account_follows_has_a_mark() {
        for (word, _) in CALLED {
            assert!(word.contains(marks_account), "{word}");
        }
    }

    #[test]
    fn what_is_no_account_stays() {
        for text in [
            "微信群里反映",
            "护照办理1次",
            "账号被盗3起",
            "微信公众号jianlong2020",
            "微信WeChat宣传",
            "微信APP",
            "微信10000人次",
            "通过QQ、微信反映3次",
            "QQ10000人",
            "单价@3.5元",
            "@所有人",
            "见a@b",
            "2024-05-31",
        ] {
            assert_eq!(hidden(text), text);
        }
    }
}
