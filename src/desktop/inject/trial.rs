//! Whether the pointer goes where it is sent.

use std::{
    thread,
    time::{Duration, Instant},
};

use crate::{
    desktop::{DesktopError, monitor::Monitor},
    screen::Point,
};

/// How far it is sent, in pixels: enough to be told from a trembling hand, and in nobody's way.
const STEP: i32 = 4;
/// So long it may take to get there.
const ARRIVES_WITHIN: Duration = Duration::from_millis(500);
/// How often to look.
const LOOK_EVERY: Duration = Duration::from_millis(5);
/// The user's own hand may move the mouse meanwhile; so it is tried so often.
const TRIES: u32 = 3;

/// Sends the pointer a few pixels to the side and back. `pointer` says where it is.
pub(super) fn try_pointer(
    monitor: Monitor,
    pointer: impl Fn() -> Result<Point, DesktopError>,
    mut move_to: impl FnMut(Point) -> Result<(), DesktopError>,
) -> Result<bool, DesktopError> {
    for _ in 0..TRIES {
        let from = pointer()?;
        let to = beside(from, monitor);
        move_to(to)?;
        let went = arrives(&pointer, to)?;
        move_to(from)?;
        if went && arrives(&pointer, from)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// To the right, but at the monitor's right side to the left.
fn beside(at: Point, monitor: Monitor) -> Point {
    let right = Point::new(at.x + STEP, at.y);
    match right.x < monitor.rect.right() as i32 {
        true => right,
        false => Point::new(at.x - STEP, at.y),
    }
}

fn arrives(
    pointer: impl Fn() -> Result<Point, DesktopError>,
    at: Point,
) -> Result<bool, DesktopError> {
    let give_up = Instant::now() + ARRIVES_WITHIN;
    while pointer()? != at {
        if Instant::now() >= give_up {
            return Ok(false);
        }
        thread::sleep(LOOK_EVERY);
    }
    Ok(true)
}
