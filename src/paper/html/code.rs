//! A code to scan as an SVG that is black on white in the light and in the dark, with its address as
//! the words for who does not see it.
//!
//! Refuses: a picture to be loaded from anywhere.

use std::fmt::Write;

use super::text::text;
use crate::domain::terms::Link;
use crate::paper::code::Code;
use crate::words::{Lang, PageLabel, Word};

/// The picture of an address. Dark squares beside each other are one stroke.
pub(super) fn code(code: &Code, link: &Link, lang: Lang, id: &str) -> String {
    let side = code.size();
    let mut path = String::new();
    for down in 0..side {
        let mut across = 0;
        while across < side {
            let long = (across..side)
                .take_while(|at| code.is_dark(*at, down))
                .count();
            if long > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{across} {down}h{long}v1h-{long}z");
            }
            across += long.max(1);
        }
    }
    format!(
        "<figure><svg class=\"code\" viewBox=\"0 0 {side} {side}\" role=\"img\" \
         aria-labelledby=\"{id}-t {id}-d\" shape-rendering=\"crispEdges\">\
         <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>\
         <path d=\"{path}\"/></svg></figure>\n",
        PageLabel::Code.word(lang),
        text(link.as_str())
    )
}
