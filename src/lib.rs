//! Hulp: remote assistance without an account.
//!
//! The *novice* invites someone to help, says yes, and stays in charge; the *expert* opens the invitation, sees the
//! novice's screen and, after a second yes, shares mouse and keyboard until the novice presses Esc or Ctrl+C or clicks
//! Stop control. One program plays both roles.
//!
//! # The map
//!
//! | folder | what it is |
//! |---|---|
//! | [`ui`] | the window: shows a [`engine::View`], sends [`engine::Command`]s; the only folder that says egui |
//! | [`engine`] | the runner: runtime, threads, channels; the only place where things happen by themselves |
//! | [`session`] | the rules of one session from either side: no IO, no clock, no thread |
//! | [`protocol`] | the wire: messages and their bytes, versions, limits |
//! | [`net`] | bytes: listen, connect, through routers and relays, TLS with pinned keys; who is nearby |
//! | [`desktop`] | this computer's screen, pointer, mouse and keyboard, and its video coder |
//! | [`delivery`] | how the paper travels |
//! | [`store`] | what is kept: invitations, people, the log, settings; and the administrator's policy |
//! | [`screen`] | pixels: framebuffer, damage, encoder, decoder |
//! | [`input`] | keys and pointer, independent of either side's keyboard |
//! | [`invitation`] | the paper: invitation, ticket, password, and the file's XML; the cards of helpers, and who is on the list |
//! | [`language`] | what is said to the user, in the user's language |
//!
//! # The floors
//!
//! Imports point down only, and siblings on a floor do not import each other; `tests/architecture.rs` holds it.
//!
//! ```text
//! 6  main | cli
//! 5  ui          -> engine, and floor 1
//! 4  engine      -> everything below but protocol
//! 3  session     -> protocol, and floor 1                          pure
//! 2  protocol (pure) | net | desktop | delivery | store            -> floor 1
//! 1  screen | input | invitation | language                        pure, import nothing of ours
//! ```
//!
//! # What always holds
//!
//! - There is one way into a session: an [`invitation::Invitation`] whose ticket, and password where it has one, are proved
//!   over a TLS 1.3 connection to the key that it names, and then the novice's yes. No answer is no. What carries that
//!   connection, a line or a relay, proves nothing and sees nothing.
//! - An offer of help is only a request for such an invitation: who is on the list of helpers may ask, the novice's yes makes one for
//!   that connection alone, and it is proved like any other. Whoever is not on the list is refused before anything shows.
//! - Before that yes nothing is captured, nothing is injected, and of what a peer sends only the small handshake is read.
//! - Input of the expert's is done only under the grant that it names, and never over a window of Hulp's own. Only what the
//!   novice did stops control; what Hulp injected never does. Whoever presses keys releases them: on stop, on disconnect,
//!   on error.
//! - The expert's acknowledgements pull the pictures. There is no queue of frames anywhere; the newest picture wins, and
//!   words, consent and stop pass a picture that is under way.
//! - The novice's computer decides from its own record, never from what the paper says, and writes down what it decided.
//! - A session outlives its connection for a minute: another one must prove the session's own secret, which came of the first
//!   handshake. Meanwhile nothing is seen, captured or injected; words and answers come afterwards, once. What either side ended is
//!   over.
//! - The administrator's policy is over the user's settings, at every decision of the novice's side and while Hulp runs. It is read
//!   only from where an administrator alone can write, and what of it cannot be read closes what it governs.
//! - Pixels cross the house only as [`screen::ScreenUpdate`], and an update is shown whole or not at all.
//! - The window and the engine share two types, [`engine::Command`] and [`engine::View`], and nothing else.
//! - Nothing is sent to a router or a relay before the novice invites somebody, the expert connects, or the user has this computer
//!   checked; and what was opened there is closed again with it. To take offers of help opens a port of this computer's own and
//!   nothing else. Nothing is sent to the computers nearby but while offers are taken, or somebody looks for who takes them.
//! - Nobody sees the screen while the window is hidden: it comes up before the question is asked, and a session is not hidden with it.
//! - One process of a user's owns the novice's side, and every other start of the program hands over to it. Each invitation that
//!   is opened has a process of its own.
//!
//! And what there is not: no account, no server of ours, no password on the wire or on the disk, no setting taken from a
//! file's name or an address, no way in without a question on the screen, no TLS below 1.3 between two Hulps.
//!
//! A mail server or a contact server is no Hulp: it is spoken with over TLS 1.2 or 1.3, is given the user's password for
//! it or the proof of it, and that one the system's keyring keeps, as it keeps a proxy's.

#![cfg_attr(
    windows,
    allow(
        clippy::missing_const_for_thread_local,
        reason = "they are const, which clippy does not see where a thread's own data are not ELF's"
    )
)]

pub mod delivery;
pub mod desktop;
pub mod engine;
pub mod input;
pub mod invitation;
pub mod language;
pub mod net;
pub mod protocol;
pub mod screen;
pub mod session;
pub mod store;
pub mod ui;
