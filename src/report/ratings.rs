//! The ratings: forms that went out and came back, rounds, what was rated apart, the public's stars
//! by channel, the revisit group's ways, and the three satisfactions side by side (三满意).
//!
//! Refuses: to mix the three, and to name anybody's stars; the public is counted, not listed.

use std::collections::BTreeSet;

use super::case_rows::{case_row, case_section};
use super::document::Document;
use super::groups::report;
use super::judgement::{Given, by_scale, revisit, satisfaction, stars, stars_section};
use super::outlook::Outlook;
use super::rates::rates;
use super::scope::Filter;
use super::section::Section;
use super::sheet::Kind;
use super::table::{Tally, counted};
use super::tally::{Group, counts, of, select, shares};
use crate::domain::book::{Case, Rating};
use crate::domain::event::{Rateable, RevisitMeans};
use crate::domain::rules::Grade;
use crate::domain::terms::{CaseId, Name};
use crate::words::{Label, Word};

/// The report.
pub fn ratings(outlook: &Outlook, filter: &Filter) -> Document {
    let title = ("report.ratings", Label::RatingsReport);
    report(outlook, filter, title, |cases| {
        let satisfied = counted(outlook, satisfaction(outlook), cases);
        let mut sections = vec![satisfied, forms(outlook, cases)];
        sections.extend(aspects(outlook, cases));
        sections.extend([
            rounds(outlook, cases),
            promises(outlook, cases),
            counted(outlook, stars(outlook), cases),
            channels(outlook, cases),
            counted(outlook, revisit(outlook), cases),
            means(outlook, cases),
            three(outlook, cases),
            not_returned(outlook, cases),
        ]);
        let mut rates = counted(outlook, rates(outlook), cases);
        rates.rows.retain(|row| row.key.contains("satisfaction"));
        sections.push(rates);
        sections
    })
}

/// Forms that went out, came back, did not, and those that were asked for once more.
fn forms(outlook: &Outlook, cases: &[&Case]) -> Section {
    let lang = outlook.lang;
    let replied = select(cases, |c| c.replied().is_some());
    let returned = |case: &Case| case.rating().and_then(|r| r.headline()).is_some();
    let asked_again = |case: &Case| case.reminders.iter().any(|r| r.deputy.is_some());
    let group = |key: &'static str, label: Label, cases: Vec<CaseId>| {
        Group::new(key, label.word(lang), cases)
    };
    let groups = vec![
        group(
            "sought",
            Label::FormsSent,
            of(&replied, |c| !c.oversight.feedback_sought.is_empty()),
        ),
        group("returned", Label::ReturnedForms, of(&replied, returned)),
        group(
            "not_returned",
            Label::NotReturned,
            of(&replied, |c| !returned(c)),
        ),
        group(
            "reminded",
            Label::AskedAgain,
            of(&replied, |c| !returned(c) && asked_again(c)),
        ),
    ];
    counts(outlook, "forms", Label::Forms, groups)
}

type AspectOf = fn(&Rating) -> Option<&Name>;

