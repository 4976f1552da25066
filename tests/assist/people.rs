//! Two people with a Hulp each, on stand-in desktops: what they do, and what they wait for.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Condvar, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use hulp::{
    delivery::email::Options as SmtpOptions,
    desktop::FakeDesktop,
    engine::{
        Command, ConsentView, ControlView, Engine, EngineConfig, ExpertEnd, ExpertSessionView,
        ExpertView, InviteHow, InviteRequest, InviteView, NoviceSessionView, Relays, Secret,
        Timing, View,
    },
    input::{InputEvent, Keysym},
    invitation::{Invitation, InvitationId, InvitationState},
    screen::{Framebuffer, Size},
    store::{LogEvent, LogFilter, LogVerdict, Passwords, PolicyPlace, Store},
};
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::ports::free_port;

/// How long anything may take before a test fails; far more than it needs.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// The stand-in screens' size.
pub const SCREEN: Size = Size::new(320, 200);

/// The window's bell: tests wait for it and never look without it, so a bell that is not rung fails them.
#[derive(Default)]
struct Bell {
    rings: Mutex<u64>,
    rung: Condvar,
}

/// Somebody with a Hulp.
pub struct Person {
    engine: Engine,
    pub desktop: FakeDesktop,
    folder: Arc<TempDir>,
    bell: Arc<Bell>,
}

impl Person {
    /// Somebody new, with a folder and a port of their own.
    pub fn new() -> Self {
        Self::with_timing(Timing::default())
    }

    /// One whose door stays open for those who come too late.
    pub fn who_tells_the_late() -> Self {
        Self::settled(Timing::default())
    }

    pub fn with_timing(timing: Timing) -> Self {
        // Tests do not wait for late helpers.
        Self::settled(Timing {
            farewell: Duration::ZERO,
            ..timing
        })
    }

    /// One whose mail servers are spoken with in this way.
    pub fn with_smtp(smtp: SmtpOptions) -> Self {
        let timing = Timing {
            farewell: Duration::ZERO,
            ..Timing::default()
        };
        Self::settled_with(timing, smtp)
    }

    /// One whose administrator has this policy.
    pub fn under_policy(policy: &str) -> Self {
        let folder = Arc::new(TempDir::new().unwrap());
        write_policy(folder.path(), Some(policy));
        let timing = Timing {
            farewell: Duration::ZERO,
            ..Timing::default()
        };
        Self::settled_in(folder, |config| config.timing = timing)
    }

    /// With a port of their own.
    fn settled(timing: Timing) -> Self {
        Self::settled_with(timing, SmtpOptions::default())
    }

    fn settled_with(timing: Timing, smtp: SmtpOptions) -> Self {
        Self::settled_as(|config| {
            config.timing = timing;
            config.smtp = smtp;
        })
    }

    /// One whose engine is started with something of its own.
    pub fn settled_as(change: impl FnOnce(&mut EngineConfig)) -> Self {
        Self::settled_in(Arc::new(TempDir::new().unwrap()), change)
    }

    fn settled_in(folder: Arc<TempDir>, change: impl FnOnce(&mut EngineConfig)) -> Self {
        let person = Self::start_as(folder, change);
        let mut settings = person.engine.view().settings.clone();
        settings.port = free_port();
        // Tests leave routers and relays alone.
        settings.map_port = false;
        settings.relays = Relays::None;
        let port = settings.port;
        person.send(Command::save_settings(&person.view().settings, settings));
        person.wait("the port", |view| {
            (view.settings.port == port).then_some(())
        });
        person
    }

    fn start(folder: Arc<TempDir>) -> Self {
        Self::start_as(folder, |_| ())
    }

    fn start_as(folder: Arc<TempDir>, change: impl FnOnce(&mut EngineConfig)) -> Self {
        let desktop = FakeDesktop::new(SCREEN);
        let bell = Arc::new(Bell::default());
        let rung = bell.clone();
        let wake = Arc::new(move || {
            *rung.rings.lock().unwrap() += 1;
            rung.rung.notify_all();
        });
        let store_folder = folder.path().join("store");
        let mut config = EngineConfig::new(store_folder, Arc::new(desktop.clone()), wake);
        config.passwords = Passwords::for_this_run();
        // Whatever the administrator of this computer says.
        #[cfg(all(unix, not(target_os = "macos")))]
        {
            let owner = rustix::process::geteuid().as_raw();
            let place = PolicyPlace::for_tests(folder.path(), "policy/policy.toml", owner);
            config.policy = place;
        }
        config.nearby = false; // tests leave the network alone
        change(&mut config);
        Self {
            engine: Engine::start(config).unwrap(),
            desktop,
            folder,
            bell,
        }
    }

