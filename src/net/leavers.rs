//! Those who came and left before they proved anything. A helper tries several ways at once and leaves all but one of them, which
//! is no stranger's doing; so whoever left by themselves is told of a moment later, unless somebody proved a key meanwhile.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

use super::listen::Knock;

/// So long after somebody left a helper may still come by another way: the goodbye can overtake them, or come long after them.
pub(super) const WAIT: Duration = Duration::from_secs(5);
/// Of so many it is waited to be seen. More at a time are no helper's.
const MAX_WAITING: usize = 8;

/// Those who left, and are not told of yet.
#[derive(Debug, Default)]
pub(super) struct Leavers {
    /// When somebody last proved a key.
    last_arrival: Option<Instant>,
    /// With the time when they are to be told of, the first to be told first.
    waiting: VecDeque<(Instant, Knock)>,
}

impl Leavers {
    /// Somebody proved a key: the others who left meanwhile were their other ways.
    pub(super) fn arrived(&mut self, now: Instant) {
        self.last_arrival = Some(now);
        self.waiting.clear();
    }

    /// Somebody who came at `since` left by themselves. Gives one who is to be told of at once, for they are too many.
    pub(super) fn left(&mut self, knock: Knock, since: Instant, now: Instant) -> Option<Knock> {
        let has_arrived = |at: Instant| at >= since || now.saturating_duration_since(at) < WAIT;
        if self.last_arrival.is_some_and(has_arrived) {
            return None;
        }
        self.waiting.push_back((now + WAIT, knock));
        let is_full = self.waiting.len() > MAX_WAITING;
        self.waiting
            .pop_front_if(|_| is_full)
            .map(|(_, first)| first)
    }

    /// When the next one is to be told of.
    pub(super) fn due(&self) -> Option<Instant> {
        self.waiting.front().map(|(at, _)| *at)
    }

    /// One who is to be told of by now.
    pub(super) fn take_due(&mut self, now: Instant) -> Option<Knock> {
        let due = self.waiting.pop_front_if(|(at, _)| *at <= now);
        due.map(|(_, knock)| knock)
    }
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, SocketAddr};

    use super::{super::listen::Fault, *};

    fn knock(port: u16) -> Knock {
        Knock::new((Ipv4Addr::LOCALHOST, port).into(), Fault::Silent)
    }

    fn port(knock: Option<Knock>) -> Option<u16> {
        knock.map(|knock| SocketAddr::port(&knock.from))
    }

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_stranger_is_told_of_a_moment_later() {
        let (mut leavers, now) = (Leavers::default(), Instant::now());
        assert_eq!(leavers.due(), None);
        assert_eq!(leavers.left(knock(1), now, now), None);
        assert_eq!(leavers.left(knock(2), now, now + SECOND), None);
        assert_eq!(leavers.due(), Some(now + WAIT));
        assert_eq!(leavers.take_due(now + WAIT - SECOND), None);
        assert_eq!(port(leavers.take_due(now + WAIT)), Some(1));
        assert_eq!(leavers.take_due(now + WAIT), None);
        assert_eq!(port(leavers.take_due(now + WAIT + SECOND)), Some(2));
        assert_eq!(leavers.due(), None);
    }

    #[test]
    fn the_other_ways_of_somebody_who_came_are_nobodys() {
        let (mut leavers, now) = (Leavers::default(), Instant::now());
        leavers.left(knock(1), now, now);
        leavers.arrived(now + SECOND);
        assert_eq!(leavers.due(), None);
        let late = now + SECOND + WAIT;
        leavers.left(knock(2), now + 2 * SECOND, late - SECOND);
        assert_eq!(leavers.due(), None, "left soon after it");
        leavers.left(knock(3), now, late + SECOND);
        assert_eq!(leavers.due(), None, "was there when they came");
        leavers.left(knock(4), late, late);
        assert_eq!(port(leavers.take_due(late + WAIT)), Some(4));
    }

    #[test]
    fn many_are_told_of_at_once() {
        let (mut leavers, now) = (Leavers::default(), Instant::now());
        for number in 0..MAX_WAITING as u16 {
            assert_eq!(leavers.left(knock(number), now, now), None);
        }
        assert_eq!(port(leavers.left(knock(99), now, now)), Some(0));
        assert_eq!(port(leavers.left(knock(99), now, now)), Some(1));
    }
}
