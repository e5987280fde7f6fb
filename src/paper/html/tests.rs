//! What a page promises: that it needs nothing, that words stay words, that its parts are named.

use super::*;
use crate::paper::sample;

fn page(document: &Document) -> String {
    String::from_utf8(write(document, Lang::Zh)).expect("a page is UTF-8")
}

/// The body without the script.
fn body(page: &str) -> &str {
    let body = page.split("<body>").nth(1).expect("a body");
    body.split("<script>").next().expect("what stands before")
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "<script>alert(1)</script> ]]> \" onload='x' &amp; \u{202e}\u{0}\u{1b}[31m修\n桥";
    let page = page(&sample::list_of(hostile));
    assert_eq!(page.matches("<script>").count(), 1, "our own only");
    assert!(page.contains(
        "&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &quot; onload=&#39;x&#39; &amp;amp; [31m修\n桥"
    ));
    assert!(!page.contains(['\u{202e}', '\u{0}', '\u{1b}']));
}

#[test]
fn the_page_lets_nothing_through_but_its_own_style_and_script() {
    let page = page(&sample::report());
    for (tag, source) in [("style", STYLE), ("script", SCRIPT)] {
        assert!(page.contains(&format!("<{tag}>{source}</{tag}>")));
        assert!(page.contains(&format!("{tag}-src '{}'", hash(source))));
    }
    assert!(page.contains("default-src 'none'"));
    for outside in ["http:", "https:", "url(", "@import", " src=", "style=\""] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn a_script_or_style_cannot_end_before_its_end() {
    assert!(!SCRIPT.contains("</") && !SCRIPT.contains("<!--"));
    assert!(!STYLE.contains("</"));
}

#[test]
fn a_report_reads_like_this() {
    insta::assert_snapshot!(body(&page(&sample::report())).trim(), @r##"
    <a class="skip" href="#main">跳到正文</a>
    <header><h1>综合统计</h1></header>
    <div class="tools" role="search" hidden=""><label for="search">搜索</label><input id="search" type="search" placeholder="输入编号、标题、单位等，多个词用空格隔开" autocomplete="off"/><p role="status"></p></div>
    <main id="main" data-found="“@”: 找到 # 行" data-nothing="“@”: 没有找到" data-up="已按“#”从小到大排列" data-down="已按“#”从大到小排列">
    <section id="t1" data-table="" aria-labelledby="t1-h">
    <h2 class="title" id="t1-h">办理结果</h2>
    <div class="scroll" role="group" tabindex="0" aria-labelledby="t1-h"><table aria-labelledby="t1-h">
    <thead><tr><th scope="col">项目</th><th scope="col" class="figure">件数</th><th scope="col" class="figure">占比</th></tr></thead>
    <tbody>
    <tr><th scope="row">A类</th><td class="figure">40</td><td class="figure" data-k="58">58%</td></tr>
    </tbody></table></div>
    <p class="note">已答复：69</p>
    </section>
    <section id="t2" data-table="" aria-labelledby="t2-h">
    <h2 class="title" id="t2-h">承办单位</h2>
    <div class="scroll" role="group" tabindex="0" aria-labelledby="t2-h"><table aria-labelledby="t2-h">
    <thead><tr><th scope="col">单位</th><th scope="col" class="figure">件数</th></tr></thead>
    <tbody>
    <tr><th scope="row">城建办</th><td class="figure">2</td></tr>
    </tbody></table></div>
    </section>
    </main>
    <footer><h2>出处</h2><p>截至2024-12-31</p><p>指纹9f2c</p></footer>
    "##);
}

#[test]
fn bars_are_as_long_as_their_share_and_can_be_read() {
    let columns = vec![Column::text("key", "项目"), Column::number("count", "件数")];
    let mut sheet = Sheet::new("unit", "承办单位", columns);
    for (unit, count) in [("城建办", 40_u32), ("<农业办>", 20), ("水利站", 0)] {
        sheet.push(vec![unit.into(), count.into()]);
    }
    let drawn = drawn(&sheet).expect("two counts");
    let picture = bars(&sheet, drawn, Lang::Zh, "p");
    let long = |mark: &str| -> usize {
        let line = picture.lines().find(|line| line.contains(mark));
        let after = line.and_then(|l| l.split("width=\"").nth(1));
        after
            .and_then(|l| l.split('"').next())
            .and_then(|w| w.parse().ok())
            .expect("a width")
    };
    assert_eq!(long(">城建办<") / 2, long(">&lt;农业办&gt;<"));
    assert_eq!(long(">水利站<"), 0);
    assert!(picture.contains("role=\"img\"") && picture.contains("<desc"));
}
