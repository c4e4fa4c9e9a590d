//! How far it is, on a terminal and only when it takes more than a second.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::words::batch_run as say;

const PATIENCE: Duration = Duration::from_secs(1);

/// A line on stderr that is drawn over again and again.
pub(super) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    shown: bool,
    rows: u64,
}

impl Progress {
    /// Of an input of this size, where it is known.
    pub(super) fn new(size: Option<u64>) -> Self {
        let bar = ProgressBar::with_draw_target(size, ProgressDrawTarget::hidden());
        let template = match size {
            Some(_) => say::progress(),
            None => say::progress_of_unknown(),
        };
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style.progress_chars("##."));
        Self { bar, begun: Instant::now(), shown: false, rows: 0 }
    }

    pub(super) fn add(&mut self, bytes: usize, rows: u64) {
        self.rows += rows;
        self.bar.inc(u64::try_from(bytes).unwrap_or(u64::MAX));
        let elapsed = self.begun.elapsed();
        if elapsed < PATIENCE {
            return;
        }
        if !self.shown {
            self.shown = true;
            // Hidden all the same where stderr is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        let speed = u128::from(self.rows) * 1_000 / elapsed.as_millis().max(1);
        self.bar.set_message(say::speed(speed));
    }

    pub(super) fn above(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }

    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }
}
