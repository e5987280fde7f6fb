//! Laws, asked of random histories and random harm.

use proptest::prelude::*;

use crate::journal::append::Draft;
use crate::journal::read::{AtWork, Journal, Tail};
use crate::journal::sample::{Fact, Memory, draft, parse, small_journal};
use crate::journal::verify::verify_bytes;

fn drafts() -> impl Strategy<Value = Vec<Draft<Fact>>> {
    let notes = proptest::collection::vec(any::<String>(), 1..4);
    let draft = (notes, any::<bool>()).prop_map(|(notes, lenient)| {
        let events = notes.into_iter().map(|note| Fact::Noted { note });
        Draft {
            lenient,
            events: events.collect(),
            ..draft("")
        }
    });
    proptest::collection::vec(draft, 1..5)
}

proptest! {
    #[test]
    fn what_is_appended_is_read(history in proptest::collection::vec(drafts(), 0..6)) {
        let disk = Memory::default();
        for drafts in &history {
            let _ = disk.pen().append(drafts.clone()).expect("recorded");
        }
        let journal = parse(&disk.bytes());
        let read: Vec<_> = journal.lines.iter().map(|l| (l.lenient, l.events.clone())).collect();
        let meant: Vec<_> = history.concat().into_iter().map(|d| (d.lenient, d.events)).collect();
        prop_assert_eq!(read, meant);
        prop_assert!(journal.lines.iter().map(|line| line.seq).eq(1..=journal.head.seq));
    }

    /// In a line that has a successor, a changed byte always stops the reader. The last line is
    /// vouched for by its form, its `\n`, and a fingerprint that somebody kept: one of these shows.
    #[test]
    fn a_changed_byte_is_noticed(at in 0..small_journal().len(), flip in 1..=u8::MAX) {
        let before = small_journal();
        let last = before[..before.len() - 1].iter().rposition(|b| *b == b'\n').expect("lines") + 1;
        let mut after = before.clone();
        after[at] ^= flip;
        match Journal::<Fact>::parse(&after, AtWork::No) {
            Err(_) => {}
            Ok(_) if at < last => prop_assert!(false, "went unnoticed"),
            Ok(journal) => {
                let known = journal.head.hash == parse(&before).head.hash;
                prop_assert!(!known || journal.tail != Tail::Clean);
            }
        }
    }

    /// Reader and `verify` never disagree on whether a file is sound, and neither ever panics.
    #[test]
    fn reader_and_verify_agree(
        cut in 0..small_journal().len(),
        length in 0usize..9,
        patch in proptest::collection::vec(any::<u8>(), 0..9),
        writer in any::<bool>(),
    ) {
        let writer = if writer { AtWork::Yes } else { AtWork::No };
        let mut bytes = small_journal();
        let end = bytes.len().min(cut + length);
        bytes.splice(cut..end, patch).for_each(drop);
        let read = Journal::<Fact>::parse(&bytes, writer);
        let report = verify_bytes::<Fact>(&bytes, writer);
        prop_assert_eq!(read.is_ok(), report.is_sound());
        if let Ok(journal) = read {
            prop_assert_eq!(journal.lines.len() as u64, report.lines_ok);
            prop_assert_eq!((journal.head, journal.tail), (report.head, report.tail));
        }
    }
}
