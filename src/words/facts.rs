//! What each fact of the journal is called on a timeline.

use super::{Lang, Pair};
use crate::domain::event::Event;

/// What a fact is called on a timeline.
pub fn fact(lang: Lang, event: &Event) -> &'static str {
    fact_name(lang, event.name())
}

/// The same, of a fact that is only known by its name in the journal.
pub fn fact_name(lang: Lang, name: &'static str) -> &'static str {
    let known = FACTS.iter().find(|(known, _)| *known == name);
    known.map_or(name, |(_, pair)| pair.get(lang))
}

/// The facts by their names in the journal. A test holds the list complete.
const FACTS: [(&str, Pair); 40] = [
    (
        "store_opened",
        Pair {
            zh: "建档",
            en: "store opened",
        },
    ),
    (
        "rules_adopted",
        Pair {
            zh: "采用办法",
            en: "rules adopted",
        },
    ),
    (
        "calendar_adopted",
        Pair {
            zh: "采用日历",
            en: "calendar adopted",
        },
    ),
    (
        "session_opened",
        Pair {
            zh: "开会",
            en: "session opened",
        },
    ),
    (
        "session_closed",
        Pair {
            zh: "闭会",
            en: "session closed",
        },
    ),
    (
        "deputy_added",
        Pair {
            zh: "登记代表",
            en: "deputy entered",
        },
    ),
    (
        "mandate_given",
        Pair {
            zh: "当选",
            en: "seat given",
        },
    ),
    (
        "mandate_ended",
        Pair {
            zh: "职务终止",
            en: "seat ended",
        },
    ),
    (
        "unit_added",
        Pair {
            zh: "登记单位",
            en: "unit entered",
        },
    ),
    (
        "post_filled",
        Pair {
            zh: "任职",
            en: "post filled",
        },
    ),
    (
        "submitted",
        Pair {
            zh: "提出",
            en: "submitted",
        },
    ),
    (
        "numbered",
        Pair {
            zh: "编号",
            en: "numbered",
        },
    ),
    (
        "accepted",
        Pair {
            zh: "受理",
            en: "accepted",
        },
    ),
    (
        "refused",
        Pair {
            zh: "不予受理",
            en: "refused",
        },
    ),
    (
        "returned_for_amendment",
        Pair {
            zh: "退回修改",
            en: "returned for amendment",
        },
    ),
    (
        "turned_to_letter",
        Pair {
            zh: "转为来信",
            en: "turned into a letter",
        },
    ),
    (
        "withdrawn",
        Pair {
            zh: "撤回",
            en: "withdrawn",
        },
    ),
    (
        "key_supervised",
        Pair {
            zh: "列为重点督办",
            en: "picked as key",
        },
    ),
    (
        "tracked",
        Pair {
            zh: "上级交办",
            en: "handed over by another level",
        },
    ),
    (
        "assigned",
        Pair {
            zh: "交办",
            en: "handed over",
        },
    ),
    (
        "reassigned",
        Pair {
            zh: "改办",
            en: "handed over anew",
        },
    ),
    (
        "forwarded",
        Pair {
            zh: "转办",
            en: "passed on",
        },
    ),
    (
        "signed",
        Pair {
            zh: "签收",
            en: "signed for",
        },
    ),
    (
        "returned",
        Pair {
            zh: "退回",
            en: "returned by the unit",
        },
    ),
    (
        "consulted",
        Pair {
            zh: "面商",
            en: "consulted",
        },
    ),
    (
        "progressed",
        Pair {
            zh: "进展",
            en: "progress",
        },
    ),
    (
        "co_opinion_given",
        Pair {
            zh: "协办意见",
            en: "co-opinion",
        },
    ),
    (
        "extended",
        Pair {
            zh: "延期",
            en: "extended",
        },
    ),
    (
        "replied",
        Pair {
            zh: "答复",
            en: "replied",
        },
    ),
    (
        "escalated",
        Pair {
            zh: "上报",
            en: "escalated",
        },
    ),
    (
        "commitment_made",
        Pair {
            zh: "承诺",
            en: "promised",
        },
    ),
    (
        "commitment_settled",
        Pair {
            zh: "续办",
            en: "promise settled",
        },
    ),
    (
        "rated",
        Pair {
            zh: "代表评价",
            en: "rated by the deputy",
        },
    ),
    (
        "public_rated",
        Pair {
            zh: "群众评分",
            en: "rated by the public",
        },
    ),
    (
        "revisited",
        Pair {
            zh: "回访评价",
            en: "rated by the revisit group",
        },
    ),
    (
        "closed",
        Pair {
            zh: "办结",
            en: "closed",
        },
    ),
    (
        "noted",
        Pair {
            zh: "备注",
            en: "remark",
        },
    ),
    (
        "corrected",
        Pair {
            zh: "更正",
            en: "corrected",
        },
    ),
    (
        "undone",
        Pair {
            zh: "撤销",
            en: "undone",
        },
    ),
    (
        "redone",
        Pair {
            zh: "重做",
            en: "redone",
        },
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_has_words() {
        assert_eq!(Event::NAMES.len(), FACTS.len());
        for name in Event::NAMES {
            assert!(FACTS.iter().any(|(known, _)| known == name), "{name}");
        }
    }
}
