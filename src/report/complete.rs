//! What is missing or does not fit before papers are sent (完整性检查): numbers, talks, papers of a
//! reply, promises, answers to co-signers, forms that nobody asked for. One row a finding.
//!
//! The rules say what must be there; it says where it is not. It refuses to mend.

use std::collections::BTreeMap;

use super::cell::{Cell, Tone};
use super::document::Document;
use super::list::number;
use super::outlook::Outlook;
use super::scope::Filter;
use super::sheet::{Column, Sheet};
use crate::domain::book::{Assignment, Case, HandOver, Passing, Reply};
use crate::domain::deadline;
use crate::domain::rules::{Recipients, RuleSet};
use crate::domain::terms::{CaseId, Date, Name, Series};
use crate::words::{self, Label, Word};

/// What may be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lack {
    Number,
    NumberGap,
    Consultation,
    ConsultationNote,
    DocNo,
    Signer,
    ReplyText,
    Publication,
    Reason,
    Promise,
    LateReply,
    LateCoOpinion,
    CoSigner,
    Feedback,
    Finding,
    HandOver,
    Effect,
}

impl Lack {
    fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::NumberGap => "number_gap",
            Self::Consultation => "consultation",
            Self::ConsultationNote => "consultation_paper",
            Self::DocNo => "doc_no",
            Self::Signer => "signer",
            Self::ReplyText => "reply_text",
            Self::Publication => "publication",
            Self::Reason => "reason",
            Self::Promise => "promise",
            Self::LateReply => "late_reply",
            Self::LateCoOpinion => "late_co_opinion",
            Self::CoSigner => "co_signer",
            Self::Feedback => "feedback",
            Self::Finding => "finding",
            Self::HandOver => "hand_over",
            Self::Effect => "trait",
        }
    }

    fn label(self) -> Label {
        match self {
            Self::Number => Label::LacksNumber,
            Self::NumberGap => Label::NumberGap,
            Self::Consultation => Label::LacksConsultation,
            Self::ConsultationNote => Label::LacksConsultationPaper,
            Self::DocNo => Label::LacksDocNo,
            Self::Signer => Label::LacksSigner,
            Self::ReplyText => Label::LacksReplyText,
            Self::Publication => Label::LacksPublication,
            Self::Reason => Label::LacksReason,
            Self::Promise => Label::LacksPromise,
            Self::LateReply => Label::LateReply,
            Self::LateCoOpinion => Label::CoOpinionLate,
            Self::CoSigner => Label::LacksDelivery,
            Self::Feedback => Label::LacksFeedback,
            Self::Finding => Label::OpenFindings,
            Self::HandOver => Label::LacksInHandOver,
            Self::Effect => Label::LacksEffect,
        }
    }
}

/// A finding: what, of which case, with the words that matter.
struct Found<'a> {
    case: &'a Case,
    lack: Lack,
    detail: Option<String>,
}

/// The findings of a scope, by the numbers of the cases; and how many there are.
pub fn complete(outlook: &Outlook, filter: &Filter) -> (Document, usize) {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("number", Label::Number.word(lang)),
        Column::text("title", Label::Title.word(lang)),
        Column::text("unit", Label::Unit.word(lang)),
        Column::text("what", Label::What.word(lang)),
        Column::text("detail", Label::Detail.word(lang)),
    ];
    let mut sheet = Sheet::new("findings", Label::Completeness.word(lang), columns);
    let gaps = gaps(outlook);
    let mut places = Vec::new();
    let cases = outlook.book.walk();
    for case in cases.filter(|case| filter.counts(outlook, case)) {
        let mut found = of_case(outlook, &case);
        let gap = gaps.get(&case.id).map(|missing| Found {
            case: &case,
            lack: Lack::NumberGap,
            detail: Some(missing.clone()),
        });
        found.extend(gap);
        for found in found {
            places.push((case.number, case.id));
            sheet.push(row(outlook, &found));
        }
    }
    let sheet = sheet.in_order_of(&places);
    let count = sheet.rows().len();
    let foot = words::foot_count(lang, count);
    let title = Label::Completeness.word(lang);
    let document = Document::of_rows("verify.complete", title, outlook.basis(), vec![sheet]);
    (document.with_foot(vec![foot]), count)
}

fn row(outlook: &Outlook, found: &Found) -> Vec<Cell> {
    let units = found.case.assignment().into_iter();
    let units: Vec<String> = units
        .flat_map(|a| a.to.repliers().map(Name::to_string))
        .collect();
    let label = found.lack.label().word(outlook.lang);
    vec![
        number(outlook, found.case),
        found.case.title.as_str().into(),
        Cell::List(units),
        Cell::toned(found.lack.key(), label, Tone::Bad),
        found.detail.clone().into(),
    ]
}

/// Numbers that nobody was given, whatever became of his suggestion, each told at the case that
/// follows it.
fn gaps(outlook: &Outlook) -> BTreeMap<CaseId, String> {
    let mut last: BTreeMap<Series, u32> = BTreeMap::new();
    let mut gaps = BTreeMap::new();
    for (number, case) in outlook.book.register() {
        let before = last.insert(number.series, number.seq).unwrap_or(0);
        let (first, next) = (before.saturating_add(1), number.seq);
        match next.saturating_sub(first) {
            0 => {}
            1 => drop(gaps.insert(case, first.to_string())),
            _ => drop(gaps.insert(case, format!("{first}–{}", next - 1))),
        }
    }
    gaps
}

