//! What the novice does: lets in or not, allows control or not, stops it, pauses, speaks, ends.

use std::time::Instant;

use super::{Novice, Session, State};
use crate::{
    protocol::{Limits, ToExpert},
    session::{
        ChatError, ControlEnd, ControlRefusal, End, NoviceEvent, Refusal, chat::Chat,
        control::NoviceControl, flow::Flow, kept::Kept, name, pace::Pace,
    },
};

impl Novice {
    /// The novice says yes.
    pub fn accept(&mut self, now: Instant) {
        self.handle_timeout(now);
        let (State::Asking { .. }, Some(secret)) = (&self.state, self.secret.take()) else {
            return;
        };
        self.state = State::Session(Box::new(Session {
            secret: secret.clone(),
            control: NoviceControl::new(self.setup.control_allowed, self.patience.1),
            flow: Flow::default(),
            pace: Pace::new(now),
            chat: Chat::new(now),
            kept: Kept::default(),
            paused: false,
            held_back: false,
            cursor: (None, None),
            faltering: false,
            cut: None,
        }));
        self.line.set_limits(Limits::TO_NOVICE);
        self.line.alive().start_pinging(now);
        self.say(ToExpert::Accepted {
            name: name::cut(&self.setup.name).to_owned(),
            control_possible: self.setup.control_allowed,
        });
        self.events.push_back(NoviceEvent::Started { secret });
        self.handle_timeout(now);
    }

    /// The novice says no.
    pub fn decline(&mut self, now: Instant) {
        self.handle_timeout(now);
        if matches!(self.state, State::Asking { .. } | State::OfferAsked { .. }) {
            self.end_in_refusal(Refusal::Declined);
        }
    }

    /// Refuses for a reason from outside. Only before the session.
    pub fn refuse(&mut self, now: Instant, refusal: Refusal) {
        self.handle_timeout(now);
        match self.state {
            State::Session(_) | State::Closed => {}
            // The log has its line already; the helper is not told that its password was wrong.
            State::Pausing { .. } => self.close_with(ToExpert::Refused(refusal)),
            _ => self.end_in_refusal(refusal),
        }
    }

    /// The novice let the invitation expire: refused, or ended, from this moment.
    pub fn withdraw(&mut self, now: Instant) {
        self.refuse(now, Refusal::Withdrawn);
        self.end(now, End::Withdrawn);
    }

    /// Ends the session, or the connection before it.
    pub fn end(&mut self, now: Instant, end: End) {
        self.handle_timeout(now);
        match self.state {
            State::Closed => {}
            State::Session(_) => {
                self.close_with(ToExpert::Bye(end));
                self.events.push_back(NoviceEvent::Ended(end));
            }
            State::Pausing { .. } => self.close_with(ToExpert::Bye(end)),
            _ => {
                self.close_with(ToExpert::Bye(end));
                self.tell_gone();
            }
        }
    }

    /// Settings and policy let anybody control this computer from now on, or no more: then a question and a grant are over. Whom the
    /// list of helpers gives sight alone stays with that.
    pub fn allow_control(&mut self, now: Instant, allowed: bool) {
        let allowed = allowed && !self.only_sight;
        self.setup.control_allowed = allowed;
        let change = self
            .session()
            .and_then(|session| session.control.allow(now, allowed));
        self.apply(change);
        self.handle_timeout(now);
    }

    /// The list of helpers gives this one sight alone from now on, whatever it gave before.
    pub fn give_only_sight(&mut self, now: Instant) {
        self.only_sight = true;
        self.allow_control(now, false);
    }

    /// The novice allows control.
    pub fn grant_control(&mut self, now: Instant) {
        self.handle_timeout(now);
        let change = self.session().and_then(|session| session.control.grant());
        self.apply(change);
    }

    /// The novice does not allow control.
    pub fn decline_control(&mut self, now: Instant, why: ControlRefusal) {
        self.handle_timeout(now);
        let change = self
            .session()
            .and_then(|session| session.control.refuse(now, why));
        self.apply(change);
    }

    /// The novice stops control. No input event follows, also none that came before and was not yet given out.
    pub fn stop_control(&mut self, now: Instant, why: ControlEnd) {
        let change = self.session().and_then(|session| session.control.end(why));
        self.apply(change);
        self.handle_timeout(now);
    }

    /// The picture stops, and control with it. What is on its way of the picture is held back too.
    pub fn pause(&mut self, now: Instant) {
        let Some(session) = self.session().filter(|session| !session.paused) else {
            return;
        };
        session.paused = true;
        let ended = session.control.end(ControlEnd::Paused);
        let refused = session.control.refuse(now, ControlRefusal::Paused);
        self.line.hold_update(true);
        self.apply(ended.or(refused));
        self.say(ToExpert::Paused(true));
        self.handle_timeout(now);
    }

    /// The picture goes on.
    pub fn resume(&mut self, now: Instant) {
        let Some(session) = self.session().filter(|session| session.paused) else {
            return;
        };
        session.paused = false;
        session.pace.held_up();
        self.line.hold_update(false);
        self.say(ToExpert::Paused(false));
        self.say_cursor();
        self.handle_timeout(now);
    }

    /// The novice uses mouse or keyboard, so that the expert's input is held back (true), or no longer. Only while controlled;
    /// the end of control ends it on both sides.
    pub fn set_held_back(&mut self, now: Instant, held_back: bool) {
        let Some(session) = self.session() else {
            return;
        };
        if session.control.is_granted() && session.held_back != held_back {
            session.held_back = held_back;
            self.say(ToExpert::HeldBack(held_back));
        }
        self.handle_timeout(now);
    }

    /// Some of the expert's input could not be done.
    pub fn input_left_out(&mut self, now: Instant, own_window: bool) {
        if self.session().is_some() {
            self.say(ToExpert::InputLeftOut { own_window });
        }
        self.handle_timeout(now);
    }

    /// Says something to the expert.
    ///
    /// # Errors
    /// When there is no session, or the text is empty, too long or too soon.
    pub fn chat(&mut self, now: Instant, text: &str) -> Result<(), ChatError> {
        self.handle_timeout(now);
        let session = self.session().ok_or(ChatError::NoSession)?;
        let text = session.chat.send(now, text)?;
        self.say(ToExpert::Chat(text));
        Ok(())
    }
}