    /// Closes Hulp and starts it again.
    pub fn restart(self) -> Self {
        let folder = self.folder.clone();
        drop(self);
        Self::start(folder)
    }

    /// A second Hulp of the same user.
    pub fn second_window(&self) -> Self {
        Self::start(self.folder.clone())
    }

    /// Another Hulp of the same user, started with something of its own.
    pub fn start_again(&self, change: impl FnOnce(&mut EngineConfig)) -> Self {
        Self::start_as(self.folder.clone(), change)
    }

    pub fn send(&self, command: Command) {
        self.engine.send(command);
    }

    pub fn close(&self) {
        self.engine.shutdown();
    }

    pub fn view(&self) -> Arc<View> {
        self.engine.view()
    }

    /// How often the window was woken.
    pub fn rings(&self) -> u64 {
        *self.bell.rings.lock().unwrap()
    }

    /// Looks at the view each time that the bell rings, until `see` sees it.
    #[track_caller]
    pub fn wait<T>(&self, what: &str, mut see: impl FnMut(&View) -> Option<T>) -> T {
        let give_up = Instant::now() + PATIENCE;
        loop {
            let rings = *self.bell.rings.lock().unwrap();
            let view = self.engine.view();
            if let Some(seen) = see(&view) {
                return seen;
            }
            let left = give_up.saturating_duration_since(Instant::now());
            let seen = self.bell.rings.lock().unwrap();
            let (seen, late) = self
                .bell
                .rung
                .wait_timeout_while(seen, left, |now| *now == rings)
                .unwrap();
            drop(seen);
            assert!(
                !late.timed_out(),
                "{what}: waited in vain; novice {:?}, expert {:?}",
                view.novice,
                view.expert
            );
        }
    }

