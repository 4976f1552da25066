//! One helper's connection to this computer, and the session that comes of it over as many connections as it takes: carries bytes
//! between the line and the session's rules, the session's pictures and events between its rules and this computer, and tells
//! the novice's side what happens. It decides nothing.

use std::{net::SocketAddr, sync::Arc, time::Instant};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};

use super::{
    super::{
        control::{Control, ControlSaid},
        pipe::{READ_BYTES, until},
        shared::Shared,
        wire::{Carried, Wire, carry},
        worker::{Worker, WorkerSaid},
    },
    pictures::Pictures,
};
use crate::{
    desktop::StopKey,
    invitation::{InvitationId, TicketSecret},
    net::Seat,
    session::{
        Comeback, ControlEnd, ControlRefusal, End, Lookup, LookupFor, Novice, NoviceEvent, Refusal,
    },
    store::Helper,
};

/// What the novice's side tells a guest's task.
pub(super) enum ToGuest {
    LookedUp(Box<Lookup>),
    AskAboutOffer,
    /// The offer is taken, with this invitation.
    Invite {
        invitation: InvitationId,
        ticket: TicketSecret,
        may_control: bool,
    },
    Accept,
    Decline,
    Refuse(Refusal),
    /// Settings and policy let the helper have control, or no more.
    AllowControl(bool),
    /// The list of helpers gives this one sight alone from now on.
    OnlySight,
    /// With pictures of the screen, if the helper is named whose control they are of.
    GrantControl(Option<Helper>),
    DeclineControl,
    StopControl(ControlEnd),
    Pause,
    Resume,
    Chat(String),
    Addresses(Vec<SocketAddr>),
    /// The session of another guest goes on over this one's connection.
    HandOver(Box<Comeback>, UnboundedSender<ToGuest>),
    /// The session goes on over this connection, which another guest came with.
    ComeBack(Box<Comeback>, Box<Wire>),
    Withdraw,
    /// The policy does not let them be here.
    Forbid,
    /// They offered help, and are not on the list of helpers any more.
    Unlist,
    End(End),
}

/// What a guest's task tells the novice's side.
#[derive(Debug)]
pub(super) enum FromGuest {
    /// Anything but input, which is done here.
    Event(NoviceEvent),
    /// The novice's words are on their way.
    Said(String),
    /// The novice uses mouse or keyboard, or no longer.
    HeldBack(bool),
    /// The task is over. The last of all.
    Over,
}

/// Which of the guests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct GuestId(pub(super) u64);

/// Says [`FromGuest::Over`] when the task is over, in whatever way.
struct Report {
    id: GuestId,
    to: UnboundedSender<(GuestId, FromGuest)>,
}

/// A guest's task.
pub(super) struct Guest {
    shared: Arc<Shared>,
    session: Novice,
    /// None while the session waits for another connection.
    wire: Option<Wire>,
    /// Whose session goes on over this guest's connection.
    heir: Option<(Box<Comeback>, UnboundedSender<ToGuest>)>,
    /// Until the ticket is proved.
    seat: Option<Seat>,
    /// Since the novice said yes.
    worker: Option<Worker>,
    /// The worker was asked for a picture and has not brought it yet.
    picture_asked: bool,
    /// Pictures of another beginning are of no use.
    beginning: u32,
    is_paused: bool,
    /// The session waits for another connection.
    is_cut: bool,
    /// Since the novice allowed control.
    control: Option<Control>,
    /// Since then too, where pictures of it are kept.
    pictures: Option<Pictures>,
    held_back: bool,
    report: Report,
}

impl Report {
    fn tell(&self, what: FromGuest) {
        let _ = self.to.send((self.id, what));
    }
}

impl Drop for Report {
    fn drop(&mut self) {
        self.tell(FromGuest::Over);
    }
}

impl Guest {
    pub(super) fn new(
        shared: Arc<Shared>,
        session: Novice,
        wire: Wire,
        seat: Seat,
        (id, to): (GuestId, UnboundedSender<(GuestId, FromGuest)>),
    ) -> Self {
        Self {
            shared,
            session,
            wire: Some(wire),
            heir: None,
            seat: Some(seat),
            worker: None,
            picture_asked: false,
            beginning: 0,
            is_paused: false,
            is_cut: false,
            control: None,
            pictures: None,
            held_back: false,
            report: Report { id, to },
        }
    }

