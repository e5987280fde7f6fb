//! Papers that can be handed on as they come out: nothing that a person filled in is lost, no two have
//! one number, none knows what came later, a table can be read, no page has only whom to ring up.

use std::fs;
use std::io::{Cursor, Read, Write};

use crate::letters::{docx, office};
use crate::office::Office;

fn text(office: &Office, file: &str) -> String {
    docx(
        &fs::read(office.path(file)).expect(file),
        "word/document.xml",
    )
}

fn does(office: &Office, line: &str) {
    office.does(&line.split(' ').collect::<Vec<_>>());
}

/// The document or workbook as another program saves it: with a part of its own, and by somebody.
fn saved_again(bytes: &[u8]) -> Vec<u8> {
    const NOBODY: &str = "<cp:lastModifiedBy></cp:lastModifiedBy>";
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain = zip::write::SimpleFileOptions::default();
    for place in 0..from.len() {
        let mut part = from.by_index(place).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("a part");
        if name == "docProps/core.xml" {
            let told = String::from_utf8(content).expect("XML");
            let by = "<cp:lastModifiedBy>王敏</cp:lastModifiedBy>";
            content = told.replace(NOBODY, by).into_bytes();
        }
        to.start_file(name, plain).expect("a part");
        to.write_all(&content).expect("a part");
    }
    to.start_file("docProps/thumbnail.jpeg", plain)
        .expect("a part");
    to.finish().expect("an archive").into_inner()
}

#[test]
fn what_was_filled_in_by_hand_is_not_written_over() {
    let office = office();
    let line = ["letter", "1", "--kind", "co-opinion", "-o", "复函/"];
    office.run(&line);
    let file = "复函/第1号-会办意见-村镇建设服务中心.docx";
    let ours = fs::read(office.path(file)).expect(file);
    assert_eq!(office.run(&line).code, 8, "ours is written anew");
    let theirs = saved_again(&ours);
    fs::write(office.path(file), &theirs).expect("saved");
    for line in [
        &line[..],
        &["letter", "1", "--kind", "co-opinion", "-o", file],
    ] {
        let told = office.run(line);
        assert_eq!(told.code, 2, "{}", told.err);
        assert!(
            told.err.contains("没有覆盖") && told.err.contains("会办意见"),
            "{}",
            told.err
        );
        assert_eq!(fs::read(office.path(file)).expect(file), theirs);
    }
    office.run(&[&line[..], &["-y"]].concat());
    assert_eq!(fs::read(office.path(file)).expect(file), ours);
}

#[test]
fn a_report_that_was_worked_over_is_not_written_over() {
    let office = office();
    for file in ["月报.docx", "月报.xlsx"] {
        let line = ["report", "monthly", "-o", file];
        office.does(&line);
        let ours = fs::read(office.path(file)).expect(file);
        office.does(&line);
        let theirs = saved_again(&ours);
        fs::write(office.path(file), &theirs).expect("saved");
        office.refuses(&line, 2, &["没有覆盖", file, "-y"]);
        assert_eq!(fs::read(office.path(file)).expect(file), theirs);
        office.does(&[&line[..], &["-y"]].concat());
        assert_eq!(fs::read(office.path(file)).expect(file), ours);
    }
}

