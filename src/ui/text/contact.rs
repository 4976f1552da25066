//! The sentences about contacts.

use super::name_or;
use crate::engine::{
    Address, Bond, CallState, CallView, ContactError, ContactLine, Person, Presence, RING_SECS,
    RingView, RingWants,
};

/// How the line to the contact server is.
pub fn line(line: &ContactLine) -> String {
    match line {
        ContactLine::SignedOut => "You are not signed in.".into(),
        ContactLine::LookingForPassword => {
            "Looking for your password in this computer's keyring…".into()
        }
        ContactLine::NeedsPassword => {
            "Please type your password: this computer's keyring does not have it.".into()
        }
        ContactLine::Connecting => "Signing in…".into(),
        ContactLine::Online => "You are signed in: your contacts see that you are there.".into(),
        ContactLine::Lost(why, pause) => format!(
            "{} Hulp tries again by itself, {}.",
            fault(why),
            match pause.as_secs() {
                0 | 1 => "at once".into(),
                secs => format!("in {secs} seconds"),
            }
        ),
        ContactLine::Refused(why) => fault(why),
    }
}

/// Why contacts, or one of them, cannot be reached, and what to do.
pub fn fault(why: &ContactError) -> String {
    match why {
        ContactError::NotAnAddress => {
            "This is no address of a contact. It looks like anna@example.org.".into()
        }
        ContactError::NotAServer => "This is no server. It looks like chat.example.org.".into(),
        ContactError::NotReached(why) => format!(
            "The contact server was not reached: {why}. Check your internet connection and the address."
        ),
        ContactError::Untrusted(why) => format!(
            "The contact server showed a certificate that cannot be trusted: {why}. Your password was not given to it."
        ),
        ContactError::NoEncryption => {
            "The contact server offers no secure line, so your password was not given to it.".into()
        }
        ContactError::WrongPassword => {
            "The contact server did not accept this address and password.".into()
        }
        ContactError::Unproved => {
            "The contact server could not show that it knows your account, so Hulp left it. Check the address, and ask who runs the server.".into()
        }
        ContactError::NoWayIn => {
            "The contact server offers no way to sign in that Hulp knows.".into()
        }
        ContactError::Refused(why) => format!("The contact server says no: {why}."),
        ContactError::Nonsense => "What answers there is no proper contact server.".into(),
        ContactError::Lost => "The line to the contact server broke.".into(),
        ContactError::NotConnected => {
            "There is no line to your contact server just now. Look at Settings, under Contacts."
                .into()
        }
        ContactError::Undelivered => "The contact was not reached.".into(),
        ContactError::NoRandomness => "This computer gives no random numbers just now.".into(),
    }
}

/// Whether somebody is there, in a few words.
pub fn presence(person: &Person) -> &'static str {
    match (person.bond, person.presence) {
        (_, Presence::CanHelp) => "There, with Hulp",
        (_, Presence::Online) => "There, without Hulp",
        (Bond::Asked, _) => "Asked; has not answered yet",
        (Bond::NotSeen, _) => "Does not show you whether they are there",
        (Bond::Both | Bond::OneWay, Presence::Offline) => "Not there",
    }
}

/// That somebody wants to be a contact, for who is at another page.
pub fn request(who: &Address) -> String {
    format!("{who} wants to be your contact. You answer in Settings, under Contacts.")
}

/// Who calls, and what for.
pub fn ring(ring: &RingView) -> String {
    let name = name_or(&ring.name, "Somebody");
    match ring.wants {
        RingWants::Help(_) => format!("{name} asks for your help"),
        RingWants::Helping => format!("{name} offers to help you"),
    }
}

/// Where a call stands.
pub fn call(call: &CallView) -> String {
    let name = &call.name;
    match &call.state {
        CallState::Ringing => format!("Hulp rings at {name}, for {RING_SECS} seconds…"),
        CallState::Accepted if call.invitation.is_some() => {
            format!("{name} accepted. When they connect, Hulp asks you.")
        }
        CallState::Accepted => format!("{name} accepted. Hulp connects…"),
        CallState::Declined => format!("{name} declined."),
        CallState::NoAnswer => format!("{name} did not answer for {RING_SECS} seconds."),
        CallState::Failed(why) => fault(why),
        CallState::TakenBack => format!("You took back your call to {name}."),
    }
}
