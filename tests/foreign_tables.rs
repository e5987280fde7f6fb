//! Tables of other offices as workbooks: their titles, their words, their rosters and ratings.

use crate::office::{Office, example};
use crate::workbooks::{founded, of_rows};

#[test]
fn a_title_above_and_words_of_other_offices_are_understood() {
    let office = Office::new();
    let rows: &[&[&str]] = &[
        &["健龙镇代表建议交办表"],
        &["", "", "单位：人大办"],
        &[
            "序号",
            "建议号",
            "案由",
            "提案人",
            "联系电话",
            "提交时间",
            "内容分类",
            "办理情况",
            "责任人",
        ],
        &[
            "1",
            "7",
            "关于修渠的建议",
            "祝晓琴",
            "13800000000",
            "2024.1.12",
            "其他",
            "等待开工",
            "王 平",
        ],
        &[
            "2",
            "8",
            "关于修路的建议",
            "凌钦泽",
            "13800000001",
            "2024/1/12",
            "其他",
            "已于5月完工",
            "李强",
        ],
    ];
    office.write("表.xlsx", of_rows(rows));
    let told = office.run(&["import", "表.xlsx"]);
    for said in [
        "列名上面的行不读: 第 1、2 行",
        "序号: 是行号,不读;不对请用 --对应 序号=列名",
        "联系电话: 是代表的电话,不记入",
        "办理情况 → 备注(按内容判断)",
        "责任人 → 经办人(按内容判断)",
        "案由 → 标题",
    ] {
        assert!(told.err.contains(said), "{said}: {}", told.err);
    }
    let mapped = [
        "import",
        "表.xlsx",
        "--map",
        "序号=编号",
        "--ignore",
        "建议号",
        "--ignore",
        "责任人",
    ];
    let told = office.run(&mapped);
    assert!(told.err.contains("序号 → 编号"), "{}", told.err);
    assert!(!told.err.contains("责任人"), "{}", told.err);
}

#[test]
fn a_class_may_stand_there_in_words() {
    let office = Office::new();
    let rows: &[&[&str]] = &[
        &[
            "编号",
            "标题",
            "领衔代表",
            "提出日期",
            "类别",
            "承办单位",
            "交办日期",
            "面商日期",
            "答复日期",
            "签发人",
            "办理情况",
        ],
        &[
            "7",
            "关于修渠的建议",
            "祝晓琴",
            "2024-01-12",
            "其他",
            "农业服务中心",
            "2024-01-20",
            "2024-02-01",
            "2024-03-01",
            "李强",
            "已解决或基本解决",
        ],
        &[
            "8",
            "关于修路的建议",
            "祝晓琴",
            "2024-01-12",
            "其他",
            "农业服务中心",
            "2024-01-20",
            "2024-02-01",
            "2024-03-01",
            "李强",
            "列入计划解决",
        ],
    ];
    office.write("表.xlsx", of_rows(rows));
    let told = office.does(&["import", "表.xlsx", "--lenient", "--apply"]);
    assert!(
        told.err.contains("办理情况 → 办理结果(按内容判断)"),
        "{}",
        told.err
    );
    let listed = office.does(&["list", "--class", "A", "--format", "plain"]);
    assert!(listed.out.contains("关于修渠的建议"), "{}", listed.out);
    let listed = office.does(&["list", "--class", "B", "--format", "plain"]);
    assert!(listed.out.contains("关于修路的建议"), "{}", listed.out);
}

#[test]
fn rosters_come_in_from_workbooks() {
    let office = founded();
    for (kind, rows) in [("units", 23), ("deputies", 70)] {
        let text = std::fs::read_to_string(example(&format!("jianlong/{kind}.csv"))).expect(kind);
        let text = text.trim_start_matches('\u{feff}');
        let rows_of: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
        let mut all: Vec<&[&str]> = vec![&["健龙镇名册"]];
        all.extend(rows_of.iter().map(Vec::as_slice));
        office.write("名册.xlsx", of_rows(&all));
        let told = office.does(&["import", "名册.xlsx", "--kind", kind, "--apply"]);
        assert!(
            told.err.contains(&format!("已写入 {rows} 行")),
            "{}",
            told.err
        );
    }
}

