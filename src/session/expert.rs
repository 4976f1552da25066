//! The expert's side of a session: it proves itself, waits for the yes, sees, and helps while it may.

mod comeback;
mod entrance;
mod offer;

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

use zeroize::Zeroizing;

use super::{
    Breach, ChatError, ControlEnd, End, ExpertEvent, ExpertSetup, HANDSHAKE_PATIENCE, RESUME_TIME,
    Refusal, SessionSecret, chat::Chat, control::ExpertControl, flow::Flow, handshake::ExpertHalf,
    kept::Kept, line::Line, name,
};
use crate::{
    input::{InputEvent, MAX_INPUT_TEXT},
    invitation::{TicketSecret, auth_key, ticket_proof},
    protocol::{Frame, Limits, MAX_INPUT_EVENTS, Message, ToExpert, ToNovice, VERSION},
};

/// How much later than the novice's side this side gives up, so that the novice's own word comes first.
const GRACE: Duration = Duration::from_secs(5);

/// One connection to a novice's computer, from the first byte to the end; and the session that came of it, over as many
/// connections as it takes.
///
/// A verb that does not fit what goes on (input after a stop) does nothing: the two cross easily.
pub struct Expert {
    line: Line<ToExpert, ToNovice>,
    exporter: [u8; 32],
    /// As far as it is proved.
    secret: SessionSecret,
    resume_time: Duration,
    state: State,
    events: VecDeque<ExpertEvent>,
}

enum State {
    /// Offered help, as this name.
    Offering { name: String, deadline: Instant },
    /// The novice is being asked about the offer.
    OfferAsked { name: String, deadline: Instant },
    /// Said hello.
    Greeting {
        password_key: Option<Zeroizing<[u8; 32]>>,
        deadline: Instant,
    },
    /// Sent the password's proof.
    Proving { half: ExpertHalf, deadline: Instant },
    /// The novice is being asked.
    Waiting { deadline: Instant },
    /// Let in.
    Session(Box<Session>),
    /// Over.
    Closed,
}

struct Session {
    control: ExpertControl,
    flow: Flow,
    chat: Chat,
    kept: Kept<ToNovice>,
    cut: Option<Cut>,
}

/// There is no connection, or one over which the session does not go on yet.
struct Cut {
    /// Then it is over.
    until: Instant,
    /// The keying material of the connection that is tried.
    trying: Option<[u8; 32]>,
}

impl Expert {
    /// A connection whose TLS handshake is done. Says hello.
    pub fn new(now: Instant, setup: ExpertSetup) -> Self {
        let state = State::Greeting {
            password_key: setup
                .password_key
                .map(|stretched| auth_key(&stretched, &setup.ticket)),
            deadline: now + HANDSHAKE_PATIENCE + GRACE,
        };
        let hello = ToNovice::Hello {
            version: VERSION,
            name: name::cut(&setup.name).to_owned(),
            invitation: setup.invitation.0,
            ticket_proof: ticket_proof(&setup.ticket, &setup.exporter),
        };
        let mut expert = Self::begin(now, setup.exporter, state, hello);
        expert.secret = SessionSecret::new(&setup.exporter, &setup.ticket);
        expert
    }

    /// Says the first words.
    fn begin(now: Instant, exporter: [u8; 32], state: State, first: ToNovice) -> Self {
        let mut expert = Self {
            line: Line::new(now),
            exporter,
            // Of no ticket yet; no session comes of it before there is one.
            secret: SessionSecret::new(&exporter, &TicketSecret([0; 32])),
            resume_time: RESUME_TIME,
            state,
            events: VecDeque::new(),
        };
        expert.say(first);
        expert.line.alive().start_pinging(now);
        expert
    }

    /// The same, which waits so long for another connection rather than [`RESUME_TIME`].
    #[must_use]
    pub fn with_resume_time(mut self, resume_time: Duration) -> Self {
        self.resume_time = resume_time;
        self
    }

    /// Bytes came from the line.
    pub fn handle_bytes(&mut self, now: Instant, bytes: &[u8]) {
        if bytes.is_empty() || self.needs_connection() {
            return;
        }
        self.line.alive().heard(now);
        let mut rest = bytes;
        while !self.is_closed() && !self.needs_connection() {
            let heard = match self.line.read(&mut rest) {
                Ok(None) => break,
                Ok(Some(Frame::Message(message))) => self.hear(now, message),
                Ok(Some(Frame::Screen(update))) => {
                    if let Some(session) = self.session() {
                        session.flow.count_update();
                        self.set_session_limits();
                        self.events.push_back(ExpertEvent::Screen(update));
                    }
                    Ok(())
                }
                Err(breach) => Err(breach),
            };
            if let Err(breach) = heard {
                self.events.push_back(ExpertEvent::Breach(breach));
                self.close_with(End::Protocol, ExpertEvent::Ended(End::Protocol));
            }
        }
        self.say_what_came();
        self.handle_timeout(now);
    }

