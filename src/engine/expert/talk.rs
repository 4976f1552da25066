//! A connection that stands, and the session that comes of it over as many connections as it takes: proves, waits for the answer,
//! and carries the session between the line, the window and the screen.

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::Utc;
use tokio::{
    sync::mpsc::UnboundedReceiver,
    time::{Interval, MissedTickBehavior, interval},
};

use super::super::{
    Watched,
    chat::keep_line,
    pipe::{READ_BYTES, until},
    view::{
        ChatLine, ConnectStep, ControlView, ExpertEnd, ExpertSessionView, ExpertView, FromWhom,
        HeldBack, LeftOut, Seeing, StateLine,
    },
    wire::{Carried, Wire, carry},
};
use super::{
    line::{Line, Wish},
    redial::Redial,
    shown::Shown,
};
use crate::{
    desktop::{NativeWindow, PanePlace},
    net::{Link, Route},
    screen::{CursorShape, Point},
    session::{self, End, Expert, ExpertEvent, Phrase},
};

/// How often the figures are worked out.
const FIGURES_EVERY: Duration = Duration::from_secs(1);
/// So long the window says that some input was left out.
const LEFT_OUT_SHOWN: Duration = Duration::from_secs(3);

/// A connection that stands.
pub(super) struct Talk {
    line: Line,
    session: Expert,
    /// None while the session waits for another connection.
    wire: Option<Wire>,
    /// Which way the last connection goes.
    route: Route,
    /// While there is none: the search for the novice's computer.
    redial: Option<Redial>,
    /// Searches since the session last had a connection.
    redials: u32,
    /// Where the novice's computer said that it can be reached too.
    told_addresses: Vec<SocketAddr>,
    phrase: String,
    /// Since the novice said yes.
    screen: Option<Shown>,
    ticks: Interval,
    /// What the window must hear of.
    watched: Watched,
    over: Option<ExpertEnd>,
}

