//! The short way of the keys: while the remote screen has the keyboard they go from the system's event straight to the
//! engine. None of them waits for a frame of the window, or causes one.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use egui::Context;
use winit::{
    event::{ElementState, Ime, WindowEvent},
    keyboard::{Key, ModifiersState, NamedKey},
};

use super::keyboard::{Keyboard, Stroke};
use crate::{
    engine::Command,
    input::InputEvent,
    ui::{Bridge, window::one_frame},
};

/// The keyboard on its way to the novice; cloning shares it. The window says when the way is open: while the expert is in
/// control and the remote screen has the keyboard. Every event of the window goes by here first.
#[derive(Clone)]
pub struct RemoteKeys(Rc<RefCell<Inner>>);

struct Inner {
    bridge: Arc<dyn Bridge>,
    ctx: Context,
    keyboard: Keyboard,
    is_open: bool,
    /// The way out was pressed, and the window has not looked since.
    way_out: bool,
    /// A click of the window's own is on its longer way: what is typed after it may not overtake it.
    behind_pointer: bool,
    waiting: Vec<InputEvent>,
}

impl RemoteKeys {
    /// A way to this engine that is not open yet.
    pub(in crate::ui) fn new(ctx: &Context, bridge: Arc<dyn Bridge>) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            bridge,
            ctx: ctx.clone(),
            keyboard: Keyboard::new(ctx.os().is_mac()),
            is_open: false,
            way_out: false,
            behind_pointer: false,
            waiting: vec![],
        })))
    }

    /// Looks at an event of the window; true when it is the remote screen's alone.
    pub fn take(&self, event: &WindowEvent) -> bool {
        match event {
            WindowEvent::KeyboardInput {
                event,
                is_synthetic,
                ..
            } => {
                // nobody pressed what is told along with the focus
                let is_made_up = *is_synthetic && event.state == ElementState::Pressed;
                !is_made_up && self.stroke(&Stroke::from(event))
            }
            WindowEvent::ModifiersChanged(modifiers) => self.modifiers(modifiers.state()),
            WindowEvent::Ime(Ime::Commit(text)) => self.commit(text),
            WindowEvent::Ime(_) => self.0.borrow().is_open,
            WindowEvent::Focused(false) => {
                self.leave();
                false
            }
            WindowEvent::MouseInput { .. }
            | WindowEvent::MouseWheel { .. }
            | WindowEvent::Touch(_) => {
                self.0.borrow_mut().behind_pointer = true;
                false
            }
            _ => false,
        }
    }

    /// A key went down or up; true when it is the remote screen's alone. `Ctrl+Alt+Home` is the way out of it.
    pub fn stroke(&self, stroke: &Stroke) -> bool {
        let mut inner = self.0.borrow_mut();
        if !inner.is_open {
            return false;
        }
        let with = ModifiersState::CONTROL | ModifiersState::ALT;
        if stroke.pressed && stroke.key == Key::Named(NamedKey::Home) && inner.keyboard.holds(with)
        {
            inner.tell(|keyboard, out| keyboard.release_all(out));
            inner.is_open = false;
            inner.way_out = true;
            one_frame(&inner.ctx);
            return true;
        }
        inner.tell(|keyboard, out| keyboard.stroke(stroke, out))
    }

    /// Ctrl, Alt, Shift or the logo key went down or up; true when the remote screen has been told.
    pub fn modifiers(&self, now: ModifiersState) -> bool {
        let mut inner = self.0.borrow_mut();
        inner.keyboard.set_modifiers(now);
        if inner.is_open {
            inner.tell(Keyboard::tell_modifiers);
        }
        inner.is_open
    }

    /// An input method wrote something; true when it was written on the remote screen.
    pub fn commit(&self, text: &str) -> bool {
        let mut inner = self.0.borrow_mut();
        if inner.is_open {
            inner.tell(|keyboard, out| keyboard.commit(text, out));
        }
        inner.is_open
    }

    /// Lets go of what is held: this window will not hear when it is released.
    fn leave(&self) {
        let mut inner = self.0.borrow_mut();
        inner.keyboard.set_modifiers(ModifiersState::empty());
        inner.tell(Keyboard::release_all);
    }

    /// From now on keys go this way, or are the window's.
    pub(super) fn set_open(&self, is_open: bool) {
        let mut inner = self.0.borrow_mut();
        if inner.is_open && !is_open {
            inner.tell(Keyboard::release_all);
        }
        inner.is_open = is_open;
    }

    /// Whether the way out was pressed since the last call.
    pub(super) fn take_way_out(&self) -> bool {
        std::mem::take(&mut self.0.borrow_mut().way_out)
    }

    /// The window has all that the pointer did until now; returns the keys that waited for that.
    pub(in crate::ui) fn take_waiting(&self) -> Vec<InputEvent> {
        let mut inner = self.0.borrow_mut();
        inner.behind_pointer = false;
        std::mem::take(&mut inner.waiting)
    }
}

impl Inner {
    fn tell<R>(&mut self, what: impl FnOnce(&mut Keyboard, &mut Vec<InputEvent>) -> R) -> R {
        let result = what(&mut self.keyboard, &mut self.waiting);
        if !self.behind_pointer && !self.waiting.is_empty() {
            let events = std::mem::take(&mut self.waiting);
            self.bridge.send(Command::Input(events));
        }
        result
    }
}
