//! One case whole for scripts: the JSON of `show`.
//!
//! Keys are those of the journal, values as they were recorded: no word of it depends on the
//! reader's language. What is not known is `null`, so that every key is always there.

use serde_json::{Map, Value, json};

use super::list::state_key;
use super::outlook::Outlook;
use super::tally::in_work;
use crate::domain::book::{Case, ClassStepKind, Ending, HandOver, PreAssignment};
use crate::domain::deadline::{self, Clock};
use crate::domain::rules::Due;
use crate::domain::terms::{Date, Name};
use crate::words;

/// Everything that is known of a case.
pub(super) fn value(outlook: &Outlook, case: &Case) -> Value {
    let parts = [
        raised(outlook, case),
        handled(case),
        overseen(outlook, case),
        judged(case),
        told(outlook, case),
    ];
    let mut whole = Map::new();
    for part in parts {
        if let Value::Object(part) = part {
            whole.extend(part);
        }
    }
    Value::Object(whole)
}

fn raised(outlook: &Outlook, case: &Case) -> Value {
    let book = outlook.book;
    let label = |id| words::plain_label(book, id);
    let earlier = case.earlier.iter().map(|id| label(*id));
    let together = book.together_with(case, outlook.as_of);
    let together = together.iter().map(|case| label(case.id));
    let ended = case.ended.map(|(on, ending)| {
        json!({"on": on, "how": match ending {
            Ending::Refused => "refused",
            Ending::Letter => "letter",
            Ending::Withdrawn => "withdrawn",
        }})
    });
    let supervised = case.key_supervised.as_ref();
    json!({
        "case": case.id,
        "number": label(case.id),
        "label": words::case_label(book, case.id),
        "state": state_key(book.state(case)),
        "level": case.level,
        "period": case.period,
        "term": case.session.term,
        "session": case.session.session,
        "title": case.title,
        "body": case.body,
        "requests": case.requests,
        "deputy": case.deputy,
        "co_signers": case.co_signers,
        "delegation": case.delegation,
        "category": case.category,
        "kind": case.kind,
        "scope": case.character.scope,
        "difficulty": case.character.difficulty,
        "urgency": case.character.urgency,
        "traits": case.character.traits,
        "earlier": earlier.collect::<Vec<_>>(),
        "merged_with": together.collect::<Vec<_>>(),
        "motion": case.motion,
        "confidential": case.confidential,
        "submitted": case.submitted,
        "accepted": case.accepted,
        "ended": ended,
        "key_supervised": supervised.map(|(on, supervisor)| {
            json!({"on": on, "supervisor": supervisor})
        }),
        "pre_assigned": case.pre_assignment.as_deref().map(pre_assigned),
    })
}

fn handled(case: &Case) -> Value {
    let co_opinions = case.co_opinions.iter().flat_map(|(unit, opinions)| {
        opinions
            .iter()
            .map(move |o| json!({"unit": unit, "given": o.given, "rejected": o.rejected}))
    });
    let bookings = case.bookings.iter().map(|b| {
        json!({
            "on": b.on, "day": b.day, "stage": b.stage, "mode": b.mode, "people": b.people,
            "place": b.place,
        })
    });
    let milestones = case.milestones.iter();
    let milestones =
        milestones.map(|m| json!({"milestone": m.milestone, "due": m.due, "reached": m.reached}));
    let difficulties = case.difficulties.iter();
    let difficulties = difficulties.map(|d| json!({"on": d.on, "unit": d.unit, "note": d.note}));
    let effects = case
        .effects
        .iter()
        .map(|e| json!({"on": e.on, "what": e.what, "amount": e.amount, "measure": e.measure}));
    json!({
        "hand_overs": hand_overs(case),
        "bookings": bookings.collect::<Vec<_>>(),
        "consultations": consultations(case),
        "milestones": milestones.collect::<Vec<_>>(),
        "difficulties": difficulties.collect::<Vec<_>>(),
        "effects": effects.collect::<Vec<_>>(),
        "evidence": case.evidence.iter().map(|e| {
            json!({"on": e.on, "file": e.file, "bytes": e.bytes, "sha256": e.sha256})
        }).collect::<Vec<_>>(),
        "co_opinions": co_opinions.collect::<Vec<_>>(),
        "extension": case.extension.as_ref().map(|e| {
            json!({"on": e.on, "to": e.to, "why": e.why, "consent": e.consent, "told": e.told})
        }),
        "escalation": case.escalation.as_ref().map(|e| {
            let answered = e.answered.as_ref();
            json!({
                "on": e.on, "to": e.to, "upper": e.upper,
                "answered": answered.map(|(on, outcome)| json!({"on": on, "outcome": outcome})),
            })
        }),
        "replied": case.replied(),
        "replies": replies(case),
        "deliveries": case.deliveries.iter().map(|(on, deputy)| {
            json!({"on": on, "deputy": deputy})
        }).collect::<Vec<_>>(),
        "class": case.class(),
        "classes": classes(case),
    })
}

