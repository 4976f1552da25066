//! The threads for what blocks: capture, injection, decoding. Whoever starts one also tells it to stop; here it is waited for.

use std::{
    io,
    sync::{Mutex, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// All threads that the engine started and that may still run.
#[derive(Debug, Default)]
pub(super) struct Threads(Mutex<Vec<JoinHandle<()>>>);

impl Threads {
    /// Starts one.
    pub(super) fn spawn(&self, name: &str, run: impl FnOnce() + Send + 'static) -> io::Result<()> {
        let thread = thread::Builder::new().name(name.to_owned()).spawn(run)?;
        let mut running = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        running.retain(|thread| !thread.is_finished());
        running.push(thread);
        Ok(())
    }

    /// Waits for those that were told to stop, and says whether all did in time.
    pub(super) fn join(&self, patience: Duration) -> bool {
        let give_up = Instant::now() + patience;
        let running = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        running.into_iter().all(|thread| {
            while !thread.is_finished() && Instant::now() < give_up {
                thread::sleep(Duration::from_millis(2)); // std has no join with a time limit
            }
            let finished = thread.is_finished();
            if finished && thread.join().is_err() {
                tracing::error!("a thread panicked");
            }
            finished
        })
    }
}
