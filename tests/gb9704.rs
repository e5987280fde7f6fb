//! GB/T 9704—2012 (党政机关公文格式), point by point, against a reply, a notice and a form as they
//! come out of whole command lines. A point says of which paper it speaks; all that speak of a paper
//! must be met.

use crate::letters::{docx, office};

/// A paper with what its parts say.
struct Paper {
    name: &'static str,
    is_letter: bool,
    head: &'static str,
    doc_no: &'static str,
    title: &'static str,
    to: &'static str,
    /// How the body begins.
    body: &'static str,
    /// How its last paragraph begins.
    last: &'static str,
    date: &'static str,
    text: String,
    styles: String,
    settings: String,
    foots: [String; 3],
}

impl Paper {
    /// The paragraph whose words begin so.
    fn paragraph(&self, words: &str) -> &str {
        let Some(at) = self.text.find(&format!(">{words}")) else {
            return "";
        };
        let from = self.text[..at].rfind("<w:p>").unwrap_or_default();
        let to = self.text[at..].find("</w:p>").unwrap_or_default();
        &self.text[from..at + to]
    }

    /// Who prints it, and when.
    fn printed(&self) -> &str {
        let at = self.text.find("日印发<").unwrap_or_default();
        let from = self.text[..at].rfind("<w:p>").unwrap_or_default();
        &self.text[from..at + self.text[at..].find("</w:p>").unwrap_or_default()]
    }

