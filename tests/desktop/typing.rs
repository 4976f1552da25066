//! What the expert types is what the novice's program reads.

use std::{
    collections::HashSet,
    fs,
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use hulp::{
    desktop::{Desktop, Injected, Injector, X11Desktop},
    input::{InputEvent, Keysym},
};
use tempfile::TempDir;
use x11rb::protocol::{
    xkb::{ConnectionExt as _, Group},
    xproto::ConnectionExt as _,
};

use crate::xserver::{Program, XServer, until};

/// As fast as the keys of a fast typist's scanner come.
const FAST: Duration = Duration::from_millis(4);

/// A terminal that writes down what is typed into it.
struct Terminal {
    _xterm: Program,
    dir: TempDir,
}

impl Terminal {
    fn open(server: &XServer) -> Option<Self> {
        let dir = TempDir::new().unwrap();
        let script = format!(
            "stty raw -echo; touch {0}/ready; exec cat > {0}/typed",
            dir.path().display()
        );
        let xterm = server.run("xterm", &["-u8", "-fn", "fixed", "-e", "sh", "-c", &script])?;
        let terminal = Self { _xterm: xterm, dir };
        let ready = terminal.file("ready");
        until("the terminal is ready", || ready.exists());
        server.focus_program();
        Some(terminal)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn typed(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.file("typed")).unwrap_or_default()).into_owned()
    }

    /// Waits for as much as was typed, and compares.
    fn must_have(&self, wanted: &str) {
        let count = wanted.chars().count();
        let deadline = Instant::now() + Duration::from_secs(10);
        while self.typed().chars().count() < count && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(self.typed(), wanted);
    }
}

struct Expert(Box<dyn Injector>);

impl Expert {
    fn on(server: &XServer) -> Self {
        Self(server.desktop().injector(Arc::new(|_| {})).unwrap())
    }

    fn key(&mut self, keysym: Keysym, pressed: bool) {
        let done = self.0.inject(&InputEvent::Key { keysym, pressed }).unwrap();
        assert_eq!(done, Injected::Done, "{keysym:?}");
    }

    fn tap(&mut self, keysym: Keysym) {
        self.key(keysym, true);
        self.key(keysym, false);
    }

    /// Types as keys, as someone with a US keyboard does; other signs are keys of their own.
    fn keys(&mut self, text: &str) {
        for sign in text.chars() {
            let shifted = sign.is_ascii_uppercase() || "~!@#$%^&*()_+{}|:\"<>?".contains(sign);
            if shifted {
                self.key(Keysym::SHIFT_L, true);
            }
            self.tap(sym(sign));
            if shifted {
                self.key(Keysym::SHIFT_L, false);
            }
        }
    }

    fn text(&mut self, text: &str) {
        let done = self.0.inject(&InputEvent::Text(text.into())).unwrap();
        assert_eq!(done, Injected::Done);
    }
}

fn sym(sign: char) -> Keysym {
    Keysym::from_char(sign).unwrap()
}

/// As a raw terminal reads it: Enter is a carriage return.
const WANTED: &str = "aZ@#€éß漢字ж";

#[test]
fn keys_and_text_are_read_as_they_were_meant() {
    let Some(server) = XServer::start("1280x800x24") else {
        return;
    };
    let Some(terminal) = Terminal::open(&server) else {
        return;
    };
    let mut expert = Expert::on(&server);
    expert.keys(WANTED);
    terminal.must_have(WANTED);
    expert.text(WANTED);
    terminal.must_have(&WANTED.repeat(2));
    expert.text("ÀÉÎ\tõü\nçñ😀");
    terminal.must_have(&format!("{}ÀÉÎ\tõü\rçñ😀", WANTED.repeat(2)));
    assert_eq!(server.keys_down(), [0_u8; 0]);
}

#[test]
fn every_sign_arrives_at_four_milliseconds_a_key() {
    let Some(server) = XServer::start("1280x800x24") else {
        return;
    };
    let Some(terminal) = Terminal::open(&server) else {
        return;
    };
    let text = type_fast(&mut Expert::on(&server));
    terminal.must_have(&text);
}

