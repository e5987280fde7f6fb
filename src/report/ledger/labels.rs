//! The words of a ledger's closed lists. They stand in for those of `words` until they are there.

use crate::domain::event::{ConsultMode, Kind};
use crate::domain::terms::{Level, Period};
use crate::report::Cell;

pub(super) fn level(level: Level) -> Cell {
    match level {
        Level::Town => Cell::word("town", "镇"),
        Level::District => Cell::word("district", "区"),
        Level::City => Cell::word("city", "市"),
        Level::Province => Cell::word("province", "省"),
    }
}

pub(super) fn period(period: Period) -> Cell {
    match period {
        Period::InSession => Cell::word("in_session", "会议期间"),
        Period::BetweenSessions => Cell::word("between_sessions", "闭会期间"),
    }
}

pub(super) fn kind(kind: Kind) -> Cell {
    match kind {
        Kind::Ordinary => Cell::word("ordinary", "一般"),
        Kind::Key => Cell::word("key", "重点"),
        Kind::Complex => Cell::word("complex", "复杂"),
    }
}

pub(super) fn mode(mode: ConsultMode) -> &'static str {
    match mode {
        ConsultMode::FaceToFace => "面谈",
        ConsultMode::Visit => "走访",
        ConsultMode::Meeting => "座谈",
        ConsultMode::Site => "现场",
        ConsultMode::Phone => "电话",
        ConsultMode::Online => "线上",
        ConsultMode::Letter => "书面",
    }
}

pub(super) fn flag(is_set: bool) -> Cell {
    let label = if is_set { "是" } else { "否" };
    Cell::Flag {
        is_set,
        label: label.to_owned(),
    }
}
