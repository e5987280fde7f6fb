//! `import` (导入): a ledger, a roster or ratings, in CSV or from a workbook. A dry run until
//! `--apply`.

use clap::{Args as ClapArgs, ValueEnum};
use uuid::Uuid;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::bad_file;
use crate::cli::desk::Desk;
use crate::cli::failure::{Exit, Failure};
use crate::cli::language::own_value;
use crate::cli::noticed;
use crate::cli::planned::{self, Counts};
use crate::cli::private_rows::Rows;
use crate::cli::store::Lines;
use crate::cli::wish::pieces;
use crate::domain::book::Book;
use crate::domain::terms::{Name, Sealed, Steps};
use crate::intake::{
    self, Apart, FileError, HeaderError, LedgerFile, Line, Mapping, Options, RosterPlan,
    TableColumn, Verdict,
};
use crate::report::{Document, Sheet, mappings};
use crate::words::{self, Label, Lang, Message, Word, Work};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("导入台账、名册或评价(.xlsx、CSV);加 --apply 才写入", "Import a ledger, a roster or ratings (.xlsx, CSV); writes with --apply only"),
    after_help = both!(
        "例: jianyi 导入 台账.xlsx           先看每一行是新增、相同、不同还是有错\n    jianyi 导入 台账.xlsx --apply   写入\n    jianyi 导入 全年.xlsx --工作表 交办台账\n    jianyi 导入 代表.csv --种类 代表 --apply",
        "Example: jianyi import LEDGER.xlsx           shows each row: new, same, different, wrong\n         jianyi import LEDGER.xlsx --apply   writes\n         jianyi import YEAR.xlsx --sheet LEDGER\n         jianyi import DEPUTIES.csv --kind deputies --apply"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("文件", "FILE"), help = both!(".xlsx 工作簿,或 CSV(UTF-8 或 GB18030);- 表示管道", "An .xlsx workbook, or CSV in UTF-8 or GB18030; - for a pipe"))]
    file: String,
    #[arg(long, visible_alias = "种类", value_enum, value_name = both!("种类", "KIND"), default_value = "ledger", help = both!("台账、代表、单位、小组、家站、民意、活动、项目、检查发现的问题、评价、群众", "What it holds"))]
    kind: Kind,
    #[arg(long, visible_alias = "工作表", value_name = both!("名称", "NAME"), help = both!("读工作簿的哪张表,默认第一张", "Which worksheet of a workbook; the first if left out"))]
    sheet: Option<String>,
    #[arg(long, visible_alias = "写入", action = clap::ArgAction::SetTrue, help = both!("写入;不加只是看看", "Write; without it nothing is written"))]
    apply: bool,
    #[arg(long, visible_alias = "试运行", action = clap::ArgAction::SetTrue, help = both!("只看结果,不写入(--apply 也不写)", "Write nothing, even with --apply"))]
    dry_run: bool,
    #[arg(long, visible_alias = "跳过错行", action = clap::ArgAction::SetTrue, help = both!("有错的行跳过,其余写入", "Skip wrong rows and write the rest"))]
    skip_wrong: bool,
    #[arg(long, visible_alias = "从宽", action = clap::ArgAction::SetTrue, help = both!("历史台账可以跳过本单位的关口", "A historic ledger may pass the office's gates"))]
    lenient: bool,
    #[arg(long, visible_alias = "对应", value_name = both!("旧=新", "THEIRS=OURS"), help = both!("把文件里的列名对应到我们的列名", "Map a header of the file to one of ours"))]
    map: Vec<String>,
    #[arg(long, visible_alias = "对照", value_name = both!("名称", "NAME"), help = both!("用保存过的列名对照(见 jianyi mapping)", "Use a saved mapping of columns (jianyi mapping)"))]
    mapping: Option<String>,
    #[arg(long, visible_alias = "检查", required_if_eq("kind", "findings"), value_name = both!("检查", "CHECK"), help = both!("哪次检查发现的", "Which check found them"))]
    check: Option<String>,
    #[arg(long, visible_alias = "忽略", value_name = both!("列名", "HEADER"), help = both!("忽略文件里的一列", "Pass over a column of the file"))]
    ignore: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    #[value(alias = "台账")]
    Ledger,
    #[value(alias = "代表")]
    Deputies,
    #[value(alias = "单位")]
    Units,
    #[value(alias = "小组")]
    Groups,
    #[value(alias = "家站")]
    Stations,
    #[value(alias = "民意")]
    Opinions,
    #[value(alias = "活动")]
    Activities,
    #[value(alias = "项目")]
    Projects,
    #[value(alias = "检查")]
    Findings,
    #[value(alias = "评价")]
    Ratings,
    #[value(alias = "群众")]
    Citizens,
}

/// What an import comes to, before anything is written.
impl Args {
    fn writes(&self) -> bool {
        self.apply && !self.dry_run
    }
}

