//! Several starts of the program by one user: one owns the novice's side, and the others hand over to it.

use std::{
    io::{Read, Write},
    os::unix::{fs::PermissionsExt, net::UnixStream},
    path::{Path, PathBuf},
    time::Duration,
};

use hulp::engine::{
    Answer, Begun, Command, Duty, InviteFault, InviteHow, InviteRequest, InviteView, ListenView,
    StartPage, Wish, begin,
};

use crate::people::{PATIENCE, Person, secret};

const AT: &str = ":7";

/// Somebody whose window is at [`AT`].
fn person() -> Person {
    let person = Person::settled_as(|config| config.display = AT.into());
    person
        .desktop
        .wait_until(PATIENCE, |_| socket(&person).exists());
    person
}

fn ask(person: &Person, wish: &Wish) -> Answer {
    match begin(&person.file("store"), AT, wish).unwrap() {
        Begun::HandedOver(answer) => answer,
        other => panic!("{other:?}"),
    }
}

fn socket(person: &Person) -> PathBuf {
    person.file("store").join("hulp.socket")
}

fn request(path: &Path) -> InviteRequest {
    InviteRequest {
        name: String::new(),
        message: "de letters\nzijn weg".into(),
        lifetime: Duration::from_secs(3600),
        password: Some(secret("correct horse")),
        how: InviteHow::File(path.to_owned()),
    }
}

#[test]
fn the_one_that_runs_shows_itself_and_its_pages() {
    let person = person();
    assert_eq!(ask(&person, &Wish::Show(None)), Answer::Done);
    let first = person.wait("the wish", |view| {
        (view.summons.number > 0).then_some(view.summons)
    });
    assert_eq!(first.page, None);
    let page = Some(StartPage::Settings);
    assert_eq!(ask(&person, &Wish::Show(page)), Answer::Done);
    person.wait("the page", |view| {
        (view.summons.number > first.number && view.summons.page == page).then_some(())
    });
}

#[test]
fn the_one_that_runs_makes_the_invitation_and_says_where_it_is() {
    let person = person();
    let mut settings = person.view().settings.clone();
    settings.name = "Mia".into();
    person.send(Command::save_settings(&person.view().settings, settings));
    person.wait("the name to be kept", |_| {
        let kept = std::fs::read_to_string(person.file("store/settings.toml")).ok()?;
        kept.contains("Mia").then_some(())
    });
    let path = person.file("asked elsewhere.hulp");
    let answer = ask(&person, &Wish::Invite(request(&path)));
    assert_eq!(answer, Answer::Invited(Ok(path.clone())));
    let paper = crate::people::read(&path);
    assert_eq!(
        (paper.from.as_str(), paper.message.as_str()),
        ("Mia", "de letters\nzijn weg")
    );
    assert!(paper.password.is_some());
    person.wait("the page", |view| {
        (view.summons.page == Some(StartPage::Waiting)).then_some(())
    });
    assert!(matches!(person.view().novice.listen, ListenView::On { .. }));

    // A fault is told where it was typed, and leaves the window alone, which shows the first one still.
    let nowhere = person.file("no folder").join("x.hulp");
    let answer = ask(&person, &Wish::Invite(request(&nowhere)));
    assert!(
        matches!(answer, Answer::Invited(Err(InviteFault::File(_)))),
        "{answer:?}"
    );
    person.wait("the untouched page", |view| match &view.novice.invite {
        InviteView::Saved { path: shown, .. } => (*shown == path).then_some(()),
        _ => None,
    });
}

#[test]
fn another_display_is_named_and_nothing_is_done() {
    let person = person();
    let path = person.file("x.hulp");
    let wish = Wish::Invite(request(&path));
    let begun = begin(&person.file("store"), ":8", &wish).unwrap();
    let Begun::HandedOver(answer) = begun else {
        panic!("{begun:?}");
    };
    assert_eq!(answer, Answer::AtAnotherDisplay(AT.into()));
    assert!(!path.exists());
    assert_eq!(person.view().summons.number, 0);
}

#[test]
fn the_first_start_owns_and_keeps_what_a_killed_one_left() {
    let person = person();
    let (store, left) = (person.file("store"), socket(&person));
    let mode = std::fs::metadata(&left).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    person.close();
    assert!(!left.exists(), "it goes with its owner");
    // As kill -9 leaves it: the file is there, and nobody behind it.
    drop(std::os::unix::net::UnixListener::bind(&left).unwrap());
    assert!(left.exists());
    let begun = begin(&store, AT, &Wish::Show(None)).unwrap();
    let Begun::First(ownership) = begun else {
        panic!("{begun:?}");
    };
    let again = Person::start_again(&person, |config| {
        config.display = AT.into();
        config.duty = Duty::Everything(Some(ownership));
    });
    let answers = |_: &_| UnixStream::connect(&left).is_ok();
    assert!(again.desktop.wait_until(PATIENCE, answers));
    assert_eq!(ask(&again, &Wish::Show(None)), Answer::Done);
}

#[test]
fn nonsense_and_silence_keep_nobody_out() {
    let person = person();
    let call = || {
        let line = UnixStream::connect(socket(&person)).unwrap();
        line.set_read_timeout(Some(PATIENCE)).unwrap();
        line
    };
    for nonsense in [
        "show\n",
        "{}\n",
        "\u{0}\n",
        "{\"hulp\":9,\"display\":\":7\",\"wish\":{\"show\":null}}\n",
    ] {
        let mut line = call();
        line.write_all(nonsense.as_bytes()).unwrap();
        let mut answer = String::new();
        line.read_to_string(&mut answer).unwrap();
        assert_eq!(answer, "\"not_understood\"\n", "{nonsense:?}");
    }
    // A line without an end is cut off, and not answered.
    let mut line = call();
    let endless = vec![b'x'; 1 << 20];
    let _ = line.write_all(&endless); // it may be cut off before all is written
    let mut answer = vec![];
    let _ = line.read_to_end(&mut answer); // reset or ended
    assert_eq!(answer, b"");
    // More than are heard at once, and none of them says anything.
    let silent: Vec<_> = (0..12).map(|_| call()).collect();
    assert_eq!(ask(&person, &Wish::Show(None)), Answer::Done);
    assert_eq!(person.view().summons.number, 1);
    drop(silent);
}

#[test]
fn a_process_that_helps_leaves_the_novices_side_to_others() {
    let helping = Person::settled_as(|config| {
        config.duty = Duty::Helping;
        config.display = AT.into();
    });
    assert_eq!(helping.view().novice.listen, ListenView::Off);
    assert!(!socket(&helping).exists());
    let whole = Person::start_again(&helping, |config| config.display = AT.into());
    let answers = |_: &_| socket(&whole).exists();
    assert!(whole.desktop.wait_until(PATIENCE, answers));
    // Its user wants an invitation in this window all the same.
    helping.send(Command::Invite(InviteRequest {
        name: "Mia".into(),
        ..request(&helping.file("x.hulp"))
    }));
    helping.wait("the refusal", |view| {
        (view.novice.invite == InviteView::Failed(InviteFault::OwnedByAnother)).then_some(())
    });
    drop(whole);
    helping.invite(None);
    assert_eq!(ask(&helping, &Wish::Show(None)), Answer::Done);
}
