//! Papers of a case that did not end with its first reply: handled again, worked over, promised;
//! and where filled templates and many papers may go.

use std::fs;

use crate::letters::{docx, office, template};
use crate::office::Office;

fn record(office: &Office, line: &str) {
    office.does(&line.split(' ').collect::<Vec<_>>());
}

fn check(office: &Office, line: &str, says: &[&str], says_not: &[&str]) {
    let told = office.run(&line.split(' ').collect::<Vec<_>>());
    assert!(matches!(told.code, 0 | 8), "{line}: {}", told.err);
    for said in says {
        assert!(told.out.contains(said), "{line}: {said} in {}", told.out);
    }
    for said in says_not {
        assert!(!told.out.contains(said), "{line}: {said} in {}", told.out);
    }
}

#[test]
fn a_second_reply_names_the_first() {
    let office = office();
    for line in [
        "consult 1 --mode visit --on 2024-06-05",
        "reply 1 --class A --doc-no 健龙农函〔2024〕19号 --signer 樊启文 --publication publish --text 已通电。 --on 2024-06-20",
    ] {
        record(&office, line);
    }
    office.does(&["letter", "1", "-o", "复函/", "--format", "plain"]);
    let read = |to: &str| {
        let file = office.path(&format!("复函/第1号-再次复函-{to}.txt"));
        fs::read_to_string(file).expect("a letter")
    };
    let rated = read("曾庆瑜");
    let said = "您提出的《关于整治山坪塘和提灌站的建议》（第1号），我中心已于2024年5月20日以健龙农函〔2024〕7号作出答复。您对该答复提出意见后，我中心再次与村镇建设服务中心共同研究办理，现再次答复如下：";
    assert!(rated.contains(said), "{rated}");
    assert!(rated.contains("健龙农函〔2024〕19号") && rated.contains("已通电。"));
    let other = read("祝晓琴");
    assert!(other.contains("曾庆瑜代表对该答复提出意见后"), "{other}");
    // As of a day before, the first reply is a first reply.
    office.does(&[
        "letter",
        "1",
        "-o",
        "前/",
        "--format",
        "plain",
        "--as-of",
        "2024-05-30",
    ]);
    let first = fs::read_to_string(office.path("前/第1号-复函-曾庆瑜.txt")).expect("a letter");
    assert!(first.contains("收悉") && !first.contains("再次"), "{first}");
}

#[test]
fn who_handles_again_is_urged_for_that() {
    let office = office();
    record(
        &office,
        "supervise 1 --problem 仍未通电 --due 2024-07-01 --on 2024-06-10",
    );
    // The old limit is that of a reply that was given.
    let again =
        "代表于2024年5月28日评价为不满意。应当在2个月内重新办理并再次答复，期限为2024年7月28日";
    check(
        &office,
        "notice 催办 1 --as-of 2024-07-01",
        &["农业服务中心", again, "请认真研究代表的意见"],
        &["答复期限为2024年6月10日"],
    );
    let told = office.run(&["notice", "督办", "1", "-o", "督办/", "--format", "plain"]);
    assert_eq!(told.code, 8, "it has no number: {}", told.err);
    let read = |day: &str| {
        let file = office.path(&format!("督办/第1号-督办通知-农业服务中心-{day}.txt"));
        fs::read_to_string(file).expect("a notice")
    };
    assert!(read("2024-06-10").contains(again), "{}", read("2024-06-10"));
    assert!(
        read("2024-04-05").contains("答复期限为"),
        "{}",
        read("2024-04-05")
    );
}

#[test]
fn who_promised_is_urged_for_the_promise() {
    let mut office = Office::new();
    office.now = "2025-01-02T09:00:00+08:00";
    for line in [
        "consult 1 --mode visit --on 2024-02-01",
        "reply 1 --class B --signer 陈刚 --text 已列入计划 --promise 硬化三组道路 --promise-due 2024-12-31 --on 2024-03-01",
        "rate 1 --rating 满意 --on 2024-03-05",
    ] {
        record(&office, line);
    }
    let promise = "答复中承诺“硬化三组道路”，完成时限为2024年12月31日";
    check(
        &office,
        "notice 催办 1 --as-of 2024-11-01",
        &[promise, "还剩60天", "请对照承诺抓紧落实"],
        &["答复期限"],
    );
    record(&office, "follow 1 --kept --on 2024-12-01");
    let told = office.run(&["notice", "催办", "1"]);
    assert_eq!(told.code, 4, "nothing is owed: {}", told.err);
}

