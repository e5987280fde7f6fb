//! Lists as they are said, in any order and under any columns; full text; long pages.

use jianyi::{NoAnswer, Person};

use crate::office::Office;
use crate::told::answered_twice;

fn year() -> Office {
    let mut office = Office::with_year();
    office.now = "2024-05-20T09:00:00+08:00";
    office
}

fn numbers(office: &Office, words: &[&str]) -> Vec<String> {
    let out = office
        .does(&[&["list"], words, &["--format", "plain"]].concat())
        .out;
    let rows = out.lines();
    rows.filter_map(|row| row.split('\t').next())
        .map(str::to_owned)
        .collect()
}

/// What is said lists what the options list.
#[test]
fn what_is_said_is_what_the_options_say() {
    let office = year();
    let twins: [(&[&str], &[&str]); 12] = [
        (&["今年 红"], &["--year", "2024", "--colour", "red"]),
        (&["逾期"], &["--overdue"]),
        (&["overdue"], &["--overdue"]),
        (&["红"], &["--colour", "red"]),
        (&["10天内到期"], &["--due-within", "10"]),
        (&["单位:nyfw"], &["--unit", "农业服务中心"]),
        (&["单位：农业服务"], &["--unit", "农业服务中心"]),
        (
            &["红 单位:农业 本月到期"],
            &["--colour", "红", "--unit", "农业服务中心"],
        ),
        (
            &["办理中", "within:10"],
            &["--state", "in_progress", "--due-within", "10"],
        ),
        (
            &["区", "类别:jjjs"],
            &["--level", "district", "--category", "经济建设"],
        ),
        (&["重点督办"], &["--key"]),
        (&["代表:zhuxiaoqin"], &["--deputy", "祝晓琴"]),
    ];
    for (said, options) in twins {
        let found = numbers(&office, said);
        assert_eq!(found, numbers(&office, options), "{said:?}");
    }
    assert_eq!(numbers(&office, &["红 单位:农业 本月到期"]), ["2024-44"]);
    let both = numbers(&office, &["修建", "石桥"]);
    assert!(both.contains(&"2024-42".to_owned()), "{both:?}");
    assert!(both.len() < numbers(&office, &["修建"]).len());
}

#[test]
fn a_name_that_is_not_there_is_answered_with_the_nearest() {
    let office = year();
    office.refuses(&["list", "单位:xyzw"], 3, &["没有承办单位“xyzw”"]);
    office.refuses(&["list", "结果:Z"], 3, &["没有办理结果分类“Z”"]);
    office.refuses(&["list", "--sort", "mood"], 2, &["编号、标题、"]);
    office.refuses(
        &["list", "--columns", "编号,心情"],
        2,
        &["心情", "编号、标题、"],
    );
}

