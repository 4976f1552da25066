//! The sentences about how two computers reach each other.

use crate::{
    engine::{DirectWay, Reached, RelayFault, RelayWay, WaysView},
    invitation::clean_name,
};

/// Each way that may lead to this computer, and whether it is open. `map_port`: whether routers are asked for a port.
pub fn ways(ways: &WaysView, map_port: bool) -> [String; 3] {
    let near = match ways.same_network {
        true => "open",
        false => "closed; this computer is in no network",
    };
    let directly = match ways.directly {
        DirectWay::Open => "open",
        DirectWay::Perhaps => "perhaps; this computer has an address on the internet",
        DirectWay::Looking => "asking the router…",
        DirectWay::Closed if ways.relay == RelayWay::Open => {
            "closed; it may open by itself when your helper is here"
        }
        DirectWay::Closed if !map_port => {
            "closed; asking the router for a port is switched off in Settings"
        }
        DirectWay::Closed => "closed; the router has opened no port",
    };
    let relay = match &ways.relay {
        RelayWay::Open => "open".to_owned(),
        RelayWay::Looking => "looking for one…".to_owned(),
        RelayWay::Off => "switched off in Settings".to_owned(),
        RelayWay::Closed(fault) => format!("closed; {}", relay_fault(fault)),
    };
    [
        format!("same network: {near}"),
        format!("internet directly: {directly}"),
        format!("internet through a relay: {relay}"),
    ]
}

/// What to know when a helper elsewhere cannot come; nothing while one can, or that is not known yet.
pub fn ways_trouble(ways: &WaysView) -> Option<&'static str> {
    match (ways.same_network, ways.directly, &ways.relay) {
        (_, DirectWay::Closed, RelayWay::Off) => Some(
            "Only a helper in the same network can reach this computer now. A relay, in Settings under Network, \
             lets others reach it too.",
        ),
        (_, DirectWay::Closed, RelayWay::Closed(_)) => Some(
            "Only a helper in the same network can reach this computer now. Hulp goes on trying the other ways.",
        ),
        _ => None,
    }
}

/// Why there is no way through a relay; the rest of a sentence.
pub fn relay_fault(fault: &RelayFault) -> String {
    match fault {
        RelayFault::NotARelay(_) => {
            "the address of the relay in Settings, under Network, is none".to_owned()
        }
        RelayFault::NotAProxy(proxy) => format!("the proxy cannot be used: {proxy}"),
        RelayFault::Denied(why) => format!(
            "the relay does not accept the token in Settings, under Network ({})",
            short(why)
        ),
        RelayFault::Proxy { proxy, error } => format!(
            "the proxy {proxy} does not let Hulp through; see Settings, under Network ({})",
            short(error)
        ),
        RelayFault::NotReached(_) => "no relay answers; is there internet?".to_owned(),
        RelayFault::NobodyThere => "the other computer is not there".to_owned(),
        RelayFault::Unusable(why) => format!("this computer cannot use one ({})", short(why)),
    }
}

/// Whether it is this computer's settings that keep it from a relay.
pub fn is_in_settings(fault: &RelayFault) -> bool {
    match fault {
        RelayFault::NotARelay(_) | RelayFault::NotAProxy(_) | RelayFault::Proxy { .. } => true,
        RelayFault::Denied(_)
        | RelayFault::NotReached(_)
        | RelayFault::NobodyThere
        | RelayFault::Unusable(_) => false,
    }
}

/// The same to a helper, who has the token from the invitation.
pub fn relay_fault_to_helper(fault: &RelayFault) -> String {
    match fault {
        RelayFault::Denied(why) => format!("the relay does not let you in ({})", short(why)),
        other => relay_fault(other),
    }
}

/// Which way a connection goes.
pub fn reached(reached: Reached) -> &'static str {
    match reached {
        Reached::SameNetwork => "same network",
        Reached::Directly => "internet directly",
        Reached::ThroughRelay => "internet through a relay",
    }
}

/// The beginning of what others wrote; it may be long.
fn short(words: &str) -> String {
    const LONGEST: usize = 120;
    let words = clean_name(words);
    let mut signs = words.chars();
    let mut text: String = signs.by_ref().take(LONGEST).collect();
    if signs.next().is_some() {
        text.push('…');
    }
    text
}
