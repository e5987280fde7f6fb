//! A ledger that goes out comes in again as it went out: merged, withdrawn, refused, closed, reopened
//! and re-handled cases in their places, as CSV and as a workbook.

use std::fs;

use crate::handling::play;
use crate::office::{Office, example};
use crate::workbooks::cells;

const BEGUN: &str = r"
init --office 健龙镇人大主席团 --secretary 王敏 --rules jianlong --on 2024-01-02
session open 20-5 --on 2024-01-10
import {}units.csv --kind units --apply
import {}deputies.csv --kind deputies --apply";

/// What may become of a suggestion, one of each; the first is merged into one that comes later.
const BECAME: &str = "
submit 修桥甲 --deputy 曾庆瑜 --category 城建交通 --on 2024-01-10
submit 修桥乙 --deputy 祝晓琴 --category 城建交通 --on 2024-01-10
submit 修桥丙 --deputy 敖朝林 --category 城建交通 --on 2024-01-10
submit 修桥丁 --deputy 曾庆瑜 --category 城建交通 --on 2024-01-11
submit 修桥戊 --deputy 曾庆瑜 --category 城建交通 --on 2024-01-11
submit 修桥己 --deputy 曾庆瑜 --category 城建交通 --on 2024-01-11
submit 修桥庚 --deputy 祝晓琴 --category 城建交通 --on 2024-01-11
submit 修桥辛 --deputy 祝晓琴 --category 城建交通 --on 2024-01-11
review 1-4,6-8 --accept --on 2024-01-12
merge 1 --into 3 --on 2024-01-15
review 5 --refuse --why 不属于本级职权 --on 2024-01-12
assign 1-4,6-8 --lead 农业服务中心 --on 2024-01-20
sign 1-4,6-8 --on 2024-01-22
withdraw 2 --why 已经修好 --on 2024-02-10
consult 1,3,4,6-8 --mode 走访 --on 2024-02-12
reply 3,4,6-8 --class A --signer 樊启文 --doc-no 健龙农函〔2024〕7号 --publication publish --on 2024-03-01
rate 4,6 --rating 满意 --on 2024-03-10
rate 7-8 --rating 不满意 --comment 未见动工 --on 2024-03-10
close 4,6 --on 2024-03-20
close 6 --reopen --why 群众反映 --on 2024-04-10
consult 7 --mode 走访 --on 2024-04-02
reply 7 --class A --signer 樊启文 --doc-no 健龙农函〔2024〕9号 --publication publish --on 2024-05-01
";

fn begun() -> Office {
    let office = Office::empty();
    play(&office, &BEGUN.replace("{}", &example("jianlong/")));
    office
}

#[test]
fn whatever_became_of_a_case_a_ledger_comes_out_as_it_went_in() {
    let office = begun();
    play(&office, BECAME);
    for file in ["台账.csv", "台账.xlsx"] {
        office.does(&["export", "-o", file]);
        let other = begun();
        let ledger = fs::read(office.path(file)).expect(file);
        other.write(file, &ledger);
        let told = other.does(&["import", file, "--lenient", "--apply"]);
        assert!(
            told.err.contains("已写入 8 行"),
            "{}\n{}",
            told.out,
            told.err
        );
        other.does(&["export", "-o", file]);
        let again = fs::read(other.path(file)).expect(file);
        match file.ends_with("csv") {
            true => assert_eq!(
                String::from_utf8_lossy(&again),
                String::from_utf8_lossy(&ledger)
            ),
            false => assert_eq!(cells(&other, file, "台账"), cells(&office, file, "台账")),
        }
        // Neither is alive again that left the handling.
        let stand = other.json(&["list"]).to_string();
        assert!(
            stand.contains("withdrawn") && stand.contains("refused"),
            "{stand}"
        );
    }
}
