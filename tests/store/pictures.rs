//! Pictures of control: kept, found again, missed when they are gone, and never more than there is room for.

use std::{fs, path::PathBuf};

use chrono::TimeDelta;
use hulp::{
    invitation::Fingerprint,
    store::{LogEvent, LogFault, PictureMoment, Store},
};

use super::{helper, lines, now, open};

const ROOM: u64 = 1000;

fn keep(store: &Store, number: u8, bytes: usize) {
    let at = now() + TimeDelta::seconds(i64::from(number));
    let png = vec![number; bytes];
    store
        .keep_picture(&png, PictureMoment::ControlBegan, &helper(), ROOM, at)
        .unwrap();
}

fn files(folder: &std::path::Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("pictures")).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn the_oldest_pictures_make_room_and_the_log_says_so() {
    let (folder, store) = open();
    for number in 1..=5 {
        keep(&store, number, 400);
    }
    assert_eq!(files(folder.path()).len(), 2, "of 400 bytes each");
    let mut kept = Vec::new();
    for line in lines(&store) {
        match line.event.unwrap() {
            LogEvent::PictureKept { picture, .. } => kept.push(picture),
            LogEvent::PictureRemoved { picture, .. } => assert_eq!(kept.remove(0), picture),
            other => panic!("{other:?}"),
        }
    }
    for (picture, number) in kept.iter().zip([4, 5]) {
        assert_eq!(store.picture(picture).unwrap().unwrap(), [number; 400]);
    }
    assert!(store.verify_log().unwrap().is_whole());
    let too_large = [9; ROOM as usize + 1];
    let refused = store.keep_picture(
        &too_large,
        PictureMoment::ControlEnded,
        &helper(),
        ROOM,
        now(),
    );
    assert!(refused.is_err());
    assert_eq!(
        files(folder.path()).len(),
        2,
        "and nothing made room for it"
    );
}

#[test]
fn a_changed_or_missing_picture_is_found_with_its_line() {
    let (folder, store) = open();
    keep(&store, 1, 300);
    keep(&store, 2, 300);
    let lines = lines(&store);
    let [first, second] = [0, 1].map(|at| match lines[at].event.clone().unwrap() {
        LogEvent::PictureKept { picture, .. } => picture,
        other => panic!("{other:?}"),
    });
    let path = |picture: &hulp::store::LoggedId| {
        let name = format!("{}.png", picture.as_str());
        folder.path().join("pictures").join(name)
    };
    fs::write(path(&first), "another").unwrap();
    fs::remove_file(path(&second)).unwrap();
    assert_eq!(
        store.verify_log().unwrap().faults,
        [
            LogFault::Picture {
                number: 1,
                is_there: true
            },
            LogFault::Picture {
                number: 2,
                is_there: false
            }
        ]
    );
    assert_eq!(store.picture(&first).unwrap(), None, "it is not shown");
    assert_eq!(store.picture(&second).unwrap(), None);
}

#[cfg(unix)]
#[test]
fn pictures_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, store) = open();
    keep(&store, 1, 10);
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder.path().join("pictures")), 0o700);
    assert_eq!(mode(&files(folder.path())[0]), 0o600);
}

#[test]
fn a_forged_name_leads_nowhere() {
    let (folder, store) = open();
    fs::create_dir(folder.path().join("pictures")).unwrap();
    fs::write(folder.path().join("secret.png"), "x").unwrap();
    let forged = LogEvent::PictureKept {
        picture: serde_json::from_str("\"../secret\"").unwrap(),
        bytes: 1,
        moment: PictureMoment::ControlBegan,
        helper: helper(),
    };
    store.log(&forged, now()).unwrap();
    let LogEvent::PictureKept { picture, .. } = forged else {
        unreachable!()
    };
    assert_eq!(store.picture(&picture).unwrap(), None);
    let none = Fingerprint([9; 32]).into();
    assert_eq!(store.picture(&none).unwrap(), None);
    assert_eq!(store.verify_log().unwrap().faults.len(), 1);
}

#[test]
fn what_a_killed_process_left_of_pictures_is_tidied_up() {
    let (folder, store) = open();
    store.tidy_pictures().unwrap(); // there are none
    keep(&store, 1, 100);
    let pictures = folder.path().join("pictures");
    let unknown = format!("{}.png", "ab".repeat(32));
    for left in [".unfinished-abc", unknown.as_str()] {
        fs::write(pictures.join(left), "half").unwrap();
    }
    store.tidy_pictures().unwrap();
    assert_eq!(files(folder.path()).len(), 1);
    assert!(store.verify_log().unwrap().is_whole());
    // Killed after the line that it is removed, before the file was.
    let removed = LogEvent::PictureRemoved {
        picture: match lines(&store)[0].event.clone() {
            Some(LogEvent::PictureKept { picture, .. }) => picture,
            other => panic!("{other:?}"),
        },
        bytes: 100,
        by_novice: false,
    };
    store.log(&removed, now()).unwrap();
    store.tidy_pictures().unwrap();
    assert!(files(folder.path()).is_empty());
}

#[test]
fn all_pictures_can_be_removed_and_the_log_says_so() {
    let (folder, store) = open();
    assert_eq!(store.remove_pictures(now()).unwrap(), 0);
    keep(&store, 1, 100);
    keep(&store, 2, 100);
    assert_eq!(store.remove_pictures(now()).unwrap(), 2);
    assert!(files(folder.path()).is_empty());
    let removed = |event: &LogEvent| {
        matches!(
            event,
            LogEvent::PictureRemoved {
                by_novice: true,
                ..
            }
        )
    };
    let events = lines(&store).into_iter().filter_map(|line| line.event);
    assert_eq!(events.filter(removed).count(), 2);
    assert!(store.verify_log().unwrap().is_whole());
    assert_eq!(store.remove_pictures(now()).unwrap(), 0);
}

#[test]
fn an_export_misses_pictures_and_leaves_reading_them_to_the_check() {
    let (folder, store) = open();
    keep(&store, 1, 100);
    let faults = || {
        let all = hulp::store::LogFilter::default();
        let form = hulp::store::LogForm::JsonLines;
        let mut out = Vec::new();
        let verdict = store.export_log(&all, form, &chrono::Utc, &mut out);
        verdict.unwrap().faults.len()
    };
    let file = files(folder.path()).remove(0);
    fs::write(&file, "another").unwrap();
    assert_eq!((faults(), store.verify_log().unwrap().faults.len()), (0, 1));
    fs::remove_file(&file).unwrap();
    assert_eq!((faults(), store.verify_log().unwrap().faults.len()), (1, 1));
}
