//! The stand-in for tests: a desktop whose screen is a script's, that writes down what was done to it, and that fails on demand.

mod background;

use std::{
    path::Path,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use self::background::FakeBackground;
use super::{
    AutostartError, Capture, CaptureError, CursorChange, Desktop, DesktopError, Edge, Injected,
    Injector, LocalInput, LocalInputSink, Mail, MailError, NativeWindow, NoticeClicked, Notices,
    Opener, Pane, PaneEvent, PaneSink, ShownPane, StopKeys, Tray, TrayLook, TraySink,
    pane::FakePanes,
};
use crate::{
    input::{InputEvent, Pressed},
    screen::{CursorShape, Damage, Framebuffer, Point, Rect, Size},
};

/// A desktop that exists in memory alone. Cloning shares it: a test keeps one, the engine has the other.
#[derive(Clone)]
pub struct FakeDesktop(Arc<Shared>);

/// What was opened and used of a [`FakeDesktop`], so that a test can prove that nothing was seen before consent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// How often the screen was opened.
    pub captures: usize,
    /// How often a picture was taken.
    pub grabs: usize,
    /// How often mouse and keyboard were opened.
    pub injectors: usize,
    /// How many injectors are open now.
    pub injectors_now: usize,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    panes: FakePanes,
    background: FakeBackground,
}

struct State {
    screen: Framebuffer,
    cursor_shape: Option<Arc<CursorShape>>,
    cursor_at: Option<Point>,
    /// Counts the script's changes; a capture that has seen fewer has something to fetch.
    version: u64,
    /// What changed at which version, oldest first.
    damages: Vec<(u64, Damage)>,
    events: Vec<InputEvent>,
    pressed: Pressed,
    sinks: Vec<(u64, LocalInputSink)>,
    next_sink: u64,
    opened: Opened,
    edges: Vec<Edge>,
    stop_keys: StopKeys,
    outcome: Injected,
    capture_fails: Option<String>,
    screen_gone: Option<String>,
    injector_fails: Option<String>,
    inject_fails: Option<String>,
    mails: Vec<Mail>,
    mail_fails: Option<MailError>,
    opener: Opener,
}

impl FakeDesktop {
    /// A black screen of this size, without a pointer.
    pub fn new(size: Size) -> Self {
        Self(Arc::new(Shared {
            state: Mutex::new(State {
                screen: Framebuffer::new(size),
                cursor_shape: None,
                cursor_at: None,
                version: 1,
                damages: Vec::new(),
                events: Vec::new(),
                pressed: Pressed::default(),
                sinks: Vec::new(),
                next_sink: 0,
                opened: Opened::default(),
                edges: Vec::new(),
                stop_keys: StopKeys::Everywhere,
                outcome: Injected::Done,
                capture_fails: None,
                screen_gone: None,
                injector_fails: None,
                inject_fails: None,
                mails: Vec::new(),
                mail_fails: None,
                opener: Opener::Hulp,
            }),
            changed: Condvar::new(),
            panes: FakePanes::default(),
            background: FakeBackground::default(),
        }))
    }

    /// Every message that was opened in the e-mail program.
    pub fn mails(&self) -> Vec<Mail> {
        self.lock().mails.clone()
    }

    /// Makes the e-mail program fail, or work again.
    pub fn fail_mail(&self, error: Option<MailError>) {
        self.change(|state| state.mail_fails = error);
    }

    /// Makes this program the one that opens files from now on; [`Opener::Hulp`] at first.
    pub fn set_opener(&self, opener: Opener) {
        self.lock().opener = opener;
    }

    /// Draws on the screen; `draw` tells what it changed.
    pub fn draw(&self, draw: impl FnOnce(&mut Framebuffer) -> Damage) {
        self.change(|state| {
            let damage = draw(&mut state.screen);
            let version = state.version + 1;
            state.damages.push((version, damage));
        });
    }

    /// Fills a part of the screen with one colour, `0x00RRGGBB`.
    pub fn fill(&self, rect: Rect, colour: u32) {
        self.draw(|screen| {
            let Some(rect) = rect.intersection(screen.size().rect()) else {
                return Damage::none();
            };
            for y in rect.y..rect.bottom() {
                screen.row_mut(rect, y).fill(colour);
            }
            Damage::of(rect)
        });
    }

    /// Gives the screen another size; it becomes black.
    pub fn resize(&self, size: Size) {
        self.draw(|screen| {
            screen.resize(size);
            Damage::of(size.rect())
        });
    }

    /// A copy of the screen as it is now.
    pub fn screen(&self) -> Framebuffer {
        self.lock().screen.clone()
    }

