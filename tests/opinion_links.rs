//! The figures of the seeds about opinions come out of the data.

use jianyi::domain::book::{Book, View};
use jianyi::domain::command::{CollectWish, Command, OpinionWish, Submission};
use jianyi::domain::event::{Channel, Kind};
use jianyi::domain::terms::{CaseId, OpinionId, Text, Title};
use jianyi::report::{Asked, Outlook, opinions};
use jianyi::words::Lang;
use serde_json::{Value, json};

use crate::office::{Office, row};
use crate::world::{self, day, name, replayed, wish};

/// 健龙镇: 154 problems were heard and became 86 suggestions.
#[test]
fn a_hundred_and_fifty_four_become_eighty_six() {
    const HEARD: u32 = 154;
    const RAISED: u32 = 86;
    let mut book = world::office("jianlong");
    let on = day("2024-01-10");
    for _ in 0..HEARD {
        wish(&mut book, &collect(), on).expect("heard");
    }
    for case in 1..=RAISED {
        wish(&mut book, &submit(), on).expect("handed in");
        // The first 68 came of two opinions each, the others of one.
        let opinions: Vec<u32> = match case {
            1..=68 => vec![2 * case - 1, 2 * case],
            _ => vec![68 + case],
        };
        let raise = OpinionWish::Raise {
            opinions: opinions.into_iter().map(OpinionId).collect(),
            cases: vec![CaseId(case)],
        };
        wish(&mut book, &Command::Opinions(raise), on).expect("raised");
    }
    let rows = figures(&book);
    assert_eq!(rows, [154, 154, 86, 68, 0].map(Value::from));
    assert_eq!(replayed(&book, View::default()), book);
}

fn figures(book: &Book) -> Vec<Value> {
    let outlook = Outlook {
        book,
        as_of: day("2024-12-31"),
        lang: Lang::Zh,
        fingerprint: String::new(),
    };
    let report = opinions::report(&outlook, &Asked::default()).expect("a report");
    let report = serde_json::to_value(report).expect("JSON");
    let keys = [
        "heard",
        "raised",
        "suggestions",
        "many_to_one",
        "one_to_many",
    ];
    keys.map(|key| row(&report, "links", key)["count"].clone())
        .into()
}

fn collect() -> Command {
    Command::Opinions(OpinionWish::Collect(CollectWish {
        citizen: None,
        channel: Channel::Visit,
        place: None,
        station: None,
        collector: Some(name("祝晓琴")),
        category: None,
        draft: None,
        text: Text::new("路灯不亮").expect("a text"),
        answer: None,
    }))
}

fn submit() -> Command {
    Command::Submit(Box::new(Submission {
        number: None,
        level: None,
        period: None,
        session: None,
        title: Title::new("关于路灯的建议").expect("a title"),
        body: None,
        requests: Vec::new(),
        deputy: Some(name("祝晓琴")),
        co_signers: Vec::new(),
        delegation: None,
        category: name("其他"),
        kind: Kind::Ordinary,
        confidential: false,
        motion: None,
    }))
}

/// 秭归县: opinions on drafts went to legislatures as proposals, many opinions to one proposal.
#[test]
fn proposals_on_drafts_are_counted_apart_from_their_opinions() {
    let office = Office::new();
    for text in ["要牵绳", "要登记", "要清粪便"] {
        office.does(&[
            "opinion",
            "add",
            text,
            "--channel",
            "走访",
            "--draft",
            "养犬条例",
            "--on",
            "2024-02-01",
        ]);
    }
    office.does(&[
        "opinion",
        "add",
        "要补贴",
        "--channel",
        "走访",
        "--draft",
        "柑橘条例",
        "--on",
        "2024-02-01",
    ]);
    let forward = |which, more: &[&'static str]| {
        let words = [
            "opinion",
            "forward",
            which,
            "--to",
            "市人大",
            "--proposal",
            "增加一款",
        ];
        [&words[..], more].concat()
    };
    office.refuses(&forward("1,4", &[]), 4, &["养犬条例", "柑橘条例"]);
    office.does(&forward("1-2", &["--on", "2024-03-01"]));
    office.does(&forward("3", &["--on", "2024-03-01"]));
    office.does(&[
        "opinion",
        "settle",
        "1-2",
        "--outcome",
        "写入第十二条",
        "--adopted",
        "是",
    ]);
    let report = office.json(&["report", "opinions"]);
    let dogs = row(&report, "draft", "养犬条例");
    assert_eq!((&dogs["count"], &dogs["proposals"]), (&json!(3), &json!(2)));
    assert_eq!(row(&report, "draft", "柑橘条例")["proposals"], 0);
    let told = office.json(&[
        "report",
        "opinions",
        "--explain",
        "draft.养犬条例.proposals",
    ]);
    assert_eq!(told["data"].as_array().map(Vec::len), Some(3));
}

/// A suggestion that was refused leaves its opinions where they were: open, with their clock, and no
/// part of what became of them.
#[test]
fn a_refused_suggestion_leaves_its_opinion_open() {
    let office = Office::new();
    crate::handling::play(
        &office,
        "
rules adopt qingdao-2021 --from 2024-01-01 --on 2024-01-20
opinion add 路灯不亮 --channel 走访 --collector 祝晓琴 --on 2024-04-02
opinion add 井水浑 --channel 走访 --collector 祝晓琴 --on 2024-04-02
submit 关于路灯的建议 --deputy 祝晓琴 --category 其他 --on 2024-04-10
submit 关于井水的建议 --deputy 祝晓琴 --category 其他 --on 2024-04-10
opinion raise 1 --cases 闭1 --on 2024-04-10
opinion raise 2 --cases 闭2 --on 2024-04-10
withdraw 闭1 --why 已经修好 --on 2024-04-12",
    );
    let report = office.json(&["report", "opinions"]);
    let links = |key: &str| crate::office::row(&report, "links", key)["count"].clone();
    assert_eq!(
        (links("raised"), links("suggestions"), links("ended")),
        (1.into(), 1.into(), 1.into())
    );
    let list = office.json(&["opinion", "list"]).to_string();
    assert!(
        list.contains("waiting") && list.contains("raised"),
        "{list}"
    );
}
