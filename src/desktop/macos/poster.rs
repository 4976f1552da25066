//! Makes events of mouse and keyboard that bear our mark, and posts them.
#![allow(unsafe_code)]

use objc2_core_foundation::{CFRetained, CGPoint};
use objc2_core_graphics::{
    CGEvent, CGEventField, CGEventFilterMask, CGEventFlags, CGEventSource, CGEventSourceStateID,
    CGEventSuppressionState, CGEventTapLocation, CGEventType, CGMouseButton, CGScrollEventUnit,
};

use super::{keys::Press, places::Spot};
use crate::{desktop::DesktopError, input::PointerButton};

/// Posts events.
pub(super) struct Poster {
    source: CFRetained<CGEventSource>,
    mark: i64,
}

// SAFETY: an event source belongs to no thread; ours is used by one at a time.
unsafe impl Send for Poster {}

impl Poster {
    /// Whose events bear this mark. They are mixed with nothing that the novice holds, and keep the novice from nothing: by itself
    /// macOS passes over real keys for a while after an event that a program made.
    pub(super) fn new(mark: i64) -> Result<Self, DesktopError> {
        let source = CGEventSource::new(CGEventSourceStateID::Private).ok_or_else(refused)?;
        let all = CGEventFilterMask::all();
        for state in [
            CGEventSuppressionState::EventSuppressionStateSuppressionInterval,
            CGEventSuppressionState::EventSuppressionStateRemoteMouseDrag,
        ] {
            let source = Some(&*source);
            CGEventSource::set_local_events_filter_during_suppression_state(source, all, state);
        }
        CGEventSource::set_local_events_suppression_interval(Some(&source), 0.0);
        Ok(Self { source, mark })
    }

    /// A key goes down or up; `repeats` where it was down already.
    pub(super) fn key(&self, press: Press, down: bool, repeats: bool) -> Result<(), DesktopError> {
        let event = CGEvent::new_keyboard_event(Some(&self.source), press.keycode, down);
        let event = event.ok_or_else(refused)?;
        if let Some(sign) = press.sign {
            let mut units = [0; 2];
            let units = sign.encode_utf16(&mut units);
            // SAFETY: it reads as many units as it is told.
            unsafe {
                CGEvent::keyboard_set_unicode_string(
                    Some(&event),
                    units.len() as _,
                    units.as_ptr(),
                );
            }
        }
        if repeats {
            let field = CGEventField::KeyboardEventAutorepeat;
            CGEvent::set_integer_value_field(Some(&event), field, 1);
        }
        self.post(&event, press.flags);
        Ok(())
    }

    /// A button goes down or up; `count` is how manieth click in a row it is.
    pub(super) fn button(
        &self,
        button: PointerButton,
        down: bool,
        at: Spot,
        count: i64,
        flags: u64,
    ) -> Result<(), DesktopError> {
        let kind = match (button, down) {
            (PointerButton::Left, true) => CGEventType::LeftMouseDown,
            (PointerButton::Left, false) => CGEventType::LeftMouseUp,
            (PointerButton::Right, true) => CGEventType::RightMouseDown,
            (PointerButton::Right, false) => CGEventType::RightMouseUp,
            (_, true) => CGEventType::OtherMouseDown,
            (_, false) => CGEventType::OtherMouseUp,
        };
        let event = self.mouse(kind, at, number(button))?;
        let field = CGEventField::MouseEventClickState;
        CGEvent::set_integer_value_field(Some(&event), field, count);
        self.post(&event, flags);
        Ok(())
    }

    /// The pointer moves from one place to another; `dragging` where a button is down.
    pub(super) fn motion(
        &self,
        from: Spot,
        at: Spot,
        dragging: Option<PointerButton>,
        flags: u64,
    ) -> Result<(), DesktopError> {
        let kind = match dragging {
            None => CGEventType::MouseMoved,
            Some(PointerButton::Left) => CGEventType::LeftMouseDragged,
            Some(PointerButton::Right) => CGEventType::RightMouseDragged,
            Some(_) => CGEventType::OtherMouseDragged,
        };
        let button = dragging.map_or(CGMouseButton::Left, number);
        let event = self.mouse(kind, at, button)?;
        // What turns by how far the mouse moved, as views in three dimensions do, looks at nothing else.
        for (field, way) in [
            (CGEventField::MouseEventDeltaX, at.x - from.x),
            (CGEventField::MouseEventDeltaY, at.y - from.y),
        ] {
            CGEvent::set_integer_value_field(Some(&event), field, way.round() as i64);
        }
        self.post(&event, flags);
        Ok(())
    }

    /// The wheel turns by so many notches.
    pub(super) fn wheel(
        &self,
        at: Spot,
        right: i32,
        down: i32,
        flags: u64,
    ) -> Result<(), DesktopError> {
        let line = CGScrollEventUnit::Line;
        let event = CGEvent::new_scroll_wheel_event2(Some(&self.source), line, 2, -down, -right, 0);
        let event = event.ok_or_else(refused)?;
        // Else it would be where the pointer was when this was made, and what was sent before may not be done yet.
        CGEvent::set_location(Some(&event), CGPoint::new(at.x, at.y));
        self.post(&event, flags);
        Ok(())
    }

    fn mouse(
        &self,
        kind: CGEventType,
        at: Spot,
        button: CGMouseButton,
    ) -> Result<CFRetained<CGEvent>, DesktopError> {
        let at = CGPoint::new(at.x, at.y);
        CGEvent::new_mouse_event(Some(&self.source), kind, at, button).ok_or_else(refused)
    }

    fn post(&self, event: &CGEvent, flags: u64) {
        let event = Some(event);
        CGEvent::set_integer_value_field(event, CGEventField::EventSourceUserData, self.mark);
        CGEvent::set_flags(event, CGEventFlags(flags));
        CGEvent::post(CGEventTapLocation::HIDEventTap, event);
    }
}

fn number(button: PointerButton) -> CGMouseButton {
    match button {
        PointerButton::Left => CGMouseButton::Left,
        PointerButton::Right => CGMouseButton::Right,
        PointerButton::Middle => CGMouseButton::Center,
        PointerButton::Back => CGMouseButton(3),
        PointerButton::Forward => CGMouseButton(4),
    }
}

fn refused() -> DesktopError {
    DesktopError::Refused("macOS made no event of mouse or keyboard".into())
}
