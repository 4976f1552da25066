//! The novice's side of a session: it checks who comes, asks, shows, and lets itself be helped until it says stop.

mod comeback;
mod entrance;
mod hearing;
mod offer;
mod showing;
mod verbs;

use std::{
    collections::VecDeque,
    mem,
    sync::Arc,
    time::{Duration, Instant},
};

use super::{
    Breach, End, NoviceEvent, NoviceSetup, RESUME_TIME, Refusal, SessionSecret,
    admission::Claim,
    chat::Chat,
    control::{CONTROL_PATIENCE, NoviceControl},
    flow::Flow,
    handshake::NoviceHalf,
    kept::Kept,
    line::Line,
    pace::Pace,
};
use crate::{
    invitation::InvitationId,
    protocol::{Frame, PakeMessage, ToExpert, ToNovice},
    screen::{CursorShape, Point},
};

/// How long the novice may think about letting somebody in. No answer is no.
pub const CONSENT_PATIENCE: Duration = Duration::from_secs(60);
/// How long a helper's computer may take to prove itself.
pub const HANDSHAKE_PATIENCE: Duration = Duration::from_secs(30);
/// What a wrong password costs before the answer.
pub const WRONG_PASSWORD_PAUSE: Duration = Duration::from_secs(1);

/// One connection of a helper's computer, from its first byte to the end; and the session that came of it, over as many
/// connections as it takes.
///
/// A verb that does not fit what goes on (an answer to a question that is gone) does nothing: the two cross easily.
pub struct Novice {
    line: Line<ToNovice, ToExpert>,
    setup: NoviceSetup,
    invitation: Option<InvitationId>,
    helper_name: String,
    /// The list of helpers gives this one sight alone.
    only_sight: bool,
    handshake_deadline: Instant,
    /// How long the novice may think: about letting somebody in, and about control.
    patience: (Duration, Duration),
    resume_time: Duration,
    /// Since the ticket is proved.
    secret: Option<SessionSecret>,
    state: State,
    events: VecDeque<NoviceEvent>,
}

enum State {
    /// Nothing came.
    Silent,
    /// The record is looked up for the ticket.
    TicketLookUp(Claim),
    /// The password is asked for.
    PasswordAsked(NoviceHalf),
    /// The record is looked up for the password.
    PasswordLookUp {
        half: NoviceHalf,
        pake: PakeMessage,
        confirmation: [u8; 32],
    },
    /// Refused, and told so after a pause.
    Pausing { until: Instant, refusal: Refusal },
    /// It says that a session goes on over this connection.
    ComingBack,
    /// It offers help, in this version of the protocol; whether the novice is asked is being decided.
    Offering { version: (u16, u16) },
    /// The novice is asked whether to take the offer.
    OfferAsked { deadline: Instant },
    /// The novice took it: this invitation is for this connection, and has to be proved like any other.
    Invited(InvitationId),
    /// All is proved; the novice is asked.
    Asking { deadline: Instant },
    /// Let in.
    Session(Box<Session>),
    /// Over.
    Closed,
}

struct Session {
    secret: SessionSecret,
    control: NoviceControl,
    flow: Flow,
    pace: Pace,
    chat: Chat,
    kept: Kept<ToExpert>,
    paused: bool,
    held_back: bool,
    /// The pointer as it is known.
    cursor: (Option<Arc<CursorShape>>, Option<Point>),
    /// Input is not done, since the line is silent.
    faltering: bool,
    /// There is no connection; until then it waits for another.
    cut: Option<Instant>,
}

impl Novice {
    /// A connection whose TLS handshake is done.
    pub fn new(now: Instant, setup: NoviceSetup) -> Self {
        Self {
            line: Line::new(now),
            patience: (CONSENT_PATIENCE, CONTROL_PATIENCE),
            resume_time: RESUME_TIME,
            secret: None,
            setup,
            invitation: None,
            helper_name: String::new(),
            only_sight: false,
            handshake_deadline: now + HANDSHAKE_PATIENCE,
            state: State::Silent,
            events: VecDeque::new(),
        }
    }

    /// The same with other times for the novice to answer than [`CONSENT_PATIENCE`] and [`CONTROL_PATIENCE`].
    #[must_use]
    pub fn with_patience(mut self, consent: Duration, control: Duration) -> Self {
        self.patience = (consent, control);
        self
    }

    /// The same, which waits so long for another connection rather than [`RESUME_TIME`].
    #[must_use]
    pub fn with_resume_time(mut self, resume_time: Duration) -> Self {
        self.resume_time = resume_time;
        self
    }

    /// Bytes came from the line.
    pub fn handle_bytes(&mut self, now: Instant, bytes: &[u8]) {
        if bytes.is_empty() || self.is_cut() {
            return;
        }
        self.line.alive().heard(now);
        self.falter(false);
        self.handle_timeout(now);
        let mut rest = bytes;
        while !self.is_closed() && !self.is_cut() {
            let heard = match self.line.read(&mut rest) {
                Ok(None) => break,
                Ok(Some(Frame::Message(message))) => self.hear(now, message),
                Ok(Some(Frame::Screen(_))) => Err(out_of_turn("a screen update", "to a novice")),
                Err(breach) => Err(breach),
            };
            if let Err(breach) = heard {
                self.end_for_breach(breach);
            }
        }
        self.say_what_came();
    }

    /// The line is closed, from the other side or by an error.
    pub fn handle_closed(&mut self, now: Instant) {
        self.handle_timeout(now);
        self.line_broke(now);
    }

