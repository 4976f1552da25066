//! An X server's pointer: XFixes tells of a new picture, XInput 2 of movement; nothing is asked while it rests.

use std::sync::Arc;

use x11rb::{
    connection::RequestConnection,
    errors::{ConnectionError, ReplyError},
    protocol::{
        Event,
        xfixes::{self, ConnectionExt as _},
        xinput::{self, ConnectionExt as _},
        xproto::ConnectionExt as _,
    },
};

use crate::{
    desktop::{CursorChange, monitor::Monitor, x11::Display},
    screen::{CursorShape, MAX_CURSOR_SIDE, Point, Size},
};

/// The pointer as it was last told.
pub(super) struct X11Cursor {
    shape: Option<Arc<CursorShape>>,
    at: Option<Point>,
    shape_is_stale: bool,
    place_is_stale: bool,
    /// Something came in since [`X11Cursor::take_news`].
    news: bool,
}

impl X11Cursor {
    /// Asks for an event whenever the pointer changes or moves.
    pub(super) fn watch(display: &Display) -> Result<Self, ReplyError> {
        let conn = &display.conn;
        conn.xfixes_select_cursor_input(display.root, xfixes::CursorNotifyMask::DISPLAY_CURSOR)?;
        if conn
            .extension_information(xinput::X11_EXTENSION_NAME)?
            .is_some()
        {
            conn.xinput_xi_query_version(2, 2)?.reply()?;
            let moves = xinput::XIEventMask::RAW_MOTION
                | xinput::XIEventMask::RAW_TOUCH_BEGIN
                | xinput::XIEventMask::RAW_TOUCH_UPDATE;
            let masters = xinput::EventMask {
                deviceid: xinput::Device::ALL_MASTER.into(),
                mask: vec![moves],
            };
            conn.xinput_xi_select_events(display.root, &[masters])?;
        }
        Ok(Self {
            shape: None,
            at: None,
            shape_is_stale: true,
            place_is_stale: true,
            news: true,
        })
    }

    /// Looks at an event.
    pub(super) fn note(&mut self, event: &Event) {
        match event {
            Event::XfixesCursorNotify(_) => self.shape_is_stale = true,
            Event::XinputRawMotion(_)
            | Event::XinputRawTouchBegin(_)
            | Event::XinputRawTouchUpdate(_) => self.place_is_stale = true,
            _ => return,
        }
        self.news = true;
    }

    /// The pointer may have been moved by a program, which no event tells.
    pub(super) fn place_is_stale(&mut self) {
        self.place_is_stale = true;
    }

    /// Whether an event came since the last call.
    pub(super) fn take_news(&mut self) -> bool {
        std::mem::take(&mut self.news)
    }

    /// What changed since the last call.
    pub(super) fn change(&mut self, display: &Display, monitor: Monitor) -> CursorChange {
        self.news = false;
        let mut change = CursorChange::default();
        // What fails here fails at the next grab as well, and is told there.
        if std::mem::take(&mut self.shape_is_stale)
            && let Ok((shape, at)) = ask_shape(display, monitor)
        {
            self.place_is_stale = false;
            self.tell_place(at, &mut change);
            if self.shape.as_deref() != Some(&shape) {
                let shape = Arc::new(shape);
                self.shape = Some(Arc::clone(&shape));
                change.shape = Some(shape);
            }
        }
        if std::mem::take(&mut self.place_is_stale)
            && let Ok(at) = ask_place(display, monitor)
        {
            self.tell_place(at, &mut change);
        }
        change
    }

    fn tell_place(&mut self, at: Point, change: &mut CursorChange) {
        if self.at != Some(at) {
            self.at = Some(at);
            change.at = Some(at);
        }
    }
}

fn ask_place(display: &Display, monitor: Monitor) -> Result<Point, ReplyError> {
    let pointer = display.conn.query_pointer(display.root)?.reply()?;
    Ok(monitor.place_of(Point::new(pointer.root_x.into(), pointer.root_y.into())))
}

fn ask_shape(display: &Display, monitor: Monitor) -> Result<(CursorShape, Point), ReplyError> {
    let image = display.conn.xfixes_get_cursor_image()?.reply()?;
    let at = monitor.place_of(Point::new(image.x.into(), image.y.into()));
    let size = Size::new(image.width.into(), image.height.into());
    let hot_spot = Point::new(image.xhot.into(), image.yhot.into());
    let shape = shape(size, hot_spot, image.cursor_image);
    let shape = shape.ok_or(ConnectionError::ParseError(
        x11rb::errors::ParseError::InvalidValue,
    ))?;
    Ok((shape, at))
}

/// The picture as Hulp has it: an empty one becomes a clear pixel, too large a one loses what is beyond the limit.
fn shape(size: Size, hot_spot: Point, pixels: Vec<u32>) -> Option<CursorShape> {
    if size.pixels() == 0 {
        return CursorShape::new(Size::new(1, 1), Point::default(), vec![0]).ok();
    }
    let kept = Size::new(
        size.width.min(MAX_CURSOR_SIDE),
        size.height.min(MAX_CURSOR_SIDE),
    );
    if kept == size {
        return CursorShape::new(size, hot_spot, pixels).ok();
    }
    let rows = pixels
        .chunks(size.width as usize)
        .take(kept.height as usize);
    let cut = rows.flat_map(|row| row.iter().take(kept.width as usize));
    CursorShape::new(kept, hot_spot, cut.copied().collect()).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn odd_pictures_become_possible_ones() {
        let hidden = shape(Size::new(0, 0), Point::new(3, 3), vec![]).unwrap();
        assert_eq!(
            (hidden.size(), hidden.pixels()),
            (Size::new(1, 1), &[0][..])
        );

        let (wide, high) = (MAX_CURSOR_SIDE + 7, 3);
        let pixels: Vec<u32> = (0..wide * high).collect();
        let cut = shape(Size::new(wide, high), Point::new(1, 1), pixels).unwrap();
        assert_eq!(cut.size(), Size::new(MAX_CURSOR_SIDE, high));
        assert_eq!(cut.pixels()[MAX_CURSOR_SIDE as usize], wide);

        assert_eq!(shape(Size::new(2, 2), Point::default(), vec![0; 3]), None);
    }
}
