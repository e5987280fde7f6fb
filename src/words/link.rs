//! What is said of the address behind a code to scan.

use super::{Lang, Message, say};
use crate::domain::terms::{Link, LinkError, strip_hidden};

/// Something that is no address to be printed.
pub fn bad_link(lang: Lang, field: &str, typed: &str, why: &LinkError) -> Message {
    let typed = strip_hidden(typed);
    let message = Message::new(say(
        lang,
        format!("{field} 不接受网址“{typed}”"),
        format!("{field} does not take the link `{typed}`"),
    ));
    let told = match why {
        LinkError::Scheme => say(
            lang,
            "网址要以 https:// 或 http:// 开头",
            "a link begins with https:// or http://",
        ),
        LinkError::Host => say(
            lang,
            ":// 后面没有网站,或者前面带了用户名和密码",
            "no host stands after ://, or a name and a password before it",
        ),
        LinkError::Sign(sign) => {
            let sign = sign.escape_debug();
            say(
                lang,
                format!("网址里不能有“{sign}”"),
                format!("a link does not hold `{sign}`"),
            )
        }
        LinkError::TooLong => say(
            lang,
            format!("长过 {} 个字节,码太密,扫不出来", Link::BYTES_MOST),
            format!(
                "over {} bytes; such a code is too fine to scan",
                Link::BYTES_MOST
            ),
        ),
        LinkError::PersonsNumber => say(
            lang,
            "里面有像电话或证件的号码,公示卡上不印",
            "a number like a phone's or an identity card's stands in it, which no public card shows",
        ),
    };
    message.because(told).hint(say(
        lang,
        "写成 https://…,每位代表各有一页的用 {name} 代替姓名",
        "write https://…; {name} stands for the name where each deputy has a page",
    ))
}

/// A card without a code, and what puts one there.
pub fn card_without_code(lang: Lang) -> String {
    say(
        lang,
        "卡上没有二维码: 加 --link https://…,或者写进本办公室办法的 card.link(jianyi rules new 起草)",
        "no code on the card: add --link https://…, or write card.link into the rule set of the office (begin with jianyi rules new)",
    )
}
