//! One test binary. Whole command lines in process; few real processes.

#![expect(clippy::disallowed_methods, reason = "tests forge files")]
#![expect(
    clippy::expect_used,
    reason = "a test stops where its ground gives way"
)]

mod activities;
mod annual;
mod assessing;
mod backups;
mod bad_files;
mod bad_input;
mod bad_store;
mod ballots;
mod before;
mod by_the_day;
mod cards;
mod checkpoints;
mod citizens;
mod consent;
mod corrections;
mod dossier;
mod doubtful;
mod due_work;
mod erasing;
mod evidence;
mod examples;
mod exchange;
mod figures;
mod first_month;
mod foreign_tables;
mod forgiving;
mod gb9704;
mod gb9704_papers;
mod groups;
mod guests;
mod guided;
mod guided_ahead;
mod guided_people;
mod handed_on;
mod handling;
mod house;
mod import_findings;
mod invitations;
mod judged_again;
mod judging;
mod laws;
mod ledger;
mod letters;
mod letters_again;
mod lines;
mod long_journal;
mod matrix;
mod meant;
mod meetings;
mod merging;
mod office;
mod opinion_links;
mod opinions;
mod outside;
mod particulars;
mod people_steps;
mod performing;
mod pictures;
#[cfg(unix)]
mod pipes;
mod planting;
#[cfg(unix)]
mod processes;
mod projects;
mod publishing;
mod raising;
mod readers;
mod recounting;
mod repairs;
mod reports;
mod roster;
mod roster_corrections;
mod safety;
mod screens;
mod scripts;
mod seats;
mod secret_votes;
mod shells;
mod similar;
mod small_year;
mod speech;
mod standing;
mod steps;
mod supervising;
#[cfg(unix)]
mod terminal;
mod there_and_back;
mod today;
mod told;
mod turn;
mod unfinished;
mod usage;
mod well_formed;
mod widths;
mod work_laws;
mod work_steps;
mod workbooks;
mod world;
mod years;