fn overseen(outlook: &Outlook, case: &Case) -> Value {
    let oversight = &case.oversight;
    let notices = oversight.notices.iter().map(|n| {
        let answered = n.answered.as_ref();
        json!({
            "on": n.on, "mode": n.mode, "unit": n.unit, "people": n.people,
            "problem": n.problem, "due": n.due,
            "answered": answered.map(|(on, note)| json!({"on": on, "note": note})),
        })
    });
    let inspections = oversight.inspections.iter().map(|i| {
        json!({
            "on": i.on, "check": i.check, "inspector": i.inspector, "mode": i.mode,
            "finding": i.finding, "mend_by": i.mend_by, "mended": i.mended,
        })
    });
    let look_backs = oversight
        .look_backs
        .iter()
        .map(|l| json!({"on": l.on, "good": l.good, "people": l.people, "note": l.note}));
    let reworks = oversight
        .reworks
        .iter()
        .map(|r| json!({"on": r.on, "what": r.what, "due": r.due, "done": r.done}));
    let re_replies = oversight.re_replies.iter().map(|r| {
        json!({
            "on": r.on, "unit": r.unit, "doc_no": r.doc_no, "signer": r.signer,
            "text": r.text, "within": r.within, "publication": r.publication,
        })
    });
    let sought = oversight.feedback_sought.iter();
    let adjudications = oversight.adjudications.iter();
    json!({
        "colour": in_work(outlook, case),
        "reminders": case.reminders.iter().map(|r| {
            json!({"on": r.on, "unit": r.unit, "deputy": r.deputy, "mode": r.mode})
        }).collect::<Vec<_>>(),
        "notices": notices.collect::<Vec<_>>(),
        "colour_set": oversight.colour.as_ref().map(|(on, colour, why)| {
            json!({"on": on, "colour": colour, "why": why})
        }),
        "inspections": inspections.collect::<Vec<_>>(),
        "look_backs": look_backs.collect::<Vec<_>>(),
        "reworks": reworks.collect::<Vec<_>>(),
        "re_replies": re_replies.collect::<Vec<_>>(),
        "feedback_sought": sought.map(|(on, deputy)| {
            json!({"on": on, "deputy": deputy})
        }).collect::<Vec<_>>(),
        "adjudications": adjudications.map(|a| {
            json!({"on": a.on, "by": a.by, "opinion": a.opinion})
        }).collect::<Vec<_>>(),
        "reopened": oversight.reopened.iter().map(|(on, why)| {
            json!({"on": on, "why": why})
        }).collect::<Vec<_>>(),
    })
}

fn judged(case: &Case) -> Value {
    let stars = case.stars.iter().map(|s| {
        json!({
            "on": s.on, "stars": s.stars, "respondents": s.respondents, "channel": s.channel,
        })
    });
    json!({
        "commitments": commitments(case),
        "ratings": ratings(case),
        "stars": stars.collect::<Vec<_>>(),
        "revisit": case.revisit.as_ref().map(|r| {
            json!({"on": r.on, "rating": r.rating, "members": r.members, "means": r.means})
        }),
        "closed": case.closed,
    })
}

fn told(outlook: &Outlook, case: &Case) -> Value {
    let book = outlook.book;
    let clocks = deadline::clocks(book, case, outlook.as_of);
    let clocks = clocks.iter().map(|c| clock(outlook, c));
    let facts = book.timeline(case.id);
    let facts = facts.filter(|fact| fact.event.on() <= outlook.as_of);
    let timeline = facts.map(|fact| {
        json!({
            "line": fact.id.line, "fact": fact.id.index, "at": fact.entry.at.to_rfc3339(),
            "by": fact.entry.by, "event": fact.event,
        })
    });
    json!({
        "clocks": clocks.collect::<Vec<_>>(),
        "timeline": timeline.collect::<Vec<_>>(),
    })
}

