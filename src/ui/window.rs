//! The one window's size, place and level, page by page.

use std::time::Duration;

use egui::{
    Context, IconData, Pos2, UserAttentionType, Vec2, ViewportBuilder, ViewportCommand, WindowLevel,
};
use raw_window_handle::{HasWindowHandle, RawWindowHandle};

use super::{BringForward, drawing::wgpu_options};

/// What the window is for just now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A page like any program's.
    #[default]
    Page,
    /// `May someone see your screen?`, above all windows.
    Question,
    /// `May someone take control?`, above all windows.
    ControlQuestion {
        /// The organisation has words of its own beside it.
        with_words: bool,
    },
    /// The novice's session: small, on top.
    Session,
    /// The expert's console: large.
    Console,
}

impl Mode {
    /// The size that suits, in points.
    fn size(self) -> Vec2 {
        match self {
            Mode::Page => Vec2::new(780.0, 800.0),
            Mode::Question => Vec2::new(700.0, 820.0),
            Mode::ControlQuestion { with_words: false } => Vec2::new(640.0, 460.0),
            Mode::ControlQuestion { with_words: true } => Vec2::new(640.0, 640.0),
            Mode::Session => Vec2::new(460.0, 680.0),
            Mode::Console => Vec2::new(1240.0, 780.0),
        }
    }

    fn on_top(self) -> bool {
        matches!(self, Mode::Session) || self.asks()
    }

    fn asks(self) -> bool {
        matches!(self, Mode::Question | Mode::ControlQuestion { .. })
    }
}

/// Space that a desktop's own bars take of a monitor, in points.
const BARS: Vec2 = Vec2::new(16.0, 72.0);

/// A size that differs by less is the same, rounded to pixels; in points.
const NEARLY: f32 = 2.0;

/// The smallest that the window may be made, in points.
const SMALLEST: Vec2 = Vec2::new(360.0, 320.0);

/// Keeps the window as the page needs it.
#[derive(Debug, Default)]
pub struct Window {
    mode: Mode,
    page_place: Option<(Pos2, Vec2)>,
    settled: bool,
    bring_forward: Option<BringForward>,
    comes_forward: bool,
}

impl Window {
    /// A window that comes forward this way; as egui has it if there is none.
    pub fn new(bring_forward: Option<BringForward>) -> Self {
        Self {
            bring_forward,
            ..Self::default()
        }
    }

    /// Brings the window before the others, as somebody who starts the program again wants it.
    pub fn show_itself(&mut self, ctx: &Context) {
        ctx.send_viewport_cmd(ViewportCommand::Visible(true));
        ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
        if self.bring_forward.is_none() {
            ctx.send_viewport_cmd(ViewportCommand::Focus);
            return;
        }
        self.comes_forward = true;
        ctx.request_repaint(); // it can once it is there
    }

    /// To be called with each frame, before the window is asked for anything.
    pub fn come_forward(&mut self, frame: &eframe::Frame) {
        if let Some(bring) = self.bring_forward
            && std::mem::take(&mut self.comes_forward)
        {
            bring(frame);
        }
    }

    /// Called whenever there may be something new, also while the window is hidden.
    pub fn set_mode(&mut self, ctx: &Context, mode: Mode) {
        if self.settled && mode == self.mode {
            return;
        }
        let before = std::mem::replace(&mut self.mode, mode);
        let first = !std::mem::replace(&mut self.settled, true);
        if first && mode == Mode::Page {
            fit(ctx);
        } else {
            self.change(ctx, before, mode);
        }
    }

