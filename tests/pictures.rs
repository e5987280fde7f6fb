//! The picture of the terminal in the README: the page of the day as its cells stand on a screen. It
//! is drawn anew each time and must be the one that is kept; `examples/pictures.sh` keeps it.

use std::num::NonZero;

use crate::office::Office;

const COLUMNS: u16 = 92;
const LINES: u16 = 62;

/// How a cell is painted.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Paint {
    colour: &'static str,
    bold: bool,
}

fn paint(cell: &vt100::Cell) -> Paint {
    let colour = match cell.fgcolor() {
        vt100::Color::Idx(1 | 9) => "#ff6b68",
        vt100::Color::Idx(2 | 10) => "#73c990",
        vt100::Color::Idx(3 | 11) => "#e5c07b",
        vt100::Color::Default | vt100::Color::Idx(_) | vt100::Color::Rgb(..) => "#d8dee9",
    };
    let bold = cell.bold();
    Paint { colour, bold }
}

/// Each run of cells of one paint, at its column, as wide as its cells.
fn line(screen: &vt100::Screen, row: u16) -> String {
    let mut out = String::new();
    let mut run = (0, 0, String::new(), None::<Paint>);
    let mut flush = |run: &(u16, u16, String, Option<Paint>)| {
        let (from, to, text, Some(paint)) = run else {
            return;
        };
        if text.trim().is_empty() {
            return;
        }
        let (x, y, width) = (10 + from * 8, 26 + row * 18, (to - from) * 8);
        let weight = if paint.bold {
            " font-weight=\"bold\""
        } else {
            ""
        };
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let colour = paint.colour;
        out += &format!(
            "<text x=\"{x}\" y=\"{y}\" textLength=\"{width}\" fill=\"{colour}\"{weight}>{text}</text>\n"
        );
    };
    for column in 0..COLUMNS {
        let Some(cell) = screen
            .cell(row, column)
            .filter(|c| !c.is_wide_continuation())
        else {
            continue;
        };
        let wide = if cell.is_wide() { 2 } else { 1 };
        let own = paint(cell);
        let shown = if cell.has_contents() {
            cell.contents()
        } else {
            " "
        };
        // A column of a table begins a run of its own, so that no font moves it.
        if run.3 != Some(own) || shown == " " || run.2.ends_with(' ') {
            flush(&run);
            run = (column, column, String::new(), Some(own));
        }
        run.2 += shown;
        run.1 = column + wide;
    }
    flush(&run);
    out
}

fn size(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("some")
}

fn drawn(lang: &'static str) -> String {
    let mut office = Office::with_year();
    office.now = "2024-05-20T09:00:00+08:00";
    office.terminal = true;
    office.size = Some((COLUMNS, LINES));
    office.env.insert("PAGER".to_owned(), String::new());
    let page = office.run_in(lang, &[]).out;
    let mut terminal = vt100::Parser::new(size(LINES), size(COLUMNS), 0);
    terminal.process(b"$ jianyi\r\n");
    terminal.process(page.trim_end().replace('\n', "\r\n").as_bytes());
    let screen = terminal.screen();
    let used = screen.rows(0, COLUMNS).collect::<Vec<_>>();
    let used = used.iter().rposition(|row| !row.trim().is_empty());
    let rows = u16::try_from(used.unwrap_or_default() + 1).expect("a screen");
    let (width, height) = (COLUMNS * 8 + 20, rows * 18 + 26);
    let lines: String = (0..rows).map(|row| line(screen, row)).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1e222a\"/>\n<g font-family=\"'Sarasa Mono SC','Noto Sans Mono CJK SC','Microsoft YaHei Mono',monospace\" font-size=\"14\" xml:space=\"preserve\">\n{lines}</g>\n</svg>\n"
    )
}

#[test]
fn the_picture_of_the_terminal_is_what_it_shows() {
    for lang in ["zh", "en"] {
        let file = crate::office::example(&format!("pictures/today.{lang}.svg"));
        let picture = drawn(lang);
        if std::env::var_os("JIANYI_PICTURES").is_some() {
            std::fs::write(&file, &picture).expect("a test may write");
        }
        let kept = std::fs::read_to_string(&file).expect("examples/pictures.sh makes it");
        assert!(kept == picture, "{file}: run examples/pictures.sh");
        assert!(picture.contains("#ff6b68") && picture.contains("</svg>"));
    }
}
