//! What still holds words that are gone from the store: erased, or put right. Backups and other files
//! are looked at, and what cannot be looked into is named.

use std::path::PathBuf;

use super::args::Reading;
use super::desk::Desk;
use crate::journal::{Sought, traces};
use crate::report::citizens::{Remaining, remaining};
use crate::words::{self, Gone};

/// Where backups are, as they were named.
///
/// # Errors
/// One of them is not there: once the words are gone they cannot be looked for again.
pub(super) fn backups(desk: &mut Desk, named: &[String]) -> anyhow::Result<Vec<PathBuf>> {
    let mut backups = Vec::new();
    for named in named {
        let path = desk.path(named);
        if !path.exists() {
            let why = words::system(desk.lang(), &std::io::ErrorKind::NotFound.into());
            return Err(desk.misused(words::no_file(desk.lang(), named, &why)));
        }
        backups.push(path);
    }
    Ok(backups)
}

/// Looks for the words, prints where they stand, and says what is left to do.
pub(super) fn tell(
    desk: &mut Desk,
    sought: &[Sought],
    backups: &[PathBuf],
    gone: Gone,
) -> anyhow::Result<()> {
    let lang = desk.lang();
    let place = desk.store()?.place(lang)?;
    let found = traces(&place, sought, backups);
    let held = found.found.iter().map(|trace| Remaining {
        file: trace.path.display().to_string(),
        line: trace.line,
        key: trace.key,
    });
    let unseen = found.unseen.iter().map(|(path, why)| Remaining {
        file: path.display().to_string(),
        line: None,
        key: why.key(),
    });
    let rows: Vec<Remaining> = held.chain(unseen).collect();
    let counts = (found.files, found.unseen.len());
    let document = desk.look(&Reading::default(), |outlook| {
        Ok(remaining(outlook, gone, &rows, counts))
    })?;
    desk.publish(document)?;
    desk.say(&words::still_held(
        lang,
        gone,
        found.found.len(),
        found.unseen.len(),
    ))
}
