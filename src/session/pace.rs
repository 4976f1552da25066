//! How fast the line is, and how much may be under way on it, as BBR has it (Cardwell and others, "BBR: Congestion-Based
//! Congestion Control", 2016): the rate of delivery and the shortest way lately make what the line itself holds. More than that
//! would only wait in a queue on the way, where no newer picture can replace it.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

/// So much a measured delivery counts against those before it: a fast one is what the line can do, a slow one may have had
/// other reasons.
const FASTER_WEIGHT: f64 = 0.25;
const SLOWER_WEIGHT: f64 = 0.125;
/// So long a measured way counts.
const TRIP_HOLDS: Duration = Duration::from_secs(30);
/// After so long without a way that was measured on an empty line, the line is emptied for a moment.
const TRIP_IS_DUE: Duration = Duration::from_secs(8);
/// What may be under way while nothing is known of the line.
const FIRST_WINDOW: usize = 32 * 1024;
/// What may always be under way.
const LEAST_WINDOW: usize = 8 * 1024;
/// So much of what the line holds may be under way, in hundredths: a little more than all of it keeps it busy.
const WINDOW_PERCENT: usize = 150;
/// The same while it is to be found out whether the line is faster than is known.
const PROBE_PERCENT: usize = 250;
/// That is tried this often,
const PROBE_EVERY: Duration = Duration::from_secs(1);
/// and at first until so many updates in a row found nothing new,
const FLAT_UPDATES: u8 = 3;
/// which is: not so much faster.
const GROWTH: f64 = 1.2;
/// A picture should take the line no longer than this: more than 20 a second look like motion.
const PICTURE_TIME: Duration = Duration::from_millis(42);
/// What a picture may take while nothing is known of the line.
const FIRST_ALLOWANCE: usize = 64 * 1024;
/// More than this is no quick picture on any line: it takes too long to make and to unpack.
const MOST_ALLOWANCE: usize = 384 * 1024;
/// Less than this shows nothing.
const LEAST_ALLOWANCE: usize = 4 * 1024;
/// Less is not measured.
const LEAST_TIME: Duration = Duration::from_micros(100);
/// A way longer by this than it should be has met a queue.
const QUEUE_SHOWS: Duration = Duration::from_millis(12);

/// What is under way, and what is known of the line from what came through.
pub(super) struct Pace {
    under_way: VecDeque<Sent>,
    under_way_bytes: usize,
    delivered_bytes: u64,
    delivered_at: Instant,
    /// How fast the line delivers, in bytes a second.
    rate: Option<f64>,
    /// The ways lately, each longer and later than the one before it: the first is the shortest that counts.
    trips: VecDeque<(Instant, Duration)>,
    /// When the line was empty last.
    empty_at: Instant,
    /// How many updates in a row kept the line busy and found it no faster.
    flat_updates: u8,
    probed_at: Instant,
}

struct Sent {
    bytes: usize,
    at: Instant,
    /// Nothing else was under way.
    alone: bool,
    /// It was the line's affair how long it took.
    informs: bool,
    delivered_bytes: u64,
    delivered_at: Instant,
}

impl Pace {
    /// Of a line that nothing is known of.
    pub(super) fn new(now: Instant) -> Self {
        Self {
            under_way: VecDeque::new(),
            under_way_bytes: 0,
            delivered_bytes: 0,
            delivered_at: now,
            rate: None,
            trips: VecDeque::new(),
            empty_at: now,
            flat_updates: 0,
            probed_at: now,
        }
    }

    /// Whether the line has room for one more update. How many the rules allow is counted elsewhere (`flow`).
    pub(super) fn has_room(&self, now: Instant) -> bool {
        if self.under_way.is_empty() {
            return true;
        }
        let trip_is_due = now.saturating_duration_since(self.empty_at) > TRIP_IS_DUE;
        let percent = if self.is_probing(now) {
            PROBE_PERCENT
        } else {
            WINDOW_PERCENT
        };
        self.under_way_bytes < self.window(percent) && !trip_is_due
    }

    /// Whether to find out if the line carries more than is known: at first, and then once in a while.
    fn is_probing(&self, now: Instant) -> bool {
        self.flat_updates < FLAT_UPDATES
            || now.saturating_duration_since(self.probed_at) > PROBE_EVERY
    }

