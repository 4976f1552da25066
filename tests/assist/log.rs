//! What the novice can read afterwards: the summary, the log, and the pictures of control.

use std::{fs, path::Path};

use chrono::Local;
use hulp::{
    desktop::{LocalInput, StopKey},
    engine::{
        Command, ControlView, LogCheck, LogCommand, LogExport, LogFilter, LogForm, LogKind,
        LogQuery, Seeing, Timing,
    },
    screen::{Framebuffer, Rect},
    store::{LogEvent, LogFault, LoggedId, PictureMoment},
};

use super::people::{PATIENCE, Person, in_control, in_session, read, take_control};

fn ask(person: &Person, command: LogCommand) {
    person.send(Command::Log(command));
}

#[test]
fn the_summary_tells_what_the_helper_saw_used_and_did_not_get() {
    let (novice, expert, _) = in_session(Timing::default());
    expert.send(Command::TakeControl);
    novice.answer_control(false);
    expert.see_console("the refusal", |session| session.control_refused.is_some());
    novice.send(Command::Pause);
    expert.see_console("the pause", |session| session.seeing == Seeing::Paused);
    novice.send(Command::Resume);
    expert.see_console("the screen again", |session| session.seeing == Seeing::Yes);
    take_control(&novice, &expert);
    novice.send(Command::NoviceChat("one".into()));
    expert.send(Command::ExpertChat("two".into()));
    expert.send(Command::ExpertChat("three".into()));
    novice.wait("the chat", |view| {
        (view.novice.session.as_ref()?.chat.len() == 3).then_some(())
    });
    novice.desktop.simulate(LocalInput::Stop(StopKey::Escape));
    expert.see_console("the stop", |session| session.control == ControlView::None);
    novice.send(Command::NoviceDisconnect);
    let ended = novice.wait("the summary", |view| view.novice.ended.clone());
    assert_eq!(
        (ended.control_refused, ended.pauses, ended.breaks),
        (1, 1, 0)
    );
    assert_eq!((ended.novice_messages, ended.helper_messages), (1, 2));

    // Its lines in the log begin with who came, and are all that helper's or the computer's own.
    let filter = LogFilter {
        from_line: ended.first_line,
        kind: Some(LogKind::Control),
        who: ended.helper_name,
        ..LogFilter::default()
    };
    let query = LogQuery {
        filter,
        before: None,
    };
    ask(&novice, LogCommand::Read(query.clone()));
    let page = novice.wait("the lines", |view| {
        view.log.page.clone().filter(|page| page.asked == query)
    });
    let said: Vec<_> = page.rows.unwrap().into_iter().map(|row| row.what).collect();
    assert_eq!(said.len(), 5, "{said:#?}");
    assert_eq!(said[4], "The helper asked for control.");
    assert_eq!(said[3], "Control was not given: declined.");
    assert!(said[0].ends_with("Esc was pressed."), "{said:#?}");
}

#[test]
fn the_log_is_read_checked_and_exported_the_same_both_ways() {
    let (novice, expert, _) = in_control(Timing::default());
    expert.send(Command::ExpertDisconnect);
    novice.wait("the end", |view| view.novice.ended.clone());
    novice.close(); // nothing is written any more
    let store = novice.store();

    let novice = novice.restart();
    ask(&novice, LogCommand::Check);
    novice.wait("the verdict", |view| match &view.log.check {
        LogCheck::Done(verdict) => {
            assert!(verdict.is_whole(), "{verdict:?}");
            Some(())
        }
        _ => None,
    });
    let sessions = LogFilter {
        kind: Some(LogKind::Sessions),
        ..LogFilter::default()
    };
    for (filter, form) in [
        (LogFilter::default(), LogForm::JsonLines),
        (LogFilter::default(), LogForm::Report),
        (sessions, LogForm::JsonLines),
    ] {
        let path = novice.file("exported log");
        ask(
            &novice,
            LogCommand::Export {
                filter: filter.clone(),
                form,
                path: path.clone(),
            },
        );
        novice.wait("the export", |view| match &view.log.export {
            LogExport::Saved(saved) => {
                assert_eq!(*saved, path);
                Some(())
            }
            LogExport::Failed(why) => panic!("{why}"),
            _ => None,
        });
        let mut here = Vec::new();
        store.export_log(&filter, form, &Local, &mut here).unwrap();
        assert_eq!(fs::read(&path).unwrap(), here, "{form:?}");
        ask(&novice, LogCommand::Leave);
        novice.wait("a page that was left", |view| {
            (view.log == Default::default()).then_some(())
        });
    }
    let nowhere = LogCommand::Export {
        filter: LogFilter::default(),
        form: LogForm::Report,
        path: novice.file("no folder/log.html"),
    };
    ask(&novice, nowhere);
    novice.wait("the fault", |view| {
        matches!(view.log.export, LogExport::Failed(_)).then_some(())
    });
}

fn keep_pictures(novice: &Person) {
    let mut settings = novice.view().settings.clone();
    settings.keep_pictures = true;
    novice.send(Command::save_settings(&novice.view().settings, settings));
}

