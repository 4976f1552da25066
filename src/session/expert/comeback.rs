//! When the connection breaks, and how the session goes on over another.

use std::time::Instant;

use subtle::ConstantTimeEq;

use super::{Cut, Expert, State};
use crate::{
    protocol::{Message, ToExpert, ToNovice},
    session::{Breach, End, ExpertEvent, flow::Flow, line::Line},
};

impl Expert {
    /// Whether the session has no connection and waits for one: connect again, and call [`Expert::reconnected`]. A connection that
    /// there still is may be dropped.
    pub fn needs_connection(&self) -> bool {
        self.cut().is_some_and(|cut| cut.trying.is_none())
    }

    /// There is another connection to the novice's computer, with this keying material (RFC 9266); what [`Expert::poll_transmit`]
    /// gives is for it. Nothing happens unless [`Expert::needs_connection`].
    pub fn reconnected(&mut self, now: Instant, exporter: [u8; 32]) {
        self.handle_timeout(now);
        let State::Session(session) = &mut self.state else {
            return;
        };
        let Some(cut @ Cut { trying: None, .. }) = &mut session.cut else {
            return;
        };
        cut.trying = Some(exporter);
        let resume = ToNovice::Resume {
            session: self.secret.name(),
            proof: self.secret.expert_proof(&exporter),
            received: session.kept.tell(),
        };
        self.line = Line::new(now);
        if self.line.say(resume).is_err() {
            self.line_broke(now);
        }
    }

    pub(super) fn hear_before_going_on(
        &mut self,
        now: Instant,
        message: ToExpert,
    ) -> Result<(), Breach> {
        match message {
            ToExpert::Refused(refusal) => {
                self.line.cut();
                self.state = State::Closed;
                self.events.push_back(ExpertEvent::Refused(refusal));
                Ok(())
            }
            ToExpert::Resumed { proof, received } => self.go_on(now, &proof, received),
            other => Err(Breach::OutOfTurn {
                said: other.name(),
                when: "before the session went on",
            }),
        }
    }

    fn go_on(&mut self, now: Instant, proof: &[u8; 32], received: u64) -> Result<(), Breach> {
        let exporter = self.cut().and_then(|cut| cut.trying);
        let State::Session(session) = &mut self.state else {
            return Ok(());
        };
        let expected = exporter.map(|exporter| self.secret.novice_proof(&exporter));
        if !expected.is_some_and(|expected| expected.ct_eq(proof).into()) {
            self.close_with(End::ExpertLeft, ExpertEvent::NoviceNotProved);
            return Ok(());
        }
        session.kept.settle("Resumed", received)?;
        session.cut = None;
        session.flow = Flow::default();
        let again: Vec<ToNovice> = session.kept.waiting().cloned().collect();
        self.line.alive().start_pinging(now);
        self.set_session_limits();
        self.events.push_back(ExpertEvent::Resumed);
        for message in again {
            if self.line.say(message).is_err() {
                self.line_broke(now);
                break;
            }
        }
        Ok(())
    }

    pub(super) fn cut(&self) -> Option<&Cut> {
        match &self.state {
            State::Session(session) => session.cut.as_ref(),
            _ => None,
        }
    }

    /// The connection is no more, since `at` or since it fell silent.
    pub(super) fn line_broke(&mut self, at: Instant) {
        let since = at.min(self.line.silent_at());
        self.line.cut();
        match &mut self.state {
            State::Session(session) => {
                if let Some(cut) = &mut session.cut {
                    cut.trying = None;
                    return;
                }
                let until = since + self.resume_time;
                let trying = None;
                session.cut = Some(Cut { until, trying });
                if until <= at {
                    return self.lose();
                }
                self.events.push_back(ExpertEvent::Interrupted { until });
            }
            _ => self.lose(),
        }
    }

    /// It is over for want of a connection.
    pub(super) fn lose(&mut self) {
        self.line.cut();
        if !self.is_closed() {
            self.state = State::Closed;
            self.events.push_back(ExpertEvent::Ended(End::LineBroke));
        }
    }

    /// Tells how many kept messages came, if there are more than were told.
    pub(super) fn say_what_came(&mut self) {
        let Some(session) = self.session() else {
            return;
        };
        if session.cut.is_none() && session.kept.has_news() {
            let got = ToNovice::Got(session.kept.tell());
            self.say(got);
        }
    }
}
