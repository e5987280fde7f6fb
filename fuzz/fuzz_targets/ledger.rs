//! Any bytes as a ledger: read and planned without a panic; what is planned can have happened.
#![no_main]

use jianyi::domain::book::Book;
use jianyi::domain::terms::{Date, Name};
use jianyi::intake::{LedgerFile, Mapping, Options, plan};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(file) = LedgerFile::read(bytes, &Mapping::default()) else {
        return;
    };
    for lenient in [false, true] {
        let options = Options {
            today: "2024-12-31".parse::<Date>().expect("a date"),
            by: Name::new("王敏").expect("a name"),
            lenient,
        };
        plan(&file, &Book::default(), &options, &|_, _| ());
    }
});
