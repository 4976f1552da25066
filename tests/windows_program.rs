//! The program as a user starts it: a second time, several at once, killed; and what it says of the computer. In real windows.

#![allow(clippy::unwrap_used)]

mod rig;

use std::{fs, net::TcpListener, process::Command, time::Duration};

use rig::{
    alone, can_run,
    display::Display,
    helping::{EXPERT, NOVICE, TERMINAL_PLACE, begin, expert, novice, say, waiting},
    hulp::Hulp,
    person::{Person, SETTINGS, said},
    ports::free_port,
    process::{PATIENCE, wait_for},
    terminal::Terminal,
};
use serde_json::Value;

#[test]
fn a_second_start_hands_over_to_the_first() {
    if !can_run("a_second_start_hands_over_to_the_first") {
        return;
    }
    let _alone = alone();
    let at_novice = novice();
    let grietje = Hulp::start(&at_novice, [""; 0]);
    grietje.await_button("Invite someone to help");
    let terminal = Terminal::open(&at_novice, "terminal", TERMINAL_PLACE);
    let window = grietje.window().0;
    let display = at_novice.display();
    grietje.expect("another window in front", PATIENCE, || {
        (display.active_window() != Some(window)).then_some(())
    });

    let again = at_novice.hulp(&[]);
    assert!(again.status.success(), "{}", said(&again));
    assert!(
        said(&again).contains("Hulp is open already"),
        "{}",
        said(&again)
    );
    grietje.expect("its window in front", PATIENCE, || {
        (display.active_window() == Some(window)).then_some(())
    });

    assert!(at_novice.hulp(&["show", "status"]).status.success());
    grietje.await_text("Invitation status");
    let file = at_novice.folder().join("elsewhere.hulp");
    let path = file.to_string_lossy();
    let asked = ["invite", "--name", NOVICE, "--save", &path];
    let invited = at_novice.hulp(&asked);
    assert!(invited.status.success(), "{}", said(&invited));
    assert!(said(&invited).contains("Saved"), "{}", said(&invited));
    assert!(file.is_file());
    grietje.await_text("Waiting for your helper");

    let too_long = [
        "invite",
        "--name",
        NOVICE,
        "--expires",
        "900d",
        "--save",
        &path,
    ];
    let refused = at_novice.hulp(&too_long);
    assert!(!refused.status.success(), "{}", said(&refused));
    assert!(said(&refused).contains("30 days"), "{}", said(&refused));

    // At another display of the same user there is no window of it.
    let other = Display::start(800, 600, &at_novice.home());
    let elsewhere = at_novice.hulp_with(&[], |command| {
        command.env("DISPLAY", other.name());
    });
    assert!(!elsewhere.status.success());
    let words = format!("at the display {}", display.name());
    assert!(said(&elsewhere).contains(&words), "{}", said(&elsewhere));
    drop(terminal);
}

#[test]
fn what_a_killed_one_leaves_behind_is_in_nobodys_way() {
    if !can_run("what_a_killed_one_leaves_behind_is_in_nobodys_way") {
        return;
    }
    let _alone = alone();
    let at_novice = novice();
    let mut first = Hulp::start(&at_novice, [""; 0]);
    first.await_button("Invite someone to help");
    let socket = at_novice
        .home()
        .join(SETTINGS)
        .with_file_name("hulp.socket");
    assert!(socket.exists());
    first.kill();
    assert!(socket.exists(), "killed before it could tidy up");
    let second = Hulp::start(&at_novice, [""; 0]);
    second.await_button("Invite someone to help");
    assert!(!second.shows("Another Hulp window is open"));
    assert!(at_novice.hulp(&["show", "settings"]).status.success());
    second.await_text("Receiving help");
}

#[test]
fn hulp_speaks_the_systems_language_until_another_is_chosen() {
    if !can_run("hulp_speaks_the_systems_language_until_another_is_chosen") {
        return;
    }
    let _alone = alone();
    let at_novice = novice();
    for variable in ["LANG", "LC_ALL"] {
        at_novice.set(variable, "nl_NL.UTF-8");
    }
    let grietje = Hulp::start(&at_novice, [""; 0]);
    grietje.await_button("Iemand uitnodigen om te helpen");
    // By hand, or by another Hulp of hers.
    let file = at_novice.home().join(SETTINGS);
    let settings = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("language = \"de\"\n{settings}")).unwrap();
    grietje.await_button("Jemanden zum Helfen einladen");
    let again = at_novice.hulp(&["show", "settings"]);
    assert!(said(&again).contains("schon geöffnet"), "{}", said(&again));
    grietje.await_button("Einstellungen speichern");
    let policy = at_novice.folder().join("policy.toml");
    fs::write(&policy, "control = \"view only\"\nfiles = 7\n").unwrap();
    let policy = policy.to_string_lossy();
    for (asked, answer) in [
        (&["log", "verify"][..], "Das Protokoll"),
        (&["identity", "show"], "Schlüssel: "),
        (
            &["policy", "check", &policy],
            "FALSCH: files muss sein: true oder false",
        ),
        (
            &["policy", "check", &policy],
            "= Helfer sehen den Bildschirm",
        ),
        (
            &["organisation", "sign", &policy, "--secret", &policy],
            "kann nicht benutzt werden",
        ),
    ] {
        let answered = said(&at_novice.hulp(asked));
        assert!(answered.contains(answer), "{asked:?}: {answered}");
    }
}