    /// The line is closed, from the other side or by an error.
    pub fn handle_closed(&mut self, now: Instant) {
        self.line_broke(now);
    }

    /// Does what is due by itself.
    pub fn handle_timeout(&mut self, now: Instant) {
        if self.is_closed() {
            return;
        }
        if self.cut().is_some_and(|cut| now >= cut.until) {
            return self.lose();
        }
        if self.needs_connection() {
            return;
        }
        if self.line.alive().is_broken(now) {
            return self.line_broke(now);
        }
        match self.state {
            State::Offering { deadline, .. }
            | State::Greeting { deadline, .. }
            | State::Proving { deadline, .. }
                if now >= deadline =>
            {
                self.close_with(End::LineBroke, ExpertEvent::Ended(End::LineBroke));
            }
            State::OfferAsked { deadline, .. } | State::Waiting { deadline }
                if now >= deadline + GRACE =>
            {
                self.close_with(End::ExpertLeft, ExpertEvent::Refused(Refusal::NoAnswer));
            }
            _ => {
                if let Some(number) = self.line.alive().ping_due(now) {
                    self.say(ToNovice::Ping(number));
                }
            }
        }
    }

    /// Asks for control. Nothing happens while a question is open or control granted.
    pub fn ask_control(&mut self, now: Instant) {
        if let Some(question) = self.session().and_then(|session| session.control.ask()) {
            self.say(ToNovice::AskControl { question });
        }
        self.handle_timeout(now);
    }

    /// Gives control back, or takes the question back.
    pub fn release_control(&mut self, now: Instant) {
        let released = self.session().and_then(|session| session.control.release());
        if let Some((question, was_granted)) = released {
            self.say(ToNovice::ReleaseControl { question });
            if was_granted {
                self.events
                    .push_back(ExpertEvent::ControlEnded(ControlEnd::Released));
            }
        }
        self.handle_timeout(now);
    }

    /// Mouse and keyboard, in order. Dropped while control is not granted, or the connection is broken.
    pub fn input(&mut self, now: Instant, events: Vec<InputEvent>) {
        let session = self.session().filter(|session| session.cut.is_none());
        let grant = session.and_then(|session| session.control.grant());
        if let Some(grant) = grant {
            let events: Vec<InputEvent> = events.into_iter().flat_map(within_limits).collect();
            for events in events.chunks(MAX_INPUT_EVENTS) {
                self.say(ToNovice::Input {
                    grant,
                    events: events.to_vec(),
                });
            }
        }
        self.handle_timeout(now);
    }

    /// Says something to the novice.
    ///
    /// # Errors
    /// When there is no session, or the text is empty, too long or too soon.
    pub fn chat(&mut self, now: Instant, text: &str) -> Result<(), ChatError> {
        self.handle_timeout(now);
        let session = self.session().ok_or(ChatError::NoSession)?;
        let text = session.chat.send(now, text)?;
        self.say(ToNovice::Chat(text));
        Ok(())
    }

    /// One more update is on the screen.
    pub fn shown(&mut self, now: Instant) {
        let count = self.session().and_then(|session| session.flow.show_one());
        if let Some(count) = count {
            self.set_session_limits();
            self.say(ToNovice::Shown(count));
        }
        self.handle_timeout(now);
    }

    /// Ends the session, or the connection before it.
    pub fn end(&mut self, now: Instant, end: End) {
        self.handle_timeout(now);
        if !self.is_closed() {
            self.close_with(end, ExpertEvent::Ended(end));
        }
    }

    /// The next bytes for the line.
    pub fn poll_transmit(&mut self) -> Option<Vec<u8>> {
        self.line.next_frame()
    }

    /// What happened.
    pub fn poll_event(&mut self) -> Option<ExpertEvent> {
        self.events.pop_front()
    }

    /// When to call [`Expert::handle_timeout`].
    pub fn poll_timeout(&self) -> Option<Instant> {
        let due = match self.state {
            State::Closed => return None,
            State::Offering { deadline, .. }
            | State::Greeting { deadline, .. }
            | State::Proving { deadline, .. } => deadline,
            State::OfferAsked { deadline, .. } | State::Waiting { deadline } => deadline + GRACE,
            State::Session(ref session) => match session.cut {
                None => return Some(self.line.timeout()),
                Some(Cut {
                    until,
                    trying: None,
                }) => return Some(until),
                Some(Cut { until, .. }) => until,
            },
        };
        Some(due.min(self.line.timeout()))
    }

