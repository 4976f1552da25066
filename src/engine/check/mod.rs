//! `Check this computer`: every part that Hulp needs is tried for real, all at the same time, each with a time of its own after
//! which it is given up. What is opened for it is closed again, also when the user leaves in the midst of it.
//!
//! Nothing of it is written in the log, and nobody can come in by what it opens: a port and a meeting point are there for
//! some seconds, under a key that no invitation names.

mod accounts;
mod here;
mod network;
mod picture;
mod screen;

use std::{sync::Arc, time::Duration};

use tokio::{
    runtime::Runtime,
    sync::{
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
        oneshot, watch,
    },
    task::{JoinHandle, spawn_blocking},
    time::timeout,
};

use super::{
    SettingsView,
    shared::Shared,
    view::{CheckFault, CheckGap, CheckPart, CheckState, CheckView, ExpertView, ListenView},
};
use crate::{
    net::{Proxy, proxy_account},
    store::{PasswordFor, Policy},
};

/// How long the closing of what was opened may take, when Hulp is closed.
const CLOSE_PATIENCE: Duration = Duration::from_secs(3);

/// What reaches the check.
pub(super) enum Order {
    /// Try everything, from the beginning.
    Begin,
    /// The page was left.
    End,
    /// Close what is open; answered when that is done.
    Close(oneshot::Sender<()>),
}

/// Tries this computer when the user wants it.
pub(super) struct CheckSide {
    shared: Arc<Shared>,
    running: Option<Running>,
    /// What was found belongs to the check of its number.
    number: u64,
    tell: UnboundedSender<(u64, CheckPart, CheckState)>,
    found: UnboundedReceiver<(u64, CheckPart, CheckState)>,
}

/// A check under way. Dropping it ends it; its task goes on until what it opened is closed.
struct Running {
    _going: watch::Sender<()>,
    task: JoinHandle<()>,
}

impl CheckSide {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        let (tell, found) = unbounded_channel();
        Self {
            shared,
            running: None,
            number: 0,
            tell,
            found,
        }
    }

    /// Runs until it is closed.
    pub(super) async fn run(mut self, mut orders: UnboundedReceiver<Order>) {
        let closing = loop {
            tokio::select! {
                order = orders.recv() => match order {
                    Some(Order::Begin) => self.begin(),
                    Some(Order::End) => self.end(),
                    Some(Order::Close(done)) => break Some(done),
                    None => break None,
                },
                Some((number, part, state)) = self.found.recv() => {
                    if number == self.number {
                        self.show(part, state);
                    }
                }
            }
        };
        if let Some(Running { _going, task }) = self.running.take() {
            drop(_going);
            let _ = timeout(CLOSE_PATIENCE, task).await; // gone either way
        }
        if let Some(closing) = closing {
            let _ = closing.send(());
        }
    }

    /// Not in a session, on either side: mouse and keys are for that just then.
    fn begin(&mut self) {
        self.end();
        let view = self.shared.publisher.peek();
        let gives_help = matches!(view.expert, ExpertView::Session(_));
        if gives_help || view.novice.session.is_some() || view.novice.consent.is_some() {
            return;
        }
        let (going, ended) = watch::channel(());
        let (tell, number) = (self.tell.clone(), self.number);
        let told = Arc::new(move |part, state| {
            let _ = tell.send((number, part, state)); // nobody hears it while Hulp closes
        });
        let trial = Trial::new(self.shared.clone(), told, ended);
        let publisher = &self.shared.publisher;
        publisher.change(|view| view.check = Some(CheckView::begun()));
        self.running = Some(Running {
            _going: going,
            task: tokio::spawn(trial.run()),
        });
    }

    fn end(&mut self) {
        self.number += 1;
        self.running = None;
        if self.shared.publisher.peek().check.is_some() {
            self.shared.publisher.change(|view| view.check = None);
        }
    }

    fn show(&self, part: CheckPart, state: CheckState) {
        self.shared.publisher.change(|view| {
            if let Some(check) = &mut view.check {
                check.set(part, state);
            }
        });
    }
}

