//! The pages of the one who gives help.

use std::path::PathBuf;

use egui::{Event, Key, Modifiers, PointerButton as Button, Pos2, Theme, ViewportId, pos2};
use egui_kittest::kittest::Queryable as _;
use hulp::{
    engine::{
        CodeError, Command, ControlRefusal, ControlView, ExpertView, FetchFault, Refusal,
        RelayFault, Secret, View, Watched,
    },
    input::{InputEvent, Keysym, PointerButton},
    ui::{StartPage, Stroke},
};
use winit::{
    event::{DeviceId, ElementState, MouseButton, WindowEvent},
    keyboard::{Key as Typed, KeyCode, ModifiersState, NamedKey, PhysicalKey},
};

use crate::pages::{self, Window, key_event};

fn open(size: [f32; 2], view: View) -> Window {
    let mut window = Window::open(size, Theme::Light, StartPage::Home, view);
    window.settle();
    window
}

fn page(view: View) -> Window {
    open([760.0, 900.0], view)
}

/// A console of which this is in control; the screen has the keyboard.
fn controlled() -> Window {
    let mut window = open([1240.0, 740.0], pages::console(pages::granted()));
    window.settle();
    assert!(screen(&window).is_focused());
    window
}

fn screen(window: &Window) -> egui_kittest::Node<'_> {
    window.harness.get_by_label("Screen of Anna Bakker")
}

fn inputs(window: &Window) -> Vec<InputEvent> {
    let events = window
        .engine
        .asked()
        .into_iter()
        .map(|command| match command {
            Command::Input(events) => events,
            other => panic!("{other:?}"),
        });
    events.flatten().collect()
}

fn key(keysym: u32, pressed: bool) -> InputEvent {
    InputEvent::Key {
        keysym: Keysym(keysym),
        pressed,
    }
}

fn stroke(place: KeyCode, key: &Typed, pressed: bool) -> Stroke {
    Stroke {
        place: PhysicalKey::Code(place),
        text: key.to_text().map(Into::into),
        key: key.clone(),
        pressed,
    }
}

fn button(pos: Pos2, button: Button, pressed: bool) -> Event {
    Event::PointerButton {
        pos,
        button,
        pressed,
        modifiers: Modifiers::NONE,
    }
}

#[test]
fn a_typed_code_is_asked_for_and_brings_the_invitation() {
    let mut window = page(pages::view());
    window.click("Enter a code");
    assert!(!window.can("Get the invitation"));
    window.write("Code", "5 001 997");
    window.click("Get the invitation");
    let typed = Secret("5 001 997".to_owned().into());
    assert_eq!(window.engine.asked(), [Command::TakeByCode(typed)]);
    (window.engine).change(|view| view.expert = ExpertView::Fetching);
    window.settle();
    assert!(window.says("Getting the invitation…"));
    let fault = FetchFault::Code(CodeError::WrongCode);
    (window.engine).change(|view| view.expert = ExpertView::NotFetched(fault));
    window.settle();
    assert!(window.says("This code is not right, and it is used up now"));
    assert_eq!(window.value("Code"), "", "it is good for nothing any more");
    window.input([Event::Text("5 001 998".into())]);
    assert_eq!(window.value("Code"), "5 001 998", "it has the keyboard");
    window.key(Key::Enter, Modifiers::NONE);
    let typed = Secret("5 001 998".to_owned().into());
    assert_eq!(window.engine.asked(), [Command::TakeByCode(typed)]);
    (window.engine).change(|view| view.expert = ExpertView::Fetching);
    window.settle();
    let fault = FetchFault::Code(CodeError::NobodyThere);
    (window.engine).change(|view| view.expert = ExpertView::NotFetched(fault));
    window.settle();
    assert_eq!(window.value("Code"), "5 001 998", "to be corrected");
    (window.engine).change(|view| view.expert = ExpertView::Opened(pages::paper()));
    window.settle();
    assert!(window.says("Anna Bakker asks for your help"));
}

#[test]
fn the_search_behind_a_code_can_be_left() {
    let mut window = page(pages::expert(ExpertView::Fetching));
    window.click("Cancel");
    assert_eq!(window.engine.asked(), [Command::CloseInvitation]);
}

#[test]
fn a_file_is_opened_by_its_path() {
    let mut window = page(pages::view());
    window.click("Open an invitation");
    assert!(!window.can("Open"));
    window.write("Invitation file", "/media/stick/Invitation.hulp");
    window.click("Open");
    let path = PathBuf::from("/media/stick/Invitation.hulp");
    assert_eq!(window.engine.asked(), [Command::Open(path)]);
    window
        .engine
        .change(|view| *view = pages::windows_invitation());
    window.settle();
    assert!(window.says("from Karel, is an invitation of Windows Remote Assistance"));
}

