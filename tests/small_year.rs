//! A small year whose every figure can be counted by hand.

use std::collections::BTreeSet;

use jianyi::domain::book::Book;
use jianyi::domain::event::Event;
use jianyi::domain::rules::{Closure, ConsultationGate, RatingsOver, RuleSet};
use jianyi::domain::terms::CaseId;
use jianyi::report::scope::Filter;
use jianyi::report::{Data, Document, Figures, Measure, Month, Outlook, Row, monthly, summary};
use jianyi::words::Lang;

use crate::world::{day, entry, office, office_under, rule_set_of};

pub(crate) fn outlook(book: &Book, as_of: chrono::NaiveDate) -> Outlook<'_> {
    Outlook {
        book,
        as_of,
        lang: Lang::Zh,
        fingerprint: String::new(),
    }
}

pub(crate) fn figures(document: Document) -> Figures {
    match document.data {
        Data::Figures(figures) => figures,
        Data::Rows | Data::Prose | Data::Value(_) => panic!("a counted report"),
    }
}

#[test]
fn a_small_summary_to_the_letter() {
    let book = small_year(rule_set_of("jianlong"));
    let figures = summed(&book, "2024-06-30", None);
    let mut lines = vec![serde_json::to_string(&figures.scope).expect("JSON")];
    for section in &figures.sections {
        let rows = section
            .rows
            .iter()
            .map(|row| serde_json::to_string(row).expect("JSON"));
        lines.extend(rows.map(|row| format!("{} {row}", section.key)));
    }
    insta::assert_snapshot!(lines.join("\n"), @r#"
    {"label":"镇级建议；已交办的，不含撤回、不予受理和转来信的","total":4,"tracked":6,"units_count":3}
    period {"key":"in_session","label":"会议期间","count":4,"percent":"100"}
    period {"key":"between_sessions","label":"闭会期间","count":0,"percent":"0"}
    category {"key":"经济建设","label":"经济建设","count":0,"percent":"0"}
    category {"key":"城建交通","label":"城建交通","count":0,"percent":"0"}
    category {"key":"监察司法","label":"监察司法","count":0,"percent":"0"}
    category {"key":"社会事业","label":"社会事业","count":0,"percent":"0"}
    category {"key":"教科文卫","label":"教科文卫","count":0,"percent":"0"}
    category {"key":"农林水、生态环保","label":"农林水、生态环保","count":0,"percent":"0"}
    category {"key":"其他","label":"其他","count":4,"percent":"100"}
    class {"key":"A","label":"A 已解决或采纳","count":2,"percent":"66.7"}
    class {"key":"B","label":"B 正在研究解决","count":0,"percent":"0"}
    class {"key":"C","label":"C 不具备条件","count":1,"percent":"33.3"}
    kind {"key":"ordinary","label":"一般","count":4,"percent":"100"}
    kind {"key":"key","label":"重点","count":0,"percent":"0"}
    kind {"key":"complex","label":"复杂","count":0,"percent":"0"}
    kind {"key":"key_supervised","label":"重点督办","count":0,"percent":"0"}
    kind {"key":"escalated","label":"上报","count":0,"percent":"0"}
    level {"key":"town","label":"镇","count":5,"percent":"83.3"}
    level {"key":"district","label":"区","count":1,"percent":"16.7"}
    unit {"key":"便民服务中心","label":"便民服务中心","count":2,"lead":1,"separate":1,"co":0,"replied":1,"on_time":0,"late":1,"overdue":1,"class_A":0,"class_B":0,"class_C":1,"satisfied":0,"mostly":0,"dissatisfied":0}
    unit {"key":"农业服务中心","label":"农业服务中心","count":2,"lead":1,"separate":1,"co":1,"replied":2,"on_time":2,"late":0,"overdue":0,"class_A":2,"class_B":0,"class_C":0,"satisfied":1,"mostly":0,"dissatisfied":0}
    unit {"key":"村镇建设服务中心","label":"村镇建设服务中心","count":1,"lead":1,"separate":0,"co":0,"replied":1,"on_time":0,"late":1,"overdue":0,"class_A":1,"class_B":0,"class_C":0,"satisfied":0,"mostly":1,"dissatisfied":0}
    satisfaction {"key":"满意","label":"满意","count":1,"percent":"50"}
    satisfaction {"key":"基本满意","label":"基本满意","count":1,"percent":"50"}
    satisfaction {"key":"不满意","label":"不满意","count":0,"percent":"0"}
    satisfaction {"key":"returned","label":"收到评价","count":2}
    satisfaction {"key":"not_returned","label":"未收到评价","count":1}
    rates {"key":"reply_rate","label":"答复率","formula":"已答复 / 统计范围内","numerator":3,"denominator":4,"percent":"75"}
    rates {"key":"closure_rate","label":"办结率","formula":"办结 / 统计范围内","numerator":1,"denominator":4,"percent":"25"}
    rates {"key":"consultation_rate","label":"面商率","formula":"面商 / 统计范围内","numerator":2,"denominator":4,"percent":"50"}
    rates {"key":"satisfaction_rate","label":"满意率","formula":"满意 / 收到评价","numerator":1,"denominator":2,"percent":"50"}
    rates {"key":"first_round_satisfaction_rate","label":"首次满意率","formula":"满意 / 收到评价","numerator":1,"denominator":2,"percent":"50"}
    rates {"key":"resolution_rate","label":"解决率","formula":"已解决(A) / 统计范围内","numerator":2,"denominator":4,"percent":"50"}
    rates {"key":"on_time_rate","label":"按时答复率","formula":"按期答复 / 已答复或已到期的","numerator":1,"denominator":4,"percent":"25"}
    rates {"key":"publication_rate","label":"公开率","formula":"公开 / 可公开的答复","numerator":1,"denominator":2,"percent":"50"}
    rates {"key":"promise_rate","label":"承诺兑现率","formula":"已兑现 / 已到期或已了结的承诺","numerator":1,"denominator":1,"percent":"100"}
    colour {"key":"green","label":"绿","count":0,"percent":"0"}
    colour {"key":"yellow","label":"黄","count":1,"percent":"50"}
    colour {"key":"red","label":"红","count":1,"percent":"50"}
    stars {"key":"5","label":"★★★★★","count":1,"respondents":4}
    stars {"key":"4","label":"★★★★","count":1,"respondents":3}
    stars {"key":"3","label":"★★★","count":0,"respondents":0}
    stars {"key":"2","label":"★★","count":0,"respondents":0}
    stars {"key":"1","label":"★","count":0,"respondents":0}
    stars {"key":"mean","label":"平均星级","mean":"4.6","respondents":7}
    revisit {"key":"满意","label":"满意","count":0,"percent":null}
    revisit {"key":"基本满意","label":"基本满意","count":0,"percent":null}
    revisit {"key":"不满意","label":"不满意","count":0,"percent":null}
    revisit {"key":"not_revisited","label":"未回访","count":4}
    outside {"key":"withdrawn","label":"撤回","count":1}
    outside {"key":"refused","label":"不予受理","count":0}
    outside {"key":"letter","label":"转为来信","count":0}
    outside {"key":"not_handed_over","label":"尚未交办","count":1}
    outside {"key":"upper_level","label":"其他级别(跟踪)","count":1}
    "#);
}

/// Seven cases: two done, one of two units that reply apart, one late, one at the desk, one
/// withdrawn, one of the district. One fact a line, as it stands in the journal.
const SMALL_YEAR: &str = include_str!("data/small_year.jsonl");

pub(crate) fn small_year(rules: RuleSet) -> Book {
    let mut book = office_under(rules);
    for line in SMALL_YEAR.lines() {
        let event: Event = serde_json::from_str(line).expect(line);
        let next = entry(book.head() + 1, vec![event]);
        book.apply(next).expect("can have happened");
    }
    book
}

pub(crate) fn summed(book: &Book, as_of: &str, scope: Option<&str>) -> Figures {
    let outlook = outlook(book, day(as_of));
    let scope = Filter::read(&outlook, scope).expect("a scope");
    summary::figures(&outlook, &scope)
}

pub(crate) fn row<'a>(figures: &'a Figures, section: &str, key: &str) -> &'a Row {
    let found = figures.sections.iter().find(|s| s.key == section);
    let rows = &found.expect(section).rows;
    rows.iter().find(|row| row.key == key).expect(key)
}

