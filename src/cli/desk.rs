//! The desk at which every subcommand works: who asks, in which language, on which day, and the
//! two ways to the store: read a view of it, or record one wish.
//!
//! Everything a verb prints or asks goes through here, so that no verb knows a stream, a file or
//! an exit code.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use clap::ValueEnum;

use super::args::{Common, FormatArg, Reading, Writing};
use super::failure::{Exit, Failure};
use super::prompt::{self, NoAnswer};
use super::store::{Hand, Lines, Session, Store};
use super::wish::Wish;
use super::{screen, world::World};
use crate::domain::book::{Book, View};
use crate::domain::command::{Command, Stamp};
use crate::domain::decide::decide;
use crate::domain::event::Event;
use crate::domain::rules::{self, Calendar, Limit, RuleSet, YearTable};
use crate::domain::terms::{Date, Name, parse_date};
use crate::paper;
use crate::report::{self, Document, Month, Outlook};
use crate::words::{self, Lang, pick};

/// The desk.
pub(super) struct Desk<'d, 'w> {
    world: &'d mut World<'w>,
    common: Common,
    lang: Lang,
    now: DateTime<FixedOffset>,
}

impl<'d, 'w> Desk<'d, 'w> {
    pub(super) fn new(
        world: &'d mut World<'w>,
        common: Common,
        lang: Lang,
    ) -> anyhow::Result<Self> {
        let told = common
            .now
            .clone()
            .or_else(|| world.env.get("JIANYI_NOW").cloned());
        let now = match told {
            Some(told) => DateTime::parse_from_rfc3339(&told)
                .map_err(|_| misuse(words::bad_word(lang, "--now", &told)))?,
            None => world.now,
        };
        Ok(Self {
            world,
            common,
            lang,
            now,
        })
    }

    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    pub(super) fn today(&self) -> Date {
        self.now.date_naive()
    }

    pub(super) fn yes(&self) -> bool {
        self.common.yes
    }

    /// Who records, where the command line or the environment says so.
    pub(super) fn by(&self) -> Option<String> {
        self.common
            .by
            .clone()
            .or_else(|| self.world.env.get("JIANYI_BY").cloned())
    }

    /// A path as typed, from the working folder on.
    pub(super) fn path(&self, typed: &str) -> PathBuf {
        self.world.folder.join(typed)
    }

    pub(super) fn date(&self, typed: &str) -> Result<Date, Failure> {
        let parsed = parse_date(typed, self.today());
        parsed.map_err(|e| misuse(words::bad_date(self.lang, &e)))
    }

    // --- asking -------------------------------------------------------------------------------

    /// Refuses at once, naming all that is missing, where nobody can be asked.
    pub(super) fn can_ask(&self, missing: &[(&str, bool)]) -> Result<(), Failure> {
        let missing: Vec<&str> = missing
            .iter()
            .filter(|(_, m)| *m)
            .map(|(flag, _)| *flag)
            .collect();
        let somebody = self.world.terminal.input && !self.common.no_input;
        if missing.is_empty() || somebody {
            return Ok(());
        }
        Err(misuse(words::missing(self.lang, &missing)))
    }

    pub(super) fn ask_text(&self, given: Option<&str>, label: &str) -> anyhow::Result<String> {
        match given {
            Some(given) => Ok(given.to_owned()),
            None => self.answered(prompt::line(pick(label, self.lang))),
        }
    }

    pub(super) fn ask_cases(&self, given: Option<&str>) -> anyhow::Result<String> {
        self.ask_text(
            given,
            crate::both!("哪些建议(17 或 1-12,15)", "Which cases (17 or 1-12,15)"),
        )
    }

    pub(super) fn ask_which(&self, label: &str, choices: &[&str]) -> anyhow::Result<usize> {
        let choices: Vec<String> = choices
            .iter()
            .map(|c| pick(c, self.lang).to_owned())
            .collect();
        self.answered(prompt::choice(pick(label, self.lang), &choices))
    }

    pub(super) fn ask_choice(
        &self,
        given: Option<&str>,
        label: &str,
        choices: &[String],
    ) -> anyhow::Result<String> {
        match given {
            Some(given) => Ok(given.to_owned()),
            None if choices.is_empty() => self.ask_text(None, label),
            None => {
                let place = self.answered(prompt::choice(pick(label, self.lang), choices))?;
                Ok(choices.get(place).cloned().unwrap_or_default())
            }
        }
    }

    pub(super) fn ask_unit(&self, given: Option<&str>, label: &str) -> anyhow::Result<String> {
        let names = |book: &Book| book.office().units().map(|(n, _)| n.to_string()).collect();
        self.ask_of_book(given, label, names)
    }

