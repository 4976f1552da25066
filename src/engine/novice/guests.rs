//! Helpers at the door: what they say is checked against the records here, in one place and one after the other.

use std::{net::SocketAddr, time::Instant};

use chrono::Utc;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use super::super::{
    view::{ConsentView, HelperStanding},
    wire::Wire,
};
use super::{
    NoviceSide,
    guest::{FromGuest, Guest, GuestId, ToGuest},
    log_words::refused_why,
    offers::Invited,
    present::{Present, Stage},
};
use crate::{
    invitation::{Fingerprint, InvitationId, InvitationRecord, InvitationState, NotListed},
    net::{Link, Seat},
    session::{End, Lookup, LookupFor, Novice, NoviceEvent, NoviceSetup, Phrase, Refusal},
    store::{Answer, Helper, InvitationEnd, KnownHelper, LogEvent, LogText},
};

/// After so many times no, or nothing, an invitation ends itself: nobody is to be worn down.
const MAX_DECLINES: u8 = 3;
/// The name that the helper gets when the novice's settings have none.
const NAMELESS: &str = "Novice";

/// A helper's connection, as the novice's side knows it.
#[derive(Debug)]
pub(super) struct GuestEntry {
    to: UnboundedSender<ToGuest>,
    pub(super) address: SocketAddr,
    pub(super) key: Fingerprint,
    /// The invitation that was claimed; proved or not.
    claimed: Option<InvitationId>,
    /// A try at the password was taken for this guest and is neither used up nor given back.
    attempt: Option<InvitationId>,
    /// The invitation that came of its offer, and who offered.
    pub(super) invited: Option<Invited>,
    /// The name on the list of whoever offered help.
    pub(super) listed_as: Option<String>,
    /// Why its offer was not heard.
    pub(super) not_listed: Option<NotListed>,
    /// What it did against the rules.
    pub(super) breach: Option<String>,
}

impl GuestEntry {
    pub(super) fn start(id: GuestId, link: Link, seat: Seat, side: &NoviceSide) -> Self {
        let (address, key) = (link.peer_address(), link.peer_key());
        let setup = NoviceSetup {
            exporter: link.exporter(),
            helper_key: key,
            name: side.own_name(),
            control_allowed: side.settings.allow_control,
        };
        let timing = side.shared.timing;
        let session = Novice::new(Instant::now(), setup)
            .with_patience(timing.consent, timing.control)
            .with_resume_time(timing.resume);
        let (to, orders) = unbounded_channel();
        let report = (id, side.from_guests.to.clone());
        let guest = Guest::new(side.shared.clone(), session, Wire::new(link), seat, report);
        tokio::spawn(guest.run(orders));
        Self {
            to,
            address,
            key,
            claimed: None,
            attempt: None,
            invited: None,
            listed_as: None,
            not_listed: None,
            breach: None,
        }
    }

    /// To its task.
    pub(super) fn orders(&self) -> UnboundedSender<ToGuest> {
        self.to.clone()
    }

    pub(super) fn tell(&self, what: ToGuest) {
        let _ = self.to.send(what); // else its task is over, and says so itself
    }

    pub(super) fn came_with(&self, id: InvitationId) -> bool {
        self.claimed == Some(id)
    }

    /// The invitation that they spoke of.
    pub(super) fn claimed(&self) -> Option<InvitationId> {
        self.claimed
    }

    /// Whether they spoke of an invitation.
    pub(super) fn claims_any(&self) -> bool {
        self.claimed.is_some()
    }

    /// The offer that was taken with this invitation.
    fn invited_with(&self, id: InvitationId) -> Option<&Invited> {
        (self.invited.as_ref()).filter(|invited| invited.invitation == id)
    }

    pub(super) fn helper(&self, name: &str) -> Helper {
        Helper {
            name: LogText::from(name),
            key: self.key.into(),
            address: self.address,
        }
    }
}

