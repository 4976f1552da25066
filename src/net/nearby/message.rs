//! What is said among neighbours: messages of DNS (RFC 1035, 6762 and 6763), of which a Hulp needs one question and one answer.
//!
//! An answer is whole in itself: which computer, at which port, and where. Nothing that is heard waits here for the rest of it, so
//! that nobody can fill the memory with halves.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use simple_dns::{
    CLASS, Label, Name, Packet, PacketFlag, Question, ResourceRecord, TYPE,
    rdata::{A, AAAA, PTR, RData, SRV, TXT},
};

use super::NearbyComputer;
use crate::invitation::clean_name;

/// The kind of service, label by label.
const SERVICE: [&str; 3] = ["_hulp", "_tcp", "local"];
/// The largest message that is read: what goes over the network in one piece, and several times what a Hulp says. Larger ones
/// could make names that take long to follow.
const MAX_MESSAGE_BYTES: usize = 1472;
/// The smallest part of a message, a question for the root of all names.
const MIN_PART_BYTES: usize = 5;
/// The most computers that one message speaks of.
const MAX_IN_ONE: usize = 4;
/// The most characters of a name that is shown.
const MAX_SHOWN_CHARS: usize = 60;

/// What somebody said of a computer.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// The name by which it is told apart from others, which nobody is shown.
    pub(super) host: String,
    pub(super) computer: NearbyComputer,
    /// How long it may be believed; not at all when it is a goodbye.
    pub(super) lasts: Duration,
    /// Whether it came from the address that it names.
    pub(super) is_first_hand: bool,
}

/// What this computer says of itself.
#[derive(Debug)]
pub(super) struct Own {
    label: String,
    host: String,
    port: u16,
}

/// Reads a message, if it is one and not too large.
pub(super) fn read(bytes: &[u8]) -> Option<Packet<'_>> {
    // The numbers of parts are believed when memory is laid out for them, so that they must be possible.
    let counts = bytes.get(4..12)?.as_chunks().0;
    let parts: usize = counts
        .iter()
        .map(|&count| usize::from(u16::from_be_bytes(count)))
        .sum();
    if bytes.len() > MAX_MESSAGE_BYTES || parts * MIN_PART_BYTES > bytes.len() {
        return None;
    }
    Packet::parse(bytes).ok()
}

/// Asks who takes offers.
pub(super) fn question() -> Option<Vec<u8>> {
    let mut packet = Packet::new_query(0);
    let (kind, class) = (TYPE::PTR.into(), CLASS::IN.into());
    packet
        .questions
        .push(Question::new(service(), kind, class, false));
    packet.build_bytes_vec_compressed().ok()
}

/// The computers of which a message says all that there is to know.
pub(super) fn computers(packet: &Packet<'_>, from: IpAddr) -> Vec<Said> {
    if !packet.has_flags(PacketFlag::RESPONSE) {
        return vec![];
    }
    let records = || packet.answers.iter().chain(&packet.additional_records);
    let named = records().filter_map(|record| match &record.rdata {
        RData::PTR(PTR(name)) if are_same(&record.name, &service()) => Some((name, record.ttl)),
        _ => None,
    });
    let whole = named.take(MAX_IN_ONE).filter_map(|(name, ttl)| {
        let (place, place_ttl) = records().find_map(|record| match &record.rdata {
            RData::SRV(place) if are_same(&record.name, name) => Some((place, record.ttl)),
            _ => None,
        })?;
        let addresses: Vec<IpAddr> = records()
            .filter(|record| are_same(&record.name, &place.target))
            .filter_map(address)
            .collect();
        Some(Said {
            host: place.target.to_string().to_lowercase(),
            is_first_hand: addresses.contains(&from),
            computer: computer(label_of(name)?, addresses, place.port)?,
            lasts: Duration::from_secs(ttl.min(place_ttl).into()),
        })
    });
    whole.collect()
}

impl Own {
    /// `number` tells computers of the same name apart.
    pub(super) fn new(label: String, port: u16, number: u32) -> Self {
        let host = format!("hulp-{port}-{number:08x}.local");
        Self { label, host, port }
    }

    /// Says where this computer is, and for how long that may be believed; nothing, where it cannot be called.
    pub(super) fn answer(&self, addresses: &[IpAddr], lasts: Duration) -> Option<Vec<u8>> {
        if addresses.is_empty() {
            return None;
        }
        let mut packet = Packet::new_reply(0);
        packet.set_flags(PacketFlag::AUTHORITATIVE_ANSWER);
        let mut say = |name: Name<'_>, what: RData<'_>| {
            let seconds = u32::try_from(lasts.as_secs()).unwrap_or(u32::MAX);
            let record = ResourceRecord::new(name, CLASS::IN, seconds, what);
            packet.answers.push(record.into_owned());
        };
        say(service(), RData::PTR(PTR(self.name())));
        let place = SRV {
            priority: 0,
            weight: 0,
            port: self.port,
            target: self.host(),
        };
        say(self.name(), RData::SRV(place));
        say(self.name(), RData::TXT(TXT::new().with_string("").ok()?)); // RFC 6763 wants one, if only an empty one
        for address in addresses {
            let address = match *address {
                IpAddr::V4(ip) => RData::A(A::from(ip)),
                IpAddr::V6(ip) => RData::AAAA(AAAA::from(ip)),
            };
            say(self.host(), address);
        }
        packet.build_bytes_vec_compressed().ok()
    }

