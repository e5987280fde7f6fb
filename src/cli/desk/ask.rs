//! Asking for what is missing, where somebody can be asked: one mechanism for every verb.
//!
//! A verb says which option is missing and what it is called; what can be chosen is narrowed by a
//! line of Chinese, pinyin or initials. Every answer is kept as the option that would have said it.

use super::narrow::Want;
use super::{Desk, misuse};
use crate::cli::args::Writing;
use crate::cli::choices::{self, Sought};
use crate::cli::failure::{Exit, Failure};
use crate::cli::guide::{Answer, Value};
use crate::cli::own_names;
use crate::cli::pinyin::narrowed;
use crate::cli::prompt::NoAnswer;
use crate::cli::spoken::cases_meant;
use crate::domain::book::{Book, View};
use crate::domain::rules;
use crate::domain::terms::{CaseId, parse_date};
use crate::words::{self, pick};

impl Desk<'_, '_> {
    /// Refuses at once, naming all that is missing, where nobody can be asked.
    pub(in crate::cli) fn can_ask(&self, missing: &[(&str, bool)]) -> Result<(), Failure> {
        let missing: Vec<&str> = missing
            .iter()
            .filter(|(_, m)| *m)
            .map(|(flag, _)| *flag)
            .collect();
        if missing.is_empty() || self.is_answered() {
            return Ok(());
        }
        let command = own_names::reached(own_names::tree(), &self.guide.line());
        let field = |flag: &&str| own_names::field(self.lang, command, flag);
        let missing: Vec<String> = missing.iter().map(field).collect();
        Err(misuse(words::missing(self.lang, &missing)))
    }

    /// Whether somebody answers.
    pub(in crate::cli) fn is_answered(&self) -> bool {
        self.world.terminal.input && !self.common.no_input
    }

    /// Whether the way is guided: something was asked, so what may be left out is offered too.
    pub(in crate::cli) fn is_guided(&self) -> bool {
        self.guide.is_used()
    }

    /// A line of text, asked again while it is empty.
    pub(in crate::cli) fn ask_text(
        &mut self,
        flag: &str,
        given: Option<&str>,
        label: &str,
    ) -> anyhow::Result<String> {
        if let Some(given) = given {
            return Ok(given.to_owned());
        }
        loop {
            let line = self.line(pick(label, self.lang))?;
            if !line.is_empty() {
                return Ok(self.keep(flag, label, line));
            }
        }
    }

    /// A long text that may be left out: a line, many pasted ones, or what the editor leaves.
    pub(in crate::cli) fn ask_long(
        &mut self,
        flag: &str,
        given: Option<&str>,
        label: &str,
    ) -> anyhow::Result<Option<String>> {
        if given.is_some() || !self.is_guided() || self.guide.skipped(flag) {
            return Ok(given.map(str::to_owned));
        }
        let prompt = words::long_prompt(self.lang, pick(label, self.lang));
        loop {
            let line = self.line(&prompt)?;
            match line.as_str() {
                "" => return self.skip(flag, label),
                "e" | "E" | "ｅ" => match self.edited()? {
                    Some(text) if text.is_empty() => return self.skip(flag, label),
                    Some(text) => return Ok(Some(self.keep(flag, label, text))),
                    None => {}
                },
                _ => return Ok(Some(self.keep(flag, label, line))),
            }
        }
    }

    /// A line that may be left out; offered where the way is guided.
    pub(in crate::cli) fn ask_maybe(
        &mut self,
        flag: &str,
        given: Option<&str>,
        label: &str,
    ) -> anyhow::Result<Option<String>> {
        if given.is_some() || !self.is_guided() || self.guide.skipped(flag) {
            return Ok(given.map(str::to_owned));
        }
        let prompt = words::may_skip(self.lang, pick(label, self.lang));
        match self.line(&prompt)? {
            line if line.is_empty() => self.skip(flag, label),
            line => Ok(Some(self.keep(flag, label, line))),
        }
    }

    /// A day, asked again until it is one; the weekday is said.
    pub(in crate::cli) fn ask_date(
        &mut self,
        flag: &str,
        given: Option<&str>,
        label: &str,
    ) -> anyhow::Result<String> {
        if let Some(given) = given {
            return Ok(given.to_owned());
        }
        loop {
            let line = self.line(pick(label, self.lang))?;
            match parse_date(&line, self.today()) {
                Ok(day) => {
                    self.say(&format!("  → {}", words::date(self.lang, day)))?;
                    return Ok(self.keep(flag, label, day.to_string()));
                }
                Err(error) => self.complain(&words::bad_date(self.lang, None, &error))?,
            }
        }
    }

