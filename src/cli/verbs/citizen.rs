//! `citizen` (群众): citizens and households whose particulars stand apart from the journal, the
//! deputies who keep in touch with them, and their visits.

use std::cell::{Cell, RefCell};

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::left_behind;
use crate::cli::private_rows::{self, Rows};
use crate::cli::wish::{Parsed, Wish};
use crate::domain::command::{CitizenWish, Command};
use crate::domain::decide::{Doubt, is_new_citizen, namesakes, says_something_else};
use crate::domain::terms::{CitizenId, Digest, Name, Particulars, Sealed, Text};
use crate::journal::Sought;
use crate::report::citizens;
use crate::words::{self, Gone};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("群众和联系户: 个人信息另存,结对,走访", "Citizens and households: particulars kept apart, deputies paired with them, visits"),
    after_help = both!(
        "例: jianyi 群众 登记 张三 --电话 13900000000 --结对代表 祝晓琴\n    jianyi 群众 走访 1 --说明 问了用水\n    jianyi 群众 列表\n姓名、电话、住址只存在本单位的 private.jsonl,不进记录和报表;要求删除时用“抹除”命令。",
        "Example: jianyi citizen add \"Zhang San\" --phone 13900000000 --deputy 祝晓琴\n         jianyi citizen visit 1 --note \"asked about water\"\n         jianyi citizen list\nName, phone and address stand in private.jsonl only, in no entry and no report; the command `erase` removes them."
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "登记", about = both!("登记一位群众或一户(个人信息另存)", "Enter a citizen or a household (particulars are kept apart)"), after_help = both!("例: jianyi 群众 登记 张三 --电话 13900000000 --结对代表 祝晓琴", "Example: jianyi citizen add \"Zhang San\" --phone 13900000000 --deputy 祝晓琴"))]
    Add {
        #[command(flatten)]
        who: Who,
        #[arg(long, visible_alias = "结对代表", value_name = both!("代表", "DEPUTY"), help = both!("哪位代表结对联系", "The deputy who keeps in touch"))]
        deputy: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "更正", about = both!("更正一位群众的个人信息(写了的项换成新的,旧的不再保留)", "Put the particulars of a citizen right: what is given replaces what stood there"), after_help = both!("例: jianyi 群众 更正 1 --电话 13900000001 --理由 换号", "Example: jianyi citizen correct 1 --phone 13900000001 --why \"new number\""))]
    Correct(Correcting),
    #[command(visible_alias = "结对", about = both!("代表与联系户结对", "Pair a deputy with households"), after_help = both!("例: jianyi 群众 结对 1 --代表 凌钦泽", "Example: jianyi citizen pair 1 --deputy 凌钦泽"))]
    Pair {
        #[command(flatten)]
        households: Which,
        #[arg(long, visible_alias = "代表", required = true, value_name = both!("代表", "DEPUTY"), help = both!("哪位代表", "Which deputy"))]
        deputy: String,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "解除结对", about = both!("不再结对", "No longer paired"), after_help = both!("例: jianyi 群众 解除结对 1 --理由 外迁", "Example: jianyi citizen part 1 --why \"moved away\""))]
    Part {
        #[command(flatten)]
        households: Which,
        #[arg(long, visible_alias = "理由", value_name = both!("理由", "WHY"), help = both!("理由", "Why"))]
        why: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "走访", about = both!("代表走访联系户", "A deputy called on households"), after_help = both!("例: jianyi 群众 走访 1 --说明 问了用水", "Example: jianyi citizen visit 1 --note \"asked about water\""))]
    Visit {
        #[command(flatten)]
        households: Which,
        #[arg(long, visible_alias = "代表", value_name = both!("代表", "DEPUTY"), help = both!("谁走访的,默认结对的代表", "Who called; the paired deputy if left out"))]
        deputy: Option<String>,
        #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("了解到什么(不写姓名电话)", "What came up (without names)"))]
        note: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "列表", about = both!("列出群众编号、结对和走访(没有姓名)", "List numbers, pairings and visits (without names)"), after_help = both!("例: jianyi 群众 列表", "Example: jianyi citizen list"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "查看", about = both!("一位群众;加 --private 显示个人信息", "One citizen; --private shows the particulars"), after_help = both!("例: jianyi 群众 查看 1 --个人信息", "Example: jianyi citizen show 1 --private"))]
    Show {
        #[arg(value_name = both!("编号", "NUMBER"), help = both!("哪一位", "Which one"))]
        citizen: u32,
        #[arg(long, visible_alias = "个人信息", action = clap::ArgAction::SetTrue, help = both!("显示姓名、电话、住址", "Show name, phone, address"))]
        private: bool,
        #[command(flatten)]
        reading: Reading,
    },
}