impl Talk {
    pub(super) fn new(line: Line, link: Link, session: Expert) -> Self {
        let mut ticks = interval(FIGURES_EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self {
            line,
            session,
            route: link.route(),
            wire: Some(Wire::new(link)),
            redial: None,
            redials: 0,
            told_addresses: Vec::new(),
            phrase: String::new(),
            screen: None,
            ticks,
            watched: Watched::default(),
            over: None,
        }
    }

    /// Runs until the connection is over, and the session with it; leaves its outcome in the view.
    pub(super) async fn run(mut self, mut wishes: UnboundedReceiver<Wish>) {
        let mut read = vec![0; READ_BYTES];
        loop {
            self.handle_events();
            if self.session.is_closed() {
                break;
            }
            self.keep_connected();
            if let Some(wire) = &mut self.wire {
                wire.fill(|| self.session.poll_transmit());
            }
            let may_read = self.screen.as_ref().is_none_or(Shown::has_room);
            tokio::select! {
                biased; // the expert's own doing first
                wish = wishes.recv() => self.grant(wish.unwrap_or(Wish::End(End::ExpertLeft))),
                shown = shown(self.screen.as_mut()) => self.acknowledge(shown),
                carried = carry(self.wire.as_mut(), &mut read, may_read) => match carried {
                    Ok(Carried::Wrote) => {}
                    Ok(Carried::Came(count)) => self.receive(&read[..count]),
                    Err(error) => {
                        tracing::debug!(%error, "the line broke");
                        self.session.handle_closed(Instant::now());
                    }
                },
                link = found(self.redial.as_mut()) => self.reconnect(link),
                _ = self.ticks.tick() => self.show_figures(),
                () = until(self.session.poll_timeout()) => self.session.handle_timeout(Instant::now()),
            }
        }
        self.screen = None;
        self.show_end();
        if let Some(wire) = self.wire {
            wire.close(|| self.session.poll_transmit()).await;
        }
    }

    /// Looks for the novice's computer while the session has no connection, and only then.
    fn keep_connected(&mut self) {
        if !self.session.needs_connection() {
            self.redial = None;
        } else if self.redial.is_none() {
            self.wire = None;
            self.redial = Some(self.line.redial(&self.told_addresses, self.redials));
            self.redials += 1;
        }
    }

    fn reconnect(&mut self, link: Link) {
        self.redial = None;
        self.session.reconnected(Instant::now(), link.exporter());
        self.route = link.route();
        self.wire = Some(Wire::new(link));
    }

    fn handle_events(&mut self) {
        while let Some(event) = self.session.poll_event() {
            self.hear(event);
        }
        if let Some(screen) = &mut self.screen {
            screen.hand_on();
        }
    }

    fn hear(&mut self, event: ExpertEvent) {
        match event {
            ExpertEvent::PasswordMissing => self.over = Some(ExpertEnd::PasswordMissing),
            ExpertEvent::NoviceNotProved => self.over = Some(ExpertEnd::NoviceNotProved),
            ExpertEvent::Refused(refusal) => self.over = Some(ExpertEnd::Refused(refusal)),
            ExpertEvent::Ended(end) => self.over = Some(ExpertEnd::Ended(end)),
            ExpertEvent::Breach(breach) => {
                tracing::warn!(%breach, "the novice's side broke the rules");
            }
            ExpertEvent::Waiting {
                phrase: Phrase(phrase),
                deadline,
            } => {
                self.phrase.clone_from(&phrase);
                self.line.remember_computer();
                let step = ConnectStep::WaitingForAnswer { deadline };
                self.line.show_step(step, Some(phrase));
            }
            ExpertEvent::Started {
                name,
                control_possible,
            } => self.begin(name, control_possible),
            ExpertEvent::Interrupted { until } => {
                self.change(|view| view.reconnecting = Some(until));
            }
            ExpertEvent::Resumed => {
                self.redials = 0;
                if let Some(screen) = &mut self.screen {
                    screen.begin_anew();
                }
                self.change(|view| view.reconnecting = None);
            }
            ExpertEvent::Addresses(addresses) => self.told_addresses = addresses,
            ExpertEvent::Screen(update) => {
                if let Some(screen) = &mut self.screen {
                    screen.push(update);
                }
            }
            ExpertEvent::CursorShape(shape) => self.set_cursor(Some(shape), None),
            ExpertEvent::CursorAt(at) => self.set_cursor(None, Some(at)),
            ExpertEvent::Chat(text) => self.show_words(FromWhom::Other, text),
            ExpertEvent::ControlGranted => self.change(|view| {
                view.last_control_end = None;
                view.control_refused = None;
                view.control = ControlView::Granted {
                    held_back: HeldBack::No,
                };
            }),
            ExpertEvent::ControlRefused(why) => self.change(|view| {
                view.control = ControlView::None;
                view.control_refused = Some(why);
            }),
            ExpertEvent::ControlEnded(how) => self.change(|view| {
                view.control = ControlView::None;
                view.last_control_end = Some(how);
            }),
            ExpertEvent::HeldBack(held_back) => self.change(|view| {
                if let ControlView::Granted { held_back: shown } = &mut view.control {
                    *shown = if held_back {
                        HeldBack::Yes
                    } else {
                        HeldBack::No
                    };
                }
            }),
            ExpertEvent::InputLeftOut { own_window } => {
                if let Some(screen) = &mut self.screen {
                    screen.left_out_until = Some(Instant::now() + LEFT_OUT_SHOWN);
                }
                let what = match own_window {
                    true => LeftOut::OwnWindow,
                    false => LeftOut::CannotType,
                };
                self.change(|view| view.left_out = Some(what));
            }
            ExpertEvent::Paused(paused) => {
                let seeing = if paused { Seeing::Paused } else { Seeing::Yes };
                self.change(|view| view.seeing = seeing);
            }
        }
    }

    fn begin(&mut self, novice_name: String, control_possible: bool) {
        if self.line.paper.computer.is_some() {
            // Until now only the computer's name was known.
            self.line.paper.from.clone_from(&novice_name);
        }
        let shown = match Shown::start(&self.line.shared) {
            Ok(shown) => shown,
            Err(error) => return self.fail(&error.to_string()),
        };
        let session = ExpertSessionView {
            novice_name,
            phrase: self.phrase.clone(),
            screen: shown.remote.clone(),
            in_pane: false,
            pane_pressed: 0,
            control_possible,
            reconnecting: None,
            control: ControlView::None,
            control_refused: None,
            last_control_end: None,
            left_out: None,
            seeing: Seeing::Yes,
            chat: Vec::new(),
            state: StateLine {
                reached: self.route.now(),
                ..StateLine::default()
            },
            since: Utc::now(),
        };
        self.screen = Some(shown);
        self.line
            .pen
            .write(|view| *view = ExpertView::Session(session));
    }

    fn grant(&mut self, wish: Wish) {
        let now = Instant::now();
        match wish {
            Wish::TakeControl => {
                self.session.ask_control(now);
                let deadline = now + session::CONTROL_PATIENCE;
                self.change(|view| {
                    if view.control == ControlView::None {
                        view.control_refused = None;
                        view.control = ControlView::Asked {
                            question: 0,
                            deadline,
                        };
                    }
                });
            }
            Wish::ReleaseControl => {
                self.session.release_control(now);
                self.change(|view| {
                    if matches!(view.control, ControlView::Asked { .. }) {
                        view.control = ControlView::None;
                    }
                });
            }
            Wish::Input(events) => self.session.input(now, events),
            Wish::PlacePane(window, place) => self.place_pane(window, place),
            Wish::PanePressed => {
                if self.watched.presses {
                    self.change(|view| view.pane_pressed += 1);
                }
            }
            Wish::Watch(watched) => {
                self.watched = watched;
                self.show_figures();
            }
            Wish::Chat(text) => match self.session.chat(now, &text) {
                Ok(()) => self.show_words(FromWhom::Me, text),
                Err(error) => tracing::info!(%error, "a message was not sent"),
            },
            Wish::End(end) => self.session.end(now, end),
        }
    }

    fn place_pane(&mut self, window: NativeWindow, place: Option<PanePlace>) {
        let Some(screen) = &self.screen else {
            return;
        };
        let in_pane = self.line.panes.place(&screen.remote, window, place);
        let view = self.line.shared.publisher.peek();
        if matches!(&view.expert, ExpertView::Session(session) if session.in_pane != in_pane) {
            self.change(|view| view.in_pane = in_pane);
        }
    }

    fn receive(&mut self, bytes: &[u8]) {
        if let Some(screen) = &mut self.screen {
            screen.count(bytes.len());
        }
        self.session.handle_bytes(Instant::now(), bytes);
    }

    /// One more update is on the screen: the novice's side may send the next.
    fn acknowledge(&mut self, shown: Result<(), String>) {
        if let Err(error) = shown {
            tracing::warn!(error, "the picture cannot be read");
            return self.session.end(Instant::now(), End::Protocol);
        }
        self.session.shown(Instant::now());
        let Some(screen) = &self.screen else {
            return;
        };
        let is_exact = screen.is_exact(&self.session);
        // What only begins to come is no news: it is there in a moment.
        let is_news = self.watched.figures && (is_exact || screen.is_lossy());
        if is_news && is_exact != self.is_shown_exact() {
            self.change(|view| view.state.exact = is_exact);
        }
    }

    fn is_shown_exact(&self) -> bool {
        let view = self.line.shared.publisher.peek();
        matches!(&view.expert, ExpertView::Session(session) if session.state.exact)
    }

    fn show_figures(&mut self) {
        let now = Instant::now();
        let Some(screen) = &mut self.screen else {
            return;
        };
        let state = screen.figures(now, &self.session, &self.route);
        let left_out_is_over = screen
            .left_out_until
            .take_if(|until| now >= *until)
            .is_some();
        let view = self.line.shared.publisher.peek();
        let is_news = self.watched.figures
            && matches!(&view.expert, ExpertView::Session(session) if session.state != state);
        if is_news || left_out_is_over {
            self.change(|view| {
                view.state = state;
                if left_out_is_over {
                    view.left_out = None;
                }
            });
        }
    }

    fn show_words(&self, from: FromWhom, text: String) {
        let at = Utc::now();
        self.change(|view| keep_line(&mut view.chat, ChatLine { from, text, at }));
    }

    fn set_cursor(&self, shape: Option<Arc<CursorShape>>, at: Option<Point>) {
        if let Some(screen) = &self.screen
            && screen.remote.set_cursor(shape, at)
        {
            self.line.shared.publisher.ring();
        }
    }

    fn change(&self, change: impl FnOnce(&mut ExpertSessionView)) {
        let mut controlling = None;
        self.line.pen.write(|view| {
            if let ExpertView::Session(session) = view {
                change(session);
                controlling = Some(session.has_control());
            }
        });
        // Not under the view's lock, for a pane may have to wait for its server.
        if let (Some(screen), Some(controlling)) = (&self.screen, controlling) {
            screen.remote.set_controlling(controlling);
        }
    }

    /// Something of this computer's own failed.
    fn fail(&mut self, error: &str) {
        self.session.end(Instant::now(), End::ExpertLeft);
        self.over = Some(ExpertEnd::Failed(error.to_owned()));
    }

    fn show_end(&mut self) {
        let why = self.over.take().unwrap_or(ExpertEnd::Ended(End::LineBroke));
        let paper = self.line.paper.clone();
        self.line.pen.write(|view| {
            *view = match view {
                ExpertView::Session(_) => ExpertView::Ended { paper, why },
                _ => ExpertView::Failed { paper, why },
            }
        });
    }
}

async fn shown(screen: Option<&mut Shown>) -> Result<(), String> {
    match screen {
        Some(screen) => screen.next().await,
        None => std::future::pending().await,
    }
}

async fn found(redial: Option<&mut Redial>) -> Link {
    match redial {
        Some(redial) => redial.found().await,
        None => std::future::pending().await,
    }
}
