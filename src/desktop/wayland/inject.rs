//! Mouse and keyboard of a Wayland desktop that lets programs have virtual ones: zwp_virtual_keyboard_v1 and
//! zwlr_virtual_pointer_v1. When their connection ends, also because Hulp was killed, the compositor takes both away with all that is
//! held on them.

use std::{
    io,
    os::fd::{AsFd, OwnedFd},
    time::Instant,
};

use rustix::{
    fs::{MemfdFlags, memfd_create},
    io::write,
};
use wayland_client::{
    delegate_noop,
    protocol::{
        wl_keyboard::KeymapFormat,
        wl_pointer::{Axis, AxisSource, ButtonState},
    },
};
use wayland_protocols_misc::zwp_virtual_keyboard_v1::client::{
    zwp_virtual_keyboard_manager_v1::ZwpVirtualKeyboardManagerV1,
    zwp_virtual_keyboard_v1::ZwpVirtualKeyboardV1,
};
use wayland_protocols_wlr::virtual_pointer::v1::client::{
    zwlr_virtual_pointer_manager_v1::ZwlrVirtualPointerManagerV1,
    zwlr_virtual_pointer_v1::ZwlrVirtualPointerV1,
};

use super::{
    connection::{News, Wire},
    layout::{FIRST_KEYCODE, OwnLayout},
    outputs::Aim,
    own_windows::{OwnWindows, Press, Watch},
};
use crate::{
    desktop::{
        DesktopError, Injected, Injector,
        inject::{Down, Hands},
    },
    input::{InputEvent, KeyStep, KeyboardState, Keysym, Modifiers, Plan, PointerButton, Purpose},
    screen::{Point, Size},
};

/// The first version whose pointers belong to one monitor.
const POINTER: u32 = 2;
/// How far a notch of the wheel scrolls, in the units of `wl_pointer.axis`: as libinput has it for most mice.
const NOTCH: f64 = 15.0;
/// How far the pointer is sent to try it, in the desktop's own pixels.
const STEP: f64 = 4.0;

/// Where a pointer's places are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// On the shared monitor, which the number tells.
    Monitor(u32),
    /// On the whole desktop. Compositors turn a pointer of a monitor's along with it, each in its own way: so this is for monitors that
    /// are turned on their side or over.
    Desktop,
}

/// Mouse and keyboard of the compositor's own making.
pub(in crate::desktop) struct WaylandInjector {
    wire: Wire,
    keyboard: ZwpVirtualKeyboardV1,
    pointers: ZwlrVirtualPointerManagerV1,
    pointer: Option<(Reach, ZwlrVirtualPointerV1)>,
    own_windows: OwnWindows,
    _watch: Watch,
    opened: Instant,
    layout: OwnLayout,
    down: Down<u8>,
    /// The modifiers that the compositor was last told of.
    told: Modifiers,
    /// A held key for which modifiers were moved, and how to put them back; done when it is released or another is pressed.
    moved: Option<(u8, Vec<KeyStep>)>,
}

/// The shared monitor.
struct Monitor {
    name: u32,
    /// Of its picture, as people see it.
    size: Size,
}

impl WaylandInjector {
    /// Whether the compositor at this connection lets programs have both.
    pub(super) fn is_offered(wire: &Wire) -> bool {
        wire.offers::<ZwpVirtualKeyboardManagerV1>(1)
            && wire.offers::<ZwlrVirtualPointerManagerV1>(POINTER)
    }

    /// Makes both, on the first seat.
    pub(super) fn open(wire: Wire, own_windows: OwnWindows) -> Result<Self, DesktopError> {
        let lacks = |what: &str| DesktopError::Unsupported(what.into());
        let keyboards: Option<ZwpVirtualKeyboardManagerV1> = wire.bind(1);
        let keyboards = keyboards
            .ok_or_else(|| lacks("this Wayland desktop lets no program use its keyboard"))?;
        if !wire.offers::<ZwlrVirtualPointerManagerV1>(POINTER) {
            return Err(lacks("this Wayland desktop lets no program use its mouse"));
        }
        let pointers = wire
            .bind(POINTER)
            .ok_or_else(|| lacks("this Wayland desktop lets no program use its mouse"))?;
        let seat = wire.news.seats.first();
        let seat = seat.ok_or_else(|| lacks("this Wayland desktop has no seat"))?;
        let keyboard = keyboards.create_virtual_keyboard(seat, &wire.handle(), ());
        let watch = own_windows.watch()?;
        let mut injector = Self {
            wire,
            keyboard,
            pointers,
            pointer: None,
            own_windows,
            _watch: watch,
            opened: Instant::now(),
            layout: OwnLayout::new(),
            down: Down::default(),
            told: 0,
            moved: None,
        };
        injector.show_layout()?;
        injector.follow_monitor()?;
        // A compositor that lets only some programs do this says so now.
        injector.wire.roundtrip()?;
        Ok(injector)
    }
}