#[derive(Debug, ClapArgs)]
struct Correcting {
    #[arg(value_name = both!("编号", "NUMBER"), help = both!("哪一位", "Which one"))]
    citizen: u32,
    #[arg(long, visible_alias = "姓名", value_name = both!("姓名", "NAME"), help = both!("姓名或户主", "Name, or who speaks for the household"))]
    name: Option<String>,
    #[command(flatten)]
    rest: Rest,
    #[arg(long, visible_alias = "理由", required = true, value_name = both!("理由", "WHY"), help = both!("为什么更正(不写个人信息)", "Why (no particulars)"))]
    why: String,
    #[arg(long, visible_alias = "备份", value_name = both!("路径", "PATH"), help = both!("到哪些备份里找旧的内容,可以写多次;档案旁边的 .zip 总是找", "Where backups are that may hold what is replaced; may be given several times; archives beside the store are always looked at"))]
    backups: Vec<String>,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, ClapArgs)]
struct Which {
    #[arg(value_name = both!("编号", "NUMBERS"), help = both!("哪些户: 3 或 1-4,7", "Which households: 3 or 1-4,7"))]
    households: String,
}

impl Which {
    fn read(&self, wish: &Wish) -> Parsed<Vec<CitizenId>> {
        wish.numbers("NUMBERS", &self.households)
    }
}

/// The particulars as they are typed.
#[derive(Debug, ClapArgs)]
struct Who {
    #[arg(value_name = both!("姓名", "NAME"), help = both!("姓名或户主", "Name, or who speaks for the household"))]
    name: Option<String>,
    #[command(flatten)]
    rest: Rest,
}

/// The particulars beside the name.
#[derive(Debug, ClapArgs)]
struct Rest {
    #[arg(long, visible_alias = "电话", value_name = both!("号码", "PHONE"), help = both!("电话", "Phone"))]
    phone: Option<String>,
    #[arg(long, visible_alias = "住址", value_name = both!("住址", "ADDRESS"), help = both!("住址", "Address"))]
    address: Option<String>,
    #[arg(long, visible_alias = "身份证号", value_name = both!("号码", "NUMBER"), help = both!("身份证号", "Identity number"))]
    identity: Option<String>,
    #[arg(long, visible_alias = "家庭", value_name = both!("情况", "TEXT"), help = both!("家庭情况", "The household"))]
    household: Option<String>,
    #[arg(long, visible_alias = "备注", value_name = both!("内容", "TEXT"), help = both!("备注(另存,不进记录)", "A remark, kept apart too"))]
    remark: Option<String>,
}

/// What was typed of a person, checked.
pub(super) fn particulars(
    wish: &Wish,
    (name, phone, address): (Option<&str>, Option<&str>, Option<&str>),
) -> Parsed<Particulars> {
    let words = |name: Option<Name>| name.map(|name| name.as_str().to_owned());
    Ok(Particulars {
        name: words(wish.maybe_name("NAME", name)?),
        phone: words(wish.maybe_name("--phone", phone)?),
        address: words(wish.maybe_name("--address", address)?),
        ..Particulars::default()
    })
}

/// A row for the next citizen, put aside until the wish is judged, and its seal.
pub(super) fn sealed(wish: &Wish, particulars: Particulars, rows: &Rows) -> Parsed<Digest> {
    is_somebody_else(wish, &rows.known(wish.book), &particulars, None)?;
    seal(wish, wish.book.next_citizen(), particulars, rows)
}

/// Who is on record is refused; who only bears the same name is told of.
fn is_somebody_else(
    wish: &Wish,
    known: &[Sealed],
    particulars: &Particulars,
    own: Option<CitizenId>,
) -> Parsed<()> {
    is_new_citizen(wish.book, known, particulars, own).map_err(|refusal| wish.refused(&refusal))?;
    let alike = namesakes(wish.book, known, particulars, own);
    let doubt = (!alike.is_empty()).then_some(Doubt::Namesakes(alike));
    wish.tell(doubt.map(|doubt| words::doubt(wish.lang, &doubt)));
    Ok(())
}

fn seal(wish: &Wish, of: CitizenId, particulars: Particulars, rows: &Rows) -> Parsed<Digest> {
    let row = Sealed::new(of, wish.seed().as_bytes(), particulars);
    let seal = wish.present("NAME", row.seal())?;
    rows.put_aside(row);
    Ok(seal)
}

/// Records a wish whose row stands on disk first.
pub(super) fn record(
    desk: &mut Desk,
    writing: &Writing,
    make: impl Fn(&Wish, &Rows) -> Parsed<Command>,
) -> anyhow::Result<()> {
    let lang = desk.lang();
    let place = desk.store()?.place(lang)?;
    let rows = Rows::of(&place, desk.now(), lang)?;
    desk.record_preceded(
        writing,
        |wish| make(wish, &rows),
        |place, book| rows.keep(place, book, lang),
        private_rows::settle,
    )
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let Some(act) = &args.act else {
        return desk.read(&Reading::default(), citizens::list);
    };
    match act {
        Act::Add {
            who,
            deputy,
            writing,
        } => {
            desk.can_ask(&[("NAME", who.name.is_none())])?;
            let name = desk.ask_text("NAME", who.name.as_deref(), both!("姓名", "Name"))?;
            record(desk, writing, |wish, rows| {
                let hash = sealed(wish, who.rest.read(wish, Some(&name))?, rows)?;
                let deputy = wish.maybe_deputy("--deputy", deputy.as_deref())?;
                Ok(Command::Citizens(CitizenWish::Record { hash, deputy }))
            })
        }
        Act::Correct(correcting) => correct(desk, correcting),
        Act::List { reading } => desk.read(reading, citizens::list),
        Act::Show {
            citizen,
            private,
            reading,
        } => show(desk, CitizenId(*citizen), *private, reading),
        Act::Pair { writing, .. } | Act::Part { writing, .. } | Act::Visit { writing, .. } => {
            desk.record(writing, |wish| Ok(Command::Citizens(act.wish(wish)?)))
        }
    }
}