/// Every sign at four milliseconds a key, and what it must become.
fn type_fast(expert: &mut Expert) -> String {
    let ascii: String = (' '..='~').collect();
    let text = format!("{ascii}{WANTED}àèìòùâêîôûäëïöü");
    let start = Instant::now();
    for (count, sign) in (0..).zip(text.chars()) {
        std::thread::sleep((start + FAST * count).saturating_duration_since(Instant::now()));
        expert.tap(sym(sign));
    }
    text
}

#[test]
fn a_window_that_draws_its_own_text_reads_the_same() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("typed");
    let _window = server.run_self_with("typing::a_window_to_type_into", &[(FILE, &file)]);
    server.focus_program();
    until("the window has the focus", || fs::exists(&file).unwrap());
    let mut expert = Expert::on(&server);
    let wanted = type_fast(&mut expert);
    let typed = || fs::read_to_string(&file).unwrap();
    until("all is typed", || {
        typed().chars().count() >= wanted.chars().count()
    });
    assert_eq!(typed(), wanted);
}

/// Where the window writes down what is typed into it.
const FILE: &str = "HULP_TEST_TYPED";

#[test]
#[ignore = "the window of a_window_that_draws_its_own_text_reads_the_same"]
fn a_window_to_type_into() {
    use eframe::egui;
    use winit::platform::x11::EventLoopBuilderExtX11 as _;

    struct Window {
        file: PathBuf,
        text: String,
        saved: Option<String>,
    }

    impl eframe::App for Window {
        fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
            let field = ui.add(egui::TextEdit::singleline(&mut self.text).id_source("field"));
            field.request_focus();
            if field.has_focus() && self.saved.as_ref() != Some(&self.text) {
                // Moved into place, so that it is read whole.
                let new = self.file.with_extension("new");
                fs::write(&new, &self.text).unwrap();
                fs::rename(&new, &self.file).unwrap();
                self.saved = Some(self.text.clone());
            }
        }
    }

    let window = Window {
        file: std::env::var_os(FILE).unwrap().into(),
        text: String::new(),
        saved: None,
    };
    let options = eframe::NativeOptions {
        event_loop_builder: Some(Box::new(|builder| {
            builder.with_any_thread(true);
        })),
        ..Default::default()
    };
    eframe::run_native("typed", options, Box::new(|_| Ok(Box::new(window)))).unwrap();
}

#[test]
fn more_foreign_signs_than_spare_keys() {
    let Some(server) = XServer::start("1280x800x24") else {
        return;
    };
    let Some(terminal) = Terminal::open(&server) else {
        return;
    };
    let text: String = ('\u{4e00}'..).take(120).collect();
    let mut expert = Expert::on(&server);
    expert.text(&text);
    terminal.must_have(&text);
}

#[test]
fn other_layouts_of_the_novice_change_nothing() {
    let Some(server) = XServer::start("1280x800x24") else {
        return;
    };
    let Some(terminal) = Terminal::open(&server) else {
        return;
    };
    let mut expert = Expert::on(&server);
    let text = "aZ@#€éß/\\{}~^`'\"?!ж";
    let mut wanted = String::new();
    for layout in ["de", "fr", "us", "ru", "dvorak", "gb", "us -variant intl"] {
        let arguments: Vec<_> = layout.split(' ').collect();
        if server.run_to_end("setxkbmap", &arguments).is_none() {
            return;
        }
        expert.keys(text);
        expert.text(text);
        wanted.push_str(&text.repeat(2));
        terminal.must_have(&wanted);
    }
    assert_eq!(server.keys_down(), [0_u8; 0]);
}

#[test]
fn the_second_of_two_layouts_and_caps_lock() {
    let Some(server) = XServer::start("1280x800x24") else {
        return;
    };
    let Some(terminal) = Terminal::open(&server) else {
        return;
    };
    if server.run_to_end("setxkbmap", &["us,ru"]).is_none() {
        return;
    }
    let mut expert = Expert::on(&server);
    let text = "aZ@фжЯ€1";
    let mut wanted = String::new();
    for (group, caps) in [
        (Group::M1, false),
        (Group::M2, false),
        (Group::M2, true),
        (Group::M1, true),
    ] {
        let lock = if caps { 2_u8 } else { 0 };
        server
            .conn
            .xkb_use_extension(1, 0)
            .unwrap()
            .reply()
            .unwrap();
        server
            .conn
            .xkb_latch_lock_state(
                0x100,
                2_u8.into(),
                lock.into(),
                true,
                group,
                0_u8.into(),
                false,
                0,
            )
            .unwrap()
            .check()
            .unwrap();
        expert.keys(text);
        expert.text(text);
        wanted.push_str(&text.repeat(2));
        terminal.must_have(&wanted);
    }
}

