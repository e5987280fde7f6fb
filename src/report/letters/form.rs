//! Forms that go with a case: the deputy's opinion (征询意见表), the record of a talk (面商记录).
//! What is known is printed, the rest is left to be written.

use super::super::block::{Block, FormRow};
use super::super::outlook::Outlook;
use super::pen::Pen;
use super::{Letter, phrases, unit};
use crate::domain::book::{Case, Consultation};
use crate::domain::event::Event;
use crate::domain::rules::ClockKey;
use crate::domain::terms::Name;
use crate::words::{Lang, LetterLack, Word};

/// A box before each word: `□满意　□基本满意　□不满意`.
fn boxes<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let boxes = words.into_iter().map(|word| format!("□{word}"));
    boxes.collect::<Vec<_>>().join("　")
}

/// The form on which each who was answered gives an opinion.
pub(super) fn feedback(outlook: &Outlook, case: &Case) -> Vec<Letter> {
    let Some(assignment) = case.assignment() else {
        return Vec::new();
    };
    let repliers = || assignment.to.repliers();
    let units: Vec<&str> = repliers().map(Name::as_str).collect();
    let units = units.join("、");
    let form = |deputy: &Name| {
        let mut pen = Pen::new(outlook, case.last_word().map(|(on, _)| on));
        let title = "代表建议办理情况征询意见表";
        pen.put(Block::Title(title.to_owned()));
        let mut rows = unit::about(&mut pen, case, (&units, Some(assignment)));
        rows.extend(ratings(&mut pen, case));
        rows.push(FormRow::new([("具体意见", "")]).tall(4));
        let rehandle = boxes(["需要重新办理", "不需要重新办理"]);
        rows.push(FormRow::new([("是否重办", rehandle)]));
        rows.push(FormRow::new([
            ("代表签名", String::new()),
            ("填写日期", phrases::field_day(None)),
        ]));
        pen.put(Block::Form(rows));
        let limit = pen.limit(ClockKey::Feedback);
        let limit = limit.map(|limit| format!("请在收到答复后{limit}内"));
        let limit = limit.unwrap_or_else(|| "请".to_owned());
        pen.say(format!(
            "注：在所选项前打“√”，不满意的请写明意见。{limit}填好，反馈{}。",
            pen.office()
        ));
        pen.of_units(repliers());
        let name = format!("{}-征询意见表-{deputy}", pen.label(case));
        pen.done("letter.feedback", (title, name), Some(case))
    };
    case.signatories().map(form).collect()
}

/// The class and the talks as recorded, the scale as the rules have it.
fn ratings(pen: &mut Pen, case: &Case) -> Vec<FormRow> {
    let class = case.class().map(Name::to_string).unwrap_or_default();
    let replied = phrases::field_day(case.last_word().map(|(on, _)| on));
    let talks = case.current_consultations();
    let talks: Vec<String> = talks
        .map(|talk| {
            let day = phrases::field_day(Some(talk.on));
            format!("{day}{}", talk.mode.word(Lang::Zh))
        })
        .collect();
    let rules = pen.rule_set;
    let levels = rules.map(|rules| rules.satisfaction.levels.clone());
    let levels = levels.unwrap_or_default();
    let scale = || boxes(levels.iter().map(Name::as_str));
    let aspects = rules.map(|rules| rules.satisfaction.aspects.clone());
    let aspects = aspects.unwrap_or_default();
    let mut rows = vec![
        FormRow::new([("办理结果", class), ("答复日期", replied)]),
        FormRow::new([("面商情况", talks.join("；"))]).tall(2),
        FormRow::new([
            ("收到答复", boxes(["是", "否"])),
            ("收到日期", phrases::field_day(None)),
        ]),
    ];
    match aspects.is_empty() {
        true => rows.push(FormRow::new([("满意程度", scale())])),
        false => rows.extend(
            aspects
                .iter()
                .map(|aspect| FormRow::new([(aspect.to_string(), scale())])),
        ),
    }
    rows
}

/// A record of each talk with the deputy; a blank one where there was none yet.
pub(super) fn consultations(outlook: &Outlook, case: &Case) -> Vec<Letter> {
    let talks: Vec<&Consultation> = case.consultations.iter().collect();
    if talks.is_empty() {
        return vec![record(outlook, case, None, (0, None))];
    }
    let records = talks.iter().enumerate();
    records
        .map(|(place, talk)| {
            let note = note(outlook, case, talk, &talks[..place]);
            record(outlook, case, Some(talk), (place + 1, note))
        })
        .collect()
}

fn record(
    outlook: &Outlook,
    case: &Case,
    talk: Option<&Consultation>,
    (place, note): (usize, Option<String>),
) -> Letter {
    let mut pen = Pen::new(outlook, talk.map(|talk| talk.on));
    let title = "代表建议办理面商记录";
    pen.put(Block::Title(title.to_owned()));
    let units = case.assignment().map(|a| {
        let units: Vec<&str> = a.to.units().map(Name::as_str).collect();
        units.join("、")
    });
    let mut rows = unit::about(
        &mut pen,
        case,
        (&units.unwrap_or_default(), case.assignment()),
    );
    let stage = talk.and_then(|talk| talk.stage);
    let stage = stage.map(|stage| stage.word(Lang::Zh).to_owned());
    let mode = talk.map(|talk| talk.mode.word(Lang::Zh).to_owned());
    let people = talk.map(|talk| {
        let people: Vec<&str> = talk.people.iter().map(Name::as_str).collect();
        people.join("、")
    });
    let leader = talk.map(|talk| if talk.leader_present { "是" } else { "否" }.to_owned());
    rows.extend([
        FormRow::new([
            ("面商日期", phrases::field_day(talk.map(|talk| talk.on))),
            ("面商方式", mode.unwrap_or_default()),
        ]),
        FormRow::new([
            ("办理阶段", stage.unwrap_or_default()),
            ("领导参加", leader.unwrap_or_default()),
        ]),
        FormRow::new([("参加人员", people.unwrap_or_default())]).tall(2),
    ]);
    if talk.is_none() {
        pen.lack(case, LetterLack::Consultation);
    } else if note.is_none() {
        pen.lack(case, LetterLack::ConsultationPaper);
    }
    rows.push(FormRow::new([("面商内容", note.unwrap_or_default())]).tall(7));
    rows.push(FormRow::new([("代表签名", ""), ("承办签名", "")]));
    pen.put(Block::Form(rows));
    let number = if place > 1 {
        place.to_string()
    } else {
        String::new()
    };
    let name = format!("{}-面商记录{number}", pen.label(case));
    pen.done("letter.consultation", (title, name), Some(case))
}

/// What was written down of a talk. Several of one day and one kind stand in the order in which
/// they were recorded, as their facts do.
fn note(
    outlook: &Outlook,
    case: &Case,
    talk: &Consultation,
    before: &[&Consultation],
) -> Option<String> {
    let twins = before.iter();
    let twins = twins.filter(|other| other.on == talk.on && other.mode == talk.mode);
    let facts = outlook.book.timeline(case.id).filter_map(|fact| {
        let Event::Consulted(told) = fact.event else {
            return None;
        };
        (told.on == talk.on && told.mode == talk.mode).then_some(told)
    });
    let told = facts.into_iter().nth(twins.count())?;
    let note = told.note.as_ref()?;
    Some(outlook.book.texts().words(note).to_owned())
}
