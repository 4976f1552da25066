//! The stand-in for tests: a pane that remembers what it was told to show, and over which a script moves the mouse.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{NativeWindow, Pane, PaneEvent, PanePlace, PaneSink};
use crate::{
    desktop::DesktopError,
    screen::{CursorShape, Damage, Framebuffer, Point, Rect, Size},
};

/// What a stand-in pane was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownPane {
    /// The window that it is in.
    pub window: NativeWindow,
    /// Where it is, and whether it is.
    pub place: Option<PanePlace>,
    /// The remote screen as it would show it: only what was said to have changed comes in.
    pub frame: Framebuffer,
    /// The remote pointer.
    pub cursor: (Option<Arc<CursorShape>>, Option<Point>),
    /// Whether its own pointer is to be the remote one.
    pub controlling: bool,
}

/// The panes of a stand-in desktop: none, until they are allowed; one at a time.
#[derive(Clone, Default)]
pub(in crate::desktop) struct FakePanes(Arc<Mutex<Panes>>);

#[derive(Default)]
struct Panes {
    allowed: bool,
    lost: bool,
    open: Option<(ShownPane, PaneSink)>,
}

impl FakePanes {
    pub(in crate::desktop) fn allow(&self) {
        self.lock().allowed = true;
    }

    /// From now on the open pane cannot be placed.
    pub(in crate::desktop) fn lose(&self) {
        self.lock().lost = true;
    }

    pub(in crate::desktop) fn shown(&self) -> Option<ShownPane> {
        self.lock().open.as_ref().map(|(shown, _)| shown.clone())
    }

    pub(in crate::desktop) fn simulate(&self, event: PaneEvent) {
        let sink = self.lock().open.as_ref().map(|(_, sink)| sink.clone());
        if let Some(sink) = sink {
            sink(event);
        }
    }

    pub(in crate::desktop) fn open(
        &self,
        window: NativeWindow,
        sink: PaneSink,
    ) -> Result<Box<dyn Pane>, DesktopError> {
        let mut panes = self.lock();
        if !panes.allowed {
            return Err(DesktopError::Unsupported("no panes".into()));
        }
        let shown = ShownPane {
            window,
            place: None,
            frame: Framebuffer::new(Size::default()),
            cursor: (None, None),
            controlling: false,
        };
        panes.open = Some((shown, sink));
        drop(panes);
        Ok(Box::new(FakePane(self.clone())))
    }

    fn lock(&self) -> MutexGuard<'_, Panes> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct FakePane(FakePanes);

impl FakePane {
    fn change(&self, change: impl FnOnce(&mut ShownPane)) {
        if let Some((shown, _)) = &mut self.0.lock().open {
            change(shown);
        }
    }
}

impl Pane for FakePane {
    fn place(&mut self, place: Option<PanePlace>, frame: &Framebuffer) -> Result<(), DesktopError> {
        if self.0.lock().lost {
            return Err(DesktopError::Refused("the window is gone".into()));
        }
        self.change(|shown| {
            shown.place = place;
            shown.frame.clone_from(frame);
        });
        Ok(())
    }

    fn paint(&mut self, frame: &Framebuffer, damage: &Damage) {
        self.change(|shown| {
            if shown.place.is_none() {
                return;
            }
            if shown.frame.size() != frame.size() {
                shown.frame.clone_from(frame);
            }
            for rect in damage.rects() {
                for y in rect.y..rect.bottom() {
                    let row = Rect::new(rect.x, y, rect.width, 1);
                    shown
                        .frame
                        .row_mut(row, y)
                        .copy_from_slice(frame.row(row, y));
                }
            }
        });
    }

    fn set_cursor(
        &mut self,
        shape: Option<Arc<CursorShape>>,
        at: Option<Point>,
        controlling: bool,
    ) {
        self.change(|shown| {
            shown.cursor = (shape, at);
            shown.controlling = controlling;
        });
    }
}

impl Drop for FakePane {
    fn drop(&mut self) {
        self.0.lock().open = None;
    }
}
