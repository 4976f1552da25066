//! Helpers who offer help and mean harm: strangers by the thousand, one who may only see and sends input anyway, and one who would
//! share what came of an offer.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use chrono::{TimeDelta, Utc};
use hulp::{
    engine::{self, Command, End, HelpersCommand, ListenView, SettingsView},
    input::{InputEvent, PointerButton},
    invitation::{Fingerprint, HelperCard, InvitationId, TicketSecret, ticket_proof},
    net::Identity,
    protocol::{Refusal, Ticket, ToExpert, ToNovice, VERSION},
    session::ExpertEvent,
    store::LogEvent,
};

use super::{door::memory_mb, keys::Caller, peer::Peer, people::Person};

fn novice_key(novice: &Person) -> Fingerprint {
    engine::identity(&novice.store()).unwrap().fingerprint()
}

fn again(identity: &Identity) -> Identity {
    Identity::from_pem(&identity.to_pem()).unwrap()
}

/// A novice who takes offers of the helper with this key, and the port for them.
fn taking(helper: &Identity, may_control: bool) -> (Person, u16) {
    let novice = Person::new();
    let (from, until) = (
        Utc::now() - TimeDelta::days(1),
        Utc::now() + TimeDelta::days(1),
    );
    let card = HelperCard::new("Jan", "", helper.fingerprint(), from, until).unwrap();
    let path = novice.file("jan.hulpcard");
    std::fs::write(&path, card.to_text()).unwrap();
    novice.send(Command::Helpers(HelpersCommand::Read(path)));
    novice.send(Command::Helpers(HelpersCommand::Add { may_control }));
    novice.send(Command::save_settings(
        &novice.view().settings,
        SettingsView {
            allow_offers: true,
            ..novice.view().settings.clone()
        },
    ));
    let port = novice.wait("an open door", |view| match view.novice.listen {
        ListenView::On { port } => Some(port),
        _ => None,
    });
    (novice, port)
}

/// Until the novice was asked; then says yes.
fn say_yes(novice: &Person) {
    let consent = novice.consent();
    assert_eq!(
        consent.helper_name, "Jan",
        "as on the list, not as they say"
    );
    novice.answer(&consent, true);
}

#[test]
fn whoever_may_only_see_sends_input_in_vain() {
    let helper = Identity::generate().unwrap();
    let (novice, port) = taking(&helper, false);
    let mut peer = Peer::offering(port, novice_key(&novice), helper).unwrap();
    let novice = Arc::new(novice);
    let asked = {
        let novice = novice.clone();
        thread::spawn(move || say_yes(&novice))
    };
    let started = peer.hear(|event| matches!(event, ExpertEvent::Started { .. }));
    asked.join().unwrap();
    let Some(ExpertEvent::Started {
        control_possible, ..
    }) = started
    else {
        panic!("let in");
    };
    assert!(!control_possible);
    // Asks against the rules, takes a grant that nobody gave, and presses.
    for grant in 0..3 {
        peer.say(ToNovice::AskControl {
            question: grant + 1,
        });
        peer.say(ToNovice::Input {
            grant,
            events: vec![
                InputEvent::PointerMoved { x: 10, y: 10 },
                InputEvent::Button {
                    button: PointerButton::Left,
                    pressed: true,
                },
            ],
        });
    }
    let ended = novice.wait("the end of it", |view| {
        view.novice.ended.as_ref().map(|ended| ended.end)
    });
    assert_eq!(ended, End::Protocol, "input that nobody allowed");
    assert_eq!(novice.desktop.injected(), []);
    assert_eq!(novice.desktop.held(), []);
    novice.close();
    let granted =
        |event: &LogEvent| matches!(event, LogEvent::ControlGranted | LogEvent::ControlAsked);
    assert!(!novice.log().iter().any(granted));
}

#[test]
fn what_came_of_an_offer_is_for_its_own_connection_alone() {
    let helper = Identity::generate().unwrap();
    let (novice, port) = taking(&helper, true);
    let key = novice_key(&novice);
    let mut peer = Peer::offering(port, key, again(&helper)).unwrap();
    say_yes(&novice);
    // Hears the invitation, and does not answer it.
    let (invitation, ticket) = loop {
        match peer.first_word() {
            Some(ToExpert::Invited { invitation, ticket }) => break (invitation, ticket),
            Some(_) => {}
            None => panic!("dropped"),
        }
    };
    let Ticket(ticket) = ticket;
    let mut other = Peer::with_ticket(
        port,
        key,
        again(&helper),
        InvitationId(invitation),
        TicketSecret(ticket),
    );
    let refused = other.hear(|event| matches!(event, ExpertEvent::Refused(_)));
    assert!(
        matches!(refused, Some(ExpertEvent::Refused(Refusal::Unknown))),
        "{refused:?}"
    );
    assert!(novice.view().novice.session.is_none());
    // Another invitation than its own is against the rules, even where it is known.
    peer.say(ToNovice::Hello {
        version: VERSION,
        name: "Jan".into(),
        invitation: [9; 16],
        ticket_proof: ticket_proof(&TicketSecret([9; 32]), &[0; 32]),
    });
    assert!(matches!(
        peer.first_word(),
        Some(ToExpert::Refused(Refusal::Protocol))
    ));
}

