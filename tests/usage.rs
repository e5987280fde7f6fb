//! Help and errors of usage speak the reader's language, and nothing else does.

use std::sync::OnceLock;

use crate::office::Office;

/// The framing words of the argument parser.
const ENGLISH: [&str; 14] = [
    "Usage",
    "Options",
    "Arguments",
    "Commands",
    "OPTIONS",
    "COMMAND",
    "possible values",
    "default:",
    "alias",
    "Print ",
    "error",
    "tip",
    "invalid value",
    "For more",
];

fn is_han(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// Every command and every part of one, as its words, with its help page.
pub(crate) fn commands() -> &'static [(Vec<String>, String)] {
    static COMMANDS: OnceLock<Vec<(Vec<String>, String)>> = OnceLock::new();
    COMMANDS.get_or_init(|| {
        let office = Office::empty();
        let mut paths: Vec<Vec<String>> = verbs(&office).into_iter().map(|v| vec![v]).collect();
        let mut commands = Vec::new();
        let mut at = 0;
        while let Some(path) = paths.get(at).cloned() {
            at += 1;
            let mut words = vec!["help"];
            words.extend(path.iter().map(String::as_str));
            let page = office.does(&words).out;
            let list = page.split_once("命令:\n").map_or("", |(_, list)| list);
            let parts = list.lines().take_while(|line| line.starts_with("  "));
            for name in parts.filter_map(|line| line.split_whitespace().next()) {
                paths.push([path.clone(), vec![name.to_owned()]].concat());
            }
            commands.push((path, page));
        }
        commands
    })
}

/// Nothing that clap says stands untranslated in a page, an error or what is missing, of any part of
/// any command; what is missing is named as a reader of Chinese would type it.
#[test]
fn no_part_of_the_command_line_is_untranslated() {
    let office = Office::empty();
    assert!(commands().len() > 120, "{}", commands().len());
    for (path, page) in commands() {
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let own = ["complete", "help"].contains(&path[0]);
        let slips: [&[&str]; 3] = [&["--nonsense"], &["x", "x", "x", "x", "x"], &[]];
        let told = slips.iter().filter(|_| !own).map(|more| {
            let words = [&path[..], more].concat();
            office.run(&words).err
        });
        for page in told.chain([page.clone()]) {
            let english = ENGLISH.iter().find(|word| page.contains(**word));
            assert_eq!(english, None, "{path:?}: {page}");
            for line in page.lines().filter(|line| line.contains("缺少: ")) {
                let latin = line.contains(|c: char| c.is_ascii_alphabetic());
                assert!(!latin, "{path:?}: {line}");
            }
        }
    }
}