impl NoviceSide {
    /// The novice's name, as helpers see it.
    pub(super) fn own_name(&self) -> String {
        match self.settings.name.as_str() {
            "" => NAMELESS.to_owned(),
            name => name.to_owned(),
        }
    }

    pub(super) fn tell_guest(&self, id: GuestId, what: ToGuest) {
        if let Some(guest) = self.guests.get(&id) {
            guest.tell(what);
        }
    }

    pub(super) fn next_guest(&mut self) -> GuestId {
        GuestId(self.next_number())
    }

    /// What a guest's task tells.
    pub(super) fn hear(&mut self, id: GuestId, what: FromGuest) {
        match what {
            FromGuest::Event(event) => self.hear_event(id, event),
            FromGuest::Said(text) => self.show_own_words(id, text),
            FromGuest::HeldBack(held_back) => self.show_held_back(id, held_back),
            FromGuest::Over => self.let_go(id),
        }
    }

    fn hear_event(&mut self, id: GuestId, event: NoviceEvent) {
        match event {
            NoviceEvent::LookUp {
                invitation,
                purpose,
            } => self.look_up(id, invitation, purpose),
            NoviceEvent::Proved { invitation } => self.admit(id, invitation),
            NoviceEvent::AskConsent {
                invitation,
                helper_name,
                phrase,
                deadline,
                ..
            } => self.ask_consent(id, invitation, helper_name, phrase, deadline),
            NoviceEvent::Offered { card, .. } => self.hear_offer(id, card.as_deref()),
            NoviceEvent::AskOffer { phrase, deadline } => {
                self.ask_about_offer(id, phrase, deadline);
            }
            NoviceEvent::Breach(breach) => {
                if let Some(guest) = self.guests.get_mut(&id) {
                    guest.breach = Some(breach.to_string());
                }
            }
            NoviceEvent::Refused {
                invitation,
                helper_name,
                refusal,
            } => self.turn_away(id, invitation, &helper_name, &refusal),
            NoviceEvent::Gone { invitation } => self.miss(id, invitation),
            NoviceEvent::ComesBack(comeback) => self.come_back(id, comeback),
            in_session => self.hear_in_session(id, in_session),
        }
    }

    /// The record as it is now. A try at the password is taken off it before anything is compared.
    fn look_up(&mut self, id: GuestId, invitation: InvitationId, purpose: LookupFor) {
        let mut may_see = true;
        if purpose == LookupFor::Password {
            let taken = self.shared.store.take_attempt(invitation);
            let taken = self.check("attempt", taken).flatten().is_some();
            if taken && let Some(guest) = self.guests.get_mut(&id) {
                guest.attempt = Some(invitation);
            }
            // Without a try no record that is still open may be shown, for it would be compared with.
            may_see = taken;
        }
        let record = self.shared.store.invitation(invitation);
        let record = self.check("invitation", record).flatten();
        let starts_afresh = self.starts_afresh(id, invitation);
        let record = record.map(|record| match record.state {
            InvitationState::InUse if starts_afresh => InvitationRecord {
                state: InvitationState::Open,
                ..record
            },
            _ => record,
        });
        let record = record.filter(|record| may_see || record.state != InvitationState::Open);
        // What came of an offer is for the connection that it came of.
        let guest = self.guests.get(&id);
        let invited = guest.is_some_and(|guest| guest.invited_with(invitation).is_some());
        let record = record.filter(|record| invited || !record.is_of_offer());
        let record = record.map(|mut record| {
            let paper = &mut record.invitation;
            paper.expires = self.shared.policy().end_of(paper.made, paper.expires);
            record
        });
        let lookup = Lookup {
            now_utc: Utc::now(),
            busy: !starts_afresh
                && ((self.present.as_ref()).is_some_and(|present| present.guest != id)
                    || self.is_asked_about_another(id)),
            allowed: (record.as_ref()).is_none_or(|record| self.lets_in(id, record)),
            record,
        };
        if let Some(guest) = self.guests.get_mut(&id) {
            guest.claimed = Some(invitation);
            guest.tell(ToGuest::LookedUp(Box::new(lookup)));
        }
    }

