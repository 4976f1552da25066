//! How many strangers may be in the hall at once: connections that have proved nothing yet.
//!
//! Each holds a seat, and gives it up when it goes or has proved its ticket. In a full hall the places that people come from
//! share the seats: who comes from a place that has fewer gets the seat of the one that sat longest from the place that has
//! most. Between equals, only whoever came a moment ago is left in peace. So someone who fills the hall and sits still keeps
//! nobody else out, unless they own dozens of addresses, and then not for long.

use std::{
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use tokio::sync::Notify;

/// Strangers in all. Each costs a task and a TLS state of some 100 KiB at most.
pub(super) const MAX_STRANGERS: usize = 32;
/// Strangers from one place: enough for several people behind one router.
pub(super) const MAX_FROM_ONE_PLACE: usize = 4;
/// So long a stranger cannot lose the seat: an honest handshake takes a few round trips.
const PEACE: Duration = Duration::from_secs(2);

/// A place that strangers come from: an IPv4 address, or the first half of an IPv6 address (a /64 is one subscriber's).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Place(u64);

impl Place {
    pub(super) fn of(ip: IpAddr) -> Self {
        match ip.to_canonical() {
            IpAddr::V4(ip) => Self(u64::from(ip.to_bits())),
            IpAddr::V6(ip) => Self((ip.to_bits() >> 64) as u64),
        }
    }
}

/// The hall.
#[derive(Clone, Debug, Default)]
pub(super) struct Seats(Arc<Mutex<Taken>>);

#[derive(Debug, Default)]
struct Taken {
    next: u64,
    strangers: Vec<Stranger>,
}

#[derive(Debug)]
struct Stranger {
    number: u64,
    place: Place,
    since: Instant,
    leave: Arc<Notify>,
}

/// A stranger's seat; free again when dropped.
#[derive(Debug)]
pub struct Seat {
    number: u64,
    leave: Arc<Notify>,
    seats: Seats,
}

impl Taken {
    fn count(&self, place: Place) -> usize {
        let from_there = self.strangers.iter().filter(|s| s.place == place);
        from_there.count()
    }

    fn crowdest(&self) -> Option<Place> {
        // Of several equals the last is the highest: here, backwards, the one that sat longest.
        let places = self.strangers.iter().rev().map(|stranger| stranger.place);
        places.max_by_key(|place| self.count(*place))
    }

    /// Takes the seat of the one from `place` who sat longest, if that was for so long.
    fn make_room(&mut self, place: Place, now: Instant, peace: Duration) -> Option<()> {
        // Seats are taken in order of time, so the first is the longest sitting.
        let longest = self.strangers.iter().position(|s| s.place == place)?;
        if now.saturating_duration_since(self.strangers[longest].since) < peace {
            return None;
        }
        self.strangers.remove(longest).leave.notify_one();
        Some(())
    }
}

impl Seats {
    /// A seat for someone from `ip`, or nothing when the hall is full of people who just came.
    pub(super) fn take(&self, ip: IpAddr, now: Instant) -> Option<Seat> {
        let mut taken = self.lock();
        let place = Place::of(ip);
        let own = taken.count(place);
        if own >= MAX_FROM_ONE_PLACE {
            taken.make_room(place, now, PEACE)?;
        } else if taken.strangers.len() >= MAX_STRANGERS {
            let crowdest = taken.crowdest()?;
            let has_more = taken.count(crowdest) > own + 1;
            let peace = if has_more { Duration::ZERO } else { PEACE };
            taken.make_room(crowdest, now, peace)?;
        }
        let number = taken.next;
        taken.next += 1;
        let leave = Arc::new(Notify::new());
        taken.strangers.push(Stranger {
            number,
            place,
            since: now,
            leave: leave.clone(),
        });
        Some(Seat {
            number,
            leave,
            seats: self.clone(),
        })
    }

    /// Whether there are so many strangers that it is time to ask more of them.
    pub(super) fn are_scarce(&self) -> bool {
        self.lock().strangers.len() >= MAX_STRANGERS / 2
    }

    fn lock(&self) -> MutexGuard<'_, Taken> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seat {
    /// Ends when somebody else was given the seat: the connection is to be closed.
    pub async fn lost(&self) {
        self.leave.notified().await;
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.lock();
        taken.strangers.retain(|s| s.number != self.number);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::net::{Ipv4Addr, Ipv6Addr};

    use futures_util::FutureExt;

    use super::*;

    fn v4(last: u8) -> IpAddr {
        Ipv4Addr::new(192, 0, 2, last).into()
    }

    #[test]
    fn one_place_cannot_fill_the_hall() {
        let (seats, now) = (Seats::default(), Instant::now());
        let held: Vec<_> = (0..100).filter_map(|_| seats.take(v4(1), now)).collect();
        assert_eq!(held.len(), MAX_FROM_ONE_PLACE);
        assert!(seats.take(v4(2), now).is_some());
    }

    #[test]
    fn whoever_sits_longest_makes_room_but_a_fresh_one_is_left_in_peace() {
        let (seats, now) = (Seats::default(), Instant::now());
        let held: Vec<_> = (0..MAX_FROM_ONE_PLACE)
            .map(|_| seats.take(v4(1), now).unwrap())
            .collect();
        assert!(seats.take(v4(1), now + PEACE / 2).is_none());
        assert!(held[0].lost().now_or_never().is_none());
        let newcomer = seats.take(v4(1), now + PEACE).unwrap();
        assert!(held[0].lost().now_or_never().is_some());
        assert!(held[1].lost().now_or_never().is_none());
        assert!(newcomer.lost().now_or_never().is_none());
    }

    #[test]
    fn a_full_hall_makes_room_at_once_for_a_place_that_has_less() {
        let (seats, now) = (Seats::default(), Instant::now());
        let mut held = vec![seats.take(v4(200), now).unwrap()];
        for place in 0..16 {
            held.extend((0..4).filter_map(|_| seats.take(v4(place), now)));
        }
        let newcomer = seats.take(v4(201), now);
        assert!(newcomer.is_some());
        assert!(held[0].lost().now_or_never().is_none(), "alone there");
        assert!(newcomer.unwrap().lost().now_or_never().is_none());
        assert!(seats.lock().strangers.len() <= MAX_STRANGERS);
    }

    #[test]
    fn among_equals_whoever_just_came_is_left_in_peace() {
        let (seats, now) = (Seats::default(), Instant::now());
        let take = |place: usize, at| seats.take(v4(place as u8), at);
        let held: Vec<_> = (0..MAX_STRANGERS).filter_map(|p| take(p, now)).collect();
        assert_eq!(held.len(), MAX_STRANGERS);
        assert!(take(100, now + PEACE / 2).is_none());
        assert!(take(100, now + PEACE).is_some());
        assert!(held[0].lost().now_or_never().is_some());
    }

    #[test]
    fn a_seat_is_free_again_when_its_holder_goes() {
        let (seats, now) = (Seats::default(), Instant::now());
        for _ in 0..100 {
            assert!(seats.take(v4(1), now).is_some());
        }
    }

    #[test]
    fn a_subscribers_ipv6_addresses_are_one_place() {
        let host = |n: u16| IpAddr::from(Ipv6Addr::new(0x2001, 0xdb8, 0, 7, 0, 0, 0, n));
        assert_eq!(Place::of(host(1)), Place::of(host(2)));
        let mapped = Ipv4Addr::new(192, 0, 2, 1).to_ipv6_mapped();
        assert_eq!(Place::of(mapped.into()), Place::of(v4(1)));
    }
}
