//! An invitation by e-mail: what the letter says, and Hulp's own way to a mail server for who has no e-mail program.
//!
//! The attachment is byte for byte the file that `Save as a file` writes. What other people wrote stands in the letter
//! as text and never as mail headers, and the invitation's password is not known here at all.

mod error;
mod letter;
mod message;
mod place;
mod said;
mod servers;
mod smtp;

pub use error::{CertificateFault, EmailError};
pub use letter::Letter;
pub use message::check_address;
pub use place::attachment_place;
pub use servers::{ServerGuess, guess_server};
pub use smtp::{Account, Options, STEP_PATIENCE, Security, Step, send, send_test, try_server};