/// What the office rates apart, in its own words: attitude and result, or process and result.
fn aspects(outlook: &Outlook, cases: &[&Case]) -> Vec<Section> {
    let named = outlook.rules().map(|r| r.satisfaction.aspects.clone());
    let named = named.unwrap_or_default();
    let sections: [(&'static str, Label, AspectOf); 2] = [
        ("attitude", Label::Attitude, |rating| {
            rating.attitude.as_ref()
        }),
        ("result", Label::Result, |rating| rating.result.as_ref()),
    ];
    let told = sections.into_iter().enumerate();
    let told = told.map(|(place, (key, label, word))| {
        let table = graded(outlook, (key, label), move |case| {
            case.rating().and_then(word)
        });
        let mut section = counted(outlook, table, cases);
        if let Some(own) = named.get(place) {
            section.label = own.to_string();
        }
        section
    });
    told.filter(|section| section.denominator.as_ref().is_some_and(|d| d.value > 0))
        .collect()
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
fn rounds(outlook: &Outlook, cases: &[&Case]) -> Section {
    let lang = outlook.lang;
    let rounds = |case: &Case| {
        let of_reply = case.ratings.iter().filter(|r| r.of == Rateable::Reply);
        let rounds: BTreeSet<usize> = of_reply.map(|rating| rating.replies).collect();
        rounds.len()
    };
    let dissatisfied = |case: &Case| outlook.book.dissatisfied(case).count();
    let group = |key: &'static str, label: Label, cases: Vec<CaseId>| {
        Group::new(key, label.word(lang), cases)
    };
    let groups = vec![
        group("first", Label::OneRound, of(cases, |c| rounds(c) == 1)),
        group("more", Label::MoreRounds, of(cases, |c| rounds(c) > 1)),
        group(
            "dissatisfied_once",
            Label::DissatisfiedOnce,
            of(cases, |c| dissatisfied(c) == 1),
        ),
        group(
            "dissatisfied_again",
            Label::DissatisfiedAgain,
            of(cases, |c| dissatisfied(c) > 1),
        ),
        group(
            "adjudicated",
            Label::AdjudicatedCases,
            of(cases, |c| !c.oversight.adjudications.is_empty()),
        ),
    ];
    counts(outlook, "rounds", Label::Rounds, groups)
}

/// What deputies said of the promises, apart from the replies.
fn promises(outlook: &Outlook, cases: &[&Case]) -> Section {
    let named = ("promise_rating", Label::PromiseRating);
    let table = graded(outlook, named, |case| {
        let mut of_promise = case.ratings.iter().filter(|r| r.of == Rateable::Commitment);
        of_promise.next_back()?.headline()
    });
    counted(outlook, table, cases)
}

/// The public's stars by where they were asked for.
fn channels(outlook: &Outlook, cases: &[&Case]) -> Section {
    let given = cases.iter().flat_map(|c| &c.stars);
    let channels: BTreeSet<Option<Name>> = given.map(|s| s.channel.clone()).collect();
    let unnamed = || Label::NoChannel.word(outlook.lang).to_owned();
    let rows = channels.into_iter().map(|channel| {
        let name = channel.as_ref().map_or_else(unnamed, Name::to_string);
        let key = channel.as_ref().map_or("other".to_owned(), Name::to_string);
        let mut given = Given::default();
        for case in cases {
            given.take(case, |s| s.channel == channel);
        }
        given.mean(outlook, key, name)
    });
    stars_section(outlook, ("channels", Label::Channels), rows.collect())
}

/// How the revisit group came to its words.
fn means(outlook: &Outlook, cases: &[&Case]) -> Section {
    let ways = [
        (RevisitMeans::Talk, "talk"),
        (RevisitMeans::Papers, "papers"),
        (RevisitMeans::Phone, "phone"),
        (RevisitMeans::Site, "site"),
    ];
    let group = |(way, key): (RevisitMeans, &'static str)| {
        let by = |c: &Case| c.revisit.as_ref().is_some_and(|r| r.means.contains(&way));
        Group::new(key, way.word(outlook.lang), of(cases, by))
    };
    let groups = ways.map(group).into();
    counts(outlook, "means", Label::RevisitWays, groups)
}

/// 三满意: the deputy satisfied, the public's mean not under the rules' stars, the revisit group
/// satisfied, and all three together. Where the rules name no stars, the public's is not told.
fn three(outlook: &Outlook, cases: &[&Case]) -> Section {
    let lang = outlook.lang;
    let content = |grade: Option<Grade>| grade == Some(Grade::Satisfied);
    let deputy = |case: &Case| content(case.rating().and_then(|r| outlook.book.grade(r)));
    let enough = outlook.rules().and_then(|r| r.rates.public_satisfied_stars);
    let public = |case: &Case| {
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
    let revisited = |case: &Case| content(group_word(case));
    let group = |key: &'static str, label: Label, cases: Vec<CaseId>| {
        Group::new(key, label.word(lang), cases)
    };
    let mut groups = vec![
        group("deputy", Label::DeputySatisfied, of(cases, deputy)),
        group("revisit", Label::GroupSatisfied, of(cases, revisited)),
    ];
    if enough.is_some() {
        let all = of(cases, |c| deputy(c) && public(c) && revisited(c));
        groups.insert(
            1,
            group("public", Label::PublicSatisfied, of(cases, public)),
        );
        groups.push(group("all", Label::AllSatisfied, all));
    }
    let whole = (Label::InScope, cases.len());
    shares(outlook, "three", Label::ThreeSatisfied, whole, groups)
}

/// Whom to ask once more, with how often that was done.
fn not_returned(outlook: &Outlook, cases: &[&Case]) -> Section {
    let columns = [
        ("deputy", Label::Deputy, Kind::Text),
        ("replied", Label::Replied, Kind::Date),
        ("sought", Label::FormsSent, Kind::Date),
        ("reminded", Label::AskedAgain, Kind::Number),
    ];
    let missing = cases.iter().filter(|case| {
        case.replied().is_some() && case.rating().and_then(|r| r.headline()).is_none()
    });
    let rows = missing.map(|case| {
        let asked = case.reminders.iter().filter(|r| r.deputy.is_some()).count();
        let sought = case.oversight.feedback_sought.last().map(|(on, _)| *on);
        case_row(outlook, case, None)
            .with_cell("deputy", case.proposer().map(Name::to_string))
            .with_cell("replied", case.replied())
            .with_cell("sought", sought)
            .with_integer("reminded", i64::try_from(asked).unwrap_or(i64::MAX))
    });
    let named = ("not_returned", Label::NotReturned);
    case_section(outlook, named, &columns, rows.collect())
}