#[test]
fn a_list_is_sorted_and_cut_to_columns() {
    let office = year();
    let out = office
        .does(&[
            "list",
            "红",
            "--sort",
            "标题",
            "--desc",
            "--columns",
            "期限,编号",
            "--format",
            "plain",
        ])
        .out;
    insta::assert_snapshot!(out.replace('\t', " | "), @"
    2024-05-21 | 2024-44
    2024-05-21 | 2024-42
    ");
    let rows = office.json(&[
        "list",
        "--sort",
        "days_left",
        "--columns",
        "number,days_left",
    ]);
    let left: Vec<i64> = rows["data"]
        .as_array()
        .expect("rows")
        .iter()
        .filter_map(|row| row["days_left"].as_i64())
        .collect();
    assert!(left.is_sorted() && left.len() >= 10, "{left:?}");
}

/// A filter that was saved is a condition like the others; what is typed counts before it.
#[test]
fn a_saved_filter_is_asked_for_by_its_name() {
    let office = year();
    let save = ["filter", "save", "农业急件", "红", "单位:nyfw"];
    let arranged = ["--sort", "期限", "--desc", "--columns", "编号,期限"];
    office.does(&[&save[..], &arranged[..]].concat());
    let plain = |words: &[&str]| {
        let told = office.does(&[&["list"], words, &["--format", "plain"]].concat());
        (told.out, told.err)
    };
    let typed = plain(&[&["红", "单位:农业服务中心"], &arranged[..]].concat());
    let named = plain(&["农业急件"]);
    assert_eq!(typed.0, named.0);
    assert!(
        named.1.ends_with("农业急件 = 红 单位:nyfw\n"),
        "{}",
        named.1
    );
    assert!(!typed.0.is_empty());
    let more = plain(&["农业急件", "本月到期", "--columns", "编号"]).0;
    assert_eq!(more, "2024-44\n");
    let kept = office.does(&["筛选", "--format", "plain"]).out;
    assert_eq!(kept, "农业急件\t红 单位:nyfw\tdue ↓\tnumber,due\n");
    office.refuses(
        &["filter", "save", "红", "逾期"],
        2,
        &["本身就是一个筛选条件"],
    );
    office.refuses(
        &["filter", "save", "甲", "单位:xyzw"],
        3,
        &["没有承办单位“xyzw”"],
    );
    office.refuses(&["filter", "save", "甲"], 2, &["缺少: 条件"]);
    office.refuses(
        &["filter", "save", "甲", "红", "--sort", "心情"],
        2,
        &["心情"],
    );
    office.refuses(&["filter", "drop", "农业"], 3, &["农业急件"]);
    office.does(&["筛选", "删去", "农业急件"]);
    assert_eq!(office.does(&["筛选", "--format", "plain"]).out, "");
    office.does(&["undo", "--why", "还要用"]);
    assert_eq!(plain(&["农业急件"]).0, named.0);
}

#[test]
fn full_text_says_where() {
    let mut office = Office::new();
    office.does(&[
        "progress",
        "1",
        "村道路基已经完成,下月铺设混凝土面层",
        "--on",
        "2024-03-01",
    ]);
    let found = office.does(&["search", "路基", "--format", "plain"]).out;
    insta::assert_snapshot!(found.replace('\t', " | "), @"2024-1 | 关于硬化村道的建议 | 2024-03-01 | 进展 | 村道路基已经完成,下月铺设混凝土面层");
    assert!(office.does(&["搜索", "没有这句话"]).out.contains("(没有)"));
    // What had not happened, or was not known by then, is not found.
    let known = office
        .does(&["log", "--format", "plain"])
        .out
        .lines()
        .count()
        - 1;
    let known = known.to_string();
    for (option, value, finds) in [
        ("--as-of", "2024-03-01", true),
        ("--as-of", "2024-02-29", false),
        ("--known", known.as_str(), false),
    ] {
        let found = office
            .does(&["search", "路基", "--format", "plain", option, value])
            .out;
        assert_eq!(!found.is_empty(), finds, "{option} {value}: {found}");
    }
    office.terminal = true;
    let seen = office.does(&["search", "路基"]).out;
    assert!(seen.contains("\u{1b}[1;31m路基\u{1b}[0m"), "{seen}");
    office.env.insert("NO_COLOR".to_owned(), "1".to_owned());
    assert!(!office.does(&["search", "路基"]).out.contains('\u{1b}'));
}

/// Somebody who only reads.
#[derive(Default)]
struct Reader {
    pager: String,
    page: Vec<u8>,
}

impl Person for Reader {
    fn line(&mut self, _: &str) -> Result<String, NoAnswer> {
        Err(NoAnswer::Cancelled)
    }

    fn one(&mut self, _: &str, _: &[String]) -> Result<usize, NoAnswer> {
        Err(NoAnswer::Cancelled)
    }

    fn several(&mut self, _: &str, _: &[String]) -> Result<Vec<usize>, NoAnswer> {
        Err(NoAnswer::Cancelled)
    }

    fn write(&mut self, _: &str) -> Result<String, NoAnswer> {
        Err(NoAnswer::Cancelled)
    }

    fn reads(&mut self, pager: &str, page: &[u8]) -> bool {
        pager.clone_into(&mut self.pager);
        page.clone_into(&mut self.page);
        true
    }
}

#[test]
fn what_is_longer_than_the_screen_goes_through_a_pager() {
    let mut office = year();
    let read = |office: &Office, words: &[&str]| {
        let mut reader = Reader::default();
        let told = office.asks(words, &mut reader);
        assert_eq!(told.code, 0);
        (reader.pager, reader.page.is_empty(), told.out.is_empty())
    };
    let printed = (String::new(), true, false);
    assert_eq!(read(&office, &["list"]), printed, "nobody looks");
    office.terminal = true;
    office.size = Some((120, 40));
    assert_eq!(
        read(&office, &["list"]),
        ("less -FRSX -Ps[SPACE]-->[q]".to_owned(), false, true)
    );
    assert_eq!(read(&office, &["list", "红"]), printed, "it fits");
    assert_eq!(
        read(&office, &["list", "--format", "csv"]),
        printed,
        "for a script"
    );
    office.env.insert("PAGER".to_owned(), "more".to_owned());
    assert_eq!(read(&office, &["list"]).0, "more");
    office.env.insert("PAGER".to_owned(), String::new());
    assert_eq!(read(&office, &["list"]), printed, "unwanted");
    office.env.remove("PAGER");
    office.env.insert("TERM".to_owned(), "dumb".to_owned());
    assert_eq!(read(&office, &["list"]), printed, "it cannot be paged");
}

/// 闭1 is no 第1号: a number is understood as it is printed, or not at all.
#[test]
fn a_plain_number_never_means_one_between_sessions() {
    let office = Office::new();
    let line = "submit 关于清淤的建议 --deputy 祝晓琴 --category 其他 --on 2024-05-12 --period between_sessions";
    let told = office.run(&line.split(' ').collect::<Vec<_>>());
    assert_eq!(told.code, 0, "{}", told.err);
    let title = |case: &str| office.json(&["show", case])["data"]["title"].clone();
    assert_eq!(title("闭1"), "关于清淤的建议");
    assert_ne!(title("1"), "关于清淤的建议");
    office.does(&["session", "open", "20-9", "--on", "2024-06-01"]);
    assert_ne!(title("第1号"), "关于清淤的建议");
}

#[track_caller]
fn lists(office: &Office, said: &str, numbers: &[&str]) {
    let words: Vec<&str> = said.split(' ').collect();
    let told = office.does(&[&["list", "--format", "plain"], words.as_slice()].concat());
    let found: Vec<&str> = told
        .out
        .lines()
        .filter_map(|l| l.split('\t').next())
        .collect();
    assert_eq!(found, numbers, "{said}: {}", told.out);
}

#[test]
fn cases_are_asked_for_by_what_they_have_in_common() {
    let office = answered_twice();
    for (said, numbers) in [
        ("未答复", &["2024-2"][..]),
        ("待答复", &["2024-2"]),
        ("未交办", &["2024-闭1"]),
        ("闭会期间", &["2024-闭1"]),
        ("会议期间", &["2024-1", "2024-2"]),
        ("不满意", &["2024-1"]),
        ("满意度:不满意", &["2024-1"]),
        ("A类", &["2024-1"]),
        ("未办结", &["2024-1", "2024-2", "2024-闭1"]),
        ("届次:20-5 未答复", &["2024-2"]),
        ("主办:农业", &["2024-2"]),
        ("农业服务中心", &["2024-2"]),
        ("待审查", &["2024-闭1"]),
        ("今年 待审查", &["2024-闭1"]),
        ("2024年 待审查", &["2024-闭1"]),
        ("届次:2024 待审查", &["2024-闭1"]),
        ("去年", &[]),
        ("可办结", &[]),
        ("办结", &[]),
    ] {
        lists(&office, said, numbers);
    }
}

/// A few characters mean every name that has them, and that is told; a name that is written out means
/// itself alone.
#[test]
fn what_several_names_fit_means_them_all() {
    let office = Office::new();
    for line in [
        "unit add 农业综合站",
        "submit 关于修水渠的建议 --deputy 祝晓琴 --category 其他",
        "submit 关于修水库的建议 --deputy 祝晓琴 --category 其他",
        "assign 闭1 --lead 农业服务中心",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    let before = numbers(&office, &["单位:农业服务中心"]);
    office.does(&["assign", "闭2", "--lead", "农业综合站"]);
    let both = numbers(&office, &["单位:农业"]);
    assert_eq!(both.len(), before.len() + 1, "{both:?}");
    let told = office.does(&["list", "单位:农业"]);
    assert!(
        told.err.contains("单位:农业 = 农业服务中心、农业综合站"),
        "{}",
        told.err
    );
    // What is written must not be guessed.
    let said = ["不止一个名字符合", "农业服务中心、农业综合站"];
    office.refuses(&["progress", "单位:农业", "看了现场"], 3, &said);
    assert_eq!(numbers(&office, &["单位:农业服务中心"]), before);
    assert_eq!(
        numbers(&office, &["--unit", "农业服务中心、农业综合站"]),
        both
    );
}

/// What stands in brackets and is nobody's card is a part of a name: who bears the name without it is
/// another person, and both can be named.
#[test]
fn a_village_behind_a_name_makes_no_namesake() {
    let office = Office::new();
    for name in ["李明", "李明（杨柳村）"] {
        office.does(&["deputy", "add", name, "--on", "2024-01-10"]);
    }
    for (title, deputy) in [("修桥", "李明"), ("修路", "李明（杨柳村）")] {
        let words = ["submit", title, "--deputy", deputy, "--category", "其他"];
        office.does(&words);
    }
    let titles = |deputy: &str| {
        let rows = office.json(&["list", deputy])["data"].clone();
        let rows = rows.as_array().cloned().unwrap_or_default();
        let titles = rows.iter().filter_map(|row| row["title"].as_str());
        titles.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(titles("代表:李明"), ["修桥"]);
    assert_eq!(titles("代表:李明（杨柳村）"), ["修路"]);
    assert_eq!(titles("代表:李"), ["修桥", "修路"]);
    office.does(&["deputy", "file", "李明"]);
}

#[test]
fn two_conditions_of_a_kind_are_no_list() {
    let office = year();
    office.refuses(&["list", "红", "黄"], 2, &["“黄”", "同一种"]);
    office.refuses(&["list", "单位:农业", "单位:村镇"], 2, &["同一种"]);
    office.refuses(&["list", "本周到期", "本月到期"], 2, &["同一种"]);
    office.does(&["list", "红", "红", "单位:农业"]);
}
