//! The sentences about offers of help.

use super::{
    Said, expert_end, name_or,
    when::{how_long, moment},
};
use crate::{
    engine::{
        ComputerView, ConnectStep, ExpertEnd, HelperStanding, HelpersChange, HelpersFault,
        HelpersPaper, OfferedView, Refusal,
    },
    invitation::CardError,
    language::say,
    ui::clock::Clock,
};

/// `NAME (ORGANISATION) offers to help you`, with an organisation that the list says; nobody's name may look like one.
pub fn heading(name: &str, offered: &OfferedView) -> String {
    let name = name.replace(['(', ')'], "");
    match offered.organisation.as_str() {
        organisation if offered.is_vouched_for && !organisation.is_empty() => say!(
            "offers-to-help-of",
            name = name,
            organisation = organisation
        ),
        _ => say!("offers-to-help", name = name),
    }
}

/// Who says who they are.
pub fn vouched(name: &str, offered: &OfferedView) -> String {
    match (offered.organisation.as_str(), offered.is_vouched_for) {
        ("", true) => say!("vouched-by-an-organisation", name = name),
        ("", false) => say!("vouched-by-the-list", name = name),
        (organisation, true) => say!("vouched-by", organisation = organisation, name = name),
        (organisation, false) => say!(
            "vouched-by-the-list-says-of",
            name = name,
            organisation = organisation
        ),
    }
}

/// What a yes to an offer allows.
pub fn allows(offered: &OfferedView) -> String {
    if offered.may_control {
        say!("offer-allows-control")
    } else {
        say!("offer-allows-sight")
    }
}

/// Whether a helper was here before; the name is that of the list.
pub fn standing(clock: &Clock, standing: &HelperStanding, name: &str) -> String {
    match standing {
        HelperStanding::New => say!("offerer-new", name = name),
        HelperStanding::Known { last, .. } => {
            say!("offerer-known", name = name, last = moment(clock, *last))
        }
    }
}

/// A step on the way to a session with the computer of this name.
pub fn step(step: ConnectStep, name: &str) -> String {
    match step {
        ConnectStep::Reaching => say!("reaching-name", name = name),
        ConnectStep::WaitingForAnswer { .. } => say!("waiting-for-who-sits-at", name = name),
        other => super::step(other, name),
    }
}

/// How a computer that was reached is known.
pub fn computer_words(computer: &ComputerView) -> String {
    if computer.is_new {
        say!("computer-new")
    } else {
        say!("computer-known")
    }
}

/// Why it did not come to a session, or why that ended, to whoever offered help at `name`.
pub fn offer_end(clock: &Clock, end: &ExpertEnd, name: &str) -> Said {
    match end {
        ExpertEnd::NoPlace => {
            Said::new(say!("offer-no-place"), say!("offer-no-place-next")).try_again()
        }
        ExpertEnd::NoSuchName(why) => Said::new(
            say!("offer-no-such-name", name = name, why = why),
            say!("offer-no-such-name-next"),
        )
        .try_again(),
        ExpertEnd::NotReached { .. } => Said::new(
            say!("offer-not-reached", name = name),
            say!("offer-not-reached-next"),
        )
        .try_again(),
        ExpertEnd::KeyChanged {
            words,
            by_address: false,
        } => Said::new(
            say!("offer-key-changed", name = name, words = words),
            say!("offer-key-changed-next"),
        ),
        ExpertEnd::KeyChanged {
            words,
            by_address: true,
        } => Said::new(
            say!("offer-key-changed-there", name = name, words = words),
            say!("offer-key-changed-there-next"),
        ),
        ExpertEnd::WrongComputer => Said::new(
            say!("offer-not-hulp", name = name),
            say!("offer-not-hulp-next"),
        )
        .try_again(),
        ExpertEnd::Refused(Refusal::NotOnList) => Said::new(
            say!("offer-not-on-list", name = name),
            say!("offer-not-on-list-next"),
        ),
        ExpertEnd::Refused(Refusal::TooSoon { wait_secs }) => Said::new(
            say!("offer-too-soon", name = name),
            say!(
                "offer-too-soon-next",
                wait = how_long(u64::from(*wait_secs))
            ),
        )
        .try_again(),
        other => expert_end(clock, other, name),
    }
}

/// Why no computer nearby can be heard.
pub fn nearby_trouble(why: &str) -> String {
    say!("nearby-unheard", why = why)
}

/// What a file says that was read for the list of helpers.
pub fn paper(paper: &HelpersPaper) -> String {
    match paper {
        HelpersPaper::Card(card) => match card.organisation.as_str() {
            "" => say!("card-of", name = card.name),
            organisation if card.signed_by().is_some() => {
                say!("card-signed", name = card.name, organisation = organisation)
            }
            organisation => say!(
                "card-says-of",
                name = card.name,
                organisation = organisation
            ),
        },
        HelpersPaper::Organisation(of) => say!("organisation-key-of", name = of.name),
        HelpersPaper::TakenBack {
            organisation,
            helpers,
        } => {
            let unnamed = say!("an-organisation-on-your-list");
            say!(
                "taken-back-list",
                organisation = name_or(organisation, &unnamed),
                helpers = *helpers
            )
        }
    }
}

/// What became of a change of the list of helpers.
pub fn change(change: &HelpersChange) -> String {
    match change {
        HelpersChange::Read(read) => paper(read),
        HelpersChange::Added { name, words } => say!("list-added", name = name, words = words),
        HelpersChange::Removed(name) => say!("list-removed", name = name),
        HelpersChange::TakenBack {
            organisation,
            helpers,
        } => {
            let unnamed = say!("that-organisation");
            say!(
                "list-taken-back",
                helpers = *helpers,
                organisation = name_or(organisation, &unnamed)
            )
        }
        HelpersChange::Failed(why) => say!("list-failed", why = helpers_fault(why)),
    }
}

fn helpers_fault(fault: &HelpersFault) -> String {
    match fault {
        HelpersFault::NotYours => say!("list-not-yours"),
        HelpersFault::OfNobodyHere => say!("list-of-nobody-here"),
        HelpersFault::NothingRead => say!("list-nothing-read"),
        HelpersFault::Card(fault) => card_fault(fault),
        HelpersFault::System(why) => say!("list-system", why = why),
    }
}

/// Why a card, or another file of an organisation's, cannot be used; the rest of a sentence.
pub fn card_fault(fault: &CardError) -> String {
    match fault {
        CardError::TooLarge => say!("card-fault-too-large"),
        CardError::Wrong(why) => say!("card-fault-wrong", why = why),
        CardError::NewerVersion(version) => say!("card-fault-newer", version = *version),
        CardError::Name => say!("card-fault-name"),
        CardError::Dates => say!("card-fault-dates"),
        CardError::Words => say!("card-fault-words"),
        CardError::Signature => say!("card-fault-signature"),
        CardError::NotYet(from) => say!("card-fault-not-yet", moment = from.to_string()),
        CardError::Expired(until) => say!("card-fault-expired", moment = until.to_string()),
        CardError::OtherOrganisation => say!("card-fault-other-organisation"),
        CardError::OlderList { known, came } => {
            say!("card-fault-older-list", known = *known, came = *came)
        }
        CardError::ListFull => say!("card-fault-list-full"),
        CardError::NoRandomness => say!("card-fault-no-randomness"),
    }
}