    /// Runs until the connection is over, and the session with it; or until another guest's session takes the connection over.
    pub(super) async fn run(mut self, mut orders: UnboundedReceiver<ToGuest>) {
        let mut read = vec![0; READ_BYTES];
        loop {
            self.handle_events();
            if let Some((comeback, heir)) = self.heir.take() {
                if let Some(wire) = self.wire.take() {
                    // Should that session be over by now, the wire is dropped, and its helper tries again and is told.
                    let _ = heir.send(ToGuest::ComeBack(comeback, Box::new(wire)));
                }
                return;
            }
            if self.session.is_closed() {
                break;
            }
            self.ask_for_picture();
            if let Some(wire) = &mut self.wire {
                wire.fill(|| self.session.poll_transmit());
            }
            let may_read = self.control.as_ref().is_none_or(Control::has_room);
            let held_until = self.control.as_ref().and_then(Control::held_until);
            tokio::select! {
                biased; // the novice's words first, and a stop before all input
                Some(order) = orders.recv() => self.obey(order),
                said = of_control(self.control.as_mut()) => if let Some(said) = said {
                    self.hear_control(said);
                },
                () = until(held_until) => self.end_hold(),
                said = of_worker(self.worker.as_mut()) => self.hear_worker(said),
                () = lost(self.seat.as_ref()) => {
                    tracing::debug!("a stranger lost the seat");
                    self.session.handle_closed(Instant::now());
                }
                carried = carry(self.wire.as_mut(), &mut read, may_read) => match carried {
                    Ok(Carried::Wrote) => {}
                    Ok(Carried::Came(count)) => {
                        self.session.handle_bytes(Instant::now(), &read[..count]);
                    }
                    Err(error) => {
                        tracing::debug!(%error, "the line broke");
                        self.session.handle_closed(Instant::now());
                    }
                },
                () = until(self.session.poll_timeout()) => self.session.handle_timeout(Instant::now()),
            }
        }
        self.control = None;
        self.worker = None;
        if let Some(wire) = self.wire {
            wire.close(|| self.session.poll_transmit()).await;
        }
    }

    fn handle_events(&mut self) {
        while let Some(event) = self.session.poll_event() {
            match &event {
                NoviceEvent::LookUp {
                    purpose: LookupFor::Password,
                    ..
                }
                | NoviceEvent::Proved { .. } => self.seat = None,
                NoviceEvent::ControlGranted => {
                    if let Some(control) = &self.control {
                        control.open();
                    }
                    if let (Some(pictures), Some(worker)) = (&mut self.pictures, &self.worker) {
                        pictures.begin(worker);
                    }
                }
                NoviceEvent::LineFalters(falters) => self.suspend(*falters),
                NoviceEvent::Interrupted { .. } => self.interrupt(),
                NoviceEvent::Resumed => self.go_on(),
                NoviceEvent::ControlNotGranted(_)
                | NoviceEvent::ControlQuestionWithdrawn
                | NoviceEvent::ControlEnded(_) => {
                    self.drop_control();
                    self.end_pictures();
                }
                NoviceEvent::Ended(_) | NoviceEvent::Refused { .. } | NoviceEvent::Gone { .. } => {
                    self.drop_control();
                    self.end_pictures();
                    self.worker = None;
                }
                _ => {}
            }
            match event {
                NoviceEvent::Input(events) => {
                    if let Some(control) = &self.control {
                        control.push(events, Instant::now());
                    }
                }
                event => self.report.tell(FromGuest::Event(event)),
            }
        }
    }