#[test]
fn a_filled_template_is_a_docx_and_many_papers_need_a_folder() {
    let office = office();
    let run = "<w:p><w:r><w:t>{{标题}}</w:t></w:r></w:p>";
    office.write("红头.docx", template(run, &[]));
    for asked in [["-o", "表.html"], ["-o", "表.pdf"], ["--format", "html"]] {
        let line = [
            &["letter", "1", "--kind", "面商", "--template", "红头.docx"][..],
            &asked,
        ]
        .concat();
        office.refuses(&line, 2, &["填好的模板是 .docx"]);
    }
    assert!(!office.path("表.html").exists());
    office.does(&[
        "letter",
        "1",
        "--kind",
        "面商",
        "--template",
        "红头.docx",
        "-o",
        "表.docx",
    ]);
    office.refuses(&["letter", "1"], 2, &["屏幕上一次只显示一份", "-o 目录/"]);
    office.refuses(&["letter", "1", "-o", "复函.docx"], 2, &["一个文件放不下"]);
    office.write(
        "断.docx",
        template("<w:p><w:r><w:t>{{标题}}&nbsp;</w:t></w:r>", &[]),
    );
    let line = ["letter", "1", "--template", "断.docx", "-o", "出/"];
    office.refuses(&line, 2, &["word/document.xml 不是正确的 XML"]);
    // A blank form is what was asked for: it is there, with what is to be filled in.
    let told = office.run(&["letter", "2", "--kind", "面商"]);
    assert_eq!(told.code, 8, "{}", told.err);
    assert!(told.err.contains("请在空白处补上"), "{}", told.err);
    assert!(!told.err.contains("错误"), "{}", told.err);
}

#[test]
fn how_to_print_it_again_stands_beside_a_text_and_not_in_it() {
    let office = Office::with_year();
    for report in ["annual", "booklet"] {
        let [md, html, word] = ["md", "html", "docx"].map(|ending| format!("{report}.{ending}"));
        for file in [&md, &html, &word] {
            office.does(&["report", report, "-o", file]);
        }
        let text = fs::read_to_string(office.path(&md)).expect("text");
        let (page, beside) = text.rsplit_once("<!--").expect("a remark");
        assert!(
            !page.contains("--as-of") && beside.contains("--as-of"),
            "{beside}"
        );
        let bytes = fs::read(office.path(&word)).expect("a paper");
        assert!(!docx(&bytes, "word/document.xml").contains("--as-of"));
        assert!(docx(&bytes, "docProps/core.xml").contains("--as-of"));
        let page = fs::read_to_string(office.path(&html)).expect("a page");
        assert!(
            page.contains("<meta name=\"description\"") && !page.contains("<footer>"),
            "{page}"
        );
    }
    // A report of figures keeps its foot.
    office.does(&["report", "summary", "-o", "s.md"]);
    let text = fs::read_to_string(office.path("s.md")).expect("text");
    assert!(text.contains("\n- 截至"), "{text}");
}