struct Told {
    sheet: Sheet,
    counts: Counts,
    talk: Vec<String>,
    lines: Vec<Line>,
    /// What must stand beside the journal before the lines do.
    rows: Vec<Sealed>,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let lang = desk.lang();
    let bytes = desk.bytes_of(&args.file)?;
    let mut mapping = mapping(args, lang)?;
    if let Some(name) = &args.mapping {
        let saved = desk.look(&Reading::default(), |outlook| {
            let refused = |refusal| Failure::refused(lang, &refusal, outlook.book);
            Ok(mappings::named(outlook, name).map_err(refused)?)
        })?;
        mapping.map.extend(saved.columns);
        mapping.ignore.extend(saved.ignore);
    }
    let steps = desk.steps(Work::Import);
    let private = match args.kind == Kind::Citizens {
        true => Some(Rows::of(&desk.store()?.place(lang)?, desk.now(), lang)?),
        false => None,
    };
    let file = File {
        lang,
        bytes,
        mapping,
        private,
        seed: desk.seed(),
    };
    let told = desk.batch(!args.writes(), |book, by, today| {
        let options = Options {
            today,
            by: by.clone(),
            lenient: args.lenient,
        };
        let mut told = file.planned(args, book, &options, &steps)?;
        let withheld = told.counts.wrong > 0 && !args.skip_wrong;
        let lines = if withheld {
            Vec::new()
        } else {
            std::mem::take(&mut told.lines)
        };
        let lines: Lines = lines
            .into_iter()
            .map(|line| (line.events, line.lenient))
            .collect();
        let rows = std::mem::take(&mut told.rows);
        Ok((told, lines, rows))
    })?;
    finish(args, desk, told)
}

/// A file to import, and what is needed beside it.
struct File {
    lang: Lang,
    bytes: Vec<u8>,
    mapping: Mapping,
    /// The particulars that are known, where the file holds some.
    private: Option<Rows>,
    seed: Uuid,
}

impl File {
    fn planned(
        &self,
        args: &Args,
        book: &Book,
        options: &Options,
        steps: Steps,
    ) -> Result<Told, Failure> {
        let (lang, bytes, mapping) = (self.lang, &self.bytes, &self.mapping);
        let told = match args.kind {
            Kind::Ledger => {
                let file = LedgerFile::read(bytes, mapping);
                file.map(|file| ledger(lang, &file, book, options, steps))
            }
            Kind::Deputies => intake::deputies(bytes, mapping, book, options)
                .map(|plan| roster(lang, &plan, book)),
            Kind::Units => {
                intake::units(bytes, mapping, book, options).map(|plan| roster(lang, &plan, book))
            }
            Kind::Groups => {
                intake::groups(bytes, mapping, book, options).map(|plan| roster(lang, &plan, book))
            }
            Kind::Stations => intake::stations(bytes, mapping, book, options)
                .map(|plan| roster(lang, &plan, book)),
            Kind::Opinions => intake::opinions(bytes, mapping, book, options)
                .map(|plan| roster(lang, &plan, book)),
            Kind::Activities => intake::activities(bytes, mapping, book, options)
                .map(|plan| roster(lang, &plan, book)),
            Kind::Projects => intake::projects(bytes, mapping, book, options)
                .map(|plan| roster(lang, &plan, book)),
            Kind::Ratings => {
                intake::ratings(bytes, mapping, book, options).map(|plan| roster(lang, &plan, book))
            }
            Kind::Citizens => {
                let rows = self.private.as_ref().map(|rows| rows.known(book));
                let rows = rows.unwrap_or_default();
                let apart = Apart {
                    known: &rows,
                    chance: self.seed.as_bytes(),
                };
                intake::citizens(bytes, mapping, book, options, &apart).map(|(plan, rows)| Told {
                    rows,
                    ..roster(lang, &plan, book)
                })
            }
            Kind::Findings => {
                let check = args.check.as_deref().unwrap_or_default();
                let check = Name::new(check).map_err(|error| {
                    let message = words::bad_text(lang, "--check", &error);
                    Failure::told(message, Exit::Misuse)
                })?;
                intake::findings(bytes, mapping, book, &check, options)
                    .map(|plan| roster(lang, &plan, book))
            }
        };
        told.map_err(|error| {
            let message = refused(lang, &error);
            let message = match is_called_a_workbook(&args.file) && !intake::is_workbook(bytes) {
                true => message.hint(bad_file::named_wrong(lang)),
                false => message,
            };
            Failure::told(message, Exit::Misuse)
        })
    }
}

