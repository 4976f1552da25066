//! The novice's screen as the expert has it: filled by the decoder's thread, shown by the window.

use std::sync::{Arc, Mutex, PoisonError};

use crate::screen::{CursorShape, Damage, Framebuffer, Point, Size};

/// Shared between the decoder's thread and the window; cloning shares it.
#[derive(Clone, Debug, Default)]
pub struct RemoteScreen(Arc<Mutex<Inner>>);

#[derive(Debug)]
struct Inner {
    frame: Framebuffer,
    unseen: Damage,
    cursor_shape: Option<Arc<CursorShape>>,
    cursor_at: Option<Point>,
}

impl Default for Inner {
    fn default() -> Self {
        Self {
            frame: Framebuffer::new(Size::default()),
            unseen: Damage::none(),
            cursor_shape: None,
            cursor_at: None,
        }
    }
}

impl RemoteScreen {
    /// Lets the decoder change the picture; what it says changed is kept until the window takes it. An update is one call,
    /// so the window never sees half of it.
    pub fn update<E>(
        &self,
        change: impl FnOnce(&mut Framebuffer) -> Result<Damage, E>,
    ) -> Result<(), E> {
        let mut inner = self.lock();
        let damage = change(&mut inner.frame)?;
        inner.unseen.merge(&damage);
        Ok(())
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

    /// Sets what is known of the pointer.
    pub fn set_cursor(&self, shape: Option<Arc<CursorShape>>, at: Option<Point>) {
        let mut inner = self.lock();
        if shape.is_some() {
            inner.cursor_shape = shape;
        }
        if at.is_some() {
            inner.cursor_at = at;
        }
    }

    /// The pointer's picture and place, where known.
    pub fn cursor(&self) -> (Option<Arc<CursorShape>>, Option<Point>) {
        let inner = self.lock();
        (inner.cursor_shape.clone(), inner.cursor_at)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
