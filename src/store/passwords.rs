//! The passwords of mail and contact servers and of a proxy: in the system's keyring (Secret Service, Keychain, Credential Manager) and never in a
//! file. Where there is no keyring they are known for as long as Hulp runs.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use keyring::{Entry, Error};
use zeroize::Zeroizing;

/// How something is called in the keyring that is there for a moment, to try it out.
const TRIAL: &str = "Hulp check";

/// What a password is for; each is called by its own name in the keyring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordFor {
    /// A mail server.
    Email,
    /// A contact server.
    Contacts,
    /// The proxy that leads to relays.
    Proxy,
}

/// The passwords of mail and contact servers and of a proxy. Shared between threads; each method may wait for the user to unlock the keyring.
#[derive(Debug)]
pub struct Passwords {
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

impl Passwords {
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
    pub fn keep(
        &self,
        what: PasswordFor,
        user: &str,
        server: &str,
        password: &Zeroizing<String>,
    ) -> PasswordKept {
        let name = account(what, user, server);
        if self.keyring {
            match what
                .entry(&name)
                .and_then(|entry| entry.set_password(password))
            {
                Ok(()) => {
                    self.this_run().remove(&name);
                    return PasswordKept::InKeyring;
                }
                Err(error) => tracing::warn!("no keyring for a password: {}", words(&error)),
            }
        }
        self.this_run().insert(name, password.clone());
        PasswordKept::ThisRunOnly
    }

    /// The password of `user` at `server`, if it is known.
    pub fn find(&self, what: PasswordFor, user: &str, server: &str) -> Option<Zeroizing<String>> {
        let name = account(what, user, server);
        if let Some(known) = self.this_run().get(&name) {
            return Some(known.clone());
        }
        if !self.keyring {
            return None;
        }
        match what.entry(&name).and_then(|entry| entry.get_password()) {
            Ok(password) => Some(Zeroizing::new(password)),
            Err(Error::NoEntry) => None,
            Err(error) => {
                tracing::warn!("no keyring for a password: {}", words(&error));
                None
            }
        }
    }

    /// Forgets the password of `user` at `server`.
    pub fn forget(&self, what: PasswordFor, user: &str, server: &str) {
        let name = account(what, user, server);
        self.this_run().remove(&name);
        if !self.keyring {
            return;
        }
        match what
            .entry(&name)
            .and_then(|entry| entry.delete_credential())
        {
            Ok(()) | Err(Error::NoEntry) => {}
            Err(error) => tracing::warn!("the keyring did not forget: {}", words(&error)),
        }
    }

    /// Keeps something in the keyring, reads it and takes it out again. Waits for the user where the keyring is locked.
    ///
    /// # Errors
    /// Why the keyring cannot be used, in technical words without anything that is in it; none where there is none to use.
    pub fn try_keyring(&self) -> Result<(), Option<String>> {
        if !self.keyring {
            return Err(None);
        }
        // A name of its own each time: of two that try at once neither takes the other's.
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|error| Some(error.to_string()))?;
        let secret = format!("{:032x}", u128::from_be_bytes(bytes));
        let tried = Entry::new(TRIAL, &secret).and_then(|entry| {
            entry.set_password(&secret)?;
            let found = entry.get_password();
            entry.delete_credential()?;
            found
        });
        match tried {
            Ok(found) if found == secret => Ok(()),
            Ok(_) => Err(Some("it gives back something else".into())),
            Err(Error::NoDefaultStore) => Err(None),
            Err(error) => Err(Some(words(&error))),
        }
    }

    fn this_run(&self) -> MutexGuard<'_, HashMap<String, Zeroizing<String>>> {
        self.this_run.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PasswordFor {
    fn entry(self, name: &str) -> Result<Entry, Error> {
        Entry::new(self.name(), name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Email => "Hulp e-mail",
            Self::Contacts => "Hulp contacts",
            Self::Proxy => "Hulp proxy",
        }
    }
}

fn account(what: PasswordFor, user: &str, server: &str) -> String {
    let account = format!("{} at {}", user.trim(), server.trim().to_lowercase());
    match what {
        PasswordFor::Email => account,
        PasswordFor::Contacts => format!("{account}, contacts"),
        PasswordFor::Proxy => format!("{account}, proxy"),
    }
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
        let passwords = Passwords::for_this_run();
        let secret = Zeroizing::new("geheim é".to_owned());
        let kept = passwords.keep(PasswordFor::Email, "zoe", "Smtp.X.nl", &secret);
        assert_eq!(kept, PasswordKept::ThisRunOnly);
        assert_eq!(
            passwords.find(PasswordFor::Email, " zoe", "smtp.x.nl"),
            Some(secret)
        );
        assert_eq!(passwords.find(PasswordFor::Email, "zoe", "smtp.y.nl"), None);
        assert_eq!(
            passwords.find(PasswordFor::Contacts, "zoe", "smtp.x.nl"),
            None
        );
        assert_eq!(passwords.find(PasswordFor::Proxy, "zoe", "smtp.x.nl"), None);
        assert_eq!(passwords.find(PasswordFor::Email, "jo", "smtp.x.nl"), None);
    }

    #[test]
    fn what_is_forgotten_is_not_found() {
        let passwords = Passwords::for_this_run();
        let keep = |what| passwords.keep(what, "zoe", "x.nl", &Zeroizing::new("geheim".into()));
        keep(PasswordFor::Email);
        keep(PasswordFor::Contacts);
        passwords.forget(PasswordFor::Contacts, "zoe", "x.nl");
        assert_eq!(passwords.find(PasswordFor::Contacts, "zoe", "x.nl"), None);
        assert!(passwords.find(PasswordFor::Email, "zoe", "x.nl").is_some());
    }

    #[test]
    fn debug_shows_no_password() {
        let passwords = Passwords::for_this_run();
        passwords.keep(
            PasswordFor::Email,
            "zoe",
            "x",
            &Zeroizing::new("geheim".into()),
        );
        assert!(!format!("{passwords:?}").contains("geheim"));
    }
}
