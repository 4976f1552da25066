//! What a session is given, and what it tells.

use core::net::SocketAddr; // an address is data; sockets are not for here
use std::{sync::Arc, time::Instant};

use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use super::{Breach, Comeback, ControlEnd, ControlRefusal, End, Refusal, SessionSecret};
use crate::{
    input::InputEvent,
    invitation::{Fingerprint, HelperCard, InvitationId, InvitationRecord, TicketSecret},
    screen::{CursorShape, Point, ScreenUpdate},
};

/// A few words that both sides show and that only this connection has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase(pub String);

/// What the novice's side of a session is given.
pub struct NoviceSetup {
    /// Keying material exported from TLS (RFC 9266), the same on both sides of this one connection.
    pub exporter: [u8; 32],
    /// The key that the helper's computer proved in TLS.
    pub helper_key: Fingerprint,
    /// The name to give to the expert once let in.
    pub name: String,
    /// Whether settings and policy let anybody control this computer.
    pub control_allowed: bool,
}

/// What the expert's side of a session is given.
pub struct ExpertSetup {
    /// As in [`NoviceSetup`].
    pub exporter: [u8; 32],
    /// The name to give to the novice.
    pub name: String,
    /// Which invitation.
    pub invitation: InvitationId,
    /// Its ticket.
    pub ticket: TicketSecret,
    /// The stretched password (argon2id over the invitation's salt), when one was given.
    pub password_key: Option<Zeroizing<[u8; 32]>>,
}

/// What the expert's side is given that offers help without an invitation.
pub struct OfferSetup {
    /// As in [`NoviceSetup`].
    pub exporter: [u8; 32],
    /// The name to give to the novice.
    pub name: String,
    /// The card of this computer that an organisation signed, if there is one.
    pub card: Option<HelperCard>,
}

/// Why the session wants the record of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookupFor {
    /// To check the ticket.
    Ticket,
    /// To check a password: the caller takes one attempt off the record, lastingly, before it answers, and gives it back
    /// when [`NoviceEvent::Proved`] follows, or a refusal that is neither [`Refusal::WrongPassword`] nor [`Refusal::Voided`].
    /// When there was no attempt to take, the caller answers with no record, or with the record as it stands then (voided,
    /// withdrawn ..), but never with one that is still open: an open record with no attempts left is the last attempt.
    Password,
}

/// The answer to [`NoviceEvent::LookUp`].
pub struct Lookup {
    /// The record as it is now, if there is one.
    pub record: Option<InvitationRecord>,
    /// The time by the novice's clock.
    pub now_utc: DateTime<Utc>,
    /// Whether another helper is here, or being asked about.
    pub busy: bool,
    /// Whether settings and policy let anybody in.
    pub allowed: bool,
}

