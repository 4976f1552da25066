//! The expert's mouse and keyboard on the novice's computer, behind a gate that the novice can shut at any instant.
//!
//! A thread of its own does the events, one at a time, and looks at the gate before each. The novice's own stop keys are heard
//! on the watcher's thread and shut the gate there, before anything else is told. Whatever shuts it, the thread then releases
//! what is pressed and goes.

use std::{
    collections::VecDeque,
    io,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicU8, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::sync::{Notify, mpsc};

use super::threads::Threads;
use crate::{
    desktop::{Desktop, Injected, LocalInput, StopKey},
    input::InputEvent,
};

/// Events that may wait to be done. While more do, the line is not read, so the expert's computer has to wait too.
const MAX_WAITING_EVENTS: usize = 512;
/// Events that are left out are told at most this often.
const TELL_LEFT_OUT_EVERY: Duration = Duration::from_millis(500);

/// What the threads of control tell the session.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ControlSaid {
    /// Mouse and keyboard are ready.
    Ready,
    /// They cannot be had, or refused an event; the system's own words.
    CannotInject(String),
    /// The novice pressed a stop key. The gate is shut.
    Stopped(StopKey),
    /// The novice uses mouse or keyboard: from now on the expert's input is held back.
    HeldBack,
    /// An event could not be done.
    LeftOut {
        /// Because it would have met a window of Hulp's own.
        own_window: bool,
    },
}

/// One period of control, or the preparation of one. Dropping it shuts the gate.
#[derive(Debug)]
pub(super) struct Control {
    gate: Arc<Gate>,
    said: mpsc::UnboundedReceiver<ControlSaid>,
}

/// The gate of the period of control that runs now, for whoever must shut it without asking anybody.
#[derive(Clone, Debug, Default)]
pub(super) struct GateInUse(Arc<Mutex<Weak<Gate>>>);

#[derive(Debug)]
struct Gate {
    /// One of the three below; only ever goes up.
    stage: AtomicU8,
    work: Mutex<Work>,
    changed: Condvar,
    room: Notify,
    hold_back: Duration,
}

const PREPARING: u8 = 0;
const OPEN: u8 = 1;
const SHUT: u8 = 2;

#[derive(Debug, Default)]
struct Work {
    events: VecDeque<InputEvent>,
    /// The novice is at it; until then nothing of the expert's is done.
    held_until: Option<Instant>,
    /// What is pressed is to be released before anything else is done.
    release: bool,
    /// The line is broken: nothing is done until it is there again.
    suspended: bool,
}

impl Control {
    /// Prepares mouse and keyboard, on a thread of its own; [`ControlSaid::Ready`] follows, or not. Nothing of the expert's is
    /// done before [`Control::open`].
    pub(super) fn prepare(
        desktop: Arc<dyn Desktop>,
        threads: &Threads,
        in_use: &GateInUse,
        hold_back: Duration,
    ) -> io::Result<Self> {
        let (tell, said) = mpsc::unbounded_channel();
        let gate = Arc::new(Gate {
            stage: AtomicU8::new(PREPARING),
            work: Mutex::default(),
            changed: Condvar::new(),
            room: Notify::new(),
            hold_back,
        });
        *in_use.lock() = Arc::downgrade(&gate);
        let control = Self {
            gate: gate.clone(),
            said,
        };
        threads.spawn("hulp-inject", move || inject(&*desktop, &gate, &tell))?;
        Ok(control)
    }

    /// From now on the expert's events are done, unless the gate was shut meanwhile.
    pub(super) fn open(&self) {
        let stage = &self.gate.stage;
        let _ = stage.compare_exchange(PREPARING, OPEN, Ordering::SeqCst, Ordering::SeqCst);
    }

    /// Nothing is done for a while (true), and what is pressed is released at once; or goes on. The novice's stop keys are heard all
    /// the time.
    pub(super) fn suspend(&self, suspended: bool) {
        let mut work = self.gate.work();
        work.suspended = suspended;
        if suspended {
            work.events.clear();
            work.release = true;
        }
        drop(work);
        self.gate.changed.notify_all();
        self.gate.room.notify_one();
    }

    /// Hands over events; those that come while the gate is shut, control suspended or the novice at it are dropped.
    pub(super) fn push(&self, events: Vec<InputEvent>, now: Instant) {
        let mut work = self.gate.work();
        if self.gate.is(OPEN) && !work.suspended && !work.is_held(now) {
            work.events.extend(events);
            drop(work);
            self.gate.changed.notify_all();
        }
    }

    /// Whether more events may come.
    pub(super) fn has_room(&self) -> bool {
        self.gate.work().events.len() < MAX_WAITING_EVENTS
    }