impl Hands for WaylandInjector {
    type Key = u8;

    fn down(&mut self) -> &mut Down<u8> {
        &mut self.down
    }

    fn is_modifier(&self, keycode: u8) -> bool {
        self.layout.keymap().sets(keycode, 0) != 0
    }

    /// Tells also which modifiers that sets: the compositor does not work it out.
    fn send_key(&mut self, keycode: u8, pressed: bool) -> Result<(), DesktopError> {
        self.layout.used(keycode);
        let number = u32::from(keycode.saturating_sub(FIRST_KEYCODE));
        self.keyboard.key(self.time(), number, u32::from(pressed));
        let held = self.modifiers();
        if held != self.told {
            self.tell_modifiers(held);
        }
        Ok(self.wire.send()?)
    }

    fn send_button(&mut self, button: PointerButton, pressed: bool) -> Result<(), DesktopError> {
        if let Some((_, pointer)) = &self.pointer {
            let state = match pressed {
                true => ButtonState::Pressed,
                false => ButtonState::Released,
            };
            pointer.button(self.time(), number_of(button), state);
            pointer.frame();
        }
        Ok(self.wire.send()?)
    }

    fn move_pointer(&mut self, at: Point) -> Result<Injected, DesktopError> {
        let monitor = self.follow_monitor()?;
        let Some((reach, pointer)) = &self.pointer else {
            return Ok(Injected::Done);
        };
        let aim = match reach {
            Reach::Monitor(_) => Some(on_monitor(monitor.size, at)),
            Reach::Desktop => self.wire.news.outputs.aim(monitor.name, at),
        };
        let aim = aim.ok_or_else(|| {
            let text = "the monitor is turned on its side or over, and the desktop does not tell where to aim there";
            DesktopError::Unsupported(text.into())
        })?;
        let Size { width, height } = aim.extent;
        pointer.motion_absolute(self.time(), aim.x, aim.y, width, height);
        pointer.frame();
        self.wire.send()?;
        Ok(Injected::Done)
    }

    fn press_button(&mut self, button: PointerButton) -> Result<Injected, DesktopError> {
        let Some(_press) = self.leave_to_click()? else {
            return Ok(Injected::OverOwnWindow);
        };
        self.put_back_modifiers()?;
        self.button(button, true)?;
        Ok(Injected::Done)
    }

    fn turn_wheel(&mut self, right: i16, down: i16) -> Result<Injected, DesktopError> {
        let Some(_press) = self.leave_to_click()? else {
            return Ok(Injected::OverOwnWindow);
        };
        let time = self.time();
        let Some((_, pointer)) = &self.pointer else {
            return Ok(Injected::Done);
        };
        let ways = [
            (right, Axis::HorizontalScroll),
            (down, Axis::VerticalScroll),
        ];
        for (notches, axis) in ways {
            if notches != 0 {
                let way = f64::from(notches) * NOTCH;
                pointer.axis_source(AxisSource::Wheel);
                pointer.axis_discrete(time, axis, way, notches.into());
                pointer.frame();
            }
        }
        self.wire.send()?;
        Ok(Injected::Done)
    }

    fn press_key(&mut self, keysym: Keysym) -> Result<Injected, DesktopError> {
        let Some(_press) = self.leave_to_type()? else {
            return Ok(Injected::OverOwnWindow);
        };
        self.put_back_modifiers()?;
        let Some(plan) = self.plan(keysym, Purpose::Key)? else {
            return Ok(Injected::CannotType);
        };
        let Plan {
            before,
            keycode,
            after,
        } = plan;
        self.free(|held| held == keycode)?;
        self.keys_in_turn(&before)?;
        self.hold(keysym, keycode)?;
        if !after.is_empty() {
            self.moved = Some((keycode, after));
        }
        Ok(Injected::Done)
    }