#[test]
fn a_keyboard_with_a_layout_of_its_own_does_not_mislead() {
    let Some(server) = XServer::start("1280x800x24") else {
        return;
    };
    let Some(terminal) = Terminal::open(&server) else {
        return;
    };
    // XTEST's keyboard is device 5 of every X server; nothing was pressed on it, so programs still see the other layout.
    if server
        .run_to_end("setxkbmap", &["-device", "5", "de"])
        .is_none()
    {
        return;
    }
    let mut expert = Expert::on(&server);
    expert.keys("yz@#Z");
    terminal.must_have("yz@#Z");
}

#[test]
fn shortcuts_reach_the_program() {
    let Some(server) = XServer::start("1280x800x24") else {
        return;
    };
    let Some(terminal) = Terminal::open(&server) else {
        return;
    };
    if server.run_to_end("setxkbmap", &["us,ru"]).is_none() {
        return;
    }
    let mut expert = Expert::on(&server);
    expert.key(Keysym::CONTROL_L, true);
    expert.tap(sym('c'));
    expert.tap(sym('d'));
    expert.key(Keysym::CONTROL_L, false);
    expert.tap(Keysym::ESCAPE);
    terminal.must_have("\u{3}\u{4}\u{1b}");
    // With the Cyrillic half chosen as well.
    server
        .conn
        .xkb_use_extension(1, 0)
        .unwrap()
        .reply()
        .unwrap();
    server
        .conn
        .xkb_latch_lock_state(
            0x100,
            0_u8.into(),
            0_u8.into(),
            true,
            Group::M2,
            0_u8.into(),
            false,
            0,
        )
        .unwrap()
        .check()
        .unwrap();
    expert.key(Keysym::CONTROL_L, true);
    expert.tap(sym('c'));
    // Text in between is no shortcut.
    expert.text("x");
    expert.tap(sym('d'));
    expert.key(Keysym::CONTROL_L, false);
    terminal.must_have("\u{3}\u{4}\u{1b}\u{3}x\u{4}");
}

#[test]
fn spare_keys_are_given_back() {
    let Some(server) = XServer::start("1280x800x24") else {
        return;
    };
    let mapping = || {
        let setup = x11rb::connection::Connection::setup(&server.conn);
        let count = setup.max_keycode - setup.min_keycode + 1;
        let mapping = server.conn.get_keyboard_mapping(setup.min_keycode, count);
        let mapping = mapping.unwrap().reply().unwrap();
        let keys = mapping.keysyms.chunks(mapping.keysyms_per_keycode.into());
        keys.map(|signs| signs.iter().copied().filter(|s| *s != 0).collect())
            .collect::<Vec<HashSet<u32>>>()
    };
    let before = mapping();
    let mut expert = Expert::on(&server);
    expert.text("漢字жЯ");
    assert_ne!(mapping(), before);
    drop(expert);
    assert_eq!(mapping(), before);

    // One that was killed gives nothing back; the next tidies up after it.
    let mut killed = server.run_self("typing::types_until_killed");
    until("foreign signs are bound", || mapping() != before);
    killed.0.kill().unwrap();
    killed.0.wait().unwrap();
    assert_ne!(mapping(), before);
    // The server may come to know late that it is gone.
    until("the next one tidied up", || {
        let _next = Expert::on(&server);
        mapping() == before
    });
}

#[test]
#[ignore = "the one that is killed in spare_keys_are_given_back"]
fn types_until_killed() {
    let display = std::env::var("DISPLAY").unwrap();
    let desktop = X11Desktop::new(Some(display));
    let mut injector = desktop.injector(Arc::new(|_| {})).unwrap();
    injector.inject(&InputEvent::Text("漢字жЯ".into())).unwrap();
    loop {
        std::thread::park();
    }
}
