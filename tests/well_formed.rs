//! Every part of every paper is well-formed XML for a strict reader, and words stay words, whatever
//! stands in the facts: markup, the end of a CDATA section, a sign that XML has no place for.

use jianyi::domain::book::{Book, Case};
use jianyi::paper::Paper;
use jianyi::report::letters::{self, LetterKind, NoticeKind};
use jianyi::report::scope::Filter;
use jianyi::report::{
    Block, Cell, Column, Document, FormRow, Month, Sheet, commitments, lists, monthly, projects,
    summary,
};
use jianyi::words::Lang;
use roxmltree::ParsingOptions;

use crate::letters::{docx, office, template};
use crate::planting::planted;
use crate::publishing::{outlook, outward, parts};

/// What the facts may hold that no paper may take for its own.
const HOSTILE: &str = "<script>]]>&\"'<b>&amp;\u{fffe}\u{ffff}𠮷";
/// What a reader must see of it.
const SEEN: &str = "<script>]]>&\"'<b>&amp;𠮷";
/// What the journal refuses and another hand may have written all the same.
const CONTROL: &str = "\u{0}\u{1}\u{8}\u{b}\u{c}\u{1b}\u{7f}\u{85}\u{202e}\u{fffe}";

/// The words of an XML text, which must be well-formed.
#[track_caller]
fn read(name: &str, xml: &str) -> String {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    let tree = roxmltree::Document::parse_with_options(xml, options);
    let tree = tree.unwrap_or_else(|why| panic!("{name}: {why}"));
    let elements = tree.descendants().filter(|node| node.is_element());
    let foreign = elements
        .clone()
        .filter(|node| node.tag_name().name() == "script");
    // A page has one script, which is its own; nothing else has any.
    let own = usize::from(name.ends_with(".html"));
    assert_eq!(foreign.count(), own, "{name}: a word became markup");
    let words = tree.descendants().filter_map(|node| node.text());
    let mut words: String = words.collect();
    words.extend(
        elements
            .flat_map(|node| node.attributes())
            .map(|a| a.value()),
    );
    words
}

/// What a document says in the three formats that are XML; every part of each is well-formed.
fn said(document: &Document) -> [String; 3] {
    [Paper::Docx, Paper::Xlsx, Paper::Html].map(|paper| {
        let of = |(name, content): (String, String)| {
            // A packed part has its name above it.
            let packed = content.split_once('\n').filter(|_| paper != Paper::Html);
            match packed {
                Some((part, xml)) => read(&format!("{name} {part}"), xml),
                None => read(&name, &content),
            }
        };
        parts(document, paper).into_iter().map(of).collect()
    })
}

/// The papers and reports of a house, those that stay in it too.
fn all(book: &Book) -> Vec<Document> {
    let outlook = outlook(book);
    let filter = Filter::read(&outlook, None).expect("no words");
    let cases: Vec<&Case> = book.cases().collect();
    let number = Some("健龙人大〔2024〕5号");
    let mut papers = outward(book);
    for kind in [
        LetterKind::Reply,
        LetterKind::CoOpinion,
        LetterKind::Return,
        LetterKind::Extension,
        LetterKind::Feedback,
        LetterKind::Consultation,
    ] {
        let outgoing = letters::letters(&outlook, &cases, kind, (None, number));
        papers.extend(outgoing.letters.into_iter().map(|letter| letter.document));
    }
    for kind in [
        NoticeKind::HandOver,
        NoticeKind::Supervise,
        NoticeKind::Remind,
        NoticeKind::Consent,
        NoticeKind::Rehandle,
        NoticeKind::SignIn,
    ] {
        let outgoing = letters::notices(&outlook, &cases, kind, number);
        papers.extend(outgoing.letters.into_iter().map(|letter| letter.document));
    }
    papers.extend([
        summary::summary(&outlook, &filter),
        lists::lists(&outlook, &filter),
        commitments::commitments(&outlook, &filter, None),
        projects::list(&outlook),
    ]);
    let month = Month::of(outlook.as_of);
    papers.push(monthly::monthly(&outlook, month, &filter).expect("a month that has begun"));
    papers
}

#[test]
fn no_word_of_a_fact_breaks_a_paper() {
    let planted = planted(|_, _, word| Some(format!("{word}{HOSTILE}")));
    assert!(planted.carried > 250, "{}", planted.carried);
    let papers = all(&planted.book);
    assert!(papers.len() > 30, "{}", papers.len());
    for document in papers {
        let told = said(&document);
        let shown = told.iter().filter(|words| words.contains(SEEN));
        assert_eq!(shown.count(), told.len(), "{} hides a word", document.kind);
    }
}

#[test]
fn no_sign_that_is_none_breaks_a_paper() {
    let words = format!("修{CONTROL}桥{HOSTILE}");
    let columns = vec![Column::text("a", &*words), Column::number("n", "件数")];
    let mut sheet = Sheet::new("unit", &*words, columns);
    sheet.notes.push(words.clone());
    sheet.push(vec![Cell::from(&*words), 3_u32.into()]);
    sheet.push(vec![Cell::from(&*words), 2_u32.into()]);
    let text = vec![
        Block::Letterhead {
            name: words.clone(),
            is_letter: true,
        },
        Block::Number {
            doc_no: words.clone(),
            signer: words.clone(),
        },
        Block::Marks {
            left: words.clone(),
            right: words.clone(),
        },
        Block::Title(words.clone()),
        Block::Addressee(words.clone()),
        Block::heading(1, words.clone()),
        Block::paragraph(words.clone()),
        Block::Form(vec![FormRow::new([(words.clone(), words.clone())])]),
        Block::table(sheet.clone()),
        Block::Rule,
        Block::Signature {
            by: words.clone(),
            on: words.clone(),
        },
        Block::Note(words.clone()),
        Block::Imprint {
            copies: vec![words.clone()],
            by: words.clone(),
            on: words.clone(),
        },
    ];
    let book = Book::default();
    let basis = || outlook(&book).basis();
    for document in [
        Document::of_prose("text", words.clone(), basis(), text, Lang::Zh),
        Document::of_rows("sheets", words.clone(), basis(), vec![sheet]),
    ] {
        let document = document.with_foot(vec![words.clone()]);
        for told in said(&document) {
            assert!(told.contains(&format!("修桥{SEEN}")), "{told}");
        }
    }
}

#[test]
fn a_template_filled_with_any_words_is_well_formed() {
    let body = "<w:p><w:r><w:t>{{标题}}{{正文}}</w:t></w:r></w:p>";
    let office = office();
    office.write("红头.docx", template(body, &[]));
    let line = [
        "notice",
        "督办",
        "1",
        "--doc-no",
        "一号",
        "--template",
        "红头.docx",
        "-o",
        "督办.docx",
    ];
    office.does(&line);
    let bytes = std::fs::read(office.path("督办.docx")).expect("a notice");
    let told = read("督办.docx", &docx(&bytes, "word/document.xml"));
    assert!(
        told.contains("尚未报装=HYPERLINK(\"x\")<script>]]>。"),
        "{told}"
    );
}
