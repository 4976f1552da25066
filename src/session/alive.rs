//! Whether the line is still there: a ping every two seconds, and what follows from silence.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

/// How often a side that pings does so.
pub(super) const PING_EVERY: Duration = Duration::from_secs(2);
/// After so much silence the line counts as broken; a stall of a mobile line is shorter, and people are told within ten seconds.
pub(super) const SILENCE: Duration = Duration::from_secs(8);
/// After so much silence the line may well be gone, for the other side pings more often: what is pressed is let go meanwhile.
pub(super) const FALTERING: Duration = Duration::from_secs(3);
/// How many pings may be unanswered before the line counts as broken anyway.
const PINGS_REMEMBERED: usize = 4;

/// The pulse of a line.
pub(super) struct Alive {
    last_heard: Instant,
    /// When to ping next, on a side that pings.
    next_ping: Option<Instant>,
    last_number: u32,
    unanswered: VecDeque<(u32, Instant)>,
    round_trip: Option<Duration>,
}

impl Alive {
    /// A line that was there at `now`.
    pub(super) fn new(now: Instant) -> Self {
        Self {
            last_heard: now,
            next_ping: None,
            last_number: 0,
            unanswered: VecDeque::with_capacity(PINGS_REMEMBERED),
            round_trip: None,
        }
    }

    /// Begins to ping, at once.
    pub(super) fn start_pinging(&mut self, now: Instant) {
        self.next_ping = Some(now);
    }

    /// Something came.
    pub(super) fn heard(&mut self, now: Instant) {
        self.last_heard = now;
    }

    /// Whether the silence lasted too long.
    pub(super) fn is_broken(&self, now: Instant) -> bool {
        now >= self.silent_at()
    }

    /// When the silence will have lasted too long.
    pub(super) fn silent_at(&self) -> Instant {
        self.last_heard + SILENCE
    }

    /// When the line will have been silent for longer than a working one is.
    pub(super) fn falters_at(&self) -> Instant {
        self.last_heard + FALTERING
    }

    /// The number of the ping that is due, if one is.
    pub(super) fn ping_due(&mut self, now: Instant) -> Option<u32> {
        self.next_ping.filter(|due| now >= *due)?;
        self.next_ping = Some(now + PING_EVERY);
        self.last_number = self.last_number.wrapping_add(1);
        if self.unanswered.len() == PINGS_REMEMBERED {
            self.unanswered.pop_front();
        }
        self.unanswered.push_back((self.last_number, now));
        Some(self.last_number)
    }

    /// A ping was answered; tells how long that took.
    pub(super) fn answered(&mut self, number: u32, now: Instant) -> Option<Duration> {
        let known = self
            .unanswered
            .iter()
            .position(|(sent, _)| *sent == number)?;
        let (_, at) = self.unanswered.drain(..=known).next_back()?;
        self.round_trip = Some(now.saturating_duration_since(at));
        self.round_trip
    }

    /// There and back, as last measured.
    pub(super) fn round_trip(&self) -> Option<Duration> {
        self.round_trip
    }

    /// When something is due by itself.
    pub(super) fn timeout(&self) -> Instant {
        let silent = self.silent_at();
        self.next_ping.map_or(silent, |ping| ping.min(silent))
    }
}
