//! What a secretary reads after a change, in both languages: what changed, the new state, the next
//! due date with its weekday, the next command.

use crate::office::Office;

fn office(lang: &'static str) -> Office {
    let mut office = Office::empty();
    office.lang = lang;
    office.now = "2024-03-05T09:00:00+08:00";
    let init = [
        "init",
        "--office",
        "健龙镇人大主席团",
        "--secretary",
        "王敏",
        "--rules",
        "jianlong",
    ];
    office.does(&init);
    office.does(&["届次", "开", "20-5", "--日期", "2024-01-10"]);
    office.does(&["单位", "登记", "农业服务中心", "--责任领导", "陈刚"]);
    office.does(&["代表", "登记", "祝晓琴"]);
    office.does(&[
        "提交",
        "关于整治山坪塘的建议",
        "--代表",
        "祝晓琴",
        "--类别",
        "农林水、生态环保",
    ]);
    office
}

fn talk(office: &Office, words: &[&str]) -> String {
    let done = office.run(words);
    assert_eq!(done.code, 0, "{}", done.err);
    done.err
}

#[test]
fn after_a_hand_over_in_chinese() {
    let office = office("zh");
    insta::assert_snapshot!(talk(&office, &["交办", "1", "--主办", "农业服务中心"]), @"
    已记录 第1号《关于整治山坪塘的建议》: 受理、交办;现在: 交办
      答复期限 2024年6月5日（周三）,还剩92天
    接下来: jianyi 签收 2024-1
    ");
}

#[test]
fn after_a_hand_over_in_english() {
    let office = office("en");
    insta::assert_snapshot!(talk(&office, &["assign", "1", "--lead", "农业服务中心"]), @r#"
    recorded 第1号 "关于整治山坪塘的建议": accepted, handed over; now handed over
      reply due 2024-06-05 (Wed), 92 days left
    next: jianyi sign 2024-1
    "#);
}

#[test]
fn a_dry_run_says_so_and_writes_nothing() {
    let office = office("zh");
    let before = office.journal();
    let said = talk(
        &office,
        &["assign", "1", "--lead", "农业服务中心", "--dry-run"],
    );
    assert!(said.starts_with("试运行,没有写入:\n"), "{said}");
    assert_eq!(office.journal(), before);
}

#[test]
fn a_refusal_names_its_rule_and_the_way_out() {
    let office = office("zh");
    office.does(&["assign", "1", "--lead", "农业服务中心"]);
    let done = office.run(&["答复", "1", "--结果", "A", "--签发人", "陈刚"]);
    assert_eq!(done.code, 4);
    insta::assert_snapshot!(done.err, @"
    错误: 第1号: 还没有与代表沟通
      依据: 本单位采用的办法这样定,没有引条文;各项规定: jianyi 办法 查看
    提示: 先记面商: jianyi 面商 2024-1 --方式 面谈 --日期 日期
    ");
}

#[test]
fn a_writer_prints_just_the_number_for_scripts() {
    let office = office("zh");
    let number = office.does(&[
        "submit",
        "关于修路的建议",
        "--deputy",
        "祝晓琴",
        "--category",
        "城建交通",
        "--format",
        "plain",
    ]);
    assert_eq!(number.out, "2024-2\n");
}

/// Long work counts its steps for who waits at a terminal, to the last one, and for nobody else.
#[test]
fn long_work_shows_how_far_it_is() {
    let mut office = Office::with_year();
    let ledger = crate::office::example("jianlong/ledger.csv");
    let works: [(&[&str], &str); 3] = [
        (&["import", &ledger], "逐行核对"),
        (&["export", "-o", "out.csv"], "导出台账"),
        (&["verify"], "校验日志"),
    ];
    for (words, work) in works {
        office.terminal = false;
        office.does(words);
        assert_eq!(office.watched.take(), [], "{words:?}: nobody looks");
        office.terminal = true;
        office.does(&[words, &["-q"]].concat());
        assert_eq!(office.watched.take(), [], "{words:?}: nobody wants to know");
        office.does(words);
        let told = office.watched.take();
        let (named, done, all) = told.last().cloned().unwrap_or_default();
        assert_eq!((named.as_str(), done), (work, all), "{words:?}");
        assert!(told.len() > 1 && told.is_sorted_by_key(|(_, done, _)| *done));
    }
}

#[test]
fn a_due_date_explains_itself() {
    let office = office("zh");
    let shown = office.does(&[
        "deadline",
        "--from",
        "2026-02-13",
        "--limit",
        "5wd",
        "--format",
        "plain",
    ]);
    insta::assert_snapshot!(shown.out.replace('\t', " | "), @"
    start | 2026-02-13
    limit | 5wd
    due | 2026-02-27
    holidays_skipped | 2026年2月15日、2026年2月16日、2026年2月17日、2026年2月18日、2026年2月19日、2026年2月20日、2026年2月21日、2026年2月22日、2026年2月23日
    made_up | 2026年2月14日（周六） 春节
    ");
    let beyond = office.does(&["deadline", "--from", "2026-12-30", "--limit", "5wd"]);
    assert!(beyond.out.contains("2027 年的放假安排还没有"), "{beyond:?}");
}