#[test]
fn connect_takes_the_password_and_the_name() {
    let mut window = page(pages::expert(ExpertView::Opened(pages::paper())));
    assert!(window.says("Anna Bakker asks for your help"));
    assert!(window.says("The printer prints nothing"));
    assert!(window.says("today at 18:00"));
    assert!(!window.can("Connect"), "a password is needed");
    window.write("Your name", "Bram");
    window.write("Password", "tulip-boat");
    window.click("Connect");
    let asked = window.engine.asked();
    let [Command::SaveSettings(edit), Command::Connect { password }] = &asked[..] else {
        panic!("{asked:?}");
    };
    assert_eq!(edit.after.name, "Bram");
    assert_eq!(*password.as_ref().unwrap().0, "tulip-boat");
}

#[test]
fn steps_are_shown_and_can_be_broken_off() {
    let mut window = Window::open_at([760.0, 740.0], Theme::Light, StartPage::Expert, |now| {
        pages::connecting(now)
    });
    window.settle();
    for words in [
        "Reaching Anna Bakker's computer: done",
        "Waiting for Anna Bakker to say yes…",
        "Anna Bakker has 52 seconds left to answer.",
        "orbit velvet canyon",
    ] {
        assert!(window.says(words), "{words}");
    }
    window.click("Cancel");
    assert_eq!(window.engine.asked(), [Command::CancelConnect]);
}

#[test]
fn the_way_through_a_relay_is_explained_where_it_is_closed() {
    let mut window = page(pages::not_reached(None));
    assert!(window.says("did not answer at any of the 2 addresses"));
    assert!(!window.says("relay"));
    let proxy = RelayFault::Proxy {
        proxy: "proxy.example:3128".into(),
        error: "it says 407".into(),
    };
    (window.engine).change(|view| *view = pages::not_reached(Some(proxy)));
    window.settle();
    assert!(window.says("the proxy proxy.example:3128 does not let Hulp through"));
    assert!(window.says("Look at Settings on this computer, under Network."));
    window.click("Settings");
    assert!(window.says("Parts of the settings"));
    window.click("Back");
    assert!(window.says("It did not work"));
    let denied = RelayFault::Denied("no such token".into());
    (window.engine).change(|view| *view = pages::not_reached(Some(denied)));
    window.settle();
    assert!(window.says("the relay does not let you in (no such token)"));
    assert!(window.says("for a new invitation, which brings what the relay asks for"));
    (window.engine).change(|view| *view = pages::not_reached(Some(RelayFault::NobodyThere)));
    window.settle();
    assert!(window.says("the other computer is not there"));
    assert!(!window.can("Settings"), "they are not to blame");
}

#[test]
fn a_wrong_password_can_be_tried_again_and_a_withdrawn_invitation_cannot() {
    let mut window = page(pages::failed(Refusal::WrongPassword { attempts_left: 4 }));
    assert!(window.says("This password is not right."));
    assert!(window.says("4 tries are left."));
    window.write("Password", "tulip-boat");
    window.click("Try again");
    let asked = window.engine.asked();
    assert!(matches!(
        asked[..],
        [Command::Connect { password: Some(_) }]
    ));

    let mut window = page(pages::failed(Refusal::Withdrawn));
    assert!(window.says("Anna Bakker has withdrawn this invitation."));
    assert!(!window.can("Try again"));
    window.click("Close invitation");
    assert_eq!(window.engine.asked(), [Command::CloseInvitation]);
}

#[test]
fn the_toolbar_asks_for_what_it_says() {
    let mut window = open([1240.0, 740.0], pages::console(ControlView::None));
    window.click("Take control");
    (window.engine).change(|view| *view = pages::console(pages::granted()));
    window.settle();
    window.click("Release control");
    window.click("Actual size");
    window.click("Scale to window");
    window.click("Disconnect");
    assert_eq!(
        window.engine.asked(),
        [
            Command::TakeControl,
            Command::ReleaseControl,
            Command::ExpertDisconnect
        ]
    );
}

