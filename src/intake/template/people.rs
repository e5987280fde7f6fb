//! Who made a template, and who worked on it, is taken out of what goes out in another's name: the
//! author in the document's properties, those of remarks and of tracked changes.
//!
//! Refuses: to touch what anybody reads on the page.

/// The parts beside the text in which people are named.
const PARTS: [&str; 4] = [
    "docProps/core.xml",
    "docProps/app.xml",
    "word/comments.xml",
    "word/people.xml",
];
/// Elements of the properties that name somebody.
const ELEMENTS: [&str; 4] = ["dc:creator", "cp:lastModifiedBy", "Manager", "Company"];
/// Attributes that name somebody.
const ATTRIBUTES: [&str; 5] = [
    "w:author",
    "w:initials",
    "w15:author",
    "w15:userId",
    "w15:providerId",
];

/// Whether a part is rewritten although nobody reads words in it.
pub(super) fn names_people(part: &str) -> bool {
    PARTS.contains(&part)
}

/// A part without the people.
pub(super) fn without_people(xml: &str) -> String {
    let bare = ELEMENTS.iter().fold(xml.to_owned(), |xml, element| {
        emptied(&xml, &format!("<{element}>"), &format!("</{element}>"))
    });
    ATTRIBUTES.iter().fold(bare, |xml, attribute| {
        emptied(&xml, &format!(" {attribute}=\""), "\"")
    })
}

/// The properties of a document with words in the places of their names.
pub(super) fn titled(xml: &str, words: &[(&str, String)]) -> String {
    words.iter().fold(xml.to_owned(), |xml, (name, words)| {
        let line = words.lines().next().unwrap_or_default();
        let line = quick_xml::escape::escape(line);
        xml.replace(&format!("{{{{{name}}}}}"), &line)
    })
}

/// The text with nothing between an opening and what closes it.
fn emptied(text: &str, open: &str, close: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        out.push_str(before);
        out.push_str(open);
        rest = after.find(close).map_or(after, |end| &after[end..]);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_named_and_the_title_is_filled() {
        let core = "<a><dc:title>{{标题}}</dc:title><dc:creator>张三</dc:creator>\
            <cp:lastModifiedBy>李四</cp:lastModifiedBy></a>";
        let words = [("标题", "甲 & 乙\n第二行".to_owned())];
        assert_eq!(
            without_people(&titled(core, &words)),
            "<a><dc:title>甲 &amp; 乙</dc:title><dc:creator></dc:creator>\
             <cp:lastModifiedBy></cp:lastModifiedBy></a>"
        );
        let changed = r#"<w:ins w:id="1" w:author="张三" w:date="d"><w:t>张三</w:t></w:ins>"#;
        assert_eq!(
            without_people(changed),
            r#"<w:ins w:id="1" w:author="" w:date="d"><w:t>张三</w:t></w:ins>"#
        );
    }
}