    /// What stands at the foot of the last page, in frames of its own.
    fn imprint(&self) -> String {
        let last = self
            .text
            .rfind("<w:br w:type=\"page\"/>")
            .unwrap_or_default();
        let paragraphs = self.text[last..].split("</w:p>");
        let framed = paragraphs.filter(|p| p.contains(r#"w:vAnchor="margin""#));
        framed.collect()
    }

    /// How wide the text is on the last page, which may lie across.
    fn last_width(&self) -> i64 {
        let last = self.text.rfind("<w:sectPr>").unwrap_or_default();
        let of = |tag: &str, name: &str| {
            let from = self.text[last..]
                .find(&format!("<w:{tag} "))
                .unwrap_or_default();
            number(&self.text[last + from..], name)
        };
        of("pgSz", "w") - of("pgMar", "left") - of("pgMar", "right")
    }

    fn has(&self, words: &str, marks: &[&str]) -> bool {
        let paragraph = self.paragraph(words);
        !paragraph.is_empty() && marks.iter().all(|mark| paragraph.contains(mark))
    }

    /// A number in the sheet's measures, in twips.
    fn twips(&self, tag: &str, name: &str) -> i64 {
        let tag = self.text.find(&format!("<w:{tag} ")).unwrap_or_default();
        number(&self.text[tag..], name)
    }
}

fn number(text: &str, name: &str) -> i64 {
    let name = format!("w:{name}=\"");
    let at = text.find(&name).map(|at| at + name.len());
    let digits = at.map(|at| text[at..].split('"').next().unwrap_or_default());
    digits
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(i64::MIN)
}

/// Twips of millimetres, within half a millimetre.
fn is_mm(twips: i64, millimetres: i64) -> bool {
    (twips * 254 - millimetres * 14_400).abs() < 7_200
}

/// Of which papers a point speaks.
#[derive(PartialEq)]
enum Of {
    All,
    Letters,
    /// Those that answer a deputy.
    Replies,
    Notices,
    /// Those whose body has headings.
    Headed,
    /// Those with an annex.
    Annexed,
    /// Those that name whom to ring up.
    Noted,
    /// Those of which somebody gets a copy.
    Copied,
}
use Of::{All, Annexed, Copied, Headed, Letters, Noted, Notices, Replies};

struct Point {
    clause: &'static str,
    says: &'static str,
    of: Of,
    met: fn(&Paper) -> bool,
}

const fn point(clause: &'static str, says: &'static str, of: Of, met: fn(&Paper) -> bool) -> Point {
    Point {
        clause,
        says,
        of,
        met,
    }
}

const INDENTED: &str = r#"w:firstLineChars="200""#;
const TITLE_FONT: &str = r#"w:eastAsia="方正小标宋简体""#;
const BLACK_FONT: &str = r#"w:eastAsia="黑体""#;
const RED: &str = r#"<w:color w:val="FF0000"/>"#;
const CENTRED: &str = r#"<w:jc w:val="center"/>"#;
const RIGHT: &str = r#"<w:jc w:val="right"/>"#;

#[rustfmt::skip]
const POINTS: &[Point] = &[
        point("5.1", "A4 纸", All, |p| is_mm(p.twips("pgSz", "w"), 210) && is_mm(p.twips("pgSz", "h"), 297)),
        point("5.2.1", "天头 37 毫米", All, |p| is_mm(p.twips("pgMar", "top"), 37)),
        point("5.2.1", "订口 28 毫米", All, |p| is_mm(p.twips("pgMar", "left"), 28)),
        point("5.2.1", "版心宽 156 毫米", All, |p| is_mm(p.twips("pgSz", "w") - p.twips("pgMar", "left") - p.twips("pgMar", "right"), 156)),
        point("5.2.1", "版心高 225 毫米", All, |p| is_mm(p.twips("pgSz", "h") - p.twips("pgMar", "top") - p.twips("pgMar", "bottom"), 225)),
        point("5.2.2", "一般用 3 号仿宋体字", All, |p| p.styles.contains("仿宋_GB2312") && p.styles.contains(r#"<w:sz w:val="32"/>"#)),
        point("5.2.3", "每面 22 行", All, |p| {
            let line = p.twips("docGrid", "linePitch");
            let room = p.twips("pgSz", "h") - p.twips("pgMar", "top") - p.twips("pgMar", "bottom");
            room / line == 22
        }),
        point("5.2.3", "每行 28 字", All, |p| {
            let character = 16 * 20 - 5;
            let room = p.twips("pgSz", "w") - p.twips("pgMar", "left") - p.twips("pgMar", "right");
            p.styles.contains(r#"<w:spacing w:val="-5"/>"#) && room / character == 28
        }),
        point("5.2.3", "行距固定", All, |p| p.styles.contains(r#"w:line="579" w:lineRule="exact""#)),
        point("5.2.4", "文字为黑色,红色只用于版头", All, |p| {
            let colours = p.text.matches("<w:color ").count();
            colours == p.text.matches(RED).count() && colours == 1
        }),
        point("6.1", "双面印刷", All, |p| p.settings.contains("<w:mirrorMargins/>")),
        point("7.2.4", "发文机关标志用小标宋体字", All, |p| p.has(p.head, &[TITLE_FONT])),
        point("7.2.4", "发文机关标志为红色", All, |p| p.has(p.head, &[RED])),
        point("7.2.4", "发文机关标志居中", All, |p| p.has(p.head, &[CENTRED])),
        point("7.2.4", "上边缘至版心上边缘 35 毫米", Notices, |p| is_mm(number(p.paragraph(p.head), "before"), 35)),
        point("7.2.5", "发文字号年份用六角括号", All, |p| p.has(p.doc_no, &["〔2024〕"])),
        point("7.2.5", "发文字号不加“第”,不编虚位", All, |p| !p.doc_no.contains('第') && !p.doc_no.contains("〕0")),
        point("7.2.5", "发文字号在发文机关标志下空二行", Notices, |p| p.has(p.doc_no, &[r#"w:before="1158""#])),
        point("7.2.5", "发文字号居中", Notices, |p| p.has(p.doc_no, &[CENTRED])),
        point("7.2.7", "版头分隔线为红色", Notices, |p| p.has(p.doc_no, &[r#"<w:bottom w:val="single""#, r#"w:color="FF0000""#])),
        point("7.2.7", "分隔线在发文字号之下 4 毫米", Notices, |p| is_mm(20 * number(p.paragraph(p.doc_no), "space"), 4)),
        point("7.2.7", "分隔线与版心等宽", Notices, |p| p.has(p.doc_no, &["<w:pBdr>"]) && !p.paragraph(p.doc_no).contains("<w:ind ")),
        point("7.3.1", "标题用小标宋体字", All, |p| p.has(p.title, &[TITLE_FONT])),
        point("7.3.1", "标题 2 号字", All, |p| p.has(p.title, &[r#"<w:sz w:val="44"/>"#])),
        point("7.3.1", "标题居中", All, |p| p.has(p.title, &[CENTRED])),
        point("7.3.1", "标题在其上要素下空二行", All, |p| p.has(p.title, &[r#"w:before="1158""#])),
        point("7.3.1", "标题回行词意完整,不拆编号", All, |p| {
            let lines: Vec<&str> = p.paragraph(p.title).split("<w:br/>").collect();
            lines.len() == 2 && lines[1].contains("次会议")
        }),
        point("7.3.2", "主送机关顶格", All, |p| p.has(p.to, &[]) && !p.paragraph(p.to).contains("<w:ind ")),
        point("7.3.2", "主送机关后标全角冒号", All, |p| p.to.ends_with('：') && !p.paragraph(p.to).is_empty()),
        point("7.3.2", "主送机关在标题下空一行", All, |p| p.has(p.to, &[r#"w:before="579""#])),
        point("7.3.3", "正文每段左空二字", All, |p| p.has(p.body, &[INDENTED])),
        point("7.3.3", "第一层用“一、”", Headed, |p| !p.paragraph("一、").is_empty()),
        point("7.3.3", "第一层用黑体字", Headed, |p| p.has("一、", &[BLACK_FONT, INDENTED])),
        point("惯例", "回行不拆开编号、年份、日期", All, |p| {
            let list = |name: &str| {
                let from = p.settings.find(&format!("<w:{name} ")).map(|at| &p.settings[at..]);
                from.and_then(|from| from.split("w:val=\"").nth(1)?.split('"').next()).unwrap_or_default()
            };
            let (ends, begins) = (list("noLineBreaksAfter"), list("noLineBreaksBefore"));
            "第年月".chars().all(|c| ends.contains(c)) && "年月日号".chars().all(|c| begins.contains(c))
        }),
        point("7.3.4", "附件说明左空二字", Annexed, |p| p.has("附件：", &[INDENTED])),
        point("7.3.7", "附件另面编排", Annexed, |p| {
            let annex = p.text.rfind(">附件<").unwrap_or_default();
            let before = &p.text[..annex];
            before.contains(r#"<w:br w:type="page"/>"#) || before.contains("<w:sectPr>")
        }),
        point("7.3.7", "“附件”二字用 3 号黑体字顶格", Annexed, |p| {
            let annex = p.text.rfind(">附件<").map(|at| &p.text[p.text[..at].rfind("<w:p>").unwrap_or_default()..at]);
            annex.is_some_and(|a| a.contains(BLACK_FONT) && a.contains(r#"<w:sz w:val="32"/>"#) && !a.contains("<w:ind "))
        }),
        point("7.3.5", "成文日期用阿拉伯数字,不编虚位", All, |p| !p.paragraph(p.date).is_empty()),
        point("7.3.5.1", "成文日期右空四字", All, |p| p.has(p.date, &[r#"w:rightChars="400""#, RIGHT])),
        point("7.3.5.1", "署名以成文日期居中", All, |p| {
            // In quarters of a character: 5 月 and 1 月 are both one digit, so the day is 31 wide.
            let day = 2 * 4 + 4 + 2 + 4 + 2 * 2 + 4 + 5;
            let own: i64 = 4 * i64::try_from(p.head.chars().count()).unwrap_or_default();
            let day_at = p.text.find(&format!(">{}", p.date)).unwrap_or_default();
            let at = p.text[..day_at].rfind(&format!(">{}<", p.head)).unwrap_or_default();
            let from = p.text[..at].rfind("<w:p>").unwrap_or_default();
            let right = number(&p.text[from..at], "rightChars");
            (right - 25 * (16 + day / 2 - own / 2)).abs() <= 25
        }),
        point("7.3.5.4", "署名与正文在同一面", All, |p| p.has(p.last, &["<w:keepNext/>"])),
        point("7.3.6", "附注加圆括号", Noted, |p| !p.paragraph("（联系人：").is_empty()),
        point("7.3.6", "附注左空二字", Noted, |p| p.has("（联系人：", &[INDENTED])),
        point("7.4.2", "抄送用 4 号仿宋体字", Copied, |p| p.has("　抄送：", &[r#"<w:sz w:val="28"/>"#, "仿宋_GB2312"])),
        point("7.4.2", "抄送左空一字", Copied, |p| !p.paragraph("　抄送：").contains("<w:ind ")),
        point("7.4.2", "抄送最后标句号", Copied, |p| p.paragraph("　抄送：").contains("。</w:t>")),
        point("7.4", "版记在最后一面的下部", Letters, |p| p.has("　抄送：", &[r#"w:yAlign="bottom""#])),
        point("7.4.1", "版记分隔线与版心等宽", Notices, |p| p.imprint().contains(&format!(r#"w:w="{}""#, p.last_width())) && !p.imprint().contains("<w:ind ")),
        point("7.4.1", "首条和末条分隔线 0.35 毫米", Notices, |p| p.imprint().matches(r#"w:sz="8" w:space="0""#).count() == 2),
        point("7.4.1", "中间的分隔线 0.25 毫米", Notices, |p| p.imprint().matches(r#"w:sz="6" w:space="0""#).count() == usize::from(p.imprint().contains("抄送："))),
        point("7.4.1", "末条分隔线在最后一面版心下边缘", Notices, |p| p.printed().contains(r#"w:yAlign="bottom""#) && p.printed().contains(r#"<w:bottom w:val="single" w:sz="8""#)),
        point("7.4.3", "印发机关用 4 号仿宋体字,左空一字", Notices, |p| p.printed().contains(r#"<w:sz w:val="28"/>"#) && p.printed().contains(">　")),
        point("7.4.3", "印发日期右空一字,后加“印发”", Notices, |p| p.printed().contains("日印发</w:t>") && p.printed().contains(&format!(r#"<w:tab w:val="right" w:pos="{}"/>"#, p.last_width() - 280))),
        point("7.4.3", "印发日期用阿拉伯数字,不编虚位", Notices, |p| p.printed().contains(&format!(">{}印发", p.date.trim_end_matches('<')))),
        point("7.4", "版记在附件之后", Annexed, |p| p.text.rfind("日印发<") > p.text.rfind("</w:tbl>")),
        point("7.5", "页码用 4 号宋体数字", All, |p| p.foots[..2].iter().all(|f| f.contains(r#"<w:sz w:val="28"/>"#) && f.contains(r#"w:eastAsia="宋体""#))),
        point("7.5", "页码是自动的", All, |p| p.foots[..2].iter().all(|f| f.contains(" PAGE "))),
        point("7.5", "页码左右各放一条一字线", All, |p| p.foots[..2].iter().all(|f| f.contains(">— <") && f.contains("> —<"))),
        point("7.5", "单页码居右空一字", All, |p| p.foots[0].contains(r#"w:rightChars="100""#) && p.foots[0].contains(RIGHT)),
        point("7.5", "双页码居左空一字", All, |p| p.foots[1].contains(r#"w:leftChars="100""#) && p.settings.contains("<w:evenAndOddHeaders/>")),
        point("7.5", "一字线上距版心下边缘 7 毫米", All, |p| {
            let middle = p.twips("pgMar", "bottom") - p.twips("pgMar", "footer") - number(&p.foots[0], "line") / 2;
            (middle * 254 - 7 * 14_400).abs() < 14_400
        }),
        point("10.1", "发文机关标志上边缘至上页边 30 毫米", Letters, |p| is_mm(number(p.paragraph(p.head), "y"), 30)),
        point("10.1", "首条红色双线上粗下细", Letters, |p| p.has(p.head, &[r#"<w:bottom w:val="thickThinSmallGap""#, r#"w:color="FF0000""#])),
        point("10.1", "双线在发文机关标志下 4 毫米", Letters, |p| is_mm(20 * number(p.paragraph(p.head), "space"), 4)),
        point("10.1", "双线长 170 毫米,居中", Letters, |p| is_mm(number(p.paragraph(p.head), "w"), 170) && p.has(p.head, &[r#"w:xAlign="center""#])),
        point("10.1", "下页边 20 毫米处双线上细下粗", Letters, |p| {
            let foot = &p.foots[2];
            foot.contains(r#"<w:top w:val="thinThickSmallGap""#) && is_mm(p.twips("pgSz", "h") - number(foot, "y"), 20)
        }),
        point("10.1", "首页不显示页码", Letters, |p| p.text.contains("<w:titlePg/>") && !p.foots[2].contains("PAGE")),
        point("10.1", "发文字号居右", Letters, |p| p.has(p.doc_no, &[RIGHT])),
        point("10.1", "版记不加分隔线和印发机关", Letters, |p| p.has("　抄送：", &[]) && !p.paragraph("　抄送：").contains("<w:pBdr>")),
        point("办法", "类别标在首页右上方,3 号黑体字", Replies, |p| p.has("主动公开", &[BLACK_FONT, "类别：B", r#"w:val="right" w:pos="8844""#])),
];

#[test]
fn papers_meet_the_standard_point_by_point() {
    let office = office();
    office.run(&["letter", "1", "-o", "复函/"]);
    for kind in ["交办", "督办", "催办", "延期", "重办"] {
        let doc_no = "健龙人大〔2024〕5号";
        office.run(&["notice", kind, "1", "--文号", doc_no, "-o", "通知/"]);
    }
    assert!(POINTS.len() >= 40, "{} points", POINTS.len());
    for paper in papers(|file| std::fs::read(office.path(file)).expect(file)) {
        let speaks = |point: &&Point| match point.of {
            All => true,
            Letters => paper.is_letter,
            Replies => paper.name.starts_with("复函"),
            Notices => !paper.is_letter,
            Headed => paper.text.contains(">一、"),
            Annexed => paper.text.contains(">附件<"),
            Copied => paper.text.contains(">　抄送："),
            Noted => paper.text.contains(">（联系人："),
        };
        let (met, unmet): (Vec<&Point>, Vec<&Point>) = POINTS
            .iter()
            .filter(speaks)
            .partition(|point| (point.met)(&paper));
        let unmet: Vec<String> = unmet
            .iter()
            .map(|p| format!("{} {}", p.clause, p.says))
            .collect();
        let count = met.len();
        assert!(
            unmet.is_empty(),
            "{}: met {count}, not {unmet:#?}",
            paper.name
        );
        assert!(
            count >= 40,
            "{}: only {count} points speak of it",
            paper.name
        );
    }
}

/// The reply and every notice of the office.
fn papers(read: impl Fn(&str) -> Vec<u8>) -> Vec<Paper> {
    let notice = |file: &'static str, title, body, last, date| {
        let to = match file.starts_with("通知/交办") {
            true => "各承办单位：",
            false => "农业服务中心：",
        };
        let words = [title, to, body, last, date];
        paper(
            file,
            "健龙镇人大主席团",
            "健龙人大〔2024〕5号",
            words,
            &read(file),
        )
    };
    let letter = "复函/第1号-复函-曾庆瑜.docx";
    let words = [
        "关于健龙镇第二十届人民代表大会",
        "曾庆瑜代表：",
        "您提出的",
        "感谢您",
        "2024年5月20日<",
    ];
    vec![
        paper(
            letter,
            "农业服务中心",
            "健龙农函〔2024〕7号",
            words,
            &read(letter),
        ),
        notice(
            "通知/交办通知-2024-01-20.docx",
            "关于交办",
            "根据有关法律",
            "附件：",
            "2024年1月20日<",
        ),
        notice(
            "通知/第1号-督办通知-农业服务中心-2024-04-05.docx",
            "关于督办",
            "你单位承办",
            "请认真查找",
            "2024年4月5日<",
        ),
        notice(
            "通知/第1号-同意延期-农业服务中心.docx",
            "关于同意延期",
            "你单位承办",
            "请向代表说明",
            "2024年4月1日<",
        ),
        notice(
            "通知/第1号-重新办理通知-农业服务中心.docx",
            "关于重新办理",
            "你单位承办",
            "请认真研究",
            "2024年5月28日<",
        ),
    ]
}

fn paper(
    name: &'static str,
    head: &'static str,
    doc_no: &'static str,
    [title, to, body, last, date]: [&'static str; 5],
    bytes: &[u8],
) -> Paper {
    let part = |name: &str| docx(bytes, name);
    Paper {
        name,
        is_letter: !name.starts_with("通知/交办"),
        head,
        doc_no,
        title,
        to,
        body,
        last,
        date,
        text: part("word/document.xml"),
        styles: part("word/styles.xml"),
        settings: part("word/settings.xml"),
        foots: ["1", "2", "3"].map(|n| part(&format!("word/footer{n}.xml"))),
    }
}
