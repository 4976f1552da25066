//! The sentences about how two computers reach each other.

use crate::{
    engine::{DirectWay, Reached, RelayFault, RelayWay, WaysView},
    invitation::clean_name,
    language::say,
};

/// Each way that may lead to this computer, and whether it is open. `map_port`: whether routers are asked for a port.
pub fn ways(ways: &WaysView, map_port: bool) -> [String; 3] {
    let near = match ways.same_network {
        true => say!("way-near-open"),
        false => say!("way-near-closed"),
    };
    let directly = match ways.directly {
        DirectWay::Open => say!("way-directly-open"),
        DirectWay::Perhaps => say!("way-directly-perhaps"),
        DirectWay::Looking => say!("way-directly-looking"),
        DirectWay::Closed if ways.relay == RelayWay::Open => say!("way-directly-later"),
        DirectWay::Closed if !map_port => say!("way-directly-off"),
        DirectWay::Closed => say!("way-directly-closed"),
    };
    let relay = match &ways.relay {
        RelayWay::Open => say!("way-relay-open"),
        RelayWay::Looking => say!("way-relay-looking"),
        RelayWay::Off => say!("way-relay-off"),
        RelayWay::Closed(fault) => say!("way-relay-closed", why = relay_fault(fault)),
    };
    [near, directly, relay]
}

/// What to know when a helper elsewhere cannot come; nothing while one can, or that is not known yet.
pub fn ways_trouble(ways: &WaysView) -> Option<String> {
    match (ways.same_network, ways.directly, &ways.relay) {
        (_, DirectWay::Closed, RelayWay::Off) => Some(say!("ways-trouble-relay-off")),
        (_, DirectWay::Closed, RelayWay::Closed(_)) => Some(say!("ways-trouble")),
        _ => None,
    }
}

/// Why there is no way through a relay; the rest of a sentence.
pub fn relay_fault(fault: &RelayFault) -> String {
    match fault {
        RelayFault::NotARelay(_) => say!("relay-fault-no-relay"),
        RelayFault::NotAProxy(proxy) => say!("relay-fault-no-proxy", proxy = proxy.0),
        RelayFault::Denied(why) => say!("relay-fault-token", why = short(why)),
        RelayFault::Proxy { proxy, error } => {
            say!("relay-fault-proxy", proxy = proxy, why = short(error))
        }
        RelayFault::NotReached(_) => say!("relay-fault-not-reached"),
        RelayFault::NobodyThere => say!("relay-fault-nobody"),
        RelayFault::Unusable(why) => say!("relay-fault-unusable", why = short(why)),
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
        RelayFault::Denied(why) => say!("relay-fault-not-let-in", why = short(why)),
        other => relay_fault(other),
    }
}

/// Which way a connection goes.
pub fn reached(reached: Reached) -> String {
    match reached {
        Reached::SameNetwork => say!("reached-same-network"),
        Reached::Directly => say!("reached-directly"),
        Reached::ThroughRelay => say!("reached-through-relay"),
    }
}

/// The beginning of what others wrote; it may be long.
pub fn short(words: &str) -> String {
    const LONGEST: usize = 120;
    let words = clean_name(words);
    let mut signs = words.chars();
    let mut text: String = signs.by_ref().take(LONGEST).collect();
    if signs.next().is_some() {
        text.push('…');
    }
    text
}
