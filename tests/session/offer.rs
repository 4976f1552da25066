//! Help that is offered without an invitation: a request for one, and then as with every other.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use hulp::{
    invitation::{Fingerprint, HelperCard, InvitationRecord, OrganisationSecret},
    session::{
        CONSENT_PATIENCE, ControlEnd, ControlRefusal, Expert, ExpertEvent, HANDSHAKE_PATIENCE,
        Lookup, Novice, NoviceEvent, OfferSetup, Refusal,
    },
};

use crate::people::{EXPORTER, novice_setup, record, today};

/// A helper who offers, and the novice's side, on a line without delay.
struct Offer {
    now: Instant,
    novice: Novice,
    expert: Expert,
    novice_events: Vec<NoviceEvent>,
    expert_events: Vec<ExpertEvent>,
}

impl Offer {
    fn new(card: Option<HelperCard>) -> Self {
        let now = Instant::now();
        let setup = OfferSetup {
            exporter: EXPORTER,
            name: "Emil\u{202e}".into(),
            card,
        };
        let mut offer = Self {
            now,
            novice: Novice::new(now, novice_setup()),
            expert: Expert::offering(now, setup),
            novice_events: vec![],
            expert_events: vec![],
        };
        offer.settle();
        offer
    }

    /// Carries what both say until nobody says anything.
    fn settle(&mut self) {
        loop {
            let mut quiet = true;
            while let Some(bytes) = self.expert.poll_transmit() {
                self.novice.handle_bytes(self.now, &bytes);
                quiet = false;
            }
            while let Some(bytes) = self.novice.poll_transmit() {
                self.expert.handle_bytes(self.now, &bytes);
                quiet = false;
            }
            self.novice_events
                .extend(std::iter::from_fn(|| self.novice.poll_event()));
            self.expert_events
                .extend(std::iter::from_fn(|| self.expert.poll_event()));
            if quiet {
                return;
            }
        }
    }

    fn pass(&mut self, time: Duration) {
        self.now += time;
        self.novice.handle_timeout(self.now);
        self.expert.handle_timeout(self.now);
        self.settle();
    }

    fn look_up(&mut self, record: InvitationRecord) {
        let lookup = Lookup {
            record: Some(record),
            now_utc: today(),
            busy: false,
            allowed: true,
        };
        self.novice.looked_up(self.now, lookup);
        self.settle();
    }

    fn invite(&mut self, record: &InvitationRecord, may_control: bool) {
        let invitation = &record.invitation;
        self.novice
            .invite(self.now, invitation.id, &invitation.ticket, may_control);
        self.settle();
    }

    fn novice_saw(&self, wanted: impl Fn(&NoviceEvent) -> bool) -> bool {
        self.novice_events.iter().any(wanted)
    }

    fn expert_saw(&self, wanted: impl Fn(&ExpertEvent) -> bool) -> bool {
        self.expert_events.iter().any(wanted)
    }

    fn refused(&self) -> Option<&Refusal> {
        self.expert_events.iter().find_map(|event| match event {
            ExpertEvent::Refused(refusal) => Some(refusal),
            _ => None,
        })
    }

    fn started(&self) -> Option<bool> {
        self.expert_events.iter().find_map(|event| match event {
            ExpertEvent::Started {
                control_possible, ..
            } => Some(*control_possible),
            _ => None,
        })
    }
}

/// Asked, invited, and let in.
fn let_in(may_control: bool) -> Offer {
    let mut offer = Offer::new(None);
    offer.novice.ask_about_offer(offer.now);
    offer.settle();
    assert!(offer.novice_saw(|e| matches!(e, NoviceEvent::AskOffer { .. })));
    let record = record(false);
    offer.invite(&record, may_control);
    assert!(offer.novice_saw(|e| matches!(e, NoviceEvent::LookUp { .. })));
    offer.look_up(record);
    assert!(offer.novice_saw(|e| matches!(e, NoviceEvent::Proved { .. })));
    offer.novice.accept(offer.now);
    offer.settle();
    offer
}

#[test]
fn an_offer_becomes_an_invitation_and_that_a_session() {
    let offer = let_in(true);
    assert_eq!(offer.started(), Some(true));
    assert!(offer.novice_saw(
        |e| matches!(e, NoviceEvent::Offered { helper_name, card: None } if helper_name == "Emil")
    ));
    let phrases = |e: &ExpertEvent| matches!(e, ExpertEvent::Waiting { .. });
    assert!(offer.expert_saw(phrases));
}

#[test]
fn control_is_only_for_whom_the_list_allows_it() {
    let mut offer = let_in(false);
    assert_eq!(offer.started(), Some(false));
    // Also when the settings forbid control meanwhile, and allow it again.
    offer.novice.allow_control(offer.now, false);
    offer.novice.allow_control(offer.now, true);
    offer.expert.ask_control(offer.now);
    offer.settle();
    assert!(offer.expert_saw(|e| matches!(
        e,
        ExpertEvent::ControlRefused(ControlRefusal::PolicyForbids)
    )));
    assert!(!offer.novice_saw(|e| matches!(e, NoviceEvent::ControlAsked { .. })));
}

