//! The novice's log with the real program in real windows: what a session came to, the pictures of a control period, and a line that
//! somebody changed, which the page and the command line find and name.

#![allow(clippy::unwrap_used)]

mod rig;

use std::fs;

use hulp::store::{LogEvent, LogFilter, Store};
use rig::{
    alone, can_run,
    helping::{EXPERT, NOVICE, begin, expert, give_control, invite, novice},
    hulp::Hulp,
    person::{AT_HOME, SETTINGS, said},
    process::PATIENCE,
};

#[test]
fn a_session_is_read_in_the_log_and_a_changed_line_is_found() {
    if !can_run("a_session_is_read_in_the_log_and_a_changed_line_is_found") {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let settings = format!("name = \"{NOVICE}\"\nkeep_pictures = true\n{AT_HOME}");
    fs::write(at_novice.home().join(SETTINGS), settings).unwrap();
    let file = at_novice.folder().join("invitation.hulp");
    let grietje = Hulp::start(&at_novice, [""; 0]);
    invite(&grietje, &file, None);
    let thomas = begin(&grietje, &at_expert, &file);
    give_control(&grietje, &thomas);
    grietje.press("Stop control");
    grietje.press("Disconnect");
    grietje.await_text(&format!("{EXPERT} saw your screen for"));
    grietje.await_text("and used your mouse and keyboard for");
    grietje.press("Show it in the log");
    grietje.await_text("A picture of the screen was kept when");
    grietje.press("Check the log");
    grietje.await_text("The log is whole");

    let verified = at_novice.hulp(&["log", "verify"]);
    assert!(verified.status.success(), "{}", said(&verified));
    let folder = at_novice.home().join(".local/share/hulp");
    let page = Store::open(&folder)
        .unwrap()
        .log_page(&LogFilter::default(), None, usize::MAX)
        .unwrap();
    let mut lines = page.entries.iter().map(|entry| &entry.line);
    let granted = lines
        .find(|line| line.event == Some(LogEvent::ControlGranted))
        .unwrap()
        .number;
    // Somebody would rather not have been given control.
    let database = rusqlite::Connection::open(folder.join("hulp.sqlite")).unwrap();
    database
        .execute_batch("DROP TRIGGER log_is_not_changed")
        .unwrap();
    let never = r#"{"event":"paused"}"#;
    let changed = "UPDATE log SET event = ?1 WHERE number = ?2";
    assert_eq!(
        database
            .execute(changed, (never, granted.cast_signed()))
            .unwrap(),
        1
    );
    drop(database);
    let found = at_novice.hulp(&["log", "verify"]);
    assert_eq!(found.status.code(), Some(1));
    let words = format!("line {granted} was changed");
    assert!(said(&found).contains(&words), "{}", said(&found));
    grietje.press("Check the log");
    grietje.await_text(&words);

    // A picture that is another one now is found too.
    let picture = fs::read_dir(folder.join("pictures")).unwrap().next();
    fs::write(picture.unwrap().unwrap().path(), b"another picture").unwrap();
    let found = said(&at_novice.hulp(&["log", "verify"]));
    assert!(found.contains("picture"), "{found}");
    grietje.press("Back");
    grietje.press("Done");
    grietje.expect("the first page", PATIENCE, || {
        grietje.button("Invite someone to help")
    });
}
