//! The booklet of replies (答复汇编) that is printed for all deputies: every reply that may be
//! published, category by category.
//!
//! Refuses: a case that waits for its reply, and whatever may not go out.

use super::block::Block;
use super::document::Document;
use super::outlook::Outlook;
use super::public::{Goes, Published, outward, published};
use super::scope::Filter;
use crate::domain::terms::{CaseId, Name, Number};
use crate::words::annual::{REPLY_WITHOUT_WORDS, booklet_head, booklet_part, booklet_title};
use crate::words::{self, Lang};

/// The booklet, and what was left out of it.
pub fn booklet(outlook: &Outlook, filter: &Filter) -> (Document, Goes) {
    // A paper follows the office's language, whoever prints it.
    let outlook = &Outlook {
        lang: Lang::Zh,
        ..outlook.clone()
    };
    let mut told: Vec<(Option<Number>, CaseId, Name)> = Vec::new();
    let cases = outlook.book.walk();
    let cases = cases.filter(|case| filter.counts(outlook, case) && case.replied().is_some());
    let cases = cases.inspect(|case| told.push((case.number, case.id, case.category.clone())));
    let mut goes = published(outlook, cases);
    told.sort_by_key(|(number, id, _)| (*number, *id));
    let office = outlook.book.office().identity();
    let title = booklet_title(office.map_or("", |identity| identity.name.as_str()));
    let mut blocks = vec![Block::Title(title.clone())];
    let mut place = 0;
    for (category, told) in by_category(outlook, told, std::mem::take(&mut goes.cases)) {
        if told.is_empty() {
            continue;
        }
        place += 1;
        let heading = booklet_part(place, category.as_str(), told.len());
        blocks.push(Block::heading(1, heading));
        told.into_iter().for_each(|case| blocks.extend(one(case)));
    }
    if goes.kept_back() > 0 {
        blocks.push(Block::Note(words::kept_back(Lang::Zh, goes.kept_back())));
    }
    let basis = outlook.basis();
    let booklet = Document::of_prose("report.booklet", title, basis, blocks, Lang::Zh);
    (outward(booklet.with_foot(outlook.foot())), goes)
}

/// The cases that may go out by category: those of the rule set in their order, then the others as
/// they turn up among all that are told of, which stand in the same order.
fn by_category(
    outlook: &Outlook,
    told: Vec<(Option<Number>, CaseId, Name)>,
    published: Vec<Published>,
) -> Vec<(Name, Vec<Published>)> {
    let known = outlook.rules().map(|rules| rules.categories.as_slice());
    let known = known.unwrap_or_default().iter();
    let mut groups: Vec<(Name, Vec<Published>)> =
        known.map(|name| (name.clone(), Vec::new())).collect();
    let mut published = published.into_iter().peekable();
    for (_, id, category) in told {
        let at = groups.iter().position(|(name, _)| *name == category);
        let at = at.unwrap_or_else(|| {
            groups.push((category, Vec::new()));
            groups.len() - 1
        });
        groups[at].1.extend(published.next_if(|case| case.id == id));
    }
    groups
}

/// A case and its replies.
fn one(case: Published) -> Vec<Block> {
    let day = case.replied.map(|day| words::short_date(Lang::Zh, day));
    let head = booklet_head(
        case.proposer.as_deref(),
        &case.units,
        case.class.as_deref(),
        &day.unwrap_or_default(),
    );
    let number = case.number.shown();
    let mut blocks = vec![
        Block::heading(2, format!("{number}　{}", case.title)),
        Block::paragraph(head),
    ];
    if case.replies.is_empty() {
        blocks.push(Block::paragraph(REPLY_WITHOUT_WORDS));
    }
    for reply in case.replies {
        blocks.extend(reply.paragraphs.into_iter().map(Block::paragraph));
        let by = match &reply.doc_no {
            Some(doc_no) => format!("{}　{doc_no}", reply.unit),
            None => reply.unit,
        };
        blocks.push(Block::Signature {
            by,
            on: words::short_date(Lang::Zh, reply.on),
        });
    }
    blocks
}
