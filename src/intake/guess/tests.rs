//! What columns of ledgers are taken for by what stands in them.

use super::Guess::{Column, PartOfUnit, Signatories};
use super::*;

fn below<'a>(values: &[&'a str], left: Option<LedgerColumn>) -> Below<'a, LedgerColumn> {
    Below {
        values: values.to_vec(),
        left,
        taken: [Title, Lead].into(),
        headers: BTreeSet::new(),
    }
}

/// A word, what stands below it, what it is taken for.
const DECIDED: &[(&str, &str, Option<Guess<LedgerColumn>>)] = &[
    ("序号", "1|2|5", Some(Column(No))),
    ("序号", "1|1|2", Some(Column(No))),
    ("序号", "1|甲|2", None),
    ("类别", "A|B类|（C）", Some(Column(Class))),
    ("类别", "城建交通|A|其他", None),
    ("类别", "A|B|其他", None),
    ("办理情况", "已解决|列入计划解决|A", Some(Column(Class))),
    ("办理情况", "满意|基本满意|不满意", Some(Column(Rating))),
    ("办理情况", "已于5月完成硬化|满意|A", Some(Column(Remarks))),
    ("评价", "很满意|满意|满意", Some(Column(Rating))),
    ("类型", "一般|重点|复杂", Some(Column(Kind))),
    ("类型", "建议|议案|批评", None),
    ("建议性质", "会间|会后|会间", Some(Column(Period))),
    ("会议", "第五次会议|5|五次", Some(Column(Session))),
    ("会议", "会内|会外|会内", Some(Column(Period))),
    ("分类", "城建|农业|A", Some(Column(Category))),
    ("承办性质", "主办|会办|独办", Some(PartOfUnit)),
    ("承办性质", "主办|会办|一般", None),
    ("提出人数", "3|5人|十", Some(Signatories)),
    (
        "面商情况",
        "2024-03-01|2024-3-5、2024-3-9|2024.4.1",
        Some(Column(Consulted)),
    ),
    ("面商情况", "电话|走访|座谈", Some(Column(ConsultMode))),
    (
        "面商情况",
        "电话|已两次上门说明|座谈",
        Some(Column(Remarks)),
    ),
    ("办理过程", "满意|基本满意|满意", Some(Column(Attitude))),
    ("回执", "√|有|无", Some(Column(ReturnedForm))),
    ("回执", "3月1日|有|无", None),
    ("责任人", "王平|李 强|阿依古丽·买买提", Some(Column(Clerk))),
    ("责任人", "王平|水务站|李强", None),
    (
        "责任人",
        "王平（副镇长）|李强副主任|张三",
        Some(Column(Leader)),
    ),
    ("责任单位", "水务站|公路站|水务站", None),
    (
        "收到日期",
        "2024-03-05|2024.3.6|2024/3/7 0:00",
        Some(Column(Submitted)),
    ),
    ("职务", "站长|站长|主任", None),
];

#[test]
fn a_word_is_decided_by_what_stands_below_it() {
    for (word, values, decided) in DECIDED {
        let values: Vec<&str> = values.split('|').collect();
        assert_eq!(
            guess(word, &below(&values, None)),
            *decided,
            "{word} {values:?}"
        );
    }
    assert_eq!(guess("状态", &below(&[], None)), Some(Guess::Empty));
    assert_eq!(guess("类别", &below(&[], None)), None);
}

#[test]
fn one_odd_value_among_many_is_no_other_column() {
    let decided = |values: &[&str]| guess("类别", &below(values, None));
    let class = Some(Guess::Column(Class));
    assert_eq!(decided(&["A", "B", "A", "城建交通"]), class);
    assert_eq!(decided(&["A", "B", "城建交通", "其他"]), None);
}

#[test]
fn who_answers_leads_where_another_one_is_rung_up() {
    let values = ["王平", "李强"];
    let mut beside = below(&values, None);
    assert_eq!(guess("责任人", &beside), Some(Guess::Column(Clerk)));
    beside.headers.insert("联系人".to_owned());
    assert_eq!(guess("责任人", &beside), Some(Guess::Column(Leader)));
    beside.taken.insert(Leader);
    assert_eq!(guess("责任人", &beside), Some(Guess::Column(Clerk)));
}

#[test]
fn whose_phone_it_is_stands_beside_it() {
    let phones = ["13800000000", "023-41000107"];
    for (left, decided) in [
        (Some(Deputy), Guess::DeputysPhone),
        (Some(Clerk), Guess::Column(Phone)),
        (None, Guess::Column(Phone)),
    ] {
        assert_eq!(guess("联系电话", &below(&phones, left)), Some(decided));
    }
    // One that nobody filled in rightly is a deputy's all the same.
    let odd = ["１３８００００００００转", "无"];
    let beside = below(&odd, Some(Deputy));
    assert_eq!(guess("联系电话", &beside), Some(Guess::DeputysPhone));
}
