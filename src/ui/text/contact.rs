//! The sentences about contacts.

use crate::{
    engine::{
        Address, Bond, CallState, CallView, ContactError, ContactLine, Person, Presence, RING_SECS,
        RingView, RingWants,
    },
    language::{Who, say},
};

/// How the line to the contact server is.
pub fn line(line: &ContactLine) -> String {
    match line {
        ContactLine::SignedOut => say!("contact-line-signed-out"),
        ContactLine::LookingForPassword => say!("contact-line-looking"),
        ContactLine::NeedsPassword => say!("contact-line-needs-password"),
        ContactLine::Connecting => say!("contact-line-connecting"),
        ContactLine::Online => say!("contact-line-online"),
        ContactLine::Lost(why, pause) => match pause.as_secs() {
            0 | 1 => say!("contact-line-lost", why = fault(why)),
            secs => say!("contact-line-lost-pause", why = fault(why), count = secs),
        },
        ContactLine::Refused(why) => fault(why),
        ContactLine::NotAllowed => say!("contact-line-not-allowed"),
    }
}

/// Why contacts, or one of them, cannot be reached, and what to do.
pub fn fault(why: &ContactError) -> String {
    match why {
        ContactError::NotAnAddress => say!("contact-fault-no-address"),
        ContactError::NotAServer => say!("contact-fault-no-server"),
        ContactError::NotReached(why) => say!("contact-fault-not-reached", why = why),
        ContactError::Untrusted(why) => say!("contact-fault-untrusted", why = why),
        ContactError::NoEncryption => say!("contact-fault-no-encryption"),
        ContactError::WrongPassword => say!("contact-fault-password"),
        ContactError::Unproved => say!("contact-fault-unproved"),
        ContactError::NoWayIn => say!("contact-fault-no-way-in"),
        ContactError::Refused(why) => say!("contact-fault-refused", why = why),
        ContactError::Nonsense => say!("contact-fault-nonsense"),
        ContactError::Lost => say!("contact-fault-lost"),
        ContactError::NotConnected => say!("contact-fault-not-connected"),
        ContactError::Undelivered => say!("contact-fault-undelivered"),
        ContactError::NoRandomness => say!("contact-fault-no-randomness"),
    }
}

/// Whether somebody is there, in a few words.
pub fn presence(person: &Person) -> String {
    match (person.bond, person.presence) {
        (_, Presence::CanHelp) => say!("presence-can-help"),
        (_, Presence::Online) => say!("presence-online"),
        (Bond::Asked, _) => say!("presence-asked"),
        (Bond::NotSeen, _) => say!("presence-not-shown"),
        (Bond::Both | Bond::OneWay, Presence::Offline) => say!("presence-offline"),
    }
}

/// That somebody wants to be a contact, for who is at another page.
pub fn request(who: &Address) -> String {
    say!("contact-request", contact = who.to_string())
}

/// Who calls, and what for.
pub fn ring(ring: &RingView) -> String {
    let who = Who(&ring.name);
    match ring.wants {
        RingWants::Help(_) => say!("ring-asks", who = who),
        RingWants::Helping => say!("ring-offers", who = who),
    }
}

/// Where a call stands.
pub fn call(call: &CallView) -> String {
    let name = &call.name;
    match &call.state {
        CallState::Ringing => say!("call-rings", name = name, count = RING_SECS),
        CallState::Accepted if call.invitation.is_some() => say!("call-invited", name = name),
        CallState::Accepted => say!("call-connects", name = name),
        CallState::Declined => say!("call-declined", name = name),
        CallState::NoAnswer => say!("call-no-answer", name = name, count = RING_SECS),
        CallState::Failed(why) => fault(why),
        CallState::TakenBack => say!("call-taken-back", name = name),
    }
}
