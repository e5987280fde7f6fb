//! The pages of `help TOPIC`: what does not belong to one command alone.

use std::borrow::Cow;

use super::{Lang, LedgerColumn, Pair, Word, say};

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Rule sets.
    Rules,
    /// Dates and the two times.
    Dates,
    /// Filters of lists.
    Filters,
    /// Exit codes.
    Exit,
    /// The journal.
    Journal,
    /// Damage, loss, fingerprints.
    Safety,
    /// Spreadsheets.
    Spreadsheets,
    /// The monthly report by script.
    Monthly,
    /// Code pages and PowerShell.
    Windows,
}

impl Topic {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Rules,
        Self::Dates,
        Self::Filters,
        Self::Exit,
        Self::Journal,
        Self::Safety,
        Self::Spreadsheets,
        Self::Monthly,
        Self::Windows,
    ];

    /// The page that a word names.
    pub fn named(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let fits = |topic: &Self| {
            let Pair { zh, en } = topic.pair();
            zh == word || en == word || topic.synonyms().contains(&word.as_str())
        };
        Self::ALL.into_iter().find(fits)
    }

    fn synonyms(self) -> &'static [&'static str] {
        match self {
            Self::Rules => &["规定", "rule-sets"],
            Self::Dates => &["date", "时间"],
            Self::Filters => &["filter", "过滤", "条件"],
            Self::Exit => &["exit-codes", "exitcodes", "返回码"],
            Self::Journal => &["数据", "store", "档案"],
            Self::Safety => &[
                "修复",
                "损坏",
                "丢失",
                "找回",
                "指纹",
                "damage",
                "damaged",
                "fingerprint",
                "loss",
                "lost",
                "recover",
                "recovery",
                "repair",
            ],
            Self::Spreadsheets => &["excel", "wps", "csv", "列名", "台账", "columns"],
            Self::Monthly => &["脚本", "script", "monthly-script"],
            Self::Windows => &["powershell", "编码", "乱码", "encoding", "utf-8"],
        }
    }

    /// The page itself.
    pub fn page(self, lang: Lang) -> Cow<'static, str> {
        let pair = match self {
            Self::Rules => page(
                include_str!("topics/rules.zh.txt"),
                include_str!("topics/rules.en.txt"),
            ),
            Self::Dates => page(
                include_str!("topics/dates.zh.txt"),
                include_str!("topics/dates.en.txt"),
            ),
            Self::Filters => page(
                include_str!("topics/filters.zh.txt"),
                include_str!("topics/filters.en.txt"),
            ),
            Self::Exit => page(
                include_str!("topics/exit.zh.txt"),
                include_str!("topics/exit.en.txt"),
            ),
            Self::Journal => page(
                include_str!("topics/journal.zh.txt"),
                include_str!("topics/journal.en.txt"),
            ),
            Self::Safety => page(
                include_str!("topics/safety.zh.txt"),
                include_str!("topics/safety.en.txt"),
            ),
            Self::Spreadsheets => page(
                include_str!("topics/spreadsheets.zh.txt"),
                include_str!("topics/spreadsheets.en.txt"),
            ),
            Self::Monthly => page(
                include_str!("topics/monthly.zh.txt"),
                include_str!("topics/monthly.en.txt"),
            ),
            Self::Windows => page(
                include_str!("topics/windows.zh.txt"),
                include_str!("topics/windows.en.txt"),
            ),
        };
        match self {
            Self::Spreadsheets => format!("{}\n{}", pair.get(lang), columns(lang)).into(),
            Self::Rules
            | Self::Dates
            | Self::Filters
            | Self::Exit
            | Self::Journal
            | Self::Safety
            | Self::Monthly
            | Self::Windows => pair.get(lang).into(),
        }
    }
}

/// The columns of a ledger, some on a line.
fn columns(lang: Lang) -> String {
    const ON_A_LINE: usize = 6;
    let mut told = say(lang, "台账的列名:\n", "The columns of a ledger:\n");
    for some in LedgerColumn::ALL.chunks(ON_A_LINE) {
        let words: Vec<&str> = some.iter().map(|column| column.word(lang)).collect();
        told += &format!("  {}\n", words.join(say(lang, " ", ", ").as_str()));
    }
    told
}

fn page(zh: &'static str, en: &'static str) -> Pair {
    Pair { zh, en }
}

impl Word for Topic {
    fn pair(&self) -> Pair {
        let (zh, en) = match self {
            Self::Rules => ("办法", "rules"),
            Self::Dates => ("日期", "dates"),
            Self::Filters => ("筛选", "filters"),
            Self::Exit => ("退出码", "exit"),
            Self::Journal => ("日志", "journal"),
            Self::Safety => ("安全", "safety"),
            Self::Spreadsheets => ("表格", "spreadsheets"),
            Self::Monthly => ("月报", "monthly"),
            Self::Windows => ("视窗", "windows"),
        };
        Pair { zh, en }
    }
}