/// The names of all verbs, from the help page.
fn verbs(office: &Office) -> Vec<String> {
    let page = office.does(&["--help"]).out;
    let list = page.split("命令:\n").nth(1).expect("a list of commands");
    let names = list.lines().take_while(|line| !line.is_empty());
    names
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn chinese_help_has_no_english_frame() {
    let office = Office::empty();
    let verbs = verbs(&office);
    assert!(verbs.len() > 30, "{verbs:?}");
    let mut pages = vec![
        vec!["--help"],
        vec!["help", "help"],
        vec!["session", "open", "--help"],
    ];
    for verb in &verbs {
        pages.push(if verb == "help" {
            vec!["help"]
        } else {
            vec![verb, "--help"]
        });
    }
    for words in pages {
        let page = office.does(&words).out;
        let english = ENGLISH.iter().find(|word| page.contains(**word));
        assert_eq!(english, None, "{words:?}: {page}");
        assert!(page.contains("用法: "), "{page}");
    }
}

#[test]
fn a_slip_is_answered_in_both_languages() {
    let office = Office::new();
    let slips: [(&[&str], &str); 23] = [
        (&["提叫"], "是不是想用“提交”"),
        (&["submit", "--co", "祝晓琴"], "是不是想用“--co-signers”"),
        (&["提交", "--代婊", "祝晓琴"], "是不是想用“--代表”"),
        (&["submit", "--depty=祝晓琴"], "是不是想用“--deputy”"),
        (&["单位", "登计"], "是不是想用“登记”"),
        (&["submit"], "缺少: 标题、--代表、--类别"),
        (&["sumbit"], "提示: 是不是想用“"),
        (&["session", "opne"], "是不是想用“open”"),
        (&["submit", "--depty", "祝晓琴"], "是不是想用“--deputy”"),
        (&["list", "--format", "xls"], "可选 table、plain"),
        (&["list", "--known", "十"], "要写一个数字"),
        (&["submit", "a", "b"], "多出了“b”"),
        (&["import"], "缺少: <文件>"),
        (&["list", "--as-of"], "后面缺少值"),
        (&["help", "nothing"], "没有命令或专题“nothing”"),
        // What a part of another command is called, and never a neighbour of its spelling.
        (
            &["月报"],
            "错误: 没有命令“月报”\n提示: 是不是想用“报表 月报”?\n提示: 用",
        ),
        (&["汇总"], "是不是想用“报表 汇总”"),
        // Nothing is deleted; what is spelled like it erases particulars.
        (&["删除", "1"], "提示: 是不是想用“撤销”?\n提示: 用"),
        (&["答复", "2", "A"], "是不是想用“--结果 A”"),
        (&["评价", "2", "满意"], "是不是想用“--满意度"),
        (
            &["答复", "2", "--结果", "A", "--内容", "已修"],
            "是不是想用“--正文”",
        ),
        (
            &["导出", "名册"],
            "“内容”不接受“名册”\n提示: 可选 台账、代表、单位、小组、家站",
        ),
        (&["导出", "台账.xls"], "写到文件用 -o 台账.xls"),
    ];
    for (words, says) in slips {
        office.refuses(words, 2, &[says]);
        let page = office.run_in("zh", words).err;
        let english = ENGLISH.iter().find(|word| page.contains(**word));
        assert_eq!(english, None, "{words:?}: {page}");
    }
}

/// Words that are the same in both languages: names of this office, what is typed as it is.
const OWN: [&str; 34] = [
    "3号",
    "编号",
    "主办单位",
    "其他",
    "团坝村",
    "区第12号",
    "水利站",
    "陈刚",
    "刘洋",
    "建议编号",
    "承办部门",
    "序号",
    "人大主席团",
    "主席团会议",
    "第一代表小组",
    "区交通局",
    "健龙府函〔2025〕",
    "镇纪委、",
    "、",
    "张主任",
    "李明",
    "王敏",
    "关于整治山坪塘的建议",
    "健龙镇",
    "祝晓琴",
    "凌钦泽",
    "曾庆瑜",
    "农业服务中心",
    "村镇建设服务中心",
    "第1号",
    "第2号",
    "闭3",
    "满意",
    "院坝会",
];

#[track_caller]
fn no_han(page: &str) {
    let mut own = OWN;
    own.sort_by_key(|own| std::cmp::Reverse(own.len()));
    let page = own
        .iter()
        .fold(page.to_owned(), |page, own| page.replace(own, ""));
    // Each verb has a Chinese name too, which is said.
    let mut lines = page.lines().filter(|line| !line.contains("alias"));
    assert_eq!(lines.find(|line| line.contains(is_han)), None);
}

#[test]
fn english_has_no_han_but_the_offices_own_words() {
    let office = Office::new();
    for verb in verbs(&office) {
        no_han(&office.run_in("en", &["help", &verb]).out);
    }
    let lines: [&[&str]; 16] = [
        &["show", "99"],
        &["assign", "2", "--lead", "nobody"],
        &["submit", "title", "--deputy", "nobody", "--category", "x"],
        &["submit"],
        &["submit", "", "--deputy", "x", "--category", "x"],
        &["sign", "2", "--on", "2024-06-29"],
        &["assign", "2", "--lead", "x", "--on", "2024-01-05"],
        &["session", "close"],
        &["session", "open", "x"],
        &["deputy", "end", "nobody"],
        &["undo", "999", "--why", "x"],
        &["list", "--known", "99"],
        &["import", "none.csv"],
        &["rules", "adopt", "none.json"],
        &["calendar", "adopt", "2099"],
        &["init", "--office", "x", "--secretary", "x"],
    ];
    for words in lines {
        let told = office.run_in("en", words);
        assert_ne!(told.code, 0, "{words:?}");
        no_han(&told.err);
    }
}

/// The pages of the topics fit a terminal, and each line that can be typed names a verb and options
/// that there are.
#[test]
fn the_topics_name_only_what_there_is() {
    let office = Office::empty();
    for lang in ["zh", "en"] {
        let list = office.run_in(lang, &["help", "topics"]).out;
        let topics: Vec<&str> = list.lines().filter_map(|l| l.split(' ').nth(2)).collect();
        assert_eq!(topics.len(), 9, "{list}");
        for topic in topics {
            let page = office.run_in(lang, &["help", topic]).out;
            // Where a verb has the name too, its page stands first.
            let is_option = |line: &&str| {
                ["[alias", "[别名", "[default"]
                    .iter()
                    .any(|m| line.contains(m))
            };
            for line in page.lines().filter(|line| !is_option(line)) {
                let wide = unicode_width::UnicodeWidthStr::width(line);
                assert!(wide <= 80, "{topic}: {wide}: {line}");
                let Some(typed) = line.strip_prefix("  jianyi ") else {
                    continue;
                };
                let typed = typed.split("   ").next().unwrap_or_default();
                let words: Vec<&str> = typed.split(' ').filter(|w| !w.starts_with('-')).collect();
                let pages = [&words[..1], &words[..words.len().min(2)]]
                    .map(|path| office.run_in(lang, &[&["help"], path].concat()).out);
                let pages = pages.concat();
                assert!(!pages.is_empty(), "{line}");
                for option in typed.split(' ').filter(|word| word.starts_with("--")) {
                    assert!(pages.contains(option), "{topic}: {option} of {line}");
                }
            }
        }
    }
}