#[test]
fn the_month_reads_like_the_paper_of_an_office() {
    let office = Office::with_year();
    office.does(&["report", "monthly", "--month", "2024-05", "-o", "月报.md"]);
    let text = fs::read_to_string(office.path("月报.md")).expect("text");
    assert!(
        text.starts_with(
            "# 健龙镇2024年5月代表建议办理情况月报\n\n截至2024年5月31日，共交办代表建议58件，由"
        ),
        "{text}"
    );
    for said in [
        "答复率81%（47/58）",
        "## 一、本月进展",
        "月初未答复20件，本月新增5件、答复14件，月末未答复11件。",
        "本月办理：提出5件、交办5件、面商5件、答复14件、评价23件、作出承诺9件、办结23件。",
        "## 三、存在问题",
        "月末受阻情况：已逾期1件、尚未签收1件、尚未面商3件。",
        "下月到期应当答复的建议1件，请有关承办单位按期办理。",
        "健龙镇人大主席团",
        "附表",
        "\n- 截至",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    // A page has the tables under a heading of its own.
    let line = ["report", "monthly", "--month", "2024-05", "-o", "月报.html"];
    office.does(&line);
    let page = fs::read_to_string(office.path("月报.html")).expect("a page");
    assert!(page.contains("<h1>2024年5月建议办理月报</h1>"), "{page}");
    // The screen and scripts have the tables alone.
    let screen = office
        .does(&["report", "monthly", "--month", "2024-05"])
        .out;
    assert!(!screen.contains("一、本月进展"), "{screen}");
    office.does(&[
        "report",
        "monthly",
        "--month",
        "2024-05",
        "--section",
        "class",
        "-o",
        "一节.md",
    ]);
    let part = fs::read_to_string(office.path("一节.md")).expect("text");
    assert!(!part.contains("一、本月进展"), "{part}");
}

#[test]
fn two_talks_of_a_day_keep_what_was_said_in_each() {
    let office = office();
    for said in ["先清淤", "再通电"] {
        let line = [
            "consult",
            "1",
            "--mode",
            "visit",
            "--note",
            said,
            "--on",
            "2024-06-05",
        ];
        office.does(&line);
    }
    office.does(&[
        "letter", "1", "--kind", "面商", "-o", "面商/", "--format", "plain",
    ]);
    for (place, said, not) in [("2", "先清淤", "再通电"), ("3", "再通电", "先清淤")] {
        let file = office.path(&format!("面商/第1号-面商记录{place}.txt"));
        let text = fs::read_to_string(file).expect("a record");
        assert!(text.contains(said) && !text.contains(not), "{text}");
    }
}

#[test]
fn the_course_of_years_is_drawn_where_bars_are_asked_for() {
    let mut office = Office::new();
    for (now, session, on) in [
        ("2025-01-28T09:00:00+08:00", "20-6", "2025-01-10"),
        ("2026-01-28T09:00:00+08:00", "20-7", "2026-01-10"),
    ] {
        office.now = now;
        office.does(&["session", "open", session, "--on", on]);
        let title = format!("{session}次会议上提出的修路建议");
        let year = &on[..4];
        office.does(&[
            "submit",
            &title,
            "--deputy",
            "祝晓琴",
            "--category",
            "其他",
            "--on",
            on,
        ]);
        let case = format!("{year}-1");
        office.does(&["review", &case, "--accept", "--on", on]);
        office.does(&["assign", &case, "--lead", "农业服务中心", "--on", on]);
        office.does(&["session", "close", "--on", on]);
    }
    let drawn = office
        .does(&["report", "trend", "--section", "unit", "--bars"])
        .out;
    assert!(drawn.contains("走势") && drawn.contains("▁██"), "{drawn}");
    let plain = office
        .does(&["report", "trend", "--section", "unit", "--bars", "--ascii"])
        .out;
    assert!(plain.contains("_##"), "{plain}");
    let bare = office.does(&["report", "trend", "--section", "unit"]).out;
    assert!(!bare.contains("走势"), "{bare}");
}

#[test]
fn a_promise_that_was_followed_up_has_a_letter_of_its_own() {
    let mut office = Office::new();
    office.now = "2025-01-02T09:00:00+08:00";
    for line in [
        "consult 1 --mode visit --on 2024-02-01",
        "reply 1 --class B --doc-no 函1号 --signer 陈刚 --text 已列入计划 --promise 硬化三组道路 --promise-due 2024-12-31 --on 2024-03-01",
        "rate 1 --rating 满意 --on 2024-03-05",
        "close 1 --on 2024-03-06",
        "follow 1 --kept --class A --doc-no 函9号 --signer 陈刚 --text 道路已经硬化 --on 2024-12-01",
    ] {
        record(&office, line);
    }
    check(
        &office,
        "letter 1 --format md",
        &[
            "函9号",
            "道路已经硬化",
            "已于2024年3月1日以函1号作出答复。对答复中承诺的事项，",
        ],
        &["下一步承诺"],
    );
    // What goes with the class that counts is the last word, not the first.
    check(
        &office,
        "letter 1 --kind feedback --format md",
        &["2024年12月1日"],
        &["2024年3月1日"],
    );
    let public = office.json(&["report", "public"]);
    let told = public.to_string();
    assert!(
        told.contains("2024-12-01") && !told.contains("2024-03-01"),
        "{told}"
    );
}

#[test]
fn no_paper_dates_a_case_by_another_or_says_what_nobody_stated() {
    let office = Office::new();
    for line in [
        "assign 2 --lead 村镇建设服务中心 --on 2024-01-25",
        "extend 1 --to 2024-06-20 --why 台账未载 --consent 台账未载 --on 2024-03-01",
        "supervise 1 --problem 进度慢 --due 2024-04-20 --on 2024-04-05",
    ] {
        record(&office, line);
    }
    let slips = office
        .run(&["notice", "slips", "1-2", "--format", "md"])
        .out;
    assert!(
        slips.contains("2024-01-20") && slips.contains("2024-01-25"),
        "{slips}"
    );
    check(
        &office,
        "notice consent 1 --doc-no 镇人发〔2024〕9号 --format md",
        &["为由申请延期"],
        &["台账未载"],
    );
    check(
        &office,
        "letter 1 --kind extension --format md",
        &[],
        &["台账未载"],
    );
    // The notice speaks on its own day, whenever it is printed.
    check(
        &office,
        "notice supervise 1 --doc-no 镇人发〔2024〕8号 --format md",
        &["还剩"],
        &["逾期"],
    );
}

#[test]
fn a_letter_and_the_public_page_know_no_card() {
    let office = Office::new();
    for line in [
        "deputy add 李明 --card 1024 --on 2024-01-02",
        "deputy add 李明 --card 1025 --on 2024-01-02",
        "submit 关于修渠的建议 --deputy 李明(1025) --category 其他 --on 2024-01-12",
        "review 3 --accept --on 2024-01-13",
        "assign 3 --lead 农业服务中心 --on 2024-01-20",
        "consult 3 --mode visit --on 2024-02-01",
        "reply 3 --class A --doc-no 函3号 --signer 陈刚 --text 已修 --publication publish --on 2024-03-01",
    ] {
        record(&office, line);
    }
    check(
        &office,
        "letter 3 --format md",
        &["李明代表"],
        &["1025)代表"],
    );
    let public = office.json(&["report", "public"]).to_string();
    assert!(
        public.contains("李明") && !public.contains("1025"),
        "{public}"
    );
}
