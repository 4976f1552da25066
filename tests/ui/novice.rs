//! The pages of the one who gets help.

use std::{path::PathBuf, time::Duration};

use egui::{
    Event, ImeEvent, Key, Modifiers, PointerButton, Pos2, Theme, ViewportCommand, WindowLevel,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use hulp::{
    engine::{
        CodeError, CodeState, Command, ControlView, DirectWay, HeldBack, HelperStanding,
        InviteFault, InviteHow, InviteView, PasswordKept, RelayFault, RelayWay, Relays, Secret,
        Seeing, StopKey, StopKeys,
    },
    invitation::InvitationId,
    ui::StartPage,
};

use crate::pages::{self, Window, key_event};

const SIZE: [f32; 2] = [760.0, 1200.0];

fn open(view: hulp::engine::View) -> Window {
    let mut window = Window::open(SIZE, Theme::Light, StartPage::Home, view);
    window.settle();
    window
}

fn ask(standing: HelperStanding) -> Window {
    let mut window = Window::open_at(SIZE, Theme::Light, StartPage::Home, |now| {
        pages::consent(now, standing)
    });
    window.wait_for_buttons();
    window
}

fn answer(allow: bool) -> Command {
    Command::AnswerHelper { question: 7, allow }
}

#[test]
fn an_invitation_is_asked_for_as_it_was_filled_in() {
    let mut window = open(pages::view());
    window.click("Invite someone to help");
    assert_eq!(window.value("Your name"), "Anna Bakker");
    assert_eq!(
        window.value("Save to"),
        "/home/anna/Invitation from Anna Bakker.hulp"
    );
    window.write("Message to your helper", "The printer is silent.");
    window.write("Expires after", "90");
    window.click("Unit of Expires after");
    window.click("Minutes");
    window.write("Save to", "/tmp/help me.hulp");
    window.click("Save invitation");
    let asked = window.engine.asked();
    let [Command::Invite(request)] = &asked[..] else {
        panic!("{asked:?}");
    };
    assert_eq!(request.name, "Anna Bakker");
    assert_eq!(request.message, "The printer is silent.");
    assert_eq!(request.lifetime, Duration::from_secs(90 * 60));
    assert_eq!(request.password, None);
    assert_eq!(request.how, InviteHow::File("/tmp/help me.hulp".into()));
}

#[test]
fn faults_are_said_beside_their_fields_and_nothing_is_asked() {
    let mut window = open(pages::view());
    window.click("Invite someone to help");
    window.write("Your name", " ");
    window.write("Expires after", "31");
    window.click("Unit of Expires after");
    window.click("Days");
    window.click("Require a password");
    window.write("Password", "tulip-boat-salt");
    window.write("Repeat password", "tulip-boat-malt");
    window.click("Save invitation");
    assert_eq!(window.engine.asked(), [Command::InviteSeen]);
    for words in [
        "Please write your name",
        "from 1 minute to 30 days",
        "The two passwords are not the same.",
    ] {
        assert!(window.says(words), "{words}");
    }
    window.write("Password", "abc");
    assert!(window.says("too short"));
}

#[test]
fn what_the_engine_finds_wrong_is_said_too() {
    let mut window = open(pages::view());
    window.click("Invite someone to help");
    let fault = InviteFault::File("no such folder".into());
    (window.engine).change(|view| view.novice.invite = InviteView::Failed(fault));
    window.settle();
    assert!(window.says("no such folder"));
}

#[test]
fn a_password_that_is_easy_to_say_fills_both_fields() {
    let mut window = open(pages::view());
    window.click("Invite someone to help");
    window.click("Require a password");
    window.click("Make one that is easy to say");
    let password = window.value("Password");
    assert_eq!(password.split('-').count(), 4, "{password}");
    assert_eq!(password, window.value("Repeat password"), "and is shown");
    window.click("Save invitation");
    let asked = window.engine.asked();
    let [Command::Invite(request)] = &asked[..] else {
        panic!("{asked:?}");
    };
    assert_eq!(*request.password.as_ref().unwrap().0, password);
}

#[test]
fn a_code_is_asked_for_shown_copied_and_made_anew() {
    let mut window = open(pages::view());
    window.click("Invite someone to help");
    window.click("A code");
    assert!(!window.can("Save to"));
    window.click("Make a code");
    let asked = window.engine.asked();
    let [Command::Invite(request)] = &asked[..] else {
        panic!("{asked:?}");
    };
    assert_eq!(request.how, InviteHow::Code);
    (window.engine).change(|view| *view = pages::coded(CodeState::Making { why: None }));
    window.settle();
    assert!(window.says("Waiting for your helper") && window.says("Making a code…"));
    (window.engine).change(|view| *view = pages::coded(pages::ready(None)));
    window.settle();
    assert!(window.can("5-001-997"));
    assert!(window.says("When you leave this page, the code ends."));
    assert!(!window.says("You can leave this page"));
    assert!(window.says("type 5, 0 0 1, 9 9 7."));
    window.harness.get_by_label("Copy the code").click();
    let copied = (0..4).any(|_| {
        window.harness.step();
        window.copied("5-001-997")
    });
    assert!(copied);
    let wrong = Some(CodeError::WrongCode);
    (window.engine).change(|view| *view = pages::coded(pages::ready(wrong)));
    window.settle();
    assert!(window.says("Somebody typed a wrong code."));
    window.click("Make a new code");
    let id = InvitationId([1; 16]);
    assert_eq!(window.engine.asked(), [Command::MakeCode(id)]);
}

#[test]
fn a_code_ends_when_its_page_is_left_by_any_way() {
    let mut window = open(pages::view());
    window.click("Invite someone to help");
    (window.engine).change(|view| *view = pages::coded(pages::ready(None)));
    window.settle();
    assert_eq!(window.engine.asked(), []);
    window.click("Invitation status");
    window.settle();
    assert_eq!(window.engine.asked(), [Command::EndCode]);
    (window.engine).change(|view| view.novice.code = None);
    window.click("Back");
    assert!(window.says("There is no code now"));
    // One that was made while the user went elsewhere.
    window.click("Home");
    assert_eq!(window.engine.asked(), [Command::InviteSeen]);
    (window.engine).change(|view| *view = pages::coded(pages::ready(None)));
    window.settle();
    assert_eq!(window.engine.asked(), [Command::EndCode]);
}

#[test]
fn resend_makes_a_code_for_the_same_invitation() {
    let mut window = open(pages::with_invitations());
    window.click("Invitation status");
    window.click("Resend");
    window.click("A code");
    window.click("Make a code");
    let id = InvitationId([1; 16]);
    assert_eq!(window.engine.asked(), [Command::MakeCode(id)]);
    (window.engine).change(|view| *view = pages::coded(pages::ready(None)));
    window.settle();
    assert!(window.says("Waiting for your helper") && window.can("5-001-997"));
    assert_eq!(window.engine.asked(), []);
}

#[test]
fn the_waiting_page_follows_and_withdraws() {
    let mut window = open(pages::view());
    window.click("Invite someone to help");
    window.engine.change(|view| *view = pages::waiting());
    window.settle();
    assert!(window.says("Waiting for your helper"));
    assert!(window.says("today at 18:00"));
    window.click("Withdraw invitation");
    assert_eq!(
        window.engine.asked(),
        [Command::Withdraw(InvitationId([1; 16]))]
    );
    window.click("Home");
    assert_eq!(window.engine.asked(), [Command::InviteSeen]);
    assert!(window.says("1 open invitation waits"));
}

#[test]
fn the_waiting_page_says_which_ways_are_open_and_follows() {
    let start = StartPage::Waiting;
    let mut window = Window::open_at(SIZE, Theme::Light, start, |_| pages::waiting());
    window.settle();
    assert!(window.says("Same network: open"));
    assert!(window.says("Internet directly: closed"));
    assert!(window.says("Internet through a relay: open"));
    assert!(!window.says("Only a helper in the same network"));
    (window.engine).change(|view| {
        let denied = RelayFault::Denied("no such token".into());
        view.novice.ways.relay = RelayWay::Closed(denied);
    });
    window.settle();
    assert!(window.says("the relay does not accept the token"));
    assert!(window.says("Only a helper in the same network"));
    (window.engine).change(|view| view.novice.ways.directly = DirectWay::Perhaps);
    window.settle();
    assert!(window.says("Internet directly: perhaps"));
    (window.engine).change(|view| view.novice.ways.directly = DirectWay::Open);
    window.settle();
    assert!(window.says("Internet directly: open"));
    assert!(!window.says("Only a helper in the same network"));
}

#[test]
fn expire_now_asks_before_it_ends_a_session() {
    let mut window = open(pages::with_invitations());
    window.click("Invitation status");
    let rows: Vec<_> = (window.harness.query_all_by_role(egui::accesskit::Role::Row))
        .filter_map(|row| egui_kittest::kittest::NodeT::accesskit_node(&row).label())
        .collect();
    assert_eq!(rows.len(), 5, "the columns and four invitations: {rows:?}");
    window.click("Expire now");
    assert_eq!(
        window.engine.asked(),
        [Command::Withdraw(InvitationId([1; 16]))]
    );
    window.click(&rows[2]);
    window.click("Expire now");
    assert_eq!(window.engine.asked(), []);
    window.click("End the session");
    assert_eq!(
        window.engine.asked(),
        [Command::Withdraw(InvitationId([2; 16]))]
    );
    window.click(&rows[3]);
    assert!(!window.can("Expire now"), "it was used");
    assert!(!window.can("Resend"));
    window.click("Delete");
    assert_eq!(
        window.engine.asked(),
        [Command::Delete(InvitationId([3; 16]))]
    );
}

#[test]
fn what_the_keyboard_comes_to_is_in_sight() {
    let mut window = Window::open([780.0, 600.0], Theme::Light, StartPage::Home, pages::view());
    window.settle();
    window.click("Invite someone to help");
    let last = "Require a password";
    let has_keyboard = |window: &Window| {
        window
            .harness
            .get_by_label(last)
            .accesskit_node()
            .is_focused()
    };
    for _ in 0..20 {
        if has_keyboard(&window) {
            break;
        }
        window.key(Key::Tab, Modifiers::NONE);
    }
    assert!(has_keyboard(&window));
    window.settle();
    let at = window.harness.get_by_label(last).rect();
    let foot = window.harness.get_by_label("Save invitation").rect();
    assert!(at.bottom() <= foot.top(), "{at:?} is behind {foot:?}");
}

#[test]
fn resend_saves_again() {
    let mut window = open(pages::with_invitations());
    window.click("Invitation status");
    window.click("Resend");
    window.write("Save to", "/media/stick/again.hulp");
    window.click("Save again");
    let path = PathBuf::from("/media/stick/again.hulp");
    let id = InvitationId([1; 16]);
    assert_eq!(
        window.engine.asked(),
        [Command::SaveAgain {
            id,
            path: path.clone()
        }]
    );
    (window.engine).change(|view| view.novice.saved_again = Some((id, Ok(path))));
    window.settle();
    assert!(window.says("Saved as again.hulp in the folder stick."));
}

#[test]
fn settings_are_kept_when_they_make_sense() {
    let mut window = open(pages::view());
    window.click("Settings");
    assert_eq!(window.value("Your name"), "Anna Bakker");
    window.click("Receiving help");
    window.click("Allow this computer to be controlled");
    window.click("Show a coloured edge around the screen while it is seen");
    window.write("Longest lifetime", "0");
    assert!(!window.can("Save settings"));
    window.write("Longest lifetime", "7");
    window.click("Network");
    window.write("Port", "80");
    assert!(!window.can("Save settings"));
    window.write("Port", "4900");
    window.write("Server for codes", "http://mailbox.example/v1");
    assert!(!window.can("Save settings"));
    window.write("Server for codes", " wss://mailbox.example/v1 ");
    window.click("Ask the router to open a port");
    window.click("A relay of your own");
    assert!(!window.can("Save settings"));
    window.write("Address of the relay", "https://relay.example");
    assert!(window.says("People you invite get it with the invitation."));
    window.write("Token of the relay", "gehéim");
    assert!(!window.can("Save settings"));
    window.write("Token of the relay", " secret ");
    window.write("Proxy to the relay", "socks5://proxy:1080");
    assert!(!window.can("Save settings"));
    window.write("Proxy to the relay", "proxy:3128");
    window.click("Save settings");
    let mut settings = pages::settings();
    settings.allow_control = false;
    settings.show_edge = false;
    settings.longest_lifetime_secs = 7 * 86_400;
    settings.port = 4900;
    settings.mailbox = "wss://mailbox.example/v1".into();
    settings.map_port = false;
    settings.relays = Relays::Own;
    settings.relay = "https://relay.example".into();
    settings.relay_token = Secret("secret".to_owned().into());
    settings.proxy = "proxy:3128".into();
    assert_eq!(
        window.engine.asked(),
        [Command::save_settings(&pages::settings(), settings.clone())]
    );
    window.engine.change(|view| view.settings = settings);
    window.settle();
    assert!(window.says("Your settings are saved."));
}

#[test]
fn a_proxys_password_has_its_own_field_and_goes_to_the_keyring() {
    let mut window = open(pages::view());
    window.click("Settings");
    window.click("Network");
    assert!(
        window
            .harness
            .query_by_label("Password of the proxy")
            .is_none()
    );
    window.write("Proxy to the relay", "http://anna:geheim@proxy:3128");
    assert!(window.says("Please write the password into its own field, below."));
    assert!(!window.can("Save settings"));
    let proxy = "http://anna@proxy:3128";
    window.write("Proxy to the relay", proxy);
    window.write("Password of the proxy", "geheim");
    window.click("Save settings");
    let mut settings = pages::settings();
    settings.proxy = proxy.into();
    assert_eq!(
        window.engine.asked(),
        [
            Command::save_settings(&pages::settings(), settings),
            Command::KeepProxyPassword {
                proxy: proxy.into(),
                password: Secret("geheim".to_owned().into()),
            }
        ]
    );
    assert_eq!(window.value("Password of the proxy"), "");
    window.engine.change(|view| {
        view.novice.proxy_password = Some(PasswordKept::ThisRunOnly);
    });
    window.settle();
    assert!(window.says("Hulp knows it until you close Hulp."));
}

#[test]
fn a_question_cannot_be_answered_in_its_first_moment() {
    let mut window = open(pages::view());
    let instant = window.instant;
    (window.engine).change(|view| *view = pages::consent(instant, pages::known()));
    window.harness.step();
    assert!(!window.can("Allow") && !window.can("Decline"));
    window.harness.get_by_label("Allow").click();
    window.harness.step();
    assert_eq!(window.engine.asked(), []);
    window.wait_for_buttons();
    assert_eq!(window.engine.asked(), []);
    assert!(window.can("Allow") && window.can("Decline"));
    window.click("Allow");
    assert_eq!(window.engine.asked(), [answer(true)]);
}

#[test]
fn no_key_that_was_meant_for_something_else_answers() {
    let mut window = open(pages::with_invitations());
    window.harness.get_by_label("Settings").focus();
    window.settle();
    let instant = window.instant;
    (window.engine).change(|view| *view = pages::consent(instant, pages::known()));
    window.wait_for_buttons();
    window.key(Key::Space, Modifiers::NONE);
    window.key(Key::Enter, Modifiers::NONE);
    assert_eq!(window.engine.asked(), []);
}

#[test]
fn a_new_helper_is_let_in_only_by_one_who_called_them() {
    let mut window = ask(HelperStanding::New);
    assert!(window.says("We cannot check this name"));
    assert!(window.says("orbit velvet canyon"));
    assert!(!window.can("Allow"));
    window.click("They called me");
    assert!(window.says("Swindlers"));
    assert!(!window.can("Allow"));
    window.click("I know this person and want to go on");
    assert!(window.can("Allow"));
    window.click("I called them");
    assert!(!window.says("Swindlers"));
    window.click("Allow");
    assert_eq!(window.engine.asked(), [answer(true)]);
}

#[test]
fn what_was_answered_about_one_helper_says_nothing_of_the_next() {
    let mut window = ask(HelperStanding::New);
    window.click("I called them");
    assert!(window.can("Allow"));
    let number = |view: &mut hulp::engine::View| {
        view.novice.consent.as_mut().unwrap().question = 8;
    };
    window.engine.change(number);
    window.wait_for_buttons();
    assert!(!window.can("Allow"));
    window.click("Decline");
    assert_eq!(
        window.engine.asked(),
        [Command::AnswerHelper {
            question: 8,
            allow: false
        }]
    );
}

#[test]
fn a_question_comes_above_all_windows_and_counts_down() {
    let mut window = open(pages::with_invitations());
    let instant = window.instant;
    (window.engine).change(|view| *view = pages::consent(instant, HelperStanding::New));
    window.harness.step();
    for command in [
        ViewportCommand::WindowLevel(WindowLevel::AlwaysOnTop),
        ViewportCommand::Minimized(false),
        ViewportCommand::Visible(true),
        ViewportCommand::Focus,
    ] {
        assert!(window.commands().contains(&command), "{command:?}");
    }
    assert!(window.says("Answers no by itself in 45 seconds."));
    (window.engine).change(|view| view.novice.consent = None);
    window.harness.step();
    let normal = ViewportCommand::WindowLevel(WindowLevel::Normal);
    assert!(window.commands().contains(&normal));
}

#[test]
fn closing_the_window_says_no_to_a_helper() {
    let mut window = ask(HelperStanding::New);
    assert!(!window.close());
    assert_eq!(window.engine.asked(), [answer(false)]);
}

#[test]
fn control_is_asked_for_with_its_three_ways_out() {
    let mut window = open(pages::novice_session(ControlView::None));
    let deadline = window.instant + Duration::from_secs(60);
    (window.engine).change(|view| {
        *view = pages::novice_session(ControlView::Asked {
            question: 9,
            deadline,
        });
    });
    window.harness.step();
    assert!(!window.can("Allow control"));
    window.wait_for_buttons();
    for words in [
        "Bram de Vries wants to control your computer",
        "Esc",
        "Ctrl+C",
        "Stop control",
        "Answers no by itself in 60 seconds.",
    ] {
        assert!(window.says(words), "{words}");
    }
    window.click("Allow control");
    window.click("Decline");
    let answer = |allow| Command::AnswerControl { question: 9, allow };
    assert_eq!(window.engine.asked(), [answer(true), answer(false)]);
}

#[test]
fn the_session_says_what_is_so_and_stops() {
    let mut window = open(pages::novice_session(ControlView::None));
    assert!(window.says("Bram de Vries can see your screen."));
    assert!(!window.can("Stop control"));
    window.click("Pause");
    assert_eq!(window.engine.asked(), [Command::Pause]);
    (window.engine).change(|view| view.novice.session.as_mut().unwrap().seeing = Seeing::Paused);
    window.settle();
    assert!(window.says("Paused. Bram de Vries cannot see your screen."));
    window.click("Resume");
    (window.engine).change(|view| *view = pages::novice_session(pages::granted()));
    window.settle();
    assert!(window.says("Bram de Vries can see your screen and use your mouse and keyboard."));
    window.click("Settings");
    window.click("Stop control");
    window.click("Back");
    window.click("Disconnect");
    assert_eq!(
        window.engine.asked(),
        [
            Command::Resume,
            Command::StopControl,
            Command::NoviceDisconnect
        ]
    );
}

#[test]
fn the_stop_keys_work_in_the_window_itself_while_controlled() {
    let mut window = open(pages::novice_session(ControlView::None));
    window.key(Key::Escape, Modifiers::NONE);
    assert_eq!(window.engine.asked(), [], "nobody controls");
    (window.engine).change(|view| *view = pages::novice_session(pages::granted()));
    window.settle();
    window.key(Key::Escape, Modifiers::NONE);
    window.key(Key::C, Modifiers::NONE);
    window.key(Key::C, Modifiers::CTRL);
    assert_eq!(
        window.engine.asked(),
        [StopKey::Escape, StopKey::CtrlC].map(Command::StopKeyInOurWindow)
    );
}

#[test]
fn what_may_be_the_helpers_is_not_heeded_and_ends_control() {
    let mut window = open(pages::novice_session(pages::granted()));
    *window.engine.heedless.lock().unwrap() = true;
    press(&mut window, "Disconnect");
    assert_eq!(window.engine.asked(), [Command::StopControl]);
    (window.engine).change(|view| *view = pages::novice_session(ControlView::None));
    window.settle();
    press(&mut window, "Disconnect");
    assert_eq!(window.engine.asked(), []);
    *window.engine.heedless.lock().unwrap() = false;
    press(&mut window, "Disconnect");
    assert_eq!(window.engine.asked(), [Command::NoviceDisconnect]);
}

#[test]
fn what_an_input_method_makes_of_the_helpers_keys_is_not_heeded_and_ends_control() {
    let mut window = open(pages::novice_session(pages::granted()));
    *window.engine.heedless_of_text.lock().unwrap() = true;
    window.key(Key::A, Modifiers::NONE);
    window.input([Event::Ime(ImeEvent::Commit(String::new()))]);
    assert_eq!(window.engine.asked(), [], "nothing is written");
    let written = ImeEvent::Commit("yes".into());
    window.input([Event::Ime(written)]);
    assert_eq!(window.engine.asked(), [Command::StopControl]);
}

/// As a mouse does it.
fn press(window: &mut Window, name: &str) {
    let events = click_on(place(window, name));
    window.input(events);
}

fn place(window: &Window, name: &str) -> Pos2 {
    window.harness.get_by_label(name).rect().center()
}

fn click_on(pos: Pos2) -> [Event; 3] {
    let button = |pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    [Event::PointerMoved(pos), button(true), button(false)]
}

#[test]
fn whoever_clicks_and_moves_on_within_a_frame_has_clicked_what_they_clicked() {
    let question = || {
        let window = ask(pages::known());
        let places = ["Decline", "Allow"].map(|name| place(&window, name));
        (window, places)
    };
    let (mut window, [decline, allow]) = question();
    window.input(
        click_on(decline)
            .into_iter()
            .chain([Event::PointerMoved(allow)]),
    );
    assert_eq!(window.engine.asked(), [answer(false)], "on to the other");

    let (mut window, [_, allow]) = question();
    window.input(click_on(allow).into_iter().chain([Event::PointerGone]));
    assert_eq!(window.engine.asked(), [answer(true)], "out of the window");

    let (mut window, [decline, allow]) = question();
    let [moved, down, _] = click_on(allow);
    let [_, _, up] = click_on(decline);
    window.input([moved, down, Event::PointerMoved(decline), up]);
    assert_eq!(window.engine.asked(), [], "let go of beside it");
}

#[test]
fn keys_of_the_desktops_own_are_named_where_they_stop_control() {
    let with_keys = |control| {
        let mut view = pages::novice_session(control);
        let session = view.novice.session.as_mut().unwrap();
        session.stop_keys = StopKeys::Shortcut("Ctrl+Alt+H".into());
        view
    };
    let mut window = Window::open_at(SIZE, Theme::Light, StartPage::Home, |now| {
        let deadline = now + Duration::from_secs(60);
        with_keys(ControlView::Asked {
            question: 1,
            deadline,
        })
    });
    window.settle();
    assert!(window.says("whichever window is in front: Ctrl+Alt+H"));
    assert!(window.says("Esc and Ctrl+C stop control only while this window is in front"));
    let window = open(with_keys(pages::granted()));
    assert!(window.says("or anywhere the keys of your desktop: Ctrl+Alt+H"));
}

#[test]
fn held_back_input_is_told() {
    let mut window = open(pages::novice_session(ControlView::Granted {
        held_back: HeldBack::Yes,
    }));
    assert!(window.says("Bram de Vries's input is held back"));
    (window.engine).change(|view| *view = pages::novice_session(pages::granted()));
    window.settle();
    assert!(!window.says("held back"));
}

#[test]
fn chat_is_sent_by_enter_and_by_the_button() {
    let mut window = open(pages::novice_session(ControlView::None));
    window.harness.get_by_label("Chat message").focus();
    window.settle();
    let shift_enter = key_event(Key::Enter, true, Modifiers::SHIFT);
    window.input([Event::Text("Привет €".into())]);
    window.input([shift_enter]);
    window.input([Event::Text("two".into())]);
    window.key(Key::Enter, Modifiers::NONE);
    assert_eq!(
        window.engine.asked(),
        [Command::NoviceChat("Привет €\ntwo".into())]
    );
    assert!(!window.can("Send"), "nothing to send");
    window.input([Event::Text("three".into())]);
    window.click("Send");
    assert_eq!(window.engine.asked(), [Command::NoviceChat("three".into())]);
}

#[test]
fn how_it_ended_is_read_and_put_away() {
    let mut window = open(pages::ended());
    assert!(window.says("Bram de Vries ended the session."));
    assert!(window.says(
        "Bram de Vries saw your screen for 21 minutes and used your mouse and keyboard for 5 minutes."
    ));
    assert!(window.says("Control was asked for and not given once."));
    assert!(window.says("You paused twice."));
    assert!(window.says("You wrote 3 messages, and Bram de Vries wrote 1 message."));
    assert!(!window.says("The connection broke"), "it did not");
    window.click("Done");
    assert!(window.engine.asked().contains(&Command::NoviceEndSeen));
}

#[test]
fn closing_while_invitations_wait_asks() {
    let mut window = open(pages::with_invitations());
    assert!(!window.close());
    assert!(window.says("helpers cannot reach this computer until you start Hulp again"));
    window.harness.get_by_label("Keep waiting").click();
    window.harness.step();
    let away = ViewportCommand::Visible(false);
    let mut seen = window.commands().contains(&away);
    window.harness.step();
    seen |= window.commands().contains(&away);
    assert!(seen, "out of the way");
    assert!(!window.close());
    assert!(window.close(), "asked twice, closes");

    assert!(open(pages::view()).close(), "nothing waits");
}

#[test]
fn a_broken_connection_is_said_and_control_can_still_be_stopped() {
    let mut window = open(pages::novice_session(pages::granted()));
    let instant = window.instant;
    (window.engine).change(|view| *view = pages::reconnecting(view.clone(), instant));
    window.settle();
    assert!(window.says("The connection to Bram de Vries broke. Reconnecting…"));
    assert!(window.says("Reconnecting: 43 seconds left"));
    assert!(!window.says("can see your screen"));
    window.click("Stop control");
    window.click("Disconnect");
    assert_eq!(
        window.engine.asked(),
        [Command::StopControl, Command::NoviceDisconnect]
    );
}
