//! The window's events, from the system to the window: what is the remote screen's alone is taken out on the way.

use std::{
    cell::{OnceCell, RefCell},
    error::Error,
    rc::Rc,
};

use eframe::{EframeWinitApplication, UserEvent};
use egui::Context;
use winit::{
    application::ApplicationHandler,
    event::{DeviceEvent, DeviceId, StartCause, WindowEvent},
    event_loop::{ActiveEventLoop, EventLoop},
    window::WindowId,
};

use super::{App, RemoteKeys, UiError, window};

/// Runs the window until it is closed. `make_app` is called once, when there is a window.
pub fn run<E>(make_app: impl FnOnce(&Context) -> Result<App, E>) -> Result<(), UiError>
where
    E: Into<Box<dyn Error + Send + Sync>>,
{
    let no_window = |error: winit::error::EventLoopError| UiError::Window(error.to_string());
    let event_loop = EventLoop::with_user_event().build().map_err(no_window)?;
    let keys = Rc::new(OnceCell::new());
    let failure = RefCell::new(None);
    let creator = |creation: &eframe::CreationContext<'_>| {
        let app = make_app(&creation.egui_ctx).map_err(|error| {
            let error = error.into();
            let words = error.to_string();
            failure.replace(Some(error));
            words
        })?;
        let _ = keys.set(app.keys()); // this is called once
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    let options = window::native_options();
    let mut events = Events {
        window: eframe::create_native("Hulp", options, Box::new(creator), &event_loop),
        keys: keys.clone(),
        modifiers: None,
    };
    event_loop.run_app(&mut events).map_err(no_window)?;
    drop(events);
    match failure.take() {
        Some(error) => Err(UiError::Bridge(error)),
        None if keys.get().is_none() => Err(UiError::Painting),
        None => Ok(()),
    }
}

/// What comes from the system.
struct Events<'a> {
    window: EframeWinitApplication<'a>,
    /// Since there is a window.
    keys: Rc<OnceCell<RemoteKeys>>,
    /// Ctrl, Alt or Shift as the remote screen was told of them. The window hears of it along with the next thing that it
    /// must paint for: alone it would be painted for nothing.
    modifiers: Option<WindowEvent>,
}

impl ApplicationHandler<UserEvent> for Events<'_> {
    fn window_event(
        &mut self,
        event_loop: &ActiveEventLoop,
        window_id: WindowId,
        event: WindowEvent,
    ) {
        if self.keys.get().is_some_and(|keys| keys.take(&event)) {
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
        self.window.window_event(event_loop, window_id, event);
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, cause: StartCause) {
        self.window.new_events(event_loop, cause);
    }

    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        self.window.resumed(event_loop);
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        self.window.user_event(event_loop, event);
    }

    fn device_event(&mut self, event_loop: &ActiveEventLoop, device: DeviceId, event: DeviceEvent) {
        self.window.device_event(event_loop, device, event);
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        self.window.about_to_wait(event_loop);
    }

    fn suspended(&mut self, event_loop: &ActiveEventLoop) {
        self.window.suspended(event_loop);
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.window.exiting(event_loop);
    }

    fn memory_warning(&mut self, event_loop: &ActiveEventLoop) {
        self.window.memory_warning(event_loop);
    }
}
