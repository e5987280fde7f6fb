//! Which cases there are, by filters: one row a case.

use super::cell::{Cell, Tone};
use super::document::Document;
use super::mentioned::mentions;
use super::next_due::shown_clock;
use super::outlook::Outlook;
use super::scope::{Unclear, categories, known_category, nearest_first};
use super::sheet::{Column, Sheet};
use super::show::uncovered;
use super::tally::{in_work, waits};
use crate::domain::book::{Case, State};
use crate::domain::deadline;
use crate::domain::event::Kind;
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::rules::{ClockKey, Colour, Grade};
use crate::domain::terms::{CaseId, Date, Level, Name};
use crate::words::{self, Label, Lang, Listed, Word};

/// The filters as they were typed.
#[derive(Debug, Clone, Copy, Default)]
#[expect(missing_docs, reason = "each is the option of that name")]
pub struct FilterWords<'a> {
    pub text: Option<&'a str>,
    /// Those that are named by their numbers; all where none is.
    pub cases: &'a [CaseId],
    pub state: Option<&'a str>,
    pub unit: Option<&'a str>,
    pub deputy: Option<&'a str>,
    pub category: Option<&'a str>,
    pub class: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub level: Option<&'a str>,
    pub colour: Option<&'a str>,
    /// The first and the last day on which the reply may be due.
    pub due: Option<(Date, Date)>,
    pub overdue: bool,
    pub due_within: Option<i64>,
    pub key: bool,
}

/// Why a filter cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    /// A word that the filter does not take.
    #[error(transparent)]
    Unclear(#[from] Unclear),
    /// A name that is not on record.
    #[error(transparent)]
    NotFound(#[from] Refusal),
}

/// Which cases to list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    text: Vec<String>,
    cases: Vec<CaseId>,
    state: Option<State>,
    unit: Option<Name>,
    deputy: Option<Name>,
    category: Option<Name>,
    class: Option<Name>,
    kind: Option<Kind>,
    level: Option<Level>,
    colour: Option<Colour>,
    due: Option<(Date, Date)>,
    overdue: bool,
    due_within: Option<i64>,
    key: bool,
}

impl Filter {
    /// Reads the filters, in the office's words or in the codes of the journal. Names must be on
    /// the roster; a class may be named by its code or by what it means.
    ///
    /// # Errors
    /// An unknown unit, deputy, category or class with the nearest names; a state, kind or level
    /// that there is not.
    pub fn read(outlook: &Outlook, typed: &FilterWords) -> Result<Self, FilterError> {
        fn read<T: Listed + Word>(
            lang: Lang,
            (field, typed): (&str, Option<&str>),
            parse: impl Fn(&str) -> Option<T>,
        ) -> Result<Option<T>, Unclear> {
            let unclear = |typed: &str| Unclear::new(field, typed, words::choices::<T>(lang));
            let parsed = |typed: &str| parse(typed).ok_or_else(|| unclear(typed));
            typed.map(parsed).transpose()
        }
        let (office, lang) = (outlook.book.office(), outlook.lang);
        let units = |typed: &str| office.units_near(typed);
        let deputies = |typed: &str| office.deputies_near(typed);
        Ok(Self {
            text: (typed.text.unwrap_or_default().split_whitespace())
                .map(str::to_lowercase)
                .collect(),
            cases: typed.cases.to_vec(),
            state: read(lang, ("--state", typed.state), words::parse_state)?,
            unit: on_roster(Thing::Unit, typed.unit, |n| office.unit(n).is_some(), units)?,
            deputy: on_roster(
                Thing::Deputy,
                typed.deputy,
                |n| office.deputy(n).is_some(),
                deputies,
            )?,
            category: category(outlook, typed.category)?,
            class: class(outlook, typed.class)?,
            kind: read(lang, ("--kind", typed.kind), words::parse_kind)?,
            level: read(lang, ("--level", typed.level), words::parse_level)?,
            colour: read(lang, ("--colour", typed.colour), words::parse_colour)?,
            due: typed.due,
            overdue: typed.overdue,
            due_within: typed.due_within,
            key: typed.key,
        })
    }

    /// Whether no case is meant of which nothing is left to do.
    fn is_of_running(&self) -> bool {
        use State::{Closed, Letter, Refused, Withdrawn};
        let over = |state| matches!(state, Closed | Refused | Letter | Withdrawn);
        self.state.is_some_and(|state| !over(state))
    }

    /// Whether only cases are meant that wait for their reply.
    fn is_of_waiting(&self) -> bool {
        self.overdue || self.due_within.is_some() || self.due.is_some()
    }

