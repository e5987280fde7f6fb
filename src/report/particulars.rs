//! What is to be said of one case beside its clocks and its timeline: particulars, handlers,
//! replies, ratings, promises.
//!
//! The keys of the particulars are those of the journal, in every language. It refuses to judge.

use super::cell::Cell;
use super::list::{colour_key, number, state_key, tone};
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use super::tally::in_work;
use crate::domain::book::{Assignment, Case, Settled};
use crate::domain::colour::colouring;
use crate::domain::event::Subject;
use crate::domain::terms::{CaseId, Date, Name, Text};
use crate::words::{self, Label, Word};

/// The particulars as item and value; what is not known is left out.
pub(super) fn particulars(outlook: &Outlook, case: &Case) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("item", Label::Item.word(lang)),
        Column::text("detail", Label::Detail.word(lang)),
    ];
    let mut sheet = Sheet::new("particulars", Label::Particulars.word(lang), columns);
    let mut items = raised(outlook, case);
    items.extend(special(outlook, case));
    items.extend(proposed(outlook, case));
    let handled = |a| handled(outlook, a);
    items.extend(case.assignment().map(handled).into_iter().flatten());
    items.extend(ended(outlook, case));
    for (key, label, cell) in items {
        if cell != Cell::Empty {
            sheet.push(vec![Cell::word(key, label.word(lang)), cell]);
        }
    }
    sheet
}

