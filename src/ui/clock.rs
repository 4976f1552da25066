//! The time as the window shows it; tests bring their own.

use std::time::{Duration, Instant};

use chrono::{DateTime, Local, NaiveDateTime, Utc};

use crate::engine::parse_log_time;

/// At so many seconds before the end of a countdown a screen reader is told; every second would drown everything else.
const SPOKEN_AT_SECS: [u64; 2] = [30, 10];

/// Where the window gets the time from.
pub struct Clock {
    steady: Box<dyn Fn() -> Instant>,
    utc: Box<dyn Fn() -> DateTime<Utc>>,
    local: Box<dyn Fn(DateTime<Utc>) -> NaiveDateTime>,
    parse: fn(&str, bool) -> Option<DateTime<Utc>>,
}

impl Clock {
    /// The computer's own clock and time zone.
    pub fn system() -> Self {
        Self {
            steady: Box::new(Instant::now),
            utc: Box::new(Utc::now),
            local: Box::new(|at| at.with_timezone(&Local).naive_local()),
            parse: |text, is_end| parse_log_time(text, &Local, is_end),
        }
    }

    /// A clock that stands still, in the zone of UTC.
    pub fn standing(steady: Instant, utc: DateTime<Utc>) -> Self {
        Self {
            steady: Box::new(move || steady),
            utc: Box::new(move || utc),
            local: Box::new(|at| at.naive_utc()),
            parse: |text, is_end| parse_log_time(text, &Utc, is_end),
        }
    }

    /// How long until `deadline`, rounded up to whole seconds; nothing when it is past.
    pub fn secs_until(&self, deadline: Instant) -> u64 {
        let left = deadline.saturating_duration_since((self.steady)());
        left.as_secs() + u64::from(left.subsec_nanos() > 0)
    }

    /// The last of the moments before `deadline` at which a screen reader is told of it; nothing before the first.
    pub fn spoken_secs(&self, deadline: Instant) -> Option<u64> {
        let left = self.secs_until(deadline);
        SPOKEN_AT_SECS.into_iter().filter(|at| left <= *at).min()
    }

    /// When the number of [`Clock::secs_until`] changes next.
    pub fn next_second(&self, deadline: Instant) -> Duration {
        let left = deadline.saturating_duration_since((self.steady)());
        let part = Duration::from_nanos(u64::from(left.subsec_nanos()));
        part.max(Duration::from_millis(20))
    }

    /// Now.
    pub fn utc(&self) -> DateTime<Utc> {
        (self.utc)()
    }

    /// A day or a moment as the user writes it, see [`parse_log_time`].
    pub fn parse_log_time(&self, text: &str, is_end: bool) -> Option<DateTime<Utc>> {
        (self.parse)(text, is_end)
    }

    /// By the clock on the user's wall.
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        (self.local)(at)
    }
}