#[test]
fn one_expert_helps_two_and_the_end_of_one_leaves_the_other() {
    if !can_run("one_expert_helps_two_and_the_end_of_one_leaves_the_other") {
        return;
    }
    let _alone = alone();
    let (at_first, at_second, at_expert) = (novice(), novice(), expert());
    let (anna, her_file) = waiting(&at_first, "1h", None);
    let (bob, his_file) = waiting(&at_second, "1h", None);
    let mut with_anna = begin(&anna, &at_expert, &her_file);
    let with_bob = begin(&bob, &at_expert, &his_file);
    let socket = at_expert
        .home()
        .join(SETTINGS)
        .with_file_name("hulp.socket");
    assert!(
        !socket.exists(),
        "who helps leaves the novice's side to others"
    );
    // One lies over the other, and a window that is not seen paints nothing.
    with_anna.activate();
    say(&with_anna, &anna, "one");
    with_bob.activate();
    say(&with_bob, &bob, "two");
    with_anna.kill();
    say(&with_bob, &bob, "still here");
    say(&bob, &with_bob, "so am I");
    anna.await_text(&format!("The connection to {EXPERT} broke."));
}

#[test]
fn several_invitations_open_at_once_each_in_a_process_of_its_own() {
    if !can_run("several_invitations_open_at_once_each_in_a_process_of_its_own") {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let (_grietje, file) = waiting(&at_novice, "1h", None);
    let copy = at_expert.folder().join("copy.hulp");
    fs::copy(&file, &copy).unwrap();
    let first = Hulp::start(&at_expert, [&file, &copy]);
    let display = at_expert.display();
    let other = first.expect("a second process with a window", PATIENCE, || {
        let started = children(first.running().pid()).into_iter();
        let mut windows = started.map(|pid| (pid, display.windows_of(pid)));
        windows.find_map(|(pid, windows)| Some((pid, windows.first()?.0)))
    });
    // One lies over the other, and a window that is not seen paints nothing.
    first.activate();
    first.await_text(&format!("{NOVICE} asks for your help"));
    let (pid, window) = other;
    display.activate(window);
    let asked = wait_for(PATIENCE, || {
        let shown = at_expert.bus().program(pid)?.controls();
        let asks = |name: &str| name.contains("asks for your help");
        shown.iter().any(|one| asks(one.name())).then_some(())
    });
    assert!(asked.is_some(), "the other one's page");
}

/// The processes that this one started.
fn children(pid: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).unwrap().flatten();
    let children = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    let children: String = children.collect();
    children
        .split_whitespace()
        .filter_map(|pid| pid.parse().ok())
        .collect()
}

/// A computer whose settings name no server beyond this computer.
fn at_home() -> (Person, u16) {
    let person = novice();
    let port = free_port();
    let settings = format!(
        "port = {port}\n[network]\nmap_port = false\nrelays = \"none\"\nmailbox = \"ws://127.0.0.1:{}/v1\"\n",
        free_port()
    );
    fs::write(person.home().join(SETTINGS), settings).unwrap();
    (person, port)
}

/// What `hulp check --json` finds, by part: the state and the words.
struct Found(Vec<Value>);

impl Found {
    fn of(person: &Person, prepare: impl FnOnce(&mut Command)) -> Self {
        let output = person.hulp_with(&["check", "--json"], prepare);
        let found: Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", said(&output)));
        let parts = found["parts"].as_array().unwrap().clone();
        let fails = parts.iter().any(|part| part["state"] == "fails");
        assert_eq!(found["works"], !fails);
        assert_eq!(output.status.code(), Some(i32::from(fails)));
        assert_eq!(found["hulp"], env!("CARGO_PKG_VERSION"));
        Self(parts)
    }

    #[track_caller]
    fn is(&self, part: &str, state: &str, words: &str) {
        let found = self.0.iter().find(|found| found["part"] == part).unwrap();
        assert_eq!(found["state"], state, "{found}");
        let what = format!("{} {}", found["what"], found["next"]);
        assert!(what.contains(words), "{found}");
    }
}