pub(crate) fn rate(figures: &Figures, key: &str) -> (usize, usize) {
    match row(figures, "rates", key).measure {
        Measure::Rate {
            numerator,
            denominator,
            ..
        } => (numerator, denominator),
        Measure::Integers | Measure::Count(_) | Measure::Share { .. } | Measure::Mean(_) => {
            panic!("{key} is a rate")
        }
    }
}

pub(crate) fn integers(row: &Row) -> Vec<(&str, i64)> {
    row.integers.iter().map(|(key, n)| (&**key, *n)).collect()
}

#[test]
fn every_rate_has_its_own_denominator() {
    let book = small_year(rule_set_of("jianlong"));
    let figures = summed(&book, "2024-06-30", None);
    assert_eq!((figures.scope.total, figures.scope.tracked), (4, 6));
    for (key, numerator, denominator) in [
        ("reply_rate", 3, 4),
        ("closure_rate", 1, 4),
        ("consultation_rate", 2, 4),
        ("satisfaction_rate", 1, 2),
        ("first_round_satisfaction_rate", 1, 2),
        ("resolution_rate", 2, 4),
        ("on_time_rate", 1, 4),
        ("publication_rate", 1, 2),
        ("promise_rate", 1, 1),
    ] {
        assert_eq!(rate(&figures, key), (numerator, denominator), "{key}");
    }
    let year_end = summed(&book, "2024-12-31", None);
    assert_eq!(rate(&year_end, "promise_rate"), (1, 2), "one more fell due");
}

