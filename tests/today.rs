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

#[test]
fn a_session_that_nobody_closed_is_said_to_be_open() {
    let mut office = Office::empty();
    office.now = "2024-03-01T09:00:00+08:00";
    let words = [
        "init",
        "--office",
        "健龙镇人大主席团",
        "--secretary",
        "王敏",
    ];
    office.does(&[&words[..], &["--on", "2024-01-02"]].concat());
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
