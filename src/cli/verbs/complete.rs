//! `complete`, hidden: what the word under the cursor can become, for the scripts of `completions`.
//! A line a value, its words after a tab; [`FILES`] where a file is meant; nothing where the store
//! knows nothing, and no error ever.

use clap::{Arg, Args as ClapArgs, Command};

use crate::both;
use crate::cli::choices::{self, Choice, Kind, Sought};
use crate::cli::desk::Desk;
use crate::cli::language;
use crate::cli::own_names;
use crate::cli::pinyin::narrowed;
use crate::cli::spoken;
use crate::words::{Lang, pick};

/// So many at once are enough to look at.
const MOST: usize = 200;

/// Instead of values: the shell offers its files.
const FILES: &str = ":files";

#[derive(Debug, ClapArgs)]
#[command(hide = true, about = both!("补全脚本所用", "For the completion scripts"))]
pub(in crate::cli) struct Args {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    words: Vec<String>,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let words = joined(&args.words);
    let Some((last, before)) = words.split_last() else {
        return Ok(());
    };
    let place = Place::of(before);
    let (option, typed) = match last.split_once('=') {
        Some((option, typed)) if option.starts_with("--") => (Some(option), typed),
        _ => (None, last.trim_matches(['"', '='])),
    };
    let arg = match option {
        Some(option) => place.option(option),
        None if typed.starts_with('-') => None,
        None => place.arg(),
    };
    let Some(arg) = arg else {
        return Ok(());
    };
    if let Some(store) = &place.store {
        desk.turn_to(store);
    }
    // Of `1-12,祝` the last piece is under the cursor.
    let at = typed.rfind([',', '，', '、']).map_or(0, |at| {
        at + typed[at..].chars().next().map_or(0, char::len_utf8)
    });
    let (head, piece) = typed.split_at(at);
    let head = match option {
        Some(option) => format!("{option}={head}"),
        None => head.to_owned(),
    };
    let choices = known(arg, piece, desk);
    let hits = hits(&choices, piece);
    if hits.is_empty() && takes_files(arg) {
        return desk.print(format!("{FILES}\n").as_bytes());
    }
    let line = |choice: &&Choice| {
        let told = choice.shown.replace(['\t', '\n'], " ");
        format!("{head}{}\t{told}\n", choice.value)
    };
    let lines: String = hits.iter().take(MOST).map(line).collect();
    desk.print(lines.as_bytes())
}

/// All that the store knows an argument can be.
fn known(arg: &Arg, piece: &str, desk: &Desk) -> Vec<Choice> {
    let Some(Sought { kind, .. }) = Sought::of(arg) else {
        return Vec::new();
    };
    match (kind, desk.known()) {
        (_, Ok(book)) if arg.get_id() == "said" => {
            spoken::completions(piece, &book, desk.today(), desk.lang())
        }
        (_, Ok(book)) => choices::of(kind, &book, desk.today(), desk.lang()),
        (Kind::RuleSet, Err(_)) => choices::rule_sets(desk.lang()),
        (_, Err(_)) => Vec::new(),
    }
}

/// Those that begin with a word; where none does, those that it spells.
fn hits<'a>(choices: &'a [Choice], piece: &str) -> Vec<&'a Choice> {
    let begins = |choice: &&Choice| choice.value.starts_with(piece);
    let begin: Vec<&Choice> = choices.iter().filter(begins).collect();
    match begin.is_empty() {
        true => narrowed(choices, |choice| choice.shown.as_str(), piece),
        false => begin,
    }
}

/// Whether a value is the name of a file or of a folder.
fn takes_files(arg: &Arg) -> bool {
    let names = arg.get_value_names().unwrap_or_default();
    let mut words = names
        .iter()
        .flat_map(|name| pick(name, Lang::En).split('|'));
    words.any(|word| ["FILE", "FILES", "DIR", "PATH"].contains(&word))
}

/// Words as they were typed: bash makes a word of its own of each colon in them.
fn joined(words: &[String]) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    let mut goes_on = false;
    for word in words {
        let is_colon = word == ":";
        match joined.last_mut() {
            Some(last) if is_colon || goes_on => last.push_str(word),
            Some(_) | None => joined.push(word.clone()),
        }
        goes_on = is_colon;
    }
    joined
}

/// Where in the command line the cursor is.
struct Place {
    command: Command,
    /// The option whose value comes next.
    pending: Option<String>,
    /// How many values stood alone since the command.
    alone: usize,
    store: Option<String>,
}

impl Place {
    fn of(words: &[String]) -> Self {
        let mut place = Self {
            command: language::bare(),
            pending: None,
            alone: 0,
            store: None,
        };
        for word in words {
            place.pass(word);
        }
        place
    }

    fn pass(&mut self, word: &str) {
        if word == "=" {
            return;
        }
        if let Some(pending) = self.pending.take() {
            if self.is_store(&pending) {
                self.store = Some(word.to_owned());
            }
            return;
        }
        if let Some((option, value)) = word.split_once('=')
            && option.starts_with("--")
        {
            if self.is_store(option) {
                self.store = Some(value.to_owned());
            }
            return;
        }
        if word.starts_with('-') {
            self.pending = self.option(word).map(|_| word.to_owned());
            return;
        }
        match own_names::part(&self.command, word) {
            Some(sub) => (self.command, self.alone) = (sub, 0),
            None => self.alone += 1,
        }
    }

    fn is_store(&self, option: &str) -> bool {
        self.option(option)
            .is_some_and(|arg| arg.get_id() == "store")
    }

    /// The argument that an option names, where it takes a value.
    fn option(&self, word: &str) -> Option<&Arg> {
        let name = word.trim_start_matches('-');
        let top = own_names::top();
        let named = |arg: &&Arg| {
            let aliases = arg.get_all_aliases().unwrap_or_default();
            let short = arg
                .get_short()
                .is_some_and(|short| short.to_string() == name);
            arg.get_long() == Some(name) || aliases.contains(&name) || short
        };
        let mut all = self.command.get_arguments().chain(top.get_arguments());
        let arg = all.find(named)?;
        arg.get_action().takes_values().then_some(arg)
    }

    /// The argument whose value is under the cursor.
    fn arg(&self) -> Option<&Arg> {
        match &self.pending {
            Some(option) => self.option(option),
            None => {
                let alone: Vec<&Arg> = self.command.get_positionals().collect();
                alone.get(self.alone).or(alone.last()).copied()
            }
        }
    }
}
