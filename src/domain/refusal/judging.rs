//! Why a wish about supervising and judging a case was refused, as data.

use thiserror::Error;

use crate::domain::book::State;
use crate::domain::rules::ClockKey;
use crate::domain::terms::{Date, Name};

/// A rule of supervising and judging that a wish broke (督 评).
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[expect(
    missing_docs,
    reason = "the fields are the facts that the sentence needs"
)]
pub enum JudgingRule {
    /// Who handles a case does not rate it; the signatories who may.
    #[error("{deputy} answers for it in {unit}")]
    RatesHimself {
        deputy: Name,
        unit: Name,
        others: Vec<Name>,
    },
    /// One rating a round.
    #[error("{deputy} rated it on {on}")]
    RatedBefore { deputy: Name, on: Date },
    /// The unit has and had nothing to do with the case.
    #[error("{unit} does not hold the case")]
    NotHolder { unit: Name },
    /// Nothing was promised.
    #[error("no promise")]
    NoPromise,
    /// What became of the promise is known when it was settled, or when its day has passed.
    #[error("promised until {due}")]
    PromiseRuns { due: Date },
    /// No promise is open, or not that one.
    #[error("no open promise")]
    NoOpenPromise,
    /// Nothing that a check found waits to be mended.
    #[error("no open finding")]
    NoOpenFinding,
    /// The case is not among those of the check.
    #[error("outside the check {check}")]
    OutsideCheck { check: Name },
    /// A check finds nothing before it begins.
    #[error("the check {check} begins on {opened}")]
    BeforeCheck { check: Name, opened: Date },
    /// A sample is not larger than what it is drawn from.
    #[error("{asked} of {cases}")]
    SampleTooLarge { asked: usize, cases: usize },
    /// Only the time for the reply can be made longer; what runs now, and the article on extensions.
    #[error("nothing to extend while {state:?}")]
    OnlyReplyExtends {
        state: State,
        runs: Option<(ClockKey, Date)>,
        article: Option<String>,
    },
    /// Nobody but the office itself has to act.
    #[error("nobody to urge while {state:?}")]
    NobodyToUrge { state: State },
}
