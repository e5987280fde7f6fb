//! The cases that a word of a command means: their numbers, or conditions as a list has them
//! (`未交办`, `"单位:农业 未答复"`); the unit that a word means.
//!
//! Refuses: words that would be looked for in full text. What mentions a word is not what is meant.

use super::Spoken;
use crate::cli::failure::{Exit, Failure};
use crate::cli::wish::all_cases;
use crate::domain::book::Book;
use crate::domain::terms::{CaseId, CaseList, CaseRefError, Date, Name};
use crate::report::Outlook;
use crate::report::list::{self, Filter, FilterError, FilterWords};
use crate::words::{self, Lang};

/// Reads what was typed, on a day: numbers in their order, else cases as they were handed in.
///
/// # Errors
/// Neither numbers nor conditions; a number without a case; conditions that no case meets.
pub(in crate::cli) fn cases_meant(
    book: &Book,
    today: Date,
    lang: Lang,
    typed: &str,
) -> Result<Vec<CaseId>, Failure> {
    let Err(unread) = typed.parse::<CaseList>() else {
        return all_cases(book, lang, typed);
    };
    let outlook = Outlook::unprinted(book, today, lang);
    let cases = found(&outlook, typed, &unread)?;
    if cases.is_empty() {
        return Err(Failure::told(
            words::none_meets(lang, typed),
            Exit::NotFound,
        ));
    }
    Ok(cases)
}

/// The unit of the roster that somebody typed.
///
/// # Errors
/// There is none of that name; the nearest are told.
pub(in crate::cli) fn unit_meant(outlook: &Outlook, typed: &str) -> Result<Name, Failure> {
    let unit = outlook.book.office().unit_called(typed);
    unit.map_err(|refusal| Failure::refused(outlook.lang, &refusal, outlook.book))
}

fn found(outlook: &Outlook, typed: &str, unread: &CaseRefError) -> Result<Vec<CaseId>, Failure> {
    let unclear = || Failure::told(words::bad_case(outlook.lang, unread), Exit::Misuse);
    let said = [typed.to_owned()];
    let spoken = Spoken::read(&said, outlook.book, outlook.as_of, outlook.lang)?;
    if !spoken.texts().is_empty() || typed.trim().is_empty() {
        return Err(unclear());
    }
    // A list may show more than was meant; what is written on it is not to be guessed.
    if let Some(told) = spoken.told().first() {
        let message = words::several_fit(outlook.lang, told);
        return Err(Failure::told(message, Exit::NotFound));
    }
    let filter = Filter::read(outlook, &spoken.beside("", FilterWords::default()));
    let filter = filter.map_err(|error| match error {
        FilterError::Unclear(_) => unclear(),
        FilterError::NotFound(refusal) => Failure::refused(outlook.lang, &refusal, outlook.book),
    })?;
    Ok(list::chosen(outlook, &filter))
}
