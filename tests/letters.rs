//! Letters and notices at the command line: what they say, what they lack, into which files they go,
//! and what is refused with words.

use std::fs;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;

use crate::office::{Office, example};

/// A case that went through everything, and one that nobody has yet. `{}` is the folder of examples.
const STEPS: &str = r#"
init --office 健龙镇人大主席团 --secretary 王敏 --rules jianlong --on 2024-01-02
session open 20-5 --on 2024-01-10
import {}units.csv --kind units --apply
import {}deputies.csv --kind deputies --apply
submit 关于整治山坪塘和提灌站的建议 --deputy 曾庆瑜 --co-signers 祝晓琴,敖朝林 --category 农林水、生态环保 --on 2024-01-10 --request 清淤整治 --request 维修提灌站
review 1 --accept --on 2024-01-16
assign 1 --lead 农业服务中心 --co 村镇建设服务中心 --on 2024-01-20
sign 1 --on 2024-01-22
concur 1 --unit 村镇建设服务中心 --note 我中心负责占道协调 --on 2024-02-20
consult 1 --mode face_to_face --people 曾庆瑜 --note 同意先清淤 --on 2024-03-12
extend 1 --to 2024-06-10 --why 资金下达较晚 --consent 镇人大主席团 --on 2024-04-01
supervise 1 --problem 尚未报装=HYPERLINK("x")<script>]]> --due 2024-04-20 --on 2024-04-05
reply 1 --class B --doc-no 健龙农函〔2024〕7号 --signer 樊启文 --publication publish --text 已成立专班。 --answer 投入297万元完成21口 --answer 水泵已更换 --promise 完成其余11口 --promise-due 2024-12-31 --on 2024-05-20
rate 1 --deputy 曾庆瑜 --rating 不满意 --comment 仍未通电 --on 2024-05-28
submit 关于修路的建议 --deputy 祝晓琴 --category 城建交通 --on 2024-01-10
"#;

