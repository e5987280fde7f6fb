//! The yearly report and the booklet: what the published reports of 德惠 and 昆明 open with comes out
//! of their examples; nothing is claimed that no case stands behind.

use serde_json::Value;

use jianyi::domain::rules::LetterRules;
use jianyi::domain::terms::Level;
use jianyi::words::annual::{ClassTold, Side, Speaker, Told, review};

use crate::office::Office;
use crate::scripts::lived;

/// The paragraphs below the first heading.
fn opening(office: &Office, words: &[&str]) -> Vec<String> {
    let json = office.does(&[words, &["--format", "json"]].concat()).out;
    let document: Value = serde_json::from_str(&json).expect("JSON");
    let blocks = document["data"].as_array().expect("blocks");
    let begun = blocks
        .iter()
        .skip_while(|b| b["text"] != "一、基本情况")
        .skip(1);
    let part = begun.take_while(|b| b["block"] == "paragraph");
    part.map(|b| b["text"].as_str().expect("words").to_owned())
        .collect()
}

/// The half-width signs of the published text as they should be, and what it calls otherwise.
fn printed(text: &str, names: &[(&str, &str)]) -> String {
    let signs = [
        (",", "，"),
        (":", "："),
        (";", "；"),
        ("(", "（"),
        (")", "）"),
    ];
    let told = signs.iter().chain(names);
    told.fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
}

#[test]
fn the_year_of_dehui_is_reported_as_it_was_published() {
    let office = lived(
        "dehui",
        "部分解决 部分解决或已列入计划解决         ┆   14 ┆   40%",
    );
    let told = opening(
        &office,
        &[
            "report",
            "annual",
            "--from",
            "government",
            "--as-of",
            "2022-12-31",
        ],
    );
    let published = "市十九届人大一次会议期间,市政府共承办由市人大交办的代表重要建议1件,一般建议35件(其中:农林水电类10件、教科文卫类8件、工交财贸类7件、城建环保类3件、政法类2件、其他类5件),分别交由20个政府部门办理。在市人大常委会的监督和指导下,经政府各承办单位的共同努力,所承办的建议已全部办结并答复代表,答复率达100%,代表对所提建议办理情况满意和基本满意率达100%。截止目前,重要建议1件已解决;一般建议35件,已解决或基本解决20件,占建议总数的57.1%,部分解决或已列入计划解决的14件,占建议总数的40%。因条件限制或其他原因目前不能解决的1件,占建议总数的2.9%。";
    // The office calls its key ones 重要; 截止 is a slip for 截至.
    let names = [("重要", "重点"), ("截止目前", "截至目前")];
    assert_eq!(told, [printed(published, &names)]);
}

#[test]
fn the_year_of_kunming_is_reported_as_it_was_published() {
    let office = lived("kunming", "农林水、生态环保 ┆   60 ┆ 20.62%");
    let told = opening(
        &office,
        &[
            "report",
            "annual",
            "--from",
            "presidium",
            "--as-of",
            "2021-12-31",
        ],
    );
    let published = [
        "市十四届人大六次会议,市人大代表共提出代表建议291件,其中,会议期间270件,闭会期间21件。按建议内容分类:经济建设方面28件,占比9.62%;城建交通方面85件,占比29.21%;监察司法方面12件,占比4.12%;社会事业方面22件,占比7.56%;教科文卫方面65件,占比22.34%;农林水、生态环保方面60件,占比20.62%;党群综合及其他方面19件,占比6.53%,充分体现了代表对我市经济社会发展各方面工作的关心和重视。根据相关法律法规的规定,291件建议分别由57个部门、组织和单位研究办理。",
        "经各承办单位的共同努力,今年代表提出的建议已全部办理完毕并答复代表。经市人大相关委员会逐件初审,市人大常委会人事代表工委和市委目督办、市政府目督办复审后,办理结果分为以下三类:建议中提出的问题已经解决或者部分解决的(A类)有226件,占建议总数的77.66%;建议所提问题已制定解决措施或者已列入工作计划逐步解决的(B类)有33件,占建议总数的11.34%;建议所提问题因目前条件限制或其他原因难以解决的(C类)有32件,占11.00%。",
        "由市人大常委会主任会议确定的四件重点建议,即:《关于推进城乡生活垃圾分类收运体系的建议》《关于加强全市中小学心理健康教育的建议》《关于加强昆明市城市生物多样性保护研究,发布〈城市生物多样性保护-昆明倡议〉》《关于加快推进我市医养结合养老服务体系建设的建议》,全部交市政府研究办理。市政府及市城市管理局、市教育体育局、市生态环境局、市卫生健康委等承办单位高度重视,统一安排部署,严格办理程序,坚持落实“四个一”工作制度,积极开展调研论证,扎实有效地完成了办理工作,四件重点建议均为A类件。",
    ];
    assert_eq!(told, published.map(|text| printed(text, &[])));
    let at = ["--as-of", "2021-12-31"];
    let line = ["report", "annual", "--from", "presidium", "--format", "md"];
    let page = office.does(&[&line[..], &at].concat()).out;
    // The one that was withdrawn is told, where it is told what was handed over.
    assert!(
        page.contains("改办8件。本报告的件数均以已交办的建议为准，另有撤回、不予受理或者转为代表来信的1件，不计在内。"),
        "{page}"
    );
    let line = ["report", "annual", "--format", "md"];
    let page = office.does(&[&line[..], &["--from", "government"]].concat());
    assert!(!page.out.contains("的的"), "{}", page.out);
}

