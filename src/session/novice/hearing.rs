//! In the session: what the expert says, and what becomes of control.

use std::time::Instant;

use super::{Novice, State, out_of_turn};
use crate::{
    protocol::{Message, ToExpert, ToNovice},
    session::{Breach, NoviceEvent, control::Change},
};

impl Novice {
    pub(super) fn hear_in_session(
        &mut self,
        now: Instant,
        message: ToNovice,
    ) -> Result<(), Breach> {
        let written = self.line.updates_written();
        let State::Session(session) = &mut self.state else {
            return Ok(());
        };
        session.kept.count(&message);
        match message {
            ToNovice::Got(count) => session.kept.settle("Got", count),
            ToNovice::Shown(count) => {
                let more = session.flow.acknowledge(count, written)?;
                session.pace.shown(now, more);
                Ok(())
            }
            ToNovice::Chat(text) => {
                let text = session.chat.receive(now, text)?;
                self.events.push_back(NoviceEvent::Chat(text));
                Ok(())
            }
            ToNovice::AskControl { question } => {
                let change = session.control.ask(now, question, session.paused)?;
                self.apply(change);
                Ok(())
            }
            ToNovice::ReleaseControl { question } => {
                let change = session.control.release(now, question)?;
                self.apply(change);
                Ok(())
            }
            ToNovice::Input { grant, events } => {
                if session.control.admits(grant)? {
                    self.events.push_back(NoviceEvent::Input(events));
                }
                Ok(())
            }
            ToNovice::Pong(number) => {
                let trip = self.line.alive().answered(number, now);
                if let (Some(trip), State::Session(session)) = (trip, &mut self.state) {
                    session.pace.learn_trip(now, trip);
                }
                Ok(())
            }
            other => Err(out_of_turn(other.name(), "in a session")),
        }
    }

    /// Says and tells what became of control.
    pub(super) fn apply(&mut self, change: Option<Change>) {
        match change {
            None => {}
            Some(Change::Asked { deadline }) => {
                self.events
                    .push_back(NoviceEvent::ControlAsked { deadline });
            }
            Some(Change::Withdrawn) => {
                self.events.push_back(NoviceEvent::ControlQuestionWithdrawn);
            }
            Some(Change::Refused {
                question,
                why,
                seen,
            }) => {
                self.say(ToExpert::ControlRefused { question, why });
                if seen {
                    self.events.push_back(NoviceEvent::ControlNotGranted(why));
                }
            }
            Some(Change::Granted { grant }) => {
                self.say(ToExpert::ControlGranted { grant });
                self.events.push_back(NoviceEvent::ControlGranted);
            }
            Some(Change::Ended { grant, why, tell }) => {
                if let Some(session) = self.session() {
                    session.held_back = false;
                }
                if tell {
                    self.events
                        .retain(|event| !matches!(event, NoviceEvent::Input(_)));
                    self.say(ToExpert::ControlEnded { grant, why });
                }
                self.events.push_back(NoviceEvent::ControlEnded(why));
            }
        }
    }
}
