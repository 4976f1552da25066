//! The novice's screen as the expert has it: filled by the decoder's thread, shown by the window or by a pane in it.

use std::sync::{Arc, Mutex, PoisonError};

use crate::{
    desktop::{DesktopError, Pane, PanePlace},
    screen::{CursorShape, Damage, Framebuffer, Point, Size},
};

/// Shared between the decoder's thread and the window; cloning shares it.
#[derive(Clone, Default)]
pub struct RemoteScreen(Arc<Mutex<Inner>>);

struct Inner {
    frame: Framebuffer,
    unseen: Damage,
    cursor_shape: Option<Arc<CursorShape>>,
    cursor_at: Option<Point>,
    controlling: bool,
    pane: Option<Box<dyn Pane>>,
    /// The pane shows it, so the window need not.
    in_pane: bool,
}

impl Default for Inner {
    fn default() -> Self {
        Self {
            frame: Framebuffer::new(Size::default()),
            unseen: Damage::none(),
            cursor_shape: None,
            cursor_at: None,
            controlling: false,
            pane: None,
            in_pane: false,
        }
    }
}

impl RemoteScreen {
    /// Lets the decoder change the picture; what it says changed is kept until the window takes it. An update is one call,
    /// so the window never sees half of it. Returns whether the window has something to do: not while a pane shows it all.
    ///
    /// # Errors
    /// What `change` says; nothing is shown then.
    pub fn update<E>(
        &self,
        change: impl FnOnce(&mut Framebuffer) -> Result<Damage, E>,
    ) -> Result<bool, E> {
        let mut inner = self.lock();
        let before = inner.frame.size();
        let damage = change(&mut inner.frame)?;
        inner.unseen.merge(&damage);
        let Inner { frame, pane, .. } = &mut *inner;
        if let Some(pane) = pane {
            pane.paint(frame, &damage);
        }
        Ok(!inner.in_pane || inner.frame.size() != before)
    }

    /// Gives the window the picture and what changed in it since the last call. Not called when nothing changed; returns
    /// whether it was.
    pub fn take_changes(&self, see: impl FnOnce(&Framebuffer, &Damage)) -> bool {
        let mut inner = self.lock();
        let unseen = std::mem::take(&mut inner.unseen);
        if unseen.is_empty() {
            return false;
        }
        see(&inner.frame, &unseen);
        true
    }

    /// The picture's size; zero before the first update.
    pub fn size(&self) -> Size {
        self.lock().frame.size()
    }

    /// Sets what is known of the pointer. Returns whether the window has something to do.
    pub fn set_cursor(&self, shape: Option<Arc<CursorShape>>, at: Option<Point>) -> bool {
        let mut inner = self.lock();
        if shape.is_some() {
            inner.cursor_shape = shape;
        }
        if at.is_some() {
            inner.cursor_at = at;
        }
        inner.tell_cursor();
        !inner.in_pane
    }

    /// The pointer's picture and place, where known.
    pub fn cursor(&self) -> (Option<Arc<CursorShape>>, Option<Point>) {
        let inner = self.lock();
        (inner.cursor_shape.clone(), inner.cursor_at)
    }

    /// Whether the expert has control, so that the pointer over the pane is the remote one.
    pub(super) fn set_controlling(&self, controlling: bool) {
        let mut inner = self.lock();
        if inner.controlling != controlling {
            inner.controlling = controlling;
            inner.tell_cursor();
        }
    }

    /// Whether there is a pane, shown or not.
    pub(super) fn has_pane(&self) -> bool {
        self.lock().pane.is_some()
    }

    /// From now on has a pane, without a place yet; or has none any more.
    pub(super) fn set_pane(&self, pane: Option<Box<dyn Pane>>) {
        let mut inner = self.lock();
        inner.in_pane = false;
        let before = std::mem::replace(&mut inner.pane, pane);
        inner.tell_cursor();
        drop(inner);
        drop(before); // it may wait for its thread
    }

    /// Shows the picture in the pane at this place, or nowhere; returns whether the pane shows it now.
    pub(super) fn place_pane(&self, place: Option<PanePlace>) -> Result<bool, DesktopError> {
        let mut inner = self.lock();
        let Inner { frame, pane, .. } = &mut *inner;
        let Some(pane) = pane else {
            return Ok(false);
        };
        let placed = pane.place(place, frame);
        inner.in_pane = placed.is_ok() && place.is_some();
        placed.map(|()| inner.in_pane)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn tell_cursor(&mut self) {
        let (shape, at) = (self.cursor_shape.clone(), self.cursor_at);
        let controlling = self.controlling;
        if let Some(pane) = &mut self.pane {
            pane.set_cursor(shape, at, controlling);
        }
    }
}

/// The same screen, not one that looks the same.
impl PartialEq for RemoteScreen {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for RemoteScreen {}

impl std::fmt::Debug for RemoteScreen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let size = self.size();
        write!(f, "RemoteScreen({}x{})", size.width, size.height)
    }
}
