//! Talk to stderr, data to stdout or to a file.

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::Desk;
use crate::cli::args::FormatArg;
use crate::cli::failure::{Failure, is_broken_pipe};
use crate::cli::own_names;
use crate::cli::progress::{Progress, Unwatched};
use crate::cli::screen;
use crate::domain::book::Book;
use crate::domain::event::Event;
use crate::domain::terms::{CaseId, strip_hidden_keep_lines};
use crate::paper::{self, Paper, SaveError};
use crate::report::similar::look_alikes;
use crate::report::{self, Document, Outlook};
use crate::words::{self, Word, Work};

impl<'w> Desk<'_, 'w> {
    /// After a change: what changed, the new state, the next due date, the next command.
    pub(super) fn tell(
        &mut self,
        book: &Book,
        events: &[Event],
        dry_run: bool,
    ) -> anyhow::Result<()> {
        if dry_run {
            self.say(words::dry_run(self.lang))?;
        }
        let today = self.today();
        for line in words::changed(self.lang, book, (events, dry_run), today, |case| {
            report::next_due(book, case, today)
        }) {
            self.say(&line)?;
        }
        for event in events {
            if let Event::Submitted(fact) = event {
                self.tell_look_alikes(book, fact.case)?;
            }
        }
        if self.common.format == Some(FormatArg::Plain) {
            for label in words::changed_cases(book, events) {
                self.print(format!("{label}\n").as_bytes())?;
            }
        }
        Ok(())
    }

    /// Suggestions of all years that resemble one that was handed in.
    fn tell_look_alikes(&mut self, book: &Book, case: CaseId) -> anyhow::Result<()> {
        const MOST: usize = 3;
        let outlook = Outlook::unprinted(book, self.today(), self.lang);
        let alike = book
            .case(case)
            .map(|case| look_alikes(&outlook, case, MOST));
        let told = words::look_alikes(self.lang, book, &alike.unwrap_or_default());
        told.map_or(Ok(()), |told| self.say(&told))
    }

    /// Which last days and figures a change of the record or of the rules moved.
    pub(super) fn tell_moved(&mut self, before: &Book, after: &Book) -> anyhow::Result<()> {
        let moved = report::moved(self.lang, self.today(), before, after);
        let dues = words::moved_dues(self.lang, after, &moved.dues);
        for line in dues
            .into_iter()
            .chain(words::moved_figures(self.lang, &moved.figures))
        {
            self.say(&line)?;
        }
        Ok(())
    }

    /// Whether the numbers of people are asked for whole.
    pub(in crate::cli) fn shows_numbers(&self) -> bool {
        self.common.phones
    }

    /// A line of talk; numbers of people in it are masked unless they were asked for.
    pub(in crate::cli) fn say(&mut self, line: &str) -> anyhow::Result<()> {
        match self.common.phones {
            true => self.say_whole(&strip_hidden_keep_lines(line)),
            false => self.say_whole(&report::seen(line)),
        }
    }

    /// A line that is to be typed again as it stands.
    pub(in crate::cli) fn say_whole(&mut self, line: &str) -> anyhow::Result<()> {
        if !self.common.quiet {
            let line = own_names::told(self.lang, line, &self.guide.line());
            writeln!(self.world.stderr, "{line}")?;
        }
        Ok(())
    }

    /// Counts the steps of long work for somebody who waits at a terminal.
    pub(in crate::cli) fn steps(&self, work: Work) -> impl Fn(usize, usize) + use<'w> {
        let terminal = self.world.terminal;
        let is_watched = (terminal.input || terminal.output) && !self.common.quiet;
        let told: &'w dyn Progress = match is_watched {
            true => self.world.progress,
            false => &Unwatched,
        };
        let work = work.word(self.lang);
        move |done, all| told.at(work, done, all)
    }

    /// Bytes of data.
    pub(in crate::cli) fn print(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        let written = self.world.stdout.write_all(bytes);
        self.printed(written)
    }

    /// What became of data that was written.
    pub(super) fn printed(&mut self, written: io::Result<()>) -> anyhow::Result<()> {
        let written = written.and_then(|()| self.world.stdout.flush());
        // A reader that went away is no failure: who began says so.
        written.map_err(|error| match error.kind() == io::ErrorKind::BrokenPipe {
            true => error.into(),
            false => Failure::unprinted(self.lang, &error).into(),
        })
    }

    /// The format that was asked for, if one was.
    pub(in crate::cli) fn format(&self) -> Option<FormatArg> {
        self.common.format
    }

    /// The format asked for, or the one that the ending of `-o` names; none for a screen.
    pub(in crate::cli) fn format_of_output(&self) -> Option<Paper> {
        let file = self.common.output.as_ref();
        let by_ending = || Paper::from_extension(Path::new(file?));
        self.common.format.map_or_else(by_ending, screen::paper_of)
    }

    /// What is to come in again elsewhere as it goes out here, in the format that was asked for,
    /// else in another than a table.
    pub(in crate::cli) fn exchange(
        &mut self,
        document: &Document,
        other: FormatArg,
    ) -> anyhow::Result<()> {
        let asked = self.common.format;
        if asked.is_none() && self.common.output.is_none() {
            self.common.format = Some(other);
        }
        let published = self.publish_whole(document);
        self.common.format = asked;
        published
    }

    /// Bytes as they are, to stdout or to the file of `-o`.
    pub(in crate::cli) fn hand_out(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        let Some(file) = self.common.output.clone() else {
            return self.print(bytes);
        };
        paper::save(&self.target(&file)?, bytes).map_err(|e| screen::unsaved(self.lang, &e))?;
        self.say(&words::saved(self.lang, &file))
    }

    /// The same, the folder made where it is not there.
    pub(in crate::cli) fn hand_out_into_folder(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        match self.take_output() {
            Some(file) => {
                self.hand_out_to(&file, bytes)?;
                self.say(&words::saved(self.lang, &file))
            }
            None => self.print(bytes),
        }
    }

    /// The file or folder of `-o`, for those who write more than one file.
    pub(in crate::cli) fn take_output(&mut self) -> Option<String> {
        self.common.output.take()
    }

    /// Bytes to a file whose folder is made where it is not there.
    pub(in crate::cli) fn hand_out_to(&mut self, file: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let path = self.target(file)?;
        if let Some(folder) = path.parent() {
            let made = std::fs::create_dir_all(folder);
            made.map_err(|source| {
                let path = folder.to_owned();
                let error = match folder.exists() && !folder.is_dir() {
                    true => SaveError::NotAFolder(path),
                    false => SaveError::Write { path, source },
                };
                screen::unsaved(self.lang, &error)
            })?;
        }
        Ok(paper::save(&path, bytes).map_err(|e| screen::unsaved(self.lang, &e))?)
    }

    /// The same for a file that a person goes on writing: one that is there is not overwritten
    /// unasked.
    pub(in crate::cli) fn hand_out_fresh(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        let file = self.common.output.as_ref().filter(|_| !self.common.yes);
        if let Some(file) = file.filter(|file| self.path(file).exists()) {
            return Err(super::misuse(words::file_exists(self.lang, file)).into());
        }
        self.hand_out(bytes)
    }

    /// A document in the format that was asked for, to stdout or to a file.
    pub(in crate::cli) fn publish(&mut self, document: Document) -> anyhow::Result<()> {
        let document = match self.format_of_output() {
            Some(Paper::Json) => document,
            Some(_) | None => document.for_other_papers(),
        };
        let is_looked_at = self.world.terminal.output && self.format_of_output().is_none();
        let whole = is_looked_at.then(|| document.clone());
        let document = self.for_eyes(document);
        self.publish_whole(&document)?;
        match whole.is_some_and(|whole| whole != document) {
            true => self.say(words::numbers_are_masked(self.lang)),
            false => Ok(()),
        }
    }

    /// The same where an exit code says more than the page: it is the same for a reader who goes away.
    /// Tells whether there was one to the end.
    pub(in crate::cli) fn publish_before(&mut self, document: Document) -> anyhow::Result<bool> {
        match self.publish(document) {
            Ok(()) => Ok(true),
            Err(error) if is_broken_pipe(&error) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// A document as the bytes of a file, the numbers of people as they are.
    pub(super) fn bytes_for(&self, document: &Document, file: &Path) -> anyhow::Result<Vec<u8>> {
        let encoding = self.common.encoding.as_deref();
        let style = self.style(document);
        let format = self.common.format;
        Ok(screen::file_bytes(
            document, format, encoding, file, &style,
        )?)
    }

    /// A document as people see it: numbers masked unless they were asked for.
    pub(in crate::cli) fn for_eyes(&self, document: Document) -> Document {
        match self.common.phones {
            true => document,
            false => document.masked(),
        }
    }

    /// The same with the numbers of people as they are: for an exchange of data.
    fn publish_whole(&mut self, document: &Document) -> anyhow::Result<()> {
        let style = self.style(document);
        let format = self.common.format;
        let encoding = self.common.encoding.as_deref();
        let Some(file) = self.common.output.clone() else {
            let packed = format.filter(|f| matches!(f, FormatArg::Xlsx | FormatArg::Docx));
            if let Some(packed) = packed.filter(|_| self.world.terminal.output) {
                let named = packed.to_possible_value();
                let named = named.as_ref().map_or("", |named| named.get_name());
                let message = words::not_for_a_screen(self.lang, named);
                return Err(super::misuse(message).into());
            }
            let bytes = screen::bytes(document, format, encoding, &style)?;
            return self.show(&bytes, format.is_none());
        };
        let path = self.target(&file)?;
        self.spares_work_of_others(&[PathBuf::from(&file)])?;
        let bytes = self.bytes_for(document, &path)?;
        paper::save(&path, &bytes).map_err(|e| screen::unsaved(self.lang, &e))?;
        self.say(&words::saved_with(self.lang, &file, &document.title))
    }
}