    /// Whether a message asks for this computer, alone or among others.
    pub(super) fn is_asked_for(&self, packet: &Packet<'_>) -> bool {
        let is_ours = |name: &Name<'_>| {
            [service(), self.name(), self.host()]
                .iter()
                .any(|own| are_same(own, name))
        };
        let mut questions = packet.questions.iter();
        !packet.has_flags(PacketFlag::RESPONSE)
            && questions.any(|question| is_ours(&question.qname))
    }

    fn name(&self) -> Name<'_> {
        let labels = [self.label.as_str()].into_iter().chain(SERVICE);
        let labels: Vec<_> = labels
            .map(|label| Label::new_unchecked(label.as_bytes()))
            .collect();
        Name::new_with_labels(&labels)
    }

    fn host(&self) -> Name<'_> {
        Name::new_unchecked(&self.host)
    }
}

/// Whether another computer of the network can have this address, and it says which interface leads there.
pub(super) fn is_callable(ip: &IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => {
            !(ip.is_loopback() || ip.is_unspecified() || ip.is_multicast() || ip.is_broadcast())
        }
        IpAddr::V6(ip) => {
            !(ip.is_loopback()
                || ip.is_unspecified()
                || ip.is_multicast()
                || ip.is_unicast_link_local())
        }
    }
}

fn service() -> Name<'static> {
    let labels = SERVICE.map(|label| Label::new_unchecked(label.as_bytes()));
    Name::new_with_labels(&labels)
}

/// Names of DNS are the same in capitals and small letters.
fn are_same(one: &Name<'_>, other: &Name<'_>) -> bool {
    one.get_labels().len() == other.get_labels().len()
        && (one.as_bytes().zip(other.as_bytes()))
            .all(|(one, other)| one.eq_ignore_ascii_case(other))
}

/// What a computer is called, of its name among those of the service.
fn label_of<'a>(name: &'a Name<'_>) -> Option<&'a [u8]> {
    let label = name.as_bytes().next()?;
    let rest = name.as_bytes().skip(1);
    let rest_is_ours = name.get_labels().len() == SERVICE.len() + 1
        && (rest.zip(SERVICE)).all(|(one, other)| one.eq_ignore_ascii_case(other.as_bytes()));
    rest_is_ours.then_some(label)
}

fn address(record: &ResourceRecord<'_>) -> Option<IpAddr> {
    match &record.rdata {
        RData::A(ip) => Some(Ipv4Addr::from(ip.address).into()),
        RData::AAAA(ip) => Some(Ipv6Addr::from(ip.address).into()),
        _ => None,
    }
}

