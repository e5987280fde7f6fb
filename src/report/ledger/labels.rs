//! The words of a ledger's closed lists, as cells. A ledger is a paper of the office: Chinese.

use crate::domain::event::Kind;
use crate::domain::terms::{Level, Period};
use crate::report::Cell;
use crate::words::{Lang, Word};

pub(super) fn level(level: Level) -> Cell {
    let key = match level {
        Level::Town => "town",
        Level::District => "district",
        Level::City => "city",
        Level::Province => "province",
    };
    Cell::word(key, level.word(Lang::Zh))
}

pub(super) fn period(period: Period) -> Cell {
    let key = match period {
        Period::InSession => "in_session",
        Period::BetweenSessions => "between_sessions",
    };
    Cell::word(key, period.word(Lang::Zh))
}

pub(super) fn kind(kind: Kind) -> Cell {
    let key = match kind {
        Kind::Ordinary => "ordinary",
        Kind::Key => "key",
        Kind::Complex => "complex",
    };
    Cell::word(key, kind.word(Lang::Zh))
}

pub(super) fn flag(is_set: bool) -> Cell {
    let label = if is_set { "是" } else { "否" };
    Cell::Flag {
        is_set,
        label: label.to_owned(),
    }
}
