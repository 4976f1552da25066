//! A session in other languages than English, from invitation to end, and what happens when a language changes meanwhile.

#![allow(clippy::unwrap_used)]

mod rig;

use std::fs;

use rig::{
    alone, can_run,
    helping::{EXPERT, NOVICE, expert, novice},
    hulp::Hulp,
    person::{AT_HOME, Person, SETTINGS},
    process::{PATIENCE, wait_for},
    shell::Shell,
};

/// Somebody chooses a language in another window of theirs, or by hand; that is no question of theirs to this test.
fn choose(person: &Person, language: &str) {
    let file = person.home().join(SETTINGS);
    let kept = fs::read_to_string(&file).unwrap();
    let others = kept.lines().filter(|line| !line.starts_with("language"));
    let others: Vec<&str> = others.collect();
    let chosen = format!("language = \"{language}\"\n{}\n", others.join("\n"));
    let new = file.with_extension("new");
    fs::write(&new, chosen).unwrap();
    fs::rename(new, file).unwrap(); // at once, as an editor saves
}

fn await_tooltip(shell: &Shell, words: &str) {
    let shown = wait_for(PATIENCE, || {
        shell.tooltip().filter(|tooltip| tooltip == words)
    });
    assert!(shown.is_some(), "{words}, not {:?}", shell.tooltip());
}

#[test]
fn both_sides_speak_their_own_language_and_change_it_at_once() {
    if !can_run("both_sides_speak_their_own_language_and_change_it_at_once") {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    for (person, language) in [(&at_novice, "nl"), (&at_expert, "de")] {
        let settings = format!("language = \"{language}\"\n{AT_HOME}");
        fs::write(person.home().join(SETTINGS), settings).unwrap();
    }

    // The novice's waits in the background, and is asked for an invitation from the terminal.
    let background = Hulp::start_in_background(&at_novice);
    let socket = at_novice
        .home()
        .join(SETTINGS)
        .with_file_name("hulp.socket");
    let began = wait_for(PATIENCE, || socket.exists().then_some(()));
    assert!(began.is_some(), "no beginning");
    let shell = Shell::start(at_novice.bus().address());
    let file = at_novice.folder().join("uitnodiging.hulp");
    let path = file.to_string_lossy().into_owned();
    let saved = at_novice.hulp_prints(&["invite", "--name", NOVICE, "--save", &path]);
    assert!(saved.contains("is opgeslagen"), "{saved}");
    let grietje = Hulp::shown(&at_novice, background);
    grietje.await_text("Wachten op uw helper");
    await_tooltip(
        &shell,
        "Hulp wacht op uw helper: 1 openstaande uitnodiging.",
    );

    let thomas = Hulp::start(&at_expert, [&file]);
    thomas.await_text(&format!("{NOVICE} bittet um Ihre Hilfe"));
    thomas.write("Ihr Name", EXPERT);
    thomas.press("Verbinden");
    thomas.await_text(&format!("Auf das Ja von {NOVICE} warten"));
    at_expert.keep_picture("language-connecting-de.png");
    grietje.await_text("Mag iemand uw scherm zien?");
    at_novice.keep_picture("language-consent-nl.png");
    grietje.choose("Ik heb zelf gebeld");
    grietje.answer("Toestaan");
    grietje.await_text(&format!("{EXPERT} kan uw scherm zien."));
    await_tooltip(&shell, &format!("{EXPERT} kan uw scherm zien."));
    thomas.await_button("Verbindung trennen");
    thomas.await_text(&format!(
        "Sie können zusehen. {NOVICE} steuert diesen Computer."
    ));
    at_novice.keep_picture("language-session-nl.png");
    at_expert.keep_picture("language-console-de.png");

    // Both change their minds, within the session.
    choose(&at_novice, "de");
    choose(&at_expert, "nl");
    grietje.await_text(&format!("{EXPERT} kann Ihren Bildschirm sehen."));
    await_tooltip(&shell, &format!("{EXPERT} kann Ihren Bildschirm sehen."));
    assert!(shell.menu().contains(&"Verbindung trennen".to_owned()));
    thomas.await_button("Verbinding verbreken");
    thomas.press("Controle overnemen");
    grietje.await_text(&format!("{EXPERT} möchte Ihren Computer steuern"));
    at_novice.keep_picture("language-control-de.png");
    grietje.answer("Steuerung erlauben");
    let controlled = "kann Ihren Bildschirm sehen und Ihre Maus und Tastatur benutzen.";
    grietje.await_text(&format!("{EXPERT} {controlled}"));
    await_tooltip(&shell, &format!("{EXPERT} {controlled}"));
    thomas.await_text(&format!("U en {NOVICE} bedienen deze computer."));
    at_expert.keep_picture("language-console-nl.png");
    grietje.press("Steuerung beenden");
    thomas.await_text(&format!("{NOVICE} klikte op ‘Controle afbreken’."));

    grietje.press("Verbindung trennen");
    grietje.await_text("Die Sitzung ist beendet");
    thomas.await_text(&format!("{NOVICE} heeft de sessie beëindigd."));
    at_novice.keep_picture("language-ended-de.png");
    at_expert.keep_picture("language-ended-nl.png");
    let log = at_novice.hulp_prints(&["log"]);
    assert!(
        log.contains(&format!("Sitzung begonnen: {EXPERT}")),
        "{log}"
    );
}
