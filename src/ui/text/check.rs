//! `Check this computer`: what works, what does not, and what to do about it.

use super::{
    Said, code_fault, contact, mail,
    reach::{relay_fault, short},
    when::moment,
};
use crate::{
    engine::{
        CheckFact, CheckFault, CheckGap, CheckPart, CheckState, CheckView, Drawing, StopKey,
        WayOut, WayOutFault,
    },
    language::say,
    ui::clock::Clock,
};

/// How a part is called.
pub fn part(part: CheckPart) -> String {
    match part {
        CheckPart::Screen => say!("check-part-screen"),
        CheckPart::Input => say!("check-part-input"),
        CheckPart::StopKeys => say!("check-part-stop-keys"),
        CheckPart::Port => say!("check-part-port"),
        CheckPart::WayOut => say!("check-part-way-out"),
        CheckPart::Router => say!("check-part-router"),
        CheckPart::Relay => say!("check-part-relay"),
        CheckPart::Codes => say!("check-part-codes"),
        CheckPart::Email => say!("check-part-email"),
        CheckPart::Contacts => say!("check-part-contacts"),
        CheckPart::Drawing => say!("check-part-drawing"),
        CheckPart::Keyring => say!("check-part-keyring"),
        CheckPart::Files => say!("check-part-files"),
        CheckPart::Disk => say!("check-part-disk"),
        CheckPart::Clock => say!("check-part-clock"),
    }
}

/// In a word or two, whether it works.
pub fn standing(state: &CheckState) -> String {
    match state {
        CheckState::Trying | CheckState::Asking => say!("check-trying"),
        CheckState::Works(_) => say!("check-works"),
        CheckState::NotSetUp(_) => say!("check-not-set-up"),
        CheckState::Fails(_) => say!("check-does-not-work"),
    }
}

/// What came of a part, and what to do.
pub fn said(clock: &Clock, part: CheckPart, state: &CheckState) -> Said {
    match state {
        CheckState::Trying => Said::new("", ""),
        CheckState::Asking => Said::new(say!("check-asking"), say!("check-asking-next")),
        CheckState::Works(fact) => works(fact),
        CheckState::NotSetUp(gap) => not_set_up(gap),
        CheckState::Fails(fault) => fails(clock, part, fault),
    }
}

/// All of it, as a text to read or to send to somebody.
pub fn report(clock: &Clock, check: &CheckView) -> String {
    let parts = check.parts.iter();
    parts
        .map(|(part, state)| line(clock, *part, state))
        .collect()
}

/// One part of it, with the line's end.
pub fn line(clock: &Clock, part: CheckPart, state: &CheckState) -> String {
    let Said { what, next, .. } = said(clock, part, state);
    let words = [what, next].into_iter().filter(|words| !words.is_empty());
    let words: String = words.map(|words| format!("  {words}\n")).collect();
    let (part, standing) = (self::part(part), standing(state));
    let first = say!("check-report-line", part = part, standing = standing);
    format!("{first}\n{words}")
}

/// What lets a computer draw windows.
pub fn how_to_draw() -> String {
    if cfg!(windows) {
        say!("check-how-to-draw-windows")
    } else {
        say!("check-how-to-draw")
    }
}

/// For who sits before the page: the one part that waits for them.
pub fn try_esc() -> String {
    say!("check-try-esc")
}

/// What all of it comes to.
pub fn summary(failing: usize, is_done: bool) -> String {
    match (failing, is_done) {
        (_, false) => say!("check-going-on"),
        (0, true) => say!("check-all-works"),
        (some, true) => say!("check-some-fail", count = some),
    }
}

