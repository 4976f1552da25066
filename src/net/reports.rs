//! What was told already, so that a flood of strangers does not fill the log.

use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    time::{Duration, Instant},
};

use super::seats::Place;

/// What was told as often as it may be told at once is told again only after this long, with its number.
const TELL_EVERY: Duration = Duration::from_secs(60);
/// Places and kinds that are told apart; the rest is told as one, so that a flood from everywhere stays small.
const MAX_TOLD_APART: usize = 64;

/// What was told already, by place and kind.
#[derive(Debug)]
pub struct Reports<Kind> {
    at_once: u32,
    told: HashMap<(Option<Place>, Kind), Told>,
}

#[derive(Debug)]
struct Told {
    /// The first time of this minute, or so.
    at: Instant,
    times: u32,
    untold: u32,
}

impl<Kind: Copy + Eq + Hash> Reports<Kind> {
    /// The same from the same place is worth telling so often in a minute.
    pub fn new(at_once: u32) -> Self {
        Self {
            at_once,
            told: HashMap::new(),
        }
    }

    /// Somebody at `from` did something of this kind. If that is worth telling: how often since the last time it was told.
    pub fn worth_telling(&mut self, from: IpAddr, kind: Kind, now: Instant) -> Option<u32> {
        let is_fresh = |told: &Told| now.saturating_duration_since(told.at) < TELL_EVERY;
        let mut key = (Some(Place::of(from)), kind);
        if !self.told.contains_key(&key) && self.told.len() >= MAX_TOLD_APART {
            self.told.retain(|_, told| is_fresh(told));
            if self.told.len() >= MAX_TOLD_APART {
                key.0 = None;
            }
        }
        let told = self.told.entry(key).or_insert(Told {
            at: now,
            times: 0,
            untold: 0,
        });
        if !is_fresh(told) {
            told.at = now;
            told.times = 0;
        }
        if told.times >= self.at_once {
            told.untold = told.untold.saturating_add(1);
            return None;
        }
        told.times += 1;
        Some(std::mem::take(&mut told.untold).saturating_add(1))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    fn ip(number: u32) -> IpAddr {
        Ipv4Addr::from_bits(0xc000_0200 + number).into()
    }

    #[test]
    fn the_same_is_told_once_a_minute_with_its_number() {
        let (mut reports, now) = (Reports::new(1), Instant::now());
        assert_eq!(reports.worth_telling(ip(1), "slow", now), Some(1));
        for _ in 0..9 {
            assert_eq!(reports.worth_telling(ip(1), "slow", now), None);
        }
        assert_eq!(reports.worth_telling(ip(1), "random", now), Some(1));
        assert_eq!(reports.worth_telling(ip(2), "slow", now), Some(1));
        let later = now + TELL_EVERY;
        assert_eq!(reports.worth_telling(ip(1), "slow", later), Some(10));
    }

    #[test]
    fn a_few_times_may_be_told_at_once() {
        let (mut reports, now) = (Reports::new(3), Instant::now());
        let told = (0..10).filter_map(|_| reports.worth_telling(ip(1), "busy", now));
        assert_eq!(told.collect::<Vec<_>>(), [1, 1, 1]);
        let later = now + TELL_EVERY;
        assert_eq!(reports.worth_telling(ip(1), "busy", later), Some(8));
        assert_eq!(reports.worth_telling(ip(1), "busy", later), Some(1));
    }

    #[test]
    fn a_flood_from_everywhere_is_told_in_few_lines() {
        let (mut reports, now) = (Reports::new(1), Instant::now());
        let told = (0..5000).filter(|n| reports.worth_telling(ip(*n), "slow", now).is_some());
        assert_eq!(told.count(), MAX_TOLD_APART + 1);
    }
}
