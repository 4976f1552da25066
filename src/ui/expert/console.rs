//! The expert's console: the remote screen, a toolbar, the chat, and a line that says how it goes.

use std::time::Duration;

use chrono::{DateTime, Utc};
use egui::{
    Align2, Color32, CursorIcon, FontId, Frame, Id, Key, Margin, Modifiers, Panel, RawInput, Rect,
    ScrollArea, Sense, Ui, Vec2, ViewportCommand, accesskit::Role, output::IMEOutput,
    style::ScrollStyle,
};

use super::{
    input::RemoteInput,
    keys::RemoteKeys,
    pane::{self, InPane},
    pointer::Place,
    screen::ScreenPicture,
    state_line,
};
use crate::{
    engine::{Command, ControlView, ExpertSessionView, Seeing, Watched},
    input::InputEvent,
    language::{Who, say},
    screen::Size,
    ui::{
        app::{Cx, Go, Page},
        chat::Chat,
        icon::Icon,
        theme::{NEAR, palette},
        widgets::{Look, button, button_if},
    },
};

/// How wide the chat is, in points.
const CHAT_WIDTH: f32 = 300.0;
/// So near to the top edge of a full screen the pointer calls the bars, in points.
const EDGE: f32 = 2.0;
/// So long after something covered the remote screen the window looks whether it still does.
const LOOK_AGAIN: Duration = Duration::from_millis(250);

/// The console.
pub struct Console {
    session: Option<DateTime<Utc>>,
    picture: ScreenPicture,
    pane: InPane,
    input: RemoteInput,
    chat: Chat,
    chat_open: bool,
    chat_read: usize,
    chat_length: usize,
    actual_size: bool,
    place: Option<Place>,
    was_granted: bool,
    to_toolbar: bool,
    /// Whether the bars are shown over a full screen.
    bars: bool,
    /// What this window said that it must hear of.
    watched: Watched,
}

impl Default for Console {
    fn default() -> Self {
        Self {
            session: None,
            picture: ScreenPicture::default(),
            pane: InPane::default(),
            input: RemoteInput::default(),
            chat: Chat::default(),
            chat_open: true,
            chat_read: 0,
            chat_length: 0,
            actual_size: false,
            place: None,
            was_granted: false,
            to_toolbar: false,
            bars: false,
            watched: Watched::default(),
        }
    }
}

fn screen_id() -> Id {
    Id::unique("remote screen")
}

fn is_full(ui: &Ui) -> bool {
    ui.input(|input| input.viewport().fullscreen == Some(true))
}

impl Console {
    /// Takes the remote screen's part of the input, and returns what to send; called before anything is painted.
    pub fn take_input(
        &mut self,
        raw: &mut RawInput,
        session: &ExpertSessionView,
    ) -> Vec<InputEvent> {
        self.input.take(raw, self.place, session.has_control())
    }

    /// The console is not shown, so nothing of it stays pressed or over other pages; returns what to send.
    pub fn hide(&mut self, keys: &RemoteKeys) -> Vec<Command> {
        keys.set_open(false);
        let mut commands = Vec::from_iter(self.pane.ask(None));
        if self.session.is_some() {
            commands.extend(self.watch(Watched {
                figures: false,
                presses: false,
            }));
        }
        if self.place.take().is_some() {
            let events = self.input.release_all();
            commands.extend((!events.is_empty()).then_some(Command::Input(events)));
        }
        commands
    }

    /// Says what this window must hear of, if that is not what was said last.
    fn watch(&mut self, watched: Watched) -> Option<Command> {
        let before = std::mem::replace(&mut self.watched, watched);
        (before != watched).then_some(Command::Watch(watched))
    }