/// What was put into a plan and never promised by a day cannot be followed.
#[test]
fn a_plan_without_a_promise_is_a_problem() {
    let office = Office::new();
    let table = "编号,标题,领衔代表,提出日期,类别,主办单位,交办日期,面商日期,答复日期,办理结果\n\
        9,关于修渠的建议,祝晓琴,2024-01-12,其他,农业服务中心,2024-01-20,2024-02-01,2024-03-01,B\n";
    office.write("表.csv", table);
    office.does(&["import", "表.csv", "--lenient", "--apply"]);
    let page = office.does(&["report", "annual", "--format", "md"]).out;
    let told = "1件建议按分类应当承诺办理期限而没有记录（第9号）";
    assert!(page.contains(told), "{page}");
}

#[test]
fn the_report_names_problems_that_the_data_show_and_no_other() {
    let office = Office::with_year();
    let page = office.does(&["report", "annual", "--format", "md"]).out;
    for part in [
        "## 一、基本情况",
        "## 二、主要做法和成效",
        "## 三、存在的主要问题",
        "## 四、下一步工作打算",
    ] {
        assert!(page.contains(part), "{page}");
    }
    assert!(
        page.starts_with("# 健龙镇人大主席团关于镇二十届人大五次会议代表建议办理情况的报告"),
        "{page}"
    );
    let list = office
        .does(&["report", "public", "--left-out", "--format", "plain"])
        .out;
    let kept_back: Vec<&str> = list
        .lines()
        .filter_map(|line| line.split('\t').nth(1))
        .collect();
    for title in kept_back {
        assert!(!page.contains(title), "{title}");
    }
    // Nobody in the year was dissatisfied; a deputy who is now shows in the next report.
    assert!(!page.contains("不满意的评价"), "{page}");
    let again = Office::new();
    for line in [
        "assign 2 --lead 农业服务中心 --on 2024-01-19",
        "consult 2 --mode visit --on 2024-02-01",
        "reply 2 --unit 农业服务中心 --class A --signer 陈刚 --on 2024-03-01",
        "rate 2 --rating 不满意 --comment 没有修好 --on 2024-03-05",
    ] {
        record(&again, line);
    }
    let page = again.does(&["report", "annual", "--format", "md"]).out;
    assert!(page.contains("1件建议有过不满意的评价（第2号）"), "{page}");
    assert!(page.contains("对代表不满意的建议重新办理"), "{page}");
    assert!(!page.contains("没有修好"), "{page}");
    // One that may not be named is counted, and the sentence says so; so are those not handed over.
    for line in [
        "unit add 便民服务中心",
        "submit 关于一件要保密的事的建议 --deputy 祝晓琴 --category 其他 --confidential --on 2024-01-10",
        "review 3 --accept --on 2024-01-16",
        "assign 3 --lead 便民服务中心 --leader 陈刚 --post 民政岗 --due 2024-04-01 --on 2024-01-20",
        "consult 3 --mode visit --on 2024-02-01",
        "reply 3 --class A --signer 陈刚 --on 2024-03-01",
        "rate 3 --rating 不满意 --comment 没有修好 --on 2024-03-05",
        "submit 关于修渠的建议 --deputy 祝晓琴 --category 其他 --on 2024-01-10",
    ] {
        record(&again, line);
    }
    let page = again.does(&["report", "annual", "--format", "md"]).out;
    assert!(
        page.contains("2件建议有过不满意的评价（其中可以公开的：第2号）"),
        "{page}"
    );
    assert!(page.contains("另有尚未交办的1件，不计在内。"), "{page}");
}

