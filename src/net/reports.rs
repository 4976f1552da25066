//! What was told already, so that a flood of strangers does not fill the log.

use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    time::{Duration, Instant},
};

use super::seats::Place;

/// The same from the same place is told at once, and then again at most this often, with its number.
const TELL_EVERY: Duration = Duration::from_secs(60);
/// Places and kinds that are told apart; the rest is told as one, so that a flood from everywhere stays small.
const MAX_TOLD_APART: usize = 64;

/// What was told already, by place and kind.
#[derive(Debug)]
pub struct Reports<Kind>(HashMap<(Option<Place>, Kind), Told>);

#[derive(Debug)]
struct Told {
    at: Instant,
    since: u32,
}

impl<Kind> Default for Reports<Kind> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<Kind: Copy + Eq + Hash> Reports<Kind> {
    /// Somebody at `from` did something of this kind. If that is worth telling: how often since the last time it was told.
    pub fn worth_telling(&mut self, from: IpAddr, kind: Kind, now: Instant) -> Option<u32> {
        let is_fresh = |told: &Told| now.saturating_duration_since(told.at) < TELL_EVERY;
        let mut key = (Some(Place::of(from)), kind);
        if !self.0.contains_key(&key) && self.0.len() >= MAX_TOLD_APART {
            self.0.retain(|_, told| is_fresh(told));
            if self.0.len() >= MAX_TOLD_APART {
                key.0 = None;
            }
        }
        let Some(told) = self.0.get_mut(&key) else {
            self.0.insert(key, Told { at: now, since: 0 });
            return Some(1);
        };
        told.since = told.since.saturating_add(1);
        if is_fresh(told) {
            return None;
        }
        told.at = now;
        Some(std::mem::take(&mut told.since))
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
        let (mut reports, now) = (Reports::default(), Instant::now());
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
    fn a_flood_from_everywhere_is_told_in_few_lines() {
        let (mut reports, now) = (Reports::default(), Instant::now());
        let told = (0..5000).filter(|n| reports.worth_telling(ip(*n), "slow", now).is_some());
        assert_eq!(told.count(), MAX_TOLD_APART + 1);
    }
}
