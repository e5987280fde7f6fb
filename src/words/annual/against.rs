//! This year against an earlier one, in the sentence that the yearly report says of it.

/// What is compared of two years.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Course {
    /// Suggestions.
    pub cases: usize,
    /// Those replied to.
    pub replied: usize,
    /// Those resolved.
    pub resolved: usize,
    /// Those whose deputy is satisfied.
    pub satisfied: usize,
}

/// `与2023年同期相比，代表建议由86件增加到92件，…`; of a year without any suggestion that there is
/// nothing to compare with.
pub fn against(earlier: &str, now: Course, before: Course) -> String {
    if before.cases == 0 {
        return format!("{earlier}没有可比的建议。");
    }
    let told = [
        ("代表建议", before.cases, now.cases),
        ("已答复的", before.replied, now.replied),
        ("解决或基本解决的", before.resolved, now.resolved),
        ("代表评价满意的", before.satisfied, now.satisfied),
    ];
    let told = told.map(|(what, before, now)| match now.cmp(&before) {
        std::cmp::Ordering::Greater => format!("{what}由{before}件增加到{now}件"),
        std::cmp::Ordering::Less => format!("{what}由{before}件减少到{now}件"),
        std::cmp::Ordering::Equal => format!("{what}同为{now}件"),
    });
    format!("与{earlier}同期相比，{}。", told.join("，"))
}