fn works(fact: &CheckFact) -> Said {
    let (what, next) = match fact {
        CheckFact::Screen { size, is_blank, .. } => {
            let (width, height) = (size.width, size.height);
            match is_blank {
                false => (
                    say!("check-screen", width = width, height = height),
                    String::new(),
                ),
                true => (
                    say!("check-screen-blank", width = width, height = height),
                    say!("check-screen-blank-next"),
                ),
            }
        }
        CheckFact::PointerMoved => (say!("check-pointer-moved"), String::new()),
        CheckFact::PointerTaken => (say!("check-pointer-taken"), String::new()),
        CheckFact::StopKeysInWindow => (
            say!("check-stop-keys-in-window"),
            say!("check-stop-keys-in-window-next"),
        ),
        CheckFact::StopShortcut(keys) => (
            say!("check-stop-shortcut", keys = keys.as_ref()),
            say!("check-stop-keys-in-window-next"),
        ),
        CheckFact::Watching(None) => (say!("check-watching"), String::new()),
        CheckFact::Watching(Some(StopKey::Escape)) => (say!("check-heard-esc"), String::new()),
        CheckFact::Watching(Some(StopKey::CtrlC)) => (say!("check-heard-ctrl-c"), String::new()),
        CheckFact::Watching(Some(StopKey::Shortcut)) => {
            (say!("check-heard-shortcut"), String::new())
        }
        CheckFact::Listening {
            port,
            instead_of: None,
        } => (say!("check-port", port = *port), String::new()),
        CheckFact::Listening {
            port,
            instead_of: Some(wanted),
        } => (
            say!("check-other-port", wanted = *wanted, port = *port),
            say!("check-other-port-next", wanted = *wanted),
        ),
        CheckFact::WaysOut(tried) => {
            let unreached = tried.iter().any(|way| way.outcome.is_err());
            let next = match unreached {
                true => say!("check-enough-ways-out"),
                false => String::new(),
            };
            (ways(tried), next)
        }
        CheckFact::RouterOpened(outside) => (
            say!("check-router-opened", address = outside.ip().to_string()),
            String::new(),
        ),
        CheckFact::OnTheInternet => (say!("check-on-the-internet"), String::new()),
        CheckFact::RelayFound(relay) => (
            say!("check-relay-found", server = server(relay)),
            String::new(),
        ),
        CheckFact::CodesAnswered(address) => (
            say!("check-server-answers", server = server(address)),
            String::new(),
        ),
        CheckFact::MailProgram => (say!("check-mail-program"), String::new()),
        CheckFact::MailServer(server) => {
            (say!("check-mail-server", server = server), String::new())
        }
        CheckFact::Drawn(Drawing {
            through,
            device,
            in_software,
        }) => {
            let what = match in_software {
                false => say!("check-drawn", through = through, device = device),
                true => say!(
                    "check-drawn-in-software",
                    through = through,
                    device = device
                ),
            };
            (what, String::new())
        }
        CheckFact::ContactServer(address) => (
            say!("check-contact-server", address = address),
            String::new(),
        ),
        CheckFact::Kept => (say!("check-keyring"), String::new()),
        CheckFact::OpensHulp => (say!("check-opens-hulp"), String::new()),
        CheckFact::Written(Some(free)) => (
            say!("check-written-free", free = bytes(*free)),
            String::new(),
        ),
        CheckFact::Written(None) => (say!("check-written"), String::new()),
        CheckFact::ClockFits => (say!("check-clock"), String::new()),
    };
    Said::new(what, next)
}

fn not_set_up(gap: &CheckGap) -> Said {
    let (what, next) = match gap {
        CheckGap::NotAllowed => (say!("check-not-allowed"), String::new()),
        CheckGap::NothingToStop => (say!("check-nothing-to-stop"), String::new()),
        CheckGap::RouterNotAsked => (
            say!("check-router-not-asked"),
            say!("check-router-not-asked-next"),
        ),
        CheckGap::RouterRefused => (
            say!("check-router-refused"),
            say!("check-router-refused-next"),
        ),
        CheckGap::RouterBehindRouter(outside) => (
            say!(
                "check-router-behind-router",
                address = outside.ip().to_string()
            ),
            say!("check-router-behind-router-next"),
        ),
        CheckGap::NoServer => (say!("check-no-server"), String::new()),
        CheckGap::NoRelay => (say!("check-no-relay"), say!("check-no-relay-next")),
        CheckGap::NoMail => (say!("check-no-mail"), say!("check-no-mail-next")),
        CheckGap::NoContacts => (say!("check-no-contacts"), say!("check-no-contacts-next")),
        CheckGap::NoContactsPassword => (
            say!("check-no-contacts-password"),
            say!("check-no-contacts-password-next"),
        ),
        CheckGap::OpensAnother(Some(name)) => (
            say!("check-opens-another", name = name),
            say!("check-opens-another-next"),
        ),
        CheckGap::OpensAnother(None) => (
            say!("check-opens-nothing"),
            say!("check-opens-another-next"),
        ),
        CheckGap::NotTold => (
            say!("check-opener-not-told"),
            say!("check-opener-not-told-next"),
        ),
    };
    Said::new(what, next)
}

