//! What the administrator fixed is shown and cannot be changed, and what is wrong with policy and settings is said.

use std::time::{Duration, Instant};

use egui::Theme;
use egui_kittest::kittest::Queryable as _;
use hulp::{
    engine::{
        BrokenSettings, Command, ControlView, FixedSetting, HelperStanding, InviteWay, PolicyError,
        PolicyFault, PolicyTrouble, Relays, Secret, View, Ways, WrongEntry,
    },
    ui::StartPage,
};

use crate::pages::{self, Window};

const ADMINISTRATOR: &str = "Set by your administrator";
const BADGE: &str = "Helpdesk staff wear a badge with a number. Ask for it before you click Allow, and close letters of clients first.";
const STAY: &str = "Stay at your computer while somebody uses it. Press Esc when something happens that you do not understand.";

/// An administrator who fixed everything that can be.
pub fn strict() -> View {
    let mut view = pages::view();
    let settings = &mut view.settings;
    settings.allow_control = false;
    settings.longest_lifetime_secs = 8 * 3600;
    settings.relays = Relays::Own;
    settings.relay = "https://relay.example.org".into();
    settings.relay_token = Secret("hush".to_owned().into());
    settings.mailbox = "wss://mailbox.example.org/v1".into();
    settings.contacts.server = "xmpp.example.org".into();
    settings.fixed = vec![
        FixedSetting::AllowInvitations,
        FixedSetting::AllowControl,
        FixedSetting::KeepPictures,
        FixedSetting::LongestLifetime,
        FixedSetting::Relays,
        FixedSetting::Relay,
        FixedSetting::Mailbox,
        FixedSetting::ContactsServer,
    ];
    view.policy.fixes_ways = true;
    view.policy.ways = Ways::ALL
        .without(InviteWay::File)
        .without(InviteWay::Contact);
    view
}

/// A policy that cannot be read: nobody can be invited.
pub fn unreadable() -> View {
    let mut view = strict();
    view.settings.allow_invitations = false;
    view.policy.ways = Ways::NONE;
    view.policy.trouble = Some(PolicyTrouble::Unreadable(PolicyError::Writable {
        path: "/etc/hulp".into(),
    }));
    view.broken_settings = Some(BrokenSettings {
        kept_as: Some("/home/anna/.local/share/hulp/settings.broken-20261126T101500Z.toml".into()),
        defaults_hold: true,
    });
    view
}

/// The question who may see the screen, with the organisation's words.
pub fn consent(now: Instant) -> View {
    let mut view = pages::consent(now, HelperStanding::New);
    view.policy.consent_text_see = Some(BADGE.into());
    view
}

/// The question for control, with them.
pub fn control(now: Instant) -> View {
    let mut view = pages::novice_session(ControlView::Asked {
        question: 9,
        deadline: now + Duration::from_millis(58_000),
    });
    view.policy.consent_text_control = Some(STAY.into());
    view
}

fn open(view: View) -> Window {
    let mut window = Window::open([760.0, 1200.0], Theme::Light, StartPage::Home, view);
    window.settle();
    window
}

fn times_said(window: &Window, words: &str) -> usize {
    window.harness.query_all_by_label(words).count()
}

#[test]
fn what_the_administrator_fixed_is_greyed_and_said() {
    let mut window = open(strict());
    window.click("Settings");
    assert!(window.can("Your name"));
    window.click("Receiving help");
    for fixed in [
        "Allow invitations from this computer",
        "Allow this computer to be controlled",
        "Longest lifetime",
    ] {
        assert!(!window.can(fixed), "{fixed}");
    }
    assert!(window.can("Show a coloured edge around the screen while it is seen"));
    assert_eq!(times_said(&window, ADMINISTRATOR), 3);
    window.click("Network");
    for fixed in [
        "Public relays",
        "Address of the relay",
        "Token of the relay",
        "Server for codes",
    ] {
        assert!(!window.can(fixed), "{fixed}");
    }
    assert!(window.can("Port") && window.can("Proxy to the relay"));
    assert_eq!(times_said(&window, ADMINISTRATOR), 3);
    window.click("Contacts");
    assert!(!window.can("Contact server") && window.can("Contact address"));
    assert_eq!(times_said(&window, ADMINISTRATOR), 1);
    // The rest is the user's, and can be saved.
    window.click("General");
    window.write("Your name", "Grietje");
    window.click("Save settings");
    let mut settings = strict().settings;
    settings.name = "Grietje".into();
    assert_eq!(
        window.engine.asked(),
        [Command::save_settings(&strict().settings, settings)]
    );
}