#[test]
fn the_rule_set_says_what_a_rate_means() {
    let check = |change: fn(&mut RuleSet), key: &str, expected: (usize, usize)| {
        let mut rules = rule_set_of("jianlong");
        change(&mut rules);
        let figures = summed(&small_year(rules), "2024-06-30", None);
        assert_eq!(rate(&figures, key), expected, "{key}");
    };
    check(
        |rules| rules.rates.closure = Closure::Resolved,
        "closure_rate",
        (2, 4),
    );
    check(
        |rules| rules.rates.satisfied_includes_mostly = true,
        "satisfaction_rate",
        (2, 2),
    );
    check(
        |rules| rules.rates.satisfied_includes_mostly = true,
        "first_round_satisfaction_rate",
        (1, 2),
    );
    check(
        |rules| rules.rates.ratings_over = RatingsOver::Replied,
        "satisfaction_rate",
        (1, 3),
    );
    check(
        |rules| rules.gates.reply_needs_consultation = Some(ConsultationGate::FaceToFace),
        "consultation_rate",
        (1, 4),
    );
}

#[test]
fn another_level_has_no_reply_clock_of_ours() {
    let book = small_year(rule_set_of("jianlong"));
    let figures = summed(&book, "2024-06-30", Some("级别=区"));
    assert_eq!((figures.scope.total, figures.scope.tracked), (1, 6));
    assert_eq!(rate(&figures, "reply_rate"), (1, 1));
    assert_eq!(rate(&figures, "on_time_rate"), (0, 0), "no rate, not 0 %");
    assert_eq!(row(&figures, "outside", "upper_level").cases.len(), 5);
}