    fn takes(&self, outlook: &Outlook, case: &Case) -> bool {
        let signed = |name: &Name| case.signatories().any(|signed| signed == name);
        let holds = |name: &Name| {
            case.assignment()
                .is_some_and(|a| a.to.units().any(|u| u == name))
        };
        self.state
            .is_none_or(|state| state == outlook.book.state(case))
            && self.unit.as_ref().is_none_or(holds)
            && self.deputy.as_ref().is_none_or(signed)
            && self.category.as_ref().is_none_or(|c| *c == case.category)
            && self.class.as_ref().is_none_or(|c| case.class() == Some(c))
            && self.kind.is_none_or(|kind| kind == case.kind)
            && self.level.is_none_or(|level| level == case.level)
            && (!self.key || case.key_supervised.is_some())
            && (self.cases.is_empty() || self.cases.contains(&case.id))
            && self.text.iter().all(|text| mentions(outlook, case, text))
            && (self.colour.is_none() || in_work(outlook, case) == self.colour)
            && self.takes_clock(outlook, case)
    }

    fn takes_clock(&self, outlook: &Outlook, case: &Case) -> bool {
        if !self.overdue && self.due_within.is_none() && self.due.is_none() {
            return true;
        }
        let clock = deadline::reply_clock(outlook.book, case, outlook.as_of);
        let Some(clock) = clock.filter(|_| waits(case)) else {
            return false;
        };
        let left = clock.days_left(outlook.as_of);
        (!self.overdue || left < 0)
            && self
                .due_within
                .is_none_or(|days| (0..=days).contains(&left))
            && self
                .due
                .is_none_or(|(from, to)| (from..=to).contains(&clock.due()))
    }
}

fn on_roster(
    thing: Thing,
    typed: Option<&str>,
    known: impl Fn(&Name) -> bool,
    near: impl Fn(&str) -> Vec<String>,
) -> Result<Option<Name>, Refusal> {
    let Some(typed) = typed else {
        return Ok(None);
    };
    match Name::new(typed).ok().filter(known) {
        Some(name) => Ok(Some(name)),
        None => Err(Refusal::NotFound {
            thing,
            word: typed.to_owned(),
            near: near(typed),
        }),
    }
}

fn category(outlook: &Outlook, typed: Option<&str>) -> Result<Option<Name>, Refusal> {
    let Some(typed) = typed else {
        return Ok(None);
    };
    let known = known_category(outlook, typed);
    known.map(Some).ok_or_else(|| {
        let names = categories(outlook);
        let names: Vec<&str> = names.iter().map(Name::as_str).collect();
        Refusal::NotFound {
            thing: Thing::Category,
            word: typed.to_owned(),
            near: nearest_first(typed, &names),
        }
    })
}

/// `A`, `a`, `A类`, `已解决或采纳`: a class of the rule set, or one that a reply has.
fn class(outlook: &Outlook, typed: Option<&str>) -> Result<Option<Name>, Refusal> {
    let Some(typed) = typed else {
        return Ok(None);
    };
    let code = typed.strip_suffix('类').unwrap_or(typed);
    let rules = outlook.rules().map(|r| r.classes.as_slice());
    let classes = rules.unwrap_or_default();
    let replies = outlook.book.cases().flat_map(|case| &case.replies);
    let known = classes.iter().map(|c| &c.code);
    let mut codes = known.chain(replies.map(|reply| &reply.class));
    let meant = classes.iter().find(|c| c.label.as_str() == typed);
    let found = codes.find(|c| c.as_str().eq_ignore_ascii_case(code));
    let found = found.or(meant.map(|c| &c.code)).cloned();
    found.map(Some).ok_or_else(|| {
        let told = classes.iter().map(|c| format!("{} {}", c.code, c.label));
        Refusal::NotFound {
            thing: Thing::Class,
            word: typed.to_owned(),
            near: told.collect(),
        }
    })
}

/// The list.
pub fn list(outlook: &Outlook, filter: &Filter) -> Document {
    let taken = |case: &&Case| filter.takes(outlook, case);
    let mut cases: Vec<&Case> = match (filter.is_of_waiting(), filter.is_of_running()) {
        (true, _) => outlook.book.waiting().filter(taken).collect(),
        (false, true) => outlook.book.running().filter(taken).collect(),
        (false, false) => outlook.book.cases().filter(taken).collect(),
    };
    cases.sort_by_key(|case| (case.level, case.number, case.id));
    let foot = words::foot_count(outlook.lang, cases.len());
    let sheet = sheet_of(outlook, cases.into_iter());
    let title = Label::Cases.word(outlook.lang);
    Document::of_rows("list", title, outlook.basis(), vec![sheet]).with_foot(vec![foot])
}

/// The columns that every list has.
pub fn columns(lang: Lang) -> Vec<Column> {
    vec![
        Column::text("number", Label::Number.word(lang)),
        Column::text("title", Label::Title.word(lang)),
        Column::text("deputy", Label::Deputy.word(lang)),
        Column::text("category", Label::Category.word(lang)),
        Column::text("unit", Label::Unit.word(lang)),
        Column::text("state", Label::State.word(lang)),
        Column::date("assigned", Label::Assigned.word(lang)),
        Column::date("due", Label::Due.word(lang)),
        Column::number("days_left", Label::Left.word(lang)),
        Column::text("colour", Label::Warning.word(lang)),
        Column::date("replied", Label::Replied.word(lang)),
        Column::text("class", Label::Class.word(lang)),
        Column::text("rating", Label::Rating.word(lang)),
    ]
}

