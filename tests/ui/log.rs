//! The log's page: what it asks for, what it shows, and how one gets there and back.

use std::{sync::Arc, time::Duration};

use egui::Theme;
use egui_kittest::kittest::Queryable as _;
use hulp::{
    engine::{
        Command, LogCheck, LogCommand, LogExport, LogFault, LogFilter, LogForm, LogKind,
        LogPageView, LogPicture, LogQuery, LogRow, LogVerdict, LoggedId, PicturesRemoval, View,
    },
    invitation::{Fingerprint, InvitationId},
    screen::{Framebuffer, Rect, Size},
    store::{
        ControlEndedHow, Helper, LogEvent, LogLine, PictureMoment, RefusedWhy, SessionEndedWhy,
        describe,
    },
    ui::StartPage,
};

use crate::pages::{self, Window};

fn open(view: View) -> Window {
    Window::open([1020.0, 1000.0], Theme::Light, StartPage::Home, view)
}

pub fn row(number: u64, who: &str, what: &str) -> LogRow {
    LogRow {
        number,
        at: pages::now() - Duration::from_secs(60 * (45 - number)),
        who: who.into(),
        key: (!who.is_empty()).then(|| "ab".repeat(32)),
        what: what.into(),
        written: "{\"event\":\"paused\"}".into(),
        hash: "0123456789abcdef".repeat(4),
        picture: None,
    }
}

fn picture() -> LoggedId {
    Fingerprint([0xee; 32]).into()
}

/// What the log says of this, in the language that holds here.
fn what(event: LogEvent) -> String {
    describe(&LogLine {
        number: 1,
        at: pages::now(),
        event: Some(event),
        json: String::new(),
        hash: [0; 32],
    })
}

fn helper(name: &str, key: u8, address: &str) -> Helper {
    Helper {
        name: name.into(),
        key: Fingerprint([key; 32]).into(),
        address: address.parse().unwrap(),
    }
}

/// A page with a session.
pub fn with_page() -> View {
    let mut view = pages::view();
    let bram = || helper("Bram de Vries", 0xab, "192.0.2.9:50000");
    let evil = helper("Dr. Evil", 0xcd, "198.51.100.7:40000");
    let invitation = |number| LoggedId::from(InvitationId([number; 16]));
    let ended = LogEvent::SessionEnded {
        invitation: invitation(1),
        helper: bram(),
        why: SessionEndedWhy::NoviceLeft,
        seen_secs: 1270,
        controlled_secs: 304,
        novice_messages: 3,
        helper_messages: 1,
    };
    let control_ended = LogEvent::ControlEnded {
        how: ControlEndedHow::Escape,
        lasted_secs: 304,
    };
    let kept = LogEvent::PictureKept {
        picture: picture(),
        bytes: 90_000,
        moment: PictureMoment::ControlBegan,
        helper: bram(),
    };
    let refused = LogEvent::HelperRefused {
        invitation: Some(invitation(0xcd)),
        helper: evil,
        why: RefusedWhy::WrongPassword { attempts_left: 4 },
    };
    let mut rows: Vec<_> = [
        (42, "", LogEvent::NotWaiting),
        (41, "Bram de Vries", ended),
        (39, "Bram de Vries", control_ended),
        (37, "Bram de Vries", kept),
        (36, "Bram de Vries", LogEvent::ControlGranted),
        (35, "Bram de Vries", LogEvent::ControlAsked),
        (34, "Dr. Evil", refused),
    ]
    .into_iter()
    .map(|(number, who, event)| row(number, who, &what(event)))
    .collect();
    rows[3].picture = Some(picture());
    view.log.page = Some(LogPageView {
        asked: LogQuery::default(),
        rows: Ok(rows),
        has_older: true,
    });
    view
}

pub fn damaged() -> View {
    let mut view = with_page();
    view.log.check = LogCheck::Done(LogVerdict {
        lines: 42,
        is_part: false,
        head: [7; 32],
        faults: vec![
            LogFault::Changed { number: 12 },
            LogFault::Missing {
                first: 20,
                last: 22,
            },
        ],
    });
    view
}

pub fn with_picture() -> View {
    let mut view = with_page();
    let mut frame = Framebuffer::new(Size::new(960, 540));
    for y in 0..540 {
        for (x, pixel) in (0..).zip(frame.row_mut(Rect::new(0, 0, 960, 540), y)) {
            *pixel = if (x / 60 + y / 60) % 2 == 0 {
                0x0f_5c_a8
            } else {
                0xf4_f6_f8
            };
        }
    }
    view.log.picture = Some(LogPicture {
        name: picture(),
        picture: Some(Arc::new(frame)),
    });
    view
}

