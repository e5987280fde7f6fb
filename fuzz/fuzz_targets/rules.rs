//! Any bytes as a rule document: what resolves is written and read again as it was.
#![no_main]

use jianyi::domain::rules::{RuleSet, resolve};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|document: &str| {
    if let Ok(rules) = resolve(document) {
        let written = serde_json::to_string(&rules).expect("JSON");
        let read: RuleSet = serde_json::from_str(&written).expect("reads again");
        assert_eq!(read, rules);
    }
});