    /// Shows it.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &ExpertSessionView) -> Option<Go> {
        if self.session != Some(session.since) {
            *self = Self {
                session: Some(session.since),
                actual_size: self.actual_size,
                chat_open: self.chat_open,
                ..Self::default()
            };
        }
        let name = session.novice_name.as_str();
        if is_way_out_pressed(ui, cx.keys) {
            ui.memory_mut(|memory| memory.surrender_focus(screen_id()));
            self.to_toolbar = true;
        }
        let full = is_full(ui);
        let with_bars = !full || self.bars || self.to_toolbar;
        let go = if with_bars {
            self.bars(ui, cx, session, name)
        } else {
            None
        };
        let pressed = self.pane.was_pressed(session);
        self.screen(ui, cx, session, name);
        if pressed {
            ui.memory_mut(|memory| memory.request_focus(screen_id()));
        }
        if full {
            self.show_or_hide_bars(ui, pressed);
            self.show_news(session);
            let granted = session.has_control();
            if !granted && ui.input(|input| input.key_pressed(Key::Escape)) {
                ui.send_viewport_cmd(ViewportCommand::Fullscreen(false));
            }
        }
        self.was_granted = session.has_control();
        self.chat_length = session.chat.len();
        let has_keys = ui.memory(|memory| memory.has_focus(screen_id()));
        (cx.keys).set_open(self.was_granted && has_keys && self.place.is_some());
        let watched = Watched {
            figures: with_bars,
            presses: !has_keys || (full && self.bars),
        };
        if let Some(command) = self.watch(watched) {
            cx.send(command);
        }
        go
    }

    fn bars(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        session: &ExpertSessionView,
        name: &str,
    ) -> Option<Go> {
        let bar = Frame::new()
            .fill(palette(ui).ground)
            .inner_margin(Margin::symmetric(12, 8));
        let go = Panel::top("toolbar")
            .frame(bar)
            .show(ui, |ui| self.toolbar(ui, cx, session))
            .inner;
        Panel::bottom("state line")
            .frame(bar)
            .show(ui, |ui| state_line::show(ui, cx.clock, session, name));
        if self.chat_open {
            Panel::right("chat")
                .resizable(false)
                .exact_size(CHAT_WIDTH)
                .frame(bar)
                .show(ui, |ui| {
                    self.chat_read = session.chat.len();
                    let said = self.chat.show(ui, cx, session.since, &session.chat, name);
                    if let Some(words) = said {
                        cx.send(Command::ExpertChat(words));
                    }
                });
        }
        go
    }

    /// A full screen shows its bars when the pointer is at the top edge or the keyboard was taken back, and hides them when
    /// the remote screen is used again.
    fn show_or_hide_bars(&mut self, ui: &Ui, pressed_in_pane: bool) {
        let at = ui.input(|input| input.pointer.latest_pos());
        let edge = ui.ctx().viewport_rect().top() + EDGE;
        if at.is_some_and(|at| at.y <= edge) {
            self.bars = true;
        } else if self.bars {
            let clicked = ui.input(|input| input.pointer.any_pressed());
            let on_screen = (self.place)
                .zip(at)
                .is_some_and(|(place, at)| place.seen.contains(at));
            let has_keys = ui.memory(|memory| memory.has_focus(screen_id()));
            self.bars = !(has_keys && (on_screen && clicked || pressed_in_pane));
        }
    }

    /// What was written, the end of control and a broken connection must not go unseen.
    fn show_news(&mut self, session: &ExpertSessionView) {
        let written = session.chat.len() > self.chat_length;
        let ended = self.was_granted && !session.has_control();
        if written || ended || session.reconnecting.is_some() {
            self.bars = true;
        }
    }

    fn toolbar(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &ExpertSessionView) -> Option<Go> {
        let mut go = None;
        ui.spacing_mut().button_padding.x = 12.0; // all of them beside each other
        ui.horizontal_wrapped(|ui| {
            let first = control_button(ui, cx, session);
            if std::mem::take(&mut self.to_toolbar) {
                first.request_focus();
                self.bars = true;
            }
            let (icon, words, scaled) = if self.actual_size {
                (Icon::Scale, say!("console-scale"), false)
            } else {
                (Icon::ActualSize, say!("console-actual-size"), true)
            };
            if button(ui, Look::Plain, (icon, &words)).clicked() {
                self.actual_size = scaled;
            }
            let full = is_full(ui);
            let (icon, words) = if full {
                (Icon::LeaveFullScreen, say!("console-leave-full-screen"))
            } else {
                (Icon::FullScreen, say!("console-full-screen"))
            };
            if button(ui, Look::Plain, (icon, &words)).clicked() {
                ui.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
            let unread = session.chat.len().saturating_sub(self.chat_read);
            let chat = match (self.chat_open, unread) {
                (true, _) => say!("console-hide-chat"),
                (false, 0) => say!("console-show-chat"),
                (false, unread) => say!("console-show-chat-new", count = unread),
            };
            if button(ui, Look::Plain, (Icon::Chat, &chat)).clicked() {
                self.chat_open = !self.chat_open;
                self.chat_read = session.chat.len();
            }
            if button(ui, Look::Plain, (Icon::Settings, &say!("expert-settings"))).clicked() {
                go = Some(Go::To(Page::Settings));
            }
            let disconnect = say!("console-disconnect");
            if button(ui, Look::Plain, (Icon::Disconnect, &disconnect)).clicked() {
                cx.send(Command::ExpertDisconnect);
            }
        });
        go
    }

    fn screen(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &ExpertSessionView, name: &str) {
        let room = ui.available_rect_before_wrap();
        ui.painter().rect_filled(room, 0.0, Color32::from_gray(24));
        let size = session.screen.size();
        if size.pixels() == 0 {
            self.place = None;
            middle(ui, room, &say!("console-waiting"));
            ui.allocate_rect(room, Sense::hover());
            return;
        }
        let pixels = Vec2::new(size.width as f32, size.height as f32);
        let in_points = pixels / ui.pixels_per_point();
        let scrolls = in_points.x > room.width() + 0.5 || in_points.y > room.height() + 0.5;
        if self.actual_size && scrolls {
            // beside the picture, where a pane does not cover them
            ui.spacing_mut().scroll = ScrollStyle::solid();
            ScrollArea::both()
                .id_salt("remote screen")
                .auto_shrink(false)
                .show(ui, |ui| {
                    let shown = in_points.max(ui.available_size());
                    let (outer, _) = ui.allocate_exact_size(shown, Sense::hover());
                    let corner = outer.min + ((shown - in_points) / 2.0).max(Vec2::ZERO);
                    let corner = on_pixel(ui, corner);
                    let rect = Rect::from_min_size(corner, in_points);
                    self.picture_at(ui, cx, session, name, (rect, size));
                });
        } else {
            let fitting = (room.width() / in_points.x).min(room.height() / in_points.y);
            let scale = if self.actual_size { 1.0 } else { fitting };
            // a little smaller than the window's room is sharp; a little larger is never enlarged by a hair
            let scale = if (1.0..1.05).contains(&scale) {
                1.0
            } else {
                scale
            };
            let shown = in_points * scale;
            let corner = on_pixel(ui, room.min + (room.size() - shown) / 2.0);
            ui.allocate_rect(room, Sense::hover());
            let rect = Rect::from_min_size(corner, shown);
            self.picture_at(ui, cx, session, name, (rect, size));
        }
    }

    fn picture_at(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        session: &ExpertSessionView,
        name: &str,
        (rect, size): (Rect, Size),
    ) {
        let shown = rect.intersect(ui.clip_rect());
        let mut seen = shown;
        if is_full(ui) {
            // the top edge is the bars' handle
            seen.min.y = seen.min.y.max(ui.ctx().viewport_rect().top() + EDGE);
        }
        let response = ui.interact(rect, screen_id(), Sense::click_and_drag());
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Canvas);
            node.set_label(say!("console-screen-of", who = Who(name)));
            node.set_description(say!("console-way-out"));
        });
        let is_covered = pane::is_covered(ui.ctx(), shown);
        if is_covered {
            // what covered it may go without a further frame
            ui.request_repaint_after(LOOK_AGAIN);
        }
        let is_live = session.seeing == Seeing::Yes && session.reconnecting.is_none();
        let is_free = is_live && !is_covered;
        let wanted = cx.window.filter(|_| is_free).and_then(|window| {
            let scale = ui.pixels_per_point();
            let place = pane::place(scale, rect, shown, seen.top(), size)?;
            Some((window, place))
        });
        if let Some(command) = self.pane.ask(wanted) {
            cx.send(command);
        }
        let in_pane = self.pane.shows(session);
        if !in_pane {
            self.picture.update(ui.ctx(), &session.screen);
            self.picture.paint(ui.painter(), rect);
        }
        self.place = Some(Place {
            picture: rect,
            seen,
            size,
            in_pane,
        });
        let granted = session.has_control();
        if response.clicked() || (granted && !self.was_granted) {
            response.request_focus();
        }
        if granted {
            self.allow_input_method(ui, &response, seen);
        }
        let own = granted && response.hovered();
        match (own, self.picture.cursor_image()) {
            (true, Some(image)) => ui.ctx().set_cursor_image(Some(image)),
            (true, None) => ui.ctx().set_cursor_icon(CursorIcon::Default),
            (false, _) if in_pane => {} // which paints or wears it
            (false, _) => {
                let painter = ui.painter().with_clip_rect(seen);
                self.picture.paint_cursor(&painter, rect, &session.screen);
            }
        }
        if !is_live {
            ui.painter()
                .rect_filled(seen, 0.0, Color32::from_black_alpha(170));
            let why = match session.reconnecting {
                Some(_) => say!("console-reconnecting"),
                None => say!("console-paused", who = Who(name)),
            };
            middle(ui, seen, &why);
        }
    }

    /// While the screen has the keyboard an input method may write.
    fn allow_input_method(&self, ui: &Ui, response: &egui::Response, seen: Rect) {
        if !response.has_focus() {
            return;
        }
        let at = ui.input(|input| input.pointer.latest_pos());
        let at = at.filter(|at| seen.contains(*at)).unwrap_or(seen.center());
        ui.output_mut(|output| {
            output.ime = Some(IMEOutput {
                purpose: egui::IMEPurpose::Normal,
                rect: seen,
                cursor_rect: Rect::from_min_size(at, Vec2::new(1.0, 20.0)),
                should_interrupt_composition: false,
            });
        });
    }
}