/// Cases as rows of the columns that every list has.
pub(super) fn sheet_of<'a>(outlook: &Outlook, cases: impl Iterator<Item = &'a Case>) -> Sheet {
    let lang = outlook.lang;
    let mut sheet = Sheet::new("cases", Label::Cases.word(lang), columns(lang));
    let mut running = Vec::new();
    for case in cases {
        let clock = shown_clock(outlook.book, case, outlook.as_of);
        sheet.push(row(outlook, case, clock.as_ref()));
        running.extend(clock.filter(|_| waits(case)));
    }
    sheet.notes = uncovered(lang, running.iter());
    sheet
}

fn row(outlook: &Outlook, case: &Case, clock: Option<&deadline::Clock>) -> Vec<Cell> {
    let lang = outlook.lang;
    let running = clock.filter(|clock| waits(case) || clock.key == ClockKey::Promise);
    let units: Vec<String> = match case.assignment() {
        Some(a) => a.to.repliers().map(Name::to_string).collect(),
        None => Vec::new(),
    };
    let speaker = case.proposer();
    let signed = speaker.map(|name| match (case.co_signers.len(), lang) {
        (0, _) => Cell::word(name.to_string(), name.to_string()),
        (more, Lang::Zh) => Cell::word(name.to_string(), format!("{name}等{}人", more + 1)),
        (more, Lang::En) => Cell::word(name.to_string(), format!("{name} +{more}")),
    });
    vec![
        number(outlook, case),
        case.title.as_str().into(),
        signed.into(),
        case.category.as_str().into(),
        Cell::list(units),
        Cell::word(
            state_key(outlook.book.state(case)),
            outlook.book.state(case).word(lang),
        ),
        case.assignment().map(|a| a.on).into(),
        clock.map(deadline::Clock::due).into(),
        running.map_or(Cell::Empty, |clock| left(outlook, clock)),
        colour(outlook, case),
        case.replied().into(),
        case.class().map(Name::to_string).into(),
        rating(outlook, case),
    ]
}

/// The official number: printed for people, `2024-17` for scripts.
pub(super) fn number(outlook: &Outlook, case: &Case) -> Cell {
    let plain = words::plain_label(outlook.book, case.id);
    Cell::word(plain, words::case_label(outlook.book, case.id))
}

fn left(outlook: &Outlook, clock: &deadline::Clock) -> Cell {
    let days = clock.days_left(outlook.as_of);
    Cell::Amount {
        value: days,
        label: words::days_left(outlook.lang, days),
        tone: tone(clock.colour(outlook.as_of)),
    }
}

/// How a colour is told where there are no colours but tones.
pub(super) fn tone(colour: Colour) -> Tone {
    match colour {
        Colour::Green => Tone::Plain,
        Colour::Yellow => Tone::Warning,
        Colour::Red => Tone::Bad,
    }
}

/// What scripts call a colour.
pub(super) fn colour_key(colour: Colour) -> &'static str {
    match colour {
        Colour::Green => "green",
        Colour::Yellow => "yellow",
        Colour::Red => "red",
    }
}

/// The colour of a case that is still in work.
fn colour(outlook: &Outlook, case: &Case) -> Cell {
    match in_work(outlook, case) {
        Some(colour) => Cell::toned(colour_key(colour), colour.word(outlook.lang), tone(colour)),
        None => Cell::Empty,
    }
}

fn rating(outlook: &Outlook, case: &Case) -> Cell {
    let Some((rating, word)) = case.rating().and_then(|r| Some((r, r.headline()?))) else {
        return Cell::Empty;
    };
    let tone = match outlook.book.grade(rating) {
        Some(Grade::Dissatisfied) => Tone::Bad,
        Some(Grade::Satisfied | Grade::Mostly | Grade::Unknown) | None => Tone::Plain,
    };
    Cell::toned(word.to_string(), word.to_string(), tone)
}

/// What scripts call a state.
pub(super) fn state_key(state: State) -> &'static str {
    match state {
        State::Submitted => "submitted",
        State::ForAmendment => "for_amendment",
        State::Accepted => "accepted",
        State::PreAssigned => "pre_assigned",
        State::Assigned => "assigned",
        State::Signed => "signed",
        State::Returned => "returned",
        State::InProgress => "in_progress",
        State::Replied => "replied",
        State::Rated => "rated",
        State::Rehandling => "rehandling",
        State::Adjudicating => "adjudicating",
        State::Reworking => "reworking",
        State::Closed => "closed",
        State::Tracking => "tracking",
        State::Refused => "refused",
        State::Letter => "letter",
        State::Withdrawn => "withdrawn",
    }
}
