//! Words are found in lines wherever these stand among those that are read at once.

use std::io::Write;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::domain::book::Past;
use crate::domain::event::Event;
use crate::domain::terms::Name;
use crate::journal::archive::Archive;
use crate::journal::format::{FORMAT_VERSION, Line, encode};
use crate::journal::hash::Hash;
use crate::journal::place::{Place, made_anew};
use crate::journal::read::Journal;
use crate::journal::sample::noon;

fn line(seq: u64, prev: Hash, note: &str) -> Vec<u8> {
    let fact = json!({"type": "progressed", "on": "2024-03-05", "case": 1, "note": note});
    let event: Event = serde_json::from_value(fact).expect("a fact");
    let line = Line {
        v: FORMAT_VERSION,
        seq,
        prev,
        at: noon(),
        by: Name::new("王秘书").expect("a name"),
        batch: None,
        lenient: false,
        events: vec![event],
    };
    encode(&line).expect("a line")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn lines_that_hold_all_words_or_are_named_are_shown_up_to_the_last(
        said in vec((vec(select(vec!["桥", "路", "水", "🚧"]), 0..3), 0_usize..4_000), 1..14),
        words in vec(select(vec!["桥", "路", "水"]), 0..3),
        named in btree_set(1_u64..14, 0..3),
        last in 0_u64..16,
        is_spelled in any::<bool>(),
        is_ended in any::<bool>(),
    ) {
        let (mut journal, mut prev, mut notes) = (Vec::new(), Hash::ZERO, Vec::new());
        let count = said.len() as u64;
        for ((said, room), seq) in said.iter().zip(1..) {
            let note = said.concat() + &"山".repeat(*room) + "。";
            let mut bytes = line(seq, prev, &note);
            if is_spelled && seq == count {
                // Another writer's hand: the same sign by its number.
                let text = String::from_utf8(bytes).expect("UTF-8");
                bytes = text.replace('桥', "\\u6865").into_bytes();
            }
            prev = Hash::of(&bytes);
            notes.push(note);
            journal.extend(bytes);
            journal.push(b'\n');
        }
        if !is_ended {
            journal.pop();
        }
        let folder = tempfile::tempdir().expect("a folder");
        let mut file = made_anew(&folder.path().join("journal.jsonl")).expect("made");
        file.write_all(&journal).expect("written");
        let place = Place::open(folder.path()).expect("a store");
        let (_, lengths) = Journal::<Event>::read_each(&place, |_| {}).expect("sound");
        let archive = Archive::of_lines(&place, lengths).expect("there");
        let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
        let mut shown = Vec::new();
        archive.look_at_holding(last, &words, &named, &mut |entry| shown.push(entry.seq));
        let wanted = (1..=count).zip(&notes).filter(|(seq, note)| {
            let holds = words.iter().all(|word| note.contains(word.as_str()));
            let may_spell = is_spelled && *seq == count && note.contains('桥');
            *seq <= last && (holds || may_spell || named.contains(seq))
        });
        prop_assert_eq!(shown, wanted.map(|(seq, _)| seq).collect::<Vec<_>>());
        prop_assert!(!archive.has_failed());
    }
}
