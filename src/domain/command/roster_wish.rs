//! What may be wished for groups, homes and stations (小组、家站).

use crate::domain::event::StationKind;
use crate::domain::terms::Name;

/// What may be wished for groups, homes and stations.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are those of the fact, see the table in `event`"
)]
pub enum RosterWish {
    /// 代表小组
    AddGroup {
        group: Name,
        professional: bool,
        station: Option<Name>,
        deputies: Vec<Name>,
    },
    /// Deputies join a group.
    Join { group: Name, deputies: Vec<Name> },
    /// Deputies leave it.
    Leave { group: Name, deputies: Vec<Name> },
    /// 代表之家、联络站、立法联系点
    AddStation {
        station: Name,
        kind: StationKind,
        place: Option<Name>,
        heads: Vec<Name>,
        informants: Vec<Name>,
    },
    /// Who keeps it from now on.
    Staff {
        station: Name,
        heads: Vec<Name>,
        informants: Vec<Name>,
    },
}
