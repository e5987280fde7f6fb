//! What is lawful and yet looks wrong, in words.

use super::{Lang, Word, say, short_date};
use crate::domain::decide::Doubt;

/// What to look at again.
pub fn doubt(lang: Lang, doubt: &Doubt) -> String {
    match doubt {
        Doubt::OtherDeputies {
            told,
            on_roster,
            level,
        } => say(
            lang,
            format!(
                "注意: 写的全体代表是 {told} 名,名册上当天在任的{}代表是 {on_roster} 名;过半数按 {told} 名算,请核对",
                level.word(Lang::Zh)
            ),
            format!(
                "note: {told} deputies in all, and {on_roster} seats of the level {} on the roster that day; the majority is of {told}",
                level.word(Lang::En)
            ),
        ),
        Doubt::RoundNearby { round, on } => say(
            lang,
            format!(
                "注意: {}的“{round}”测评过同样的单位;如果是同一批人投的票,两次合起来可能看出少数人怎么打分,请核对",
                short_date(Lang::Zh, *on)
            ),
            format!(
                "note: `{round}` of {on} scored the same units; if the same people voted, both together may tell how a few did"
            ),
        ),
    }
}