/// What the novice's side tells.
#[derive(Debug)]
pub enum NoviceEvent {
    /// Answer with `Novice::looked_up`.
    LookUp {
        /// Which invitation.
        invitation: InvitationId,
        /// What for.
        purpose: LookupFor,
    },
    /// Ticket, and password where there is one, are right; the invitation is in use from now.
    Proved {
        /// Which invitation.
        invitation: InvitationId,
    },
    /// Ask the novice; answer with `Novice::accept` or `Novice::decline`.
    AskConsent {
        /// Which invitation.
        invitation: InvitationId,
        /// The helper's name as given; no proof.
        helper_name: String,
        /// The helper's key; proved.
        helper_key: Fingerprint,
        /// To compare over the telephone.
        phrase: Phrase,
        /// Then the answer is no.
        deadline: Instant,
    },
    /// The other side broke the rules of the protocol, like this: for the log. `Refused` or `Ended` follows.
    Breach(Breach),
    /// The helper was refused. The connection closes as soon as `Novice::is_closed` says so: a wrong password is answered
    /// only after a pause.
    Refused {
        /// Which invitation, where it came so far.
        invitation: Option<InvitationId>,
        /// The helper's name, where it came so far.
        helper_name: String,
        /// Why.
        refusal: Refusal,
    },
    /// The helper went away, fell silent or took too long before the session began, or this side's Hulp was closed then.
    Gone {
        /// Which invitation, where it came so far.
        invitation: Option<InvitationId>,
    },
    /// A helper's computer offers help. Answer with `Novice::ask_about_offer` if the list of helpers has it, else with
    /// `Novice::refuse`.
    Offered {
        /// The helper's name as given; no proof, and nothing to be shown.
        helper_name: String,
        /// The card that came with the offer, if one did that can be read; its signature is right. Whether it is this
        /// helper's, and holds, is for the list to say.
        card: Option<Box<HelperCard>>,
    },
    /// Ask the novice whether to take the offer; answer with `Novice::invite` or `Novice::decline`.
    AskOffer {
        /// To compare over the telephone.
        phrase: Phrase,
        /// Then the answer is no.
        deadline: Instant,
    },
    /// A helper's computer says that a session goes on over this connection. Give both to that session's own
    /// `Novice::come_back` if its secret is proved, or answer with `Novice::refuse`.
    ComesBack(Comeback),
    /// The session began: capture may start.
    Started {
        /// By which the session may go on after its connection broke.
        secret: SessionSecret,
    },
    /// While the expert is in control: the line has fallen silent, and perhaps is gone (true). What is pressed is to be released, for
    /// a key that repeats does harm. Or the other side was heard again.
    LineFalters(bool),
    /// The connection broke, and the session waits for another until then. Everything that is pressed is to be released; nothing
    /// is seen and no input follows. Drop the connection.
    Interrupted {
        /// Then it is over.
        until: Instant,
    },
    /// The session goes on over another connection; the expert's side knows nothing of the screen any more.
    Resumed,
    /// The helper wrote.
    Chat(String),
    /// Ask the novice; answer with `Novice::grant_control` or `Novice::decline_control`.
    ControlAsked {
        /// Then the answer is no.
        deadline: Instant,
    },
    /// The helper did not get control: declined, timed out, paused, or refused without a question (told once, not for each).
    ControlNotGranted(ControlRefusal),
    /// The helper took the question back.
    ControlQuestionWithdrawn,
    /// Input will follow.
    ControlGranted,
    /// No input follows; everything that is pressed is to be released.
    ControlEnded(ControlEnd),
    /// The helper did this, and may.
    Input(Vec<InputEvent>),
    /// The session is over, and control with it; the connection closes. Everything that is pressed is to be released.
    Ended(End),
}

/// What the expert's side tells.
#[derive(Debug)]
pub enum ExpertEvent {
    /// The invitation has a password and none was given: the connection closes.
    PasswordMissing,
    /// All is proved; the novice is being asked.
    Waiting {
        /// To compare over the telephone.
        phrase: Phrase,
        /// The novice's last moment to answer.
        deadline: Instant,
    },
    /// The novice's computer knew the ticket but not the password's key: it is not the novice's computer, or a trick.
    NoviceNotProved,
    /// The other side broke the rules of the protocol, like this: for the log. `Ended` follows.
    Breach(Breach),
    /// No, and why; the connection closes.
    Refused(Refusal),
    /// Yes.
    Started {
        /// The novice's name.
        name: String,
        /// Whether that computer allows control at all.
        control_possible: bool,
    },
    /// The connection broke, and the session waits for another until then: `Expert::needs_connection`. No input is taken, and what
    /// is shown is old.
    Interrupted {
        /// Then it is over.
        until: Instant,
    },
    /// The session goes on over another connection. The next update begins anew; those that came before count no longer.
    Resumed,
    /// Where the novice's computer can be reached too, should the connection break.
    Addresses(Vec<SocketAddr>),
    /// Pixels, whole; `Expert::shown` once it is on the screen.
    Screen(ScreenUpdate),
    /// The pointer's picture.
    CursorShape(Arc<CursorShape>),
    /// The pointer's place.
    CursorAt(Point),
    /// The novice wrote.
    Chat(String),
    /// Input will be done from now.
    ControlGranted,
    /// The novice said no.
    ControlRefused(ControlRefusal),
    /// Input is not done any more.
    ControlEnded(ControlEnd),
    /// The novice uses mouse or keyboard now (true), or no longer.
    HeldBack(bool),
    /// Something was left out.
    InputLeftOut {
        /// Because it would have met a window of Hulp's own.
        own_window: bool,
    },
    /// The picture is paused (true), or goes on.
    Paused(bool),
    /// The session, or the connection before it, is over; the connection closes.
    Ended(End),
}
