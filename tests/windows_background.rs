//! Hulp without a window: started so or closed, brought up by whoever asks, seen in the tray, and started at log-in.

#![allow(clippy::unwrap_used)]

mod rig;

use std::fs;

use atspi::State;
use hulp::{invitation::HelperCard, store::Store};
use rig::{
    alone, can_run,
    helping::{
        EXPERT, NOVICE, await_control_ended, expect_nothing_pressed, expert, give_control, novice,
        waiting,
    },
    hulp::Hulp,
    person::{AT_HOME, Person, SETTINGS, said},
    ports::free_port,
    process::{PATIENCE, wait_for},
    shell::Shell,
};

/// Has `helper` on the list of `person`, whose computer takes offers at this port.
fn take_offers(person: &Person, helper: &Person) -> u16 {
    let card = helper.folder().join("thomas.hulpcard");
    let made = helper.hulp(&[
        "identity",
        "export",
        &card.to_string_lossy(),
        "--name",
        EXPERT,
        "--organisation",
        "Helpdesk",
    ]);
    assert!(made.status.success(), "{}", said(&made));
    let card = HelperCard::read(&fs::read(card).unwrap()).unwrap();
    let port = free_port();
    let settings = person.home().join(SETTINGS);
    let store = Store::open(settings.parent().unwrap()).unwrap();
    store.list_helper(&card, true).unwrap();
    let text = format!("name = \"{NOVICE}\"\nallow_offers = true\nport = {port}\n{AT_HOME}");
    fs::write(settings, text).unwrap();
    port
}

#[track_caller]
fn expect<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    wait_for(PATIENCE, look).unwrap_or_else(|| panic!("no {what}"))
}

/// Waits until the icon in the tray says this.
#[track_caller]
fn await_tooltip(shell: &Shell, words: &str) {
    let shown = wait_for(PATIENCE, || {
        shell.tooltip().filter(|tooltip| tooltip == words)
    });
    assert!(shown.is_some(), "{words}, not {:?}", shell.tooltip());
}

/// Waits until none of its windows is on the display.
#[track_caller]
fn await_hidden(person: &Person, pid: u32) {
    expect("end of its window", || {
        (person.display().windows_of(pid).is_empty()).then_some(())
    });
}

/// Clicks the window's cross.
fn close(hulp: &Hulp<'_>) {
    hulp.person().display().close(hulp.window().0);
}