#[test]
fn the_report_is_of_the_newest_session_and_claims_no_end_that_is_none() {
    let mut office = Office::new();
    office.now = "2025-01-02T09:00:00+08:00";
    for line in [
        "assign 2 --lead 农业服务中心 --on 2024-01-19",
        "consult 1,2 --mode visit --on 2024-02-01",
        "reply 1 --class A --signer 陈刚 --on 2024-03-01",
        "reply 2 --unit 农业服务中心 --class A --signer 陈刚 --on 2024-03-01",
        "rate 1 --rating 不满意 --comment 没有修好 --on 2024-03-05",
    ] {
        record(&office, line);
    }
    let page = office.does(&["report", "annual", "--format", "md"]).out;
    assert!(
        !page.contains("全部办理完毕") && !page.contains("已全部办结"),
        "{page}"
    );
    assert!(
        page.contains("已全部答复代表，因代表不满意正在重新办理1件。"),
        "{page}"
    );
    assert!(page.contains("尚未办结的2件建议征询代表意见"), "{page}");
    let page = office
        .does(&["report", "annual", "--from", "government", "--format", "md"])
        .out;
    assert!(
        page.contains("已全部答复代表，因代表不满意正在重新办理1件"),
        "{page}"
    );
    // The next session has a case of its own: the report is of that one alone.
    for line in [
        "session open 20-6 --on 2025-01-01",
        "submit 新一次会议的建议 --deputy 祝晓琴 --category 其他 --on 2025-01-01",
        "review 2025-1 --accept --on 2025-01-02",
        "assign 2025-1 --lead 农业服务中心 --on 2025-01-02",
    ] {
        record(&office, line);
    }
    let page = office.does(&["report", "annual", "--format", "md"]).out;
    assert!(
        page.contains("二十届人大六次会议代表建议办理情况的报告"),
        "{page}"
    );
    assert!(page.contains("共提出代表建议1件"), "{page}");
    let older = [
        "report",
        "annual",
        "--scope",
        "session=20-5",
        "--format",
        "md",
    ];
    let page = office.does(&older).out;
    assert!(
        page.contains("二十届人大五次会议代表建议") && page.contains("建议2件"),
        "{page}"
    );
}

#[test]
fn what_the_year_brought_is_summed_up_and_told_of_each_case() {
    let office = Office::new();
    for line in [
        "assign 2 --lead 农业服务中心 --on 2024-01-19",
        "progress 1 --effect 投入资金 --amount 297 --measure 万元 --on 2024-05-01",
        "progress 1 --effect 硬化道路 --amount 1.8 --measure 公里 --on 2024-05-01",
        "progress 2 --effect 投入资金 --amount 3.5 --measure 万元 --on 2024-05-01",
        "progress 2 --effect 惠及群众 --amount 86 --measure 户 --on 2024-05-01",
        "submit 关于修桥的建议 --deputy 祝晓琴 --category 其他 --kind key --on 2024-01-10",
        "review 3 --accept --on 2024-01-16",
        "assign 3 --lead 农业服务中心 --on 2024-01-20",
        "progress 3 --effect 新建桥梁 --amount 1 --measure 座 --on 2024-05-01",
    ] {
        record(&office, line);
    }
    let page = office.does(&["report", "annual", "--format", "md"]).out;
    let part = page.split("## ").find(|part| part.starts_with("二、"));
    assert!(part.is_some(), "{page}");
    for told in [
        "据承办单位记录，惠及群众86户、投入资金300.5万元、新建桥梁1座、硬化道路1.8公里",
        "（第1号）：投入资金297万元、硬化道路1.8公里。",
        "（第2号）：投入资金3.5万元、惠及群众86户。",
    ] {
        assert!(page.contains(told), "{told} in {page}");
    }
    let [key, other] = ["（第3号）：", "（第1号）："].map(|case| page.find(case));
    assert!(key.is_some() && key < other, "the key one first: {page}");
}