#[test]
fn a_number_is_one_units_own() {
    let office = office();
    does(&office, "review 2 --accept --on 2024-01-16");
    does(
        &office,
        "assign 2 --lead 农业服务中心 --co 便民服务中心 --on 2024-01-20",
    );
    let line = "letter 1,2 --kind co-opinion --doc-no 便民函〔2024〕3号 -o 会办/";
    let line: Vec<&str> = line.split(' ').collect();
    let said = ["村镇建设服务中心", "便民服务中心", "--单位"];
    office.refuses(&line, 2, &said);
    assert!(!office.path("会办").exists());
    let told = office.run(&[&line[..], &["--单位", "便民服务中心"]].concat());
    assert!(told.err.contains("1 份"), "{}", told.err);
    assert_eq!(
        fs::read_dir(office.path("会办")).expect("a folder").count(),
        1
    );
    let letter = text(&office, "会办/第2号-会办意见-便民服务中心.docx");
    assert!(letter.contains("便民函〔2024〕3号"));
    office.refuses(
        &["letter", "1", "--unit", "便民中心", "--format", "md"],
        3,
        &["便民服务中心"],
    );
    // The number that a notice lacks is that of all its cases.
    let told = office.run(&["notice", "交办", "1,2", "-o", "交办/"]);
    let lack = told.err.lines().find(|line| line.contains("没有文号"));
    assert!(
        lack.is_some_and(|line| line.contains("第1号") && line.contains("第2号")),
        "{}",
        told.err
    );
}

#[test]
fn a_second_reply_goes_out_as_it_says_itself() {
    let office = office();
    does(
        &office,
        "rate 1 --deputy 祝晓琴 --rating 满意 --on 2024-05-29",
    );
    for (said, goes_out) in [
        ("--text 甲已完成", true),
        ("--text 乙涉密 --公开 不予公开 --不公开理由 涉及个人", false),
        ("--text 丙已完成 --publication publish", true),
    ] {
        does(&office, &format!("follow 1 {said} --on 2024-07-01"));
        let word = said.split(' ').nth(1).expect("the words");
        let public = office.does(&["report", "booklet", "--format", "md"]);
        assert_eq!(public.out.contains(word), goes_out, "{}", public.out);
    }
    let shown = office.json(&["show", "1"]);
    let again = shown["data"]["re_replies"][1].clone();
    assert_eq!(again["publication"], "withhold", "{shown}");
}

#[test]
fn no_two_papers_have_one_number() {
    let office = office();
    does(&office, "review 2 --accept --on 2024-01-16");
    does(&office, "assign 2 --lead 农业服务中心 --on 2024-01-20");
    does(
        &office,
        "supervise 2 --problem 没有动工 --due 2024-04-20 --on 2024-04-05",
    );
    let told = office.run(&[
        "notice",
        "督办",
        "1,2",
        "--文号",
        "健龙人大〔2024〕9号",
        "-o",
        "督办/",
    ]);
    assert!(
        told.err
            .contains("从 健龙人大〔2024〕9号 依次编到 健龙人大〔2024〕10号"),
        "{}",
        told.err
    );
    for (case, number) in [(1, 9), (2, 10)] {
        let text = text(
            &office,
            &format!("督办/第{case}号-督办通知-农业服务中心-2024-04-05.docx"),
        );
        assert!(text.contains(&format!("〔2024〕{number}号")), "{case}");
    }
}

#[test]
fn a_hand_over_knows_no_later_extension_and_no_secret_name() {
    let office = office();
    does(
        &office,
        "submit 关于举报排污的建议 --deputy 祝晓琴 --category 农林水、生态环保 --confidential --on 2024-01-10",
    );
    does(&office, "review 3 --accept --on 2024-01-16");
    does(
        &office,
        "assign 3 --lead 农业服务中心 --co 便民服务中心 --on 2024-01-20",
    );
    office.run(&["notice", "交办", "1,3", "-o", "交办/"]);
    office.run(&["letter", "3", "--kind", "co-opinion", "-o", "会办.docx"]);
    let notice = text(&office, "交办/交办通知-2024-01-20.docx");
    let slip = text(&office, "交办/交办单-农业服务中心.docx");
    for paper in [&notice, &slip] {
        let bare = paper.replace("<w:noBreakHyphen/>", "-");
        let bare: String = bare.split(['<', '>']).step_by(2).collect();
        assert!(
            bare.contains("2024-04-20") && !bare.contains("2024-06-10"),
            "the first last day"
        );
    }
    // The list goes to all units, a slip to the one that handles it.
    assert!(!notice.contains("祝晓琴") && notice.contains("（保密）"));
    assert!(slip.contains("祝晓琴"));
    // Nor is it told to those who only help.
    for paper in ["交办/交办单-便民服务中心.docx", "会办.docx"] {
        let told = text(&office, paper);
        assert!(told.contains("关于举报排污的建议") && !told.contains("祝晓琴"));
    }
}

