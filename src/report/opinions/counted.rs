//! The counted report of opinions, with its links to suggestions both ways.
//!
//! Refuses: to list; a figure names the opinions and suggestions behind it, `mod.rs` lists them.

use std::collections::BTreeMap;

use super::{Heard, sheet};
use crate::domain::book::{Opinion, OpinionState};
use crate::domain::deadline::opinion_due;
use crate::domain::event::{Channel, Subject};
use crate::domain::terms::{CaseId, Name, OpinionId};
use crate::report::cell::Cell;
use crate::report::document::Document;
use crate::report::figures::NoSuchFigure;
use crate::report::outlook::Outlook;
use crate::report::work::{Asked, Behind, Counted, Line, Report, timeliness};
use crate::words::{self, Label, Word, WorkLabel};

/// The counted report.
///
/// # Errors
/// A figure is asked for that the report does not have.
pub fn report(outlook: &Outlook, asked: &Asked) -> Result<Document, NoSuchFigure> {
    let lang = outlook.lang;
    let heard = outlook.book.opinions().iter();
    let heard: Heard = heard.filter(|(_, o)| asked.takes(o.heard.on)).collect();
    let report = Report {
        kind: "report.opinions",
        title: WorkLabel::OpinionsReport.word(lang),
        scope: asked.scope(lang),
        total: heard.len(),
        units: names(&heard, |o| o.passed_on.iter().map(|p| &p.to).collect()).len(),
        sections: vec![
            links(outlook, &heard),
            states(outlook, &heard),
            channels(outlook, &heard),
            by_name(
                outlook,
                &heard,
                ("category", Label::Category.word(lang)),
                |o| o.heard.category.as_ref(),
            ),
            by_name(
                outlook,
                &heard,
                ("station", WorkLabel::Station.word(lang)),
                |o| o.heard.station.as_ref(),
            ),
            by_name(
                outlook,
                &heard,
                ("collector", WorkLabel::Collector.word(lang)),
                |o| o.heard.collector.as_ref(),
            ),
            discussed(outlook, &heard),
            drafts(outlook, &heard),
            answered_in_time(outlook, &heard),
            settled(outlook, &heard),
            link_table(outlook, &heard),
        ],
    };
    report.answer(outlook, asked, |outlook, behind| {
        let opinions = behind.iter().filter_map(|thing| {
            let Behind::Work(Subject::Opinion(id)) = thing else {
                return None;
            };
            Some((*id, outlook.book.opinions().get(*id)?))
        });
        let opinions: Heard = opinions.collect();
        match opinions.is_empty() {
            true => Vec::new(),
            false => vec![sheet(outlook, opinions.into_iter())],
        }
    })
}

fn behind(id: OpinionId) -> Behind {
    Behind::Work(Subject::Opinion(id))
}

fn of(heard: &Heard, fits: impl Fn(&Opinion) -> bool) -> Vec<Behind> {
    let fitting = heard.iter().filter(|(_, opinion)| fits(opinion));
    fitting.map(|(id, _)| behind(*id)).collect()
}

fn names<'a>(heard: &Heard<'a>, of: impl Fn(&'a Opinion) -> Vec<&'a Name>) -> Vec<&'a Name> {
    let mut names: Vec<&Name> = heard.iter().flat_map(|(_, opinion)| of(opinion)).collect();
    names.sort();
    names.dedup();
    names
}

/// The suggestions, each with the opinions it came from.
fn by_case(outlook: &Outlook, heard: &Heard) -> BTreeMap<CaseId, Vec<OpinionId>> {
    let mut cases: BTreeMap<CaseId, Vec<OpinionId>> = BTreeMap::new();
    for (id, opinion) in heard {
        for (case, _) in outlook.book.raised_into(opinion) {
            cases.entry(case).or_default().push(*id);
        }
    }
    cases
}

