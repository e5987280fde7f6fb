//! The ledger as bytes, CSV or workbook: what `paper` writes, `intake` reads back.

use jianyi::domain::book::Book;
use jianyi::intake::{self, LedgerFile, Mapping, Options, Plan, Reason, Verdict, plan};
use jianyi::paper::{self, Dialect, Encoding, Paper, Target};
use jianyi::report::ledger::ledger;
use jianyi::report::{Basis, Document};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use crate::laws::{history, play};
use crate::world::{day, entry, name, office};

fn options(lenient: bool) -> Options {
    Options {
        today: day("2025-12-31"),
        by: name("王敏"),
        lenient,
    }
}

fn bytes(book: &Book, target: Target, encoding: Encoding) -> Vec<u8> {
    printed(book, Paper::Csv, target, encoding)
}

fn workbook(book: &Book) -> Vec<u8> {
    printed(book, Paper::Xlsx, Target::File, Encoding::Utf8)
}

fn printed(book: &Book, paper: Paper, target: Target, encoding: Encoding) -> Vec<u8> {
    let today = day("2025-12-31");
    let basis = Basis {
        as_of: today,
        known: book.head(),
        rules: String::new(),
        fingerprint: String::new(),
        layout: 1,
    };
    let document = Document::of_rows(
        "ledger",
        "台账",
        basis,
        vec![ledger(book, today, &|_, _| ()).0],
    );
    let dialect = Dialect {
        target,
        encoding,
        ..Dialect::default()
    };
    paper::write(&document, paper, dialect).expect("a paper")
}

fn planned(bytes: &[u8], book: &Book, lenient: bool) -> Plan {
    let file = LedgerFile::read(bytes, &Mapping::default()).expect("our own ledger");
    plan(&file, book, &options(lenient), &|_, _| ())
}

fn write(book: &mut Book, plan: &Plan) {
    for line in &plan.lines {
        let next = entry(book.head() + 1, line.events.clone());
        book.apply(next).expect("what is planned is possible");
    }
}