    /// Gives the pointer another picture.
    pub fn set_cursor_shape(&self, shape: CursorShape) {
        self.change(|state| state.cursor_shape = Some(Arc::new(shape)));
    }

    /// Moves the pointer, as the novice would.
    pub fn set_cursor_at(&self, at: Point) {
        self.change(|state| state.cursor_at = Some(at));
    }

    /// All that was injected since the start or the last [`FakeDesktop::forget_injected`], in its order; what
    /// [`Injector::release_all`] released is among it.
    pub fn injected(&self) -> Vec<InputEvent> {
        self.lock().events.clone()
    }

    /// Forgets what was injected; what is held down stays held.
    pub fn forget_injected(&self) {
        self.lock().events.clear();
    }

    /// The keys and buttons that are held down now, as the events that would release them.
    pub fn held(&self) -> Vec<InputEvent> {
        self.lock().pressed.clone().release_all()
    }

    /// What every injection from now on answers; anything but [`Injected::Done`] is not written down.
    pub fn answer_injections(&self, outcome: Injected) {
        self.lock().outcome = outcome;
    }

    /// Lets the novice do something; reaches the sinks of all open injectors before it returns.
    pub fn simulate(&self, input: LocalInput) {
        let sinks = self.lock().sinks.clone();
        for (_, sink) in sinks {
            sink(input);
        }
    }