#[test]
fn a_check_tries_each_part_for_real() {
    if !can_run("a_check_tries_each_part_for_real") {
        return;
    }
    let _alone = alone();
    let (person, port) = at_home();
    let before = person.display().pointer();
    let found = Found::of(&person, |_| ());
    found.is("screen", "works", "1280 by 800");
    found.is("input", "works", "The pointer was moved");
    found.is("stop_keys", "works", "");
    found.is("port", "works", &format!("at port {port}"));
    found.is("way_out", "fails", "does not take connections");
    found.is("router", "not_set_up", "leaves the router alone");
    found.is("relay", "not_set_up", "");
    found.is("codes", "fails", "cannot be reached");
    found.is("contacts", "not_set_up", "");
    found.is("keyring", "fails", "keyring");
    found.is("disk", "works", "");
    found.is("clock", "works", "");
    found.is("drawing", "works", "in software");
    assert_eq!(person.display().pointer(), before, "it is put back");
    assert!(
        TcpListener::bind(("127.0.0.1", port)).is_ok(),
        "closed again"
    );

    // The same words for people.
    let output = person.hulp(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    for words in ["Seeing the screen: Works", "3 parts do not work."] {
        assert!(said(&output).contains(words), "{}", said(&output));
    }
}

#[test]
fn a_check_of_a_broken_computer_says_what_is_broken() {
    if !can_run("a_check_of_a_broken_computer_says_what_is_broken") {
        return;
    }
    let _alone = alone();
    let (person, port) = at_home();
    let _taken = TcpListener::bind(("0.0.0.0", port)).unwrap();
    let taken_6 = TcpListener::bind(("::", port));
    let found = Found::of(&person, |command| {
        command.env_remove("DISPLAY");
        command.env_remove("DBUS_SESSION_BUS_ADDRESS");
        // Or the one of whoever runs this would be found.
        command.env("XDG_RUNTIME_DIR", person.folder().join("nothing here"));
    });
    drop(taken_6);
    found.is("screen", "fails", "there is no display");
    found.is("input", "fails", "there is no display");
    found.is("stop_keys", "not_set_up", "nothing to stop");
    found.is("port", "works", &format!("Port {port} is in use"));
    found.is("keyring", "fails", "keyring");
    found.is("email", "not_set_up", "no e-mail program");
    found.is("disk", "works", "");
    found.is("drawing", "fails", "No window can be drawn");

    // A display that nobody answers at.
    let found = Found::of(&person, |command| {
        command.env("DISPLAY", ":987");
    });
    found.is("screen", "fails", "no display");
    found.is("input", "fails", "no display");
}

#[test]
fn without_opengl_the_window_is_drawn_through_vulkan_and_without_both_one_hears_what_to_install() {
    if !can_run("without_opengl_the_window_is_drawn_through_vulkan") {
        return;
    }
    let _alone = alone();
    let (person, _) = at_home();
    Found::of(&person, |_| ()).is("drawing", "works", "OpenGL");

    person.set("LIBGL_DRIVERS_PATH", "/nothing/here");
    Found::of(&person, |_| ()).is("drawing", "works", "Vulkan");
    let hulp = Hulp::start(&person, [""; 0]);
    hulp.press("Check this computer");
    hulp.await_text("through Vulkan");
    drop(hulp);

    person.set("VK_DRIVER_FILES", "/nothing/here");
    Found::of(&person, |_| ()).is("drawing", "fails", "mesa-vulkan-drivers");
    let refused = person.hulp(&[]);
    assert!(!refused.status.success());
    let words = said(&refused);
    assert!(words.contains("mesa-vulkan-drivers"), "{words}");
    assert!(!words.contains("panicked"), "{words}");
}

#[test]
fn the_page_shows_the_screen_and_hears_escape() {
    if !can_run("the_page_shows_the_screen_and_hears_escape") {
        return;
    }
    let _alone = alone();
    let (person, _) = at_home();
    person.display().paint_background(20, 90, 160);
    let hulp = Hulp::start(&person, [""; 0]);
    hulp.press("Check this computer");
    hulp.await_text("This is what a helper would see (1280 by 800 pixels).");
    hulp.await_text("The pointer was moved a little and back.");
    hulp.await_text("Try it if you like: press Esc now.");
    // With another program in front: it is heard wherever the focus is.
    let terminal = Terminal::open(&person, "terminal", TERMINAL_PLACE);
    person.display().tap(rig::display::ESCAPE);
    hulp.await_text("Hulp heard Esc.");
    drop(terminal);
    hulp.await_text_for(Duration::from_secs(60), "parts do not work.");
    person.keep_picture("check-page.png");
    hulp.press("Back");
    hulp.await_button("Invite someone to help");
}
