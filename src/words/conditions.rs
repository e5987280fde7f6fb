//! The conditions of a list in words: those that there are not, and those that found nothing.

use super::{Lang, Message, list, say};

/// A saved filter must not hide a word that lists know already.
pub fn is_condition(lang: Lang, name: &str) -> Message {
    Message::new(say(
        lang,
        format!("“{name}”本身就是一个筛选条件"),
        format!("`{name}` is a condition by itself"),
    ))
    .hint(say(
        lang,
        "换一个名称,例如: 农业急件",
        "choose another name, for example: urgent",
    ))
}

/// A second condition of a kind of which a case has only one.
pub fn two_of_a_kind(lang: Lang, word: &str) -> Message {
    Message::new(say(
        lang,
        format!("“{word}”和前面的一个条件是同一种,没有一件能同时符合"),
        format!("`{word}` is a condition like one before it: no case fits both"),
    ))
    .hint(say(
        lang,
        "一次只写其中一个,分两次查",
        "write one of them, and list twice",
    ))
}

/// A condition that several names fit, where one is to be meant.
pub fn several_fit(lang: Lang, fits: &str) -> Message {
    Message::new(say(
        lang,
        format!("不止一个名字符合: {fits}"),
        format!("more than one name fits: {fits}"),
    ))
    .hint(say(
        lang,
        "把要的那个写全;先看有哪些件: jianyi list 加同样的条件",
        "write the one that is meant in full; jianyi list with the same condition shows the cases",
    ))
}

/// A condition that no list knows, with those it is like.
pub fn no_such_condition(lang: Lang, word: &str, near: &[String]) -> Message {
    Message::new(say(
        lang,
        format!("没有筛选条件“{word}”"),
        format!("no condition `{word}`"),
    ))
    .near(lang, near)
    .hint(say(
        lang,
        "能写的条件见 jianyi help 筛选;在全文里找用 jianyi search",
        "jianyi help filters names them all; jianyi search looks in full text",
    ))
}

/// Words that were looked for in full text where nothing is listed; whether none mentions them, and
/// the conditions they are like.
pub fn nothing_mentions(lang: Lang, (word, is_nowhere): (&str, bool), near: &[String]) -> String {
    let what = match is_nowhere {
        true => say(
            lang,
            format!("在标题、正文、答复和记录里找了“{word}”,一件也没有"),
            format!(
                "looked for `{word}` in titles, bodies, replies and notes: no case mentions it"
            ),
        ),
        false => say(
            lang,
            format!("有建议写到“{word}”,但没有一件同时符合其他条件"),
            format!("cases mention `{word}`, but none fits the other conditions too"),
        ),
    };
    let meant = match near {
        [] => String::new(),
        near => say(
            lang,
            format!("。是不是想说: {}", list(lang, near)),
            format!("; did you mean: {}", list(lang, near)),
        ),
    };
    let all = say(
        lang,
        "看全部用 jianyi list,能写的条件见 jianyi help 筛选",
        "jianyi list shows all, jianyi help filters the conditions",
    );
    say(
        lang,
        format!("{what}{meant}。{all}"),
        format!("{what}{meant}; {all}"),
    )
}
