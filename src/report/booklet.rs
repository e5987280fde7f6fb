//! The booklet of replies (答复汇编) that is printed for all deputies: every reply that may be
//! published, category by category.
//!
//! Refuses: a case that waits for its reply, and whatever may not go out.

use super::block::Block;
use super::document::Document;
use super::outlook::Outlook;
use super::public::{Goes, Published, outward, published};
use super::scope::Filter;
use super::tally::{by_word, select};
use crate::domain::book::Case;
use crate::words::annual::{REPLY_WITHOUT_WORDS, booklet_head, booklet_part, booklet_title};
use crate::words::{self, Lang};

/// The booklet, and what was left out of it.
pub fn booklet(outlook: &Outlook, filter: &Filter) -> (Document, Goes) {
    // A paper follows the office's language, whoever prints it.
    let outlook = &Outlook {
        lang: Lang::Zh,
        ..outlook.clone()
    };
    let all: Vec<&Case> = outlook.book.cases().collect();
    let mut cases = select(&all, |case| {
        filter.counts(outlook, case) && case.replied().is_some()
    });
    cases.sort_by_key(|case| (case.number, case.id));
    let goes = published(outlook, &cases);
    let office = outlook.book.office().identity();
    let title = booklet_title(office.map_or("", |identity| identity.name.as_str()));
    let mut blocks = vec![Block::Title(title.clone())];
    let known = outlook.rules().map(|rules| rules.categories.as_slice());
    let groups = by_word(known.unwrap_or_default(), &cases, |c| Some(&c.category));
    let mut place = 0;
    for (category, ids) in groups {
        let told: Vec<&Published> = (goes.cases.iter())
            .filter(|case| ids.contains(&case.id))
            .collect();
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

/// A case and its replies.
fn one(case: &Published) -> Vec<Block> {
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
    for reply in &case.replies {
        let paragraphs = reply.paragraphs.iter();
        blocks.extend(paragraphs.map(|words| Block::paragraph(words.as_str())));
        let by = match &reply.doc_no {
            Some(doc_no) => format!("{}　{doc_no}", reply.unit),
            None => reply.unit.clone(),
        };
        blocks.push(Block::Signature {
            by,
            on: words::short_date(Lang::Zh, reply.on),
        });
    }
    blocks
}
