//! A window that is hidden while helpers are waited for: when it hides, when it comes back, and what the tray and notices say.

use std::time::Instant;

use egui::{Theme, ViewportCommand};
use egui_kittest::kittest::Queryable;
use hulp::{
    engine::{
        Command, ControlView, HelperStanding, ListenView, Notice, RingWants, Seeing, SettingsView,
        TrayPick, TrayState, View,
    },
    ui::{StartPage, tray_look},
};

use crate::{
    contacts, offers,
    pages::{self, Window},
};

const AWAY: ViewportCommand = ViewportCommand::Visible(false);
const BACK: ViewportCommand = ViewportCommand::Visible(true);

fn open(view: View) -> Window {
    Window::open([780.0, 800.0], Theme::Light, StartPage::Home, view)
}

/// An invitation waits, and the desktop shows the icon.
fn in_tray() -> View {
    let mut view = pages::with_invitations();
    view.background.in_tray = true;
    view
}

fn takes_offers() -> View {
    let mut view = pages::view();
    view.novice.listen = ListenView::On { port: 4857 };
    view.novice.takes_offers = true;
    view
}

/// Whether the window was asked to do this in one of the next steps.
fn does(window: &mut Window, command: &ViewportCommand) -> bool {
    (0..3).any(|_| {
        window.harness.step();
        window.commands().contains(command)
    })
}

/// Closes it, and has it keep waiting.
fn hide(window: &mut Window) {
    assert!(!window.close());
    window.harness.get_by_label("Keep waiting").click();
    assert!(does(window, &AWAY));
}

#[test]
fn closing_says_once_where_hulp_is_found() {
    let mut window = open(in_tray());
    assert!(!window.close());
    assert!(window.says("1 invitation of yours still waits for a helper."));
    assert!(window.says("you find it in the tray"));
    window.harness.get_by_label("Keep waiting").click();
    assert!(does(&mut window, &AWAY));
    window.engine.change(|view| view.summons.number += 1);
    assert!(does(&mut window, &BACK));
    assert!(!window.close());
    assert!(!window.says("Close Hulp?"), "it was said");
    assert!(!does(&mut window, &BACK), "and stays away");
}

#[test]
fn where_closing_is_the_only_way_to_end_it_asks_each_time() {
    let mut window = open(pages::with_invitations());
    for _ in 0..2 {
        hide(&mut window);
        assert!(!window.says("in the tray"));
        window.engine.change(|view| view.summons.number += 1);
        assert!(does(&mut window, &BACK));
    }
    assert!(!window.close());
    assert!(window.says("start Hulp again to get back to it"));
    assert!(window.close(), "asked twice, closes");
}

#[test]
fn offers_are_waited_for_too() {
    let mut window = open(takes_offers());
    assert!(!window.close());
    assert!(window.says("This computer takes offers of help."));
    let mut both = takes_offers();
    both.novice.invitations = in_tray().novice.invitations;
    let mut window = open(both);
    assert!(!window.close());
    assert!(window.says("still waits for a helper, and this computer takes offers of help."));
    let mut elsewhere = takes_offers();
    elsewhere.novice.listen = ListenView::OwnedByAnother;
    assert!(open(elsewhere).close(), "another process waits");
}

/// What brings a hidden window back, or leaves it.
type News = fn(&mut View, Instant);

#[test]
fn it_comes_back_for_whoever_asks_or_sees_and_for_nothing_else() {
    let news: [(&str, bool, News); 8] = [
        ("a helper", true, |view, now| {
            view.novice.consent = pages::consent(now, HelperStanding::New).novice.consent;
        }),
        ("an offer", true, |view, now| {
            view.novice.consent = offers::question(now, "", false).novice.consent;
        }),
        ("a call", true, |view, _| {
            view.contacts = contacts::rings(RingWants::Helping, true).contacts;
        }),
        ("control is asked for", true, |view, now| {
            let control = ControlView::Asked {
                question: 9,
                deadline: now,
            };
            view.novice.session = pages::novice_session(control).novice.session;
        }),
        ("somebody sees", true, |view, _| {
            view.novice.session = pages::novice_session(ControlView::None).novice.session;
        }),
        ("another start", true, |view, _| {
            view.summons.number += 1;
            view.summons.page = Some(StartPage::Status);
        }),
        ("settings", false, |view, _| view.settings.port += 1),
        ("how a session ended", false, |view, _| {
            view.novice.ended = pages::ended().novice.ended;
        }),
    ];
    for (what, comes, change) in news {
        let mut window = open(in_tray());
        hide(&mut window);
        let instant = window.instant;
        window.engine.change(|view| change(view, instant));
        assert_eq!(does(&mut window, &BACK), comes, "{what}");
    }
}

