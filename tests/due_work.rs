//! Whom to chase beside the cases: projects that are late, repairs under warranty, pledges.

use serde_json::Value;

use crate::handling::play;
use crate::projects::{candidates, does, office};

#[test]
fn late_projects_repairs_and_pledges_are_chased() {
    let office = office();
    candidates(&office, 2);
    for line in [
        "project ballot 票决 --quota 2 --deputies 60 --present 55 --votes 1=55/0/0,2=50/5/0 --on 2025-01-10",
        "project announce 1-2 --on 2025-01-15",
        "project start 1 --unit 水务站 --plan 装 --due 2025-06-30 --on 2025-02-01",
        "project progress 1 --percent 100 --on 2025-05-01",
        "project supervise 1 --people 祝晓琴 --note 好 --on 2025-05-02",
        "project accept 1 --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 --voters 3 --voters-spoke 3 --voters-signed 3 --warranty-to 2026-06-30 --on 2025-05-03",
        "project defect 1 --what 灯坏了 --due 2025-11-30 --on 2025-10-01",
        "deputy pledge 祝晓琴 帮三户通水 --due 2025-12-01 --on 2025-03-01",
    ] {
        does(&office, line);
    }
    let due = || -> Vec<(String, String)> {
        let list = office.json(&["due"]);
        let rows = list["data"].as_array().expect("rows").iter();
        let told = |row: &Value| {
            let unit = row["unit"].to_string();
            let number = row["number"].as_str().unwrap_or_default();
            (
                number.to_owned(),
                unit.trim_matches(['[', ']', '"']).to_owned(),
            )
        };
        rows.map(told).collect()
    };
    let owed = |number: &str, by: &str| (number.to_owned(), by.to_owned());
    // The second was chosen and never begun: it is late too.
    assert_eq!(
        due(),
        [
            owed("项目2", "水务站"),
            owed("项目1", "水务站"),
            owed("承诺1", "祝晓琴")
        ]
    );
    // It is red on the board, too.
    let report = office.json(&["report", "projects"]);
    assert_eq!(crate::office::row(&report, "board", "red")["count"], 1);
    let page = office.does(&["today"]).out;
    assert!(page.contains("逾期的项目、质保和承诺"), "{page}");
    play(
        &office,
        "
project mend 1 --note 换了 --on 2025-12-05
deputy settle 1 --note 通水 --on 2025-12-06",
    );
    assert_eq!(due(), [owed("项目2", "水务站")]);
}
