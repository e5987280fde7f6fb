//! Words of a page that are no part of the document: searching, sorting, finding one's way, what
//! is drawn beside its figures.

use super::label::labels;
use super::{Pair, Word};

labels! {
    PageLabel:
    SkipToText => "跳到正文", "Skip to the text";
    Contents => "目录", "Contents";
    Search => "搜索", "Search";
    SearchHint => "输入编号、标题、单位等，多个词用空格隔开", "Number, title, unit …; several words apart by spaces";
    // `@` stands for what was searched for, `#` for a number or a heading.
    Found => "“@”: 找到 # 行", "“@”: # rows found";
    NothingFound => "“@”: 没有找到", "“@”: nothing found";
    SortedUp => "已按“#”从小到大排列", "Sorted by “#”, smallest first";
    SortedDown => "已按“#”从大到小排列", "Sorted by “#”, largest first";
    Course => "走势", "Course";
    Chart => "条形图", "Bar chart";
    Code => "二维码", "Code to scan";
    NoRows => "（没有）", "(none)";
    Foot => "出处", "Made from";
}
