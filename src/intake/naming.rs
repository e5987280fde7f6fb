//! A text above a column → the column it names.

use super::header::TableColumn;
use super::mapping::Mapping;
use super::workbook::Meaning;
use crate::domain::terms::half_width;

/// The column that a text names.
pub(super) fn known<C: TableColumn>(text: &str) -> Option<C> {
    let text = normal(text);
    if C::ambiguous().contains(&text.as_str()) {
        return None;
    }
    C::of_header(&text).or_else(|| {
        let synonym = C::synonyms().iter().find(|(word, _)| *word == text);
        synonym.map(|(_, column)| *column)
    })
}

/// Whether it may mean something else all the same.
pub(super) fn is_doubtful<C: TableColumn>(text: &str) -> bool {
    C::doubtful().contains(&normal(text).as_str())
}

/// Whether a header of ours stands more than once and this is where it stands first: to ignore it is
/// to pass over the others.
pub(super) fn is_first_of_several<C: TableColumn>(named: &[(usize, &str)], place: usize) -> bool {
    let text = named.iter().find(|(at, _)| *at == place);
    let Some((_, text)) = text.filter(|(_, text)| known::<C>(text).is_some()) else {
        return false;
    };
    let mut same = named.iter().filter(|(_, other)| other == text);
    same.next().is_some_and(|(first, _)| *first == place) && same.next().is_some()
}

/// What a text is as a header, for who looks for the row of the headers.
pub(super) fn meaning<C: TableColumn>(text: &str, mapping: &Mapping) -> Meaning {
    let text: String = text.split_whitespace().collect();
    if mapping.ignore.contains(&text) {
        Meaning::Ignored
    } else if mapping.map.contains_key(&text) || known::<C>(&text).is_some() {
        Meaning::Column
    } else if C::ambiguous().contains(&normal(&text).as_str()) {
        Meaning::Doubtful
    } else {
        Meaning::Nothing
    }
}

/// Half-width, without white space, without what stands in brackets, without a last colon.
pub(super) fn normal(text: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::new();
    for c in half_width(text).chars() {
        match c {
            '(' | '[' | '〔' | '【' => depth += 1,
            ')' | ']' | '〕' | '】' => depth = depth.saturating_sub(1),
            _ if depth > 0 || c.is_whitespace() => {}
            _ => bare.push(c),
        }
    }
    bare.trim_end_matches([':', '*']).to_owned()
}
