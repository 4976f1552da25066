//! The novice's side of a session: it checks who comes, asks, shows, and lets itself be helped until it says stop.

mod comeback;
mod entrance;
mod hearing;

use core::net::SocketAddr; // an address is data; sockets are not for here
use std::{
    collections::VecDeque,
    mem,
    sync::Arc,
    time::{Duration, Instant},
};

use super::{
    Breach, ChatError, ControlEnd, ControlRefusal, End, NotDue, NoviceEvent, NoviceSetup,
    RESUME_TIME, Refusal, SessionSecret,
    admission::Claim,
    chat::Chat,
    control::{CONTROL_PATIENCE, NoviceControl},
    flow::Flow,
    handshake::NoviceHalf,
    kept::Kept,
    line::Line,
    name,
    pace::Pace,
};
use crate::{
    invitation::InvitationId,
    protocol::{Frame, Limits, MAX_ADDRESSES, PakeMessage, ToExpert, ToNovice},
    screen::{CursorShape, Point, ScreenUpdate},
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
            State::Asking { deadline } if now >= *deadline => {
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
            State::Pausing { .. } | State::Asking { .. } | State::Closed => {}
            State::Silent
            | State::ComingBack
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
        if matches!(self.state, State::Asking { .. }) {
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

    /// Whether the line and the expert's side can take one more update of the screen, and the bytes that it should keep to, so
    /// that it is seen soon.
    pub fn wants_frame(&self, now: Instant) -> Option<usize> {
        match &self.state {
            State::Session(session) => {
                let has_room = session.flow.has_room() && session.pace.has_room(now);
                let is_seen = !session.paused && session.cut.is_none();
                (has_room && is_seen && !self.line.update_under_way())
                    .then(|| session.pace.allowance())
            }
            _ => None,
        }
    }

    /// Sends an update of the screen. One that was made before a pause is kept until the pause is over.
    ///
    /// # Errors
    /// When none may follow: there is no session or no connection, one is not out yet, or as many as the rules allow are not shown yet.
    pub fn send_screen(&mut self, now: Instant, update: ScreenUpdate) -> Result<(), NotDue> {
        self.handle_timeout(now);
        let State::Session(session) = &mut self.state else {
            return Err(NotDue);
        };
        let bytes = update.0.len();
        if session.cut.is_some()
            || !session.flow.has_room()
            || self.line.send_update(update).is_some()
        {
            return Err(NotDue);
        }
        session.flow.count_update();
        session.pace.sent(now, bytes);
        Ok(())
    }

    /// The pointer has another picture, or another place.
    pub fn send_cursor(
        &mut self,
        now: Instant,
        shape: Option<Arc<CursorShape>>,
        at: Option<Point>,
    ) {
        let Some(session) = self.session() else {
            return;
        };
        let (known_shape, known_at) = &mut session.cursor;
        if shape.is_some() {
            known_shape.clone_from(&shape);
        }
        *known_at = at.or(*known_at);
        if session.paused {
            return;
        }
        if let Some(shape) = shape {
            self.say(ToExpert::CursorShape(shape));
        }
        if let Some(at) = at {
            self.say(ToExpert::CursorAt(at));
        }
        self.handle_timeout(now);
    }

    /// This computer can be reached here too, should the connection break. At most [`MAX_ADDRESSES`] of them are told.
    pub fn tell_addresses(&mut self, now: Instant, mut addresses: Vec<SocketAddr>) {
        addresses.truncate(MAX_ADDRESSES);
        if self.session().is_some() {
            self.say(ToExpert::Addresses(addresses));
        }
        self.handle_timeout(now);
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
            State::Asking { deadline } => Some(*deadline),
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

    /// Updates of the screen that are under way or not yet shown.
    pub fn unacknowledged(&self) -> u32 {
        match &self.state {
            State::Session(session) => session.flow.unacknowledged(),
            _ => 0,
        }
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