    /// Whether settings and policy let this guest in with an invitation; and the list, if that came of an offer.
    fn lets_in(&self, id: GuestId, record: &InvitationRecord) -> bool {
        self.lets_come(record) && self.is_still_listed(id)
    }

    /// Ticket and password are right. Between the look at the record and now another may have come in, so it is looked at again.
    fn admit(&mut self, id: GuestId, invitation: InvitationId) {
        self.give_attempt_back(id);
        if self.starts_afresh(id, invitation) {
            self.tell_present(ToGuest::End(End::LineBroke));
            self.end_session(End::LineBroke);
        }
        let record = self.shared.store.invitation(invitation);
        let record = self.check("invitation", record).flatten();
        let may_come = (record.as_ref()).is_none_or(|record| self.lets_in(id, record));
        let refusal = match record.map(|record| record.state) {
            _ if !may_come => Some(Refusal::PolicyForbids),
            _ if self.present.is_some() || self.is_asked_about_another(id) => Some(Refusal::Busy),
            Some(InvitationState::Open) => None,
            Some(InvitationState::InUse) => Some(Refusal::AlreadyInUse),
            Some(InvitationState::Used) => Some(Refusal::AlreadyUsed),
            Some(InvitationState::Withdrawn) => Some(Refusal::Withdrawn),
            Some(InvitationState::Expired | InvitationState::Voided) => Some(Refusal::Voided),
            None => Some(Refusal::Unknown),
        };
        let Some(guest) = self.guests.get(&id) else {
            return;
        };
        if let Some(refusal) = refusal {
            return guest.tell(ToGuest::Refuse(refusal));
        }
        let helper_key = guest.key;
        let helper = guest.helper("");
        let by_offer = guest.invited_with(invitation).is_some();
        self.present = Some(Present {
            guest: id,
            invitation,
            helper,
            helper_name: String::new(),
            helper_key,
            by_offer,
            first_line: None,
            phrase: String::new(),
            stage: Stage::Proved,
        });
        self.set_state(invitation, InvitationState::InUse, None);
    }

    fn ask_consent(
        &mut self,
        id: GuestId,
        invitation: InvitationId,
        helper_name: String,
        Phrase(phrase): Phrase,
        deadline: Instant,
    ) {
        let guest = self.guests.get(&id);
        if let Some(invited) = guest.and_then(|guest| guest.invited_with(invitation)) {
            let (name, line) = (invited.offerer.name.clone(), invited.line);
            return self.let_in_as_invited(id, invitation, &name, line, phrase);
        }
        let known = guest.map(|guest| guest.key);
        let known = known.and_then(|key| self.check("helper", self.shared.store.helper(&key))?);
        let record = self.shared.store.invitation(invitation);
        let record = self.check("invitation", record).flatten();
        let question = self.next_number();
        let (Some(present), Some(record)) = (&mut self.present, record) else {
            return; // refused a moment ago
        };
        if present.guest != id {
            return;
        }
        present.helper.name = LogText::from(helper_name.as_str());
        present.helper_name.clone_from(&helper_name);
        present.phrase.clone_from(&phrase);
        present.stage = Stage::Asked { question };
        let (helper, helper_key) = (present.helper.clone(), present.helper_key);
        let first_line = self.log(&LogEvent::HelperProved {
            invitation: invitation.into(),
            helper: helper.clone(),
        });
        if let Some(present) = &mut self.present {
            present.first_line = first_line;
        }
        self.log(&LogEvent::ConsentAsked {
            invitation: invitation.into(),
            helper,
            known: known.is_some(),
            phrase: LogText::from(phrase.as_str()),
        });
        if self.log_fails.get() {
            return; // whoever asks is sent away before the next thing happens
        }
        let standing = standing(known);
        let consent = ConsentView {
            expected_key: self.is_expected(invitation, &helper_key),
            question,
            helper_name,
            standing,
            sent: record.sent,
            offered: None,
            phrase,
            deadline,
        };
        self.change_view(|view| view.consent = Some(consent));
    }

