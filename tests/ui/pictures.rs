//! A picture of each page, light and dark, in English and in Dutch.

use std::{
    fs::File,
    io::BufWriter,
    time::{Duration, Instant},
};

use egui::{Theme, Vec2};
use egui_kittest::SnapshotResults;
use hulp::{
    engine::{
        CallState, CodeError, CodeState, ControlView, EmailError, ExpertView, FetchFault,
        HelperStanding, MailState, Refusal, RingWants, View,
    },
    language::Language,
    ui::StartPage,
};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};

use crate::{
    checking, contacts, languages, log, mail, offers,
    pages::{self, Window},
    policy,
};

/// The window's size for a page.
pub const PAGE: [f32; 2] = [780.0, 800.0];
/// For a question to the novice.
const QUESTION: [f32; 2] = [700.0, 820.0];
/// For the question of control.
const CONTROL: [f32; 2] = [640.0, 460.0];
/// For the novice's session.
pub const SESSION: [f32; 2] = [460.0, 680.0];
/// For the expert's console.
pub const CONSOLE: [f32; 2] = [1240.0, 740.0];
/// Half of an ordinary window, and half of a small screen: what there is for a page at a text size of 200 %.
const HALF_WINDOW: Vec2 = Vec2::new(390.0, 400.0);
const HALF_SCREEN: Vec2 = Vec2::new(683.0, 384.0);

/// A page, and how one comes to it.
pub struct Page {
    pub name: &'static str,
    /// The picture's: as large as the window, or so large that all of the page is to be seen.
    pub size: [f32; 2],
    start: StartPage,
    pub view: fn(Instant) -> View,
    /// What is clicked, by the names in English, or by the beginning of one.
    clicks: &'static [&'static str],
}

impl Page {
    /// The page in a window, in the language that holds here.
    pub fn open(&self, size: [f32; 2], theme: Theme) -> Window {
        self.open_with(size, theme, |_| ())
    }

    /// How much room there is for it where its user has the text so large, in percent: at 200 half of an ordinary window, or of a small
    /// screen.
    pub fn room(&self, text_size: u16) -> Vec2 {
        let usual = Vec2::from(self.size).min(Vec2::new(1240.0, 800.0));
        match text_size {
            100 => usual,
            _ if self.size == CONSOLE => HALF_SCREEN,
            _ if self.size == SESSION => Vec2::new(SESSION[0], HALF_SCREEN.y),
            _ => usual.min(HALF_WINDOW),
        }
    }

    /// The page in that room.
    pub fn open_enlarged(&self, text_size: u16) -> Window {
        self.open_with(self.room(text_size).into(), Theme::Light, |view| {
            view.settings.text_size = text_size;
        })
    }

    /// The same where `change` was made in the view.
    pub fn open_with(
        &self,
        size: [f32; 2],
        theme: Theme,
        change: impl FnOnce(&mut View),
    ) -> Window {
        let mut window = Window::open_at(size, theme, self.start, |now| {
            let mut view = (self.view)(now);
            change(&mut view);
            view
        });
        window.wait_for_buttons();
        for click in self.clicks {
            languages::click(&window, click);
            window.settle();
        }
        if self.name == "closing" {
            assert!(!window.close());
        }
        window.harness.remove_cursor();
        window.settle();
        window
    }
}

/// The README's pictures.
const SHOWN: [(&str, Theme); 6] = [
    ("home", Theme::Light),
    ("code", Theme::Light),
    ("consent_known", Theme::Light),
    ("control", Theme::Light),
    ("session_controlled", Theme::Light),
    ("console_controlled", Theme::Dark),
];

#[test]
#[ignore = "writes the README's pictures: make screenshots"]
fn screenshots() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/screenshots");
    for (name, theme) in SHOWN {
        let page = all().into_iter().find(|page| page.name == name).unwrap();
        let mut window = page.open(page.size, theme);
        let picture = window.harness.render().unwrap();
        let file = File::create(format!("{folder}/{name}.png")).unwrap();
        let encoder = PngEncoder::new_with_quality(
            BufWriter::new(file),
            CompressionType::Best,
            FilterType::Adaptive,
        );
        picture.write_with_encoder(encoder).unwrap();
    }
}