    /// The administrator writes another policy, or takes it away.
    pub fn set_policy(&self, policy: Option<&str>) {
        write_policy(self.folder.path(), policy);
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn store(&self) -> Store {
        Store::open(&self.folder.path().join("store")).unwrap()
    }

    /// What the log says, after it was verified.
    pub fn log(&self) -> Vec<LogEvent> {
        let store = self.store();
        let verdict: LogVerdict = store.verify_log().unwrap();
        assert!(verdict.is_whole(), "{verdict:?}");
        let page = store.log_page(&LogFilter::default(), None, usize::MAX);
        let entries = page.unwrap().entries.into_iter().rev();
        entries.filter_map(|entry| entry.line.event).collect()
    }

    // As the novice

    /// Makes an invitation and returns its file.
    pub fn invite(&self, password: Option<&str>) -> PathBuf {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let request = InviteRequest {
            name: "Mia".into(),
            message: "My printer prints nothing".into(),
            lifetime: Duration::from_secs(3600),
            password: password.map(secret),
            how: InviteHow::File(self.file(&format!("{number}.hulp"))),
        };
        self.ask(request);
        self.wait("an invitation", |view| match &view.novice.invite {
            InviteView::Saved { path, .. } => Some(path.clone()),
            InviteView::Failed(fault) => panic!("{fault:?}"),
            _ => None,
        })
    }

    /// Asks for an invitation, with the outcome of the last one forgotten.
    pub fn ask(&self, request: InviteRequest) {
        self.send(Command::InviteSeen);
        self.wait("a fresh page", |view| {
            (view.novice.invite == InviteView::Nothing).then_some(())
        });
        self.send(Command::Invite(request));
    }

    pub fn consent(&self) -> ConsentView {
        self.wait("the question who may see the screen", |view| {
            view.novice.consent.clone()
        })
    }

    pub fn answer(&self, consent: &ConsentView, allow: bool) {
        let question = consent.question;
        self.send(Command::AnswerHelper { question, allow });
    }

    pub fn session(&self) -> NoviceSessionView {
        self.wait("the novice's session", |view| view.novice.session.clone())
    }

    pub fn wait_for_state(&self, id: InvitationId, state: InvitationState) {
        self.wait(&format!("{state:?}"), |view| {
            let row = view.novice.invitations.iter().find(|row| row.id == id);
            row.is_some_and(|row| row.state == state).then_some(())
        });
    }

    /// Answers the next question for control.
    pub fn answer_control(&self, allow: bool) {
        let question = self.wait("the question for control", |view| {
            match view.novice.session.as_ref()?.control {
                ControlView::Asked { question, .. } => Some(question),
                _ => None,
            }
        });
        self.send(Command::AnswerControl { question, allow });
    }

    // As the expert

    pub fn open(&self, file: &Path) {
        self.send(Command::Open(file.to_owned()));
        self.wait("the invitation's page", |view| {
            matches!(view.expert, ExpertView::Opened(_)).then_some(())
        });
    }

    /// Opens an invitation and clicks Connect.
    pub fn connect(&self, file: &Path, password: Option<&str>) {
        self.open(file);
        let password = password.map(secret);
        self.send(Command::Connect { password });
    }

    /// Why it came to nothing, or how it ended.
    pub fn outcome(&self) -> ExpertEnd {
        self.wait("an outcome", |view| match &view.expert {
            ExpertView::Failed { why, .. } | ExpertView::Ended { why, .. } => Some(why.clone()),
            _ => None,
        })
    }

    /// The console.
    pub fn console(&self) -> ExpertSessionView {
        self.see_console("the console", |_| true)
    }

    pub fn see_console(
        &self,
        what: &str,
        see: impl Fn(&ExpertSessionView) -> bool,
    ) -> ExpertSessionView {
        self.wait(what, |view| match &view.expert {
            ExpertView::Session(session) if see(session) => Some(session.clone()),
            ExpertView::Failed { why, .. } | ExpertView::Ended { why, .. } => {
                panic!("{what}: {why:?}")
            }
            _ => None,
        })
    }

    /// Waits until the remote screen is exactly this.
    pub fn sees(&self, screen: &Framebuffer) {
        let remote = self.console().screen;
        let mut picture = Framebuffer::new(Size::default());
        self.wait("the very pixels", |_| {
            remote.take_changes(|frame, _| picture = frame.clone());
            (picture == *screen).then_some(())
        });
    }

    pub fn control(&self, what: &str, control: ControlView) {
        self.see_console(what, |session| session.control == control);
    }

    pub fn input(&self, events: &[InputEvent]) {
        self.send(Command::Input(events.to_vec()));
    }
}

/// A novice and an expert in a session.
pub fn in_session(timing: Timing) -> (Person, Person, InvitationId) {
    let (novice, expert) = (Person::with_timing(timing), Person::new());
    let file = novice.invite(None);
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    novice.session();
    expert.console();
    let id = read(&file).id;
    (novice, expert, id)
}

/// The same, and the expert has control.
pub fn in_control(timing: Timing) -> (Person, Person, InvitationId) {
    let (novice, expert, id) = in_session(timing);
    take_control(&novice, &expert);
    (novice, expert, id)
}

pub fn take_control(novice: &Person, expert: &Person) {
    expert.send(Command::TakeControl);
    novice.answer_control(true);
    expert.see_console("control", |session| {
        matches!(session.control, ControlView::Granted { .. })
    });
}

fn write_policy(folder: &Path, policy: Option<&str>) {
    let folder = folder.join("policy");
    let file = folder.join("policy.toml");
    let Some(policy) = policy else {
        return std::fs::remove_file(file).unwrap();
    };
    std::fs::create_dir_all(&folder).unwrap();
    let new = folder.join("new");
    std::fs::write(&new, policy).unwrap();
    std::fs::rename(new, file).unwrap();
}

pub fn read(file: &Path) -> Invitation {
    Invitation::from_xml(&std::fs::read(file).unwrap()).unwrap()
}

/// Changes an invitation on its way.
pub fn forge(file: &Path, change: impl FnOnce(&mut Invitation)) {
    let mut invitation = read(file);
    change(&mut invitation);
    std::fs::write(file, invitation.to_xml()).unwrap();
}

pub fn secret(text: &str) -> Secret {
    Secret(Zeroizing::new(text.to_owned()))
}

pub fn key(keysym: u32, pressed: bool) -> InputEvent {
    let keysym = Keysym(keysym);
    InputEvent::Key { keysym, pressed }
}
