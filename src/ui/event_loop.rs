//! The window's events, from the system to the window: what is the remote screen's alone is taken out on the way. And the time before
//! there is a window, in the background.

use std::{
    any::Any,
    cell::{Cell, OnceCell, RefCell},
    error::Error,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    rc::Rc,
    sync::{Arc, Mutex, OnceLock, PoisonError},
    time::Instant,
};

use eframe::{CreationContext, EframeWinitApplication, Renderer, UserEvent};
use egui::{Context, ViewportId};
use winit::{
    application::ApplicationHandler,
    event::{DeviceEvent, DeviceId, StartCause, WindowEvent},
    event_loop::{ActiveEventLoop, EventLoop, EventLoopProxy},
    platform::run_on_demand::EventLoopExtRunOnDemand,
    window::WindowId,
};

use super::{
    App, Bridge, Clock, Options, RemoteKeys, StartPage, UiError, Wake,
    background::{Hidden, needs_window},
    clicks::Return,
    drawing::{IN_ORDER, drawing},
    window,
};
use crate::engine::{Command, Drawing};

/// Runs the window until it is closed, and what it talks to. `make_bridge` is called once: when there is a window, or at once in the
/// background.
pub fn run<E>(
    options: Options,
    make_bridge: impl FnOnce(Wake) -> Result<Arc<dyn Bridge>, E>,
    start: StartPage,
) -> Result<(), UiError>
where
    E: Into<Box<dyn Error + Send + Sync>>,
{
    let no_window = |error: winit::error::EventLoopError| UiError::Window(error.to_string());
    let mut event_loop = EventLoop::with_user_event().build().map_err(no_window)?;
    (options.display_opened)(Arc::new(event_loop.owned_display_handle()));
    let bell = Arc::new(Bell::new(event_loop.create_proxy()));
    let wake: Wake = {
        let bell = bell.clone();
        Arc::new(move || bell.ring())
    };
    let (talk, asleep) = if options.in_background {
        let bridge = make_bridge(wake.clone()).map_err(|error| UiError::Bridge(error.into()))?;
        (Talk::Begun(bridge.clone()), Some(bridge))
    } else {
        (Talk::ToBegin(make_bridge), None)
    };
    let app_parts = Rc::new(OnceCell::new());
    let failure = RefCell::new(None);
    let creator = |creation: &CreationContext<'_>| {
        let ctx = &creation.egui_ctx;
        bell.belongs_to(ctx);
        let bridge = match talk {
            Talk::Begun(bridge) => bridge,
            Talk::ToBegin(make) => make(wake).map_err(|error| {
                let error = error.into();
                let words = error.to_string();
                failure.replace(Some(error));
                words
            })?,
        };
        if let Some(drawing) = drawing(creation) {
            tracing::info!(?drawing, "there is a window");
            bridge.send(Command::DrawnWith(drawing));
        }
        let app = App::new(ctx, options, bridge, start, Clock::system());
        let _ = app_parts.set((app.keys(), app.hidden())); // this is called once
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    let creator = RefCell::new(Some(creator));
    let mut sleeping = asleep.clone();
    for renderer in IN_ORDER {
        let mut events = Events {
            window: window_by(renderer, &creator, &event_loop),
            asleep: sleeping.take(),
            app_parts: app_parts.clone(),
            id: None,
            is_hidden: false,
            modifiers: None,
            pointer: Return::default(),
            panicked: None,
        };
        let ran = event_loop.run_app_on_demand(&mut events);
        ran.map_err(no_window)?;
        sleeping = events.asleep.take();
        let is_ours = creator.borrow().is_none();
        if let Some(panic) = events.panicked.take().filter(|_| is_ours) {
            resume_unwind(panic);
        }
        if is_ours || sleeping.is_some() {
            break;
        }
        tracing::warn!("{renderer} draws no window here");
    }
    let slept_on = sleeping.is_some();
    if let Some(bridge) = asleep {
        bridge.close(); // there may have been no window to do it
    }
    match failure.take() {
        Some(error) => Err(UiError::Bridge(error)),
        None if app_parts.get().is_none() && !slept_on => Err(UiError::Painting),
        None => Ok(()),
    }
}

/// Tries whether there can be a window, and with what.
pub fn try_drawing() -> Result<Drawing, UiError> {
    let no_window = |error: winit::error::EventLoopError| UiError::Window(error.to_string());
    let mut event_loop = EventLoop::with_user_event().build().map_err(no_window)?;
    let found = Cell::new(None);
    let creator = RefCell::new(Some(|creation: &CreationContext<'_>| {
        found.set(drawing(creation));
        Ok(Box::new(Nothing) as Box<dyn eframe::App>)
    }));
    for renderer in IN_ORDER {
        let mut trial = Trial(window_by(renderer, &creator, &event_loop));
        let ran = event_loop.run_app_on_demand(&mut trial);
        ran.map_err(no_window)?;
        if creator.borrow().is_none() {
            break;
        }
    }
    found.take().ok_or(UiError::Painting)
}

/// A window that this renderer would draw. `creator` is taken once there is one.
fn window_by<'a, F>(
    renderer: Renderer,
    creator: &'a RefCell<Option<F>>,
    event_loop: &EventLoop<UserEvent>,
) -> EframeWinitApplication<'a>
where
    F: FnOnce(&CreationContext<'_>) -> Created<'a> + 'a,
{
    let options = window::native_options(renderer);
    let create = |creation: &CreationContext<'_>| match creator.take() {
        Some(create) => create(creation),
        None => Err("there was a window already".into()),
    };
    eframe::create_native("Hulp", options, Box::new(create), event_loop)
}

/// What eframe wants of who makes its app.
type Created<'a> = Result<Box<dyn eframe::App + 'a>, Box<dyn Error + Send + Sync>>;

