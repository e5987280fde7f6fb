//! `list` (列表): which cases there are, by filters.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::spoken::{Spoken, conditions_near};
use crate::domain::book::Office;
use crate::domain::terms::Name;
use crate::report::list::{self, Filter, FilterError, FilterWords};
use crate::report::mentioned::is_mentioned;
use crate::report::scope::Unclear;
use crate::report::{Column, Document, Outlook, Sheet};
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("列出建议", "List cases"),
    after_help = both!(
        "例: jianyi 列表 逾期\n    jianyi 列表 红 单位:农业 本月到期\n    jianyi 列表 --单位 农业服务中心 --几天内到期 10 --排序 due --列 number,title,due\n    jianyi 列表 第4号 2024-17    按编号找\n    jianyi 帮助 筛选    还能怎么说,怎么保存",
        "Example: jianyi list overdue\n         jianyi list red unit:ny this-month\n         jianyi list --unit 农业服务中心 --due-within 10 --sort due --columns number,title,due\n         jianyi list 4 2024-17    by number\n         jianyi help filters    what else can be said, and kept"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("条件", "WORDS"), help = both!("红 逾期 单位:便民 本月到期 …;别的词在全文里找", "red overdue unit:… this-month …; other words in full text"))]
    said: Vec<String>,
    #[arg(long, visible_alias = "环节", value_name = both!("环节", "STATE"), help = both!("交办 签收 办理 答复 办结 …", "assigned signed in_progress replied closed …"))]
    state: Option<String>,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("承办单位", "Handling unit"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "代表", value_name = both!("姓名", "NAME"), help = both!("领衔或联名代表", "Lead deputy or co-signer"))]
    deputy: Option<String>,
    #[arg(long, visible_alias = "类别", value_name = both!("类别", "CATEGORY"), help = both!("类别", "Category"))]
    category: Option<String>,
    #[arg(long, visible_alias = "结果", value_name = both!("分类", "CLASS"), help = both!("办理结果分类", "Result class"))]
    class: Option<String>,
    #[arg(long, visible_alias = "种类", value_name = both!("种类", "KIND"), help = both!("一般 重点 复杂", "ordinary key complex"))]
    kind: Option<String>,
    #[arg(long, visible_alias = "级别", value_name = both!("级别", "LEVEL"), help = both!("镇 区 市 省", "town district city province"))]
    level: Option<String>,
    #[arg(long, visible_alias = "逾期", action = clap::ArgAction::SetTrue, help = both!("答复已逾期", "The reply is overdue"))]
    overdue: bool,
    #[arg(long, visible_alias = "届次", value_name = both!("届-次", "TERM-SESSION"), help = both!("第几届第几次会议的: 20-5", "Of that session: 20-5"))]
    session: Option<String>,
    #[arg(long, visible_alias = "年份", value_name = both!("年", "YEAR"), value_parser = clap::value_parser!(i32).range(1949..2200), help = both!("哪一年提出的", "Handed in in which year"))]
    year: Option<i32>,
    #[arg(long, visible_alias = "时间", value_name = both!("时间", "PERIOD"), help = both!("会议期间 闭会期间", "in_session between_sessions"))]
    period: Option<String>,
    #[arg(long, visible_alias = "评价", value_name = both!("等次", "WORD"), help = both!("代表的评价: 满意 不满意 …", "How it was rated, in the office's words"))]
    rating: Option<String>,
    #[arg(long, visible_alias = "几天内到期", value_name = both!("天", "DAYS"), help = both!("几天内到期", "Due within so many days"))]
    due_within: Option<i64>,
    #[arg(long, visible_alias = "重点督办", action = clap::ArgAction::SetTrue, help = both!("重点督办的", "Key supervised ones"))]
    key: bool,
    #[arg(long, visible_alias = "预警", value_name = both!("颜色", "COLOUR"), help = both!("红 黄 绿", "red yellow green"))]
    colour: Option<String>,
    #[arg(long, visible_alias = "排序", value_name = both!("列", "COLUMN"), help = both!("按哪一列排", "By which column"))]
    sort: Option<String>,
    #[arg(long, visible_alias = "倒序", action = clap::ArgAction::SetTrue, requires = "sort", help = both!("从大到小", "The greatest first"))]
    desc: bool,
    #[arg(long, visible_alias = "列", value_name = both!("列,列", "COLUMNS"), help = both!("只要哪些列,按写的次序", "Which columns, in this order"))]
    columns: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let (document, told, unheard) = desk.look(&args.reading, |outlook| {
        let asked = Asked::read(args, outlook.book.office());
        let spoken = Spoken::read(&asked.said, outlook.book, outlook.as_of, outlook.lang)?;
        let text = spoken.text();
        let filter = filter_of(outlook, &spoken.beside(&text, args.typed()))?;
        let listed = list::list(outlook, &filter);
        let unheard = match listed.sheets.iter().all(|sheet| sheet.rows().is_empty()) {
            true => nowhere(outlook, spoken.texts()),
            false => None,
        };
        let named = asked.named.iter();
        let named = named.map(|(name, conditions)| format!("{name} = {conditions}"));
        let told: Vec<String> = named.chain(spoken.told().iter().cloned()).collect();
        Ok((asked.arranged(listed)?, told, unheard))
    })?;
    for line in told {
        desk.say(&line)?;
    }
    if let Some(unheard) = unheard {
        desk.say(&unheard)?;
    }
    desk.publish(document)
}

