//! Between which signs of a text a line must not end (首尾字符): the marks that every office program
//! keeps off the edges of Chinese lines, and with them the words that hold a date or a number
//! together, so that none is torn (`2025年3月` | `14日`, `第1` | `号`).
//!
//! It is a setting of the document, and nothing is added to its words: copied, they are what was
//! written. A list given here stands in place of the program's own, so the marks are in it too.
//! Word and WPS go by it; LibreOffice does not read it and breaks such words as it would anyway.

/// What no line ends with: marks that open, and what a number follows.
const NO_LINE_ENDS_WITH: &str = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥〕第年月";

/// What no line begins with: marks that close, and words that follow a number.
const NO_LINE_BEGINS_WITH: &str = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠年月日号";

/// Both lists as the settings of a document have them.
pub(super) fn settings() -> String {
    let list = |name: &str, signs: &str| {
        let signs = super::xml::escaped(signs);
        format!(r#"<w:{name} w:lang="zh-CN" w:val="{signs}"/>"#)
    };
    list("noLineBreaksAfter", NO_LINE_ENDS_WITH) + &list("noLineBreaksBefore", NO_LINE_BEGINS_WITH)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a program that goes by the lists may end a line: Latin letters and digits stay
    /// together by themselves.
    fn breaks(words: &str) -> Vec<(char, char)> {
        let pairs = words.chars().zip(words.chars().skip(1));
        let torn = pairs.filter(|(before, after)| {
            let is_word = before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric();
            let is_held =
                NO_LINE_ENDS_WITH.contains(*before) || NO_LINE_BEGINS_WITH.contains(*after);
            !(is_word || is_held)
        });
        torn.collect()
    }

    #[test]
    fn no_date_and_no_number_is_torn() {
        for whole in [
            "2025年3月14日",
            "12月31日",
            "第17号",
            "第100号",
            "〔2024〕7号",
        ] {
            assert_eq!(breaks(whole), [], "{whole}");
        }
        let told = breaks("于2024年4月20日前报告");
        assert_eq!(
            told,
            [('于', '2'), ('日', '前'), ('前', '报'), ('报', '告')]
        );
    }

    #[test]
    fn the_lists_are_no_longer_than_programs_read() {
        // 后置标点 100, 前置标点 50: more is cut off.
        assert!(NO_LINE_BEGINS_WITH.chars().count() <= 100);
        assert!(NO_LINE_ENDS_WITH.chars().count() <= 50);
        let settings = settings();
        assert!(
            settings.contains("〕第年月\"/>") && settings.contains("&gt;?]"),
            "{settings}"
        );
    }
}
