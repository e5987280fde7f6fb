//! The card of a deputy for the public, and the code on it: every paper's code is scanned as a phone
//! does, and leads where the office said.

use std::io::{Cursor, Read};

use crate::handling::{play, refused};
use crate::office::Office;

const OURS: &str = "https://rd.example.gov.cn/d/{name}";
/// 祝晓琴's page there.
const HERS: &str = "https://rd.example.gov.cn/d/%E7%A5%9D%E6%99%93%E7%90%B4";

fn office() -> Office {
    let office = Office::empty();
    play(
        &office,
        "
init --office 健龙镇人大主席团 --secretary 王敏 --rules national-2025 --on 2024-01-02
deputy add 祝晓琴 --group 第一代表小组 --card 0017 --on 2024-01-10
deputy add 李明 --card 1001 --on 2024-01-10
deputy add 李明 --card 1024 --on 2024-01-10",
    );
    office
}

/// What a phone reads off dark and light squares, each as wide as a few dots.
fn scanned(side: usize, is_dark: impl Fn(usize, usize) -> bool) -> String {
    const DOTS: usize = 5;
    let mut seen =
        rqrr::PreparedImage::prepare_from_greyscale(
            side * DOTS,
            side * DOTS,
            |x, y| match is_dark(x / DOTS, y / DOTS) {
                true => 0,
                false => 255,
            },
        );
    let [code] = &seen.detect_grids()[..] else {
        panic!("not one code");
    };
    code.decode().expect("a code").1
}

/// The squares that a page's path draws: `M4 4h7v1h-7z`.
fn of_page(page: &str) -> String {
    let svg = page.split("<svg class=\"code\"").nth(1).expect("a picture");
    let svg = svg.split("</svg>").next().expect("its end");
    let between = |start: &str, end: char| {
        let rest = svg.split(start).nth(1).expect(start);
        rest.split(end).next().expect("its end").to_owned()
    };
    let side: usize = between("viewBox=\"0 0 ", ' ').parse().expect("a side");
    let mut dark = vec![false; side * side];
    for stroke in between("<path d=\"", '"').split('M').skip(1) {
        let (place, rest) = stroke.split_once('h').expect("a stroke");
        let (x, y) = place.split_once(' ').expect("a place");
        let (x, y): (usize, usize) = (x.parse().expect("x"), y.parse().expect("y"));
        let long: usize = rest
            .split('v')
            .next()
            .and_then(|l| l.parse().ok())
            .expect("long");
        dark[y * side + x..y * side + x + long].fill(true);
    }
    scanned(side, |x, y| dark[y * side + x])
}

/// The same of a picture in a package.
fn of_package(bytes: &[u8], folder: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let names = (0..zip.len()).map(|at| {
        zip.by_index(at)
            .expect("a part")
            .name()
            .expect("a name")
            .into_owned()
    });
    let names: Vec<String> = names.collect();
    let mut pictures = names.iter().filter(|name| name.starts_with(folder));
    let (name, None) = (pictures.next().expect("a picture"), pictures.next()) else {
        panic!("several pictures");
    };
    let mut picture = Vec::new();
    zip.by_name(name)
        .expect("there")
        .read_to_end(&mut picture)
        .expect("read");
    let mut png = png::Decoder::new(Cursor::new(picture));
    png.set_transformations(png::Transformations::EXPAND);
    let mut png = png.read_info().expect("a picture");
    let mut dots = vec![0; png.output_buffer_size().expect("small")];
    let head = png.next_frame(&mut dots).expect("whole");
    assert_eq!(head.width, head.height);
    let side = head.width as usize;
    let mut seen =
        rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| dots[y * side + x]);
    seen.detect_grids()[0].decode().expect("a code").1
}

/// The same of the lines of a screen.
fn of_screen(screen: &str) -> String {
    let drawn =
        |line: &&str| line.chars().count() > 20 && line.chars().all(|c| " █▀▄#".contains(c));
    let lines: Vec<Vec<char>> = screen
        .lines()
        .filter(drawn)
        .map(|l| l.chars().collect())
        .collect();
    let is_ascii = lines.iter().flatten().any(|c| *c == '#');
    let side = lines[0].len() / if is_ascii { 2 } else { 1 };
    scanned(side, |x, y| match is_ascii {
        true => lines[y][2 * x] == '#',
        false => match lines[y / 2][x] {
            '█' => true,
            '▀' => y % 2 == 0,
            '▄' => y % 2 == 1,
            _ => false,
        },
    })
}

