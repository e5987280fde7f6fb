//! The three ratings, kept apart (三满意): the deputies', the public's, the revisit group's.
//!
//! Refuses: to mix them, and to print a mean that too few people stand behind.

use super::outlook::Outlook;
use super::section::{Measure, Row, Section};
use super::sheet::Key;
use super::tally::{Group, by_word, heading, ids, of, select, shares};
use crate::domain::book::{Case, PublicRating};
use crate::domain::terms::{CaseId, Name};
use crate::words::{Label, Word};

/// Each word of the scale over the ratings that came in, and how many did not. The deputy's last
/// word stands until there is another: a new reply alone makes nobody content.
pub(super) fn satisfaction(outlook: &Outlook, cases: &[&Case]) -> Section {
    let replied = select(cases, |c| c.replied().is_some());
    let (returned, missing): (Vec<&Case>, Vec<&Case>) =
        replied.iter().partition(|c| headline(c).is_some());
    let groups = by_scale(outlook, &returned, headline);
    let whole = (Label::ReturnedForms, returned.len());
    let mut section = shares(outlook, "satisfaction", Label::Rating, whole, groups);
    section.rows.extend([
        plain(outlook, "returned", Label::ReturnedForms, ids(&returned)),
        plain(outlook, "not_returned", Label::NotReturned, ids(&missing)),
    ]);
    section
}

/// The deputy's word on a case.
fn headline(case: &Case) -> Option<&Name> {
    case.rating()?.headline()
}

/// How many people gave how many stars, to how many cases, and the mean over the people.
pub(super) fn stars(outlook: &Outlook, cases: &[&Case]) -> Section {
    let mut rows = Vec::new();
    for count in (1..=5_u8).rev() {
        let given = cases.iter().flat_map(|c| &c.stars);
        let given = given.filter(|s| s.stars.count() == count);
        let people: u64 = given.map(|s| u64::from(s.respondents)).sum();
        let with = of(cases, |c| c.stars.iter().any(|s| s.stars.count() == count));
        let label = "★".repeat(usize::from(count));
        rows.push(respondents(
            Row::of_cases(count.to_string(), label, with),
            people,
        ));
    }
    let label = Label::MeanStars.word(outlook.lang);
    rows.push(stars_given(outlook, ("mean", label), cases, |_| true));
    Section {
        key: "stars".into(),
        label: Label::Stars.word(outlook.lang).to_owned(),
        denominator: None,
        headings: vec![heading(outlook, "respondents", Label::Respondents)],
        rows,
    }
}

/// The mean over the people who gave the stars that fit, and how many they were.
pub(super) fn stars_given(
    outlook: &Outlook,
    (key, label): (impl Into<Key>, impl Into<String>),
    cases: &[&Case],
    fits: impl Fn(&PublicRating) -> bool,
) -> Row {
    let given = cases.iter().flat_map(|c| &c.stars).filter(|s| fits(s));
    let (mut people, mut sum) = (0_u64, 0_u64);
    for given in given {
        people += u64::from(given.respondents);
        sum += u64::from(given.respondents) * u64::from(given.stars.count());
    }
    let needed = outlook.rules().map_or(0, |r| u64::from(r.rates.mean_needs));
    let mean = (people >= needed).then(|| one_decimal(sum, people));
    let rated = of(cases, |c| c.stars.iter().any(&fits));
    let row = Row::new(key, label, Measure::Mean(mean.flatten())).with_cases(rated);
    respondents(row, people)
}

fn respondents(row: Row, people: u64) -> Row {
    row.with_integer("respondents", i64::try_from(people).unwrap_or(i64::MAX))
}

/// `4.7`, rounded half up; none of nobody.
fn one_decimal(sum: u64, count: u64) -> Option<String> {
    let tenths = (sum * 20 + count).checked_div(count * 2)?;
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}

/// What the revisit group found, and how many cases it has not seen.
pub(super) fn revisit(outlook: &Outlook, cases: &[&Case]) -> Section {
    let revisited = select(cases, |c| c.revisit.is_some());
    let groups = by_scale(outlook, &revisited, |case| {
        Some(&case.revisit.as_ref()?.rating)
    });
    let whole = (Label::RevisitedCases, revisited.len());
    let mut section = shares(outlook, "revisit", Label::Revisit, whole, groups);
    let missing = of(cases, |c| c.revisit.is_none());
    let label = Label::NotRevisited;
    section
        .rows
        .push(plain(outlook, "not_revisited", label, missing));
    section
}

/// A count beside the shares, which is no share itself.
fn plain(outlook: &Outlook, key: &'static str, label: Label, cases: Vec<CaseId>) -> Row {
    Row::of_cases(key, label.word(outlook.lang), cases)
}

/// The cases by a word of the scale in force, or another one that only they have.
pub(super) fn by_scale<'a>(
    outlook: &Outlook,
    cases: &[&'a Case],
    word: impl Fn(&'a Case) -> Option<&'a Name>,
) -> Vec<Group> {
    let scale = outlook
        .rules()
        .map(|rules| rules.satisfaction.levels.as_slice());
    let groups = by_word(scale.unwrap_or_default(), cases, word);
    let group = |(word, cases): (Name, _)| Group::new(word.to_string(), word.to_string(), cases);
    groups.into_iter().map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_is_rounded_half_up() {
        for (sum, count, printed) in [
            (25, 5, Some("5.0")),
            (9, 5, Some("1.8")),
            (89, 20, Some("4.5")),
            (87, 20, Some("4.4")),
            (0, 0, None),
        ] {
            assert_eq!(one_decimal(sum, count).as_deref(), printed, "{sum}/{count}");
        }
    }
}
