//! Whoever offered help and was not let in is not heard again for a while, which grows: nobody is to be worn down.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use crate::invitation::Fingerprint;

/// No pause is longer: each is twice the one before.
const LONGEST_PAUSE: Duration = Duration::from_secs(30 * 60);
/// So long after a pause is over the next one is still longer than it.
const REMEMBERED: Duration = Duration::from_secs(2 * 60 * 60);
/// The most helpers that are remembered; the one whose pause ends first goes first. As many are not on any list by name.
const MAX_REMEMBERED: usize = 512;

/// Who is not heard, and until when.
#[derive(Debug)]
pub(super) struct Peace {
    first_pause: Duration,
    pauses: HashMap<Fingerprint, Pause>,
}

#[derive(Clone, Copy, Debug)]
struct Pause {
    until: Instant,
    length: Duration,
}

impl Peace {
    pub(super) fn new(first_pause: Duration) -> Self {
        Self {
            first_pause,
            pauses: HashMap::new(),
        }
    }

    /// How long this helper is not heard yet.
    pub(super) fn left(&self, key: &Fingerprint, now: Instant) -> Option<Duration> {
        let left = self.pauses.get(key)?.until.checked_duration_since(now)?;
        (!left.is_zero()).then_some(left)
    }

    /// A question about this helper did not end in a yes.
    pub(super) fn begin(&mut self, key: Fingerprint, now: Instant) {
        self.pauses
            .retain(|_, pause| now < pause.until + REMEMBERED);
        let before = self.pauses.get(&key).map(|pause| pause.length);
        let length = before.map_or(self.first_pause, |length| (length * 2).min(LONGEST_PAUSE));
        let until = now + length;
        self.pauses.insert(key, Pause { until, length });
        if self.pauses.len() > MAX_REMEMBERED {
            let first = self.pauses.iter().min_by_key(|(_, pause)| pause.until);
            if let Some(first) = first.map(|(key, _)| *key) {
                self.pauses.remove(&first);
            }
        }
    }

    /// The novice said yes.
    pub(super) fn end(&mut self, key: &Fingerprint) {
        self.pauses.remove(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::OFFER_PAUSE as FIRST_PAUSE;

    fn key(number: u64) -> Fingerprint {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&number.to_be_bytes());
        Fingerprint(key)
    }

    #[test]
    fn pauses_grow_to_a_limit_and_end_with_a_yes() {
        let (mut peace, mut now) = (Peace::new(FIRST_PAUSE), Instant::now());
        assert_eq!(peace.left(&key(1), now), None);
        let mut lengths = vec![];
        for _ in 0..8 {
            peace.begin(key(1), now);
            let left = peace.left(&key(1), now).unwrap_or_default();
            lengths.push(left.as_secs());
            now += left;
            assert_eq!(peace.left(&key(1), now), None);
        }
        assert_eq!(lengths, [30, 60, 120, 240, 480, 960, 1800, 1800]);
        assert_eq!(peace.left(&key(2), now), None, "each for themselves");
        peace.end(&key(1));
        peace.begin(key(1), now);
        assert_eq!(peace.left(&key(1), now), Some(FIRST_PAUSE));
        now += FIRST_PAUSE + REMEMBERED;
        peace.begin(key(1), now);
        assert_eq!(peace.left(&key(1), now), Some(FIRST_PAUSE), "long ago");
    }

    #[test]
    fn an_organisation_of_thousands_takes_little_memory() {
        let (mut peace, now) = (Peace::new(FIRST_PAUSE), Instant::now());
        for number in 0..10_000 {
            peace.begin(key(number), now + Duration::from_millis(number));
        }
        assert_eq!(peace.pauses.len(), MAX_REMEMBERED);
        let last = now + Duration::from_secs(10);
        assert!(peace.left(&key(9999), last).is_some());
    }
}
