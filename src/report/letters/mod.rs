//! Letters and notices (复函、通知): what an office sends, as texts in blocks.
//!
//! They are papers of the office: Chinese, whoever reads the screen. They print what is recorded;
//! where something is missing a blank stands in its place to be seen, and the lack is named.
//! Phones stand whole in them: the contact line is there to be rung up.
//!
//! Refuses: to invent a number, a date, a signer; to change the book.

mod every;
mod form;
mod hand_over;
mod invitation;
pub mod message;
mod notice;
mod pen;
mod phrases;
mod reply;
mod unit;

pub use every::of_case;
pub use invitation::invitations;

use std::collections::{BTreeMap, BTreeSet};

use super::block::Block;
use super::document::Document;
use super::outlook::Outlook;
use crate::domain::book::Case;
use crate::domain::terms::{CaseId, Date, Name};
use crate::words::{self, Lang, LetterLack, Word};

/// What stands where nothing is recorded.
pub const BLANK: &str = "＿＿＿＿";

/// What a unit sends, or fills in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterKind {
    /// 答复: one to each who is answered.
    Reply,
    /// 会办意见: of each co-unit to the lead.
    CoOpinion,
    /// 退回申请单
    Return,
    /// 延期申请
    Extension,
    /// 征询意见表
    Feedback,
    /// 面商记录
    Consultation,
}

/// What the office sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// 交办通知, with a slip for each unit
    HandOver,
    /// 交办单 alone
    Slips,
    /// 督办通知
    Supervise,
    /// 催办函
    Remind,
    /// 同意延期
    Consent,
    /// 重新办理通知
    Rehandle,
    /// 交办会签到表
    SignIn,
}

/// A paper and what it lacks.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// What its file may be called, without the ending: `第17号-答复-李秀英`.
    pub name: String,
    /// The day of the fact that it prints; none of a paper that is blank still.
    pub on: Option<Date>,
    /// The paper.
    pub document: Document,
    /// What is not recorded and stands blank, with the case.
    pub lacks: Vec<(CaseId, LetterLack)>,
    /// The case that it is about, where it is about one.
    about: Option<CaseId>,
    /// The units whose paper it is, or to whom it goes; none of a paper of the office to all.
    units: Vec<Name>,
    /// Of a reminder that goes out long before the last day: the days that are left.
    early: Option<i64>,
    /// What a template may ask for, beside what the blocks say.
    facts: Vec<(&'static str, String)>,
}

impl Letter {
    /// Whether it has a table or a form in it.
    pub fn has_tables(&self) -> bool {
        let blocks = &self.document.prose;
        blocks
            .iter()
            .any(|block| matches!(block, Block::Form(_) | Block::Table(_)))
    }

    /// What a template of the office may ask for, by its Chinese name. One that this paper does
    /// not have is empty. Tables are lines of the body, unless they have a place of their own.
    pub fn fields(&self, tables: Tables) -> Vec<(&'static str, String)> {
        let mut fields: Vec<(&'static str, String)> =
            NAMES.iter().map(|name| (*name, String::new())).collect();
        let mut set = |name: &str, words: &str| {
            if let Some((_, known)) = fields.iter_mut().find(|(known, _)| *known == name) {
                if !known.is_empty() && !words.is_empty() {
                    known.push('\n');
                }
                known.push_str(words);
            }
        };
        let mut is_titled = false;
        for block in &self.document.prose {
            match block {
                Block::Letterhead { name, .. } => set("发文机关", name),
                Block::Number { doc_no, .. } => set("文号", doc_no),
                // Below the title they mark an annex.
                Block::Marks { .. } if is_titled => {}
                Block::Marks { left, right } => {
                    set("公开", left);
                    set("类别", right);
                }
                Block::Title(words) => {
                    is_titled = true;
                    set("标题", words);
                }
                Block::Addressee(names) => set("主送", names),
                Block::Heading { text, .. } | Block::Paragraph(text) => set("正文", text),
                Block::Signature { by, on } => {
                    set("署名", by);
                    set("日期", on);
                }
                Block::Note(words) => set("附注", words),
                Block::Imprint { copies, by, on } => {
                    set("抄送", &copies.join("，"));
                    set("印发机关", by);
                    set("印发日期", on.trim_end_matches("印发"));
                }
                Block::Form(_) | Block::Table(_) if tables == Tables::Apart => {}
                Block::Form(rows) => {
                    for (label, words) in rows.iter().flat_map(|row| &row.fields) {
                        set("正文", &format!("{label}：{words}"));
                    }
                }
                Block::Table(sheet) => {
                    for row in sheet.rows() {
                        let cells: Vec<_> = row.iter().map(|cell| cell.shown()).collect();
                        set("正文", &cells.join("　"));
                    }
                }
                Block::Rule | Block::PageBreak => {}
            }
        }
        for (name, words) in &self.facts {
            set(name, words);
        }
        fields
    }
}

/// How the tables and forms of a paper come into a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tables {
    /// As lines of the body.
    InBody,
    /// As they are, where the template has a place for them ([`TABLES`]).
    Apart,
}

