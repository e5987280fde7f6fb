//! The foot of a printed report: everything that is needed to print it again, byte for byte.

use super::{Lang, short_date};
use crate::domain::terms::Date;

/// Both times, the rules, the fingerprint and the layout.
pub fn foot(
    lang: Lang,
    as_of: Date,
    known: u64,
    rules: &str,
    fingerprint: &str,
    layout: u32,
) -> Vec<String> {
    let day = short_date(lang, as_of);
    match lang {
        Lang::Zh => vec![
            format!("截至 {day};记录至第 {known} 条(--as-of {as_of} --known {known})"),
            format!("办法 {rules};指纹 {fingerprint};版式 {layout}"),
        ],
        Lang::En => vec![
            format!("as of {day}; recorded up to entry {known} (--as-of {as_of} --known {known})"),
            format!("rules {rules}; fingerprint {fingerprint}; layout {layout}"),
        ],
    }
}
