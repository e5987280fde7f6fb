//! The rosters as their imports read them: what goes out comes in again unchanged.
//!
//! Refuses: another language than that of the headers, and to mask the phones of clerks: it is an
//! exchange of data.

use super::cell::Cell;
use super::document::Document;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::terms::Name;
use crate::words::{Label, Lang, Word};

/// The rosters as their imports read them: deputies by seat, units, groups, stations.
#[expect(clippy::too_many_lines, reason = "one table: each roster and its rows")]
pub fn exported(outlook: &Outlook, what: Exported) -> Document {
    let texts = |headers: &[&'static str]| -> Vec<Column> {
        let column = |header: &&'static str| Column::text(*header, *header);
        headers.iter().map(column).collect()
    };
    let office = outlook.office();
    let name = |name: Option<&Name>| Cell::name(name);
    let (key, headers): (&'static str, &[&'static str]) = match what {
        Exported::Deputies => (
            "deputies",
            &[
                "姓名",
                "代表证号",
                "小组",
                "级别",
                "选区",
                "起始日期",
                "终止日期",
                "补选",
            ],
        ),
        Exported::Units => (
            "units",
            &["单位", "责任领导", "责任岗位", "经办人", "联系电话"],
        ),
        Exported::Groups => ("groups", &["小组", "专业", "家站", "成员"]),
        Exported::Stations => ("stations", &["家站", "种类", "地点", "负责人", "信息员"]),
    };
    let mut sheet = Sheet::new(key, key, texts(headers));
    // Namesakes come in again as whom they went out.
    let people = |names: &mut dyn Iterator<Item = &Name>| {
        Cell::list(names.map(|name| office.told_apart(name)).collect())
    };
    let yes = |yes: bool| Cell::from(if yes { "是" } else { "" });
    match what {
        Exported::Deputies => {
            for (deputy, known) in office.deputies() {
                for seat in &known.mandates {
                    sheet.push(vec![
                        deputy.as_str().into(),
                        name(known.card.as_ref()),
                        name(known.group_on(outlook.as_of)),
                        seat.level.word(Lang::Zh).into(),
                        name(seat.constituency.as_ref()),
                        seat.from.to_string().into(),
                        seat.to.map(|to| to.to_string()).into(),
                        yes(seat.by_election),
                    ]);
                }
            }
        }
        Exported::Units => {
            for (unit, known) in office.units() {
                let post = known.post_on(outlook.as_of);
                sheet.push(vec![
                    unit.as_str().into(),
                    name(post.and_then(|post| post.leader.as_ref())),
                    name(post.and_then(|post| post.post.as_ref())),
                    name(post.and_then(|post| post.clerk.as_ref())),
                    name(post.and_then(|post| post.phone.as_ref())),
                ]);
            }
        }
        Exported::Groups => {
            for (group, known) in office.groups_entered() {
                sheet.push(vec![
                    group.as_str().into(),
                    yes(known.professional),
                    name(known.station.as_ref()),
                    people(&mut known.joined_on(outlook.as_of)),
                ]);
            }
        }
        Exported::Stations => {
            for (station, known) in office.stations() {
                let staffing = known.staffing_on(outlook.as_of);
                let names = |names: Option<&Vec<Name>>| people(&mut names.into_iter().flatten());
                sheet.push(vec![
                    station.as_str().into(),
                    known.kind.word(Lang::Zh).into(),
                    name(known.place.as_ref()),
                    names(staffing.map(|s| &s.heads)),
                    names(staffing.map(|s| &s.informants)),
                ]);
            }
        }
    }
    let title = Label::Rows.word(outlook.lang);
    Document::of_rows("roster", title, outlook.basis(), vec![sheet])
}

/// Which roster goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exported {
    /// A row a seat.
    Deputies,
    /// With the post of the day.
    Units,
    /// Those with entries of their own.
    Groups,
    /// Homes, stations, contact points.
    Stations,
}
