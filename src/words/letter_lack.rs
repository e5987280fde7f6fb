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
    ConsultationPaper => "面商没有记录内容", "nothing was written down of the talk";
}

/// What some letters lack, a line a case: `第17号: 没有文号`.
pub fn letters_lack(lang: Lang, lines: &[String]) -> Message {
    let count = lines.len();
    let lines = lines.join("\n");
    Message::new(match lang {
        Lang::Zh => format!("已经印出,其中 {count} 处没有记录,留了空白:\n{lines}"),
        Lang::En => format!("printed, with {count} blanks where nothing is recorded:\n{lines}"),
    })
}

/// There is nothing to print of these cases.
pub fn no_letter(lang: Lang, cases: &[String]) -> Message {
    let cases = list(lang, cases);
    Message::new(match lang {
        Lang::Zh => format!("没有要印的: {cases}"),
        Lang::En => format!("nothing to print of {cases}"),
    })
    .because(match lang {
        Lang::Zh => "还没有交办,或者没有记录这一步(延期、督办、不满意),或者没有单位欠着答复",
        Lang::En => "not handed over yet, or the step (extension, supervision, dissatisfied rating) is not recorded, or no unit owes a reply",
    })
    .hint(match lang {
        Lang::Zh => "看办到哪一步: jianyi show 编号",
        Lang::En => "see where it stands: jianyi show CASE",
    })
}

/// Several papers and one file.
pub fn needs_a_folder(lang: Lang, count: usize) -> Message {
    Message::new(match lang {
        Lang::Zh => format!("共 {count} 份,一个文件放不下"),
        Lang::En => format!("{count} papers do not go into one file"),
    })
    .hint(match lang {
        Lang::Zh => "给一个目录: -o 目录/",
        Lang::En => "name a folder: -o FOLDER/",
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
