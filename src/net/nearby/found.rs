//! Who was heard nearby, and for how long that is believed.

use std::{
    collections::BTreeMap,
    net::IpAddr,
    time::{Duration, Instant},
};

use super::{NearbyComputer, message::Said};

/// The most computers that are listed; others wait until one of them goes.
pub const MAX_NEARBY: usize = 64;
/// The most that are listed at one address: one for each user of a computer, and not all that somebody makes up.
const MAX_AT_ONE: usize = 4;
/// Who is not heard again for so long is forgotten, however long it is said to last: what was made up goes when its maker goes.
pub(super) const REMEMBERED: Duration = Duration::from_secs(60);

/// Who is there, by the name of the host that they gave themselves.
#[derive(Debug, Default)]
pub(super) struct Found(BTreeMap<String, Entry>);

#[derive(Debug)]
struct Entry {
    computer: NearbyComputer,
    is_first_hand: bool,
    until: Instant,
}

impl Found {
    /// Takes what was said; tells whether anything is different.
    ///
    /// What comes from the very address that it speaks of goes before what others say of it. A computer that is known stays at its
    /// address, for one with two ways into the network says two.
    pub(super) fn hear(&mut self, said: Said, now: Instant) -> bool {
        let is_goodbye = said.lasts.is_zero();
        let known = self.0.get(&said.host);
        let known = known.map(|entry| (entry.is_first_hand, entry.computer.address));
        match known {
            Some((is_first_hand, address)) => {
                let is_elsewhere = address != said.computer.address;
                let is_weaker = is_first_hand && !said.is_first_hand;
                let is_as_good = is_first_hand == said.is_first_hand;
                if is_weaker || (is_as_good && is_elsewhere) {
                    return false;
                }
                if is_goodbye {
                    return self.0.remove(&said.host).is_some();
                }
                if is_elsewhere && self.at(said.computer.address.ip()) >= MAX_AT_ONE {
                    return false;
                }
            }
            None if is_goodbye || !self.make_room(&said) => return false,
            None => {}
        }
        let entry = Entry {
            computer: said.computer.clone(),
            is_first_hand: said.is_first_hand,
            until: now + said.lasts.min(REMEMBERED),
        };
        let before = self.0.insert(said.host, entry);
        before.map(|entry| entry.computer) != Some(said.computer)
    }

    /// Whether there is room for one more; hearsay makes room for whoever speaks for themselves.
    fn make_room(&mut self, said: &Said) -> bool {
        if self.at(said.computer.address.ip()) >= MAX_AT_ONE {
            return false;
        }
        if self.0.len() < MAX_NEARBY {
            return true;
        }
        let hearsay = self.0.iter().find(|(_, entry)| !entry.is_first_hand);
        match hearsay.map(|(host, _)| host.clone()) {
            Some(host) if said.is_first_hand => self.0.remove(&host).is_some(),
            _ => false,
        }
    }

    fn at(&self, ip: IpAddr) -> usize {
        let there = |entry: &&Entry| entry.computer.address.ip() == ip;
        self.0.values().filter(there).count()
    }

    /// Forgets who was not heard for too long; tells whether that was anybody.
    pub(super) fn forget(&mut self, now: Instant) -> bool {
        let before = self.0.len();
        self.0.retain(|_, entry| entry.until > now);
        self.0.len() != before
    }

    /// When somebody is to be forgotten.
    pub(super) fn next_to_forget(&self) -> Option<Instant> {
        self.0.values().map(|entry| entry.until).min()
    }

