//! Every page, with an engine that only writes down what it is asked.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use eframe::App as _;
use egui::{Event, Key, Modifiers, RawInput, Theme, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use hulp::{
    engine::{
        ChatLine, CodeError, CodeState, CodeView, Command, ConnectStep, ConsentView, ControlEnd,
        ControlView, DirectWay, End, ExpectedKey, ExpertEnd, ExpertSessionView, ExpertView,
        FromWhom, HeldBack, HelperStanding, InvitationRow, InviteView, ListenView, NoviceEnd,
        NoviceSessionView, OpenFault, PaperView, Reached, Refusal, RelayFault, RelayWay,
        RemoteScreen, Secret, Seeing, SettingsView, StateLine, StepState, StopKeys, View, Watched,
        WaysView,
    },
    invitation::{InvitationId, InvitationState, SentHow},
    screen::{CursorShape, Damage, Point, Size},
    ui::{App, Bridge, Clock, Options, StartPage},
};

use crate::painter::Painter;

/// An engine that only writes down what it is asked.
#[derive(Default)]
pub struct Engine {
    view: Mutex<Arc<View>>,
    asked: Mutex<Vec<Command>>,
    watched: Mutex<Watched>,
    pub closed: Mutex<bool>,
    /// What is pressed may be the helper's.
    pub heedless: Mutex<bool>,
    /// What an input method writes may be.
    pub heedless_of_text: Mutex<bool>,
}

impl Engine {
    /// Changes what there is to see.
    pub fn change(&self, change: impl FnOnce(&mut View)) {
        change(Arc::make_mut(&mut self.view.lock().unwrap()));
    }

    /// What was asked since the last call.
    pub fn asked(&self) -> Vec<Command> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }

    /// What the window said that it must hear of.
    pub fn watched(&self) -> Watched {
        *self.watched.lock().unwrap()
    }
}

impl Bridge for Engine {
    fn view(&self) -> Arc<View> {
        self.view.lock().unwrap().clone()
    }

    fn send(&self, command: Command) {
        match command {
            Command::Watch(watched) => *self.watched.lock().unwrap() = watched,
            command => self.asked.lock().unwrap().push(command),
        }
    }

    fn close(&self) {
        *self.closed.lock().unwrap() = true;
    }
}

/// When all tests take place.
pub fn now() -> DateTime<Utc> {
    "2026-08-04T12:00:00Z".parse().unwrap()
}

/// A window of this size on this view.
pub struct Window {
    pub harness: Harness<'static, App>,
    pub engine: Arc<Engine>,
    pub instant: Instant,
}

impl Window {
    pub fn open(size: [f32; 2], theme: Theme, start: StartPage, view: View) -> Self {
        Self::open_at(size, theme, start, |_| view)
    }

    /// The same for a view that holds deadlines: it is told what time it is.
    pub fn open_at(
        size: [f32; 2],
        theme: Theme,
        start: StartPage,
        view: impl FnOnce(Instant) -> View,
    ) -> Self {
        let instant = Instant::now();
        let engine = Arc::new(Engine::default());
        engine.change(|old| *old = view(instant));
        let (bridge, desktop) = (engine.clone(), engine.clone());
        let harness = Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .with_max_steps(12)
            .with_step_dt(0.1)
            .renderer(Painter::default())
            .build_eframe(move |creation| {
                let app = App::new(
                    &creation.egui_ctx,
                    Options {
                        suggested_path: Arc::new(|name| {
                            PathBuf::from(format!("/home/anna/Invitation from {name}.hulp"))
                        }),
                        in_background: false,
                        display_opened: Arc::new(|_| {}),
                        heed_presses: Arc::new(move |is_written| {
                            let heedless = *desktop.heedless.lock().unwrap();
                            let of_text = *desktop.heedless_of_text.lock().unwrap();
                            !(heedless || is_written && of_text)
                        }),
                        bring_forward: None,
                    },
                    bridge,
                    start,
                    Clock::standing(instant, now()),
                );
                creation.egui_ctx.set_theme(theme);
                app
            });
        Self {
            harness,
            engine,
            instant,
        }
    }

