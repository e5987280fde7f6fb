//! The yearly report to the congress (年度报告): a draft from the data, from the government or from
//! the presidium: the sentence of figures, what was done, what the data show to be wrong, what
//! follows. Tables are annexed. It covers the newest session that has cases, unless a year or a
//! session is asked for, and its title says which.
//!
//! It must be made public, so whatever it names comes from what may go out; figures count all. It
//! refuses to praise: what no figure stands behind is for who signs it.

mod opening;
mod practice;
mod problems;

use std::collections::BTreeSet;
use std::ops::Deref;

use super::block::Block;
use super::document::Document;
use super::judgement::satisfaction;
use super::outlook::Outlook;
use super::public::{Goes, outward, published};
use super::scope::Filter;
use super::section::Section;
use super::summary::{by_category, by_class};
use super::table::counted;
use super::units::by_unit;
use crate::domain::book::Case;
use crate::domain::event::Kind;
use crate::domain::rules::Grade;
use crate::domain::terms::SessionKey;
use crate::words::annual::{
    self, CLOSING, Course, PARTS, Side, Speaker, TO, against, annual_title,
};
use crate::words::{self, Lang};

/// What the parts of the report are written from.
struct Year<'a, 'o> {
    outlook: &'o Outlook<'a>,
    speaker: Speaker,
    cases: Vec<&'o Case>,
    /// Those in the same scope that left the handling, and those that nobody has yet.
    not_counted: [usize; 2],
    sessions: Vec<SessionKey>,
    goes: Goes,
}

/// An earlier year that the report is held against.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// What it is called: `2023年`.
    pub label: String,
    /// How it went, as far into it as the report is into its own.
    pub course: Course,
}

/// How the cases of a scope went.
pub fn course(outlook: &Outlook, filter: &Filter) -> Course {
    let cases = outlook.book.walk();
    course_of(outlook, cases.filter(|case| filter.counts(outlook, case)))
}

fn course_of<C: Deref<Target = Case>>(outlook: &Outlook, cases: impl Iterator<Item = C>) -> Course {
    let book = outlook.book;
    let mut course = Course::default();
    for case in cases {
        let grade = case.rating().and_then(|rating| book.grade(rating));
        course.cases += 1;
        course.replied += usize::from(case.replied().is_some());
        course.resolved += usize::from(book.is_resolved(&case));
        course.satisfied += usize::from(grade == Some(Grade::Satisfied));
    }
    course
}

/// The report, held against an earlier year where one is asked for, and what was left out of it.
pub fn annual(
    outlook: &Outlook,
    filter: &Filter,
    side: Side,
    earlier: Option<&Earlier>,
) -> (Document, Goes) {
    // A paper follows the office's language, whoever prints it.
    let outlook = &Outlook {
        lang: Lang::Zh,
        ..outlook.clone()
    };
    let office = outlook.book.office();
    let name = office
        .identity()
        .map_or("", |identity| identity.name.as_str());
    let (cases, not_counted) = chosen(outlook, filter);
    let sessions: BTreeSet<SessionKey> = cases.iter().map(|case| case.session).collect();
    let year = Year {
        outlook,
        speaker: Speaker::of(side, name, office.level()),
        goes: published(outlook, cases.iter().copied()),
        sessions: sessions.into_iter().collect(),
        not_counted,
        cases,
    };
    let title = annual_title(&year.speaker, &year.sessions);
    let mut blocks = vec![Block::Title(title.clone()), Block::Addressee(TO.to_owned())];
    let parts = [
        year.opening(),
        year.practice(),
        year.problems(),
        year.next_steps(),
    ];
    for (heading, part) in PARTS.into_iter().zip(parts) {
        blocks.push(Block::heading(1, heading));
        blocks.extend(part);
        // The figures of the year come first, and what they were before right after them.
        if heading == PARTS[0]
            && let Some(earlier) = earlier
        {
            let now = course_of(outlook, year.cases.iter().copied());
            let told = against(&earlier.label, now, earlier.course);
            blocks.push(Block::Paragraph(told));
        }
    }
    blocks.extend(CLOSING.map(Block::paragraph));
    blocks.push(Block::Signature {
        by: year.speaker.signer(),
        on: words::short_date(Lang::Zh, outlook.as_of),
    });
    blocks.push(Block::PageBreak);
    blocks.push(Block::Marks {
        left: "附件".to_owned(),
        right: String::new(),
    });
    blocks.extend(year.tables());
    let basis = outlook.basis();
    let report = Document::of_prose("report.annual", title, basis, blocks, Lang::Zh);
    (outward(report.with_foot(outlook.foot())), year.goes)
}

