//! The columns of a table in one list: our header, the English one, other names for it.

/// An enum of columns that knows its headers.
macro_rules! columns {
    (
        $(#[$doc:meta])*
        $name:ident { $($column:ident => $header:literal, $english:literal $(, $other:literal)*;)* }
        ambiguous [$($ambiguous:literal),* $(,)?]
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the header beside each says it")]
        pub enum $name {
            $($column,)*
        }

        impl $crate::intake::header::TableColumn for $name {
            fn all() -> &'static [Self] {
                &[$(Self::$column,)*]
            }

            fn header(self) -> &'static str {
                match self {
                    $(Self::$column => $header,)*
                }
            }

            fn of_header(text: &str) -> Option<Self> {
                match text {
                    $($header | $english => Some(Self::$column),)*
                    _ => None,
                }
            }

            fn synonyms() -> &'static [(&'static str, Self)] {
                &[$($(($other, Self::$column),)*)*]
            }

            fn ambiguous() -> &'static [&'static str] {
                &[$($ambiguous,)*]
            }
        }
    };
}

pub(super) use columns;
