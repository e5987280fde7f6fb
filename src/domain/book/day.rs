//! Days as a checkpoint keeps them: a number, which is read in a tenth of the time a written day
//! takes. Facts and papers write days out; nothing but a packed book uses this.

use chrono::Datelike;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::terms::Date;

/// One day.
pub(super) fn serialize<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
    number(*day).serialize(to)
}

/// One day.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    day(i32::deserialize(from)?)
}

/// Days after the last one of the year 2000, so that those of our time take two bytes.
pub(super) fn number(day: Date) -> i32 {
    day.num_days_from_ce() - CENTURY
}

/// The day of a number.
pub(super) fn day<E: Error>(number: i32) -> Result<Date, E> {
    let day = number
        .checked_add(CENTURY)
        .and_then(Date::from_num_days_from_ce_opt);
    day.ok_or_else(|| E::custom("no day"))
}

/// 31 December 2000, counted from the beginning of our era.
const CENTURY: i32 = 730_485;

/// A day that may be missing.
pub(super) mod maybe {
    use super::{Date, Deserialize, Deserializer, Serialize, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(
        day: &Option<Date>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(super::number).serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Date>, D::Error> {
        Option::<i32>::deserialize(from)?
            .map(super::day)
            .transpose()
    }
}

/// A day for each of some names.
pub(super) mod by_name {
    use std::collections::BTreeMap;

    use super::{Date, Deserialize, Deserializer, Serializer};
    use crate::domain::terms::Name;

    pub(in super::super) fn serialize<S: Serializer>(
        days: &BTreeMap<Name, Date>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_map(days.iter().map(|(name, day)| (name, super::number(*day))))
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<BTreeMap<Name, Date>, D::Error> {
        let days = BTreeMap::<Name, i32>::deserialize(from)?;
        let days = days
            .into_iter()
            .map(|(name, day)| Ok((name, super::day(day)?)));
        days.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Days {
        #[serde(with = "super")]
        one: Date,
        #[serde(with = "super::maybe")]
        perhaps: Option<Date>,
    }

    #[test]
    fn a_day_comes_back_as_it_was() {
        for one in [Date::MIN, Date::MAX, "2024-02-29".parse().expect("a day")] {
            let days = Days {
                one,
                perhaps: Some(one),
            };
            let bytes = postcard::to_allocvec(&days).expect("bytes");
            assert_eq!(postcard::from_bytes(&bytes), Ok(days));
        }
        assert!(postcard::from_bytes::<Days>(&[255, 255, 255, 255, 15, 0]).is_err());
    }
}