    /// Waits until something that the program does made `met` true, or `patience` is over; says which.
    pub fn wait_until(&self, patience: Duration, mut met: impl FnMut(&Self) -> bool) -> bool {
        let deadline = Instant::now() + patience;
        loop {
            if met(self) {
                return true;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            // `met` may ask for anything, also outside this desktop: hence not for longer than a moment.
            let nap = left.min(Duration::from_millis(20));
            let state = self.lock();
            drop(self.0.changed.wait_timeout(state, nap));
        }
    }

    /// What was opened and used so far.
    pub fn opened(&self) -> Opened {
        self.lock().opened
    }

    /// Every edge that was shown, in order.
    pub fn edges(&self) -> Vec<Edge> {
        self.lock().edges.clone()
    }

    /// The edge that shows now.
    pub fn edge(&self) -> Edge {
        self.lock().edges.last().copied().unwrap_or(Edge::Off)
    }

    /// Where the stop keys work from now on; [`StopKeys::Everywhere`] at first.
    pub fn set_stop_keys(&self, stop_keys: StopKeys) {
        self.lock().stop_keys = stop_keys;
    }

    /// From now on the screen cannot be opened, for this reason; or it can again.
    pub fn fail_capture(&self, reason: Option<&str>) {
        self.lock().capture_fails = reason.map(str::to_owned);
    }

    /// From now on an open screen is gone, for this reason; or it is back.
    pub fn lose_screen(&self, reason: Option<&str>) {
        self.change(|state| state.screen_gone = reason.map(str::to_owned));
    }

    /// From now on mouse and keyboard cannot be opened, for this reason; or they can again.
    pub fn fail_injector(&self, reason: Option<&str>) {
        self.lock().injector_fails = reason.map(str::to_owned);
    }

    /// From now on the system refuses each injection, for this reason; or it does them again.
    pub fn fail_inject(&self, reason: Option<&str>) {
        self.lock().inject_fails = reason.map(str::to_owned);
    }

    /// From now on there are panes.
    pub fn allow_panes(&self) {
        self.0.panes.allow();
    }

    /// From now on a pane cannot be placed any more.
    pub fn lose_pane(&self) {
        self.0.panes.lose();
    }

    /// The pane that is open.
    pub fn pane(&self) -> Option<ShownPane> {
        self.0.panes.shown()
    }

    /// Lets the user do something over the pane; reaches its sink before it returns.
    pub fn do_in_pane(&self, event: PaneEvent) {
        self.0.panes.simulate(event);
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        let mut state = self.lock();
        change(&mut state);
        state.version += 1;
        drop(state);
        self.0.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Desktop for FakeDesktop {
    fn capture(&self) -> Result<Box<dyn Capture>, DesktopError> {
        let mut state = self.lock();
        if let Some(reason) = &state.capture_fails {
            return Err(DesktopError::Refused(reason.clone()));
        }
        state.opened.captures += 1;
        drop(state);
        self.0.changed.notify_all();
        Ok(Box::new(FakeCapture {
            desktop: self.clone(),
            seen: 0,
            grabbed: 0,
            cursor_shape: None,
            cursor_at: None,
        }))
    }

    fn expect_helpers(&self) {
        self.0.background.expect_helpers();
    }

    fn injector(&self, sink: LocalInputSink) -> Result<Box<dyn Injector>, DesktopError> {
        let mut state = self.lock();
        if let Some(reason) = &state.injector_fails {
            return Err(DesktopError::Refused(reason.clone()));
        }
        let number = state.next_sink;
        state.next_sink += 1;
        state.sinks.push((number, sink));
        state.opened.injectors += 1;
        state.opened.injectors_now += 1;
        drop(state);
        self.0.changed.notify_all();
        Ok(Box::new(FakeInjector {
            desktop: self.clone(),
            number,
        }))
    }

    fn stop_keys(&self) -> StopKeys {
        self.lock().stop_keys.clone()
    }

    fn show_edge(&self, edge: Edge) {
        self.lock().edges.push(edge);
        self.0.changed.notify_all();
    }

    fn compose_mail(&self, mail: &Mail) -> Result<(), MailError> {
        if let Some(error) = self.lock().mail_fails.clone() {
            return Err(error);
        }
        self.change(|state| state.mails.push(mail.clone()));
        Ok(())
    }

    fn has_mail_program(&self) -> bool {
        self.lock().mail_fails != Some(MailError::NoProgram)
    }

    fn opener_of(&self, _file: &Path) -> Opener {
        self.lock().opener.clone()
    }

    fn open_tray(&self, look: &TrayLook, sink: TraySink) -> Option<Box<dyn Tray>> {
        Some(self.0.background.open_tray(look, sink))
    }

    fn open_notices(&self, clicked: NoticeClicked) -> Option<Box<dyn Notices>> {
        Some(self.0.background.open_notices(clicked))
    }

    fn starts_at_login(&self) -> bool {
        self.0.background.starts_at_login()
    }

    fn start_at_login(&self, on: bool) -> Result<(), AutostartError> {
        self.0.background.start_at_login(on)
    }

    fn open_pane(
        &self,
        parent: NativeWindow,
        sink: PaneSink,
    ) -> Result<Box<dyn Pane>, DesktopError> {
        self.0.panes.open(parent, sink)
    }
}

struct FakeCapture {
    desktop: FakeDesktop,
    /// The version that the last wait or grab knew.
    seen: u64,
    /// The version that the last grab fetched; 0 before the first.
    grabbed: u64,
    cursor_shape: Option<Arc<CursorShape>>,
    cursor_at: Option<Point>,
}

impl Capture for FakeCapture {
    fn size(&self) -> Size {
        self.desktop.lock().screen.size()
    }

    fn wait(&mut self, patience: Duration) -> Result<bool, CaptureError> {
        let deadline = Instant::now() + patience;
        let mut state = self.desktop.lock();
        loop {
            if let Some(reason) = &state.screen_gone {
                return Err(CaptureError(reason.clone()));
            }
            if state.version > self.seen {
                self.seen = state.version;
                return Ok(true);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(false);
            }
            let waited = self.desktop.0.changed.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn grab(&mut self, frame: &mut Framebuffer) -> Result<Damage, CaptureError> {
        let mut state = self.desktop.lock();
        if let Some(reason) = &state.screen_gone {
            return Err(CaptureError(reason.clone()));
        }
        state.opened.grabs += 1;
        let whole = self.grabbed == 0 || frame.size() != state.screen.size();
        let mut damage = Damage::none();
        if whole {
            damage.add(state.screen.size().rect());
        } else {
            let unseen = state.damages.iter().filter(|(at, _)| *at > self.grabbed);
            unseen.for_each(|(_, part)| damage.merge(part));
        }
        if !damage.is_empty() {
            frame.clone_from(&state.screen);
        }
        self.grabbed = state.version;
        self.seen = state.version;
        drop(state);
        self.desktop.0.changed.notify_all();
        Ok(damage)
    }

    fn cursor(&mut self) -> CursorChange {
        let state = self.desktop.lock();
        let mut change = CursorChange::default();
        if state.cursor_shape != self.cursor_shape {
            self.cursor_shape.clone_from(&state.cursor_shape);
            change.shape.clone_from(&state.cursor_shape);
        }
        if state.cursor_at != self.cursor_at {
            self.cursor_at = state.cursor_at;
            change.at = state.cursor_at;
        }
        change
    }
}

struct FakeInjector {
    desktop: FakeDesktop,
    number: u64,
}

impl Injector for FakeInjector {
    fn inject(&mut self, event: &InputEvent) -> Result<Injected, DesktopError> {
        let mut state = self.desktop.lock();
        if let Some(reason) = &state.inject_fails {
            return Err(DesktopError::Refused(reason.clone()));
        }
        if state.outcome != Injected::Done {
            return Ok(state.outcome);
        }
        state.pressed.note(event);
        if let InputEvent::PointerMoved { x, y } = *event {
            state.cursor_at = Some(Point::new(x, y));
            state.version += 1;
        }
        state.events.push(event.clone());
        drop(state);
        self.desktop.0.changed.notify_all();
        Ok(Injected::Done)
    }

    fn try_pointer(&mut self) -> Result<bool, DesktopError> {
        let state = self.desktop.lock();
        match &state.inject_fails {
            Some(reason) => Err(DesktopError::Refused(reason.clone())),
            None => Ok(state.outcome == Injected::Done),
        }
    }

    fn release_all(&mut self) {
        let mut state = self.desktop.lock();
        let releases = state.pressed.release_all();
        state.events.extend(releases);
        drop(state);
        self.desktop.0.changed.notify_all();
    }
}

impl Drop for FakeInjector {
    fn drop(&mut self) {
        self.release_all();
        let mut state = self.desktop.lock();
        state.sinks.retain(|(number, _)| *number != self.number);
        state.opened.injectors_now -= 1;
        drop(state);
        self.desktop.0.changed.notify_all();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::input::{Keysym, PointerButton};

    const SIZE: Size = Size::new(40, 30);
    const SOON: Duration = Duration::from_secs(5);

    #[test]
    fn a_capture_sees_the_whole_screen_first_and_changes_after() {
        let desktop = FakeDesktop::new(SIZE);
        let mut capture = desktop.capture().unwrap();
        let mut frame = Framebuffer::new(Size::default());
        assert!(capture.wait(SOON).unwrap());
        assert_eq!(capture.grab(&mut frame).unwrap().bounds(), SIZE.rect());
        assert!(!capture.wait(Duration::ZERO).unwrap());
        assert!(capture.grab(&mut frame).unwrap().is_empty());

        let part = Rect::new(3, 4, 5, 6);
        desktop.fill(part, 0xff0000);
        assert!(capture.wait(SOON).unwrap());
        assert_eq!(capture.grab(&mut frame).unwrap().bounds(), part);
        assert_eq!(frame, desktop.screen());

        desktop.resize(Size::new(50, 20));
        assert!(capture.wait(SOON).unwrap());
        let damage = capture.grab(&mut frame).unwrap();
        assert_eq!(damage.bounds(), Rect::new(0, 0, 50, 20));
        assert_eq!(frame.size(), Size::new(50, 20));
        let seen = desktop.opened();
        assert_eq!((seen.captures, seen.grabs, seen.injectors), (1, 4, 0));
    }

    #[test]
    fn the_pointer_is_told_when_it_changed() {
        let desktop = FakeDesktop::new(SIZE);
        let mut capture = desktop.capture().unwrap();
        assert_eq!(capture.cursor(), CursorChange::default());
        desktop.set_cursor_at(Point::new(7, 8));
        assert_eq!(capture.cursor().at, Some(Point::new(7, 8)));
        assert_eq!(capture.cursor(), CursorChange::default());
    }

    #[test]
    fn an_injector_leaves_nothing_pressed() {
        let desktop = FakeDesktop::new(SIZE);
        let mut injector = desktop.injector(Arc::new(|_| {})).unwrap();
        let key = |pressed| InputEvent::Key {
            keysym: Keysym(0x61),
            pressed,
        };
        let button = |pressed| InputEvent::Button {
            button: PointerButton::Left,
            pressed,
        };
        injector.inject(&key(true)).unwrap();
        injector.inject(&button(true)).unwrap();
        assert_eq!(desktop.held().len(), 2);
        drop(injector);
        assert_eq!(desktop.held(), []);
        assert!(desktop.injected().contains(&key(false)));
        assert!(desktop.injected().contains(&button(false)));
        assert_eq!(desktop.opened().injectors_now, 0);
    }

    #[test]
    fn the_novice_is_heard_until_the_injector_goes() {
        let desktop = FakeDesktop::new(SIZE);
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ear = Arc::clone(&heard);
        let sink: LocalInputSink = Arc::new(move |input| ear.lock().unwrap().push(input));
        let injector = desktop.injector(sink).unwrap();
        desktop.simulate(LocalInput::Key);
        drop(injector);
        desktop.simulate(LocalInput::Pointer);
        assert_eq!(*heard.lock().unwrap(), [LocalInput::Key]);
    }

    #[test]
    fn it_fails_on_demand() {
        let desktop = FakeDesktop::new(SIZE);
        desktop.fail_capture(Some("no portal"));
        assert!(desktop.capture().is_err());
        desktop.fail_capture(None);
        let mut capture = desktop.capture().unwrap();
        desktop.lose_screen(Some("unplugged"));
        assert!(capture.wait(SOON).is_err());
        desktop.fail_injector(Some("no XTEST"));
        assert!(desktop.injector(Arc::new(|_| {})).is_err());
    }
}
