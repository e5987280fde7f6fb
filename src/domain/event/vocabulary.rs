//! From the table of facts: the journal's vocabulary as a type, what every fact can be asked, and
//! each part of the table as a type of its own, so that a new fact is a place the compiler shows
//! wherever the facts of its part are judged or folded. A new part is asked for in `domain::book::office`
//! or in its own strand, by hand.

/// The facts with their names in the journal, and what every one of them can be asked.
macro_rules! vocabulary {
    (
        of a case { $($case:ident = $case_name:literal,)* }
        $(of the office as $desk:ident { $($office:ident = $office_name:literal,)* })*
        $(of work $work:ident as $part:ident { $($fact:ident = $fact_name:literal,)* })*
        of the record { $($record:ident = $record_name:literal,)* }
    ) => {
        /// One fact. The table above says what each means.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(tag = "type")]
        #[expect(missing_docs, reason = "each fact says it itself")]
        pub enum Event {
            $(#[serde(rename = $case_name)] $case($case),)*
            $($(#[serde(rename = $office_name)] $office($office),)*)*
            $($(#[serde(rename = $fact_name)] $fact($fact),)*)*
            $(#[serde(rename = $record_name)] $record($record),)*
        }

        impl Event {
            /// The names of all facts in the journal.
            pub const NAMES: &'static [&'static str] =
                &[$($case_name,)* $($($office_name,)*)* $($($fact_name,)*)* $($record_name,)*];

            /// The fields of every fact by its name, read from the types themselves.
            #[cfg(test)]
            fn fields() -> Vec<(&'static str, &'static [&'static str])> {
                use serde_aux::serde_introspection::serde_introspect;
                vec![
                    $(($case_name, serde_introspect::<$case>()),)*
                    $($(($office_name, serde_introspect::<$office>()),)*)*
                    $($(($fact_name, serde_introspect::<$fact>()),)*)*
                    $(($record_name, serde_introspect::<$record>()),)*
                ]
            }

            /// Reads the fields of a fact of this name.
            fn named<'de, D: Deserializer<'de>>(name: &str, fields: D) -> Result<Self, D::Error> {
                match name {
                    $($case_name => $case::deserialize(fields).map(Self::$case),)*
                    $($($office_name => $office::deserialize(fields).map(Self::$office),)*)*
                    $($($fact_name => $fact::deserialize(fields).map(Self::$fact),)*)*
                    $($record_name => $record::deserialize(fields).map(Self::$record),)*
                    _ => Err(D::Error::unknown_variant(name, Self::NAMES)),
                }
            }

            /// The day it happened.
            pub fn on(&self) -> Date {
                match self {
                    $(Self::$case(fact) => fact.on,)*
                    $($(Self::$office(fact) => fact.on,)*)*
                    $($(Self::$fact(fact) => fact.on,)*)*
                    $(Self::$record(fact) => fact.on,)*
                }
            }

            /// What it is about.
            pub fn about(&self) -> About {
                match self {
                    $(Self::$case(fact) => About::Case(fact.case),)*
                    $($(Self::$office(_) => About::Office,)*)*
                    $($(Self::$fact(_) => About::Work(Work::$work),)*)*
                    $(Self::$record(_) => About::Record,)*
                }
            }

            /// The case it is about; none for facts of the office and of the record.
            pub fn case(&self) -> Option<CaseId> {
                match self.about() {
                    About::Case(case) => Some(case),
                    About::Office | About::Work(_) | About::Record => None,
                }
            }

            /// Its name in the journal (`assigned`).
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$case(_) => $case_name,)*
                    $($(Self::$office(_) => $office_name,)*)*
                    $($(Self::$fact(_) => $fact_name,)*)*
                    $(Self::$record(_) => $record_name,)*
                }
            }
        }

        vocabulary!(@from $($case)* $($($office)*)* $($($fact)*)* $($record)*);
        $(vocabulary!(@part $desk $($office)*);)*
        $(vocabulary!(@part $part $($fact)*);)*
    };
    (@part $part:ident $($fact:ident)*) => {
        /// The facts of one part of the table, for who must answer for each of them.
        #[derive(Debug, Clone, Copy)]
        #[expect(missing_docs, reason = "each fact says it itself")]
        pub enum $part<'a> {
            $($fact(&'a $fact),)*
        }

        impl<'a> $part<'a> {
            /// The fact, where it is of this part.
            pub fn of(event: &'a Event) -> Option<Self> {
                match event {
                    $(Event::$fact(fact) => Some(Self::$fact(fact)),)*
                    _ => None,
                }
            }
        }
    };
    (@from $($fact:ident)*) => {
        $(impl From<$fact> for Event {
            fn from(fact: $fact) -> Self {
                Self::$fact(fact)
            }
        })*
    };
}

pub(super) use vocabulary;
