//! What an office prints on the card of a deputy (公示卡). No text sets it.

use serde::{Deserialize, Serialize};

use crate::domain::terms::LinkTemplate;

/// What stands on the card of a deputy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardRules {
    /// Where the code on the card leads; no code where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<LinkTemplate>,
}