    /// Until when the expert's input is held back.
    pub(super) fn held_until(&self) -> Option<Instant> {
        self.gate.work().held_until
    }

    /// Lets go of the hold if its time is over; says whether it did.
    pub(super) fn end_hold(&self, now: Instant) -> bool {
        let mut work = self.gate.work();
        let over = work.held_until.is_some_and(|until| now >= until);
        if over {
            work.held_until = None;
        }
        over
    }

    /// What the threads tell next, or that there is room again for events: `None`.
    pub(super) async fn next(&mut self) -> Option<ControlSaid> {
        tokio::select! {
            said = self.said.recv() => match said {
                Some(said) => Some(said),
                // Whoever shut the gate has the reason, and is on the way to tell it.
                None if self.gate.is(SHUT) => std::future::pending().await,
                None => Some(ControlSaid::CannotInject("the thread that injects broke off".into())),
            },
            () = self.gate.room.notified() => None,
        }
    }
}

impl Drop for Control {
    fn drop(&mut self) {
        self.gate.shut();
    }
}

impl GateInUse {
    /// Shuts the gate, if there is one: nothing more of the expert's is done from this instant.
    pub(super) fn shut(&self) {
        let gate = self.lock().upgrade();
        if let Some(gate) = gate {
            gate.shut();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Weak<Gate>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Gate {
    fn is(&self, stage: u8) -> bool {
        self.stage.load(Ordering::SeqCst) == stage
    }

    /// Says whether it was not shut before.
    fn shut(&self) -> bool {
        let before = self.stage.swap(SHUT, Ordering::SeqCst);
        // Taking the lock makes sure that the thread is either asleep, and hears this, or has yet to look.
        drop(self.work());
        self.changed.notify_all();
        before != SHUT
    }

    /// The novice's own doing, heard on the watcher's thread.
    fn hear(&self, input: LocalInput, tell: &mpsc::UnboundedSender<ControlSaid>) {
        match input {
            LocalInput::Stop(key) => {
                if self.shut() {
                    let _ = tell.send(ControlSaid::Stopped(key));
                }
            }
            LocalInput::Pointer | LocalInput::Key => {
                if !self.is(OPEN) {
                    return;
                }
                let now = Instant::now();
                let mut work = self.work();
                let was_held = work.is_held(now);
                work.held_until = Some(now + self.hold_back);
                if !was_held {
                    work.events.clear();
                    work.release = true;
                    drop(work);
                    self.changed.notify_all();
                    self.room.notify_one();
                    let _ = tell.send(ControlSaid::HeldBack);
                }
            }
        }
    }

    fn work(&self) -> MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Work {
    fn is_held(&self, now: Instant) -> bool {
        self.held_until.is_some_and(|until| now < until)
    }
}

/// What the injecting thread does next.
enum Next {
    Release,
    Do(InputEvent),
    Go,
}

fn next(gate: &Gate) -> Next {
    let mut work = gate.work();
    loop {
        if gate.is(SHUT) {
            return Next::Go;
        }
        if std::mem::take(&mut work.release) {
            return Next::Release;
        }
        if let Some(event) = work.events.pop_front() {
            if work.events.len() == MAX_WAITING_EVENTS / 2 {
                gate.room.notify_one();
            }
            return Next::Do(event);
        }
        let waited = gate.changed.wait(work);
        work = waited.unwrap_or_else(PoisonError::into_inner);
    }
}

fn inject(desktop: &dyn Desktop, gate: &Arc<Gate>, tell: &mpsc::UnboundedSender<ControlSaid>) {
    let (watched, heard) = (gate.clone(), tell.clone());
    let sink = Arc::new(move |input| watched.hear(input, &heard));
    let mut injector = match desktop.injector(sink) {
        Ok(injector) => injector,
        Err(error) => {
            let _ = tell.send(ControlSaid::CannotInject(error.to_string()));
            return;
        }
    };
    let _ = tell.send(ControlSaid::Ready);
    let mut told: Option<Instant> = None;
    loop {
        match next(gate) {
            Next::Go => break,
            Next::Release => injector.release_all(),
            Next::Do(event) => match injector.inject(&event) {
                Ok(Injected::Done) => {}
                Ok(left_out) => {
                    if told.is_none_or(|told| told.elapsed() >= TELL_LEFT_OUT_EVERY) {
                        told = Some(Instant::now());
                        let own_window = left_out == Injected::OverOwnWindow;
                        let _ = tell.send(ControlSaid::LeftOut { own_window });
                    }
                }
                Err(error) => {
                    let _ = tell.send(ControlSaid::CannotInject(error.to_string()));
                    break;
                }
            },
        }
    }
    injector.release_all();
}