/// So many opinions became so many suggestions.
fn links(outlook: &Outlook, heard: &Heard) -> Counted {
    let lang = outlook.lang;
    let cases = by_case(outlook, heard);
    let raised = |opinion: &Opinion| outlook.book.raised_into(opinion).count();
    let of_cases = |fits: &dyn Fn(usize) -> bool| {
        let fitting = cases.iter().filter(|(_, opinions)| fits(opinions.len()));
        fitting.map(|(case, _)| Behind::Case(*case)).collect()
    };
    let line =
        |key: &'static str, label: WorkLabel, behind| Line::new(key, label.word(lang), behind);
    Counted {
        key: "links",
        label: WorkLabel::Links.word(lang),
        of: None,
        lines: vec![
            line("heard", WorkLabel::AllHeard, of(heard, |_| true)),
            line(
                "raised",
                WorkLabel::RaisedOpinions,
                of(heard, |o| raised(o) > 0),
            ),
            line("suggestions", WorkLabel::Suggestions, of_cases(&|_| true)),
            line(
                "many_to_one",
                WorkLabel::ManyToOne,
                of_cases(&|opinions| opinions > 1),
            ),
            line(
                "one_to_many",
                WorkLabel::OneToMany,
                of(heard, |o| raised(o) > 1),
            ),
            line(
                "ended",
                WorkLabel::EndedSuggestions,
                of(heard, |o| raised(o) < o.cases.len()),
            ),
        ],
    }
}

fn states(outlook: &Outlook, heard: &Heard) -> Counted {
    let states = [
        (OpinionState::OnTheSpot, "on_the_spot"),
        (OpinionState::Answered, "answered"),
        (OpinionState::Raised, "raised"),
        (OpinionState::Forwarded, "forwarded"),
        (OpinionState::PassedOn, "passed_on"),
        (OpinionState::Discussed, "discussed"),
        (OpinionState::Waiting, "waiting"),
    ];
    let line = |(state, key): (OpinionState, &'static str)| {
        Line::new(
            key,
            state.word(outlook.lang),
            of(heard, |o| o.state(outlook.book) == state),
        )
    };
    shares(
        outlook,
        heard,
        ("outcome", WorkLabel::Standing.word(outlook.lang)),
        states.map(line).into(),
    )
}

fn channels(outlook: &Outlook, heard: &Heard) -> Counted {
    let channels = [
        (Channel::ReceptionDay, "reception_day"),
        (Channel::CourtyardMeeting, "courtyard_meeting"),
        (Channel::Visit, "visit"),
        (Channel::Questionnaire, "questionnaire"),
        (Channel::LetterBox, "letter_box"),
        (Channel::Online, "online"),
    ];
    let line = |(channel, key): (Channel, &'static str)| {
        Line::new(
            key,
            channel.word(outlook.lang),
            of(heard, |o| o.heard.channel == channel),
        )
    };
    shares(
        outlook,
        heard,
        ("channel", WorkLabel::Channel.word(outlook.lang)),
        channels.map(line).into(),
    )
}

fn shares(
    outlook: &Outlook,
    heard: &Heard,
    (key, label): (&'static str, &'static str),
    mut lines: Vec<Line>,
) -> Counted {
    lines.retain(|line| !line.behind.is_empty());
    Counted {
        key,
        label,
        of: Some((WorkLabel::AllHeard.word(outlook.lang), heard.len())),
        lines,
    }
}

/// By a name that each opinion has or has not.
fn by_name<'a>(
    outlook: &Outlook,
    heard: &Heard<'a>,
    section: (&'static str, &'static str),
    name: impl Fn(&'a Opinion) -> Option<&'a Name>,
) -> Counted {
    let all = names(heard, |opinion| name(opinion).into_iter().collect());
    let with = |wanted: Option<&Name>| {
        let fitting = heard.iter().filter(|(_, opinion)| name(opinion) == wanted);
        fitting.map(|(id, _)| behind(*id)).collect::<Vec<_>>()
    };
    let named = all.into_iter();
    let named = named.map(|one| Line::new(one.to_string(), one.to_string(), with(Some(one))));
    let nobody = Line::new("none", WorkLabel::Unnamed.word(outlook.lang), with(None));
    shares(outlook, heard, section, named.chain([nobody]).collect())
}

/// Which groups talked over how many.
fn discussed(outlook: &Outlook, heard: &Heard) -> Counted {
    let groups = names(heard, |o| o.discussions.iter().map(|d| &d.group).collect());
    let lines = groups.into_iter().map(|group| {
        let among = |o: &Opinion| o.discussions.iter().any(|d| d.group == *group);
        Line::new(group.to_string(), group.to_string(), of(heard, among))
    });
    Counted {
        key: "group",
        label: WorkLabel::TalkedOver.word(outlook.lang),
        of: None,
        lines: lines.collect(),
    }
}