pub fn exported() -> View {
    let mut view = with_page();
    view.log.check = LogCheck::Done(LogVerdict {
        lines: 42,
        is_part: false,
        head: [7; 32],
        faults: vec![],
    });
    view.log.export = LogExport::Saved("/home/anna/Log of Hulp 2026-08-04.html".into());
    view
}

fn read(filter: LogFilter, before: Option<u64>) -> Command {
    Command::Log(LogCommand::Read(LogQuery { filter, before }))
}

/// As the engine does: shows what was asked for.
fn answer(window: &mut Window, asked: LogQuery, rows: Vec<LogRow>, has_older: bool) {
    window.engine.change(|view| {
        view.log.page = Some(LogPageView {
            asked,
            rows: Ok(rows),
            has_older,
        });
    });
    window.settle();
}

#[test]
fn the_log_is_read_a_page_at_a_time_and_put_away() {
    let mut window = open(pages::view());
    window.click("Log");
    assert_eq!(window.engine.asked(), [read(LogFilter::default(), None)]);
    assert!(window.says("Looking into the log"));
    let page = with_page().log.page.unwrap();
    answer(&mut window, page.asked, page.rows.unwrap(), true);
    assert!(window.says("Control was given to the helper."));
    assert!(window.says("today 11:51:00"));
    assert!(!window.can("Newer lines"));
    window.click("Older lines");
    assert_eq!(
        window.engine.asked(),
        [read(LogFilter::default(), Some(34))]
    );
    assert!(window.says("Looking into the log"), "not the page before");
    let older = LogQuery {
        filter: LogFilter::default(),
        before: Some(34),
    };
    answer(
        &mut window,
        older,
        vec![row(1, "", "Waiting for helpers on port 4857.")],
        false,
    );
    assert!(window.says("port 4857") && !window.can("Older lines"));
    window.click("Newer lines");
    assert_eq!(window.engine.asked(), [read(LogFilter::default(), None)]);
    window.click("Back");
    assert_eq!(window.engine.asked(), [Command::Log(LogCommand::Leave)]);
    assert!(window.can("Invite someone to help"));
}

#[test]
fn lines_are_looked_for_by_who_what_when_and_words() {
    let mut window = open(with_page());
    window.click("Log");
    window.engine.asked();
    window.write("Person", " Bram ");
    window.write("From", "2026-08-0");
    assert!(!window.can("Show these lines"));
    assert!(window.says("Please write a day such as"));
    window.write("From", "2026-08-03");
    window.write("To", "2026-08-04 11:30");
    window.write("Words", "esc");
    window.click("Kind of lines");
    window.click("Control");
    window.click("Show these lines");
    let filter = LogFilter {
        who: "Bram".into(),
        kind: Some(LogKind::Control),
        from: Some("2026-08-03T00:00:00Z".parse().unwrap()),
        to: Some("2026-08-04T11:31:00Z".parse().unwrap()),
        text: "esc".into(),
        from_line: None,
    };
    assert_eq!(window.engine.asked(), [read(filter.clone(), None)]);
    let asked = LogQuery {
        filter,
        before: None,
    };
    answer(&mut window, asked, vec![], false);
    assert!(window.says("There is no such line."));
    window.click("Show all lines");
    assert_eq!(window.engine.asked(), [read(LogFilter::default(), None)]);
    assert_eq!(window.value("Person"), "");
}

#[test]
fn a_line_opens_with_all_there_is_to_it() {
    let mut window = open(with_page());
    window.click("Log");
    window.engine.asked();
    assert!(!window.says("Fingerprint"));
    let line = "today 11:52:00, line 37: A picture of the screen was kept when Bram de Vries (computer abababab, at 192.0.2.9:50000) was given control: eeeeeeee.";
    window.click(line);
    assert!(window.says(&"ab".repeat(32)), "the whole fingerprint");
    assert!(window.says("Hash: 0123"));
    window.click("Show the picture");
    assert_eq!(
        window.engine.asked(),
        [Command::Log(LogCommand::ShowPicture(picture()))]
    );
    window
        .engine
        .change(|view| view.log.picture = with_picture().log.picture);
    window.settle();
    assert!(window.says("Picture of the screen"));
    window.engine.change(|view| {
        view.log.picture = Some(LogPicture {
            name: picture(),
            picture: None,
        });
    });
    window.settle();
    assert!(window.says("This picture is gone"));
    window.click(line);
    assert!(!window.says("Fingerprint"));
}

