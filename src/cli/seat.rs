//! The terminal while a question is open: Ctrl-C is an answer then ("leave it"), and never the end of
//! the process.
//!
//! A terminal turns Ctrl-C into a signal unless it is told otherwise, and who draws choices tells it
//! so only while it waits for a key: a signal between two keys would end the process with the wrong
//! exit code. So the terminal is told once for the whole question. It asks nothing itself.
//!
//! What else the system tells a process by a signal is heard here too.

#[cfg(unix)]
use std::sync::Arc;
#[cfg(unix)]
use std::sync::Once;
#[cfg(unix)]
use std::sync::atomic::{AtomicBool, Ordering};

/// How the answer is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keys {
    /// Each key by itself, not shown by the terminal.
    Single,
    /// Whole lines, which the terminal shows and mends.
    Lines,
    /// Another program has the terminal: an editor, a pager.
    Elsewhere,
}

/// Ctrl-C as it comes in a line.
pub(super) const LEAVES: u8 = 3;

/// So many bytes of a line a terminal keeps that mends lines itself; it drops what is beyond.
pub(super) const LINE_MOST: usize = if cfg!(unix) { 4095 } else { usize::MAX };

/// Whether more was typed already. Lines that come together were pasted, and are one answer: nobody
/// types a line in so short a time.
#[cfg(unix)]
pub(super) fn more_waits() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    const PASTE: Timespec = Timespec {
        tv_sec: 0,
        tv_nsec: 50_000_000,
    };
    let stdin = std::io::stdin();
    let mut asked = [PollFd::new(&stdin, PollFlags::IN)];
    let ready = poll(&mut asked, Some(&PASTE));
    ready.is_ok_and(|ready| ready > 0) && asked[0].revents().contains(PollFlags::IN)
}

#[cfg(not(unix))]
pub(super) fn more_waits() -> bool {
    false
}

/// A file that may grow no further is an error that can be told, and not the end of the process
/// without a word.
#[cfg(unix)]
pub(super) fn outlive_limits() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let reached = Arc::new(AtomicBool::new(false));
        // Where it cannot be had, the process ends, and the next writer sets things right.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, reached);
    });
}

#[cfg(not(unix))]
pub(super) fn outlive_limits() {}

/// Where the person sits.
pub(super) struct Seat {
    /// Whether a signal ends the process, as it does while nothing is asked.
    #[cfg(unix)]
    ends: Arc<AtomicBool>,
}

#[cfg(unix)]
impl Seat {
    /// Made before the first question, once in a process.
    pub(super) fn new() -> Self {
        let ends = Arc::new(AtomicBool::new(true));
        // Where it cannot be had, Ctrl-C ends the process, and nothing is written either.
        let _ = signal_hook::flag::register_conditional_default(
            signal_hook::consts::SIGINT,
            Arc::clone(&ends),
        );
        Self { ends }
    }

    /// Asks something; afterwards the terminal is as it was.
    pub(super) fn asked<T>(&self, keys: Keys, ask: impl FnOnce() -> T) -> T {
        use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

        self.ends.store(false, Ordering::SeqCst);
        let stdin = std::io::stdin();
        let before = tcgetattr(&stdin).ok();
        if let Some(wanted) = before.clone().and_then(|now| told(now, keys)) {
            // One that takes no orders is a pipe; nobody presses Ctrl-C in a pipe.
            let _ = tcsetattr(&stdin, OptionalActions::Drain, &wanted);
        }
        let answer = ask();
        if let Some(before) = before {
            let _ = tcsetattr(&stdin, OptionalActions::Drain, &before);
        }
        self.ends.store(true, Ordering::SeqCst);
        answer
    }
}

/// The terminal's orders while a question is open; none where another program gives its own.
#[cfg(unix)]
fn told(mut orders: rustix::termios::Termios, keys: Keys) -> Option<rustix::termios::Termios> {
    use rustix::termios::{LocalModes, SpecialCodeIndex};

    match keys {
        Keys::Single => {
            let own = LocalModes::ISIG | LocalModes::ICANON | LocalModes::ECHO;
            orders.local_modes.remove(own);
            orders.special_codes[SpecialCodeIndex::VMIN] = 1;
            orders.special_codes[SpecialCodeIndex::VTIME] = 0;
        }
        Keys::Lines => {
            orders.local_modes.remove(LocalModes::ISIG);
            // It ends a line like Enter, so that it is read at once.
            orders.special_codes[SpecialCodeIndex::VEOL] = LEAVES;
        }
        Keys::Elsewhere => return None,
    }
    Some(orders)
}

#[cfg(not(unix))]
impl Seat {
    /// Made before the first question, once in a process.
    pub(super) fn new() -> Self {
        Self {}
    }

    /// Asks something. Who waits for a key gets Ctrl-C as one here.
    pub(super) fn asked<T>(&self, _: Keys, ask: impl FnOnce() -> T) -> T {
        ask()
    }
}
