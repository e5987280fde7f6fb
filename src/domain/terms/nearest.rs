//! The words a person may have meant.

/// The candidates nearest to a word, nearest first, at most five; none if nothing is near. Names
/// that contain the word, or are contained in it, come first: 便民中心 is 便民服务中心.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    const MOST: usize = 5;
    let length = word.chars().count();
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter_map(|name| {
            let contained = !word.is_empty() && (name.contains(word) || word.contains(name));
            let slips = strsim::osa_distance(word, name);
            let longer = length.max(name.chars().count());
            let close = contained || slips * 2 <= longer || is_subsequence(word, name);
            let slips = if contained { 0 } else { slips };
            (close || is_begun(word, name)).then_some((slips, name))
        })
        .collect();
    near.sort_by_key(|(slips, _)| *slips);
    near.into_iter().take(MOST).map(|(_, name)| name).collect()
}

/// The beginning of a name with a slip in it: 便名 is 便民服务中心.
fn is_begun(word: &str, name: &str) -> bool {
    let length = word.chars().count();
    let begins: String = name.chars().take(length).collect();
    let slips = strsim::osa_distance(word, &begins);
    begins.chars().next() == word.chars().next() && length >= 2 && slips * 2 <= length
}

/// Short forms of names leave characters out: 住建局 is 住房和城乡建设局.
fn is_subsequence(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().count() >= 2 && short.chars().all(|c| rest.any(|l| l == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_and_short_forms_are_understood() {
        let units = [
            "便民服务中心",
            "农业服务中心",
            "区住房和城乡建设局",
            "党政办公室",
        ];
        let near = |word| nearest(word, units);
        assert_eq!(near("便民中心").first(), Some(&"便民服务中心"));
        assert_eq!(near("住建局"), ["区住房和城乡建设局"]);
        assert_eq!(near("便名"), ["便民服务中心"]);
        assert_eq!(near("农业服务站")[0], "农业服务中心");
        assert!(near("xyz").is_empty());
        assert_eq!(
            nearest("clokcs", ["clocks", "classes", "rates"])[0],
            "clocks"
        );
    }
}