#[test]
fn ratings_come_in_from_a_table() {
    let office = Office::new();
    for line in [
        "consult 1 --mode 面谈 --on 2024-02-01",
        "reply 1 --class A --signer 李强 --on 2024-03-01",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    let rows: &[&[&str]] = &[
        &["序号", "建议编号", "领衔代表", "代表评价", "反馈日期"],
        &["1", "1", "祝晓琴", "满意", "2024-03-10"],
        &["2", "2", "凌钦泽", "", ""],
    ];
    office.write("评价.xlsx", of_rows(rows));
    let import = [
        "import",
        "评价.xlsx",
        "--kind",
        "ratings",
        "--format",
        "plain",
    ];
    let first = office.does(&[&import[..], &["--apply"]].concat());
    assert!(
        first.out.contains("\tnew\t") && first.out.contains("\tsame\t"),
        "{}",
        first.out
    );
    let again = office.does(&import);
    assert!(
        again.out.lines().all(|l| l.contains("\tsame\t")),
        "{}",
        again.out
    );
    let other = "编号,评价代表,满意度,评价日期\n1,祝晓琴,不满意,2024-03-10\n2,凌钦泽,满意,2024-03-10\n99,凌钦泽,满意,\n";
    office.write("评价.csv", other);
    let told = office.run(&["import", "评价.csv", "--kind", "评价", "--format", "plain"]);
    let verdicts: Vec<&str> = told
        .out
        .lines()
        .filter_map(|l| l.split('\t').nth(2))
        .collect();
    assert_eq!(verdicts, ["different", "wrong", "wrong"], "{}", told.out);
}

#[test]
fn answers_parts_and_counts_of_other_offices_are_understood() {
    let office = Office::new();
    let table = "编号,标题,领衔代表,提出人数,提出日期,是否会上,审查分类,承办单位,承办性质,联系人及电话,交办日期,走访情况,是否同意办理结果\n\
        7,关于修渠的建议,祝晓琴,2,2024-01-12,是,其他,农业服务中心,主办,王平 13900000000,2024-01-20,未走访,\n\
        7,关于修渠的建议,祝晓琴,2,2024-01-12,是,其他,财政办,会办,王平 13900000000,2024-01-20,未走访,\n\
        8,关于修路的建议,凌钦泽,1,2024-03-12,否,其他,农业服务中心,独办,,2024-03-20,,\n";
    office.write("表.csv", table);
    let told = office.does(&["import", "表.csv", "--lenient", "--apply"]);
    for said in [
        "承办性质: 是单位的主办、协办、分办,按它分列",
        "提出人数: 是提出人数,只用来核对名字",
        "联系人及电话 → 经办人(按内容判断)",
        "按列名换成了本系统的词: 是否会上:是 → 会议期间、是否会上:否 → 闭会期间、走访情况:未走访 → 备注",
        "各单位分行写的,合成一件的行: 第 3 行",
        "人数和写了的名字对不上,只记写了名字的(行): 2",
    ] {
        assert!(told.err.contains(said), "{said}: {}", told.err);
    }
    let shown = office.does(&["export", "--format", "csv"]);
    let row = |title: &str| {
        let row = shown.out.lines().find(|line| line.contains(title));
        row.expect(title).to_owned()
    };
    for said in ["会议期间", "农业服务中心,财政办", "王平"] {
        assert!(row("修渠").contains(said), "{said}: {}", row("修渠"));
    }
    assert!(row("修路").contains("闭会期间"), "{}", row("修路"));
}

#[test]
fn a_text_that_is_called_a_workbook_is_told_to_be_none() {
    let office = Office::new();
    office.write("台账.xlsx", "<html><body>系统导出</body></html>\n");
    office.refuses(&["import", "台账.xlsx"], 2, &["文件名像工作簿,内容却不是"]);
}

/// A unit that replies for itself has not replied because another one did.
#[test]
fn what_one_unit_did_is_not_told_of_another() {
    let office = Office::new();
    let table = "编号,标题,领衔代表,提出日期,类别,承办单位,承办性质,交办日期,面商日期,答复日期,办理结果\n\
        7,关于修渠的建议,祝晓琴,2024-01-12,其他,农业服务中心,分办,2024-01-20,2024-02-01,2024-03-01,A\n\
        7,关于修渠的建议,祝晓琴,2024-01-12,其他,财政办,分办,2024-01-20,,,\n";
    office.write("表.csv", table);
    let told = office.run(&["import", "表.csv", "--lenient", "--apply"]);
    assert_eq!(told.code, 4, "{}", told.err);
    assert!(told.out.contains("第 2 行"), "{}", told.out);
}