    /// The novice said yes to this connection's offer a moment ago, and is not asked twice. The name is that of the list.
    fn let_in_as_invited(
        &mut self,
        id: GuestId,
        invitation: InvitationId,
        name: &str,
        line: Option<u64>,
        phrase: String,
    ) {
        let Some(present) = self.present.as_mut().filter(|present| present.guest == id) else {
            return; // refused a moment ago
        };
        present.helper.name = LogText::from(name);
        name.clone_into(&mut present.helper_name);
        present.phrase = phrase;
        present.first_line = line;
        present.stage = Stage::LetIn;
        let helper = present.helper.clone();
        self.log(&LogEvent::HelperProved {
            invitation: invitation.into(),
            helper,
        });
        self.tell_guest(
            id,
            match self.log_fails.get() {
                true => ToGuest::Forbid,
                false => ToGuest::Accept,
            },
        );
    }

    /// The novice's answer. A late click, on a question that is gone, answers nothing.
    pub(super) fn answer_helper(&mut self, question: u64, allow: bool) {
        if self.answer_offer(question, allow) {
            return;
        }
        let Some(present) = &mut self.present else {
            return;
        };
        if !matches!(present.stage, Stage::Asked { question: asked } if asked == question) {
            return;
        }
        present.stage = Stage::LetIn;
        let (guest, answered) = (
            present.guest,
            LogEvent::ConsentAnswered {
                invitation: present.invitation.into(),
                helper: present.helper.clone(),
                answer: if allow { Answer::Yes } else { Answer::No },
            },
        );
        self.log(&answered);
        self.change_view(|view| view.consent = None);
        if let Some(guest) = self.guests.get(&guest) {
            guest.tell(match allow {
                true if self.log_fails.get() => ToGuest::Forbid,
                true => ToGuest::Accept,
                false => ToGuest::Decline,
            });
        }
    }

    fn turn_away(
        &mut self,
        id: GuestId,
        invitation: Option<InvitationId>,
        helper_name: &str,
        refusal: &Refusal,
    ) {
        match refusal {
            Refusal::WrongPassword { .. } | Refusal::Voided => {
                if let Some(guest) = self.guests.get_mut(&id) {
                    guest.attempt = None; // used up
                }
            }
            _ => self.give_attempt_back(id),
        }
        self.end_offer(
            id,
            match refusal {
                Refusal::NoAnswer => Answer::None,
                _ => Answer::AskedNoMore,
            },
        );
        let was_present = self.leave(id);
        if let Some(present) = &was_present
            && matches!(present.stage, Stage::Asked { .. })
            && *refusal == Refusal::NoAnswer
        {
            self.log(&LogEvent::ConsentAnswered {
                invitation: present.invitation.into(),
                helper: present.helper.clone(),
                answer: Answer::None,
            });
        }
        let Some(guest) = self.guests.get(&id) else {
            return;
        };
        let is_stranger = matches!(
            refusal,
            Refusal::Unknown
                | Refusal::Protocol
                | Refusal::Version { .. }
                | Refusal::SessionOver
                | Refusal::NotOnList
        );
        if was_present.is_none() && is_stranger {
            let unknown = || match refusal {
                Refusal::SessionOver => "no session that could go on".to_owned(),
                Refusal::NotOnList => {
                    let why = guest.not_listed.unwrap_or(NotListed::Unknown);
                    format!("an offer of help, {why}")
                }
                _ => "no invitation of this computer's".to_owned(),
            };
            let what = guest.breach.clone().unwrap_or_else(unknown);
            let kind = match refusal {
                Refusal::Unknown => "unknown",
                Refusal::SessionOver => "session over",
                Refusal::NotOnList => "offer",
                Refusal::Protocol => "protocol",
                _ => "version",
            };
            self.log_stranger(id, kind, &what);
        } else {
            let refused = LogEvent::HelperRefused {
                invitation: invitation.map(Into::into),
                helper: guest.helper(guest.listed_as.as_deref().unwrap_or(helper_name)),
                why: refused_why(refusal),
            };
            self.log_breach(id);
            self.log_refusal(id, refusal, &refused);
        }
        let Some(invitation) = invitation else { return };
        match (refusal, was_present) {
            (Refusal::Declined | Refusal::NoAnswer, Some(_)) => self.count_decline(invitation),
            (_, Some(present)) => self.free(invitation, present.by_offer),
            (Refusal::Voided, None) => self.void_if_used_up(invitation),
            _ => {}
        }
    }