    pub(super) fn ask_category(&self, given: Option<&str>) -> anyhow::Result<String> {
        let label = crate::both!("类别", "Category");
        self.ask_of_rules(given, label, |r| {
            r.categories.iter().map(Name::to_string).collect()
        })
    }

    pub(super) fn ask_class(&self, given: Option<&str>) -> anyhow::Result<String> {
        let label = crate::both!("办理结果", "Result class");
        self.ask_of_rules(given, label, |r| {
            r.classes.iter().map(|c| c.code.to_string()).collect()
        })
    }

    pub(super) fn ask_grade(&self, label: &str) -> anyhow::Result<String> {
        let levels = |r: &RuleSet| r.satisfaction.levels.iter().map(Name::to_string).collect();
        self.ask_of_rules(None, label, levels)
    }

    /// Which rule set a new store takes. A town in Chongqing must choose between 2/4 and 3/6
    /// months, since its two texts contradict each other.
    pub(super) fn ask_rules(&self, _office: &str) -> anyhow::Result<String> {
        if !self.world.terminal.input || self.common.no_input {
            return Ok("national-2025".to_owned());
        }
        let choices = [
            crate::both!(
                "national-2025 全国代表法(3/6 个月)",
                "national-2025 national law (3/6 months)"
            ),
            crate::both!(
                "chongqing-2017 重庆市条例(3/6 个月)",
                "chongqing-2017 Chongqing, city rule (3/6 months)"
            ),
            crate::both!(
                "chongqing-township-2016 重庆市乡镇条例(2/4 个月)",
                "chongqing-township-2016 Chongqing, township rule (2/4 months)"
            ),
            crate::both!(
                "national-2015 2015 年代表法(3/6 个月)",
                "national-2015 law of 2015 (3/6 months)"
            ),
        ];
        let names = [
            "national-2025",
            "chongqing-2017",
            "chongqing-township-2016",
            "national-2015",
        ];
        let place = self.ask_which(crate::both!("适用的办法", "Rule set"), &choices)?;
        Ok(names[place.min(names.len() - 1)].to_owned())
    }

    pub(super) fn confirm(&self, label: &str) -> anyhow::Result<bool> {
        if self.common.yes || !self.world.terminal.input || self.common.no_input {
            return Ok(true);
        }
        let (yes, no) = (crate::both!("是", "yes"), crate::both!("否", "no"));
        let (yes, no) = (pick(yes, self.lang), pick(no, self.lang));
        self.answered(prompt::confirm(label, yes, no))
    }

    fn ask_of_book(
        &self,
        given: Option<&str>,
        label: &str,
        choices: impl FnOnce(&Book) -> Vec<String>,
    ) -> anyhow::Result<String> {
        if given.is_some() {
            return self.ask_choice(given, label, &[]);
        }
        let book = self.store()?.read(self.lang, View::default())?.book;
        self.ask_choice(None, label, &choices(&book))
    }

    fn ask_of_rules(
        &self,
        given: Option<&str>,
        label: &str,
        choices: impl FnOnce(&RuleSet) -> Vec<String>,
    ) -> anyhow::Result<String> {
        let today = self.today();
        self.ask_of_book(given, label, |book| {
            book.office()
                .rules_on(today)
                .map(choices)
                .unwrap_or_default()
        })
    }

    fn answered<T>(&self, answer: Result<T, NoAnswer>) -> anyhow::Result<T> {
        answer.map_err(|none| match none {
            NoAnswer::Cancelled => {
                Failure::told(words::cancelled(self.lang), Exit::Cancelled).into()
            }
            NoAnswer::Terminal(_) => anyhow::Error::from(none),
        })
    }

    // --- the store ----------------------------------------------------------------------------

    pub(super) fn store(&self) -> anyhow::Result<Store> {
        let named = self
            .common
            .store
            .clone()
            .or_else(|| self.world.env.get("JIANYI_STORE").cloned());
        match named {
            Some(named) => Ok(Store::at(self.path(&named))),
            None => Store::of_user(self.lang),
        }
    }

    /// A rule set: one that comes with the program, or a file.
    pub(super) fn rule_set(&self, named: &str) -> anyhow::Result<RuleSet> {
        if let Some(rules) = rules::shipped_set(named) {
            return Ok(rules.map_err(|e| misuse(words::bad_rules(self.lang, &e)))?);
        }
        let document = self
            .text_of(named)
            .map_err(|e| misuse(words::no_rule_set(self.lang, named, &e.to_string())))?;
        Ok(rules::resolve(&document).map_err(|e| misuse(words::bad_rules(self.lang, &e)))?)
    }

