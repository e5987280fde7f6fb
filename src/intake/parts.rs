//! Who has which part, where a cell says it beside the name: `农业服务中心（主办）、财政所（协办）`,
//! `祝晓琴（领衔）`, `祝晓琴等3人`, `王平 13900000000`. Such cells are written as if each part had its own column, and
//! read again.
//!
//! Refuses: to choose who leads of several units that nobody marked, unless the header says that
//! the first one does (`主办/会办`); to leave out those whose names are not written without telling.

use super::cell::{Why, name, pieces};
use super::guess::is_phone;
use super::header::Header;
use super::ledger::ReadRow;
use super::mapping::Mapping;
use super::table::Remark;
use crate::domain::terms::{Name, half_width, parse_integer};
use crate::words::LedgerColumn as Column;

/// Words for the part of a unit, and the column of that part.
const UNITS: &[(&str, Column)] = &[
    ("主办", Column::Lead),
    ("主", Column::Lead),
    ("牵头", Column::Lead),
    ("主责", Column::Lead),
    ("独办", Column::Lead),
    ("单办", Column::Lead),
    ("主办单位", Column::Lead),
    ("牵头单位", Column::Lead),
    ("协办", Column::Co),
    ("协", Column::Co),
    ("会办", Column::Co),
    ("会", Column::Co),
    ("配合", Column::Co),
    ("协助", Column::Co),
    ("协办单位", Column::Co),
    ("会办单位", Column::Co),
    ("配合单位", Column::Co),
    ("分办", Column::Separate),
    ("分", Column::Separate),
];

/// Words that say of a name that it is the deputy's.
const SIGNERS: &[&str] = &[
    "领衔",
    "领衔人",
    "领衔代表",
    "第一提案人",
    "附议",
    "附议人",
    "联名",
];

/// Headers under which the first unit leads and the others help.
const IN_ORDER: [&str; 4] = ["主办/会办", "主办/协办", "主协办单位", "主会办单位"];

/// Whether a header says of several units that the first one leads.
pub(super) fn is_in_order(header: &str) -> bool {
    let bare = half_width(header);
    let bare: String = bare.split_whitespace().collect();
    IN_ORDER.contains(&bare.trim_end_matches(':'))
}

/// Takes the cells of all rows apart, and tells whose signatures have no name.
pub(super) fn take_apart(
    rows: &mut [ReadRow],
    header: &Header<Column>,
    mapping: &Mapping,
) -> Option<Remark> {
    let named = header.named(Column::Lead).unwrap_or_default();
    let meant = mapping.map.get(named).map_or(named, String::as_str);
    let in_order = is_in_order(meant);
    let mut nameless = Vec::new();
    for row in rows {
        let mut changed = units(row, in_order) | phone_of_clerk(row);
        for column in [Column::Deputy, Column::CoSigners] {
            changed |= signers(row, column, &mut nameless);
        }
        if changed {
            *row = ReadRow::of(row.line, std::mem::take(&mut row.cells));
        }
    }
    (!nameless.is_empty()).then_some(Remark::Nameless(nameless))
}

/// Puts each unit of the cell of those that lead into the column of its part.
fn units(row: &mut ReadRow, in_order: bool) -> bool {
    let Some(cell) = row.cells.get(&Column::Lead) else {
        return false;
    };
    let mut before = None;
    let mut with_part = |piece| unit_with_part(piece, &mut before);
    let parted: Vec<(Option<Column>, &str)> = pieces(cell)
        .flat_map(after_brackets)
        .map(&mut with_part)
        .collect();
    let marked = parted.iter().filter(|(part, _)| part.is_some()).count();
    let is_of_the_rest = |(part, _): &&(Option<Column>, &str)| part.is_none();
    let alone = parted.iter().filter(is_of_the_rest).count() == 1;
    let leads = parted.iter().any(|(part, _)| *part == Some(Column::Lead));
    if marked == 0 && !(in_order && parted.len() > 1) {
        return false;
    }
    let mut parts: Vec<(Column, String)> = Vec::new();
    for (place, (part, unit)) in parted.iter().enumerate() {
        let supposed = match (marked, place) {
            (0, 0) => Some(Column::Lead),
            (0, _) => Some(Column::Co),
            // One without a word beside others that help is the one that leads.
            _ if alone && !leads => Some(Column::Lead),
            _ => None,
        };
        let Some(part) = part.or(supposed) else {
            return false;
        };
        parts.push((part, (*unit).to_owned()));
    }
    row.cells.remove(&Column::Lead);
    for (part, unit) in parts {
        let cell = row.cells.entry(part).or_default();
        if !cell.is_empty() {
            cell.push('、');
        }
        cell.push_str(&unit);
    }
    true
}

