//! An X server for one test, with another client on it that draws, looks and presses keys.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use hulp::{desktop::X11Desktop, screen::Rect};
use x11rb::{
    COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT, CURRENT_TIME, NONE,
    connection::{Connection, RequestConnection as _},
    protocol::{
        Event,
        xinput::{ConnectionExt as _, Device},
        xproto::{
            BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ChangeGCAux, ConnectionExt as _, CreateGCAux,
            CreateWindowAux, EventMask, ImageFormat, InputFocus, KEY_PRESS_EVENT,
            KEY_RELEASE_EVENT, MOTION_NOTIFY_EVENT, MapState, Rectangle, Window, WindowClass,
        },
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

/// What must happen happens within this time, also on a busy machine.
pub const SOON: Duration = Duration::from_secs(20);

/// A server of its own and a client on it.
pub struct XServer {
    child: Child,
    pub name: String,
    pub conn: RustConnection,
    pub root: Window,
}

impl XServer {
    /// Starts one; nothing where Xvfb is not installed, and says so.
    pub fn start(screen: &str) -> Option<Self> {
        Self::start_with(screen, &[])
    }

    /// Starts one with more arguments.
    pub fn start_with(screen: &str, more: &[&str]) -> Option<Self> {
        let started = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                screen,
                "-noreset",
                "-nolisten",
                "tcp",
            ])
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut child = match started {
            Ok(child) => child,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                eprintln!("SKIPPED: Xvfb is not installed, so nothing of this test was done");
                return None;
            }
            Err(error) => panic!("Xvfb does not start: {error}"),
        };
        let mut number = String::new();
        let stdout = child.stdout.take().unwrap();
        BufReader::new(stdout).read_line(&mut number).unwrap();
        let name = format!(":{}", number.trim());
        let (conn, screen) = RustConnection::connect(Some(&name)).unwrap();
        let root = conn.setup().roots[screen].root;
        Some(Self {
            child,
            name,
            conn,
            root,
        })
    }

    /// Hulp's desktop on it.
    pub fn desktop(&self) -> X11Desktop {
        X11Desktop::new(Some(self.name.clone()))
    }

    /// A program on it; nothing where it is not installed, and says so.
    pub fn run(&self, program: &str, args: &[&str]) -> Option<Program> {
        let spawned = self.command(program).args(args).spawn();
        match spawned {
            Ok(child) => Some(Program(child)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                eprintln!(
                    "SKIPPED: {program} is not installed, so a part of this test was not done"
                );
                None
            }
            Err(error) => panic!("{program} does not start: {error}"),
        }
    }

    /// Another process of this test program, doing the test of this name.
    pub fn run_self(&self, test: &str) -> Program {
        self.run_self_with(test, &[])
    }

    /// The same, with more in its environment.
    pub fn run_self_with(&self, test: &str, environment: &[(&str, &Path)]) -> Program {
        let this = std::env::current_exe().unwrap();
        let child = self
            .command(this.to_str().unwrap())
            .args(["--exact", test, "--ignored", "--nocapture"])
            .envs(environment.iter().copied())
            .spawn();
        Program(child.unwrap())
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    /// A program on it that ends by itself and well.
    pub fn run_to_end(&self, program: &str, args: &[&str]) -> Option<()> {
        let status = self.run(program, args)?.0.wait().unwrap();
        assert!(status.success(), "{program} {args:?}: {status}");
        Some(())
    }

    /// Gives the screen another size, through a mode made for it.
    pub fn set_mode(&self, width: u32, height: u32) -> Option<()> {
        let name = format!("hulp{width}x{height}");
        let timing = [width, width + 10, width + 20, width + 40];
        let mut mode = vec!["--newmode".to_owned(), name.clone(), "50".to_owned()];
        mode.extend(timing.map(|n| n.to_string()));
        mode.extend([height, height + 3, height + 6, height + 10].map(|n| n.to_string()));
        let mode: Vec<_> = mode.iter().map(String::as_str).collect();
        self.run_to_end("xrandr", &mode)?;
        self.run_to_end("xrandr", &["--addmode", "screen", &name])?;
        self.run_to_end("xrandr", &["--output", "screen", "--mode", &name])
    }

    /// A window without a frame that shows at once.
    pub fn window(&self, at: Rect, colour: u32) -> Window {
        let window = self.conn.generate_id().unwrap();
        let looks = CreateWindowAux::new()
            .background_pixel(colour)
            .override_redirect(1)
            .event_mask(
                EventMask::KEY_PRESS
                    | EventMask::KEY_RELEASE
                    | EventMask::BUTTON_PRESS
                    | EventMask::BUTTON_RELEASE
                    | EventMask::STRUCTURE_NOTIFY,
            );
        self.conn
            .create_window(
                COPY_DEPTH_FROM_PARENT,
                window,
                self.root,
                at.x as i16,
                at.y as i16,
                at.width as u16,
                at.height as u16,
                0,
                WindowClass::INPUT_OUTPUT,
                COPY_FROM_PARENT,
                &looks,
            )
            .unwrap();
        self.conn.map_window(window).unwrap();
        self.conn.sync().unwrap();
        window
    }

    /// Fills a part of a window with one colour.
    pub fn fill(&self, window: Window, part: Rect, colour: u32) {
        let gc = self.conn.generate_id().unwrap();
        self.conn
            .create_gc(gc, window, &CreateGCAux::new())
            .unwrap();
        let paint = ChangeGCAux::new().foreground(colour);
        self.conn.change_gc(gc, &paint).unwrap();
        let part = Rectangle {
            x: part.x as i16,
            y: part.y as i16,
            width: part.width as u16,
            height: part.height as u16,
        };
        self.conn.poly_fill_rectangle(window, gc, &[part]).unwrap();
        self.conn.free_gc(gc).unwrap();
        self.conn.sync().unwrap();
    }

    /// The pixels of a part of the screen, fetched the plain way.
    pub fn pixels(&self, part: Rect) -> Vec<u32> {
        let image = self
            .conn
            .get_image(
                ImageFormat::Z_PIXMAP,
                self.root,
                part.x as i16,
                part.y as i16,
                part.width as u16,
                part.height as u16,
                !0,
            )
            .unwrap()
            .reply()
            .unwrap();
        let pixels = image.data.chunks_exact(4);
        pixels
            .map(|p| u32::from_le_bytes([p[0], p[1], p[2], 0]))
            .collect()
    }

    /// Moves the pointer as another program would, through XTEST.
    pub fn move_pointer(&self, x: i16, y: i16) {
        self.fake(MOTION_NOTIFY_EVENT, 0, x, y);
    }

    /// Presses and releases a button as another program would.
    pub fn click(&self, button: u8) {
        self.press(button, true);
        self.press(button, false);
    }

    /// Presses or releases a button as another program would.
    pub fn press(&self, button: u8, pressed: bool) {
        let kind = if pressed {
            BUTTON_PRESS_EVENT
        } else {
            BUTTON_RELEASE_EVENT
        };
        self.fake(kind, button, 0, 0);
    }

    /// Ends it under everybody's feet.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Presses or releases a key as another program would.
    pub fn key(&self, keycode: u8, pressed: bool) {
        let kind = if pressed {
            KEY_PRESS_EVENT
        } else {
            KEY_RELEASE_EVENT
        };
        self.fake(kind, keycode, 0, 0);
    }

    /// Presses or releases a key of the X server's own keyboard, as if it were touched.
    pub fn hardware_key(&self, keycode: u8, pressed: bool) {
        let extension = self.conn.extension_information("XInputExtension");
        let first = extension.unwrap().unwrap().first_event;
        // DeviceKeyPress and DeviceKeyRelease of XInput 1.
        let kind = first + if pressed { 1 } else { 2 };
        let devices = self.conn.xinput_xi_query_device(Device::ALL).unwrap();
        let devices = devices.reply().unwrap().infos;
        let keyboard = devices.iter().find(|d| d.name == b"Xvfb keyboard").unwrap();
        let id = keyboard.deviceid as u8;
        self.conn
            .xtest_fake_input(kind, keycode, CURRENT_TIME, NONE, 0, 0, id)
            .unwrap()
            .check()
            .unwrap();
    }

    /// How many keys went down in the test's own windows since the last call.
    pub fn key_presses(&self) -> usize {
        self.events(|event| matches!(event, Event::KeyPress(_)))
    }

    /// How many buttons went down in the test's own windows since the last call.
    pub fn button_presses(&self) -> usize {
        self.events(|event| matches!(event, Event::ButtonPress(_)))
    }

    /// Whether a key of the keyboard types this sign.
    pub fn is_bound(&self, sign: char) -> bool {
        let setup = self.conn.setup();
        let (first, count) = (setup.min_keycode, setup.max_keycode - setup.min_keycode + 1);
        let mapping = self.conn.get_keyboard_mapping(first, count).unwrap();
        let signs = mapping.reply().unwrap().keysyms;
        signs.contains(&(0x0100_0000 | u32::from(sign)))
    }

    /// Waits for the window of the only program, and gives it the focus, as a window manager would.
    pub fn focus_program(&self) {
        let mut shown = None;
        until("a window shows", || {
            let tree = self.conn.query_tree(self.root).unwrap();
            let windows = tree.reply().unwrap().children;
            shown = windows.into_iter().find(|w| {
                let looks = self.conn.get_window_attributes(*w).unwrap().reply();
                looks.is_ok_and(|l| l.map_state == MapState::VIEWABLE)
            });
            shown.is_some()
        });
        self.conn
            .set_input_focus(InputFocus::PARENT, shown.unwrap(), CURRENT_TIME)
            .unwrap();
        self.conn.sync().unwrap();
    }

    /// Where the pointer is.
    pub fn pointer(&self) -> (i16, i16) {
        let at = self.conn.query_pointer(self.root).unwrap().reply().unwrap();
        (at.root_x, at.root_y)
    }

    /// Every keycode that is down.
    pub fn keys_down(&self) -> Vec<u8> {
        let keys = self.conn.query_keymap().unwrap().reply().unwrap().keys;
        (0..=255)
            .filter(|k| keys[usize::from(k / 8)] & (1 << (k % 8)) != 0)
            .collect()
    }

    fn events(&self, wanted: impl Fn(&Event) -> bool) -> usize {
        self.conn.sync().unwrap();
        let events = std::iter::from_fn(|| self.conn.poll_for_event().unwrap());
        events.filter(wanted).count()
    }

    fn fake(&self, kind: u8, detail: u8, x: i16, y: i16) {
        self.conn
            .xtest_fake_input(kind, detail, CURRENT_TIME, NONE, x, y, 0)
            .unwrap();
        self.conn.sync().unwrap();
    }
}

impl Drop for XServer {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A program that ends with the test.
pub struct Program(pub Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits until something is so, or fails.
pub fn until(what: &str, mut so: impl FnMut() -> bool) {
    let deadline = Instant::now() + SOON;
    while !so() {
        assert!(Instant::now() < deadline, "not within {SOON:?}: {what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}
