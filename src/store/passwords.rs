//! The passwords of mail servers: in the system's keyring (Secret Service, Keychain, Credential Manager) and never in a
//! file. Where there is no keyring they are known for as long as Hulp runs.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use keyring::{Entry, Error};
use zeroize::Zeroizing;

/// How the keyring calls what is Hulp's.
const SERVICE: &str = "Hulp e-mail";

/// The passwords of mail servers. Shared between threads; each method may wait for the user to unlock the keyring.
#[derive(Debug)]
pub struct MailPasswords {
    keyring: bool,
    this_run: Mutex<HashMap<String, Zeroizing<String>>>,
}

/// Where a password is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordKept {
    /// In the system's keyring.
    InKeyring,
    /// In memory, until Hulp is closed: there is no keyring, or it took nothing.
    ThisRunOnly,
}

impl MailPasswords {
    /// In the system's keyring, where there is one.
    pub fn in_keyring() -> Self {
        Self {
            keyring: true,
            this_run: Mutex::default(),
        }
    }

    /// In memory alone, for tests.
    pub fn for_this_run() -> Self {
        Self {
            keyring: false,
            this_run: Mutex::default(),
        }
    }

    /// Keeps the password of `user` at `server`: another server never gets it.
    pub fn keep(&self, user: &str, server: &str, password: &Zeroizing<String>) -> PasswordKept {
        let name = account(user, server);
        if self.keyring {
            match Entry::new(SERVICE, &name).and_then(|entry| entry.set_password(password)) {
                Ok(()) => {
                    self.this_run().remove(&name);
                    return PasswordKept::InKeyring;
                }
                Err(error) => tracing::warn!("no keyring for the mail password: {}", words(&error)),
            }
        }
        self.this_run().insert(name, password.clone());
        PasswordKept::ThisRunOnly
    }

    /// The password of `user` at `server`, if it is known.
    pub fn find(&self, user: &str, server: &str) -> Option<Zeroizing<String>> {
        let name = account(user, server);
        if let Some(known) = self.this_run().get(&name) {
            return Some(known.clone());
        }
        if !self.keyring {
            return None;
        }
        match Entry::new(SERVICE, &name).and_then(|entry| entry.get_password()) {
            Ok(password) => Some(Zeroizing::new(password)),
            Err(Error::NoEntry) => None,
            Err(error) => {
                tracing::warn!("no keyring for the mail password: {}", words(&error));
                None
            }
        }
    }

    fn this_run(&self) -> MutexGuard<'_, HashMap<String, Zeroizing<String>>> {
        self.this_run.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn account(user: &str, server: &str) -> String {
    format!("{} at {}", user.trim(), server.trim().to_lowercase())
}

/// What went wrong, without what was in the keyring: some of these errors carry it.
fn words(error: &Error) -> String {
    match error {
        Error::BadEncoding(_) | Error::BadDataFormat(..) => "what it has is no text".into(),
        Error::Ambiguous(_) => "it has several".into(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_server_or_user_never_gets_it() {
        let passwords = MailPasswords::for_this_run();
        let secret = Zeroizing::new("geheim é".to_owned());
        let kept = passwords.keep("zoe", "Smtp.X.nl", &secret);
        assert_eq!(kept, PasswordKept::ThisRunOnly);
        assert_eq!(passwords.find(" zoe", "smtp.x.nl"), Some(secret));
        assert_eq!(passwords.find("zoe", "smtp.y.nl"), None);
        assert_eq!(passwords.find("jo", "smtp.x.nl"), None);
    }

    #[test]
    fn debug_shows_no_password() {
        let passwords = MailPasswords::for_this_run();
        passwords.keep("zoe", "x", &Zeroizing::new("geheim".into()));
        assert!(!format!("{passwords:?}").contains("geheim"));
    }
}
