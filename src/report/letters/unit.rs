//! What a unit sends beside its reply: its co-opinion to the lead, the form that gives a case back,
//! the request for more time.

use super::super::block::{Block, FormRow};
use super::super::outlook::Outlook;
use super::pen::Pen;
use super::{BLANK, Letter, phrases};
use crate::domain::book::{Assignment, Case};
use crate::domain::deadline;
use crate::domain::event::Event;
use crate::domain::terms::{Date, Name};
use crate::words::{self, LetterLack};

/// The letter of each co-unit to the lead (会办意见). Its number is in no fact: it stands blank.
pub(super) fn co_opinions(outlook: &Outlook, case: &Case, doc_no: Option<&str>) -> Vec<Letter> {
    let Some(assignment) = case.assignment() else {
        return Vec::new();
    };
    let leads: Vec<&str> = assignment.to.repliers().map(Name::as_str).collect();
    let to = leads.join("、");
    let co = assignment.to.co.iter();
    co.map(|unit| co_opinion(outlook, case, (unit, &to), doc_no))
        .collect()
}

fn co_opinion(
    outlook: &Outlook,
    case: &Case,
    (unit, to): (&Name, &str),
    doc_no: Option<&str>,
) -> Letter {
    let given = case.co_opinion(unit);
    let mut pen = Pen::new(outlook, given);
    pen.put(Block::Letterhead {
        name: unit.to_string(),
        is_letter: true,
    });
    let doc_no = pen.or_blank(case, doc_no, LetterLack::OwnDocNo);
    pen.put(Block::Number {
        doc_no,
        signer: String::new(),
    });
    let title = format!("关于{}的会办意见", pen.suggestion(case));
    pen.put(Block::Title(title.clone()));
    pen.put(Block::Addressee(to.to_owned()));
    let label = pen.label(case);
    // Who proposed a confidential one is for those to know who reply to it.
    let deputy = match case.confidential {
        true => String::new(),
        false => pen.or_blank(case, case.proposer(), LetterLack::Deputy) + "代表",
    };
    pen.say(format!(
        "由你单位主办、{}协办的{deputy}{}（{label}）收悉。经研究，会办意见如下：",
        phrases::we(unit.as_str()),
        words::titled(case.title.as_str())
    ));
    let given_by_it = outlook.book.timeline(case.id).filter_map(|fact| {
        let Event::CoOpinionGiven(given) = fact.event else {
            return None;
        };
        let known = given.unit == *unit && given.on <= outlook.as_of;
        given.note.as_ref().filter(|_| known)
    });
    let words = given_by_it.last();
    let words = words.map(|note| phrases::ended(&pen.words(note)));
    let words = pen.or_blank(case, words, LetterLack::CoOpinion);
    pen.say(words);
    pen.put(Block::Signature {
        by: unit.to_string(),
        on: phrases::day(given),
    });
    let contact = pen.contact(case, unit, given.unwrap_or(outlook.as_of));
    pen.contact_line(case, &contact);
    pen.copies(vec![pen.office().to_owned()]);
    pen.of_units([unit]);
    let name = format!("{label}-会办意见-{unit}");
    pen.done("letter.co_opinion", (&title, name), Some(case))
}

/// The first lines of every form about a case.
pub(super) fn about(
    pen: &mut Pen,
    case: &Case,
    (unit, assignment): (&str, Option<&Assignment>),
) -> Vec<FormRow> {
    let label = pen.label(case);
    let deputy = pen.or_blank(case, case.proposer(), LetterLack::Deputy);
    let session = phrases::session(&pen.rules, case.session);
    let assigned = phrases::field_day(assignment.map(|a| a.on));
    vec![
        FormRow::new([("建议编号", label), ("届　　次", session)]),
        FormRow::new([("标　　题", case.title.as_str())]).tall(2),
        FormRow::new([
            ("领衔代表", deputy),
            ("类　　别", case.category.to_string()),
        ]),
        FormRow::new([("承办单位", unit.to_owned()), ("交办日期", assigned)]),
    ]
}

