//! The newest picture of the screen, as PipeWire's thread leaves it and the capturing thread takes it.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::{
    desktop::CursorChange,
    screen::{CursorShape, Damage, Framebuffer, Point, Size},
};

/// Shared by the two threads. There is one picture, and a newer one takes its place.
pub(super) struct Picture {
    latest: Mutex<Latest>,
    changed: Condvar,
}

/// What is known, and what of it is new.
pub(super) struct Latest {
    frame: Framebuffer,
    damage: Damage,
    cursor: CursorChange,
    pointer: Option<Point>,
    ended: Option<String>,
}

impl Picture {
    /// None yet.
    pub(super) fn new() -> Self {
        Self {
            latest: Mutex::new(Latest {
                frame: Framebuffer::new(Size::default()),
                damage: Damage::none(),
                cursor: CursorChange::default(),
                pointer: None,
                ended: None,
            }),
            changed: Condvar::new(),
        }
    }

    /// Changes it, and wakes whoever waits when something is new.
    pub(super) fn update(&self, change: impl FnOnce(&mut Latest)) {
        let mut latest = self.lock();
        change(&mut latest);
        if latest.has_news() {
            self.changed.notify_all();
        }
    }

    /// There are no more pictures. The first reason is the one that counts.
    pub(super) fn end(&self, why: &str) {
        self.update(|latest| {
            latest.ended.get_or_insert_with(|| why.to_owned());
        });
    }

    /// Waits until `enough` holds, for `patience` at most.
    pub(super) fn wait(
        &self,
        patience: Duration,
        enough: impl Fn(&Latest) -> bool,
    ) -> MutexGuard<'_, Latest> {
        let waited = self
            .changed
            .wait_timeout_while(self.lock(), patience, |latest| !enough(latest));
        waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// As it is.
    pub(super) fn lock(&self) -> MutexGuard<'_, Latest> {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Latest {
    /// Whether something changed that nobody took yet, or it ended.
    pub(super) fn has_news(&self) -> bool {
        self.ended.is_some() || !self.damage.is_empty() || self.cursor != CursorChange::default()
    }

    /// Why there are no more pictures.
    pub(super) fn ended(&self) -> Option<&str> {
        self.ended.as_deref()
    }

    /// The picture, to be brought up to date; what is changed in it must be told as `damage`. Of another size it is black, and
    /// all of it is new.
    pub(super) fn draw(&mut self, size: Size) -> (&mut Framebuffer, &mut Damage) {
        if self.frame.size() != size {
            self.frame.resize(size);
            self.damage = Damage::of(size.rect());
        }
        (&mut self.frame, &mut self.damage)
    }

    /// Its size; empty before the first.
    pub(super) fn size(&self) -> Size {
        self.frame.size()
    }

    /// A new picture of the pointer.
    pub(super) fn show_pointer(&mut self, shape: CursorShape) {
        self.cursor.shape = Some(Arc::new(shape));
    }

    /// Where the pointer is.
    pub(super) fn move_pointer(&mut self, at: Point) {
        if self.pointer != Some(at) {
            self.pointer = Some(at);
            self.cursor.at = Some(at);
        }
    }

    /// Where the pointer was seen last.
    pub(super) fn pointer(&self) -> Option<Point> {
        self.pointer
    }

    /// What changed of the pointer since the last call.
    pub(super) fn take_cursor(&mut self) -> CursorChange {
        std::mem::take(&mut self.cursor)
    }

    /// Brings `frame` up to date, and tells what changed since the last call; all of it when `frame` has another size, or `whole`
    /// is said.
    pub(super) fn copy_to(&mut self, frame: &mut Framebuffer, whole: bool) -> Damage {
        let mut damage = std::mem::take(&mut self.damage);
        if whole || frame.size() != self.frame.size() {
            frame.resize(self.frame.size());
            damage = Damage::of(self.frame.size().rect());
        }
        for rect in damage.rects() {
            for y in rect.y..rect.bottom() {
                let row = self.frame.row(*rect, y);
                frame.row_mut(*rect, y).copy_from_slice(row);
            }
        }
        damage
    }
}
