//! The journal as it stands on disk, line by line: who hands it out, or some lines of it, does not
//! hold all of it.
//!
//! Refuses to hand out damage: all of it is read through its checks first.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};

use super::Desk;
use crate::cli::screen;
use crate::domain::book::View;
use crate::paper;
use crate::words;

/// So many bytes are read and written at once.
const PIECE: usize = 1 << 16;

/// The first lines of the journal.
pub(in crate::cli) struct JournalLines {
    journal: BufReader<File>,
    count: u64,
}

impl JournalLines {
    /// Shows each of them with its number; the last one counts also where its end is missing.
    pub(in crate::cli) fn each(
        mut self,
        mut show: impl FnMut(u64, &[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut line = Vec::new();
        for seq in 1..=self.count {
            line.clear();
            if self.journal.read_until(b'\n', &mut line)? == 0 {
                // Somebody cut it off after it was counted.
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if line.last() != Some(&b'\n') {
                line.push(b'\n');
            }
            show(seq, &line)?;
        }
        Ok(())
    }

    fn write_to(self, to: impl Write) -> io::Result<()> {
        let mut to = BufWriter::with_capacity(PIECE, to);
        self.each(|_, line| to.write_all(line))?;
        to.flush()
    }
}

impl Desk<'_, '_> {
    /// So many lines of the journal, no more than count.
    pub(in crate::cli) fn journal_lines(&self, count: u64) -> anyhow::Result<JournalLines> {
        let place = self.store()?.place(self.lang)?;
        // Read once through all its checks, so that damage is not handed out.
        self.store()?.read_whole(self.lang, View::default())?;
        let journal = BufReader::with_capacity(PIECE, File::open(place.journal())?);
        Ok(JournalLines { journal, count })
    }

    /// Lines as they are, to stdout or to the file of `-o`.
    pub(in crate::cli) fn hand_out_lines(&mut self, lines: JournalLines) -> anyhow::Result<()> {
        let Some(file) = self.common.output.clone() else {
            let written = lines.write_to(&mut *self.world.stdout);
            return self.printed(written);
        };
        let saved = paper::save_with(&self.target(&file)?, |to| lines.write_to(to));
        saved.map_err(|error| screen::unsaved(self.lang, &error))?;
        self.say(&words::saved(self.lang, &file))
    }
}
