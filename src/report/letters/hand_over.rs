//! The hand-over (交办): one notice for all cases with their list, a slip for each unit, the sheet
//! on which those who come to the meeting sign in.

use std::collections::{BTreeMap, BTreeSet};

use super::super::block::{Block, FormRow};
use super::super::cell::Cell;
use super::super::outlook::Outlook;
use super::super::sheet::{Column, Sheet};
use super::pen::Pen;
use super::{Letter, phrases};
use crate::domain::book::Case;
use crate::domain::deadline;
use crate::domain::rules::ClockKey;
use crate::domain::terms::{Date, Name};
use crate::words::{self, LetterLack};

/// The cases that somebody has.
fn handed<'a>(cases: &[&'a Case]) -> Vec<&'a Case> {
    let cases = cases.iter().copied();
    cases.filter(|case| case.assignment().is_some()).collect()
}

/// The last day on which one of them was handed over: that of the notice.
fn day_of(cases: &[&Case]) -> Option<Date> {
    cases
        .iter()
        .filter_map(|case| case.assignment())
        .map(|a| a.on)
        .max()
}

/// The notice, then the slips.
pub(super) fn notice_and_slips(
    outlook: &Outlook,
    cases: &[&Case],
    doc_no: Option<&str>,
) -> Vec<Letter> {
    let cases = handed(cases);
    let Some(first) = cases.first() else {
        return Vec::new();
    };
    let mut letters = vec![notice(outlook, &cases, first, doc_no)];
    letters.extend(slips(outlook, &cases));
    letters
}

fn notice(outlook: &Outlook, cases: &[&Case], first: &Case, doc_no: Option<&str>) -> Letter {
    let on = day_of(cases);
    let mut pen = Pen::new(outlook, on);
    pen.head(first, doc_no, false);
    if doc_no.is_none() {
        // The number is that of the notice, which is about all of them.
        cases
            .iter()
            .for_each(|case| pen.lack(case, LetterLack::OwnDocNo));
    }
    let place = phrases::place(outlook.book, &pen.rules);
    let place = pen.or_blank(first, place, LetterLack::Congress);
    let session = phrases::session(&pen.rules, first.session);
    let title = format!("关于交办{place}{session}代表建议的通知");
    pen.put(Block::Title(title.clone()));
    pen.put(Block::Addressee("各承办单位".to_owned()));
    pen.say(format!(
        "根据有关法律和本级人大代表建议、批评和意见办理工作的规定，现将代表建议{}（清单附后），并就有关事项通知如下：",
        shared_out(cases)
    ));
    let parts = [
        (
            "明确责任，及时签收",
            format!(
                "各承办单位收到后应当逐件清点、核对、签收{}，明确责任领导、责任岗位和办理期限。不属于本单位职责的，应当{}书面说明理由退回，不得自行转送其他单位。",
                within(&pen, ClockKey::Sign),
                within(&pen, ClockKey::Return)
            ),
        ),
        (
            "加强沟通，分工协作",
            format!(
                "办理前、办理中、办理后都要与代表沟通，先沟通后答复。协办单位应当{}向主办单位提出会办意见。",
                within(&pen, ClockKey::CoOpinion)
            ),
        ),
        (
            "按期办理，规范答复",
            format!(
                "答复一件一函，经主要负责人审核签发，{}书面答复代表，并抄送交办机关；对代表提出的要求逐条回应，注明办理结果类别和联系人。",
                within(&pen, ClockKey::Reply)
            ),
        ),
    ];
    for (place, (heading, words)) in parts.into_iter().enumerate() {
        pen.put(Block::heading(1, phrases::ordinal(place) + heading));
        pen.say(words);
    }
    pen.say("附件：代表建议交办清单");
    pen.sign(on);
    let secretary = outlook
        .book
        .office()
        .identity()
        .map(|i| i.secretary.to_string());
    let secretary = secretary.unwrap_or_default();
    pen.put(Block::Note(format!("联系人：{secretary}")));
    pen.fact("联系人", secretary);
    pen.put(Block::PageBreak);
    pen.put(Block::Marks {
        left: "附件".to_owned(),
        right: String::new(),
    });
    pen.put(Block::table(list(outlook, cases, on)));
    pen.imprint(on);
    let name = format!(
        "交办通知-{}",
        on.map(|on| on.to_string()).unwrap_or_default()
    );
    pen.done("notice.hand_over", (&title, name), None)
}

