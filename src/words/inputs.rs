//! What is said of words that cannot be read: dates, numbers, texts, options, files.

use super::{Lang, LedgerColumn, Message, list, say};
use crate::domain::terms::{CaseRefError, DateError, TextError, nearest, spreadsheet_day};

/// A date that cannot be read.
pub fn bad_date(lang: Lang, field: Option<&str>, error: &DateError) -> Message {
    let what = match error {
        DateError::Unreadable(text) => match spreadsheet_day(text) {
            Some(day) => say(
                lang,
                format!("“{text}”像是表格软件的日期序号,即 {day}: 把这一列设成日期格式再存"),
                format!(
                    "`{text}` looks like a spreadsheet's number of the day {day}: format the column as dates"
                ),
            ),
            None => say(
                lang,
                format!("看不懂日期“{text}”"),
                format!("`{text}` is not a date"),
            ),
        },
        DateError::NoSuchDay(text) => say(
            lang,
            format!("没有“{text}”这一天"),
            format!("there is no day `{text}`"),
        ),
    };
    let what = match field {
        Some(field) => format!("{field}: {what}"),
        None => what,
    };
    Message::new(what).hint(say(
        lang,
        "日期可以写: 2026-03-01 · 2026/3/1 · 2026.3.1 · 20260301 · 2026年3月1日 · 3月1日 · 今天 · 昨天 · 明天 · 后天 · 下周五",
        "write a date as 2026-03-01, 2026/3/1, 20260301, 2026年3月1日, today or yesterday",
    ))
}

/// A case number that cannot be read.
pub fn bad_case(lang: Lang, error: &CaseRefError) -> Message {
    let what = match error {
        CaseRefError::Unreadable(text) => say(
            lang,
            format!("看不懂建议编号“{text}”"),
            format!("`{text}` is not a case number"),
        ),
        CaseRefError::NoRange(text) => say(
            lang,
            format!("“{text}”不是一段编号"),
            format!("`{text}` is not a range of cases"),
        ),
    };
    Message::new(what).hint(say(
        lang,
        "编号可以写: 17 · 2024-17 · 闭3 · 区12 · 第17号;几件一起写: 1-12,15;或写条件: 未交办、\"单位:农业 未答复\"(见 jianyi help 筛选)",
        "write 17, 2024-17, 闭3, 区12; several at once as 1-12,15; or conditions: overdue, \"unit:NAME overdue\" (jianyi help filters)",
    ))
}

/// A text that a field cannot hold.
pub fn bad_text(lang: Lang, field: &str, error: &TextError) -> Message {
    let what = match error {
        TextError::Empty => say(lang, format!("{field} 是空的"), format!("{field} is empty")),
        TextError::TooLong { length, limit } => say(
            lang,
            format!("{field} 有 {length} 个字,最多 {limit} 个"),
            format!("{field} has {length} characters, at most {limit} are allowed"),
        ),
        TextError::Hidden(code) => say(
            lang,
            format!("{field} 里有看不见的控制字符 U+{code:04X}"),
            format!("{field} contains the hidden character U+{code:04X}"),
        ),
        TextError::NoStars(text) => say(
            lang,
            format!("“{text}”不是星级"),
            format!("`{text}` is not a number of stars"),
        ),
        TextError::NotAnAmount(text) => say(
            lang,
            format!("{field}: “{text}”不是数量"),
            format!("{field}: `{text}` is not an amount"),
        ),
        TextError::NotPoints(text) => say(
            lang,
            format!("{field}: “{text}”不是分数"),
            format!("{field}: `{text}` is no number of points"),
        ),
        TextError::NotADigest(text) => say(
            lang,
            format!("{field}: “{text}”不是 SHA-256"),
            format!("{field}: `{text}` is not a SHA-256"),
        ),
    };
    let hint = match error {
        TextError::Empty => say(lang, "写上内容再试", "write something"),
        TextError::TooLong { .. } => say(
            lang,
            "缩短后再试;长的内容写进 --body",
            "shorten it; long texts go into --body",
        ),
        TextError::Hidden(_) => say(lang, "去掉这个字符,重新输入", "type it again without it"),
        TextError::NoStars(_) => say(lang, "星级是 1 到 5", "stars are 1 to 5"),
        TextError::NotAnAmount(_) => say(
            lang,
            "写数字,最多两位小数: 297 · 33,700.5",
            "write digits, at most two after the point: 297, 33,700.5",
        ),
        TextError::NotPoints(_) => say(
            lang,
            "写数字,最多两位小数,扣分前面加减号: 3 · 0.5 · -1",
            "write digits, at most two after the point, a minus where some are taken off: 3, 0.5, -1",
        ),
        TextError::NotADigest(_) => say(lang, "64 位十六进制数", "64 hexadecimal digits"),
    };
    Message::new(what).hint(hint)
}

