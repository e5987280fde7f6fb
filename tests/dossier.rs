//! The dossier of a case: everything of it, under names that any system takes, the same bytes each
//! time, and nothing of it altered.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use sha2::{Digest, Sha256};

use crate::office::Office;

/// A case with a reply, a rating and two files whose names no Windows takes.
fn office() -> Office {
    let office = Office::new();
    for (name, content) in [("现场:照片?.jpg", "photograph"), ("con.txt", "receipt")] {
        office.write(name, content);
    }
    office.does(&[
        "evidence",
        "1",
        "现场:照片?.jpg",
        "con.txt",
        "--on",
        "2024-02-02",
    ]);
    for line in [
        "consult 1 --mode visit --on 2024-02-01",
        "reply 1 --class A --signer 陈刚 --text 已修好 --on 2024-03-01",
        "rate 1 --rating 满意 --on 2024-03-05",
        "submit 另一件的事 --deputy 祝晓琴 --category 其他 --on 2024-03-05",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    office
}

fn bytes(office: &Office, file: &str) -> Vec<u8> {
    std::fs::read(office.path(file)).expect("a file")
}

/// The files of a dossier by their names.
fn files(dossier: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(dossier)).expect("an archive");
    let mut files = BTreeMap::new();
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("read");
        files.insert(file.name().expect("UTF-8").into_owned(), content);
    }
    files
}