/// The draft laws: opinions on each, and the proposals made of them.
fn drafts(outlook: &Outlook, heard: &Heard) -> Counted {
    let lang = outlook.lang;
    let proposals = outlook.book.opinions().proposals();
    let sent = |o: &Opinion| {
        o.proposals
            .iter()
            .filter_map(|at| proposals.get(*at))
            .collect::<Vec<_>>()
    };
    let drafts = names(heard, |o| {
        let sent = sent(o).into_iter().map(|proposal| &proposal.draft);
        o.heard.draft.iter().chain(sent).collect()
    });
    let lines = drafts.into_iter().map(|draft| {
        let about = |o: &Opinion| {
            o.heard.draft.as_ref() == Some(draft) || sent(o).iter().any(|p| p.draft == *draft)
        };
        let forwarded = |o: &Opinion| sent(o).iter().any(|p| p.draft == *draft);
        let mut made: Vec<usize> = heard
            .iter()
            .flat_map(|(_, o)| o.proposals.clone())
            .collect();
        made.sort_unstable();
        made.dedup();
        made.retain(|at| proposals.get(*at).is_some_and(|p| p.draft == *draft));
        let line = Line::new(draft.to_string(), draft.to_string(), of(heard, about));
        let line = line.with_part(
            "proposals",
            WorkLabel::Proposals.word(lang),
            made.len(),
            of(heard, forwarded),
        );
        let settled = |wanted: bool| {
            of(heard, |o| {
                let outcome = o.outcome();
                forwarded(o) && outcome.is_some_and(|outcome| outcome.adopted == Some(wanted))
            })
        };
        [
            (true, "adopted", WorkLabel::AdoptedFlag),
            (false, "not_adopted", WorkLabel::NotAdopted),
        ]
        .into_iter()
        .fold(line, |line, (wanted, key, label)| {
            let settled = settled(wanted);
            line.with_part(key, label.word(lang), settled.len(), settled)
        })
    });
    Counted {
        key: "draft",
        label: WorkLabel::Draft.word(lang),
        of: None,
        lines: lines.collect(),
    }
}

/// What became of those of which somebody said so, by the last word on each.
fn settled(outlook: &Outlook, heard: &Heard) -> Counted {
    let lang = outlook.lang;
    let all = of(heard, |o| o.outcome().is_some());
    let lines = [
        ("adopted", Some(true)),
        ("not_adopted", Some(false)),
        ("not_said", None),
    ];
    let lines = lines.into_iter().map(|(key, adopted)| {
        let told = of(heard, |o| {
            o.outcome()
                .is_some_and(|outcome| outcome.adopted == adopted)
        });
        Line::new(key, adopted_words(adopted).word(lang), told)
    });
    Counted {
        key: "settled",
        label: WorkLabel::Outcome.word(lang),
        of: Some((WorkLabel::Settled.word(lang), all.len())),
        lines: lines.filter(|_| !all.is_empty()).collect(),
    }
}

/// Whether it was adopted, in words.
pub(super) fn adopted_words(adopted: Option<bool>) -> WorkLabel {
    match adopted {
        Some(true) => WorkLabel::AdoptedFlag,
        Some(false) => WorkLabel::NotAdopted,
        None => WorkLabel::NotSaid,
    }
}

/// Whether those who said it had their answer in time.
fn answered_in_time(outlook: &Outlook, heard: &Heard) -> Counted {
    let clock = |o: &Opinion| opinion_due(outlook.book, o, outlook.as_of);
    let clocks: Vec<_> = heard
        .iter()
        .map(|(id, o)| (behind(*id), clock(o)))
        .collect();
    let section = ("timeliness", WorkLabel::Timeliness.word(outlook.lang));
    shares(outlook, heard, section, timeliness(outlook, &clocks))
}

/// Each suggestion with the opinions it came from.
fn link_table(outlook: &Outlook, heard: &Heard) -> Counted {
    let lang = outlook.lang;
    let lines = by_case(outlook, heard)
        .into_iter()
        .filter_map(|(case, opinions)| {
            let case = outlook.book.case(case)?;
            let label = words::case_titled(lang, outlook.book, case);
            let ids = opinions.iter().map(ToString::to_string).collect();
            let key = words::plain_label(outlook.book, case.id);
            let behind = opinions.into_iter().map(behind).collect();
            let from = WorkLabel::FromOpinions.word(lang);
            Some(Line::new(key, label, behind).with_cell("opinions", from, Cell::List(ids)))
        });
    Counted {
        key: "suggestion",
        label: WorkLabel::LinkTable.word(lang),
        of: None,
        lines: lines.collect(),
    }
}