/// The form that gives a case back (退回申请单): filled as recorded, else to be filled by hand.
pub(super) fn returns(outlook: &Outlook, case: &Case) -> Vec<Letter> {
    // A case given back and handed over anew has the return in its earlier hand-over.
    let given_back = case.assignments.iter().rev().find(|a| a.returned.is_some());
    let Some(assignment) = given_back.or(case.assignment()) else {
        return Vec::new();
    };
    let returned = assignment.returned.as_ref();
    let units: Vec<&Name> = match returned {
        Some(returned) => vec![&returned.unit],
        None => assignment.to.repliers().collect(),
    };
    let form = |unit: &Name| {
        let mut pen = Pen::new(outlook, returned.map(|r| r.on));
        let title = "代表建议退回申请单";
        pen.put(Block::Title(title.to_owned()));
        let mut rows = about(&mut pen, case, (unit.as_str(), Some(assignment)));
        let why = returned.and_then(|r| pen.stated(&r.why));
        let proposed = returned.and_then(|r| r.proposed.as_ref());
        rows.push(FormRow::new([("退回理由", why.unwrap_or_default())]).tall(5));
        let proposed = proposed.map(Name::to_string).unwrap_or_default();
        rows.push(FormRow::new([("建议改办", proposed)]));
        let on = phrases::field_day(returned.map(|r| r.on));
        rows.push(FormRow::new([("负责人", String::new()), ("申请日期", on)]));
        let answer = returned.and_then(|r| r.refused.as_ref());
        let answer = answer.map(|(on, why)| {
            let day = phrases::day(Some(*on));
            format!("不同意退回：{}\n{day}", phrases::ended(&pen.words(why)))
        });
        rows.push(FormRow::new([("交办机关意见", answer.unwrap_or_default())]).tall(4));
        pen.put(Block::Form(rows));
        pen.say("注：承办单位认为不属于本单位职责的，应在规定期限内书面说明理由并提出建议改办的单位，不得自行转送其他单位。");
        if returned.is_none() {
            pen.lack(case, LetterLack::Return);
        }
        let name = format!("{}-退回申请单-{unit}", pen.label(case));
        pen.of_units([unit]);
        pen.done("letter.return", (title, name), Some(case))
    };
    units.into_iter().map(form).collect()
}

/// The request for more time (延期申请), to the office.
pub(super) fn extensions(outlook: &Outlook, case: &Case, doc_no: Option<&str>) -> Vec<Letter> {
    let Some(assignment) = case.assignment() else {
        return Vec::new();
    };
    let units = assignment.to.repliers();
    units
        .map(|unit| extension(outlook, case, unit, doc_no))
        .collect()
}

fn extension(outlook: &Outlook, case: &Case, unit: &Name, doc_no: Option<&str>) -> Letter {
    let extension = case.extension.as_ref();
    let on = extension.map(|e| e.on);
    let mut pen = Pen::new(outlook, on);
    pen.put(Block::Letterhead {
        name: unit.to_string(),
        is_letter: true,
    });
    let doc_no = pen.or_blank(case, doc_no, LetterLack::OwnDocNo);
    pen.put(Block::Number {
        doc_no,
        signer: String::new(),
    });
    let title = format!("关于延期答复{}的申请", pen.suggestion(case));
    pen.put(Block::Title(title.clone()));
    let office = pen.office().to_owned();
    pen.put(Block::Addressee(office));
    let due = due_before(outlook, case).map(|day| phrases::day(Some(day)));
    let due = pen.or_blank(case, due, LetterLack::Due);
    let why = extension.and_then(|e| pen.stated(&e.why));
    let why = why.map(|why| phrases::ended(&why));
    let why = pen.or_blank(case, why, LetterLack::Extension);
    let to = extension.map(|e| phrases::day(Some(e.to)));
    let to = pen.or_blank(case, to, LetterLack::Extension);
    let (label, we) = (pen.label(case), phrases::we(unit.as_str()));
    pen.say(format!(
        "{we}承办的{}（{label}），答复期限为{due}。因以下原因，不能按期答复：",
        words::titled(case.title.as_str())
    ));
    pen.say(why);
    let told = match extension.is_some_and(|e| e.told) {
        true => "，并已向代表说明",
        false => "",
    };
    pen.say(format!("特申请延期至{to}答复{told}。妥否，请批复。"));
    pen.put(Block::Signature {
        by: unit.to_string(),
        on: phrases::day(on),
    });
    let contact = pen.contact(case, unit, on.unwrap_or(outlook.as_of));
    pen.contact_line(case, &contact);
    pen.of_units([unit]);
    let name = format!("{label}-延期申请-{unit}");
    pen.done("letter.extension", (&title, name), Some(case))
}

/// The last day of the reply before it was extended.
pub(super) fn due_before(outlook: &Outlook, case: &Case) -> Option<Date> {
    let clock = deadline::reply_clock(outlook.book, case, outlook.as_of)?;
    Some(clock.agreed.unwrap_or(clock.due.date))
}

/// What stands in a place to be written on by hand.
pub(super) fn or_line(words: Option<String>) -> String {
    words.unwrap_or_else(|| BLANK.to_owned())
}
