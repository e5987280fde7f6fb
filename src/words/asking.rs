//! What is said while somebody is led through a command.

use super::{Lang, Message, Word, case_label_of, list, say, session};
use crate::domain::book::{Book, Case};
use crate::domain::terms::Name;

/// Long work, as somebody who waits for it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Rows of a foreign file are read and judged.
    Import,
    /// A ledger goes out.
    Export,
    /// Every line of the journal is looked at.
    Verify,
    /// Letters and notices are written, each into its file.
    Letters,
}

/// A long text: what to do with one.
pub fn long_prompt(lang: Lang, label: &str) -> String {
    say(
        lang,
        format!("{label}(可粘贴多行;输入 e 打开编辑器;回车跳过)"),
        format!("{label} (paste lines; e opens your editor; Enter skips)"),
    )
}

/// The first part of a help text: what a value is, without what else can be said of it.
pub fn first_part(help: &str) -> &str {
    let end = help.find(['(', '（', ';', '；', '。']);
    help[..end.unwrap_or(help.len())].trim()
}

/// A value that may be left out.
pub fn may_skip(lang: Lang, label: &str) -> String {
    say(
        lang,
        format!("{label}(回车跳过)"),
        format!("{label} (Enter skips)"),
    )
}

/// What parts a name from its value.
pub fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    }
}

/// Cases by number or by title.
pub fn case_prompt(lang: Lang, label: &str) -> String {
    say(
        lang,
        format!("{label}(编号,或标题里的字、拼音、声母;回车全列)"),
        format!("{label} (numbers, or words of the title; Enter lists all)"),
    )
}

/// Many choices, to be narrowed first.
pub fn narrow_prompt(lang: Lang, label: &str, count: usize, may_skip: bool) -> String {
    let (zh, en) = match may_skip {
        true => ("回车跳过", "Enter skips"),
        false => ("回车全列", "Enter lists all"),
    };
    say(
        lang,
        format!("{label}(共{count}个;汉字、拼音或声母;{zh})"),
        format!("{label} ({count}; characters, pinyin or initials; {en})"),
    )
}

/// One choice.
pub fn one_prompt(lang: Lang, label: &str) -> String {
    say(
        lang,
        format!("{label}(↑↓ 选,或打几个字;回车定)"),
        format!("{label} (arrows, or type a few letters; Enter is done)"),
    )
}

/// Any number of choices.
pub fn several_prompt(lang: Lang, label: &str) -> String {
    say(
        lang,
        format!("{label}(空格选,回车定)"),
        format!("{label} (space picks, Enter is done)"),
    )
}

/// A line of which the terminal took only so many bytes.
pub fn line_cut(lang: Lang, bytes: usize) -> String {
    say(
        lang,
        format!(
            "这个终端一行最多收 {bytes} 个字节(约 {} 个汉字),后面的丢了,所以这一行不算;请分成几行粘贴,长文字也可以写在文件里",
            bytes / 3
        ),
        format!(
            "this terminal takes {bytes} bytes a line and dropped the rest, so the line does not count; paste it in several lines"
        ),
    )
}

/// A rule set of the whole country, under the other name that people have for it.
pub fn set_by_law(lang: Lang, label: &Name) -> String {
    match label.as_str().contains("全国") {
        true => say(lang, "·国家法律", " · national law"),
        false => String::new(),
    }
}

/// Which rule set a new store takes, and what to do where one's own is not among them.
pub fn rule_set_prompt(lang: Lang) -> String {
    say(
        lang,
        "适用的办法;没有本省本市的先选全国,以后用 jianyi rules adopt 换",
        "Rule set; where yours is not there take the national one, and jianyi rules adopt another later",
    )
}

/// Nothing is found by what was typed.
pub fn no_hit(lang: Lang, typed: &str, near: &[&str]) -> String {
    let what = say(
        lang,
        format!("没有找到“{typed}”"),
        format!("nothing is found by `{typed}`"),
    );
    if near.is_empty() {
        return what;
    }
    let near = list(lang, near);
    say(
        lang,
        format!("{what};相近的: {near}"),
        format!("{what}; near: {near}"),
    )
}

/// The editor could not be used; what was answered stays.
pub fn editor_failed(lang: Lang, why: &str) -> Message {
    Message::new(say(lang, "编辑器没有成功", "the editor failed"))
        .because(why)
        .hint(say(
            lang,
            "直接输入,或用环境变量 EDITOR 换一个编辑器",
            "type it here, or name another one in EDITOR",
        ))
}

/// Yes and no.
pub fn yes_no(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["是", "否"],
        Lang::En => ["yes", "no"],
    }
}

/// The last look: the heading, and what can be done.
pub fn last_look(lang: Lang) -> (&'static str, [&'static str; 3]) {
    match lang {
        Lang::Zh => ("请再看一遍,还没有写入:", ["写入", "改一项", "取消"]),
        Lang::En => (
            "A last look; nothing is written yet:",
            ["record it", "change an answer", "cancel"],
        ),
    }
}

/// The number that a suggestion will bear, and of which session it will be.
pub fn to_be_numbered(lang: Lang, book: &Book, case: &Case) -> String {
    let number = match case.number {
        Some(_) => case_label_of(book, case.designation()),
        None => say(lang, "受理时再编", "given when it is accepted"),
    };
    let of = format!(
        "{} · {}",
        session(lang, case.session),
        case.period.word(lang)
    );
    say(
        lang,
        format!("  编号：{number}({of})"),
        format!("  Number: {number} ({of})"),
    )
}

/// Of several cases one is refused, and so none is written; those that would pass alone.
pub fn none_written(lang: Lang, passing: &str) -> String {
    match passing {
        "" => say(lang, "一件也没有写入", "none was written"),
        passing => say(
            lang,
            format!("一件也没有写入;能做这一步的写成: {passing}"),
            format!("none was written; these would pass: {passing}"),
        ),
    }
}

/// What is asked at the last look.
pub fn record_it(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "写入吗",
        Lang::En => "Record it",
    }
}

/// After a refusal: an answer can be given anew.
pub fn mend(lang: Lang) -> (&'static str, [&'static str; 2]) {
    match lang {
        Lang::Zh => ("怎么办", ["改一项", "不写了"]),
        Lang::En => ("What now", ["change an answer", "leave it"]),
    }
}

/// Which answer is given anew.
pub fn which_answer(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "改哪一项",
        Lang::En => "Which answer",
    }
}

/// The line that would have done the same.
pub fn same_line(lang: Lang, line: &str) -> String {
    say(
        lang,
        format!("一行命令也能做同样的事:\n  {line}"),
        format!("the same in one line:\n  {line}"),
    )
}
