//! The page of the day: `jianyi` without a word.

use crate::office::Office;

#[test]
fn an_office_that_has_not_begun_is_told_how() {
    for lang in ["zh", "en"] {
        let office = Office::empty();
        let page = office.run_in(lang, &[]);
        assert_eq!((page.code, page.err.as_str()), (0, ""));
        let page = page
            .out
            .replace(&office.folder().display().to_string(), "DIR");
        insta::assert_snapshot!(format!("begin_{lang}"), page);
    }
    assert_eq!(Office::empty().run(&["today", "--format", "json"]).code, 2);
}

#[test]
fn the_day_in_both_languages() {
    let mut office = Office::with_year();
    office.now = "2024-05-20T09:00:00+08:00";
    office.terminal = true;
    office.size = Some((80, 40));
    office.env.insert("NO_COLOR".to_owned(), "1".to_owned());
    for lang in ["zh", "en"] {
        insta::assert_snapshot!(format!("day_{lang}"), office.run_in(lang, &[]).out);
    }
}

#[test]
fn a_script_reads_the_day() {
    let mut office = Office::with_year();
    office.now = "2024-05-20T09:00:00+08:00";
    let day = office.json(&["today"]);
    let colours = day["data"]["colours"].as_array().expect("rows");
    let counts: Vec<_> = colours.iter().map(|row| row["count"].as_u64()).collect();
    assert_eq!(counts, [Some(2), Some(15), Some(4)]);
    assert_eq!(day["data"]["red"][0]["number"], "2024-42");
    assert_eq!(day["data"]["waiting"][0]["what"], "chase");
    // Who was urged today waits for tomorrow.
    let cases = |day: &serde_json::Value| day["data"]["waiting"][0]["cases"].to_string();
    let first = day["data"]["waiting"][0]["count"].as_u64();
    assert!(cases(&day).contains("第8号"), "{day}");
    office.does(&["remind", "8"]);
    let after = office.json(&["today"]);
    assert!(!cases(&after).contains("第8号"), "{after}");
    let second = after["data"]["waiting"][0]["count"].as_u64();
    assert_eq!(second, first.map(|count| count - 1));
}

/// Every line of a table is as wide as every other, whatever stands in it.
#[test]
fn tables_stand_straight_at_every_width() {
    let mut office = Office::with_year();
    office.now = "2024-05-20T09:00:00+08:00";
    office.terminal = true;
    for (columns, words) in [20, 60, 80, 120]
        .into_iter()
        .flat_map(|columns| [&[][..], &["list"], &["due"]].map(|words| (columns, words)))
    {
        office.size = Some((columns, 40));
        for ascii in [false, true] {
            office.env.insert("NO_COLOR".to_owned(), "1".to_owned());
            let line = if ascii {
                [words, &["--ascii"]].concat()
            } else {
                words.to_vec()
            };
            let page = office.does(&line).out;
            let framed = |line: &&str| line.starts_with(['│', '|', '┌', '+', '├', '╞']);
            let widths = page
                .lines()
                .filter(framed)
                .map(unicode_width::UnicodeWidthStr::width);
            let widths: Vec<usize> = widths.collect();
            assert!(!page.contains('\u{1b}'), "{words:?}");
            assert!(
                widths.iter().all(|width| *width <= usize::from(columns)),
                "{words:?} {columns}: {page}"
            );
            let tables = page.split("\n\n");
            for table in tables {
                let widths = table
                    .lines()
                    .filter(framed)
                    .map(unicode_width::UnicodeWidthStr::width);
                let widths: std::collections::BTreeSet<usize> = widths.collect();
                assert!(widths.len() <= 1, "{words:?} {columns}:\n{table}");
            }
        }
    }
}

#[test]
fn a_locale_without_lines_gets_plain_ones() {
    let mut office = Office::with_year();
    office.env.insert("LANG".to_owned(), "zh_CN.GBK".to_owned());
    assert!(office.does(&["list"]).out.starts_with('┌'), "nobody looks");
    office.terminal = true;
    assert!(office.does(&["list"]).out.starts_with('+'));
    office
        .env
        .insert("LC_ALL".to_owned(), "zh_CN.UTF-8".to_owned());
    assert!(office.does(&["list"]).out.starts_with('┌'));
}

