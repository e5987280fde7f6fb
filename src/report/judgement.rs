//! The three ratings, kept apart (三满意): the deputies', the public's, the revisit group's.

use super::outlook::Outlook;
use super::section::{Heading, Row, Section};
use super::tally::{Group, ids, of, shares};
use crate::domain::book::Case;
use crate::domain::terms::Name;
use crate::words::{Label, Word};

/// Each word of the scale over the ratings that came in, and how many did not.
pub(super) fn satisfaction(outlook: &Outlook, cases: &[&Case]) -> Section {
    let replied: Vec<&Case> = cases
        .iter()
        .copied()
        .filter(|c| c.replied().is_some())
        .collect();
    let headline = |case: &Case| case.rating().and_then(|r| r.headline().cloned());
    let returned: Vec<&Case> = replied
        .iter()
        .copied()
        .filter(|c| headline(c).is_some())
        .collect();
    let mut words: Vec<Name> = outlook
        .rules()
        .map(|r| r.satisfaction.levels.clone())
        .unwrap_or_default();
    for word in returned.iter().filter_map(|c| headline(c)) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let groups = words
        .into_iter()
        .map(|word| {
            let cases = of(&returned, |c| headline(c).as_ref() == Some(&word));
            Group::new(word.to_string(), word.to_string(), cases)
        })
        .collect();
    let of_returned = (Label::ReturnedForms, returned.len());
    let mut section = shares(outlook, "satisfaction", Label::Rating, of_returned, groups);
    let missing = of(&replied, |c| headline(c).is_none());
    for (key, label, cases) in [
        ("returned", Label::ReturnedForms, ids(&returned)),
        ("not_returned", Label::NotReturned, missing),
    ] {
        section
            .rows
            .push(Row::of_cases(key, label.word(outlook.lang), cases));
    }
    section
}

/// How many cases got how many stars of the public; respondents are counted beside.
pub(super) fn stars(outlook: &Outlook, cases: &[&Case]) -> Section {
    let rows = (1..=5_u8).rev().map(|count| {
        let given = |c: &Case| c.stars.last().is_some_and(|s| s.stars.count() == count);
        let with = of(cases, given);
        let people = cases
            .iter()
            .flat_map(|c| &c.stars)
            .filter(|s| s.stars.count() == count);
        let people: i64 = people.map(|s| i64::from(s.respondents)).sum();
        Row::of_cases(count.to_string(), "★".repeat(usize::from(count)), with)
            .with_integer("respondents", people)
    });
    Section {
        key: "stars".into(),
        label: Label::Stars.word(outlook.lang).to_owned(),
        denominator: None,
        headings: vec![Heading {
            key: "respondents".into(),
            label: Label::Respondents.word(outlook.lang).to_owned(),
        }],
        rows: rows.collect(),
    }
}

pub(super) fn revisit(outlook: &Outlook, cases: &[&Case]) -> Section {
    let revisited: Vec<&Case> = cases
        .iter()
        .copied()
        .filter(|c| c.revisit.is_some())
        .collect();
    let mut words: Vec<Name> = outlook
        .rules()
        .map(|r| r.satisfaction.levels.clone())
        .unwrap_or_default();
    for (_, word) in revisited.iter().filter_map(|c| c.revisit.as_ref()) {
        if !words.contains(word) {
            words.push(word.clone());
        }
    }
    let group = |word: Name| {
        let fits = |c: &Case| c.revisit.as_ref().is_some_and(|(_, w)| *w == word);
        Group::new(word.to_string(), word.to_string(), of(&revisited, fits))
    };
    let groups = words.into_iter().map(group).collect();
    shares(
        outlook,
        "revisit",
        Label::Revisit,
        (Label::RevisitedCases, revisited.len()),
        groups,
    )
}