/// What `make pages` paints: each page, or those of `PAGES`, in both looks, or the one of `PAGES_LOOK`, in the language of
/// `PAGES_LANGUAGE`, in percent of the text's size of `PAGES_TEXT_SIZE`, in a window as large as `PAGES_SIZE` says, or as in its snapshot.
#[test]
#[ignore = "paints every page for who looks at them: make pages"]
fn pages_to_look_at() {
    let set = |name: &str, usual: &str| std::env::var(name).unwrap_or(usual.into());
    let folder = set("PAGES_IN", concat!(env!("CARGO_TARGET_TMPDIR"), "/pages"));
    std::fs::create_dir_all(&folder).unwrap();
    let only = set("PAGES", "");
    let language = Language::ALL
        .into_iter()
        .find(|language| language.code() == set("PAGES_LANGUAGE", "en"))
        .unwrap();
    let text_size: u16 = set("PAGES_TEXT_SIZE", "100").parse().unwrap();
    for page in all() {
        if !only.is_empty() && !only.split(',').any(|name| name == page.name) {
            continue;
        }
        for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            if !set("PAGES_LOOK", look).contains(look) {
                continue;
            }
            let mut size = page.size;
            if let Some((x, y)) = set("PAGES_SIZE", "").split_once('x') {
                size = [x.parse().unwrap(), y.parse().unwrap()];
            }
            let size = size.map(|side| side * 100.0 / f32::from(text_size));
            language.while_speaking(|| {
                let mut window = page.open_with(size, theme, |view| {
                    view.settings.text_size = text_size;
                });
                let picture = window.harness.render().unwrap();
                picture
                    .save(format!("{folder}/{}-{look}.png", page.name))
                    .unwrap();
            });
        }
    }
}

/// Both looks of a page, in English and in Dutch.
fn picture(name: &str) {
    let page = all().into_iter().find(|page| page.name == name).unwrap();
    let name = name.replace('_', "-");
    let mut results = SnapshotResults::new();
    for (language, ending) in [(Language::English, ""), (Language::Dutch, "-nl")] {
        for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            language.while_speaking(|| {
                let mut window = page.open(page.size, theme);
                results.add(
                    window
                        .harness
                        .try_snapshot(format!("{name}{ending}-{look}")),
                );
            });
        }
    }
}

macro_rules! pictures {
    ($($name:ident: $size:expr, $start:ident, $view:expr, [$($click:expr),*];)*) => {
        /// All of them.
        pub fn all() -> Vec<Page> {
            vec![$(Page {
                name: stringify!($name),
                size: $size,
                start: StartPage::$start,
                view: $view,
                clicks: &[$($click),*],
            }),*]
        }

        $(#[test]
        fn $name() {
            picture(stringify!($name));
        })*
    };
}

