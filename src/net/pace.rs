//! How often somebody may knock: whoever hammers at the door is not even looked at, and keeps nobody else waiting.

use std::{
    collections::HashMap,
    net::IpAddr,
    time::{Duration, Instant},
};

use super::seats::Place;

/// Connections that one place may open in a second, on average: far above what retrying costs an honest helper.
const PER_SEC: f64 = 20.0;
/// The most at once.
const AT_ONCE: f64 = 40.0;
/// Places that are counted apart; all others share one count, so that a flood from everywhere stays small.
const MAX_PLACES: usize = 256;

/// Counts by place.
#[derive(Debug, Default)]
pub(super) struct Pace(HashMap<Option<Place>, Left>);

#[derive(Debug)]
struct Left {
    knocks: f64,
    at: Instant,
}

impl Pace {
    /// Whether somebody from `ip` may knock now; counts it.
    pub(super) fn allows(&mut self, ip: IpAddr, now: Instant) -> bool {
        let mut place = Some(Place::of(ip));
        if !self.0.contains_key(&place) && self.0.len() >= MAX_PLACES {
            // Whoever could have knocked at full rate again is as good as forgotten.
            let recovery = Duration::from_secs_f64(AT_ONCE / PER_SEC);
            self.0
                .retain(|_, left| now.saturating_duration_since(left.at) < recovery);
            if self.0.len() >= MAX_PLACES {
                place = None;
            }
        }
        let left = self.0.entry(place).or_insert(Left {
            knocks: AT_ONCE,
            at: now,
        });
        let passed = now.saturating_duration_since(left.at).as_secs_f64();
        left.at = now;
        left.knocks = (left.knocks + passed * PER_SEC).min(AT_ONCE);
        let allowed = left.knocks >= 1.0;
        if allowed {
            left.knocks -= 1.0;
        }
        allowed
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    fn ip(number: u32) -> IpAddr {
        Ipv4Addr::from_bits(0xc000_0200 + number).into()
    }

    #[test]
    fn whoever_hammers_is_slowed_down_alone() {
        let (mut pace, now) = (Pace::default(), Instant::now());
        let allowed = (0..1000).filter(|_| pace.allows(ip(1), now)).count();
        assert_eq!(allowed, AT_ONCE as usize);
        assert!(pace.allows(ip(2), now));
        assert!(pace.allows(ip(1), now + Duration::from_millis(100)));
    }

    #[test]
    fn a_flood_from_everywhere_takes_no_memory() {
        let (mut pace, now) = (Pace::default(), Instant::now());
        for number in 0..100_000 {
            pace.allows(ip(number), now);
        }
        assert!(pace.0.len() <= MAX_PLACES + 1);
        assert!(pace.allows(ip(200_000), now + Duration::from_secs(60)));
    }
}