    /// The day of an entry that is hardly ever today's.
    pub(in crate::cli) fn ask_day(
        &mut self,
        writing: &Writing,
        label: &str,
    ) -> anyhow::Result<Writing> {
        let mut writing = writing.clone();
        if writing.on.is_none() && self.is_answered() && !self.common.yes {
            writing.on = Some(self.ask_date("--on", None, label)?);
        }
        Ok(writing)
    }

    /// Cases by their numbers, or found by their titles.
    pub(in crate::cli) fn ask_cases(&mut self, given: Option<&str>) -> anyhow::Result<String> {
        let label = crate::both!("哪些建议", "Which cases");
        let cases = self.ask_numbered("CASES", given, label, Want::Some)?;
        self.must_be_possible(&cases)?;
        Ok(cases)
    }

    /// One case.
    pub(in crate::cli) fn ask_case(
        &mut self,
        flag: &str,
        given: Option<&str>,
        label: &str,
    ) -> anyhow::Result<String> {
        self.ask_numbered(flag, given, label, Want::One)
    }

    fn ask_numbered(
        &mut self,
        flag: &str,
        given: Option<&str>,
        label: &str,
        want: Want,
    ) -> anyhow::Result<String> {
        if let Some(given) = given {
            return Ok(given.to_owned());
        }
        let book = self.known()?;
        let command = own_names::reached(own_names::tree(), &self.guide.line()).get_name();
        let choices = choices::cases(&book, Some(command), self.lang);
        let prompt = words::case_prompt(self.lang, pick(label, self.lang));
        loop {
            let line = self.line(&prompt)?;
            let named = cases_meant(&book, self.today(), self.lang, &line);
            if let Ok(cases) = &named
                && (want != Want::One || cases.len() == 1)
            {
                self.echo(&book, cases)?;
                return Ok(self.keep(flag, label, line));
            }
            let hits = narrowed(&choices, |c| c.shown.as_str(), &line);
            match (hits.as_slice(), named) {
                ([], Err(failure)) if is_said_by_rule(&line) => {
                    self.complain(failure.message())?;
                }
                ([], _) => self.say(&words::no_hit(self.lang, &line, &[]))?,
                (hits, _) => {
                    let picked = self.pick(label, hits, want)?;
                    if !picked.is_empty() {
                        return Ok(self.keep(flag, label, picked.join(",")));
                    }
                }
            }
        }
    }

    fn echo(&mut self, book: &Book, cases: &[CaseId]) -> anyhow::Result<()> {
        const MOST: usize = 3;
        for case in cases.iter().take(MOST).filter_map(|id| book.case(*id)) {
            let titled = words::case_titled(self.lang, book, case);
            self.say(&format!("  → {titled}"))?;
        }
        Ok(())
    }

    /// What an argument cannot do without, as far as the store knows what it can be.
    pub(in crate::cli) fn ask_sought(
        &mut self,
        sought: Sought,
        flag: &str,
        label: &str,
    ) -> anyhow::Result<String> {
        let want = match sought.is_many {
            true => Want::Some,
            false => Want::One,
        };
        match sought.kind == choices::Kind::Case {
            true => self.ask_numbered(flag, None, label, want),
            false => self.ask_among(sought.kind, flag, label, want),
        }
    }

    /// One of a list that the store or the rules know. Where they know none, any text will do.
    pub(in crate::cli) fn ask_known(
        &mut self,
        kind: choices::Kind,
        flag: &str,
        given: Option<&str>,
        label: &str,
    ) -> anyhow::Result<String> {
        match given {
            Some(given) => Ok(given.to_owned()),
            None => self.ask_among(kind, flag, label, Want::One),
        }
    }

    fn ask_among(
        &mut self,
        kind: choices::Kind,
        flag: &str,
        label: &str,
        want: Want,
    ) -> anyhow::Result<String> {
        let book = self.known()?;
        let choices = choices::of(kind, &book, self.today(), self.lang);
        if choices.is_empty() {
            return self.ask_text(flag, None, label);
        }
        loop {
            let picked = self.narrow(label, &choices, want)?;
            if !picked.is_empty() {
                return Ok(self.keep(flag, label, picked.join(",")));
            }
        }
    }

    /// Any number of them; none where nobody is guided.
    pub(in crate::cli) fn ask_several(
        &mut self,
        kind: choices::Kind,
        flag: &str,
        given: Option<&str>,
        label: &str,
    ) -> anyhow::Result<Option<String>> {
        if given.is_some() || !self.is_guided() || self.guide.skipped(flag) {
            return Ok(given.map(str::to_owned));
        }
        let book = self.known()?;
        let choices = choices::of(kind, &book, self.today(), self.lang);
        let picked = match choices.is_empty() {
            true => Vec::new(),
            false => self.narrow(label, &choices, Want::Any)?,
        };
        match picked.is_empty() {
            true => self.skip(flag, label),
            false => Ok(Some(self.keep(flag, label, picked.join("、")))),
        }
    }

