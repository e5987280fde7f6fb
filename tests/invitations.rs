//! Invitations to reception days and other activities, as papers.

use crate::office::Office;

#[test]
fn a_reception_day_invites_voters_and_deputies() {
    let office = Office::new();
    for line in [
        "activity plan 7月邀您见 --kind 接待日 --day 2024-07-10 --place 和平村代表之家 --invited 祝晓琴,凌钦泽 --on 2024-06-20",
        "activity plan 全体代表培训 --kind 代表培训 --day 2024-07-20 --on 2024-06-20",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    office.does(&["活动", "邀请", "1", "-o", "邀请函/"]);
    let mut files: Vec<String> = std::fs::read_dir(office.path("邀请函"))
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    files.sort();
    let expected = ["凌钦泽代表", "祝晓琴代表", "选民"].map(|to| format!("活动1-邀请函-{to}.docx"));
    assert_eq!(files, expected);
    let voters = std::fs::read(office.path("邀请函/活动1-邀请函-选民.docx")).expect("a paper");
    let text = crate::letters::docx(&voters, "word/document.xml");
    for said in [
        "各位选民",
        "2024年7月10日（星期三）",
        "和平村代表之家",
        "祝晓琴、凌钦泽",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // Of what is not recorded a blank is left, and it is said.
    let told = office.run(&["activity", "invite", "2", "--format", "md"]);
    assert_eq!(told.code, 8, "{}", told.err);
    assert!(
        told.out.contains("＿＿＿＿") && told.err.contains("没有地点：活动2"),
        "{}",
        told.err
    );
    office.does(&[
        "activity",
        "cancel",
        "1",
        "--why",
        "汛期",
        "--on",
        "2024-06-25",
    ]);
    office.refuses(&["activity", "invite", "1"], 4, &["活动1"]);
    office.refuses(&["activity", "invite", "9"], 3, &["9"]);
}