    fn obey(&mut self, order: ToGuest) {
        let now = Instant::now();
        match order {
            ToGuest::LookedUp(lookup) => self.session.looked_up(now, *lookup),
            ToGuest::AskAboutOffer => {
                self.seat = None; // who is on the list is no stranger
                self.session.ask_about_offer(now);
            }
            ToGuest::Invite {
                invitation,
                ticket,
                may_control,
            } => self.session.invite(now, invitation, &ticket, may_control),
            ToGuest::Accept => self.open_screen(now),
            ToGuest::Decline => self.session.decline(now),
            ToGuest::Refuse(refusal) => self.session.refuse(now, refusal),
            ToGuest::AllowControl(allowed) => self.session.allow_control(now, allowed),
            ToGuest::OnlySight => self.session.give_only_sight(now),
            ToGuest::GrantControl(pictures_of) => {
                self.pictures = pictures_of.and_then(|helper| self.start_pictures(helper));
                self.prepare_control(now);
            }
            ToGuest::DeclineControl => {
                self.session.decline_control(now, ControlRefusal::Declined);
            }
            ToGuest::StopControl(how) => self.stop_control(now, how),
            ToGuest::Pause => {
                self.is_paused = true;
                self.rest_or_look();
                self.session.pause(now);
            }
            ToGuest::Resume => {
                self.session.resume(now);
                self.is_paused = false;
                self.rest_or_look();
            }
            ToGuest::Chat(text) => match self.session.chat(now, &text) {
                Ok(()) => self.report.tell(FromGuest::Said(text)),
                Err(error) => tracing::info!(%error, "a message was not sent"),
            },
            ToGuest::Addresses(addresses) => self.session.tell_addresses(now, addresses),
            ToGuest::HandOver(comeback, heir) => self.heir = Some((comeback, heir)),
            ToGuest::ComeBack(comeback, wire) => {
                if self.session.come_back(now, &comeback) {
                    // What is left to tell of the connection before comes first, so that keys are up and old pictures gone.
                    self.handle_events();
                    self.wire = Some(*wire);
                }
            }
            ToGuest::Withdraw => self.session.withdraw(now),
            ToGuest::Forbid => {
                self.session.refuse(now, Refusal::PolicyForbids);
                self.session.end(now, End::PolicyForbids);
            }
            ToGuest::Unlist => {
                self.session.refuse(now, Refusal::NotOnList);
                self.session.end(now, End::NotOnList);
            }
            ToGuest::End(end) => self.session.end(now, end),
        }
    }

    /// The line broke: at once nothing is pressed, done or looked at any more. Control and screen stay open, as they can be needed again
    /// at any moment, and the novice's stop keys are still heard.
    fn interrupt(&mut self) {
        self.wire = None;
        self.is_cut = true;
        self.suspend(true);
        self.rest_or_look();
    }

    /// The session goes on over another line, with a whole new picture.
    fn go_on(&mut self) {
        if let Some(worker) = &self.worker {
            self.beginning = worker.begin_anew();
        }
        self.picture_asked = false;
        self.is_cut = false;
        self.suspend(false);
        self.rest_or_look();
    }

    fn suspend(&self, suspended: bool) {
        if let Some(control) = &self.control {
            control.suspend(suspended);
        }
    }

    /// Has the screen looked at exactly as long as somebody may see it.
    fn rest_or_look(&self) {
        if let Some(worker) = &self.worker {
            worker.pause(self.is_paused || self.is_cut);
        }
    }

    /// The novice said yes: the screen is opened now, never before; the session begins once it is.
    fn open_screen(&mut self, now: Instant) {
        match Worker::start(self.shared.desktop.clone(), &self.shared.threads) {
            Ok(worker) => self.worker = Some(worker),
            Err(error) => self.lose_screen(now, &error.to_string()),
        }
    }

    fn lose_screen(&mut self, now: Instant, error: &str) {
        tracing::warn!(error, "the screen cannot be shown");
        self.worker = None;
        self.session.refuse(now, Refusal::CannotShare);
        self.session.end(now, End::ScreenLost);
    }

    fn ask_for_picture(&mut self) {
        if let Some(worker) = &self.worker
            && !self.picture_asked
            && let Some(allowance) = self.session.wants_frame(Instant::now())
        {
            self.picture_asked = true;
            worker.want(allowance);
        }
    }