    /// Clicks the control of this name.
    pub fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.settle();
    }

    /// Writes into the field of this name, in place of what is there.
    pub fn write(&mut self, name: &str, text: &str) {
        self.harness
            .get_by_label(name)
            .set_text_value_accesskit(text);
        self.settle();
    }

    /// What the field of this name holds.
    pub fn value(&self, name: &str) -> String {
        self.harness.get_by_label(name).value().unwrap_or_default()
    }

    /// Whether there is a control of this name that can be used.
    pub fn can(&self, name: &str) -> bool {
        (self.harness.query_by_label(name)).is_some_and(|node| !node.accesskit_node().is_disabled())
    }

    /// Whether these words stand somewhere.
    pub fn says(&self, words: &str) -> bool {
        self.harness
            .query_all_by_label_contains(words)
            .next()
            .is_some()
    }

    /// Gives the window events as the system would: the app sees them before the page does.
    pub fn input(&mut self, events: impl IntoIterator<Item = Event>) {
        let mut events: Vec<Event> = events.into_iter().collect();
        // The system has nothing more to say in the frames after the first.
        for _ in 0..4 {
            let mut raw = RawInput {
                events: std::mem::take(&mut events),
                ..Default::default()
            };
            let ctx = self.harness.ctx.clone();
            self.harness.state_mut().raw_input_hook(&ctx, &mut raw);
            self.harness.input_mut().events.extend(raw.events);
            self.harness.step();
        }
    }

    /// A key, pressed and released.
    pub fn key(&mut self, key: Key, modifiers: Modifiers) {
        self.input([true, false].map(|pressed| key_event(key, pressed, modifiers)));
    }

    /// The user clicks the window's cross. Returns whether the window would close.
    pub fn close(&mut self) -> bool {
        let input = self.harness.input_mut();
        let viewport = input.viewports.entry(ViewportId::ROOT).or_default();
        viewport.events.push(ViewportEvent::Close);
        self.harness.step();
        let stays = self.commands().contains(&ViewportCommand::CancelClose);
        let input = self.harness.input_mut();
        if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
            viewport.events.clear();
        }
        self.harness.step();
        !stays
    }

    /// What the window asked of the system in the last step.
    pub fn commands(&self) -> Vec<ViewportCommand> {
        self.harness.output().viewport_output[&ViewportId::ROOT]
            .commands
            .clone()
    }

    /// Whether this was copied in the last step.
    pub fn copied(&self, text: &str) -> bool {
        let commands = &self.harness.output().platform_output.commands;
        commands.contains(&egui::OutputCommand::CopyText(text.to_owned()))
    }

    /// Whether something with these words in it was copied in the last step.
    pub fn copied_with(&self, words: &str) -> bool {
        let commands = self.harness.output().platform_output.commands.iter();
        let mut texts = commands.filter_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text),
            _ => None,
        });
        texts.any(|text| text.contains(words))
    }

    /// Lets what there is to do be done.
    pub fn settle(&mut self) {
        self.harness.run_steps(4);
    }

    /// Lets the time go by in which a new question cannot be answered.
    pub fn wait_for_buttons(&mut self) {
        self.harness.run_steps(10);
    }
}

/// A key going down or up.
pub fn key_event(key: Key, pressed: bool, modifiers: Modifiers) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    }
}

pub fn settings() -> SettingsView {
    SettingsView {
        name: "Anna Bakker".into(),
        ..Default::default()
    }
}

pub fn view() -> View {
    View {
        settings: settings(),
        ..Default::default()
    }
}

pub fn row(number: u8, state: InvitationState) -> InvitationRow {
    InvitationRow {
        id: InvitationId([number; 16]),
        sent: vec![SentHow::File(PathBuf::from(
            "/home/anna/Invitation from Anna Bakker.hulp",
        ))],
        made: now() - Duration::from_secs(3600 * u64::from(number)),
        expires: now() + Duration::from_secs(3600 * 6 * u64::from(number)),
        state,
        message: "The printer prints nothing.".into(),
        has_password: true,
        addresses: vec!["192.168.1.20:4857".parse().unwrap()],
    }
}

