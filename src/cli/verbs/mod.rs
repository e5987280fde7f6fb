//! One file a subcommand, all of one shape: `Args`, then `run`. A verb parses words, asks for what is
//! missing, and hands a wish or a question to the desk; it holds no rule.

pub(super) mod assign;
pub(super) mod calendar;
pub(super) mod close;
pub(super) mod concur;
pub(super) mod consult;
pub(super) mod correct;
pub(super) mod deadline;
pub(super) mod demo;
pub(super) mod deputy;
pub(super) mod export;
pub(super) mod extend;
pub(super) mod forward;
pub(super) mod give_back;
pub(super) mod import;
pub(super) mod init;
pub(super) mod list;
pub(super) mod log;
pub(super) mod progress;
pub(super) mod rate;
pub(super) mod reassign;
pub(super) mod redo;
pub(super) mod reply;
pub(super) mod report;
pub(super) mod review;
pub(super) mod rules;
pub(super) mod session;
pub(super) mod show;
pub(super) mod sign;
pub(super) mod submit;
pub(super) mod undo;
pub(super) mod unit;
pub(super) mod verify;
pub(super) mod withdraw;