    /// Whether there is a store to read.
    pub(super) fn has_store(&self) -> anyhow::Result<bool> {
        Ok(self.store()?.place(self.lang).is_ok())
    }

    /// The adopted calendars; without a store those that come with the program.
    pub(super) fn calendar(&mut self, reading: &Reading) -> anyhow::Result<Calendar> {
        if self.has_store()? {
            return self.look(reading, |outlook| {
                Ok(outlook.book.office().calendar().clone())
            });
        }
        let mut calendar = Calendar::default();
        rules::shipped_years()
            .filter_map(rules::shipped_year)
            .for_each(|t| calendar.adopt(t));
        Ok(calendar)
    }

    /// A calendar: a year that comes with the program, or a file.
    pub(super) fn year_table(&self, named: &str) -> anyhow::Result<YearTable> {
        if let Some(table) = named.parse().ok().and_then(rules::shipped_year) {
            return Ok(table);
        }
        let document = self.text_of(named)?;
        Ok(YearTable::parse(&document)?)
    }

    /// The text of a file that a person named.
    fn text_of(&self, named: &str) -> Result<String, Failure> {
        let unread = |e: std::io::Error| misuse(words::no_file(self.lang, named, &e.to_string()));
        std::fs::read_to_string(self.path(named)).map_err(unread)
    }

    /// The bytes of a file that a person named; `-` is what is piped in.
    pub(super) fn bytes_of(&mut self, named: &str) -> Result<Vec<u8>, Failure> {
        let unread = |e: std::io::Error| misuse(words::no_file(self.lang, named, &e.to_string()));
        if named == "-" {
            let mut bytes = Vec::new();
            self.world.stdin.read_to_end(&mut bytes).map_err(unread)?;
            return Ok(bytes);
        }
        std::fs::read(self.path(named)).map_err(unread)
    }

    pub(super) fn limit(&self, typed: &str) -> Result<Limit, Failure> {
        typed
            .parse()
            .map_err(|e| misuse(words::bad_rules(self.lang, &e)))
    }

    pub(super) fn month(&self, typed: &str) -> Result<Month, Failure> {
        Month::parse(typed).ok_or_else(|| misuse(words::bad_month(self.lang, typed)))
    }

    /// Reads a view and prints the document that is made of it.
    pub(super) fn read(
        &mut self,
        reading: &Reading,
        make: impl FnOnce(&Outlook) -> Document,
    ) -> anyhow::Result<()> {
        self.read_checked(reading, |outlook| Ok(make(outlook)))
    }

    /// The same, for documents that may not come about.
    pub(super) fn read_checked(
        &mut self,
        reading: &Reading,
        make: impl FnOnce(&Outlook) -> anyhow::Result<Document>,
    ) -> anyhow::Result<()> {
        let document = self.look(reading, make)?;
        self.publish(&document)
    }

    /// Reads a view without printing it.
    pub(super) fn look<T>(
        &mut self,
        reading: &Reading,
        make: impl FnOnce(&Outlook) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let as_of = reading
            .as_of
            .as_deref()
            .map(|typed| self.date(typed))
            .transpose()?;
        let view = View {
            as_of: Some(as_of.unwrap_or(self.today())),
            known: reading.known,
        };
        let opened = self.store()?.read(self.lang, view)?;
        for warning in &opened.warnings {
            self.say(warning)?;
        }
        if let Some(known) = reading.known.filter(|known| *known > opened.head) {
            return Err(misuse(words::beyond_head(self.lang, known, opened.head)).into());
        }
        let outlook = Outlook {
            book: &opened.book,
            as_of: view.as_of.unwrap_or_default(),
            lang: self.lang,
            fingerprint: opened.fingerprint.clone(),
        };
        make(&outlook)
    }

    /// Records one wish in an open store.
    pub(super) fn record(
        &mut self,
        writing: &Writing,
        make: impl FnOnce(&Wish) -> Result<Command, Failure>,
    ) -> anyhow::Result<()> {
        self.settle(writing, false, make)
    }

    /// Records the wish that opens a store.
    pub(super) fn found(
        &mut self,
        writing: &Writing,
        make: impl FnOnce(&Wish) -> Result<Command, Failure>,
    ) -> anyhow::Result<()> {
        self.settle(writing, true, make)
    }