#[test]
fn who_is_rung_up_stands_with_the_signature() {
    let office = office();
    office.run(&["letter", "1", "-o", "复函/"]);
    let text = text(&office, "复函/第1号-复函-曾庆瑜.docx");
    let day = text.find(">2024年5月20日<").expect("the day");
    let from = text[..day].rfind("<w:p>").expect("its paragraph");
    assert!(text[from..day].contains("<w:keepNext/>"));
}

/// What was brought is summed up in the words of who recorded it.
#[test]
fn a_sum_of_effects_tells_nothing_of_what_is_kept_back() {
    let office = office();
    for line in [
        "submit 关于救助的建议 --deputy 祝晓琴 --category 城建交通 --confidential --on 2024-01-10",
        "review 3 --accept --on 2024-01-16",
        "assign 3 --lead 农业服务中心 --on 2024-01-20",
        "progress 3 --effect 救助密语 --amount 3 --measure 户 --on 2024-03-01",
        "progress 1 --effect 清淤 --amount 21 --measure 口 --on 2024-03-01",
    ] {
        does(&office, line);
    }
    let report = office.does(&["report", "annual", "--format", "md"]).out;
    assert!(report.contains("清淤21口"), "{report}");
    assert!(!report.contains("密语"), "{report}");
}

/// However far it is handled again, until something settles it.
#[test]
fn a_month_names_each_case_that_something_is_wrong_with() {
    let office = office();
    does(&office, "consult 1 --mode phone --on 2024-06-03");
    does(
        &office,
        "reply 1 --class A --doc-no 健龙农函〔2024〕9号 --signer 樊启文 --publication publish --answer 已完成 --answer 已更换 --on 2024-06-10",
    );
    let line = ["report", "monthly", "--month", "2024-06", "-o", "月报.md"];
    office.does(&line);
    let report = fs::read_to_string(office.path("月报.md")).expect("text");
    let wrong = report.split("## ").find(|part| part.starts_with("三、"));
    let wrong = wrong.expect("the part");
    for said in ["第1号", "代表不满意、尚未了结", "2024-05-28", "仍未通电"] {
        assert!(wrong.contains(said), "{said}: {wrong}");
    }
}

#[test]
fn a_monthly_report_turns_its_pages_once_and_no_report_ends_with_its_foot_alone() {
    let office = Office::with_year();
    office.does(&["report", "monthly", "--month", "2024-12", "-o", "月报.docx"]);
    let report = text(&office, "月报.docx");
    let sizes = report.split("<w:pgSz ").skip(1);
    let sizes: Vec<&str> = sizes.filter_map(|size| size.split('/').next()).collect();
    let across = r#"w:w="16838" w:h="11906" w:orient="landscape""#;
    assert_eq!(sizes, [r#"w:w="11906" w:h="16838""#, across]);
    // What a report was made from stands below the number of each page.
    office.does(&["report", "summary", "-o", "汇总.docx"]);
    let bytes = fs::read(office.path("汇总.docx")).expect("a paper");
    let told = |part: &str| docx(&bytes, part).contains("指纹");
    assert!(told("word/footer1.xml") && told("word/footer2.xml") && !told("word/document.xml"));
}

#[test]
fn what_an_office_switches_is_told_in_words() {
    let office = Office::empty();
    let shown = office.does(&["rules", "show", "jianlong"]).out;
    for said in ["您（polite）", "类别：B（labelled）", "收悉（received）"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
}

#[test]
fn where_a_folder_should_be_something_else_is_named() {
    let office = office();
    office.write("复函", "x");
    let told = office.run(&["letter", "1", "-o", "复函/"]);
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(told.err.contains("不是目录"), "{}", told.err);
}
