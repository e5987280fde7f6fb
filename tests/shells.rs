//! Completions and manual pages: what the word under the cursor can become, and scripts that a real
//! shell takes.

use std::process::Command;

use crate::office::Office;

#[track_caller]
fn completes(office: &Office, words: &[&str], begins: &[&str]) {
    let told = office.does(&[&["complete", "--"], words].concat());
    let values: Vec<&str> = told
        .out
        .lines()
        .filter_map(|l| l.split('\t').next())
        .collect();
    assert_eq!(values, begins, "{words:?}");
    assert_eq!(told.err, "");
}

#[test]
fn the_store_completes_a_word() {
    let office = Office::new();
    office.does(&["project", "collect", "安装路灯"]);
    office.does(&["opinion", "add", "村道坑洼", "--channel", "走访"]);
    let all: [(&[&str], &[&str]); 25] = [
        (&["show", ""], &["2024-2", "2024-1"]),
        (&["show", "xq"], &["2024-2"]),
        (&["签收", "2024-1,修桥"], &["2024-1,2024-2"]),
        (&["assign", "1", "--lead", "nyfw"], &["农业服务中心"]),
        (&["assign", "1", "--lead=农"], &["--lead=农业服务中心"]),
        (
            &["assign", "1", "--co", "农业服务中心、czjs"],
            &["农业服务中心、村镇建设服务中心"],
        ),
        (&["submit", "标题", "--代表", "zxq"], &["祝晓琴"]),
        (&["list", "--category", "其"], &["其他"]),
        (&["reply", "1", "--class", "B"], &["B"]),
        (&["rate", "1", "--rating", "基本"], &["基本满意"]),
        (&["rules", "show", "jianl"], &["jianlong"]),
        (&["init", "--rules", "昆明"], &["kunming-2017"]),
        (&["rules", "compare", "jianl"], &["jianlong"]),
        (&["项目", "筛选", "ludeng"], &["1"]),
        (&["opinion", "answer", ""], &["1"]),
        (&["opinion", "add", "x", "--channel", "院"], &["院坝会"]),
        (&["deputy", "file", "zxq"], &["祝晓琴"]),
        (&["list", "单位:ny"], &["单位:农业服务中心"]),
        (&["list", "单位", ":", "农"], &["单位:农业服务中心"]),
        (&["list", "逾"], &["逾期"]),
        (&["list", "领衔"], &["领衔代表:"]),
        (&["import", ""], &[":files"]),
        (&["backup", "x"], &[":files"]),
        (&["submit", ""], &[]),
        (&["assign", "--le"], &[]),
    ];
    for (words, values) in all {
        completes(&office, words, values);
    }
    let empty = Office::empty();
    completes(&empty, &["show", ""], &[]);
    let other = office.folder().display().to_string();
    let named = ["--store", &other, "show", "修桥"];
    completes(&empty, &named, &["2024-2"]);
}

#[test]
fn a_real_shell_completes_from_the_store() {
    let office = Office::new();
    office.does(&["completions", "bash", "-o", "sub/jianyi.bash"]);
    let bin = std::path::Path::new(env!("CARGO_BIN_EXE_jianyi"));
    let path = format!(
        "{}:{}",
        bin.parent().expect("a folder").display(),
        std::env::var("PATH").unwrap_or_default()
    );
    let asks = |line: &str, words: &str, at: usize| {
        let script = format!(
            "source sub/jianyi.bash; COMP_LINE='{line}'; COMP_POINT=${{#COMP_LINE}}; COMP_WORDS=({words}); COMP_CWORD={at}; _jianyi jianyi \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        );
        let done = Command::new("bash")
            .args(["-c", &script])
            .current_dir(office.folder())
            .env("PATH", &path)
            .env("JIANYI_STORE", office.folder())
            .output();
        let done = done.expect("bash");
        let err = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(err, "");
        String::from_utf8(done.stdout).expect("UTF-8")
    };
    std::fs::write(office.path("台账.csv"), "").expect("a file");
    for (line, words, at, completed) in [
        ("", "jianyi assign 1 --lead nyfw", 4, "农业服务中心\n"),
        ("", "jianyi sub", 1, "submit\n"),
        ("", "jianyi submit --depu", 2, "--deputy\n"),
        ("jianyi import 台", "jianyi import 台", 2, "台账.csv\n"),
        // A colon parts words here, and what stands before it stays as it is.
        (
            "jianyi list 单位:ny",
            "jianyi list 单位 : ny",
            4,
            "农业服务中心\n",
        ),
    ] {
        assert_eq!(asks(line, words, at), completed, "{words}");
    }
}

#[test]
fn every_shell_gets_its_script() {
    let office = Office::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        for lang in ["zh", "en"] {
            let script = office.run_in(lang, &["completions", shell]).out;
            assert!(script.contains("jianyi complete "), "{shell}");
            assert!(!script.contains('\u{e000}'), "{shell}");
        }
    }
}

#[test]
fn manual_pages_are_there_in_both_languages() {
    let office = Office::new();
    office.does(&["man", "-o", "share/man"]);
    office.run_in("en", &["man", "-o", "share/man"]);
    let read = |file: &str| std::fs::read_to_string(office.path(file)).expect(file);
    let zh = read("share/man/zh_CN/man1/jianyi-submit.1");
    assert!(zh.contains(".SH 名称") && zh.contains("领衔代表"), "{zh}");
    assert!(!zh.contains(".SH NAME") && !zh.contains("Print "), "{zh}");
    let en = read("share/man/man1/jianyi-submit.1");
    assert!(
        en.contains(".SH NAME") && en.contains("Lead deputy"),
        "{en}"
    );
    let whole = read("share/man/zh_CN/man1/jianyi.1");
    assert!(whole.contains("提交一件建议"), "{whole}");
}