/// Has a system open a window, or fail to. It may also panic: drivers answer what eframe's OpenGL does not expect.
fn open(
    window: &mut EframeWinitApplication<'_>,
    event_loop: &ActiveEventLoop,
) -> Result<(), Box<dyn Any + Send>> {
    let opened = catch_unwind(AssertUnwindSafe(|| window.resumed(event_loop)));
    if opened.is_err() {
        event_loop.exit();
    }
    opened
}

/// A window that is made and gone before it is shown.
struct Trial<'a>(EframeWinitApplication<'a>);

impl ApplicationHandler<UserEvent> for Trial<'_> {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        let _ = open(&mut self.0, event_loop); // the next one is tried
        event_loop.exit();
    }

    fn window_event(&mut self, _: &ActiveEventLoop, _: WindowId, _: WindowEvent) {}

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.0.exiting(event_loop);
    }
}

/// What is in it.
struct Nothing;

impl eframe::App for Nothing {
    fn ui(&mut self, _: &mut egui::Ui, _: &mut eframe::Frame) {}
}

/// What the window talks to.
enum Talk<F> {
    Begun(Arc<dyn Bridge>),
    ToBegin(F),
}

/// Wakes the window, or, while there is none, the loop that looks whether there must be one.
struct Bell {
    window: OnceLock<Context>,
    event_loop: Mutex<EventLoopProxy<UserEvent>>,
}

impl Bell {
    fn new(event_loop: EventLoopProxy<UserEvent>) -> Self {
        Self {
            window: OnceLock::new(),
            event_loop: Mutex::new(event_loop),
        }
    }

    fn belongs_to(&self, ctx: &Context) {
        let _ = self.window.set(ctx.clone()); // there is one window
    }

    fn ring(&self) {
        if let Some(ctx) = self.window.get() {
            return window::one_frame(ctx);
        }
        let event_loop = self.event_loop.lock();
        let event = UserEvent::RequestRepaint {
            viewport_id: ViewportId::ROOT,
            when: Instant::now(),
            cumulative_pass_nr: 0,
        };
        // Nobody is woken when Hulp ends.
        let _ = event_loop
            .unwrap_or_else(PoisonError::into_inner)
            .send_event(event);
    }
}

/// What comes from the system.
struct Events<'a> {
    window: EframeWinitApplication<'a>,
    /// What says whether there must be a window, while there is none.
    asleep: Option<Arc<dyn Bridge>>,
    /// Since there is a window.
    app_parts: Rc<OnceCell<(RemoteKeys, Hidden)>>,
    id: Option<WindowId>,
    /// The window was told that nobody sees it.
    is_hidden: bool,
    /// Ctrl, Alt or Shift as the remote screen was told of them. The window hears of it along with the next thing that it
    /// must paint for: alone it would be painted for nothing.
    modifiers: Option<WindowEvent>,
    pointer: Return,
    /// It ended in the midst of opening the window.
    panicked: Option<Box<dyn Any + Send>>,
}

impl Events<'_> {
    /// Opens the window once something asks for it, or ends without one.
    fn wake_up(&mut self, event_loop: &ActiveEventLoop) {
        let Some(bridge) = &self.asleep else { return };
        let view = bridge.view();
        if view.background.quits {
            event_loop.exit();
        } else if needs_window(&view) {
            self.asleep = None;
            self.open(event_loop);
        }
    }

    fn open(&mut self, event_loop: &ActiveEventLoop) {
        self.panicked = open(&mut self.window, event_loop).err();
    }

    /// A hidden window is not painted: systems say that of one that others cover, and not of one that is not there.
    fn tell_hidden(&mut self, event_loop: &ActiveEventLoop) {
        let (Some((_, hidden)), Some(id)) = (self.app_parts.get(), self.id) else {
            return;
        };
        let hidden = hidden.get();
        if std::mem::replace(&mut self.is_hidden, hidden) != hidden {
            (self.window).window_event(event_loop, id, WindowEvent::Occluded(hidden));
        }
    }
}

impl ApplicationHandler<UserEvent> for Events<'_> {
    fn window_event(
        &mut self,
        event_loop: &ActiveEventLoop,
        window_id: WindowId,
        event: WindowEvent,
    ) {
        self.id = Some(window_id);
        if (self.app_parts.get()).is_some_and(|(keys, _)| keys.take(&event)) {
            if matches!(event, WindowEvent::ModifiersChanged(_)) {
                self.modifiers = Some(event);
            }
            return;
        }
        if event != WindowEvent::RedrawRequested
            && let Some(modifiers) = self.modifiers.take()
        {
            self.window.window_event(event_loop, window_id, modifiers);
        }
        if let Some(back) = self.pointer.before(&event) {
            self.window.window_event(event_loop, window_id, back);
        }
        self.window.window_event(event_loop, window_id, event);
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, cause: StartCause) {
        self.window.new_events(event_loop, cause);
    }

    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        if self.asleep.is_none() {
            self.open(event_loop);
        }
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        self.wake_up(event_loop);
        self.window.user_event(event_loop, event);
    }

    fn device_event(&mut self, event_loop: &ActiveEventLoop, device: DeviceId, event: DeviceEvent) {
        self.window.device_event(event_loop, device, event);
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        self.tell_hidden(event_loop);
        self.window.about_to_wait(event_loop);
    }

    fn suspended(&mut self, event_loop: &ActiveEventLoop) {
        self.window.suspended(event_loop);
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.window.exiting(event_loop);
        // A Mac whose user quits Hulp, or logs out, ends the program right after this.
        if let Some(bridge) = &self.asleep {
            bridge.close();
        }
    }

    fn memory_warning(&mut self, event_loop: &ActiveEventLoop) {
        self.window.memory_warning(event_loop);
    }
}
