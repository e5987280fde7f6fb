//! `demo` (演示): the year of 健龙镇 in a throw-away store, through the same commands as everybody's.

use std::ffi::OsString;

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::FormatArg;
use crate::cli::bad_journal::failed;
use crate::cli::desk::{Desk, SECRETARY};
use crate::journal::{JournalError, Place};
use crate::words::Lang;

const LEDGER: &[u8] = include_bytes!("../../../examples/jianlong/ledger.csv");
const DEPUTIES: &[u8] = include_bytes!("../../../examples/jianlong/deputies.csv");
const UNITS: &[u8] = include_bytes!("../../../examples/jianlong/units.csv");

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("演示: 不用任何文件,看健龙镇的一年", "Demo: the year of 健龙镇, no file needed"),
    after_help = both!(
        "例: jianyi 演示\n    jianyi 演示 --keep 试用目录    之后加 --store 试用目录 接着用",
        "Example: jianyi demo\n         jianyi demo --keep DIR    then go on with --store DIR"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(long, visible_alias = "保留", value_name = both!("目录", "DIR"), help = both!("把演示的数据留在这个目录里接着试", "Keep the data in this folder to go on trying"))]
    keep: Option<String>,
}

/// The day on which the demo's year is looked back at.
const YEAR_END: &str = "2024-12-31";

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let temporary = tempfile::tempdir()?;
    let files = temporary.path().join("files");
    std::fs::create_dir(&files)?;
    for (name, bytes) in [
        ("ledger.csv", LEDGER),
        ("deputies.csv", DEPUTIES),
        ("units.csv", UNITS),
    ] {
        crate::paper::save(&files.join(name), bytes)?;
    }
    let store = match &args.keep {
        Some(folder) => desk.path(folder),
        None => temporary.path().join("store"),
    };
    if let Ok(place) = Place::open(&store) {
        let path = place.journal();
        return Err(failed(desk.lang(), &JournalError::AlreadyThere { path }).into());
    }
    let file = |name: &str| files.join(name).into_os_string();
    let init = [
        "init",
        "--office",
        "健龙镇人大主席团",
        "--secretary",
        SECRETARY,
        "--rules",
        "jianlong",
    ];
    desk.rehearse(&store, words(&init))?;
    desk.rehearse(
        &store,
        words(&["session", "open", "20-5", "--on", "2024-01-10"]),
    )?;
    desk.rehearse(&store, words(&["session", "close", "--on", "2024-01-11"]))?;
    for (kind, name) in [
        ("units", "units.csv"),
        ("deputies", "deputies.csv"),
        ("ledger", "ledger.csv"),
    ] {
        let mut import = words(&["import", "--apply", "--kind", kind]);
        import.push(file(name));
        desk.rehearse(&store, import)?;
    }
    let summary = words(&["report", "summary", "--as-of", YEAR_END]);
    if desk.format() == Some(FormatArg::Json) {
        return desk.perform(&store, summary);
    }
    desk.say(opening(desk.lang()))?;
    desk.perform(
        &store,
        words(&[
            "report",
            "monthly",
            "--month",
            "2024-05",
            "--as-of",
            "2024-05-31",
        ]),
    )?;
    desk.perform(&store, summary)?;
    for line in next(desk.lang(), args.keep.as_deref()) {
        desk.say(&line)?;
    }
    Ok(())
}

fn words(words: &[&str]) -> Vec<OsString> {
    words.iter().map(OsString::from).collect()
}

fn opening(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => {
            "演示: 健龙镇 2024 年 86 件建议(17 件区代表建议跟踪办理,69 件镇代表建议交办)。人名和细节多为据实情复原的示例。\n"
        }
        Lang::En => {
            "Demo: 86 suggestions of 健龙镇 in 2024 (17 tracked for the district, 69 of the town). Most names and details are reconstructed.\n"
        }
    }
}

fn next(lang: Lang, kept: Option<&str>) -> Vec<String> {
    let store = kept.unwrap_or("试用");
    let keep = match kept {
        Some(_) => String::new(),
        None => format!("jianyi demo --keep {store}\n  "),
    };
    let tries = format!(
        "  {keep}jianyi --store {store} list --as-of 2024-05-31 --overdue\n  jianyi --store {store} show 25\n  jianyi --store {store} deadline 25\n  jianyi --store {store} report summary --as-of 2024-12-31 --explain class.C\n  jianyi --store {store} export -o 台账.csv"
    );
    let (try_it, yours) = match lang {
        Lang::Zh => ("接着可以试:", "用自己的数据开始:"),
        Lang::En => ("Try next:", "Begin with your own:"),
    };
    vec![
        try_it.to_owned(),
        tries,
        yours.to_owned(),
        "  jianyi init --help".to_owned(),
    ]
}
