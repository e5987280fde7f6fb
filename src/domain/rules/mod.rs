//! Rule sets as data: clocks, classes, scales, gates, colours, percent style, categories, numbers.
//!
//! Every value that differs between places stands in a document and names the text and article it
//! comes from, or says that nobody has seen it. A value that a text does not set is absent; no
//! number is invented. The sets in the binary are offers: what an office adopts is journalled,
//! resolved, and never replaced unasked. This room judges no wish; it only says what the rules are.

mod assessment;
mod calendar;
mod card;
mod check;
mod clock;
mod colours;
mod document;
mod due;
mod error;
mod fresh;
mod keys;
mod layers;
mod letters;
mod number_template;
mod percent;
mod performance;
mod repeats;
mod shipped;
mod values;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use assessment::{
    Asked, ItemGrade, NamedFor, OverallGrade, ScoreItem, ScoreTable, ShareNeed, Worth,
};
pub use calendar::{Calendar, DayKind, SpecialDay, YearTable};
pub use card::CardRules;
pub use clock::{ClockKey, ClockRule, Extra, Limit, Start};
pub use colours::{Colour, Colours, RedRule, Sign, SignRule, SignRules, YellowRule};
pub use document::resolve;
pub use due::{Due, Skipped, due, workdays_between};
pub use error::{CalendarError, Conflict, RulesError};
pub use fresh::new_document;
pub use keys::GROUPS;
pub use letters::{
    Address, ClassMark, Ending, LetterRules, Opening, PublicMark, SessionName, SignerPlace,
};
pub use number_template::NumberTemplate;
pub use percent::{PercentStyle, Rounding};
pub use performance::{Deed, Place, PointGrade, PointItem, PointTable, ShownEach, YearsRunning};
pub use repeats::RepeatRules;
pub use shipped::{DEFAULT_SET, shipped, shipped_set, shipped_year, shipped_years};
pub use values::{
    ActivityRules, ClassRule, CloseNeed, Closure, ConsultationGate, Gates, Grade, HandOverNeed,
    NumberGiven, Numbering, ProjectRules, Rates, RatingsOver, Recipients, ReviewReason, ReviewStep,
    Satisfaction, SessionRules, Source, Withdrawal,
};

use crate::domain::terms::{Date, Name, half_width};

/// A resolved rule set: what an office adopts and the journal keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// Its name for scripts (`chongqing-2017`).
    pub name: Name,
    /// Its name for people (重庆市).
    pub label: Name,
    /// The day the text came into force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_from: Option<Date>,
    /// The text that most values come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The clocks; one that is absent is not set by the text (本办法未规定).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub clocks: BTreeMap<ClockKey, ClockRule>,
    /// Result classes (办理结果分类), best first.
    pub classes: Vec<ClassRule>,
    /// The scale of satisfaction.
    pub satisfaction: Satisfaction,
    /// What must be there before a step.
    #[serde(default)]
    pub gates: Gates,
    /// What the rates mean.
    #[serde(default)]
    pub rates: Rates,
    /// How a share is printed.
    pub percent: PercentStyle,
    /// When a running clock turns yellow and red.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colours: Option<Colours>,
    /// The subjects (类别); empty where any is accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Name>,
    /// How and when cases are numbered.
    pub number: Numbering,
    /// Who gets the reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<Recipients>,
    /// Until when a suggestion may be withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdraw: Option<Withdrawal>,
    /// Why a suggestion is not accepted (不予受理情形).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub review_reasons: Vec<ReviewReason>,
    /// How long sessions of the congress last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sessions: Option<SessionRules>,
    /// What deputies' activities are measured by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activities: Option<ActivityRules>,
    /// How livelihood projects are chosen and coloured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<ProjectRules>,
    /// How letters and notices are written; each choice the office's default where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letters: Option<LetterRules>,
    /// What stands on the cards of deputies (公示卡).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<CardRules>,
    /// When a matter counts as raised again (反复提出).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<RepeatRules>,
    /// How units are scored (考核).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<ScoreTable>,
    /// How deputies' work is counted (履职积分).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performance: Option<PointTable>,
    /// Where the values above come from that are no clocks, by their groups (`gates`), or one by one
    /// (`gates.key_needs`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<String, Source>,
}

impl RuleSet {
    /// A clock; none where the text sets none.
    pub fn clock(&self, key: ClockKey) -> Option<&ClockRule> {
        self.clocks.get(&key)
    }

    /// A result class by its code.
    pub fn class(&self, code: &str) -> Option<&ClassRule> {
        self.classes
            .iter()
            .find(|class| class.code.as_str() == code)
    }

    /// The same by how people write it: its code (`Ａ`, `a`, `A类`), its label, a piece of the label or
    /// another word for it that no other class has (`已解决` of `已解决或采纳`).
    pub fn class_called(&self, word: &str) -> Option<&ClassRule> {
        let plain = half_width(word.trim());
        let code = plain.trim_end_matches('类').to_uppercase();
        // `已解决或基本解决` is the class of `已解决或采纳`.
        let pieces: Vec<&str> = plain.split('或').collect();
        let is_said = |class: &&ClassRule| {
            let label = class.label.as_str();
            let mut words = label.split('或').chain(class.also.iter().map(Name::as_str));
            label == plain || words.any(|word| pieces.contains(&word))
        };
        let mut by_label = self.classes.iter().filter(is_said);
        let by_label = by_label.next().filter(|_| by_label.next().is_none());
        self.class(&code).or(by_label)
    }

    /// Text and article behind a value (`gates.key_needs`), else behind its group; none where it is
    /// the office's own default or unverified.
    pub fn article_of(&self, place: &str) -> Option<String> {
        let source = self.source_of(place);
        source.and_then(Source::article).map(str::to_owned)
    }

    /// Where a value comes from, else its group.
    pub fn source_of(&self, place: &str) -> Option<&Source> {
        let group = place.split('.').next().unwrap_or_default();
        self.sources.get(place).or_else(|| self.sources.get(group))
    }

    /// The colour of a running clock on a day: red near or past its end, yellow after a share of
    /// its time. Green where the set knows no colours, and once the clock was met.
    pub fn colour(&self, start: Date, due: Date, today: Date, met: bool) -> Colour {
        let Some(colours) = self.colours.as_ref().filter(|_| !met) else {
            return Colour::Green;
        };
        colours.of_clock(start, due, today)
    }
}