#[test]
fn the_state_line_says_who_controls_and_how_it_goes() {
    let mut window = open([1240.0, 740.0], pages::console(ControlView::None));
    assert!(window.says("round trip 12 ms  ·  24 frames/s  ·  310 kB/s  ·  exact picture"));
    let refuse = |view: &mut View| {
        if let ExpertView::Session(session) = &mut view.expert {
            session.control_refused = Some(ControlRefusal::Declined);
        }
    };
    window.engine.change(refuse);
    window.settle();
    assert!(window.says("Anna Bakker said no to control."));
}

#[test]
fn typing_goes_to_the_remote_screen_and_moves_nothing_here() {
    let mut window = controlled();
    let keys = window.harness.state().keys();
    let tap = |place, key: Typed| {
        for pressed in [true, false] {
            assert!(keys.stroke(&stroke(place, &key, pressed)));
        }
    };
    tap(KeyCode::KeyA, Typed::Character("é".into()));
    tap(KeyCode::Tab, Typed::Named(NamedKey::Tab));
    tap(KeyCode::Escape, Typed::Named(NamedKey::Escape));
    assert!(keys.modifiers(ModifiersState::CONTROL));
    tap(KeyCode::KeyC, Typed::Character("c".into()));
    assert!(keys.modifiers(ModifiersState::empty()));
    assert!(keys.commit("漢字"));
    let pair = |keysym| [key(keysym, true), key(keysym, false)];
    let mut wanted = vec![];
    wanted.extend(pair(0xe9));
    wanted.extend(pair(0xff09));
    wanted.extend(pair(0xff1b));
    wanted.push(key(0xffe3, true));
    wanted.extend(pair(0x63));
    wanted.push(key(0xffe3, false));
    wanted.push(InputEvent::Text("漢字".into()));
    // no frame was painted since the first key
    assert_eq!(inputs(&window), wanted);
    assert!(!window.harness.ctx.has_requested_repaint());
    window.harness.run_steps(2);
    assert!(screen(&window).is_focused(), "Tab and Esc moved no focus");
}

#[test]
fn what_is_typed_after_a_click_does_not_overtake_it() {
    let mut window = controlled();
    let keys = window.harness.state().keys();
    let at = screen(&window).rect().center();
    assert!(keys.modifiers(ModifiersState::SHIFT));
    assert_eq!(inputs(&window), [key(0xffe1, true)]);
    keys.take(&WindowEvent::MouseInput {
        device_id: DeviceId::dummy(),
        state: ElementState::Pressed,
        button: MouseButton::Left,
    });
    assert!(keys.modifiers(ModifiersState::empty()));
    assert_eq!(inputs(&window), [], "the click is still on its way");
    window.input([button(at, Button::Primary, true)]);
    let left = InputEvent::Button {
        button: PointerButton::Left,
        pressed: true,
    };
    let told = inputs(&window);
    assert_eq!(told[told.len() - 2..], [left, key(0xffe1, false)]);
}

#[test]
fn there_is_a_way_out_by_keyboard() {
    let mut window = controlled();
    let keys = window.harness.state().keys();
    let home = |pressed| stroke(KeyCode::Home, &Typed::Named(NamedKey::Home), pressed);
    keys.modifiers(ModifiersState::CONTROL | ModifiersState::ALT);
    assert!(keys.stroke(&home(true)));
    assert!(window.harness.ctx.has_requested_repaint());
    assert!(!keys.stroke(&home(false)), "the keyboard is this window's");
    let released = inputs(&window);
    let held = |event: &InputEvent| matches!(event, InputEvent::Key { pressed: true, .. });
    assert_eq!(
        released.iter().filter(|event| held(event)).count() * 2,
        released.len(),
        "what went down came up: {released:?}"
    );
    window.harness.run_steps(2);
    assert!(!screen(&window).is_focused());
    let toolbar = window.harness.get_by_label("Release control");
    assert!(toolbar.is_focused());

    // From the chat, too.
    window.harness.get_by_label("Chat message").focus();
    window.settle();
    window.key(Key::Home, Modifiers::CTRL | Modifiers::ALT);
    let toolbar = window.harness.get_by_label("Release control");
    assert!(toolbar.is_focused());
}

#[test]
fn nothing_goes_to_the_remote_screen_without_control() {
    let mut window = open([1240.0, 740.0], pages::console(ControlView::None));
    let middle = screen(&window).rect().center();
    window.input([
        Event::PointerMoved(middle),
        button(middle, Button::Primary, true),
        button(middle, Button::Primary, false),
    ]);
    assert!(screen(&window).is_focused());
    let keys = window.harness.state().keys();
    assert!(!keys.stroke(&stroke(KeyCode::KeyA, &Typed::Character("a".into()), true)));
    assert!(!keys.modifiers(ModifiersState::SHIFT));
    assert!(!keys.commit("a"));
    assert_eq!(window.engine.asked(), []);
}

