//! From the invitation to the first picture over networks of every kind: each a small internet of its own, in network
//! namespaces, with routers, a relay and a proxy; nothing of it touches the computer's own network.
//!
//! `make reach` prints the table. Without root the namespaces are made within one of users; where the system allows neither,
//! these tests say so and are skipped.
#![allow(clippy::unwrap_used)]
#![cfg(target_os = "linux")]

#[path = "reach/breaks.rs"]
mod breaks;
#[path = "assist/people.rs"]
mod people;
#[path = "rig/ports.rs"]
mod ports;
#[path = "reach/roles.rs"]
mod roles;
#[path = "reach/stage.rs"]
mod stage;
#[path = "reach/world.rs"]
mod world;

use breaks::{Break, Fault};
use stage::{Scenario, play, play_together};
use world::{Router, Wan};

use hulp::engine::{Reached, Relays};

#[test]
fn within_the_same_network() {
    play(Scenario {
        helper_is_near: true,
        at_last: Reached::SameNetwork,
        ..Scenario::new("same network")
    });
}

#[test]
fn through_a_port_that_the_router_opens() {
    play(Scenario {
        novice_router: Router::OpensPorts,
        relays: Relays::None,
        at_last: Reached::Directly,
        ways: &["internet directly: open"],
        ..Scenario::new("novice behind UPnP")
    });
}

#[test]
fn through_holes_in_both_routers() {
    play(Scenario {
        at_last: Reached::Directly,
        ways: &["internet through a relay: open"],
        ..Scenario::new("both behind routers")
    });
}

#[test]
fn through_the_relay_where_no_hole_can_be_made() {
    play(Scenario {
        novice_router: Router::Symmetric,
        ways: &["internet through a relay: open"],
        helper_router: Router::Symmetric,
        ..Scenario::new("both behind symmetric routers")
    });
}

#[test]
fn where_only_the_web_is_let_out() {
    play(Scenario {
        novice_router: Router::WebOnly,
        helper_router: Router::WebOnly,
        ways: &["internet through a relay: open"],
        ..Scenario::new("only TCP 443 goes out")
    });
}

#[test]
fn where_only_a_proxy_leads_out() {
    play(Scenario {
        novice_router: Router::ProxyOnly,
        ways: &["internet through a relay: open"],
        ..Scenario::new("only an HTTP proxy")
    });
}

#[test]
fn without_internet() {
    play(Scenario {
        helper_is_near: true,
        wan: Wan::Down,
        // The usual setting: none of them can be reached from here, wherever this test runs.
        relays: Relays::Public,
        at_last: Reached::SameNetwork,
        ways: &["same network: open", "internet through a relay: closed"],
        ..Scenario::new("no internet")
    });
}

#[test]
fn after_the_novices_hulp_was_started_anew() {
    play(Scenario {
        restarts: true,
        at_last: Reached::Directly,
        ways: &["internet through a relay: open"],
        ..Scenario::new("the same, Hulp started anew")
    });
}

#[test]
fn while_the_relay_is_started_anew() {
    play(Scenario {
        novice_router: Router::Symmetric,
        helper_router: Router::Symmetric,
        relay_restarts: true,
        ways: &["internet through a relay: open"],
        ..Scenario::new("the relay started anew meanwhile")
    });
}

fn same_network(name: &'static str, broken: Break) -> Scenario {
    Scenario {
        helper_is_near: true,
        at_last: Reached::SameNetwork,
        broken: Some(broken),
        ..Scenario::new(name)
    }
}

fn through_holes(name: &'static str, broken: Break) -> Scenario {
    Scenario {
        at_last: Reached::Directly,
        ways: &["internet through a relay: open"],
        broken: Some(broken),
        ..Scenario::new(name)
    }
}

fn through_the_relay(name: &'static str, secs: u64) -> Scenario {
    Scenario {
        novice_router: Router::Symmetric,
        helper_router: Router::Symmetric,
        ways: &["internet through a relay: open"],
        broken: Some(Break::of(Fault::RelayGone, secs, Reached::ThroughRelay)),
        ..Scenario::new(name)
    }
}

#[test]
fn a_session_lives_through_short_breaks() {
    let cable = Break::of(Fault::CableOut, 6, Reached::SameNetwork);
    let internet = Break::of(Fault::InternetOut, 6, Reached::Directly);
    play_together(&[
        same_network("same network, cable out for 6 s", cable),
        through_holes("both behind routers, no internet for 6 s", internet),
        through_the_relay("relay gone for 5 s", 5),
    ]);
}

#[test]
fn a_session_lives_through_long_breaks() {
    let cable = Break::of(Fault::CableOut, 50, Reached::SameNetwork);
    let internet = Break::of(Fault::InternetOut, 50, Reached::Directly);
    play_together(&[
        same_network("same network, cable out for 50 s", cable),
        through_holes("both behind routers, no internet for 50 s", internet),
        through_the_relay("relay gone for 20 s", 20),
        through_the_relay("relay gone for 45 s", 45),
    ]);
}

#[test]
fn a_session_lives_through_a_change_of_addresses() {
    let changed = |what, afterwards| Break::of(what, 0, afterwards);
    let (near, directly) = (Reached::SameNetwork, Reached::Directly);
    play_together(&[
        same_network(
            "novice's address changed",
            changed(Fault::NoviceReaddressed, near),
        ),
        same_network(
            "helper's address changed",
            changed(Fault::HelperReaddressed, near),
        ),
        same_network(
            "novice moved to another network",
            changed(Fault::NoviceMoved, directly),
        ),
        through_holes(
            "the same, both behind routers",
            changed(Fault::NoviceMoved, directly),
        ),
    ]);
}

/// What the processes in the namespaces run; see [`roles`].
#[test]
#[ignore = "is started by the other tests"]
fn role() {
    roles::run();
}

/// What makes the namespaces, in a namespace of its own; see [`stage`].
#[test]
#[ignore = "is started by the other tests"]
fn stage() {
    stage::run();
}
