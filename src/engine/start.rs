//! The engine's two ends: how it is started and closed, and how the window speaks with it.

use std::{
    io,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::Utc;
use tokio::{
    runtime::{Builder, Runtime},
    sync::{
        mpsc::{UnboundedSender, unbounded_channel},
        oneshot,
    },
};

use super::{
    Command, SettingsView, Timing, View, Wake,
    contacts::{self, ContactsSide},
    expert::{self, ExpertSide},
    novice::{self, NoviceSide},
    publish::Publisher,
    shared::Shared,
    threads::Threads,
};
use crate::{
    delivery::{contact::Trust as ContactTrust, email::Options as SmtpOptions},
    desktop::Desktop,
    invitation::clean_name,
    net::{Identity, IdentityError},
    store::{LogEvent, LogText, Passwords, Store, StoreError},
};

/// The file of this installation's key in the store.
const KEY_FILE: &str = "key.pem";
/// So long goodbyes may take, each step of them.
const GOODBYE_TIME: Duration = Duration::from_secs(4);

/// What the engine is started with.
pub struct EngineConfig {
    /// Where the store is, or will be made.
    pub store_folder: PathBuf,
    /// This computer's desktop.
    pub desktop: Arc<dyn Desktop>,
    /// Called when there is something new in the view or on the remote screen: at most once until [`Engine::view`] is called.
    pub wake: Wake,
    /// Time limits.
    pub timing: Timing,
    /// Where the passwords of mail and contact servers and of a proxy are kept.
    pub passwords: Passwords,
    /// How mail servers are spoken with.
    pub smtp: SmtpOptions,
    /// Whose word counts on who a contact server is.
    pub contact_trust: ContactTrust,
}

/// The engine did not start.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The store cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no key, and none can be made.
    #[error(transparent)]
    Key(#[from] IdentityError),
    /// The system gave no threads.
    #[error("the engine cannot run: {0}")]
    Threads(#[from] io::Error),
}

/// Everything that happens, happens in here. Closed by [`Engine::shutdown`] or by dropping it.
pub struct Engine {
    shared: Arc<Shared>,
    to_novice: UnboundedSender<novice::Order>,
    to_expert: UnboundedSender<expert::Order>,
    to_contacts: UnboundedSender<contacts::Order>,
    runtime: Mutex<Option<Runtime>>,
}

impl EngineConfig {
    /// With the usual time limits, and the system's keyring.
    pub fn new(store_folder: PathBuf, desktop: Arc<dyn Desktop>, wake: Wake) -> Self {
        Self {
            store_folder,
            desktop,
            wake,
            timing: Timing::default(),
            passwords: Passwords::in_keyring(),
            smtp: SmtpOptions::default(),
            contact_trust: ContactTrust::System,
        }
    }
}

impl Engine {
    /// Opens the store, takes this installation's key from it, and waits for the helpers of the invitations that are open.
    ///
    /// # Errors
    /// When the store or the key cannot be used, or the system gives no threads.
    pub fn start(config: EngineConfig) -> Result<Self, EngineError> {
        let store = Store::open(&config.store_folder)?;
        let identity = identity(&store)?;
        let loaded = store.settings(Utc::now())?;
        if let Some(broken) = &loaded.broken {
            tracing::warn!(kept_as = %broken.display(), "the settings could not be read");
            let kept_as = LogText::from(broken.to_string_lossy().as_ref());
            store.log(&LogEvent::SettingsBroken { kept_as }, Utc::now())?;
        }
        let mut settings = loaded.settings;
        if settings.name.is_empty() {
            settings.name = login_name();
        }
        let view = View {
            settings: SettingsView::of(&settings),
            ..View::default()
        };
        let shared = Arc::new(Shared {
            store,
            identity,
            desktop: config.desktop,
            publisher: Arc::new(Publisher::new(view, config.wake)),
            threads: Threads::default(),
            gate: Default::default(),
            timing: config.timing,
            passwords: config.passwords,
            proxy: Mutex::default(),
            smtp: config.smtp,
            contact_trust: config.contact_trust,
        });
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("hulp-engine")
            .enable_all()
            .build()?;
        let (to_novice, novice_orders) = unbounded_channel();
        let (to_expert, expert_orders) = unbounded_channel();
        let (to_contacts, contacts_orders) = unbounded_channel();
        let novice = NoviceSide::new(shared.clone(), settings, to_contacts.clone());
        let handle = runtime.handle().clone();
        shared.threads.spawn("hulp-novice", move || {
            handle.block_on(novice.run(novice_orders));
        })?;
        runtime.spawn(ExpertSide::new(shared.clone(), to_contacts.clone()).run(expert_orders));
        let contacts = ContactsSide::new(shared.clone(), to_novice.clone(), to_expert.clone());
        runtime.spawn(contacts.run(contacts_orders));
        Ok(Self {
            shared,
            to_novice,
            to_expert,
            to_contacts,
            runtime: Mutex::new(Some(runtime)),
        })
    }

    /// Asks for something. Never waits; what comes of it shows in the view.
    pub fn send(&self, command: Command) {
        match command {
            Command::Open(_)
            | Command::TakeByCode(_)
            | Command::Connect { .. }
            | Command::CancelConnect
            | Command::CloseInvitation
            | Command::TakeControl
            | Command::ReleaseControl
            | Command::Input(_)
            | Command::PlacePane { .. }
            | Command::Watch(_)
            | Command::ExpertChat(_)
            | Command::ExpertDisconnect => {
                let _ = self
                    .to_expert
                    .send(expert::Order::Command(Box::new(command)));
            }
            Command::Contacts(command) => {
                let _ = self.to_contacts.send(contacts::Order::Command(command));
            }
            command => {
                if matches!(
                    command,
                    Command::StopControl
                        | Command::StopKeyInOurWindow(_)
                        | Command::Pause
                        | Command::NoviceDisconnect
                ) {
                    self.shared.gate.shut();
                }
                if let Command::SaveSettings(settings) = &command {
                    // The expert's side has a queue of its own: a Connect that follows must find the new name.
                    self.shared.publisher.ask_settings(settings.clone());
                    let strangers = settings.contacts.strangers_may_ring;
                    let _ = (self.to_contacts).send(contacts::Order::LetStrangersRing(strangers));
                }
                let _ = self.to_novice.send(novice::Order::Command(command));
            }
        }
    }

    /// All that can be seen now. To be called after each wake, or no further one comes.
    pub fn view(&self) -> Arc<View> {
        self.shared.publisher.view()
    }

    /// Says goodbye to whoever is connected, releases what is pressed, closes the port and ends every thread. Takes as long as
    /// the goodbyes, a few seconds at most. The second time it does nothing.
    pub fn shutdown(&self) {
        let runtime = self
            .runtime
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let Some(runtime) = runtime else { return };
        self.shared.gate.shut();
        let (novice_done, novice_closed) = oneshot::channel();
        let (expert_done, expert_closed) = oneshot::channel();
        let (contacts_done, contacts_closed) = oneshot::channel();
        let _ = self.to_novice.send(novice::Order::Close(novice_done));
        let _ = self.to_expert.send(expert::Order::Close(expert_done));
        let _ = (self.to_contacts).send(contacts::Order::Close(contacts_done));
        runtime.block_on(async {
            let all = async { tokio::join!(novice_closed, expert_closed, contacts_closed) };
            if tokio::time::timeout(GOODBYE_TIME, all).await.is_err() {
                tracing::warn!("not everybody heard the goodbye");
            }
        });
        runtime.shutdown_timeout(GOODBYE_TIME);
        if !self.shared.threads.join(GOODBYE_TIME) {
            tracing::warn!("a thread is still busy");
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.shutdown();
    }
}

/// This installation's key: the kept one, or a new one that is kept. One that cannot be read is an error and not replaced,
/// for the invitations that are on their way name it.
fn identity(store: &Store) -> Result<Identity, EngineError> {
    if let Some(kept) = store.secret_text(KEY_FILE)? {
        return Ok(Identity::from_pem(&kept)?);
    }
    let identity = Identity::generate()?;
    store.keep_secret_text(KEY_FILE, &identity.to_pem())?;
    Ok(identity)
}

/// What the user is called here until they say another name; empty where the system does not tell.
fn login_name() -> String {
    let name = ["USER", "LOGNAME", "USERNAME"]
        .iter()
        .find_map(|variable| std::env::var(variable).ok());
    clean_name(&name.unwrap_or_default())
}
