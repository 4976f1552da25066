//! A picture of each page, light and dark.

use std::time::{Duration, Instant};

use egui::Theme;
use egui_kittest::{SnapshotResults, kittest::Queryable};
use hulp::{
    engine::{
        CallState, CodeError, CodeState, ControlView, EmailError, ExpertView, FetchFault,
        HelperStanding, MailState, Refusal, RingWants, View,
    },
    ui::StartPage,
};

use crate::{
    contacts, mail,
    pages::{self, Window},
};

const PAGE: [f32; 2] = [780.0, 800.0];
const QUESTION: [f32; 2] = [700.0, 820.0];
const CONTROL: [f32; 2] = [640.0, 460.0];
const SESSION: [f32; 2] = [460.0, 680.0];
const CONSOLE: [f32; 2] = [1240.0, 740.0];

fn picture(
    name: &str,
    size: [f32; 2],
    start: StartPage,
    view: impl Fn(Instant) -> View,
    clicks: &[&str],
) {
    let mut results = SnapshotResults::new();
    for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut window = Window::open_at(size, theme, start, &view);
        window.wait_for_buttons();
        for click in clicks {
            window.harness.get_by_label(click).click();
            window.settle();
        }
        if name == "closing" {
            assert!(!window.close());
        }
        window.harness.remove_cursor();
        window.settle();
        results.add(window.harness.try_snapshot(format!("{name}-{look}")));
    }
}

macro_rules! pictures {
    ($($name:ident: $size:expr, $start:ident, $view:expr, [$($click:expr),*];)*) => {
        $(#[test]
        fn $name() {
            let name = stringify!($name).replace('_', "-");
            picture(&name, $size, StartPage::$start, $view, &[$($click),*]);
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
    status: PAGE, Home, |_| pages::with_invitations(), ["Invitation status", "Details"];
    settings: PAGE, Home, |_| pages::view(), ["Settings", "Receiving help"];
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
    open: PAGE, Home, |_| pages::view(), ["Open an invitation"];
    open_windows: PAGE, Home, |_| pages::windows_invitation(), [];
    paper: PAGE, Home, |_| pages::expert(ExpertView::Opened(pages::paper())), [];
    connecting: PAGE, Home, pages::connecting, [];
    wrong_password: PAGE, Home, |_| pages::failed(Refusal::WrongPassword { attempts_left: 4 }), [];
    console: CONSOLE, Home, |_| pages::console(ControlView::None), [];
    console_controlled: CONSOLE, Home, |_| pages::console(pages::granted()), [];
    console_reconnecting: CONSOLE, Home, |now| pages::reconnecting(pages::console(pages::granted()), now), [];
    expert_ended: PAGE, Home, |_| pages::expert_ended(), [];
}