pub(super) fn clock(outlook: &Outlook, clock: &Clock) -> Value {
    let rule = clock.rule;
    let runs = clock.met.is_none() && clock.is_duty();
    json!({
        "key": clock.key.code(),
        "unit": clock.unit,
        "start": clock.start(),
        "limit": rule.map(|_| clock.due.limit.to_string()),
        "due": clock.due(),
        "by_rule": clock.due.date,
        "agreed": clock.agreed,
        "extended": clock.extended,
        "met": clock.met,
        "days_left": runs.then(|| clock.days_left(outlook.as_of)),
        "rules": clock.rules.name,
        "source": rule.and_then(|r| r.source.as_deref()),
        "verified": rule.map(crate::domain::rules::ClockRule::is_verified),
        "way": way(&clock.due),
    })
}

fn pre_assigned(proposed: &PreAssignment) -> Value {
    json!({
        "on": proposed.on,
        "to": proposed.to,
        "disputes": proposed.disputes.iter().map(|(on, unit, why)| {
            json!({"on": on, "unit": unit, "why": why})
        }).collect::<Vec<_>>(),
        "coordination": proposed.coordination.as_ref().map(|(on, note)| {
            json!({"on": on, "note": note})
        }),
    })
}

/// Oldest first; the last one counts.
fn classes(case: &Case) -> Vec<Value> {
    let told = case.classes.iter().map(|step| {
        json!({
            "on": step.on,
            "class": step.class,
            "step": match step.kind {
                ClassStepKind::Proposed => "proposed",
                ClassStepKind::FirstReview => "first_review",
                ClassStepKind::SecondReview => "second_review",
                ClassStepKind::Confirmed => "confirmed",
            },
            "by": step.by,
        })
    });
    told.collect()
}

/// The way from start to end, for scripts: which days were passed over, which were worked.
pub(super) fn way(due: &Due) -> Value {
    let day = |day: &Date, name: &Name| json!({"date": day, "name": name});
    let holidays = due.skipped.iter();
    let holidays = holidays.filter_map(|s| Some(day(&s.day, s.holiday.as_ref()?)));
    json!({
        "weekend_days_skipped": due.skipped.iter().filter(|s| s.holiday.is_none()).count(),
        "holidays_skipped": holidays.collect::<Vec<_>>(),
        "made_up_days_counted": due.made_up.iter().map(|(on, name)| day(on, name)).collect::<Vec<_>>(),
        "rolled_from": due.rolled_from,
        "years_without_table": due.years_without_table,
    })
}

/// Oldest first; the last one is in force.
fn hand_overs(case: &Case) -> Vec<Value> {
    let told = case.assignments.iter().map(|a| {
        json!({
            "on": a.on,
            "how": match a.how {
                HandOver::Assigned => "assigned",
                HandOver::Reassigned => "reassigned",
                HandOver::Tracked => "tracked",
            },
            "to": a.to,
            "due": a.due,
            "hard": a.hard,
            "plan": a.plan,
            "task_force": a.task_force,
            "signed": a.signed.iter().map(|(unit, on)| json!({"unit": unit, "on": on}))
                .collect::<Vec<_>>(),
            "forwarded": a.forwarded.iter().map(|(on, post)| json!({"on": on, "unit": post}))
                .collect::<Vec<_>>(),
            "returned": a.returned.as_ref().map(|r| {
                json!({"on": r.on, "unit": r.unit, "why": r.why, "proposed": r.proposed,
                    "refused": r.refused.as_ref().map(|(on, why)| json!({"on": on, "why": why}))})
            }),
        })
    });
    told.collect()
}

fn consultations(case: &Case) -> Vec<Value> {
    let told = case.consultations.iter().map(|c| {
        json!({
            "on": c.on, "stage": c.stage, "mode": c.mode, "people": c.people,
            "leader_present": c.leader_present,
        })
    });
    told.collect()
}

fn replies(case: &Case) -> Vec<Value> {
    let told = case.replies.iter().map(|r| {
        json!({
            "on": r.on, "unit": r.unit, "class": r.class, "doc_no": r.doc_no,
            "signer": r.signer, "text": r.text, "reason": r.reason,
            "publication": r.publication,
            "answers": r.answers,
        })
    });
    told.collect()
}

fn ratings(case: &Case) -> Vec<Value> {
    let told = case.ratings.iter().map(|r| {
        json!({
            "on": r.on, "deputy": r.deputy, "of": r.of, "rating": r.rating, "attitude": r.attitude,
            "result": r.result, "comment": r.comment,
        })
    });
    told.collect()
}

fn commitments(case: &Case) -> Vec<Value> {
    let told = case.commitments.iter().map(|c| {
        let settled = c.settled.as_ref();
        json!({
            "made": c.made, "promise": c.promise, "due": c.due,
            "settled": settled.map(|settled| settled.on),
            "kept": settled.map(|settled| settled.kept),
            "note": settled.and_then(|settled| settled.note.as_ref()),
        })
    });
    told.collect()
}