/// The papers of one call, and what is to be said of them.
#[derive(Debug)]
pub struct Outgoing {
    /// The papers, in the order of their cases.
    pub letters: Vec<Letter>,
    /// What they lack, a line a lack with its cases.
    pub lacking: Vec<String>,
    /// The cases of which nothing was printed.
    pub without: Vec<String>,
    /// The first and the last number, where one that was given was counted on over several papers.
    pub numbered: Option<(String, String)>,
    /// The units whose papers bear the number that was given; empty for those of the office.
    pub numbered_by: BTreeSet<String>,
    /// The cases of which a reminder goes out long before the last day, with the days that are left.
    pub early: Vec<(String, i64)>,
}

impl Outgoing {
    /// Sums up what was written about some cases.
    fn new(outlook: &Outlook, letters: Vec<Letter>, without: &[CaseId]) -> Self {
        let lang = outlook.lang;
        let mut lacks: BTreeMap<LetterLack, BTreeSet<CaseId>> = BTreeMap::new();
        for (case, what) in letters.iter().flat_map(|letter| &letter.lacks) {
            lacks.entry(*what).or_default().insert(*case);
        }
        let spans = |cases: BTreeSet<CaseId>| words::case_spans(lang, outlook.book, cases);
        let colon = match lang {
            Lang::Zh => "：",
            Lang::En => ": ",
        };
        let lacking = lacks.into_iter();
        let lacking = lacking.map(|(what, of)| format!("{}{colon}{}", what.word(lang), spans(of)));
        let label = |case: &CaseId| words::case_label(outlook.book, *case);
        let about = |letter: &Letter| letter.about.map(|case| label(&case));
        let early = letters.iter();
        let early = early.filter_map(|letter| about(letter).zip(letter.early));
        let mut early: Vec<_> = early.collect();
        // A case that goes to several units is named once.
        early.dedup();
        Self {
            early,
            lacking: lacking.collect(),
            without: without.iter().map(label).collect(),
            letters,
            numbered: None,
            numbered_by: BTreeSet::new(),
        }
    }

    /// No two papers have one number (文号): where several got the one that was given, each takes the
    /// next. One that ends in no number is left to all of them, to be mended by hand.
    fn numbered_from(mut self, doc_no: Option<&str>) -> Self {
        let Some(first) = doc_no else {
            return self;
        };
        let blocks = self
            .letters
            .iter_mut()
            .map(|letter| &mut letter.document.prose);
        let numbers = blocks.flatten().filter_map(|block| {
            let Block::Number { doc_no, .. } = block else {
                return None;
            };
            (doc_no == first).then_some(doc_no)
        });
        for (place, number) in (0..).zip(numbers) {
            if let Some(own) = counted_on(first, place) {
                number.clone_from(&own);
                self.numbered = (place > 0).then(|| (first.to_owned(), own));
            }
        }
        self
    }
}

