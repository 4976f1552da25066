//! E-mail programs of free desktops: through the e-mail portal, which hands the file itself over, then through
//! `xdg-email`, which names it, and whose result tells nothing: it is 0 also where the program ignored the file.

use std::{
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use super::{Mail, MailError, portal};
use crate::desktop::question::{self, ended_within};

/// A script that still runs after this has opened its program, which it waits for.
const STARTS_WITHIN: Duration = Duration::from_secs(4);

/// Opens a message. Takes seconds, and does not wait for the user to send it.
pub(in crate::desktop) fn compose(mail: &Mail) -> Result<(), MailError> {
    match portal::compose(mail) {
        Ok(()) => return Ok(()),
        Err(MailError::Cancelled) => return Err(MailError::Cancelled),
        Err(error) => tracing::debug!(%error, "not through the portal"),
    }
    if !has_script_program() {
        return Err(MailError::NoProgram);
    }
    let mut script = Command::new("xdg-email");
    script
        .args(["--utf8", "--subject", &mail.subject, "--body", &mail.body])
        .arg("--attach")
        .arg(&mail.attachment);
    if is_plain(&mail.to) {
        script.arg(&mail.to);
    }
    let child = script
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut child = child.map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => MailError::NoProgram,
        _ => MailError::Failed(error.to_string()),
    })?;
    match ended_within(&mut child, STARTS_WITHIN) {
        Some(false) => Err(MailError::Failed("xdg-email ended with a fault".into())),
        Some(true) => Ok(()),
        None => {
            // It waits for the program that it opened; somebody has to see it end.
            let waiting = thread::Builder::new().name("xdg-email".into());
            if let Err(error) = waiting.spawn(move || child.wait()) {
                tracing::debug!(%error, "an ended xdg-email will stay in the list of processes");
            }
            Ok(())
        }
    }
}

/// Whether there is a program to ask.
pub(in crate::desktop) fn has_program() -> bool {
    portal::is_there() || has_script_program()
}

/// Whether the system names a program for e-mail addresses. Without one the script opens a web browser, or nothing.
fn has_script_program() -> bool {
    if std::env::var_os("MAILER").is_some_and(|mailer| !mailer.is_empty()) {
        return true;
    }
    let named = question::ask("xdg-mime", &["query", "default", "x-scheme-handler/mailto"]);
    named.is_some_and(|named| !named.is_empty())
}

/// Whether the script takes this address as it is: one with an apostrophe breaks its quoting, one that begins with a
/// hyphen is an option to it. Such an address the user fills in.
fn is_plain(address: &str) -> bool {
    !address.is_empty()
        && !address.starts_with('-')
        && address
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || "@._-+".contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_reach_the_script() {
        for plain in ["zoe@x.nl", "zoe.muller+hulp@x-y.nl"] {
            assert!(is_plain(plain), "{plain}");
        }
        for odd in [
            "",
            "o'brien@x.nl",
            "-a@x.nl",
            "a@x.nl,b@y.nl",
            "zoë@x.nl",
            "$(x)@y.nl",
        ] {
            assert!(!is_plain(odd), "{odd}");
        }
    }
}