    fn type_text(&mut self, text: &str) -> Result<Injected, DesktopError> {
        self.put_back_modifiers()?;
        let signs: Vec<_> = text.chars().map(Keysym::from_char).collect();
        let mut outcome = Injected::Done;
        // As many at once as there are spare keys: programs read the layout anew each time that it changes.
        for signs in signs.chunks(self.layout.spares()) {
            self.bind_ahead(signs)?;
            for sign in signs {
                let Some(_press) = self.leave_to_type()? else {
                    return Ok(Injected::OverOwnWindow);
                };
                let plan = match sign {
                    Some(sign) => self.plan(*sign, Purpose::Text)?,
                    None => None,
                };
                let Some(plan) = plan else {
                    outcome = Injected::CannotType;
                    continue;
                };
                self.free(|held| held == plan.keycode)?;
                self.keys_in_turn(&plan.before)?;
                self.key(plan.keycode, true)?;
                self.key(plan.keycode, false)?;
                self.keys_in_turn(&plan.after)?;
            }
        }
        Ok(outcome)
    }

    fn release_key(&mut self, keycode: u8) -> Result<(), DesktopError> {
        self.key(keycode, false)?;
        match &self.moved {
            Some((moved, _)) if *moved == keycode => self.put_back_modifiers(),
            _ => Ok(()),
        }
    }
}

impl WaylandInjector {
    /// Leave to press a button now; nothing where it would meet one of our own windows.
    fn leave_to_click(&mut self) -> Result<Option<Press>, DesktopError> {
        self.follow_monitor()?;
        // First the pointer is where it was sent; then the window is asked.
        self.wire.roundtrip()?;
        self.own_windows.leave_to_click()
    }

    /// Leave to press a key now; nothing where it would go to one of our own windows.
    fn leave_to_type(&mut self) -> Result<Option<Press>, DesktopError> {
        self.wire.roundtrip()?;
        self.own_windows.leave_to_type()
    }

    /// Which keys type a sign; binds a spare key when the layout lacks it.
    fn plan(&mut self, keysym: Keysym, purpose: Purpose) -> Result<Option<Plan>, DesktopError> {
        let state = self.state();
        if let Some(plan) = self.layout.keymap().plan(keysym, &state, purpose) {
            return Ok(Some(plan));
        }
        if keysym.is_modifier() || keysym == Keysym::NONE {
            return Ok(None);
        }
        self.layout.bind(&[keysym], self.down.keys());
        self.show_layout()?;
        Ok(self.layout.keymap().plan(keysym, &state, purpose))
    }

    /// Binds those of these signs that the layout lacks.
    fn bind_ahead(&mut self, signs: &[Option<Keysym>]) -> Result<(), DesktopError> {
        let state = self.state();
        let mut wanted: Vec<Keysym> = Vec::new();
        for sign in signs.iter().flatten() {
            let keymap = self.layout.keymap();
            let is_known = keymap.plan(*sign, &state, Purpose::Text).is_some()
                || wanted.iter().any(|w| w.lower().same_as(sign.lower()));
            if !is_known {
                wanted.push(*sign);
            }
        }
        self.layout.bind(&wanted, self.down.keys());
        self.show_layout()
    }

    /// The keyboard as it is now; nobody else types on it.
    fn state(&self) -> KeyboardState {
        KeyboardState {
            group: 0,
            fixed: 0,
            held: self.down.keys().to_vec(),
        }
    }

    fn keys_in_turn(&mut self, steps: &[KeyStep]) -> Result<(), DesktopError> {
        (steps.iter()).try_for_each(|step| self.key(step.keycode, step.pressed))
    }

    fn modifiers(&self) -> Modifiers {
        let sets = self
            .down
            .keys()
            .iter()
            .map(|key| self.layout.keymap().sets(*key, 0));
        sets.fold(0, |all, sets| all | sets)
    }

    fn tell_modifiers(&mut self, held: Modifiers) {
        self.told = held;
        self.keyboard.modifiers(held.into(), 0, 0, 0);
    }

    fn put_back_modifiers(&mut self) -> Result<(), DesktopError> {
        match self.moved.take() {
            Some((_, steps)) => self.keys_in_turn(&steps),
            None => Ok(()),
        }
    }

