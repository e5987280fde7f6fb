//! Hands streams, arguments, clock and environment to the library and turns its answer into the
//! exit code. Nothing is decided here.

use std::io::{self, BufReader, BufWriter, IsTerminal};
use std::process::ExitCode;

use jianyi::{AtTerminal, Bar, Terminal, World, environment, keys_of_user, run, terminal_size};

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where clock, environment and folder are taken from the system"
)]
fn main() -> ExitCode {
    // Not locked: a question at the terminal reads from it too.
    let mut stdin = BufReader::new(io::stdin());
    let mut stdout = BufWriter::new(io::stdout().lock());
    let mut world = World {
        terminal: Terminal {
            input: io::stdin().is_terminal(),
            output: io::stdout().is_terminal(),
            size: terminal_size(),
        },
        person: &mut AtTerminal::of_kind(std::env::var_os("TERM")),
        progress: &Bar::default(),
        env: environment(std::env::vars_os()),
        folder: std::env::current_dir().unwrap_or_default(),
        now: chrono::Local::now().fixed_offset(),
        keys: keys_of_user(uuid::Uuid::new_v4()),
        clock: Some(|| chrono::Local::now().fixed_offset()),
        process: std::process::id(),
        seed: uuid::Uuid::new_v4(),
        stdin: &mut stdin,
        stdout: &mut stdout,
        stderr: &mut io::stderr().lock(),
    };
    // What could not be flushed was reported by run(); a closed pipe is no failure.
    ExitCode::from(run(std::env::args_os(), &mut world))
}