#[test]
fn a_confidential_key_case_names_nobody() {
    let office = Office::new();
    for line in [
        "unit add 便民服务中心",
        "submit 关于一件要保密的事的建议 --deputy 祝晓琴 --category 其他 --kind key --confidential --on 2024-01-10",
        "review 3 --accept --on 2024-01-16",
        "assign 3 --lead 便民服务中心 --leader 陈刚 --post 民政岗 --due 2024-04-01 --on 2024-01-20",
    ] {
        let told = office.run(&line.split(' ').collect::<Vec<_>>());
        assert!(told.code == 0, "{line}: {}", told.err);
    }
    let page = office.does(&["report", "annual", "--format", "md"]).out;
    assert!(page.contains("一件重点建议"), "{page}");
    let (text, _) = page.split_once("| 项目 |").expect("tables below the text");
    assert!(
        !text.contains("便民服务中心") && !text.contains("保密的事"),
        "{text}"
    );
}

#[test]
fn the_booklet_has_every_reply_that_may_go_out() {
    let office = Office::new();
    for line in [
        "assign 2 --lead 农业服务中心 --on 2024-01-19",
        "consult 2 --mode visit --on 2024-02-01",
        "reply 2 --unit 农业服务中心 --class A --signer 陈刚 --doc-no 健农函〔2024〕1号 --text 已修,电话13812345678 --publication 公开 --on 2024-03-01",
    ] {
        record(&office, line);
    }
    let booklet = office.does(&["report", "booklet", "--format", "plain"]);
    assert!(
        booklet.out.contains("已修,电话***********"),
        "{}",
        booklet.out
    );
    assert!(booklet.out.contains("健农函〔2024〕1号"), "{}", booklet.out);
    assert!(
        booklet.err.contains("隐去号码和住址 1 处"),
        "{}",
        booklet.err
    );
    // A second reply goes out with the first.
    record(
        &office,
        "follow 2 --class A --doc-no 健农函〔2024〕8号 --signer 陈刚 --text 又换了灯,电话13812345678 --on 2024-05-01",
    );
    let again = office.does(&["report", "booklet", "--format", "plain"]).out;
    assert!(
        again.contains("又换了灯,电话***********") && again.contains("健农函〔2024〕8号"),
        "{again}"
    );
    let page = office.does(&["report", "public", "--format", "html"]).out;
    assert!(page.contains("又换了灯"), "{page}");
    assert!(
        !booklet.out.contains("第1号"),
        "no reply yet: {}",
        booklet.out
    );
}

/// Runs a line whose words have no spaces.
fn record(office: &Office, line: &str) {
    office.does(&line.split(' ').collect::<Vec<_>>());
}

#[test]
fn what_has_no_class_yet_is_not_taken_for_what_is_kept_back() {
    let speaker = Speaker::of(Side::Presidium, "健龙镇人大主席团", Level::Town);
    let classes = ["A", "B"].map(|code| ClassTold {
        code: code.to_owned(),
        told: Told {
            word: String::new(),
            count: 2,
            share: None,
        },
        resolved: code == "A",
    });
    let letters = LetterRules::default();
    for (key, titles, told) in [
        (4, 4, "办理结果为A2件、B2件。"),
        (5, 4, "办理结果为A2件、B2件，另有1件依照规定不公开。"),
        (5, 5, "办理结果为A2件、B2件，另有1件还没有办理结果。"),
        (
            7,
            5,
            "办理结果为A2件、B2件，另有1件还没有办理结果、2件依照规定不公开。",
        ),
    ] {
        let titles = vec!["关于修路的建议".to_owned(); titles];
        let said = review(
            (&speaker, &letters),
            (key, "重点建议", false),
            &titles,
            &[],
            &classes,
        );
        assert!(said.ends_with(told), "{said}");
    }
}