pub fn with_invitations() -> View {
    let mut view = view();
    view.novice.listen = ListenView::On { port: 4857 };
    view.novice.invitations = vec![
        row(1, InvitationState::Open),
        row(2, InvitationState::InUse),
        row(3, InvitationState::Used),
        row(4, InvitationState::Withdrawn),
    ];
    view
}

pub fn waiting() -> View {
    let mut view = view();
    let row = row(1, InvitationState::Open);
    view.novice.listen = ListenView::On { port: 4857 };
    view.novice.ways = WaysView {
        same_network: true,
        directly: DirectWay::Closed,
        relay: RelayWay::Open,
    };
    view.novice.invite = InviteView::Saved {
        id: row.id,
        path: PathBuf::from("/home/anna/Invitation from Anna Bakker.hulp"),
        expires: row.expires,
    };
    view.novice.invitations = vec![row];
    view
}

/// An invitation that waits behind a code.
pub fn coded(state: CodeState) -> View {
    let mut view = waiting();
    let row = &mut view.novice.invitations[0];
    row.sent = vec![SentHow::Code];
    row.has_password = false;
    let (id, expires) = (row.id, row.expires);
    view.novice.invite = InviteView::Coded { id, expires };
    view.novice.code = Some(CodeView {
        invitation: id,
        state,
    });
    view
}

/// A code that can be read out; with why the one before is used up.
pub fn ready(why: Option<CodeError>) -> CodeState {
    CodeState::Ready {
        code: Secret("5-001-997".to_owned().into()),
        why,
    }
}

pub fn consent(now: Instant, standing: HelperStanding) -> View {
    let mut view = with_invitations();
    view.novice.consent = Some(ConsentView {
        expected_key: ExpectedKey::None,
        question: 7,
        helper_name: "Bram de Vries".into(),
        standing,
        sent: vec![SentHow::File(PathBuf::from(
            "/home/anna/Invitation from Anna Bakker.hulp",
        ))],
        offered: None,
        phrase: "orbit velvet canyon".into(),
        deadline: now + Duration::from_millis(44_300),
    });
    view
}

pub fn known() -> HelperStanding {
    HelperStanding::Known {
        sessions: 3,
        last: now() - Duration::from_secs(86_400),
        name_then: "Bram de Vries".into(),
    }
}

pub fn chat() -> Vec<ChatLine> {
    let line = |from, text: &str, minutes: u64| ChatLine {
        from,
        text: text.into(),
        at: now() - Duration::from_secs(60 * minutes),
    };
    vec![
        line(FromWhom::Other, "Hello Anna, I see your screen now.", 4),
        line(
            FromWhom::Me,
            "Good! The printer is the thing that does not work.",
            3,
        ),
        line(
            FromWhom::Other,
            "Please open the menu at the bottom left for me.",
            2,
        ),
    ]
}

pub fn novice_session(control: ControlView) -> View {
    let mut view = view();
    view.novice.session = Some(NoviceSessionView {
        helper_name: "Bram de Vries".into(),
        phrase: "orbit velvet canyon".into(),
        seeing: Seeing::Yes,
        reconnecting: None,
        control,
        last_control_end: None,
        stop_keys: StopKeys::Everywhere,
        chat: chat(),
        since: now(),
    });
    view
}

pub fn granted() -> ControlView {
    ControlView::Granted {
        held_back: HeldBack::No,
    }
}

pub fn ended() -> View {
    let mut view = view();
    view.novice.ended = Some(NoviceEnd {
        helper_name: "Bram de Vries".into(),
        end: End::ExpertLeft,
        seen_secs: 1270,
        controlled_secs: 304,
        control_refused: 1,
        pauses: 2,
        breaks: 0,
        novice_messages: 3,
        helper_messages: 1,
        first_line: Some(40),
        by_offer: false,
    });
    view
}

pub fn paper() -> PaperView {
    PaperView {
        path: Some(PathBuf::from("/home/bram/Invitation.hulp")),
        from: "Anna Bakker".into(),
        message: "The printer prints nothing, and the lamp on it is red.".into(),
        made: now() - Duration::from_secs(600),
        expires: now() + Duration::from_secs(6 * 3600),
        needs_password: true,
        computer: None,
    }
}

