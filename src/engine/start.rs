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
    CheckCommand, CheckPart, CheckState, CheckView, Command, Drawing, LogCommand, PolicyView,
    SettingsView, Timing, TrayWords, View, Wake,
    check::{self, CheckSide},
    contacts::{self, ContactsSide},
    expert::{self, ExpertSide},
    files::Files,
    log,
    novice::{self, NoviceSide},
    publish::Publisher,
    settings::{holding, speak},
    shared::Shared,
    threads::Threads,
};
use crate::{
    delivery::{contact::Trust as ContactTrust, email::Options as SmtpOptions},
    desktop::Desktop,
    invitation::key_words,
    net::{Identity, IdentityError},
    store::{Ownership, Passwords, PolicyPlace, Store, StoreError},
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
    /// Where the administrator's policy is.
    pub policy: PolicyPlace,
    /// What this process is there for.
    pub duty: Duty,
    /// The display where its windows open, by the name that the environment has for it.
    pub display: String,
    /// Whether the computers of the same network are spoken to (mDNS), where offers of help are taken or made.
    pub nearby: bool,
    /// What windows are drawn with, where that is known before there is one.
    pub drawing: Option<Drawing>,
    /// What the icon in the tray says; without, there is none.
    pub tray_words: Option<TrayWords>,
    /// Whether the whole process is to speak the language of the settings, as soon as they name another one, too.
    pub speaks: bool,
}

/// What a process is there for.
#[derive(Debug)]
pub enum Duty {
    /// Everything; with the novice's side, where [`super::begin`] took it already. Without, it takes it as soon as nobody else has it.
    Everything(Option<Ownership>),
    /// To give help with one invitation. It takes the novice's side only when the user invites somebody here, and leaves
    /// contacts alone: one process of the user's is enough that rings.
    Helping,
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
    to_log: UnboundedSender<LogCommand>,
    to_check: UnboundedSender<check::Order>,
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
            policy: PolicyPlace::of_system(),
            duty: Duty::Everything(None),
            display: String::new(),
            nearby: true,
            drawing: None,
            tray_words: None,
            speaks: false,
        }
    }
}

impl Engine {
    /// Opens the store, takes this installation's key from it, and waits for the helpers of the invitations that are open.
    ///
    /// # Errors
    /// When the store or the key cannot be used, or the system gives no threads.
    pub fn start(config: EngineConfig) -> Result<Self, EngineError> {
        let mut config = config;
        let ownership = match &mut config.duty {
            Duty::Everything(ownership) => ownership.take(),
            Duty::Helping => None,
        };
        let (shared, files) = open(config, ownership.is_some())?;
        let runtime = runtime()?;
        let (to_novice, novice_orders) = unbounded_channel();
        let (to_expert, expert_orders) = unbounded_channel();
        let (to_contacts, contacts_orders) = unbounded_channel();
        let (to_log, log_orders) = unbounded_channel();
        let (to_check, check_orders) = unbounded_channel();
        let novice = NoviceSide::new(shared.clone(), files, ownership, to_contacts.clone());
        let handle = runtime.handle().clone();
        shared.threads.spawn("hulp-novice", move || {
            handle.block_on(novice.run(novice_orders));
        })?;
        runtime.spawn(ExpertSide::new(shared.clone(), to_contacts.clone()).run(expert_orders));
        let contacts = ContactsSide::new(shared.clone(), to_novice.clone(), to_expert.clone());
        runtime.spawn(contacts.run(contacts_orders));
        runtime.spawn(log::run(shared.clone(), log_orders));
        runtime.spawn(CheckSide::new(shared.clone()).run(check_orders));
        Ok(Self {
            shared,
            to_novice,
            to_expert,
            to_contacts,
            to_log,
            to_check,
            runtime: Mutex::new(Some(runtime)),
        })
    }

