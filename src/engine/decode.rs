//! The novice's screen on its way in: updates become pixels on a thread of their own, in their order.

use std::{collections::VecDeque, io, sync::Arc};

use tokio::sync::mpsc;

use super::{RemoteScreen, publish::Publisher, threads::Threads};
use crate::screen::{Decoder, ScreenUpdate};

/// Updates that may wait to be decoded; while this many wait, the line is not read.
const MAX_WAITING_UPDATES: usize = 4;
/// Nor is it while they have so many bytes.
const MAX_WAITING_BYTES: usize = 16 << 20;

/// The decoder's thread. Dropping this stops it.
#[derive(Debug)]
pub(super) struct Decode {
    updates: mpsc::Sender<(u32, ScreenUpdate)>,
    shown: mpsc::Receiver<(u32, Result<bool, String>)>,
    /// How often the updates began anew.
    beginning: u32,
    /// The bytes of those that were handed over.
    under_way: VecDeque<usize>,
}

impl Decode {
    /// Starts the thread; it fills `screen` and rings the window's bell.
    pub(super) fn start(
        screen: RemoteScreen,
        publisher: Arc<Publisher>,
        threads: &Threads,
    ) -> io::Result<Self> {
        let (updates, mut to_decode) = mpsc::channel::<(u32, ScreenUpdate)>(MAX_WAITING_UPDATES);
        let (tell, shown) = mpsc::channel(MAX_WAITING_UPDATES);
        threads.spawn("hulp-decode", move || {
            let mut decoder = Decoder::new();
            let mut decoded = 0;
            while let Some((beginning, update)) = to_decode.blocking_recv() {
                if decoded != beginning {
                    decoded = beginning;
                    decoder = Decoder::new();
                }
                let applied = screen.update(|frame| decoder.apply(&update, frame));
                let failed = applied.is_err();
                if !matches!(applied, Ok(false)) {
                    publisher.ring();
                }
                let applied = applied
                    .map(|_| decoder.is_exact())
                    .map_err(|error| error.to_string());
                let told = tell.blocking_send((beginning, applied));
                if failed || told.is_err() {
                    break; // every update builds on those before it
                }
            }
        })?;
        Ok(Self {
            updates,
            shown,
            beginning: 0,
            under_way: VecDeque::new(),
        })
    }

    /// Whether another update can be handed over.
    pub(super) fn has_room(&self) -> bool {
        let bytes: usize = self.under_way.iter().sum();
        self.under_way.len() < MAX_WAITING_UPDATES && bytes < MAX_WAITING_BYTES
    }

    /// Hands over the next update; only while there is room.
    pub(super) fn push(&mut self, update: ScreenUpdate) {
        let bytes = update.0.len();
        if self.updates.try_send((self.beginning, update)).is_ok() {
            self.under_way.push_back(bytes);
        }
    }

    /// The updates from now on build on none before: what is shown stays until the first of them.
    pub(super) fn begin_anew(&mut self) {
        self.beginning = self.beginning.wrapping_add(1);
    }

    /// Whether everything that was handed over is shown.
    pub(super) fn is_idle(&self) -> bool {
        self.under_way.is_empty()
    }

    /// Ends when one more update is shown, or could not be; tells whether the picture is exact with it. Of updates before the last
    /// beginning it tells nothing.
    pub(super) async fn next(&mut self) -> Result<bool, String> {
        loop {
            let shown = self.shown.recv().await;
            self.under_way.pop_front();
            match shown {
                None => return Err("the thread that decodes broke off".into()),
                Some((beginning, shown)) if beginning == self.beginning => return shown,
                Some((_, Err(error))) => return Err(error),
                Some(_) => {}
            }
        }
    }
}