fn of_case<'a>(outlook: &Outlook, passing: &'a Passing) -> Vec<Found<'a>> {
    let case: &Case = passing;
    let mut found = Vec::new();
    let mut add = |is_lacking: bool, lack: Lack, detail: Option<String>| {
        if is_lacking {
            found.push(Found { case, lack, detail });
        }
    };
    add(case.number.is_none(), Lack::Number, None);
    let open = case.oversight.open_findings();
    let texts = outlook.book.texts();
    for look in open {
        let words = look.finding.as_ref().map(|f| texts.words(f).to_owned());
        add(true, Lack::Finding, words);
    }
    if let Some(assignment) = case.assignment() {
        for (lack, words) in lacks_in_hand_over(outlook, case, assignment) {
            add(true, lack, words);
        }
    }
    if case.replied().is_none() {
        return found;
    }
    let rules = case
        .replied()
        .and_then(|on| outlook.book.office().rules_on(on));
    let talked = case.is_consulted();
    add(!talked, Lack::Consultation, None);
    let has_papers = || {
        use crate::domain::event::Event;
        let mut facts = passing.within(Date::MIN..=Date::MAX);
        let is_note =
            |event: &Event| matches!(event, Event::Consulted(talk) if talk.note.is_some());
        !case.evidence.is_empty() || facts.any(|fact| is_note(fact.event))
    };
    add(talked && !has_papers(), Lack::ConsultationNote, None);
    for reply in case.current_replies() {
        let unit = || Some(reply.unit.to_string());
        add(reply.doc_no.is_none(), Lack::DocNo, unit());
        add(reply.signer.is_none(), Lack::Signer, unit());
        add(reply.text.is_none(), Lack::ReplyText, unit());
        add(reply.publication.is_none(), Lack::Publication, unit());
        let reasoned = !needs(rules, reply, |class| class.reason)
            || reply.reason.is_some()
            || reply.text.is_some();
        add(!reasoned, Lack::Reason, Some(reply.class.to_string()));
    }
    let promised = case
        .reply()
        .is_some_and(|r| needs(rules, r, |class| class.promise));
    let lacks = promised && !case.is_promised();
    add(lacks, Lack::Promise, case.class().map(Name::to_string));
    for clock in deadline::clocks(outlook.book, case, outlook.as_of) {
        use crate::domain::rules::ClockKey;
        let late = clock.is_overdue(outlook.as_of);
        let by = || Some(words::short_date(outlook.lang, clock.due()));
        add(late && clock.key == ClockKey::Reply, Lack::LateReply, by());
        let opinion = late && clock.key == ClockKey::CoOpinion;
        let unit = clock.unit.as_ref().map(Name::to_string);
        add(opinion, Lack::LateCoOpinion, unit);
    }
    let unreached = undelivered(rules, case);
    let lacks = !unreached.is_empty();
    add(
        lacks,
        Lack::CoSigner,
        Some(words::list(outlook.lang, &unreached)),
    );
    let silent = case.rating().is_none() && case.oversight.feedback_sought.is_empty();
    add(silent, Lack::Feedback, case.proposer().map(Name::to_string));
    found
}

/// What the hand-over in force does not name though kind and traits ask for it, be it because the
/// case was classified later.
fn lacks_in_hand_over(
    outlook: &Outlook,
    case: &Case,
    assignment: &Assignment,
) -> Vec<(Lack, Option<String>)> {
    let rules = outlook.book.office().rules_on(assignment.on);
    let Some(gates) = rules.map(|rules| &rules.gates) else {
        return Vec::new();
    };
    if assignment.how == HandOver::Tracked {
        return Vec::new();
    }
    let lang = outlook.lang;
    let needs = gates.hand_over_needs(case.kind).iter().copied();
    let unnamed = needs.filter(|need| !case.meets(assignment, *need));
    let unnamed = unnamed.map(|need| (Lack::HandOver, Some(need.word(lang).to_owned())));
    let traits = gates.binding_traits.iter().copied();
    let idle = traits.filter(|of| !case.has_effect(assignment, *of));
    let idle = idle.map(|of| (Lack::Effect, Some(of.word(lang).to_owned())));
    unnamed.chain(idle).collect()
}

/// Whether the class of a reply asks for something.
fn needs(
    rules: Option<&RuleSet>,
    reply: &Reply,
    ask: impl Fn(&crate::domain::rules::ClassRule) -> bool,
) -> bool {
    let class = rules.and_then(|rules| rules.class(reply.class.as_str()));
    class.is_some_and(ask)
}

/// Co-signers whom the rules have answered one by one, and whom no delivery names; where nothing
/// at all is recorded of deliveries, the lead deputy is taken to have it with the reply.
fn undelivered(rules: Option<&RuleSet>, case: &Case) -> Vec<String> {
    let each = rules.and_then(|rules| rules.reply_to) == Some(Recipients::EachCoSigner);
    if !each {
        return Vec::new();
    }
    let missing = case.co_signers.iter();
    let missing = missing.filter(|name| !case.has_reached(name));
    missing.map(Name::to_string).collect()
}
