//! The places of a case's facts as a checkpoint keeps them: each by how far it is from the one before,
//! which takes half of the bytes.
//!
//! Refuses to put them into an order: they come back as they were.

use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserializer, Serializer};

use super::day;
use super::entry::{FactId, Step};

/// How many days and lines a fact stands after the one before, and its place in its line.
type Apart = (i32, i64, u16);

/// All of them.
pub(super) fn serialize<S: Serializer>(steps: &[Step], to: S) -> Result<S::Ok, S::Error> {
    let mut seq = to.serialize_seq(Some(steps.len()))?;
    let (mut last_day, mut last_line) = (0_i32, 0_u64);
    for Step { on, id } in steps {
        let (day, line) = (day::number(*on), id.line);
        let lines = line.wrapping_sub(last_line).cast_signed();
        let apart: Apart = (day.wrapping_sub(last_day), lines, id.index);
        seq.serialize_element(&apart)?;
        (last_day, last_line) = (day, line);
    }
    seq.end()
}

/// All of them.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Step>, D::Error> {
    from.deserialize_seq(Steps)
}

struct Steps;

impl<'de> Visitor<'de> for Steps {
    type Value = Vec<Step>;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("the places of facts")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<Step>, A::Error> {
        /// Who says that there are more is believed when they come.
        const ROOM_MOST: usize = 1 << 10;
        let room = seq.size_hint().unwrap_or_default().min(ROOM_MOST);
        let mut steps = Vec::with_capacity(room);
        let (mut day, mut line) = (0_i32, 0_u64);
        while let Some((days, lines, index)) = seq.next_element::<Apart>()? {
            day = day.wrapping_add(days);
            line = line.wrapping_add_signed(lines);
            let id = FactId { line, index };
            steps.push(Step {
                on: day::day(day)?,
                id,
            });
        }
        Ok(steps)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop, prop_assert_eq, proptest};
    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::domain::terms::Date;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Timeline(#[serde(with = "super")] Vec<Step>);

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let days = -700_000..700_000_i32;
        let step = (days, any::<u64>(), any::<u16>()).prop_map(|(days, line, index)| {
            let on = Date::from_num_days_from_ce_opt(days + 730_485).unwrap_or(Date::MIN);
            let id = FactId { line, index };
            Step { on, id }
        });
        prop::collection::vec(step, 0..9)
    }

    proptest! {
        #[test]
        fn the_places_of_facts_come_back_as_they_were(steps in steps()) {
            let timeline = Timeline(steps);
            let bytes = postcard::to_allocvec(&timeline).expect("bytes");
            let again: Timeline = postcard::from_bytes(&bytes).expect("the same");
            prop_assert_eq!(again, timeline);
        }
    }
}