fn show(desk: &mut Desk, id: CitizenId, private: bool, reading: &Reading) -> anyhow::Result<()> {
    let lang = desk.lang();
    let rows = match private {
        false => None,
        true => {
            let place = desk.store()?.place(lang)?;
            Some(Rows::of(&place, desk.now(), lang)?)
        }
    };
    let is_lost = Cell::new(false);
    desk.read_checked(reading, |outlook| {
        let refused = |refusal| Failure::refused(outlook.lang, &refusal, outlook.book);
        let known = rows.as_ref();
        let known = known.and_then(|rows| rows.particulars(outlook.book, id));
        let is_erased = outlook.book.citizens().erased(id).is_some();
        is_lost.set(private && known.is_none() && !is_erased);
        Ok(citizens::show(outlook, id, known.as_ref()).map_err(refused)?)
    })?;
    match is_lost.get() {
        true => desk.say(&words::private_fault(lang, id, "missing")),
        false => Ok(()),
    }
}

impl Rest {
    fn read(&self, wish: &Wish, name: Option<&str>) -> Parsed<Particulars> {
        let words = |text: Option<Text>| text.map(|text| wish.book.texts().words(&text).to_owned());
        let known = (name, self.phone.as_deref(), self.address.as_deref());
        let identity = wish.maybe_name("--identity", self.identity.as_deref())?;
        Ok(Particulars {
            identity: identity.map(|name| name.as_str().to_owned()),
            household: words(wish.maybe_text("--household", self.household.as_deref())?),
            note: words(wish.maybe_text("--remark", self.remark.as_deref())?),
            ..particulars(wish, known)?
        })
    }
}

/// Puts particulars right, and tells where what was replaced still stands.
fn correct(desk: &mut Desk, correcting: &Correcting) -> anyhow::Result<()> {
    let backups = left_behind::backups(desk, &correcting.backups)?;
    let replaced = RefCell::default();
    record(desk, &correcting.writing, |wish, rows| {
        corrected(wish, correcting, rows, &replaced)
    })?;
    let words: Vec<Sought> = replaced.take();
    if correcting.writing.dry_run || words.is_empty() {
        return Ok(());
    }
    left_behind::tell(desk, &words, &backups, Gone::Replaced)
}

/// The particulars of somebody on record, put right: what is said stands in the place of what was.
fn corrected(
    wish: &Wish,
    correcting: &Correcting,
    rows: &Rows,
    replaced: &RefCell<Vec<Sought>>,
) -> Parsed<Command> {
    let citizen = CitizenId(correcting.citizen);
    let before = rows.particulars(wish.book, citizen).unwrap_or_default();
    let said = correcting.rest.read(wish, correcting.name.as_deref())?;
    let after = before.corrected(said);
    let known = rows.known(wish.book);
    says_something_else(&before, &after).map_err(|refusal| wish.refused(&refusal))?;
    is_somebody_else(wish, &known, &after, Some(citizen))?;
    replaced.replace(before.replaced_by(&after));
    let hash = seal(wish, citizen, after, rows)?;
    let why = wish.text("--why", &correcting.why)?;
    Ok(Command::Citizens(CitizenWish::Correct {
        citizen,
        hash,
        why,
    }))
}

impl Act {
    /// The wish of a step of households on record.
    fn wish(&self, wish: &Wish) -> Parsed<CitizenWish> {
        match self {
            Self::Pair {
                households, deputy, ..
            } => Ok(CitizenWish::Pair {
                households: households.read(wish)?,
                deputy: wish.deputy("--deputy", deputy)?,
            }),
            Self::Part {
                households, why, ..
            } => Ok(CitizenWish::Part {
                households: households.read(wish)?,
                why: wish.maybe_text("--why", why.as_deref())?,
            }),
            Self::Visit {
                households,
                deputy,
                note,
                ..
            } => Ok(CitizenWish::Visit {
                households: households.read(wish)?,
                deputy: wish.maybe_deputy("--deputy", deputy.as_deref())?,
                note: wish.maybe_text("--note", note.as_deref())?,
            }),
            Self::Add { .. } | Self::Correct(_) | Self::List { .. } | Self::Show { .. } => {
                wish.present("NUMBERS", None)
            }
        }
    }
}
