//! What was entered of later days, seen from an earlier one: it is not there yet, in any roster, list or
//! paper about them.

use serde_json::Value;

use crate::handling::play;
use crate::office::Office;

const DAY: &str = "2024-06-30";

/// Every reader of sessions and rosters.
const READERS: [&str; 20] = [
    "report roster",
    "report roster --explain group.ordinary",
    "report roster --explain group.professional",
    "report roster --explain station.station",
    "report roster --explain staff.heads",
    "report activities",
    "report performance",
    "session list",
    "unit list",
    "group list",
    "station list",
    "deputy list",
    "deputy file 祝晓琴",
    "deputy file 凌钦泽",
    "deputy card 祝晓琴",
    "deputy card 凌钦泽",
    "today",
    "due",
    "report units",
    "report summary",
];

const EARLIER: &str = "
unit post 农业服务中心 --leader 甲 --on 2024-02-01
group add 茶业小组 --professional --deputies 祝晓琴,凌钦泽 --on 2024-02-01
station add 甲站 --heads 祝晓琴 --on 2024-02-01
session open 20-6 --on 2024-06-20";

const LATER: &str = "
session close --on 2025-01-12
session open 20-7 --on 2025-01-20
unit add 新中心 --leader 赵 --on 2025-02-01
unit post 农业服务中心 --leader 乙 --on 2025-02-01
unit post 村镇建设服务中心 --leader 丙 --on 2025-02-01
deputy add 新代表 --group 新代表小组 --card 2001 --on 2025-02-01
deputy seat 祝晓琴 --level district --on 2025-02-01
deputy end 凌钦泽 --why 辞职 --on 2025-02-01
group add 新小组 --deputies 新代表 --on 2025-02-01
group join 茶业小组 --deputies 新代表 --on 2025-02-01
group leave 茶业小组 --deputies 祝晓琴 --on 2025-02-01
station add 乙站 --heads 新代表 --on 2025-02-01
station staff 甲站 --heads 新代表 --informants 祝晓琴 --on 2025-02-01
deputy add 祝晓琴(1002) --card 1002 --on 2025-02-01";

/// The town under a table of points, with nothing later than the day.
fn town(rules: &str) -> Office {
    let mut office = Office::empty();
    office.now = "2024-06-30T09:00:00+08:00";
    let founded = format!(
        "
init --office 健龙镇人大主席团 --secretary 王敏 --rules {rules} --on 2024-01-02
session open 20-5 --on 2024-01-10
unit add 农业服务中心 --on 2024-01-10
unit add 村镇建设服务中心 --on 2024-01-10
deputy add 祝晓琴 --group 第一代表小组 --on 2024-01-10
deputy add 凌钦泽 --on 2024-01-10
session close --on 2024-01-13{EARLIER}"
    );
    play(&office, &founded);
    office
}

/// As of the day: the document without the line up to which it is known.
#[track_caller]
fn as_of(office: &Office, words: &str) -> Value {
    let words: Vec<&str> = words.split(' ').chain(["--as-of", DAY]).collect();
    let mut told = office.json(&words);
    let basis = told.as_object_mut().expect("a document");
    assert_eq!(basis["as_of"], DAY);
    basis.retain(|key, _| !["known", "fingerprint"].contains(&key.as_str()));
    told
}

#[test]
fn what_is_of_later_days_is_not_there_yet() {
    for rules in ["jianlong", "yinchuan"] {
        let mut office = town(rules);
        let look = |office: &Office| READERS.map(|words| as_of(office, words));
        let rosters = |office: &Office| {
            ["units", "groups", "stations", "deputies"]
                .map(|what| office.does(&["export", what, "--as-of", DAY]).out)
        };
        let (before, went_out) = (look(&office), rosters(&office));
        office.now = "2025-03-01T09:00:00+08:00";
        play(&office, LATER);
        for ((words, before), after) in READERS.iter().zip(before).zip(look(&office)) {
            assert_eq!(after, before, "{rules}: {words}");
        }
        assert_eq!(rosters(&office), went_out);
    }
}

#[test]
fn a_roster_that_was_taken_over_holds_for_the_days_before_its_store() {
    let office = Office::with_year();
    let units = |day: &str| {
        let list = office.json(&["unit", "list", "--as-of", day]);
        list["data"].as_array().map(Vec::len)
    };
    let now = units("2025-01-02");
    assert!(now > Some(0));
    assert_eq!(units("2024-12-31"), now);
    office.does(&["unit", "add", "新中心", "--on", "2024-12-30"]);
    assert_eq!(units("2024-12-29"), now);
    assert!(units("2024-12-31") > now);
    let report = office.json(&["report", "roster", "--as-of", "2024-12-29"]);
    assert_eq!(
        report["data"]["scope"]["units_count"].as_u64(),
        now.map(|n| n as u64)
    );
}

#[test]
fn nobody_has_papers_of_a_day_before_he_was_a_deputy() {
    let mut office = town("jianlong");
    office.now = "2025-03-01T09:00:00+08:00";
    play(&office, LATER);
    for paper in ["file", "card"] {
        office.does(&["deputy", paper, "新代表"]);
        office.refuses(&["deputy", paper, "新代表", "--as-of", DAY], 3, &["新代表"]);
    }
}

#[test]
fn what_was_read_from_the_record_says_from_which_part_of_it() {
    let mut office = town("jianlong");
    office.now = "2025-03-01T09:00:00+08:00";
    play(&office, LATER);
    let fingerprint = office
        .does(&["verify", "--fingerprint", "--known", "5"])
        .out;
    assert!(fingerprint.ends_with("@5\n"), "{fingerprint}");
    let view = ["--as-of", DAY, "--known", "5"];
    for words in [
        "rules show",
        "calendar show",
        "calendar show 2023",
        "deadline --from 2024-02-09 --limit 5wd",
    ] {
        let words: Vec<&str> = words.split(' ').chain(view).collect();
        let told = office.json(&words);
        assert_eq!(told["as_of"], DAY, "{words:?}");
        assert_eq!(told["known"], 5, "{words:?}");
        let at = format!("{}@5\n", told["fingerprint"].as_str().unwrap_or_default());
        assert_eq!(at, fingerprint, "{words:?}");
    }
    let shipped = office.json(&["rules", "show", "yinchuan", "--as-of", DAY]);
    assert_eq!(
        (&shipped["as_of"], &shipped["known"]),
        (&DAY.into(), &0.into())
    );
}

#[test]
fn a_store_is_not_verified_in_part() {
    let office = town("jianlong");
    for part in [
        &["verify", "--as-of", DAY][..],
        &["verify", "--known", "5"],
        &["verify", "--fingerprint", "--as-of", DAY],
        &["verify", "--repair", "--known", "5"],
    ] {
        office.refuses(part, 2, &["整个档案", "--complete"]);
    }
    let beyond = ["verify", "--fingerprint", "--known", "999"];
    office.refuses(&beyond, 2, &["999"]);
}
