//! Labels of reports, lists and their columns. A variant without words does not compile.

use super::{Pair, Word};

/// Names the variants and gives each its words in both languages.
macro_rules! labels {
    ($($label:ident => $zh:literal, $en:literal;)*) => {
        /// A label of a report, a section, a column.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the words beside each say what it is")]
        pub enum Label {
            $($label,)*
        }

        impl Word for Label {
            fn pair(&self) -> Pair {
                match self {
                    $(Self::$label => Pair { zh: $zh, en: $en },)*
                }
            }
        }
    };
}

labels! {
    Item => "项目", "Item";
    Count => "件数", "Cases";
    Numerator => "分子", "Of these";
    Denominator => "分母", "Out of";
    Share => "占比", "Share";
    Number => "编号", "Number";
    Title => "标题", "Title";
    Deputy => "领衔代表", "Deputy";
    CoSigners => "联名代表", "Co-signers";
    Category => "类别", "Category";
    Kind => "种类", "Kind";
    Level => "级别", "Level";
    Period => "提出时间", "Raised";
    Session => "届次", "Session";
    Unit => "承办单位", "Unit";
    State => "环节", "State";
    Submitted => "提出", "Submitted";
    Assigned => "交办", "Handed over";
    Due => "期限", "Due";
    Left => "剩余", "Left";
    Replied => "答复", "Replied";
    Class => "办理结果", "Class";
    Rating => "满意度", "Rating";
    Closed => "办结", "Closed";
    Date => "日期", "Date";
    What => "事项", "What";
    Detail => "内容", "Detail";
    RecordedBy => "记录人", "Recorded by";
    RecordedAt => "记录时间", "Recorded at";
    Entry => "条", "Entry";
    Clock => "时限", "Clock";
    Start => "起算", "Start";
    Rule => "规定", "Rule";
    Source => "出处", "Source";
}
