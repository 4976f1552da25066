//! The novice's screen on the expert's side, and how it does.

use std::{
    collections::VecDeque,
    io,
    time::{Duration, Instant},
};

use super::super::{RemoteScreen, decode::Decode, shared::Shared, view::StateLine};
use crate::{net::Route, screen::ScreenUpdate, session::Expert};

/// A round trip of so many milliseconds, frames or kilobytes a second more or less is no news, nor is less than a quarter.
const TREMBLING: u32 = 3;

/// The novice's screen, and how it does.
pub(super) struct Shown {
    pub(super) remote: RemoteScreen,
    decode: Decode,
    /// The last update left nothing lossy.
    has_all: bool,
    /// Came, and wait for room at the decoder's.
    waiting: VecDeque<ScreenUpdate>,
    figures: Figures,
    /// The figures as they were told last.
    told: StateLine,
    /// Until then the window says that some input was left out.
    pub(super) left_out_until: Option<Instant>,
}

/// Counts of what came since the last time.
struct Figures {
    since: Instant,
    bytes: usize,
    updates: u32,
}

impl Shown {
    /// A black screen, and the thread that fills it.
    pub(super) fn start(shared: &Shared) -> io::Result<Self> {
        let remote = RemoteScreen::default();
        let decode = Decode::start(remote.clone(), shared.publisher.clone(), &shared.threads)?;
        Ok(Self {
            remote,
            decode,
            has_all: false,
            waiting: VecDeque::new(),
            figures: Figures::from(Instant::now()),
            told: StateLine::default(),
            left_out_until: None,
        })
    }

    /// An update came.
    pub(super) fn push(&mut self, update: ScreenUpdate) {
        self.waiting.push_back(update);
    }

    /// The updates from now on build on none before; those that wait are of no use any more. The picture stays until the first of them.
    pub(super) fn begin_anew(&mut self) {
        self.waiting.clear();
        self.decode.begin_anew();
        self.has_all = false;
    }

    /// Hands on what the decoder has room for.
    pub(super) fn hand_on(&mut self) {
        while self.decode.has_room()
            && let Some(update) = self.waiting.pop_front()
        {
            self.decode.push(update);
        }
    }

    /// Whether more may be read from the line.
    pub(super) fn has_room(&self) -> bool {
        self.waiting.is_empty()
    }

    /// So many bytes came.
    pub(super) fn count(&mut self, bytes: usize) {
        self.figures.bytes += bytes;
    }

    /// Ends when one more update is shown, or could not be.
    pub(super) async fn next(&mut self) -> Result<(), String> {
        self.has_all = self.decode.next().await?;
        self.figures.updates += 1;
        Ok(())
    }

    /// Everything that came is on the screen, nothing of it lossy, and nothing has begun to come.
    pub(super) fn is_exact(&self, session: &Expert) -> bool {
        self.has_all
            && self.waiting.is_empty()
            && self.decode.is_idle()
            && !session.update_is_coming()
    }

    /// Some of what is shown is only nearly the novice's screen.
    pub(super) fn is_lossy(&self) -> bool {
        !self.has_all
    }

    /// The figures since the last time.
    pub(super) fn figures(&mut self, now: Instant, session: &Expert, route: &Route) -> StateLine {
        let figures = std::mem::replace(&mut self.figures, Figures::from(now));
        let time = now.saturating_duration_since(figures.since);
        let per_sec = |count: f32| (count / time.as_secs_f32().max(0.001)).round() as u32;
        let millis = |time: Duration| u32::try_from(time.as_millis()).unwrap_or(u32::MAX);
        let round_trip_ms = (session.round_trip().map(millis)).map(|measured| {
            self.told
                .round_trip_ms
                .map_or(measured, |told| steady(told, measured))
        });
        // Whether anything moves at all is always news.
        let rate = |told: u32, measured: u32| match (told, measured) {
            (0, measured) | (_, measured @ 0) => measured,
            (told, measured) => steady(told, measured),
        };
        self.told = StateLine {
            round_trip_ms: round_trip_ms.or(self.told.round_trip_ms),
            frames_per_sec: rate(self.told.frames_per_sec, per_sec(figures.updates as f32)),
            kb_per_sec: rate(self.told.kb_per_sec, per_sec(figures.bytes as f32 / 1000.0)),
            exact: self.is_exact(session),
            reached: route.now().or(self.told.reached),
        };
        self.told
    }
}

/// The figure to show: the one that is shown, unless what was measured is really another. Each new figure costs a frame of
/// the window.
fn steady(shown: u32, measured: u32) -> u32 {
    if shown.abs_diff(measured) < TREMBLING.max(shown / 4) {
        shown
    } else {
        measured
    }
}

impl Drop for Shown {
    /// The view may keep the picture; the pane goes with the session.
    fn drop(&mut self) {
        self.remote.set_pane(None);
    }
}

impl From<Instant> for Figures {
    fn from(since: Instant) -> Self {
        Self {
            since,
            bytes: 0,
            updates: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_that_trembles_is_no_news() {
        for (shown, measured, expected) in [
            (0, 2, 0),
            (0, 3, 3),
            (40, 49, 40),
            (40, 50, 50),
            (200, 90, 90),
        ] {
            assert_eq!(steady(shown, measured), expected);
        }
    }
}
