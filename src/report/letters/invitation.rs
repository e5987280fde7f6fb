//! Invitations (邀请函) to activities that are planned: to the voters for a reception day (邀您见), and
//! to each deputy who is invited, or who belongs to the group.
//!
//! Refuses: to invite to what is over.

use std::collections::BTreeSet;

use super::super::block::Block;
use super::super::outlook::Outlook;
use super::pen::Pen;
use super::{BLANK, Letter, Outgoing};
use crate::domain::book::Activity;
use crate::domain::event::{ActivityKind, Subject};
use crate::domain::refusal::{Refusal, Thing, WorkRule};
use crate::domain::terms::{ActivityId, Date, Name};
use crate::words::{self, Lang, LetterLack, Word};

/// The invitations to some activities.
///
/// # Errors
/// No such activity, or one that is over.
pub fn invitations(outlook: &Outlook, activities: &[ActivityId]) -> Result<Outgoing, Refusal> {
    let mut letters = Vec::new();
    let mut placeless = Vec::new();
    for id in activities {
        let activity = planned(outlook, *id)?;
        if activity.planned.place.is_none() {
            placeless.push(words::subject_label(outlook.lang, Subject::Activity(*id)));
        }
        letters.extend(of_activity(outlook, *id, activity));
    }
    let colon = match outlook.lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    let lack = LetterLack::Place.word(outlook.lang);
    let lacking = match placeless.is_empty() {
        true => Vec::new(),
        false => vec![format!(
            "{lack}{colon}{}",
            words::list(outlook.lang, &placeless)
        )],
    };
    Ok(Outgoing {
        letters,
        lacking,
        without: Vec::new(),
        numbered: None,
        numbered_by: BTreeSet::new(),
        early: Vec::new(),
    })
}

fn planned<'a>(outlook: &'a Outlook, id: ActivityId) -> Result<&'a Activity, Refusal> {
    let known = outlook.book.activities().get(id);
    let activity = known.ok_or_else(|| Refusal::NotFound {
        thing: Thing::Activity,
        word: id.to_string(),
        near: Vec::new(),
    })?;
    let over = activity.held.as_ref().map(|held| held.on);
    let over = over.or_else(|| activity.cancelled.as_ref().map(|cancelled| cancelled.on));
    match over {
        Some(on) => Err(WorkRule::ActivityOver { activity: id, on }.into()),
        None => Ok(activity),
    }
}

fn of_activity(outlook: &Outlook, id: ActivityId, activity: &Activity) -> Vec<Letter> {
    let office = outlook.book.office();
    let plan = &activity.planned;
    let mut deputies: Vec<&Name> = plan.invited.iter().collect();
    if let (true, Some(group)) = (deputies.is_empty(), &plan.group) {
        deputies.extend(office.members_on(group, plan.day));
    }
    let named: Vec<String> = deputies
        .iter()
        .map(|name| office.name_alone(name).to_owned())
        .collect();
    let mut letters = Vec::new();
    if plan.kind == ActivityKind::ReceptionDay {
        letters.push(to_voters(outlook, id, activity, &named));
    } else if named.is_empty() {
        letters.push(to_deputy(outlook, id, activity, "各位代表"));
    }
    letters.extend(
        named
            .iter()
            .map(|name| to_deputy(outlook, id, activity, &format!("{name}代表"))),
    );
    letters
}

/// `2024年5月10日（星期五）`, with the last day where it goes on.
fn days(activity: &Activity) -> String {
    // A paper writes the weekday out.
    let full = |day: Date| words::date(Lang::Zh, day).replace("（周", "（星期");
    let day = full(activity.planned.day);
    match activity.planned.last {
        Some(last) => format!("{day}至{}", full(last)),
        None => day,
    }
}

fn place(activity: &Activity) -> String {
    let place = activity.planned.place.as_ref();
    place.map_or_else(|| BLANK.to_owned(), Name::to_string)
}

fn begun<'a>(outlook: &'a Outlook<'a>, title: &str, to: &str) -> Pen<'a> {
    let mut pen = Pen::new(outlook, Some(outlook.as_of));
    let name = pen.office().to_owned();
    pen.put(Block::Letterhead {
        name,
        is_letter: true,
    });
    pen.put(Block::Title(title.to_owned()));
    pen.put(Block::Addressee(to.to_owned()));
    pen
}

fn to_voters(
    outlook: &Outlook,
    id: ActivityId,
    activity: &Activity,
    deputies: &[String],
) -> Letter {
    let plan = &activity.planned;
    let title = format!("“{}”邀请函", plan.title);
    let mut pen = begun(outlook, &title, "各位选民");
    let office = pen.office();
    pen.say(format!(
        "为了当面听取大家的意见和要求，{office}组织人大代表接待选民，诚邀您来参加。"
    ));
    pen.say(format!("一、时间：{}。", days(activity)));
    pen.say(format!("二、地点：{}。", place(activity)));
    let who = match (deputies.is_empty(), &plan.group) {
        (false, _) => deputies.join("、"),
        (true, Some(group)) => group.to_string(),
        (true, None) => BLANK.to_owned(),
    };
    pen.say(format!("三、接待代表：{who}。"));
    pen.say(
        "您反映的问题，能当场答复的当场答复；不能当场答复的，登记后转交有关单位办理，办理情况会告诉您。",
    );
    pen.sign(Some(outlook.as_of));
    let name = format!("活动{id}-邀请函-选民");
    pen.done("activity.invitation", (&title, name), None)
}

fn to_deputy(outlook: &Outlook, id: ActivityId, activity: &Activity, to: &str) -> Letter {
    let plan = &activity.planned;
    let title = format!("关于参加“{}”的邀请函", plan.title);
    let mut pen = begun(outlook, &title, to);
    let office = pen.office();
    let kind = plan.kind.word(Lang::Zh);
    let group = plan.group.as_ref();
    let group = group.map_or_else(String::new, |group| format!("，由{group}承办"));
    pen.say(format!(
        "{office}定于{}在{}举行“{}”（{kind}）{group}，请您参加。",
        days(activity),
        place(activity),
        plan.title
    ));
    pen.say(match plan.kind {
        ActivityKind::ReceptionDay => {
            "请准时到场接待选民，认真记录群众的意见；不能当场答复的，会后交我们转有关单位办理。"
        }
        ActivityKind::VoterReport => "请准备好书面述职材料，向选民报告履职情况，回答选民的询问。",
        ActivityKind::Training
        | ActivityKind::ClerkTraining
        | ActivityKind::GroupActivity
        | ActivityKind::Inspection
        | ActivityKind::Research
        | ActivityKind::StationVisit
        | ActivityKind::UnitReport
        | ActivityKind::Speech
        | ActivityKind::HouseholdVisit => "请妥善安排工作，准时参加。",
    });
    pen.say("因故不能参加的，请提前请假。");
    pen.sign(Some(outlook.as_of));
    pen.fact("代表", to.trim_end_matches("代表"));
    let name = format!("活动{id}-邀请函-{to}");
    pen.done("activity.invitation", (&title, name), None)
}