#[test]
fn a_unit_answers_for_itself() {
    let figures = summed(&small_year(rule_set_of("jianlong")), "2024-06-30", None);
    let lines = |unit: &str| {
        let integers = integers(row(&figures, "unit", unit));
        let some = integers.into_iter().filter(|(_, count)| *count > 0);
        some.map(|(key, count)| format!("{key} {count}"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    assert_eq!(
        lines("农业服务中心"),
        "lead 1, separate 1, co 1, replied 2, on_time 2, class_A 2, satisfied 1"
    );
    assert_eq!(
        lines("便民服务中心"),
        "lead 1, separate 1, replied 1, late 1, overdue 1, class_C 1"
    );
    assert_eq!(
        lines("村镇建设服务中心"),
        "lead 1, replied 1, late 1, class_A 1, mostly 1"
    );
}

#[test]
fn the_month_by_hand() {
    let book = small_year(rule_set_of("jianlong"));
    let outlook = outlook(&book, day("2024-12-31"));
    let scope = Filter::read(&outlook, None).expect("no words");
    let may = Month::parse("2024年5月").expect("a month");
    let figures = figures(monthly::monthly(&outlook, may, &scope).expect("begun"));
    assert_eq!(figures.month.as_deref(), Some("2024-05"));
    let moved = |key: &str| {
        let integers = integers(row(&figures, "unit", key));
        integers
            .into_iter()
            .map(|(_, count)| count)
            .collect::<Vec<_>>()
    };
    // opening, new, answered, withdrawn, refused, moved out, closing
    assert_eq!(moved("all"), [4, 0, 2, 0, 0, 0, 2]);
    assert_eq!(moved("not_handed_over"), [1, 0, 0, 0, 0, 0, 1]);
    assert_eq!(moved("便民服务中心"), [2, 0, 1, 0, 0, 0, 1]);
    assert_eq!(moved("村镇建设服务中心"), [1, 0, 1, 0, 0, 0, 0]);
    assert_eq!(
        integers(row(&figures, "overdue", "#4")),
        [("days_late", 31)]
    );
    assert_eq!(row(&figures, "blocked", "dissatisfied").cases.len(), 1);
    assert_eq!(row(&figures, "year", "replied").cases.len(), 3);
    assert_eq!(row(&figures, "activity", "replied").cases.len(), 2);
    assert_eq!(rate(&figures, "satisfaction_rate"), (1, 2), "不满意 in May");
}

/// What a month counts of a kind of problem, and what it lists of it, are the same cases.
#[test]
fn what_blocks_cases_is_counted_as_it_is_listed() {
    let book = small_year(rule_set_of("jianlong"));
    let outlook = outlook(&book, day("2024-12-31"));
    let scope = Filter::read(&outlook, None).expect("no words");
    for month in 1..=12 {
        let month = Month::parse(&format!("2024-{month:02}")).expect("a month");
        let figures = figures(monthly::monthly(&outlook, month, &scope).expect("begun"));
        let section = |key: &str| {
            let mut sections = figures.sections.iter();
            sections
                .find(|section| section.key == key)
                .expect("a section")
        };
        for counted in &section("blocked").rows {
            if ["unsigned", "not_consulted"].contains(&&*counted.key) {
                continue;
            }
            let is_so = |row: &&Row| {
                let what = row.cells.iter().find(|(key, _)| key == "what");
                what.is_some_and(|(_, cell)| cell.plain() == counted.label)
            };
            let listed = section("problem").rows.iter().filter(is_so);
            let listed: BTreeSet<CaseId> = listed.flat_map(|row| row.cases.clone()).collect();
            let cases: BTreeSet<CaseId> = counted.cases.iter().copied().collect();
            assert_eq!(cases, listed, "{} {}", month.code(), counted.key);
        }
    }
}

#[test]
fn a_month_that_has_not_begun_is_refused() {
    let book = office("jianlong");
    let outlook = outlook(&book, day("2024-05-10"));
    let scope = Filter::read(&outlook, None).expect("no words");
    let of = |month: &str| monthly::monthly(&outlook, Month::parse(month).expect(month), &scope);
    assert!(of("2024-06").is_err());
    let running = of("2024-05").expect("it runs");
    assert_eq!(running.title, "2024年5月建议办理月报（截至2024年5月10日）");
}

#[test]
fn a_scope_is_read_into_values_or_refused() {
    let book = small_year(rule_set_of("jianlong"));
    let outlook = outlook(&book, day("2024-06-30"));
    let label = |typed: &str| {
        let scope = Filter::read(&outlook, Some(typed)).expect(typed);
        scope.label(&outlook)
    };
    assert_eq!(
        label("kind=ordinary,year=2024"),
        label("年=2024年，种类=一般")
    );
    assert_eq!(label("session=20-5"), label("会次=第二十届第五次会议"));
    for (typed, nearest) in [
        ("levle=town", "level"),
        ("level=village", "镇"),
        ("unit=农业中心", "农业服务中心"),
        ("category=其它", "其他"),
        ("session=20", "20-5"),
        ("level=town,level=district", "镇"),
    ] {
        let unclear = Filter::read(&outlook, Some(typed)).expect_err(typed);
        assert_eq!(
            unclear.choices.first().map(String::as_str),
            Some(nearest),
            "{typed}"
        );
    }
}
