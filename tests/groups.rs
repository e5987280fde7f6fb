//! Groups of deputies and the places where they meet voters: who belongs to them on a day, and who keeps
//! them.

use serde_json::json;

use crate::office::row;
use crate::roster::office;

#[test]
fn groups_and_stations_change_over_time() {
    let office = office();
    for line in [
        "group add 茶业小组 --professional --deputies 祝晓琴,李明 --on 2024-02-01",
        "group leave 茶业小组 --deputies 李明 --on 2024-03-01",
        "station add 甲站 --heads 祝晓琴 --on 2024-02-01",
        "station staff 甲站 --heads 李明 --informants 祝晓琴 --on 2024-04-01",
        "station add 联系点 --station-kind 立法联系点 --on 2024-02-01",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    let then = office.json(&["report", "roster", "--as-of", "2024-02-15"]);
    let now = office.json(&["report", "roster"]);
    for (report, informants) in [(&then, 0), (&now, 1)] {
        assert_eq!(row(report, "station", "station")["count"], 1);
        assert_eq!(row(report, "station", "contact_point")["count"], 1);
        assert_eq!(row(report, "group", "professional")["count"], 1);
        assert_eq!(row(report, "staff", "heads")["count"], 1);
        assert_eq!(row(report, "staff", "informants")["count"], informants);
    }
    let told = office
        .does(&["report", "roster", "--explain", "staff.heads"])
        .out;
    assert!(told.contains("李明") && !told.contains("祝晓琴"), "{told}");
    let groups = office.does(&["group", "list", "--as-of", "2024-02-15"]).out;
    assert!(groups.contains("李明"), "{groups}");
    let groups = office.does(&["group", "list"]).out;
    assert!(!groups.contains("李明"), "{groups}");
    office.refuses(
        &["group", "leave", "茶业小组", "--deputies", "李明"],
        4,
        &["李明"],
    );
    office.refuses(
        &["group", "join", "茶业小组", "--deputies", "祝晓琴"],
        4,
        &["祝晓琴"],
    );
    office.refuses(
        &["station", "staff", "乙站", "--heads", "李明"],
        3,
        &["乙站"],
    );
}

/// Who is in which group is one answer, whether somebody was entered with it or joined it later.
#[test]
fn a_deputy_is_shown_with_the_groups_of_the_day() {
    let office = office();
    for line in [
        "deputy add 王芳 --group 第一代表小组 --on 2024-01-10",
        "group add 茶业小组 --professional --deputies 李明 --on 2024-02-01",
        "group join 茶业小组 --deputies 王芳 --on 2024-02-01",
        "group leave 茶业小组 --deputies 李明 --on 2024-03-01",
        "group leave 第一代表小组 --deputies 王芳 --on 2024-04-01",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    let groups = |who: &str, day: &str| {
        let list = office.json(&["deputy", "list", "--as-of", day]);
        let rows = list["data"].as_array().expect("rows").iter();
        let row = rows
            .clone()
            .find(|row| row["name"] == who)
            .expect("a deputy");
        let listed = row["group"].clone();
        // The group's own list, the card and the file say the same.
        let of_group = office.json(&["group", "list", "--as-of", day]);
        for group in of_group["data"].as_array().expect("groups") {
            let there = group["deputies"].to_string().contains(who);
            let name = group["group"].as_str().expect("a name");
            assert_eq!(
                listed.to_string().contains(name),
                there,
                "{who} {day}: {group}"
            );
            for paper in ["card", "file"] {
                let paper = office.does(&["deputy", paper, who, "--as-of", day]).out;
                assert_eq!(paper.contains(name), there, "{who} {day}: {paper}");
            }
        }
        listed
    };
    assert_eq!(groups("李明", "2024-02-15"), json!(["茶业小组"]));
    assert_eq!(groups("李明", "2024-03-15"), json!(null));
    assert_eq!(
        groups("王芳", "2024-02-15"),
        json!(["第一代表小组", "茶业小组"])
    );
    assert_eq!(groups("王芳", "2024-05-15"), json!(["茶业小组"]));
    // Who left the group he was entered with may join it again, and goes out without it until then.
    let out = office.does(&["export", "deputies"]).out;
    assert!(!out.contains("第一代表小组"), "{out}");
    let left = ["group", "leave", "第一代表小组", "--deputies", "王芳"];
    office.refuses(&left, 4, &["王芳"]);
    office.does(&[
        "group",
        "join",
        "第一代表小组",
        "--deputies",
        "王芳",
        "--on",
        "2024-06-01",
    ]);
    assert_eq!(
        groups("王芳", "2024-06-15"),
        json!(["第一代表小组", "茶业小组"])
    );
}

/// Whoever has no seat any more belongs to no group either.
#[test]
fn a_group_has_no_members_without_a_seat() {
    let office = office();
    for line in [
        "group add 茶业小组 --deputies 李明 --on 2024-02-01",
        "deputy end 李明 --why 辞职 --on 2024-04-01",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    let members =
        |day: &str| office.json(&["group", "list", "--as-of", day])["data"][0]["members"].clone();
    assert_eq!(
        (members("2024-03-01"), members("2024-05-01")),
        (1.into(), 0.into())
    );
}

/// What is on record twice is told so; only a person is asked for what tells namesakes apart.
#[test]
fn what_is_on_record_is_no_namesake() {
    let office = office();
    for line in [
        "group add 茶业小组 --deputies 祝晓琴 --on 2024-02-01",
        "station add 甲站 --on 2024-02-01",
        "deputy pledge 祝晓琴 修路 --on 2024-02-01",
        "deputy settle 1 --on 2024-02-02",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    for (line, told) in [
        ("group add 茶业小组 --on 2024-02-03", "茶业小组"),
        (
            "group join 茶业小组 --deputies 祝晓琴 --on 2024-02-03",
            "祝晓琴",
        ),
        ("station add 甲站 --on 2024-02-03", "甲站"),
        ("unit add 农业服务中心 --on 2024-02-03", "农业服务中心"),
        ("deputy settle 1 --on 2024-02-03", "承诺1"),
    ] {
        let refused = office.run(&line.split(' ').collect::<Vec<_>>());
        assert_eq!(refused.code, 4, "{line}: {refused:?}");
        let err = &refused.err;
        assert!(err.contains(told) && !err.contains("重名"), "{line}: {err}");
    }
}

/// A group that came with its deputies has been there since the first of them.
#[test]
fn a_group_of_the_roster_is_as_old_as_its_first_deputy() {
    let office = office();
    for line in [
        "deputy add 石磊 --group 老组 --on 2024-01-10",
        "group leave 老组 --deputies 石磊 --on 2024-06-01",
        "group join 老组 --deputies 祝晓琴 --on 2024-03-01",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    let early = ["group", "join", "老组", "--deputies", "李明", "--on"];
    office.refuses(&[&early[..], &["2024-01-09"]].concat(), 4, &[]);
    let groups = office.does(&["group", "list", "--as-of", "2024-04-01"]).out;
    assert!(
        groups.contains("石磊") && groups.contains("祝晓琴"),
        "{groups}"
    );
}
