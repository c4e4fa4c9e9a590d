//! Signals as flags: an interrupt that comes while no key is being read, a request to end or to stop for a while, a window of
//! another size.
//!
//! Nothing is done in a handler. Reading a key is cut short by a signal and then looks here.

use std::io;
use std::sync::Arc;
#[cfg(unix)]
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// What has been signalled since the survey began.
#[derive(Debug, Default)]
pub(crate) struct Signals {
    interrupted: Arc<AtomicBool>,
    resized: Arc<AtomicBool>,
    stopped: Arc<AtomicBool>,
    ended: Arc<AtomicBool>,
    #[cfg(unix)]
    registered: Mutex<Vec<signal_hook::SigId>>,
}

impl Signals {
    /// Begins to listen for requests to end: until this is dropped, they no longer end the program by themselves.
    pub(crate) fn listen() -> io::Result<Self> {
        let signals = Self::default();
        #[cfg(unix)]
        {
            use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
            for signal in [SIGINT, SIGTERM, SIGHUP] {
                // signal-hook cannot take its handler back; once this has ended, it does what it would without.
                signal_hook::flag::register_conditional_default(signal, Arc::clone(&signals.ended))?;
                signals.register(signal, &signals.interrupted)?;
            }
        }
        Ok(signals)
    }

    /// Begins to listen for requests to stop for a while, which whoever has changed the terminal's settings must answer.
    pub(crate) fn listen_for_stops(&self) -> io::Result<()> {
        #[cfg(unix)]
        self.register(signal_hook::consts::SIGTSTP, &self.stopped)?;
        Ok(())
    }

    /// Begins to listen for a window of another size, and for when the program goes on that was stopped. Not before the first screen: a dialogue that is cut short by
    /// that signal takes it for an interrupt.
    pub(crate) fn listen_for_size(&self) -> io::Result<()> {
        #[cfg(unix)]
        {
            self.register(signal_hook::consts::SIGWINCH, &self.resized)?;
            self.register(signal_hook::consts::SIGCONT, &self.resized)?;
        }
        Ok(())
    }

    #[cfg(unix)]
    fn register(&self, signal: i32, flag: &Arc<AtomicBool>) -> io::Result<()> {
        let id = signal_hook::flag::register(signal, Arc::clone(flag))?;
        if let Ok(mut registered) = self.registered.lock() {
            registered.push(id);
        }
        Ok(())
    }

    /// Whether the program was asked to end.
    pub(crate) fn interrupted(&self) -> bool {
        self.interrupted.load(Ordering::Relaxed)
    }

    /// Whether the program was asked to stop for a while since this was last asked.
    pub(crate) fn stopped(&self) -> bool {
        self.stopped.swap(false, Ordering::Relaxed)
    }

    /// Asks this program, and all that it was started with, to stop for a while, as the terminal does by itself while it is
    /// not raw. False where nobody could have it go on.
    #[cfg(unix)]
    pub(crate) fn ask_to_stop() -> bool {
        use rustix::process::{Signal, getppid, getsid, kill_current_process_group};
        let session = |of| getsid(of).ok();
        let parent = getppid().and_then(|parent| session(Some(parent)));
        parent.is_some() && parent == session(None) && kill_current_process_group(Signal::TSTP).is_ok()
    }

    #[cfg(not(unix))]
    pub(crate) fn ask_to_stop() -> bool {
        false
    }

    /// Whether the screen is to be drawn anew since this was last asked: the window has changed its size, or the program goes
    /// on.
    pub(crate) fn resized(&self) -> bool {
        self.resized.swap(false, Ordering::Relaxed)
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        #[cfg(unix)]
        if let Ok(mut registered) = self.registered.lock() {
            for id in registered.drain(..) {
                signal_hook::low_level::unregister(id);
            }
        }
    }
}
