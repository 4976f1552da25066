//! The layouts of an X server's keyboards, and which of its devices are XTEST's.

use std::collections::BTreeMap;

use x11rb::{
    errors::ReplyError,
    protocol::{
        xinput::{ConnectionExt as _, Device, DeviceId, DeviceType, XIDeviceInfo},
        xkb::{self, ConnectionExt as _, DeviceSpec, GetMapReply, KeySymMap, KeyType, MapPart},
        xproto::{AtomEnum, ConnectionExt as _, Keycode},
    },
    rust_connection::RustConnection,
};

use super::{DesktopError, x11::Display};
use crate::input::{BeyondGroups, Key, KeyGroup, Keymap, Keysym, Modifiers};

/// The keyboard that programs see: what all keyboards together do (`XkbUseCoreKbd`).
pub(super) const CORE_KEYBOARD: DeviceSpec = 0x100;

/// The most groups of a key (`XkbNumKbdGroups`).
const MAX_GROUPS: u8 = 4;

/// Makes this connection one that knows of layouts.
pub(super) fn use_xkb(display: &Display) -> Result<(), DesktopError> {
    let xkb = display.conn.xkb_use_extension(1, 0)?.reply()?;
    if xkb.supported {
        Ok(())
    } else {
        Err(DesktopError::Unsupported(
            "the X server has no XKB 1.0".into(),
        ))
    }
}

/// The layout of a keyboard.
pub(super) fn keymap(conn: &RustConnection, device: DeviceSpec) -> Result<Keymap, ReplyError> {
    let parts = MapPart::KEY_TYPES | MapPart::KEY_SYMS | MapPart::KEY_ACTIONS;
    let none = MapPart::from(0_u16);
    let map = conn.xkb_get_map(
        device,
        parts,
        none,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0_u16.into(),
        0,
        0,
        0,
        0,
        0,
        0,
    )?;
    Ok(Keymap::new(keys(map.reply()?)))
}

/// The layout of a single key: the cheap way to know what was pressed. Only its level 0 is right.
pub(super) fn keymap_of(
    conn: &RustConnection,
    device: DeviceSpec,
    keycode: Keycode,
) -> Result<Keymap, ReplyError> {
    let parts = MapPart::KEY_SYMS | MapPart::KEY_ACTIONS;
    let none = MapPart::from(0_u16);
    let map = conn.xkb_get_map(
        device,
        none,
        parts,
        0,
        0,
        keycode,
        1,
        keycode,
        1,
        0,
        0,
        0_u16.into(),
        0,
        0,
        0,
        0,
        0,
        0,
    )?;
    Ok(Keymap::new(keys(map.reply()?)))
}

fn keys(map: GetMapReply) -> BTreeMap<u8, Key> {
    let types = map.map.types_rtrn.unwrap_or_default();
    let signs = map.map.syms_rtrn.unwrap_or_default();
    let actions = map.map.key_actions;
    let mut actions_of: BTreeMap<u8, &[xkb::Action]> = BTreeMap::new();
    if let Some(actions) = &actions {
        let mut rest = &actions.acts_rtrn_acts[..];
        for (keycode, count) in (map.first_key_action..=u8::MAX).zip(&actions.acts_rtrn_count) {
            let Some((own, others)) = rest.split_at_checked(usize::from(*count)) else {
                break;
            };
            actions_of.insert(keycode, own);
            rest = others;
        }
    }
    let keycodes = map.first_key_sym..=u8::MAX;
    keycodes
        .zip(&signs)
        .map(|(keycode, signs)| {
            let actions = actions_of.get(&keycode).copied().unwrap_or_default();
            (keycode, key(signs, &types, actions))
        })
        .collect()
}

fn key(signs: &KeySymMap, types: &[KeyType], actions: &[xkb::Action]) -> Key {
    let count = usize::from((signs.group_info & 0x0f).min(MAX_GROUPS));
    let width = usize::from(signs.width);
    let groups = (0..count).map(|group| {
        let from = group * width;
        let signs_here = signs.syms.iter().skip(from).take(width);
        let (chosen_by, levels) = types
            .get(usize::from(signs.kt_index[group]))
            .map_or((0, Vec::new()), levels);
        KeyGroup {
            signs: signs_here.map(|sign| Keysym(*sign)).collect(),
            chosen_by,
            levels,
            sets: actions.get(from).map_or(0, sets),
        }
    });
    // Bits 6 and 7 tell what groups beyond do, bits 4 and 5 which group to take (XKB protocol, 12.3.1).
    let beyond = match signs.group_info >> 6 {
        0 => BeyondGroups::Wrap,
        1 => BeyondGroups::Clamp,
        _ => BeyondGroups::Redirect(signs.group_info >> 4 & 3),
    };
    Key {
        groups: groups.collect(),
        beyond,
    }
}

fn levels(kind: &KeyType) -> (Modifiers, Vec<(Modifiers, usize)>) {
    let active = kind.map.iter().filter(|entry| entry.active);
    let levels = active.map(|entry| (u16::from(entry.mods_mask) as u8, usize::from(entry.level)));
    (u16::from(kind.mods_mask) as u8, levels.collect())
}

/// The modifiers that an action sets while its key is held.
fn sets(action: &xkb::Action) -> Modifiers {
    if action.as_noaction().type_ == xkb::SAType::SET_MODS {
        u16::from(action.as_setmods().mask) as u8
    } else {
        0
    }
}

/// The devices through which programs press keys and move the pointer (XTEST), all programs through the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct XtestDevices {
    /// The keyboard.
    pub(super) keyboard: Option<DeviceId>,
    all: Vec<DeviceId>,
}

impl XtestDevices {
    /// Asks which they are. A device says of itself that it is one, in a property that only the server can set.
    pub(super) fn ask(conn: &RustConnection) -> Result<Self, ReplyError> {
        let name = conn.intern_atom(true, b"XTEST Device")?.reply()?.atom;
        let mut found = Self::default();
        if name == x11rb::NONE {
            return Ok(found);
        }
        let devices = conn.xinput_xi_query_device(Device::ALL)?.reply()?;
        for device in devices.infos {
            if is_xtest(conn, &device, name)? {
                found.all.push(device.deviceid);
                if device.type_ == DeviceType::SLAVE_KEYBOARD {
                    found.keyboard.get_or_insert(device.deviceid);
                }
            }
        }
        Ok(found)
    }

    /// Whether this is one of them.
    pub(super) fn contain(&self, device: DeviceId) -> bool {
        self.all.contains(&device)
    }
}

fn is_xtest(conn: &RustConnection, device: &XIDeviceInfo, name: u32) -> Result<bool, ReplyError> {
    let slaves = [DeviceType::SLAVE_KEYBOARD, DeviceType::SLAVE_POINTER];
    if !slaves.contains(&device.type_) {
        return Ok(false);
    }
    let any = AtomEnum::ANY.into();
    let property = conn.xinput_xi_get_property(device.deviceid, false, name, any, 0, 1)?;
    match property.reply() {
        Ok(property) => Ok(property
            .items
            .as_data8()
            .is_some_and(|d| d.first() == Some(&1))),
        // Unplugged since it was listed.
        Err(ReplyError::X11Error(_)) => Ok(false),
        Err(error) => Err(error),
    }
}
