//! A part of a document as text with marks: where its paragraphs and words stand, and how words take
//! the places of names without touching anything else.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::{escape, unescape};
use quick_xml::events::Event;

use crate::domain::terms::strip_hidden_keep_lines;

/// A paragraph: where it stands, where its words stand, whether another one stands in it.
#[derive(Debug, Default)]
struct Paragraph {
    whole: Range<usize>,
    /// The tags and words of each piece.
    pieces: Vec<Piece>,
    is_nested: bool,
}

/// `<w:t>…</w:t>`
#[derive(Debug)]
struct Piece {
    whole: Range<usize>,
    words: String,
}

/// A name between its braces, in the words of a paragraph.
#[derive(Debug)]
struct Slot {
    range: Range<usize>,
    name: String,
}

/// The names that a part asks for.
pub(super) fn names(text: &str) -> Result<Vec<String>, String> {
    let paragraphs = paragraphs(text)?;
    let slots = paragraphs.iter().flat_map(slots);
    Ok(slots.map(|slot| slot.name).collect())
}

/// The part with words in the places of their names. A paragraph that asks for one of `wholes`
/// becomes that; in a text box, where a table cannot stand, it stays without words.
pub(super) fn filled(
    text: &str,
    words: &[(&str, String)],
    wholes: &[(&str, String)],
) -> Result<String, String> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for paragraph in paragraphs(text)? {
        let slots = slots(&paragraph);
        if slots.is_empty() {
            continue;
        }
        let whole = wholes
            .iter()
            .find(|(name, _)| slots.iter().any(|slot| slot.name == *name));
        if let Some((_, whole)) = whole.filter(|_| !paragraph.is_nested) {
            edits.push((paragraph.whole.clone(), whole.clone()));
            continue;
        }
        let lines = slots
            .iter()
            .map(|slot| words_of(words, &slot.name).lines().count());
        let copies = lines.max().unwrap_or_default();
        // A paragraph in a paragraph is a text box: there lines are broken, not copied.
        if copies > 1 && !paragraph.is_nested {
            let copy = |line: usize| {
                let edits = written(&paragraph, &slots, words, Some(line));
                applied(text, paragraph.whole.clone(), edits)
            };
            edits.push((paragraph.whole.clone(), (0..copies).map(copy).collect()));
        } else {
            edits.extend(written(&paragraph, &slots, words, None));
        }
    }
    Ok(applied(text, 0..text.len(), edits))
}

fn words_of<'a>(words: &'a [(&str, String)], name: &str) -> &'a str {
    let known = words.iter().find(|(known, _)| *known == name);
    known.map_or("", |(_, words)| words)
}

/// A stretch of the text with some ranges of it replaced; they do not overlap.
fn applied(text: &str, within: Range<usize>, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::new();
    let mut at = within.start;
    for (range, words) in edits {
        out.push_str(&text[at..range.start]);
        out.push_str(&words);
        at = range.end;
    }
    out.push_str(&text[at..within.end]);
    out
}

/// The pieces of a paragraph that change: the words stand where a name began. Of words with several
/// lines it is one line, or all of them with breaks between.
fn written(
    paragraph: &Paragraph,
    slots: &[Slot],
    words: &[(&str, String)],
    line: Option<usize>,
) -> Vec<(Range<usize>, String)> {
    let mut edits = Vec::new();
    let mut begin = 0;
    for piece in &paragraph.pieces {
        let end = begin + piece.words.len();
        let touched = slots
            .iter()
            .any(|s| s.range.start < end && s.range.end > begin);
        if touched {
            let mut out = String::new();
            let mut at = begin;
            for slot in slots {
                let (from, to) = (slot.range.start.max(begin), slot.range.end.min(end));
                if from >= to {
                    continue;
                }
                out.push_str(&piece.words[at - begin..from - begin]);
                if slot.range.start >= begin {
                    let words = words_of(words, &slot.name);
                    match line {
                        // A name that has one line only stands in the first copy.
                        Some(line) => out.push_str(words.lines().nth(line).unwrap_or_default()),
                        None => out.push_str(words),
                    }
                }
                at = to;
            }
            out.push_str(&piece.words[at - begin..]);
            edits.push((piece.whole.clone(), tagged(&out)));
        }
        begin = end;
    }
    edits
}

