//! What a letter or a notice lacks, in words; beside it what a template may lack.

use super::label::labels;
use super::{Lang, Message, Pair, Word, list};

labels! {
    LetterLack:
    Congress => "不知道是哪一级人民代表大会", "the congress is not known";
    Assignment => "没有交办", "not handed over";
    Deputy => "没有领衔代表", "no lead deputy";
    Reply => "还没有答复", "not replied to yet";
    ReplyText => "答复没有正文", "no words of the reply";
    DocNo => "答复没有文号", "the reply has no number";
    OwnDocNo => "没有文号(用 --doc-no 给出)", "no number (give it with --doc-no)";
    Signer => "答复没有签发人", "the reply has no signer";
    Class => "没有办理结果类别", "no class";
    Publication => "没有注明公开属性", "nobody said whether it may be published";
    Contact => "没有联系人或联系电话", "no clerk or phone";
    CoOpinion => "没有会办意见", "no co-opinion";
    Return => "没有退回,印的是空白表", "not given back: a blank form";
    Due => "没有答复期限", "no last day of the reply";
    Extension => "没有延期", "no extension";
    AnswerDue => "督办没有定答复日期", "no day by which the notice is answered";
    Consultation => "没有面商,印的是空白表", "no talk: a blank form";
    Place => "没有地点", "no place";
    ConsultationPaper => "面商没有记录内容", "nothing was written down of the talk";
}

/// What some papers lack, a line each: `没有文号: 第17号`. They are there all the same.
pub fn letters_lack(lang: Lang, papers: usize, lines: &[String]) -> Message {
    let count = lines.len();
    let lines = lines.join("\n");
    Message::new(match lang {
        Lang::Zh => format!("{papers} 份都已给出,有 {count} 项没有记录,请在空白处补上:\n{lines}"),
        Lang::En => format!(
            "{papers} given out; {count} things are not recorded and stand blank, to be filled in by hand:\n{lines}"
        ),
    })
    .hint(match lang {
        Lang::Zh => "也可以先补记,再印一次",
        Lang::En => "or record them and print again",
    })
}

/// A template filled makes a document of Word and nothing else.
pub fn template_makes_docx(lang: Lang, asked: &str) -> Message {
    Message::new(match lang {
        Lang::Zh => format!("填好的模板是 .docx,写不成 {asked}"),
        Lang::En => format!("a filled template is a .docx and cannot become {asked}"),
    })
    .hint(match lang {
        Lang::Zh => "-o 的文件名用 .docx 结尾,或者去掉 --template",
        Lang::En => "let the name of -o end in .docx, or leave out --template",
    })
}

/// What the papers say and a template has no place for.
pub fn template_leaves_out(lang: Lang, names: &[&str]) -> String {
    let names = names.iter().map(|name| format!("{{{{{name}}}}}"));
    let names = names.collect::<Vec<_>>().join(" ");
    match lang {
        Lang::Zh => format!("注意: 模板里没有 {names},这些内容没有印上"),
        Lang::En => format!("note: the template has no {names}; these words were not printed"),
    }
}

/// Tables that stand as lines because a template has no place for them.
pub fn tables_as_lines(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!(
            "注意: 表格逐行写进了 {{{{正文}}}};要原样的表格,在模板里单独一段写 {{{{{name}}}}}"
        ),
        Lang::En => format!(
            "note: the tables stand as lines in {{{{正文}}}}; write {{{{{name}}}}} in a paragraph of its own to have them as tables"
        ),
    }
}

/// There is nothing to print of these cases.
pub fn no_letter(lang: Lang, cases: &[String]) -> Message {
    let cases = list(lang, cases);
    Message::new(match lang {
        Lang::Zh => format!("没有要印的: {cases}"),
        Lang::En => format!("nothing to print of {cases}"),
    })
    .because(match lang {
        Lang::Zh => "还没有交办,或者没有记录这一步(延期、督办、不满意),或者没有单位欠着答复、整改或者承诺",
        Lang::En => "not handed over yet, or the step (extension, supervision, dissatisfied rating) is not recorded, or no unit owes a reply, a rework or a promise",
    })
    .hint(match lang {
        Lang::Zh => "看办到哪一步: jianyi show 编号",
        Lang::En => "see where it stands: jianyi show CASE",
    })
}