/// Whether a file is called a workbook.
fn is_called_a_workbook(file: &str) -> bool {
    let name = file.to_lowercase();
    [".xlsx", ".xls", ".xlsm", ".et"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// Why a file cannot be read; where its headers are strange, that it may be a table of another kind.
fn refused(lang: Lang, error: &FileError) -> Message {
    let message = bad_file::bad_file(lang, error);
    if !matches!(error, FileError::Header(HeaderError::Unknown(_))) {
        return message;
    }
    let kinds = Kind::value_variants().iter();
    let kinds = kinds.filter_map(ValueEnum::to_possible_value);
    let names: Vec<String> = kinds.map(|kind| own_value(&kind, lang)).collect();
    let names = words::list(lang, &names);
    message.hint(words::say(
        lang,
        format!("是另一种表的,写明种类: --kind,可选 {names}"),
        format!("if it is a table of another kind, say which: --kind, one of {names}"),
    ))
}

/// Prints what became of each row, and says what was written and what to do next.
fn finish(args: &Args, desk: &mut Desk, told: Told) -> anyhow::Result<()> {
    let lang = desk.lang();
    let title = Label::Rows.word(lang);
    let basis = desk.look(&Reading::default(), |outlook| Ok(outlook.basis()))?;
    let foot = vec![told.counts.line(lang)];
    desk.publish(Document::of_rows("import", title, basis, vec![told.sheet]).with_foot(foot))?;
    for line in &told.talk {
        desk.say(line)?;
    }
    if told.counts.wrong > 0 && !args.skip_wrong {
        return Err(Failure::told(wrong_rows(lang, told.counts.wrong), Exit::Refused).into());
    }
    let written = told.counts.new;
    desk.say(&match (lang, args.writes()) {
        (Lang::Zh, true) => {
            format!("已写入 {written} 行。接下来: jianyi list · jianyi report summary")
        }
        (Lang::En, true) => {
            format!("{written} rows written. Next: jianyi list, jianyi report summary")
        }
        (Lang::Zh, false) => "只是看看,没有写入。写入请加 --apply".to_owned(),
        (Lang::En, false) => "nothing was written; add --apply to write".to_owned(),
    })
}

fn wrong_rows(lang: Lang, wrong: usize) -> Message {
    match lang {
        Lang::Zh => Message::new(format!("有 {wrong} 行不对,没有写入任何东西"))
            .hint("按上面的原因改好文件再导入")
            .hint("或者先写入其余的行: --skip-wrong;历史台账可以加 --lenient 跳过关口"),
        Lang::En => Message::new(format!("{wrong} rows are wrong; nothing was written"))
            .hint("mend the file and import it again")
            .hint("or write the other rows with --skip-wrong; a historic ledger may pass gates with --lenient"),
    }
}

fn ledger(lang: Lang, file: &LedgerFile, book: &Book, options: &Options, steps: Steps) -> Told {
    let plan = intake::plan(file, book, options, steps);
    let (sheet, counts) = planned::ledger(lang, &plan, book);
    let mut talk = vec![noticed::encoding(lang, plan.encoding)];
    talk.extend(noticed::remarks(lang, &file.remarks));
    talk.extend(noticed::guesses(lang, &file.header.guessed));
    talk.extend(
        file.header
            .read_as
            .iter()
            .map(|(theirs, ours)| format!("{theirs} → {}", ours.word(lang))),
    );
    talk.extend(noticed::added(lang, &plan.added));
    talk.extend(noticed::supposed(lang, &plan));
    talk.extend(noticed::not_carried(lang, &plan.not_carried));
    talk.extend(noticed::unknown_words(lang, file, &plan));
    debug_assert!(
        plan.rows
            .iter()
            .filter(|r| matches!(r.verdict, Verdict::New(_)))
            .count()
            == counts.new
    );
    Told {
        sheet,
        counts,
        talk,
        lines: plan.lines,
        rows: Vec::new(),
    }
}

fn roster<C: TableColumn>(lang: Lang, plan: &RosterPlan<C>, book: &Book) -> Told {
    let (sheet, counts) = planned::roster(lang, plan, book);
    let mut talk = vec![noticed::encoding(lang, plan.encoding)];
    talk.extend(noticed::remarks(lang, &plan.remarks));
    talk.extend(noticed::guesses(lang, &plan.guessed));
    talk.extend(
        plan.read_as
            .iter()
            .map(|(theirs, ours)| format!("{theirs} → {}", ours.header())),
    );
    talk.extend(noticed::not_carried(lang, &plan.not_carried));
    Told {
        sheet,
        counts,
        talk,
        lines: plan.lines.clone(),
        rows: Vec::new(),
    }
}

fn mapping(args: &Args, lang: Lang) -> Result<Mapping, Failure> {
    let mut mapping = Mapping {
        sheet: args.sheet.clone(),
        ..Mapping::default()
    };
    for pair in &args.map {
        let Some((theirs, ours)) = pair.split_once(['=', '＝']) else {
            let message = crate::words::bad_word(lang, "--map", pair);
            return Err(Failure::told(message, Exit::Misuse));
        };
        mapping
            .map
            .insert(theirs.trim().to_owned(), ours.trim().to_owned());
    }
    // A header may hold a comma itself, so what was typed counts whole too.
    for typed in &args.ignore {
        mapping.ignore.insert(typed.trim().to_owned());
        mapping.ignore.extend(pieces(typed).map(str::to_owned));
    }
    Ok(mapping)
}
