//! Words of what the public may read, and of what was left out of it.

use super::label::labels;
use super::{Lang, Message, Pair, Word, say};

labels! {
    PublicLabel:
    Reply => "答复摘要", "Reply";
    Effects => "办理成效", "Effects";
    LeftOutList => "没有公开的内容", "What was left out";
    LeftOutField => "内容", "What";
    LeftOutWhy => "原因", "Why";
    LeftOutPlaces => "处数", "Places";
    WholeCase => "整件", "The whole case";
    Confidential => "代表要求保密", "confidential";
    Withheld => "答复定为不予公开", "the reply is not to be published";
    NotSaid => "答复没有写明可以公开", "the reply does not say that it may be published";
    HiddenNumbers => "含电话、身份证号或住址，已隐去", "phone, identity or door numbers, hidden";
    NeverShown => "经办人、电话、面商和办理记录、催办督办、评价意见、内部备注、佐证文件和文件名、记录人一律不公开，不逐条列出",
        "Never published, and not listed one by one: clerks, phones, talks and progress notes, reminders and supervision, comments on ratings, internal notes, files and their names, who recorded it";
}

/// Above a public page: whose suggestions, and what became of them.
pub fn public_title(lang: Lang, office: &str) -> String {
    say(
        lang,
        format!("{office}代表建议办理情况公开"),
        format!("Deputies' suggestions and what became of them: {office}"),
    )
}

/// Below the list of cases: how many are not in it.
pub fn kept_back(lang: Lang, count: usize) -> String {
    say(
        lang,
        format!("另有 {count} 件依照规定不公开，只计入数字"),
        match count {
            1 => "1 more case is counted but not published".to_owned(),
            _ => format!("{count} more cases are counted but not published"),
        },
    )
}

/// Said to who prints it: what is missing, and how to see it.
pub fn left_out(lang: Lang, whole: usize, replies: usize, numbers: usize, command: &str) -> String {
    say(
        lang,
        format!(
            "没有公开: 整件 {whole} 件, 答复内容 {replies} 件, 隐去号码和住址 {numbers} 处;明细: jianyi report {command} --left-out"
        ),
        format!(
            "left out: {whole} whole cases, {replies} replies; {numbers} phone, identity or door numbers hidden; see jianyi report {command} --left-out"
        ),
    )
}

/// Two years beside each other, in a paper that goes out.
pub fn not_beside(lang: Lang) -> Message {
    Message::new(say(
        lang,
        "公开网页、答复汇编不能并列两年",
        "the public page and the booklet have no other year beside them",
    ))
    .because(say(
        lang,
        "它们逐件列出一年的建议;对比在年度报告和统计报表里",
        "they list the cases of one year; the yearly report and the counted reports compare",
    ))
    .hint(say(
        lang,
        "用 jianyi 报表 年度报告 --对比 2023,或 jianyi 报表 汇总 --对比 2023",
        "use jianyi report annual --compare 2023, or jianyi report summary --compare 2023",
    ))
}

/// What a block of a text is, where the text stands as rows.
pub fn block(lang: Lang, key: &'static str) -> &'static str {
    const BLOCKS: [(&str, &str); 12] = [
        ("letterhead", "发文机关"),
        ("number", "文号"),
        ("marks", "标注"),
        ("title", "标题"),
        ("heading", "小标题"),
        ("addressee", "主送"),
        ("paragraph", "正文"),
        ("table", "表格"),
        ("form", "表单"),
        ("signature", "署名"),
        ("note", "附注"),
        ("imprint", "版记"),
    ];
    let known = BLOCKS.iter().find(|(known, _)| *known == key);
    match (lang, known) {
        (Lang::Zh, Some((_, word))) => word,
        (Lang::Zh, None) | (Lang::En, _) => key,
    }
}
