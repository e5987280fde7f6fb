//! Letters and notices on their way out: one to the screen or a file, many into a folder, each
//! filled into the office's template where there is one.

use std::path::{Path, PathBuf};

use super::{Desk, misuse};
use crate::cli::args::FormatArg;
use crate::cli::bad_template::bad_template;
use crate::cli::failure::{Exit, Failure};
use crate::cli::screen;
use crate::intake::Template;
use crate::paper::{self, FileNames};
use crate::report::letters::{Letter, NAMES, Outgoing, TABLES, Tables};
use crate::words::{self, Work};

impl Desk<'_, '_> {
    /// Hands out papers, and says what they lack; exit code 8 for scripts where they lack anything.
    pub(in crate::cli) fn send(
        &mut self,
        outgoing: &Outgoing,
        template: Option<&str>,
    ) -> anyhow::Result<()> {
        if outgoing.letters.is_empty() {
            let message = words::no_letter(self.lang, &outgoing.without);
            return Err(Failure::told(message, Exit::Refused).into());
        }
        if outgoing.numbered_by.len() > 1 {
            let units = outgoing.numbered_by.iter().cloned().collect::<Vec<_>>();
            return Err(misuse(words::one_number_of_units(self.lang, &units)).into());
        }
        let template = template.map(|file| self.template(file)).transpose()?;
        if template.is_some() {
            self.takes_docx()?;
        }
        if let Some((first, last)) = &outgoing.numbered {
            self.say(&words::numbered_on(self.lang, first, last))?;
        }
        if !outgoing.early.is_empty() {
            self.say(&words::reminded_early(self.lang, &outgoing.early))?;
        }
        match (outgoing.letters.as_slice(), self.folder_of_output()) {
            ([letter], None) => self.send_one(letter, template.as_ref())?,
            (_, Some(folder)) => self.send_many(&outgoing.letters, template.as_ref(), &folder)?,
            (letters, None) => {
                let is_file = self.common.output.is_some();
                let message = words::needs_a_folder(self.lang, letters.len(), is_file);
                return Err(misuse(message).into());
            }
        }
        if let Some(template) = &template {
            self.tell_unused(&outgoing.letters, template)?;
        }
        let mut lacking = outgoing.lacking.clone();
        if !outgoing.without.is_empty() {
            lacking.push(words::no_letter(self.lang, &outgoing.without).what);
        }
        if lacking.is_empty() {
            return Ok(());
        }
        let message = words::letters_lack(self.lang, outgoing.letters.len(), &lacking);
        Err(Failure::told(message, Exit::Findings).into())
    }

    /// A filled template is a .docx, so no other ending and no other format can be asked for.
    fn takes_docx(&self) -> anyhow::Result<()> {
        let asked = self
            .common
            .format
            .filter(|format| *format != FormatArg::Docx);
        let asked = asked.map(|format| screen::ending(format).to_owned());
        let file = self
            .common
            .output
            .as_ref()
            .filter(|_| self.folder_of_output().is_none());
        let ending = file.and_then(|file| Path::new(file).extension());
        let ending = ending.map(|ending| ending.to_string_lossy().into_owned());
        let other = asked.or(ending.filter(|ending| !ending.eq_ignore_ascii_case("docx")));
        match other {
            Some(other) => Err(misuse(words::template_makes_docx(self.lang, &other)).into()),
            None => Ok(()),
        }
    }

    fn template(&mut self, file: &str) -> anyhow::Result<Template> {
        let bytes = self.bytes_of(file)?;
        let lang = self.lang;
        Template::read(bytes, &NAMES)
            .map_err(|e| Failure::told(bad_template(lang, file, &e), Exit::Misuse).into())
    }

    /// What the papers say and the template has no place for: nothing is left out without a word.
    fn tell_unused(&mut self, letters: &[Letter], template: &Template) -> anyhow::Result<()> {
        let names = template.names()?;
        let is_named = |name: &str| names.iter().any(|named| named == name);
        let has_tables = letters.iter().any(Letter::has_tables);
        let mut unused: Vec<&str> = Vec::new();
        for (name, words) in letters
            .iter()
            .flat_map(|letter| letter.fields(tables(template)))
        {
            let says = SAID.contains(&name) && !words.is_empty();
            if says && !is_named(name) && !unused.contains(&name) {
                unused.push(name);
            }
        }
        if has_tables && !is_named(TABLES) && is_named("正文") {
            self.say(&words::tables_as_lines(self.lang, TABLES))?;
        }
        match unused.is_empty() {
            true => Ok(()),
            false => self.say(&words::template_leaves_out(self.lang, &unused)),
        }
    }

