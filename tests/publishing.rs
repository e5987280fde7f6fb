//! What goes out of the house: nothing private does, whatever it stands in and whatever format it
//! takes.
//!
//! A canary is planted in every word of every fact (`planting`): a fact or a field of tomorrow is
//! covered by being frozen, as it must.

use std::collections::BTreeSet;
use std::io::Read;

use jianyi::domain::book::Book;
use jianyi::paper::{self, Dialect, Encoding, Format, Paper, Target};
use jianyi::report::scope::Filter;
use jianyi::report::{Document, Outlook, annual, booklet, deputy_card, public};
use jianyi::words::Lang;
use jianyi::words::annual::Side;

use crate::office::Office;
use crate::planting::{at, entries, planted, samples, words};
use crate::world::day;

/// Where words stand that everybody may read: a fact and a field of it, or a whole fact. Whatever
/// is not named here must not come out.
const PUBLIC: &[(&str, &str)] = &[
    ("store_opened", "office"),
    ("rules_adopted", "rules"),
    ("unit_added", "unit"),
    ("deputy_added", "deputy"),
    ("deputy_added", "group"),
    ("mandate_given", "constituency"),
    ("group_added", "group"),
    ("group_joined", "group"),
    ("pledge_made", "promise"),
    ("submitted", "title"),
    ("submitted", "deputy"),
    ("submitted", "delegation"),
    ("submitted", "category"),
    ("amended", "title"),
    ("amended", "category"),
    ("assigned", "lead"),
    ("assigned", "separate"),
    ("reassigned", "lead"),
    ("reassigned", "separate"),
    ("replied", "unit"),
    ("replied", "class"),
    ("replied", "doc_no"),
    ("replied", "text"),
    ("replied", "answers"),
    ("re_replied", "unit"),
    ("re_replied", "doc_no"),
    ("re_replied", "text"),
    ("effect_recorded", "what"),
    ("effect_recorded", "measure"),
    ("revisited", "rating"),
];

const PHONE: &str = "13900008642";
const IDENTITY: &str = "110101199003076421";
const DOOR: &str = "7531";

fn is_public(fact: &str, path: &[String]) -> bool {
    let named = |field: &str| path.iter().any(|key| key == field);
    PUBLIC.iter().any(|(of, field)| *of == fact && named(field))
}

/// How a book is looked at when all of it has happened.
pub(crate) fn outlook(book: &Book) -> Outlook<'_> {
    Outlook {
        book,
        as_of: day("2025-12-31"),
        lang: Lang::Zh,
        fingerprint: "60d2-c287-bc83".to_owned(),
    }
}

/// Everything that goes out of the house.
pub(crate) fn outward(book: &Book) -> Vec<Document> {
    let outlook = outlook(book);
    let filter = Filter::read(&outlook, None).expect("no words");
    let mut pages = vec![
        public::page(&outlook, &filter).0,
        annual::annual(&outlook, &filter, Side::Government, None).0,
        annual::annual(&outlook, &filter, Side::Presidium, None).0,
        booklet::booklet(&outlook, &filter).0,
    ];
    for (name, _) in book.office().deputies() {
        pages.extend(deputy_card::card(&outlook, name.as_str(), None));
    }
    pages
}

/// Everything that can be read of a document in any format: its words, and for packed ones the
/// name and the content of each part.
fn readable(document: &Document) -> Vec<(String, String)> {
    let papers = Format::ALL.into_iter().filter_map(|format| match format {
        Format::Table => None,
        Format::Paper(paper) => Some(paper),
    });
    papers.flat_map(|paper| parts(document, paper)).collect()
}

/// The same of one format.
pub(crate) fn parts(document: &Document, paper: Paper) -> Vec<(String, String)> {
    let dialect = Dialect {
        target: Target::File,
        encoding: Encoding::Utf8,
        lang: Lang::Zh,
    };
    let bytes = paper::write(document, paper, dialect).expect("written");
    let name = format!("{}.{}", document.kind, paper.name());
    let Ok(mut packed) = zip::ZipArchive::new(std::io::Cursor::new(&bytes)) else {
        return vec![(name, String::from_utf8(bytes).expect("UTF-8"))];
    };
    let places = 0..packed.len();
    let of = |place| {
        let mut part = packed.by_index(place).expect("a part");
        let mut content = format!("{}\n", part.name().expect("a name"));
        part.read_to_string(&mut content).expect("XML");
        (name.clone(), content)
    };
    places.map(of).collect()
}