    /// The bytes that an update should keep to, so that it is through soon.
    pub(super) fn allowance(&self) -> usize {
        let bytes = self.rate.map_or(FIRST_ALLOWANCE, |rate| {
            (rate * PICTURE_TIME.as_secs_f64()) as usize
        });
        bytes.clamp(LEAST_ALLOWANCE, MOST_ALLOWANCE)
    }

    /// An update of so many bytes was handed over.
    pub(super) fn sent(&mut self, now: Instant, bytes: usize) {
        let alone = self.under_way.is_empty();
        if alone {
            // A line that rested delivers nothing meanwhile.
            self.delivered_at = now;
            self.empty_at = now;
        }
        if self.under_way_bytes >= self.window(WINDOW_PERCENT) {
            self.probed_at = now;
        }
        self.under_way_bytes += bytes;
        self.under_way.push_back(Sent {
            bytes,
            at: now,
            alone,
            informs: true,
            delivered_bytes: self.delivered_bytes,
            delivered_at: self.delivered_at,
        });
    }

    /// So many more updates are shown.
    pub(super) fn shown(&mut self, now: Instant, updates: u32) {
        for _ in 0..updates {
            let Some(sent) = self.under_way.pop_front() else {
                return;
            };
            self.under_way_bytes -= sent.bytes;
            self.delivered_bytes += sent.bytes as u64;
            self.delivered_at = now;
            if sent.informs {
                self.learn(now, &sent);
            }
        }
    }

    /// What is under way was held up by something else than the line, and says nothing of it.
    pub(super) fn held_up(&mut self) {
        for sent in &mut self.under_way {
            sent.informs = false;
        }
    }

    fn learn(&mut self, now: Instant, sent: &Sent) {
        let took = |from: Instant| now.saturating_duration_since(from);
        let trip = took(sent.at);
        let known = self.rate;
        let own_time = |rate: f64| Duration::from_secs_f64(sent.bytes as f64 / rate.max(1.0));
        let rate = (self.delivered_bytes - sent.delivered_bytes) as f64
            / took(sent.delivered_at).max(LEAST_TIME).as_secs_f64();
        // Only what waited behind others tells how fast the line is; everything else tells how fast it is at least.
        let waited = (known.zip(self.trip()))
            .is_some_and(|(known, way)| trip > way + own_time(known) + QUEUE_SHOWS);
        let is_news = known.is_none_or(|known| rate > known * GROWTH);
        if is_news {
            self.flat_updates = 0;
        } else if waited {
            self.flat_updates = self.flat_updates.saturating_add(1);
        }
        // Deliveries come in heaps and gaps, so that one alone tells little; a first guess is soon left behind.
        let is_first = self.flat_updates < FLAT_UPDATES;
        self.rate = match known {
            Some(known) if waited || rate > known => {
                let weight = match rate > known {
                    true if is_news && is_first => 1.0,
                    true => FASTER_WEIGHT,
                    false => SLOWER_WEIGHT,
                };
                Some(known + (rate - known) * weight)
            }
            known => known.or(Some(rate)),
        };
        if sent.alone {
            self.learn_trip(now, trip);
        }
    }

    /// A word there and an answer back took so long.
    pub(super) fn learn_trip(&mut self, now: Instant, trip: Duration) {
        let trip = trip.max(LEAST_TIME);
        while self.trips.back().is_some_and(|(_, other)| *other >= trip) {
            self.trips.pop_back();
        }
        self.trips.push_back((now, trip));
        forget(&mut self.trips, now, TRIP_HOLDS);
    }

    fn trip(&self) -> Option<Duration> {
        self.trips.front().map(|(_, trip)| *trip)
    }

    /// An update may follow while fewer bytes than this are under way.
    fn window(&self, percent: usize) -> usize {
        let Some((rate, trip)) = self.rate.zip(self.trip()) else {
            return FIRST_WINDOW;
        };
        let held = (rate * trip.as_secs_f64()) as usize;
        (held.saturating_mul(percent) / 100).max(LEAST_WINDOW)
    }
}