    /// Asks for something. Never waits; what comes of it shows in the view.
    pub fn send(&self, command: Command) {
        match command {
            Command::Open(_)
            | Command::TakeByCode(_)
            | Command::Connect { .. }
            | Command::Offer(_)
            | Command::ForgetComputer(_)
            | Command::LookNearby(_)
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
            Command::Log(command) => {
                let _ = self.to_log.send(command);
            }
            Command::Check(command) => {
                let order = match command {
                    CheckCommand::Begin => check::Order::Begin,
                    CheckCommand::End => check::Order::End,
                };
                let _ = self.to_check.send(order);
            }
            Command::DrawnWith(drawing) => {
                self.shared
                    .publisher
                    .change(|view| view.drawing = Some(drawing));
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
                if let Command::SaveSettings(edit) = &command {
                    // The expert's side has a queue of its own: a Connect that follows must find the new name.
                    let shown = self.shared.publisher.peek();
                    let settings = shown.settings.with(edit, &self.shared.policy());
                    let strangers = settings.contacts.strangers_may_ring;
                    self.shared.publisher.ask_settings(settings);
                    let _ = (self.to_contacts).send(contacts::Order::LetStrangersRing(strangers));
                }
                let _ = self
                    .to_novice
                    .send(novice::Order::Command(Box::new(command)));
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
        let (check_done, check_closed) = oneshot::channel();
        let _ = self.to_novice.send(novice::Order::Close(novice_done));
        let _ = self.to_expert.send(expert::Order::Close(expert_done));
        let _ = (self.to_contacts).send(contacts::Order::Close(contacts_done));
        let _ = self.to_check.send(check::Order::Close(check_done));
        runtime.block_on(async {
            let all =
                async { tokio::join!(novice_closed, expert_closed, contacts_closed, check_closed) };
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

/// Opens what every part of the engine has in hand, and reads settings and policy; this process `owns` the novice's side already or
/// does not.
fn open(config: EngineConfig, owns: bool) -> Result<(Arc<Shared>, Files), EngineError> {
    let store = Store::open(&config.store_folder)?;
    let identity = identity(&store)?;
    let files = Files::read_first(&store, config.policy, owns)?;
    let policy = &files.policy().policy;
    let broken_settings = files.broken_settings();
    if let Some(broken) = &broken_settings {
        store.log(&broken.logged(), Utc::now())?;
    }
    let settings = holding(files.settings(), policy);
    if config.speaks {
        speak(&settings);
    }
    let mut view = View {
        settings: SettingsView::of(&settings, policy),
        broken_settings,
        policy: PolicyView::of(files.policy()),
        drawing: config.drawing,
        ..View::default()
    };
    view.novice.helpers.own_words = key_words(&identity.fingerprint());
    let shared = Arc::new(Shared {
        store,
        policy: Mutex::new(Arc::new(policy.clone())),
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
        display: config.display,
        only_helps: matches!(config.duty, Duty::Helping),
        nearby: config.nearby,
        tray_words: config.tray_words,
        speaks: config.speaks,
    });
    Ok((shared, files))
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("hulp-engine")
        .enable_all()
        .build()
}

/// Tries every part of this computer, as `Check this computer` does, without a window and without being there for anybody;
/// `told` hears of each part as soon as it is known. Ends when all is known and closed again, which takes a minute at most.
///
/// # Errors
/// When the store or the key cannot be used, or the system gives no threads.
pub fn check_computer(
    config: EngineConfig,
    told: impl Fn(CheckPart, &CheckState),
) -> Result<CheckView, EngineError> {
    let (shared, _) = open(config, false)?;
    let runtime = runtime()?;
    let found = check::once(&runtime, shared, told);
    // Where the system never answers, its thread is left to itself.
    runtime.shutdown_background();
    Ok(found)
}

/// This installation's key: the kept one, or a new one that is kept. One that cannot be read is an error and not replaced,
/// for the invitations that are on their way name it. Of two processes that make one at once, both get the first that was kept.
///
/// # Errors
/// When it cannot be read, made or kept.
pub fn identity(store: &Store) -> Result<Identity, EngineError> {
    loop {
        if let Some(kept) = store.secret_text(KEY_FILE)? {
            return Ok(Identity::from_pem(&kept)?);
        }
        let identity = Identity::generate()?;
        if store.keep_first_secret_text(KEY_FILE, &identity.to_pem())? {
            return Ok(identity);
        }
    }
}
