//! What a user can see of an invitation's e-mail.

use std::path::PathBuf;

use crate::{
    delivery::email::{EmailError, Step},
    invitation::InvitationId,
};

/// An e-mail with an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailView {
    /// Which invitation.
    pub id: InvitationId,
    /// To whom; empty where the user chooses that in the e-mail program.
    pub to: String,
    /// Subject and words, to be pasted where it must be sent by hand.
    pub text: String,
    /// How far it is.
    pub state: MailState,
}

/// How far an e-mail is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailState {
    /// The e-mail program is being asked.
    Opening,
    /// The e-mail program has a message ready, as far as one can know.
    Ready {
        /// What is attached.
        file: PathBuf,
    },
    /// The user closed the message in the e-mail program.
    Cancelled {
        /// What was attached.
        file: PathBuf,
    },
    /// It is on its way to the server.
    Sending(Step),
    /// The server has it.
    Sent {
        /// Which server.
        server: String,
    },
    /// The file is saved; the user writes the message.
    ByHand {
        /// Where.
        file: PathBuf,
        /// Why the e-mail program did not open, where there is one; its own words.
        why: Option<String>,
    },
    /// The file could not be saved; the system's own words.
    NotSaved(String),
    /// The server did not take it.
    Failed(EmailError),
}

/// What became of a test message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MailTest {
    /// None was sent.
    #[default]
    Nothing,
    /// It is on its way.
    Sending(Step),
    /// The server has it.
    Sent {
        /// To whom.
        to: String,
    },
    /// The server did not take it.
    Failed(EmailError),
}
