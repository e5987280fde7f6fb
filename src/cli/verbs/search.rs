//! `search` (搜索): some words in full text, and where they stand.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::report::search;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("全文搜索: 标题、内容、进展、答复、承诺等", "Search in full text: titles, bodies, notes, replies, promises"),
    after_help = both!(
        "例: jianyi 搜索 村道\n    jianyi 搜索 村道 硬化    两个词都要有",
        "Example: jianyi search road\n         jianyi search village road    both words"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("文字", "WORDS"), help = both!("要找的文字,几个词都要有", "What to look for; all of the words"))]
    words: Vec<String>,
    #[command(flatten)]
    reading: Reading,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("WORDS", args.words.is_empty())])?;
    let given = Some(args.words.join(" ")).filter(|words| !words.trim().is_empty());
    let wanted = desk.ask_text(
        "WORDS",
        given.as_deref(),
        both!("找什么", "What to look for"),
    )?;
    let wanted: Vec<String> = wanted.split_whitespace().map(str::to_owned).collect();
    desk.mark(&wanted);
    desk.read(&args.reading, |outlook| search::search(outlook, &wanted))
}
