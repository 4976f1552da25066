//! Which of Windows' keys (`VK_*`) stand for which keysyms.

use windows_sys::Win32::UI::Input::KeyboardAndMouse as keys;
use xkeysym::key;

use crate::input::Keysym;

/// The key for something else than a sign; the keypad's signs too.
pub(super) fn key_of(keysym: Keysym) -> Option<u8> {
    let key = match keysym.0 {
        sym @ key::F1..=key::F24 => keys::VK_F1 + (sym - key::F1) as u16,
        sym @ key::KP_0..=key::KP_9 => keys::VK_NUMPAD0 + (sym - key::KP_0) as u16,
        key::KP_Add => keys::VK_ADD,
        key::KP_Subtract => keys::VK_SUBTRACT,
        key::KP_Multiply => keys::VK_MULTIPLY,
        key::KP_Divide => keys::VK_DIVIDE,
        key::KP_Decimal | key::KP_Separator => keys::VK_DECIMAL,
        key::BackSpace => keys::VK_BACK,
        key::Tab | key::ISO_Left_Tab => keys::VK_TAB,
        key::Return | key::KP_Enter => keys::VK_RETURN,
        key::Escape => keys::VK_ESCAPE,
        key::Delete | key::KP_Delete => keys::VK_DELETE,
        key::Insert | key::KP_Insert => keys::VK_INSERT,
        key::Home | key::KP_Home => keys::VK_HOME,
        key::End | key::KP_End => keys::VK_END,
        key::Page_Up | key::KP_Page_Up => keys::VK_PRIOR,
        key::Page_Down | key::KP_Page_Down => keys::VK_NEXT,
        key::Left | key::KP_Left => keys::VK_LEFT,
        key::Right | key::KP_Right => keys::VK_RIGHT,
        key::Up | key::KP_Up => keys::VK_UP,
        key::Down | key::KP_Down => keys::VK_DOWN,
        key::Clear | key::KP_Begin => keys::VK_CLEAR,
        key::Menu => keys::VK_APPS,
        key::Print | key::Sys_Req => keys::VK_SNAPSHOT,
        key::Pause | key::Break => keys::VK_PAUSE,
        key::Caps_Lock => keys::VK_CAPITAL,
        key::Num_Lock => keys::VK_NUMLOCK,
        key::Scroll_Lock => keys::VK_SCROLL,
        key::Shift_L => keys::VK_LSHIFT,
        key::Shift_R => keys::VK_RSHIFT,
        key::Control_L => keys::VK_LCONTROL,
        key::Control_R => keys::VK_RCONTROL,
        key::Alt_L | key::Meta_L => keys::VK_LMENU,
        key::Alt_R | key::Meta_R => keys::VK_RMENU,
        key::Super_L => keys::VK_LWIN,
        key::Super_R => keys::VK_RWIN,
        _ => return None,
    };
    u8::try_from(key).ok()
}

/// Whether a key is one of those that keyboards of 1987 had added: they have the old keys' numbers, and a mark.
pub(super) fn is_extended(key: u8) -> bool {
    matches!(
        u16::from(key),
        keys::VK_PRIOR
            ..=keys::VK_DOWN
                | keys::VK_SNAPSHOT
                | keys::VK_INSERT
                | keys::VK_DELETE
                | keys::VK_LWIN
                | keys::VK_RWIN
                | keys::VK_APPS
                | keys::VK_DIVIDE
                | keys::VK_NUMLOCK
                | keys::VK_RCONTROL
                | keys::VK_RMENU
    )
}

/// Whether a key makes shortcuts of others.
pub(super) fn is_for_shortcuts(key: u8) -> bool {
    matches!(
        u16::from(key),
        keys::VK_LCONTROL
            | keys::VK_RCONTROL
            | keys::VK_LMENU
            | keys::VK_RMENU
            | keys::VK_LWIN
            | keys::VK_RWIN
    )
}

/// Whether a key only changes what others do.
pub(super) fn is_modifier(key: u8) -> bool {
    is_for_shortcuts(key)
        || matches!(
            u16::from(key),
            keys::VK_LSHIFT
                | keys::VK_RSHIFT
                | keys::VK_CAPITAL
                | keys::VK_NUMLOCK
                | keys::VK_SCROLL
        )
}

/// Whether a sign is an accent that many layouts put on a key which waits for the letter below it.
pub(super) fn may_wait_for_letter(sign: char) -> bool {
    matches!(
        sign,
        '^' | '`' | '\'' | '"' | '~' | '´' | '¨' | '°' | '¸' | '˛' | 'ˇ' | '˘' | '˙' | '˝'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_are_no_signs_have_one_of_their_own() {
        assert_eq!(key_of(Keysym::ESCAPE), Some(0x1b));
        assert_eq!(key_of(Keysym(key::F12)), Some(0x7b));
        assert_eq!(key_of(Keysym(key::KP_7)), Some(0x67));
        assert_eq!(key_of(Keysym(0x61)), None, "a sign");
        assert_eq!(key_of(Keysym::NONE), None);
        assert!(is_extended(0x25) && !is_extended(0x24 - 0x04), "arrows");
        assert!(is_modifier(0xa0) && !is_for_shortcuts(0xa0), "Shift");
        assert!(is_for_shortcuts(0xa2), "Control");
    }
}
