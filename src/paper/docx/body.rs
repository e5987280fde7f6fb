//! The blocks of a text on the page, each as GB/T 9704—2012 has it.

use super::page::{
    self, ABOVE_NUMBER, CHARACTER, Foots, GAP, HEAD_LINE, HEAD_TO_LINE, LETTER_HEAD, LETTER_WIDTH,
    LINE, TITLE_LINE, WIDTH,
};
use super::xml::{BODY, Font, Look, halves, paragraph, quarters, run, spacing};
use super::{fit, form, grid, heading, imprint, picture, title, turned};
use crate::domain::terms::Link;
use crate::paper::code::{Code, code};
use crate::report::Block;

/// What stands in a body, and the pictures that it shows by their places.
pub(super) struct Content {
    pub(super) text: String,
    pub(super) pictures: Vec<Vec<u8>>,
}

/// The text as the content of a body: paragraphs, tables, sections; lines behind it. Others stand
/// below the numbers of its pages.
pub(super) fn body(blocks: &[Block], below: &[String], behind: &[String]) -> Content {
    let blocks = &turned::in_turn(fit::fitted(blocks).into_owned());
    let mut body = Body {
        out: String::new(),
        sheet: page::Sheet::Upright,
        foots: Foots {
            is_letter: is_letter(blocks),
            lines: page::foot_lines(below).unwrap_or_default(),
        },
        is_close: fit::is_close(blocks),
        has_foot: !behind.is_empty(),
        pictures: Some(Vec::new()),
    };
    for (place, block) in blocks.iter().enumerate() {
        let rest = &blocks[place..];
        // The page that is turned is a new one already.
        if matches!(block, Block::PageBreak) && turned::wanted(body.sheet, rest) != body.sheet {
            continue;
        }
        body.turn(rest);
        body.write(block, rest.get(1));
    }
    if !behind.is_empty() {
        body.rule("<w:keepNext/>");
    }
    for (place, line) in behind.iter().enumerate() {
        body.small(line, place + 1 < behind.len());
    }
    body.end()
}

/// The tables and forms among some blocks, each with a paragraph after it that parts it from the
/// next and ends the cell it may stand in.
pub(super) fn tables(blocks: &[Block]) -> String {
    let mut body = Body {
        out: String::new(),
        sheet: page::Sheet::Upright,
        foots: Foots {
            is_letter: false,
            lines: 0,
        },
        is_close: false,
        has_foot: false,
        pictures: None,
    };
    let is_table = |block: &&Block| matches!(block, Block::Table(_) | Block::Form(_));
    for block in blocks.iter().filter(is_table) {
        body.write(block, None);
    }
    body.out
}

/// As large as one line holds.
pub(super) fn letterhead_size(name: &str) -> u32 {
    const SIZE_MOST: u32 = 88;
    const SIZE_LEAST: u32 = 36;
    let room = WIDTH / 10;
    (room * 2 / halves(name).max(1)).clamp(SIZE_LEAST, SIZE_MOST)
}

/// Whether it has the head of a letter.
fn is_letter(blocks: &[Block]) -> bool {
    let head = |block: &Block| {
        matches!(
            block,
            Block::Letterhead {
                is_letter: true,
                ..
            }
        )
    };
    blocks.iter().any(head)
}

struct Body {
    out: String,
    sheet: page::Sheet,
    foots: Foots,
    /// An empty line above the signature is given up.
    is_close: bool,
    /// Lines follow at the foot, which do not stand on a page alone.
    has_foot: bool,
    /// Those shown so far; none where the text goes into a document that has no place for them.
    pictures: Option<Vec<Vec<u8>>>,
}

impl Body {
    /// Turns the page where a table needs it, and back again after it.
    fn turn(&mut self, blocks: &[Block]) {
        let wanted = turned::wanted(self.sheet, blocks);
        if wanted != self.sheet {
            if !self.out.is_empty() {
                let section = page::section(self.sheet, self.foots);
                self.out += &paragraph(&(spacing(20, 0, 0) + &section), "");
            }
            self.sheet = wanted;
        }
    }

    fn end(mut self) -> Content {
        self.out += &page::section(self.sheet, self.foots);
        Content {
            text: self.out,
            pictures: self.pictures.unwrap_or_default(),
        }
    }

    fn put(&mut self, properties: &str, runs: &str) {
        self.out += &paragraph(properties, runs);
    }

