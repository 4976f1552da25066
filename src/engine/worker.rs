//! The novice's screen on its way out: looks, when the session wants a picture and something changed, and encodes what it saw.
//!
//! The session asks for one picture at a time. There is no queue of pictures: whatever happens on the screen while none is
//! wanted is seen together, when the next one is. On a still screen the thread sleeps.

use std::{
    io,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc::Sender},
    time::{Duration, Instant},
};

use tokio::sync::mpsc;

use super::threads::Threads;
use crate::{
    desktop::{self, Capture, CursorChange, Desktop},
    screen::{Damage, Encoder, Framebuffer, ScreenUpdate, Size},
    store::PictureMoment,
};

/// The longest sleep on a still screen; the thread then looks whether it is still needed.
const STILL_NAP: Duration = Duration::from_millis(250);
/// The longest sleep while paused; nothing needs looking at then.
const PAUSED_NAP: Duration = Duration::from_secs(3600);
/// The pointer is looked at this often while pictures wait for the line.
const POINTER_NAP: Duration = Duration::from_millis(16);
/// The longest sleep while something is still to be sent again exactly.
const REPAIR_NAP: Duration = Duration::from_millis(4);
/// So long nothing must have changed before what went lossy is sent again: a photo that stays for a moment only is not worth it.
const STILL_AFTER: Duration = Duration::from_millis(50);
/// The least time between two looks: more than 80 pictures a second help nobody.
const LEAST_BETWEEN_LOOKS: Duration = Duration::from_millis(12);
/// Places for what the thread tells; it waits when they are full.
const MAX_UNHEARD: usize = 8;

/// What the thread tells the session.
#[derive(Debug)]
pub(super) enum WorkerSaid {
    /// The screen is open.
    Ready,
    /// The picture that was wanted, and since which beginning it counts.
    Update {
        /// See [`Worker::begin_anew`].
        beginning: u32,
        /// The picture.
        update: ScreenUpdate,
    },
    /// The pointer.
    Cursor(CursorChange),
    /// The screen cannot be captured, or not any more; the system's own words.
    Lost(String),
}

/// The thread of one session. Dropping this stops it.
#[derive(Debug)]
pub(super) struct Worker {
    orders: Arc<Orders>,
    said: mpsc::Receiver<WorkerSaid>,
}

#[derive(Debug, Default)]
struct Orders {
    now: Mutex<Order>,
    changed: Condvar,
    /// Whoever wants a picture for the log.
    photographs: Mutex<Vec<(PictureMoment, ToPictures)>>,
}

type ToPictures = Sender<(PictureMoment, Framebuffer)>;

#[derive(Clone, Copy, Debug, Default)]
struct Order {
    /// A picture is wanted, of about so many bytes.
    wanted: Option<usize>,
    paused: bool,
    /// How often the other side had to begin with nothing.
    beginning: u32,
    /// How often a picture was wanted for the log.
    photographs: u32,
    stop: bool,
}

impl Worker {
    /// Starts the thread, which opens the screen: not to be called before the novice said yes.
    pub(super) fn start(desktop: Arc<dyn Desktop>, threads: &Threads) -> io::Result<Self> {
        let (tell, said) = mpsc::channel(MAX_UNHEARD);
        let orders = Arc::new(Orders::default());
        let worker = Self {
            orders: orders.clone(),
            said,
        };
        threads.spawn("hulp-screen", move || {
            let mut frame = Framebuffer::new(Size::default());
            let lost = match desktop.capture() {
                Ok(capture) => look(capture, &mut frame, &orders, &tell).err(),
                Err(error) => Some(error.to_string()),
            };
            orders.hand_out(&frame);
            if let Some(lost) = lost {
                let _ = tell.blocking_send(WorkerSaid::Lost(lost));
            }
        })?;
        Ok(worker)
    }

    /// One picture is wanted, of about so many bytes, as soon as it differs from the last, or can be made exact.
    pub(super) fn want(&self, allowance: usize) {
        self.order(|order| order.wanted = Some(allowance));
    }

    /// Stops looking, or goes on.
    pub(super) fn pause(&self, paused: bool) {
        self.order(|order| order.paused = paused);
    }

    /// The other side has nothing any more: the next picture is a whole one. Those of beginnings before this one are of no use; its
    /// number is returned.
    pub(super) fn begin_anew(&self) -> u32 {
        self.order(|order| {
            order.wanted = None;
            order.beginning += 1;
        });
        self.orders.lock().beginning
    }

    /// Takes a picture for the log, also when it is stopped right after: of the screen as it is, or while nobody may look at it any
    /// more, as it was last seen.
    pub(super) fn photograph(&self, moment: PictureMoment, to: ToPictures) {
        self.orders.photographs().push((moment, to));
        self.order(|order| order.photographs += 1);
    }

