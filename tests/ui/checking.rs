//! `Check this computer` in the window, and a window that another start of the program wants.

use std::sync::Arc;

use egui::{Theme, ViewportCommand};
use egui_kittest::kittest::Queryable as _;
use hulp::{
    engine::{
        CheckCommand, CheckFact, CheckFault, CheckGap, CheckPart, CheckState, CheckView, Command,
        Drawing, RelayFault, StopKey, View, WayOut, WayOutFault,
    },
    screen::{Framebuffer, Rect, Size},
    ui::StartPage,
};

use crate::pages::{self, Window};

const SIZE: [f32; 2] = [760.0, 2420.0];

fn checked(state: impl Fn(CheckPart) -> CheckState) -> View {
    let parts = CheckPart::ALL.map(|part| (part, state(part)));
    View {
        check: Some(CheckView {
            parts: parts.into(),
        }),
        ..pages::view()
    }
}

/// Just begun.
pub fn trying() -> View {
    checked(|_| CheckState::Trying)
}

/// All that can be set up works.
pub fn working() -> View {
    checked(|part| CheckState::Works(fact(part)))
}

/// Nothing works, or it is not set up.
pub fn failing() -> View {
    checked(|part| match part {
        CheckPart::Screen => CheckState::Fails(CheckFault::Screen(
            "the system refused: the user said no".into(),
        )),
        CheckPart::Input => CheckState::Fails(CheckFault::PointerStays),
        CheckPart::StopKeys => CheckState::NotSetUp(CheckGap::NothingToStop),
        CheckPart::Port => CheckState::Fails(CheckFault::PortSilent(4857)),
        CheckPart::WayOut => {
            CheckState::Fails(CheckFault::WaysOut(vec![way(Err(WayOutFault::NoName))]))
        }
        CheckPart::Router => CheckState::NotSetUp(CheckGap::RouterRefused),
        CheckPart::Relay => {
            let why = "dns error".to_owned();
            CheckState::Fails(CheckFault::Relay(RelayFault::NotReached(why)))
        }
        CheckPart::Codes => CheckState::Fails(CheckFault::TimedOut(25)),
        CheckPart::Email => CheckState::NotSetUp(CheckGap::NoMail),
        CheckPart::Contacts => CheckState::NotSetUp(CheckGap::NoContacts),
        CheckPart::Drawing => CheckState::Fails(CheckFault::NotDrawn),
        CheckPart::Keyring => CheckState::Fails(CheckFault::Keyring(None)),
        CheckPart::Files => CheckState::NotSetUp(CheckGap::OpensAnother(None)),
        CheckPart::Disk => CheckState::Fails(CheckFault::DiskFull(12_000_000)),
        CheckPart::Clock => CheckState::Fails(CheckFault::ClockBehind(pages::now())),
    })
}

fn fact(part: CheckPart) -> CheckFact {
    match part {
        CheckPart::Screen => {
            let mut small = Framebuffer::new(Size::new(320, 180));
            small.pixels_mut().fill(0x0033_5577);
            for y in 20..120 {
                small
                    .row_mut(Rect::new(30, 20, 160, 100), y)
                    .fill(0x00ee_eeee);
            }
            CheckFact::Screen {
                size: Size::new(1920, 1080),
                small: Arc::new(small),
                is_blank: false,
            }
        }
        CheckPart::Input => CheckFact::PointerMoved,
        CheckPart::StopKeys => CheckFact::Watching(None),
        CheckPart::Port => CheckFact::Listening {
            port: 4857,
            instead_of: None,
        },
        CheckPart::WayOut => CheckFact::WaysOut(vec![way(Ok(()))]),
        CheckPart::Router => CheckFact::RouterOpened("45.33.7.1:4857".parse().unwrap()),
        CheckPart::Relay => CheckFact::RelayFound("https://relay.example.org./".into()),
        CheckPart::Codes => CheckFact::CodesAnswered("wss://codes.example.org/v1".into()),
        CheckPart::Email => CheckFact::MailProgram,
        CheckPart::Contacts => CheckFact::ContactServer("anna@example.org".into()),
        CheckPart::Drawing => CheckFact::Drawn(Drawing {
            through: "OpenGL 4.5".into(),
            device: "llvmpipe (LLVM 15.0.6, 256 bits)".into(),
            in_software: true,
        }),
        CheckPart::Keyring => CheckFact::Kept,
        CheckPart::Files => CheckFact::OpensHulp,
        CheckPart::Disk => CheckFact::Written(Some(81_000_000_000)),
        CheckPart::Clock => CheckFact::ClockFits,
    }
}

