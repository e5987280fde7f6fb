//! What a command is meant of: cases by their numbers or by conditions, an entry or a case, a class
//! however it is typed.

use crate::office::Office;

/// Three suggestions that wait to be handed over, of a town without any other.
fn office() -> Office {
    let mut office = Office::empty();
    office.now = "2024-06-28T09:00:00+08:00";
    for line in [
        "init --office 健龙镇人大 --secretary 王敏 --rules jianlong --on 2023-12-01",
        "session open 20-5 --on 2024-01-10",
        "unit add 农业服务中心",
        "deputy add 祝晓琴 --on 2024-01-10",
        "submit 关于修桥的建议 --deputy 祝晓琴 --category 城建交通",
        "submit 关于装灯的建议 --deputy 祝晓琴 --category 城建交通",
        "submit 关于修渠的建议 --deputy 祝晓琴 --category 城建交通",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    office
}

#[test]
fn cases_are_meant_by_conditions_too() {
    let office = office();
    let hand_over = ["assign", "未交办", "--lead", "农业服务中心"];
    let told = office.does(&hand_over);
    assert!(
        told.err
            .contains("“未交办”: 2024-1、2024-2、2024-3,共 3 件"),
        "{}",
        told.err
    );
    office.refuses(&hand_over, 3, &["没有符合“未交办”的建议"]);
    // What would be looked for in full text names nothing.
    office.refuses(&["sign", "桥"], 2, &["看不懂建议编号“桥”", "未交办"]);
    office.refuses(&["sign", "单位:水"], 3, &["单位"]);
    office.does(&[
        "correct", "第2号", "--field", "类别", "--value", "其他", "--why", "错",
    ]);
    let told = office.does(&["sign", "单位:农业 类别:其他"]);
    assert!(told.err.contains("2024-2,共 1 件"), "{}", told.err);
    let listed = office
        .does(&["list", "祝晓琴提的", "没办完的", "--format", "plain"])
        .out;
    assert_eq!(listed.lines().count(), 3, "{listed}");
    let into = office.path("slips/").display().to_string();
    let told = office.does(&["notice", "slips", "单位:农业", "-o", &into]);
    assert!(told.err.contains("1 份"), "{}", told.err);
}

/// A number of an entry is easily taken for that of a suggestion.
#[test]
fn a_correction_says_what_it_is_of() {
    let office = office();
    let correct = |of: &str, field: &str, value: &str| {
        office.run(&[
            "correct", of, "--field", field, "--value", value, "--why", "错",
        ])
    };
    let told = correct("2", "类别", "其他");
    assert_eq!(told.code, 3);
    assert!(
        told.err.contains("第 2 条记录: 开会;它不是建议 2024-2 的"),
        "{}",
        told.err
    );
    let told = correct("6", "类别", "其他");
    assert!(
        told.err
            .contains("第 6 条记录: 第2号《关于装灯的建议》的“提出”"),
        "{}",
        told.err
    );
    assert!(
        told.err.contains("6.0 提出、6.1 编号;不写小数点就是第一项"),
        "{}",
        told.err
    );
    let told = correct("第3号", "类别", "其他");
    assert_eq!(told.code, 0, "{}", told.err);
    let third = office.json(&["show", "3"]);
    assert_eq!(third["data"]["category"], "其他");
    let told = correct("第3号", "日期", "2024-06-27");
    assert_eq!(told.code, 2);
    assert!(told.err.contains("有几处“日期”"), "{}", told.err);
    let told = correct("第3号", "满意度", "满意");
    assert!(told.err.contains("没有“满意度”这一项"), "{}", told.err);
    let told = office.does(&["undo", "7", "--why", "错"]);
    assert!(told.err.contains("第3号《关于修渠的建议》"), "{}", told.err);
}

#[test]
fn a_class_is_known_however_it_is_typed() {
    let office = Office::new();
    office.does(&["consult", "1", "--on", "2024-06-27", "--mode", "走访"]);
    let reply = |class: &str| {
        let words = [
            "reply",
            "1",
            "--class",
            class,
            "--signer",
            "李明",
            "--dry-run",
        ];
        office.run(&words)
    };
    for class in ["Ａ", "a", "A类", "已解决"] {
        let told = reply(class);
        assert_eq!(told.code, 0, "{class}: {}", told.err);
    }
    assert_eq!(reply("Z").code, 3);
}