    fn settle(
        &mut self,
        writing: &Writing,
        founding: bool,
        make: impl FnOnce(&Wish) -> Result<Command, Failure>,
    ) -> anyhow::Result<()> {
        let today = self.today();
        let on = match writing.on.as_deref() {
            Some(typed) => self.date(typed)?,
            None => today,
        };
        let mut session = self.session(founding, writing.dry_run)?;
        let stamp = Stamp {
            on,
            today,
            by: self.recorder(session.book())?,
            lenient: false,
        };
        let book = session.book();
        let wish = Wish {
            book,
            stamp: &stamp,
            lang: self.lang,
            seed: self.world.seed,
        };
        let command = make(&wish)?;
        let events = decide(book, &command, &stamp)
            .map_err(|refusal| Failure::refused(self.lang, &refusal, book))?;
        session.append(&stamp.by, vec![(events.clone(), false)], false)?;
        for warning in session.warnings() {
            self.say(&warning)?;
        }
        self.tell(session.book(), &events, writing.dry_run)
    }

    /// The store, opened for writing; what is odd about it is said.
    fn session(&mut self, founding: bool, dry: bool) -> anyhow::Result<Session> {
        let hand = Hand {
            lang: self.lang,
            now: self.now,
            process: self.world.process,
        };
        let mut session = self.store()?.write(hand, founding, dry)?;
        for warning in session.warnings() {
            self.say(&warning)?;
        }
        Ok(session)
    }

    /// Plans many lines against the book and writes them as one batch; nothing for a dry run.
    pub(super) fn batch<T>(
        &mut self,
        dry: bool,
        plan: impl FnOnce(&Book, &Name, Date) -> anyhow::Result<(T, Lines)>,
    ) -> anyhow::Result<T> {
        let today = self.today();
        let mut session = self.session(false, dry)?;
        let by = self.recorder(session.book())?;
        let (told, lines) = plan(session.book(), &by, today)?;
        if !lines.is_empty() {
            session.append(&by, lines, true)?;
        }
        for warning in session.warnings() {
            self.say(&warning)?;
        }
        Ok(told)
    }

    /// Who records: named, or the store's secretary; never the system's login.
    pub(super) fn recorder(&self, book: &Book) -> Result<Name, Failure> {
        let named = match self.by() {
            Some(named) => named,
            None => match book.office().identity() {
                Some(identity) => return Ok(identity.secretary.clone()),
                None => "—".to_owned(),
            },
        };
        Name::new(&named).map_err(|e| misuse(words::bad_text(self.lang, "--by", &e)))
    }

    pub(super) fn now(&self) -> DateTime<FixedOffset> {
        self.now
    }

    // --- printing -----------------------------------------------------------------------------

    /// After a change: what changed, the new state, the next due date, the next command.
    fn tell(&mut self, book: &Book, events: &[Event], dry_run: bool) -> anyhow::Result<()> {
        if dry_run {
            self.say(words::dry_run(self.lang))?;
        }
        let today = self.today();
        for line in words::changed(self.lang, book, events, |case| {
            report::next_due(book, case, today)
        }) {
            self.say(&line)?;
        }
        if self.common.format == Some(FormatArg::Plain) {
            for label in words::changed_cases(book, events) {
                self.print(format!("{label}\n").as_bytes())?;
            }
        }
        Ok(())
    }

    /// A line of talk.
    pub(super) fn say(&mut self, line: &str) -> anyhow::Result<()> {
        if !self.common.quiet {
            writeln!(self.world.stderr, "{line}")?;
        }
        Ok(())
    }

    /// Bytes of data.
    pub(super) fn print(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.world.stdout.write_all(bytes)?;
        Ok(self.world.stdout.flush()?)
    }

    /// The format that was asked for, if one was.
    pub(super) fn format(&self) -> Option<FormatArg> {
        self.common.format
    }

    /// The format asked for, or the one that the ending of `-o` names.
    pub(super) fn format_of_output(&self) -> Option<FormatArg> {
        let is_jsonl = |file: &String| file.ends_with(".jsonl");
        let by_ending = self.common.output.as_ref().filter(|file| is_jsonl(file));
        self.common.format.or(by_ending.map(|_| FormatArg::Jsonl))
    }

    /// The journal as it stands on disk, whole lines only.
    pub(super) fn journal_bytes(&self) -> anyhow::Result<Vec<u8>> {
        let place = self.store()?.place(self.lang)?;
        // Read once through all its checks, so that damage is not handed out.
        self.store()?.read(self.lang, View::default())?;
        let mut bytes = std::fs::read(place.journal())?;
        let whole = bytes
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(0, |last| last + 1);
        bytes.truncate(whole);
        Ok(bytes)
    }