#[test]
fn the_code_leads_there_from_every_paper() {
    let office = office();
    let saved = |file: &str| {
        office.does(&["deputy", "card", "祝晓琴", "--link", OURS, "-o", file]);
        std::fs::read(office.path(file)).expect(file)
    };
    let page = String::from_utf8(saved("卡.html")).expect("a page");
    assert_eq!(of_page(&page), HERS);
    assert!(page.contains(&format!("<a href=\"{HERS}\">")), "{page}");
    assert!(
        page.contains(&format!("<desc id=\"t2-p-d\">{HERS}</desc>")),
        "{page}"
    );
    let document = saved("卡.docx");
    assert_eq!(of_package(&document, "word/media/"), HERS);
    assert_eq!(document, saved("again.docx"), "the same bytes");
    assert_eq!(of_package(&saved("卡.xlsx"), "xl/media/"), HERS);
    let text = String::from_utf8(saved("卡.md")).expect("text");
    assert!(text.contains(&format!("| <{HERS}> |")), "{text}");
    let screen = |more: &[&str]| {
        let line = ["deputy", "card", "祝晓琴", "--链接", OURS];
        office.does(&[&line, more].concat()).out
    };
    assert_eq!(of_screen(&screen(&[])), HERS);
    assert_eq!(of_screen(&screen(&["--ascii"])), HERS);
    let card = office.json(&["deputy", "card", "祝晓琴", "--link", OURS]);
    assert_eq!(card["data"]["code"][0]["link"], HERS, "{card}");
}

#[test]
fn a_narrow_screen_shows_the_address_whole() {
    let mut office = office();
    office.terminal = true;
    office.size = Some((26, 24));
    let card = office
        .does(&["deputy", "card", "祝晓琴", "--link", "https://a.cn/7"])
        .out;
    assert!(
        card.contains("https://a.cn/7") && !card.contains('▀'),
        "{card}"
    );
}

/// The office writes once where its codes lead; a card alone may lead elsewhere.
#[test]
fn the_rules_of_the_office_say_where_the_code_leads() {
    let office = office();
    let told = office.does(&["deputy", "card", "祝晓琴"]);
    assert!(
        !told.out.contains('▀') && told.err.contains("--链接"),
        "{told:?}"
    );
    office.does(&[
        "rules",
        "new",
        "--from",
        "national-2025",
        "--name",
        "本镇办法",
        "-o",
        "ours.json",
    ]);
    let file = office.path("ours.json");
    let written = std::fs::read_to_string(&file).expect("the file");
    let with = |link: &str| {
        let ours = written.replace("\"link\": null", &format!("\"link\": \"{link}\""));
        assert_ne!(ours, written, "{written}");
        std::fs::write(&file, ours).expect("written");
    };
    with("rd.example.gov.cn");
    refused(
        &office,
        "rules adopt ours.json --from 2024-01-02",
        2,
        "https://",
    );
    with(OURS);
    play(
        &office,
        "rules adopt ours.json --from 2024-01-02 --on 2024-01-11",
    );
    let code = |name: &str, more: &[&str]| {
        let line = ["deputy", "card", name];
        let card = office.json(&[&line, more].concat());
        card["data"]["code"][0]["link"].as_str().map(str::to_owned)
    };
    assert_eq!(code("祝晓琴", &[]).as_deref(), Some(HERS));
    let other = ["--link", "https://a.cn/7"];
    assert_eq!(code("祝晓琴", &other).as_deref(), Some("https://a.cn/7"));
    // A page by the name would be that of both; and their cards are not for the public.
    assert_eq!(code("李明(1024)", &[]), None);
    assert_eq!(
        code("李明(1024)", &other).as_deref(),
        Some("https://a.cn/7")
    );
    let card = office.does(&["deputy", "card", "李明(1024)"]).out;
    assert!(card.contains("李明") && !card.contains("1024"), "{card}");
    let shown = office.does(&["rules", "show"]).out;
    assert!(shown.contains(OURS), "{shown}");
}

#[test]
fn what_is_no_link_is_refused_with_its_reason() {
    let office = office();
    let long = format!("https://a.cn/{}", "a".repeat(400));
    for (link, why) in [
        ("javascript:alert(1)", "https://"),
        ("https://a.cn/\u{1b}[31m", "不能有"),
        ("https://a.cn/一 二", "不能有"),
        ("https://a.cn/{card}", "不能有“{”"),
        ("https://人:密@a.cn/", "用户名"),
        ("https://a.cn/13812345678", "电话"),
        (&long, "300 个字节"),
    ] {
        let told = office.run(&["deputy", "card", "祝晓琴", "--link", link, "-o", "卡.html"]);
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{told:?}");
        assert!(
            told.err.contains(why) && !told.err.contains('\u{1b}'),
            "{told:?}"
        );
        assert!(!office.path("卡.html").exists());
    }
}
