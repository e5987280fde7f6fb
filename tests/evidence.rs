//! Evidence files through whole command lines: kept once, named by the journal, missed by `verify`.

use std::fs;

use crate::handling::{play, refused, shown};
use crate::office::Office;

fn with_files() -> Office {
    let office = Office::new();
    office.write("照片.jpg", b"photograph");
    office.write("副本.jpg", b"photograph");
    office.write("验收单.pdf", b"receipt");
    office
}

fn kept(office: &Office) -> usize {
    fs::read_dir(office.path("evidence")).map_or(0, Iterator::count)
}

#[test]
fn files_are_kept_once_and_named_by_their_cases() {
    let office = with_files();
    play(
        &office,
        "evidence 1 照片.jpg 验收单.pdf --note 完工 --on 2024-02-01\nevidence 2 副本.jpg --on 2024-02-02",
    );
    assert_eq!(kept(&office), 2);
    let evidence = shown(&office, "1")["evidence"].clone();
    assert_eq!(
        (&evidence[0]["file"], &evidence[0]["bytes"]),
        (&"照片.jpg".into(), &10.into())
    );
    assert_eq!(
        evidence[0]["sha256"],
        shown(&office, "2")["evidence"][0]["sha256"]
    );
    refused(
        &office,
        "evidence 1 副本.jpg --on 2024-02-03",
        4,
        "副本.jpg",
    );
    assert!(office.does(&["show", "1"]).out.contains("验收单.pdf"));
    office.does(&["verify"]);
}

#[test]
fn what_is_no_file_leaves_nothing() {
    let office = with_files();
    office.write("空.txt", b"");
    let journal = office.journal();
    for (file, says) in [
        ("没有.jpg", "没有.jpg"),
        ("空.txt", "空的"),
        (".", "不是文件"),
    ] {
        refused(&office, &format!("evidence 1 照片.jpg {file}"), 2, says);
    }
    refused(&office, "evidence 1", 2, "FILES");
    refused(&office, "evidence 99 照片.jpg", 3, "99");
    play(&office, "evidence 1 照片.jpg --dry-run");
    assert_eq!(kept(&office), 0, "a rehearsal and a refusal copy nothing");
    assert!(office.journal() == journal);
}

#[test]
fn a_lost_or_altered_file_is_put_back() {
    let office = Office::new();
    office.write("photo.jpg", b"bytes of a photograph");
    office.does(&["evidence", "1", "photo.jpg", "--on", "2024-03-01"]);
    let kept = fs::read_dir(office.path("evidence")).expect("a folder");
    let kept: Vec<_> = kept.map(|entry| entry.expect("an entry").path()).collect();
    let [kept] = kept.as_slice() else {
        panic!("{kept:?}");
    };
    let journal = office.journal();
    for harm in ["altered", "missing"] {
        match harm {
            "altered" => fs::write(kept, b"another picture").expect("written"),
            _ => fs::remove_file(kept).expect("removed"),
        }
        assert_eq!(office.run(&["verify"]).code, 6, "{harm}");
        let told = office.does(&["evidence", "1", "photo.jpg", "--on", "2024-03-02"]);
        assert!(told.err.contains("已经补回"), "{told:?}");
        assert_eq!(fs::read(kept).expect("a file"), b"bytes of a photograph");
        office.does(&["verify"]);
    }
    assert_eq!(office.journal(), journal, "nothing was recorded");
    office.refuses(
        &["evidence", "1", "photo.jpg", "--on", "2024-03-02"],
        4,
        &["已经记过"],
    );
}

#[test]
fn a_lost_or_altered_file_is_found() {
    let office = with_files();
    play(&office, "evidence 1 照片.jpg 验收单.pdf --on 2024-02-01");
    let digest = |place: usize| {
        let evidence = shown(&office, "1")["evidence"][place]["sha256"].clone();
        evidence.as_str().expect("a digest").to_owned()
    };
    let path = |digest: &str| office.path("evidence").join(digest);
    let (photograph, receipt) = (path(&digest(0)), path(&digest(1)));
    fs::write(&photograph, b"retouched!").expect("a test may forge");
    fs::remove_file(&receipt).expect("a test may lose");
    fs::write(path("stray"), b"?").expect("a test may litter");
    let told = office.run(&["verify"]);
    assert_eq!(told.code, 6, "{told:?}");
    assert!(
        told.out.contains("第1号的佐证“照片.jpg”被改动过"),
        "{}",
        told.out
    );
    assert!(told.out.contains("“验收单.pdf”不见了"), "{}", told.out);
    assert!(told.err.contains("stray"), "{}", told.err);
}

#[test]
fn an_undone_entry_keeps_its_file() {
    let office = with_files();
    play(&office, "evidence 1 照片.jpg --on 2024-02-01");
    office.does(&["undo", "--why", "放错了", "-y"]);
    assert_eq!(kept(&office), 1);
    let told = office.does(&["verify"]);
    assert!(told.err.contains("没有记录提到"), "{}", told.err);
    office.does(&["redo", "--why", "没放错", "-y"]);
    office.does(&["verify"]);
}
