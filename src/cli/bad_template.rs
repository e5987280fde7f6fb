//! Why a template that was to be filled cannot be used, in words.

use crate::intake::TemplateError;
use crate::words::{Lang, Message, list, say};

/// Why a template cannot be used, and what to do.
pub(super) fn bad_template(lang: Lang, file: &str, error: &TemplateError) -> Message {
    let what = what(lang, error);
    let message = Message::new(say(
        lang,
        format!("模板“{file}”不能用: {what}"),
        format!("the template `{file}` cannot be used: {what}"),
    ));
    match error {
        TemplateError::Broken(_) => message.hint(save_anew(lang)),
        TemplateError::NoXml { part, why } => {
            let because = say(
                lang,
                format!("其中的 {part} 不是正确的 XML: 标签没有配对,或者有不认识的 &…; 符号"),
                format!("its part {part} is no correct XML: {why}"),
            );
            message.because(because).hint(save_anew(lang))
        }
        TemplateError::Unknown { unknown, known } => {
            let known = list(lang, known);
            let near = unknown.iter().filter(|(_, near)| !near.is_empty());
            let near = near.map(|(name, near)| {
                let near = list(lang, near);
                say(
                    lang,
                    format!("{{{{{name}}}}} 是不是 {near}?"),
                    format!("did you mean {near} by {{{{{name}}}}}?"),
                )
            });
            near.fold(message, Message::hint).hint(say(
                lang,
                format!("可以用的: {known}"),
                format!("known are: {known}"),
            ))
        }
        TemplateError::NoPlaceholder => message.hint(say(
            lang,
            "在要填的地方写 {{标题}} {{主送}} {{正文}} {{署名}} {{日期}}",
            "write {{标题}} {{主送}} {{正文}} {{署名}} {{日期}} where words are to come",
        )),
        TemplateError::Unclosed(_) => message.hint(say(
            lang,
            "每处写成 {{标题}} 的样子,两边各两个括号",
            "write each like {{标题}}, two braces on both sides",
        )),
        TemplateError::Outside(_) => message.hint(save_anew(lang)),
        TemplateError::Old | TemplateError::Macros => message.hint(say(
            lang,
            "用 WPS 或 Word 另存为 .docx(不带宏、不加密码)",
            "save it as .docx in WPS or Word, without macros and password",
        )),
        TemplateError::NoDocument | TemplateError::TooLarge => message.hint(say(
            lang,
            "给一个一两页的 .docx 红头模板",
            "give a .docx of a page or two",
        )),
    }
}

fn save_anew(lang: Lang) -> String {
    say(
        lang,
        "用 WPS 或 Word 打开,另存为 .docx 再试",
        "open it in WPS or Word, save it as .docx, try again",
    )
}

fn what(lang: Lang, error: &TemplateError) -> String {
    let (zh, en) = match error {
        TemplateError::Old => (
            "这是旧版 .doc 文件,或者加了密码",
            "it is an old .doc file, or has a password",
        ),
        TemplateError::NoDocument => (
            "这是压缩包或别的文档,不是 .docx",
            "it is an archive or another document, no .docx",
        ),
        TemplateError::Broken(_) | TemplateError::NoXml { .. } => {
            ("文件不是 .docx,或者已损坏", "it is no .docx, or damaged")
        }
        TemplateError::TooLarge => (
            "展开后太大,没有读",
            "unpacked it is too large; it was not read",
        ),
        TemplateError::Macros => ("里面有宏", "it has macros in it"),
        TemplateError::NoPlaceholder => (
            "里面没有 {{…}},填不进内容",
            "there is no {{…}} in it to be filled",
        ),
        TemplateError::Outside(part) => {
            return say(
                lang,
                format!("其中的“{part}”会写到文件夹外面"),
                format!("its part `{part}` would be written outside its folder"),
            );
        }
        TemplateError::Unclosed(places) => {
            let places = list(lang, places);
            return say(
                lang,
                format!("大括号没有配对: {places}"),
                format!("braces without their others: {places}"),
            );
        }
        TemplateError::Unknown { unknown, .. } => {
            let names = unknown.iter().map(|(name, _)| format!("{{{{{name}}}}}"));
            let names = list(lang, &names.collect::<Vec<_>>());
            return say(
                lang,
                format!("不认识 {names}"),
                format!("nobody knows {names}"),
            );
        }
    };
    say(lang, zh, en)
}
