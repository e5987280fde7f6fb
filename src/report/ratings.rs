//! The ratings: forms that went out and came back, rounds, what was rated apart, the public's stars
//! by channel, the revisit group's ways, and the three satisfactions side by side (三满意).
//!
//! Refuses: to mix the three, and to name anybody's stars; the public is counted, not listed.

use std::collections::{BTreeMap, BTreeSet};

use super::case_rows::{Listed, case_row};
use super::document::Document;
use super::groups::{document, each_in_scope};
use super::judgement::{Given, by_scale, revisit, satisfaction, stars, stars_section};
use super::outlook::Outlook;
use super::rates::rates;
use super::scope::Filter;
use super::section::Section;
use super::sheet::Kind;
use super::table::{Look, Table, Tally};
use crate::domain::book::{Case, Rating};
use crate::domain::event::{Rateable, RevisitMeans};
use crate::domain::rules::Grade;
use crate::domain::terms::Name;
use crate::words::{Label, Word};

/// The report.
pub fn ratings(outlook: &Outlook, filter: &Filter) -> Document {
    let title = ("report.ratings", Label::RatingsReport);
    let [attitude, result] = aspects(outlook);
    let mut tables: Vec<Box<dyn Table + '_>> = vec![
        Box::new(satisfaction(outlook)),
        Box::new(forms(outlook)),
        Box::new(attitude),
        Box::new(result),
        Box::new(rounds(outlook)),
        Box::new(promises(outlook)),
        Box::new(stars(outlook)),
        Box::new(Channels::new(outlook)),
        Box::new(revisit(outlook)),
        Box::new(means(outlook)),
        Box::new(three(outlook)),
        Box::new(not_returned(outlook)),
        Box::new(rates(outlook)),
    ];
    let scope = each_in_scope(outlook, filter, |look| {
        tables.iter_mut().for_each(|table| table.take(look));
    });
    let sections = tables.into_iter().map(|table| table.print());
    let mut sections: Vec<Section> = sections.collect();
    name_aspects(outlook, &mut sections);
    if let Some(rates) = sections.iter_mut().find(|section| section.key == "rates") {
        rates.rows.retain(|row| row.key.contains("satisfaction"));
    }
    document(outlook, title, scope, sections)
}

/// Forms that went out, came back, did not, and those that were asked for once more.
fn forms<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let returned = |case: &Case| case.rating().and_then(|r| r.headline()).is_some();
    let asked_again = |case: &Case| case.reminders.iter().any(|r| r.deputy.is_some());
    let word = |label: Label| label.word(outlook.lang);
    Tally::counts(outlook, ("forms", Label::Forms))
        .among(|c| c.replied().is_some())
        .line("sought", word(Label::FormsSent), |c| {
            !c.oversight.feedback_sought.is_empty()
        })
        .line("returned", word(Label::ReturnedForms), move |c| returned(c))
        .line("not_returned", word(Label::NotReturned), move |c| {
            !returned(c)
        })
        .line("reminded", word(Label::AskedAgain), move |c| {
            !returned(c) && asked_again(c)
        })
}

type AspectOf = fn(&Rating) -> Option<&Name>;

/// What the office rates apart: attitude and result, or process and result.
const ASPECTS: [(&str, Label, AspectOf); 2] = [
    ("attitude", Label::Attitude, |rating| {
        rating.attitude.as_ref()
    }),
    ("result", Label::Result, |rating| rating.result.as_ref()),
];

fn aspects<'o>(outlook: &'o Outlook<'o>) -> [Tally<'o>; 2] {
    ASPECTS.map(|(key, label, word)| {
        graded(outlook, (key, label), move |case| {
            case.rating().and_then(word)
        })
    })
}

/// Calls them by the office's own words, and leaves out those that nobody rated.
fn name_aspects(outlook: &Outlook, sections: &mut Vec<Section>) {
    let named = outlook.rules().map(|r| r.satisfaction.aspects.as_slice());
    let named = named.unwrap_or_default();
    let place = |section: &Section| ASPECTS.iter().position(|(key, ..)| section.key == *key);
    sections.retain(|section| {
        let rated = section.denominator.as_ref().is_some_and(|d| d.value > 0);
        rated || place(section).is_none()
    });
    for section in sections {
        if let Some(own) = place(section).and_then(|place| named.get(place)) {
            section.label = own.to_string();
        }
    }
}

/// The words of the scale over the cases that have one.
fn graded<'o>(
    outlook: &'o Outlook<'o>,
    named: (&'static str, Label),
    word: impl for<'l> Fn(&'l Case) -> Option<&'l Name> + Copy + 'o,
) -> Tally<'o> {
    let table = Tally::shares(outlook, named, Label::ReturnedForms);
    let table = table.among(move |case| word(case).is_some());
    by_scale(outlook, table, move |case| word(case))
}

/// In which round the deputies stand: one reply, two, and what had to be decided.
fn rounds<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let rounds = |case: &Case| {
        let of_reply = case.ratings.iter().filter(|r| r.of == Rateable::Reply);
        let rounds: BTreeSet<usize> = of_reply.map(|rating| rating.replies).collect();
        rounds.len()
    };
    let dissatisfied = |case: &Case| outlook.book.dissatisfied(case).count();
    let word = |label: Label| label.word(outlook.lang);
    Tally::counts(outlook, ("rounds", Label::Rounds))
        .line("first", word(Label::OneRound), move |c| rounds(c) == 1)
        .line("more", word(Label::MoreRounds), move |c| rounds(c) > 1)
        .line(
            "dissatisfied_once",
            word(Label::DissatisfiedOnce),
            move |c| dissatisfied(c) == 1,
        )
        .line(
            "dissatisfied_again",
            word(Label::DissatisfiedAgain),
            move |c| dissatisfied(c) > 1,
        )
        .line("adjudicated", word(Label::AdjudicatedCases), |c| {
            !c.oversight.adjudications.is_empty()
        })
}