    /// All, by name.
    pub(super) fn list(&self) -> Vec<NearbyComputer> {
        let mut list: Vec<_> = self
            .0
            .values()
            .map(|entry| entry.computer.clone())
            .collect();
        list.sort_by(|one, other| {
            let key = |computer: &NearbyComputer| (computer.name.to_lowercase(), computer.address);
            key(one).cmp(&key(other))
        });
        list
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    const LONG: Duration = Duration::from_secs(9999);

    fn said(host: &str, last_byte: u8, is_first_hand: bool) -> Said {
        Said {
            host: host.to_owned(),
            computer: NearbyComputer {
                name: format!("pc {host}"),
                address: (Ipv4Addr::new(10, 0, 0, last_byte), 4857).into(),
            },
            lasts: LONG,
            is_first_hand,
        }
    }

    fn names(found: &Found) -> Vec<String> {
        let list = found.list().into_iter();
        list.map(|computer| computer.name).collect()
    }

    #[test]
    fn the_list_stays_short_whoever_floods_it() {
        let (mut found, now) = (Found::default(), Instant::now());
        for number in 0..10_000_u32 {
            let ip = Ipv4Addr::from(0x0a00_0000 + number);
            let mut made_up = said(&number.to_string(), 0, false);
            made_up.computer.address.set_ip(ip.into());
            found.hear(made_up, now);
        }
        assert_eq!(found.list().len(), MAX_NEARBY);
        // Who speaks for themselves is seen all the same, though hearsay has no room.
        assert!(!found.hear(said("late", 250, false), now));
        assert!(found.hear(said("true", 251, true), now));
        assert_eq!(found.list().len(), MAX_NEARBY);
        assert!(names(&found).contains(&"pc true".to_owned()));
        // Once nobody says it any more, the rest is gone.
        assert!(!found.forget(now + REMEMBERED / 2));
        assert!(!found.hear(said("true", 251, true), now + REMEMBERED / 2));
        assert!(found.forget(now + REMEMBERED));
        assert_eq!(names(&found), ["pc true"]);
    }

    #[test]
    fn one_address_has_a_few_places_in_the_list_and_no_more() {
        let (mut found, now) = (Found::default(), Instant::now());
        let heard = (0..100).filter(|n: &u32| found.hear(said(&n.to_string(), 7, true), now));
        assert_eq!(heard.count(), MAX_AT_ONE);
        // Nor by having hearsay of oneself first.
        assert!(found.hear(said("hearsay", 9, false), now));
        assert!(!found.hear(said("hearsay", 7, true), now));
        assert!(found.hear(said("neighbour", 8, true), now));
    }

    #[test]
    fn others_cannot_speak_for_who_speaks_for_themselves() {
        let (mut found, now) = (Found::default(), Instant::now());
        assert!(found.hear(said("anna", 1, false), now));
        assert!(!found.hear(said("anna", 1, true), now), "the same");
        let lie = Said {
            computer: NearbyComputer {
                name: "Bank".to_owned(),
                ..said("anna", 1, false).computer
            },
            ..said("anna", 1, false)
        };
        assert!(!found.hear(lie, now));
        let goodbye = |is_first_hand| Said {
            lasts: Duration::ZERO,
            ..said("anna", 1, is_first_hand)
        };
        assert!(!found.hear(goodbye(false), now));
        assert_eq!(names(&found), ["pc anna"]);
        assert!(found.hear(goodbye(true), now));
        assert!(!found.hear(goodbye(true), now), "gone already");
        assert!(found.list().is_empty());
    }

    #[test]
    fn a_computer_with_two_ways_into_the_network_is_listed_once() {
        let (mut found, now) = (Found::default(), Instant::now());
        assert!(found.hear(said("anna", 1, true), now));
        assert!(!found.hear(said("anna", 2, true), now));
        assert_eq!(found.list()[0].address.ip(), Ipv4Addr::new(10, 0, 0, 1));
        // Until the one is not heard of any more.
        assert!(found.forget(now + REMEMBERED));
        assert!(found.hear(said("anna", 2, true), now));
    }

    #[test]
    fn nothing_is_believed_longer_than_it_says() {
        let (mut found, now) = (Found::default(), Instant::now());
        assert_eq!(found.next_to_forget(), None);
        let lasts = Duration::from_secs(5);
        let short = Said {
            lasts,
            ..said("anna", 1, true)
        };
        assert!(found.hear(short, now));
        assert_eq!(found.next_to_forget(), Some(now + lasts));
        assert!(found.forget(now + lasts));
    }
}
