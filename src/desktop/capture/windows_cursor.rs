//! Windows' pointer: its place is asked for, and its picture when it has another one.
#![allow(unsafe_code)]

use std::{mem, ptr, sync::Arc};

use windows_sys::Win32::{
    Graphics::Gdi::{
        BI_RGB, BITMAP, BITMAPINFO, DIB_RGB_COLORS, DeleteObject, GetDC, GetDIBits, GetObjectW,
        HBITMAP, ReleaseDC,
    },
    UI::WindowsAndMessaging::{
        CURSOR_SHOWING, CURSORINFO, GetCursorInfo, GetIconInfo, HCURSOR, ICONINFO,
    },
};

use super::cursor_masks::{Picture, shape};
use crate::{
    desktop::{CursorChange, monitor::Monitor},
    screen::{CursorShape, Point, Size},
};

/// The pointer as it was last told.
#[derive(Default)]
pub(super) struct WindowsCursor {
    /// The picture's own number; none while it is hidden or was never told.
    told: Option<usize>,
    shape: Option<Arc<CursorShape>>,
    at: Option<Point>,
}

impl WindowsCursor {
    /// What changed since the last call.
    pub(super) fn change(&mut self, monitor: Monitor) -> CursorChange {
        let mut change = CursorChange::default();
        // Where another desktop is in front, that of log-in, there is nothing to ask.
        let Some((picture, at)) = look() else {
            return change;
        };
        let at = monitor.place_of(at);
        if self.at != Some(at) {
            self.at = Some(at);
            change.at = Some(at);
        }
        if self.told != Some(picture as usize) {
            self.told = Some(picture as usize);
            // Without a picture of its own it is better seen as it was.
            if let Some(shape) = shape_of(picture).map(Arc::new)
                && self.shape.as_ref() != Some(&shape)
            {
                self.shape = Some(shape.clone());
                change.shape = Some(shape);
            }
        }
        change
    }
}

/// The picture, null while the pointer is hidden, and the place on the desktop.
fn look() -> Option<(HCURSOR, Point)> {
    // SAFETY: a plain structure of numbers and a handle that says its own size, and outlives the call.
    let info = unsafe {
        let mut info: CURSORINFO = mem::zeroed();
        info.cbSize = size_of::<CURSORINFO>() as u32;
        (GetCursorInfo(&mut info) != 0).then_some(info)?
    };
    let picture = match info.flags & CURSOR_SHOWING {
        0 => ptr::null_mut(),
        _ => info.hCursor,
    };
    Some((picture, Point::new(info.ptScreenPos.x, info.ptScreenPos.y)))
}

fn shape_of(picture: HCURSOR) -> Option<CursorShape> {
    if picture.is_null() {
        return CursorShape::new(Size::new(1, 1), Point::default(), vec![0]).ok();
    }
    // SAFETY: a plain structure of numbers and handles, which outlives the call; a picture that is gone is refused.
    let info = unsafe {
        let mut info: ICONINFO = mem::zeroed();
        (GetIconInfo(picture, &mut info) != 0).then_some(info)?
    };
    // They are ours from here on.
    let (masks, colours) = (Bitmap(info.hbmMask), Bitmap(info.hbmColor));
    let (size, masks) = masks.pixels()?;
    let picture = match colours.pixels() {
        Some((size, colours)) => Picture {
            size,
            masks,
            colours: Some(colours),
        },
        // Two masks, one above the other.
        None => Picture {
            size: Size::new(size.width, size.height / 2),
            masks,
            colours: None,
        },
    };
    let hot_spot = Point::new(info.xHotspot as i32, info.yHotspot as i32);
    shape(picture, hot_spot)
}

/// The longest side of a picture that is looked at: what is larger is no pointer.
const MAX_SIDE: u32 = 1024;

struct Bitmap(HBITMAP);

impl Bitmap {
    /// Its size and pixels as `0xAARRGGBB`, row by row from the top.
    fn pixels(&self) -> Option<(Size, Vec<u32>)> {
        if self.0.is_null() {
            return None;
        }
        // SAFETY: a plain structure of numbers and a pointer, which outlives the call, of this size.
        let bitmap = unsafe {
            let mut bitmap: BITMAP = mem::zeroed();
            let length = size_of::<BITMAP>() as i32;
            let written = GetObjectW(self.0, length, (&raw mut bitmap).cast());
            (written == length).then_some(bitmap)?
        };
        let side = |length: i32| {
            let length = u32::try_from(length).ok()?;
            (1..=MAX_SIDE).contains(&length).then_some(length)
        };
        let size = Size::new(side(bitmap.bmWidth)?, side(bitmap.bmHeight)?);
        let mut pixels = vec![0_u32; size.pixels()];
        // SAFETY: a plain structure of numbers; `pixels` has room for so many rows of 32 bits each; the screen's canvas is given
        // back.
        let rows = unsafe {
            let mut info: BITMAPINFO = mem::zeroed();
            info.bmiHeader.biSize = size_of_val(&info.bmiHeader) as u32;
            info.bmiHeader.biWidth = bitmap.bmWidth;
            info.bmiHeader.biHeight = -bitmap.bmHeight; // from the top
            info.bmiHeader.biPlanes = 1;
            info.bmiHeader.biBitCount = 32;
            info.bmiHeader.biCompression = BI_RGB;
            let canvas = GetDC(ptr::null_mut());
            let rows = GetDIBits(
                canvas,
                self.0,
                0,
                size.height,
                pixels.as_mut_ptr().cast(),
                &mut info,
                DIB_RGB_COLORS,
            );
            ReleaseDC(ptr::null_mut(), canvas);
            rows
        };
        (rows == bitmap.bmHeight).then_some((size, pixels))
    }
}

impl Drop for Bitmap {
    fn drop(&mut self) {
        if !self.0.is_null() {
            // SAFETY: ours alone.
            unsafe { DeleteObject(self.0) };
        }
    }
}
