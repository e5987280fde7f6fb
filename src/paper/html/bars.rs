//! A table's counts as bars: an SVG whose words can be read, searched and printed. It stands above
//! its table, which tells the same in full.
//!
//! Refuses: colours of its own (the page's style has them) and shares of its own.

use super::text::{attribute, text};
use crate::paper::drawn::Drawn;
use crate::report::{Cell, Cells, Sheet};
use crate::words::{Lang, PageLabel, Word};

const WIDTH: usize = 560;
const LINE: usize = 26;
/// A Han character is as wide as it is high; a Latin one about half.
const SIGN: usize = 14;
const LABEL_MOST: usize = 210;
/// What stands after the longest bar: `291（100.00%）`.
const VALUE: usize = 110;

/// The picture of a sheet that is drawn.
pub(super) fn bars(sheet: &Sheet, drawn: Drawn, lang: Lang, id: &str) -> String {
    let rows: Vec<(String, u64, String)> = sheet
        .rows()
        .first(drawn.rows)
        .iter()
        .map(|row| told(sheet, row, drawn.column))
        .collect();
    let longest = rows.iter().map(|(_, count, _)| *count).max().unwrap_or(1);
    let labels = rows.iter().map(|(label, _, _)| width(label)).max();
    let left = labels.unwrap_or_default().min(LABEL_MOST) + 12;
    let room = WIDTH - left - VALUE;
    let height = rows.len() * LINE + 8;
    let told: Vec<String> = rows.iter().map(|(l, _, v)| format!("{l} {v}")).collect();
    let mut out = format!(
        "<figure><svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\
         <title id=\"{id}-t\">{} · {}</title><desc id=\"{id}-d\">{}</desc>\n",
        text(&sheet.title),
        PageLabel::Chart.word(lang),
        text(&told.join("; "))
    );
    for (place, (label, count, value)) in rows.iter().enumerate() {
        let top = place * LINE + 4;
        let base = top + 16;
        let long = usize::try_from(count * room as u64 / longest.max(1)).unwrap_or_default();
        // Never nothing for something.
        let long = long.max(usize::from(*count > 0) * 2);
        out += &format!(
            "<text x=\"{}\" y=\"{base}\" text-anchor=\"end\">{}</text>\
             <rect x=\"{left}\" y=\"{top}\" width=\"{long}\" height=\"20\" rx=\"2\"><title>{}</title></rect>\
             <text x=\"{}\" y=\"{base}\">{}</text>\n",
            left - 8,
            text(&cut(label)),
            attribute(&format!("{label} {value}")),
            left + long + 8,
            text(value),
        );
    }
    out + "</svg></figure>\n"
}

/// Label, count, and the count as it is told: `40（58%）`.
fn told(sheet: &Sheet, row: Cells, column: usize) -> (String, u64, String) {
    let shown = |place: usize| row.get(place).map(|cell| cell.shown().into_owned());
    let count = match row.get(column) {
        Some(Cell::Integer(count)) => u64::try_from(*count).unwrap_or_default(),
        _ => 0,
    };
    let percent = sheet.columns().iter().position(|c| c.key == "percent");
    let share = percent.and_then(shown).filter(|share| !share.is_empty());
    let value = match share {
        Some(share) => format!("{count} ({share})"),
        None => count.to_string(),
    };
    (shown(0).unwrap_or_default(), count, value)
}

fn width(words: &str) -> usize {
    words.chars().map(sign).sum()
}

fn sign(c: char) -> usize {
    if c.is_ascii() { SIGN * 3 / 5 } else { SIGN }
}

/// A label that leaves room for its bar.
fn cut(label: &str) -> String {
    if width(label) <= LABEL_MOST {
        return label.to_owned();
    }
    let mut room = LABEL_MOST - SIGN;
    let fits = |c: &char| {
        let is_room = sign(*c) <= room;
        room = room.saturating_sub(sign(*c));
        is_room
    };
    let kept: String = label.chars().take_while(fits).collect();
    format!("{kept}…")
}
