//! What the window itself makes of keys, whatever page it shows.

use egui::{Context, Event, ImeEvent, Key, RawInput, ViewportCommand};

use crate::engine::{ControlView, NoviceSessionView, StopKey};

/// Escape and Ctrl+C, pressed in this window while the helper has control.
pub fn stop_keys(session: &NoviceSessionView, raw: &RawInput) -> Vec<StopKey> {
    if !matches!(session.control, ControlView::Granted { .. }) {
        return vec![];
    }
    (raw.events.iter())
        .filter_map(|event| match event {
            Event::Key {
                key: Key::Escape,
                pressed: true,
                ..
            } => Some(StopKey::Escape),
            Event::Key {
                key: Key::C,
                pressed: true,
                modifiers,
                ..
            } if modifiers.ctrl => Some(StopKey::CtrlC),
            _ => None,
        })
        .collect()
}

/// Whether an input method has written something, be it for now, or struck something out.
pub fn is_written(raw: &RawInput) -> bool {
    (raw.events.iter()).any(|event| match event {
        Event::Ime(ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text)) => !text.is_empty(),
        Event::Ime(ImeEvent::DeleteSurrounding { .. }) => true,
        _ => false,
    })
}

/// Takes out whatever was pressed, and says whether there was anything; what comes up stays.
pub fn leave_out_presses(raw: &mut RawInput) -> bool {
    let before = raw.events.len();
    raw.events.retain(|event| {
        !matches!(
            event,
            Event::Key { pressed: true, .. }
                | Event::PointerButton { pressed: true, .. }
                | Event::Text(_)
                | Event::Ime(_)
                | Event::Copy
                | Event::Cut
                | Event::Paste(_)
        )
    });
    raw.events.len() < before
}

/// Makes copy, cut and paste of their keys, which egui tells as they are, so that Ctrl+C can stop control.
pub fn make_clipboard_events(ctx: &Context, raw: &mut RawInput) {
    for event in &mut raw.events {
        let Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } = *event
        else {
            continue;
        };
        let (command, shift) = (modifiers.command, modifiers.shift);
        match key {
            Key::C if command => *event = Event::Copy,
            Key::Insert if command => *event = Event::Copy,
            Key::X if command => *event = Event::Cut,
            Key::Delete if shift => *event = Event::Cut,
            Key::V if command => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Key::Insert if shift => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            _ => {}
        }
    }
}