/// `7件交由3个单位办理、5个单位协办`: those who reply and those who help.
fn shared_out(cases: &[&Case]) -> String {
    let handed = cases.iter().filter_map(|case| case.assignment());
    let (mut repliers, mut helpers) = (BTreeSet::new(), BTreeSet::new());
    for to in handed.map(|assignment| &assignment.to) {
        repliers.extend(to.repliers());
        helpers.extend(&to.co);
    }
    let helped = match helpers.len() {
        0 => String::new(),
        helpers => format!("、{helpers}个单位协办"),
    };
    format!("{}件交由{}个单位办理{helped}", cases.len(), repliers.len())
}

/// `在3个月内`; nothing where the text sets no limit.
fn within(pen: &Pen, key: ClockKey) -> String {
    let limit = pen.limit(key);
    limit
        .map(|limit| format!("在{limit}内"))
        .unwrap_or_default()
}

/// The cases of each unit, in their order.
fn by_unit<'a>(cases: &[&'a Case]) -> BTreeMap<&'a Name, Vec<&'a Case>> {
    let mut units: BTreeMap<&Name, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        for unit in case.assignment().into_iter().flat_map(|a| a.to.units()) {
            units.entry(unit).or_default().push(case);
        }
    }
    units
}

/// Who proposed a case. Of a confidential one that is told to those only who reply to it.
fn proposer(case: &Case, for_others: bool) -> Cell {
    match case.confidential && for_others {
        true => "（保密）".into(),
        false => Cell::name(case.proposer()),
    }
}

/// The cases that are handed over, for all units.
fn list(outlook: &Outlook, cases: &[&Case], on: Option<Date>) -> Sheet {
    let columns = vec![
        Column::text("number", "编号"),
        Column::text("title", "标题"),
        Column::text("deputy", "领衔代表"),
        Column::text("lead", "主办单位"),
        Column::text("co", "协办单位"),
        Column::text("leader", "责任领导"),
        Column::date("due", "答复期限"),
    ];
    let mut sheet = Sheet::new("cases", "代表建议交办清单", columns);
    for case in cases {
        let to = case.assignment().map(|a| &a.to);
        let due = due(outlook, case, on, |stood, on| {
            deadline::reply_clock(outlook.book, stood, on).map(|clock| clock.due())
        });
        sheet.push(vec![
            words::case_label(outlook.book, case.id).into(),
            case.title.as_str().into(),
            proposer(case, true),
            Cell::names(to.into_iter().flat_map(|to| to.repliers())),
            Cell::names(to.into_iter().flat_map(|to| &to.co)),
            Cell::name(to.and_then(|to| to.leader.as_ref())),
            due.into(),
        ]);
    }
    sheet
}

/// The last day of something as a paper of a day knew it: an extension came later.
fn due(
    outlook: &Outlook,
    case: &Case,
    on: Option<Date>,
    of: impl Fn(&Case, Date) -> Option<Date>,
) -> Option<Date> {
    let on = on.unwrap_or(outlook.as_of);
    of(&outlook.book.case_on(case.id, on)?, on)
}