/// A computer that can be shown and called, of what was heard.
fn computer(label: &[u8], addresses: Vec<IpAddr>, port: u16) -> Option<NearbyComputer> {
    let name: String = clean_name(&String::from_utf8_lossy(label))
        .chars()
        .take(MAX_SHOWN_CHARS)
        .collect();
    let name = name.trim_end().to_owned();
    // IPv4 first: it is shorter to read.
    let ip = addresses.into_iter().filter(is_callable).min()?;
    let address = SocketAddr::new(ip, port);
    (port != 0 && !name.is_empty()).then_some(NearbyComputer { name, address })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LASTS: Duration = Duration::from_secs(120);

    fn ips(texts: &[&str]) -> Vec<IpAddr> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    fn own() -> Own {
        Own::new("PC of Zoë. 2".to_owned(), 4857, 7)
    }

    fn answer() -> Vec<u8> {
        let addresses = ips(&["2001:db8::7", "192.168.1.7"]);
        own().answer(&addresses, LASTS).unwrap()
    }

    fn from(ip: &str, bytes: &[u8]) -> Vec<Said> {
        read(bytes).map_or(vec![], |packet| computers(&packet, ip.parse().unwrap()))
    }

    #[test]
    fn what_one_says_another_hears() {
        let heard = from("192.168.1.7", &answer());
        assert_eq!(heard.len(), 1);
        let Said {
            host,
            computer,
            lasts,
            is_first_hand,
        } = &heard[0];
        assert_eq!(computer.name, "PC of Zoë. 2");
        assert_eq!(computer.address.to_string(), "192.168.1.7:4857");
        assert_eq!((host.as_str(), *lasts), ("hulp-4857-00000007.local", LASTS));
        assert!(is_first_hand);
        assert!(!from("192.168.1.8", &answer())[0].is_first_hand);
        let goodbye = own().answer(&ips(&["10.0.0.1"]), Duration::ZERO).unwrap();
        assert!(from("10.0.0.1", &goodbye)[0].lasts.is_zero());
        assert_eq!(own().answer(&[], LASTS), None);
    }

    #[test]
    fn questions_reach_whom_they_ask_for() {
        let asked = |bytes: &[u8]| own().is_asked_for(&read(bytes).unwrap());
        assert!(asked(&question().unwrap()));
        assert!(!asked(&answer()));
        let ask = |name: &str| {
            let mut packet = Packet::new_query(0);
            let name = Name::new_unchecked(name);
            let (kind, class) = (TYPE::A.into(), CLASS::IN.into());
            packet
                .questions
                .push(Question::new(name, kind, class, false));
            asked(&packet.build_bytes_vec().unwrap())
        };
        assert!(ask("_HULP._tcp.local"));
        assert!(ask("hulp-4857-00000007.LOCAL"));
        assert!(!ask("hulp-4857-00000008.local"));
        assert!(!ask("_http._tcp.local"));
        assert!(from("192.168.1.7", &question().unwrap()).is_empty());
    }

    #[test]
    fn hostile_names_are_made_safe_to_show() {
        let name = |raw: &[u8]| {
            let computer = computer(raw, ips(&["192.168.1.7"]), 4857);
            computer.map(|computer| computer.name)
        };
        let shown = "Bank\u{202e}\u{7}\n\u{1b}[31m";
        assert_eq!(
            name("PC of Zoë Müller".as_bytes()).unwrap(),
            "PC of Zoë Müller"
        );
        assert_eq!(name(shown.as_bytes()).unwrap(), "Bank [31m");
        assert_eq!(name("\u{200b}\u{202e}".as_bytes()), None);
        assert_eq!(name(b"\xff\xfepc").unwrap(), "\u{fffd}\u{fffd}pc");
        assert_eq!(name(&[b'x'; 9999]).unwrap().len(), MAX_SHOWN_CHARS);
    }

    #[test]
    fn addresses_that_lead_nowhere_are_not_shown() {
        let at = |addresses: &[&str], port| {
            let computer = computer(b"pc", ips(addresses), port);
            computer.map(|computer| computer.address.to_string())
        };
        let near = ["fe80::1", "2001:db8::7", "192.168.1.7", "127.0.0.1"];
        assert_eq!(at(&near, 4857).unwrap(), "192.168.1.7:4857");
        assert_eq!(at(&["2001:db8::7"], 99).unwrap(), "[2001:db8::7]:99");
        assert_eq!(at(&near, 0), None);
        for nowhere in [
            "127.0.0.1",
            "::1",
            "0.0.0.0",
            "224.0.0.251",
            "255.255.255.255",
            "fe80::1",
        ] {
            assert_eq!(at(&[nowhere], 4857), None, "{nowhere}");
        }
    }

    #[test]
    fn messages_that_claim_more_than_they_are_are_not_read() {
        let mut bytes = answer();
        assert!(read(&bytes).is_some());
        for count in [4, 6, 8, 10] {
            let mut many = answer();
            many[count..count + 2].fill(0xff);
            assert!(read(&many).is_none(), "{count}");
        }
        bytes.resize(MAX_MESSAGE_BYTES, 0);
        assert!(read(&bytes).is_some());
        bytes.push(0);
        assert!(read(&bytes).is_none());
        assert!(read(&[]).is_none());
    }

    #[test]
    fn a_message_speaks_of_a_few_computers_and_of_this_service_alone() {
        let mut packet = Packet::new_reply(0);
        for number in 0..9 {
            let own = Own::new(format!("pc {number}"), 4857, number);
            let bytes = own.answer(&ips(&["10.0.0.1"]), LASTS).unwrap();
            let answers = read(&bytes).unwrap().answers;
            packet
                .answers
                .extend(answers.into_iter().map(ResourceRecord::into_owned));
        }
        let bytes = packet.build_bytes_vec_compressed().unwrap();
        assert_eq!(from("10.0.0.1", &bytes).len(), MAX_IN_ONE);
        for record in &mut packet.answers {
            if matches!(record.rdata, RData::PTR(_)) {
                record.name = Name::new_unchecked("_http._tcp.local");
            }
        }
        let bytes = packet.build_bytes_vec_compressed().unwrap();
        assert!(from("10.0.0.1", &bytes).is_empty());
    }

    proptest! {
        #[test]
        fn no_message_does_harm(
            noise in proptest::collection::vec(any::<u8>(), 0..600),
            changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..9),
        ) {
            let mut bytes = answer();
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            for bytes in [&noise, &bytes] {
                for said in from("192.168.1.7", bytes) {
                    prop_assert!(!said.computer.name.is_empty());
                    prop_assert!(!said.computer.name.chars().any(char::is_control));
                    prop_assert!(is_callable(&said.computer.address.ip()));
                }
                if let Some(packet) = read(bytes) {
                    own().is_asked_for(&packet);
                }
            }
        }
    }
}
