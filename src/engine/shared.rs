//! What every part of the engine has in hand.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{task::spawn_blocking, time::timeout};
use zeroize::Zeroizing;

use super::{TrayWords, control::GateInUse, publish::Publisher, threads::Threads};
use crate::{
    delivery::{contact::Trust as ContactTrust, email::Options as SmtpOptions},
    desktop::Desktop,
    net::{Identity, Proxy, Relaying},
    session,
    store::{PasswordFor, Passwords, Policy, Store},
};

/// How long the expert's input is held back after the novice's last movement or key.
pub const HOLD_BACK: Duration = Duration::from_secs(2);

/// How long the keyring may take: it may ask the user to unlock it.
const KEYRING_PATIENCE: Duration = Duration::from_secs(120);

/// How long things may take; only tests have a reason to change these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// The novice's time to answer who may see the screen. No answer is no.
    pub consent: Duration,
    /// The novice's time to answer who may take control. No answer is no.
    pub control: Duration,
    /// [`HOLD_BACK`].
    pub hold_back: Duration,
    /// [`FAREWELL`].
    pub farewell: Duration,
    /// [`session::RESUME_TIME`].
    pub resume: Duration,
    /// [`OFFER_PAUSE`].
    pub offer_pause: Duration,
}

/// So long after the last invitation ended the door stays open: whoever comes late is told why they are not let in.
pub const FAREWELL: Duration = Duration::from_secs(10 * 60);

/// So long a helper is not heard again whose offer was not taken; twice as long each time after that.
pub const OFFER_PAUSE: Duration = Duration::from_secs(30);

impl Default for Timing {
    fn default() -> Self {
        Self {
            consent: session::CONSENT_PATIENCE,
            control: session::CONTROL_PATIENCE,
            hold_back: HOLD_BACK,
            farewell: FAREWELL,
            resume: session::RESUME_TIME,
            offer_pause: OFFER_PAUSE,
        }
    }
}

/// What every part of the engine has in hand.
pub(super) struct Shared {
    pub(super) store: Store,
    /// The administrator's policy as it holds now. Whoever decides something for the novice asks it, or settings under it.
    pub(super) policy: Mutex<Arc<Policy>>,
    pub(super) identity: Identity,
    pub(super) desktop: Arc<dyn Desktop>,
    pub(super) publisher: Arc<Publisher>,
    pub(super) threads: Threads,
    pub(super) gate: GateInUse,
    pub(super) timing: Timing,
    pub(super) passwords: Passwords,
    /// The proxy of the settings, with its password once that is known.
    pub(super) proxy: Mutex<Proxy>,
    pub(super) smtp: SmtpOptions,
    pub(super) contact_trust: ContactTrust,
    /// Where this process's windows open.
    pub(super) display: String,
    /// This process is there to give help alone, until the user invites somebody in its window.
    pub(super) only_helps: bool,
    pub(super) nearby: bool,
    /// What the icon in the tray says; without, there is none.
    pub(super) tray_words: Option<TrayWords>,
    /// The process speaks the language of the settings.
    pub(super) speaks: bool,
}

impl Shared {
    /// The proxy of the settings, with its password once that is known.
    pub(super) fn proxy(&self) -> MutexGuard<'_, Proxy> {
        self.proxy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The administrator's policy as it holds now.
    pub(super) fn policy(&self) -> Arc<Policy> {
        let policy = self.policy.lock().unwrap_or_else(PoisonError::into_inner);
        policy.clone()
    }

    pub(super) fn set_policy(&self, policy: Policy) {
        *self.policy.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(policy);
    }

    /// With the proxy's password, if it is known.
    pub(super) fn past_the_proxy(&self, relaying: Relaying) -> Relaying {
        let known = self.proxy();
        if known.address != relaying.proxy.address {
            return relaying;
        }
        Relaying {
            proxy: known.clone(),
            ..relaying
        }
    }

    /// The password of `user` at `server`, if it is known and the keyring tells it in time.
    pub(super) async fn find_password(
        self: &Arc<Self>,
        what: PasswordFor,
        user: &str,
        server: &str,
    ) -> Option<Zeroizing<String>> {
        let (shared, user, server) = (self.clone(), user.to_owned(), server.to_owned());
        let find = spawn_blocking(move || shared.passwords.find(what, &user, &server));
        timeout(KEYRING_PATIENCE, find).await.ok()?.ok()?
    }
}