/// The pictures that the log speaks of, once there are so many.
fn pictures(novice: &Person, count: usize) -> Vec<(PictureMoment, LoggedId)> {
    let mut found = Vec::new();
    let met = novice.desktop.wait_until(PATIENCE, |_| {
        let kept = novice.log().into_iter().filter_map(|event| match event {
            LogEvent::PictureKept {
                picture, moment, ..
            } => Some((moment, picture)),
            _ => None,
        });
        found = kept.collect();
        found.len() >= count
    });
    assert!(met, "{found:?}");
    found
}

fn pixels(folder: &Path, picture: &LoggedId) -> Vec<u32> {
    let file = folder
        .join("pictures")
        .join(format!("{}.png", picture.as_str()));
    let picture = image::load_from_memory(&fs::read(file).unwrap()).unwrap();
    let picture = picture.to_rgb8();
    let colours = picture.pixels().map(|pixel| {
        let [red, green, blue] = pixel.0;
        u32::from_be_bytes([0, red, green, blue])
    });
    colours.collect()
}

#[test]
fn control_is_kept_in_pictures_where_that_is_set() {
    let (novice, expert) = (Person::new(), Person::new());
    keep_pictures(&novice);
    let file = novice.invite(None);
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    novice.session();
    let rect = |x| Rect::new(x, 20, 50, 50);
    novice.desktop.fill(rect(0), 0x00aa_1122);
    expert.sees(&novice.desktop.screen());
    let at_begin = novice.desktop.screen();
    take_control(&novice, &expert);
    assert_eq!(pictures(&novice, 1)[0].0, PictureMoment::ControlBegan);
    novice.desktop.fill(rect(60), 0x0011_bb22);
    let at_end = novice.desktop.screen();
    expert.sees(&at_end);
    novice.send(Command::StopControl);
    let kept = pictures(&novice, 2);
    assert_eq!(kept[1].0, PictureMoment::ControlEnded);
    let folder = novice.store().folder().to_owned();
    assert_eq!(pixels(&folder, &kept[0].1), at_begin.pixels());
    assert_eq!(pixels(&folder, &kept[1].1), at_end.pixels());
    // What comes after is still seen as it is.
    novice.desktop.fill(rect(120), 0x0033_44cc);
    expert.sees(&novice.desktop.screen());

    ask(&novice, LogCommand::ShowPicture(kept[1].1.clone()));
    let shown = novice.wait("the picture", |view| {
        let picture = view.log.picture.clone()?;
        picture.picture
    });
    let shown: &Framebuffer = &shown;
    assert_eq!(*shown, at_end);

    // Another in its place is found, with its line, and is not shown.
    let path = folder
        .join("pictures")
        .join(format!("{}.png", kept[1].1.as_str()));
    let other = folder
        .join("pictures")
        .join(format!("{}.png", kept[0].1.as_str()));
    fs::copy(other, path).unwrap();
    let faults = novice.store().verify_log().unwrap().faults;
    assert!(
        matches!(faults[..], [LogFault::Picture { is_there: true, .. }]),
        "{faults:?}"
    );
    ask(&novice, LogCommand::ShowPicture(kept[1].1.clone()));
    novice.wait("that it is gone", |view| {
        (view.log.picture.as_ref()?.picture.is_none()).then_some(())
    });
}

#[test]
fn the_last_picture_is_of_what_the_helper_could_see() {
    let (novice, expert) = (Person::new(), Person::new());
    keep_pictures(&novice);
    let file = novice.invite(None);
    let id = read(&file).id;
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    novice.session();
    novice.desktop.fill(Rect::new(0, 0, 50, 50), 0x00aa_1122);
    let seen = novice.desktop.screen();
    expert.sees(&seen);
    take_control(&novice, &expert);
    pictures(&novice, 1);
    novice.send(Command::Pause);
    expert.see_console("the pause", |session| session.seeing == Seeing::Paused);
    novice.desktop.fill(Rect::new(0, 0, 300, 50), 0x00ff_ffff);
    let kept = pictures(&novice, 2);
    let folder = novice.store().folder().to_owned();
    assert_eq!(
        pixels(&folder, &kept[1].1),
        seen.pixels(),
        "before the pause"
    );

    // One that ends with its session has both as well.
    novice.send(Command::Resume);
    expert.sees(&novice.desktop.screen());
    take_control(&novice, &expert);
    let last = novice.desktop.screen();
    pictures(&novice, 3);
    novice.send(Command::Withdraw(id));
    let kept = pictures(&novice, 4);
    assert_eq!(pixels(&folder, &kept[3].1), last.pixels());
}

#[test]
fn nothing_is_kept_where_it_is_not_set() {
    let (novice, expert, _) = in_control(Timing::default());
    expert.send(Command::ReleaseControl);
    novice.wait("the end of control", |view| {
        (view.novice.session.as_ref()?.control == ControlView::None).then_some(())
    });
    novice.send(Command::NoviceDisconnect);
    novice.wait("the end", |view| view.novice.ended.clone());
    novice.close();
    assert!(!novice.store().folder().join("pictures").exists());
}