    fn hear_worker(&mut self, said: WorkerSaid) {
        let now = Instant::now();
        match said {
            WorkerSaid::Ready => self.session.accept(now),
            WorkerSaid::Update { beginning, update } => {
                // A line that fell silent is to be noticed before, or the picture would seem to be one that nobody asked for.
                self.session.handle_timeout(now);
                self.handle_events();
                if self.is_cut || self.session.is_closed() || beginning != self.beginning {
                    return;
                }
                self.picture_asked = false;
                let (bytes, under_way) = (update.0.len(), self.session.unacknowledged());
                tracing::trace!(bytes, under_way, "a picture");
                if self.session.send_screen(now, update).is_err() {
                    self.lose_screen(now, "a picture came that was not asked for");
                }
            }
            WorkerSaid::Cursor(change) => self.session.send_cursor(now, change.shape, change.at),
            WorkerSaid::Lost(error) => self.lose_screen(now, &error),
        }
    }

    /// The novice allowed control: it is granted once mouse and keyboard, and the watch over the stop keys, are ready.
    fn prepare_control(&mut self, now: Instant) {
        let Shared {
            desktop,
            threads,
            gate,
            timing,
            ..
        } = &*self.shared;
        match Control::prepare(desktop.clone(), threads, gate, timing.hold_back) {
            Ok(control) => {
                control.suspend(self.is_cut);
                self.control = Some(control);
            }
            Err(error) => self.cannot_inject(now, &error.to_string()),
        }
    }

    fn hear_control(&mut self, said: ControlSaid) {
        let now = Instant::now();
        match said {
            ControlSaid::Ready => self.session.grant_control(now),
            ControlSaid::CannotInject(error) => self.cannot_inject(now, &error),
            ControlSaid::Stopped(key) => self.stop_control(now, end_by(key)),
            ControlSaid::HeldBack => self.set_held_back(now, true),
            ControlSaid::LeftOut { own_window } => self.session.input_left_out(now, own_window),
        }
    }

    fn cannot_inject(&mut self, now: Instant, error: &str) {
        tracing::warn!(error, "mouse and keyboard cannot be used");
        self.drop_control();
        self.session
            .decline_control(now, ControlRefusal::CannotInject);
        self.session.stop_control(now, ControlEnd::CannotInject);
    }

    /// Ends control; also a yes that has not taken effect yet.
    fn stop_control(&mut self, now: Instant, how: ControlEnd) {
        if self.control.is_some() {
            self.drop_control();
            self.session.decline_control(now, ControlRefusal::Declined);
        }
        self.session.stop_control(now, how);
    }

    fn drop_control(&mut self) {
        self.control = None;
        self.held_back = false;
    }

    fn start_pictures(&self, helper: Helper) -> Option<Pictures> {
        Pictures::start(&self.shared, helper)
            .inspect_err(|error| tracing::error!(%error, "no pictures of the screen are kept"))
            .ok()
    }

    fn end_pictures(&mut self) {
        if let (Some(pictures), Some(worker)) = (self.pictures.take(), &self.worker) {
            pictures.end(worker);
        }
    }

    fn set_held_back(&mut self, now: Instant, held_back: bool) {
        if self.held_back != held_back {
            self.held_back = held_back;
            self.session.set_held_back(now, held_back);
            self.report.tell(FromGuest::HeldBack(held_back));
        }
    }

    fn end_hold(&mut self) {
        let now = Instant::now();
        if self
            .control
            .as_ref()
            .is_some_and(|control| control.end_hold(now))
        {
            self.set_held_back(now, false);
        }
    }
}

/// How control ends by a key.
pub(super) fn end_by(key: StopKey) -> ControlEnd {
    match key {
        StopKey::Escape => ControlEnd::Escape,
        StopKey::CtrlC => ControlEnd::CtrlC,
        // It is Stop control, on a key.
        StopKey::Shortcut => ControlEnd::StopButton,
    }
}

async fn of_control(control: Option<&mut Control>) -> Option<ControlSaid> {
    match control {
        Some(control) => control.next().await,
        None => std::future::pending().await,
    }
}

async fn of_worker(worker: Option<&mut Worker>) -> WorkerSaid {
    match worker {
        Some(worker) => worker.next().await,
        None => std::future::pending().await,
    }
}

async fn lost(seat: Option<&Seat>) {
    match seat {
        Some(seat) => seat.lost().await,
        None => std::future::pending().await,
    }
}
