//! Help that is offered without an invitation, with the real program in real windows: from the helper's card on the novice's list to
//! the session, and the commands that make and sign cards.

#![allow(clippy::unwrap_used)]

mod rig;

use std::{
    fs,
    path::{Path, PathBuf},
};

use hulp::invitation::{HelperCard, MAX_CARD_BYTES, Organisation, Revoked};
use rig::{
    alone, can_run,
    helping::{EXPERT, NOVICE, expect_nothing_pressed, expert, give_control, novice, phrase, say},
    hulp::Hulp,
    person::{AT_HOME, Person, SETTINGS},
    ports::free_port,
    process::PATIENCE,
};

fn file(person: &Person, name: &str) -> (PathBuf, String) {
    let path = person.folder().join(name);
    let text = path.to_string_lossy().into_owned();
    (path, text)
}

fn card(path: &Path) -> HelperCard {
    HelperCard::read(&fs::read(path).unwrap()).unwrap()
}

#[test]
fn a_helper_on_the_list_offers_help_and_helps() {
    let name = "a_helper_on_the_list_offers_help_and_helps";
    if !can_run(name) {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let port = free_port();
    let settings = format!("name = \"{NOVICE}\"\nport = {port}\n{AT_HOME}");
    fs::write(at_novice.home().join(SETTINGS), settings).unwrap();
    let (_, card) = file(&at_expert, "thomas.hulpcard");
    let made = at_expert.hulp_prints(&[
        "identity",
        "export",
        &card,
        "--name",
        EXPERT,
        "--organisation",
        "Helpdesk",
    ]);
    let words = made.trim().rsplit(": ").next().unwrap().to_owned();

    let grietje = Hulp::start(&at_novice, [""; 0]);
    grietje.press("Settings");
    grietje.press("Receiving help");
    grietje.write("Helper's card", &card);
    grietje.press("Read the file");
    let seen = grietje.await_text("Its words: ");
    assert!(seen.contains(&words), "{seen} without {words}");
    grietje.choose("May ask to control this computer");
    grietje.press("Add to the list");
    grietje.await_text("is on the list now");
    let own = grietje.await_text("The words of this computer");
    grietje.choose("Allow helpers to offer help");
    grietje.press("Save settings");
    grietje.await_text("Your settings are saved.");
    grietje.press("Back");

    let place = format!("127.0.0.1:{port}");
    let thomas = Hulp::start(&at_expert, [""; 0]);
    thomas.press("Offer help to a computer");
    thomas.write("Computer", &place);
    thomas.press("Offer help");
    grietje.await_text(&format!("{EXPERT} offers to help you"));
    grietje.await_text("They say themselves that they are of Helpdesk.");
    thomas.await_text(&phrase(&grietje));
    thomas.expect("the words of that computer", PATIENCE, || {
        let controls = thomas.controls();
        let mut names = controls.iter().map(|control| control.name());
        let is_word = |name: &str| name.split(' ').count() == 6 && own.contains(name);
        names.any(is_word).then_some(())
    });
    grietje.choose("I called them");
    grietje.answer("Allow");
    grietje.await_text(&format!("{EXPERT} can see your screen."));
    thomas.expect("the novice's screen", PATIENCE, || {
        thomas.named(&format!("Screen of {NOVICE}"))
    });
    say(&thomas, &grietje, "Good morning!");
    give_control(&grietje, &thomas);
    grietje.press("Stop control");
    grietje.press("Disconnect");
    thomas.await_text(&format!("{NOVICE} ended the session."));
    expect_nothing_pressed(&at_novice);
    drop(thomas);

    // From the command line; the computer is known by now.
    grietje.await_text("You ended the session.");
    let thomas = Hulp::start(&at_expert, ["offer", &place]);
    grietje.await_text(&format!("{EXPERT} offers to help you"));
    thomas.await_text("It is the same computer as before.");
    grietje.answer("Decline");
    thomas.await_text("said no.");
    thomas.press("Offer help");
    thomas.await_text("does not hear another one yet");
    let log = at_novice.hulp_prints(&["log"]);
    assert!(log.contains("The offer of Thomas"), "{log}");
    drop(thomas);

    // A stranger, who says the same name, is told no; and nothing of that shows.
    let at_stranger = expert();
    let stranger = Hulp::start(&at_stranger, ["offer", &place]);
    stranger.await_text("takes no offers of help from you.");
    assert!(grietje.button("Allow").is_none());
    let log = at_novice.hulp_prints(&["log"]);
    assert!(log.contains("not on the list of helpers"), "{log}");
    let asked = log.matches("Asked about the offer of").count();
    assert_eq!(asked, 2, "{log}");
}

#[test]
fn an_organisation_signs_cards_and_takes_them_back() {
    if !can_run("an_organisation_signs_cards_and_takes_them_back") {
        return;
    }
    let at_expert = expert();
    let (path, card_file) = file(&at_expert, "thomas.hulpcard");
    let (picture, picture_file) = file(&at_expert, "thomas.svg");
    let (secret, secret_file) = file(&at_expert, "zuid.hulporg-secret");
    let (list, list_file) = file(&at_expert, "zuid.hulprevoked");
    at_expert.hulp_prints(&[
        "identity",
        "export",
        &card_file,
        "--name",
        EXPERT,
        "--qr",
        &picture_file,
    ]);
    assert!(fs::read_to_string(&picture).unwrap().starts_with("<svg "));
    assert!(fs::metadata(&path).unwrap().len() < MAX_CARD_BYTES as u64);
    assert!(
        at_expert
            .hulp_prints(&["identity", "show"])
            .contains(&hulp::invitation::key_words(&card(&path).key))
    );
    // Only a signed card is of use as one's own.
    assert!(
        !at_expert
            .hulp(&["identity", "keep", &card_file])
            .status
            .success()
    );

    at_expert.hulp_prints(&[
        "organisation",
        "new",
        "Helpdesk of Zuid",
        "--save",
        &secret_file,
    ]);
    let again = at_expert.hulp(&["organisation", "new", "Another", "--save", &secret_file]);
    assert!(!again.status.success(), "a secret is not replaced");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&secret).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "others can read the secret");
    }
    let public = Organisation::read(&fs::read(secret.with_extension("hulporg")).unwrap()).unwrap();
    let words = hulp::invitation::key_words(&card(&path).key);
    let sign = |words: &str, more: &[&str]| {
        let sign = [
            "organisation",
            "sign",
            &card_file,
            "--secret",
            &secret_file,
            "--words",
            words,
        ];
        at_expert.hulp(&[&sign[..], more].concat())
    };
    let others = sign("zoo zoo zoo zoo zoo zoo", &[]);
    assert!(!others.status.success(), "of somebody else");
    assert_eq!(card(&path).signed_by(), None);
    let made = sign(&words, &[]);
    let told = String::from_utf8(made.stdout).unwrap();
    assert!(made.status.success() && told.contains(EXPERT) && told.contains(&words));
    let signed = card(&path);
    assert_eq!(signed.signed_by(), Some(public.key));
    assert_eq!(signed.organisation, "Helpdesk of Zuid");
    at_expert.hulp_prints(&["identity", "keep", &card_file]);
    let shown = at_expert.hulp_prints(&["identity", "show"]);
    assert!(shown.contains("Thomas of Helpdesk of Zuid"), "{shown}");

    for number in 1..=2 {
        at_expert.hulp_prints(&[
            "organisation",
            "revoke",
            &card_file,
            "--secret",
            &secret_file,
            "--list",
            &list_file,
        ]);
        let list = Revoked::read(&fs::read(&list).unwrap()).unwrap();
        assert_eq!((list.number, list.organisation), (number, public.key));
        assert!(list.keys.contains(&signed.key));
    }
    let taken_back = sign(&words, &["--list", &list_file]);
    assert!(!taken_back.status.success(), "it was taken back");
    fs::write(&list, "hulp-revoked = 1\n").unwrap();
    let broken = at_expert.hulp(&[
        "organisation",
        "revoke",
        &card_file,
        "--secret",
        &secret_file,
        "--list",
        &list_file,
    ]);
    assert!(!broken.status.success(), "a broken list is not begun anew");
}