#[test]
fn a_promise_that_is_late_shows_its_own_day() {
    let mut office = Office::new();
    for line in [
        "consult 1 --mode 走访 --on 2024-02-01",
        "reply 1 --class B --signer 陈刚 --promise 年内修好 --promise-due 2024-05-31 --on 2024-03-10",
    ] {
        office.does(&line.split_whitespace().collect::<Vec<_>>());
    }
    office.now = "2024-06-28T09:00:00+08:00";
    let day = office.json(&["today"]);
    let red = day["data"]["red"].as_array().expect("rows");
    let late = red.iter().find(|row| row["number"] == "2024-1");
    let late = late.unwrap_or_else(|| panic!("a late promise is red: {day}"));
    assert_eq!(late["due"], "2024-05-31");
    assert_eq!(late["days_left"], -28);
    let list = office.json(&["list", "--colour", "red"]);
    assert_eq!(list["data"][0]["due"], "2024-05-31");
}

#[test]
fn nobody_waits_for_a_co_opinion_after_the_reply() {
    let mut office = Office::new();
    for line in [
        "review 2 --accept --on 2024-01-14",
        "assign 2 --lead 村镇建设服务中心 --co 农业服务中心 --on 2024-01-15",
        "sign 2 --on 2024-01-16",
        "consult 2 --mode 走访 --on 2024-02-01",
    ] {
        office.does(&line.split_whitespace().collect::<Vec<_>>());
    }
    office.now = "2024-06-28T09:00:00+08:00";
    let told = office.does(&["show", "2", "--as-of", "2024-06-20"]).out;
    assert!(told.contains("协办意见"), "the clock runs: {told}");
    office.does(&[
        "reply",
        "2",
        "--class",
        "A",
        "--signer",
        "陈刚",
        "--on",
        "2024-06-25",
    ]);
    let clocks = office.json(&["show", "2"])["data"]["clocks"].to_string();
    assert!(!clocks.contains("co_opinion"), "{clocks}");
}

/// An office that was founded and has nothing else.
fn begun(more: &[&str]) -> Office {
    let mut office = Office::empty();
    office.now = "2024-03-01T09:00:00+08:00";
    let words = [
        "init",
        "--office",
        "健龙镇人大主席团",
        "--secretary",
        "王敏",
    ];
    office.does(&[&words[..], more].concat());
    office
}

#[test]
fn a_session_that_nobody_closed_is_said_to_be_open() {
    let office = begun(&["--on", "2024-01-02"]);
    office.does(&["session", "open", "20-5", "--on", "2024-01-10"]);
    let page = office.does(&[]).out;
    assert!(page.contains("会议还没有记闭会"), "{page}");
    assert!(page.contains("jianyi 届次 闭"), "{page}");
    // How long sessions last is the rule set's word; one that says nothing reminds of nothing.
    for (days, says) in [("60", false), ("50", true)] {
        let rules = format!(
            r#"{{"name":"本镇","label":"本镇","extends":"national-2025","in_force_from":"2024-01-02","sessions":{{"days_most":{days}}},"sources":{{"sessions":{{"verified":false}}}}}}"#
        );
        office.write("own.json", rules);
        office.does(&["rules", "adopt", "own.json", "--from", "2024-01-02"]);
        let page = office.does(&[]).out;
        assert_eq!(page.contains("会议还没有记闭会"), says, "{days}: {page}");
    }
    office.does(&["session", "close", "--on", "2024-01-12"]);
    let page = office.does(&[]).out;
    assert!(!page.contains("会议还没有记闭会"), "{page}");
}

/// An office that has only begun has its sessions and its ledger before it, and no report.
#[test]
fn an_office_without_suggestions_is_shown_the_first_steps() {
    let office = begun(&[]);
    let next = |office: &Office| {
        let page = office.does(&[]).out;
        let next = page.split("接下来可能要做:\n").nth(1);
        next.unwrap_or_else(|| panic!("{page}")).to_owned()
    };
    let all = "  jianyi 届次 开\n  jianyi 导入\n  jianyi 提交\n";
    assert_eq!(next(&office), all);
    office.does(&["session", "open", "20-5", "--on", "2024-02-28"]);
    assert_eq!(next(&office), "  jianyi 导入\n  jianyi 提交\n");
}