    /// What the thread tells next.
    pub(super) async fn next(&mut self) -> WorkerSaid {
        let broke_off = || WorkerSaid::Lost("the thread that captures broke off".into());
        self.said.recv().await.unwrap_or_else(broke_off)
    }

    fn order(&self, change: impl FnOnce(&mut Order)) {
        change(&mut self.orders.lock());
        self.orders.changed.notify_all();
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.order(|order| order.stop = true);
        self.said.close(); // so that it does not wait to be heard
    }
}

impl Orders {
    fn lock(&self) -> MutexGuard<'_, Order> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn photographs(&self) -> MutexGuard<'_, Vec<(PictureMoment, ToPictures)>> {
        (self.photographs.lock()).unwrap_or_else(PoisonError::into_inner)
    }

    fn hand_out(&self, frame: &Framebuffer) {
        for (moment, to) in self.photographs().drain(..) {
            if frame.size().pixels() > 0 {
                let _ = to.send((moment, frame.clone())); // or nobody wants it any more
            }
        }
    }

    /// Waits while `idle` holds, for `patience` at most, and returns the order then.
    fn wait_while(&self, patience: Duration, idle: impl Fn(&Order) -> bool) -> Order {
        let idle = |order: &mut Order| idle(order);
        let waited = self.changed.wait_timeout_while(self.lock(), patience, idle);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

/// Runs until it is told to stop; an error means that the screen is gone.
fn look(
    mut capture: Box<dyn Capture>,
    frame: &mut Framebuffer,
    orders: &Orders,
    tell: &mpsc::Sender<WorkerSaid>,
) -> Result<(), String> {
    let new_encoder = || Encoder::new().with_video(Box::new(desktop::video_coder));
    let mut encoder = new_encoder();
    let mut beginning = 0;
    let mut photographs = 0;
    let mut seen_apart = Damage::none(); // what changed in `frame` for a photograph, and the encoder does not know
    let mut changed = true; // nobody has seen anything yet
    let mut next_look = Instant::now();
    let mut last_change = Instant::now();
    if tell.blocking_send(WorkerSaid::Ready).is_err() {
        return Ok(());
    }
    loop {
        let mut order = orders.wait_while(PAUSED_NAP, |order| {
            order.paused && !order.stop && order.photographs == photographs
        });
        if !order.stop && !changed && order.beginning == beginning {
            let nap = if encoder.is_exact() {
                STILL_NAP
            } else {
                REPAIR_NAP
            };
            changed = capture.wait(nap).map_err(|error| error.to_string())?;
            order = *orders.lock();
        }
        if order.stop {
            return Ok(());
        }
        if order.photographs != photographs {
            photographs = order.photographs;
            if !order.paused {
                seen_apart = look_now(&mut *capture, frame, &mut seen_apart)?;
                changed |= !seen_apart.is_empty();
            }
            orders.hand_out(frame);
        }
        if order.paused {
            continue;
        }
        if order.beginning != beginning {
            beginning = order.beginning;
            encoder = new_encoder();
            changed = true;
        }
        let cursor = capture.cursor();
        if cursor != CursorChange::default()
            && tell.blocking_send(WorkerSaid::Cursor(cursor)).is_err()
        {
            return Ok(());
        }
        let now = Instant::now();
        let is_due = if changed {
            now >= next_look
        } else {
            !encoder.is_exact() && now >= last_change + STILL_AFTER
        };
        let Some(allowance) = order.wanted.filter(|_| is_due) else {
            if changed {
                let nap = match order.wanted {
                    Some(_) => POINTER_NAP.min(next_look.saturating_duration_since(now)),
                    None => POINTER_NAP,
                };
                orders.wait_while(nap, |now| {
                    !now.stop
                        && !now.paused
                        && now.wanted == order.wanted
                        && now.beginning == beginning
                });
            }
            continue;
        };
        let mut damage = Damage::none();
        if changed {
            next_look = now + LEAST_BETWEEN_LOOKS;
            (changed, last_change) = (false, now);
            damage = look_now(&mut *capture, frame, &mut seen_apart)?;
        }
        let Some(update) = encoder.encode_within(frame, &damage, allowance) else {
            continue;
        };
        {
            // One that was wanted meanwhile for another beginning is still wanted.
            let mut now = orders.lock();
            if now.beginning == beginning {
                now.wanted = None;
            }
        }
        let said = WorkerSaid::Update { beginning, update };
        if tell.blocking_send(said).is_err() {
            return Ok(());
        }
    }
}

/// Brings `frame` up to date, and tells what changed in it since the encoder saw it last: `apart` as well.
fn look_now(
    capture: &mut dyn Capture,
    frame: &mut Framebuffer,
    apart: &mut Damage,
) -> Result<Damage, String> {
    let before = frame.size();
    let mut damage = capture.grab(frame).map_err(|error| error.to_string())?;
    let apart = std::mem::take(apart);
    if frame.size() == before {
        damage.merge(&apart); // in another size all is new anyhow
    }
    Ok(damage)
}
