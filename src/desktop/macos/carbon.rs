//! What only Carbon has, and no crate: the keyboard's layout, and whether somebody keeps what is typed from everybody else.
#![allow(unsafe_code)]

use std::{ffi::c_ulong, ptr::NonNull};

use objc2_core_foundation::{CFData, CFRetained, CFString, CFType};

use super::keys::{Layout, OPTION, SHIFT};

/// `kUCKeyActionDown`: as when the key goes down, so that accents which wait for a letter show.
const KEY_DOWN: u16 = 0;
/// The modifiers of `UCKeyTranslate`.
const SHIFT_DOWN: u32 = 0x02;
const OPTION_DOWN: u32 = 0x08;
/// The most UTF-16 units that a key types.
const MAX_UNITS: usize = 4;

#[link(name = "Carbon", kind = "framework")]
unsafe extern "C" {
    static kTISPropertyUnicodeKeyLayoutData: &'static CFString;

    fn TISCopyCurrentKeyboardLayoutInputSource() -> Option<NonNull<CFType>>;
    fn TISGetInputSourceProperty(source: &CFType, key: &CFString) -> Option<NonNull<CFData>>;
    safe fn LMGetKbdType() -> u8;
    safe fn IsSecureEventInputEnabled() -> u8;
    fn UCKeyTranslate(
        layout: *const u8,
        keycode: u16,
        action: u16,
        modifiers: u32,
        keyboard: u32,
        options: u32,
        dead_keys: *mut u32,
        most: c_ulong,
        length: *mut c_ulong,
        units: *mut u16,
    ) -> i32;
}

/// Whether a program keeps what is typed for itself, as the field for a password does: then no event tap hears a key.
pub(super) fn keys_are_kept() -> bool {
    IsSecureEventInputEnabled() != 0
}

/// The keyboard's layout as it is now; nothing where the system tells none. For the main thread alone: on another macOS ends the
/// program.
pub(super) fn layout() -> Option<Layout> {
    // SAFETY: this is the main thread; what is copied is ours to release.
    let source = unsafe { CFRetained::from_raw(TISCopyCurrentKeyboardLayoutInputSource()?) };
    // SAFETY: source and key are what the function asks for; its answer belongs to the source, and is retained.
    let data = unsafe {
        let data = TISGetInputSourceProperty(&source, kTISPropertyUnicodeKeyLayoutData)?;
        CFRetained::retain(data)
    };
    let keyboard = u32::from(LMGetKbdType());
    Some(Layout::read(|keycode, flags| {
        sign(&data, keyboard, keycode, flags)
    }))
}

/// The one sign that a key types at a level; none where it is an accent that waits for a letter, or several.
fn sign(layout: &CFData, keyboard: u32, keycode: u16, flags: u64) -> Option<char> {
    let mut modifiers = 0;
    if flags & SHIFT != 0 {
        modifiers |= SHIFT_DOWN;
    }
    if flags & OPTION != 0 {
        modifiers |= OPTION_DOWN;
    }
    let (mut dead_keys, mut length, mut units) = (0, 0, [0; MAX_UNITS]);
    // SAFETY: the layout is the system's own and outlives the call, which writes no more units than it is told that there is
    // room for.
    let status = unsafe {
        UCKeyTranslate(
            layout.byte_ptr(),
            keycode,
            KEY_DOWN,
            modifiers,
            keyboard,
            0,
            &mut dead_keys,
            MAX_UNITS as c_ulong,
            &mut length,
            units.as_mut_ptr(),
        )
    };
    if status != 0 || dead_keys != 0 {
        return None;
    }
    let length = usize::try_from(length).ok()?;
    let mut signs = char::decode_utf16(units.get(..length)?.iter().copied());
    let sign = signs.next()?.ok()?;
    signs.next().is_none().then_some(sign)
}