#[test]
fn hostile_cells_survive_every_dialect() {
    let foreign = "编号,标题,领衔代表,届次,会次,提出日期,类别,主办单位,交办日期,联系电话,备注\r\n\
        1,'=HYPERLINK(1),祝晓琴,20,5,2024-01-11,其他,农业服务中心,2024-02-01,+86 23-41000107,'=1+1\r\n\
        2,@修桥,凌钦泽,20,5,2024-01-11,其他,𠮷野路站,2024-02-01,-1-2,\"一\r\n二，\"\"三\"\"\"\r\n\
        3,－１,曾庆瑜,20,5,2024-01-11,其他,㛃站,2024-02-01,'-3,''=x\r\n";
    let mut book = office("jianlong");
    let first = planned(foreign.as_bytes(), &book, false);
    write(&mut book, &first);
    let titles: Vec<String> = book.cases().map(|case| case.title.to_string()).collect();
    assert_eq!(titles, ["=HYPERLINK(1)", "@修桥", "－１"]);
    for target in [Target::Pipe, Target::File] {
        for encoding in [Encoding::Utf8, Encoding::Gb18030] {
            let ours = bytes(&book, target, encoding);
            let again = planned(&ours, &book, false);
            let expected = match (target, encoding) {
                (_, Encoding::Gb18030) => intake::Encoding::Gb18030,
                (Target::File, Encoding::Utf8) => intake::Encoding::Utf8Bom,
                (Target::Pipe, Encoding::Utf8) => intake::Encoding::Utf8,
            };
            assert_eq!(again.encoding, expected);
            for row in &again.rows {
                assert!(matches!(row.verdict, Verdict::Same(_)), "{row:?}");
            }
        }
    }
    let again = planned(&workbook(&book), &book, false);
    assert_eq!(again.encoding, intake::Encoding::Workbook);
    for row in &again.rows {
        assert!(matches!(row.verdict, Verdict::Same(_)), "{row:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever happened: every cell we write is read, and says what the book says. A row may be
    /// wrong only because a ledger cannot tell the whole of its history.
    #[test]
    fn the_ledger_of_any_history_is_read_back(history in history()) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        if book.cases().next().is_none() {
            return Ok(());
        }
        let again = planned(&bytes(&book, Target::File, Encoding::Utf8), &book, false);
        prop_assert!(again.lines.is_empty());
        let from_workbook = planned(&workbook(&book), &book, false);
        prop_assert!(from_workbook.lines.is_empty());
        for row in again.rows.iter().chain(&from_workbook.rows) {
            let told = match &row.verdict {
                Verdict::Same(_) => true,
                Verdict::Wrong(reasons) => reasons.iter().all(|r| matches!(r, Reason::Gap(_) | Reason::Twice { .. })),
                Verdict::New(_) | Verdict::Different(..) => false,
            };
            prop_assert!(told, "{:?}", row);
        }
    }

    /// In an empty office the same ledger comes out again, but for rows that say themselves that
    /// they keep a part as a remark.
    #[test]
    fn the_ledger_of_any_history_goes_there_and_back(history in history()) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        if book.cases().next().is_none() {
            return Ok(());
        }
        let mut fresh = office("jianlong");
        let plan = planned(&bytes(&book, Target::File, Encoding::Utf8), &fresh, true);
        let same = planned(&workbook(&book), &fresh, true);
        prop_assert_eq!(&same.lines.len(), &plan.lines.len());
        for (ours, theirs) in same.lines.iter().zip(&plan.lines) {
            prop_assert_eq!(&ours.events, &theirs.events);
        }
        write(&mut fresh, &plan);
        let last = day("2025-12-31");
        let (first, _) = ledger(&book, last, &|_, _| ());
        let (second, _) = ledger(&fresh, last, &|_, _| ());
        for (row, before) in plan.rows.iter().zip(first.rows()) {
            let Verdict::New(id) = row.verdict else { continue };
            let place = fresh.cases().position(|case| case.id == id).expect("entered");
            let after = second.rows().get(place).expect("a row a case");
            let differ: Vec<_> = before.iter().zip(after.iter()).filter(|(b, a)| b != a).collect();
            // A ledger has one day for a reply and its promise, that of the last reply; an earlier
            // one may have promised, and a correction may part them.
            let case = row.number.and_then(|number| book.case(book.holder_of(&number)?));
            let parted = case.is_some_and(|case| {
                let shown = case.reply().map(|reply| reply.on);
                case.commitments.iter().any(|promise| shown != Some(promise.made))
            });
            let told = differ.is_empty() || parted || !row.remarked.is_empty();
            prop_assert!(told, "{differ:?} {row:?}");
        }
    }
}

#[test]
fn a_ledger_on_paper_has_what_an_office_keeps_there() {
    let office = crate::office::Office::with_year();
    let told = office.does(&["export", "-o", "台账.docx"]);
    assert!(told.err.contains("全部栏目用 -o 台账.xlsx"), "{}", told.err);
    let bytes = std::fs::read(office.path("台账.docx")).expect("a ledger");
    let text = crate::letters::docx(&bytes, "word/document.xml");
    assert!(text.contains("代表建议办理台账"), "its title");
    for column in [
        "编号",
        "标题",
        "主办单位",
        "交办日期",
        "答复日期",
        "办理结果",
        "满意度",
    ] {
        assert!(text.contains(&format!(">{column}<")), "{column}");
    }
    for column in ["内容", "联系电话", "承诺事项", "备注"] {
        assert!(!text.contains(&format!(">{column}<")), "{column}");
    }
    assert!(text.contains(r#"w:w="23811""#), "A3 across");
    // A mapping says by itself which columns its office wants.
    let csv = office.does(&["export", "--format", "csv"]).out;
    assert!(csv.starts_with("编号") && csv.contains("承诺事项"), "{csv}");
}
