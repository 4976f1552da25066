//! Before consent: who comes, with what proof, and whether the novice is asked.

use std::{mem, time::Instant};

use super::{Novice, State, WRONG_PASSWORD_PAUSE, out_of_turn};
use crate::{
    invitation::{InvitationId, clean_name},
    protocol::{Message, PakeMessage, ToExpert, ToNovice},
    session::{
        Breach, Comeback, Lookup, LookupFor, NoviceEvent, Refusal, SessionSecret,
        admission::{Claim, check_claim, check_record},
        handshake::NoviceHalf,
        phrase::phrase,
    },
};

impl Novice {
    /// The answer to [`NoviceEvent::LookUp`].
    pub fn looked_up(&mut self, now: Instant, lookup: Lookup) {
        self.handle_timeout(now);
        match mem::replace(&mut self.state, State::Closed) {
            State::TicketLookUp(claim) => {
                match check_claim(&claim, &self.setup.exporter, &lookup) {
                    Err(refusal) => self.end_in_refusal(refusal),
                    Ok(record) => {
                        let ticket = &record.invitation.ticket;
                        self.secret = Some(SessionSecret::new(&self.setup.exporter, ticket));
                        let Some(verifier) = &record.verifier else {
                            return self.ask_consent(now, None);
                        };
                        let (half, pake) = NoviceHalf::start(&verifier.key, ticket);
                        self.state = State::PasswordAsked(half);
                        self.say(ToExpert::PasswordNeeded { pake });
                    }
                }
            }
            State::PasswordLookUp {
                half,
                pake,
                confirmation,
            } => self.check_password(now, &lookup, half, pake, &confirmation),
            other => self.state = other,
        }
    }

    pub(super) fn hear_before_consent(&mut self, message: ToNovice) -> Result<(), Breach> {
        match (mem::replace(&mut self.state, State::Closed), message) {
            (
                State::Silent,
                ToNovice::Offer {
                    version,
                    name,
                    card,
                },
            ) => {
                self.hear_offer(version, &name, card);
                Ok(())
            }
            (State::Invited(invited), ToNovice::Hello { invitation, .. })
                if invited.0 != invitation =>
            {
                Err(out_of_turn(
                    "Hello",
                    "with another invitation than the one it was given",
                ))
            }
            (
                State::Silent | State::Invited(_),
                ToNovice::Hello {
                    version,
                    name,
                    invitation,
                    ticket_proof,
                },
            ) => {
                let invitation = InvitationId(invitation);
                self.invitation = Some(invitation);
                self.helper_name = clean_name(&name);
                self.state = State::TicketLookUp(Claim {
                    version,
                    ticket_proof,
                });
                self.look_up(invitation, LookupFor::Ticket);
                Ok(())
            }
            (
                State::Silent,
                ToNovice::Resume {
                    session,
                    proof,
                    received,
                },
            ) => {
                self.state = State::ComingBack;
                self.events.push_back(NoviceEvent::ComesBack(Comeback {
                    helper_key: self.setup.helper_key,
                    session,
                    exporter: self.setup.exporter,
                    proof,
                    received,
                }));
                Ok(())
            }
            (State::PasswordAsked(half), ToNovice::PasswordProof { pake, confirmation }) => {
                self.state = State::PasswordLookUp {
                    half,
                    pake,
                    confirmation,
                };
                if let Some(invitation) = self.invitation {
                    self.look_up(invitation, LookupFor::Password);
                }
                Ok(())
            }
            (state, message) => {
                self.state = state;
                Err(out_of_turn(message.name(), "before it was let in"))
            }
        }
    }

    fn check_password(
        &mut self,
        now: Instant,
        lookup: &Lookup,
        half: NoviceHalf,
        pake: PakeMessage,
        confirmation: &[u8; 32],
    ) {
        let Some(record) = &lookup.record else {
            // Deleted since, or no attempt was left to take.
            return self.end_in_refusal(Refusal::Voided);
        };
        if let Err(refusal) = check_record(record, lookup) {
            return self.end_in_refusal(refusal);
        }
        match half.finish(pake, confirmation, &self.setup.exporter) {
            Some((confirmation, key)) => {
                self.secret = self.secret.take().map(|secret| secret.with_password(&key));
                self.ask_consent(now, Some(confirmation));
            }
            None => {
                let refusal = match record.attempts_left {
                    0 => Refusal::Voided,
                    attempts_left => Refusal::WrongPassword { attempts_left },
                };
                self.tell_refused(refusal.clone());
                self.state = State::Pausing {
                    until: now + WRONG_PASSWORD_PAUSE,
                    refusal,
                };
            }
        }
    }

    fn ask_consent(&mut self, now: Instant, confirmation: Option<[u8; 32]>) {
        let Some(invitation) = self.invitation else {
            return;
        };
        let deadline = now + self.patience.0;
        self.state = State::Asking { deadline };
        self.say(ToExpert::Waiting {
            answer_within_secs: u16::try_from(self.patience.0.as_secs()).unwrap_or(u16::MAX),
            confirmation,
        });
        self.events.push_back(NoviceEvent::Proved { invitation });
        self.events.push_back(NoviceEvent::AskConsent {
            invitation,
            helper_name: self.helper_name.clone(),
            helper_key: self.setup.helper_key,
            phrase: phrase(&self.setup.exporter),
            deadline,
        });
    }

    fn look_up(&mut self, invitation: InvitationId, purpose: LookupFor) {
        self.events.push_back(NoviceEvent::LookUp {
            invitation,
            purpose,
        });
    }
}