/// Several papers and one file, or the screen.
pub fn needs_a_folder(lang: Lang, count: usize, is_file: bool) -> Message {
    Message::new(match (lang, is_file) {
        (Lang::Zh, true) => format!("共 {count} 份,一个文件放不下"),
        (Lang::En, true) => format!("{count} papers do not go into one file"),
        (Lang::Zh, false) => format!("共 {count} 份,屏幕上一次只显示一份"),
        (Lang::En, false) => format!("{count} papers; the screen shows one at a time"),
    })
    .hint(match lang {
        Lang::Zh => "写到一个目录里: -o 目录/",
        Lang::En => "write them into a folder: -o FOLDER/",
    })
}

/// So many papers stand in a folder now.
pub fn letters_saved(lang: Lang, count: usize, folder: &str) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("已写到 {folder}: {count} 份"),
        (Lang::En, 1) => format!("written to {folder}: 1 paper"),
        (Lang::En, _) => format!("written to {folder}: {count} papers"),
    }
}

/// Papers that somebody went on writing in another program.
pub fn written_by_others(lang: Lang, files: &[String]) -> Message {
    let files = super::list(lang, files);
    Message::new(match lang {
        Lang::Zh => format!("这些文件在别的程序里改过,没有覆盖,一份也没有写: {files}"),
        Lang::En => {
            format!("changed in another program and not overwritten, nothing written: {files}")
        }
    })
    .hint(match lang {
        Lang::Zh => "换个目录或文件名;改动不要了,加 -y 覆盖",
        Lang::En => "give another folder or name; -y overwrites them",
    })
}

/// A number that was given for papers of several units, each of which counts its own.
pub fn one_number_of_units(lang: Lang, units: &[String]) -> Message {
    let units = super::list(lang, units);
    Message::new(match lang {
        Lang::Zh => format!("一个文号不能给几个单位的函: {units}"),
        Lang::En => format!("one number does not go on the letters of several units: {units}"),
    })
    .because(match lang {
        Lang::Zh => "文号是各单位自己编的",
        Lang::En => "each unit counts its own papers",
    })
    .hint(match lang {
        Lang::Zh => "用 --unit 一次印一个单位的;不给 --doc-no,文号处就留空白",
        Lang::En => "print one unit at a time with --unit; without --doc-no a blank stands there",
    })
}

/// A number that was given, counted on over several papers.
pub fn numbered_on(lang: Lang, first: &str, last: &str) -> String {
    match lang {
        Lang::Zh => format!("文号从 {first} 依次编到 {last}"),
        Lang::En => format!("numbered from {first} to {last}"),
    }
}

/// Reminders that go out long before the last day: the cases with the days that are left.
pub fn reminded_early(lang: Lang, cases: &[(String, i64)]) -> String {
    let told = cases.iter().map(|(case, days)| match lang {
        Lang::Zh => format!("{case}还有 {days} 天"),
        Lang::En => format!("{case} ({days} days left)"),
    });
    let told: Vec<String> = told.collect();
    let told = super::list(lang, &told);
    match lang {
        Lang::Zh => format!("离期限还早: {told};催办函照印,要不要现在发请斟酌"),
        Lang::En => {
            format!("long before the last day: {told}; printed all the same, think before sending")
        }
    }
}

/// Some of several papers were written before one could not be.
pub fn letters_stopped(lang: Lang, written: usize, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{count} 份里已写成前 {written} 份,下一份没有写成"),
        Lang::En => format!("the first {written} of {count} are written, the next is not"),
    }
}