    /// Which of several options, each in words; the place of it.
    pub(in crate::cli) fn ask_which(
        &mut self,
        label: &str,
        options: &[(&str, &str)],
    ) -> anyhow::Result<usize> {
        let shown = options.iter().map(|(_, words)| pick(words, self.lang));
        let shown: Vec<String> = shown.map(str::to_owned).collect();
        let place = self.choose(pick(label, self.lang), &shown)?;
        if let Some((flag, _)) = options.get(place) {
            self.answer(flag, label, Value::Set);
        }
        Ok(place)
    }

    /// One of the words that a value can be.
    pub(in crate::cli) fn ask_word(
        &mut self,
        flag: &str,
        given: Option<&str>,
        label: &str,
        all: &[String],
    ) -> anyhow::Result<String> {
        if let Some(given) = given {
            return Ok(given.to_owned());
        }
        let place = self.choose(pick(label, self.lang), all)?;
        Ok(self.keep(flag, label, all.get(place).cloned().unwrap_or_default()))
    }

    /// Which rule set a new store takes, each with the months it gives for a reply: a town in
    /// Chongqing must choose between 2/4 and 3/6, since its two texts contradict each other.
    pub(in crate::cli) fn ask_rules(&mut self) -> anyhow::Result<String> {
        if !self.is_answered() {
            return Ok(rules::DEFAULT_SET.to_owned());
        }
        let label = crate::both!("适用的办法", "Rule set");
        let prompt = words::rule_set_prompt(self.lang);
        let picked = self.narrow(&prompt, &choices::rule_sets(self.lang), Want::One)?;
        Ok(self.keep("--rules", label, picked.join(",")))
    }

    /// Yes or no, before something is taken back; yes where nobody is asked, and where the last
    /// look asks.
    pub(in crate::cli) fn confirm(&mut self, label: &str) -> anyhow::Result<()> {
        if self.common.yes || !self.is_answered() || self.is_guided() {
            return Ok(());
        }
        let shown = words::yes_no(self.lang).map(str::to_owned);
        match self.choose(pick(label, self.lang), &shown)? {
            0 => Ok(()),
            _ => Err(self.cancelled()),
        }
    }

    /// What the user's editor leaves; none where it failed, which is said.
    fn edited(&mut self) -> anyhow::Result<Option<String>> {
        let named = ["VISUAL", "EDITOR"];
        let named = named.iter().find_map(|key| self.world.env.get(*key));
        let usual = if cfg!(windows) { "notepad" } else { "vi" };
        let editor = named.map_or(usual, String::as_str).to_owned();
        match self.world.person.write(&editor) {
            Ok(text) => Ok(Some(text.trim().to_owned())),
            Err(NoAnswer::Editor(why)) => {
                self.complain(&words::editor_failed(self.lang, &why))?;
                Ok(None)
            }
            Err(other) => self.answered(Err(other)),
        }
    }

    /// Everything that is known now.
    pub(in crate::cli) fn known(&self) -> anyhow::Result<Book> {
        Ok(self.store()?.read(self.lang, View::default())?.book)
    }

    fn keep(&mut self, flag: &str, label: &str, value: String) -> String {
        self.answer(flag, label, Value::Words(value.clone()));
        value
    }

    fn skip(&mut self, flag: &str, label: &str) -> anyhow::Result<Option<String>> {
        self.answer(flag, label, Value::Skipped);
        Ok(None)
    }

    fn answer(&mut self, flag: &str, label: &str, value: Value) {
        self.guide.answers.push(Answer {
            flag: flag.to_owned(),
            label: pick(label, self.lang).to_owned(),
            value,
        });
    }

    fn complain(&mut self, message: &words::Message) -> anyhow::Result<()> {
        let lines = crate::cli::failure::lines(self.lang, message, Exit::Misuse);
        self.say(lines.trim_end())
    }

    pub(super) fn cancelled(&self) -> anyhow::Error {
        Failure::told(words::cancelled(self.lang), Exit::Cancelled).into()
    }

    pub(super) fn answered<T>(&self, answer: Result<T, NoAnswer>) -> anyhow::Result<T> {
        answer.map_err(|none| match none {
            NoAnswer::Cancelled => self.cancelled(),
            NoAnswer::Terminal(_) | NoAnswer::Editor(_) | NoAnswer::Cut(_) => {
                anyhow::Error::from(none)
            }
        })
    }
}

/// Whether a line says cases by a number or a condition, else it is some characters of a title.
fn is_said_by_rule(line: &str) -> bool {
    line.contains(|c: char| c.is_ascii_digit() || [':', '：', '='].contains(&c))
}
