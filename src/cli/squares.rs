//! A code to scan on a terminal: two squares a sign, one above the other; in plain ASCII two signs a
//! square.
//!
//! Refuses: a code that the lines of the terminal would break; its address stands below it anyway.

use super::screen::Style;
use crate::paper::code::Code;

/// The lines of a code. With colours it is black on white whatever the terminal's are; without,
/// its ink is what the terminal writes with.
pub(super) fn squares(code: &Code, style: &Style) -> Option<String> {
    let side = code.size();
    let wide = if style.ascii { 2 * side } else { side };
    let columns = style.columns.filter(|_| !style.wide);
    if columns.is_some_and(|columns| usize::from(columns) < wide) {
        return None;
    }
    let step = if style.ascii { 1 } else { 2 };
    let lines = (0..side).step_by(step).map(|down| {
        let signs = (0..side).map(|across| {
            let (above, below) = (code.is_dark(across, down), code.is_dark(across, down + 1));
            match (style.ascii, above, below) {
                (true, true, _) => "##",
                (true, false, _) => "  ",
                (false, true, true) => "█",
                (false, true, false) => "▀",
                (false, false, true) => "▄",
                (false, false, false) => " ",
            }
        });
        let signs: String = signs.collect();
        match style.colour {
            true => format!("\u{1b}[38;5;16;48;5;231m{signs}\u{1b}[0m\n"),
            false => signs + "\n",
        }
    });
    Some(lines.collect())
}