/// A word that an option does not take.
pub fn bad_word(lang: Lang, field: &str, typed: &str) -> Message {
    Message::new(say(
        lang,
        format!("{field} 不接受“{typed}”"),
        format!("{field} does not take `{typed}`"),
    ))
    .hint(say(
        lang,
        "在命令后面加 --help 看可以写什么",
        "add --help to the command to see what it takes",
    ))
}

/// A word where only some words are taken.
pub fn bad_choice(lang: Lang, field: &str, typed: &str, choices: &[String]) -> Message {
    let mut message = Message::new(say(
        lang,
        format!("{field} 不接受“{typed}”"),
        format!("{field} does not take `{typed}`"),
    ));
    let words: Vec<&str> = choices.iter().map(String::as_str).collect();
    let near = nearest(typed, words.iter().copied());
    if let Some(near) = near.first().filter(|_| choices.len() > near.len()) {
        message = message.hint(say(
            lang,
            format!("是不是想写“{near}”?"),
            format!("did you mean `{near}`?"),
        ));
    }
    let choices = list(lang, &words);
    message.hint(say(
        lang,
        format!("可以写: {choices}"),
        format!("choose from: {choices}"),
    ))
}

/// A column that our ledger does not have.
pub fn no_ledger_column(lang: Lang, typed: &str) -> Message {
    let ours = LedgerColumn::ALL.iter().map(|column| column.header());
    let near = nearest(typed, ours.clone());
    let shown: Vec<&str> = if near.is_empty() {
        ours.collect()
    } else {
        near
    };
    let shown = list(lang, &shown);
    Message::new(say(
        lang,
        format!("我们的台账没有“{typed}”这一列"),
        format!("our ledger has no column `{typed}`"),
    ))
    .hint(say(
        lang,
        format!("可以对应到: {shown}"),
        format!("it has: {shown}"),
    ))
}

/// Two foreign columns for one of ours.
pub fn column_mapped_twice(lang: Lang, ours: &str) -> Message {
    Message::new(say(
        lang,
        format!("有两列都对应到“{ours}”"),
        format!("two columns are mapped to `{ours}`"),
    ))
    .hint(say(
        lang,
        "一列只对应一列,另一列用 --ignore",
        "one each; leave the other aside with --ignore",
    ))
}

/// Values that are missing where nobody can be asked.
pub fn missing(lang: Lang, fields: &[impl AsRef<str>]) -> Message {
    let fields = list(lang, fields);
    Message::new(say(
        lang,
        format!("缺少: {fields}"),
        format!("missing: {fields}"),
    ))
    .hint(say(
        lang,
        "写上这些值;在终端里不写会逐项提问",
        "give them; at a terminal they are asked for one by one",
    ))
}

/// `--known` beyond what was recorded.
pub fn beyond_head(lang: Lang, known: u64, head: u64) -> Message {
    Message::new(say(
        lang,
        format!("还没有第 {known} 条记录"),
        format!("there is no entry {known} yet"),
    ))
    .hint(say(
        lang,
        format!("最后一条是第 {head} 条"),
        format!("the last one is {head}"),
    ))
}

/// An environment variable whose bytes are no text.
pub fn no_text_in(lang: Lang, name: &str) -> Message {
    Message::new(say(
        lang,
        format!("环境变量 {name} 不是 UTF-8 文字,没有做任何事"),
        format!("the environment variable {name} is not UTF-8; nothing was done"),
    ))
    .hint(say(
        lang,
        "重新设一遍,或在命令里写明: --store 目录、--by 姓名",
        "set it anew, or say it in the command: --store DIR, --by NAME",
    ))
}

/// `--as-of` of the journal itself.
pub fn entries_have_no_day(lang: Lang) -> Message {
    Message::new(say(
        lang,
        "日志按条导出,不能用 --as-of 按日截取",
        "the journal is exported entry by entry: --as-of cannot cut it at a day",
    ))
    .hint(say(
        lang,
        "到第几条为止用 --known",
        "up to an entry: --known",
    ))
}

