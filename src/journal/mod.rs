//! What is on disk: one file that only grows.
//!
//! A reader asks [`Journal::read`]; a writer opens a [`Writer`], which holds the lock while the
//! caller replays and decides, and appends; [`verify()`] lists all damage.
//!
//! # What is promised
//!
//! Each sentence with what shows it: a test, or a script of the gate that acts on the real binary.
//! A test sees to it that they are there.
//!
//! | promise | shown by |
//! |---|---|
//! | Nothing is ever rewritten: the file only grows. | `what_is_appended_is_read` |
//! | "Recorded" is said after one write, its sync, and the reading back of its bytes. | `.ci/order.sh` `an_unsynced_line_is_not_recorded` `bytes_that_read_back_otherwise_are_not_recorded` |
//! | Where nothing was cut back and a whole line stands, it is said that it may be recorded. | `a_whole_line_that_cannot_be_cut_back_may_stand` |
//! | Who is killed, or loses power, loses nothing that he was told of. | `.ci/crash.sh` `a_cut_at_every_byte` |
//! | A line is recorded as a whole: half of one never counts. | `a_cut_at_every_byte` `a_cut_at_every_byte_filled_with_zeros` |
//! | A command is one line. An import is one for each row: who is killed in the middle of it has the first of them, and the same import adds the rest. | `an_import_that_was_cut_off_is_completed_by_the_same_import` |
//! | What was cut off is kept aside and never glued to the next line. | `a_torn_end_is_kept_beside_the_journal` |
//! | A write that fails leaves the old bytes, and says so. | `full_after_every_byte` `.ci/disk.sh` |
//! | A line is held to the same rules when it is written and each time it is read. | `what_could_not_be_read_again_is_not_written` `reader_and_verify_agree` |
//! | Writers come one after the other; who waits is told for whom, and not for ever. | `.ci/writers.sh` `one_writer_at_a_time` `waiting_has_an_end` |
//! | Of two who found a store at once, one does. | `of_two_who_found_a_store_one_does` |
//! | A lock left by the dead holds nobody up. | `.ci/crash.sh` |
//! | A reader changes nothing, not even a lock file, and sees whole lines only. | `a_reader_changes_nothing` `.ci/disk.sh` `.ci/writers.sh` |
//! | A byte changed before the last line, a line removed before it, doubled or moved stops every writer, a verification, and who asks for that line. | `a_changed_byte_is_noticed` `a_line_gone_bad_under_it_is_told_when_it_is_asked_for` `lines_are_lost_doubled_and_moved` `whatever_is_changed_is_found` |
//! | The last line has nothing after it that vouches for it: a change inside it, of its end, or its loss is found by a fingerprint that was printed, or, of a change, by the next line. | `whatever_is_changed_is_found` `a_printed_fingerprint_proves_that_nothing_was_changed` |
//! | A printed fingerprint proves that nothing up to there was changed or cut off. | `a_printed_fingerprint_proves_that_nothing_was_changed` |
//! | A journal that is lost is not begun anew over what belonged to it. | `a_journal_that_is_lost_is_not_begun_anew_over_what_belonged_to_it` |
//! | A repair guesses nothing and deletes nothing, and no line stays that the next one disproves. | `particulars_that_no_line_names_after_a_repair_are_kept_aside` `what_the_chain_proves_is_put_right` `what_is_lost_is_told_and_nothing_is_guessed` `a_line_that_the_next_one_disproves_does_not_stay` |
//! | What is lost or was changed comes back from a backup, a copy, or what was set aside, where the chain proves its place. | `what_is_lost_comes_back_from_a_backup_and_a_copy` `what_was_changed_comes_back_from_a_backup` |
//! | What is lost is named by number, case and time, as far as the file still tells. | `what_is_missing_is_named_by_number_and_time` `what_is_lost_is_told_and_nothing_is_guessed` |
//! | A checkpoint beside the journal changes no answer, and may go at any time. | `with_it_or_without_the_answers_are_the_same` `one_that_is_forged_cut_or_of_another_journal_is_passed_over` |
//! | A checkpoint that stands for more entries than there are tells of it. | `a_checkpoint_of_more_than_there_is_tells_of_it` |
//! | A checkpoint that another hand made, by the rules of this program or not, counts for nobody. | `only_the_same_secret_knows_its_mark` `one_that_is_forged_cut_or_of_another_journal_is_passed_over` |
//! | Who writes goes on from a checkpoint only where each byte before it is what was found sound, and writes the same. | `a_line_gone_bad_under_it_is_told_when_it_is_asked_for` `a_writer_that_goes_on_from_it_writes_the_same` |
//! | A backup is made of a sound store only, comes back whole, and never over a longer journal. | `an_unsound_store_is_not_backed_up` `what_is_packed_is_what_was_read` `a_backup_comes_back_whole` |
//! | An archive that was altered is refused, and leaves nothing behind. | `an_archive_is_refused_with_its_flaw_and_nothing_is_left` |
//! | What a newer version wrote is refused, and nothing is written. | `what_a_newer_version_wrote_is_left_alone` |
//! | What an older version wrote is read for ever. | `an_older_line_is_upgraded_in_memory` `a_frozen_journal_reads_as_it_always_did` |
//! | Store and evidence are their owner's alone. | `a_store_is_its_owners_alone` `what_comes_back_is_its_owners_alone` `what_the_superuser_makes_belongs_to_the_stores_owner` |
//!
//! The clock, the user and the process come in as values.
//!
//! # What is believed
//!
//! - Of the disk: synced bytes stay; a cut-off write leaves a prefix of what was written, or zeros.
//! - Of the lock: all processes that may write see it. A network drive may break this, and a folder
//!   that a program copies to other machines does; both are noticed and warned of
//!   (`a_folder_that_others_may_write_to_is_warned_of`). There, one machine writes at a time, and
//!   `verify` finds what went wrong.
//! - Of the clock: nothing. One that went back is told of (`a_clock_that_went_back_is_no_damage`).
//!
//! This room refuses to know what a fact means: it carries any `E` that serde can read.

mod append;
mod archive;
mod aside;
mod backup;
mod chain;
mod checkpoint;
mod engine;
mod error;
pub mod evidence;
mod examined;
mod format;
mod hash;
mod lengths;
mod lock;
mod medium;
mod needle;
mod place;
pub mod private;
mod read;
mod repair;
mod restore;
mod salvage;
mod seal;
mod spelling;
mod surroundings;
mod traces;
mod unpacked;
mod verify;
mod walk;
mod writer;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use append::{Draft, Recorded, Torn};
pub use archive::Archive;
pub use backup::{BackupError, Flaw, Manifest, backup, lines_elsewhere};
pub use chain::{ClockWentBack, Head};
pub use checkpoint::{Checkpoint, Put};
pub use engine::{Engine, FileEngine};
pub use error::{ErrorKind, Fault, JournalError};
pub use evidence::{EvidenceError, Measured};
pub use format::{FORMAT_VERSION, Line};
pub use hash::Hash;
pub use lengths::Lengths;
pub use lock::Holder;
pub use place::{Place, is_part_of_a_store};
pub use private::PrivateError;
pub use read::{AtWork, Damage, Journal, Tail};
pub use repair::{Missing, Repaired, repair};
pub use restore::restore;
pub use salvage::Glimpse;
pub use seal::{Keys, Seal};
pub use surroundings::{Risk, doubtful, risks};
pub use traces::{Sought, Trace, Traces, traces};
pub use unpacked::Unseen;
pub use verify::{MOST_PROBLEMS, Problem, Report, verified, verify, verify_bytes};
pub use writer::{Turn, Writer};
