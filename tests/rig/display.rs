//! An X display without a screen, with a window manager, and what one can see and do on it as an X client of its own:
//! to Hulp that is any other program, so its keys and its mouse count as the user's.

use std::{cell::RefCell, collections::HashMap, path::Path, process::Stdio, time::Duration};

use image::{Rgb, RgbImage};
use x11rb::{
    connection::Connection,
    protocol::{
        xproto::{self, ConnectionExt as _, ImageFormat},
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
};

use super::{
    picture::{Area, Picture},
    process::{PATIENCE, Running, wait_for},
};

/// Escape's keysym.
pub const ESCAPE: u32 = 0xff1b;
/// The space bar's keysym.
pub const SPACE: u32 = 0x20;
/// The tabulator's keysym.
pub const TAB: u32 = 0xff09;
/// Return's keysym.
pub const RETURN: u32 = 0xff0d;
/// Control's keysym.
pub const CONTROL: u32 = 0xffe3;
/// Alt's keysym.
pub const ALT: u32 = 0xffe9;
/// Home's keysym.
pub const HOME: u32 = 0xff50;
/// Shift's keysym.
pub const SHIFT: u32 = 0xffe1;

/// Xvfb, openbox and a connection.
pub struct Display {
    name: String,
    connection: RustConnection,
    root: xproto::Window,
    /// Signs that the layout lacks, and the spare keycodes they were put on. Never put elsewhere: a program that is slow
    /// to translate a key must find it as it was.
    bound: RefCell<HashMap<u32, u8>>,
    /// What was started for it, ended in this order.
    _programs: Vec<Running>,
}

impl Display {
    /// Starts one of `width` x `height` pixels, on a free number. `environment` is given to the window manager.
    pub fn start(width: u16, height: u16, home: &Path) -> Self {
        let size = format!("{width}x{height}x24");
        let (server, number) = Running::start_and_read_line("Xvfb", |command| {
            command.args(["-displayfd", "1", "-screen", "0", &size, "-noreset"]);
            command.args(["-nolisten", "tcp", "-dpi", "96"]);
            command.stderr(Stdio::null());
        });
        let name = format!(":{number}");
        let window_manager = Running::start("openbox", |command| {
            command
                .arg("--sm-disable")
                .env("DISPLAY", &name)
                .env("HOME", home);
            command.env("XDG_CONFIG_HOME", home.join(".config"));
            command.env("XDG_CACHE_HOME", home.join(".cache"));
            command.env("XDG_DATA_HOME", home.join(".local/share"));
            command.stdout(Stdio::null()).stderr(Stdio::null());
        });
        let mut display = Self::at(&name);
        display._programs = vec![window_manager, server];
        let managed = wait_for(PATIENCE, || {
            let check = display.atom("_NET_SUPPORTING_WM_CHECK");
            (!display.cardinals(display.root, check).is_empty()).then_some(())
        });
        assert!(
            managed.is_some(),
            "openbox does not manage {}",
            display.name
        );
        display
    }

    /// One that somebody else started.
    pub fn at(name: &str) -> Self {
        let (connection, screen) = x11rb::connect(Some(name)).expect("a display that is ready");
        let root = connection.setup().roots[screen].root;
        Self {
            name: name.to_owned(),
            connection,
            root,
            bound: RefCell::default(),
            _programs: Vec::new(),
        }
    }

    /// What `DISPLAY` says of it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is on it now, without the pointer.
    pub fn picture(&self) -> Picture {
        let size = self
            .connection
            .get_geometry(self.root)
            .unwrap()
            .reply()
            .unwrap();
        let image = self
            .connection
            .get_image(
                ImageFormat::Z_PIXMAP,
                self.root,
                0,
                0,
                size.width,
                size.height,
                !0,
            )
            .unwrap()
            .reply()
            .expect("a picture of the display");
        let mut pixels = Vec::with_capacity(image.data.len() / 4 * 3);
        for bgrx in image.data.chunks_exact(4) {
            pixels.extend_from_slice(&[bgrx[2], bgrx[1], bgrx[0]]);
        }
        let (width, height) = (u32::from(size.width), u32::from(size.height));
        Picture(RgbImage::from_raw(width, height, pixels).expect("whole rows"))
    }

    /// What is on it once it holds still, or after a second of changes.
    pub fn settled_picture(&self) -> Picture {
        let mut last = self.picture();
        for _ in 0..10 {
            std::thread::sleep(Duration::from_millis(100)); // how still is measured, not waited for
            let now = self.picture();
            if now == last {
                break;
            }
            last = now;
        }
        last
    }

    /// The colour that all four sides of it have in their middle; none when they differ.
    pub fn edge(&self) -> Option<Rgb<u8>> {
        let picture = self.picture();
        let (right, bottom) = (picture.0.width() - 1, picture.0.height() - 1);
        let sides = [
            (0, bottom / 2),
            (right, bottom / 2),
            // Not in the middle, where a tall window of Hulp's may reach from edge to edge.
            (right / 10, 0),
            (right / 10, bottom),
        ];
        let [first, others @ ..] = sides.map(|(x, y)| picture.colour(x, y));
        others.iter().all(|other| *other == first).then_some(first)
    }

    /// Presses or lets go of a key.
    pub fn key(&self, keysym: u32, down: bool) {
        let (keycode, shifted) = self.keycode(keysym);
        assert!(!shifted, "a key of its own");
        self.fake_key(keycode, down);
        self.sync();
    }

    /// Presses a key and lets go of it.
    pub fn tap(&self, keysym: u32) {
        let (keycode, shifted) = self.keycode(keysym);
        let (shift, _) = self.keycode(SHIFT);
        if shifted {
            self.fake_key(shift, true);
        }
        self.fake_key(keycode, true);
        self.fake_key(keycode, false);
        if shifted {
            self.fake_key(shift, false);
        }
        self.sync();
    }

    /// Presses Ctrl and a letter, and lets go of both.
    pub fn control_and(&self, letter: char) {
        let (control, _) = self.keycode(CONTROL);
        let (keycode, _) = self.keycode(keysym_of(letter));
        for (key, down) in [
            (control, true),
            (keycode, true),
            (keycode, false),
            (control, false),
        ] {
            self.fake_key(key, down);
        }
        self.sync();
    }

    /// Types, as somebody at a keyboard that has every sign; about as fast as the fastest typist.
    pub fn type_text(&self, text: &str) {
        for sign in text.chars() {
            self.keycode(keysym_of(sign)); // all of them are put on keys before the first is typed
        }
        for sign in text.chars() {
            self.tap(keysym_of(sign));
            std::thread::sleep(Duration::from_millis(8)); // a pace, not a wait
        }
    }

    /// Puts the pointer somewhere.
    pub fn move_pointer(&self, (x, y): (i16, i16)) {
        self.fake(xproto::MOTION_NOTIFY_EVENT, 0, x, y);
        self.sync();
    }

    /// Clicks there with the first button.
    pub fn click(&self, at: (i16, i16)) {
        self.move_pointer(at);
        self.button(1, true);
        self.button(1, false);
    }

    /// Presses or lets go of a button of the mouse.
    pub fn button(&self, button: u8, down: bool) {
        let kind = if down {
            xproto::BUTTON_PRESS_EVENT
        } else {
            xproto::BUTTON_RELEASE_EVENT
        };
        self.fake(kind, button, 0, 0);
        self.sync();
    }

    /// Where the pointer is.
    pub fn pointer(&self) -> (i16, i16) {
        let pointer = self
            .connection
            .query_pointer(self.root)
            .unwrap()
            .reply()
            .unwrap();
        (pointer.root_x, pointer.root_y)
    }

    /// Every keycode and every button that is down.
    pub fn pressed(&self) -> Vec<String> {
        let keymap = self.connection.query_keymap().unwrap().reply().unwrap();
        let keys = (0..=255_usize).filter(|&code| keymap.keys[code / 8] >> (code % 8) & 1 == 1);
        let mut pressed: Vec<String> = keys.map(|code| format!("key {code}")).collect();
        let pointer = self
            .connection
            .query_pointer(self.root)
            .unwrap()
            .reply()
            .unwrap();
        let mask = u16::from(pointer.mask) >> 8;
        pressed.extend(
            (0..5)
                .filter(|bit| mask >> bit & 1 == 1)
                .map(|bit| format!("button {}", bit + 1)),
        );
        pressed
    }

    /// Where a program's windows are, without the window manager's frames.
    pub fn windows_of(&self, pid: u32) -> Vec<(xproto::Window, Area)> {
        let list = self.cardinals(self.root, self.atom("_NET_CLIENT_LIST"));
        let pid_atom = self.atom("_NET_WM_PID");
        let own = list
            .into_iter()
            .filter(|&window| self.cardinals(window, pid_atom) == [pid]);
        own.filter_map(|window| Some((window, self.area_of(window)?)))
            .collect()
    }

    /// The programs that have windows, by their processes.
    pub fn programs(&self) -> Vec<u32> {
        let list = self.cardinals(self.root, self.atom("_NET_CLIENT_LIST"));
        let pid_atom = self.atom("_NET_WM_PID");
        let pids = list
            .into_iter()
            .flat_map(|window| self.cardinals(window, pid_atom));
        let mut programs: Vec<u32> = pids.collect();
        programs.sort_unstable();
        programs.dedup();
        programs
    }

    /// Every window with its program, place and title, from the lowest to the topmost: for the words of a test that failed.
    pub fn all_windows(&self) -> String {
        let list = self.cardinals(self.root, self.atom("_NET_CLIENT_LIST_STACKING"));
        let active = self.active_window();
        let described = list.into_iter().map(|window| {
            let pid = self.cardinals(window, self.atom("_NET_WM_PID"));
            let program = pid.first().map(|pid| {
                let command = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
                format!(
                    "{pid} {}",
                    String::from_utf8_lossy(&command).replace('\0', " ")
                )
            });
            let title = self.text(window, "_NET_WM_NAME");
            let keyboard = if active == Some(window) {
                ", has the keyboard"
            } else {
                ""
            };
            format!(
                "{window:#x} {:?} {title:?} of {program:?}{keyboard}",
                self.area_of(window)
            )
        });
        described.collect::<Vec<_>>().join("\n")
    }

    /// The window that has the keyboard, as the window manager says.
    pub fn active_window(&self) -> Option<xproto::Window> {
        let active = self.cardinals(self.root, self.atom("_NET_ACTIVE_WINDOW"));
        active.first().copied().filter(|&window| window != 0)
    }

    /// Whether this window is what one sees at a place, and not another above it.
    pub fn shows(&self, window: xproto::Window, (x, y): (i16, i16)) -> bool {
        let child = self
            .connection
            .translate_coordinates(self.root, self.root, x, y);
        let seen = child.unwrap().reply().unwrap().child;
        let mut outermost = window;
        // The window manager puts frames around it.
        while let Ok(tree) = self.connection.query_tree(outermost).unwrap().reply()
            && tree.parent != self.root
        {
            outermost = tree.parent;
        }
        seen == outermost
    }

    /// Whether a window has one of the window manager's states, such as `_NET_WM_STATE_ABOVE`.
    pub fn has_state(&self, window: xproto::Window, state: &str) -> bool {
        self.cardinals(window, self.atom("_NET_WM_STATE"))
            .contains(&self.atom(state))
    }

    /// Gives a window the keyboard and puts it in front, as a click on a task bar does.
    pub fn activate(&self, window: xproto::Window) {
        self.ask_window_manager(
            window,
            "_NET_ACTIVE_WINDOW",
            [2, x11rb::CURRENT_TIME, 0, 0, 0],
        );
        let active = wait_for(PATIENCE, || {
            (self.active_window() == Some(window)).then_some(())
        });
        assert!(
            active.is_some(),
            "the window manager did not activate window {window:#x}"
        );
    }

    /// Closes a window, as a click on its cross does.
    pub fn close(&self, window: xproto::Window) {
        self.ask_window_manager(
            window,
            "_NET_CLOSE_WINDOW",
            [x11rb::CURRENT_TIME, 2, 0, 0, 0],
        );
    }

    /// Puts a window somewhere, and gives it a size.
    pub fn put(&self, window: xproto::Window, place: Area) {
        let aux = xproto::ConfigureWindowAux::new()
            .x(i32::try_from(place.x).expect("a pixel"))
            .y(i32::try_from(place.y).expect("a pixel"))
            .width(place.width)
            .height(place.height);
        self.connection.configure_window(window, &aux).unwrap();
        self.sync();
        let there = wait_for(PATIENCE, || {
            let now = self.area_of(window)?;
            ((now.width, now.height) == (place.width, place.height)).then_some(())
        });
        assert!(there.is_some(), "window {window:#x} does not take its size");
    }

    /// Gives a window all the room there is.
    pub fn maximise(&self, window: xproto::Window) {
        let states = [
            "_NET_WM_STATE_MAXIMIZED_VERT",
            "_NET_WM_STATE_MAXIMIZED_HORZ",
        ];
        let [vertical, horizontal] = states.map(|state| self.atom(state));
        self.ask_window_manager(window, "_NET_WM_STATE", [1, vertical, horizontal, 2, 0]);
        let done = || states.iter().all(|state| self.has_state(window, state));
        let maximised = wait_for(PATIENCE, || done().then_some(()));
        assert!(
            maximised.is_some(),
            "the window manager did not maximise window {window:#x}"
        );
    }

    fn ask_window_manager(&self, window: xproto::Window, what: &str, data: [u32; 5]) {
        let message = xproto::ClientMessageEvent::new(32, window, self.atom(what), data);
        let mask =
            xproto::EventMask::SUBSTRUCTURE_REDIRECT | xproto::EventMask::SUBSTRUCTURE_NOTIFY;
        self.connection
            .send_event(false, self.root, mask, message)
            .unwrap();
        self.sync();
    }

    /// Paints the whole background in one colour.
    pub fn paint_background(&self, red: u8, green: u8, blue: u8) {
        let colour = u32::from_be_bytes([0, red, green, blue]);
        let values = xproto::ChangeWindowAttributesAux::new().background_pixel(colour);
        self.connection
            .change_window_attributes(self.root, &values)
            .unwrap();
        self.connection
            .clear_area(false, self.root, 0, 0, 0, 0)
            .unwrap();
        self.sync();
    }

    fn area_of(&self, window: xproto::Window) -> Option<Area> {
        let size = self.connection.get_geometry(window).ok()?.reply().ok()?;
        let place = self
            .connection
            .translate_coordinates(window, self.root, 0, 0)
            .ok()?
            .reply()
            .ok()?;
        Some(Area {
            x: u32::try_from(place.dst_x).ok()?,
            y: u32::try_from(place.dst_y).ok()?,
            width: size.width.into(),
            height: size.height.into(),
        })
    }

    /// The keycode of a keysym, and whether Shift has to be held. One that the layout lacks is put on a spare keycode.
    fn keycode(&self, keysym: u32) -> (u8, bool) {
        if let Some(&keycode) = self.bound.borrow().get(&keysym) {
            return (keycode, false);
        }
        let setup = self.connection.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let layout = self
            .connection
            .get_keyboard_mapping(first, last - first + 1)
            .unwrap()
            .reply()
            .expect("the keyboard's layout");
        let levels = usize::from(layout.keysyms_per_keycode);
        let keys = || (first..=last).zip(layout.keysyms.chunks(levels));
        for level in [0, 1] {
            let found = keys().find(|(_, signs)| signs.get(level) == Some(&keysym));
            if let Some((keycode, _)) = found {
                return (keycode, level == 1);
            }
        }
        let (keycode, _) = keys()
            .rev()
            .find(|(_, signs)| signs.iter().all(|&sign| sign == 0))
            .expect("a spare keycode");
        self.connection
            .change_keyboard_mapping(1, keycode, 2, &[keysym, keysym])
            .unwrap();
        self.sync();
        self.bound.borrow_mut().insert(keysym, keycode);
        (keycode, false)
    }

    fn fake_key(&self, keycode: u8, down: bool) {
        let kind = if down {
            xproto::KEY_PRESS_EVENT
        } else {
            xproto::KEY_RELEASE_EVENT
        };
        self.fake(kind, keycode, 0, 0);
    }

    fn fake(&self, kind: u8, detail: u8, x: i16, y: i16) {
        self.connection
            .xtest_fake_input(kind, detail, 0, self.root, x, y, 0)
            .unwrap();
    }

    /// Until the server has done all that it was asked.
    fn sync(&self) {
        self.connection
            .get_input_focus()
            .unwrap()
            .reply()
            .expect("the X server's answer");
    }

    fn atom(&self, name: &str) -> xproto::Atom {
        self.connection
            .intern_atom(false, name.as_bytes())
            .unwrap()
            .reply()
            .unwrap()
            .atom
    }

    fn cardinals(&self, window: xproto::Window, property: xproto::Atom) -> Vec<u32> {
        let reply = self
            .connection
            .get_property(false, window, property, 0_u32, 0, 1024)
            .unwrap()
            .reply();
        let values = reply
            .ok()
            .and_then(|reply| Some(reply.value32()?.collect()));
        values.unwrap_or_default()
    }

    fn text(&self, window: xproto::Window, property: &str) -> String {
        let property = self.atom(property);
        let reply = self
            .connection
            .get_property(false, window, property, 0_u32, 0, 1024)
            .unwrap()
            .reply();
        let value = reply.map(|reply| reply.value).unwrap_or_default();
        String::from_utf8_lossy(&value).into_owned()
    }
}

/// The keysym of a sign: Latin-1 has its own numbers, all else is its number in Unicode with a mark.
fn keysym_of(sign: char) -> u32 {
    match u32::from(sign) {
        10 => RETURN,
        latin @ (0x20..=0x7e | 0xa0..=0xff) => latin,
        other => 0x0100_0000 | other,
    }
}