/// So many offers of strangers, from several addresses at once, and more until so many came so far as to be refused.
fn strangers_offer(port: u16, offers: usize, refusals: usize) {
    const CALLERS: u8 = 8;
    let (left, refused) = (AtomicUsize::new(offers), AtomicUsize::new(0));
    thread::scope(|scope| {
        for caller in 1..=CALLERS {
            let (left, refused) = (&left, &refused);
            scope.spawn(move || {
                let caller = Caller::new(&Identity::generate().unwrap(), caller);
                let one_less = |left: usize| left.checked_sub(1);
                while (left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less)).is_ok()
                    || refused.load(Ordering::SeqCst) < refusals
                {
                    if caller.offers(port) {
                        refused.fetch_add(1, Ordering::SeqCst);
                    }
                }
            });
        }
    });
}

/// So many offers at least are refused in a flood of them; far fewer are told in the log.
const REFUSALS: usize = 300;

#[test]
#[cfg(target_os = "linux")] // every address of 127.0.0.0/8 is one's own there
fn ten_thousand_offers_show_nothing_and_leave_few_lines() {
    let helper = Identity::generate().unwrap();
    let (novice, port) = taking(&helper, true);
    let key = novice_key(&novice);
    strangers_offer(port, 2_000, 0);
    let before = memory_mb();
    thread::scope(|scope| {
        scope.spawn(|| strangers_offer(port, 8_000, REFUSALS));
        // Meanwhile the helper who is on the list gets through.
        let asked = scope.spawn(|| say_yes(&novice));
        let mut peer = Peer::offering(port, key, again(&helper)).unwrap();
        let started = peer.hear(|event| matches!(event, ExpertEvent::Started { .. }));
        assert!(started.is_some());
        asked.join().unwrap();
    });
    let grown = memory_mb().saturating_sub(before);
    assert!(grown < 50, "{grown} MB more in use");
    assert!(novice.view().novice.consent.is_none());
    novice.close();
    let log = novice.log();
    let asked = |event: &&LogEvent| matches!(event, LogEvent::OfferAsked { .. });
    assert_eq!(log.iter().filter(asked).count(), 1, "of the one helper");
    let strangers = |event: &&LogEvent| matches!(event, LogEvent::BadConnection { .. });
    let told = log.iter().filter(strangers).count();
    assert!((1..REFUSALS / 3).contains(&told), "{told} lines");
}

/// Seats for those who have proved nothing.
const SEATS: usize = 32;

#[test]
#[cfg(target_os = "linux")] // as above
fn strangers_who_only_sit_there_take_a_few_seats_and_no_more() {
    let helper = Identity::generate().unwrap();
    let (novice, port) = taking(&helper, true);
    let stranger = Identity::generate().unwrap();
    // Three times as many as there are seats, though few from each address.
    let callers: Vec<_> = (100..150).map(|n| Caller::new(&stranger, n)).collect();
    let twice = callers.iter().chain(&callers);
    let mut sitting: Vec<_> = twice
        .filter_map(|caller| Some((caller, caller.sits(port)?)))
        .collect();
    // Those who sit in silence are sent away in half a minute; those who are too many, at once.
    let until = Instant::now() + Duration::from_secs(5);
    loop {
        sitting.retain_mut(|(caller, stream)| caller.still_sits(stream));
        if sitting.len() <= SEATS {
            break;
        }
        assert!(Instant::now() < until, "{} sit there", sitting.len());
    }
    assert!(!sitting.is_empty(), "nobody was let in at all");
    // The helper who is on the list is heard all the same.
    let mut peer = Peer::offering(port, novice_key(&novice), again(&helper)).unwrap();
    thread::scope(|scope| {
        scope.spawn(|| say_yes(&novice));
        let started = peer.hear(|event| matches!(event, ExpertEvent::Started { .. }));
        assert!(started.is_some());
    });
}
