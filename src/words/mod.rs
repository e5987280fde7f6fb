//! What a person reads, in both languages, Chinese first.
//!
//! Every word stands here twice, as a [`Pair`]; a match without a wildcard gives each value of the
//! domain its words, so that a missing translation does not compile. Pure, and uses the domain
//! only: it knows no journal, no terminal, no file.

pub mod annual;
mod asking;
mod bad_rules;
mod ballot;
mod cases;
mod change;
mod clash;
mod codes;
mod conditions;
mod dates;
mod dossier;
mod doubt;
mod facts;
mod fields;
mod foot;
mod handing_over;
mod inputs;
mod judged;
mod judging;
mod label;
mod ledger_column;
mod letter_lack;
mod letter_rules;
mod link;
mod looked_over;
mod meeting;
pub mod monthly;
mod moved;
mod need;
mod page;
mod parse;
mod people;
mod project;
mod published;
mod refusal;
mod rule;
mod rules;
mod saving;
mod session;
mod standing;
mod standing_label;
mod storage;
mod system;
mod today;
mod topics;
mod values;
mod work;
mod work_change;
mod work_label;
mod work_values;
mod yearly;

use std::str::FromStr;

/// Written where something must have a reason and a ledger has no column for one; no letter says it.
pub const NOT_STATED: &str = "台账未载";

pub use asking::{
    Work, case_prompt, colon, editor_failed, first_part, last_look, line_cut, long_prompt,
    may_skip, mend, narrow_prompt, no_hit, none_written, one_prompt, record_it, rule_set_prompt,
    same_line, set_by_law, several_prompt, to_be_numbered, which_answer, yes_no,
};
pub use bad_rules::{bad_calendar, bad_rules, no_rule_set};
pub use cases::{
    are_of_several_sessions, case_label, case_label_of, case_labels, case_spans,
    case_spans_at_most, case_titled, cases_found, entry_meant, facts_of_entry, none_meets,
    plain_label, plain_label_of, titled, which_fact,
};
pub use change::{NextDue, changed, changed_cases, dry_run, due_line, look_alikes};
pub use clash::{clash, step_command};
pub use codes::{code, codes_named, plain_value};
pub use conditions::{
    is_condition, no_such_condition, nothing_mentions, several_fit, two_of_a_kind,
};
pub use dates::{
    date, days_left, limit, met, met_late, month, month_alone, resolved, respondents, session,
    sessions, short_date, weekday, window, year_without_table,
};
pub use dossier::{
    dossier_altered, dossier_case, dossier_columns, dossier_contents, dossier_cover,
    dossier_evidence, dossier_letters, dossier_makes_zip, dossier_masked, dossier_record,
    dossier_record_title, dossier_saved, dossier_title,
};
pub use doubt::{doubt, same_name};
pub use facts::{fact, fact_name, parse_fact};
pub use fields::{field, field_keys, fields_named};
pub use foot::{
    alike_from, basis_sheet, cut_cells, cut_mark, empty_sheets, foot, foot_count,
    movement_identity, page_of,
};
pub use inputs::{
    bad_case, bad_choice, bad_date, bad_month, bad_text, bad_word, beyond_head, cancelled,
    column_mapped_twice, entries_have_no_day, file_exists, missing, no_file, no_ledger_column,
    no_such_ending, no_such_figure, no_such_page, no_text_in, not_for_a_screen, nothing,
    read_by_this_command, recorded_all_the_same, unexpected,
};
pub use judged::to_be_judged;
pub use label::Label;
pub use ledger_column::LedgerColumn;
pub use letter_lack::{
    LetterLack, letters_lack, letters_saved, letters_stopped, needs_a_folder, no_letter,
    numbered_on, one_number_of_units, reminded_early, tables_as_lines, template_leaves_out,
    template_makes_docx, written_by_others,
};
pub use letter_rules::letter_switches;
pub use link::{bad_link, card_without_code};
pub use looked_over::{
    altered_evidence, backed_up, backup_in_the_store, clock_went_back, closed_evidence, disproven,
    evidence_put_back, findings, gone_back, incomplete, ledger_on_paper, ledger_title, left_behind,
    lies_beside, lost_evidence, lost_lines, missing_entries, more_problems, not_backed_up,
    particulars_kept, proven, repaired, restored, still_read, torn_kept, unknown_evidence, unsound,
    up_to_line, verified, verified_whole,
};
pub use moved::{MovedDue, MovedFigure, moved_dues, moved_figures};
pub use page::PageLabel;
pub use parse::{
    parse_check_kind, parse_colour, parse_ending, parse_inspect_mode, parse_kind, parse_level,
    parse_means, parse_mode, parse_period, parse_publication, parse_remind_mode, parse_stage,
    parse_state, parse_trait, parse_yes,
};
pub use people::{
    Gone, erased_count, holds_numbers, open_to_others, private_fault, private_key, private_unknown,
    searched, still_held,
};
pub use project::{recounted, too_few_answered};
pub use published::{PublicLabel, block, kept_back, left_out, not_beside, public_title};
pub use refusal::refusal;
pub use rules::{
    absent, agreed_note, extended_note, not_set, rule_group, rule_place, unverified, without_clock,
};
pub use saving::{part_of_a_store, saved, saved_with, unsaved};
pub use standing::{no_point_table, no_score_table};
pub use standing_label::StandingLabel;
pub use storage::{Trouble, interrupted, storage};
pub use system::{larger_than, system, unprinted};
pub use today::{
    Waiting, all_red, closed_with_colour, empty_columns, how_to_begin, likely_next, more_rows,
    narrow_screen, not_replied, numbers_are_masked, of_another_level, open_parts, same_in_each,
    today_title, without_colour,
};
pub use topics::Topic;
pub use values::{Listed, Word, choices};
pub use work::held_of;
pub use work_change::{changed_work, subject_label};
pub use work_label::WorkLabel;
pub use work_values::{
    ACTIVITY_KINDS, ASSEMBLIES, CHANNELS, DECISIONS, MEETING_KINDS, STATION_KINDS, TRACKS,
    parse_activity_kind, parse_assembly, parse_channel, parse_decision, parse_majority,
    parse_meeting_kind, parse_station_kind, parse_track,
};
pub use yearly::{beside, quarter, voters, year, years_running};