/// One slip for each unit (交办单): who hands over, room to sign, what it is to do, then its cases:
/// however many they are, what is signed stands on the first page.
pub(super) fn slips(outlook: &Outlook, cases: &[&Case]) -> Vec<Letter> {
    let cases = handed(cases);
    let slip = |(unit, cases): (&Name, Vec<&Case>)| {
        let on = day_of(&cases);
        let mut pen = Pen::new(outlook, on);
        let title = "代表建议交办单";
        pen.put(Block::Title(title.to_owned()));
        let table = of_unit(outlook, unit, &cases, on);
        // One day for all of them stands above them once.
        let mut days = cases.iter().filter_map(|case| case.assignment());
        let is_one_day = days.all(|assignment| Some(assignment.on) == on);
        let (day, table) = match is_one_day {
            true => {
                let kept = ["number", "title", "deputy", "part", "due"];
                (("交办日期", phrases::field_day(on)), table.only(&kept))
            }
            false => (("备　　注", String::new()), table),
        };
        let (office, blank) = (pen.office().to_owned(), String::new);
        pen.put(Block::Form(vec![
            FormRow::new([("承办单位", unit.to_string()), ("交办机关", office.clone())]),
            FormRow::new([day, ("联系电话", blank())]),
            FormRow::new([("签收人", blank()), ("签收日期", phrases::field_day(None))]),
        ]));
        pen.say(format!(
            "请{}签收；认为不属于本单位职责的，{}书面退回并说明理由；协办的{}向主办单位提出会办意见；主办和分办的按下列期限书面答复代表。",
            within(&pen, ClockKey::Sign),
            within(&pen, ClockKey::Return),
            within(&pen, ClockKey::CoOpinion),
        ));
        pen.put(Block::table(table));
        pen.fact("署名", office);
        pen.fact("日期", phrases::day(on));
        pen.of_units([unit]);
        pen.done("notice.slip", (title, format!("交办单-{unit}")), None)
    };
    by_unit(&cases).into_iter().map(slip).collect()
}

/// The cases of a unit with what it is in each.
fn of_unit(outlook: &Outlook, unit: &Name, cases: &[&Case], on: Option<Date>) -> Sheet {
    let columns = vec![
        Column::text("number", "编号"),
        Column::text("title", "标题"),
        Column::text("deputy", "领衔代表"),
        Column::text("part", "承办方式"),
        Column::date("assigned", "交办日期"),
        Column::date("due", "期限"),
    ];
    let mut sheet = Sheet::new("cases", "交办建议清单", columns);
    for case in cases {
        let Some(assignment) = case.assignment() else {
            continue;
        };
        let to = &assignment.to;
        let (part, key) = if to.lead.as_ref() == Some(unit) {
            ("主办", ClockKey::Reply)
        } else if to.separate.contains(unit) {
            ("分办", ClockKey::Reply)
        } else {
            ("协办", ClockKey::CoOpinion)
        };
        let due = due(outlook, case, on, |stood, on| {
            let clocks = deadline::clocks_of(outlook.book, stood, key, on);
            let own = clocks.iter().find(|c| c.unit.as_ref() == Some(unit));
            own.or(clocks.last()).map(|clock| clock.due())
        });
        sheet.push(vec![
            words::case_label(outlook.book, case.id).into(),
            case.title.as_str().into(),
            proposer(case, part == "协办"),
            part.into(),
            Some(assignment.on).into(),
            due.into(),
        ]);
    }
    sheet
}

/// The sheet on which those who come to the hand-over meeting sign in.
pub(super) fn sign_in(outlook: &Outlook, cases: &[&Case]) -> Vec<Letter> {
    const SPARE: usize = 5;
    let cases = handed(cases);
    let Some(first) = cases.first() else {
        return Vec::new();
    };
    let on = day_of(&cases);
    let mut pen = Pen::new(outlook, on);
    let place = phrases::place(outlook.book, &pen.rules).unwrap_or_default();
    let session = phrases::session(&pen.rules, first.session);
    let title = format!("{place}{session}代表建议交办会签到表");
    pen.put(Block::Title(title.clone()));
    pen.put(Block::Form(vec![FormRow::new([
        ("会议日期", phrases::field_day(on)),
        ("地　　点", String::new()),
    ])]));
    let columns = vec![
        Column::text("place", "序号"),
        Column::text("unit", "单位"),
        Column::text("name", "姓名"),
        Column::text("post", "职务"),
        Column::text("phone", "联系电话"),
        Column::text("signature", "签名"),
    ];
    let mut sheet = Sheet::new("sign_in", "", columns);
    let units = by_unit(&cases);
    let guests = std::iter::once(Some(pen.office()))
        .chain(units.keys().map(|unit| Some(unit.as_str())))
        .chain(std::iter::repeat_n(None, SPARE));
    for (place, guest) in guests.enumerate() {
        let mut row = vec![(place + 1).to_string().into(), guest.into()];
        row.resize(6, Cell::Empty);
        sheet.push(row);
    }
    pen.put(Block::table(sheet));
    let name = format!(
        "交办会签到表-{}",
        on.map(|on| on.to_string()).unwrap_or_default()
    );
    vec![pen.done("notice.sign_in", (&title, name), None)]
}