    /// The folder that `-o` names: one that is there, or a name that ends like one or has no ending.
    fn folder_of_output(&self) -> Option<String> {
        let typed = self.common.output.as_ref()?;
        let path = self.path(typed);
        let is_file = path.is_file() || (!path.is_dir() && path.extension().is_some());
        let ends = typed.ends_with(['/', '\\']);
        (ends || !is_file).then(|| typed.clone())
    }

    fn send_one(&mut self, letter: &Letter, template: Option<&Template>) -> anyhow::Result<()> {
        let Some(template) = template else {
            return self.exchange(&letter.document, FormatArg::Table);
        };
        let bytes = filled(template, letter)?;
        if self.common.output.is_none() && self.world.terminal.output {
            return Err(misuse(words::not_for_a_screen(self.lang, "docx")).into());
        }
        self.hand_out(&bytes)
    }

    /// Each into a file of its own. One that cannot be written stops it; those before it stand.
    fn send_many(
        &mut self,
        letters: &[Letter],
        template: Option<&Template>,
        folder: &str,
    ) -> anyhow::Result<()> {
        let ending = match (template, self.common.format) {
            (None, Some(format)) => screen::ending(format),
            (Some(_), _) | (None, None) => "docx",
        };
        let mut names = FileNames::default();
        let named = letters
            .iter()
            .map(|letter| names.legal(&letter.name, ending));
        let files: Vec<PathBuf> = named.map(|name| Path::new(folder).join(name)).collect();
        if template.is_none() {
            self.spares_work_of_others(&files)?;
        }
        let steps = self.steps(Work::Letters);
        for (place, (letter, file)) in letters.iter().zip(&files).enumerate() {
            let bytes = match template {
                Some(template) => filled(template, letter)?,
                None => self.bytes_for(&letter.document, file)?,
            };
            if let Err(error) = self.hand_out_to(&file.to_string_lossy(), &bytes) {
                if place > 0 {
                    self.say(&words::letters_stopped(self.lang, place, letters.len()))?;
                }
                return Err(error);
            }
            steps(place + 1, letters.len());
        }
        self.say(&words::letters_saved(self.lang, letters.len(), folder))
    }

    /// Refuses to write over a paper that somebody went on writing in another program: blanks of
    /// ours are there to be filled in by hand, and reports are worked over.
    pub(super) fn spares_work_of_others(&self, files: &[PathBuf]) -> anyhow::Result<()> {
        if self.common.yes {
            return Ok(());
        }
        let is_worked_on = |file: &&PathBuf| {
            let there = self.path(&file.to_string_lossy());
            paper::is_worked_on(file, || std::fs::read(there).ok())
        };
        let worked_on = files.iter().filter(is_worked_on);
        let worked_on: Vec<String> = worked_on.map(|file| file.display().to_string()).collect();
        match worked_on.is_empty() {
            true => Ok(()),
            false => Err(misuse(words::written_by_others(self.lang, &worked_on)).into()),
        }
    }
}

/// What a paper says by itself; whose it is stands in the head of a template already.
const SAID: [&str; 10] = [
    "文号", "公开", "类别", "标题", "主送", "正文", "署名", "日期", "附注", "抄送",
];

/// Where the tables of a paper go in a template.
fn tables(template: &Template) -> Tables {
    let names = template.names().unwrap_or_default();
    match names.iter().any(|name| name == TABLES) {
        true => Tables::Apart,
        false => Tables::InBody,
    }
}

fn filled(template: &Template, letter: &Letter) -> anyhow::Result<Vec<u8>> {
    let apart = [(TABLES, paper::tables_for_template(&letter.document))];
    Ok(template.fill(&letter.fields(tables(template)), &apart)?)
}