/// Words as the content of a run.
fn tagged(words: &str) -> String {
    let clean = strip_hidden_keep_lines(words);
    let lines = clean.split('\n').map(|line| {
        let line = escape(line);
        format!(r#"<w:t xml:space="preserve">{line}</w:t>"#)
    });
    lines.collect::<Vec<_>>().join("<w:br/>")
}

/// The names in a paragraph: `{{ 标 题 }}` is 标题.
fn slots(paragraph: &Paragraph) -> Vec<Slot> {
    let words: String = paragraph.pieces.iter().map(|p| p.words.as_str()).collect();
    let mut slots = Vec::new();
    let mut at = 0;
    while let Some(begin) = words[at..].find("{{").map(|place| at + place) {
        let Some(end) = words[begin..].find("}}").map(|place| begin + place) else {
            break;
        };
        // Of `{{{{标题}}` the inner pair counts.
        let begin = words[..end].rfind("{{").unwrap_or(begin);
        let name = words[begin + 2..end].chars().filter(|c| !c.is_whitespace());
        slots.push(Slot {
            range: begin..end + 2,
            name: name.collect(),
        });
        at = end + 2;
    }
    slots
}

/// Braces as a Chinese input method writes them mean the same.
fn half_braces(words: &str) -> String {
    words.replace('｛', "{").replace('｝', "}")
}

/// Pairs of braces that are no name's, each with some words after it: one was forgotten.
pub(super) fn loose(text: &str) -> Result<Vec<String>, String> {
    const SHOWN_MOST: usize = 12;
    let paragraphs = paragraphs(text)?;
    let loose = paragraphs.iter().filter_map(|paragraph| {
        let words: String = paragraph.pieces.iter().map(|p| p.words.as_str()).collect();
        let slots = slots(paragraph);
        let pairs = words.match_indices("{{").chain(words.match_indices("}}"));
        let outside = |at: &usize| !slots.iter().any(|slot| slot.range.contains(at));
        let first = pairs.map(|(at, _)| at).filter(outside).min()?;
        Some(words[first..].chars().take(SHOWN_MOST).collect())
    });
    Ok(loose.collect())
}

/// The paragraphs of a part, in the order of their ends.
fn paragraphs(text: &str) -> Result<Vec<Paragraph>, String> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Paragraph> = Vec::new();
    let mut done = Vec::new();
    let mut piece: Option<Piece> = None;
    loop {
        let before = place(&reader);
        let event = reader.read_event().map_err(|e| e.to_string())?;
        let after = place(&reader);
        match event {
            Event::Start(tag) if tag.name().as_ref() == "w:p" => {
                open.iter_mut().for_each(|outer| outer.is_nested = true);
                open.push(Paragraph {
                    whole: before..after,
                    pieces: Vec::new(),
                    is_nested: !open.is_empty(),
                });
            }
            Event::End(tag) if tag.name().as_ref() == "w:p" => {
                if let Some(mut paragraph) = open.pop() {
                    paragraph.whole.end = after;
                    done.push(paragraph);
                }
            }
            Event::Start(tag) if tag.name().as_ref() == "w:t" => {
                piece = Some(Piece {
                    whole: before..after,
                    words: String::new(),
                });
            }
            Event::End(tag) if tag.name().as_ref() == "w:t" => {
                if let (Some(mut piece), Some(paragraph)) = (piece.take(), open.last_mut()) {
                    piece.whole.end = after;
                    paragraph.pieces.push(piece);
                }
            }
            Event::Text(_) | Event::GeneralRef(_) | Event::CData(_) => {
                if let Some(piece) = &mut piece {
                    let raw = &text[before..after];
                    let cdata = raw
                        .strip_prefix("<![CDATA[")
                        .and_then(|r| r.strip_suffix("]]>"));
                    match cdata {
                        Some(words) => piece.words += &half_braces(words),
                        None => {
                            let words = unescape(raw).map_err(|e| e.to_string())?;
                            piece.words += &half_braces(&words);
                        }
                    }
                }
            }
            Event::Eof => break,
            Event::Start(_)
            | Event::End(_)
            | Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
    Ok(done)
}

fn place(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}