/// An office with these two cases.
pub(crate) fn office() -> Office {
    let office = Office::empty();
    let steps = STEPS.replace("{}", &example("jianlong/"));
    for line in steps.trim().lines() {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    office
}

/// A part of a document.
pub(crate) fn docx(bytes: &[u8], part: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    let mut file = zip.by_name(part).expect(part);
    file.read_to_string(&mut text).expect("UTF-8");
    text
}

fn files(office: &Office, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(office.path(folder)).expect(folder);
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = names.map(|n| n.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_reply_goes_to_each_who_signed() {
    let office = office();
    let told = office.does(&["letter", "1", "-o", "复函/"]);
    assert!(told.err.contains("3 份"), "{}", told.err);
    assert_eq!(
        files(&office, "复函"),
        ["敖朝林", "曾庆瑜", "祝晓琴"].map(|to| format!("第1号-复函-{to}.docx"))
    );
    office.does(&["letter", "1", "-o", "再/"]);
    for file in files(&office, "复函") {
        let read = |folder: &str| fs::read(office.path(folder).join(&file)).expect("a letter");
        assert_eq!(read("复函"), read("再"), "the same bytes for ever");
    }
    office.does(&["letter", "1", "-o", "文本/", "--format", "md"]);
    let text = fs::read_to_string(office.path("文本/第1号-复函-祝晓琴.md")).expect("a letter");
    for said in [
        "农业服务中心",
        "健龙农函〔2024〕7号",
        "主动公开　类别：B",
        "# 关于健龙镇第二十届人民代表大会第五次会议第1号建议的复函",
        "祝晓琴代表：",
        "您提出的《关于整治山坪塘和提灌站的建议》（第1号）收悉。经与村镇建设服务中心共同研究办理，现答复如下：",
        "## 一、关于“清淤整治”",
        "投入297万元完成21口。",
        "完成其余11口。完成时限：2024年12月31日。",
        "此复函已经樊启文审签。",
        "2024年5月20日",
        "（联系人：",
        "抄送：健龙镇人大主席团，村镇建设服务中心",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(
        !text.contains("*****"),
        "the contact line is there to be rung up"
    );
}

#[test]
fn what_is_missing_is_named_and_stands_blank() {
    let office = Office::with_year();
    let told = office.run(&["letter", "17"]);
    assert_eq!(told.code, 8, "{}", told.err);
    assert!(told.err.contains("答复没有正文：第17号"), "{}", told.err);
    assert!(told.out.contains("　　＿＿＿＿\n"), "{}", told.out);
    let told = office.run(&["notice", "督办", "17"]);
    assert_eq!(told.code, 4, "nothing was supervised: {}", told.err);
    assert!(told.err.contains("没有要印的: 第17号"), "{}", told.err);
}

/// Prints papers into a folder as text: all that they say.
fn printed(office: &Office, line: &[&str]) -> String {
    let folder = line.join("");
    let told = office.run(&[line, &["-o", &folder, "--format", "plain"]].concat());
    assert!(matches!(told.code, 0 | 8), "{line:?}: {}", told.err);
    let read = |file: &String| fs::read_to_string(office.path(&folder).join(file)).expect("text");
    files(office, &folder).iter().map(read).collect()
}

fn check(office: &Office, line: &[&str], says: &[&str]) {
    let text = printed(office, line);
    for said in says {
        assert!(text.contains(said), "{line:?}: {said} in {text}");
    }
}

#[test]
fn every_letter_of_a_unit_is_a_paper() {
    let office = office();
    for (kind, says) in [
        (
            "会办",
            "第1号建议的会办意见|农业服务中心：|我中心负责占道协调。",
        ),
        ("退回", "代表建议退回申请单|退回理由："),
        (
            "延期",
            "健龙镇人大主席团：|答复期限为2024年4月20日|特申请延期至2024年6月10日",
        ),
        (
            "征询",
            "代表建议办理情况征询意见表|□满意　□基本满意　□不满意|答复日期：2024年5月20日",
        ),
        (
            "面商",
            "代表建议办理面商记录|面商日期：2024年3月12日|同意先清淤",
        ),
    ] {
        let says: Vec<&str> = says.split('|').collect();
        check(&office, &["letter", "1", "--kind", kind], &says);
    }
}

#[test]
fn every_notice_of_the_office_is_a_paper() {
    let office = office();
    for (kind, says) in [
        (
            "交办",
            "第五次会议代表建议的通知|代表建议1件交由1个单位办理、1个单位协办|代表建议交办单|协办",
        ),
        (
            "督办",
            "尚未报装=HYPERLINK(\"x\")<script>]]>。|于2024年4月20日前",
        ),
        ("延期", "经镇人大主席团同意，现准予延期至2024年6月10日答复"),
        (
            "重办",
            "曾庆瑜代表对办理情况表示不满意|代表的意见：仍未通电。",
        ),
        ("签到", "代表建议交办会签到表|村镇建设服务中心"),
    ] {
        let says: Vec<&str> = says.split('|').collect();
        let line = ["notice", kind, "1", "--doc-no", "健龙人大〔2024〕5号"];
        check(&office, &line, &says);
    }
    // The second case was handed to nobody.
    for line in [["notice", "催办", "2"], ["letter", "2", "--kind=reply"]] {
        let told = office.run(&line);
        assert_eq!(told.code, 4, "{line:?}: {}", told.err);
    }
    office.does(&[
        "assign",
        "2",
        "--lead",
        "农业服务中心",
        "--on",
        "2024-09-01",
    ]);
    check(
        &office,
        &["notice", "催办", "2"],
        &["关于催办", "请抓紧办理"],
    );
}

#[test]
fn a_reminder_long_before_the_last_day_says_so() {
    let office = office();
    let assign = [
        "assign",
        "2",
        "--lead",
        "农业服务中心",
        "--on",
        "2024-09-01",
    ];
    office.does(&assign);
    for (as_of, is_early) in [("2024-09-02", true), ("2024-11-20", false)] {
        let told = office.run(&["notice", "催办", "2", "--as-of", as_of]);
        assert_eq!(
            told.err.contains("离期限还早"),
            is_early,
            "{as_of}: {}",
            told.err
        );
        let days = told.err.contains("第2号还有 90 天");
        assert_eq!(days, is_early, "{as_of}: {}", told.err);
        assert!(told.out.contains("关于催办"), "{}", told.out);
    }
}

#[test]
fn what_is_signed_on_a_slip_stands_above_its_cases() {
    let office = office();
    let slips = printed(&office, &["notice", "交办单", "1"]);
    let at = |words: &str| {
        slips
            .find(words)
            .unwrap_or_else(|| panic!("{words} in {slips}"))
    };
    assert!(at("签收人") < at("主办和分办的按下列期限") && at("签收日期") < at("交办建议清单"));
}

#[test]
fn an_office_writes_in_its_own_way() {
    let office = office();
    let rules = r#"{"name":"ours","label":"本镇","extends":"jianlong","letters":{"opening":"handed_over","ending":"answer_letter","address":"plain","session_name":"short","signer_place":"number","class_mark":"suffixed","public_mark":"consent","issuer":"健龙镇人民政府","copies":["镇党政办"]},"reply_to":"lead","sources":{"letters":{"verified":false},"reply_to":{"verified":false}}}"#;
    office.write("ours.json", rules);
    office.does(&["rules", "adopt", "ours.json", "--from", "2024-05-01"]);
    let told = office.run(&["letter", "1", "--format", "plain"]);
    for said in [
        "健龙镇人民政府\n健龙农函〔2024〕7号\n签发人：樊启文\n是否同意公开：是\nB类\n",
        "关于健龙镇第二十届人大五次会议第1号建议的答复函\n曾庆瑜等3名代表：",
        "你们提出的《关于整治山坪塘和提灌站的建议》（第1号），已交我镇办理。",
        "抄送：镇党政办，村镇建设服务中心",
    ] {
        assert!(told.out.contains(said), "{said} in {}", told.out);
    }
    assert!(!told.out.contains("审签"), "{}", told.out);
    let shown = office.does(&["rules", "show", "national-2025"]).out;
    assert!(shown.contains("公文式样 · 开头"), "{shown}");
}

/// A red-headed template as Word writes it, its name split over runs.
pub(crate) fn template(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let body = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("word/document.xml", body.as_str())].iter().chain(others) {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

#[test]
fn the_office_fills_its_own_template() {
    let office = office();
    let runs = |pieces: &[&str]| {
        let runs = pieces.iter().map(|p| format!("<w:r><w:t>{p}</w:t></w:r>"));
        format!("<w:p>{}</w:p>", runs.collect::<String>())
    };
    let body = runs(&["{{", "标", "题}}"])
        + &runs(&["{{主送}}："])
        + &runs(&["{{正文}}"])
        + &runs(&["{{文号}} {{签发人}} {{联系电话}}"]);
    office.write("红头.docx", template(&body, &[("word/media/x.bin", "raw")]));
    office.does(&["letter", "1", "--模板", "红头.docx", "-o", "复函/"]);
    let bytes = fs::read(office.path("复函/第1号-复函-曾庆瑜.docx")).expect("a letter");
    let text = docx(&bytes, "word/document.xml");
    for said in [
        "第五次会议第1号建议的复函<",
        ">曾庆瑜代表：<",
        ">投入297万元完成21口。<",
        ">健龙农函〔2024〕7号 樊启文 023-",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!text.contains("{{"), "{text}");
    assert_eq!(docx(&bytes, "word/media/x.bin"), "raw");

    office.write("错.docx", template(&runs(&["{{标提}}{{署各}}"]), &[]));
    office.write("空.docx", template(&runs(&["没有"]), &[]));
    office.write("宏.docx", template(&body, &[("word/vbaProject.bin", "x")]));
    office.write("旧.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    office.write("坏.docx", b"PK");
    office.write(
        "炸.docx",
        template(&body, &[("word/media/x.bin", &"\0".repeat(17 << 20))]),
    );
    for (file, says) in [
        ("错.docx", "{{标提}}、{{署各}}"),
        ("错.docx", "{{署各}} 是不是 署名"),
        ("空.docx", "{{"),
        ("宏.docx", "宏.docx"),
        ("旧.docx", "旧.docx"),
        ("坏.docx", "坏.docx"),
        ("炸.docx", "炸.docx"),
        ("无.docx", "无.docx"),
    ] {
        office.refuses(
            &["letter", "1", "--template", file, "-o", "出/"],
            2,
            &[says],
        );
    }
    assert!(!office.path("出").exists(), "nothing half-written");
    // The office's own paper is not written over.
    let over = [
        "letter",
        "1",
        "--kind",
        "return",
        "--template",
        "红头.docx",
        "-o",
        "红头.docx",
    ];
    office.refuses(&over, 2, &["红头.docx", "换一个文件名"]);
}

#[test]
fn a_template_loses_nothing_without_a_word() {
    let office = office();
    let body = |name: &str| format!("<w:p><w:r><w:t>{name}</w:t></w:r></w:p>");
    office.write("题.docx", template(&body("{{标题}}"), &[]));
    let told = office.does(&["letter", "1", "--template", "题.docx", "-o", "题/"]);
    assert!(
        told.err.contains("{{正文}}") && told.err.contains("{{文号}}"),
        "{}",
        told.err
    );
    let form = |file: &str| {
        let told = office.run(&[
            "letter",
            "1",
            "--kind",
            "征询",
            "--template",
            file,
            "-o",
            "表/",
        ]);
        let bytes = fs::read(office.path("表/第1号-征询意见表-曾庆瑜.docx")).expect("a form");
        (told.err, docx(&bytes, "word/document.xml"))
    };
    office.write("行.docx", template(&body("{{正文}}"), &[]));
    let (told, text) = form("行.docx");
    assert!(
        told.contains("{{表格}}") && text.contains(">代表签名："),
        "{told} {text}"
    );
    office.write(
        "表.docx",
        template(&(body("{{表格}}") + &body("{{正文}}")), &[]),
    );
    let (told, text) = form("表.docx");
    assert!(
        text.contains("<w:tbl>") && !text.contains(">代表签名："),
        "{told} {text}"
    );
    assert!(text.contains(">注：在所选项前"), "{text}");
    assert!(
        !told.contains("{{表格}}") && !told.contains("{{正文}}"),
        "{told}"
    );
}

#[test]
fn a_place_that_takes_no_letter_is_named() {
    let office = office();
    office.refuses(&["letter", "1"], 2, &["3"]);
    office.refuses(&["letter", "1", "-o", "复函.docx"], 2, &["3"]);
    fs::create_dir(office.path("目录.docx")).expect("a folder");
    office.does(&["letter", "1", "-o", "目录.docx"]);
    assert_eq!(files(&office, "目录.docx").len(), 3, "a folder is a folder");
    office.write("文件", "旧");
    office.refuses(&["letter", "1", "-o", "文件"], 2, &["3"]);
    office.write("表.docx", "旧");
    office.does(&["letter", "1", "--kind", "面商", "-o", "表.docx"]);
    office.refuses(
        &["letter", "1", "--kind", "面商", "-o", "表.pdf"],
        2,
        &["表.pdf"],
    );
}