    /// Does what is due by itself.
    pub fn handle_timeout(&mut self, now: Instant) {
        if self.is_closed() {
            return;
        }
        if self.is_cut() {
            return self.wait_for_connection(now);
        }
        if self.line.alive().is_broken(now) {
            return self.line_broke(now);
        }
        match &mut self.state {
            State::Pausing { until, refusal } if now >= *until => {
                let refusal = refusal.clone();
                self.close_with(ToExpert::Refused(refusal));
            }
            State::Asking { deadline } | State::OfferAsked { deadline } if now >= *deadline => {
                self.end_in_refusal(Refusal::NoAnswer);
            }
            State::Session(session) => {
                let change = session.control.handle_timeout(now);
                self.apply(change);
                if now >= self.line.falters_at() {
                    self.falter(true);
                }
                if let Some(number) = self.line.alive().ping_due(now) {
                    self.say(ToExpert::Ping(number));
                }
            }
            State::Pausing { .. }
            | State::Asking { .. }
            | State::OfferAsked { .. }
            | State::Closed => {}
            State::Silent
            | State::ComingBack
            | State::Offering { .. }
            | State::Invited(_)
            | State::TicketLookUp(_)
            | State::PasswordAsked(_)
            | State::PasswordLookUp { .. } => {
                if now >= self.handshake_deadline {
                    self.close_with(ToExpert::Bye(End::LineBroke));
                    self.tell_gone();
                }
            }
        }
    }

    /// The next bytes for the line.
    pub fn poll_transmit(&mut self) -> Option<Vec<u8>> {
        self.line.next_frame()
    }

    /// What happened.
    pub fn poll_event(&mut self) -> Option<NoviceEvent> {
        self.events.pop_front()
    }

    /// When to call [`Novice::handle_timeout`].
    pub fn poll_timeout(&self) -> Option<Instant> {
        let due = match &self.state {
            State::Closed => return None,
            State::Pausing { until, .. } => Some(*until),
            State::Asking { deadline } | State::OfferAsked { deadline } => Some(*deadline),
            State::Session(session) => {
                let question = session.control.timeout();
                if let Some(until) = session.cut {
                    return Some(question.map_or(until, |due| due.min(until)));
                }
                let falters = session.control.is_granted() && !session.faltering;
                let falters = falters.then(|| self.line.falters_at());
                question.into_iter().chain(falters).min()
            }
            _ => Some(self.handshake_deadline),
        };
        Some(due.map_or(self.line.timeout(), |due| due.min(self.line.timeout())))
    }

    /// Whether all is said: what [`Novice::poll_transmit`] still has is to be written, then the line closed.
    pub fn is_closed(&self) -> bool {
        matches!(self.state, State::Closed)
    }

    /// There and back on the line, as last measured.
    pub fn round_trip(&self) -> Option<Duration> {
        self.line.round_trip()
    }

    fn hear(&mut self, now: Instant, message: ToNovice) -> Result<(), Breach> {
        match message {
            ToNovice::Ping(number) => {
                self.say(ToExpert::Pong(number));
                Ok(())
            }
            ToNovice::Bye(end) => self.hear_bye(end),
            message if self.session().is_some() => self.hear_in_session(now, message),
            message => self.hear_before_consent(message),
        }
    }

    fn hear_bye(&mut self, end: End) -> Result<(), Breach> {
        if !matches!(
            end,
            End::ExpertLeft | End::ExpertClosed | End::LineBroke | End::Protocol
        ) {
            return Err(out_of_turn("Bye", "for a reason that is the novice's"));
        }
        match mem::replace(&mut self.state, State::Closed) {
            State::Session(_) => self.events.push_back(NoviceEvent::Ended(end)),
            State::Pausing { .. } | State::Closed => {}
            _ => self.tell_gone(),
        }
        self.line.cut();
        Ok(())
    }

    fn session(&mut self) -> Option<&mut Session> {
        match &mut self.state {
            State::Session(session) => Some(session),
            _ => None,
        }
    }

    fn say(&mut self, message: ToExpert) {
        if let State::Session(session) = &mut self.state {
            if session.kept.keep(&message).is_err() {
                return self.lose();
            }
            if session.cut.is_some() {
                return;
            }
        }
        if !self.is_closed() && self.line.say(message).is_err() {
            self.line_broke(self.line.silent_at());
        }
    }

    fn end_in_refusal(&mut self, refusal: Refusal) {
        self.close_with(ToExpert::Refused(refusal.clone()));
        self.tell_refused(refusal);
    }

    fn end_for_breach(&mut self, breach: Breach) {
        self.events.push_back(NoviceEvent::Breach(breach));
        match self.state {
            State::Session(_) => {
                self.close_with(ToExpert::Bye(End::Protocol));
                self.events.push_back(NoviceEvent::Ended(End::Protocol));
            }
            State::Pausing { .. } => self.close_with(ToExpert::Refused(Refusal::Protocol)),
            _ => self.end_in_refusal(Refusal::Protocol),
        }
    }

    fn close_with(&mut self, last: ToExpert) {
        self.line.say_last(last);
        self.state = State::Closed;
    }

    fn tell_refused(&mut self, refusal: Refusal) {
        self.events.push_back(NoviceEvent::Refused {
            invitation: self.invitation,
            helper_name: self.helper_name.clone(),
            refusal,
        });
    }

    fn tell_gone(&mut self) {
        self.events.push_back(NoviceEvent::Gone {
            invitation: self.invitation,
        });
    }
}

fn out_of_turn(said: &'static str, when: &'static str) -> Breach {
    Breach::OutOfTurn { said, when }
}
