//! `html`: one page that needs nothing but itself: no network, no font, no file beside it. A strict
//! content security policy names the hashes of its one style and its one script and forbids the
//! rest, so that not even a page that was tampered with reaches out.
//!
//! The page is whole without its script, which adds a search over all tables and sorting by click
//! or key. It follows the reader's light or dark, prints on A4, and tells a screen reader what a
//! picture shows.
//!
//! It is XML too (every element closed, every attribute quoted), so that a strict reader can say
//! whether a word became markup.
//!
//! Refuses: markup from a cell, an inline style, an address to load anything from.

mod bars;
mod code;
mod prose;
mod text;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use self::bars::bars;
use self::code::code;
use self::prose::{has_title, prose};
use self::text::{attribute, text};
use super::code::code as code_of;
use super::drawn::drawn;
use crate::report::{Cell, Column, Document, Kind, Sheet, Tone};
use crate::words::{Lang, PageLabel, Word};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// A page of so many tables has a list of them at its head.
const CONTENTS_FROM: usize = 4;
/// A cell of so many characters is a text to be read, which needs room.
const LONG: usize = 14;

pub(super) fn write(document: &Document, lang: Lang) -> Vec<u8> {
    let label = |label: PageLabel| attribute(label.word(lang));
    let mut page = head(document, lang);
    page += &format!(
        "<body>\n<a class=\"skip\" href=\"#main\">{}</a>\n",
        label(PageLabel::SkipToText)
    );
    let is_text = document.is_text();
    if !(is_text && has_title(&document.prose)) {
        page += &format!("<header><h1>{}</h1></header>\n", text(&document.title));
    }
    let ids: Vec<String> = (1..=document.sheets.len())
        .map(|n| format!("t{n}"))
        .collect();
    let tables = || document.sheets.iter().zip(&ids);
    if ids.len() >= CONTENTS_FROM && !is_text {
        page += &contents(tables(), lang);
    }
    page += &format!(
        "<div class=\"tools\" role=\"search\" hidden=\"\"><label for=\"search\">{}</label>\
         <input id=\"search\" type=\"search\" placeholder=\"{}\" autocomplete=\"off\"/>\
         <p role=\"status\"></p></div>\n",
        label(PageLabel::Search),
        label(PageLabel::SearchHint)
    );
    page += &format!(
        "<main id=\"main\" data-found=\"{}\" data-nothing=\"{}\" data-up=\"{}\" data-down=\"{}\">\n",
        label(PageLabel::Found),
        label(PageLabel::NothingFound),
        label(PageLabel::SortedUp),
        label(PageLabel::SortedDown)
    );
    page += &match is_text {
        true => prose(&document.prose, lang),
        false => tables()
            .map(|(sheet, id)| section(sheet, id, "h2", lang))
            .collect(),
    };
    page += "</main>\n";
    if !document.foot_of_page().is_empty() {
        let lines = document.foot_of_page().iter();
        let lines = lines.map(|line| format!("<p>{}</p>", text(line)));
        page += &format!(
            "<footer><h2>{}</h2>{}</footer>\n",
            label(PageLabel::Foot),
            lines.collect::<String>()
        );
    }
    page += &format!("<script>{SCRIPT}</script>\n</body>\n</html>\n");
    page.into_bytes()
}

/// A list of the tables.
fn contents<'s>(tables: impl Iterator<Item = (&'s Sheet, &'s String)>, lang: Lang) -> String {
    let entries = tables.map(|(sheet, id)| {
        let title = text(&sheet.title);
        format!("<li><a href=\"#{id}\">{title}</a></li>")
    });
    format!(
        "<nav aria-label=\"{}\"><ul>{}</ul></nav>\n",
        attribute(PageLabel::Contents.word(lang)),
        entries.collect::<String>()
    )
}

fn head(document: &Document, lang: Lang) -> String {
    let code = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    // How to print a text again, for whoever looks for it.
    let again = document.foot_beside().map(|foot| {
        let foot = attribute(&foot);
        format!("<meta name=\"description\" content=\"{foot}\"/>\n")
    });
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"referrer\" content=\"no-referrer\"/>\n{}<title>{}</title>\n\
         <style>{STYLE}</style>\n</head>\n",
        hash(STYLE),
        hash(SCRIPT),
        again.unwrap_or_default(),
        text(&document.title)
    )
}

/// How a policy names the one thing that it lets through.
fn hash(source: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(source)))
}

