//! A row on its way from the file to its verdict.

use super::complete::Completed;
use super::ledger::ReadRow;
use super::plan::{Reason, RowReport, Verdict};
use super::trial::Admitted;
use crate::domain::terms::Number;
use crate::words::LedgerColumn as Column;

/// A row on its way.
pub(super) struct Candidate {
    pub(super) completed: Option<Completed>,
    /// Settled before any judgement: on record, or wrong.
    pub(super) settled: Option<Verdict>,
    pub(super) judged: Option<Result<Admitted, Reason>>,
}

impl Candidate {
    pub(super) fn wrong(reasons: Vec<Reason>) -> Self {
        Self {
            completed: None,
            settled: Some(Verdict::Wrong(reasons)),
            judged: None,
        }
    }

    /// A row that is not on record and can be judged.
    pub(super) fn fresh(&self) -> Option<&Completed> {
        self.completed.as_ref().filter(|_| self.settled.is_none())
    }

    /// A new row that was admitted.
    pub(super) fn right(&self) -> Option<&Completed> {
        let admitted = matches!(self.judged, Some(Ok(_)));
        self.fresh().filter(|_| admitted)
    }

    /// Whether it passed a gate.
    pub(super) fn was_let_off(&self) -> bool {
        matches!(&self.judged, Some(Ok(admitted)) if !admitted.waived.is_empty())
    }

    pub(super) fn report(self, read: &ReadRow) -> RowReport {
        let given = match &self.judged {
            Some(Ok(admitted)) => admitted.number,
            Some(Err(_)) | None => None,
        };
        let written = self.completed.as_ref().and_then(number);
        let (verdict, waived) = match (self.settled, self.judged) {
            (Some(verdict), _) => (verdict, Vec::new()),
            (None, Some(Ok(admitted))) => (Verdict::New(admitted.case), admitted.waived),
            (None, Some(Err(reason))) => (Verdict::Wrong(vec![reason]), Vec::new()),
            (None, None) => (Verdict::Wrong(Vec::new()), Vec::new()),
        };
        let (supposed, remarked) = match (self.completed, &verdict) {
            (Some(row), Verdict::New(_)) => (row.supposed, row.remarked),
            (_, _) => (Vec::new(), Vec::new()),
        };
        RowReport {
            line: read.line,
            number: given.or(written),
            title: read.cells.get(&Column::Title).cloned().unwrap_or_default(),
            verdict,
            supposed,
            remarked,
            waived,
        }
    }
}

pub(super) fn number(row: &Completed) -> Option<Number> {
    row.row.no.map(|seq| Number {
        series: row.series,
        seq,
    })
}