#[test]
fn the_check_says_which_line_is_wrong() {
    let mut window = open(with_page());
    window.click("Log");
    window.engine.asked();
    window.click("Check the log");
    assert_eq!(window.engine.asked(), [Command::Log(LogCommand::Check)]);
    window
        .engine
        .change(|view| view.log.check = LogCheck::Working);
    window.settle();
    assert!(!window.can("Check the log"));
    window
        .engine
        .change(|view| view.log.check = damaged().log.check);
    window.settle();
    assert!(window.says("line 12 was changed; lines 20 to 22 are missing."));
    window
        .engine
        .change(|view| view.log.check = exported().log.check);
    window.settle();
    assert!(window.says("The log is whole: all 42 lines are as Hulp wrote them."));
}

#[test]
fn what_is_shown_is_exported() {
    let mut window = open(with_page());
    window.click("Log");
    window.engine.asked();
    window.click("Export");
    assert_eq!(
        window.value("Save to"),
        "/home/anna/Log of Hulp 2026-08-04.html"
    );
    window.click("JSON Lines");
    assert_eq!(
        window.value("Save to"),
        "/home/anna/Log of Hulp 2026-08-04.jsonl"
    );
    window.click("Save the log");
    assert_eq!(
        window.engine.asked(),
        [Command::Log(LogCommand::Export {
            filter: LogFilter::default(),
            form: LogForm::JsonLines,
            path: "/home/anna/Log of Hulp 2026-08-04.jsonl".into(),
        })]
    );
    window
        .engine
        .change(|view| view.log.export = LogExport::Failed("no space left".into()));
    window.settle();
    assert!(window.says("could not be saved there: no space left."));
}

#[test]
fn a_summary_leads_to_the_sessions_lines_and_waits() {
    let mut window = open(pages::ended());
    window.click("Show it in the log");
    let filter = LogFilter {
        from_line: Some(40),
        ..LogFilter::default()
    };
    assert_eq!(window.engine.asked(), [read(filter, None)]);
    window.click("Show all lines");
    assert_eq!(window.engine.asked(), [read(LogFilter::default(), None)]);
    window.click("Back");
    assert!(window.says("The session has ended"), "it was not read yet");
    window.click("Done");
    assert!(window.engine.asked().contains(&Command::NoviceEndSeen));
}

#[test]
fn a_session_that_ends_shows_its_summary_over_the_log() {
    let mut window = open(with_page());
    window.click("Log");
    window.engine.change(|view| *view = pages::ended());
    window.settle();
    assert!(window.says("The session has ended"));
    window.click("Done");
    window.engine.change(|view| view.novice.ended = None);
    window.settle();
    assert!(window.can("Invite someone to help"));
}

#[test]
fn settings_lead_to_the_log_and_back() {
    let mut window = open(pages::view());
    window.click("Settings");
    window.click("Privacy and log");
    window.click("Keep pictures of the screen when someone takes control");
    window.click("Save settings");
    let mut settings = pages::settings();
    settings.keep_pictures = true;
    assert_eq!(
        window.engine.asked(),
        [Command::save_settings(&pages::settings(), settings)]
    );
    window.click("Open the log");
    assert_eq!(window.engine.asked(), [read(LogFilter::default(), None)]);
    window.click("Back");
    assert!(window.harness.query_by_label("Save settings").is_some());
    window.click("Back");
    assert!(window.can("Invite someone to help"));
}

#[test]
fn all_pictures_are_removed_after_a_question() {
    let mut window = open(pages::view());
    window.click("Settings");
    window.click("Privacy and log");
    window.click("Remove all pictures");
    assert!(window.says("They cannot be brought back."));
    window.click("Keep them");
    assert_eq!(window.engine.asked(), []);
    window.click("Remove all pictures");
    window.click("Remove them");
    assert_eq!(
        window.engine.asked(),
        [Command::Log(LogCommand::RemovePictures)]
    );
    let removal = PicturesRemoval::Done(4);
    (window.engine).change(|view| view.log.removal = Some(removal));
    window.settle();
    assert!(window.says("Removed: 4 pictures."));
}

#[test]
fn what_others_change_meanwhile_shows_once_the_users_own_is_saved() {
    let mut window = open(pages::view());
    window.click("Settings");
    window.click("Privacy and log");
    window.click("Keep pictures of the screen when someone takes control");
    (window.engine).change(|view| view.settings.allow_control = false);
    window.settle();
    let mut settings = pages::settings();
    settings.keep_pictures = true;
    window.click("Save settings");
    assert_eq!(
        window.engine.asked(),
        [Command::save_settings(&pages::settings(), settings.clone())]
    );
    settings.allow_control = false;
    (window.engine).change(|view| view.settings = settings.clone());
    window.settle();
    assert!(window.says("Your settings are saved."));
}