/// Drops what no longer counts, but never the last that is known.
fn forget<T>(known: &mut VecDeque<(Instant, T)>, now: Instant, holds: Duration) {
    while known.len() > 1
        && known
            .front()
            .is_some_and(|(at, _)| now.duration_since(*at) > holds)
    {
        known.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: Duration = Duration::from_millis(1);

    /// A line in virtual time with one update after the other as the pace allows; each takes the line for its bytes.
    struct Line {
        pace: Pace,
        now: Instant,
        free_at: Instant,
        bytes_per_sec: usize,
        way: Duration,
        arrivals: VecDeque<Instant>,
        /// How long each took from its sending to its being shown.
        took: Vec<Duration>,
        sent_at: VecDeque<Instant>,
    }

    impl Line {
        fn new(bytes_per_sec: usize, way: Duration) -> Self {
            let now = Instant::now();
            Self {
                pace: Pace::new(now),
                now,
                free_at: now,
                bytes_per_sec,
                way,
                arrivals: VecDeque::new(),
                took: Vec::new(),
                sent_at: VecDeque::new(),
            }
        }

        /// For so long sends an update of `bytes` every `every`, as far as there is room.
        fn run(&mut self, time: Duration, bytes: usize, every: Duration) {
            self.took.clear();
            self.pace.learn_trip(self.now, self.way * 2);
            let end = self.now + time;
            let mut next = self.now;
            while self.now < end {
                while self.arrivals.front().is_some_and(|at| *at <= self.now) {
                    let at = self.arrivals.pop_front().unwrap_or(self.now);
                    self.pace.shown(at, 1);
                    let sent_at = self.sent_at.pop_front().unwrap_or(at);
                    self.took.push(at - sent_at);
                }
                if self.now >= next && self.pace.has_room(self.now) {
                    self.pace.sent(self.now, bytes);
                    self.sent_at.push_back(self.now);
                    let time = Duration::from_secs_f64(bytes as f64 / self.bytes_per_sec as f64);
                    self.free_at = self.free_at.max(self.now) + time;
                    self.arrivals.push_back(self.free_at + self.way * 2);
                    next = self.now + every;
                }
                self.now += MS;
            }
        }

        fn median(&self) -> Duration {
            let mut took = self.took.clone();
            took.sort_unstable();
            took[took.len() / 2]
        }
    }

    #[test]
    fn a_slow_line_is_kept_busy_without_a_queue() {
        // 2 Mbit/s and 60 ms each way: it holds 30 kB.
        let mut line = Line::new(250_000, 60 * MS);
        line.run(Duration::from_secs(3), 12_000, 33 * MS);
        line.run(Duration::from_secs(20), 12_000, 33 * MS);
        let per_sec = line.took.len() as f64 / 20.0;
        assert!(per_sec > 19.0, "{per_sec} updates a second");
        assert!(line.median() < 230 * MS, "{:?}", line.median());
        let allowance = line.pace.allowance();
        assert!((9_000..14_000).contains(&allowance), "{allowance}");
    }

    #[test]
    fn small_updates_on_a_long_way_do_not_wait_for_each_other() {
        let mut line = Line::new(250_000, 60 * MS);
        line.run(Duration::from_secs(10), 1_500, 33 * MS);
        let per_sec = line.took.len() as f64 / 10.0;
        assert!(per_sec > 28.0, "{per_sec} updates a second");
        assert!(line.median() < 130 * MS, "{:?}", line.median());
    }

    #[test]
    fn a_line_that_becomes_slower_or_faster_is_followed() {
        let mut line = Line::new(10_000_000, 20 * MS);
        line.run(Duration::from_secs(1), 60_000, 33 * MS);
        line.run(Duration::from_secs(5), 60_000, 33 * MS);
        let per_sec = line.took.len() as f64 / 5.0;
        assert!(per_sec > 28.0, "{per_sec} updates a second");
        let allowance = line.pace.allowance();
        assert!(allowance > 60_000, "{allowance}");
        line.bytes_per_sec = 250_000;
        line.run(Duration::from_secs(6), 12_000, 33 * MS);
        line.run(Duration::from_secs(5), 12_000, 33 * MS);
        assert!(line.median() < 200 * MS, "{:?}", line.median());
        line.bytes_per_sec = 10_000_000;
        line.run(Duration::from_secs(3), 60_000, 33 * MS);
        line.run(Duration::from_secs(3), 60_000, 33 * MS);
        let per_sec = line.took.len() as f64 / 3.0;
        assert!(per_sec > 28.0, "{per_sec} updates a second");
    }

    #[test]
    fn a_rare_change_says_nothing_of_how_slow_the_line_is() {
        let mut line = Line::new(1_000_000, 10 * MS);
        line.run(Duration::from_secs(3), 50_000, 33 * MS);
        let before = line.pace.allowance();
        line.run(Duration::from_secs(60), 60, Duration::from_secs(1));
        let now = line.pace.allowance();
        assert!(now.abs_diff(before) < before / 10, "{now} after {before}");
    }
}