/// The cases of a scope by their numbers; where it names no time, those of the newest session with
/// cases. And how many of the same left the handling, and how many nobody has yet.
fn chosen<'o>(outlook: &Outlook<'o>, filter: &Filter) -> (Vec<&'o Case>, [usize; 2]) {
    let mut counted = Vec::new();
    let mut aside = Vec::new();
    for case in outlook.book.walk() {
        if filter.counts(outlook, &case) {
            counted.push((case.session, (case.number, case.id)));
        } else if filter.takes(outlook, &case) {
            aside.push((case.session, case.counts()));
        }
    }
    let newest = counted.iter().map(|(session, _)| *session).max();
    if let Some(newest) = newest.filter(|_| !filter.is_of_a_year()) {
        counted.retain(|(session, _)| *session == newest);
        aside.retain(|(session, _)| *session == newest);
    }
    counted.sort_by_key(|(_, place)| *place);
    let cases = counted.iter();
    let cases = cases.filter_map(|(_, (_, id))| outlook.book.case(*id));
    let waiting = aside.iter().filter(|(_, counts)| *counts).count();
    (cases.collect(), [aside.len() - waiting, waiting])
}

/// Of the kind of the key ones, or picked to be supervised as one.
fn is_key(case: &Case) -> bool {
    case.key_supervised.is_some() || case.kind == Kind::Key
}

impl Year<'_, '_> {
    /// The figures once more as tables.
    fn tables(&self) -> Vec<Block> {
        let headings = self.outlook.headings();
        let sections: [Section; 4] = [
            counted(self.outlook, by_category(self.outlook), &self.cases),
            counted(self.outlook, by_class(self.outlook), &self.cases),
            counted(self.outlook, satisfaction(self.outlook), &self.cases),
            counted(self.outlook, by_unit(self.outlook), &self.cases),
        ];
        let sheets = sections.into_iter().map(|mut section| {
            let is_of_units = section.key == "unit";
            if is_of_units {
                // Who only helps replies to nothing, and the text counts those who reply.
                section.rows.retain(|row| !row.cases.is_empty());
            }
            let is_of_classes = section.key == "class";
            let mut sheet = section.sheet(&headings);
            if is_of_units {
                sheet = sheet.only(&["key", "count"]);
            }
            if is_of_classes && self.tells_by_kind() {
                sheet.notes.push(annual::SHARES_OF_ALL.to_owned());
            }
            sheet
        });
        sheets.map(Block::table).collect()
    }

    /// Whether the text takes its shares of each kind, and not of all.
    fn tells_by_kind(&self) -> bool {
        let kinds: BTreeSet<Kind> = self.cases.iter().map(|case| case.kind).collect();
        self.speaker.side == Side::Government && kinds.len() > 1
    }

    /// The cases of some that may be named, as spans of numbers, and whether those are all.
    fn named(&self, cases: &[&Case]) -> (String, bool) {
        const NAMED_MOST: usize = 12;
        let may = |case: &&&Case| self.goes.cases.iter().any(|known| known.id == case.id);
        let ids: Vec<_> = cases.iter().filter(may).map(|case| case.id).collect();
        let shown = ids.iter().copied().take(NAMED_MOST);
        let spans = words::case_spans(Lang::Zh, self.outlook.book, shown);
        let spans = match ids.len() > NAMED_MOST {
            true => spans + "等",
            false => spans,
        };
        (spans, ids.len() == cases.len())
    }
}
