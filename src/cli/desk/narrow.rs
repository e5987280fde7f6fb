//! Choosing at the terminal: few choices are looked over at once, many are narrowed first by a line
//! of Chinese, pinyin or initials. It keeps no answer and knows no option.

use super::Desk;
use crate::cli::choices::Choice;
use crate::cli::pinyin::narrowed;
use crate::cli::prompt::NoAnswer;
use crate::domain::terms::nearest;
use crate::words::{self, pick};

/// So many choices can be looked over at once; more are narrowed first.
const FEW: usize = 9;

/// How many answers are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    One,
    /// At least one.
    Some,
    /// None is an answer.
    Any,
}

impl Desk<'_, '_> {
    /// The values that are picked among choices, narrowed by a line where there are many.
    pub(super) fn narrow(
        &mut self,
        label: &str,
        choices: &[Choice],
        want: Want,
    ) -> anyhow::Result<Vec<String>> {
        let all: Vec<&Choice> = choices.iter().collect();
        if all.len() <= FEW {
            return self.pick(label, &all, want);
        }
        let shown = pick(label, self.lang);
        let prompt = words::narrow_prompt(self.lang, shown, all.len(), want == Want::Any);
        loop {
            let line = self.line(&prompt)?;
            if line.is_empty() && want == Want::Any {
                return Ok(Vec::new());
            }
            if let Some(named) = all_named(choices, &line, want) {
                return Ok(named);
            }
            let hits = narrowed(choices, |c| c.shown.as_str(), &line);
            match hits.as_slice() {
                [] => {
                    let near = nearest(&line, choices.iter().map(|c| c.value.as_str()));
                    self.say(&words::no_hit(self.lang, &line, &near))?;
                }
                [one] => {
                    self.say(&format!("  → {}", one.shown))?;
                    return Ok(vec![one.value.clone()]);
                }
                hits => {
                    let picked = self.pick(label, hits, want)?;
                    if !picked.is_empty() {
                        return Ok(picked);
                    }
                }
            }
        }
    }

    /// The values of those that are picked on the screen.
    pub(super) fn pick(
        &mut self,
        label: &str,
        hits: &[&Choice],
        want: Want,
    ) -> anyhow::Result<Vec<String>> {
        let shown: Vec<String> = hits.iter().map(|hit| hit.shown.clone()).collect();
        let label = pick(label, self.lang);
        let places = match (want, hits.len()) {
            (Want::One, _) => vec![self.choose(label, &shown)?],
            (Want::Some, 1) => vec![0],
            (Want::Some | Want::Any, _) => {
                let prompt = words::several_prompt(self.lang, label);
                let picked = self.world.person.several(&prompt, &shown);
                self.answered(picked)?
            }
        };
        let value = |place: &usize| hits.get(*place).map(|hit| hit.value.clone());
        Ok(places.iter().filter_map(value).collect())
    }

    /// The place of one of several words; none is proposed.
    pub(in crate::cli) fn choose(
        &mut self,
        label: &str,
        shown: &[String],
    ) -> anyhow::Result<usize> {
        let prompt = words::one_prompt(self.lang, label);
        let picked = self.world.person.one(&prompt, shown);
        self.answered(picked)
    }

    /// The same of what can be done next: the first is what is done by most.
    pub(super) fn choose_next(&mut self, label: &str, shown: &[String]) -> anyhow::Result<usize> {
        let picked = self.world.person.proposed(label, shown);
        self.answered(picked)
    }

    /// A line of text, empty or not.
    pub(super) fn line(&mut self, prompt: &str) -> anyhow::Result<String> {
        loop {
            self.world.stderr.flush()?;
            match self.world.person.line(prompt) {
                Err(NoAnswer::Cut(bytes)) => self.say(&words::line_cut(self.lang, bytes))?,
                answer => return self.answered(answer),
            }
        }
    }
}

/// The choices that a line names: one whole, or several split by 、 or commas, each of which finds
/// just one.
fn all_named(choices: &[Choice], line: &str, want: Want) -> Option<Vec<String>> {
    let split = |c: char| want != Want::One && "、,，".contains(c);
    let pieces = line.split(split).map(str::trim).filter(|p| !p.is_empty());
    let pieces: Vec<&str> = pieces.collect();
    let named = |piece: &&str| {
        if let Some(whole) = choices.iter().find(|choice| choice.value == **piece) {
            return Some(vec![whole.value.clone()]);
        }
        if want != Want::One
            && let Some(between) = between(choices, piece)
        {
            return Some(between);
        }
        match narrowed(choices, |c| c.shown.as_str(), piece).as_slice() {
            [one] if pieces.len() > 1 => Some(vec![one.value.clone()]),
            _ => None,
        }
    };
    let named: Option<Vec<Vec<String>>> = pieces.iter().map(named).collect();
    named
        .map(|named| named.concat())
        .filter(|named| !named.is_empty())
}

/// Those that are counted from the one to the other: `1-4`.
fn between(choices: &[Choice], piece: &str) -> Option<Vec<String>> {
    let (first, last) = piece.split_once('-')?;
    let (first, last): (u32, u32) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    let counted = choices.iter().filter(|choice| {
        let number = choice.value.parse::<u32>();
        number.is_ok_and(|number| (first..=last).contains(&number))
    });
    let mut counted: Vec<String> = counted.map(|choice| choice.value.clone()).collect();
    counted.sort_by_key(|value| value.parse().unwrap_or(u32::MAX));
    (!counted.is_empty()).then_some(counted)
}