    fn write(&mut self, block: &Block, next: Option<&Block>) {
        match block {
            Block::Letterhead { name, is_letter } => self.letterhead(name, *is_letter),
            Block::Number { doc_no, signer } => self.number(doc_no, signer),
            Block::Marks { left, right } => self.marks(left, right),
            Block::Title(words) => self.title(words, next),
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Addressee(names) => {
                self.put(&spacing(LINE, LINE, 0), &run(&format!("{names}："), BODY));
            }
            Block::Paragraph(words) => self.paragraphs(words, next),
            Block::Table(sheet) => self.table(sheet, next),
            Block::Form(rows) => {
                self.out += &form::form(rows, next);
                self.gap(next);
            }
            Block::Signature { by, on } => self.signature(by, on, next),
            Block::Note(words) => {
                // Who signed is told with it, or nobody.
                let keep = kept_with(next, |next| matches!(next, Block::Paragraph(_)));
                self.put(&indented(keep), &run(&format!("（{words}）"), BODY));
            }
            Block::Imprint { copies, by, on } => {
                let kind = match self.foots.is_letter {
                    true => imprint::Of::Letter,
                    false => imprint::Of::Document { by, on },
                };
                self.out += &imprint::imprint(copies, &kind, self.sheet);
                self.out += &end();
            }
            Block::Rule => self.rule(""),
            Block::PageBreak => self.put("", r#"<w:r><w:br w:type="page"/></w:r>"#),
        }
    }

    /// Red, as large as one line holds. A document's stands 35 mm below the edge of the text; a
    /// letter's 30 mm below that of the page, with a double red line under it.
    fn letterhead(&mut self, name: &str, is_letter: bool) {
        let size = letterhead_size(name);
        let look = Look::new(Font::Title, size).red();
        let line = size * 12;
        let properties = match is_letter {
            true => format!(
                r#"<w:framePr w:w="{LETTER_WIDTH}" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page" w:xAlign="center" w:y="{LETTER_HEAD}"/><w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="{HEAD_LINE}" w:space="{HEAD_TO_LINE}" w:color="FF0000"/></w:pBdr><w:snapToGrid w:val="0"/>{}<w:jc w:val="center"/>"#,
                spacing(line, 0, 0)
            ),
            false => format!(
                r#"<w:snapToGrid w:val="0"/>{}<w:jc w:val="center"/>"#,
                spacing(line, 1984, 0)
            ),
        };
        self.put(&properties, &run(name, look));
    }

    /// A letter's right below its red line; a document's two lines below the head, with the red
    /// line 4 mm under it; with a signer left and right.
    fn number(&mut self, doc_no: &str, signer: &str) {
        if self.foots.is_letter {
            let words = match signer.is_empty() {
                true => doc_no.to_owned(),
                false => format!("{doc_no}　{signer}"),
            };
            let properties = spacing(LINE, ABOVE_NUMBER, 0) + r#"<w:jc w:val="right"/>"#;
            return self.put(&properties, &run(&words, BODY));
        }
        let line = r#"<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="11" w:color="FF0000"/></w:pBdr>"#;
        let (rest, runs) = match signer.is_empty() {
            true => (r#"<w:jc w:val="center"/>"#.to_owned(), run(doc_no, BODY)),
            false => {
                let tab = WIDTH - CHARACTER;
                self.out += &paragraph(
                    &format!(
                        r#"{line}<w:tabs><w:tab w:val="right" w:pos="{tab}"/></w:tabs>{}<w:ind w:leftChars="100" w:left="{CHARACTER}"/>"#,
                        spacing(LINE, 2 * LINE, 0)
                    ),
                    &(run(&format!("{doc_no}\t"), BODY)
                        + &run(signer, Look::new(Font::Script, 32))),
                );
                return;
            }
        };
        self.put(
            &format!("{line}{}{rest}", spacing(LINE, 2 * LINE, 0)),
            &runs,
        );
    }

    fn marks(&mut self, left: &str, right: &str) {
        let look = Look::new(Font::Bold, 32);
        let tabs = format!(r#"<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>"#);
        self.put(
            &(tabs + &spacing(LINE, 0, 0)),
            &run(&format!("{left}\t{right}"), look),
        );
    }

    /// Two lines below what stands above it.
    fn title(&mut self, words: &str, next: Option<&Block>) {
        const SIZE: u32 = 44;
        let after = match next {
            Some(Block::Form(_) | Block::Table(_)) => LINE / 2,
            Some(Block::Paragraph(_)) => LINE,
            Some(_) | None => 0,
        };
        let before = match self.out.is_empty() {
            true => 0,
            false => 2 * LINE,
        };
        let words = title::lines(words).join("\n");
        let properties = format!(
            r#"<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/>{}<w:jc w:val="center"/>"#,
            spacing(TITLE_LINE, before, after)
        );
        self.put(&properties, &run(&words, Look::new(Font::Title, SIZE)));
    }

    fn heading(&mut self, level: u8, words: &str) {
        let font = heading::font(level);
        let outline = level.saturating_sub(1).min(8);
        let properties = format!(
            r#"<w:keepNext/>{}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="{outline}"/>"#,
            spacing(LINE, 0, 0)
        );
        self.put(&properties, &run(words, Look::new(font, 32)));
    }

    /// The last one before a signature, or before a short form to be signed, stays on its page: no
    /// page has only what is signed.
    fn paragraphs(&mut self, words: &str, next: Option<&Block>) {
        let lines: Vec<&str> = words.lines().filter(|l| !l.trim().is_empty()).collect();
        for (place, line) in lines.iter().enumerate() {
            let is_last = place + 1 == lines.len();
            let keep = match next {
                Some(Block::Signature { .. }) if is_last => "<w:keepNext/>",
                Some(Block::Form(rows)) if form::is_short(rows) => "<w:keepNext/><w:keepLines/>",
                Some(_) | None => "",
            };
            let (head, rest) = heading::parted(line.trim());
            // A heading alone on its line goes with what it heads.
            let keep = match !head.is_empty() && rest.is_empty() {
                true => "<w:keepNext/>",
                false => keep,
            };
            let font = heading::font(heading::level(head));
            let runs = [(head, font), (rest, Font::Body)];
            let runs = runs.iter().filter(|(words, _)| !words.is_empty());
            let runs = runs.map(|(words, font)| run(words, Look::new(*font, 32)));
            self.put(&indented(keep), &runs.collect::<String>());
        }
    }

    fn table(&mut self, sheet: &crate::report::Sheet, next: Option<&Block>) {
        if !sheet.title.is_empty() {
            let properties = format!(
                r#"<w:keepNext/>{}<w:jc w:val="center"/>"#,
                spacing(LINE, 120, 60)
            );
            self.put(&properties, &run(&sheet.title, Look::new(Font::Bold, 28)));
        }
        if let Some((code, link)) = code(sheet) {
            self.code(&code, link);
        }
        let is_last = next.is_none() && self.has_foot;
        let is_followed = is_last || !sheet.notes.is_empty();
        self.out += &grid::table(sheet, self.sheet.width(), is_followed);
        match sheet.notes.is_empty() {
            true => self.gap(next),
            false => sheet
                .notes
                .iter()
                .for_each(|note| self.small(note, is_last)),
        }
    }

    /// A code to scan, on the page of its address.
    fn code(&mut self, code: &Code, link: &Link) {
        let (Some(pictures), Some(png)) = (&mut self.pictures, code.png()) else {
            return;
        };
        pictures.push(png);
        let shown = picture::shown(pictures.len(), link.as_str());
        self.put(
            r#"<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="60" w:after="120" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>"#,
            &shown,
        );
    }

    /// Something small, such as what a report was made from.
    fn small(&mut self, words: &str, keep: bool) {
        let keep = if keep { "<w:keepNext/>" } else { "" };
        let look = Look::new(Font::Body, 21);
        self.put(
            &format!(r#"{keep}{}<w:jc w:val="left"/>"#, spacing(320, 40, 0)),
            &run(words, look),
        );
    }

    /// A line across the page.
    fn rule(&mut self, keep: &str) {
        let line =
            r#"<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="000000"/></w:pBdr>"#;
        self.put(&format!("{keep}{line}{}", spacing(200, 0, 100)), "");
    }

    /// Two tables with nothing between them would become one; one that fills its page would have an
    /// empty page after it.
    fn gap(&mut self, next: Option<&Block>) {
        match next {
            Some(next) => {
                let signed = matches!(next, Block::Signature { .. });
                let keep = if signed { "<w:keepNext/>" } else { "" };
                self.put(&(keep.to_owned() + &spacing(GAP, 0, 0)), "");
            }
            None if self.has_foot => {
                self.put(&("<w:keepNext/>".to_owned() + &spacing(GAP, 0, 0)), "");
            }
            None => self.out += &end(),
        }
    }

    /// With a seal: the day ends four characters from the right, the signing body stands centred
    /// above it.
    fn signature(&mut self, by: &str, on: &str, next: Option<&Block>) {
        const FROM_RIGHT: u32 = 16;
        let middle = FROM_RIGHT + quarters(on) / 2;
        let body = middle.saturating_sub(quarters(by) / 2);
        let line = |keep: &str, before: u32, from_right: u32| {
            let (chars, right) = (from_right * 25, from_right * CHARACTER / 4);
            format!(
                r#"{keep}<w:keepLines/>{}<w:ind w:rightChars="{chars}" w:right="{right}"/><w:jc w:val="right"/>"#,
                spacing(LINE, before, 0)
            )
        };
        let above = if self.is_close { LINE } else { 2 * LINE };
        self.put(&line("<w:keepNext/>", above, body), &run(by, BODY));
        // No page has only whom to ring up.
        let keep = kept_with(next, |next| {
            matches!(next, Block::Note(_) | Block::Paragraph(_))
        });
        self.put(&line(keep, 0, FROM_RIGHT), &run(on, BODY));
    }
}

/// What keeps a paragraph on the page of the next one, where that is such a one.
fn kept_with(next: Option<&Block>, is_such: impl Fn(&Block) -> bool) -> &'static str {
    match next.is_some_and(is_such) {
        true => "<w:keepNext/>",
        false => "",
    }
}

/// What ends a text after a table or a frame, which cannot be the last thing; it takes no room.
fn end() -> String {
    paragraph(
        &(r#"<w:snapToGrid w:val="0"/>"#.to_owned() + &spacing(20, 0, 0)),
        "",
    )
}

/// A paragraph of the body: two characters in, both edges even.
fn indented(keep: &str) -> String {
    format!(
        r#"{keep}{}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>"#,
        spacing(LINE, 0, 0)
    )
}
