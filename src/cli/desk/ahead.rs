//! What is known of the named cases before the other questions are asked: whether the command would be
//! refused whatever is answered, and whether an answer is there already.
//!
//! It judges nothing: the room of the rules is asked.

use super::Desk;
use crate::cli::failure::Failure;
use crate::cli::own_names;
use crate::cli::spoken::cases_meant;
use crate::domain::book::Case;
use crate::domain::deadline::Step;
use crate::domain::decide::barred;
use crate::words;

/// The steps of which it is known early that they would be refused.
const KNOWN: [Step; 4] = [Step::HandOver, Step::Sign, Step::Reply, Step::Close];

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
        let step = steps.find(|step| words::step_command(*step) == command.get_name());
        let has_day = command
            .get_arguments()
            .any(|arg| arg.get_id() == "on" && own_names::is_typed(&line, arg));
        let Some(step) = step.filter(|_| !has_day) else {
            return Ok(());
        };
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