/// A table under its title, with its picture and its notes; `tag` is what the title stands in.
fn section(sheet: &Sheet, id: &str, tag: &str, lang: Lang) -> String {
    let mut out = format!(
        "<section id=\"{id}\" data-table=\"\" aria-labelledby=\"{id}-h\">\n\
         <{tag} class=\"title\" id=\"{id}-h\">{}</{tag}>\n",
        text(&sheet.title)
    );
    if sheet.rows().is_empty() {
        out += &format!("<p class=\"note\">{}</p>\n", PageLabel::NoRows.word(lang));
    } else {
        if let Some(drawn) = drawn(sheet) {
            out += &bars(sheet, drawn, lang, &format!("{id}-p"));
        }
        if let Some((squares, link)) = code_of(sheet) {
            out += &code(&squares, link, lang, &format!("{id}-p"));
        }
        out += &table(sheet, id);
    }
    for note in &sheet.notes {
        out += &format!("<p class=\"note\">{}</p>\n", text(note));
    }
    out + "</section>\n"
}

/// The table; one that is wider than the screen is moved with the arrow keys.
fn table(sheet: &Sheet, id: &str) -> String {
    let is_long: Vec<bool> = (0..sheet.columns().len())
        .map(|place| {
            let mut cells = sheet.rows().iter().filter_map(|row| row.get(place));
            cells.any(|cell| cell.shown().chars().count() >= LONG)
        })
        .collect();
    let classes: Vec<&str> = sheet
        .columns()
        .iter()
        .zip(is_long)
        .map(|(column, long)| class(column, long))
        .collect();
    let heads = sheet.columns().iter().zip(&classes).map(|(column, class)| {
        let class = attributes(&[class]);
        format!("<th scope=\"col\"{class}>{}</th>", text(&column.label))
    });
    let mut out = format!(
        "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"{id}-h\">\
         <table aria-labelledby=\"{id}-h\">\n<thead><tr>{}</tr></thead>\n<tbody>\n",
        heads.collect::<String>()
    );
    for (place, row) in sheet.rows().iter().enumerate() {
        let of_row = tone(sheet.tone(place));
        let cells = row.iter().zip(&classes).enumerate();
        let cells = cells.map(|(at, (cell, class))| drawn_cell(at == 0, cell, class));
        out += &format!(
            "<tr{}>{}</tr>\n",
            attributes(&[of_row]),
            cells.collect::<String>()
        );
    }
    out + "</tbody></table></div>\n"
}

fn class(column: &Column, is_long: bool) -> &'static str {
    match column.kind {
        Kind::Number | Kind::Percent => "figure",
        Kind::Date => "day",
        Kind::Text if is_long => "long",
        Kind::Text => "",
    }
}

/// A cell; the first one of a row is its heading. What sorts otherwise than it reads says so.
fn drawn_cell(is_first: bool, cell: &Cell, class: &str) -> String {
    let (toned, key) = match cell {
        Cell::Word { tone: t, .. } => (tone(*t), None),
        Cell::Amount { tone: t, .. } => (tone(*t), Some(cell.plain())),
        Cell::Percent(_) => ("", Some(cell.plain())),
        Cell::Empty
        | Cell::Text(_)
        | Cell::Integer(_)
        | Cell::Decimal(_)
        | Cell::Date(_)
        | Cell::Link(_)
        | Cell::List(_)
        | Cell::Flag { .. } => ("", None),
    };
    let key = key.map(|key| format!(" data-k=\"{}\"", attribute(&key)));
    let key = key.unwrap_or_default();
    let attributes = attributes(&[class, toned]);
    let words = text(&cell.shown());
    let words = match cell.link() {
        Some(link) => format!("<a href=\"{}\">{words}</a>", attribute(link.as_str())),
        None => words,
    };
    match is_first && !words.is_empty() {
        true => format!("<th scope=\"row\"{attributes}{key}>{words}</th>"),
        false => format!("<td{attributes}{key}>{words}</td>"),
    }
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Good => "good",
        Tone::Warning => "warning",
        Tone::Bad => "bad",
    }
}

fn attributes(classes: &[&str]) -> String {
    let named: Vec<&str> = classes.iter().copied().filter(|c| !c.is_empty()).collect();
    match named.as_slice() {
        [] => String::new(),
        named => format!(" class=\"{}\"", named.join(" ")),
    }
}

#[cfg(test)]
mod tests;
