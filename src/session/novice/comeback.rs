//! When the connection breaks, and when the helper's computer comes back over another.

use std::{mem, time::Instant};

use super::{Novice, State};
use crate::{
    protocol::{Limits, ToExpert},
    session::{Breach, Comeback, End, NoviceEvent, flow::Flow, line::Line, pace::Pace},
};

impl Novice {
    /// A helper's computer came back over a new connection, and says that this session goes on. If it proves the session's secret,
    /// and has the helper's key, that is so: from now on the new connection is this session's, and what
    /// [`Novice::poll_transmit`] gives is for it. Otherwise nothing changes, and it answers false.
    pub fn come_back(&mut self, now: Instant, comeback: &Comeback) -> bool {
        self.handle_timeout(now);
        let State::Session(session) = &self.state else {
            return false;
        };
        let is_helper = comeback.helper_key == self.setup.helper_key;
        if !is_helper || !session.secret.is_proved_by(comeback) {
            return false;
        }
        // Perhaps only the expert's side has noticed so far.
        self.line_broke(now);
        self.go_on(now, comeback)
            .unwrap_or_else(|breach| self.end_for_breach(breach));
        true
    }

    fn go_on(&mut self, now: Instant, comeback: &Comeback) -> Result<(), Breach> {
        let State::Session(session) = &mut self.state else {
            return Ok(());
        };
        self.line = Line::new(now);
        self.line.set_limits(Limits::TO_NOVICE);
        self.line.alive().start_pinging(now);
        self.line.hold_update(session.paused);
        session.cut = None;
        session.faltering = false;
        session.flow = Flow::default();
        session.pace = Pace::new(now);
        session.kept.settle("Resume", comeback.received)?;
        let held_back = (session.control.is_granted()).then_some(session.held_back);
        let again: Vec<ToExpert> = session.kept.waiting().cloned().collect();
        let resumed = ToExpert::Resumed {
            proof: session.secret.novice_proof(&comeback.exporter),
            received: session.kept.tell(),
        };
        self.events.push_back(NoviceEvent::Resumed);
        for message in [resumed].into_iter().chain(again) {
            if self.line.say(message).is_err() {
                self.line_broke(now);
                return Ok(());
            }
        }
        if let Some(held_back) = held_back {
            self.say(ToExpert::HeldBack(held_back));
        }
        self.say_cursor();
        self.handle_timeout(now);
        Ok(())
    }

    /// Whether the session waits for a connection.
    pub(super) fn is_cut(&self) -> bool {
        matches!(&self.state, State::Session(session) if session.cut.is_some())
    }

    pub(super) fn wait_for_connection(&mut self, now: Instant) {
        let State::Session(session) = &mut self.state else {
            return;
        };
        if session.cut.is_some_and(|until| now >= until) {
            return self.lose();
        }
        let change = session.control.handle_timeout(now);
        self.apply(change);
    }

    /// The line fell silent while the expert is in control (true), or the other side was heard again.
    pub(super) fn falter(&mut self, falters: bool) {
        let State::Session(session) = &mut self.state else {
            return;
        };
        let is_news = session.faltering != falters && (session.control.is_granted() || !falters);
        if is_news {
            session.faltering = falters;
            self.events.push_back(NoviceEvent::LineFalters(falters));
        }
    }

    /// The connection is no more, since `at` or since it fell silent.
    pub(super) fn line_broke(&mut self, at: Instant) {
        let since = at.min(self.line.silent_at());
        self.line.cut();
        match &mut self.state {
            State::Session(session) if session.cut.is_some() => {}
            State::Session(session) => {
                let until = since + self.resume_time;
                session.cut = Some(until);
                self.events
                    .retain(|event| !matches!(event, NoviceEvent::Input(_)));
                if until <= at {
                    return self.lose();
                }
                self.events.push_back(NoviceEvent::Interrupted { until });
            }
            State::Pausing { .. } | State::Closed => self.state = State::Closed,
            _ => {
                self.state = State::Closed;
                self.tell_gone();
            }
        }
    }

    /// The session is over for want of a connection.
    pub(super) fn lose(&mut self) {
        self.line.cut();
        if let State::Session(_) = mem::replace(&mut self.state, State::Closed) {
            self.events.push_back(NoviceEvent::Ended(End::LineBroke));
        }
    }

    /// Tells how many kept messages came, if there are more than were told.
    pub(super) fn say_what_came(&mut self) {
        let Some(session) = self.session() else {
            return;
        };
        if session.cut.is_none() && session.kept.has_news() {
            let got = ToExpert::Got(session.kept.tell());
            self.say(got);
        }
    }

    /// Tells what is known of the pointer, unless it is not to be seen.
    pub(super) fn say_cursor(&mut self) {
        let Some(session) = self.session().filter(|session| !session.paused) else {
            return;
        };
        let (shape, at) = session.cursor.clone();
        if let Some(shape) = shape {
            self.say(ToExpert::CursorShape(shape));
        }
        if let Some(at) = at {
            self.say(ToExpert::CursorAt(at));
        }
    }
}
