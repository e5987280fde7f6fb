//! What editors, file servers and failing disks do to a file, and what is said of it.

use crate::journal::error::{ErrorKind, Fault};
use crate::journal::place::Place;
use crate::journal::read::{AtWork, Damage, Journal};
use crate::journal::sample::{Fact, Memory, draft, noon, parse, small_journal, time};
use crate::journal::verify::verify_bytes;

fn lines() -> Vec<Vec<u8>> {
    let bytes = small_journal();
    bytes
        .split_inclusive(|b| *b == b'\n')
        .map(<[u8]>::to_vec)
        .collect()
}

/// Does harm to the lines; the reader must stop at `line`, and `verify` must list all `wrong` lines.
#[track_caller]
fn check(harm: impl FnOnce(&mut Vec<Vec<u8>>), line: u64, why: &str, wrong: &[u64]) {
    let mut lines = lines();
    harm(&mut lines);
    let bytes = lines.concat();
    let damage = Journal::<Fact>::parse(&bytes, AtWork::No).expect_err("damage");
    assert_eq!(damage.line, line);
    assert!(damage.fault.to_string().contains(why), "{}", damage.fault);

    let report = verify_bytes::<Fact>(&bytes, AtWork::No);
    let mut listed: Vec<u64> = report.problems.iter().map(|problem| problem.line).collect();
    listed.dedup();
    assert_eq!(listed, wrong);
    assert_eq!(report.lines_ok as usize, lines.len() - wrong.len());
    assert!(!report.is_sound());
}

fn replace(line: &mut Vec<u8>, from: &str, to: &str) {
    let text = String::from_utf8(line.clone()).expect("UTF-8");
    assert!(text.contains(from));
    *line = text.replacen(from, to, 1).into_bytes();
}

#[test]
fn editors_leave_traces() {
    check(
        |l| l[0].splice(0..0, *b"\xEF\xBB\xBF").for_each(drop),
        1,
        "byte order mark",
        &[1, 2],
    );
    let crlf = |lines: &mut Vec<Vec<u8>>| lines.iter_mut().for_each(|l| replace(l, "\n", "\r\n"));
    check(crlf, 1, "carriage return", &[1, 2, 3, 4]);
    check(|l| l.insert(1, b"\n".to_vec()), 2, "blank", &[2, 3]);
    check(|l| l.push(b"\n".to_vec()), 5, "blank", &[5]);
    check(|l| l.push(b" \t\n".to_vec()), 5, "blank", &[5]);
    check(
        |l| replace(&mut l[3], "\n", " \n"),
        4,
        "from end to end",
        &[4],
    );
}

#[test]
fn disks_leave_holes() {
    check(|l| l[1][10..20].fill(0), 2, "zero bytes", &[2, 3]);
    check(
        |l| l[3].splice(9..9, *b"\xE5\xBB").for_each(drop),
        4,
        "not UTF-8 from byte 9",
        &[4],
    );
    check(
        |l| l[2].splice(40..90, []).for_each(drop),
        3,
        "not a line",
        &[3, 4],
    );
}

#[test]
fn lines_are_lost_doubled_and_moved() {
    check(|l| drop(l.remove(1)), 2, "seq 3 where 2 was due", &[2]);
    check(|l| drop(l.remove(0)), 1, "seq 2 where 1 was due", &[1]);
    check(
        |l| l.insert(1, l[0].clone()),
        2,
        "seq 1 where 2 was due",
        &[2],
    );
    check(|l| l.swap(1, 2), 2, "seq 3 where 2 was due", &[2, 3, 4]);
}

#[test]
fn history_is_rewritten() {
    check(
        |l| replace(&mut l[0], "修桥", "修路"),
        2,
        "does not follow the line before it",
        &[2],
    );
    check(
        |l| replace(&mut l[2], "𠮷", "吉"),
        4,
        "does not follow the line before it",
        &[4],
    );
    check(
        |l| replace(&mut l[3], "\"batch\":3", "\"batch\":9"),
        4,
        "names 9",
        &[4],
    );
    check(
        |l| replace(&mut l[3], "\"batch\":3", "\"batch\":0"),
        4,
        "names 0",
        &[4],
    );
    check(
        |l| replace(&mut l[3], "\"lenient\"", "\"batch\":3,\"lenient\""),
        4,
        "duplicate",
        &[4],
    );
}

#[test]
fn a_newer_line_is_not_ours_to_read_or_put_aside() {
    let newer = |bytes: &[u8]| {
        let place = Place::open("/nowhere").expect_err("nowhere");
        assert_eq!(place.kind(), ErrorKind::Misplaced);
        let damage = Journal::<Fact>::parse(bytes, AtWork::No).expect_err("newer");
        assert_eq!(
            damage,
            Damage {
                line: 5,
                fault: Fault::Newer { found: 2 }
            }
        );
    };
    let terminated = [&small_journal()[..], b"{\"v\":2,\"seq\":5}\n"].concat();
    newer(&terminated);
    newer(&terminated[..terminated.len() - 1]);
    // A cut one says nothing yet.
    assert_eq!(parse(&terminated[..terminated.len() - 2]).lines.len(), 4);
}

#[test]
fn an_editor_at_an_empty_file_is_told_of() {
    let damage = Journal::<Fact>::parse(b"\xEF\xBB\xBF", AtWork::No).expect_err("a mark");
    assert_eq!(
        damage,
        Damage {
            line: 1,
            fault: Fault::ByteOrderMark
        }
    );
    assert!(!verify_bytes::<Fact>(b"\xEF\xBB\xBF", AtWork::No).is_sound());
    assert!(parse(b"").lines.is_empty());
    assert!(verify_bytes::<Fact>(b"", AtWork::No).is_sound());
}

#[test]
fn a_clock_that_went_back_is_no_damage() {
    let disk = Memory::holding(&small_journal());
    let mut late = draft("x");
    late.at = time("2020-01-01T00:00:00+08:00");
    let _ = disk
        .pen()
        .append(vec![late.clone(), draft("y")])
        .expect("recorded");
    let journal = parse(&disk.bytes());
    let [clock] = journal.clock[..] else {
        panic!("{:?}", journal.clock);
    };
    assert_eq!((clock.seq, clock.at, clock.before), (5, late.at, noon()));
    let report = verify_bytes::<Fact>(&disk.bytes(), AtWork::No);
    assert!(report.is_sound());
    assert_eq!(report.clock, journal.clock);
    assert_eq!(report.head, journal.head);
}

#[test]
fn where_the_journal_stood_earlier() {
    let bytes = small_journal();
    let whole = parse(&bytes);
    for (count, seq) in (0..=4).zip(0..) {
        let prefix = lines()[..count].concat();
        assert_eq!(whole.head_at(seq), Some(parse(&prefix).head), "{seq}");
    }
    assert_eq!(whole.head_at(5), None);
    assert_eq!(whole.head_at(u64::MAX), None);
}