    fn change(&mut self, ctx: &Context, before: Mode, mode: Mode) {
        let (place, monitor, full) = ctx.input(|input| {
            let viewport = input.viewport();
            let place = viewport.outer_rect.zip(viewport.inner_rect);
            (
                place.map(|(outer, inner)| (outer.min, inner.size())),
                viewport.monitor_size,
                viewport.fullscreen == Some(true) || viewport.maximized == Some(true),
            )
        });
        if before == Mode::Page && !full {
            self.page_place = place;
        }
        let send = |command| ctx.send_viewport_cmd(command);
        if full {
            send(ViewportCommand::Fullscreen(false));
            send(ViewportCommand::Maximized(false));
        }
        let room = room(monitor);
        let mut size = mode.size();
        let mut at = None;
        match (mode, self.page_place) {
            (Mode::Page, Some((page_at, page_size))) => {
                size = page_size;
                at = Some(page_at);
            }
            _ => {
                if let Some(room) = room {
                    size = size.min(room - BARS);
                    at = Some(place_for(mode, size, room));
                }
            }
        }
        send(ViewportCommand::WindowLevel(if mode.on_top() {
            WindowLevel::AlwaysOnTop
        } else {
            WindowLevel::Normal
        }));
        send(ViewportCommand::InnerSize(size));
        if let Some(at) = at {
            send(ViewportCommand::OuterPosition(at));
        }
        if mode.asks() {
            self.show_itself(ctx);
            let attention = UserAttentionType::Critical;
            send(ViewportCommand::RequestUserAttention(attention));
        }
        ctx.request_repaint();
    }
}

/// The window begins as large as its text wants it, and on a small monitor no larger than the desktop's bars leave room for, so that
/// nothing at its foot is hidden.
fn fit(ctx: &Context) {
    let (size, room) = ctx.input(|input| {
        let viewport = input.viewport();
        let size = viewport.inner_rect.map(|inner| inner.size());
        (size, room(viewport.monitor_size))
    });
    let (Some(size), Some(room)) = (size, room) else {
        return;
    };
    let fitting = Mode::Page.size().min(room - BARS);
    if (fitting - size).abs().max_elem() > NEARLY {
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(fitting));
        let at = place_for(Mode::Page, fitting, room);
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(at));
    }
}

/// The monitor's size, where the system tells it.
fn room(monitor: Option<Vec2>) -> Option<Vec2> {
    monitor.filter(|size| size.min_elem() > 1.0)
}

/// A question stands in the middle, a session in the corner where it hides least.
fn place_for(mode: Mode, size: Vec2, room: Vec2) -> Pos2 {
    let left = room - size - BARS / 2.0;
    match mode {
        Mode::Session => Pos2::new(left.x.max(0.0), (BARS.y / 2.0).min(left.y.max(0.0))),
        _ => ((room - size - BARS) / 2.0).max(Vec2::ZERO).to_pos2(),
    }
}

/// Paints the window anew, once. egui's own way of asking makes it two frames each time, and without a graphics card one
/// costs as much as a hundred changes of the remote screen.
pub fn one_frame(ctx: &Context) {
    ctx.request_repaint_after(Duration::from_nanos(1));
}

/// Whether this system lets a window be hidden: a Wayland desktop does not.
pub fn can_hide(frame: &eframe::Frame) -> bool {
    let handle = frame.window_handle();
    !handle.is_ok_and(|handle| matches!(handle.as_raw(), RawWindowHandle::Wayland(_)))
}

/// Hulp's own picture, 128 pixels wide.
pub fn icon() -> Option<IconData> {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icons/hulp-128.png")).ok()
}

/// How the window is opened.
pub fn native_options(renderer: eframe::Renderer) -> eframe::NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_title("Hulp")
        .with_app_id("hulp")
        .with_inner_size(Mode::Page.size())
        .with_min_inner_size(SMALLEST);
    eframe::NativeOptions {
        viewport: match icon() {
            Some(icon) => viewport.with_icon(icon),
            None => viewport,
        },
        renderer,
        wgpu_options: wgpu_options(),
        centered: true,
        // Every pixel of the remote screen is to be shown as it came.
        dithering: false,
        // Copy, cut and paste are made from the keys here: Ctrl+C is one that stops control, too.
        clipboard_shortcuts: false,
        ..Default::default()
    }
}
