//! The rosters of deputies and units.

use super::*;

fn example(file: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/jianlong");
    std::fs::read(format!("{folder}/{file}")).expect("the example lies in the repository")
}

fn deputies_of(text: &str, book: &Book) -> RosterPlan<DeputyColumn> {
    deputies(text.as_bytes(), &Mapping::default(), book, &options(false)).expect("a roster")
}

fn units_of(text: &str, book: &Book) -> RosterPlan<UnitColumn> {
    units(text.as_bytes(), &Mapping::default(), book, &options(false)).expect("a roster")
}

fn told<C: TableColumn + std::fmt::Debug>(plan: &RosterPlan<C>) -> Vec<String> {
    let say = |row: &RosterRow<C>| match &row.verdict {
        RosterVerdict::New => "new".to_owned(),
        RosterVerdict::Same => "same".to_owned(),
        RosterVerdict::Different(differences) => {
            let columns: Vec<&str> = differences.iter().map(|d| d.column.header()).collect();
            format!("different: {}", columns.join(" "))
        }
        RosterVerdict::Wrong(reasons) => {
            let reasons: Vec<String> = reasons.iter().map(ToString::to_string).collect();
            format!("wrong: {}", reasons.join("; "))
        }
    };
    plan.rows.iter().map(say).collect()
}

#[test]
fn a_year_of_a_town_begins_with_its_rosters() {
    let mut book = office();
    let (people, posts) = (example("deputies.csv"), example("units.csv"));
    let mapping = Mapping::default();
    let first = deputies(&people, &mapping, &book, &options(false)).expect("a roster");
    assert!(
        told(&first).iter().all(|word| word == "new"),
        "{:?}",
        told(&first)
    );
    assert!(first.not_carried.contains_key(&DeputyColumn::Gender));
    write(&mut book, &first.lines);
    assert_eq!(book.office().deputies().count(), 66);
    let first = units(&posts, &mapping, &book, &options(false)).expect("a roster");
    write(&mut book, &first.lines);

    let again = deputies(&people, &mapping, &book, &options(false)).expect("a roster");
    assert!(told(&again).iter().all(|word| word == "same") && again.lines.is_empty());
    let again = units(&posts, &mapping, &book, &options(false)).expect("a roster");
    assert!(told(&again).iter().all(|word| word == "same") && again.lines.is_empty());

    let planned = plan(&sample(), &book, &options(true));
    assert!(planned.added.units.is_empty() && planned.added.deputies.is_empty());
    assert!(
        planned
            .rows
            .iter()
            .all(|row| matches!(row.verdict, Verdict::New(_)))
    );
}

#[test]
fn namesakes_cannot_be_told_apart() {
    let rows = "姓名,代表证号,级别,选区\n王平,,镇,一村\n王平,,镇,二村\n王平,区1,区,\n李强,,镇,\n李强,,镇,\n";
    assert_eq!(
        told(&deputies_of(rows, &office())),
        [
            "wrong: a namesake stands on line 3",
            "wrong: a namesake stands on line 2",
            "new",
            "new",
            "wrong: stands on line 5 already",
        ]
    );
}

#[test]
fn a_row_of_a_roster_that_differs_is_shown() {
    let mut book = office();
    let known = deputies_of("姓名,小组,选区\n王平,第一小组,一村\n", &book);
    write(&mut book, &known.lines);
    let other = "姓名,小组,选区,起始日期\n王平,第一小组,二村,\n李 强,,,3月5日\n,第一小组,,\n";
    assert_eq!(
        told(&deputies_of(other, &book)),
        [
            "different: 选区",
            "wrong: line 3, 起始日期: `3月5日`: the year is missing",
            "wrong: 姓名 is missing",
        ]
    );
    let known = units_of("单位,责任领导\n水务站,\n公路站,李强\n", &book);
    write(&mut book, &known.lines);
    let other = "单位,责任领导\n水务站,赵四\n公路站,赵四\n公路站,李强\n农技站,\n";
    assert_eq!(
        told(&units_of(other, &book)),
        [
            "new",
            "different: 责任领导",
            "wrong: stands on line 3 already",
            "new"
        ]
    );
}
