//! The three ratings, kept apart (三满意): the deputies', the public's, the revisit group's.
//!
//! Refuses: to mix them, and to print a mean that too few people stand behind.

use super::outlook::Outlook;
use super::section::{Measure, Row, Section};
use super::sheet::Key;
use super::table::{Look, Table, Tally};
use super::tally::heading;
use crate::domain::book::{Case, PublicRating};
use crate::domain::terms::{CaseId, Name};
use crate::words::{Label, Word};

/// Each word of the scale over the ratings that came in, and how many did not. The deputy's last
/// word stands until there is another: a new reply alone makes nobody content.
pub(super) fn satisfaction<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let returned = |case: &Look| case.replied().is_some() && headline(case).is_some();
    let missing = |case: &Look| case.replied().is_some() && headline(case).is_none();
    let named = ("satisfaction", Label::Rating);
    let table = Tally::shares(outlook, named, Label::ReturnedForms).among(returned);
    by_scale(outlook, table, |case| headline(case))
        .plain("returned", Label::ReturnedForms, returned)
        .plain("not_returned", Label::NotReturned, missing)
}

/// The deputy's word on a case.
fn headline(case: &Case) -> Option<&Name> {
    case.rating()?.headline()
}

/// What the revisit group found, and how many cases it has not seen.
pub(super) fn revisit<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let named = ("revisit", Label::Revisit);
    let table =
        Tally::shares(outlook, named, Label::RevisitedCases).among(|case| case.revisit.is_some());
    by_scale(outlook, table, |case| Some(&case.revisit.as_ref()?.rating)).plain(
        "not_revisited",
        Label::NotRevisited,
        |case| case.revisit.is_none(),
    )
}

/// The cases by a word of the scale in force, or another one that only they have.
pub(super) fn by_scale<'o>(
    outlook: &'o Outlook<'o>,
    table: Tally<'o>,
    word: impl for<'l> Fn(&'l Look) -> Option<&'l Name> + 'o,
) -> Tally<'o> {
    let rules = outlook.rules();
    let scale = rules.map(|rules| rules.satisfaction.levels.as_slice());
    let scale = scale.unwrap_or_default().iter();
    table.by_word(
        scale.map(|word| (word.clone(), word.to_string())),
        word,
        |_, word| word.to_string(),
    )
}

/// How many people gave how many stars, to how many cases, and the mean over the people.
pub(super) struct StarsGiven<'o> {
    outlook: &'o Outlook<'o>,
    each: [(u8, Given); 5],
    all: Given,
}

pub(super) fn stars<'o>(outlook: &'o Outlook<'o>) -> StarsGiven<'o> {
    StarsGiven {
        outlook,
        each: [5, 4, 3, 2, 1].map(|count| (count, Given::default())),
        all: Given::default(),
    }
}

impl Table for StarsGiven<'_> {
    fn take(&mut self, look: &Look) {
        for (count, given) in &mut self.each {
            given.take(look, |s| s.stars.count() == *count);
        }
        self.all.take(look, |_| true);
    }

    fn print(self: Box<Self>) -> Section {
        let each = self.each.into_iter().map(|(count, given)| {
            let label = "★".repeat(usize::from(count));
            let row = Row::of_cases(count.to_string(), label, given.cases);
            respondents(row, given.people)
        });
        let mut rows: Vec<Row> = each.collect();
        let label = Label::MeanStars.word(self.outlook.lang);
        rows.push(self.all.mean(self.outlook, "mean", label));
        stars_section(self.outlook, ("stars", Label::Stars), rows)
    }
}

/// Rows of stars under their columns.
pub(super) fn stars_section(
    outlook: &Outlook,
    (key, label): (&'static str, Label),
    rows: Vec<Row>,
) -> Section {
    Section {
        key: key.into(),
        label: label.word(outlook.lang).to_owned(),
        denominator: None,
        headings: vec![heading(outlook, "respondents", Label::Respondents)],
        rows,
    }
}

/// Stars of one kind: the cases they were given to, by how many people, and how many in all.
#[derive(Default)]
pub(super) struct Given {
    cases: Vec<CaseId>,
    people: u64,
    stars: u64,
}

impl Given {
    /// The stars of a case that fit.
    pub(super) fn take(&mut self, case: &Case, fits: impl Fn(&PublicRating) -> bool) {
        let mut any = false;
        for given in case.stars.iter().filter(|s| fits(s)) {
            any = true;
            self.people += u64::from(given.respondents);
            self.stars += u64::from(given.respondents) * u64::from(given.stars.count());
        }
        self.cases.extend(any.then_some(case.id));
    }

    /// The mean over the people, if enough of them stand behind it, and how many they are.
    pub(super) fn mean(
        self,
        outlook: &Outlook,
        key: impl Into<Key>,
        label: impl Into<String>,
    ) -> Row {
        let needed = outlook.rules().map_or(0, |r| u64::from(r.rates.mean_needs));
        let mean = (self.people >= needed).then(|| one_decimal(self.stars, self.people));
        let row = Row::new(key, label, Measure::Mean(mean.flatten())).with_cases(self.cases);
        respondents(row, self.people)
    }
}

fn respondents(row: Row, people: u64) -> Row {
    row.with_integer("respondents", i64::try_from(people).unwrap_or(i64::MAX))
}

/// `4.7`, rounded half up; none of nobody.
fn one_decimal(sum: u64, count: u64) -> Option<String> {
    let tenths = (sum * 20 + count).checked_div(count * 2)?;
    Some(format!("{}.{}", tenths / 10, tenths % 10))
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
