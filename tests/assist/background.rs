//! Hulp beside its window: what is picked in the tray is done, notices are shown, and the start at log-in is what the system has.

use std::{sync::Arc, thread, time::Duration};

use hulp::{
    desktop::{AutostartError, Desktop, Notice, TrayPick, TrayState},
    engine::{
        Command, ControlEnd, ControlView, End, EngineConfig, ExpertEnd, ListenView, SettingsView,
    },
    store::{LogEvent, LogText},
    ui::tray_look,
};

use super::people::{PATIENCE, Person, key, take_control};

fn with_tray(config: &mut EngineConfig) {
    config.tray_words = Some(Arc::new(tray_look));
    config.timing.farewell = Duration::ZERO;
}

/// Waits for something on the desktop that the view does not tell.
#[track_caller]
fn see(what: &str, mut seen: impl FnMut() -> bool) {
    let glance = Duration::from_millis(10);
    let glances = PATIENCE.as_millis() / glance.as_millis();
    let found = (0..glances).any(|_| {
        let found = seen();
        if !found {
            thread::sleep(glance);
        }
        found
    });
    assert!(found, "{what}");
}

#[track_caller]
fn see_state(person: &Person, state: TrayState) {
    see(&format!("{state:?}"), || {
        person
            .desktop
            .tray()
            .is_some_and(|look| look.state == state)
    });
}

/// A novice with an icon in the tray, and an expert who helps.
fn helped() -> (Person, Person) {
    let (novice, expert) = (Person::settled_as(with_tray), Person::new());
    novice.wait("the icon", |view| view.background.in_tray.then_some(()));
    see_state(&novice, TrayState::Idle);
    let file = novice.invite(None);
    see_state(&novice, TrayState::Waiting);
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    expert.console();
    see_state(&novice, TrayState::Seen);
    (novice, expert)
}

#[test]
fn a_system_that_must_ask_its_user_hears_of_helpers_before_they_come() {
    let novice = Person::new();
    assert!(!novice.desktop.expects_helpers());
    novice.invite(None);
    assert!(novice.desktop.expects_helpers());
}

#[test]
fn stop_control_in_the_tray_stops_and_disconnect_ends() {
    let (novice, expert) = helped();
    assert!(
        !novice.desktop.pick(TrayPick::StopControl),
        "nobody controls"
    );
    take_control(&novice, &expert);
    see_state(&novice, TrayState::Controlled);
    expert.input(&[key(u32::from('a'), true)]);
    see("a key", || novice.desktop.injected().len() == 1);
    assert!(novice.desktop.pick(TrayPick::StopControl));
    let session = novice.wait("the end of control", |view| {
        let session = view.novice.session.clone()?;
        (session.control == ControlView::None).then_some(session)
    });
    assert_eq!(session.last_control_end, Some(ControlEnd::StopButton));
    see("nothing held", || novice.desktop.held().is_empty());
    see_state(&novice, TrayState::Seen);
    assert!(novice.desktop.pick(TrayPick::Disconnect));
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::NoviceLeft));
    assert!(!novice.view().background.quits);
}

#[test]
fn open_and_quit_in_the_tray_are_for_the_window() {
    let novice = Person::settled_as(with_tray);
    novice.wait("the icon", |view| view.background.in_tray.then_some(()));
    see_state(&novice, TrayState::Idle);
    assert!(novice.desktop.pick(TrayPick::Open));
    novice.wait("a summons", |view| (view.summons.number == 1).then_some(()));
    assert!(novice.desktop.pick(TrayPick::Quit));
    novice.wait("the end", |view| view.background.quits.then_some(()));
    // Whoever does not own the novice's side has no icon.
    let other = novice.start_again(with_tray);
    other.wait("another's", |view| {
        (view.novice.listen == ListenView::OwnedByAnother).then_some(())
    });
    assert_eq!(other.desktop.tray(), None);
}

#[test]
fn a_notice_is_shown_until_it_is_taken_back_and_a_click_opens_the_window() {
    let novice = Person::new();
    let notice = |title: &str| Notice {
        title: title.into(),
        text: "Hulp asks.".into(),
        open: "Open Hulp".into(),
    };
    novice.send(Command::Notify(None));
    novice.send(Command::Notify(Some(notice("one"))));
    see("one", || novice.desktop.notice() == Some(notice("one")));
    novice.send(Command::Notify(Some(notice("two"))));
    see("two", || novice.desktop.notice() == Some(notice("two")));
    novice.desktop.click_notice();
    novice.wait("a summons", |view| (view.summons.number == 1).then_some(()));
    novice.send(Command::Notify(None));
    see("none", || novice.desktop.notice().is_none());
}

#[test]
fn the_start_at_login_is_what_the_system_has() {
    let novice = Person::new();
    let save = |on| {
        let before = novice.view().settings.clone();
        let after = SettingsView {
            start_with_desktop: on,
            ..before.clone()
        };
        novice.send(Command::save_settings(&before, after));
    };
    let shown = |on: bool| {
        novice.wait("the setting", |view| {
            (view.settings.start_with_desktop == on).then_some(())
        });
    };
    save(true);
    see("a start at log-in", || novice.desktop.starts_at_login());
    shown(true);

    // What the system refuses is told, and the setting says what is so.
    let refused = AutostartError::Unknown("where Hulp is");
    novice.desktop.fail_autostart(Some(refused.clone()));
    save(false);
    let fault = novice.wait("a fault", |view| view.background.autostart_fault.clone());
    assert_eq!(fault, refused.to_string());
    shown(true);
    novice.desktop.fail_autostart(None);
    save(false);
    see("no start at log-in", || !novice.desktop.starts_at_login());
    novice.wait("no fault", |view| {
        view.background.autostart_fault.is_none().then_some(())
    });

    // Somebody changes it with the system's own means.
    novice.desktop.set_starts_at_login(true);
    shown(true);
    let changed = novice
        .log()
        .into_iter()
        .rev()
        .find_map(|event| match event {
            LogEvent::SettingsTakenOver { changes } => Some(changes),
            _ => None,
        });
    let changed = changed.expect("it is in the log");
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].setting, LogText::from("start_with_desktop"));

    // While Hulp was closed, too: this desktop is another one.
    let novice = novice.restart();
    novice.wait("the setting", |view| {
        (!view.settings.start_with_desktop).then_some(())
    });
    let file = novice.file("store/settings.toml");
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains("start_with_desktop = false"), "{text}");
}