#[test]
fn everything_of_a_case_is_in_it() {
    let office = office();
    let told = office.does(&["archive", "1", "-o", "1.zip"]);
    assert!(told.err.contains("已归档到 1.zip"), "{}", told.err);
    let files = files(&bytes(&office, "1.zip"));
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    for name in [
        "01-封面.html",
        "01-封面.docx",
        "02-办理情况.html",
        "05-记录.jsonl",
        "清单.json",
        "SHA256SUMS",
    ] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    assert!(
        names
            .iter()
            .any(|n| n.starts_with("03-公文/") && n.ends_with(".docx")),
        "{names:?}"
    );
    let text = |name: &str| String::from_utf8(files[name].clone()).expect("UTF-8");
    let whole = text("02-办理情况.html");
    for told in ["已修好", "满意", "办理过程", "关于硬化村道的建议"] {
        assert!(whole.contains(told), "{told}");
    }
    let cover = text("01-封面.html");
    assert!(cover.contains("代表建议办理档案") && cover.contains("二十届人大五次会议"));
    // The list on the cover names every file by the name that it has.
    for name in &names {
        let listed = ["01-", "清单.json", "SHA256SUMS"]
            .iter()
            .any(|own| name.starts_with(own));
        assert!(listed || cover.contains(name), "{name} in {cover}");
    }
    // The lines of the case as they stand in the journal, and no other's.
    let journal = String::from_utf8(office.journal()).expect("UTF-8");
    let own = text("05-记录.jsonl");
    assert!(own.lines().count() >= 6, "{own}");
    assert!(
        own.lines()
            .all(|line| journal.lines().any(|known| known == line))
    );
    assert!(own.contains(r#""type":"rated""#) && !own.contains("另一件的事"));
    let evidence: Vec<&Vec<u8>> = (files.iter())
        .filter(|(name, _)| name.starts_with("04-佐证/"))
        .map(|(_, content)| content)
        .collect();
    assert_eq!(evidence.len(), 2, "{names:?}");
    assert!(evidence.iter().any(|content| *content == b"photograph"));
    // Every file hashes to what the list says; none is missing from it.
    let sums = text("SHA256SUMS");
    for (name, content) in files.iter().filter(|(name, _)| *name != "SHA256SUMS") {
        let hash: String = Sha256::digest(content)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        assert!(sums.contains(&format!("{hash}  {name}\n")), "{name}");
    }
    assert_eq!(sums.lines().count(), files.len() - 1);
    let manifest: serde_json::Value = serde_json::from_str(&text("清单.json")).expect("JSON");
    assert_eq!(manifest["case"], "2024-1");
    assert_eq!(
        manifest["files"].as_object().map(serde_json::Map::len),
        Some(files.len() - 2)
    );
}

#[test]
fn any_system_takes_its_names_and_it_is_the_same_each_time() {
    let mut office = office();
    office.does(&["archive", "1", "-o", "1.zip", "--as-of", "2024-06-01"]);
    let first = bytes(&office, "1.zip");
    for name in files(&first).keys() {
        let legal = |c: char| !matches!(c, '<' | '>' | ':' | '"' | '\\' | '|' | '?' | '*');
        assert!(name.chars().all(legal), "{name}");
        let last = name.rsplit('/').next().unwrap_or_default();
        assert!(!last.to_lowercase().starts_with("con."), "{name}");
    }
    // Bit 11 of the flags of a local header says that the name is UTF-8.
    let named = "01-封面.html".as_bytes();
    let at = first
        .windows(named.len())
        .position(|w| w == named)
        .expect("its name");
    let flags = u16::from_le_bytes([first[at - 30 + 6], first[at - 30 + 7]]);
    assert_eq!(flags & 0x800, 0x800);
    office.now = "2025-03-04T10:11:12+08:00";
    office.does(&["archive", "1", "-o", "2.zip", "--as-of", "2024-06-01"]);
    assert!(first == bytes(&office, "2.zip"));
}

#[test]
fn what_was_altered_or_cannot_be_written_leaves_nothing() {
    let office = office();
    office.write("旧.zip", "old");
    let hash: String = Sha256::digest(b"receipt")
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    office.write(&format!("evidence/{hash}"), "forged");
    let told = office.run(&["archive", "1", "-o", "旧.zip"]);
    assert_eq!(told.code, 6, "{}", told.err);
    assert!(
        told.err.contains("被改动过") && told.err.contains("校验"),
        "{}",
        told.err
    );
    assert_eq!(bytes(&office, "旧.zip"), b"old");
    std::fs::remove_file(office.path(&format!("evidence/{hash}"))).expect("removed");
    assert_eq!(office.run(&["archive", "1", "-o", "旧.zip"]).code, 6);
    std::fs::create_dir(office.path("夹.zip")).expect("a folder");
    assert_eq!(office.run(&["archive", "2", "-o", "夹.zip"]).code, 2);
    assert_eq!(office.run(&["archive", "99", "-o", "x.zip"]).code, 3);
    let told = office.run(&["archive", "2"]);
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(!office.path("x.zip").exists());
}

/// The way of a case with every paper: two replies, an extension, a notice, a talk.
#[test]
fn every_paper_of_a_case_is_in_it_as_of_its_own_day() {
    let office = crate::letters::office();
    for line in [
        "remind 1 --mode letter --on 2024-03-01",
        "reply 1 --class A --doc-no 健龙农函〔2024〕19号 --signer 樊启文 --publication publish --text 已全部通电。 --on 2024-07-01",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    office.does(&["archive", "1", "-o", "1.zip", "--as-of", "2024-12-01"]);
    let files = files(&bytes(&office, "1.zip"));
    for paper in [
        "2024-01-20-交办单-农业服务中心",
        "2024-01-20-交办单-村镇建设服务中心",
        "2024-02-20-第1号-会办意见-村镇建设服务中心",
        "2024-03-01-第1号-催办函-农业服务中心",
        "2024-03-12-第1号-面商记录",
        "2024-04-01-第1号-延期申请-农业服务中心",
        "2024-04-01-第1号-同意延期-农业服务中心",
        "2024-04-05-第1号-督办通知-农业服务中心-2024-04-05",
        "2024-05-20-第1号-复函-曾庆瑜",
        "2024-05-20-第1号-复函-敖朝林",
        "2024-05-20-第1号-征询意见表-曾庆瑜",
        "2024-05-28-第1号-重新办理通知-农业服务中心",
        "2024-07-01-第1号-再次复函-曾庆瑜",
    ] {
        let name = format!("03-公文/{paper}.docx");
        assert!(files.contains_key(&name), "{name} in {:#?}", files.keys());
    }
    let text = |paper: &str| {
        let bytes = &files[&format!("03-公文/{paper}.docx")];
        crate::letters::docx(bytes, "word/document.xml")
    };
    let first = text("2024-05-20-第1号-复函-曾庆瑜");
    assert!(first.contains("健龙农函〔2024〕7号") && first.contains("已成立专班"));
    assert!(!first.contains("已全部通电"), "the second reply");
    let second = text("2024-07-01-第1号-再次复函-曾庆瑜");
    assert!(second.contains("健龙农函〔2024〕19号") && second.contains("已全部通电"));
    // The numbers of people stand whole only where the office asks for them.
    assert!(first.contains("*") && !first.contains("023-41"), "{first}");
    office.does(&["archive", "1", "-o", "全.zip", "--phones"]);
    let whole = self::files(&bytes(&office, "全.zip"));
    let whole = &whole["03-公文/2024-05-20-第1号-复函-曾庆瑜.docx"];
    assert!(crate::letters::docx(whole, "word/document.xml").contains("023"));
}

/// A day may see two of a kind: each says what it said then, under its own number.
#[test]
fn two_papers_of_a_kind_on_one_day_are_two() {
    let office = crate::letters::office();
    for line in [
        "extend 1 --to 2024-06-20 --why 汛期停工 --consent 镇人大主席团 --on 2024-04-01",
        "reply 1 --class A --doc-no 健龙农函〔2024〕19号 --signer 樊启文 --publication publish --text 已全部通电。 --on 2024-05-28",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    // The reply was given, found wanting and given again, all on the 28th of May.
    office.does(
        &"rate 1 --deputy 曾庆瑜 --rating 不满意 --comment 又停电 --on 2024-05-28"
            .split(' ')
            .collect::<Vec<_>>(),
    );
    office.does(&["archive", "1", "-o", "1.zip", "--as-of", "2024-12-01"]);
    let files = files(&bytes(&office, "1.zip"));
    let said = |paper: &str, words: &[&str]| {
        let bytes = files.get(&format!("03-公文/{paper}.docx"));
        let bytes = bytes.unwrap_or_else(|| panic!("{paper} in {:#?}", files.keys()));
        let text = crate::letters::docx(bytes, "word/document.xml");
        for word in words {
            assert!(text.contains(word), "{paper}: no {word}");
        }
    };
    said(
        "2024-04-01-第1号-同意延期-农业服务中心",
        &["资金下达较晚", "延期至2024年6月10日"],
    );
    said(
        "2024-04-01-第1号-同意延期-农业服务中心-2",
        &["汛期停工", "延期至2024年6月20日"],
    );
    said("2024-04-01-第1号-延期申请-农业服务中心", &["资金下达较晚"]);
    said("2024-04-01-第1号-延期申请-农业服务中心-2", &["汛期停工"]);
    said("2024-05-28-第1号-重新办理通知-农业服务中心", &["仍未通电"]);
    said("2024-05-28-第1号-重新办理通知-农业服务中心-2", &["又停电"]);
    said(
        "2024-05-28-第1号-再次复函-曾庆瑜",
        &["健龙农函〔2024〕19号", "已全部通电"],
    );
    let again = files
        .keys()
        .filter(|name| name.contains("会办意见"))
        .count();
    assert_eq!(again, 1, "what did not change is there once");
}

#[test]
fn a_dossier_is_a_zip_and_says_so() {
    let office = office();
    let told = office.run(&["archive", "1", "-o", "1.docx"]);
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(told.err.contains(".zip"), "{}", told.err);
    assert!(!office.path("1.docx").exists());
}

/// What had happened by the day, with what was put right of it since: the papers tell it so.
#[test]
fn the_lines_of_a_day_come_with_what_mended_them_later() {
    let office = office();
    office.does(&["consult", "1", "--mode", "phone", "--on", "2024-06-10"]);
    let lines = String::from_utf8(office.journal()).expect("UTF-8");
    let place = lines
        .lines()
        .position(|line| line.contains("\"type\":\"replied\""));
    let reply = (place.expect("a reply") + 1).to_string();
    let correct = [
        "correct", &reply, "--field", "signer", "--value", "王敏", "--why", "抄错",
    ];
    office.does(&[&correct[..], &["--on", "2024-06-20"]].concat());
    office.does(&["archive", "1", "-o", "1.zip", "--as-of", "2024-04-01"]);
    let own = &files(&bytes(&office, "1.zip"))["05-记录.jsonl"];
    let own = String::from_utf8(own.clone()).expect("UTF-8");
    assert!(
        own.contains("\"type\":\"replied\"") && own.contains("\"type\":\"corrected\""),
        "{own}"
    );
    assert!(!own.contains("2024-06-10"), "not yet: {own}");
}
