//! The card of a deputy for the public (公示卡): name, group, seats, pledges, and a code to scan
//! where the office says where it leads.
//!
//! Refuses: to put the number of a card or a phone on what the public sees, and to invent where a
//! code leads.

use super::cell::Cell;
use super::deputy_file::{basics_of_card, on_roster, pledged};
use super::document::Document;
use super::outlook::Outlook;
use super::public::outward;
use super::sheet::{Column, Sheet};
use crate::domain::refusal::Refusal;
use crate::domain::terms::{Link, LinkTemplate, Name};
use crate::words::{StandingLabel, Word};

/// The card, with a code that leads where `link` says, else where the office's rules say.
///
/// # Errors
/// No such deputy.
pub fn card(
    outlook: &Outlook,
    name: &str,
    link: Option<&LinkTemplate>,
) -> Result<Document, Refusal> {
    let lang = outlook.lang;
    let deputy = on_roster(outlook, name)?;
    let office = outlook.office();
    let shown = office.name_alone(&deputy);
    let title = format!("{} · {shown}", StandingLabel::Card.word(lang));
    let mut sheets = vec![basics_of_card(outlook, &deputy)];
    sheets.extend(leads_to(outlook, &deputy, link).map(|link| {
        let columns = vec![Column::text("link", StandingLabel::Link.word(lang))];
        let mut sheet = Sheet::new(CODE, StandingLabel::ScanMe.word(lang), columns);
        sheet.push(vec![Cell::Link(link)]);
        sheet
    }));
    sheets.push(pledged(outlook, &deputy));
    let card = Document::of_rows("deputy.card", title, outlook.basis(), sheets);
    Ok(outward(card))
}

/// What scripts call the sheet of the code.
const CODE: &str = "code";

/// Whether a card has a code to scan.
pub fn has_code(card: &Document) -> bool {
    card.sheets.iter().any(|sheet| sheet.key == CODE)
}

/// Where the code leads. A link with the name would lead namesakes to one page, and their cards are
/// nobody's but the office's to know: theirs is given by hand.
fn leads_to(outlook: &Outlook, deputy: &Name, link: Option<&LinkTemplate>) -> Option<Link> {
    let office = outlook.office();
    let shown = office.name_alone(deputy);
    let rules = office.rules_on(outlook.as_of);
    let card = rules.and_then(|rules| rules.card.as_ref());
    let of_office = card.and_then(|card| card.link.as_ref());
    let is_told_apart = shown != deputy.as_str();
    let of_office = of_office.filter(|link| !(link.is_of_one() && is_told_apart));
    link.or(of_office)?.of(shown)
}
