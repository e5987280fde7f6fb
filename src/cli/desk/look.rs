//! How the reader's terminal takes a page: its width, its signs and colours, and the pager.
//!
//! Refuses: to choose what stands on the page.

use super::Desk;
use crate::cli::args::ColorArg;
use crate::cli::screen;
use crate::report::Document;

impl Desk<'_, '_> {
    /// How the reader's terminal takes a document.
    pub(super) fn style(&self, document: &Document) -> screen::Style<'_> {
        screen::Style {
            lang: self.lang,
            ascii: self.common.ascii || self.cannot_draw(),
            wide: !self.world.terminal.output,
            columns: self.world.terminal.size.map(|(columns, _)| columns),
            rows_most: document.rows_on_screen,
            colour: self.colours() && !document.is_report(),
            bars: self.common.bars,
            marked: &self.marked,
        }
    }

    /// Whether somebody looks at a terminal whose locale has no lines to draw with.
    fn cannot_draw(&self) -> bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"];
        let named = locale.iter().find_map(|key| self.world.env.get(*key));
        let named = named.map(|locale| locale.to_lowercase().replace('-', ""));
        let plain = named.is_some_and(|locale| !locale.is_empty() && !locale.contains("utf8"));
        self.world.terminal.output && plain
    }

    /// A page for a person: through a pager where it is longer than his screen.
    pub(super) fn show(&mut self, bytes: &[u8], is_page: bool) -> anyhow::Result<()> {
        if is_page && !self.common.no_input && self.world.reads(bytes, self.lang) {
            return Ok(());
        }
        self.print(bytes)
    }

    /// Picks words out wherever they stand on the screen.
    pub(in crate::cli) fn mark(&mut self, words: &[String]) {
        self.marked = words.to_vec();
    }

    fn colours(&self) -> bool {
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

    /// A page of help, broken where the terminal ends.
    pub(in crate::cli) fn tell_page(&mut self, page: &str) -> anyhow::Result<()> {
        let page = self.world.fitted(page);
        self.show(page.as_bytes(), true)
    }
}