/// The reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// Chinese where a locale says so, else English.
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("zh") {
            Self::Zh
        } else {
            Self::En
        }
    }
}

impl FromStr for Lang {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.to_ascii_lowercase().as_str() {
            "zh" | "zh_cn" | "zh-cn" | "中文" => Ok(Self::Zh),
            "en" | "en_us" | "en-us" | "english" | "英文" => Ok(Self::En),
            _ => Err(()),
        }
    }
}

/// The same words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// 中文
    pub zh: &'static str,
    /// English
    pub en: &'static str,
}

impl Pair {
    /// The words in one language.
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// What went wrong, why, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Message {
    /// What happened.
    pub what: String,
    /// The rule or the cause.
    pub why: Option<String>,
    /// What to do next; never a command that destroys something.
    pub hints: Vec<String>,
}

impl Message {
    /// A message of one sentence.
    pub fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            ..Self::default()
        }
    }

    /// The same with its cause.
    #[must_use]
    pub fn because(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }

    /// The same with the names that are near to what was meant, if any are.
    #[must_use]
    pub fn near(self, lang: Lang, near: &[String]) -> Self {
        if near.is_empty() {
            return self;
        }
        let near = list(lang, near);
        self.hint(say(
            lang,
            format!("相近的: {near}"),
            format!("near: {near}"),
        ))
    }

    /// The same with a way out.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

/// Both languages of a help text in one string, for places that know no language yet.
///
/// ```
/// use jianyi::words::{Lang, pick};
/// let help = jianyi::both!("标题", "Title");
/// assert_eq!((pick(help, Lang::Zh), pick(help, Lang::En)), ("标题", "Title"));
/// ```
#[macro_export]
macro_rules! both {
    ($zh:literal, $en:literal) => {
        concat!($zh, "\u{e000}", $en)
    };
}

/// One language of a text made by [`both!`](crate::both); a text that is none stays whole.
pub fn pick(text: &str, lang: Lang) -> &str {
    match (text.split_once('\u{e000}'), lang) {
        (Some((zh, _)), Lang::Zh) => zh,
        (Some((_, en)), Lang::En) => en,
        (None, _) => text,
    }
}

/// A word, and why: `红（还没有面商）`.
pub fn with_reason(lang: Lang, word: &str, reason: Option<&str>) -> String {
    match (lang, reason) {
        (_, None) => word.to_owned(),
        (Lang::Zh, Some(reason)) => format!("{word}（{reason}）"),
        (Lang::En, Some(reason)) => format!("{word} ({reason})"),
    }
}

/// A sentence in one language.
pub fn say(lang: Lang, zh: impl Into<String>, en: impl Into<String>) -> String {
    match lang {
        Lang::Zh => zh.into(),
        Lang::En => en.into(),
    }
}

/// Words of a list: 、 in Chinese, commas in English; semicolons where a word has such a sign itself.
pub fn list<T: AsRef<str>>(lang: Lang, items: &[T]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    let (sign, stronger) = match lang {
        Lang::Zh => ("、", "；"),
        Lang::En => (", ", "; "),
    };
    let ambiguous = items.len() > 1 && items.iter().any(|item| item.contains(['、', ',', '，']));
    items.join(if ambiguous { stronger } else { sign })
}
