//! The pointer: where it is, and how it looks. Nothing tells of either, so both are looked at, the picture less often.
#![allow(unsafe_code)]

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use objc2::rc::{Retained, autoreleasepool};
use objc2_app_kit::NSCursor;
use objc2_core_foundation::{CGPoint, CGRect, CGSize};
use objc2_core_graphics::{
    CGBitmapContextCreate, CGColorSpace, CGContext, CGImageAlphaInfo, CGImageByteOrderInfo,
    kCGColorSpaceSRGB,
};

use super::{display::pointer, places::Screen};
use crate::{
    desktop::CursorChange,
    screen::{CursorShape, MAX_CURSOR_SIDE, Point, Size},
};

/// How often its picture is looked at while it does not move.
const PICTURE_PACE: Duration = Duration::from_millis(100);

/// The pointer as it was last told.
#[derive(Default)]
pub(super) struct Cursor {
    shape: Option<Arc<CursorShape>>,
    at: Option<Point>,
    looked: Option<Instant>,
    /// What was not told yet.
    change: CursorChange,
}

impl Cursor {
    /// Looks at it; says whether something is to be told.
    pub(super) fn look(&mut self, screen: Screen) -> bool {
        let at = pointer().map(|spot| screen.pixel_at(spot));
        let moved = at.is_some() && at != self.at;
        if moved {
            self.at = at;
            self.change.at = at;
        }
        let is_due = self
            .looked
            .is_none_or(|looked| looked.elapsed() >= PICTURE_PACE);
        if is_due {
            self.looked = Some(Instant::now());
            self.look_at_picture(screen);
        }
        self.change != CursorChange::default()
    }

    /// What changed since the last call.
    pub(super) fn take(&mut self) -> CursorChange {
        std::mem::take(&mut self.change)
    }

    fn look_at_picture(&mut self, screen: Screen) {
        // A macOS that tells no more of other programs' pointers leaves the arrow that was.
        if let Some(shape) = autoreleasepool(|_| shape(screen.scale()))
            && self.shape.as_deref() != Some(&shape)
        {
            let shape = Arc::new(shape);
            self.shape = Some(Arc::clone(&shape));
            self.change.shape = Some(shape);
        }
    }
}

/// The pointer's picture at so many pixels to a point.
fn shape(scale: f64) -> Option<CursorShape> {
    // Deprecated with macOS 15 in favour of a pointer that is part of the picture; where it answers no more, so do we.
    #[allow(deprecated)]
    let cursor: Retained<NSCursor> = NSCursor::currentSystemCursor()?;
    let image = cursor.image();
    let (size, hot_spot) = (image.size(), cursor.hotSpot());
    let side = |points: f64| ((points * scale).round() as u32).clamp(1, MAX_CURSOR_SIDE);
    let (width, height) = (side(size.width), side(size.height));
    let whole = CGSize::new(f64::from(width), f64::from(height));
    let mut wanted = CGRect::new(CGPoint::ZERO, whole);
    // SAFETY: it reads and writes a rectangle of ours, and there are no hints.
    let image = unsafe { image.CGImageForProposedRect_context_hints(&mut wanted, None, None)? };
    let mut pixels = vec![0_u32; (width * height) as usize];
    // Premultiplied, and as bytes blue first: on every Mac a number of the form 0xAARRGGBB.
    let format = CGImageAlphaInfo::PremultipliedFirst.0 | CGImageByteOrderInfo::Order32Little.0;
    // SAFETY: the system's constant is there as long as the program.
    let colours = CGColorSpace::with_name(Some(unsafe { kCGColorSpaceSRGB }));
    // SAFETY: the pixels have room for as many rows of as many bytes as it is told, and outlive the context, which is dropped below.
    let context = unsafe {
        CGBitmapContextCreate(
            pixels.as_mut_ptr().cast(),
            width as usize,
            height as usize,
            8,
            width as usize * size_of::<u32>(),
            colours.as_deref(),
            format,
        )?
    };
    let whole = CGRect::new(CGPoint::ZERO, whole);
    CGContext::draw_image(Some(&context), whole, Some(&image));
    drop(context);
    let hot_spot = Point::new(
        (hot_spot.x * scale).round() as i32,
        (hot_spot.y * scale).round() as i32,
    );
    CursorShape::new(Size::new(width, height), hot_spot, pixels).ok()
}
