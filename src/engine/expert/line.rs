//! One connection of the expert's, from the click on Connect to the end: finds the novice's computer, proves, waits for the
//! answer, and carries the session.

use std::{
    collections::VecDeque,
    io,
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::Utc;
use tokio::{
    io::AsyncReadExt,
    sync::mpsc::UnboundedReceiver,
    time::{Interval, MissedTickBehavior, interval},
};
use zeroize::Zeroizing;

use super::super::{
    RemoteScreen, Secret,
    chat::keep_line,
    decode::Decode,
    pipe::{Pipe, READ_BYTES, until},
    shared::Shared,
    view::{
        ChatLine, ConnectStep, ControlView, ExpertEnd, ExpertSessionView, ExpertView, FromWhom,
        HeldBack, LeftOut, Seeing, StateLine, StepState,
    },
};
use super::{Paper, pane::PaneOpener, pen::Pen};
use crate::{
    desktop::{NativeWindow, PanePlace},
    input::InputEvent,
    invitation::stretch,
    net::{self, ConnectError, Link, LinkReader},
    screen::{CursorShape, Point, ScreenUpdate},
    session::{self, End, Expert, ExpertEvent, ExpertSetup, Phrase},
};

/// How often the figures are worked out.
const FIGURES_EVERY: Duration = Duration::from_secs(1);
/// So long the window says that some input was left out.
const LEFT_OUT_SHOWN: Duration = Duration::from_secs(3);

/// The name that the novice sees when the expert's settings have none.
const NAMELESS: &str = "Helper";

/// What the expert wishes of a connection.
#[derive(Debug)]
pub(super) enum Wish {
    TakeControl,
    ReleaseControl,
    Input(Vec<InputEvent>),
    PlacePane(NativeWindow, Option<PanePlace>),
    /// A button went down over the pane.
    PanePressed,
    Chat(String),
    End(End),
}

/// A connection, or the way there.
pub(super) struct Line {
    shared: Arc<Shared>,
    paper: Paper,
    pen: Pen,
    panes: PaneOpener,
}

/// A connection that stands.
struct Talk {
    shared: Arc<Shared>,
    paper: Paper,
    pen: Pen,
    panes: PaneOpener,
    session: Expert,
    reader: LinkReader,
    pipe: Pipe,
    phrase: String,
    /// Since the novice said yes.
    screen: Option<Shown>,
    ticks: Interval,
    over: Option<ExpertEnd>,
}

/// The novice's screen, and how it does.
struct Shown {
    remote: RemoteScreen,
    decode: Decode,
    /// Came, and wait for room at the decoder's.
    waiting: VecDeque<ScreenUpdate>,
    figures: Figures,
    left_out_until: Option<Instant>,
}

/// Counts of what came since the last time.
struct Figures {
    since: Instant,
    bytes: usize,
    updates: u32,
}

impl Line {
    pub(super) fn new(shared: Arc<Shared>, paper: Paper, pen: Pen, panes: PaneOpener) -> Self {
        Self {
            shared,
            paper,
            pen,
            panes,
        }
    }

    /// Runs until the connection is over, and leaves its outcome in the view.
    pub(super) async fn run(self, password: Option<Secret>, mut wishes: UnboundedReceiver<Wish>) {
        self.show_step(ConnectStep::Reaching, None);
        let reached = tokio::select! {
            reached = self.reach(password) => reached,
            () = left(&mut wishes) => return,
        };
        match reached {
            Ok((link, password_key)) => self.talk(link, password_key).run(wishes).await,
            Err(why) => {
                let paper = self.paper.view.clone();
                self.pen
                    .write(|view| *view = ExpertView::Failed { paper, why });
            }
        }
    }

    /// Finds the novice's computer and stretches the password, both at once.
    async fn reach(
        &self,
        password: Option<Secret>,
    ) -> Result<(Link, Option<Zeroizing<[u8; 32]>>), ExpertEnd> {
        let invitation = &self.paper.invitation;
        if invitation.password.is_some() && password.is_none() {
            return Err(ExpertEnd::PasswordMissing);
        }
        let stretched = async {
            let Some((salt, password)) = invitation.password.zip(password) else {
                return Ok(None);
            };
            let stretched = tokio::task::spawn_blocking(move || stretch(&password.0, &salt)).await;
            match stretched {
                Ok(Ok(key)) => Ok(Some(key)),
                Ok(Err(error)) => Err(ExpertEnd::Failed(error.to_string())),
                Err(error) => Err(ExpertEnd::Failed(error.to_string())),
            }
        };
        let link = async {
            let identity = &self.shared.identity;
            let found = net::connect(&invitation.addresses, invitation.novice_key, identity).await;
            found.map_err(|error| match error {
                ConnectError::NotReached { tried } => ExpertEnd::NotReached { addresses: tried },
                ConnectError::WrongComputer => ExpertEnd::WrongComputer,
                ConnectError::Key(error) => ExpertEnd::Failed(error.to_string()),
            })
        };
        tokio::try_join!(link, stretched)
    }

    fn talk(self, link: Link, password_key: Option<Zeroizing<[u8; 32]>>) -> Talk {
        self.show_step(ConnectStep::Checking, None);
        let invitation = &self.paper.invitation;
        let setup = ExpertSetup {
            exporter: link.exporter(),
            name: match self.shared.publisher.peek().settings.name.as_str() {
                "" => NAMELESS.to_owned(),
                name => name.to_owned(),
            },
            invitation: invitation.id,
            ticket: invitation.ticket.clone(),
            password_key,
        };
        let session = Expert::new(Instant::now(), setup);
        let (reader, writer) = link.split();
        let mut ticks = interval(FIGURES_EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Talk {
            shared: self.shared,
            paper: self.paper,
            pen: self.pen,
            panes: self.panes,
            session,
            reader,
            pipe: Pipe::new(writer),
            phrase: String::new(),
            screen: None,
            ticks,
            over: None,
        }
    }

    fn show_step(&self, step: ConnectStep, phrase: Option<String>) {
        show_step(&self.pen, &self.paper, step, phrase);
    }
}

impl Talk {
    async fn run(mut self, mut wishes: UnboundedReceiver<Wish>) {
        let mut read = vec![0; READ_BYTES];
        loop {
            self.handle_events();
            if self.session.is_closed() {
                break;
            }
            self.pipe.fill(|| self.session.poll_transmit());
            let may_read = self.screen.as_ref().is_none_or(|s| s.waiting.is_empty());
            tokio::select! {
                biased; // the expert's own doing first
                wish = wishes.recv() => self.grant(wish.unwrap_or(Wish::End(End::ExpertLeft))),
                written = self.pipe.write(), if !self.pipe.is_through() => self.check_line(written.map(|()| 1)),
                shown = shown(self.screen.as_mut()) => self.acknowledge(shown),
                came = self.reader.read(&mut read), if may_read => {
                    let came = came.inspect(|&count| self.receive(&read[..count]));
                    self.check_line(came);
                }
                _ = self.ticks.tick() => self.show_figures(),
                () = until(self.session.poll_timeout()) => self.session.handle_timeout(Instant::now()),
            }
        }
        self.screen = None;
        self.show_end();
        self.pipe
            .close(self.reader, || self.session.poll_transmit())
            .await;
    }

    fn handle_events(&mut self) {
        while let Some(event) = self.session.poll_event() {
            self.hear(event);
        }
        if let Some(screen) = &mut self.screen {
            while screen.decode.has_room()
                && let Some(update) = screen.waiting.pop_front()
            {
                screen.decode.push(update);
            }
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
                let step = ConnectStep::WaitingForAnswer { deadline };
                show_step(&self.pen, &self.paper, step, Some(phrase));
            }
            ExpertEvent::Started {
                name,
                control_possible,
            } => self.begin(name, control_possible),
            ExpertEvent::Screen(update) => {
                if let Some(screen) = &mut self.screen {
                    screen.waiting.push_back(update);
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
        let remote = RemoteScreen::default();
        let started = Decode::start(
            remote.clone(),
            self.shared.publisher.clone(),
            &self.shared.threads,
        );
        let decode = match started {
            Ok(decode) => decode,
            Err(error) => return self.fail(&error.to_string()),
        };
        self.screen = Some(Shown {
            remote: remote.clone(),
            decode,
            waiting: VecDeque::new(),
            figures: Figures::from(Instant::now()),
            left_out_until: None,
        });
        let session = ExpertSessionView {
            novice_name,
            phrase: self.phrase.clone(),
            screen: remote,
            in_pane: false,
            pane_pressed: 0,
            control_possible,
            control: ControlView::None,
            control_refused: None,
            last_control_end: None,
            left_out: None,
            seeing: Seeing::Yes,
            chat: Vec::new(),
            state: StateLine::default(),
            since: Utc::now(),
        };
        self.pen.write(|view| *view = ExpertView::Session(session));
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
            Wish::PanePressed => self.change(|view| view.pane_pressed += 1),
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
        let in_pane = self.panes.place(&screen.remote, window, place);
        let view = self.shared.publisher.peek();
        if matches!(&view.expert, ExpertView::Session(session) if session.in_pane != in_pane) {
            self.change(|view| view.in_pane = in_pane);
        }
    }

    fn receive(&mut self, bytes: &[u8]) {
        if let Some(screen) = &mut self.screen {
            screen.figures.bytes += bytes.len();
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
        let Some(screen) = &mut self.screen else {
            return;
        };
        screen.figures.updates += 1;
        if screen.is_exact(&self.session) && !self.is_shown_exact() {
            self.change(|view| view.state.exact = true);
        }
    }

    fn is_shown_exact(&self) -> bool {
        let view = self.shared.publisher.peek();
        matches!(&view.expert, ExpertView::Session(session) if session.state.exact)
    }

    fn show_figures(&mut self) {
        let now = Instant::now();
        let round_trip = self.session.round_trip();
        let Some(screen) = &mut self.screen else {
            return;
        };
        let figures = std::mem::replace(&mut screen.figures, Figures::from(now));
        let secs = now
            .saturating_duration_since(figures.since)
            .as_secs_f32()
            .max(0.001);
        let state = StateLine {
            round_trip_ms: round_trip
                .map(|time| u32::try_from(time.as_millis()).unwrap_or(u32::MAX)),
            frames_per_sec: figures.updates as f32 / secs,
            kb_per_sec: figures.bytes as f32 / 1000.0 / secs,
            exact: screen.is_exact(&self.session),
        };
        let left_out_is_over = screen
            .left_out_until
            .take_if(|until| now >= *until)
            .is_some();
        let view = self.shared.publisher.peek();
        let is_news =
            matches!(&view.expert, ExpertView::Session(session) if session.state != state);
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
            self.shared.publisher.ring();
        }
    }

    fn change(&self, change: impl FnOnce(&mut ExpertSessionView)) {
        let mut controlling = None;
        self.pen.write(|view| {
            if let ExpertView::Session(session) = view {
                change(session);
                controlling = Some(matches!(session.control, ControlView::Granted { .. }));
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
        let paper = self.paper.view.clone();
        self.pen.write(|view| {
            *view = match view {
                ExpertView::Session(_) => ExpertView::Ended { paper, why },
                _ => ExpertView::Failed { paper, why },
            }
        });
    }

    fn check_line(&mut self, result: io::Result<usize>) {
        match result {
            Ok(0) => self.session.handle_closed(Instant::now()),
            Ok(_) => {}
            Err(error) => {
                tracing::debug!(%error, "the line broke");
                self.session.handle_closed(Instant::now());
            }
        }
    }
}

impl Shown {
    /// Everything that came is on the screen, and nothing has begun to come.
    fn is_exact(&self, session: &Expert) -> bool {
        self.waiting.is_empty() && self.decode.is_idle() && !session.update_is_coming()
    }
}

impl Drop for Shown {
    /// The view may keep the picture; the pane goes with the session.
    fn drop(&mut self) {
        self.remote.set_pane(None);
    }
}

impl From<Instant> for Figures {
    fn from(since: Instant) -> Self {
        Self {
            since,
            bytes: 0,
            updates: 0,
        }
    }
}

/// The steps so far, the last one under way.
fn show_step(pen: &Pen, paper: &Paper, step: ConnectStep, phrase: Option<String>) {
    let before: &[ConnectStep] = match step {
        ConnectStep::Reaching => &[],
        ConnectStep::Checking => &[ConnectStep::Reaching],
        ConnectStep::WaitingForAnswer { .. } => &[ConnectStep::Reaching, ConnectStep::Checking],
    };
    let done = before.iter().map(|step| (*step, StepState::Done));
    let steps = done.chain([(step, StepState::UnderWay)]).collect();
    let paper = paper.view.clone();
    pen.write(|view| {
        *view = ExpertView::Connecting {
            paper,
            steps,
            phrase,
        };
    });
}

/// Ends when the expert leaves before there is a connection; other wishes come to nothing.
async fn left(wishes: &mut UnboundedReceiver<Wish>) {
    while let Some(wish) = wishes.recv().await {
        if matches!(wish, Wish::End(_)) {
            return;
        }
    }
}

async fn shown(screen: Option<&mut Shown>) -> Result<(), String> {
    match screen {
        Some(screen) => screen.decode.next().await,
        None => std::future::pending().await,
    }
}