/// `水务站（主） 卫生院（协）` in its pieces: a bracket that closes ends one.
fn after_brackets(piece: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = piece;
    while let Some(gap) = rest.find([')', '）']) {
        let end = gap + rest[gap..].chars().next().map_or(0, char::len_utf8);
        let after = &rest[end..];
        if !after.starts_with(char::is_whitespace) || after.trim().is_empty() {
            break;
        }
        pieces.push(rest[..end].trim());
        rest = after.trim_start();
    }
    pieces.push(rest.trim());
    pieces
}

/// `农业服务中心（主办）`; `主办：农业服务中心`, whose word holds for what follows; `农业服务中心`.
fn unit_with_part<'a>(piece: &'a str, before: &mut Option<Column>) -> (Option<Column>, &'a str) {
    let behind = in_brackets(piece).and_then(|(unit, word)| Some((part(word)?, unit)));
    if let Some((part, unit)) = behind {
        return (Some(part), unit);
    }
    match piece.split_once(['：', ':']) {
        Some((word, unit)) if part(word).is_some() => {
            *before = part(word);
            (*before, unit.trim())
        }
        _ => (*before, piece),
    }
}

/// The column of a word for a part.
fn part(word: &str) -> Option<Column> {
    let found = UNITS.iter().find(|(w, _)| *w == word.trim());
    found.map(|(_, part)| *part)
}

/// Whether a cell is a word for a part, and nothing else.
pub(super) fn is_part(cell: &str) -> bool {
    part(cell).is_some()
}

/// Whether a word for a part says of a unit that it helps another one.
pub(super) fn helps(word: &str) -> bool {
    part(word) == Some(Column::Co)
}

/// Puts the phone that stands behind a clerk's name where phones stand: `王平 13900000000`.
fn phone_of_clerk(row: &mut ReadRow) -> bool {
    let cell = row.cells.get(&Column::Clerk);
    let free = !row.cells.contains_key(&Column::Phone);
    let Some((name, phone)) = cell.filter(|_| free).and_then(|cell| with_phone(cell)) else {
        return false;
    };
    row.cells.insert(Column::Clerk, name);
    row.cells.insert(Column::Phone, phone);
    true
}

/// A name without figures, and the one phone behind it.
fn with_phone(cell: &str) -> Option<(String, String)> {
    const BETWEEN: [char; 9] = [' ', '\n', '(', ')', ':', ',', '、', '/', '-'];
    let plain = half_width(cell.trim());
    let at = plain.find(|c: char| c.is_ascii_digit() || c == '+')?;
    let (name, phone) = plain.split_at(at);
    let (name, phone) = (name.trim_matches(BETWEEN), phone.trim_matches(BETWEEN));
    (!name.is_empty() && is_phone(phone)).then(|| (name.to_owned(), phone.to_owned()))
}

/// A name and what stands in brackets behind it.
fn in_brackets(piece: &str) -> Option<(&str, &str)> {
    let (name, rest) = piece
        .trim_end_matches([')', '）'])
        .rsplit_once(['(', '（'])?;
    let is_closed = piece.ends_with([')', '）']);
    (is_closed && !name.trim().is_empty()).then(|| (name.trim(), rest))
}

/// Takes from the names of those who signed what is no name.
fn signers(row: &mut ReadRow, column: Column, nameless: &mut Vec<String>) -> bool {
    let Some(cell) = row.cells.get(&column) else {
        return false;
    };
    let mut bare = without_part(cell);
    if let Some(named) = without_the_others(&bare) {
        nameless.push(cell.clone());
        bare = named;
    }
    let changed = bare != *cell;
    if changed {
        row.cells.insert(column, bare);
    }
    changed
}

/// `祝晓琴（领衔）、王平` without the word in brackets.
fn without_part(cell: &str) -> String {
    let mut bare = cell.to_owned();
    for word in SIGNERS {
        for (open, close) in [('(', ')'), ('（', '）')] {
            bare = bare.replace(&format!("{open}{word}{close}"), "");
        }
    }
    bare
}