#[test]
fn a_session_is_never_hidden_without_a_word() {
    let mut window = open(in_tray());
    hide(&mut window);
    let console = pages::console(ControlView::None);
    (window.engine).change(|view| view.expert = console.expert.clone());
    window.engine.change(|view| view.summons.number += 1);
    assert!(does(&mut window, &BACK));
    assert!(!window.close());
    assert!(window.says("The session in which you give help ends either way."));
    window.harness.get_by_label("Keep waiting").click();
    assert!(does(&mut window, &AWAY));
    assert!(window.engine.asked().contains(&Command::CloseInvitation));

    let mut view = in_tray();
    view.novice.session = pages::novice_session(ControlView::None).novice.session;
    let mut window = open(view);
    assert!(!window.close());
    let asked = window.engine.asked();
    assert!(asked.contains(&Command::NoviceDisconnect), "{asked:?}");
    assert!(!does(&mut window, &AWAY));
}

#[test]
fn a_hidden_window_is_noticed_until_it_is_answered() {
    let mut window = open(in_tray());
    hide(&mut window);
    window.engine.asked();
    let instant = window.instant;
    let question = offers::question(instant, "Helpdesk of Zuid", true);
    (window.engine).change(|view| view.novice.consent = question.novice.consent.clone());
    window.settle();
    let notice = Notice {
        title: "Jan Bakker (Helpdesk of Zuid) offers to help you".into(),
        text: "Hulp asks whether they may see your screen. No answer is no.".into(),
        open: "Open Hulp".into(),
    };
    assert_eq!(window.engine.asked(), [Command::Notify(Some(notice))]);
    window.engine.change(|view| view.novice.consent = None);
    window.settle();
    assert_eq!(window.engine.asked(), [Command::Notify(None)]);

    // In front of the user there is nothing to notice.
    (window.engine).change(|view| view.novice.consent = question.novice.consent.clone());
    window.settle();
    assert_eq!(window.engine.asked(), []);

    // Another program is.
    let mut window = open(pages::novice_session(ControlView::None));
    window.harness.input_mut().focused = false;
    let deadline = window.instant;
    let question = ControlView::Asked {
        question: 9,
        deadline,
    };
    (window.engine).change(|view| view.novice.session.as_mut().unwrap().control = question);
    window.settle();
    let [Command::Notify(Some(notice))] = &window.engine.asked()[..] else {
        panic!("no notice");
    };
    assert_eq!(notice.title, "Bram de Vries wants to control your computer");
}

#[test]
fn quit_in_the_tray_ends_it_without_a_question() {
    let mut window = open(in_tray());
    window.engine.change(|view| view.background.quits = true);
    assert!(does(&mut window, &ViewportCommand::Close));
    assert!(window.close());
}

#[test]
fn the_tray_says_what_is_so_and_offers_what_can_be_done() {
    let picks = |view: &View| -> Vec<TrayPick> {
        let menu = tray_look(view).menu;
        menu.into_iter().map(|(pick, _)| pick).collect()
    };
    let says = |view: &View, state: TrayState, words: &str| {
        let look = tray_look(view);
        assert_eq!((look.state, look.tooltip.as_str()), (state, words));
    };
    let idle = [TrayPick::Open, TrayPick::Quit];
    let seen = [TrayPick::Open, TrayPick::Disconnect, TrayPick::Quit];

    says(&pages::view(), TrayState::Idle, "Hulp");
    assert_eq!(picks(&pages::view()), idle);
    says(
        &takes_offers(),
        TrayState::Waiting,
        "Hulp takes offers of help.",
    );
    let waits = "Hulp waits for your helper: 1 open invitation.";
    says(&in_tray(), TrayState::Waiting, waits);
    assert_eq!(picks(&in_tray()), idle);

    let mut view = pages::novice_session(ControlView::None);
    says(&view, TrayState::Seen, "Bram de Vries can see your screen.");
    assert_eq!(picks(&view), seen);
    view.novice.session.as_mut().unwrap().seeing = Seeing::Paused;
    let paused = "Paused. Bram de Vries cannot see your screen.";
    says(&view, TrayState::Waiting, paused);

    let view = pages::novice_session(pages::granted());
    let controlled = "Bram de Vries can see your screen and use your mouse and keyboard.";
    says(&view, TrayState::Controlled, controlled);
    let all = [
        TrayPick::Open,
        TrayPick::StopControl,
        TrayPick::Disconnect,
        TrayPick::Quit,
    ];
    assert_eq!(picks(&view), all);
    let broken = pages::reconnecting(view, Instant::now());
    assert_eq!(tray_look(&broken).state, TrayState::Waiting);
    assert_eq!(picks(&broken), all, "it would go on with the connection");
}

#[test]
fn the_start_at_login_is_a_setting_and_its_fault_is_said() {
    let mut window = open(pages::view());
    window.click("Settings");
    window.click("Start Hulp when I log in");
    window.click("Save settings");
    let kept = SettingsView {
        start_with_desktop: true,
        ..pages::settings()
    };
    assert_eq!(
        window.engine.asked(),
        [Command::save_settings(&pages::settings(), kept)]
    );
    (window.engine).change(|view| {
        view.background.autostart_fault =
            Some("the folder could not be changed: it is full".into());
    });
    window.settle();
    assert!(window.says("That did not work: the folder could not be changed: it is full."));
}