/// Key, label and value of one particular.
type Item = (&'static str, Label, Cell);

fn raised(outlook: &Outlook, case: &Case) -> Vec<Item> {
    let lang = outlook.lang;
    let texts = outlook.book.texts();
    let state = outlook.book.state(case);
    let session = words::session(lang, case.session);
    let body = case.body.as_ref().map(|b| texts.words(b).to_owned());
    vec![
        ("number", Label::Number, number(outlook, case)),
        ("title", Label::Title, case.title.as_str().into()),
        (
            "state",
            Label::State,
            Cell::word(state_key(state), state.word(lang)),
        ),
        ("colour", Label::Colour, coloured(outlook, case)),
        ("deputy", Label::Deputy, Cell::name(case.deputy.as_ref())),
        (
            "co_signers",
            Label::CoSigners,
            Cell::names(&case.co_signers),
        ),
        (
            "delegation",
            Label::Delegation,
            Cell::name(case.delegation.as_ref()),
        ),
        ("session", Label::Session, session.into()),
        ("period", Label::Period, case.period.word(lang).into()),
        ("submitted", Label::Submitted, case.submitted.into()),
        ("level", Label::Level, case.level.word(lang).into()),
        ("category", Label::Category, case.category.as_str().into()),
        ("kind", Label::Kind, case.kind.word(lang).into()),
        (
            "confidential",
            Label::Confidential,
            yes(outlook, case.confidential),
        ),
        (
            "key_supervised",
            Label::KeySupervised,
            since(outlook, case.key_supervised.as_ref()),
        ),
        ("body", Label::Detail, body.into()),
    ]
}

/// The colour, and what gives it: by hand, by the clock, by a sign.
fn coloured(outlook: &Outlook, case: &Case) -> Cell {
    let lang = outlook.lang;
    let (Some(colour), Some(why)) = (
        in_work(outlook, case),
        colouring(outlook.book, case, outlook.as_of),
    ) else {
        return Cell::Empty;
    };
    let by_hand = case.oversight.colour.as_ref();
    let reason = match (by_hand, why.progress) {
        (Some((_, _, why)), _) => Some(words_of(outlook, why)),
        (None, Some((seen, sign))) if seen == colour => Some(sign.word(lang).to_owned()),
        (None, _) => None,
    };
    let told = words::with_reason(lang, colour.word(lang), reason.as_deref());
    Cell::toned(colour_key(colour), told, tone(colour))
}

/// What makes it special: requests, character, the cases it hangs together with.
fn special(outlook: &Outlook, case: &Case) -> Vec<Item> {
    let lang = outlook.lang;
    let labels = |cases: &[CaseId]| {
        let label = |id: &CaseId| words::case_label(outlook.book, *id);
        list(cases.iter().map(label).collect())
    };
    let requests = case.requests.iter().map(|text| words_of(outlook, text));
    let traits = case.character.traits.iter();
    let together: Vec<CaseId> = {
        let cases = outlook.book.together_with(case, outlook.as_of);
        cases.iter().map(|case| case.id).collect()
    };
    let character = &case.character;
    let heard = outlook.book.opinions().behind(case.id);
    let heard = heard.map(|id| words::subject_label(lang, Subject::Opinion(id)));
    vec![
        ("requests", Label::Requests, list(requests.collect())),
        ("motion", Label::Motion, Cell::name(case.motion.as_ref())),
        ("scope", Label::Scope, Cell::name(character.scope.as_ref())),
        (
            "difficulty",
            Label::Difficulty,
            Cell::name(character.difficulty.as_ref()),
        ),
        (
            "urgency",
            Label::Urgency,
            Cell::name(character.urgency.as_ref()),
        ),
        (
            "traits",
            Label::Traits,
            list(traits.map(|t| t.word(lang).to_owned()).collect()),
        ),
        ("earlier", Label::Earlier, labels(&case.earlier)),
        ("merged", Label::MergedWith, labels(&together)),
        ("opinions", Label::FromOpinions, list(heard.collect())),
    ]
}

/// What was proposed to units before the hand-over, and what they said.
fn proposed(outlook: &Outlook, case: &Case) -> Vec<Item> {
    let Some(proposed) = &case.pre_assignment else {
        return Vec::new();
    };
    let units = proposed.to.units().map(Name::to_string).collect();
    let objection =
        |(_, unit, why): &(Date, Name, Text)| format!("{unit}: {}", words_of(outlook, why));
    let objections = proposed.disputes.iter().map(objection).collect();
    let settled = proposed.coordination.as_ref();
    vec![
        ("pre_assigned", Label::PreAssignedTo, list(units)),
        ("disputes", Label::Objections, list(objections)),
        (
            "coordination",
            Label::Coordination,
            text(outlook, settled.map(|(_, note)| note)),
        ),
    ]
}

fn handled(outlook: &Outlook, assignment: &Assignment) -> Vec<Item> {
    let to = &assignment.to;
    vec![
        ("plan", Label::Plan, text(outlook, assignment.plan.as_ref())),
        (
            "task_force",
            Label::TaskForce,
            Cell::names(&assignment.task_force),
        ),
        ("lead", Label::Lead, Cell::name(to.lead.as_ref())),
        ("co", Label::Co, Cell::names(&to.co)),
        ("separate", Label::Separate, Cell::names(&to.separate)),
        ("leader", Label::Leader, Cell::name(to.leader.as_ref())),
        ("post", Label::Post, Cell::name(to.post.as_ref())),
        ("clerk", Label::Clerk, Cell::name(to.clerk.as_ref())),
        ("phone", Label::Phone, Cell::name(to.phone.as_ref())),
    ]
}

fn ended(outlook: &Outlook, case: &Case) -> Vec<Item> {
    let class = case.classes.last().map(|step| {
        let rules = outlook.book.office().rules_on(step.on);
        let class = rules.and_then(|r| r.class(step.class.as_str()));
        match class {
            Some(class) => format!("{} {}", class.code, class.label),
            None => step.class.to_string(),
        }
    });
    let escalated = case
        .escalation
        .as_ref()
        .map(|e| (e.on, e.to.clone().or_else(|| e.upper.clone())));
    let answered = case.escalation.as_ref().and_then(|e| e.answered.as_ref());
    let outcome = answered.map(|(_, outcome)| outcome);
    let rating = case.rating().and_then(|r| r.headline());
    vec![
        (
            "escalated",
            Label::Escalated,
            since(outlook, escalated.as_ref()),
        ),
        (
            "escalation_outcome",
            Label::EscalationOutcome,
            text(outlook, outcome),
        ),
        ("class", Label::Class, class.into()),
        ("rating", Label::Rating, Cell::name(rating)),
        (
            "revisit",
            Label::Revisit,
            Cell::name(case.revisit.as_ref().map(|revisit| &revisit.rating)),
        ),
        ("closed", Label::Closed, case.closed.into()),
    ]
}

fn list(words: Vec<String>) -> Cell {
    if words.is_empty() {
        Cell::Empty
    } else {
        Cell::List(words)
    }
}

fn words_of(outlook: &Outlook, text: &Text) -> String {
    outlook.book.texts().words(text).to_owned()
}

/// Said only where it is so.
fn yes(outlook: &Outlook, is_set: bool) -> Cell {
    if !is_set {
        return Cell::Empty;
    }
    let label = Label::Yes.word(outlook.lang).to_owned();
    Cell::Flag { is_set, label }
}

/// A day, and who or what goes with it.
fn since(outlook: &Outlook, of: Option<&(Date, Option<Name>)>) -> Cell {
    let told = of.map(|(on, who)| {
        let day = words::short_date(outlook.lang, *on);
        let who = who.as_ref().map(|who| format!(" {who}"));
        day + &who.unwrap_or_default()
    });
    told.into()
}

/// Every reply to the deputy, oldest first.
pub(super) fn replies(outlook: &Outlook, case: &Case) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::date("on", Label::Date.word(lang)),
        Column::text("unit", Label::Unit.word(lang)),
        Column::text("class", Label::Class.word(lang)),
        Column::text("doc_no", Label::DocNo.word(lang)),
        Column::text("signer", Label::Signer.word(lang)),
        Column::text("publication", Label::Publication.word(lang)),
        Column::text("text", Label::Detail.word(lang)),
        Column::text("reason", Label::Reason.word(lang)),
    ];
    let mut sheet = Sheet::new("replies", Label::Replies.word(lang), columns);
    for reply in &case.replies {
        sheet.push(vec![
            reply.on.into(),
            reply.unit.as_str().into(),
            reply.class.as_str().into(),
            Cell::name(reply.doc_no.as_ref()),
            Cell::name(reply.signer.as_ref()),
            reply.publication.map(|p| p.word(lang)).into(),
            text(outlook, reply.text.as_ref()),
            text(outlook, reply.reason.as_ref()),
        ]);
    }
    sheet
}