/// What is said of words that were looked for in full text where nothing is listed.
fn nowhere(outlook: &Outlook, texts: &[String]) -> Option<String> {
    let missing = texts.iter().find(|text| !is_mentioned(outlook, text));
    let said = missing.or_else(|| texts.first())?;
    let near = match missing {
        Some(word) => conditions_near(word),
        None => Vec::new(),
    };
    Some(words::nothing_mentions(
        outlook.lang,
        (said, missing.is_some()),
        &near,
    ))
}

/// The filter that some words mean.
pub(super) fn filter_of(outlook: &Outlook, words: &FilterWords) -> anyhow::Result<Filter> {
    Filter::read(outlook, words).map_err(|error| match error {
        FilterError::Unclear(unclear) => unclear.into(),
        FilterError::NotFound(refusal) => {
            Failure::refused(outlook.lang, &refusal, outlook.book).into()
        }
    })
}

/// What was asked for, saved filters written out; what was typed counts before what was saved.
struct Asked {
    said: Vec<String>,
    sort: Option<String>,
    descending: bool,
    columns: Option<String>,
    /// The saved filters that were named, and their conditions.
    named: Vec<(String, String)>,
}

impl Asked {
    fn read(args: &Args, office: &Office) -> Self {
        let mut asked = Self {
            said: Vec::new(),
            sort: args.sort.clone(),
            descending: args.desc,
            columns: args.columns.clone(),
            named: Vec::new(),
        };
        for word in &args.said {
            let saved = Name::new(word).ok();
            let Some(saved) = saved.and_then(|name| office.filter(&name)) else {
                asked.said.push(word.clone());
                continue;
            };
            asked.said.extend(saved.conditions.iter().cloned());
            let conditions = saved.conditions.join(" ");
            asked.named.push((word.clone(), conditions));
            if asked.sort.is_none() {
                asked.sort.clone_from(&saved.sort);
                asked.descending = saved.descending;
            }
            if asked.columns.is_none() && !saved.columns.is_empty() {
                asked.columns = Some(saved.columns.join(","));
            }
        }
        asked
    }

    /// The list in the order and under the columns that were asked for.
    fn arranged(&self, mut document: Document) -> anyhow::Result<Document> {
        for sheet in &mut document.sheets {
            if let Some(column) = &self.sort {
                let key = column_of(sheet, "--sort", column)?;
                sheet.sort_by(&key, self.descending);
            }
            if let Some(columns) = &self.columns {
                let keys = columns_of(sheet, columns)?;
                *sheet = sheet.only(&keys.iter().map(String::as_str).collect::<Vec<_>>());
            }
        }
        Ok(document)
    }
}

impl Args {
    fn typed(&self) -> FilterWords<'_> {
        FilterWords {
            text: None,
            cases: &[],
            state: self.state.as_deref(),
            unit: self.unit.as_deref(),
            deputy: self.deputy.as_deref(),
            category: self.category.as_deref(),
            class: self.class.as_deref(),
            kind: self.kind.as_deref(),
            level: self.level.as_deref(),
            colour: self.colour.as_deref(),
            session: self.session.as_deref(),
            year: self.year,
            period: self.period.as_deref(),
            rating: self.rating.as_deref(),
            standing: None,
            due: None,
            overdue: self.overdue,
            due_within: self.due_within,
            key: self.key,
        }
    }
}

/// The keys of the columns that were named.
pub(super) fn columns_of(sheet: &Sheet, typed: &str) -> Result<Vec<String>, Unclear> {
    let columns = typed.split([',', '，', '、']).map(str::trim);
    columns
        .filter(|column| !column.is_empty())
        .map(|column| column_of(sheet, "--columns", column))
        .collect()
}

/// The key of a column that was named.
pub(super) fn column_of(sheet: &Sheet, option: &str, word: &str) -> Result<String, Unclear> {
    let key = sheet.column_named(word).map(str::to_owned);
    key.ok_or_else(|| Unclear {
        field: option.to_owned(),
        typed: word.to_owned(),
        choices: sheet.columns().iter().map(called).collect(),
    })
}

/// What a reader calls a column: its heading in Chinese, its key where headings have spaces.
fn called(column: &Column) -> String {
    match column.label.is_ascii() {
        true => column.key.to_string(),
        false => column.label.to_string(),
    }
}