#[test]
fn no_private_word_goes_out() {
    let public: BTreeSet<String> = public_words();
    let canary = |word: &str| format!("{word}密语");
    let planted = planted(|fact, path, word| {
        let keep = is_public(fact, path) || public.contains(word);
        (!keep).then(|| canary(word))
    });
    assert!(planted.carried > 250, "{}", planted.carried);
    for word in &planted.refused {
        // Codes, days, amounts, digests; a correction names what stood there before.
        assert!(word.is_ascii(), "cannot carry a canary: {word}");
    }
    // The samples hold every field of every fact that there is, as the vocabulary lists them.
    for (fact, mut sample) in samples() {
        let mut paths = Vec::new();
        words(&sample, &[], &mut paths);
        for path in paths {
            let word = at(&mut sample, &path).as_str().expect("a word");
            let is_code = word.is_ascii() || public.contains(word) || is_public(&fact, &path);
            let field = (fact.clone(), path[0].clone());
            assert!(
                is_code || planted.fields.contains(&field),
                "no canary in {field:?}: {word}"
            );
        }
    }
    for document in outward(&planted.book) {
        let mut told = false;
        for (name, content) in readable(&document) {
            assert!(
                !content.contains("密语"),
                "{name}: {}",
                near(&content, "密语")
            );
            told |= document.kind == "deputy.card" || content.contains("关于第一条路的建议");
        }
        assert!(told, "{} tells nothing", document.kind);
    }
}

/// The words that stand somewhere where everybody may read them.
fn public_words() -> BTreeSet<String> {
    let facts = entries().into_iter().flat_map(|entry| entry.events);
    let facts = facts.map(|event| serde_json::to_value(event).expect("JSON"));
    let mut public = BTreeSet::new();
    for mut fact in facts.chain(samples().into_values()) {
        let mut paths = Vec::new();
        words(&fact, &[], &mut paths);
        let name = fact["type"].as_str().expect("a type").to_owned();
        paths.retain(|path| is_public(&name, path));
        for path in paths {
            public.extend(at(&mut fact, &path).as_str().map(str::to_owned));
        }
    }
    public
}

#[test]
fn no_number_of_a_person_goes_out() {
    let tail = format!(" {PHONE} {IDENTITY} 健龙路{DOOR}号");
    let planted = planted(|_, _, word| Some(format!("{word}{tail}")));
    assert!(planted.carried > 300, "{}", planted.carried);
    for document in outward(&planted.book) {
        let mut told = false;
        for (name, content) in readable(&document) {
            for number in [&PHONE[3..], &IDENTITY[6..], DOOR] {
                assert!(
                    !content.contains(number),
                    "{name}: {}",
                    near(&content, number)
                );
            }
            told |= content.contains("健龙路****号");
        }
        assert!(told, "{} tells nothing", document.kind);
    }
}

/// What stands around a word.
fn near(content: &str, word: &str) -> String {
    let at = content.find(word).unwrap_or_default();
    let before: String = content[..at].chars().rev().take(60).collect();
    let before: String = before.chars().rev().collect();
    before + &content[at..].chars().take(60).collect::<String>()
}

#[test]
fn a_confidential_or_withheld_case_goes_out_nowhere() {
    let office = Office::with_year();
    let page = office.does(&["report", "public", "--format", "html"]);
    let list = office
        .does(&["report", "public", "--left-out", "--format", "plain"])
        .out;
    let titles: Vec<&str> = list
        .lines()
        .filter_map(|line| line.split('\t').nth(1))
        .collect();
    assert_eq!(titles.len(), 3, "{list}");
    for title in &titles {
        assert!(!page.out.contains(title), "{title}");
    }
    assert!(
        page.err.contains("整件 3 件") && page.err.contains("--未公开"),
        "{}",
        page.err
    );
    assert!(page.out.contains("另有 3 件依照规定不公开"));
    assert!(!page.out.contains("经办人") && !page.out.contains("没有公开"));
}

#[test]
fn a_public_page_shows_no_number_even_when_asked() {
    let office = Office::new();
    office.does(&["progress", "1", "电话13812345678", "--on", "2024-05-06"]);
    let page = office
        .does(&["report", "public", "--phones", "--format", "html"])
        .out;
    assert!(!page.contains("13812345678"));
    assert!(page.contains("default-src 'none'"));
}
