//! What one look at a text tells of the numbers of people in it. Every text that is printed is looked
//! at, and few have so many digits, numerals or marks that a second look is needed.
//!
//! Refuses: to know such a number. What it passes over has none; of the rest it says nothing.

use super::accounts::marks_account;
use super::numeral::digit_of_numeral;

/// The shortest account, a mail address, has so many signs of half width beside its mark.
const ACCOUNT_LEAST: usize = 3;

/// What stands in a text.
#[derive(Default)]
pub(super) struct Hints {
    /// Digits of either width.
    pub(super) digits: usize,
    /// Chinese numerals that stand for a digit.
    pub(super) numerals: usize,
    /// Signs that an account may be written in.
    signs: usize,
    /// Whether there is a mark without which there is no account.
    has_mark: bool,
}

impl Hints {
    pub(super) fn of(text: &str) -> Self {
        let mut hints = Self::default();
        for sign in text.chars() {
            hints.signs += usize::from(sign.is_ascii_graphic());
            match sign {
                '0'..='9' | '０'..='９' => hints.digits += 1,
                _ if digit_of_numeral(sign).is_some() => hints.numerals += 1,
                _ => hints.has_mark |= marks_account(sign),
            }
        }
        hints
    }

    pub(super) fn may_have_account(&self) -> bool {
        self.has_mark && self.signs >= ACCOUNT_LEAST
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::super::accounts::accounts;
    use super::super::people_numbers::{DIGITS_LEAST, numbers};
    use super::*;

    proptest! {
        #[test]
        fn what_is_passed_over_has_no_number(
            text in "([13８９一幺〇 .-]|电话|qq|QQ号|微信|护照|卡号|[a@＠.c_]|桥){0,14}",
        ) {
            let hints = Hints::of(&text);
            prop_assert!(hints.may_have_account() || accounts(&text).is_empty());
            prop_assert!(hints.digits >= DIGITS_LEAST || numbers(&text, |_| None).is_empty());
            let spelled = hints.numerals + hints.digits >= DIGITS_LEAST;
            prop_assert!(spelled || numbers(&text, digit_of_numeral).is_empty());
        }
    }
}