    /// Gives the compositor the layout, if it is another now.
    fn show_layout(&mut self) -> Result<(), DesktopError> {
        let Some(mut text) = self.layout.news() else {
            return Ok(());
        };
        text.push('\0');
        let fd = in_memory(text.as_bytes())
            .map_err(|error| DesktopError::Refused(format!("no memory for a layout: {error}")))?;
        // It fits: a few keys with a line each.
        let length = text.len() as u32;
        let format = KeymapFormat::XkbV1.into();
        self.keyboard.keymap(format, fd.as_fd(), length);
        self.tell_modifiers(self.modifiers());
        Ok(self.wire.send()?)
    }

    /// Has a pointer that reaches the shared monitor, and tells which that is.
    fn follow_monitor(&mut self) -> Result<Monitor, DesktopError> {
        self.wire.take_news()?;
        let shared = self.wire.news.outputs.shared();
        let shared = shared.ok_or_else(|| DesktopError::Refused("there is no monitor".into()))?;
        let (name, size) = (shared.name, shared.size());
        if !size.is_sane() {
            let text = format!("a monitor of {} x {} pixels", size.width, size.height);
            return Err(DesktopError::Unsupported(text));
        }
        let reach = match shared.is_turned() {
            false => Reach::Monitor(name),
            true => Reach::Desktop,
        };
        if self.pointer.as_ref().map(|(has, _)| *has) != Some(reach) {
            let (seat, handle) = (self.wire.news.seats.first(), self.wire.handle());
            let output = (reach != Reach::Desktop).then_some(&shared.object);
            let pointer =
                (self.pointers).create_virtual_pointer_with_output(seat, output, &handle, ());
            self.release_buttons(); // on the pointer that they are held on
            if let Some((_, old)) = self.pointer.replace((reach, pointer)) {
                old.destroy();
            }
        }
        Ok(Monitor { name, size })
    }

    /// Milliseconds, since any time; only differences mean something.
    fn time(&self) -> u32 {
        self.opened.elapsed().as_millis() as u32
    }
}

impl Injector for WaylandInjector {
    fn inject(&mut self, event: &InputEvent) -> Result<Injected, DesktopError> {
        self.act(event)
    }

    fn try_pointer(&mut self) -> Result<bool, DesktopError> {
        self.follow_monitor()?;
        if let Some((_, pointer)) = &self.pointer {
            for way in [STEP, -STEP] {
                pointer.motion(self.time(), way, 0.0);
                pointer.frame();
            }
        }
        self.wire.roundtrip()?; // or it says why not, and ends the connection
        Ok(true)
    }

    fn sees_pointer(&self) -> bool {
        false
    }

    fn release_all(&mut self) {
        self.moved = None;
        self.let_go();
    }
}

impl Drop for WaylandInjector {
    fn drop(&mut self) {
        self.release_all();
        // The compositor has done it before the connection ends.
        if let Err(error) = self.wire.roundtrip() {
            tracing::warn!(%error, "the compositor may not have released what was held");
        }
    }
}

/// Where to send a pointer of a monitor's own.
fn on_monitor(size: Size, at: Point) -> Aim {
    let within = |value: i32, length: u32| {
        u32::try_from(value).map_or(0, |value| value.min(length.saturating_sub(1)))
    };
    Aim {
        x: within(at.x, size.width),
        y: within(at.y, size.height),
        extent: size,
    }
}

/// The kernel's number of a button (`linux/input-event-codes.h`).
fn number_of(button: PointerButton) -> u32 {
    match button {
        PointerButton::Left => 0x110,
        PointerButton::Right => 0x111,
        PointerButton::Middle => 0x112,
        PointerButton::Back => 0x113,
        PointerButton::Forward => 0x114,
    }
}

/// A file in memory with this in it, to be handed over.
fn in_memory(bytes: &[u8]) -> io::Result<OwnedFd> {
    let fd = memfd_create("hulp-layout", MemfdFlags::CLOEXEC)?;
    let mut left = bytes;
    while !left.is_empty() {
        let written = write(&fd, left)?;
        left = &left[written..];
    }
    Ok(fd)
}

delegate_noop!(News: ZwpVirtualKeyboardManagerV1);
delegate_noop!(News: ZwpVirtualKeyboardV1);
delegate_noop!(News: ZwlrVirtualPointerManagerV1);
delegate_noop!(News: ZwlrVirtualPointerV1);