#[test]
fn the_chat_s_words_do_not_go_to_the_remote_screen() {
    let mut window = controlled();
    window.harness.get_by_label("Chat message").focus();
    window.settle();
    let keys = window.harness.state().keys();
    assert!(!keys.stroke(&stroke(KeyCode::KeyH, &Typed::Character("h".into()), true)));
    window.input([
        key_event(Key::H, true, Modifiers::NONE),
        Event::Text("h".into()),
        key_event(Key::H, false, Modifiers::NONE),
    ]);
    window.key(Key::Enter, Modifiers::NONE);
    assert_eq!(window.engine.asked(), [Command::ExpertChat("h".into())]);
}

#[test]
fn the_pointer_is_told_in_pixels_of_the_remote_screen() {
    let mut window = controlled();
    let place = screen(&window).rect();
    let scale = place.width() / 640.0;
    let at = place.min + egui::vec2(320.5, 100.5) * scale;
    window.input([
        Event::PointerMoved(at),
        button(at, Button::Secondary, true),
        button(at, Button::Secondary, false),
        Event::PointerMoved(pos2(1.0, 1.0)),
    ]);
    let right = |pressed| InputEvent::Button {
        button: PointerButton::Right,
        pressed,
    };
    assert_eq!(
        inputs(&window),
        [
            InputEvent::PointerMoved { x: 320, y: 100 },
            right(true),
            right(false)
        ]
    );
}

#[test]
fn what_is_held_is_let_go_when_the_window_is_left() {
    let mut window = controlled();
    let at = screen(&window).rect().center();
    window.input([Event::PointerMoved(at), button(at, Button::Primary, true)]);
    let keys = window.harness.state().keys();
    keys.stroke(&stroke(
        KeyCode::ArrowUp,
        &Typed::Named(NamedKey::ArrowUp),
        true,
    ));
    inputs(&window);
    keys.take(&WindowEvent::Focused(false));
    window.input([Event::WindowFocused(false)]);
    assert_eq!(
        inputs(&window),
        [
            key(0xff52, false),
            InputEvent::Button {
                button: PointerButton::Left,
                pressed: false
            }
        ]
    );
}

#[test]
fn a_broken_line_offers_another_try() {
    let mut window = page(pages::expert_ended());
    assert!(window.says("The connection to Anna Bakker's computer broke."));
    window.write("Password", "tulip-boat");
    window.click("Try again");
    window.click("Done");
    let asked = window.engine.asked();
    assert!(
        matches!(
            asked[..],
            [Command::Connect { .. }, Command::CloseInvitation]
        ),
        "{asked:?}"
    );
}

#[test]
fn the_window_hears_only_of_what_it_has_a_use_for() {
    let mut window = controlled();
    let watched = |figures, presses| Watched { figures, presses };
    assert_eq!(window.engine.watched(), watched(true, false));
    window.harness.get_by_label("Chat message").focus();
    window.settle();
    assert_eq!(window.engine.watched(), watched(true, true));
    window.harness.get_by_label("Screen of Anna Bakker").focus();
    let input = window.harness.input_mut();
    let viewport = input.viewports.entry(ViewportId::ROOT).or_default();
    viewport.fullscreen = Some(true);
    window.harness.run_steps(2);
    assert!(!window.says("round trip"));
    assert_eq!(window.engine.watched(), watched(false, false));
}

#[test]
fn while_the_connection_is_broken_no_input_is_taken() {
    let mut window = controlled();
    let (middle, instant) = (screen(&window).rect().center(), window.instant);
    (window.engine).change(|view| *view = pages::reconnecting(view.clone(), instant));
    window.settle();
    assert!(window.says("The connection to Anna Bakker's computer broke. Reconnecting…"));
    assert!(window.says("Reconnecting: 43 seconds left"));
    assert!(!window.says("frames/s"));
    window.input([
        Event::PointerMoved(middle),
        button(middle, Button::Primary, true),
        button(middle, Button::Primary, false),
    ]);
    assert_eq!(inputs(&window), []);
    window.click("Release control");
    assert_eq!(window.engine.asked(), [Command::ReleaseControl]);

    let view = pages::reconnecting(pages::console(ControlView::None), instant);
    (window.engine).change(|all| *all = view);
    window.settle();
    assert!(!window.can("Take control"));
}