/// What deputies said of the promises, apart from the replies.
fn promises<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let named = ("promise_rating", Label::PromiseRating);
    graded(outlook, named, |case| {
        let mut of_promise = case.ratings.iter().filter(|r| r.of == Rateable::Commitment);
        of_promise.next_back()?.headline()
    })
}

/// The public's stars by where they were asked for.
struct Channels<'o> {
    outlook: &'o Outlook<'o>,
    given: BTreeMap<Option<Name>, Given>,
}

impl<'o> Channels<'o> {
    fn new(outlook: &'o Outlook<'o>) -> Self {
        Self {
            outlook,
            given: BTreeMap::new(),
        }
    }
}

impl Table for Channels<'_> {
    fn take(&mut self, look: &Look) {
        let channels: BTreeSet<Option<&Name>> =
            look.stars.iter().map(|s| s.channel.as_ref()).collect();
        for channel in channels {
            let given = self.given.entry(channel.cloned()).or_default();
            given.take(look, |s| s.channel.as_ref() == channel);
        }
    }

    fn print(self: Box<Self>) -> Section {
        let Self { outlook, given } = *self;
        let unnamed = || Label::NoChannel.word(outlook.lang).to_owned();
        let rows = given.into_iter().map(|(channel, given)| {
            let name = channel.as_ref().map_or_else(unnamed, Name::to_string);
            let key = channel.as_ref().map_or("other".to_owned(), Name::to_string);
            given.mean(outlook, key, name)
        });
        stars_section(outlook, ("channels", Label::Channels), rows.collect())
    }
}

/// How the revisit group came to its words.
fn means<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let ways = [
        (RevisitMeans::Talk, "talk"),
        (RevisitMeans::Papers, "papers"),
        (RevisitMeans::Phone, "phone"),
        (RevisitMeans::Site, "site"),
    ];
    let table = Tally::counts(outlook, ("means", Label::RevisitWays));
    ways.into_iter().fold(table, |table, (way, key)| {
        table.line(key, way.word(outlook.lang), move |c| {
            c.revisit.as_ref().is_some_and(|r| r.means.contains(&way))
        })
    })
}

/// 三满意: the deputy satisfied, the public's mean not under the rules' stars, the revisit group
/// satisfied, and all three together. Where the rules name no stars, the public's is not told.
fn three<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let content = |grade: Option<Grade>| grade == Some(Grade::Satisfied);
    let deputy = move |case: &Case| content(case.rating().and_then(|r| outlook.book.grade(r)));
    let enough = outlook.rules().and_then(|r| r.rates.public_satisfied_stars);
    let public = move |case: &Case| {
        let (mut people, mut stars) = (0_u64, 0_u64);
        for given in &case.stars {
            people += u64::from(given.respondents);
            stars += u64::from(given.respondents) * u64::from(given.stars.count());
        }
        people > 0 && enough.is_some_and(|enough| stars >= people * u64::from(enough))
    };
    let group_word = |case: &Case| {
        let revisit = case.revisit.as_ref()?;
        let rules = outlook.book.office().rules_on(revisit.on)?;
        rules.satisfaction.grade(revisit.rating.as_str())
    };
    let revisited = move |case: &Case| content(group_word(case));
    let word = |label: Label| label.word(outlook.lang);
    let named = ("three", Label::ThreeSatisfied);
    let table = Tally::shares(outlook, named, Label::InScope);
    let table = table.line("deputy", word(Label::DeputySatisfied), move |c| deputy(c));
    let of_group = word(Label::GroupSatisfied);
    match enough {
        None => table.line("revisit", of_group, move |c| revisited(c)),
        Some(_) => table
            .line("public", word(Label::PublicSatisfied), move |c| public(c))
            .line("revisit", of_group, move |c| revisited(c))
            .line("all", word(Label::AllSatisfied), move |c| {
                deputy(c) && public(c) && revisited(c)
            }),
    }
}

/// Whom to ask once more, with how often that was done.
fn not_returned<'o>(outlook: &'o Outlook<'o>) -> Listed<'o, ()> {
    let columns = [
        ("deputy", Label::Deputy, Kind::Text),
        ("replied", Label::Replied, Kind::Date),
        ("sought", Label::FormsSent, Kind::Date),
        ("reminded", Label::AskedAgain, Kind::Number),
    ];
    let named = ("not_returned", Label::NotReturned);
    Listed::new(outlook, named, &columns, |case| {
        if case.replied().is_none() || case.rating().and_then(|r| r.headline()).is_some() {
            return Vec::new();
        }
        let asked = case.reminders.iter().filter(|r| r.deputy.is_some()).count();
        let sought = case.oversight.feedback_sought.last().map(|(on, _)| *on);
        let row = case_row(outlook, case, None)
            .with_cell("deputy", case.proposer().map(Name::to_string))
            .with_cell("replied", case.replied())
            .with_cell("sought", sought)
            .with_integer("reminded", i64::try_from(asked).unwrap_or(i64::MAX));
        vec![((), row)]
    })
}
