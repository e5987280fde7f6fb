//! GB/T 9704—2012 (党政机关公文格式), point by point. A point names the parts that a paper must have
//! for it to speak of that paper; a part that a paper is without is told with the reason.
//!
//! `gb9704_papers` prints every paper that the office and its units send and holds it against this
//! list.

/// What a paper may have, and what most points speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Whose paper it is, in red.
    Head,
    /// The head of a letter (信函格式).
    Letter,
    /// The head of a document, with who printed it at its foot.
    Document,
    /// A mark of the class: it answers a deputy.
    Class,
    Addressee,
    /// Sentences of a text.
    Prose,
    Headings,
    Annex,
    Signature,
    /// Whom to ring up, in brackets.
    Note,
    Copies,
}

impl Part {
    pub(crate) const ALL: [Self; 11] = [
        Self::Head,
        Self::Letter,
        Self::Document,
        Self::Class,
        Self::Addressee,
        Self::Prose,
        Self::Headings,
        Self::Annex,
        Self::Signature,
        Self::Note,
        Self::Copies,
    ];

    /// Why a paper without it is none the worse.
    pub(crate) fn why_without(self) -> &'static str {
        match self {
            Self::Head => "表单由人填写,没有版头",
            Self::Letter => "信函格式只用于函,文件和表单不用",
            Self::Document => "版头分隔线和印发机关只用于文件,信函和表单不用(10.1)",
            Self::Class => "类别只标在给代表的答复上",
            Self::Addressee => "表单由人填写,不主送机关",
            Self::Prose => "表单只有表格,没有成段的正文",
            Self::Headings => "正文不分层次",
            Self::Annex => "没有附件",
            Self::Signature => "表单由填写人签名,不由机关署名",
            Self::Note => "没有要附注的联系人",
            Self::Copies => "只发给主送的一家",
        }
    }

    /// Whether it is to be seen on a paper: what a paper is said to have is held against this.
    pub(crate) fn is_seen(self, paper: &Paper) -> bool {
        match self {
            Self::Head => paper.text.contains(RED),
            Self::Letter => paper.text.contains(r#"<w:titlePg/>"#),
            Self::Document => paper.text.contains("日印发<"),
            Self::Class => paper.text.contains(">类别："),
            Self::Addressee => {
                let paragraphs = paper.text.split("</w:p>");
                let mut ended = paragraphs.filter(|p| p.contains("：</w:t>"));
                ended.any(|p| !p.contains("<w:ind "))
            }
            Self::Prose => paper.text.contains(INDENTED),
            Self::Headings => paper.text.contains(">一、"),
            Self::Annex => paper.text.contains(">附件<"),
            Self::Signature => paper.text.contains(r#"w:rightChars="400""#),
            Self::Note => paper.text.contains(">（联系人："),
            Self::Copies => paper.text.contains(">　抄送："),
        }
    }
}

/// A paper with what its parts say; a part that it is without says nothing.
#[derive(Default)]
pub(crate) struct Paper {
    pub(crate) name: String,
    pub(crate) has: Vec<Part>,
    /// Whose head it bears, and who signs it.
    pub(crate) by: &'static str,
    pub(crate) doc_no: &'static str,
    pub(crate) title: &'static str,
    pub(crate) to: &'static str,
    /// How the body begins.
    pub(crate) body: &'static str,
    /// How its last paragraph or row begins.
    pub(crate) last: &'static str,
    pub(crate) date: &'static str,
    pub(crate) text: String,
    pub(crate) styles: String,
    pub(crate) settings: String,
    pub(crate) foots: [String; 3],
}

impl Paper {
    /// The paragraph whose words begin so.
    fn paragraph(&self, words: &str) -> &str {
        let at = self.text.find(&format!(">{words}"));
        at.map_or("", |at| self.paragraph_at(at))
    }

    /// Of the day below the signature: the same day may stand in the text.
    fn day(&self) -> &str {
        let at = self.text.rfind(&format!(">{}", self.date));
        at.filter(|_| !self.date.is_empty())
            .map_or("", |at| self.paragraph_at(at))
    }

    fn paragraph_at(&self, at: usize) -> &str {
        let from = self.text[..at].rfind("<w:p>").unwrap_or_default();
        let to = self.text[at..].find("</w:p>").unwrap_or_default();
        &self.text[from..at + to]
    }

    /// The words of its title.
    fn whole_title(&self) -> String {
        let pieces = self.paragraph(self.title).split('<');
        pieces
            .filter_map(|piece| piece.split_once('>'))
            .map(|(_, words)| words)
            .collect()
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

    fn shows(&self, words: &str, marks: &[&str]) -> bool {
        let paragraph = self.paragraph(words);
        !paragraph.is_empty() && marks.iter().all(|mark| paragraph.contains(mark))
    }

    /// A number in the sheet's measures, in twips.
    fn twips(&self, tag: &str, name: &str) -> i64 {
        let tag = self.text.find(&format!("<w:{tag} ")).unwrap_or_default();
        number(&self.text[tag..], name)
    }
}

/// What stands for a number that is not there: no measure comes near it.
const NOWHERE: i64 = -1_000_000;

fn number(text: &str, name: &str) -> i64 {
    let name = format!("w:{name}=\"");
    let at = text.find(&name).map(|at| at + name.len());
    let digits = at.map(|at| text[at..].split('"').next().unwrap_or_default());
    digits
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(NOWHERE)
}

/// Twips of millimetres, within half a millimetre.
fn is_mm(twips: i64, millimetres: i64) -> bool {
    (twips * 254 - millimetres * 14_400).abs() < 7_200
}

use Part::{
    Addressee, Annex, Class, Copies, Document, Head, Headings, Letter, Note, Prose, Signature,
};

/// Points that speak of every paper.
const EVERY: &[Part] = &[];

pub(crate) struct Point {
    pub(crate) clause: &'static str,
    pub(crate) says: &'static str,
    /// The parts that a paper must have for it to be spoken of.
    pub(crate) of: &'static [Part],
    pub(crate) met: fn(&Paper) -> bool,
}

const fn point(
    clause: &'static str,
    says: &'static str,
    of: &'static [Part],
    met: fn(&Paper) -> bool,
) -> Point {
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
pub(crate) const POINTS: &[Point] = &[
        point("5.1", "A4 纸", EVERY, |p| is_mm(p.twips("pgSz", "w"), 210) && is_mm(p.twips("pgSz", "h"), 297)),
        point("5.2.1", "天头 37 毫米", EVERY, |p| is_mm(p.twips("pgMar", "top"), 37)),
        point("5.2.1", "订口 28 毫米", EVERY, |p| is_mm(p.twips("pgMar", "left"), 28)),
        point("5.2.1", "版心宽 156 毫米", EVERY, |p| is_mm(p.twips("pgSz", "w") - p.twips("pgMar", "left") - p.twips("pgMar", "right"), 156)),
        point("5.2.1", "版心高 225 毫米", EVERY, |p| is_mm(p.twips("pgSz", "h") - p.twips("pgMar", "top") - p.twips("pgMar", "bottom"), 225)),
        point("5.2.2", "一般用 3 号仿宋体字", EVERY, |p| p.styles.contains("仿宋_GB2312") && p.styles.contains(r#"<w:sz w:val="32"/>"#)),
        point("5.2.3", "每面 22 行", EVERY, |p| {
            let line = p.twips("docGrid", "linePitch");
            let room = p.twips("pgSz", "h") - p.twips("pgMar", "top") - p.twips("pgMar", "bottom");
            room / line == 22
        }),
        point("5.2.3", "每行 28 字", EVERY, |p| {
            let character = 16 * 20 - 5;
            let room = p.twips("pgSz", "w") - p.twips("pgMar", "left") - p.twips("pgMar", "right");
            p.styles.contains(r#"<w:spacing w:val="-5"/>"#) && room / character == 28
        }),
        point("5.2.3", "行距固定", EVERY, |p| p.styles.contains(r#"w:line="579" w:lineRule="exact""#)),
        point("5.2.4", "文字为黑色,红色只用于版头", EVERY, |p| {
            let colours = p.text.matches("<w:color ").count();
            colours == p.text.matches(RED).count() && colours == usize::from(p.has.contains(&Head)) && !p.text.is_empty()
        }),
        point("6.1", "双面印刷", EVERY, |p| p.settings.contains("<w:mirrorMargins/>")),
        point("7.2.4", "发文机关标志用小标宋体字", &[Head], |p| p.shows(p.by, &[TITLE_FONT])),
        point("7.2.4", "发文机关标志为红色", &[Head], |p| p.shows(p.by, &[RED])),
        point("7.2.4", "发文机关标志居中", &[Head], |p| p.shows(p.by, &[CENTRED])),
        point("7.2.4", "上边缘至版心上边缘 35 毫米", &[Document], |p| is_mm(number(p.paragraph(p.by), "before"), 35)),
        point("7.2.5", "发文字号年份用六角括号", &[Head], |p| p.shows(p.doc_no, &["〔2024〕"])),
        point("7.2.5", "发文字号不加“第”,不编虚位", &[Head], |p| p.shows(p.doc_no, &[]) && !p.doc_no.contains('第') && !p.doc_no.contains("〕0")),
        point("7.2.5", "发文字号在发文机关标志下空二行", &[Document], |p| p.shows(p.doc_no, &[r#"w:before="1158""#])),
        point("7.2.5", "发文字号居中", &[Document], |p| p.shows(p.doc_no, &[CENTRED])),
        point("7.2.7", "版头分隔线为红色", &[Document], |p| p.shows(p.doc_no, &[r#"<w:bottom w:val="single""#, r#"w:color="FF0000""#])),
        point("7.2.7", "分隔线在发文字号之下 4 毫米", &[Document], |p| is_mm(20 * number(p.paragraph(p.doc_no), "space"), 4)),
        point("7.2.7", "分隔线与版心等宽", &[Document], |p| p.shows(p.doc_no, &["<w:pBdr>"]) && !p.paragraph(p.doc_no).contains("<w:ind ")),
        point("7.3.1", "标题用小标宋体字", EVERY, |p| p.shows(p.title, &[TITLE_FONT])),
        point("7.3.1", "标题 2 号字", EVERY, |p| p.shows(p.title, &[r#"<w:sz w:val="44"/>"#])),
        point("7.3.1", "标题居中", EVERY, |p| p.shows(p.title, &[CENTRED])),
        point("7.3.1", "标题在其上要素下空二行", &[Head], |p| p.shows(p.title, &[r#"w:before="1158""#])),
        point("7.3.1", "标题回行词意完整,不拆编号", EVERY, |p| {
            let lines: Vec<&str> = p.paragraph(p.title).split("<w:br/>").collect();
            // A line holds twenty characters of 二号.
            match p.whole_title().chars().count() {
                0 => false,
                1..=20 => lines.len() == 1,
                _ => lines.len() == 2 && lines[1].contains("次会议"),
            }
        }),
        point("7.3.2", "主送机关顶格", &[Addressee], |p| p.shows(p.to, &[]) && !p.paragraph(p.to).contains("<w:ind ")),
        point("7.3.2", "主送机关后标全角冒号", &[Addressee], |p| p.to.ends_with('：') && !p.paragraph(p.to).is_empty()),
        point("7.3.2", "主送机关在标题下空一行", &[Addressee], |p| p.shows(p.to, &[r#"w:before="579""#])),
        point("7.3.3", "正文每段左空二字", &[Prose], |p| p.shows(p.body, &[INDENTED])),
        point("7.3.3", "第一层用“一、”", &[Headings], |p| !p.paragraph("一、").is_empty()),
        point("7.3.3", "第一层用黑体字", &[Headings], |p| p.shows("一、", &[BLACK_FONT, INDENTED])),
        point("惯例", "回行不拆开编号、年份、日期", EVERY, |p| {
            let list = |name: &str| {
                let from = p.settings.find(&format!("<w:{name} ")).map(|at| &p.settings[at..]);
                from.and_then(|from| from.split("w:val=\"").nth(1)?.split('"').next()).unwrap_or_default()
            };
            let (ends, begins) = (list("noLineBreaksAfter"), list("noLineBreaksBefore"));
            "第年月".chars().all(|c| ends.contains(c)) && "年月日号".chars().all(|c| begins.contains(c))
        }),
        point("7.3.4", "附件说明左空二字", &[Annex], |p| p.shows("附件：", &[INDENTED])),
        point("7.3.7", "附件另面编排", &[Annex], |p| {
            let annex = p.text.rfind(">附件<").unwrap_or_default();
            let before = &p.text[..annex];
            before.contains(r#"<w:br w:type="page"/>"#) || before.contains("<w:sectPr>")
        }),
        point("7.3.7", "“附件”二字用 3 号黑体字顶格", &[Annex], |p| {
            let annex = p.text.rfind(">附件<").map(|at| &p.text[p.text[..at].rfind("<w:p>").unwrap_or_default()..at]);
            annex.is_some_and(|a| a.contains(BLACK_FONT) && a.contains(r#"<w:sz w:val="32"/>"#) && !a.contains("<w:ind "))
        }),
        point("7.3.5", "成文日期用阿拉伯数字,不编虚位", &[Signature], |p| !p.day().is_empty()),
        point("7.3.5.1", "成文日期右空四字", &[Signature], |p| [r#"w:rightChars="400""#, RIGHT].iter().all(|mark| p.day().contains(mark))),
        point("7.3.5.1", "署名以成文日期居中", &[Signature], |p| {
            // In quarters of a character: digits are narrow, and where they meet a word there is a gap.
            const GAPS: i64 = 5;
            let wide = |c: char| if c.is_ascii() { 2 } else { 4 };
            let day = p.date.trim_end_matches('<').chars().map(wide).sum::<i64>() + GAPS;
            let own: i64 = 4 * i64::try_from(p.by.chars().count()).unwrap_or_default();
            let day_at = p.text.rfind(&format!(">{}", p.date)).unwrap_or_default();
            let at = p.text[..day_at].rfind(&format!(">{}<", p.by)).unwrap_or_default();
            let from = p.text[..at].rfind("<w:p>").unwrap_or_default();
            let right = number(&p.text[from..at], "rightChars");
            (right - 25 * (16 + day / 2 - own / 2)).abs() <= 25
        }),
        point("7.3.5.4", "署名与正文在同一面", &[Signature], |p| p.shows(p.last, &["<w:keepNext/>"])),
        point("7.3.6", "附注加圆括号", &[Note], |p| !p.paragraph("（联系人：").is_empty()),
        point("7.3.6", "附注左空二字", &[Note], |p| p.shows("（联系人：", &[INDENTED])),
        point("7.4.2", "抄送用 4 号仿宋体字", &[Copies], |p| p.shows("　抄送：", &[r#"<w:sz w:val="28"/>"#, "仿宋_GB2312"])),
        point("7.4.2", "抄送左空一字", &[Copies], |p| p.shows("　抄送：", &[]) && !p.paragraph("　抄送：").contains("<w:ind ")),
        point("7.4.2", "抄送最后标句号", &[Copies], |p| p.paragraph("　抄送：").contains("。</w:t>")),
        point("7.4", "版记在最后一面的下部", &[Letter, Copies], |p| p.shows("　抄送：", &[r#"w:yAlign="bottom""#])),
        point("7.4.1", "版记分隔线与版心等宽", &[Document], |p| p.imprint().contains(&format!(r#"w:w="{}""#, p.last_width())) && !p.imprint().contains("<w:ind ")),
        point("7.4.1", "首条和末条分隔线 0.35 毫米", &[Document], |p| p.imprint().matches(r#"w:sz="8" w:space="0""#).count() == 2),
        point("7.4.1", "中间的分隔线 0.25 毫米", &[Document], |p| !p.imprint().is_empty() && p.imprint().matches(r#"w:sz="6" w:space="0""#).count() == usize::from(p.imprint().contains("抄送："))),
        point("7.4.1", "末条分隔线在最后一面版心下边缘", &[Document], |p| p.printed().contains(r#"w:yAlign="bottom""#) && p.printed().contains(r#"<w:bottom w:val="single" w:sz="8""#)),
        point("7.4.3", "印发机关用 4 号仿宋体字,左空一字", &[Document], |p| p.printed().contains(r#"<w:sz w:val="28"/>"#) && p.printed().contains(">　")),
        point("7.4.3", "印发日期右空一字,后加“印发”", &[Document], |p| p.printed().contains("日印发</w:t>") && p.printed().contains(&format!(r#"<w:tab w:val="right" w:pos="{}"/>"#, p.last_width() - 280))),
        point("7.4.3", "印发日期用阿拉伯数字,不编虚位", &[Document], |p| p.printed().contains(&format!(">{}印发", p.date.trim_end_matches('<')))),
        point("7.4", "版记在附件之后", &[Annex], |p| p.text.rfind("日印发<") > p.text.rfind("</w:tbl>")),
        point("7.6", "横排表格的表头,单页码在订口一边", &[Annex], |p| {
            let across = p.text.rfind("<w:sectPr>").map_or("", |at| &p.text[at..]);
            across.contains(r#"w:orient="landscape""#) && [("top", 28), ("right", 37), ("bottom", 26), ("left", 35)].iter().all(|(side, edge)| is_mm(number(&across[across.find("<w:pgMar ").unwrap_or_default()..], side), *edge))
        }),
        point("7.5", "页码用 4 号宋体数字", EVERY, |p| p.foots[..2].iter().all(|f| f.contains(r#"<w:sz w:val="28"/>"#) && f.contains(r#"w:eastAsia="宋体""#))),
        point("7.5", "页码是自动的", EVERY, |p| p.foots[..2].iter().all(|f| f.contains(" PAGE "))),
        point("7.5", "页码左右各放一条一字线", EVERY, |p| p.foots[..2].iter().all(|f| f.contains(">— <") && f.contains("> —<"))),
        point("7.5", "单页码居右空一字", EVERY, |p| p.foots[0].contains(r#"w:rightChars="100""#) && p.foots[0].contains(RIGHT)),
        point("7.5", "双页码居左空一字", EVERY, |p| p.foots[1].contains(r#"w:leftChars="100""#) && p.settings.contains("<w:evenAndOddHeaders/>")),
        point("7.5", "一字线上距版心下边缘 7 毫米", EVERY, |p| {
            let middle = p.twips("pgMar", "bottom") - p.twips("pgMar", "footer") - number(&p.foots[0], "line") / 2;
            (middle * 254 - 7 * 14_400).abs() < 14_400
        }),
        point("10.1", "发文机关标志上边缘至上页边 30 毫米", &[Letter], |p| is_mm(number(p.paragraph(p.by), "y"), 30)),
        point("10.1", "首条红色双线上粗下细", &[Letter], |p| p.shows(p.by, &[r#"<w:bottom w:val="thickThinSmallGap""#, r#"w:color="FF0000""#])),
        point("10.1", "双线在发文机关标志下 4 毫米", &[Letter], |p| is_mm(20 * number(p.paragraph(p.by), "space"), 4)),
        point("10.1", "双线长 170 毫米,居中", &[Letter], |p| is_mm(number(p.paragraph(p.by), "w"), 170) && p.shows(p.by, &[r#"w:xAlign="center""#])),
        point("10.1", "下页边 20 毫米处双线上细下粗", &[Letter], |p| {
            let foot = &p.foots[2];
            foot.contains(r#"<w:top w:val="thinThickSmallGap""#) && is_mm(p.twips("pgSz", "h") - number(foot, "y"), 20)
        }),
        point("10.1", "首页不显示页码", &[Letter], |p| p.text.contains("<w:titlePg/>") && !p.foots[2].contains("PAGE")),
        point("10.1", "发文字号居右", &[Letter], |p| p.shows(p.doc_no, &[RIGHT])),
        point("10.1", "版记不加分隔线和印发机关", &[Letter, Copies], |p| p.shows("　抄送：", &[]) && !p.paragraph("　抄送：").contains("<w:pBdr>")),
        point("办法", "类别标在首页右上方,3 号黑体字", &[Class], |p| p.shows("主动公开", &[BLACK_FONT, "类别：B", r#"w:val="right" w:pos="8844""#])),
];