fn fails(clock: &Clock, part: CheckPart, fault: &CheckFault) -> Said {
    let (what, next) = match fault {
        CheckFault::Screen(why) => (
            say!("check-screen-fails", why = why),
            say!("check-screen-fails-next"),
        ),
        CheckFault::Input(why) => (
            say!("check-input-fails", why = why),
            say!("check-input-fails-next"),
        ),
        CheckFault::PointerStays => (
            say!("check-pointer-stays"),
            say!("check-pointer-stays-next"),
        ),
        CheckFault::Port(why) => (say!("check-no-port", why = why), say!("check-no-port-next")),
        CheckFault::PortSilent(port) => (
            say!("check-port-silent", port = *port),
            say!("check-port-silent-next"),
        ),
        CheckFault::WaysOut(tried) => (ways(tried), no_way_out(tried)),
        CheckFault::Relay(fault) => (
            sentence(&relay_fault(fault)),
            say!("check-relay-fails-next"),
        ),
        CheckFault::Codes(fault) => {
            let said = code_fault(fault);
            (said.what, said.next)
        }
        CheckFault::Email(fault) => (mail::fault(fault), String::new()),
        CheckFault::Contacts(fault) => (contact::fault(fault), say!("check-contacts-fail-next")),
        CheckFault::NotDrawn => (say!("check-not-drawn"), how_to_draw()),
        CheckFault::Keyring(why) => (
            match why {
                Some(why) => say!("check-keyring-fails", why = short(why)),
                None => say!("check-no-keyring"),
            },
            say!("check-keyring-next"),
        ),
        CheckFault::Disk(why) => (
            say!("check-disk-fails", why = why),
            say!("check-disk-fails-next"),
        ),
        CheckFault::DiskFull(free) => (
            say!("check-disk-full", free = bytes(*free)),
            say!("check-disk-full-next"),
        ),
        CheckFault::ClockBehind(past) => (
            say!("check-clock-behind", moment = moment(clock, *past)),
            say!("check-clock-behind-next"),
        ),
        CheckFault::TimedOut(secs) => (
            say!("check-timed-out", count = *secs),
            match part {
                CheckPart::Keyring => say!("check-keyring-timed-out-next"),
                _ => say!("check-timed-out-next"),
            },
        ),
        CheckFault::Broken => (say!("check-broken"), say!("check-broken-next")),
    };
    Said::new(what, next)
}

fn ways(tried: &[WayOut]) -> String {
    let said = tried.iter().map(|way| {
        let server = &way.server;
        match (&way.outcome, &way.proxy) {
            (Ok(()), None) => say!("way-answers", server = server),
            (Ok(()), Some(proxy)) => {
                say!("way-answers-through", server = server, proxy = proxy)
            }
            (Err(fault), None) => {
                say!("way-fails", server = server, fault = way_out_fault(fault))
            }
            (Err(fault), Some(proxy)) => say!(
                "way-fails-through",
                server = server,
                proxy = proxy,
                fault = way_out_fault(fault)
            ),
        }
    });
    said.collect::<Vec<_>>().join(" ")
}

fn way_out_fault(fault: &WayOutFault) -> String {
    match fault {
        WayOutFault::Address => say!("way-no-address"),
        WayOutFault::NoName => say!("way-no-name"),
        WayOutFault::NoNetwork => say!("way-no-network"),
        WayOutFault::Refused => say!("way-refused"),
        WayOutFault::Silent => say!("way-silent"),
        WayOutFault::Proxy(why) => say!("way-proxy", why = short(why)),
        WayOutFault::Other(why) => short(why),
    }
}

fn no_way_out(tried: &[WayOut]) -> String {
    let all = |is: fn(&WayOutFault) -> bool| {
        tried
            .iter()
            .all(|way| way.outcome.as_ref().err().is_some_and(is))
    };
    if all(|fault| matches!(fault, WayOutFault::NoName | WayOutFault::NoNetwork)) {
        say!("no-way-out-offline")
    } else if tried.iter().any(|way| way.proxy.is_some()) {
        say!("no-way-out-proxy")
    } else {
        say!("no-way-out-firewall")
    }
}

/// A server's name out of its address.
fn server(address: &str) -> &str {
    let begin = address.find("://").map_or(0, |at| at + 3);
    let rest = &address[begin..];
    rest.split('/').next().unwrap_or(rest).trim_end_matches('.')
}

fn bytes(count: u64) -> String {
    const MB: u64 = 1_000_000;
    match count / MB {
        0..1000 => format!("{} MB", count / MB),
        mb => format!("{} GB", mb / 1000),
    }
}

/// The rest of a sentence as one of its own.
fn sentence(rest: &str) -> String {
    let mut signs = rest.chars();
    let Some(first) = signs.next() else {
        return String::new();
    };
    let end = if rest.ends_with('?') { "" } else { "." };
    let signs = first.to_uppercase().chain(signs).chain(end.chars());
    signs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_and_sizes_are_said_plainly() {
        assert_eq!(
            server("wss://codes.example.org:443/v1"),
            "codes.example.org:443"
        );
        assert_eq!(server("https://relay.example.org./"), "relay.example.org");
        assert_eq!(bytes(53_000_000), "53 MB");
        assert_eq!(bytes(123_456_000_000), "123 GB");
        assert_eq!(sentence("no relay answers"), "No relay answers.");
        assert_eq!(sentence("is there internet?"), "Is there internet?");
    }
}