/// The parts of what is not closed add up to all of it, and to what the ledger says.
#[test]
fn the_day_counts_every_suggestion_that_is_not_closed() {
    let mut office = Office::with_year();
    office.now = "2024-05-20T09:00:00+08:00";
    let page = office.does(&[]).out;
    let told = page.lines().find(|line| line.starts_with("没有办结的 "));
    let told = told.unwrap_or_else(|| panic!("{page}"));
    let (whole, parts) = told.split_once(": ").expect("its parts");
    let counts = parts.split('、').filter_map(|part| {
        let (_, count) = part.rsplit_once(' ')?;
        count.parse::<usize>().ok()
    });
    let counts: usize = counts.sum();
    assert_eq!(whole, format!("没有办结的 {counts} 件"));
    assert!(
        page.contains(&format!(" · 没有办结 {counts} 件\n")),
        "{page}"
    );
    for part in ["待评价 11", "可办结 7"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    // The three colours and those without make the same whole.
    let day = office.json(&["today"]);
    let colours = day["data"]["colours"].as_array().expect("rows");
    let coloured: u64 = colours.iter().filter_map(|row| row["count"].as_u64()).sum();
    let figure = |before: &str, after: &str| {
        let line = page.lines().find(|line| line.contains(after))?;
        let figure = line.strip_prefix(before)?.split(' ').next()?;
        figure.parse::<u64>().ok()
    };
    let without = figure("另有 ", "不在三色里").unwrap_or_default();
    let closed = figure("三色里有 ", "已经办结").unwrap_or_default();
    let tracked = parts.split('、').find_map(|part| {
        let count = part.strip_prefix("上级办理 ")?;
        count.parse::<u64>().ok()
    });
    let all = coloured + without + tracked.unwrap_or_default() - closed;
    assert_eq!(all, counts as u64, "{page}");
}

/// Who is to be called stands beside what is red, and more than fits is named with its command.
#[test]
fn the_red_list_says_whom_to_call_and_how_to_see_all() {
    let mut office = Office::with_year();
    office.now = "2024-05-15T09:00:00+08:00";
    office.does(&["colour", "8,10", "red", "--why", "久拖不决"]);
    office.terminal = true;
    office.size = Some((200, 200));
    office.env.insert("NO_COLOR".to_owned(), "1".to_owned());
    let page = office.does(&["--phones"]).out;
    assert!(page.contains("┆ 古小川 023-41000108 │"), "{page}");
    assert!(page.contains(",全部: jianyi 列表 红\n"), "{page}");
    let english = office.run_in("en", &["list", "red"]);
    assert_eq!(english.code, 0, "{}", english.err);
    assert!(english.out.matches("┆ red").count() > 5, "{}", english.out);
}

/// What no row says has no column on a screen, and what every row says in many words is told once;
/// a pipe gets every column of every row.
#[test]
fn a_screen_leaves_out_what_says_nothing() {
    let mut office = Office::new();
    office.now = "2024-04-18T09:00:00+08:00";
    for line in [
        "submit 关于修水渠的建议 --deputy 曾庆瑜 --category 其他 --on 2024-03-01",
        "assign 闭1 --lead 村镇建设服务中心 --on 2024-03-05",
        "sign 闭1 --on 2024-03-06",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    let words = ["due", "--within", "99", "--unit", "村镇建设服务中心"];
    let piped = office.does(&words).out;
    assert!(piped.contains("责任岗位"), "{piped}");
    office.terminal = true;
    office.size = Some((200, 60));
    let page = office.does(&words).out;
    let (table, below) = page.split_once('└').expect("a table");
    assert!(!table.contains("责任岗位"), "{page}");
    let empty = "没有内容、没有显示的栏: 责任岗位、责任领导、经办人、联系电话、督办领导\n";
    assert!(below.contains(empty), "{page}");
    // Both duties of a kind come from one text.
    let words = [&words[..], &["--as-of", "2024-03-10"]].concat();
    let rows = office.json(&words);
    let sources = rows["data"].as_array().expect("rows").iter();
    let sources: Vec<&str> = sources.filter_map(|row| row["source"].as_str()).collect();
    assert!(sources.len() > 1, "{rows}");
    let same = sources.iter().all(|source| *source == sources[0]);
    let page = office.does(&words).out;
    assert_eq!(page.contains("(各行都是): "), same, "{page}");
}