/// Every rating, oldest first: the deputies', then the public's.
pub(super) fn ratings(outlook: &Outlook, case: &Case) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::date("on", Label::Date.word(lang)),
        Column::text("by", Label::RatedBy.word(lang)),
        Column::text("rating", Label::Rating.word(lang)),
        Column::text("attitude", Label::Attitude.word(lang)),
        Column::text("result", Label::Result.word(lang)),
        Column::text("comment", Label::Detail.word(lang)),
    ];
    let mut sheet = Sheet::new("ratings", Label::Ratings.word(lang), columns);
    for rating in &case.ratings {
        sheet.push(vec![
            rating.on.into(),
            rating.deputy.as_str().into(),
            Cell::name(rating.rating.as_ref()),
            Cell::name(rating.attitude.as_ref()),
            Cell::name(rating.result.as_ref()),
            text(outlook, rating.comment.as_ref()),
        ]);
    }
    for stars in &case.stars {
        let people = words::respondents(lang, stars.respondents);
        let by = stars.channel.as_ref();
        let by = by.map_or(people.clone(), |channel| format!("{channel} {people}"));
        sheet.push(vec![
            stars.on.into(),
            by.into(),
            "★".repeat(usize::from(stars.stars.count())).into(),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ]);
    }
    sheet
}

/// Every promise and what became of it.
pub(super) fn promises(outlook: &Outlook, case: &Case) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::date("made", Label::Date.word(lang)),
        Column::text("promise", Label::Promise.word(lang)),
        Column::date("due", Label::Due.word(lang)),
        Column::date("settled", Label::Settled.word(lang)),
        Column::text("kept", Label::Kept.word(lang)),
        Column::text("note", Label::Note.word(lang)),
    ];
    let mut sheet = Sheet::new("promises", Label::Promises.word(lang), columns);
    for promise in &case.commitments {
        let (settled, kept, note) = match &promise.settled {
            Some(Settled { on, kept, note }) => (Some(*on), Some(*kept), note.as_ref()),
            None => (None, None, None),
        };
        let kept = kept.map(|is_set| Cell::Flag {
            is_set,
            label: if is_set { Label::Yes } else { Label::No }
                .word(lang)
                .to_owned(),
        });
        sheet.push(vec![
            promise.made.into(),
            text(outlook, Some(&promise.promise)),
            promise.due.into(),
            settled.into(),
            kept.unwrap_or(Cell::Empty),
            text(outlook, note),
        ]);
    }
    sheet
}

fn text(outlook: &Outlook, text: Option<&Text>) -> Cell {
    let texts = outlook.book.texts();
    text.map(|text| texts.words(text).to_owned()).into()
}
