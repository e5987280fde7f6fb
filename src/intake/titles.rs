//! What the title above a ledger says of all its rows: `某镇第二十届人大第四次会议代表建议台账`.
//!
//! Refuses: to say it of a row that names a session or a level itself, and without telling.

use super::ledger::ReadRow;
use super::table::Remark;
use crate::domain::terms::{SessionKey, parse_integer};
use crate::words::LedgerColumn as Column;

/// Rows that name no session are of the one that the title names.
pub(super) fn give_session(rows: &mut [ReadRow], titles: &[String]) -> Option<Remark> {
    let key = titles.iter().find_map(|title| session(title))?;
    let mut given = false;
    for row in rows {
        let own = [Column::Term, Column::Session, Column::Level];
        let says = |column: &Column| row.cells.contains_key(column);
        if row.row.session_key().is_some() || own.iter().any(says) {
            continue;
        }
        row.cells.insert(Column::Term, key.term.to_string());
        row.cells.insert(Column::Session, key.session.to_string());
        *row = ReadRow::of(row.line, std::mem::take(&mut row.cells));
        given = true;
    }
    given.then_some(Remark::OfTheTitle(key))
}

fn session(title: &str) -> Option<SessionKey> {
    let (term, rest) = title.split_once('届')?;
    let (session, _) = rest.split_once('次')?;
    Some(SessionKey {
        term: number_at_the_end(term)?,
        session: number_at_the_end(session)?,
    })
}

fn number_at_the_end(text: &str) -> Option<u16> {
    let is_digit = |c: &char| c.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(*c);
    let digits: Vec<char> = text.chars().rev().take_while(is_digit).collect();
    let digits: String = digits.into_iter().rev().collect();
    let number = parse_integer(&digits)?;
    u16::try_from(number).ok().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_session() {
        let key = |title: &str| session(title).map(|key| (key.term, key.session));
        assert_eq!(key("某镇第二十届人大第四次会议代表建议台账"), Some((20, 4)));
        assert_eq!(key("20届5次会议建议"), Some((20, 5)));
        assert_eq!(key("2026年代表建议办理情况一览表"), None);
        assert_eq!(key("本届人大历次会议建议"), None);
    }
}