    /// A document in the format that was asked for, else in another than a table.
    pub(super) fn publish_as(
        &mut self,
        document: &Document,
        other: FormatArg,
    ) -> anyhow::Result<()> {
        let asked = self.common.format;
        if asked.is_none() && self.common.output.is_none() {
            self.common.format = Some(other);
        }
        let published = self.publish(document);
        self.common.format = asked;
        published
    }

    /// Runs another command line on a store, silently; its failure is ours.
    pub(super) fn rehearse(&mut self, store: &Path, words: Vec<OsString>) -> anyhow::Result<()> {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = self.run_again(store, words, Some((&mut out, &mut err)));
        match code {
            0 => Ok(()),
            _ => Err(anyhow::anyhow!("{}", String::from_utf8_lossy(&err).trim())),
        }
    }

    /// Runs another command line on a store, for the reader to see.
    pub(super) fn perform(&mut self, store: &Path, words: Vec<OsString>) -> anyhow::Result<()> {
        match self.run_again(store, words, None) {
            0 => Ok(()),
            code => Err(anyhow::anyhow!("exit {code}")),
        }
    }

    fn run_again(
        &mut self,
        store: &Path,
        words: Vec<OsString>,
        streams: Option<(&mut Vec<u8>, &mut Vec<u8>)>,
    ) -> u8 {
        let mut line: Vec<OsString> = ["jianyi", "--store"].map(OsString::from).into();
        line.push(store.as_os_str().to_owned());
        let lang = match self.lang {
            Lang::Zh => "zh",
            Lang::En => "en",
        };
        line.extend(["--lang", lang, "--by", "王敏", "--no-input"].map(OsString::from));
        line.extend(["--now".into(), self.now.to_rfc3339().into()]);
        if streams.is_none() {
            let format = self.common.format.and_then(|f| f.to_possible_value());
            if let Some(format) = format {
                line.extend(["--format".into(), format.get_name().into()]);
            }
            line.extend(self.common.ascii.then(|| "--ascii".into()));
            if let Some(file) = &self.common.output {
                line.extend(["-o".into(), file.into()]);
            }
        }
        line.extend(words);
        let mut nobody = std::io::empty();
        let (stdout, stderr): (&mut dyn Write, &mut dyn Write) = match streams {
            Some((out, err)) => (out, err),
            None => (&mut *self.world.stdout, &mut *self.world.stderr),
        };
        let mut world = World {
            stdin: &mut nobody,
            stdout,
            stderr,
            terminal: self.world.terminal,
            env: self.world.env.clone(),
            folder: self.world.folder.clone(),
            now: self.now,
            process: self.world.process,
            // Any demo on any day gives the same bytes.
            seed: uuid::Uuid::nil(),
        };
        super::run(line, &mut world)
    }

    /// Bytes as they are, to stdout or to the file of `-o`.
    pub(super) fn hand_out(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        let Some(file) = self.common.output.clone() else {
            return self.print(bytes);
        };
        paper::save(&self.path(&file), bytes).map_err(|e| screen::unsaved(self.lang, &e))?;
        self.say(&words::saved(self.lang, &file))
    }

    /// A document in the format that was asked for, to stdout or to a file.
    pub(super) fn publish(&mut self, document: &Document) -> anyhow::Result<()> {
        let style = screen::Style {
            lang: self.lang,
            ascii: self.common.ascii,
            wide: !self.world.terminal.output,
            colour: self.colours(),
        };
        let format = self.common.format;
        let encoding = self.common.encoding.as_deref();
        let Some(file) = self.common.output.clone() else {
            let bytes = screen::bytes(document, format, encoding, &style)?;
            return self.print(&bytes);
        };
        let path = self.path(&file);
        let bytes = screen::file_bytes(document, format, encoding, &path, &style)?;
        paper::save(&path, &bytes).map_err(|e| screen::unsaved(self.lang, &e))?;
        self.say(&words::saved(self.lang, &file))
    }

    fn colours(&self) -> bool {
        use super::args::ColorArg;
        match self.common.color {
            Some(ColorArg::Always) => true,
            Some(ColorArg::Never) => false,
            Some(ColorArg::Auto) | None => {
                let bans = self
                    .world
                    .env
                    .get("NO_COLOR")
                    .is_some_and(|v| !v.is_empty());
                let dumb = self.world.env.get("TERM").is_some_and(|t| t == "dumb");
                self.world.terminal.output && !bans && !dumb
            }
        }
    }
}

fn misuse(message: words::Message) -> Failure {
    Failure::told(message, Exit::Misuse)
}