/// A figure that the report does not have.
pub fn no_such_figure(lang: Lang, name: &str, near: &[String]) -> Message {
    Message::new(say(
        lang,
        format!("报表里没有“{name}”这一项"),
        format!("no figure `{name}`"),
    ))
    .near(lang, near)
    .hint(say(
        lang,
        "每一项的名称是 节.键,用 --format plain 可以看到",
        "a figure is named SECTION.KEY, as --format plain prints them",
    ))
}

/// A page of help that there is not.
pub fn no_such_page(lang: Lang, named: &str, known: &[String]) -> Message {
    let near = nearest(named, known.iter().map(String::as_str));
    let mut near: Vec<String> = near.into_iter().map(str::to_owned).collect();
    near.dedup();
    Message::new(say(
        lang,
        format!("没有命令或专题“{named}”"),
        format!("no command or topic `{named}`"),
    ))
    .near(lang, &near)
    .hint(say(
        lang,
        "全部命令: jianyi help;全部专题: jianyi help topics",
        "all commands: jianyi help; all topics: jianyi help topics",
    ))
}

/// A file that would be overwritten.
pub fn file_exists(lang: Lang, file: &str) -> Message {
    Message::new(say(
        lang,
        format!("已经有文件 {file},没有覆盖它"),
        format!("{file} is there already and was not overwritten"),
    ))
    .hint(say(
        lang,
        "换一个文件名;确实要覆盖就加 -y",
        "take another name; -y overwrites it",
    ))
}

/// Nothing was written.
pub fn cancelled(lang: Lang) -> Message {
    Message::new(say(
        lang,
        "已取消,没有写入任何东西",
        "cancelled, nothing was written",
    ))
}

/// An empty list.
pub fn nothing(lang: Lang) -> String {
    say(lang, "(没有)", "(none)")
}

/// What a command reads it does not write over.
pub fn read_by_this_command(lang: Lang, file: &str) -> Message {
    Message::new(say(
        lang,
        format!("“{file}”正是这条命令要读的文件,不能写在上面"),
        format!("`{file}` is read by this very command and is not written over"),
    ))
    .hint(say(lang, "换一个文件名", "take another name"))
}

/// A file whose ending says no format.
pub fn no_such_ending(lang: Lang, file: &str) -> Message {
    Message::new(say(
        lang,
        format!("从“{file}”的扩展名看不出格式"),
        format!("the ending of `{file}` names no format"),
    ))
    .hint(say(
        lang,
        "用 .docx .xlsx .html .csv .json .jsonl .md .txt,或加 --format",
        "use .docx .xlsx .html .csv .json .jsonl .md .txt, or add --format",
    ))
}

/// A format whose bytes would only confuse a terminal.
pub fn not_for_a_screen(lang: Lang, format: &str) -> Message {
    Message::new(say(
        lang,
        format!("{format} 不能显示在屏幕上"),
        format!("{format} cannot be shown on a terminal"),
    ))
    .hint(say(
        lang,
        format!("写到文件: -o 文件.{format}"),
        format!("write it to a file: -o FILE.{format}"),
    ))
}

/// Anything that should not happen.
pub fn unexpected(lang: Lang, why: &str) -> Message {
    Message::new(say(lang, "出了意外", "something unexpected happened"))
        .because(why)
        .hint(say(
            lang,
            "已经记录的不受影响;可以用 jianyi verify 检查",
            "what was recorded is safe; jianyi verify checks it",
        ))
}

/// A file that cannot be read.
pub fn no_file(lang: Lang, file: &str, why: &str) -> Message {
    Message::new(say(
        lang,
        format!("读不到文件“{file}”"),
        format!("cannot read `{file}`"),
    ))
    .because(why)
    .hint(say(lang, "核对文件名和目录", "check its name and folder"))
}

/// A month that cannot be read.
pub fn bad_month(lang: Lang, typed: &str) -> Message {
    Message::new(say(
        lang,
        format!("看不懂月份“{typed}”"),
        format!("`{typed}` is not a month"),
    ))
    .hint(say(lang, "月份写 2024-05 或 2024年5月", "write 2024-05"))
}

/// What stopped a step that follows the line: the line itself stands.
pub fn recorded_all_the_same(lang: Lang, message: Message) -> Message {
    let why = say(
        lang,
        "上面的记录已经写入日志,只有后面这一步没有做完",
        "what stands above is recorded; only the step after it is not done",
    );
    message.because(why).hint(say(
        lang,
        "排除故障后照原样再执行一次,会接着做完,不会重复记录",
        "mend the cause and run the same line again: it goes on from here and records nothing twice",
    ))
}