    fn count_decline(&mut self, invitation: InvitationId) {
        let declined = self.shared.store.count_decline(invitation);
        if self
            .check("declines", declined)
            .is_some_and(|n| n >= MAX_DECLINES)
        {
            let how = Some(InvitationEnd::TooOftenDeclined);
            self.set_state(invitation, InvitationState::Voided, how);
        } else {
            self.set_state(invitation, InvitationState::Open, None);
        }
    }

    fn void_if_used_up(&mut self, invitation: InvitationId) {
        let record = self.shared.store.invitation(invitation);
        let record = self.check("invitation", record).flatten();
        if record.is_some_and(|record| record.attempts_left == 0) {
            let how = Some(InvitationEnd::TooManyPasswords);
            self.set_state(invitation, InvitationState::Voided, how);
        }
    }

    /// Nobody is here with this invitation any more, and nobody meant that: it holds on. One that came of an offer was for a connection
    /// that is over.
    pub(super) fn free(&mut self, invitation: InvitationId, by_offer: bool) {
        match by_offer {
            true => self.set_state(invitation, InvitationState::Used, Some(InvitationEnd::Used)),
            false => self.set_state(invitation, InvitationState::Open, None),
        }
    }

    /// The helper went away before the session began.
    fn miss(&mut self, id: GuestId, invitation: Option<InvitationId>) {
        self.end_offer(id, Answer::None);
        let was_present = self.leave(id);
        if let Some(present) = was_present {
            self.log(&LogEvent::HelperGone {
                invitation: Some(present.invitation.into()),
                helper: present.helper,
            });
            self.free(present.invitation, present.by_offer);
        } else {
            let what = match invitation {
                Some(_) => "a helper's Hulp that went away while it proved itself",
                None => "a Hulp that said nothing",
            };
            self.log_stranger(id, "gone", what);
        }
    }

    /// The connection is over. Usually all was told before; not if its task broke off.
    fn let_go(&mut self, id: GuestId) {
        if self
            .present
            .as_ref()
            .is_some_and(|present| present.guest == id)
        {
            tracing::error!("a helper's task broke off");
            self.break_off(id);
        }
        self.end_offer(id, Answer::None);
        // A try that was taken and not used up is not given back here: whoever hangs up in the middle has had it.
        self.guests.remove(&id);
        if self.guests.is_empty() && self.doors.wait_for_guests() {
            self.show_invitations();
        }
    }

    fn give_attempt_back(&mut self, id: GuestId) {
        let attempt = self
            .guests
            .get_mut(&id)
            .and_then(|guest| guest.attempt.take());
        if let Some(invitation) = attempt {
            self.check("attempt", self.shared.store.give_attempt_back(invitation));
        }
    }

    /// Takes the helper off the novice's screen, if it is this one.
    fn leave(&mut self, id: GuestId) -> Option<Present> {
        let present = self.present.take_if(|present| present.guest == id)?;
        self.change_view(|view| view.consent = None);
        Some(present)
    }
}

/// Whether a helper's computer was here before.
pub(super) fn standing(known: Option<KnownHelper>) -> HelperStanding {
    known.map_or(HelperStanding::New, |known| HelperStanding::Known {
        sessions: known.sessions,
        last: known.last,
        name_then: known.name,
    })
}