/// Tries everything once; `told` hears of each part as soon as it is known.
pub(super) fn once(
    runtime: &Runtime,
    shared: Arc<Shared>,
    told: impl Fn(CheckPart, &CheckState),
) -> CheckView {
    let (tell, mut found) = unbounded_channel();
    let (going, ended) = watch::channel(());
    let tell = Arc::new(move |part, state| {
        let _ = tell.send((part, state)); // all is known then
    });
    let mut view = CheckView::begun();
    runtime.block_on(async {
        find_proxy_password(&shared).await;
        let trial = tokio::spawn(Trial::new(shared, tell, ended).run());
        while let Some((part, state)) = found.recv().await {
            told(part, &state);
            view.set(part, state);
            if view.is_done() {
                break;
            }
        }
        drop(going);
        let _ = timeout(CLOSE_PATIENCE, trial).await; // gone either way
    });
    // It ended without a word about these: there is a fault in it.
    for (_, state) in &mut view.parts {
        if state.is_under_way() {
            *state = CheckState::Fails(CheckFault::Broken);
        }
    }
    view
}

/// In a program with a window, the novice's side does that.
async fn find_proxy_password(shared: &Arc<Shared>) {
    let address = shared.publisher.peek().settings.proxy.clone();
    let mut proxy = Proxy::at(&address);
    if let Some((user, place)) = proxy_account(&address) {
        let find = shared.find_password(PasswordFor::Proxy, &user, &place);
        proxy.password = timeout(accounts::KEYRING, find).await.ok().flatten();
    }
    *shared.proxy() = proxy;
}

/// Takes what was found, from any thread.
type Told = Arc<dyn Fn(CheckPart, CheckState) + Send + Sync>;

/// One check of everything.
#[derive(Clone)]
pub(super) struct Trial {
    shared: Arc<Shared>,
    settings: SettingsView,
    /// The port at which this very process listens already.
    listening: Option<u16>,
    told: Told,
    ended: watch::Receiver<()>,
}

impl Trial {
    /// A check by the settings of now. It is over when the other end of `ended` is dropped.
    pub(super) fn new(shared: Arc<Shared>, told: Told, ended: watch::Receiver<()>) -> Self {
        let view = shared.publisher.peek();
        Self {
            settings: view.settings.clone(),
            listening: match view.novice.listen {
                ListenView::On { port } => Some(port),
                _ => None,
            },
            shared,
            told,
            ended,
        }
    }

    /// Tries everything; ends when all is known, or the check is over, and what was opened is closed.
    pub(super) async fn run(self) {
        tokio::join!(
            self.try_screen(),
            self.try_hands(),
            self.try_ways_in(),
            self.one(CheckPart::WayOut, network::WAY_OUT, self.way_out()),
            self.one(CheckPart::Codes, network::CODES, self.codes()),
            self.one(CheckPart::Email, accounts::EMAIL, self.email()),
            self.one(CheckPart::Contacts, accounts::CONTACTS, self.contacts()),
            async { self.tell(CheckPart::Drawing, self.drawing()) },
            self.one(CheckPart::Keyring, accounts::KEYRING, self.keyring()),
            self.one(CheckPart::Files, here::FILES, self.files()),
            self.one(CheckPart::Disk, here::DISK, self.disk()),
            self.one(CheckPart::Clock, here::CLOCK, self.clock()),
        );
    }

    /// Tries one part, for so long at most.
    async fn one(
        &self,
        part: CheckPart,
        patience: Duration,
        work: impl Future<Output = CheckState>,
    ) {
        if let Some(found) = self.in_time(patience, work).await {
            self.tell(part, found);
        }
    }

    /// What it finds, or that it takes too long; nothing when the check is over before.
    async fn in_time(
        &self,
        patience: Duration,
        work: impl Future<Output = CheckState>,
    ) -> Option<CheckState> {
        tokio::select! {
            () = self.over() => None,
            found = timeout(patience, work) => Some(found.unwrap_or_else(|_| too_late(patience))),
        }
    }

    /// Waits until the check is over.
    async fn over(&self) {
        let mut ended = self.ended.clone();
        while ended.changed().await.is_ok() {}
    }

    fn tell(&self, part: CheckPart, state: CheckState) {
        (self.told)(part, state);
    }

    fn policy(&self) -> Arc<Policy> {
        self.shared.policy()
    }
}

fn not_allowed() -> CheckState {
    CheckState::NotSetUp(CheckGap::NotAllowed)
}

fn too_late(patience: Duration) -> CheckState {
    CheckState::Fails(CheckFault::TimedOut(patience.as_secs()))
}

/// On a thread that may wait for the system. Where that never answers, the thread is left to itself.
async fn blocking(work: impl FnOnce() -> CheckState + Send + 'static) -> CheckState {
    let done = spawn_blocking(work).await;
    done.unwrap_or(CheckState::Fails(CheckFault::Broken))
}