#[test]
fn an_offer_brings_up_a_hulp_that_has_no_window() {
    if !can_run("an_offer_brings_up_a_hulp_that_has_no_window") {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let port = take_offers(&at_novice, &at_expert);
    let shell = Shell::start(at_novice.bus().address());
    let running = Hulp::start_in_background(&at_novice);
    let pid = running.pid();
    await_tooltip(&shell, "Hulp takes offers of help.");
    assert_eq!(shell.menu(), ["Open Hulp", "Quit Hulp"]);
    let waits = shell.icon();
    assert!(at_novice.display().windows_of(pid).is_empty());

    let again = at_novice.hulp(&["--background"]);
    assert!(again.status.success());
    assert_eq!(said(&again), "", "nobody is there to read it");
    assert!(at_novice.display().windows_of(pid).is_empty());

    let place = format!("127.0.0.1:{port}");
    let thomas = Hulp::start(&at_expert, ["offer", &place]);
    let mut grietje = Hulp::shown(&at_novice, running);
    let heading = format!("{EXPERT} offers to help you");
    grietje.await_text(&heading);
    grietje.expect("question above all windows", PATIENCE, || {
        let window = grietje.window().0;
        (at_novice.display().has_state(window, "_NET_WM_STATE_ABOVE")).then_some(())
    });
    let notice = expect("notice", || shell.notices().pop());
    assert_eq!(notice.title, heading);
    at_novice.keep_picture("background-offer.png");
    grietje.choose("I called them");
    grietje.answer("Allow");
    await_tooltip(&shell, &format!("{EXPERT} can see your screen."));
    assert_eq!(shell.menu(), ["Open Hulp", "Disconnect", "Quit Hulp"]);
    assert_eq!(shell.notices(), [], "answered");
    let seen = shell.icon();
    assert_ne!(seen, waits);

    give_control(&grietje, &thomas);
    await_tooltip(
        &shell,
        &format!("{EXPERT} can see your screen and use your mouse and keyboard."),
    );
    assert_ne!(shell.icon(), seen);
    shell.pick("Stop control");
    await_control_ended(&grietje, &thomas);
    expect_nothing_pressed(&at_novice);
    shell.pick("Disconnect");
    thomas.await_text(&format!("{NOVICE} ended the session."));
    drop(thomas);
    grietje.press("Done");
    grietje.await_button("Invite someone to help");
    await_tooltip(&shell, "Hulp takes offers of help.");

    // Closed, it goes on; and it says so once.
    close(&grietje);
    grietje.await_text("you find it in the tray");
    at_novice.keep_picture("background-closing.png");
    grietje.press("Keep waiting");
    await_hidden(&at_novice, pid);
    shell.click();
    grietje.window();
    grietje.await_button("Invite someone to help");
    close(&grietje);
    await_hidden(&at_novice, pid);
    assert!(at_novice.hulp(&["show", "settings"]).status.success());
    grietje.window();
    grietje.await_text("Receiving help");

    // Hidden, it is asked again.
    close(&grietje);
    await_hidden(&at_novice, pid);
    let thomas = Hulp::start(&at_expert, ["offer", &place]);
    grietje.window();
    grietje.await_text(&heading);
    expect("notice", || shell.notices().pop());
    grietje.answer("Decline");
    thomas.await_text("said no.");
    expect("end of the notice", || {
        shell.notices().is_empty().then_some(())
    });

    close(&grietje);
    await_hidden(&at_novice, pid);
    shell.pick("Quit Hulp");
    let ended = expect("end", || grietje.ended());
    assert!(ended.success());
    assert_eq!(shell.tooltip(), None);
}

#[test]
fn one_that_never_had_a_window_opens_and_ends_from_the_tray() {
    if !can_run("one_that_never_had_a_window_opens_and_ends_from_the_tray") {
        return;
    }
    let _alone = alone();
    let person = novice();
    let mut running = Hulp::start_in_background(&person);
    // The desktop's tray comes after those that start with it.
    let socket = person.home().join(SETTINGS).with_file_name("hulp.socket");
    expect("beginning", || socket.exists().then_some(()));
    let shell = Shell::start(person.bus().address());
    await_tooltip(&shell, "Hulp");
    shell.pick("Quit Hulp");
    let ended = expect("end", || running.ended());
    assert!(ended.success(), "{ended}");
    assert!(!socket.exists());

    let running = Hulp::start_in_background(&person);
    expect("beginning", || socket.exists().then_some(()));
    let pid = running.pid();
    assert!(person.display().windows_of(pid).is_empty());
    let file = person.folder().join("new.hulp");
    let invited = person.hulp(&[
        "invite",
        "--name",
        NOVICE,
        "--save",
        &file.to_string_lossy(),
    ]);
    assert!(invited.status.success(), "{}", said(&invited));
    let hulp = Hulp::shown(&person, running);
    hulp.await_text("Waiting for your helper");
    await_tooltip(&shell, "Hulp waits for your helper: 1 open invitation.");
}

#[test]
fn without_a_tray_closing_says_how_to_get_back() {
    if !can_run("without_a_tray_closing_says_how_to_get_back") {
        return;
    }
    let _alone = alone();
    let person = novice();
    let (mut hulp, _) = waiting(&person, "1h", None);
    let pid = hulp.running().pid();
    for _ in 0..2 {
        // Each time: there is no other way to end it.
        close(&hulp);
        hulp.await_text("start Hulp again to get back to it");
        hulp.press("Keep waiting");
        await_hidden(&person, pid);
        assert!(person.hulp(&[]).status.success());
        hulp.window();
    }
    close(&hulp);
    hulp.press("Close Hulp");
    assert!(expect("end", || hulp.ended()).success());
}

#[test]
fn the_start_at_login_is_what_the_system_has() {
    if !can_run("the_start_at_login_is_what_the_system_has") {
        return;
    }
    let _alone = alone();
    let person = novice();
    let entry = person.home().join(".config/autostart/hulp.desktop");
    let name = "Start Hulp when I log in";
    let hulp = Hulp::start(&person, ["show", "settings"]);
    let is_checked = |on: bool| {
        hulp.expect(&format!("`{name}` {on}"), PATIENCE, || {
            let shown = hulp.button(name)?.is(State::Checked);
            (shown == on).then_some(())
        });
    };
    is_checked(false);
    hulp.choose(name);
    hulp.press("Save settings");
    hulp.await_text("Your settings are saved.");
    let text = expect("entry", || fs::read_to_string(&entry).ok());
    let exec = text.lines().find(|line| line.starts_with("Exec=")).unwrap();
    assert!(exec.contains(env!("CARGO_BIN_EXE_hulp")), "{text}");
    assert!(exec.ends_with(" --background"), "{text}");
    person.keep_picture("background-settings.png");

    // Somebody takes it away by hand.
    fs::remove_file(&entry).unwrap();
    is_checked(false);
    let settings = person.home().join(SETTINGS);
    expect("settings of now", || {
        let text = fs::read_to_string(&settings).ok()?;
        text.contains("start_with_desktop = false").then_some(())
    });

    // And by the settings' file, which is not to be as it just was: that would be no change.
    let text = fs::read_to_string(&settings).unwrap();
    let on = text
        .replace("start_with_desktop = false", "start_with_desktop = true")
        .replace("show_edge = true", "show_edge = false");
    fs::write(&settings, on).unwrap();
    expect("entry", || entry.exists().then_some(()));
    is_checked(true);

    // What cannot be written is said.
    fs::remove_dir_all(entry.parent().unwrap()).unwrap();
    fs::write(entry.parent().unwrap(), "in the way").unwrap();
    is_checked(false);
    hulp.choose(name);
    hulp.press("Save settings");
    let fault = hulp.await_text("could not be changed");
    assert!(fault.contains("That did not work"), "{fault}");
    is_checked(false);
}