#[test]
fn without_a_policy_nothing_is_greyed() {
    let mut window = open(pages::view());
    window.click("Settings");
    window.click("Receiving help");
    assert!(window.can("Allow invitations from this computer") && window.can("Longest lifetime"));
    assert!(!window.says(ADMINISTRATOR));
    window.click("Back");
    window.click("Invite someone to help");
    assert!(window.can("Save as a file") && !window.says(ADMINISTRATOR));
}

#[test]
fn a_policy_that_comes_while_settings_are_open_is_shown_there() {
    let mut window = open(pages::view());
    window.click("Settings");
    window.click("Receiving help");
    window.click("Allow this computer to be controlled");
    (window.engine).change(|view| {
        view.settings.allow_invitations = false;
        view.settings.fixed = vec![FixedSetting::AllowInvitations];
    });
    window.settle();
    assert!(!window.can("Allow invitations from this computer"));
    assert_eq!(times_said(&window, ADMINISTRATOR), 1);
    // Settings that somebody else changes are followed too, where the user is not changing any.
    (window.engine).change(|view| view.settings.port = 5001);
    window.settle();
    window.click("Network");
    assert_eq!(window.value("Port"), "5001");
    window.write("Port", "5002");
    (window.engine).change(|view| view.settings.port = 5003);
    window.settle();
    assert_eq!(window.value("Port"), "5002");
}

#[test]
fn only_the_ways_that_are_allowed_can_be_chosen() {
    let mut window = open(strict());
    window.click("Invite someone to help");
    assert!(!window.can("Save as a file") && !window.can("A contact"));
    assert!(window.can("A code") && window.can("E-mail"));
    assert!(window.says(ADMINISTRATOR));
    // The first that is allowed is chosen.
    assert!(window.can("Make a code"));
    window.click("E-mail");
    assert!(window.can("Send invitation"));
}

#[test]
fn where_nobody_may_be_invited_it_is_said_before_anything_is_filled_in() {
    let mut window = open(unreadable());
    assert!(window.says("Your administrator's policy cannot be read, so nobody can be invited"));
    assert!(window.says("/etc/hulp can be written by others than its owner"));
    assert!(window.says("Your settings could not be read"));
    assert!(window.says("settings.broken-20261126T101500Z.toml"));
    window.click("Invite someone to help");
    assert!(window.says("Your administrator does not allow invitations from this computer."));
    assert!(!window.can("Save invitation"));
    window.click("Back");
    window.click("Settings");
    assert!(window.says("cannot be read, so nobody can be invited"));
}

#[test]
fn what_is_wrong_with_a_policy_or_its_log_is_said() {
    let mut view = pages::view();
    let fault = |line, key: &str, wrong| PolicyFault {
        line: Some(line),
        key: key.into(),
        wrong,
    };
    let like = vec!["files"];
    view.policy.trouble = Some(PolicyTrouble::Faulty(vec![
        fault(3, "fils", WrongEntry::Key { like }),
        fault(7, "frobnicate", WrongEntry::Key { like: vec![] }),
    ]));
    let window = open(view);
    assert!(window.says("line 3: fils is no key that this Hulp knows; it resembles files"));
    assert!(window.says("line 7: frobnicate is no key that this Hulp knows, and so everything"));

    let mut view = pages::view();
    view.policy.log_fails = true;
    assert!(open(view).says("The log cannot be written, and your administrator requires it."));

    let mut view = pages::view();
    view.broken_settings = Some(BrokenSettings {
        kept_as: Some("/tmp/settings.broken.toml".into()),
        defaults_hold: false,
    });
    assert!(open(view).says("so the settings of before go on"));
}

#[test]
fn the_organisations_words_stand_beside_both_questions() {
    for (view, words) in [
        (consent as fn(Instant) -> View, BADGE),
        (control as fn(Instant) -> View, STAY),
    ] {
        for size in [[460.0, 560.0], [760.0, 900.0]] {
            let mut window = Window::open_at(size, Theme::Light, StartPage::Home, view);
            window.wait_for_buttons();
            assert!(window.says(words) && window.says("From your organisation"));
            assert!(window.can("Decline"));
        }
    }
}
