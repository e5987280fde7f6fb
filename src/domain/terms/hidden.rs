//! Characters that a reader does not see but that change what he sees: control characters, and
//! those that turn the direction of writing.
//!
//! Refuses: to judge words. Joiners inside emoji and rare Han stay as they are.

/// Characters that a reader does not see but that change what he sees.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}')
}