/// Pressed over the remote screen, or anywhere else in this window.
fn is_way_out_pressed(ui: &Ui, keys: &RemoteKeys) -> bool {
    let here = (Modifiers::CTRL | Modifiers::ALT, Key::Home);
    keys.take_way_out() || ui.input_mut(|input| input.consume_key(here.0, here.1))
}

fn control_button(ui: &mut Ui, cx: &Cx<'_>, session: &ExpertSessionView) -> egui::Response {
    match session.control {
        ControlView::None => {
            let is_live = session.seeing == Seeing::Yes && session.reconnecting.is_none();
            let possible = session.control_possible && is_live;
            let take = say!("console-take-control");
            let response = button_if(ui, possible, Look::Main, (Icon::Control, &take));
            if response.clicked() {
                cx.send(Command::TakeControl);
            }
            response
        }
        ControlView::Asked { .. } | ControlView::Granted { .. } => {
            let release = say!("console-release-control");
            let response = button(ui, Look::Main, (Icon::Release, &release));
            if response.clicked() {
                cx.send(Command::ReleaseControl);
            }
            response
        }
    }
}

fn on_pixel(ui: &Ui, at: egui::Pos2) -> egui::Pos2 {
    let scale = ui.pixels_per_point();
    ((at.to_vec2() * scale).round() / scale).to_pos2()
}

fn middle(ui: &Ui, room: Rect, words: &str) {
    ui.painter().text(
        room.center(),
        Align2::CENTER_CENTER,
        words,
        FontId::proportional(20.0 + NEAR / 4.0),
        Color32::from_gray(230),
    );
}
