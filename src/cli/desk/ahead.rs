//! What is known of the named cases before the other questions are asked: whether the command would be
//! refused whatever is answered, and whether an answer is there already.
//!
//! It judges nothing: the room of the rules is asked.

use super::Desk;
use crate::both;
use crate::cli::failure::Failure;
use crate::cli::own_names;
use crate::cli::spoken::cases_meant;
use crate::cli::wish::{entry_meant, fact_id, fields_of};
use crate::domain::book::Case;
use crate::domain::deadline::Step;
use crate::domain::decide::barred;
use crate::words;

/// The steps of which it is known early that they would be refused, each with the options that make it
/// another one. Of another day, with `--on`, none is.
const KNOWN: [(Step, &[&str]); 7] = [
    (Step::Review, &["refuse", "amend", "letter"]),
    (Step::HandOver, &[]),
    (Step::HandOverAnew, &[]),
    (Step::Sign, &[]),
    (Step::Reply, &[]),
    (Step::Rate, &["stars", "revisit", "promise"]),
    (Step::Close, &[]),
];

impl Desk<'_, '_> {
    /// Refuses where the command that was typed cannot be done with a case today, and somebody would
    /// be asked on. What happened on another day is judged with its day.
    pub(super) fn must_be_possible(&self, cases: &str) -> anyhow::Result<()> {
        if !self.is_answered() {
            return Ok(());
        }
        let line = self.guide.line();
        let command = own_names::reached(own_names::tree(), &line);
        let mut steps = KNOWN.into_iter();
        let step = steps.find(|(step, _)| words::step_command(*step) == command.get_name());
        let Some((step, others)) = step else {
            return Ok(());
        };
        let is_other = |id: &str| id == "on" || others.contains(&id);
        let is_another = command
            .get_arguments()
            .any(|arg| is_other(arg.get_id().as_str()) && own_names::is_typed(&line, arg));
        if is_another {
            return Ok(());
        }
        let book = self.known()?;
        // Who names no case is told by the command itself.
        let Ok(cases) = cases_meant(&book, self.today(), self.lang, cases) else {
            return Ok(());
        };
        let refusal = cases
            .into_iter()
            .find_map(|case| barred(&book, case, step, self.today()));
        match refusal {
            Some(refusal) => Err(Failure::refused(self.lang, &refusal, &book).into()),
            None => Ok(()),
        }
    }

    /// Where a number is an entry's and a case's as well, and the entry is of another one: says so,
    /// and asks before that is touched.
    pub(in crate::cli) fn must_be_meant(&mut self, typed: &str) -> anyhow::Result<()> {
        let Ok(line) = typed.trim().parse() else {
            return Ok(());
        };
        if !self.is_answered() {
            return Ok(());
        }
        let meant = entry_meant(&self.known()?, self.lang, line, typed);
        let Some((told, true)) = meant else {
            return Ok(());
        };
        if !self.is_guided() {
            self.say(&told)?;
            self.told.push(told);
        }
        self.confirm(both!("就改这一条?", "Is this entry meant?"))
    }

    /// What the fields of an entry are called, of which one is to be corrected; none where a case is
    /// named instead.
    pub(in crate::cli) fn fields_of_entry(&self, typed: &str) -> anyhow::Result<Vec<String>> {
        let Some(entry) = fact_id(typed).filter(|_| self.is_answered()) else {
            return Ok(Vec::new());
        };
        let keys = fields_of(&self.known()?, entry).into_iter();
        let called = keys.map(|key| words::field(self.lang, key).to_owned());
        Ok(called.collect())
    }

    /// Whether units were proposed for each of some cases: before the hand-over, or with a return.
    pub(in crate::cli) fn is_proposed(&self, cases: &str) -> anyhow::Result<bool> {
        let book = self.known()?;
        let ids = cases_meant(&book, self.today(), self.lang, cases)?;
        let proposed = |case: &Case| match case.assignment() {
            None => case.pre_assignment.is_some(),
            Some(now) => now.returned.as_ref().is_some_and(|r| r.proposed.is_some()),
        };
        Ok(ids.iter().all(|id| book.case(*id).is_some_and(proposed)))
    }
}