/// The number so many after one: `健龙人大〔2024〕7号` two after `健龙人大〔2024〕5号`.
fn counted_on(number: &str, by: u64) -> Option<String> {
    let (head, tail) = match number.strip_suffix('号') {
        Some(head) => (head, "号"),
        None => (number, ""),
    };
    let bare = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let count: u64 = head[bare.len()..].parse().ok()?;
    Some(format!("{bare}{}{tail}", count.checked_add(by)?))
}

/// The name of the place where a template takes tables and forms as they are.
pub const TABLES: &str = "表格";

/// Every name that a template may use.
pub const NAMES: [&str; 21] = [
    "发文机关",
    "文号",
    "公开",
    "类别",
    "标题",
    "主送",
    "正文",
    TABLES,
    "署名",
    "日期",
    "附注",
    "抄送",
    "印发机关",
    "印发日期",
    "签发人",
    "联系人",
    "联系电话",
    "编号",
    "案由",
    "代表",
    "单位",
];

/// The papers of the units about some cases, or of one `unit` alone; none of a case that nobody has
/// yet. `doc_no` is the number of a letter that no fact has one for.
pub fn letters(
    outlook: &Outlook,
    cases: &[&Case],
    kind: LetterKind,
    (unit, doc_no): (Option<&Name>, Option<&str>),
) -> Outgoing {
    let (mut letters, mut without) = (Vec::new(), Vec::new());
    for case in cases {
        let mut of_case = of_unit(outlook, case, kind, doc_no);
        if let Some(unit) = unit {
            of_case.retain(|letter| letter.units.contains(unit));
        }
        if of_case.is_empty() {
            without.push(case.id);
        }
        letters.extend(of_case);
    }
    let bears = |letter: &&Letter| {
        let mut blocks = letter.document.prose.iter();
        blocks
            .any(|block| matches!(block, Block::Number { doc_no: own, .. } if doc_no == Some(own)))
    };
    let numbered = letters.iter().filter(bears);
    let numbered_by = numbered.flat_map(|letter| letter.units.iter().map(Name::to_string));
    let numbered_by = numbered_by.collect();
    Outgoing {
        numbered_by,
        ..Outgoing::new(outlook, letters, &without).numbered_from(doc_no)
    }
}

fn of_unit(outlook: &Outlook, case: &Case, kind: LetterKind, doc_no: Option<&str>) -> Vec<Letter> {
    match kind {
        LetterKind::Reply => reply::replies(outlook, case),
        LetterKind::CoOpinion => unit::co_opinions(outlook, case, doc_no),
        LetterKind::Return => unit::returns(outlook, case),
        LetterKind::Extension => unit::extensions(outlook, case, doc_no),
        LetterKind::Feedback => form::feedback(outlook, case),
        LetterKind::Consultation => form::consultations(outlook, case),
    }
}

/// The papers of the office about some cases, under a number of its own where one is given.
pub fn notices(
    outlook: &Outlook,
    cases: &[&Case],
    kind: NoticeKind,
    doc_no: Option<&str>,
) -> Outgoing {
    let mut without = Vec::new();
    let mut of_each = |make: fn(&Outlook, &Case, Option<&str>) -> Vec<Letter>| {
        let mut letters = Vec::new();
        for case in cases {
            let of_case = make(outlook, case, doc_no);
            if of_case.is_empty() {
                without.push(case.id);
            }
            letters.extend(of_case);
        }
        letters
    };
    let letters = match kind {
        NoticeKind::HandOver => hand_over::notice_and_slips(outlook, cases, doc_no),
        NoticeKind::Slips => hand_over::slips(outlook, cases),
        NoticeKind::SignIn => hand_over::sign_in(outlook, cases),
        NoticeKind::Supervise => of_each(notice::supervise),
        NoticeKind::Remind => of_each(notice::remind),
        NoticeKind::Consent => of_each(notice::consent),
        NoticeKind::Rehandle => of_each(notice::rehandle),
    };
    if letters.is_empty() && without.is_empty() {
        without = cases.iter().map(|case| case.id).collect();
    }
    Outgoing::new(outlook, letters, &without).numbered_from(doc_no)
}
