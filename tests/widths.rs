//! What a terminal shows keeps to its width, whatever characters stand in it.

use unicode_width::UnicodeWidthStr;

use crate::office::Office;

/// A year with titles of wide, ambiguous and rare characters.
fn office() -> Office {
    let mut office = Office::with_year();
    office.now = "2024-05-20T09:00:00+08:00";
    for title in [
        "关于“十四五”期间——①②③号桥…加固±5%的建议",
        "关于𠮷祥村ＡＢＣ路(K3+200～K5)拓宽·硬化的建议",
        "A title in Latin letters — with “quotes” and αβγ",
    ] {
        let on = [
            "--deputy",
            "祝晓琴",
            "--category",
            "城建交通",
            "--on",
            "2024-05-18",
        ];
        office.does(&[&["submit", title], &on[..]].concat());
    }
    office.terminal = true;
    office.env.insert("NO_COLOR".to_owned(), "1".to_owned());
    office.env.insert("PAGER".to_owned(), String::new());
    office
}

const PAGES: [&[&str]; 9] = [
    &[],
    &["list", "建议"],
    &["due"],
    &["show", "17"],
    &["search", "硬化"],
    &["report", "summary"],
    &["report", "units"],
    &["report", "monthly", "--month", "2024-04"],
    &["report", "lists"],
];

/// The lines of one table are of one width, and none is wider than the terminal.
#[test]
fn tables_keep_to_the_terminal() {
    let mut office = office();
    for columns in [60, 80, 120] {
        office.size = Some((columns, 40));
        for lang in ["zh", "en"] {
            for words in PAGES {
                let page = office.run_in(lang, words).out;
                assert!(!page.contains('\u{1b}'), "{words:?}: a colour");
                let is_drawn = |line: &&str| line.starts_with(['┌', '│', '╞', '└']);
                let mut width = None;
                for line in page.lines().filter(is_drawn) {
                    let own = line.width();
                    let table = *width.get_or_insert(own);
                    assert!(
                        own == table && own <= usize::from(columns),
                        "{columns} {own}: {line}"
                    );
                    if line.starts_with('└') {
                        width = None;
                    }
                }
            }
        }
    }
}

/// A table that is wider than the terminal stands in parts, each with the first column and its figures
/// whole; a pipe gets it as it is.
#[test]
fn a_wide_table_stands_in_parts() {
    let mut office = office();
    office.size = Some((60, 400));
    let page = office.does(&["report", "units"]).out;
    let heads: Vec<&str> = page.lines().filter(|line| line.contains("单位")).collect();
    assert!(heads.len() > 1, "{page}");
    let units = |page: &str| page.matches("农业服务中心").count();
    assert!(units(&page) >= heads.len(), "{page}");
    office.terminal = false;
    let piped = office.does(&["report", "units"]).out;
    assert!(piped.lines().any(|line| line.width() > 60), "{piped}");
}

/// No number is torn, no line begins with a closing sign, and the page of the day does without the
/// columns that give way rather than stand in parts.
#[test]
fn a_narrow_page_of_the_day_is_one_table_each() {
    let mut office = office();
    office.size = Some((60, 400));
    let page = office.does(&[]).out;
    assert_eq!(page.matches("│ 编号").count(), 1, "{page}");
    assert!(page.contains("窗口窄,没有显示的栏: 环节、期限"), "{page}");
    for cell in page.lines().flat_map(|line| line.split(['│', '┆'])) {
        let cell = cell.trim();
        assert!(!cell.starts_with('、'), "{page}");
        let is_whole = ["号", "号、", "号–", "会议"]
            .iter()
            .any(|end| cell.ends_with(end));
        assert!(is_whole || !cell.contains('第'), "{cell}");
    }
}

/// Help is broken where the terminal ends, but for what is to be copied.
#[test]
fn help_keeps_to_the_terminal() {
    let mut office = office();
    office.size = Some((60, 40));
    for lang in ["zh", "en"] {
        for words in [
            &["list", "--help"][..],
            &["help", "import"],
            &["help", "filters"],
            &["--help"],
        ] {
            let page = office.run_in(lang, words).out;
            let prose = page.lines().filter(|line| !line.contains("jianyi "));
            let wide = prose.filter(|line| line.width() > 60);
            let wide: Vec<&str> = wide.collect();
            assert!(wide.is_empty(), "{words:?}: {wide:#?}");
        }
    }
}

/// A terminal of twenty columns shows what there is, a line a value, and nothing is cut in the middle.
#[test]
fn a_very_narrow_terminal_is_used_too() {
    let mut office = office();
    office.size = Some((20, 10));
    let page = office.does(&["list", "𠮷祥村"]).out;
    assert!(page.lines().all(|line| line.width() <= 20), "{page}");
    let joined: String = page.lines().collect();
    assert!(
        joined.contains("关于𠮷祥村ＡＢＣ路(K3+200～K5)拓宽·硬化的建议"),
        "{page}"
    );
}

#[test]
fn a_terminal_without_unicode_or_colour_gets_what_it_can_show() {
    let mut office = office();
    office.env.remove("NO_COLOR");
    office.size = Some((80, 40));
    assert!(office.does(&["list", "红"]).out.contains("\u{1b}["));
    office.env.insert("TERM".to_owned(), "dumb".to_owned());
    assert!(!office.does(&["list", "红"]).out.contains('\u{1b}'));
    office.env.insert("LC_ALL".to_owned(), "C".to_owned());
    for words in PAGES {
        let page = office.does(words).out;
        assert_eq!(
            page.find(['│', '─', '█', '═', '┆']),
            None,
            "{words:?}: {page}"
        );
    }
}

#[test]
fn control_characters_are_taken_into_no_name() {
    let office = office();
    for name in ["水利\u{1b}[31m站", "水利\u{7}站", "水利\u{202e}站"] {
        office.refuses(&["unit", "add", name], 2, &["U+"]);
        office.refuses(&["filter", "save", name, "红"], 2, &["U+"]);
    }
}