/// `祝晓琴、王平等5人` → those who are named.
fn without_the_others(cell: &str) -> Option<String> {
    let cell = cell.trim();
    let bare = cell
        .trim_end_matches("代表")
        .trim_end_matches(['人', '名', '位']);
    let (named, count) = bare.rsplit_once('等')?;
    let counted = parse_integer(half_width(count).trim()).is_some();
    let is_so = bare != cell && (counted || count.is_empty()) && !named.trim().is_empty();
    is_so.then(|| named.trim().to_owned())
}

/// The one unit that leads; where each of several replies, they have a column of their own.
pub(super) fn lead_unit(text: &str) -> Result<Name, Why> {
    match pieces(text).count() {
        0 | 1 => name(text),
        _ => Err(Why::Several),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn row(cells: &[(Column, &str)]) -> ReadRow {
        let cells: BTreeMap<Column, String> = cells
            .iter()
            .map(|(c, text)| (*c, (*text).to_owned()))
            .collect();
        ReadRow::of(2, cells)
    }

    fn told(cell: &str, in_order: bool) -> Option<[Option<String>; 3]> {
        let mut row = row(&[(Column::Lead, cell)]);
        units(&mut row, in_order).then(|| {
            [Column::Lead, Column::Co, Column::Separate].map(|part| row.cells.get(&part).cloned())
        })
    }

    #[test]
    fn units_go_where_the_cell_says() {
        let parts = |lead: &str, co: &str, separate: &str| {
            let cell = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            Some([cell(lead), cell(co), cell(separate)])
        };
        for (cell, in_order, expected) in [
            (
                "农业站（主）、财政所（协）",
                false,
                parts("农业站", "财政所", ""),
            ),
            ("财政所（协办）、农业站(牵头)；水利站", false, None),
            (
                "水务站（主） 卫生院(协)",
                false,
                parts("水务站", "卫生院", ""),
            ),
            (
                "主办：农业站；会办：财政所、水利站",
                false,
                parts("农业站", "财政所、水利站", ""),
            ),
            (
                "农业站，财政所（会办）",
                false,
                parts("农业站", "财政所", ""),
            ),
            ("村镇建设中心（牵头）", false, parts("村镇建设中心", "", "")),
            (
                "农业站（分办）、财政所（分办）",
                false,
                parts("", "", "农业站、财政所"),
            ),
            (
                "农业站、财政所、水利站",
                true,
                parts("农业站", "财政所、水利站", ""),
            ),
            ("农业站、财政所", false, None),
            ("农业站", true, None),
            ("市场监管所（南桥）", false, None),
        ] {
            assert_eq!(told(cell, in_order), expected, "{cell}");
        }
        assert!(is_in_order("主办 / 会办：") && !is_in_order("主办单位"));
    }

    #[test]
    fn a_phone_behind_a_name_is_a_phone() {
        let told = |cell| with_phone(cell);
        let parted = |name: &str, phone: &str| Some((name.to_owned(), phone.to_owned()));
        assert_eq!(told("王平 13900000000"), parted("王平", "13900000000"));
        assert_eq!(
            told("王平（０２３-41000107）"),
            parted("王平", "023-41000107")
        );
        assert_eq!(
            told("王平、李强：13900000000"),
            parted("王平、李强", "13900000000")
        );
        for cell in ["王平", "13900000000", "王平 1组", "王平 13900000000 李强"] {
            assert_eq!(told(cell), None, "{cell}");
        }
    }

    #[test]
    fn what_is_no_name_is_taken_from_the_names() {
        for (cell, bare, is_nameless) in [
            ("祝晓琴（领衔）", "祝晓琴", false),
            ("祝晓琴（领衔）、王平", "祝晓琴、王平", false),
            ("凌钦泽等3人", "凌钦泽", true),
            ("凌钦泽、王平等五名代表", "凌钦泽、王平", true),
            ("凌钦泽等人", "凌钦泽", true),
            ("李强（3012）", "李强（3012）", false),
            ("王等人", "王", true),
            ("王三等", "王三等", false),
        ] {
            let mut nameless = Vec::new();
            let mut row = row(&[(Column::Deputy, cell)]);
            signers(&mut row, Column::Deputy, &mut nameless);
            assert_eq!(row.cells[&Column::Deputy], bare, "{cell}");
            assert_eq!(!nameless.is_empty(), is_nameless, "{cell}");
        }
    }
}
