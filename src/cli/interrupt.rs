//! A request to end, such as Ctrl-C: whatever the program is about, it ends at once, and leaves no half-written file.
//!
//! The survey, which has answers to save, listens for itself.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::Duration;

use signal_hook::{consts, flag};

use crate::store;
use crate::words::cli_trouble as say;

#[cfg(unix)]
const SIGNALS: [i32; 3] = [consts::SIGINT, consts::SIGTERM, consts::SIGHUP];
#[cfg(not(unix))]
const SIGNALS: [i32; 2] = [consts::SIGINT, consts::SIGTERM];
/// How often it is looked whether there was one.
const PAUSE: Duration = Duration::from_millis(50);
/// How long the last that is said may take.
const LAST_WORD: Duration = Duration::from_millis(100);

static ASKED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Begins to listen. Whoever waits for an input or works for long cannot look; so somebody else does.
pub(super) fn listen() -> io::Result<()> {
    for signal in SIGNALS.into_iter().filter(|signal| !is_left_out(*signal)) {
        flag::register(signal, Arc::clone(&ASKED))?;
    }
    let watch = || loop {
        thread::sleep(PAUSE);
        obey();
    };
    thread::Builder::new().spawn(watch).map(drop)
}

/// Whether whoever started the program wants it to go on when the terminal is closed, as `nohup` does. Where the system does not
/// tell it in a file, nobody is taken to want it.
#[cfg(unix)]
fn is_left_out(signal: i32) -> bool {
    let status = || std::fs::read_to_string("/proc/self/status").ok();
    let ignored = |status: String| {
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"))?;
        u64::from_str_radix(mask.trim(), 16).ok()
    };
    signal == consts::SIGHUP && status().and_then(ignored).is_some_and(|mask| mask >> (consts::SIGHUP - 1) & 1 == 1)
}

#[cfg(not(unix))]
fn is_left_out(_: i32) -> bool {
    false
}

/// Ends the program if it was asked to end. What fed its input may have been ended with it, and the input be only a part:
/// before something is finished that may depend on it, this has to be asked.
pub(super) fn obey() {
    if ASKED.load(Ordering::Relaxed) {
        end();
    }
}

/// Says the last on stderr, though not to whoever does not take it: nothing that is asked to end waits for that.
pub(super) fn last_word(text: &str) {
    let (text, (said, waits)) = (text.to_owned(), channel());
    let say = move || {
        let _ = anstream::stderr().write_all(text.as_bytes());
        let _ = said.send(());
    };
    if thread::Builder::new().spawn(say).is_ok() {
        let _ = waits.recv_timeout(LAST_WORD);
    }
}

// The others may be waiting for what never comes, so that there is no way back to `main`, nor time for what stdout keeps.
fn end() {
    let finished = store::abandon();
    // On a terminal, the line may be begun.
    let line = if io::stderr().is_terminal() { "\n" } else { "" };
    let said = if finished { say::interrupted() } else { say::interrupted_early() };
    last_word(&format!("{line}{said}\n"));
    signal_hook::low_level::exit(130)
}
