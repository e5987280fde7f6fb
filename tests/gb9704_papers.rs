//! Every paper of the office and its units against GB/T 9704—2012 (`gb9704`): as it comes out of a
//! whole command line, with how many points it meets of those that speak of it.

use std::fmt::Write;
use std::fs;

use crate::gb9704::{POINTS, Paper, Part, Point};
use crate::letters::{docx, office};
use crate::office::Office;

use Part::{
    Addressee, Annex, Class, Copies, Document, Head, Headings, Letter, Note, Prose, Signature,
};

const OFFICE: &str = "健龙镇人大主席团";
const LEAD: &str = "农业服务中心";

/// The least that a letter or a document meets.
const LEAST: usize = 40;

/// What kinds a command knows, by its own help: one of tomorrow is printed too, or not known here.
fn kinds(office: &Office, verb: &str) -> Vec<String> {
    let help = office.does(&[verb, "--help"]).out;
    let listed = help
        .split("[可选: ")
        .nth(1)
        .and_then(|rest| rest.split(']').next());
    let listed = listed.expect("the kinds in the help");
    listed.split(", ").map(str::to_owned).collect()
}

/// A letter of the office or of the unit that leads, with what its parts say.
fn letter(verb: &str, file: &str, words: [&'static str; 5], more: &[Part]) -> Paper {
    let [title, to, body, last, date] = words;
    let (by, doc_no) = match verb {
        "notice" => (OFFICE, "健龙人大〔2024〕5号"),
        _ => (LEAD, "健龙农函〔2024〕7号"),
    };
    Paper {
        name: file.to_owned(),
        has: [&[Head, Letter, Addressee, Prose, Signature], more].concat(),
        by,
        doc_no,
        title,
        to,
        body,
        last,
        date,
        ..Paper::default()
    }
}

fn form(file: &str, title: &'static str, body: &'static str) -> Paper {
    let has = if body.is_empty() { vec![] } else { vec![Prose] };
    Paper {
        name: file.to_owned(),
        has,
        title,
        body,
        ..Paper::default()
    }
}

const SLIP: &str = "交办单-农业服务中心";

/// What is printed of a kind of letter: its file, and what its parts say.
fn of_letter(kind: &str) -> Vec<Paper> {
    let letter = |file: &str, words, more: &[Part]| letter("letter", file, words, more);
    match kind {
        "reply" => {
            let words = [
                "关于健龙镇",
                "曾庆瑜代表：",
                "您提出的",
                "感谢您",
                "2024年5月20日<",
            ];
            let has = [Class, Headings, Note, Copies];
            let endings = ["答复", "答复函", "复函"].iter();
            let named = endings.map(|ending| format!("第1号-{ending}-曾庆瑜"));
            named.map(|file| letter(&file, words, &has)).collect()
        }
        "co-opinion" => {
            let words = [
                "关于健龙镇",
                "农业服务中心：",
                "由你单位主办",
                "我中心负责",
                "2024年2月20日<",
            ];
            let opinion = letter("第1号-会办意见-村镇建设服务中心", words, &[Note, Copies]);
            vec![Paper {
                by: "村镇建设服务中心",
                ..opinion
            }]
        }
        "extension" => {
            let words = [
                "关于延期答复",
                "健龙镇人大主席团：",
                "我中心承办的",
                "特申请",
                "2024年4月1日<",
            ];
            vec![letter("第1号-延期申请-农业服务中心", words, &[Note])]
        }
        "return" => {
            let file = "第1号-退回申请单-农业服务中心";
            vec![form(file, "代表建议退回申请单", "注：")]
        }
        "feedback" => {
            let file = "第1号-征询意见表-曾庆瑜";
            vec![form(file, "代表建议办理情况征询意见表", "注：")]
        }
        "consultation" => vec![form("第1号-面商记录", "代表建议办理面商记录", "")],
        kind => panic!("no letter is held against the standard: {kind}"),
    }
}

/// The same of a kind of notice.
fn of_notice(kind: &str) -> Vec<Paper> {
    let to_lead = |file: &str, [title, last, date]: [&'static str; 3]| {
        let words = [title, "农业服务中心：", "你单位承办", last, date];
        vec![letter("notice", file, words, &[Copies])]
    };
    match kind {
        "hand-over" => {
            let words = [
                "关于交办",
                "各承办单位：",
                "根据有关法律",
                "附件：",
                "2024年1月20日<",
            ];
            let has = [Document, Headings, Annex, Note];
            let mut notice = letter("notice", "交办通知-2024-01-20", words, &has);
            notice.has.retain(|part| *part != Letter);
            vec![notice]
        }
        "slips" => vec![form(SLIP, "代表建议交办单", "请签收")],
        "supervise" => {
            let words = ["关于督办", "请认真查找", "2024年4月5日<"];
            to_lead("第1号-督办通知-农业服务中心-2024-04-05", words)
        }
        "remind" => {
            let words = ["关于催办", "请认真研究", "2025年1月2日<"];
            to_lead("第1号-催办函-农业服务中心", words)
        }
        "consent" => {
            let words = ["关于同意延期", "请向代表说明", "2024年4月1日<"];
            to_lead("第1号-同意延期-农业服务中心", words)
        }
        "rehandle" => {
            let words = ["关于重新办理", "请认真研究", "2025年1月2日<"];
            to_lead("第1号-重新办理通知-农业服务中心", words)
        }
        "sign-in" => vec![form("交办会签到表-2024-01-20", "健龙镇第二十届", "")],
        kind => panic!("no notice is held against the standard: {kind}"),
    }
}

/// Has the office end its replies in each way there is, from its own rule set.
fn print_replies(office: &Office) {
    for (ending, from) in [("answer", "2024-05-01"), ("answer_letter", "2024-05-02")] {
        let rules = format!(
            r#"{{"name":"{ending}","label":"本镇","extends":"jianlong","letters":{{"ending":"{ending}"}},"sources":{{"letters":{{"verified":false}}}}}}"#
        );
        office.write("ours.json", rules);
        office.does(&["rules", "adopt", "ours.json", "--from", from]);
        office.run(&["letter", "1", "-o", "公文/"]);
    }
}

fn printed() -> Vec<Paper> {
    let office = office();
    let mut papers: Vec<Paper> = Vec::new();
    for verb in ["letter", "notice"] {
        for kind in kinds(&office, verb) {
            let (line, doc_no, of_kind): ([&str; 4], _, _) = match verb {
                "notice" => (
                    ["notice", &kind, "1", "-q"],
                    "健龙人大〔2024〕5号",
                    of_notice(&kind),
                ),
                _ => (
                    ["letter", "1", "--kind", &kind],
                    "健龙农函〔2024〕7号",
                    of_letter(&kind),
                ),
            };
            let told = office.run(&[&line[..], &["--doc-no", doc_no, "-o", "公文/"]].concat());
            assert!(matches!(told.code, 0 | 8), "{line:?}: {}", told.err);
            papers.extend(of_kind);
        }
    }
    print_replies(&office);
    for paper in &mut papers {
        let file = office.path(&format!("公文/{}.docx", paper.name));
        let bytes = fs::read(&file).unwrap_or_else(|why| panic!("{file:?}: {why}"));
        let part = |name: &str| docx(&bytes, name);
        paper.text = part("word/document.xml");
        paper.styles = part("word/styles.xml");
        paper.settings = part("word/settings.xml");
        paper.foots = ["1", "2", "3"].map(|n| part(&format!("word/footer{n}.xml")));
    }
    papers
}

#[test]
fn every_paper_meets_the_standard_point_by_point() {
    let mut table = String::new();
    for paper in printed() {
        for part in Part::ALL {
            let said = paper.has.contains(&part);
            assert_eq!(part.is_seen(&paper), said, "{}: {part:?}", paper.name);
        }
        let speaks = |point: &&Point| point.of.iter().all(|part| paper.has.contains(part));
        let (met, unmet): (Vec<&Point>, Vec<&Point>) = POINTS
            .iter()
            .filter(speaks)
            .partition(|point| (point.met)(&paper));
        let of_it = met.len() + unmet.len();
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{} {}/{of_it}", paper.name, met.len());
        let unmet = unmet.iter().map(|p| format!("{} {}", p.clause, p.says));
        let unmet: Vec<String> = unmet.collect();
        assert!(unmet.is_empty(), "{}: not {unmet:#?}", paper.name);
        let is_form = !paper.has.contains(&Head);
        assert!(
            is_form || of_it >= LEAST,
            "only {of_it} points speak of {}",
            paper.name
        );
    }
    let _ = writeln!(table, "of all {}", POINTS.len());
    insta::assert_snapshot!(table, @r"
    第1号-答复-曾庆瑜 53/53
    第1号-答复函-曾庆瑜 53/53
    第1号-复函-曾庆瑜 53/53
    第1号-会办意见-村镇建设服务中心 50/50
    第1号-退回申请单-农业服务中心 23/23
    第1号-延期申请-农业服务中心 45/45
    第1号-征询意见表-曾庆瑜 23/23
    第1号-面商记录 22/22
    交办通知-2024-01-20 58/58
    交办单-农业服务中心 23/23
    第1号-督办通知-农业服务中心-2024-04-05 48/48
    第1号-催办函-农业服务中心 48/48
    第1号-同意延期-农业服务中心 48/48
    第1号-重新办理通知-农业服务中心 48/48
    交办会签到表-2024-01-20 22/22
    of all 71
    ");
}

/// The points that do not speak of a paper, by what it is without, with the reason.
#[test]
fn a_point_that_does_not_speak_of_a_paper_says_why() {
    let mut table = String::new();
    for part in Part::ALL {
        let points = POINTS
            .iter()
            .filter(|point| point.of.contains(&part))
            .count();
        assert!(points > 0, "no point speaks of {part:?}");
        let _ = writeln!(table, "{points} {part:?}: {}", part.why_without());
    }
    insta::assert_snapshot!(table, @r"
    6 Head: 表单由人填写,没有版头
    9 Letter: 信函格式只用于函,文件和表单不用
    13 Document: 版头分隔线和印发机关只用于文件,信函和表单不用(10.1)
    1 Class: 类别只标在给代表的答复上
    3 Addressee: 表单由人填写,不主送机关
    1 Prose: 表单只有表格,没有成段的正文
    2 Headings: 正文不分层次
    5 Annex: 没有附件
    4 Signature: 表单由填写人签名,不由机关署名
    2 Note: 没有要附注的联系人
    5 Copies: 只发给主送的一家
    ");
}

#[test]
fn a_paper_on_which_nothing_stands_meets_no_point() {
    let nothing = Paper {
        has: Part::ALL.to_vec(),
        ..Paper::default()
    };
    let met = POINTS.iter().filter(|point| (point.met)(&nothing));
    let met: Vec<String> = met.map(|p| format!("{} {}", p.clause, p.says)).collect();
    assert_eq!(met, [""; 0]);
}
