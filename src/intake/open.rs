//! Bytes of a file, CSV or workbook → its table, and where our columns stand in it.

use super::header::{Header, TableColumn};
use super::ledger::FileError;
use super::mapping::Mapping;
use super::naming;
use super::table::{Table, TableError};
use super::workbook::{self, WorkbookError};

pub(super) fn open<C: TableColumn>(
    bytes: &[u8],
    mapping: &Mapping,
) -> Result<(Table, Header<C>), FileError> {
    let table = match (workbook::is_one(bytes), &mapping.sheet) {
        (true, sheet) => {
            let meaning = |text: &str| naming::meaning::<C>(text, mapping);
            workbook::read(bytes, sheet.as_deref(), &meaning)?
        }
        (false, Some(_)) => return Err(TableError::from(WorkbookError::NoSheets).into()),
        (false, None) => {
            let meaning = |text: &str| naming::meaning::<C>(text, mapping);
            Table::read_below_titles(bytes, &meaning)?
        }
    };
    let header = Header::read(&table, mapping)?;
    Ok((table, header))
}
