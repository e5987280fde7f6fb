//! `complete`, hidden: what the word under the cursor can become, for the scripts of `completions`.
//! A line a value, its words after a tab; nothing where the store knows nothing, and no error ever.

use clap::{Arg, Args as ClapArgs, Command};

use crate::both;
use crate::cli::choices::{self, Choice, Kind};
use crate::cli::desk::Desk;
use crate::cli::language;
use crate::cli::own_names;
use crate::cli::pinyin::narrowed;

/// So many at once are enough to look at.
const MOST: usize = 200;

#[derive(Debug, ClapArgs)]
#[command(hide = true, about = both!("补全脚本所用", "For the completion scripts"))]
pub(in crate::cli) struct Args {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    words: Vec<String>,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let Some((last, before)) = args.words.split_last() else {
        return Ok(());
    };
    let place = Place::of(before);
    let (option, typed) = match last.split_once('=') {
        Some((option, typed)) if option.starts_with("--") => (Some(option), typed),
        _ => (None, last.trim_matches(['"', '='])),
    };
    let kind = match option {
        Some(option) => place.option(option).and_then(|arg| Kind::of_argument(&arg)),
        None if typed.starts_with('-') => None,
        None => place.kind(),
    };
    let Some(kind) = kind else {
        return Ok(());
    };
    if let Some(store) = &place.store {
        desk.turn_to(store);
    }
    let choices = match (kind, desk.known()) {
        (_, Ok(book)) => choices::of(kind, &book, desk.today(), desk.lang()),
        (Kind::RuleSet, Err(_)) => choices::rule_sets(desk.lang()),
        (_, Err(_)) => return Ok(()),
    };
    // Of `1-12,祝` the last piece is under the cursor.
    let at = typed.rfind([',', '，', '、']).map_or(0, |at| {
        at + typed[at..].chars().next().map_or(0, char::len_utf8)
    });
    let (head, piece) = typed.split_at(at);
    let head = match option {
        Some(option) => format!("{option}={head}"),
        None => head.to_owned(),
    };
    let hits: Vec<&Choice> = match piece {
        "" => choices.iter().collect(),
        piece => {
            let begins = |choice: &&Choice| choice.value.starts_with(piece);
            let begin: Vec<&Choice> = choices.iter().filter(begins).collect();
            match begin.is_empty() {
                true => narrowed(&choices, |choice| choice.shown.as_str(), piece),
                false => begin,
            }
        }
    };
    let line = |choice: &&Choice| {
        let told = choice.shown.replace(['\t', '\n'], " ");
        format!("{head}{}\t{told}\n", choice.value)
    };
    let lines: String = hits.iter().take(MOST).map(line).collect();
    desk.print(lines.as_bytes())
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
            if pending == "store" {
                self.store = Some(word.to_owned());
            }
            return;
        }
        if let Some((option, value)) = word.split_once('=')
            && option.starts_with("--")
        {
            if self.option(option).as_deref() == Some("store") {
                self.store = Some(value.to_owned());
            }
            return;
        }
        if word.starts_with('-') {
            self.pending = self.option(word);
            return;
        }
        match own_names::part(&self.command, word) {
            Some(sub) => (self.command, self.alone) = (sub, 0),
            None => self.alone += 1,
        }
    }

    /// The argument that an option names, where it takes a value.
    fn option(&self, word: &str) -> Option<String> {
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
        let takes = arg.get_action().takes_values();
        takes.then(|| arg.get_id().to_string())
    }

    fn kind(&self) -> Option<Kind> {
        let id = match &self.pending {
            Some(pending) => pending.clone(),
            None => {
                let positionals: Vec<&Arg> = self.command.get_positionals().collect();
                let arg = positionals.get(self.alone).or(positionals.last())?;
                arg.get_id().to_string()
            }
        };
        match (self.command.get_name(), id.as_str()) {
            ("compare" | "adopt" | "show" | "new", "name" | "one" | "other" | "from") => {
                Some(Kind::RuleSet)
            }
            (_, id) => Kind::of_argument(id),
        }
    }
}
