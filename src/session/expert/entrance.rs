//! Before the session: the proofs, both ways, and the novice's answer.

use std::{
    mem,
    time::{Duration, Instant},
};

use zeroize::Zeroizing;

use super::{Expert, Session, State};
use crate::{
    invitation::clean_name,
    protocol::{Message, PakeMessage, ToExpert, ToNovice},
    session::{
        Breach, End, ExpertEvent, chat::Chat, control::ExpertControl, flow::Flow,
        handshake::ExpertHalf, kept::Kept, phrase::phrase,
    },
};

/// The longest time to answer that a novice's computer may claim for its novice.
const LONGEST_PATIENCE: Duration = Duration::from_secs(600);

impl Expert {
    pub(super) fn hear_before_session(
        &mut self,
        now: Instant,
        message: ToExpert,
    ) -> Result<(), Breach> {
        match (mem::replace(&mut self.state, State::Closed), message) {
            (_, ToExpert::Refused(refusal)) => {
                self.line.cut();
                self.events.push_back(ExpertEvent::Refused(refusal));
            }
            (
                State::Offering { name, .. },
                ToExpert::Waiting {
                    answer_within_secs,
                    confirmation: None,
                },
            ) => self.wait_for_invitation(now, name, answer_within_secs),
            (State::OfferAsked { name, .. }, ToExpert::Invited { invitation, ticket }) => {
                self.greet_as_invited(now, &name, invitation, &ticket);
            }
            (
                State::Greeting {
                    password_key,
                    deadline,
                },
                ToExpert::PasswordNeeded { pake },
            ) => self.prove_password(password_key, deadline, pake),
            (
                State::Greeting { password_key, .. },
                ToExpert::Waiting {
                    answer_within_secs,
                    confirmation: None,
                },
            ) => {
                // Who made the invitation asks for the password that it says is needed. Who does not ask made another.
                if password_key.is_some() {
                    self.close_with(End::ExpertLeft, ExpertEvent::NoviceNotProved);
                } else {
                    self.wait(now, answer_within_secs);
                }
            }
            (
                State::Proving { half, .. },
                ToExpert::Waiting {
                    answer_within_secs,
                    confirmation,
                },
            ) => {
                if confirmation.is_some_and(|answer| half.is_confirmed_by(&answer)) {
                    self.secret = self.secret.with_password(&half.key);
                    self.wait(now, answer_within_secs);
                } else {
                    self.close_with(End::ExpertLeft, ExpertEvent::NoviceNotProved);
                }
            }
            (
                State::Waiting { .. },
                ToExpert::Accepted {
                    name,
                    control_possible,
                },
            ) => {
                self.state = State::Session(Box::new(Session {
                    control: ExpertControl::default(),
                    flow: Flow::default(),
                    chat: Chat::new(now),
                    kept: Kept::default(),
                    cut: None,
                }));
                self.set_session_limits();
                self.events.push_back(ExpertEvent::Started {
                    name: clean_name(&name),
                    control_possible,
                });
            }
            (state, message) => {
                self.state = state;
                return Err(Breach::OutOfTurn {
                    said: message.name(),
                    when: "before the session",
                });
            }
        }
        Ok(())
    }

    fn prove_password(
        &mut self,
        password_key: Option<Zeroizing<[u8; 32]>>,
        deadline: Instant,
        pake: PakeMessage,
    ) {
        let Some(password_key) = password_key else {
            return self.close_with(End::ExpertLeft, ExpertEvent::PasswordMissing);
        };
        let Some(half) = ExpertHalf::answer(&password_key, pake, &self.exporter) else {
            return self.close_with(End::ExpertLeft, ExpertEvent::NoviceNotProved);
        };
        let (pake, confirmation) = (half.pake, half.confirmation);
        self.state = State::Proving { half, deadline };
        self.say(ToNovice::PasswordProof { pake, confirmation });
    }

    fn wait(&mut self, now: Instant, answer_within_secs: u16) {
        let deadline = self.tell_waiting(now, answer_within_secs);
        self.state = State::Waiting { deadline };
    }

    /// Tells until when the novice may answer.
    pub(super) fn tell_waiting(&mut self, now: Instant, answer_within_secs: u16) -> Instant {
        let patience = Duration::from_secs(answer_within_secs.into()).min(LONGEST_PATIENCE);
        let deadline = now + patience;
        self.events.push_back(ExpertEvent::Waiting {
            phrase: phrase(&self.exporter),
            deadline,
        });
        deadline
    }
}