pub fn expert(expert: ExpertView) -> View {
    let mut view = view();
    view.settings.name = "Bram de Vries".into();
    view.expert = expert;
    view
}

pub fn connecting(now: Instant) -> View {
    expert(ExpertView::Connecting {
        paper: paper(),
        steps: vec![
            (ConnectStep::Reaching, StepState::Done),
            (ConnectStep::Checking, StepState::Done),
            (
                ConnectStep::WaitingForAnswer {
                    deadline: now + Duration::from_millis(51_500),
                },
                StepState::UnderWay,
            ),
        ],
        phrase: Some("orbit velvet canyon".into()),
    })
}

pub fn not_reached(relay: Option<RelayFault>) -> View {
    expert(ExpertView::Failed {
        paper: paper(),
        why: ExpertEnd::NotReached {
            addresses: 2,
            relay,
        },
    })
}

pub fn failed(refusal: Refusal) -> View {
    expert(ExpertView::Failed {
        paper: paper(),
        why: ExpertEnd::Refused(refusal),
    })
}

pub fn windows_invitation() -> View {
    expert(ExpertView::CannotOpen {
        path: PathBuf::from("/home/bram/Invitation.msrcIncident"),
        fault: OpenFault::WindowsRemoteAssistance {
            from: Some("Karel".into()),
            expires: Some(now()),
        },
    })
}

/// A remote screen of 640 x 400 with a picture on it, and an arrow for a pointer.
pub fn remote_screen() -> RemoteScreen {
    let screen = RemoteScreen::default();
    let size = Size::new(640, 400);
    let painted: Result<bool, ()> = screen.update(|frame| {
        frame.resize(size);
        for y in 0..size.height {
            for (x, pixel) in frame.row_mut(size.rect(), y).iter_mut().enumerate() {
                let window = (120..520).contains(&x) && (80..320).contains(&y);
                *pixel = if window && y < 104 {
                    0x002f_547e
                } else if window {
                    0x00fa_faf7
                } else {
                    0x003a_6e64 + y / 8
                };
            }
        }
        Ok(Damage::of(size.rect()))
    });
    painted.unwrap();
    let arrow: Vec<u32> = (0..16 * 16)
        .map(|at| if at % 16 <= at / 16 { 0xffff_ffff } else { 0 })
        .collect();
    let arrow = CursorShape::new(Size::new(16, 16), Point::new(0, 0), arrow).unwrap();
    screen.set_cursor(Some(Arc::new(arrow)), Some(Point::new(300, 200)));
    screen
}

pub fn console(control: ControlView) -> View {
    expert(ExpertView::Session(ExpertSessionView {
        novice_name: "Anna Bakker".into(),
        phrase: "orbit velvet canyon".into(),
        screen: remote_screen(),
        in_pane: false,
        pane_pressed: 0,
        control_possible: true,
        reconnecting: None,
        control,
        control_refused: None,
        last_control_end: None,
        left_out: None,
        seeing: Seeing::Yes,
        chat: (chat().into_iter())
            .map(|line| ChatLine {
                from: match line.from {
                    FromWhom::Me => FromWhom::Other,
                    FromWhom::Other => FromWhom::Me,
                },
                ..line
            })
            .collect(),
        state: StateLine {
            round_trip_ms: Some(12),
            frames_per_sec: 24,
            kb_per_sec: 310,
            exact: true,
            reached: Some(Reached::Directly),
        },
        since: now(),
    }))
}

pub fn expert_ended() -> View {
    expert(ExpertView::Ended {
        paper: paper(),
        why: ExpertEnd::Ended(End::LineBroke),
    })
}

/// The same while the connection is broken.
pub fn reconnecting(mut view: View, now: Instant) -> View {
    let until = Some(now + Duration::from_millis(42_300));
    if let Some(session) = &mut view.novice.session {
        session.reconnecting = until;
    }
    if let ExpertView::Session(session) = &mut view.expert {
        session.reconnecting = until;
    }
    view
}

pub fn stopped() -> View {
    let mut view = novice_session(ControlView::None);
    if let Some(session) = &mut view.novice.session {
        session.last_control_end = Some(ControlEnd::Escape);
    }
    view
}