#[test]
fn control_ends_when_the_list_gives_sight_alone() {
    let mut offer = let_in(true);
    offer.expert.ask_control(offer.now);
    offer.settle();
    offer.novice.grant_control(offer.now);
    offer.settle();
    assert!(offer.expert_saw(|e| matches!(e, ExpertEvent::ControlGranted)));
    offer.novice.give_only_sight(offer.now);
    offer.settle();
    let ended = |e: &ExpertEvent| matches!(e, ExpertEvent::ControlEnded(ControlEnd::PolicyForbids));
    assert!(offer.expert_saw(ended));
    // For good, whatever the settings say.
    offer.novice.allow_control(offer.now, true);
    offer.expert.ask_control(offer.now);
    offer.settle();
    assert!(offer.expert_saw(|e| matches!(
        e,
        ExpertEvent::ControlRefused(ControlRefusal::PolicyForbids)
    )));
}

#[test]
fn a_stranger_is_refused_and_nobody_is_asked() {
    let mut offer = Offer::new(None);
    offer.novice.refuse(offer.now, Refusal::NotOnList);
    offer.settle();
    assert_eq!(offer.refused(), Some(&Refusal::NotOnList));
    assert!(!offer.novice_saw(|e| matches!(e, NoviceEvent::AskOffer { .. })));
    assert!(offer.novice.is_closed() && offer.expert.is_closed());
    // A yes to what is over does nothing.
    offer.invite(&record(false), true);
    assert_eq!(offer.started(), None);
}

#[test]
fn nobody_gets_an_invitation_whom_the_novice_was_not_asked_about() {
    let mut offer = Offer::new(None);
    offer.invite(&record(false), true);
    offer.novice.accept(offer.now);
    offer.settle();
    assert_eq!(offer.started(), None);
    assert!(!offer.novice_saw(|e| matches!(e, NoviceEvent::LookUp { .. })));
}

#[test]
fn no_is_no_and_no_answer_is_no() {
    let mut offer = Offer::new(None);
    offer.novice.ask_about_offer(offer.now);
    offer.novice.decline(offer.now);
    offer.settle();
    assert_eq!(offer.refused(), Some(&Refusal::Declined));

    let mut offer = Offer::new(None);
    offer.novice.ask_about_offer(offer.now);
    offer.settle();
    let mut left = CONSENT_PATIENCE;
    while let Some(more) = left.checked_sub(Duration::from_secs(1)) {
        offer.pass(Duration::from_secs(1));
        left = more;
    }
    assert_eq!(offer.refused(), Some(&Refusal::NoAnswer));
    // Too late.
    offer.invite(&record(false), true);
    assert_eq!(offer.started(), None);
}

#[test]
fn the_ticket_of_an_offer_is_proved_like_any_other() {
    let mut offer = Offer::new(None);
    offer.novice.ask_about_offer(offer.now);
    offer.settle();
    let given = record(false);
    offer.invite(&given, true);
    let mut other = given;
    other.invitation.ticket = hulp::invitation::TicketSecret([99; 32]);
    offer.look_up(other);
    assert_eq!(offer.refused(), Some(&Refusal::Unknown));
}

#[test]
fn a_yes_that_is_not_followed_up_holds_nothing_open() {
    let mut offer = Offer::new(None);
    offer.novice.ask_about_offer(offer.now);
    let invitation = record(false).invitation;
    let mut silent = offer.novice;
    silent.invite(offer.now, invitation.id, &invitation.ticket, true);
    for second in 1..=HANDSHAKE_PATIENCE.as_secs() + 1 {
        silent.handle_timeout(offer.now + Duration::from_secs(second));
    }
    assert!(silent.is_closed());
}

#[test]
fn a_signed_card_comes_with_the_offer_and_a_forged_one_is_none() {
    let organisation = OrganisationSecret::generate("Helpdesk").unwrap();
    let until = today() + TimeDelta::days(9);
    let card = HelperCard::new("Emil", "", Fingerprint([6; 32]), today(), until).unwrap();
    let card = organisation.sign_card(card);
    let came = |offer: &Offer| {
        offer.novice_events.iter().find_map(|event| match event {
            NoviceEvent::Offered { card, .. } => Some(card.as_deref().cloned()),
            _ => None,
        })
    };
    assert_eq!(
        came(&Offer::new(Some(card.clone()))),
        Some(Some(card.clone()))
    );
    let mut forged = card;
    forged.name = "The Bank".into();
    assert_eq!(came(&Offer::new(Some(forged))), Some(None));
}