    /// Whether all is said: what [`Expert::poll_transmit`] still has is to be written, then the line closed.
    pub fn is_closed(&self) -> bool {
        matches!(self.state, State::Closed)
    }

    /// Whether an update of the screen has begun to come and is not whole yet.
    pub fn update_is_coming(&self) -> bool {
        self.line.update_is_coming()
    }

    /// There and back on the line, as last measured.
    pub fn round_trip(&self) -> Option<Duration> {
        self.line.round_trip()
    }

    fn hear(&mut self, now: Instant, message: ToExpert) -> Result<(), Breach> {
        match message {
            ToExpert::Ping(number) => {
                self.say(ToNovice::Pong(number));
                Ok(())
            }
            ToExpert::Pong(number) => {
                self.line.alive().answered(number, now);
                Ok(())
            }
            ToExpert::Bye(end) => self.hear_bye(end),
            message if self.cut().is_some() => self.hear_before_going_on(now, message),
            message if self.session().is_some() => self.hear_in_session(now, message),
            message => self.hear_before_session(now, message),
        }
    }

    fn hear_in_session(&mut self, now: Instant, message: ToExpert) -> Result<(), Breach> {
        let State::Session(session) = &mut self.state else {
            return Ok(());
        };
        session.kept.count(&message);
        let news = match message {
            ToExpert::Got(count) => {
                session.kept.settle("Got", count)?;
                None
            }
            ToExpert::Addresses(addresses) => Some(ExpertEvent::Addresses(addresses)),
            ToExpert::Chat(text) => Some(ExpertEvent::Chat(session.chat.receive(now, text)?)),
            ToExpert::CursorShape(shape) => Some(ExpertEvent::CursorShape(shape)),
            ToExpert::CursorAt(at) => Some(ExpertEvent::CursorAt(at)),
            ToExpert::ControlGranted { grant } => session
                .control
                .granted(grant)?
                .then_some(ExpertEvent::ControlGranted),
            ToExpert::ControlRefused { question, why } => session
                .control
                .refused(question)?
                .then_some(ExpertEvent::ControlRefused(why)),
            ToExpert::ControlEnded { grant, why } => session
                .control
                .ended(grant)?
                .then_some(ExpertEvent::ControlEnded(why)),
            ToExpert::HeldBack(held_back) => session
                .control
                .grant()
                .map(|_| ExpertEvent::HeldBack(held_back)),
            ToExpert::InputLeftOut { own_window } => Some(ExpertEvent::InputLeftOut { own_window }),
            ToExpert::Paused(paused) => Some(ExpertEvent::Paused(paused)),
            other => {
                return Err(Breach::OutOfTurn {
                    said: other.name(),
                    when: "in a session",
                });
            }
        };
        self.events.extend(news);
        Ok(())
    }

    fn hear_bye(&mut self, end: End) -> Result<(), Breach> {
        if matches!(end, End::ExpertLeft | End::ExpertClosed) {
            return Err(Breach::OutOfTurn {
                said: "Bye",
                when: "for a reason that is the expert's",
            });
        }
        self.line.cut();
        self.state = State::Closed;
        self.events.push_back(ExpertEvent::Ended(end));
        Ok(())
    }

    /// An update may begin only while fewer than the agreed number are unshown: what waits here stays bounded.
    fn set_session_limits(&mut self) {
        if let State::Session(session) = &self.state {
            let screen = session.flow.has_room();
            self.line.set_limits(Limits {
                screen,
                ..Limits::TO_EXPERT
            });
        }
    }

    fn session(&mut self) -> Option<&mut Session> {
        match &mut self.state {
            State::Session(session) => Some(session),
            _ => None,
        }
    }

    fn say(&mut self, message: ToNovice) {
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

    fn close_with(&mut self, last: End, event: ExpertEvent) {
        self.line.say_last(ToNovice::Bye(last));
        self.state = State::Closed;
        self.events.push_back(event);
    }
}

/// The same input in events that a message may hold: long text in pieces.
fn within_limits(event: InputEvent) -> Vec<InputEvent> {
    let InputEvent::Text(text) = event else {
        return vec![event];
    };
    let mut pieces = vec![];
    let mut rest = &text[..];
    while !rest.is_empty() {
        let (piece, more) = rest.split_at(rest.floor_char_boundary(MAX_INPUT_TEXT));
        pieces.push(InputEvent::Text(piece.to_owned()));
        rest = more;
    }
    pieces
}