pictures! {
    home: PAGE, Home, |_| pages::with_invitations(), [];
    invite: PAGE, Home, |_| pages::view(), ["Invite someone to help"];
    invite_password: [780.0, 1080.0], Home, |_| pages::view(), ["Invite someone to help", "Require a password", "Save invitation"];
    waiting: PAGE, Waiting, |_| pages::waiting(), [];
    invite_code: PAGE, Home, |_| pages::view(), ["Invite someone to help", "A code"];
    code: PAGE, Waiting, |_| pages::coded(pages::ready(None)), [];
    code_anew: [780.0, 1000.0], Waiting, |_| pages::coded(pages::ready(Some(CodeError::WrongCode))), [];
    code_given: PAGE, Waiting, |_| pages::coded(CodeState::Given), [];
    code_failed: PAGE, Waiting, |_| pages::coded(CodeState::Failed(CodeError::Lost)), [];
    enter_code: PAGE, Home, |_| pages::view(), ["Enter a code"];
    enter_code_wrong: PAGE, Home, |_| pages::expert(ExpertView::NotFetched(FetchFault::Code(CodeError::WrongCode))), [];
    settings_network: PAGE, Home, |_| pages::view(), ["Settings", "Network"];
    resend: [780.0, 1000.0], Home, |_| pages::with_invitations(), ["Invitation status", "Resend", "A code"];
    waiting_mail: [780.0, 1080.0], Waiting, |_| mail::mailed(MailState::Ready {
        file: "/home/anna/Invitation-01010101.hulp".into(),
    }), [];
    waiting_mail_refused: [780.0, 1000.0], Waiting, |_| mail::mailed(MailState::Failed(EmailError::RecipientRefused {
        server: "smtp.example.org".into(),
        address: "bjorn@example.org".into(),
        said: "550 5.1.1 No such user here".into(),
    })), [];
    invite_mail: [780.0, 860.0], Home, |_| pages::view(), ["Invite someone to help", "E-mail"];
    settings_mail: [780.0, 1100.0], Home, |_| pages::view(), ["Settings", "E-mail", "The mail server below"];
    invite_contact: [780.0, 900.0], Home, |_| contacts::signed_in(), ["Invite someone to help", "A contact", "Bram de Vries (bram@example.org)"];
    waiting_contact: PAGE, Waiting, |_| contacts::called(CallState::Ringing), [];
    waiting_contact_declined: PAGE, Waiting, |_| contacts::called(CallState::Declined), [];
    ring: QUESTION, Home, |_| contacts::rings(contacts::asks(), true), [];
    ring_stranger: QUESTION, Home, |_| contacts::rings(RingWants::Helping, false), [];
    settings_contacts: [780.0, 1500.0], Home, |_| contacts::signed_in(), ["Settings", "Contacts"];
    settings_contacts_refused: [780.0, 900.0], Home, |_| contacts::refused(), ["Settings", "Contacts"];
    check_trying: PAGE, Home, |_| checking::trying(), ["Check this computer"];
    check: [780.0, 2000.0], Home, |_| checking::working(), ["Check this computer"];
    check_failing: [780.0, 2180.0], Home, |_| checking::failing(), ["Check this computer"];
    status: PAGE, Home, |_| pages::with_invitations(), ["Invitation status", "Details"];
    settings_general: [780.0, 860.0], Home, |_| pages::view(), ["Settings"];
    settings: PAGE, Home, |_| pages::view(), ["Settings", "Receiving help"];
    home_policy_unreadable: [780.0, 900.0], Home, |_| policy::unreadable(), [];
    invite_ways: PAGE, Home, |_| policy::strict(), ["Invite someone to help"];
    settings_policy: PAGE, Home, |_| policy::strict(), ["Settings", "Receiving help"];
    settings_network_policy: [780.0, 1000.0], Home, |_| policy::strict(), ["Settings", "Network"];
    consent_organisation: QUESTION, Home, policy::consent, [];
    control_organisation: [640.0, 640.0], Home, policy::control, [];
    closing: PAGE, Home, |_| pages::with_invitations(), [];
    consent_new: QUESTION, Home, |now| pages::consent(now, HelperStanding::New), [];
    consent_called: QUESTION, Home, |now| pages::consent(now, HelperStanding::New), ["They called me"];
    consent_known: QUESTION, Home, |now| pages::consent(now, pages::known()), [];
    control: CONTROL, Home, |now| pages::novice_session(ControlView::Asked {
        question: 9,
        deadline: now + Duration::from_millis(58_000),
    }), [];
    session: SESSION, Home, |_| pages::novice_session(ControlView::None), [];
    session_controlled: SESSION, Home, |_| pages::novice_session(pages::granted()), [];
    session_reconnecting: SESSION, Home, |now| pages::reconnecting(pages::novice_session(pages::granted()), now), [];
    session_stopped: SESSION, Home, |_| pages::stopped(), [];
    ended: PAGE, Home, |_| pages::ended(), [];
    log: [1020.0, 1000.0], Home, |_| log::with_page(), ["Log"];
    log_damaged: [1020.0, 1000.0], Home, |_| log::damaged(), ["Log"];
    log_picture: [1020.0, 1200.0], Home, |_| log::with_picture(), ["Log", "A picture of the screen was kept"];
    log_export: [1020.0, 1300.0], Home, |_| log::exported(), ["Log", "Export"];
    settings_privacy: PAGE, Home, |_| pages::view(), ["Settings", "Privacy and log"];
    open: PAGE, Home, |_| pages::view(), ["Open an invitation"];
    open_windows: PAGE, Home, |_| pages::windows_invitation(), [];
    paper: PAGE, Home, |_| pages::expert(ExpertView::Opened(pages::paper())), [];
    connecting: PAGE, Home, pages::connecting, [];
    wrong_password: PAGE, Home, |_| pages::failed(Refusal::WrongPassword { attempts_left: 4 }), [];
    console: CONSOLE, Home, |_| pages::console(ControlView::None), [];
    console_controlled: CONSOLE, Home, |_| pages::console(pages::granted()), [];
    console_reconnecting: CONSOLE, Home, |now| pages::reconnecting(pages::console(pages::granted()), now), [];
    offer: PAGE, Home, |_| pages::view(), ["Offer help to a computer"];
    offer_key_changed: PAGE, Home, |_| offers::key_changed(), [];
    offering: PAGE, Home, offers::offering, [];
    offer_question: QUESTION, Home, |now| offers::question(now, "Helpdesk of Zuid", true), [];
    settings_helpers: [780.0, 2400.0], Home, |_| offers::helpers(), ["Settings", "Receiving help"];
    expert_ended: PAGE, Home, |_| pages::expert_ended(), [];
}
