//! The three colours (三色预警): by the reply clock, and by what is seen on the way.

use serde::{Deserialize, Serialize};

use crate::domain::terms::Date;

/// The three colours (三色预警).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// In time.
    Green,
    /// Push it.
    Yellow,
    /// Late, or nearly.
    Red,
}

/// When a running clock turns yellow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YellowRule {
    /// After this share of its time, in hundredths: `0.67` is 67.
    #[serde(with = "hundredths")]
    pub elapsed: u32,
}

/// When a running clock turns red.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedRule {
    /// With so many days left, or fewer.
    pub days_left: u32,
}

/// What is seen of a case on the way, beside its clock (进度预警).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// No talk with the deputy, after a share of the reply's time.
    NotConsulted,
    /// Nothing was noted for some days.
    Quiet,
    /// A dated step of the plan was missed.
    MilestoneMissed,
    /// A co-unit's opinion is late.
    CoOpinionLate,
    /// Something stands in the way, and no progress was noted since.
    Difficulty,
    /// The deputy is dissatisfied, and there is no new reply.
    Dissatisfied,
    /// A look back found that it is not good enough.
    ToBeReworked,
    /// A notice was not answered in time.
    NoticeLate,
    /// A promise is open.
    PromiseOpen,
    /// A promise is late, or was not kept.
    PromiseLate,
}

/// A sign that gives a case its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignRule {
    /// What is seen.
    pub sign: Sign,
    /// After this share of the reply's time, in hundredths; from the start where nothing is said.
    #[serde(
        default,
        with = "maybe_hundredths",
        skip_serializing_if = "Option::is_none"
    )]
    pub elapsed: Option<u32>,
    /// After so many days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
}

/// The signs of each colour.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignRules {
    /// Push it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub yellow: Vec<SignRule>,
    /// In trouble.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub red: Vec<SignRule>,
}

impl SignRules {
    fn is_empty(&self) -> bool {
        self.yellow.is_empty() && self.red.is_empty()
    }
}

/// When a case changes its colour: by its reply clock, and by what is seen on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colours {
    /// Yellow.
    pub yellow: YellowRule,
    /// Red.
    pub red: RedRule,
    /// By what is seen on the way.
    #[serde(default, skip_serializing_if = "SignRules::is_empty")]
    pub progress: SignRules,
}

impl Colours {
    /// The colour on a day of a clock that runs.
    pub(super) fn of_clock(&self, start: Date, due: Date, today: Date) -> Colour {
        let left = (due - today).num_days();
        if left <= i64::from(self.red.days_left) {
            return Colour::Red;
        }
        let (elapsed, whole) = ((today - start).num_days(), (due - start).num_days());
        if elapsed * 100 >= whole * i64::from(self.yellow.elapsed) {
            return Colour::Yellow;
        }
        Colour::Green
    }
}

/// A share written as a JSON number with at most two digits, kept in hundredths.
mod hundredths {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(value: &u32, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(f64::from(*value) / 100.0)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
        let share = f64::deserialize(from)?;
        if !(0.0..=1.0).contains(&share) {
            return Err(serde::de::Error::custom("a share lies between 0 and 1"));
        }
        // Compared within what a float can tell apart, never computed with.
        let written = |h: &u32| (f64::from(*h) / 100.0 - share).abs() < 1e-9;
        let hundredths = (0..=100_u32).find(written);
        hundredths.ok_or_else(|| serde::de::Error::custom("a share has at most two decimals"))
    }
}

/// The same, where it may be left out.
mod maybe_hundredths {
    use serde::{Deserializer, Serializer};

    #[expect(clippy::ref_option, reason = "serde asks with a reference")]
    pub(super) fn serialize<S: Serializer>(value: &Option<u32>, to: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => super::hundredths::serialize(value, to),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
        super::hundredths::deserialize(from).map(Some)
    }
}