fn way(outcome: Result<(), WayOutFault>) -> WayOut {
    WayOut {
        server: "relay.example.org:443".into(),
        proxy: None,
        outcome,
    }
}

fn open(view: View) -> Window {
    let mut window = Window::open(SIZE, Theme::Light, StartPage::Home, view);
    window.settle();
    window
}

#[test]
fn it_begins_when_it_is_asked_for_and_ends_with_its_page() {
    const BEGIN: Command = Command::Check(CheckCommand::Begin);
    let mut window = open(pages::view());
    assert_eq!(window.engine.asked(), []);
    window.click("Check this computer");
    assert_eq!(window.engine.asked(), [BEGIN]);
    window.engine.change(|view| *view = trying());
    window.settle();
    assert!(window.says("Trying…"));
    assert_eq!(window.engine.asked(), []);
    window.engine.change(|view| *view = working());
    window.settle();
    assert!(window.says("Everything that is set up works."));
    window.click("Check again");
    assert_eq!(window.engine.asked(), [BEGIN]);
    window.click("Back");
    window.settle();
    assert_eq!(
        window.engine.asked(),
        [Command::Check(CheckCommand::End)],
        "once"
    );
}

#[test]
fn it_ends_too_when_somebody_is_asked_something() {
    let mut window = open(pages::view());
    window.click("Check this computer");
    window.engine.asked();
    window.engine.change(|view| view.check = working().check);
    window.settle();
    assert_eq!(window.engine.asked(), []);
    window.engine.change(|view| {
        let session = pages::novice_session(hulp::engine::ControlView::None);
        view.novice.session = session.novice.session;
    });
    window.settle();
    assert_eq!(window.engine.asked(), [Command::Check(CheckCommand::End)]);
}

#[test]
fn what_does_not_work_stands_there_with_what_to_do() {
    let mut window = open(pages::view());
    window.click("Check this computer");
    window.engine.change(|view| *view = failing());
    window.settle();
    for words in [
        "10 parts do not work.",
        "Nobody could see this screen: the system refused: the user said no.",
        "relay.example.org:443: its name was not found.",
        "Is this computer connected to the internet?",
        "There is no keyring here.",
        "Only 12 MB are free",
        "Set one up in Settings, under E-mail",
    ] {
        assert!(window.says(words), "{words}");
    }
    assert!(!window.says("press Esc now"), "there is nothing to stop");
    window.harness.get_by_label("Copy as text").click();
    window.harness.step();
    assert!(window.copied_with("Seeing the screen: Does not work"));
}

#[test]
fn escape_that_was_heard_is_said() {
    let mut window = open(pages::view());
    window.click("Check this computer");
    window.engine.change(|view| *view = working());
    window.settle();
    assert!(window.says("Try it if you like: press Esc now."));
    window.engine.change(|view| {
        *view = checked(|part| match part {
            CheckPart::StopKeys => CheckState::Works(CheckFact::Watching(Some(StopKey::Escape))),
            other => CheckState::Works(fact(other)),
        });
    });
    window.settle();
    assert!(window.says("Hulp heard Esc."));
    assert!(!window.says("press Esc now"));
}

#[test]
fn another_start_brings_the_window_to_the_front_and_leaves_what_is_being_done() {
    let mut window = open(pages::view());
    window.click("Invite someone to help");
    window.engine.change(|view| view.summons.number = 1);
    window.harness.step();
    assert!(window.commands().contains(&ViewportCommand::Focus));
    window.settle();
    assert!(window.can("Save invitation"), "the same page");
    window.engine.change(|view| {
        view.summons.number = 2;
        view.summons.page = Some(StartPage::Status);
    });
    window.settle();
    assert!(window.says("Invitation status"));
    assert!(!window.can("Save invitation"));
}

#[test]
fn another_start_at_the_page_that_is_open_leaves_the_way_back() {
    let mut window = open(pages::view());
    for number in 1..=2 {
        window.engine.change(|view| {
            view.summons.number = number;
            view.summons.page = Some(StartPage::Log);
        });
        window.settle();
    }
    window.click("Back");
    assert!(window.says("How can Hulp help you?"));
}
